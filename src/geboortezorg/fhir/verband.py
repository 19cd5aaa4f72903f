"""Which resource refers to which, and which of them belong to one pregnancy."""

from collections.abc import Hashable, Iterable, Iterator
from typing import Any, Final, final

from geboortezorg.fhir.bron import Bron, Plek
from geboortezorg.fhir.koppeling import koppeling
from geboortezorg.fhir.uitkomst import Reden
from geboortezorg.nummers import bsn

Groep = int
"""The number of a pregnancy in the input."""

_HOOGSTENS: Final = 2
"""More pregnancies than this are never kept: two are already one too many."""

_NAAR: Final = (
    ("context",),
    ("partOf",),
    ("reasonReference",),
    ("episodeOfCare",),
    ("extension", "valueReference"),
)
"""The elements by which a resource says to which pregnancy it belongs."""


@final
class Verwijzingen:
    """The resources of the input by what others call them."""

    def __init__(self, bronnen: Iterable[Bron]) -> None:
        self.bronnen: list[Bron] = []
        """Every resource once; those that contradict each other not at all."""
        eerste: dict[str, Bron] = {}
        dubbel: set[int] = set()
        for bron in bronnen:
            bron.sluit_in()
            eerder = [eerste[naam] for naam in _namen(bron) if naam in eerste]
            if eerder and all(ander.gegeven == bron.gegeven for ander in eerder):
                bron.merk()  # the same once more
                continue
            for ander in eerder:
                dubbel |= {id(ander), id(bron)}
            for naam in _namen(bron):
                eerste.setdefault(naam, bron)
            self.bronnen.append(bron)
        self._op_naam = {naam: bron for naam, bron in eerste.items() if id(bron) not in dubbel}
        for bron in self.bronnen:
            if id(bron) in dubbel:
                bron.meld((), Reden.DUBBEL)
        self.bronnen = [bron for bron in self.bronnen if id(bron) not in dubbel]

    def doel(self, bron: Bron, verwijzing: object) -> Bron | None:
        """Return what a Reference points at; None when that is not in the input."""
        naam = verwijzing.get("reference") if type(verwijzing) is dict else None
        if type(naam) is not str:
            return None
        if naam.startswith("#"):
            return bron.ingesloten.get(naam[1:])
        naam = naam.split("/_history/", 1)[0]
        gevonden = self._op_naam.get(naam)
        if gevonden is None:
            gevonden = self._op_naam.get("/".join(naam.rsplit("/", 2)[-2:]))
            elders = type(gevonden) is Bron and type(gevonden.volledige_url) is str
            if gevonden and elders and "://" in naam and "://" in str(gevonden.volledige_url):
                return None  # the resource of that name on another server
        return gevonden

    def doelen(self, bron: Bron, *namen: str) -> Iterator[tuple[Plek, Bron]]:
        """Yield what the references at a path point at, each with its place."""
        for plek, waarde in bron.delen(*namen):
            doel = self.doel(bron, waarde)
            if doel is not None:
                yield plek, doel


def _namen(bron: Bron) -> list[str]:
    nummer = bron.gegeven.get("id")
    namen = [bron.volledige_url, f"{bron.soort}/{nummer}" if type(nummer) is str else None]
    return [naam for naam in namen if type(naam) is str]


