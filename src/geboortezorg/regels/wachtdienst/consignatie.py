"""The bounds of the Arbeidstijdenwet for consignatie (art. 5:9), one rule for each.

For a bereikbaarheidsdienst some of them hold too; the Arbeidstijdenbesluit says for whom which.
"""

from collections.abc import Callable

from geboortezorg.berekening.tijdlijn import UUR, WEEK, minuut, raakt_nacht
from geboortezorg.berekening.wachtdienst import nachtconsignatie
from geboortezorg.berekening.wachtdienst.consignatie import (
    Bezetting,
    na_nachtdienst,
    te_veel_arbeid,
    voor_nachtdienst,
)
from geboortezorg.berekening.wachtdienst.normen import bron, looptijd
from geboortezorg.bron import Verificatie
from geboortezorg.model.wachtdienst import (
    Leeftijdsgroep,
    Wachtdienstrooster,
)
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
    Melding,
    Nodig,
    Peildatum,
    Resultaat,
    Tekst,
    breuk,
    onbeoordeeld,
    regel,
)
from geboortezorg.regels.wachtdienst.toets import (
    CONSIGNATIE,
    LEEFTIJD,
    OPROEPBAAR,
    REDEN_KORT,
    REDEN_WERKZAAMHEID,
    REDENEN_ARBEID,
    REDENEN_WET,
    SOORT,
    SOORTEN,
    VOLLEDIG,
    WACHTDIENST,
    WERKZAAMHEID,
    Roosterblad,
    bereikbaarheidsnormen,
    op_wacht,
    toets,
    wet_geldt,
)
from geboortezorg.regels.werkblad import Werkblad

Overtredingen = Callable[[Roosterblad, Bezetting], list[Melding]]


def als_consignatie(
    w: Werkblad,
    norm_id: str,
    sleutel: str,
    overtredingen: Overtredingen,
    *,
    venster: str | None = None,
) -> Resultaat:
    """Judge a norm for consignatie, and for a bereikbaarheidsdienst when it holds for that too."""
    gelden = {bool(norm.waarde(sleutel)) for norm in bereikbaarheidsnormen(w)} or {False}
    geldt = gelden.pop() if len(gelden) == 1 else None

    def alles(blad: Roosterblad) -> list[Melding]:
        meldingen = overtredingen(blad, blad.bezet(OPROEPBAAR if geldt else CONSIGNATIE))
        if meldingen or geldt is not None or not overtredingen(blad, blad.bezet(OPROEPBAAR)):
            return meldingen
        return [onbeoordeeld(WERKZAAMHEID, "werkzaamheid_onbekend", vermoeden=True)]

    soorten = CONSIGNATIE if geldt is False else OPROEPBAAR
    return toets(w, norm_id, alles, soorten=soorten, venster=venster, arbeid=True)


@regel(
    code="GZ-WACHT-006",
    titel=Tekst("Consignatie is er vanaf 18 jaar", "Consignatie is for those of 18 and older"),
    soorten=SOORTEN,
    bron=bron("atw-consignatie-leeftijd"),
    velden=(LEEFTIJD, WACHTDIENST),
    nodig=Nodig(leden=("/wachtdiensten",)),
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
        "bereikbaarheid_te_jong": Tekst(
            "Consignatie is er niet voor wie zo jong is; of een bereikbaarheidsdienst dan wel mag, is "
            "niet gezien. Controleer de leeftijdsgroep, of haal de wachtdienst uit het rooster.",
            "Consignatie is not for those of this age; whether a bereikbaarheidsdienst is allowed "
            "then was not seen. Check the leeftijdsgroep, or take the wachtdienst out of the roster.",
        ),
        **REDENEN_WET,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atw-consignatie-leeftijd"),
    gebruikt_tabellen=True,
    versie=3,
)
def achttien_jaar(w: Werkblad) -> Resultaat:
    """Consignatie is only imposed on an employee of 18 years or older."""

    def overtredingen(blad: Roosterblad) -> list[Melding]:
        groep, leeftijd = blad.rooster.leeftijdsgroep, blad.grens["leeftijd"]
        if groep is Leeftijdsgroep.VANAF_18:
            return []
        if groep is Leeftijdsgroep.TOT_18:
            return [breuk(LEEFTIJD, "te_jong", leeftijd=leeftijd)]
        return [onbeoordeeld(LEEFTIJD, "leeftijd_onbekend", leeftijd=leeftijd)]

    rooster, norm = w.als(Wachtdienstrooster), "atw-consignatie-leeftijd"
    resultaat = toets(w, norm, overtredingen, soorten=CONSIGNATIE, volledig=False)
    jong = wet_geldt(rooster) and rooster.leeftijdsgroep is Leeftijdsgroep.TOT_18
    if resultaat is NIET_VAN_TOEPASSING and jong and op_wacht(rooster, OPROEPBAAR):
        return [onbeoordeeld(LEEFTIJD, "bereikbaarheid_te_jong", vermoeden=True)]
    return resultaat


