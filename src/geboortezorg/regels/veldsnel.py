"""A quick reading of what fields mean, that only says of a whole document that all of it holds.

Most documents have nothing to say on. For each class one function is generated from its
declarations, which works out no places and makes no findings. Where it is not certain that a
declaration holds it asks the reading of :mod:`geboortezorg.regels.veldtoets`, and where that finds
something it gives up: then what does make findings reads the document again, but for the parts of
which the quick reading says that they hold.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from operator import length_hint
from typing import Any, Final

from geboortezorg.betekenis import Betekenis
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels.veldlezer import Lezer, lezer
from geboortezorg.regels.veldvondst import Lezing, Toets
from geboortezorg.vorm import velden

VERGELIJK = bool(os.environ.get("GEBOORTEZORG_VERGELIJK"))
"""Whether every document is read both ways, to see that they agree: for tests."""

Snel = Callable[[Iterable[Any], Lezing], None]
"""Takes objects; adds which kinds of declaration it met to the bits of a reading. Raises Twijfel."""


class Twijfel(Exception):
    """Something does not hold."""


_VANAF: Final = 8
_GELEZEN: Final = Counter[str]()
_BITS: Final[dict[type[Betekenis], int]] = {}
_SNEL: Final[dict[type[Any], Snel]] = {}


def alles_klopt(soort: str, document: Any, lezing: Lezing) -> bool:
    """Say whether every declaration holds; then `lezing` also knows which kinds were met.

    Of the first documents of a kind it does not say so: to generate takes longer than to read them.
    """
    if not VERGELIJK and _GELEZEN[soort] < _VANAF:
        _GELEZEN[soort] += 1
        return False
    van = lezer(DOCUMENTEN[soort])
    lezing.in_twijfel = _in_twijfel
    klopt = _klopt(van, (document,), lezing)
    if VERGELIJK:
        ook = Lezing(lezing.vandaag, lezing.normen)
        gevonden = () if klopt else van.lees(document, lezing)
        if [*van.lees(document, ook)] != [*gevonden] or gezien(ook) != gezien(lezing):
            raise RuntimeError("de twee lezingen van dit document verschillen")
    return klopt


def _klopt(van: Lezer, objecten: Iterable[Any], lezing: Lezing) -> bool:
    try:
        snel(van)(objecten, lezing)
    except Twijfel:
        return False
    return True


def _in_twijfel(van: Lezer, objecten: Sequence[Any], lezing: Lezing) -> Iterator[int]:
    """Yield the places of objects of which something may not hold; each is read once."""
    rest = iter(objecten)
    while not _klopt(van, rest, lezing):
        yield len(objecten) - length_hint(rest) - 1  # it stopped right after that one


def gezien(lezing: Lezing) -> frozenset[type[Betekenis]]:
    """Return which kinds of declaration a reading met: one object for those of the quick one."""
    snel_gezien = _soorten(lezing.bits)
    return snel_gezien | lezing.gezien if lezing.gezien else snel_gezien


@cache
def _soorten(gezien: int) -> frozenset[type[Betekenis]]:
    return frozenset(soort for soort, bit in _BITS.items() if gezien & bit)


def snel(van: Lezer) -> Snel:
    """Return the quick reading of the objects of a class, generated on first use."""
    gemaakt = _SNEL.get(van.klasse)
    if gemaakt is None:
        gemaakt = _SNEL[van.klasse] = _genereer(van)
    return gemaakt


def _genereer(van: Lezer) -> Snel:
    ruimte: dict[str, Any] = {"TWIJFEL": Twijfel}
    per_object = _verder(_lees(van, ruimte))
    eerder = [f"{naam} = None" for naam in ruimte if naam.startswith("eerder")]
    bits = [naam for naam in ruimte if naam.startswith("bit")]
    begin = [*(f"{naam} = 0" for naam in bits), "vandaag = l.vandaag", *eerder, "try:"]
    lus = _verder(["for o in alle:", *per_object])
    tekstregels = [*begin, *lus, "finally:", f"    l.bits |= {' | '.join(bits) or 0}"]
    tekst = "def lees(alle, l):\n" + "".join(f"    {tekstregel}\n" for tekstregel in tekstregels)
    code = compile(tekst, f"<snel {van.klasse.__name__}>", "exec")
    exec(code, ruimte)  # noqa: S102 - the text comes from our own model classes only
    functie: Snel = ruimte["lees"]
    return functie


def _lees(van: Lezer, ruimte: dict[str, Any]) -> Iterator[str]:
    """Yield the lines that read an object ``o``, field by field, of which ``v`` is the value."""
    groepen: dict[str, list[Toets]] = {}
    for toets in van.toetsen:
        groepen.setdefault(toets.veld, []).append(toets)
    delen = {naam: (lijst, onder) for naam, lijst, onder in van.delen}
    vormen = {v.naam: v for v in velden(van.klasse)}
    for veld in {**groepen, **delen}:
        ook_leeg, gevuld = _tekstregels(groepen.get(veld, ()), ruimte)
        if veld in delen:
            lijst, onder = delen[veld]
            gevuld += _deel(onder, ruimte, lijst=lijst)
        lees = f"v = o.{veld}"
        if vormen[veld].vorm.item is not None:
            yield from (lees, *ook_leeg, *_onder("if v:", gevuld))
        elif vormen[veld].verplicht:
            yield from (lees, *ook_leeg, *gevuld)
        elif ook_leeg:
            yield from (lees, *ook_leeg, *_onder("if v is not None:", gevuld))
        else:
            yield from _onder(f"if o.{veld} is not None:", [lees, *gevuld])


def _deel(onder: Lezer, ruimte: dict[str, Any], *, lijst: bool) -> list[str]:
    """Return the lines that read a part ``v``, or each of a list."""
    heel = f"o{len(ruimte)}"
    ruimte[heel] = None  # a name of its own
    lus = ["for o in v:", *_verder(_lees(onder, ruimte))]
    return [f"{heel} = o", *(lus if lijst else ["o = v", *_lees(onder, ruimte)]), f"o = {heel}"]


def _tekstregels(groep: Iterable[Toets], ruimte: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Return the lines that read the declarations on one field: always, and when it is filled."""
    ook_leeg: list[str] = []
    gevuld: list[str] = []
    met_dag: list[str] = []
    for toets in groep:
        vraag = _vraag(toets, ruimte)
        if toets.ook_leeg:
            ook_leeg += vraag
        elif toets.met_dag:
            met_dag += vraag
        else:
            gevuld += vraag
    return ook_leeg, [*gevuld, *_onder("if vandaag is not None:", met_dag)]


