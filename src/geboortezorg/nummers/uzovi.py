"""UZOVI: four digits of a zorgverzekeraar or other payer.

There is no check digit and the register of Vektis is not part of this library: a text that is
valid here has the shape of a UZOVI, whether or not it was ever handed out.
Sources: Vektis AW319 field 0108 (four digits); the special values from the validation of GDS801.
"""

from types import MappingProxyType
from typing import Final

from geboortezorg.nummers import _vorm
from geboortezorg.nummers.fout import NummerFout, Nummersoort, Reden

PATROON: Final = "^[0-9]{4}$"
"""The shape; nothing more is known of a UZOVI."""
MIN_LENGTE: Final = 4
MAX_LENGTE: Final = 4

BIJZONDER: Final = MappingProxyType(
    {
        "7125": "orgaan van tijdelijk verblijf",
        "9992": "DJI (forensische zorg)",
    }
)
"""Values that do not name a zorgverzekeraar, and what they stand for (GDS801 validation)."""


def _reden(tekst: object) -> Reden | None:
    return _vorm.cijfers(tekst, MAX_LENGTE)


def compact(tekst: str) -> str:
    """Return the text without spaces, full stops and hyphens.

    An explicit repair, which only a caller asks for. It adds nothing and checks nothing.
    Raises NummerFout when it is not text.
    """
    return _vorm.zonder_scheiding(tekst, Nummersoort.UZOVI)


def validate(tekst: str) -> str:
    """Return the same text when it is 4 digits; raises NummerFout otherwise, never repairs."""
    reden = _reden(tekst)
    if reden is not None:
        raise NummerFout(Nummersoort.UZOVI, reden)
    return tekst


def is_valid(tekst: object) -> bool:
    """Say whether this has the shape of a UZOVI; never raises, whatever the object.

    No register was consulted: a number that was never handed out is valid too.
    """
    return _reden(tekst) is None


def format(tekst: str) -> str:  # noqa: A001
    """Return a UZOVI for display, the digits ungrouped; raises NummerFout otherwise."""
    return validate(tekst)
