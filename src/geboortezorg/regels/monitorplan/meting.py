"""Indicators and measurements: exact definitions, whole numbers, and only fair comparisons."""

from collections.abc import Iterable, Iterator
from typing import Final

from geboortezorg.bron import Bron, Verificatie
from geboortezorg.model.cijfers import (
    STERFTE,
    VERHOUDINGEN,
    Cijferstatus,
    Definitie,
    verschillen,
)
from geboortezorg.model.monitorplan import Meting, Monitorplan
from geboortezorg.regels import bronnen
from geboortezorg.regels.monitorplan.plan import MONITORPLAN, OPBOUW
from geboortezorg.regels.regel import (
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
from geboortezorg.tabellen.cijfercontrole import (
    GRENS_KLEINE_CEL,
    noemer_ontbreekt,
    ontbrekende_grenzen,
)

K15: Final = bronnen.kamerbrief("K15")

KLEINE_CELLEN: Final = Bron(
    titel="Analysecode van de indicator gezinnen zonder kraamzorg (Kansrijke Start)",
    verificatie=Verificatie.SECUNDAIR,
    toelichting="Cellen onder 10 niet tonen. De herkomst van de code is niet te bepalen.",
)

DEFINITIE_VELDEN: Final = (
    "/definities/*/sterftegrenzen",
    *(f"/definities/*/sterftegrenzen/{naam}" for naam in STERFTE["perinatale-sterfte"]),
    "/definities/*/noemer",
)

DEFINITIE_REDENEN: Final = {
    "grens_ontbreekt": Tekst(
        "Een cijfer over sterfte zegt vanaf welke zwangerschapsduur en tot en met welke dag het "
        "telt. Vul deze grens in.",
        "A figure on mortality says from which length of pregnancy and until which day it counts. "
        "Supply this bound.",
    ),
    "noemer_ontbreekt": Tekst(
        "Deze eenheid is een deel van iets, maar de definitie zegt niet waarvan. Vul de noemer in.",
        "This unit is a part of something, but the definition does not say of what. Supply the "
        "denominator.",
    ),
}


def gebreken_definitie(pad: str, definitie: Definitie, *, eigen: bool) -> Iterator[Melding]:
    """Yield what a definition must state and does not; for every kind of document with one.

    A single bound that is missing is a mistake in a definition of one's own; in that of another
    (not `eigen`) it may be all that the source says.
    """
    grenzen = ontbrekende_grenzen(definitie)
    if grenzen and definitie.sterftegrenzen is None:
        yield breuk(f"{pad}/sterftegrenzen", "grens_ontbreekt")
    else:
        for naam in grenzen:
            plek = f"{pad}/sterftegrenzen/{naam}"
            yield breuk(plek, "grens_ontbreekt") if eigen else onbeoordeeld(plek, "grens_onbekend")
    if noemer_ontbreekt(definitie):
        yield breuk(f"{pad}/noemer", "noemer_ontbreekt")


def _per_sleutel(plan: Monitorplan) -> dict[str, Definitie]:
    return {definitie.definitie_id: definitie for definitie in reversed(plan.definities)}


@regel(
    code="GZ-MONITOR-004",
    titel=Tekst("Een indicator heeft een exacte definitie", "An indicator has an exact definition"),
    soorten=MONITORPLAN,
    bron=K15,
    velden=(*DEFINITIE_VELDEN, "/definities/*/populatie", "/definities/*/teller"),
    redenen={
        **DEFINITIE_REDENEN,
        "populatie_ontbreekt": Tekst(
            "De definitie zegt niet over wie het gaat. Vul de populatie in.",
            "The definition does not say who it is about. Supply the population.",
        ),
        "teller_ontbreekt": Tekst(
            "De definitie zegt niet wat wordt geteld. Vul de teller in.",
            "The definition does not say what is counted. Supply the numerator.",
        ),
    },
)
def exacte_definitie(w: Werkblad) -> Resultaat:
    """Each definition states its bounds, population, numerator and denominator.

    The letter asks for a definition; that population and numerator belong to it is our reading.
    """
    plan = w.als(Monitorplan)
    meldingen: list[Melding] = []
    for i, definitie in enumerate(plan.definities):
        pad = f"/definities/{i}"
        meldingen += gebreken_definitie(pad, definitie, eigen=True)
        for naam in ("populatie", "teller"):
            if getattr(definitie, naam) is None:
                grond = Verificatie.AFGELEID
                meldingen.append(breuk(f"{pad}/{naam}", f"{naam}_ontbreekt", verificatie=grond))
    return uitslag(meldingen, bool(plan.definities))


@regel(
    code="GZ-MONITOR-005",
    titel=Tekst("Elke meting noemt haar bron", "Every measurement names its source"),
    soorten=MONITORPLAN,
    bron=K15,
    velden=("/metingen/*/bron",),
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
    code="GZ-MONITOR-006",
    titel=Tekst(
        "Gemeten is met de definitie van de indicator",
        "Measurements use the definition of their indicator",
    ),
    soorten=MONITORPLAN,
    bron=K15,
    velden=("/metingen/*/definitie_id",),
    redenen={
        "andere_definitie": Tekst(
            "Deze meting gebruikt een andere definitie dan de indicator, en is dus niet met de "
            "streefwaarde te vergelijken. Maak er een eigen indicator van.",
            "This measurement uses another definition than the indicator, so it cannot be "
            "compared with the target. Make it an indicator of its own.",
        )
    },
)
def definitie_van_indicator(w: Werkblad) -> Resultaat:
    """A measurement counts what its indicator counts. A consequence of the letter, not its text."""
    plan = w.als(Monitorplan)
    definities = _per_sleutel(plan)
    van_indicator = {i.indicator_id: i.definitie_id for i in reversed(plan.indicatoren)}
    meldingen: list[Melding] = []
    toegepast = False
    for i, meting in enumerate(plan.metingen):
        gemeten = definities.get(meting.definitie_id)
        bedoeld = definities.get(van_indicator.get(meting.indicator_id, ""))
        if gemeten is None or bedoeld is None:
            continue  # an unknown reference has a rule of its own
        toegepast = True
        if verschillen(gemeten, bedoeld):
            pad = f"/metingen/{i}/definitie_id"
            meldingen.append(breuk(pad, "andere_definitie", verificatie=Verificatie.AFGELEID))
    return uitslag(meldingen, toegepast)


@regel(
    code="GZ-MONITOR-007",
    titel=Tekst(
        "Vergeleken wordt alleen wat dezelfde definitie heeft",
        "Only figures with the same definition are compared",
    ),
    soorten=MONITORPLAN,
    bron=K15,
    velden=("/vergelijkingen/*",),
    redenen={
        "andere_definitie": Tekst(
            "De twee metingen hebben verschillende definities en zijn niet te vergelijken. Laat de "
            "vergelijking weg, of meet met dezelfde definitie.",
            "The two measurements have different definitions and cannot be compared. Leave the "
            "comparison out, or measure by one definition.",
        ),
        "andere_omschrijving": Tekst(
            "De definities verschillen alleen in hun omschrijving; of zij hetzelfde tellen is niet "
            "te zeggen. Gebruik een definitie voor beide metingen.",
            "The definitions differ in their wording only; whether they count the same cannot be "
            "told. Use one definition for both measurements.",
        ),
    },
)
def zelfde_definitie(w: Werkblad) -> Resultaat:
    """Figures with different definitions are never compared."""
    plan = w.als(Monitorplan)
    definities = _per_sleutel(plan)
    van_meting = {m.meting_id: definities.get(m.definitie_id) for m in reversed(plan.metingen)}
    meldingen: list[Melding] = []
    toegepast = False
    for i, vergelijking in enumerate(plan.vergelijkingen):
        een, ander = van_meting.get(vergelijking.een), van_meting.get(vergelijking.ander)
        if een is None or ander is None:
            continue  # an unknown reference has a rule of its own
        toegepast = True
        velden = verschillen(een, ander)
        if velden == ("omschrijving",):
            pad = f"/vergelijkingen/{i}"
            meldingen.append(onbeoordeeld(pad, "andere_omschrijving", vermoeden=True))
        elif velden:
            meldingen.append(breuk(f"/vergelijkingen/{i}", "andere_definitie"))
    return uitslag(meldingen, toegepast)


@regel(
    code="GZ-MONITOR-012",
    titel=Tekst("Kleine aantallen zijn onderdrukt", "Small numbers are suppressed"),
    soorten=MONITORPLAN,
    bron=KLEINE_CELLEN,
    velden=("/metingen/*/teller_aantal", "/metingen/*/noemer_aantal"),
    redenen={
        "te_klein": Tekst(
            "Dit aantal personen is kleiner dan {grens}. Laat het weg en zet onderdrukt op true.",
            "This number of persons is below {grens}. Leave it out and set onderdrukt to true.",
        ),
        "toch_getoond": Tekst(
            "De meting heet onderdrukt, maar het aantal staat er nog. Laat het weg.",
            "The measurement is marked as suppressed, but the number is still there. Leave it out.",
        ),
    },
)
def kleine_cellen(w: Werkblad) -> Resultaat:
    """A number of persons below ten is not shown."""
    plan = w.als(Monitorplan)
    personen = {d.definitie_id for d in plan.definities if d.telt_personen}
    meldingen: list[Melding] = []
    toegepast = False
    for i, meting in enumerate(plan.metingen):
        if meting.definitie_id not in personen:
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
    definities = _per_sleutel(plan)
    meldingen: list[Melding] = []
    for i, meting in enumerate(plan.metingen):
        definitie = definities.get(meting.definitie_id)
        for naam, reden in _gebreken_meting(meting, definitie):
            meldingen.append(breuk(f"/metingen/{i}/{naam}", reden))
        if meting.gemeten_op < meting.periode.tot_en_met and meting.status not in _ONAF:
            pad = f"/metingen/{i}/gemeten_op"
            meldingen.append(breuk(pad, "voor_einde_periode", verificatie=Verificatie.AFGELEID))
    return uitslag(meldingen, bool(plan.metingen))


_ONAF: Final = frozenset({Cijferstatus.VOORLOPIG, Cijferstatus.RAMING})


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
