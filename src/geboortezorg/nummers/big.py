"""BIG-nummer: eleven digits of a professional in the BIG-register. Personal data.

Leading zeros count. No check digit is known, and what the parts mean was not verified, so only the
shape is judged. Source: NORA, https://www.noraonline.nl/wiki/Big_register
"""

from typing import Final

from geboortezorg.nummers import _vorm
from geboortezorg.nummers.fout import NummerFout, Nummersoort, Reden

PATROON: Final = "^[0-9]{11}$"
"""The shape; nothing more is known of a BIG-nummer."""
MIN_LENGTE: Final = 11
MAX_LENGTE: Final = 11


def _reden(tekst: object) -> Reden | None:
    return _vorm.cijfers(tekst, MAX_LENGTE)


def compact(tekst: str) -> str:
    """Return the text without spaces, full stops and hyphens.

    An explicit repair, which only a caller asks for. It adds nothing and checks nothing.
    Raises NummerFout when it is not text.
    """
    return _vorm.zonder_scheiding(tekst, Nummersoort.BIG)


def validate(tekst: str) -> str:
    """Return the same text when it is 11 digits; raises NummerFout otherwise, never repairs."""
    reden = _reden(tekst)
    if reden is not None:
        raise NummerFout(Nummersoort.BIG, reden)
    return tekst


def is_valid(tekst: object) -> bool:
    """Say whether this has the shape of a BIG-nummer; never raises, whatever the object."""
    return _reden(tekst) is None


def format(tekst: str) -> str:  # noqa: A001
    """Return a BIG-nummer for display, the digits ungrouped; raises NummerFout otherwise."""
    return validate(tekst)
