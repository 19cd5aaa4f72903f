"""The bounds of the Arbeidstijdenwet for consignatie (art. 5:9), one rule for each.

A breach is reported from what the roster holds alone: more work or more duties could only make it
worse. That a bound was kept is only said of a roster that is complete over at least one whole
window, with all consignaties in it; of windows that reach beyond it nothing is known.
"""

from collections.abc import Callable, Mapping
from typing import Final

from geboortezorg.berekening.tijdlijn import (
    ETMAAL,
    UUR,
    dag,
    minuten_op_de_klok,
    minuut,
    raakt_nacht,
)
from geboortezorg.berekening.wachtdienst import bronnen as arbeidstijdbronnen
from geboortezorg.berekening.wachtdienst import nachtconsignatie
from geboortezorg.berekening.wachtdienst.consignatie import (
    MAXIMUM_PER_ETMAAL,
    NA_NACHTDIENST,
    VOOR_NACHTDIENST,
    Bezetting,
    bezetting,
    na_nachtdienst,
    nachtdiensten,
    te_veel_arbeid,
    voor_nachtdienst,
)
from geboortezorg.bron import Verificatie
from geboortezorg.model.wachtdienst import Leeftijdsgroep, Wachtdienstrooster, Wachtdienstsoort
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
)
from geboortezorg.regels.wachtdienst.rooster import GELDIG, SOORTEN, VOOR_TOESTAND
from geboortezorg.regels.werkblad import Werkblad

WACHTDIENST: Final = "/wachtdiensten/*"
VOLLEDIG: Final = "/volledig_over"
SOORT: Final = "/wachtdiensten/*/wachtdienstsoort"

_ONTBREEKT: Final = Tekst(
    "Geen overschrijding gevonden, maar het rooster is niet over alle consignaties volledig. Zet "
    "erbij waarover het volledig is.",
    "No breach was found, but the roster is not complete over all consignaties. State over what "
    "time it is complete.",
)
_TE_KORT: Final = Tekst(
    "Geen overschrijding gevonden, maar het rooster is volledig over minder dan {dagen} dagen "
    "achter elkaar, waarover deze grens geldt. Lever een langer rooster.",
    "No breach was found, but the roster is complete over less than the {dagen} days in a row for "
    "which this bound holds. Supply a longer roster.",
)
_ANDERE: Final = Tekst(
    "Geen overschrijding door consignatie gevonden, maar het rooster heeft ook andere "
    "wachtdiensten; hoe die hier meetellen, is niet gezien.",
    "No breach by consignatie was found, but the roster has other wachtdiensten too; how those "
    "count here was not seen.",
)

REDENEN: Final[Mapping[str, Tekst]] = {
    "voor_toestand": VOOR_TOESTAND,
    "niet_volledig": _ONTBREEKT,
    "andere_wachtdienst": _ANDERE,
}
REDENEN_VENSTER: Final[Mapping[str, Tekst]] = {**REDENEN, "te_kort": _TE_KORT}


