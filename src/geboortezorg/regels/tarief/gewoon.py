"""Whether complete care, or a part of it, is plain in a dossier: seen before any rule is run.

Plain is care by whoever was responsible, until the birth or from it on, or a part that ended before
it. It is no norm: what is not plain is judged by the rules. A bound is that of the rule.
"""

from collections.abc import Collection
from datetime import date
from typing import Final, final

from geboortezorg.model.dossier import Dossier
from geboortezorg.model.prestatie import Fase, Prestatie
from geboortezorg.model.zwangerschap import PlaatsBaring, WijzeEinde
from geboortezorg.regels.context import Context
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.rollen import ernaast
from geboortezorg.regels.tarief import deel, einde
from geboortezorg.regels.tarief.opvolging import Opvolging, eerstelijns, verwezen
from geboortezorg.regels.tarief.verloop import PERIODEN
from geboortezorg.regels.trekken.blik import blik_met
from geboortezorg.regels.trekken.dagen import (
    GRENZEN,
    Startgrenzen,
    kort,
    kort_ervoor,
    ook_zonder_bevaldag,
    startgrenzen,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tijd import DAGEN_ZWANGERSCHAP
from geboortezorg.zorggeval import Groep

_PARTUS: Final = WijzeEinde.PARTUS
_DEEL: Final = Trek.DEEL
_BUITENLAND: Final = PlaatsBaring.BUITENLAND


@final
class _Zorg:
    """What the lines of a document have of complete care and of parts, by their prestaties."""

    __slots__ = ("delen", "fasen", "gewoon", "heel", "nataal", "natale", "overnames")

    def __init__(self, prestaties: Collection[Prestatie]) -> None:
        met_einde = einde.MET_EINDE(prestaties)
        van = [prestatie for prestatie in prestaties if prestatie.prestatie_id in met_einde]
        self.fasen = {prestatie.prestatie_id: prestatie.fasen for prestatie in van}
        """The phases of care that asks for an end of the pregnancy, by prestatie."""
        self.heel = {prestatie.prestatie_id for prestatie in van if prestatie.tot_bevalling}
        """Those of it that are for all care until the birth."""
        self.gewoon = all(_PARTUS in p.wijzen_einde and not p.plaatsen_baring for p in van)
        """Whether a partus is an end that each asks for, and none asks where it was."""
        self.nataal = any(Fase.NATAAL in prestatie.fasen for prestatie in van)
        """Whether any is of care at the birth."""
        self.natale = {p.prestatie_id for p in prestaties if Fase.NATAAL in p.fasen}
        """Every prestatie of care at the birth."""
        self.delen = deel.DELEN(prestaties)
        self.overnames = deel.OVERNAMES(prestaties)


def _zorg(prestaties: Collection[Prestatie]) -> _Zorg | None:
    """Return that of prestaties; None when it is about none of them."""
    zorg = _Zorg(prestaties)
    return zorg if zorg.fasen or zorg.delen or zorg.overnames else None


def _grenzen(context: Context) -> tuple[int, int]:
    """Return how many days may lie between care and the birth, and when all of it begins at last."""
    marge = context.normen.norm(GRENZEN).waarde("overname.marge")
    return marge, context.gedeeld(startgrenzen).laatste


def _kijk(zorg: _Zorg, w: Werkblad) -> Collection[Trek]:
    """Return what is not plain of complete care and of its parts in a dossier."""
    dossier: Dossier = w.document
    gezien: list[Trek] = []
    if zorg.fasen and not _gewoon_einde(w, dossier, zorg):
        gezien.append(Trek.VOLLEDIGE_ZORG)
    if zorg.delen or zorg.overnames:
        gezien.append(_DEEL)
        if zorg.overnames or not _gewone_delen(w, zorg.delen):
            gezien.append(Trek.DEEL_TOT_BEVALLING)
    return gezien or ()


def _kijk_in_bericht(zorg: _Zorg, w: Werkblad) -> Collection[Trek]:
    """Return what is not plain of the same in a message, which tells no end and no zorgepisodes."""
    bekend = w.context.gedeeld(startgrenzen)
    gezien: list[Trek] = []
    for geval in w.zorggevallen:
        delen: list[str] = []
        natale: list[str] = []
        overnames = False
        for groep in geval.groepen:
            naam, agb = groep.prestatie_id, groep.zorgaanbieder_agb
            if naam in zorg.heel and _begon_later(groep, bekend):
                gezien.append(Trek.LATE_START)
            if naam in zorg.natale:
                natale.append(agb)
            if groep.telt and naam in zorg.delen:
                delen.append(agb)
            elif groep.telt and naam in zorg.overnames:
                overnames = True
        if geval.een_vrouw and (delen or overnames):
            gezien.append(Trek.DEEL)
            if overnames or len(set(delen)) > 1 or not set(delen).isdisjoint(natale):
                gezien.append(Trek.DEEL_TOT_BEVALLING)
    return gezien or ()


def _begon_later(groep: Groep, bekend: Startgrenzen) -> bool:
    """Say whether a line names another from whom the care was taken over, or a birth that was near.

    Or no birth, of care that did not last long.
    """
    zelf, prestatie = {None, groep.zorgaanbieder_agb}, groep.prestatie
    dagen = 0 if prestatie is None else ook_zonder_bevaldag(prestatie, bekend)
    for lijn in groep.lijnen:
        partus = lijn.datum_partus
        if lijn.vorige_zorgverlener_agb not in zelf or (
            kort(lijn, dagen) if partus is None else kort_ervoor(lijn, partus, bekend)
        ):
            return True
    return False


def _gewoon_einde(w: Werkblad, dossier: Dossier, zorg: _Zorg) -> bool:
    """Say whether care that asks for a birth was by whoever was responsible, and none elsewhere."""
    zwangerschap, bevallen = dossier.zwangerschap, w.bevaldagen
    fasen, heel, einde = zorg.fasen, zorg.heel, zwangerschap.datum_einde
    if (
        not zorg.gewoon
        or bevallen is None
        or einde is None
        or zwangerschap.wijze_einde is not _PARTUS
        or (heel and not _bleef(dossier, einde))
    ):
        return False
    for kind in dossier.kinderen if zorg.nataal else ():
        if kind.werkelijke_plaats_baring is _BUITENLAND:
            return False
    a_terme = zwangerschap.a_terme_datum
    for groep in w.groepen:
        naam = groep.prestatie_id
        if naam not in fasen:
            continue
        if not _verantwoordelijk(dossier, groep.zorgaanbieder_agb, fasen[naam]):
            return False
        if naam in heel and not _tot_bevalling(w.context, groep, a_terme, bevallen[0]):
            return False
    return True


def _bleef(dossier: Dossier, dag: date) -> bool:
    """Say whether there is but one zorgepisode, without a referral, that lasted until the birth."""
    if len(dossier.zorgepisodes) != 1:
        return False
    (episode,) = dossier.zorgepisodes
    tot_en_met = episode.looptijd.tot_en_met
    return not episode.verwijzingen and (tot_en_met is None or tot_en_met >= dag)


def _tot_bevalling(context: Context, groep: Groep, a_terme: date | None, geboren: date) -> bool:
    """Say whether the days of complete care reach from early on until the birth."""
    if a_terme is None or groep.startdagen is None:
        return False
    marge, laatste_start = context.gedeeld(_grenzen)
    laatste_start += a_terme.toordinal() - DAGEN_ZWANGERSCHAP
    vroegste_einde = geboren.toordinal() - marge
    for start in groep.startdagen:
        if start is None or start.toordinal() > laatste_start:
            return False
    for lijn in groep.lijnen:
        einde = lijn.periode.tot_en_met.toordinal()
        if lijn.vorige_zorgverlener_agb is not None or einde < vroegste_einde:
            return False
    return True


def _verantwoordelijk(dossier: Dossier, agb: str, fasen: Collection[Fase]) -> bool:
    """Say whether whoever declares lines was responsible in a period of each of their phases."""
    for fase in fasen:
        perioden = PERIODEN[fase]
        for episode in dossier.zorgepisodes:
            if episode.zorgaanbieder.agb_code == agb and not perioden.isdisjoint(
                episode.eindverantwoordelijk_in
            ):
                break
        else:
            return False
    return True


def _gewone_delen(w: Werkblad, delen: Collection[str]) -> bool:
    """Say whether each part is of a zorgepisode before the birth, and went to no other midwife."""
    bevallen = w.bevaldagen
    for groep in w.groepen:
        prestatie = groep.prestatie
        if prestatie is None or groep.prestatie_id not in delen:
            continue
        if prestatie.overdracht:
            return False
        peil = groep.geval.peil
        for lijn in groep.lijnen:
            episode = peil.episode(lijn)
            if (
                episode is None
                or episode.zorgaanbieder.agb_code != groep.zorgaanbieder_agb
                or ernaast(episode.zorgaanbieder)
                or (bevallen is not None and episode.looptijd.bevat(bevallen[0]))
            ):
                return False
            opvolger = verwezen(episode) or w.gedeeld(Opvolging).na(episode)
            if opvolger is None:
                if w.gedeeld(Opvolging).naar_niemand(episode, groep.zorgaanbieder_agb):
                    return False
            elif eerstelijns(opvolger):
                return False
    return True


BLIK: Final = blik_met(_zorg, _kijk, Trek.VOLLEDIGE_ZORG, Trek.DEEL, Trek.DEEL_TOT_BEVALLING)

BLIK_IN_BERICHT: Final = blik_met(
    _zorg, _kijk_in_bericht, Trek.LATE_START, Trek.DEEL, Trek.DEEL_TOT_BEVALLING
)

kijk: Final = BLIK.kijk
kijk_in_bericht: Final = BLIK_IN_BERICHT.kijk