@final
class Zwangerschappen:
    """Which episodes and conditions are of one pregnancy, and what else belongs to it."""

    def __init__(self, verwijzingen: Verwijzingen) -> None:
        self.verwijzingen = verwijzingen
        self._boven: dict[Hashable, Hashable] = {}
        self._vrouw: dict[int, Hashable] = {}
        self._groepen: dict[int, frozenset[Groep]] = {}
        self._verder: dict[int, frozenset[Groep]] = {}
        self.leden: list[list[Bron]] = self._verdeel(self._knopen())
        """The EpisodeOfCare and Condition resources of each pregnancy, in the order of the input."""
        self._knoop = {id(bron): groep for groep, deel in enumerate(self.leden) for bron in deel}

    def vrouw(self, bron: Bron) -> Hashable:
        """Return who the patient of a resource is, the same for the same woman; None: not told."""
        for naam in ("patient", "subject", "beneficiary"):
            for _, waarde in bron.delen(naam):
                doel = self.verwijzingen.doel(bron, waarde)
                if doel is not None:
                    return self.persoon(doel)
                kenmerk = waarde.get("reference") if type(waarde) is dict else None
                if type(kenmerk) is str:
                    return kenmerk
        return None

    def persoon(self, patient: Bron) -> Hashable:
        """Return who a Patient is: the BSN when there is one, or else this resource.

        The dummy, which newborns have who got no number yet, and what cannot be a BSN are of nobody.
        """
        if id(patient) not in self._vrouw:
            kenmerken = _kenmerken(patient, koppeling().stelsels["bsn"])
            nummers = [nummer for nummer in kenmerken if bsn.elfproef(nummer)]
            self._vrouw[id(patient)] = nummers[0] if len(nummers) == 1 else id(patient)
        return self._vrouw[id(patient)]

    def groepen(self, bron: Bron) -> frozenset[Groep]:
        """Return to which pregnancies a resource belongs by its references, two at most."""
        uit = set(self._direct(bron))
        for doel in self._naar(bron):
            if id(doel) not in self._verder:
                deel = set(self._direct(doel))
                for verder in self._naar(doel):
                    deel |= self._direct(verder)
                self._verder[id(doel)] = _hoogstens(deel)
            uit |= self._verder[id(doel)]
        return _hoogstens(uit)

    def groep(self, bron: Bron) -> Groep | None:
        """Return the one pregnancy of a resource, or say in the list that there is not one."""
        groepen = self.groepen(bron)
        if len(groepen) != 1:
            reden = Reden.TEGENSTRIJDIG if groepen else Reden.NIET_VERBONDEN
            bron.meld((), reden)
            return None
        for namen in _NAAR:
            for plek, doel in self.verwijzingen.doelen(bron, *namen):
                if self._verder.get(id(doel)) or self._direct(doel):
                    bron.merk(*(plek[:2] if namen[0] == "extension" else plek))
        (groep,) = groepen
        return groep

    def _naar(self, bron: Bron) -> Iterator[Bron]:
        for namen in _NAAR:
            for _, doel in self.verwijzingen.doelen(bron, *namen):
                yield doel

    def _direct(self, bron: Bron) -> frozenset[Groep]:
        if id(bron) in self._knoop:
            return frozenset({self._knoop[id(bron)]})
        if id(bron) not in self._groepen:
            knopen = {self._knoop[id(d)] for d in self._naar(bron) if id(d) in self._knoop}
            self._groepen[id(bron)] = _hoogstens(knopen)
        return self._groepen[id(bron)]

    def _knopen(self) -> list[Bron]:
        """Return the maternal records and the conditions that are a pregnancy; bind them."""
        k = koppeling()
        episodes, condities = [], {}
        for bron in self.verwijzingen.bronnen:
            if bron.soort == "EpisodeOfCare":
                if k.soorten["zorgepisode"] in bron.codes("type") or bron.heeft_profiel(
                    "zorgepisode"
                ):
                    episodes.append(bron)
            elif bron.soort == "Condition" and bron.heeft_profiel("zwangerschap"):
                condities[id(bron)] = bron
        episodes = [bron for bron in episodes if geldig(bron)]
        van_episode = {id(bron) for bron in episodes}
        for bron in episodes:
            for plek, doel in self.verwijzingen.doelen(bron, "diagnosis", "condition"):
                if doel.soort == "Condition":
                    condities[id(doel)] = doel
                    self._bind_diagnose(bron, plek, doel)
            for plek, waarde in bron.delen("extension"):
                if (
                    type(waarde) is dict
                    and waarde.get("url") == k.profielen["zwangerschapskenmerk"]
                    and self._bind_kenmerken(bron, _sleutels([waarde.get("valueIdentifier")]))
                ):
                    bron.merk(*plek)
        goed = [bron for bron in condities.values() if geldig(bron, "verificationStatus")]
        for bron in goed:
            stuks = [(plek, waarde) for plek, waarde in bron.delen("identifier")]
            for plek, waarde in stuks:
                if self._bind_kenmerken(bron, _sleutels([waarde])):
                    bron.merk(*plek)
            for plek, doel in self.verwijzingen.doelen(bron, "context"):
                if id(doel) in van_episode and self.vrouw(doel) == self.vrouw(bron):
                    self._bind(("bron", id(bron)), ("bron", id(doel)))
                    bron.merk(*plek)
            for naam in ("code", "clinicalStatus", "verificationStatus"):
                if naam in bron.gegeven:
                    bron.merk(naam)
        return sorted([*episodes, *goed], key=lambda bron: bron.index)

    def _bind_diagnose(self, bron: Bron, plek: Plek, doel: Bron) -> None:
        vrouwen = {self.vrouw(bron), self.vrouw(doel)}
        if vrouwen - {None} != vrouwen or len(vrouwen) > 1:
            zeker = len(vrouwen - {None}) > 1
            bron.meld(plek, Reden.TEGENSTRIJDIG if zeker else Reden.NIET_VERBONDEN)
        elif geldig_zonder_melding(doel, "verificationStatus"):
            self._bind(("bron", id(bron)), ("bron", id(doel)))
            bron.merk(*plek[:-1])

    def _bind_kenmerken(self, bron: Bron, kenmerken: list[tuple[str, str]]) -> bool:
        for kenmerk in kenmerken:
            self._bind(("bron", id(bron)), (self.vrouw(bron), kenmerk))
        return bool(kenmerken)

    def _top(self, sleutel: Hashable) -> Hashable:
        top = sleutel
        while (boven := self._boven.get(top, top)) != top:
            top = boven
        while sleutel != top:
            sleutel, self._boven[sleutel] = self._boven.get(sleutel, top), top
        return top

    def _bind(self, een: Hashable, ander: Hashable) -> None:
        self._boven[self._top(een)] = self._top(ander)

    def _verdeel(self, knopen: list[Bron]) -> list[list[Bron]]:
        groepen: dict[Hashable, list[Bron]] = {}
        for bron in knopen:
            groepen.setdefault(self._top(("bron", id(bron))), []).append(bron)
        return list(groepen.values())


