"""A quick reading of what fields mean: of most documents it finds that all of it holds.

For each class of documents one function is generated from the declarations, which works out no
places and makes no findings. Where it is not certain that a declaration holds it asks that of
:mod:`geboortezorg.regels.veldtoets`; where that finds something, it notes what, and at which place.
"""

import os
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter, length_hint
from types import SimpleNamespace
from typing import Any, Final, final

from geboortezorg.betekenis import Betekenis
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels import veldlezer
from geboortezorg.regels.veldlezer import Lezer
from geboortezorg.regels.veldvondst import Lezing, Noot, Toets
from geboortezorg.vorm import Soort, Veldvorm, velden

VERGELIJK = bool(os.environ.get("GEBOORTEZORG_VERGELIJK"))
"""Whether every document is read both ways, to see that they agree: for tests."""

Snel = Callable[[Any, Lezing], list[Noot]]
"""Takes a document; adds which kinds of declaration it met to the bits of a reading. The notes are
in any order."""

_VANAF: Final = 8
_VEEL: Final = 3
"""From how many declarations on that hang on codes alone, an object is known by its codes."""
_MAX_BEKEND: Final = 1024
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


@final
class _Bekend(dict[tuple[str | None, ...], int | None]):
    """What was read of objects by their codes: bits where all holds, None where it may not.

    Providers come back from document to document. What is personal is no part of it.
    """

    def __init__(self, velden_: Sequence[str], toetsen: Sequence[Toets]) -> None:
        super().__init__()
        self._velden = velden_
        self._toetsen = toetsen

    def __missing__(self, codes: tuple[str | None, ...]) -> int | None:
        if len(self) >= _MAX_BEKEND:
            self.clear()
        lezing = Lezing(None)
        obj = SimpleNamespace(**dict(zip(self._velden, codes, strict=True)))
        fout = any(toets.lees(obj, lezing) for toets in self._toetsen)
        bits = None if fout else sum(map(_bit, lezing.gezien))
        self[codes] = bits
        return bits


def _bit(soort: type[Betekenis]) -> int:
    return _BITS.setdefault(soort, 1 << len(_BITS))


def _genereer(van: Lezer) -> Snel:
    ruimte: dict[str, Any] = {"hint": length_hint}
    lichaam = [*_lees_alles(van, ruimte, "")]
    eerder = [f"{naam} = None" for naam in ruimte if naam.startswith("eerder")]
    bits = [naam for naam in ruimte if naam.startswith("bit")]
    begin = [*(f"{naam} = 0" for naam in ("bits", *bits)), "vandaag = l.vandaag", *eerder]
    einde = [f"l.bits |= {' | '.join(['bits', *bits])}", "return noten"]
    tekstregels = _verder([*begin, "noten = []", *lichaam, *einde])
    tekst = "def lees(o, l):\n" + "".join(f"{tekstregel}\n" for tekstregel in tekstregels)
    code = compile(tekst, f"<snel {van.klasse.__name__}>", "exec")
    exec(code, ruimte)  # noqa: S102 - the text comes from our own model classes only
    functie: Snel = ruimte["lees"]
    return functie


def _lees_een(van: Lezer, ruimte: dict[str, Any], plaats: str) -> Iterator[str]:
    """Yield the lines that read an object ``o`` that is a part by itself: by its codes, if it can."""
    codes = [v.naam for v in velden(van.klasse) if _is_code(v)]
    vast = [n for n, toets in enumerate(van.toetsen) if _hangt_alleen_aan(toets, codes)]
    if van.delen or len(vast) < _VEEL:
        yield from _lees_alles(van, ruimte, plaats)
        return
    bekend = f"bekend{len(ruimte)}"
    ruimte[bekend] = _Bekend(codes, [van.toetsen[n] for n in vast])
    yield f"if (w := {bekend}[{', '.join(f'o.{naam}' for naam in codes)}]) is not None:"
    yield from ("    bits |= w", "else:", *_verder(_lees(van, ruimte, plaats, vast)))
    yield from _lees(van, ruimte, plaats, [n for n, _ in enumerate(van.toetsen) if n not in vast])


