"""A quick reading of what fields mean: of most documents it finds that all of it holds.

For each class of documents one function is generated from the declarations, which works out no
places and makes no findings. Where it is not certain that a declaration holds it asks that of
:mod:`geboortezorg.regels.veldtoets`; where that finds something, it notes what, and at which place.
"""

import os
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from operator import itemgetter, length_hint
from types import SimpleNamespace
from typing import Any, Final, NamedTuple, final

from geboortezorg.betekenis import (
    AGB,
    Bereik,
    Betekenis,
    Eindigt,
    Gebeurd,
    Hooguit,
    Nabij,
    NietNa,
    NietNul,
    NietVoor,
    Past,
    Uniek,
)
from geboortezorg.convert.gewoon import GEWOON
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
_VAN_GEVULD: Final = frozenset(
    {AGB, Bereik, Gebeurd, Hooguit, Nabij, NietNa, NietNul, NietVoor, Past, Uniek}
)
"""Kinds of declaration that are met wherever their field is filled, where read by an expression."""
_BITS: Final[dict[type[Betekenis], int]] = {}
_SNEL: Final[dict[tuple[str, bool, frozenset[str] | None], Snel]] = {}
"""The quick reading of a kind of document, once it was generated: with and without a day, and for
those that hold none but usual members."""


def lees(soort: str, document: Any, lezing: Lezing) -> Sequence[Noot]:
    """Return what does not hold in a document, in order; `lezing` then knows which kinds were met.

    Not quick for the first documents of a kind: to generate takes longer than to read them.
    """
    wat = soort, lezing.vandaag is not None, getattr(document, GEWOON, None)
    gemaakt = _SNEL.get(wat)
    if gemaakt is None:
        if not VERGELIJK and _GELEZEN[soort] < _VANAF:
            _GELEZEN[soort] += 1
            return veldlezer.lees(soort, document, lezing)
        gemaakt = _SNEL[wat] = _genereer(*wat)
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


def _genereer(soort: str, met_dag: bool, gewoon: frozenset[str] | None) -> Snel:
    van, tekst = veldlezer.lezer(DOCUMENTEN[soort]), _Tekst(gewoon, met_dag=met_dag)
    altijd = tekst.altijd(van)
    lichaam = tekst.object(van, _Hier("o", altijd))
    begin = [f"bits = {altijd}", "vandaag = l.vandaag", "noten = []"]
    tekstregels = _verder([*begin, *lichaam, "l.bits |= bits", "return noten"])
    heel = "def lees(o, l):\n" + "".join(f"{tekstregel}\n" for tekstregel in tekstregels)
    code = compile(heel, f"<snel {van.klasse.__name__}>", "exec")
    exec(code, tekst.ruimte)  # noqa: S102 - the text comes from our own model classes only
    functie: Snel = tekst.ruimte["lees"]
    return functie


class _Hier(NamedTuple):
    """An object in the text of a function, and where it stands in a document."""

    obj: str
    bits: int
    """Those that are set already."""
    plaats: str = ""
    """An expression for the steps to it."""
    pad: str = ""
    """JSON Pointer to it, with ``*`` for list positions."""
    herhaald: bool = False
    """Whether it stands in a list, among others that have much the same values."""


