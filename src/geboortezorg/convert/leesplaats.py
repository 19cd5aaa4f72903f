"""Where in a text that cannot be read the reason stands: the line and the column.

A parser tells it of bad syntax only. Of a document of megabytes it helps nobody to know that a
member occurs twice somewhere, so the text is gone through once more, up to that place.
"""

import json
import re
import sys
from collections.abc import Callable, Iterator
from typing import Final

# A text that does not end takes all that follows, so that no text is gone through twice.
_TEKST: Final = r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)'
_NAMEN: Final = re.compile(rf"({_TEKST})([ \t\n\r]*+:)?|[{{}}]", re.DOTALL)
_HAKEN: Final = re.compile(rf"{_TEKST}|[\[\]{{}}]", re.DOTALL)
_TEKSTEN: Final = re.compile(_TEKST, re.DOTALL)
_GEEN_GETALLEN: Final = re.compile(rf"{_TEKST}|(NaN|-?Infinity)", re.DOTALL)
_GETALLEN: Final = re.compile(rf"{_TEKST}|-?([0-9]++)(\.[0-9]++)?([eE][-+]?[0-9]++)?", re.DOTALL)


def waar(reden: str, data: bytes, diepte: int) -> tuple[int | None, int | None]:
    """Return the line and the column of what is wrong, both from 1; twice None where none is found.

    `diepte` is how deep a text may be nested.
    """
    try:
        tekst = data.decode()
    except UnicodeDecodeError as fout:
        return plaats(data[: fout.start].decode())
    zoek = _ZOEK.get(reden)
    plek = None if zoek is None else next(zoek(tekst, diepte), None)
    return (None, None) if plek is None else plaats(tekst[:plek])


def plaats(ervoor: str) -> tuple[int, int]:
    """Return the line and the column of what stands behind a text."""
    return ervoor.count("\n") + 1, len(ervoor) - ervoor.rfind("\n")


def _dubbel(tekst: str, _: int) -> Iterator[int]:
    """Yield where a name stands for the second time in its object."""
    open_: list[set[str]] = []
    for vondst in _NAMEN.finditer(tekst):
        if vondst[0] == "{":
            open_.append(set())
        elif vondst[0] == "}":
            open_.pop()
        elif vondst[2]:
            naam = json.loads(vondst[1]) if "\\" in vondst[1] else vondst[1][1:-1]
            if naam in open_[-1]:
                yield vondst.start()
            open_[-1].add(naam)


def _geen_getal(tekst: str, _: int) -> Iterator[int]:
    return (vondst.start() for vondst in _GEEN_GETALLEN.finditer(tekst) if vondst[1])


def _te_lang(tekst: str, _: int) -> Iterator[int]:
    """Yield where a whole number has more digits than this Python reads."""
    meeste = sys.get_int_max_str_digits()
    for vondst in _GETALLEN.finditer(tekst):
        if vondst[1] and not vondst[2] and not vondst[3] and len(vondst[1]) > meeste:
            yield vondst.start()


def _half(tekst: str, _: int) -> Iterator[int]:
    """Yield where a text stands that holds half a surrogate pair."""
    for vondst in _TEKSTEN.finditer(tekst):
        if "\\u" in vondst[0] and _is_half(json.loads(vondst[0])):
            yield vondst.start()


def _is_half(tekst: str) -> bool:
    return any("\ud800" <= teken <= "\udfff" for teken in tekst)


def _te_diep(tekst: str, diepte: int) -> Iterator[int]:
    """Yield where one list or object more is opened than may be."""
    nu = 0
    for vondst in _HAKEN.finditer(tekst):
        if vondst[0] in "]}":
            nu -= 1
        elif vondst[0] in "[{":
            nu += 1
            if nu > diepte:
                yield vondst.start()


_ZOEK: Final[dict[str, Callable[[str, int], Iterator[int]]]] = {
    "dubbel_veld": _dubbel,
    "geen_getal": _geen_getal,
    "getal_te_lang": _te_lang,
    "surrogaat": _half,
    "te_diep": _te_diep,
}
