"""Where a JSON Pointer stands in the text of a document: the line and the column.

Nothing is kept of a text that is read for its shape or its rules. Who wants to show a place has
the text read once more, and then only what lies on the way to the pointers is looked at; the rest
is passed over by the parser of the standard library.
"""

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, final

from geboortezorg.bevroren import bevroren

_Knoop = dict[str, Any]
"""The segments below a place that are asked for, each with those below it."""

_OVERSLAAN: Final = json.JSONDecoder(parse_int=len, parse_float=len).raw_decode
"""Reads a value only to know where it ends: a number of any length will do."""

_TEKEN: Final = re.compile(r"[^ \t\n\r]").search


@final
@bevroren(weakref_slot=False)
class Plaats:
    """A place in a text; both count from 1, the column in characters."""

    tekstregel: int
    kolom: int


@final
@bevroren
class Rijplaats:
    """Where a part of a document comes from that was made of the rows of a table."""

    rij: int
    """The row of the source; the header of a CSV file is row 1, and of a table the first row is."""
    kolom: int | None = None
    """The column, from 1; None for a part that comes from no single column."""
    titel: str | None = None
    """The title of the column, as the koppeling has it."""


def locate(data: bytes | str, pointers: Iterable[str]) -> dict[str, Plaats]:
    """Return where each JSON Pointer stands: the first character of its value.

    What is not there itself, such as a member that is missing, stands where the nearest part
    around it begins. `data` must be a document that could be read as JSON; of any other text
    nothing is found.
    """
    gevraagd = dict.fromkeys(pointers)
    if not gevraagd:
        return {}
    wortel: _Knoop = {}
    for pointer in gevraagd:
        knoop = wortel
        for segment in pointer.split("/")[1:]:
            knoop = knoop.setdefault(segment, {})
    begin: dict[str, int] = {}
    try:
        tekst = data if isinstance(data, str) else data.decode()
        _doorloop(tekst, _na_wit(tekst, 0), wortel, "", begin)
    except (ValueError, IndexError, RecursionError):
        return {}
    einden = [vondst.start() for vondst in re.finditer("\n", tekst)]
    return {pointer: _plaats(begin[_bestaand(pointer, begin)], einden) for pointer in gevraagd}


def _na_wit(tekst: str, plek: int) -> int:
    vondst = _TEKEN(tekst, plek)
    return len(tekst) if vondst is None else vondst.start()


def _doorloop(tekst: str, plek: int, knoop: _Knoop, pad: str, begin: dict[str, int]) -> int:
    """Note where the value at `plek` begins, and what is asked for in it; return where it ends."""
    begin[pad] = plek
    if not knoop or tekst[plek] not in "{[":
        return _OVERSLAAN(tekst, plek)[1]
    met_naam, nummer = tekst[plek] == "{", 0
    plek = _na_wit(tekst, plek + 1)
    while tekst[plek] not in "}]":
        segment = str(nummer)
        if met_naam:
            segment, plek = _OVERSLAAN(tekst, plek)
            plek = _na_wit(tekst, _na_wit(tekst, plek) + 1)
        binnen = knoop.get(segment)
        if binnen is None:
            plek = _OVERSLAAN(tekst, plek)[1]
        else:
            plek = _doorloop(tekst, plek, binnen, f"{pad}/{segment}", begin)
        plek = _na_wit(tekst, plek)
        if tekst[plek] == ",":
            plek = _na_wit(tekst, plek + 1)
        nummer += 1
    return plek + 1


def _bestaand(pointer: str, begin: Mapping[str, int]) -> str:
    """Return the pointer, or the longest beginning of it that is there."""
    while pointer not in begin:
        pointer = pointer.rpartition("/")[0]
    return pointer


def _plaats(plek: int, einden: Sequence[int]) -> Plaats:
    ervoor = bisect_left(einden, plek)
    return Plaats(ervoor + 1, plek - (einden[ervoor - 1] if ervoor else -1))