@final
class _Tekst:
    """The text of one function, in which every object and list has a name of its own."""

    def __init__(self, gewoon: frozenset[str] | None, *, met_dag: bool) -> None:
        self._gewoon = gewoon
        """Beside which members documents have none but required ones, where that is known."""
        self.ruimte: dict[str, Any] = {"hint": length_hint}
        """What its names stand for."""
        self._met_dag = met_dag
        """Whether the day of judging is known: without it some declarations are not met."""
        self._eerder: list[str] = []

    def _naam(self, letter: str, iets: Any = None) -> str:
        naam = f"{letter}{len(self.ruimte)}"
        self.ruimte[naam] = iets
        return naam

    def altijd(self, van: Lezer) -> int:
        """Return the bits of what every object meets: these are set at once, not where it is read."""
        vast = {v.naam for v in velden(van.klasse) if v.verplicht and v.vorm.item is None}
        bits = 0
        for toets in van.toetsen:
            bits |= self._bits(toets, gevuld=toets.veld in vast)
        for naam, _, onder in van.delen:
            bits |= self.altijd(onder) if naam in vast else 0
        return bits

    def _bits(self, toets: Toets, *, gevuld: bool) -> int:
        """Return the bit of a declaration when it is certain to be met."""
        soort = type(toets.betekenis)
        zeker = soort is Eindigt or (gevuld and soort in _VAN_GEVULD)
        return _bit(soort) if zeker and self._telt_mee(toets) and toets.snel is not None else 0

    def _telt_mee(self, toets: Toets) -> bool:
        return self._met_dag or not toets.met_dag

    def object(self, van: Lezer, hier: _Hier, nummers: Iterable[int] | None = None) -> list[str]:
        """Return the lines that read an object, field by field.

        `nummers` are the declarations to read, without the parts: all, unless given.
        """
        groepen: dict[str, list[tuple[Toets, str]]] = {}
        for nummer in range(len(van.toetsen)) if nummers is None else nummers:
            toets = van.toetsen[nummer]
            if self._telt_mee(toets):
                groepen.setdefault(toets.veld, []).append((toets, f"({hier.plaats}{nummer},)"))
        delen = {} if nummers is not None else {naam: n for n, (naam, _, _) in enumerate(van.delen)}
        vormen = {v.naam: v for v in velden(van.klasse)}
        uit: list[str] = []
        for veld in {**groepen, **delen}:
            vorm, deel = vormen[veld], van.delen[delen[veld]] if veld in delen else None
            vast = vorm.verplicht and vorm.vorm.item is None
            waarde = "v" if deel is None else self._naam("p")
            lees, groep = f"{waarde} = {hier.obj}.{veld}", groepen.get(veld, [])
            ook_leeg = [t for t in groep if t[0].ook_leeg]
            eerst = self._vragen(ook_leeg, hier, waarde)
            if not self._kan_er_zijn(vorm, hier):
                uit += [lees, *eerst] if eerst else []
                continue
            bits = hier.bits
            if not vast:
                for toets, _ in groep:
                    bits |= self._bits(toets, gevuld=True)
                bits |= 0 if deel is None else self.altijd(deel[2])
            daarna = [f"bits |= {bits & ~hier.bits}"] if bits & ~hier.bits else []
            van_elk = [t for t in groep if deel is not None and _van_elk(t[0])]
            rest = [t for t in groep if t not in van_elk and t not in ook_leeg]
            binnen = hier._replace(bits=bits)
            daarna += self._vragen(rest, binnen, waarde)
            if deel is not None:
                plaats = f"{hier.plaats}{delen[veld] + len(van.toetsen)}, "
                daarna += self._deel(deel, binnen._replace(plaats=plaats), waarde, van_elk)
            if vast:
                uit += [lees, *eerst, *daarna]
            elif vorm.vorm.item is not None:
                uit += [lees, *eerst, *_onder(f"if {waarde}:", daarna)]
            elif eerst or self._gewoon is not None:
                uit += [lees, *eerst, *_onder(f"if {waarde} is not None:", daarna)]
            else:
                uit += _onder(f"if {hier.obj}.{veld} is not None:", [lees, *daarna])
        return uit

    def _kan_er_zijn(self, vorm: Veldvorm, hier: _Hier) -> bool:
        """Say whether a document can have a member."""
        return vorm.verplicht or self._gewoon is None or f"{hier.pad}/{vorm.naam}" in self._gewoon

    def _deel(
        self,
        deel: tuple[str, bool, Lezer],
        boven: _Hier,
        waarde: str,
        van_elk: Iterable[tuple[Toets, str]],
    ) -> list[str]:
        """Return the lines that read a part, or each of a list and what is asked `van_elk`."""
        naam, lijst, onder = deel
        pad, plaats = f"{boven.pad}/{naam}", boven.plaats
        if not lijst:
            return self._een(onder, boven._replace(obj=waarde, plaats=f"{plaats}0, ", pad=pad))
        eerder, item, loop = len(self._eerder), self._naam("o"), self._naam("i")
        vooraf, van_een, achteraf = self._per_item(van_elk, boven, waarde, item)
        # What is left of the list says at which place the loop is.
        plaats += f"len({waarde}) - hint({loop}) - 1, "
        hier = _Hier(item, boven.bits, plaats, f"{pad}/*", herhaald=True)
        lus = [*van_een, *self.object(onder, hier)]
        if not lus:  # nothing but what hangs on the day of judging
            return []
        if not boven.herhaald:
            vooraf += [f"{was} = None" for was in self._eerder[eerder:]]
        in_lus = [f"{loop} = iter({waarde})", f"for {item} in {loop}:", *_verder(lus)]
        return [*vooraf, *in_lus, *achteraf]

    def _een(self, van: Lezer, hier: _Hier) -> list[str]:
        """Return the lines that read an object that is a part by itself: by its codes, if it can."""
        codes = [v.naam for v in velden(van.klasse) if _is_code(v)]
        vast = [n for n, toets in enumerate(van.toetsen) if _hangt_alleen_aan(toets, codes)]
        if van.delen or len(vast) < _VEEL:
            return self.object(van, hier)
        rest = [n for n, _ in enumerate(van.toetsen) if n not in vast]
        bekend = self._naam("bekend", _Bekend(codes, [van.toetsen[n] for n in vast]))
        return [
            f"if (w := {bekend}[{', '.join(f'{hier.obj}.{naam}' for naam in codes)}]) is not None:",
            "    bits |= w",
            *_onder("else:", self.object(van, hier._replace(herhaald=False), vast)),
            *self.object(van, hier, rest),
        ]

    def _per_item(
        self, van_elk: Iterable[tuple[Toets, str]], hier: _Hier, waarde: str, item: str
    ) -> tuple[list[str], list[str], list[str]]:
        """Return the lines for declarations on a list: before its loop, in it and after it.

        What is not certain of one item is asked of the whole list, once.
        """
        vooraf: list[str] = []
        per_niet: dict[str, list[str]] = {}
        achteraf: list[str] = []
        for toets, plaats in van_elk:
            naam, vraag, noot = self._gevraagd(toets, hier, plaats)
            onzeker, namen = f"{naam}_onzeker", {"x": item, "w": f"{naam}_w"}
            eerder = {lid.format(**namen): self._naam("e") for lid in toets.hangt_aan}
            vooraf += [f"{naam}_w = {_met(toets.vooraf, hier, waarde)}", f"{onzeker} = False"]
            vooraf += [f"{was} = None" for was in eerder.values()]
            gezien = _onthoud(toets, eerder, hier.bits)
            zeker = [
                f"if {str(toets.snel).format(**namen)}:",
                *gezien,
                "else:",
                f"    {onzeker} = True",
            ]
            per_niet.setdefault(str(toets.niet).format(**namen), []).extend(_anders(eerder, zeker))
            achteraf += [f"if {onzeker} and {vraag}:", noot]
        van_een: list[str] = []
        for niet, regels in per_niet.items():
            van_een += [f"if not ({niet}):", *_verder(regels)]
        return vooraf, van_een, achteraf

    def _vragen(self, groep: Iterable[tuple[Toets, str]], hier: _Hier, waarde: str) -> list[str]:
        """Return the lines that read some declarations on one field."""
        uit: list[str] = []
        for toets, plaats in groep:
            naam, vraag, noot = self._gevraagd(toets, hier, plaats)
            if toets.snel is None:
                uit += [f"if {vraag}:", noot]
                continue
            eerder: dict[str, str] = {}
            if hier.herhaald:
                eerder = {_met(lid, hier, waarde): self._naam("e") for lid in toets.hangt_aan}
                self._eerder += eerder.values()
            snel = _met(toets.snel.format(bij=f"{naam}_bij"), hier, waarde)
            gezien = _onthoud(toets, eerder, hier.bits)
            zeker = [f"if not ({snel}) and {vraag}:", noot]
            if gezien:
                zeker = [f"if {snel}:", *gezien, f"elif {vraag}:", noot]
            zeker = _anders(eerder, zeker)
            if toets.niet is not None:
                niet = _met(toets.niet.format(bij=f"{naam}_bij"), hier, waarde)
                zeker = [f"if not ({niet}):", *_verder(zeker)]
            uit += zeker
        return uit

    def _gevraagd(self, toets: Toets, hier: _Hier, plaats: str) -> tuple[str, str, str]:
        """Return a name for a declaration, and how it is asked and noted where it may not hold."""
        naam = self._naam("t", toets.lees)
        self.ruimte[f"{naam}_bij"] = toets.bij
        return naam, f"(g := {naam}({hier.obj}, l))", f"    noten.append(({plaats}, g))"


