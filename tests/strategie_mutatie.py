"""Documents of almost the right shape: one thing changed in a document of the right shape."""

import copy
import re
from collections.abc import Callable, Iterator
from typing import Any, cast

from hypothesis import strategies as st
from tests.strategie_vorm import NAMEN, VREEMD, Plek


def met(document: Any, plek: Plek, waarde: Any) -> Any:
    """Return a copy of a document with another value at one place; only what changes is copied."""
    if not plek:
        return waarde
    uit = document.copy()
    uit[plek[0]] = met(document[plek[0]], plek[1:], waarde)
    return uit


@st.composite
def mutaties(draw: st.DrawFn, document: dict[str, Any]) -> Any:
    """Return the document with one to three changes, most of which make its shape wrong."""
    uit: Any = copy.deepcopy(document)
    for _ in range(draw(st.sampled_from((1, 1, 1, 2, 3)))):
        plek = draw(st.sampled_from(list(_plekken(uit))))
        waarde = _op(uit, plek)
        wijziging = draw(st.sampled_from(_wijzigingen(waarde, plek)))
        uit = wijziging(draw, uit, plek)
    return uit


_Wijziging = Callable[[st.DrawFn, Any, Plek], Any]


def _plekken(document: Any, plek: Plek = ()) -> Iterator[Plek]:
    yield plek
    if isinstance(document, dict):
        for naam, deel in document.items():
            yield from _plekken(deel, (*plek, naam))
    elif isinstance(document, list):
        for nummer, deel in enumerate(document):
            yield from _plekken(deel, (*plek, nummer))


def _op(document: Any, plek: Plek) -> Any:
    for stap in plek:
        document = document[stap]
    return document


def _wijzigingen(waarde: Any, plek: Plek) -> list[_Wijziging]:
    uit: list[_Wijziging] = [_vervang, _verpak]
    if plek:
        uit += [_laat_weg, _verplaats]
    if plek and isinstance(plek[-1], str):
        uit.append(_hernoem)
    if isinstance(waarde, dict):
        uit += [_voeg_toe, _voeg_toe]
    if isinstance(waarde, list):
        uit.append(_herhaal)
    if isinstance(waarde, str):
        uit += [_verander_tekst] * 3
    if isinstance(waarde, int | float) and not isinstance(waarde, bool):
        uit += [_verander_getal] * 3
    return uit


def _vervang(draw: st.DrawFn, document: Any, plek: Plek) -> Any:
    return met(document, plek, copy.deepcopy(draw(st.sampled_from(VREEMD))))


def _verpak(draw: st.DrawFn, document: Any, plek: Plek) -> Any:
    waarde = _op(document, plek)
    return met(document, plek, draw(st.sampled_from(([waarde], {"waarde": waarde}, str(waarde)))))


def _laat_weg(draw: st.DrawFn, document: Any, plek: Plek) -> Any:
    boven = _op(document, plek[:-1]).copy()
    del boven[plek[-1]]
    return met(document, plek[:-1], boven)


def _verplaats(draw: st.DrawFn, document: Any, plek: Plek) -> Any:
    """Put a value from elsewhere in the document here."""
    vandaan = draw(st.sampled_from([p for p in _plekken(document) if p != plek[: len(p)]] or [()]))
    return met(document, plek, copy.deepcopy(_op(document, vandaan)))


def _hernoem(draw: st.DrawFn, document: Any, plek: Plek) -> Any:
    naam = cast("str", plek[-1])
    nieuw = draw(
        st.sampled_from((naam.upper(), f"{naam} ", f"{naam}\n", naam.replace("_", "-"), *NAMEN))
    )
    boven = {nieuw if n == naam else n: deel for n, deel in _op(document, plek[:-1]).items()}
    return met(document, plek[:-1], boven)


def _voeg_toe(draw: st.DrawFn, document: Any, plek: Plek) -> Any:
    naam = draw(st.one_of(st.sampled_from(NAMEN), st.text(max_size=5)))
    waarde = copy.deepcopy(draw(st.sampled_from(VREEMD)))
    return met(document, plek, {**_op(document, plek), naam: waarde})


def _herhaal(draw: st.DrawFn, document: Any, plek: Plek) -> Any:
    waarde = _op(document, plek)
    return met(document, plek, waarde * draw(st.sampled_from((0, 2, 9, 10, 101))))


def _verander_tekst(draw: st.DrawFn, document: Any, plek: Plek) -> Any:
    waarde: str = _op(document, plek)
    teken = draw(st.sampled_from("\n\r\x00\x1f\x7f\x85 0Aa-_.\u0661\uff11\u2028\N{BABY BOTTLE}"))
    waar = draw(st.integers(0, len(waarde)))
    anders = (
        waarde[:waar] + teken + waarde[waar:],
        waarde[:waar] + teken + waarde[waar + 1 :],
        waarde[:waar] + waarde[waar + 1 :],
        waarde + "\n",
        waarde.swapcase(),
        waarde + waarde[-1:] * 500,
        re.sub("[0-9]", lambda cijfer: chr(0x0660 + int(cijfer[0])), waarde),
    )
    return met(document, plek, draw(st.sampled_from(anders)))


def _verander_getal(draw: st.DrawFn, document: Any, plek: Plek) -> Any:
    waarde = _op(document, plek)
    anders = (
        *(waarde + 1, waarde - 1, -waarde, waarde * 10, waarde * 10**6, waarde + 10**15),
        *(float(waarde), waarde + 0.5, waarde / 3, str(waarde), waarde + 2.0**53),
    )
    return met(document, plek, draw(st.sampled_from(anders)))