def geldig_zonder_melding(bron: Bron, naam: str = "status") -> bool:
    """Say whether a resource tells of something that is so."""
    status = bron.gegeven.get(naam, "")
    return (
        bron.begrepen()
        and type(status) is str
        and status in koppeling().statussen[bron.soort]
        and bron.gegeven.get("notDone", False) is False
    )


def geldig(bron: Bron, naam: str = "status") -> bool:
    """Say whether a resource tells of something that is so; say in the list when not."""
    if geldig_zonder_melding(bron, naam):
        bron.merk(naam)
        return True
    if bron.begrepen():
        bron.meld((naam,) if naam in bron.gegeven else (), Reden.STATUS, geheel=True)
    else:
        bron.meld((), Reden.NIET_BEGREPEN)
    return False


def _hoogstens(groepen: set[Groep]) -> frozenset[Groep]:
    return frozenset(sorted(groepen)[:_HOOGSTENS])


def _sleutels(kenmerken: Iterable[Any]) -> list[tuple[str, str]]:
    """Return the identifiers that are unique in the world: those with a system."""
    return [
        (deel["system"], deel["value"])
        for deel in kenmerken
        if type(deel) is dict and type(deel.get("system")) is str and type(deel.get("value")) is str
    ]


def _kenmerken(bron: Bron, stelsel: frozenset[str]) -> list[str]:
    sleutels = [deel for _, waarde in bron.delen("identifier") for deel in _sleutels([waarde])]
    return [waarde for naam, waarde in sleutels if naam in stelsel]
