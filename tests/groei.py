"""Larger documents from small ones, and what judging them costs: see ``tests/test_kosten.py``."""

import datetime as dt
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import geboortezorg
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.vorm import Soort, velden

Document = dict[str, Any]
Pad = tuple[str, ...]
"""Names of members that lead to a list; `*` stands for the first part of a list."""

MEER = 2.5
"""Twice as many parts cost twice as much; a little more where they are sorted. Pairs cost 4."""
TOEVAL = 500
"""Lines of a function that are too few to tell; half of all pairs still cost more.

From Python 3.12 on the lines of a comprehension are those of the function around it.
"""
_BRON = str(Path(geboortezorg.__file__).parent)
_DAG = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(T.*)?", re.DOTALL)
_SLEUTELS = {"referentienummer", "naam"}


def lijsten(klasse: type[Any], pad: Pad = (), boven: tuple[type[Any], ...] = ()) -> Iterator[Pad]:
    """Yield the path to each list of a class that can grow without end, or nearly so."""
    for veldvorm in () if klasse in boven else velden(klasse):
        hier, vorm = (*pad, veldvorm.naam), veldvorm.vorm
        if vorm.soort is Soort.LIJST:
            if veldvorm.veld.max_aantal >= 100:
                yield hier
            hier = (*hier, "*")
        deel = (vorm.item or vorm).klasse
        if (vorm.item or vorm).soort is Soort.OBJECT and deel is not None:
            yield from lijsten(deel, hier, (*boven, klasse))


LIJSTEN = {soort: tuple(lijsten(klasse)) for soort, klasse in DOCUMENTEN.items()}


def ouders(document: Any, pad: Pad) -> list[Document]:
    """Return the objects that hold the list at `pad`, if it has anything in it."""
    delen = [document]
    for naam in pad[:-1]:
        if naam == "*":
            delen = [deel[0] for deel in delen if deel]
        else:
            delen = [deel[naam] for deel in delen if isinstance(deel, dict) and naam in deel]
    return [deel for deel in delen if isinstance(deel, dict) and deel.get(pad[-1])]


def _nummer(waarde: Any, nummer: int, dagen: int) -> Any:
    """Return a part once more: its keys are others, and its days so many days later."""
    if isinstance(waarde, dict):
        return {
            naam: f"{deel[:12]}-{nummer}"
            if isinstance(deel, str) and (naam.endswith("_id") or naam in _SLEUTELS)
            else _nummer(deel, nummer, dagen)
            for naam, deel in waarde.items()
        }
    if isinstance(waarde, list):
        return [_nummer(deel, nummer, dagen) for deel in waarde]
    if isinstance(waarde, str) and (gevonden := _DAG.fullmatch(waarde)) is not None:
        dag = dt.date.fromisoformat(gevonden[1]) + dt.timedelta(days=nummer * dagen)
        return dag.isoformat() + (gevonden[2] or "")
    return waarde


def groei(document: Document, paden: Iterable[Pad], aantal: int, dagen: int) -> Document:
    """Return the document with so many parts in each of these lists.

    They are the parts that are there, again and again, each time `dagen` days later.
    """
    uit: Document = json.loads(json.dumps(document))
    for pad in paden:
        for ouder in ouders(uit, pad):
            delen = ouder[pad[-1]]
            ouder[pad[-1]] = [
                _nummer(delen[i % len(delen)], i // len(delen), dagen)
                if isinstance(delen[0], dict)
                else f"{delen[i % len(delen)][:12]}-{i}"
                for i in range(aantal)
            ]
    return uit


class _Teller:
    """Counts the lines of one function that are run."""

    __slots__ = ("keren", "naam")

    def __init__(self, frame: FrameType) -> None:
        self.naam = f"{frame.f_globals.get('__name__')}:{frame.f_code.co_qualname}"
        self.keren = 0

    def __call__(self, frame: FrameType, gebeurtenis: str, gegeven: object) -> "_Teller":
        self.keren += 1
        return self


def kosten(doe: Callable[[], object]) -> Counter[str]:
    """Return for each function of the library how many of its lines are run to do this."""
    tellers: dict[int, _Teller | None] = {}
    codes: list[CodeType] = []  # kept, so that none gets the number of another

    def roep(frame: FrameType, gebeurtenis: str, gegeven: object) -> Any:
        code = frame.f_code
        if id(code) not in tellers:
            ons = code.co_filename.startswith((_BRON, "<attrs"))
            tellers[id(code)] = _Teller(frame) if ons else None
            codes.append(code)
        teller = tellers[id(code)]
        return None if teller is None else teller(frame, gebeurtenis, gegeven)

    eerder = sys.gettrace()
    sys.settrace(roep)
    try:
        doe()
    finally:
        sys.settrace(eerder)
    geteld: Counter[str] = Counter()
    for teller in filter(None, tellers.values()):
        geteld[teller.naam] += teller.keren
    return geteld


def te_duur(kosten_: dict[str, list[int]]) -> dict[str, list[int]]:
    """Return the functions that cost more than the parts that are added, which are twice as many."""
    uit = {}
    for functie, keren in kosten_.items():
        weinig, half, heel = [*keren, *[0] * (3 - len(keren))]
        if heel - half > MEER * max(weinig, half - weinig) + TOEVAL:
            uit[functie] = keren
    return uit
