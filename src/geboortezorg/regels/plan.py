"""Which rules can apply to a document, by what they say that they need.

Most rules say nothing of most documents. What a document holds is worked out once, as bits; for
each set of bits it is known which rules can apply, and the others are not run. Nor are the general
rules on what fields mean, where one reading of all fields found that all of it holds. A rule that
says what gives it occasion to find something is answered without it, too: that all is well. So are
the rules that the pipeline answers: of a document that comes here they have nothing to find.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from itertools import count
from typing import Final, TypeVar, final

from geboortezorg.betekenis import Betekenis
from geboortezorg.bron import Verificatie, zwakste
from geboortezorg.convert.gewoon import GEWOON
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.model.prestatie import Prestatie
from geboortezorg.rapport import Uitkomst
from geboortezorg.regels import leden
from geboortezorg.regels.invoer import vorm
from geboortezorg.regels.nodig import Nodig, Trek
from geboortezorg.regels.omtrek import VERGELIJK
from geboortezorg.regels.regel import NIET_VAN_TOEPASSING, UITSLAGEN, VOLDAAN, Regel, Uitslag
from geboortezorg.regels.register import BLIKKEN_PER_SOORT
from geboortezorg.regels.samenhang.lezen import antwoord, gelezen
from geboortezorg.regels.trekken import velden
from geboortezorg.regels.trekken.prestaties import VAN_PRESTATIE
from geboortezorg.regels.trekken.tarieven import GRONDEN
from geboortezorg.regels.werkblad import Werkblad

__all__ = ["VERGELIJK", "Indeling", "Plan", "indeling", "vergelijk"]

_MET_DECLARATIEREGELS: Final = frozenset({"dossier", "declaratie"})
"""Kinds whose declaratieregels are lines with a prestatie of the lists."""

_CREDIT: Final = 1

_MAX_PLANNEN: Final = 4096

_Kijk = Callable[[Werkblad], Collection[Trek]]

_Ding = TypeVar("_Ding", str, Nodig, Trek)


@final
class Plan:
    """The rules to run for a document, and what the others answer: one object for all alike."""

    __slots__ = ("plaatsen", "vooraf")

    def __init__(self, plaatsen: tuple[int, ...], vooraf: tuple[Uitslag, ...]) -> None:
        self.plaatsen = plaatsen
        """The places of the rules to run, in order."""
        self.vooraf = vooraf
        """The answer of each rule that is not run."""


@final
class Indeling:
    """How the documents of one kind are divided, by what its rules need of them."""

    __slots__ = (
        "_aanleidingen",
        "_algemeen",
        "_bits",
        "_blikken",
        "_eisen",
        "_elke_blik",
        "_klasse",
        "_leden",
        "_leest",
        "_met_regels",
        "_onzeker",
        "_per_kenmerk",
        "_per_lid",
        "_per_trek",
        "_plannen",
        "_soort",
        "_van_alle",
        "_zichtbaar",
        "regels",
    )

    def __init__(self, soort: str, regels: Sequence[Regel]) -> None:
        self.regels = regels
        self._soort = soort
        self._klasse = DOCUMENTEN[soort]
        self._met_regels = soort in _MET_DECLARATIEREGELS
        blikken = BLIKKEN_PER_SOORT[soort]
        self._zichtbaar = {trek for blik in blikken for trek in blik.trekken}
        if self._met_regels:
            self._zichtbaar.update(VAN_PRESTATIE)
        self._bits = (_CREDIT << nummer for nummer in count(1))
        self._per_lid: dict[str, int] = {}
        self._per_kenmerk: dict[Nodig, int] = {}
        self._per_trek: dict[Trek, int] = {}
        self._eisen = [
            tuple(filter(None, map(self._eis, regel.nodig_in((soort,))))) for regel in regels
        ]
        self._aanleidingen = [
            0 if regel.aanleiding is None else self._eis(regel.aanleiding) for regel in regels
        ]
        if any(regel.tariefgrond for regel in regels):
            for trek in GRONDEN.values():
                self._bit(self._per_trek, trek)
        self._van_alle = self._van_prestaties  # one object, by which it is remembered
        self._leden = leden.Leden(self._klasse, self._per_lid)
        self._blikken = [
            blik
            for blik in blikken
            if blik is not velden.BLIK and not self._per_trek.keys().isdisjoint(blik.trekken)
        ]
        self._elke_blik: tuple[_Kijk | None, ...] = tuple(blik.kijk for blik in self._blikken)
        self._algemeen = {
            plaats: regel.algemeen for plaats, regel in enumerate(regels) if regel.algemeen
        }
        # What that look sees is known where the answers of the general rules are.
        self._onzeker = self._per_trek.get(Trek.VELDEN, 0)
        self._leest = bool(self._algemeen or self._onzeker)
        self._plannen: dict[tuple[int, frozenset[type[Betekenis]] | None], Plan] = {}

    def _eis(self, nodig: Nodig) -> int:
        """Return the bits of things of which one is asked; 0 where that asks nothing."""
        if not self._zichtbaar.issuperset(nodig.trekken):
            return 0
        eis = _CREDIT if self._met_regels and nodig.credit else 0
        for lid in nodig.leden:
            if leden.bestaat(self._klasse, lid):
                eis |= self._bit(self._per_lid, lid)
        for trek in nodig.trekken:
            eis |= self._bit(self._per_trek, trek)
        if self._met_regels and (nodig.regimes or nodig.prestaties or nodig.kenmerken):
            eis |= self._bit(self._per_kenmerk, nodig)
        return eis

    def _bit(self, bekend: dict[_Ding, int], ding: _Ding) -> int:
        """Return the bit of a thing: its own, given when it is first asked."""
        if ding not in bekend:
            bekend[ding] = next(self._bits)
        return bekend[ding]

    def plannen(self, werkbladen: Sequence[Werkblad]) -> list[Plan]:
        """Return the plan for each document.

        Each look goes over all of them before the next one: it is still at hand in the processor.
        """
        gezien, kijken = [], []
        for w in werkbladen:
            document = w.document
            bits, blikken = self._van_lijnen(w)
            gezien.append(bits | self._leden[getattr(document, GEWOON, None)](document))
            kijken.append(blikken)
        klopt: list[frozenset[type[Betekenis]] | None] = [None] * len(werkbladen)
        for plaats, w in enumerate(werkbladen) if self._leest else ():
            lezing = w.samen(gelezen)
            klopt[plaats] = lezing.alles_klopt
            if not lezing.zeker:
                gezien[plaats] |= self._onzeker
        per_trek = self._per_trek
        for blikken in zip(*kijken, strict=True):
            for plaats, kijk in enumerate(blikken):
                if kijk is not None:
                    for trek in kijk(werkbladen[plaats]):
                        gezien[plaats] |= per_trek.get(trek, 0)
        return [*map(self._plan, werkbladen, gezien, klopt)]

    def _van_lijnen(self, w: Werkblad) -> tuple[int, tuple["_Kijk | None", ...]]:
        """Return the bits that the prestaties of a document bring, and each look at it.

        None for a look that sees nothing of these.
        """
        if not self._met_regels:
            return 0, self._elke_blik
        bits, blikken = w.over_prestaties(self._van_alle)
        if not w.pakket.met_onbekende:
            return bits, blikken
        for groep in w.groepen:
            if groep.prestatie is None and groep.telt:
                bits |= self._genoemd(groep.prestatie_id)
        return bits, self._elke_blik

    def _van_prestaties(
        self, prestaties: Collection[Prestatie]
    ) -> tuple[int, tuple["_Kijk | None", ...]]:
        """Return the bits that lines with these prestaties bring, and each look at them."""
        uit: list[_Kijk | None] = []
        for blik in self._blikken:
            if blik.van is None or blik.met is None:
                uit.append(blik.kijk)
            else:
                gemaakt = blik.van(prestaties)
                uit.append(None if gemaakt is None else partial(blik.met, gemaakt))
        return self._van(prestaties), tuple(uit)

    def _plan(self, w: Werkblad, bits: int, gezien: frozenset[type[Betekenis]] | None) -> Plan:
        """Return the plan for a document of which the members and the traits are known."""
        for geval in w.zorggevallen:
            if geval.credits:
                bits |= _CREDIT
        gemaakt = self._plannen.get((bits, gezien))
        if gemaakt is None:
            if len(self._plannen) >= _MAX_PLANNEN:
                self._plannen.clear()
            gemaakt = self._plannen[bits, gezien] = self._maak(bits, gezien)
        return gemaakt

    def _maak(self, bits: int, gezien: frozenset[type[Betekenis]] | None) -> Plan:
        vooraf = [NIET_VAN_TOEPASSING] * len(self.regels)
        plaatsen: list[int] = []
        for plaats, aanleiding in enumerate(self._aanleidingen):
            geldt = all(bits & eis for eis in self._eisen[plaats])
            if self.regels[plaats].code in vorm.CODES:
                vooraf[plaats] = VOLDAAN
            elif gezien is not None and plaats in self._algemeen:
                vooraf[plaats] = antwoord(gezien, self._algemeen[plaats])
            elif bits & aanleiding if aanleiding else geldt:
                plaatsen.append(plaats)
            elif geldt:
                vooraf[plaats] = self._voldaan(self.regels[plaats], bits)
        return Plan(tuple(plaatsen), tuple(vooraf))

    def _voldaan(self, regel: Regel, bits: int) -> Uitslag:
        """Return how a rule is satisfied that is given no occasion."""
        if not regel.tariefgrond:
            return VOLDAAN
        gronden = [grond for grond, trek in GRONDEN.items() if bits & self._per_trek[trek]]
        return UITSLAGEN[Uitkomst.VOLDAAN, zwakste(Verificatie.OFFICIEEL, *gronden)]

    def _genoemd(self, naam: str) -> int:
        """Return the bits that a line brings of which the prestatie is unknown: kept nowhere."""
        return sum(bit for nodig, bit in self._per_kenmerk.items() if naam in nodig.prestaties)

    def _van(self, prestaties: Iterable[Prestatie]) -> int:
        """Return the bits that lines with these prestaties bring."""
        van_een = [
            (self._per_trek[t], zegt) for t, zegt in VAN_PRESTATIE.items() if t in self._per_trek
        ]
        bits = 0
        for prestatie in prestaties:
            bits |= sum(bit for bit, zegt in van_een if zegt(prestatie, self._soort))
            for nodig, bit in self._per_kenmerk.items():
                kenmerken = () if prestatie.regime in nodig.behalve_regimes else nodig.kenmerken
                if (
                    prestatie.regime in nodig.regimes
                    or prestatie.prestatie_id in nodig.prestaties
                    or any(_zegt_iets(getattr(prestatie, kenmerk)) for kenmerk in kenmerken)
                ):
                    bits |= bit
        return bits


def _zegt_iets(waarde: object) -> bool:
    return waarde is not None and waarde is not False and waarde != ()


_INDELINGEN: Final[dict[str, Indeling]] = {}


def indeling(soort: str, regels: Sequence[Regel]) -> Indeling:
    """Return how the documents of a kind are divided, made once."""
    gemaakt = _INDELINGEN.get(soort)
    if gemaakt is None or gemaakt.regels is not regels:
        gemaakt = _INDELINGEN[soort] = Indeling(soort, regels)
    return gemaakt


def vergelijk(regels: Sequence[Regel], plan: Plan, werkbladen: Sequence[Werkblad]) -> None:
    """Run the rules that a plan leaves out; RuntimeError when one of them answers otherwise."""
    for w in werkbladen:
        tabellen = w.tabellen
        for plaats, regel in enumerate(regels):
            if plaats not in plan.plaatsen and (
                regel.toets(w) is not plan.vooraf[plaats] or w.tabellen != tabellen
            ):
                raise RuntimeError(f"{regel.code} geldt ook zonder wat zij nodig heeft")
