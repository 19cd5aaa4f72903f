"""The timeline of a plan to monitor: monitoring, evaluation and policy choices, in that order."""

from bisect import bisect_left
from collections.abc import Container, Iterator
from datetime import date
from typing import Final

from geboortezorg.bron import Verificatie
from geboortezorg.model.cijfers import Cijferstatus
from geboortezorg.model.doel import Doelonderdeel
from geboortezorg.model.monitorplan import (
    Monitorniveau,
    Monitoronderwerp,
    Monitorplan,
    Stap,
    Stapsoort,
)
from geboortezorg.rapport import Ernst
from geboortezorg.regels import bronnen
from geboortezorg.regels.monitorplan.gemeten import Gemeten, los_van_elkaar
from geboortezorg.regels.monitorplan.plan import K18, MONITORPLAN, VOORAF, vooraf
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    VOLDAAN,
    Melding,
    Peildatum,
    Resultaat,
    Tekst,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.normen import normen
from geboortezorg.tijd import LAATSTE_DATUM, overlappen

INKOOP: Final = normen().norm("vsv-inkoop").looptijd
TOEZEGGING: Final = normen().norm("vsv-kamer-toezegging").looptijd
JAAR: Final = normen().norm("vsv-kamer-informeren").looptijd
BEGIN: Final = normen().norm("vsv-kamer-begin").looptijd

K7: Final = bronnen.kamerbrief("K7")
K25: Final = normen().norm("vsv-kamer-begin").bron


def _stappen(plan: Monitorplan, soort: Stapsoort) -> Iterator[tuple[int, Stap]]:
    return ((i, stap) for i, stap in enumerate(plan.tijdlijn) if stap.stapsoort is soort)


