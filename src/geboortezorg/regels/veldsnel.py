"""A quick reading of what fields mean: of most documents it finds that all of it holds.

For each class of documents one function is generated from the declarations, which works out no
places and makes no findings. Where it is not certain that a declaration holds it asks that of
:mod:`geboortezorg.regels.veldtoets`; where that finds something, it notes what, and at which place.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from operator import itemgetter, length_hint
from typing import Any, Final

from geboortezorg.betekenis import Betekenis
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels import veldlezer
from geboortezorg.regels.veldlezer import Lezer
from geboortezorg.regels.veldvondst import Lezing, Noot, Toets
from geboortezorg.vorm import velden

VERGELIJK = bool(os.environ.get("GEBOORTEZORG_VERGELIJK"))
"""Whether every document is read both ways, to see that they agree: for tests."""

Snel = Callable[[Any, Lezing], list[Noot]]
"""Takes a document; adds which kinds of declaration it met to the bits of a reading. The notes are
in any order."""

_VANAF: Final = 8
_GELEZEN: Final = Counter[str]()
_BITS: Final[dict[type[Betekenis], int]] = {}
_SNEL: Final[dict[str, Snel]] = {}
"""The quick reading of a kind of document, once it was generated."""


def lees(soort: str, document: Any, lezing: Lezing) -> Sequence[Noot]:
    """Return what does not hold in a document, in order; `lezing` then knows which kinds were met.

    Not quick for the first documents of a kind: to generate takes longer than to read them.
    """
    gemaakt = _SNEL.get(soort)
    if gemaakt is None:
        if not VERGELIJK and _GELEZEN[soort] < _VANAF:
            _GELEZEN[soort] += 1
            return veldlezer.lees(soort, document, lezing)
        gemaakt = _SNEL[soort] = _genereer(veldlezer.lezer(DOCUMENTEN[soort]))
    noten = gemaakt(document, lezing)
    if len(noten) > 1:
        noten.sort(key=itemgetter(0))
    if VERGELIJK:
        ook = Lezing(lezing.vandaag, lezing.normen)
        if veldlezer.lees(soort, document, ook) != noten or gezien(ook) != gezien(lezing):
            raise RuntimeError("de twee lezingen van dit document verschillen")
    return noten


def gezien(lezing: Lezing) -> frozenset[type[Betekenis]]:
    """Return which kinds of declaration a reading met: one object for those of the quick one."""
    snel_gezien = _soorten(lezing.bits)
    return snel_gezien | lezing.gezien if lezing.gezien else snel_gezien


@cache
def _soorten(gezien: int) -> frozenset[type[Betekenis]]:
    return frozenset(soort for soort, bit in _BITS.items() if gezien & bit)


def _genereer(van: Lezer) -> Snel:
    ruimte: dict[str, Any] = {"hint": length_hint}
    lichaam = [*_lees(van, ruimte, "")]
    eerder = [f"{naam} = None" for naam in ruimte if naam.startswith("eerder")]
    bits = [naam for naam in ruimte if naam.startswith("bit")]
    begin = [*(f"{naam} = 0" for naam in bits), "vandaag = l.vandaag", *eerder, "noten = []"]
    einde = [f"l.bits |= {' | '.join(bits) or 0}", "return noten"]
    tekstregels = _verder([*begin, *lichaam, *einde])
    tekst = "def lees(o, l):\n" + "".join(f"{tekstregel}\n" for tekstregel in tekstregels)
    code = compile(tekst, f"<snel {van.klasse.__name__}>", "exec")
    exec(code, ruimte)  # noqa: S102 - the text comes from our own model classes only
    functie: Snel = ruimte["lees"]
    return functie


def _lees(van: Lezer, ruimte: dict[str, Any], plaats: str) -> Iterator[str]:
    """Yield the lines that read an object ``o``, field by field, of which ``v`` is the value.

    `plaats` is an expression for the steps to the object.
    """
    groepen: dict[str, list[tuple[Toets, str]]] = {}
    for nummer, toets in enumerate(van.toetsen):
        groepen.setdefault(toets.veld, []).append((toets, f"({plaats}{nummer},)"))
    delen = {deel[0]: nummer for nummer, deel in enumerate(van.delen)}
    vormen = {v.naam: v for v in velden(van.klasse)}
    for veld in {**groepen, **delen}:
        ook_leeg, gevuld = _tekstregels(groepen.get(veld, ()), ruimte)
        if veld in delen:
            gevuld += _deel(van, delen[veld], ruimte, plaats)
        lees = f"v = o.{veld}"
        if vormen[veld].vorm.item is not None:
            yield from (lees, *ook_leeg, *_onder("if v:", gevuld))
        elif vormen[veld].verplicht:
            yield from (lees, *ook_leeg, *gevuld)
        elif ook_leeg:
            yield from (lees, *ook_leeg, *_onder("if v is not None:", gevuld))
        else:
            yield from _onder(f"if o.{veld} is not None:", [lees, *gevuld])


def _deel(van: Lezer, deel: int, ruimte: dict[str, Any], plaats: str) -> list[str]:
    """Return the lines that read a part ``v``, or each of a list."""
    _, lijst, onder = van.delen[deel]
    heel = f"o{len(ruimte)}"
    ruimte[heel] = None  # a name of its own
    boven = f"{plaats}{deel + len(van.toetsen)}, "
    if not lijst:
        return [f"{heel} = o", "o = v", *_lees(onder, ruimte, f"{boven}0, "), f"o = {heel}"]
    # What is left of the list says at which place the loop is.
    hier = f"{boven}len(v{heel}) - hint(i{heel}) - 1, "
    lus = _verder(_lees(onder, ruimte, hier))
    begin = [f"{heel} = o", f"v{heel} = v", f"i{heel} = iter(v)"]
    return [*begin, f"for o in i{heel}:", *lus, f"o = {heel}"]


def _tekstregels(
    groep: Iterable[tuple[Toets, str]], ruimte: dict[str, Any]
) -> tuple[list[str], list[str]]:
    """Return the lines that read the declarations on one field: always, and when it is filled."""
    ook_leeg: list[str] = []
    gevuld: list[str] = []
    met_dag: list[str] = []
    for toets, plaats in groep:
        vraag = _vraag(toets, ruimte, plaats)
        if toets.ook_leeg:
            ook_leeg += vraag
        elif toets.met_dag:
            met_dag += vraag
        else:
            gevuld += vraag
    return ook_leeg, [*gevuld, *_onder("if vandaag is not None:", met_dag)]


def _vraag(toets: Toets, ruimte: dict[str, Any], plaats: str) -> list[str]:
    """Return the lines that read one declaration, which stands at a place."""
    naam = f"t{len(ruimte)}"
    ruimte[naam], ruimte[f"{naam}_bij"] = toets.lees, toets.bij
    vraag = [f"if g := {naam}(o, l):", f"    noten.append(({plaats}, g))"]
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
    if not toets.vooraf:
        return [*uit, f"el{vraag[0]}", vraag[1]]
    begin = [f"w = {toets.vooraf}", *(f"{was} = None" for was in eerder.values())]
    # What is not certain of one item is asked of the whole list, once.
    lus = [*uit, "else:", *_verder([*vraag, "break"])]
    return [*begin, "for x in v:", *_verder(lus)]


def _onder(als: str, tekstregels: list[str]) -> list[str]:
    """Return lines below the one that asks whether to run them, if there are any."""
    return [als, *_verder(tekstregels)] if tekstregels else []


def _verder(tekstregels: Iterable[str]) -> list[str]:
    return [f"    {tekstregel}" for tekstregel in tekstregels]