def _is_code(veldvorm: Veldvorm) -> bool:
    """Say whether a field holds a code or a choice, nothing personal."""
    vorm, veld = veldvorm.vorm, veldvorm.veld
    gecodeerd = vorm.soort is Soort.TEKST and veld.patroon is not None and not veld.persoonsgegeven
    return vorm.soort is Soort.KEUZE or gecodeerd


def _hangt_alleen_aan(toets: Toets, codes: Collection[str]) -> bool:
    """Say whether a declaration hangs on nothing but some fields of its object."""
    return toets.snel is not None and not toets.met_dag and _gelezen(toets).issubset(codes)


def _gelezen(toets: Toets) -> set[str]:
    """Return which fields a declaration reads; an empty name when it reads what is no field."""
    uitdrukking = f"{toets.snel} {toets.niet}"
    return {toets.veld, *re.findall(r"\bo\.(\w+)|\b(?:l|vandaag)\b", uitdrukking)}


def _lees_alles(van: Lezer, ruimte: dict[str, Any], plaats: str) -> Iterator[str]:
    return _lees(van, ruimte, plaats, range(len(van.toetsen)))


def _lees(van: Lezer, ruimte: dict[str, Any], plaats: str, nummers: Iterable[int]) -> Iterator[str]:
    """Yield the lines that read an object ``o``, field by field, of which ``v`` is the value.

    `plaats` is an expression for the steps to the object; `nummers` are the declarations to read.
    """
    groepen: dict[str, list[tuple[Toets, str]]] = {}
    for nummer in nummers:
        toets = van.toetsen[nummer]
        groepen.setdefault(toets.veld, []).append((toets, f"({plaats}{nummer},)"))
    delen = {deel[0]: nummer for nummer, deel in enumerate(van.delen)}
    vormen = {v.naam: v for v in velden(van.klasse)}
    for veld in {**groepen, **delen}:
        groep = groepen.get(veld, ())
        ook_leeg, gevuld = _tekstregels([t for t in groep if not _van_elk(t[0])], ruimte)
        if veld in delen:
            van_elk = [t for t in groep if _van_elk(t[0])]
            gevuld += _deel(van, delen[veld], ruimte, plaats, van_elk)
        lees = f"v = o.{veld}"
        if vormen[veld].vorm.item is not None:
            yield from (lees, *ook_leeg, *_onder("if v:", gevuld))
        elif vormen[veld].verplicht:
            yield from (lees, *ook_leeg, *gevuld)
        elif ook_leeg:
            yield from (lees, *ook_leeg, *_onder("if v is not None:", gevuld))
        else:
            yield from _onder(f"if o.{veld} is not None:", [lees, *gevuld])


def _van_elk(toets: Toets) -> bool:
    """Say whether a declaration on a list is asked of each item of it."""
    return toets.snel is not None and bool(toets.vooraf)


def _deel(
    van: Lezer, deel: int, ruimte: dict[str, Any], plaats: str, van_elk: Iterable[tuple[Toets, str]]
) -> list[str]:
    """Return the lines that read a part ``v``, or each of a list and what is asked `van_elk`."""
    _, lijst, onder = van.delen[deel]
    heel = f"o{len(ruimte)}"
    ruimte[heel] = None  # a name of its own
    boven = f"{plaats}{deel + len(van.toetsen)}, "
    if not lijst:
        return [f"{heel} = o", "o = v", *_lees_een(onder, ruimte, f"{boven}0, "), f"o = {heel}"]
    vooraf, van_een, achteraf = _per_item(van_elk, ruimte)
    # What is left of the list says at which place the loop is.
    hier = f"{boven}len(v{heel}) - hint(i{heel}) - 1, "
    lus = _verder([*van_een, *_lees_alles(onder, ruimte, hier)])
    begin = [*vooraf, f"{heel} = o", f"v{heel} = v", f"i{heel} = iter(v)"]
    return [*begin, f"for o in i{heel}:", *lus, f"o = {heel}", *achteraf]