@regel(
    code="GZ-MONITOR-008",
    titel=Tekst(
        "Er wordt pas geëvalueerd na genoeg meetperioden",
        "There is no evaluation before enough measurement periods",
    ),
    versie=5,
    soorten=MONITORPLAN,
    bron=K18,
    velden=(
        "/tijdlijn/*/meetperioden_nodig_aantal",
        "/tijdlijn/*/periode",
        "/meetperioden",
        "/doelen/*/indicator_ids",
    ),
    redenen={
        "aantal_ontbreekt": Tekst(
            "Het plan zegt niet na hoeveel meetperioden deze evaluatie kan; geen bron noemt een "
            "aantal. Niet beoordeeld: vul het aantal in.",
            "The plan does not say how many measurement periods this evaluation needs, and no "
            "source gives a number. Not judged: supply the number.",
        ),
        "periode_ontbreekt": Tekst(
            "Wanneer deze evaluatie is, staat niet in het plan; niet beoordeeld. Vul periode in.",
            "When this evaluation takes place is not in the plan; not judged. Supply periode.",
        ),
        "meetperioden_ontbreken": Tekst(
            "Het plan noemt geen meetperioden; niet beoordeeld. Vul ze in.",
            "The plan names no measurement periods; not judged. Supply them.",
        ),
        "te_vroeg": Tekst(
            "Voor deze evaluatie zijn minder meetperioden afgelopen dan het plan zelf nodig vindt. "
            "Evalueer later, of plan meer meetperioden ervoor.",
            "Fewer measurement periods end before this evaluation than the plan itself calls for. "
            "Evaluate later, or plan more periods before it.",
        ),
        "niet_gemeten": Tekst(
            "Deze evaluatie is afgelopen, maar tot dan was niets gemeten, op ramingen en nulmetingen "
            "na. Vul de metingen aan, of verbeter de dagen.",
            "This evaluation has ended, but until then nothing was measured, apart from estimates and "
            "baselines. Add the measurements, or correct the days.",
        ),
        "te_weinig_gemeten": Tekst(
            "Deze evaluatie is afgelopen, maar tot dan was over minder meetperioden ervoor gemeten dan "
            "het plan zelf nodig vindt, op ramingen en nulmetingen na. Vul de metingen aan, of verbeter "
            "hun dagen, het aantal of de meetperioden.",
            "This evaluation has ended, but until then fewer measurement periods before it were measured "
            "than the plan itself calls for, apart from estimates and baselines. Add the measurements, "
            "or correct their days, the number or the periods.",
        ),
        "voor_plan": Tekst(
            "Deze evaluatie heeft alleen genoeg meetperioden als ook die van voor het plan tellen. "
            "Evalueer later, plan meer meetperioden, of laat het plan eerder beginnen.",
            "This evaluation has enough measurement periods only when those from before the plan count "
            "too. Evaluate later, plan more periods, or let the plan begin earlier.",
        ),
        "doel_niet_gemeten": Tekst(
            "Alle evaluaties zijn afgelopen, maar van dit doel was tot dan geen indicator gemeten, op "
            "ramingen en nulmetingen na. Vul de metingen aan, of leg met datum en reden vast dat het doel is vervallen.",
            "All evaluations have ended, but until then no indicator of this goal was measured, apart "
            "from estimates and baselines. Add the measurements, or record with date and reason that it was given up.",
        ),
    },
    peildatum=Peildatum.DOCUMENT,
)
def evaluatie_na_metingen(w: Werkblad) -> Resultaat:
    """An evaluation begins after as many separate measurement periods as the plan requires.

    Over as many of these something was really measured by its last day, once that is past; and of
    every goal, when there is no evaluation to come.
    """
    plan = w.als(Monitorplan)
    evaluaties = list(_stappen(plan, Stapsoort.EVALUATIE))
    if evaluaties and not plan.meetperioden:
        return [onbeoordeeld("/meetperioden", "meetperioden_ontbreken")]
    meldingen: list[Melding] = []
    eindes, vandaag = los_van_elkaar(plan.meetperioden), w.context.beoordelingsdatum
    te_oud = bisect_left(eindes, plan.periode.van)
    metingen = [m for m in plan.metingen if not (m.status is Cijferstatus.RAMING or m.nulmeting)]
    gemeten = Gemeten(plan.meetperioden, metingen)
    for i, stap in evaluaties:
        pad, nodig, periode = f"/tijdlijn/{i}/periode", stap.meetperioden_nodig_aantal, stap.periode
        if nodig is None:
            plek = f"/tijdlijn/{i}/meetperioden_nodig_aantal"
            meldingen.append(onbeoordeeld(plek, "aantal_ontbreekt"))
        elif periode is None:
            meldingen.append(onbeoordeeld(pad, "periode_ontbreekt"))
        elif (ervoor := bisect_left(eindes, periode.van)) < nodig:
            meldingen.append(breuk(pad, "te_vroeg"))
        elif ervoor - te_oud < nodig:
            meldingen.append(onbeoordeeld(pad, "voor_plan", vermoeden=True))
        elif vandaag is None or periode.tot_en_met >= vandaag:
            continue
        elif not gemeten.tot(periode.tot_en_met):
            meldingen.append(onbeoordeeld(pad, "niet_gemeten", vermoeden=True))
        elif gemeten.perioden(periode.van, periode.tot_en_met) < nodig:
            meldingen.append(onbeoordeeld(pad, "te_weinig_gemeten", vermoeden=True))
    perioden = [stap.periode for _, stap in evaluaties if stap.periode is not None]
    if perioden and len(perioden) == len(evaluaties) and vandaag is not None:
        laatste = max(perioden, key=lambda periode: periode.tot_en_met)
        tijdig = gemeten.tot(laatste.tot_en_met)
        if tijdig and laatste.tot_en_met < vandaag:
            meldingen += _ongemeten(plan, {m.indicator_id for m in tijdig}, laatste.van)
    return uitslag(meldingen, bool(evaluaties))


def _ongemeten(plan: Monitorplan, gemeten: Container[str], evaluatie: date) -> Iterator[Melding]:
    """Yield the goals from before an evaluation of which nothing was measured, nor given up."""
    for i, doel in enumerate(plan.doelen):
        if (
            doel.indicator_ids
            and not any(indicator_id in gemeten for indicator_id in doel.indicator_ids)
            and not any(w.onderdeel is Doelonderdeel.VERVALLEN for w in doel.wijzigingen)
            and (doel.vastgesteld_op is None or doel.vastgesteld_op < evaluatie)
        ):
            pad = f"/doelen/{i}/indicator_ids"
            yield onbeoordeeld(pad, "doel_niet_gemeten", vermoeden=True)