def toets(
    w: Werkblad,
    zoek: Callable[[Bezetting], list[Melding]],
    venster: int = 0,
    *,
    op_de_klok: bool = False,
) -> Resultaat:
    """Return what `zoek` finds, or else whether the roster tells enough to say that it is well.

    `venster` is over how many minutes the roster must be complete at least; with `op_de_klok` an
    hour that a clock change takes away is no lack.
    """
    rooster = w.als(Wachtdienstrooster)
    bezet = w.eenmaal(bezetting)
    if not bezet.consignatie:
        return NIET_VAN_TOEPASSING
    begin, _, eerste = bezet.consignatie[0]
    if dag(begin) < arbeidstijdbronnen.TOESTAND:
        return [onbeoordeeld(f"/wachtdiensten/{eerste}", "voor_toestand")]
    meldingen = zoek(bezet)
    if meldingen:
        return meldingen
    for i, dienst in enumerate(rooster.wachtdiensten):
        if dienst.wachtdienstsoort is not Wachtdienstsoort.CONSIGNATIE:
            return [onbeoordeeld(f"/wachtdiensten/{i}/wachtdienstsoort", "andere_wachtdienst")]
    volledig = rooster.volledig_over
    if volledig is None:
        return [onbeoordeeld(VOLLEDIG, "niet_volledig")]
    vanaf, tot = minuut(volledig.begin), minuut(volledig.einde)
    if begin < vanaf or max(einde for _, einde, _ in bezet.consignatie) > tot:
        return [onbeoordeeld(VOLLEDIG, "niet_volledig")]
    if (minuten_op_de_klok(vanaf, tot) if op_de_klok else tot - vanaf) < venster:
        return [onbeoordeeld(VOLLEDIG, "te_kort", dagen=venster // ETMAAL)]
    return VOLDAAN


@regel(
    code="GZ-WACHT-006",
    titel=Tekst("Consignatie is er vanaf 18 jaar", "Consignatie is for those of 18 and older"),
    soorten=SOORTEN,
    bron=arbeidstijdbronnen.arbeidstijdenwet("art. 5:9 lid 1"),
    velden=("/leeftijdsgroep", WACHTDIENST),
    redenen={
        "te_jong": Tekst(
            "Consignatie wordt alleen opgelegd aan wie {leeftijd} jaar of ouder is. Haal de "
            "consignatie uit het rooster.",
            "Consignatie is only for those of {leeftijd} and older. Take the consignatie out of "
            "the roster.",
        ),
        "leeftijd_onbekend": Tekst(
            "Niet na te gaan: de leeftijdsgroep ontbreekt, of de werknemer werd in de loop van het "
            "rooster {leeftijd}. Splits het rooster op die dag, of vul de leeftijdsgroep in.",
            "Cannot be checked: the leeftijdsgroep is missing, or the employee turned {leeftijd} in "
            "the course of the roster. Split the roster on that day, or fill in the "
            "leeftijdsgroep.",
        ),
        "voor_toestand": VOOR_TOESTAND,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=GELDIG,
)
def achttien_jaar(w: Werkblad) -> Resultaat:
    """Consignatie is only imposed on an employee of 18 years or older."""
    groep = w.als(Wachtdienstrooster).leeftijdsgroep
    bezet = w.eenmaal(bezetting)
    if not bezet.consignatie:
        return NIET_VAN_TOEPASSING
    begin, _, eerste = bezet.consignatie[0]
    if dag(begin) < arbeidstijdbronnen.TOESTAND:
        return [onbeoordeeld(f"/wachtdiensten/{eerste}", "voor_toestand")]
    if groep is Leeftijdsgroep.VANAF_18:
        return VOLDAAN
    if groep is Leeftijdsgroep.TOT_18:
        return [breuk("/leeftijdsgroep", "te_jong", leeftijd=18)]
    return [onbeoordeeld("/leeftijdsgroep", "leeftijd_onbekend", leeftijd=18)]


@regel(
    code="GZ-WACHT-009",
    titel=Tekst(
        "Rond een nachtdienst is er geen consignatie",
        "There is no consignatie around a night shift",
    ),
    soorten=SOORTEN,
    bron=(
        arbeidstijdbronnen.arbeidstijdenwet("art. 5:9 lid 3"),
        arbeidstijdbronnen.arbeidstijdenwet("art. 1:7 lid 1 onder c en d"),
    ),
    velden=(WACHTDIENST, SOORT, VOLLEDIG),
    redenen={
        "voor_nachtdienst": Tekst(
            "Deze consignatie valt in de {uren} uren voor een nachtdienst (een dienst met meer dan "
            "een uur arbeid tussen 00.00 en 06.00 uur). Laat haar eerder eindigen.",
            "This consignatie lies in the {uren} hours before a night shift (a shift with more than "
            "an hour of work between 00.00 and 06.00). Let it end earlier.",
        ),
        "na_nachtdienst": Tekst(
            "Deze consignatie valt in de {uren} uren na een nachtdienst (een dienst met meer dan "
            "een uur arbeid tussen 00.00 en 06.00 uur). Laat haar later beginnen.",
            "This consignatie lies in the {uren} hours after a night shift (a shift with more than "
            "an hour of work between 00.00 and 06.00). Let it begin later.",
        ),
        **REDENEN,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=GELDIG,
)
def rond_nachtdienst(w: Werkblad) -> Resultaat:
    """There is no consignatie in the 11 hours before and the 14 hours after a night shift."""

    def zoek(bezet: Bezetting) -> list[Melding]:
        diensten = nachtdiensten(bezet.arbeid)
        return [
            breuk(f"/wachtdiensten/{nummer}", "voor_nachtdienst", uren=VOOR_NACHTDIENST // UUR)
            for nummer in voor_nachtdienst(bezet, diensten)
        ] + [
            breuk(f"/wachtdiensten/{nummer}", "na_nachtdienst", uren=NA_NACHTDIENST // UUR)
            for nummer in na_nachtdienst(bezet, diensten)
        ]

    return toets(w, zoek)


@regel(
    code="GZ-WACHT-010",
    titel=Tekst(
        "Met consignatie is er hooguit 13 uur arbeid in elke 24 uur",
        "With consignatie there are at most 13 hours of work in every 24 hours",
    ),
    soorten=SOORTEN,
    bron=(
        arbeidstijdbronnen.arbeidstijdenwet("art. 5:9 lid 4"),
        arbeidstijdbronnen.arbeidstijdenwet("art. 5:9 lid 7"),
    ),
    velden=(WACHTDIENST, SOORT, VOLLEDIG),
    redenen={
        "te_veel_arbeid": Tekst(
            "In een periode van 24 uur met deze consignatie is meer dan {uren} uur gewerkt, arbeid "
            "na oproepen meegeteld. Kort de dienst ernaast in.",
            "In a period of 24 hours with this consignatie there were more than {uren} hours of "
            "work, work after calls included. Make the shift beside it shorter.",
        ),
        **REDENEN_VENSTER,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=GELDIG,
)
def dertien_uur(w: Werkblad) -> Resultaat:
    """With consignatie there are at most 13 hours of work in every 24 hours in a row."""

    def zoek(bezet: Bezetting) -> list[Melding]:
        gevonden = (bezet.wachtdienst_voor(einde) for _, einde in te_veel_arbeid(bezet))
        return [
            breuk(f"/wachtdiensten/{nummer}", "te_veel_arbeid", uren=MAXIMUM_PER_ETMAAL // UUR)
            for nummer in dict.fromkeys(gevonden)
        ]

    return toets(w, zoek, ETMAAL)


@regel(
    code="GZ-WACHT-011",
    titel=Tekst(
        "Met nachtelijke consignatie is de arbeid gemiddeld hooguit 40 of 45 uur per week",
        "With nightly consignatie the work is at most 40 or 45 hours a week on average",
    ),
    soorten=SOORTEN,
    bron=(
        arbeidstijdbronnen.arbeidstijdenwet("art. 5:9 lid 5 en 6"),
        arbeidstijdbronnen.arbeidstijdenwet("art. 5:9 lid 7"),
    ),
    velden=(WACHTDIENST, SOORT, VOLLEDIG),
    redenen={
        "gemiddelde_te_hoog": Tekst(
            "In de {weken} weken tot en met deze consignatie was er {keer} keer of vaker "
            "consignatie tussen 00.00 en 06.00 uur, en gemiddeld meer dan {uren} uur arbeid per "
            "week. {uren} is het meeste bij de rust die na de nachtelijke oproepen is genoten.",
            "In the {weken} weeks up to this consignatie there was consignatie between 00.00 and "
            "06.00 {keer} times or more, and more than {uren} hours of work a week on average. "
            "{uren} is the most with the rest that was taken after the calls at night.",
        ),
        "gemiddelde_te_hoog_naar_telling": Tekst(
            "Als elke nacht apart telt en elke oproep een rust onderbreekt, was er in de {weken} "
            "weken tot en met deze consignatie gemiddeld meer dan {uren} uur arbeid per week bij "
            "{keer} keer of meer nachtelijke consignatie. De wet zegt niet hoe dit telt.",
            "When each night counts and each call interrupts a rest, there were more than {uren} "
            "hours of work a week on average in the {weken} weeks up to this consignatie, with "
            "{keer} or more nightly consignaties. The law does not say how this is counted.",
        ),
        **REDENEN_VENSTER,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=GELDIG,
)
def nachtelijke_consignatie(w: Werkblad) -> Resultaat:
    """With 16 nightly consignaties in 16 weeks the work is at most 40, or 45, hours a week."""

    def zoek(bezet: Bezetting) -> list[Melding]:
        reden, grond = "gemiddelde_te_hoog", None
        gevonden = nachtconsignatie.overschrijdingen(bezet, ruim=True)
        if not gevonden:
            reden, grond = "gemiddelde_te_hoog_naar_telling", Verificatie.AFGELEID
            gevonden = nachtconsignatie.overschrijdingen(bezet, ruim=False)
        per_dienst = {bezet.wachtdienst_voor(venster.einde): venster for venster in gevonden}
        return [
            breuk(
                f"/wachtdiensten/{nummer}",
                reden,
                verificatie=grond,
                weken=nachtconsignatie.WEKEN,
                keer=nachtconsignatie.NACHTELIJKE_CONSIGNATIES,
                uren=venster.maximum_uren,
            )
            for nummer, venster in per_dienst.items()
        ]

    bezet = w.eenmaal(bezetting)
    if not any(raakt_nacht((begin, einde)) for begin, einde, _ in bezet.consignatie):
        return NIET_VAN_TOEPASSING
    return toets(w, zoek, nachtconsignatie.VENSTER, op_de_klok=True)
