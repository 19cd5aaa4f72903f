"""Vestigingsnummer: twelve digits of one establishment in the handelsregister.

There is no check digit, so only the shape can be judged.
Source: KVK, https://www.kvk.nl/en/about-the-business-register/numbers-in-the-business-register/
"""

from typing import Final

from geboortezorg.nummers import _vorm
from geboortezorg.nummers.fout import NummerFout, Nummersoort, Reden

PATROON: Final = "^[0-9]{12}$"
"""The shape; nothing more is known of a vestigingsnummer."""
MIN_LENGTE: Final = 12
MAX_LENGTE: Final = 12


def _reden(tekst: object) -> Reden | None:
    return _vorm.cijfers(tekst, MAX_LENGTE)


def compact(tekst: str) -> str:
    """Return the text without spaces, full stops and hyphens.

    An explicit repair, which only a caller asks for. It adds nothing and checks nothing.
    Raises NummerFout when it is not text.
    """
    return _vorm.zonder_scheiding(tekst, Nummersoort.VESTIGINGSNUMMER)


def validate(tekst: str) -> str:
    """Return the same text when it is 12 digits; raises NummerFout otherwise, never repairs."""
    reden = _reden(tekst)
    if reden is not None:
        raise NummerFout(Nummersoort.VESTIGINGSNUMMER, reden)
    return tekst


def is_valid(tekst: object) -> bool:
    """Say whether this has the shape of a vestigingsnummer; never raises, whatever the object."""
    return _reden(tekst) is None


def format(tekst: str) -> str:  # noqa: A001
    """Return a vestigingsnummer for display, the digits ungrouped; raises NummerFout otherwise."""
    return validate(tekst)
