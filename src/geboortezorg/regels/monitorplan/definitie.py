"""Definitions of what is measured: exact, kept to, and the same where results are compared."""

from collections.abc import Iterator
from typing import Final

from geboortezorg.bron import Verificatie
from geboortezorg.model.cijfers import (
    PERINATALE_STERFTE,
    STERFTE,
    Cijfereenheid,
    Cijferstatus,
    Definitie,
    verschillen,
)
from geboortezorg.model.meting import Meting
from geboortezorg.model.monitorplan import Monitorplan
from geboortezorg.regels import bronnen
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
from geboortezorg.tabellen.cijfercontrole import noemer_ontbreekt, ontbrekende_grenzen
from geboortezorg.tekst import kern, plat

K15: Final = bronnen.kamerbrief("K15")

DEFINITIE_VELDEN: Final = (
    "/definities/*/sterftegrenzen",
    *(f"/definities/*/sterftegrenzen/{naam}" for naam in STERFTE[PERINATALE_STERFTE]),
    "/definities/*/onderwerp",
    "/definities/*/noemer",
    "/definities/*/eenheid",
    "/definities/*/telt_personen",
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
    "grens_te_veel": Tekst(
        "Deze grens gaat over sterfte die het onderwerp niet meetelt. Laat haar weg, of verbeter het "
        "onderwerp.",
        "This bound is about deaths that the subject does not count. Leave it out, or correct the "
        "subject.",
    ),
    "anders_gespeld": Tekst(
        "Dit onderwerp lijkt {onderwerp} te zijn, anders geschreven, en wordt zo niet als sterfte "
        "beoordeeld. Schrijf het als {onderwerp}, of kies een andere naam.",
        "This subject seems to be {onderwerp}, in another spelling, and so is not judged as "
        "mortality. Put {onderwerp}, or choose another name.",
    ),
    "teller_is_noemer": Tekst(
        "De teller is hetzelfde als de noemer, dus elke uitslag is het geheel. Verbeter een van "
        "beide.",
        "The numerator is the same as the denominator, so every result is the whole. Correct one of "
        "them.",
    ),
    "noemer_overbodig": Tekst(
        "Een aantal is geen deel van iets, maar de definitie noemt een noemer. Laat de noemer weg, "
        "of verbeter de eenheid.",
        "A count is no part of something, but the definition names a denominator. Leave it out, or "
        "correct the unit.",
    ),
    "geen_eenheid_van_sterfte": Tekst(
        "In deze eenheid is geen sterfte te geven. Verbeter de eenheid of het onderwerp.",
        "Mortality cannot be given in this unit. Correct the unit or the subject.",
    ),
    "ongewone_eenheid": Tekst(
        "Sterfte rond de geboorte wordt als aantal of per duizend gegeven. Controleer de eenheid.",
        "Mortality around birth is given as a count or per thousand. Check the unit.",
    ),
    "telt_geen_personen": Tekst(
        "Sterfte telt personen, dus kleine aantallen worden onderdrukt. Zet telt_personen op true.",
        "Mortality counts persons, so small numbers are suppressed. Set telt_personen to true.",
    ),
}

_GEWOON: Final = frozenset({Cijfereenheid.AANTAL, Cijfereenheid.PER_DUIZEND})
_ONGEWOON: Final = frozenset({Cijfereenheid.DUIZENDTAL, Cijfereenheid.PERCENTAGE})
_AANTALLEN: Final = frozenset({Cijfereenheid.AANTAL, Cijfereenheid.DUIZENDTAL})


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
    elif definitie.noemer is not None and definitie.eenheid in _AANTALLEN:
        yield onbeoordeeld(f"{pad}/noemer", "noemer_overbodig", vermoeden=True)
    elif definitie.noemer is not None and plat(definitie.teller or "") == plat(definitie.noemer):
        yield onbeoordeeld(f"{pad}/noemer", "teller_is_noemer", vermoeden=True)
    onderwerp = _SPELLING.get(kern(definitie.onderwerp))
    if definitie.onderwerp in STERFTE:
        yield from _sterfte(pad, definitie)
    elif onderwerp is not None:
        pad = f"{pad}/onderwerp"
        yield onbeoordeeld(pad, "anders_gespeld", vermoeden=True, onderwerp=onderwerp)


_SPELLING: Final = {
    f"{kern(onderwerp)}{meervoud}": onderwerp for onderwerp in STERFTE for meervoud in ("", "n")
}
"""The subjects on mortality by their letters alone."""


