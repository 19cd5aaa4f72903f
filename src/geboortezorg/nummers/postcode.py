"""Dutch postcode: four digits, the first not zero, and two capitals. Personal data.

The strict form has no space, as in the EI standards (NNNNAA). The letters SA, SD and SS are not
used. Whether an address has the postcode is not checked. Source: python-stdnum, which is not asked
here because it is slow to import; a test compares the two.
"""

import re
from typing import Final

from geboortezorg.nummers import _vorm
from geboortezorg.nummers.fout import NummerFout, Nummersoort, Reden

PATROON: Final = "^[1-9][0-9]{3}[A-Z]{2}$"
"""The shape. The letter pairs that do not exist are content, so they are not part of it."""
_ONGEBRUIKT: Final = ("SA", "SD", "SS")
MIN_LENGTE: Final = 6
MAX_LENGTE: Final = 6


def _reden(tekst: object) -> Reden | None:
    if type(tekst) is not str:
        return Reden.TYPE
    reden = _vorm.hoofdletters_en_cijfers(tekst, MIN_LENGTE, MAX_LENGTE)
    if reden is not None:
        return reden
    if re.fullmatch(PATROON, tekst) is None:
        return Reden.OPBOUW
    return Reden.ONBEKEND if tekst.endswith(_ONGEBRUIKT) else None


def compact(tekst: str) -> str:
    """Return the text without spaces, full stops and hyphens, and its ASCII letters as capitals.

    An explicit repair, which only a caller asks for. It adds nothing and checks nothing.
    Raises NummerFout when it is not text.
    """
    return _vorm.zonder_scheiding(tekst, Nummersoort.POSTCODE, hoofdletters=True)


def validate(tekst: str) -> str:
    """Return the same text when it is a postcode; raises NummerFout otherwise, never repairs."""
    reden = _reden(tekst)
    if reden is not None:
        raise NummerFout(Nummersoort.POSTCODE, reden)
    return tekst


def is_valid(tekst: object) -> bool:
    """Say whether this is a postcode in strict form; never raises, whatever the object."""
    return _reden(tekst) is None


def format(tekst: str) -> str:  # noqa: A001
    """Return a postcode with a space between digits and letters; raises NummerFout otherwise."""
    geldig = validate(tekst)
    return f"{geldig[:4]} {geldig[4:]}"
