"""KVK-nummer: eight digits of an entry in the handelsregister.

The digits have no meaning and there is no check digit, so only the shape can be judged.
Source: KVK, https://www.kvk.nl/informatiebank/kvk-nummer-alles-wat-je-moet-weten/
"""

from typing import Final

from geboortezorg.nummers import _vorm
from geboortezorg.nummers.fout import NummerFout, Nummersoort, Reden

PATROON: Final = "^[0-9]{8}$"
"""The shape; nothing more is known of a KVK-nummer."""
MIN_LENGTE: Final = 8
MAX_LENGTE: Final = 8


def _reden(tekst: object) -> Reden | None:
    return _vorm.cijfers(tekst, MAX_LENGTE)


def compact(tekst: str) -> str:
    """Return the text without spaces, full stops and hyphens.

    An explicit repair, which only a caller asks for. It adds nothing and checks nothing.
    Raises NummerFout when it is not text.
    """
    return _vorm.zonder_scheiding(tekst, Nummersoort.KVK)


def validate(tekst: str) -> str:
    """Return the same text when it is 8 digits; raises NummerFout otherwise, never repairs."""
    reden = _reden(tekst)
    if reden is not None:
        raise NummerFout(Nummersoort.KVK, reden)
    return tekst


def is_valid(tekst: object) -> bool:
    """Say whether this has the shape of a KVK-nummer; never raises, whatever the object."""
    return _reden(tekst) is None


def format(tekst: str) -> str:  # noqa: A001
    """Return a KVK-nummer for display, the digits ungrouped; raises NummerFout otherwise."""
    return validate(tekst)