def _vraag(toets: Toets, ruimte: dict[str, Any]) -> list[str]:
    """Return the lines that read one declaration."""
    naam = f"t{len(ruimte)}"
    ruimte[naam], ruimte[f"{naam}_bij"] = toets.lees, toets.bij
    vraag = [f"if {naam}(o, l):", "    raise TWIJFEL"]
    if toets.snel is None:
        return vraag
    zeker = toets.snel.format(bij=f"{naam}_bij")
    gezien = "pass"
    if toets.telt:
        bit = _BITS.setdefault(type(toets.betekenis), 1 << len(_BITS))
        ruimte[f"bit{bit}"] = bit  # set in the loop, and added to the others after it
        gezien = f"bit{bit} = {bit}"
    uit = [f"if {zeker}:", f"    {gezien}"]
    eerder = {lid: f"eerder_{naam}_{nummer}" for nummer, lid in enumerate(toets.hangt_aan)}
    if eerder:  # most often that of the object before it
        ruimte.update(dict.fromkeys(eerder.values()))
        zelfde = " and ".join(f"{lid} == {was}" for lid, was in eerder.items())
        onthoud = [f"    {was} = {lid}" for lid, was in eerder.items()]
        uit = [f"if {zelfde}:", "    pass", f"el{uit[0]}", uit[1], *onthoud]
    if toets.niet is not None:
        niet = [f"if {toets.niet.format(bij=f'{naam}_bij')}:", "    pass"]
        uit = [*niet, f"el{uit[0]}", *uit[1:]]
    uit += [f"el{vraag[0]}", vraag[1]]
    if not toets.vooraf:
        return uit
    begin = [f"w = {toets.vooraf}", *(f"{was} = None" for was in eerder.values())]
    # What is not certain of one item is asked of the whole list, once.
    return [*begin, "for x in v:", *_verder([*uit, "else:", "    break"])]


def _onder(als: str, tekstregels: list[str]) -> list[str]:
    """Return lines below the one that asks whether to run them, if there are any."""
    return [als, *_verder(tekstregels)] if tekstregels else []


def _verder(tekstregels: Iterable[str]) -> list[str]:
    return [f"    {tekstregel}" for tekstregel in tekstregels]
