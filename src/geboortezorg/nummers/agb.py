"""AGB-code: eight digits, two for the zorgsoort and six for the number within it.

There is no check digit. The zorgsoort runs from 01 to 99 and the number from 000001 to 999999, so
neither part is ever all zeros. A person and an organisation can share a zorgsoort, and a code does
not say which kwalificaties its holder has: those stand in the AGB-register of Vektis, which is not
part of this library.
Sources: NZa NR/REG-2312 (two and six positions); Vektis AW319 fields 0109 to 0112 (ranges).
"""

from types import MappingProxyType
from typing import Final

from geboortezorg.nummers import _vorm
from geboortezorg.nummers._zorgsoorten import ZORGSOORTEN, Kwalificatie, Zorgsoort
from geboortezorg.nummers.fout import NummerFout, Nummersoort, Reden

__all__ = [
    "IGO",
    "MAX_LENGTE",
    "MIN_LENGTE",
    "PATROON",
    "VSV",
    "ZORGSOORTEN",
    "Kwalificatie",
    "Zorgsoort",
    "compact",
    "format",
    "is_praktijkcode",
    "is_valid",
    "kwalificatie_naam",
    "validate",
    "zorgsoort",
    "zorgsoort_naam",
]

PATROON: Final = "^[0-9]{8}$"
"""The shape of an AGB-code. That neither part is all zeros is content, not shape."""
MIN_LENGTE: Final = 8
MAX_LENGTE: Final = 8

VSV: Final = "6703"
"""Kwalificatie of a verloskundig samenwerkingsverband."""
IGO: Final = "5314"
"""Kwalificatie integrale geboortezorg, that of an IGO."""

_ZORGSOORT_NAMEN: Final = MappingProxyType({soort.code: soort.naam for soort in ZORGSOORTEN})
_KWALIFICATIE_NAMEN: Final = MappingProxyType(
    {kwal.code: kwal.naam for soort in ZORGSOORTEN for kwal in soort.kwalificaties}
)


def _reden(tekst: object) -> Reden | None:
    if type(tekst) is not str:
        return Reden.TYPE
    reden = _vorm.cijfers(tekst, MAX_LENGTE)
    if reden is not None:
        return reden
    return Reden.BEREIK if tekst[:2] == "00" or tekst[2:] == "000000" else None


def compact(tekst: str) -> str:
    """Return the text without spaces, full stops and hyphens.

    An explicit repair, which only a caller asks for. It adds nothing and checks nothing.
    Raises NummerFout when it is not text.
    """
    return _vorm.zonder_scheiding(tekst, Nummersoort.AGB)


def validate(tekst: str) -> str:
    """Return the same text when it can be an AGB-code; raises NummerFout otherwise.

    Never repairs, and consults no register.
    """
    reden = _reden(tekst)
    if reden is not None:
        raise NummerFout(Nummersoort.AGB, reden)
    return tekst


def is_valid(tekst: object) -> bool:
    """Say whether this can be an AGB-code; never raises, whatever the object."""
    return _reden(tekst) is None


def format(tekst: str) -> str:  # noqa: A001
    """Return an AGB-code for display, the digits ungrouped; raises NummerFout otherwise."""
    return validate(tekst)


def zorgsoort(agb: str) -> str:
    """Return the zorgsoort of an AGB-code, its first two digits; raises NummerFout otherwise."""
    return validate(agb)[:2]


def zorgsoort_naam(code: str) -> str | None:
    """Return the name of a zorgsoort of two digits, or None when it is not in `ZORGSOORTEN`."""
    return _ZORGSOORT_NAMEN.get(code)


def kwalificatie_naam(code: str) -> str | None:
    """Return the name of a kwalificatie of four digits, or None when it is not in `ZORGSOORTEN`.

    For display only: compare kwalificaties by code.
    """
    return _KWALIFICATIE_NAMEN.get(code)


def is_praktijkcode(agb: object) -> bool:
    """Say whether this can be the AGB-code of a praktijk: valid, with a zero as third digit.

    A praktijkcode always has that zero (Vektis AW319 field 0111). The reverse was not verified:
    only the register says whether a code with that zero names a praktijk. Never raises.
    """
    return type(agb) is str and is_valid(agb) and agb[2] == "0"
