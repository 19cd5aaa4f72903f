"""From the resources of one pregnancy to its dossier."""

from collections.abc import Hashable
from typing import Any, Final, final

from geboortezorg.fhir.bron import Bron, Plek
from geboortezorg.fhir.koppeling import koppeling
from geboortezorg.fhir.uitkomst import Reden
from geboortezorg.fhir.verband import (
    Groep,
    Verwijzingen,
    Zwangerschappen,
    geldig,
    geldig_zonder_melding,
)
from geboortezorg.fhir.waarden import Leden
from geboortezorg.fhir.zwangerschap import MEESTE, Kind, Zwangerschap, bruikbaar, maak_dossier
from geboortezorg.model.dossier import Dossier

_VOORBIJ: Final = "finished"


@final
class Samensteller:
    """Builds the dossiers from all resources of the input."""

    def __init__(self, verwijzingen: Verwijzingen) -> None:
        self.verwijzingen = verwijzingen
        self.verband = Zwangerschappen(verwijzingen)
        self.zwangerschappen = [Zwangerschap() for _ in self.verband.leden]
        self._aanbieders: dict[int, tuple[Hashable, dict[str, Any]]] = {}
        self._verzekeringen: dict[Hashable, list[dict[str, Any]]] = {}
        """The insurances of each woman."""
        for zwangerschap, bronnen in zip(self.zwangerschappen, self.verband.leden, strict=True):
            zwangerschap.vrouwen = list(dict.fromkeys(map(self.verband.vrouw, bronnen)))
            for vrouw in zwangerschap.vrouwen:
                zwangerschap.verzekeringen = self._verzekeringen.setdefault(vrouw, [])

    def dossiers(self) -> tuple[Dossier, ...]:
        """Return a dossier for each pregnancy, in the order of the input."""
        for groep, bronnen in enumerate(self.verband.leden):
            for bron in bronnen:
                if bron.soort == "EpisodeOfCare":
                    self._episode(self.zwangerschappen[groep], bron)
            self._client(self.zwangerschappen[groep], bronnen)
        bronnen = self.verwijzingen.bronnen
        for bron in bronnen:
            if bron.soort == "Procedure":
                self._verrichting(bron)
            elif bron.soort == "Observation" and geldig_zonder_melding(bron):
                self._kinderen_in(bron, geboorte=False)
        for bron in bronnen:
            if bron.soort == "Observation":
                self._waarneming(bron)
            elif bron.soort == "ReferralRequest":
                self._verwijzing(bron)
            elif bron.soort == "Coverage":
                self._verzekering(bron)
        return tuple(
            maak_dossier(nummer, zwangerschap)
            for nummer, zwangerschap in enumerate(self.zwangerschappen, 1)
        )

    # Who is who

    def _client(self, zwangerschap: Zwangerschap, bronnen: list[Bron]) -> None:
        leden = Leden()
        patienten: dict[int, Bron] = {}
        for bron in bronnen:
            naam = "patient" if bron.soort == "EpisodeOfCare" else "subject"
            gevonden = False
            for plek, doel in self.verwijzingen.doelen(bron, naam):
                bron.merk(*plek)
                patienten[id(doel)] = doel
                gevonden = True
            if not gevonden:
                bron.meld((naam,), Reden.NIET_VERBONDEN)
        for patient in patienten.values():
            if bruikbaar(patient, "Patient"):
                leden.lees(patient, koppeling().velden["client"])
        zwangerschap.client = leden.gegevens()

    def _aanbieder(self, bron: Bron, plek: Plek, waarde: Any) -> tuple[Hashable, dict[str, Any]]:
        """Return who is meant by a reference to an Organization, and the zorgaanbieder."""
        doel = self.verwijzingen.doel(bron, waarde)
        if doel is not None and doel.soort == "Organization" and doel.begrepen():
            bron.merk(*plek)
            if id(doel) not in self._aanbieders:
                leden = Leden()
                leden.lees(doel, koppeling().velden["zorgaanbieder"])
                gegevens = leden.gegevens()
                self._aanbieders[id(doel)] = (gegevens.get("agb_code", id(doel)), gegevens)
            return self._aanbieders[id(doel)]
        leden = Leden()
        kenmerk = Bron(bron.index, waarde if type(waarde) is dict else {})
        leden.lees(kenmerk, koppeling().velden["zorgaanbieder"])
        gegevens = leden.gegevens()
        if not gegevens:
            bron.meld(plek, Reden.NIET_VERBONDEN)
            return None, {}
        bron.merk(*plek)
        return gegevens.get("agb_code"), gegevens

    # What happened

    def _episode(self, zwangerschap: Zwangerschap, bron: Bron) -> None:
        leden = Leden()
        leden.lees(bron, koppeling().velden["zorgepisode"])
        gegevens = leden.gegevens()
        mist = _mist_looptijd(leden, gegevens, eindigt=bron.gegeven["status"] == _VOORBIJ)
        if mist is not None:
            bron.meld(mist, Reden.ONTBREEKT, geheel=True)
            return
        sleutel: Hashable = None
        aanbieder: dict[str, Any] = {}
        gevonden = bron.delen("managingOrganization")
        for plek, waarde in gevonden:
            sleutel, aanbieder = self._aanbieder(bron, plek, waarde)
        if not gevonden:
            bron.meld(("managingOrganization",), Reden.ONTBREEKT)
        if len(zwangerschap.episodes) >= MEESTE["zorgepisodes"]:
            bron.meld((), Reden.VORM)
            return
        gegevens |= {"zorgaanbieder": aanbieder, "verwijzingen": []}
        zwangerschap.episodes.append((bron, sleutel, gegevens))

    def _verrichting(self, bron: Bron) -> None:
        """Take a delivery, which ties births to a pregnancy, or a birth, which gives a child."""
        codes, soorten = bron.codes("code"), koppeling().soorten
        geboorte = soorten["geboorte"] in codes
        if not (geboorte or soorten["bevalling"] in codes) or not geldig(bron):
            return
        groep = self.verband.groep(bron)
        if groep is None:
            return
        zwangerschap = self.zwangerschappen[groep]
        zwangerschap.bevallen = True
        bron.merk("code")
        if self.verband.vrouw(bron) in zwangerschap.vrouwen and not geboorte:
            bron.merk("subject")
        if geboorte and not self._kinderen_in(bron, geboorte=True):
            bron.meld(("subject",), Reden.NIET_VERBONDEN, geheel=True)

    def _kinderen_in(self, bron: Bron, *, geboorte: bool) -> bool:
        """Note the child that a resource in the record of a pregnancy is about."""
        gevonden = False
        for plek, patient in self.verwijzingen.doelen(bron, "subject"):
            wie = self.verband.persoon(patient)
            if patient.soort != "Patient" or wie in self._verzekeringen:
                continue
            groepen = self.verband.groepen(bron)
            if len(groepen) != 1 or not (geboorte or patient.heeft_profiel("kind")):
                continue
            (groep,) = groepen
            kind = self.zwangerschappen[groep].kinderen.setdefault(wie, Kind())
            kind.patienten[id(patient)] = patient
            if geboorte:
                kind.geboren = gevonden = True
                bron.merk(*plek)
                kind.leden.lees(bron, koppeling().velden["geboorte"])
        return gevonden

    def _waarneming(self, bron: Bron) -> None:
        bekend = koppeling().waarnemingen
        gevonden = [bekend[code] for code in bron.codes("code") if code in bekend]
        koppelrijen = tuple(dict.fromkeys(koppelrij for deel in gevonden for koppelrij in deel))
        if not koppelrijen or not geldig(bron):
            return
        if len({koppelrij.lid for koppelrij in koppelrijen if not koppelrij.onderdeel}) > 1:
            bron.meld(("code",), Reden.TEGENSTRIJDIG, geheel=True)
            return
        groep = self.verband.groep(bron)
        if groep is None:
            return
        leden = self._leden_van(bron, groep, koppelrijen[0].rol)
        if leden is None:
            bron.meld(("subject",), Reden.NIET_VERBONDEN, geheel=True)
            return
        bron.merk("code")
        leden.lees(bron, koppelrijen)

    def _leden_van(self, bron: Bron, groep: Groep, rol: str) -> Leden | None:
        zwangerschap = self.zwangerschappen[groep]
        wie = self.verband.vrouw(bron)
        if rol == "zwangerschap":
            leden = zwangerschap.leden if wie in (None, *zwangerschap.vrouwen) else None
        else:
            kind = zwangerschap.kinderen.get(wie)
            leden = None if kind is None else kind.leden
        if leden is not None:
            bron.merk("subject")
        return leden

    def _verwijzing(self, bron: Bron) -> None:
        if not geldig(bron):
            return
        groep = self.verband.groep(bron)
        if groep is None:
            return
        naar = self._organisaties(bron, ("recipient",))
        van = self._organisaties(bron, ("requester", "agent"), ("requester", "onBehalfOf"))
        episode = self._van_wie(bron, groep, {wie for wie, _ in van}, {wie for wie, _ in naar})
        if episode is None:
            bron.meld((), Reden.NIET_VERBONDEN)
            return
        leden = Leden()
        leden.lees(bron, koppeling().velden["verwijzing"])
        gegevens = leden.gegevens()
        if len(naar) == 1:
            gegevens["naar"] = naar[0][1]
        for plek, _ in bron.delen("recipient") if len(naar) > 1 else ():
            bron.meld(plek, Reden.TEGENSTRIJDIG)
        bron.merk("intent")
        if self.verband.vrouw(bron) in self.zwangerschappen[groep].vrouwen:
            bron.merk("subject")
        if len(episode["verwijzingen"]) >= MEESTE["verwijzingen"]:
            bron.meld((), Reden.VORM)
            return
        episode["verwijzingen"].append(gegevens)

    def _organisaties(
        self, bron: Bron, *paden: tuple[str, ...]
    ) -> list[tuple[Hashable, dict[str, Any]]]:
        """Return the organisations at some paths; persons are left in the list of the rest."""
        uit = []
        for pad in paden:
            for plek, waarde in bron.delen(*pad):
                doel = self.verwijzingen.doel(bron, waarde)
                if doel is None or doel.soort == "Organization":
                    wie, aanbieder = self._aanbieder(bron, plek, waarde)
                    if aanbieder or wie is not None:
                        uit.append((wie, aanbieder))
        return uit

    def _van_wie(
        self, bron: Bron, groep: Groep, van: set[Hashable], naar: set[Hashable]
    ) -> dict[str, Any] | None:
        """Return the episode of the organisation that refers."""
        episodes = self.zwangerschappen[groep].episodes
        context = {id(doel) for _, doel in self.verwijzingen.doelen(bron, "context")}
        if van:
            passend = [deel for deel in episodes if deel[1] in van]
            if len(passend) > 1:
                passend = [deel for deel in passend if id(deel[0]) in context]
        else:
            passend = [deel for deel in episodes if id(deel[0]) in context]
            passend = [deel for deel in passend if deel[1] is None or deel[1] not in naar]
        return passend[0][2] if len(passend) == 1 else None

    def _verzekering(self, bron: Bron) -> None:
        if not geldig(bron):
            return
        vrouw = self.verband.vrouw(bron)
        lijst = None if vrouw is None else self._verzekeringen.get(vrouw)
        if lijst is None:
            bron.meld(("beneficiary",), Reden.NIET_VERBONDEN, geheel=True)
            return
        leden = Leden()
        leden.lees(bron, koppeling().velden["verzekering"])
        for plek, waarde in bron.delen("payor"):
            doel = self.verwijzingen.doel(bron, waarde)
            if doel is None:  # a reference may have the number of whom it means
                doel = Bron(bron.index, waarde if type(waarde) is dict else {})
                proef = Leden()
                proef.lees(doel, koppeling().velden["verzekeraar"])
                bekend = bool(proef.gegevens())
            else:
                bekend = doel.soort == "Organization" and doel.begrepen()
            if bekend:
                bron.merk(*plek)
                leden.lees(doel, koppeling().velden["verzekeraar"])
        gegevens = leden.gegevens()
        mist = _mist_looptijd(leden, gegevens, eindigt=False)
        if mist is not None or "uzovi_code" not in gegevens:
            bron.meld(mist or ("payor",), Reden.ONTBREEKT, geheel=True)
        elif gegevens in lijst:  # the same insurance, as each organisation has it
            bron.merk("beneficiary")
        elif len(lijst) >= MEESTE["verzekeringen"]:
            bron.meld((), Reden.VORM)
        else:
            bron.merk("beneficiary")
            lijst.append(gegevens)


def _mist_looptijd(leden: Leden, gegevens: dict[str, Any], *, eindigt: bool) -> Plek | None:
    """Return which end of a period has to be known; an end that is known to be is not left open."""
    looptijd = gegevens.get("looptijd", {})
    if "van" not in looptijd:
        return ("period", "start")
    open_ = "tot_en_met" not in looptijd
    if open_ and (eindigt or "looptijd.tot_en_met" in leden.mislukt):
        return ("period", "end")
    return None
