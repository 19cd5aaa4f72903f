"""Identifiers of people, organisations and places.

Every kind has the same four functions, in a module of its own, or in
:mod:`geboortezorg.nummers.cijfernummer` where nothing is known but how many digits it has. `validate` is strict: it returns the same text or raises
:class:`NummerFout`, and never pads or repairs. `is_valid` answers for any object without raising.
`compact` is the repair that a caller may ask for first, and `format` gives the display form.
``PATROON``, ``MIN_LENGTE`` and ``MAX_LENGTE`` state the shape as a JSON Schema can: check digits
and lists of values that exist are judged by `validate`, not by the shape.
"""

from geboortezorg.nummers import agb, bsn, iban, postcode, uzovi
from geboortezorg.nummers.cijfernummer import big, kvk, ura, vestigingsnummer
from geboortezorg.nummers.fout import NummerFout, Nummersoort, Reden

__all__ = [
    "NummerFout",
    "Nummersoort",
    "Reden",
    "agb",
    "big",
    "bsn",
    "iban",
    "kvk",
    "postcode",
    "ura",
    "uzovi",
    "vestigingsnummer",
]
