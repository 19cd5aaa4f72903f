"""A plan to monitor: goals, client themes and the agreements around them, all made beforehand."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum, auto
from typing import Final

from geboortezorg.bron import Verificatie
from geboortezorg.model.doel import Doel, Doelonderdeel
from geboortezorg.model.meting import Meting
from geboortezorg.model.monitorplan import Monitorniveau, Monitorplan, Ondersteuningsoort
from geboortezorg.rapport import Ernst
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import (
    VOLDAAN,
    Melding,
    Nodig,
    Peildatum,
    Resultaat,
    Tekst,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.bronnen import bron
from geboortezorg.tekst import kern, plat

MONITORPLAN: Final = ("monitorplan",)

K16: Final = bronnen.kamerbrief("K16")
K18: Final = bronnen.kamerbrief("K18")

OPBOUW: Final = bron("monitorplan-opbouw")

NA_EERSTE_METING: Final = Tekst(
    "Dit is vastgesteld nadat al was gemeten. Stel doelen, indicatoren en tijdlijn vast voor de "
    "eerste meting.",
    "This was fixed after measuring had begun. Fix goals, indicators and timeline before the "
    "first measurement.",
)
DAG_ONTBREEKT: Final = Tekst(
    "De dag van vaststelling ontbreekt, terwijl al is gemeten; niet beoordeeld. Vul die dag in.",
    "The day on which it was fixed is missing while there are measurements; not judged. Supply "
    "that day.",
)
ZELFDE_DAG: Final = Tekst(
    "Dit is vastgesteld op de dag van de eerste meting; wat eerst kwam is niet te zeggen. Controleer "
    "beide dagen, en stel een volgende keer eerder vast.",
    "This was fixed on the day of the first measurement; which came first cannot be told. Check "
    "both days, and fix it earlier next time.",
)
NULMETING_EERDER: Final = Tekst(
    "Een nulmeting die ook over dagen van het plan gaat, ging hieraan vooraf. Of die als eerste "
    "meting telt, zegt de bron niet; niet beoordeeld. Controleer beide dagen, en de periode van de "
    "nulmeting: die over de tijd voor het plan telt niet mee.",
    "A baseline that is also about days of the plan came before this. Whether it counts as the "
    "first measurement the source does not say; not judged. Check both days, and the period of the "
    "baseline: one about the time before the plan does not count.",
)

VOORAF: Final = {
    "na_eerste_meting": NA_EERSTE_METING,
    "dag_ontbreekt": DAG_ONTBREEKT,
    "zelfde_dag": ZELFDE_DAG,
    "nulmeting_eerder": NULMETING_EERDER,
}


class _Meetsoort(Enum):
    """What a measurement says of what was fixed beforehand."""

    GEWOON = auto()
    NULMETING = auto()
    """A baseline that is about days of the plan too."""
    STAND_VOORAF = auto()
    """A baseline about the time before the plan: the state from which the goals start."""


def _meetsoort(meting: Meting, plan: Monitorplan) -> _Meetsoort:
    if not meting.nulmeting:
        return _Meetsoort.GEWOON
    vooraf = meting.periode.tot_en_met < plan.periode.van
    return _Meetsoort.STAND_VOORAF if vooraf else _Meetsoort.NULMETING


def vooraf(
    pad: str, vastgesteld_op: date | None, metingen: Iterable[Meting], plan: Monitorplan
) -> Iterator[Melding]:
    """Yield what is wrong with the day on which something was fixed, given its measurements."""
    dagen: dict[_Meetsoort, list[date]] = {}
    for meting in metingen:
        dagen.setdefault(_meetsoort(meting, plan), []).append(meting.gemeten_op)
    if not dagen:
        return
    echt, nul = dagen.get(_Meetsoort.GEWOON), dagen.get(_Meetsoort.NULMETING)
    if vastgesteld_op is None:
        yield onbeoordeeld(pad, "dag_ontbreekt")
    elif echt and vastgesteld_op > min(echt):
        yield breuk(pad, "na_eerste_meting")
    elif echt and vastgesteld_op == min(echt):
        yield onbeoordeeld(pad, "zelfde_dag")
    elif nul and vastgesteld_op >= min(nul):
        yield onbeoordeeld(pad, "nulmeting_eerder")


@regel(
    code="GZ-MONITOR-001",
    versie=2,
    titel=Tekst(
        "Doelen en indicatoren zijn vastgesteld voor de eerste meting",
        "Goals and indicators are fixed before the first measurement",
    ),
    soorten=MONITORPLAN,
    bron=(K16, K18),
    velden=("/doelen/*/vastgesteld_op", "/indicatoren/*/vastgesteld_op"),
    nodig=Nodig(leden=("/metingen",)),
    redenen=VOORAF,
    peildatum=Peildatum.DOCUMENT,
)
def vooraf_vastgesteld(w: Werkblad) -> Resultaat:
    """A goal and an indicator are older than the first measurement that they are about.

    An indicator is judged by its own measurements, a goal by those of its indicators: what is
    added later is fixed beforehand as well.
    """
    plan = w.als(Monitorplan)
    # Only the earliest measurement of each kind decides: goals that share indicators stay cheap.
    eerste: dict[str, dict[_Meetsoort, Meting]] = {}
    for meting in plan.metingen:
        eigen, soort = eerste.setdefault(meting.indicator_id, {}), _meetsoort(meting, plan)
        eerder = eigen.setdefault(soort, meting)
        if meting.gemeten_op < eerder.gemeten_op:
            eigen[soort] = meting
    meldingen: list[Melding] = []
    for i, doel in enumerate(plan.doelen):
        over = [m for naam in doel.indicator_ids for m in eerste.get(naam, {}).values()]
        meldingen += vooraf(f"/doelen/{i}/vastgesteld_op", doel.vastgesteld_op, over, plan)
    for i, indicator in enumerate(plan.indicatoren):
        over = list(eerste.get(indicator.indicator_id, {}).values())
        pad = f"/indicatoren/{i}/vastgesteld_op"
        meldingen += vooraf(pad, indicator.vastgesteld_op, over, plan)
    return uitslag(meldingen, bool(plan.metingen))


@regel(
    code="GZ-MONITOR-002",
    titel=Tekst(
        "Een gewijzigd doel is vastgelegd met datum en reden",
        "A changed goal is recorded with its date and reason",
    ),
    soorten=MONITORPLAN,
    bron=K18,
    versie=3,
    velden=(
        "/doelen/*/wijzigingen/*",
        "/doelen/*/wijzigingen/*/gewijzigd_op",
        "/doelen/*/wijzigingen/*/reden",
    ),
    nodig=Nodig(leden=("/doelen/*/wijzigingen",)),
    redenen={
        "datum_ontbreekt": Tekst(
            "De dag van deze wijziging ontbreekt. Leg vast wanneer het doel is gewijzigd.",
            "The day of this change is missing. Record when the goal was changed.",
        ),
        "reden_ontbreekt": Tekst(
            "De reden van deze wijziging ontbreekt. Leg vast waarom het doel is gewijzigd.",
            "The reason for this change is missing. Record why the goal was changed.",
        ),
        "voor_vaststelling": Tekst(
            "Deze wijziging is ouder dan het doel zelf. Controleer beide datums.",
            "This change is older than the goal itself. Check both dates.",
        ),
        "volgorde": Tekst(
            "Deze wijziging is ouder dan de vorige in de lijst. Zet de oudste vooraan.",
            "This change is older than the one before it in the list. Put the oldest first.",
        ),
        "niets_gewijzigd": Tekst(
            "Wat hiervoor gold, geldt hierna nog steeds: er is niets gewijzigd. Vul in hoe het doel "
            "luidde, of haal de wijziging weg.",
            "What held before this still holds after it: nothing was changed. Say how the goal was "
            "worded, or remove the change.",
        ),
        "na_plan": Tekst(
            "Het doel is gewijzigd nadat het plan was afgelopen. Controleer de dag, of verleng het "
            "plan.",
            "The goal was changed after the plan had ended. Check the day, or extend the plan.",
        ),
        "na_vervallen": Tekst(
            "Dit doel was al vervallen. Controleer de volgorde, of maak er een nieuw doel van.",
            "This goal had already been given up. Check the order, or make it a new goal.",
        ),
    },
    peildatum=Peildatum.DOCUMENT,
)
def wijziging_vermeld(w: Werkblad) -> Resultaat:
    """Staying the course: a goal changes openly, with a date and a reason."""
    plan = w.als(Monitorplan)
    doelen, einde = plan.doelen, plan.periode.tot_en_met
    meldingen = [
        melding
        for i, doel in enumerate(doelen)
        for melding in _wijzigingen(f"/doelen/{i}/wijzigingen", doel, einde)
    ]
    return uitslag(meldingen, any(doel.wijzigingen for doel in doelen))


def _wijzigingen(pad: str, doel: Doel, einde: date) -> Iterator[Melding]:
    vorige: date | None = None
    gelijk = _niets_gewijzigd(doel)
    for j, wijziging in enumerate(doel.wijzigingen):
        if gelijk[j]:
            yield breuk(f"{pad}/{j}", "niets_gewijzigd", verificatie=OPBOUW.verificatie)
        elif j and doel.wijzigingen[j - 1].onderdeel is Doelonderdeel.VERVALLEN:
            yield onbeoordeeld(f"{pad}/{j}", "na_vervallen", vermoeden=True)
        op = wijziging.gewijzigd_op
        if op is None:
            yield breuk(f"{pad}/{j}/gewijzigd_op", "datum_ontbreekt")
        elif doel.vastgesteld_op is not None and op < doel.vastgesteld_op:
            yield breuk(f"{pad}/{j}/gewijzigd_op", "voor_vaststelling")
        elif vorige is not None and op < vorige:
            yield breuk(f"{pad}/{j}/gewijzigd_op", "volgorde")
        elif op > einde:
            yield onbeoordeeld(f"{pad}/{j}/gewijzigd_op", "na_plan", vermoeden=True)
        if wijziging.reden is None:
            yield breuk(f"{pad}/{j}/reden", "reden_ontbreekt")
        vorige = vorige if op is None else op


def _niets_gewijzigd(doel: Doel) -> list[bool]:
    """Return of each change whether all that it says to have held before, held after it too."""
    erna = {
        "vorige_omschrijving": plat(doel.omschrijving),
        "vorige_streefwaarde": doel.streefwaarde,
    }
    uit: list[bool] = []
    for wijziging in reversed(doel.wijzigingen):
        ervoor = {
            "vorige_omschrijving": wijziging.vorige_omschrijving,
            "vorige_streefwaarde": wijziging.vorige_streefwaarde,
        }
        if wijziging.vorige_omschrijving is not None:
            ervoor["vorige_omschrijving"] = plat(wijziging.vorige_omschrijving)
        gezegd = {naam: waarde for naam, waarde in ervoor.items() if waarde is not None}
        uit.append(bool(gezegd) and all(erna[naam] == waarde for naam, waarde in gezegd.items()))
        erna |= gezegd
    return uit[::-1]


@regel(
    code="GZ-MONITOR-003",
    titel=Tekst("Elk doel heeft een indicator", "Every goal has an indicator"),
    soorten=MONITORPLAN,
    bron=(K16, K18),
    velden=("/doelen", "/doelen/*/indicator_ids", "/doelen/*/streefwaarde/indicator_id"),
    redenen={
        "doelen_ontbreken": Tekst(
            "Het plan heeft geen doelen. Stel vooraf vast wat bereikt moet worden.",
            "The plan has no goals. Fix beforehand what is to be reached.",
        ),
        "indicator_ontbreekt": Tekst(
            "Dit doel heeft geen indicator. Noem waaraan te zien is of het wordt bereikt.",
            "This goal has no indicator. Name what shows whether it is reached.",
        ),
        "andere_indicator": Tekst(
            "De streefwaarde gaat over een indicator die niet bij dit doel staat. Voeg die "
            "indicator bij het doel of verbeter de streefwaarde.",
            "The target is about an indicator that the goal does not name. Add that indicator to "
            "the goal or correct the target.",
        ),
    },
)
def doel_heeft_indicator(w: Werkblad) -> Resultaat:
    """There are goals, each with an indicator, and a target is about one of those."""
    doelen = w.als(Monitorplan).doelen
    if not doelen:
        return [breuk("/doelen", "doelen_ontbreken")]
    meldingen: list[Melding] = []
    for i, doel in enumerate(doelen):
        if not doel.indicator_ids:
            meldingen.append(breuk(f"/doelen/{i}/indicator_ids", "indicator_ontbreekt"))
        elif (
            doel.streefwaarde is not None
            and doel.streefwaarde.indicator_id not in doel.indicator_ids
        ):
            meldingen.append(breuk(f"/doelen/{i}/streefwaarde/indicator_id", "andere_indicator"))
    return meldingen or VOLDAAN


@regel(
    code="GZ-MONITOR-011",
    titel=Tekst("Het plan heeft cliëntthema's", "The plan has themes of clients"),
    soorten=MONITORPLAN,
    bron=K16,
    velden=("/clientthemas",),
    redenen={
        "themas_ontbreken": Tekst(
            "Het cliëntperspectief hoort in de evaluatie, maar het plan noemt geen cliëntthema's. "
            "Voeg ze toe.",
            "The view of clients is part of the evaluation, but the plan names no themes of "
            "clients. Add them.",
        )
    },
)
def clientthemas(w: Werkblad) -> Resultaat:
    """The view of clients is part of the evaluation."""
    if w.als(Monitorplan).clientthemas:
        return VOLDAAN
    return [breuk("/clientthemas", "themas_ontbreken")]


@regel(
    code="GZ-MONITOR-017",
    titel=Tekst(
        "Doelen en indicatoren zijn samen vastgesteld", "Goals and indicators are fixed together"
    ),
    versie=2,
    soorten=MONITORPLAN,
    bron=K16,
    velden=("/partijen",),
    redenen={
        "partijen_ontbreken": Tekst(
            "Niet vermeld is wie de doelen en indicatoren vaststelden; niet beoordeeld. Noem de "
            "organisaties.",
            "Who fixed the goals and indicators is not stated; not judged. Name the organisations.",
        ),
        "een_partij": Tekst(
            "Een enkele organisatie stelde het plan vast. Stel doelen en indicatoren samen vast.",
            "A single organisation fixed the plan. Fix goals and indicators together.",
        ),
    },
)
def samen_vastgesteld(w: Werkblad) -> Resultaat:
    """More than one organisation fixed the goals and indicators.

    The letter speaks of the national monitor; that it holds for the plan of one region, whose VSV
    may stand there as one organisation, is a reading.
    """
    plan = w.als(Monitorplan)
    partijen = set(map(kern, plan.partijen))
    if not partijen:
        return [onbeoordeeld("/partijen", "partijen_ontbreken")]
    if len(partijen) > 1:
        return VOLDAAN
    grond = None if plan.niveau is Monitorniveau.LANDELIJK else Verificatie.AFGELEID
    return [breuk("/partijen", "een_partij", verificatie=grond)]


@regel(
    code="GZ-MONITOR-018",
    titel=Tekst(
        "Naast bekostiging is er organisatorische en inhoudelijke ondersteuning",
        "Besides funding there is support with organisation and with content",
    ),
    soorten=MONITORPLAN,
    bron=K18,
    velden=("/ondersteuning",),
    redenen={
        f"{soort}_ontbreekt": Tekst(
            f"Het plan noemt geen {soort.value}e ondersteuning. Bekostiging alleen is niet genoeg: "
            "voeg toe welke er is, of regel haar.",
            f"The plan names no support with {engels}. Funding alone is not enough: add what there "
            "is, or arrange it.",
        )
        for soort, engels in (
            (Ondersteuningsoort.ORGANISATORISCH, "organisation"),
            (Ondersteuningsoort.INHOUDELIJK, "content"),
        )
    },
    ernst=Ernst.WAARSCHUWING,
)
def ondersteuning(w: Werkblad) -> Resultaat:
    """The first lesson of RIVM: funding alone is not enough."""
    aanwezig = {deel.ondersteuningsoort for deel in w.als(Monitorplan).ondersteuning}
    return [
        breuk("/ondersteuning", f"{soort}_ontbreekt")
        for soort in Ondersteuningsoort
        if soort not in aanwezig
    ] or VOLDAAN