@regel(
    code="GZ-WACHT-009",
    titel=Tekst(
        "Rond een nachtdienst is er geen consignatie",
        "There is no consignatie around a night shift",
    ),
    soorten=SOORTEN,
    bron=(
        bron("atw-rond-nachtdienst"),
        bron("atw-begrippen"),
    ),
    velden=(WACHTDIENST, SOORT, VOLLEDIG, WERKZAAMHEID),
    nodig=Nodig(leden=("/wachtdiensten",)),
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
        **REDENEN_ARBEID,
        **REDEN_WERKZAAMHEID,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atw-rond-nachtdienst"),
    gebruikt_tabellen=True,
    versie=2,
)
def rond_nachtdienst(w: Werkblad) -> Resultaat:
    """There is no consignatie in the hours before and after a night shift."""

    def overtredingen(blad: Roosterblad, bezet: Bezetting) -> list[Melding]:
        nachten = [dienst.spanne for dienst in blad.diensten if dienst.nachtdienst]
        return [
            breuk(f"/wachtdiensten/{nummer}", "voor_nachtdienst", uren=blad.grens["voor"] // UUR)
            for nummer in voor_nachtdienst(bezet, nachten, blad.grens)
        ] + [
            breuk(f"/wachtdiensten/{nummer}", "na_nachtdienst", uren=blad.grens["na"] // UUR)
            for nummer in na_nachtdienst(bezet, nachten, blad.grens)
        ]

    return als_consignatie(w, "atw-rond-nachtdienst", "geldt.lid_3", overtredingen)


@regel(
    code="GZ-WACHT-010",
    titel=Tekst(
        "Met consignatie is er hooguit 13 uur arbeid in elke 24 uur",
        "With consignatie there are at most 13 hours of work in every 24 hours",
    ),
    soorten=SOORTEN,
    bron=(
        bron("atw-dertien-uur"),
        bron("atw-oproep"),
    ),
    velden=(WACHTDIENST, SOORT, VOLLEDIG, WERKZAAMHEID),
    nodig=Nodig(leden=("/wachtdiensten",)),
    redenen={
        "te_veel_arbeid": Tekst(
            "In een periode van 24 uur met deze consignatie is meer dan {uren} uur gewerkt, arbeid "
            "na oproepen meegeteld. Kort de dienst ernaast in.",
            "In a period of 24 hours with this consignatie there were more than {uren} hours of "
            "work, work after calls included. Make the shift beside it shorter.",
        ),
        **REDENEN_ARBEID,
        **REDEN_KORT,
        **REDEN_WERKZAAMHEID,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atw-dertien-uur"),
    gebruikt_tabellen=True,
    versie=2,
)
def dertien_uur(w: Werkblad) -> Resultaat:
    """With consignatie there are at most 13 hours of work in every 24 hours in a row."""

    def overtredingen(blad: Roosterblad, bezet: Bezetting) -> list[Melding]:
        drukke = te_veel_arbeid(bezet, blad.grens)
        gevonden = (bezet.wachtdienst_voor(einde) for _, einde in drukke)
        return [
            breuk(f"/wachtdiensten/{nummer}", "te_veel_arbeid", uren=blad.grens["maximum"] // UUR)
            for nummer in dict.fromkeys(gevonden)
        ]

    return als_consignatie(w, "atw-dertien-uur", "geldt.lid_4", overtredingen, venster="venster")


@regel(
    code="GZ-WACHT-011",
    titel=Tekst(
        "Met nachtelijke consignatie is de arbeid gemiddeld hooguit 40 of 45 uur per week",
        "With nightly consignatie the work is at most 40 or 45 hours a week on average",
    ),
    soorten=SOORTEN,
    bron=(
        bron("atw-nachtelijke-consignatie"),
        bron("atw-oproep"),
    ),
    velden=(WACHTDIENST, SOORT, VOLLEDIG, WERKZAAMHEID),
    nodig=Nodig(leden=("/wachtdiensten",)),
    redenen={
        "gemiddelde_te_hoog": Tekst(
            "In de {weken} weken tot en met deze consignatie was er {keer} keer of vaker "
            "consignatie tussen 00.00 en 06.00 uur, en gemiddeld meer dan {uren} uur arbeid per "
            "week. {uren} is het meeste bij de rust die na de nachtelijke oproepen is genoten. Haal "
            "een dienst weg.",
            "In the {weken} weeks up to this consignatie there was consignatie between 00.00 and "
            "06.00 {keer} times or more, and more than {uren} hours of work a week on average. "
            "{uren} is the most with the rest that was taken after the calls at night. Take a shift "
            "out.",
        ),
        "gemiddelde_te_hoog_naar_telling": Tekst(
            "Als elke nacht apart telt en elke oproep een rust onderbreekt, was er in de {weken} "
            "weken tot en met deze consignatie gemiddeld meer dan {uren} uur arbeid per week bij "
            "{keer} keer of meer nachtelijke consignatie. De wet zegt niet hoe dit telt. Haal een "
            "dienst weg om zeker te zijn.",
            "When each night counts and each call interrupts a rest, there were more than {uren} "
            "hours of work a week on average in the {weken} weeks up to this consignatie, with "
            "{keer} or more nightly consignaties. The law does not say how this is counted. Take a "
            "shift out to be sure.",
        ),
        **REDENEN_ARBEID,
        **REDEN_KORT,
        **REDEN_WERKZAAMHEID,
    },
    peildatum=Peildatum.DOCUMENT,
    geldig=looptijd("atw-nachtelijke-consignatie"),
    gebruikt_tabellen=True,
    versie=2,
)
def nachtelijke_consignatie(w: Werkblad) -> Resultaat:
    """With many nightly consignaties the work is at most 40, or 45, hours a week."""

    def overtredingen(blad: Roosterblad, bezet: Bezetting) -> list[Melding]:
        reden, grond, grens = "gemiddelde_te_hoog", None, blad.grens
        gevonden = nachtconsignatie.overschrijdingen(bezet, grens, ruim=True)
        if not gevonden:
            reden, grond = "gemiddelde_te_hoog_naar_telling", Verificatie.AFGELEID
            gevonden = nachtconsignatie.overschrijdingen(bezet, grens, ruim=False)
        per_dienst = {bezet.wachtdienst_voor(venster.einde): venster for venster in gevonden}
        meldingen = [
            breuk(
                f"/wachtdiensten/{nummer}",
                reden,
                verificatie=grond,
                weken=grens["venster"] // WEEK,
                keer=grens["keer"],
                uren=venster.maximum // UUR,
            )
            for nummer, venster in per_dienst.items()
        ]
        nachtelijk = sum(raakt_nacht((begin, einde)) for begin, einde, _ in bezet.consignatie)
        gewerkt = sum(einde - begin for begin, einde in bezet.geteld)
        duur = grens["venster"]
        per_venster = grens["gemiddeld"] * duur // WEEK
        return meldingen or blad.te_kort(
            duur, (nachtelijk, grens["keer"] - 1), (gewerkt, per_venster)
        )

    if not any(
        raakt_nacht((minuut(dienst.begin), minuut(dienst.einde)))
        for dienst in w.als(Wachtdienstrooster).wachtdiensten
        if dienst.wachtdienstsoort in OPROEPBAAR
    ):
        return NIET_VAN_TOEPASSING
    return als_consignatie(w, "atw-nachtelijke-consignatie", "geldt.lid_5", overtredingen)