@regel(
    code="GZ-MONITOR-009",
    versie=2,
    titel=Tekst(
        "De tijdlijn voor monitoring, evaluatie en beleidskeuzes staat vooraf vast",
        "The timeline for monitoring, evaluation and policy choices is fixed beforehand",
    ),
    soorten=MONITORPLAN,
    bron=K18,
    velden=("/tijdlijn", "/tijdlijn_vastgesteld_op"),
    redenen={
        **VOORAF,
        "monitoring_ontbreekt": Tekst(
            "Het plan noemt geen meetperioden en geen stap voor monitoring. Voeg ze toe.",
            "The plan names no measurement periods and no step for monitoring. Add them.",
        ),
        "evaluatie_ontbreekt": Tekst(
            "De tijdlijn heeft geen evaluatie. Voeg die toe.",
            "The timeline has no evaluation. Add one.",
        ),
        "beleidskeuze_ontbreekt": Tekst(
            "De tijdlijn noemt geen moment voor beleidskeuzes. Voeg dat toe.",
            "The timeline names no moment for policy choices. Add one.",
        ),
    },
    peildatum=Peildatum.DOCUMENT,
)
def tijdlijn_vooraf(w: Werkblad) -> Resultaat:
    """The timeline has its three parts and is older than the first measurement."""
    plan = w.als(Monitorplan)
    aanwezig = {stap.stapsoort for stap in plan.tijdlijn}
    if plan.meetperioden:
        aanwezig.add(Stapsoort.MONITORING)
    meldingen = [
        breuk("/tijdlijn", f"{soort}_ontbreekt")
        for soort in (Stapsoort.MONITORING, Stapsoort.EVALUATIE, Stapsoort.BELEIDSKEUZE)
        if soort not in aanwezig
    ]
    pad = "/tijdlijn_vastgesteld_op"
    meldingen += vooraf(pad, plan.tijdlijn_vastgesteld_op, plan.metingen, plan)
    return meldingen or VOLDAAN


@regel(
    code="GZ-MONITOR-010",
    titel=Tekst("De tijdlijn staat in volgorde", "The timeline is in order"),
    soorten=MONITORPLAN,
    bron=K18,
    velden=("/periode", "/tijdlijn/*/periode", "/meetperioden/*", "/metingen/*/periode"),
    redenen={
        "omgekeerd": Tekst(
            "De laatste dag ligt voor de eerste. Verbeter een van beide.",
            "The last day lies before the first. Correct one of them.",
        ),
        "keuze_voor_evaluatie": Tekst(
            "Deze beleidskeuze begint voordat er een evaluatie is afgelopen. Plan haar later.",
            "This policy choice begins before any evaluation has ended. Plan it later.",
        ),
    },
    peildatum=Peildatum.DOCUMENT,
)
def tijdlijn_in_volgorde(w: Werkblad) -> Resultaat:
    """No period is reversed, and policy choices come after an evaluation.

    That choices follow evaluation is our reading of the order in which the letter names them.
    """
    plan = w.als(Monitorplan)
    perioden = [("/periode", plan.periode)]
    perioden += [
        (f"/tijdlijn/{i}/periode", stap.periode)
        for i, stap in enumerate(plan.tijdlijn)
        if stap.periode is not None
    ]
    perioden += [(f"/meetperioden/{i}", periode) for i, periode in enumerate(plan.meetperioden)]
    perioden += [(f"/metingen/{i}/periode", m.periode) for i, m in enumerate(plan.metingen)]
    meldingen = [
        breuk(pad, "omgekeerd") for pad, periode in perioden if periode.tot_en_met < periode.van
    ]
    eindes = [
        stap.periode.tot_en_met
        for _, stap in _stappen(plan, Stapsoort.EVALUATIE)
        if stap.periode is not None
    ]
    for i, stap in _stappen(plan, Stapsoort.BELEIDSKEUZE):
        if eindes and stap.periode is not None and stap.periode.van < min(eindes):
            pad = f"/tijdlijn/{i}/periode"
            meldingen.append(breuk(pad, "keuze_voor_evaluatie", verificatie=Verificatie.AFGELEID))
    return meldingen or VOLDAAN