def _sterfte(pad: str, definitie: Definitie) -> Iterator[Melding]:
    """Yield where a definition of mortality contradicts its subject."""
    eigen = STERFTE[definitie.onderwerp]
    for naam in STERFTE[PERINATALE_STERFTE]:
        if naam not in eigen and getattr(definitie.sterftegrenzen, naam, None) is not None:
            plek = f"{pad}/sterftegrenzen/{naam}"
            yield onbeoordeeld(plek, "grens_te_veel", vermoeden=True)
    if definitie.eenheid in _ONGEWOON:
        yield onbeoordeeld(f"{pad}/eenheid", "ongewone_eenheid", vermoeden=True)
    elif definitie.eenheid not in _GEWOON:
        yield breuk(f"{pad}/eenheid", "geen_eenheid_van_sterfte", verificatie=OPBOUW.verificatie)
    if not definitie.telt_personen:
        yield breuk(f"{pad}/telt_personen", "telt_geen_personen", verificatie=OPBOUW.verificatie)


def per_sleutel(plan: Monitorplan) -> dict[str, Definitie]:
    """Return the definitions of a plan by their key; the first of two with one key."""
    return {definitie.definitie_id: definitie for definitie in reversed(plan.definities)}


@regel(
    code="GZ-MONITOR-004",
    titel=Tekst("Een indicator heeft een exacte definitie", "An indicator has an exact definition"),
    soorten=MONITORPLAN,
    bron=K15,
    versie=3,
    velden=(*DEFINITIE_VELDEN, "/definities/*/populatie", "/definities/*/teller"),
    nodig=Nodig(leden=("/definities",)),
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
    code="GZ-MONITOR-006",
    titel=Tekst(
        "Gemeten is met de definitie van de indicator",
        "Measurements use the definition of their indicator",
    ),
    soorten=MONITORPLAN,
    bron=K15,
    velden=("/metingen/*/definitie_id",),
    nodig=Nodig(leden=("/metingen",)),
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
    definities = per_sleutel(plan)
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
    nodig=Nodig(leden=("/vergelijkingen",)),
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
    definities = per_sleutel(plan)
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
    code="GZ-MONITOR-024",
    titel=Tekst(
        "Twee metingen die worden vergeleken, verschillen in een opzicht",
        "Two measurements that are compared differ in one respect",
    ),
    soorten=MONITORPLAN,
    bron=OPBOUW,
    versie=2,
    velden=("/vergelijkingen/*",),
    peildatum=Peildatum.DOCUMENT,
    nodig=Nodig(leden=("/vergelijkingen",)),
    redenen={
        "andere_status": Tekst(
            "De ene meting is definitief en de andere niet, dus het verschil kan nog verdwijnen. "
            "Vergelijk definitieve uitslagen, of zeg dat het voorlopig is.",
            "One measurement is final and the other is not, so the difference can still go away. "
            "Compare final results, or say that it is provisional.",
        ),
        "meer_dan_een_verschil": Tekst(
            "De metingen verschillen in meer dan een van gebied, groep en periode, dus waardoor de "
            "uitslag anders is blijkt niet. Vergelijk in een opzicht tegelijk.",
            "The measurements differ in more than one of area, group and period, so what makes the "
            "result different does not show. Compare in one respect at a time.",
        ),
        "andere_duur": Tekst(
            "De aantallen gaan over tijdvakken van verschillende lengte. Vergelijk even lange "
            "tijdvakken, of gebruik een verhouding.",
            "The counts are about periods of different lengths. Compare periods of one length, or "
            "use a ratio.",
        ),
    },
)
def eerlijk_vergeleken(w: Werkblad) -> Resultaat:
    """A comparison is of final results, of one area, group or period against another."""
    plan = w.als(Monitorplan)
    definities = per_sleutel(plan)
    metingen = {meting.meting_id: meting for meting in reversed(plan.metingen)}
    meldingen: list[Melding] = []
    toegepast = False
    for i, vergelijking in enumerate(plan.vergelijkingen):
        een, ander = metingen.get(vergelijking.een), metingen.get(vergelijking.ander)
        if een is None or ander is None:
            continue  # an unknown reference has a rule of its own
        toegepast = True
        reden = _oneerlijk(een, ander, definities.get(een.definitie_id))
        if reden is not None:
            meldingen.append(onbeoordeeld(f"/vergelijkingen/{i}", reden, vermoeden=True))
    return uitslag(meldingen, toegepast)


_ONAF: Final = frozenset({Cijferstatus.VOORLOPIG, Cijferstatus.RAMING})
_LENGTE_SCHEELT_DAGEN: Final = 1
"""A leap year is no other length."""


def _oneerlijk(een: Meting, ander: Meting, definitie: Definitie | None) -> str | None:
    if (een.status in _ONAF) is not (ander.status in _ONAF):
        return "andere_status"
    gebieden = {plat(een.gebied or ""), plat(ander.gebied or "")}
    verschil = (len(gebieden) > 1, een.groep != ander.groep, een.periode != ander.periode)
    if sum(verschil) > 1:
        return "meer_dan_een_verschil"
    aantal = definitie is not None and definitie.eenheid in _AANTALLEN
    if aantal and abs(een.periode.dagen - ander.periode.dagen) > _LENGTE_SCHEELT_DAGEN:
        return "andere_duur"
    return None
