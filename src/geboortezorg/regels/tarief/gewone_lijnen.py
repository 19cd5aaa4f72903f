"""Whether lines are plain: the length of the pregnancy, screening, and free tariffs of integral care.

It is no norm: what is not plain is judged by the rules. A bound is that of the rule.
"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Final, NamedTuple, final

from geboortezorg.model.dossier import Dossier
from geboortezorg.model.prestatie import Prestatie
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.overeenkomsten import Overeenkomstenboek
from geboortezorg.regels.tarief import prestatie, screening
from geboortezorg.regels.tarief.duur import Duur, eerst_over, grenzen, zorg_tot
from geboortezorg.regels.trekken.blik import Blik
from geboortezorg.regels.trekken.tarieven import is_integraal, is_vrij
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tijd import DAGEN_ZWANGERSCHAP
from geboortezorg.zorggeval import Groep, Zorggeval


@final
class _Lijnen(NamedTuple):
    """What there is to see of lines, by their prestaties."""

    integraal: Collection[str]
    begrensd: Mapping[str, prestatie.Grens]
    met_contract: bool
    rijksbegroting: Mapping[str, date]
    """The first day on which the state budget pays what insurers may have paid until then."""


def _lijnen(prestaties: Collection[Prestatie]) -> _Lijnen | None:
    """Return that of prestaties; None when there is nothing."""
    lijnen = _Lijnen(
        {p.prestatie_id for p in prestaties if is_integraal(p)},
        prestatie.begrensd(prestaties),
        any(p.prestatie_id in screening.MET_CONTRACT for p in prestaties),
        {p.prestatie_id: vanaf for p in prestaties if (vanaf := screening.vanaf(p)) is not None},
    )
    return lijnen if any(lijnen) else None


def kijk_naar_lijnen(w: Werkblad) -> Collection[Trek]:
    """Return what is not plain of care for a length of the pregnancy, screening, and free tariffs."""
    lijnen, onbekend = w.over_prestaties(_lijnen), w.pakket.met_onbekende
    gezien = () if lijnen is None else _kijk_naar_lijnen(lijnen, w)
    if onbekend and not (lijnen is not None and lijnen.met_contract) and not _onder_contract(w):
        return (*gezien, Trek.SCREENINGSCONTRACT)
    return gezien


def _kijk_naar_lijnen(lijnen: _Lijnen, w: Werkblad) -> Collection[Trek]:
    """Return that of lines of which every prestatie is known."""
    gezien: list[Trek] = []
    integraal, begrensd, met_contract, rijksbegroting = lijnen
    if integraal:
        _kijk_naar_integraal(w, integraal, gezien)
    if begrensd and not _duur_past(w, begrensd):
        gezien.append(Trek.ZWANGERSCHAPSDUUR)
    for geval in w.zorggevallen if rijksbegroting else ():
        if geval.vogelvlucht.laatste >= min(rijksbegroting.values()):
            for groep in geval.groepen:
                if groep.laatste >= rijksbegroting.get(groep.prestatie_id, date.max):
                    gezien.append(Trek.RIJKSBEGROTING)
    if met_contract and not _onder_contract(w):
        gezien.append(Trek.SCREENINGSCONTRACT)
    return gezien or ()


def _kijk_naar_integraal(w: Werkblad, namen: Collection[str], gezien: list[Trek]) -> None:
    """See whether integral care has the tariff that was agreed, in writing, and nothing else."""
    boek = w.overeenkomstenboek
    for groep in w.groepen:
        if groep.prestatie_id not in namen or not groep.telt:
            continue
        vrij, eender = is_vrij(groep.antwoord), groep.eender
        if not (vrij and eender):
            gezien.append(Trek.INTEGRAAL_BEGRENSD)
        if vrij or not eender:
            gezien.append(Trek.INTEGRAAL_TARIEF)
            if not _afgesproken(boek, groep):
                gezien.append(Trek.AFSPRAAK)


def _afgesproken(boek: Overeenkomstenboek, groep: Groep) -> bool:
    """Say whether each line has the only tariff that was agreed in writing on its day."""
    if groep.startdagen is not None or not (groep.eender and groep.eigen_eenheid):
        return False
    agb, uzovi_code, naam = groep.zorgaanbieder_agb, groep.uzovi_code, groep.prestatie_id
    for lijn in groep.lijnen:
        prijzen = boek.afgesproken(agb, uzovi_code, lijn.periode.van, naam)[True]
        if len(prijzen) != 1 or lijn.tarief_eurocent not in prijzen:
            return False
    return True


def _duur_past(w: Werkblad, begrensd: Mapping[str, prestatie.Grens]) -> bool:
    """Say whether all care lies at a length of the pregnancy that its prestatie names.

    A takeover is not plain, nor what is of nobody knows whom, or of more than one pregnancy.
    """
    if w.dossier is not None:
        return _duur_past_in_dossier(w, w.dossier, begrensd)
    for geval in w.zorggevallen:
        eigen = [groep for groep in geval.groepen if groep.prestatie_id in begrensd]
        duur = _duur(w, geval) if eigen else None
        for groep in eigen:
            grens = begrensd[groep.prestatie_id]
            if duur is None or grens.overname:
                return False
            kortste, hooguit = duur.van_groep(groep, op_begin=grens.op_een_dag)
            if not _past_in(grens, kortste, hooguit):
                return False
    return True


def _past_in(grens: prestatie.Grens, kortste: int, hooguit: int) -> bool:
    van, tot_en_met = grens.van, grens.tot_en_met
    return (van is None or hooguit >= van) and (tot_en_met is None or kortste <= tot_en_met)


def _duur_past_in_dossier(
    w: Werkblad, dossier: Dossier, begrensd: Mapping[str, prestatie.Grens]
) -> bool:
    """Say the same of a dossier: its a terme date tells how long the pregnancy lasted on any day."""
    zwanger, over = dossier.zwangerschap, None
    if zwanger.a_terme_datum is None:
        return False
    begin = zwanger.a_terme_datum.toordinal() - DAGEN_ZWANGERSCHAP
    for groep in w.groepen:
        grens = begrensd.get(groep.prestatie_id)
        if grens is None:
            continue
        van, tot_en_met, op_een_dag, overname = grens
        if overname:
            return False
        eerste, laatste = groep.eerste, groep.laatste_begin
        if not op_een_dag:
            over = over or eerst_over(dossier.zorgepisodes)
            eerste, laatste = zorg_tot(groep, zwanger.datum_einde or date.max, over)
        if (van is not None and eerste.toordinal() - begin < van) or (
            tot_en_met is not None and laatste.toordinal() - begin > tot_en_met
        ):
            return False
    return True


def _duur(w: Werkblad, geval: Zorggeval) -> Duur | None:
    """Return how long the pregnancy of a woman in a message lasted; None where that is not plain."""
    bekend = w.context.gedeeld(grenzen)
    if (
        not geval.een_vrouw
        or geval.credits
        or w.pakket.met_onbekende
        or not geval.vogelvlucht.binnen(DAGEN_ZWANGERSCHAP)
    ):
        return None
    duur = Duur(geval.starts, geval.bevaldagen, bekend, None)
    return duur if duur.bekend else None


def _onder_contract(w: Werkblad) -> bool:
    """Say whether all screening is of a provider with a contract: of the payer where it names any."""
    betaler = w.context.gedeeld(screening.van_betaler)
    eigen = () if w.dossier is None or betaler else w.dossier.screeningscontracten
    per_aanbieder = {contract.zorgaanbieder_agb: contract for contract in eigen} if eigen else {}
    for groep in w.groepen:
        if groep.prestatie_id not in screening.MET_CONTRACT:
            continue
        agb = groep.zorgaanbieder_agb
        contract = per_aanbieder.get(agb)
        if contract is not None:
            looptijd, einde = contract.looptijd, contract.looptijd.tot_en_met or date.max
            if groep.omgekeerd or not (
                contract.kwaliteitsovereenkomst
                and looptijd.van <= groep.eerste
                and groep.laatste <= einde
            ):
                return False
            continue
        for dag in (*groep.begin, *groep.einde):
            if screening.contractreden(dag, betaler.get(agb)) is not None:
                return False
    return True


BLIK_OP_LIJNEN: Final = Blik(
    kijk_naar_lijnen,
    (
        Trek.INTEGRAAL_TARIEF,
        Trek.AFSPRAAK,
        Trek.INTEGRAAL_BEGRENSD,
        Trek.ZWANGERSCHAPSDUUR,
        Trek.SCREENINGSCONTRACT,
        Trek.RIJKSBEGROTING,
    ),
    _lijnen,
    _kijk_naar_lijnen,
)
