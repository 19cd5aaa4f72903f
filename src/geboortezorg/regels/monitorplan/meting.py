"""Measurements: whole numbers with a source, over the days that plan and definition know."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Final

from geboortezorg.bron import Verificatie
from geboortezorg.model.cijfers import VERHOUDINGEN, Cijferstatus, Definitie, Tijdvak
from geboortezorg.model.meting import Meting
from geboortezorg.model.monitorplan import Monitorplan
from geboortezorg.regels.monitorplan.definitie import K15, per_sleutel
from geboortezorg.regels.monitorplan.plan import MONITORPLAN, OPBOUW
from geboortezorg.regels.regel import (
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
from geboortezorg.tabellen.cijfercontrole import GRENS_KLEINE_CEL, is_kalenderjaar
from geboortezorg.tekst import plat
from geboortezorg.tijd import Periode

KLEINE_CELLEN: Final = bron("monitorplan-kleine-cellen")
ONAF: Final = frozenset({Cijferstatus.VOORLOPIG, Cijferstatus.RAMING})
"""The statuses of a result that can still change."""


def gebied_van(meting: Meting) -> str | None:
    """Return the area of a measurement, without the difference between cases and spaces."""
    return None if meting.gebied is None else plat(meting.gebied)


@regel(
    code="GZ-MONITOR-005",
    titel=Tekst("Elke meting noemt haar bron", "Every measurement names its source"),
    soorten=MONITORPLAN,
    bron=K15,
    velden=("/metingen/*/bron",),
    nodig=Nodig(leden=("/metingen",)),
    redenen={
        "bron_ontbreekt": Tekst(
            "Deze meting noemt geen bron. Vul in waar de aantallen vandaan komen.",
            "This measurement names no source. Say where the numbers come from.",
        )
    },
)
def meting_heeft_bron(w: Werkblad) -> Resultaat:
    """Numbers without a source cannot be checked by anyone."""
    metingen = w.als(Monitorplan).metingen
    return uitslag(
        [
            breuk(f"/metingen/{i}/bron", "bron_ontbreekt")
            for i, meting in enumerate(metingen)
            if meting.bron is None
        ],
        bool(metingen),
    )


@regel(
    code="GZ-MONITOR-012",
    titel=Tekst("Kleine aantallen zijn onderdrukt", "Small numbers are suppressed"),
    soorten=MONITORPLAN,
    bron=KLEINE_CELLEN,
    versie=2,
    velden=("/metingen/*/teller_aantal", "/metingen/*/noemer_aantal", "/metingen/*/onderdrukt"),
    nodig=Nodig(leden=("/metingen",)),
    redenen={
        "te_klein": Tekst(
            "Dit aantal personen is kleiner dan {grens}. Laat het weg en zet onderdrukt op true.",
            "This number of persons is below {grens}. Leave it out and set onderdrukt to true.",
        ),
        "toch_getoond": Tekst(
            "De meting heet onderdrukt, maar het aantal staat er nog. Laat het weg.",
            "The measurement is marked as suppressed, but the number is still there. Leave it out.",
        ),
        "geen_personen": Tekst(
            "Deze definitie telt geen personen, dus een klein aantal mag worden getoond. Vul het "
            "aantal in, of zet telt_personen op true.",
            "This definition counts no persons, so a small number can be shown. Supply the number, "
            "or set telt_personen to true.",
        ),
    },
)
def kleine_cellen(w: Werkblad) -> Resultaat:
    """A number of persons below ten is not shown."""
    plan = w.als(Monitorplan)
    definities = per_sleutel(plan)
    meldingen: list[Melding] = []
    toegepast = False
    for i, meting in enumerate(plan.metingen):
        definitie = definities.get(meting.definitie_id)
        if definitie is None or not definitie.telt_personen:
            if definitie is not None and meting.onderdrukt:
                pad = f"/metingen/{i}/onderdrukt"
                meldingen.append(onbeoordeeld(pad, "geen_personen", vermoeden=True))
            continue
        toegepast = True
        for naam in ("teller_aantal", "noemer_aantal"):
            aantal = getattr(meting, naam)
            if aantal is not None and aantal < GRENS_KLEINE_CEL:
                pad = f"/metingen/{i}/{naam}"
                meldingen.append(breuk(pad, "te_klein", grens=GRENS_KLEINE_CEL))
            elif aantal is not None and meting.onderdrukt and naam == "teller_aantal":
                meldingen.append(breuk(f"/metingen/{i}/{naam}", "toch_getoond"))
    return uitslag(meldingen, toegepast)


@regel(
    code="GZ-MONITOR-013",
    titel=Tekst(
        "Sleutels zijn uniek en verwijzingen bestaan", "Keys are unique and references exist"
    ),
    soorten=MONITORPLAN,
    bron=OPBOUW,
    velden=(
        "/definities/*/definitie_id",
        "/doelen/*/doel_id",
        "/doelen/*/indicator_ids/*",
        "/indicatoren/*/indicator_id",
        "/indicatoren/*/definitie_id",
        "/metingen/*/meting_id",
        "/metingen/*/indicator_id",
        "/metingen/*/definitie_id",
        "/tijdlijn/*/stap_id",
        "/vergelijkingen/*/een",
        "/vergelijkingen/*/ander",
    ),
    redenen={
        "dubbel": Tekst(
            "Deze sleutel staat al eerder in het plan. Geef elk onderdeel een eigen sleutel.",
            "This key stands earlier in the plan. Give every part a key of its own.",
        ),
        "onbekend": Tekst(
            "Deze verwijzing leidt nergens heen. Verbeter haar of voeg het onderdeel toe.",
            "This reference leads nowhere. Correct it or add the part.",
        ),
    },
)
def verwijzingen(w: Werkblad) -> Resultaat:
    """Every part of the plan can be found by its key."""
    plan = w.als(Monitorplan)
    sleutels = {
        "definities": ("definitie_id", [d.definitie_id for d in plan.definities]),
        "doelen": ("doel_id", [doel.doel_id for doel in plan.doelen]),
        "indicatoren": ("indicator_id", [i.indicator_id for i in plan.indicatoren]),
        "metingen": ("meting_id", [m.meting_id for m in plan.metingen]),
        "tijdlijn": ("stap_id", [stap.stap_id for stap in plan.tijdlijn]),
    }
    meldingen: list[Melding] = []
    for deel, (naam, namen) in sleutels.items():
        gezien: set[str] = set()
        for i, sleutel in enumerate(namen):
            if sleutel in gezien:
                meldingen.append(breuk(f"/{deel}/{i}/{naam}", "dubbel"))
            gezien.add(sleutel)
    bekend = {deel: set(namen) for deel, (_, namen) in sleutels.items()}
    meldingen += [
        breuk(pad, "onbekend") for pad, deel, naam in _verwijst(plan) if naam not in bekend[deel]
    ]
    return uitslag(meldingen, any(bekend.values()) or bool(plan.vergelijkingen))


def _verwijst(plan: Monitorplan) -> Iterator[tuple[str, str, str]]:
    """Yield every reference: where it stands, to which list it leads, and by which key."""
    for i, doel in enumerate(plan.doelen):
        for j, naam in enumerate(doel.indicator_ids):
            yield f"/doelen/{i}/indicator_ids/{j}", "indicatoren", naam
    for i, indicator in enumerate(plan.indicatoren):
        yield f"/indicatoren/{i}/definitie_id", "definities", indicator.definitie_id
    for i, meting in enumerate(plan.metingen):
        yield f"/metingen/{i}/indicator_id", "indicatoren", meting.indicator_id
        yield f"/metingen/{i}/definitie_id", "definities", meting.definitie_id
    for i, vergelijking in enumerate(plan.vergelijkingen):
        yield f"/vergelijkingen/{i}/een", "metingen", vergelijking.een
        yield f"/vergelijkingen/{i}/ander", "metingen", vergelijking.ander


@regel(
    code="GZ-MONITOR-014",
    versie=2,
    titel=Tekst(
        "Een meting heeft een teller en, bij een verhouding, een noemer",
        "A measurement has a numerator and, for a ratio, a denominator",
    ),
    soorten=MONITORPLAN,
    bron=OPBOUW,
    velden=(
        "/metingen/*/teller_aantal",
        "/metingen/*/noemer_aantal",
        "/metingen/*/gemeten_op",
    ),
    nodig=Nodig(leden=("/metingen",)),
    redenen={
        "teller_ontbreekt": Tekst(
            "De teller ontbreekt. Vul het aantal in, of meld dat het is onderdrukt.",
            "The numerator is missing. Supply the number, or say that it is suppressed.",
        ),
        "noemer_ontbreekt": Tekst(
            "De noemer ontbreekt. Vul het aantal in, of meld dat het is onderdrukt.",
            "The denominator is missing. Supply the number, or say that it is suppressed.",
        ),
        "noemer_nul": Tekst(
            "De noemer is nul: er valt geen verhouding te berekenen. Laat de meting weg.",
            "The denominator is zero: no ratio can be computed. Leave the measurement out.",
        ),
        "teller_groter": Tekst(
            "De teller is groter dan de noemer, terwijl hij er een deel van is. Controleer beide.",
            "The numerator exceeds the denominator that it is a part of. Check both.",
        ),
        "noemer_te_veel": Tekst(
            "De meting heeft een noemer, maar haar definitie noemt er geen. Laat de noemer weg, of "
            "vul de definitie aan.",
            "The measurement has a denominator, but its definition names none. Leave it out, or "
            "complete the definition.",
        ),
        "voor_einde_periode": Tekst(
            "De meting is gedaan voordat haar periode voorbij was. Meet later, of noem haar "
            "voorlopig of een raming.",
            "The measurement was made before its period had ended. Measure later, or call it "
            "provisional or an estimate.",
        ),
    },
    peildatum=Peildatum.DOCUMENT,
)
def meting_volledig(w: Werkblad) -> Resultaat:
    """A measurement holds whole numbers that can go together."""
    plan = w.als(Monitorplan)
    definities = per_sleutel(plan)
    # A ratio must name one: GZ-MONITOR-004 says so. What is there twice may be meant by either.
    met_noemer = {
        d.definitie_id for d in plan.definities if d.noemer is not None or d.eenheid in VERHOUDINGEN
    }
    meldingen: list[Melding] = []
    for i, meting in enumerate(plan.metingen):
        definitie = definities.get(meting.definitie_id)
        for naam, reden in _gebreken_meting(meting, definitie):
            meldingen.append(breuk(f"/metingen/{i}/{naam}", reden))
        te_veel = definitie is not None and meting.definitie_id not in met_noemer
        if te_veel and meting.noemer_aantal is not None:
            pad = f"/metingen/{i}/noemer_aantal"
            meldingen.append(onbeoordeeld(pad, "noemer_te_veel", vermoeden=True))
        if meting.gemeten_op < meting.periode.tot_en_met and meting.status not in ONAF:
            pad = f"/metingen/{i}/gemeten_op"
            meldingen.append(breuk(pad, "voor_einde_periode", verificatie=Verificatie.AFGELEID))
    return uitslag(meldingen, bool(plan.metingen))


def _gebreken_meting(meting: Meting, definitie: Definitie | None) -> Iterable[tuple[str, str]]:
    teller, noemer = meting.teller_aantal, meting.noemer_aantal
    if teller is None and not meting.onderdrukt:
        yield "teller_aantal", "teller_ontbreekt"
    if definitie is None or definitie.noemer is None:
        return
    if noemer is None:
        if not meting.onderdrukt:
            yield "noemer_aantal", "noemer_ontbreekt"
    elif noemer == 0:
        yield "noemer_aantal", "noemer_nul"
    elif teller is not None and teller > noemer and definitie.eenheid in VERHOUDINGEN:
        yield "teller_aantal", "teller_groter"


@regel(
    code="GZ-MONITOR-023",
    versie=2,
    titel=Tekst(
        "De periode van een meting is die van haar definitie en van het plan",
        "The period of a measurement is that of its definition and of the plan",
    ),
    soorten=MONITORPLAN,
    bron=OPBOUW,
    velden=("/metingen/*/periode", "/meetperioden", "/meetperioden/*"),
    peildatum=Peildatum.DOCUMENT,
    redenen={
        "geen_kalenderjaar": Tekst(
            "De definitie gaat over kalenderjaren, maar deze periode is geen kalenderjaar. Verbeter "
            "de periode of de definitie.",
            "The definition is about calendar years, but this period is not a calendar year. "
            "Correct the period or the definition.",
        ),
        "geen_meetperiode": Tekst(
            "Deze periode valt niet samen met meetperioden van het plan. Meet over een meetperiode, "
            "of voeg haar aan het plan toe.",
            "This period does not coincide with measurement periods of the plan. Measure over one, "
            "or add it to the plan.",
        ),
        "voor_plan": Tekst(
            "Deze meting gaat over een tijd voor het plan, maar heet geen nulmeting. Noem haar een "
            "nulmeting, of verbeter de periode.",
            "This measurement is about a time before the plan, but is not called a baseline. Call "
            "it one, or correct the period.",
        ),
        "meetperiode_geen_jaar": Tekst(
            "Alle indicatoren gaan over kalenderjaren, maar deze meetperiode bestaat niet uit hele "
            "kalenderjaren. Verbeter de meetperiode of de definities.",
            "All indicators are about calendar years, but this measurement period does not consist "
            "of whole calendar years. Correct the period or the definitions.",
        ),
        "geen_jaar": Tekst(
            "Een indicator gaat over kalenderjaren, maar geen enkele meetperiode bestaat uit hele "
            "kalenderjaren. Voeg er een toe, of verbeter de definitie.",
            "An indicator is about calendar years, but no measurement period consists of whole "
            "calendar years. Add one, or correct the definition.",
        ),
    },
)
def periode_past(w: Werkblad) -> Resultaat:
    """A measurement covers a calendar year where its definition does, and periods of the plan."""
    plan = w.als(Monitorplan)
    definities = per_sleutel(plan)
    perioden = _Meetperioden(plan.meetperioden)
    meldingen: list[Melding] = []
    for i, meting in enumerate(plan.metingen):
        if meting.periode.tot_en_met < meting.periode.van:
            continue  # GZ-MONITOR-010 says so
        pad, definitie = f"/metingen/{i}/periode", definities.get(meting.definitie_id)
        tijdvak = None if definitie is None else definitie.tijdvak
        if tijdvak is Tijdvak.KALENDERJAAR and not is_kalenderjaar(meting.periode):
            meldingen.append(breuk(pad, "geen_kalenderjaar"))
        elif meting.nulmeting:
            continue
        elif meting.periode.van < plan.periode.van:
            meldingen.append(onbeoordeeld(pad, "voor_plan", vermoeden=True))
        elif not perioden.kent(meting.periode, moment=tijdvak is Tijdvak.PEILMOMENT):
            meldingen.append(onbeoordeeld(pad, "geen_meetperiode", vermoeden=True))
    meldingen += _zonder_jaren(plan, definities)
    return uitslag(meldingen, bool(plan.metingen or plan.meetperioden))


def _zonder_jaren(plan: Monitorplan, definities: Mapping[str, Definitie]) -> list[Melding]:
    """Return the measurement periods that are no calendar years, where indicators ask for these."""
    gemeten = [definities.get(indicator.definitie_id) for indicator in plan.indicatoren]
    per_jaar = [d is not None and d.tijdvak is Tijdvak.KALENDERJAAR for d in gemeten]
    recht = [(i, p) for i, p in enumerate(plan.meetperioden) if p.van <= p.tot_en_met]
    anders = [i for i, periode in recht if not is_kalenderjaar(periode, jaren=True)]
    if not any(per_jaar) or not anders:
        return []
    if all(per_jaar):
        return [
            onbeoordeeld(f"/meetperioden/{i}", "meetperiode_geen_jaar", vermoeden=True)
            for i in anders
        ]
    geen = len(anders) == len(recht)
    return [onbeoordeeld("/meetperioden", "geen_jaar", vermoeden=True)] if geen else []


class _Meetperioden:
    """The planned periods of measurement; without any of them every period will do."""

    def __init__(self, perioden: Sequence[Periode]) -> None:
        op_begin = sorted(perioden, key=lambda periode: periode.van)
        self._begin = [periode.van for periode in op_begin]
        self._verste = list(accumulate((periode.tot_en_met for periode in op_begin), max))
        self._randen = {p.van for p in perioden}, {p.tot_en_met for p in perioden}

    def kent(self, periode: Periode, *, moment: bool) -> bool:
        """Say whether it runs from the begin of one to the end of one; a moment lies within one."""
        begin, einde = self._randen
        if not begin or (periode.van in begin and periode.tot_en_met in einde):
            return True
        plaats = bisect_right(self._begin, periode.van)
        return moment and plaats > 0 and periode.tot_en_met <= self._verste[plaats - 1]