def _met(uitdrukking: str, hier: _Hier, waarde: str) -> str:
    """Return an expression with the names of an object and of a value in place of ``o`` and ``v``."""
    return re.sub(r"\b[ov]\b", lambda naam: hier.obj if naam[0] == "o" else waarde, uitdrukking)


def _van_elk(toets: Toets) -> bool:
    """Say whether a declaration on a list is asked of each item of it."""
    return toets.snel is not None and bool(toets.vooraf)


def _onthoud(toets: Toets, eerder: Mapping[str, str], bits: int) -> list[str]:
    """Return the lines that keep that a declaration is met, and on what it hung that it holds."""
    uit = [f"    {was} = {lid}" for lid, was in eerder.items()]
    bit = _bit(type(toets.betekenis)) & ~bits if toets.telt else 0
    return [f"    bits |= {bit}", *uit] if bit else uit


def _anders(eerder: Mapping[str, str], tekstregels: list[str]) -> list[str]:
    """Return lines below the question whether an object is as the one before it, if it may be."""
    verschilt = " or ".join(f"{lid} != {was}" for lid, was in eerder.items())
    return [f"if {verschilt}:", *_verder(tekstregels)] if eerder else tekstregels


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


def _onder(als: str, tekstregels: list[str]) -> list[str]:
    """Return lines below the one that asks whether to run them, if there are any."""
    return [als, *_verder(tekstregels)] if tekstregels else []


def _verder(tekstregels: Iterable[str]) -> list[str]:
    return [f"    {tekstregel}" for tekstregel in tekstregels]