def _per_item(
    van_elk: Iterable[tuple[Toets, str]], ruimte: dict[str, Any]
) -> tuple[list[str], list[str], list[str]]:
    """Return the lines for declarations on a list: before its loop, in it and after it.

    What is not certain of one item is asked of the whole list, once.
    """
    vooraf: list[str] = []
    per_niet: dict[str, list[str]] = {}
    achteraf: list[str] = []
    for toets, plaats in van_elk:
        naam, (als, *vraag) = _gevraagd(toets, ruimte, plaats)
        onzeker, namen = f"{naam}_onzeker", {"x": "o", "w": f"{naam}_w"}
        eerder = {
            lid.format(**namen): f"{naam}_eerder_{nummer}"
            for nummer, lid in enumerate(toets.hangt_aan)
        }
        vooraf += [f"{naam}_w = {toets.vooraf}", f"{onzeker} = False"]
        vooraf += [f"{was} = None" for was in eerder.values()]
        per_niet.setdefault(str(toets.niet).format(**namen), []).extend(
            [
                *_zeker(toets, str(toets.snel).format(**namen), eerder, ruimte),
                "else:",
                f"    {onzeker} = True",
            ]
        )
        achteraf += [f"if {onzeker} and ({als[3:-1]}):", *vraag]
    van_een: list[str] = []
    for niet, regels in per_niet.items():
        van_een += [f"if not ({niet}):", *_verder(regels)]
    return vooraf, van_een, achteraf


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
    naam, vraag = _gevraagd(toets, ruimte, plaats)
    if toets.snel is None:
        return vraag
    eerder = {lid: f"eerder_{naam}_{nummer}" for nummer, lid in enumerate(toets.hangt_aan)}
    ruimte.update(dict.fromkeys(eerder.values()))
    uit = _zeker(toets, toets.snel.format(bij=f"{naam}_bij"), eerder, ruimte)
    if toets.niet is not None:
        niet = [f"if {toets.niet.format(bij=f'{naam}_bij')}:", "    pass"]
        uit = [*niet, f"el{uit[0]}", *uit[1:]]
    return [*uit, f"el{vraag[0]}", vraag[1]]


def _gevraagd(toets: Toets, ruimte: dict[str, Any], plaats: str) -> tuple[str, list[str]]:
    """Return a name of its own for a declaration, and the lines that ask it where it may not hold."""
    naam = f"t{len(ruimte)}"
    ruimte[naam], ruimte[f"{naam}_bij"] = toets.lees, toets.bij
    return naam, [f"if g := {naam}(o, l):", f"    noten.append(({plaats}, g))"]


def _zeker(toets: Toets, snel: str, eerder: Mapping[str, str], ruimte: dict[str, Any]) -> list[str]:
    """Return the lines that see that a declaration holds: most often as for the object before it.

    `eerder` is where is kept on what that hung.
    """
    gezien = "pass"
    if toets.telt:
        bit = _bit(type(toets.betekenis))
        ruimte[f"bit{bit}"] = bit  # set in the loop, and added to the others after it
        gezien = f"bit{bit} = {bit}"
    uit = [f"if {snel}:", f"    {gezien}"]
    if not eerder:
        return uit
    zelfde = " and ".join(f"{lid} == {was}" for lid, was in eerder.items())
    onthoud = [f"    {was} = {lid}" for lid, was in eerder.items()]
    return [f"if {zelfde}:", "    pass", f"el{uit[0]}", uit[1], *onthoud]


def _onder(als: str, tekstregels: list[str]) -> list[str]:
    """Return lines below the one that asks whether to run them, if there are any."""
    return [als, *_verder(tekstregels)] if tekstregels else []


def _verder(tekstregels: Iterable[str]) -> list[str]:
    return [f"    {tekstregel}" for tekstregel in tekstregels]