@regel(
    code="GZ-MONITOR-015",
    titel=Tekst(
        "De Kamer wordt begin 2027 opnieuw geïnformeerd",
        "Parliament is informed again at the beginning of 2027",
    ),
    soorten=MONITORPLAN,
    bron=K25,
    velden=("/tijdlijn", "/tijdlijn/*/periode"),
    redenen={
        "stap_ontbreekt": Tekst(
            "De tijdlijn heeft geen stap waarin de Kamer wordt geïnformeerd; dat is voor begin "
            "2027 toegezegd. Voeg die toe.",
            "The timeline has no step in which parliament is informed; that was promised for the "
            "beginning of 2027. Add one.",
        ),
        "niet_in_2027": Tekst(
            "De Kamer wordt volgens deze tijdlijn niet in 2027 geïnformeerd, of misschien later; "
            "dat is voor begin 2027 toegezegd. Verbeter de periode.",
            "In this timeline parliament is not informed in 2027, or perhaps later; that was "
            "promised for the beginning of 2027. Correct the period.",
        ),
        "periode_ontbreekt": Tekst(
            "Wanneer de Kamer wordt geïnformeerd, staat niet in het plan; niet beoordeeld. "
            "Vul periode in.",
            "When parliament is informed is not in the plan; not judged. Supply periode.",
        ),
        "later_in_2027": Tekst(
            "De Kamer wordt pas in de tweede helft van 2027 geïnformeerd; toegezegd is begin 2027. "
            "Vervroeg het.",
            "Parliament is informed only in the second half of 2027; the beginning of 2027 was "
            "promised. Inform it earlier.",
        ),
    },
    versie=2,
    ernst=Ernst.WAARSCHUWING,
    peildatum=Peildatum.DOCUMENT,
    geldig=TOEZEGGING,
)
def kamer_begin_2027(w: Werkblad) -> Resultaat:
    """A national plan on the funding of VSV's that covers 2027 says when parliament is informed."""
    plan = w.als(Monitorplan)
    if (
        plan.onderwerp is not Monitoronderwerp.VSV_BEKOSTIGING
        or plan.niveau is not Monitorniveau.LANDELIJK
        or not overlappen(plan.periode, JAAR)
    ):
        return NIET_VAN_TOEPASSING
    stappen = list(_stappen(plan, Stapsoort.INFORMEREN_KAMER))
    if not stappen:
        return [breuk("/tijdlijn", "stap_ontbreekt")]
    gepland = [(i, s.periode) for i, s in stappen if s.periode is not None]
    in_2027 = [(i, periode) for i, periode in gepland if JAAR.bevat(periode.tot_en_met)]
    if not in_2027:
        if len(gepland) < len(stappen):
            zonder = next(i for i, stap in stappen if stap.periode is None)
            return [onbeoordeeld(f"/tijdlijn/{zonder}/periode", "periode_ontbreekt")]
        pad = f"/tijdlijn/{gepland[0][0]}/periode"
        return [onbeoordeeld(pad, "niet_in_2027", vermoeden=True)]
    eerste = min(in_2027, key=lambda paar: paar[1].van)
    if eerste[1].van > (BEGIN.tot_en_met or LAATSTE_DATUM):
        return [onbeoordeeld(f"/tijdlijn/{eerste[0]}/periode", "later_in_2027", vermoeden=True)]
    return VOLDAAN


@regel(
    code="GZ-MONITOR-016",
    titel=Tekst(
        "VSV-bekostiging wordt niet geëvalueerd voor zij begint",
        "The funding of VSV's is not evaluated before it begins",
    ),
    soorten=MONITORPLAN,
    bron=K7,
    velden=("/periode/tot_en_met", "/tijdlijn/*/periode"),
    redenen={
        "eindigt_ervoor": Tekst(
            "Het plan eindigt voor {begin}, de eerste dag van de VSV-bekostiging. Verleng het.",
            "The plan ends before {begin}, the first day of the funding of VSV's. Extend it.",
        ),
        "evaluatie_ervoor": Tekst(
            "Deze evaluatie eindigt voor {begin}, de eerste dag van de VSV-bekostiging. Plan haar "
            "later.",
            "This evaluation ends before {begin}, the first day of the funding of VSV's. Plan it "
            "later.",
        ),
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=INKOOP,
)
def niet_voor_de_bekostiging(w: Werkblad) -> Resultaat:
    """What does not exist yet cannot be evaluated."""
    plan = w.als(Monitorplan)
    if plan.onderwerp is not Monitoronderwerp.VSV_BEKOSTIGING:
        return NIET_VAN_TOEPASSING
    begin = INKOOP.van
    meldingen: list[Melding] = []
    if plan.periode.tot_en_met < begin:
        # The letter says when the funding begins, not that a plan cannot end before it.
        grond = Verificatie.AFGELEID
        pad = "/periode/tot_en_met"
        meldingen.append(breuk(pad, "eindigt_ervoor", verificatie=grond, begin=begin))
    for i, stap in _stappen(plan, Stapsoort.EVALUATIE):
        if stap.periode is not None and stap.periode.tot_en_met < begin:
            meldingen.append(breuk(f"/tijdlijn/{i}/periode", "evaluatie_ervoor", begin=begin))
    return meldingen or VOLDAAN
