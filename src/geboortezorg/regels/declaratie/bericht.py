"""A declaratie as a message: its dates, its numbers, its amounts, and what goes together."""

from datetime import date
from typing import Final

from geboortezorg.bron import Verificatie
from geboortezorg.model.declaratie import Declaratie
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import (
    VOLDAAN,
    Melding,
    Nodig,
    Peildatum,
    Resultaat,
    Tekst,
    Trek,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.bronnen import bron
from geboortezorg.zorggeval import op_volgorde

GDS: Final = bron("declaratie-gds")

_BEIDE: Final = ("dossier", "declaratie")
_BERICHTEN: Final = ("declaratie", "vsv_declaratie")


def _grond(w: Werkblad) -> Verificatie | None:
    """Return the ground of a norm from the EI standards: no standard for a VSV was seen."""
    return Verificatie.AFGELEID if w.soort == "vsv_declaratie" else None


@regel(
    code="GZ-DECLARATIE-001",
    titel=Tekst("Een periode is niet omgekeerd", "A period is not reversed"),
    soorten=(*_BEIDE, "vsv_declaratie"),
    bron=bronnen.COD954,
    velden=(
        "/periode/tot_en_met",
        "/declaratieregels/*/periode/tot_en_met",
        "/eigen_bijdragen/*/periode/tot_en_met",
    ),
    peildatum=Peildatum.DOCUMENT,
    nodig=Nodig(leden=("/declaratieregels", "/eigen_bijdragen", "/periode")),
    aanleiding=Nodig(trekken=(Trek.VELDEN,)),
    redenen={
        "omgekeerd": Tekst(
            "De laatste dag ligt voor de eerste. Verbeter de periode.",
            "The last day lies before the first. Correct the period.",
        )
    },
    retourcodes=("0021", "8007"),
)
def periode_niet_omgekeerd(w: Werkblad) -> Resultaat:
    """The last day of a declaration, a line or an eigen bijdrage is its first day or later."""
    meldingen: list[Melding] = []
    if w.soort == "declaratie" and w.als(Declaratie).periode.dagen < 1:
        meldingen.append(breuk("/periode/tot_en_met", "omgekeerd"))
    declaratieregels = w.document.declaratieregels
    bijdragen = () if w.dossier is None else w.dossier.eigen_bijdragen
    for naam, delen in (("declaratieregels", declaratieregels), ("eigen_bijdragen", bijdragen)):
        for plaats, deel in enumerate(delen):
            if deel.periode.tot_en_met < deel.periode.van:
                meldingen.append(breuk(f"/{naam}/{plaats}/periode/tot_en_met", "omgekeerd"))
    return uitslag(meldingen, w.soort != "dossier" or bool(w.groepen or bijdragen))


@regel(
    code="GZ-DECLARATIE-002",
    titel=Tekst("Geen prestatie na de factuurdatum", "No prestatie after the invoice date"),
    soorten=_BERICHTEN,
    versie=3,
    bron=bronnen.COD954,
    velden=("/declaratieregels/*/periode/van", "/declaratieregels/*/periode/tot_en_met"),
    peildatum=Peildatum.DOCUMENT,
    aanleiding=Nodig(trekken=(Trek.BERICHT,)),
    redenen={
        "na_factuurdatum": Tekst(
            "De prestatie ligt na de factuurdatum. Declareer haar op een latere factuur.",
            "The prestatie lies after the invoice date. Declare it on a later invoice.",
        )
    },
    retourcodes=("8176", "8177", "8178"),
)
def niet_na_factuurdatum(w: Werkblad) -> Resultaat:
    """Every line begins and ends on the invoice date or earlier, but an instalment can run on."""
    factuurdatum = w.document.factuurdatum
    meldingen: list[Melding] = []
    for i, declaratieregel in enumerate(w.document.declaratieregels):
        periode, pad = declaratieregel.periode, f"/declaratieregels/{i}/periode"
        if periode.van > factuurdatum:
            meldingen.append(breuk(f"{pad}/van", "na_factuurdatum", verificatie=_grond(w)))
        elif periode.tot_en_met > factuurdatum and not getattr(declaratieregel, "termijn_id", None):
            meldingen.append(breuk(f"{pad}/tot_en_met", "na_factuurdatum", verificatie=_grond(w)))
    return uitslag(meldingen, True)


@regel(
    code="GZ-DECLARATIE-003",
    titel=Tekst(
        "De factuurdatum ligt op of na het einde van de declaratieperiode",
        "The invoice date is on or after the end of the declaration period",
    ),
    soorten=("declaratie",),
    bron=bronnen.EI_FORMAAT,
    velden=("/factuurdatum",),
    peildatum=Peildatum.DOCUMENT,
    aanleiding=Nodig(trekken=(Trek.BERICHT,)),
    redenen={
        "voor_einde": Tekst(
            "De factuurdatum ligt voor het einde van de declaratieperiode. Verbeter een van beide.",
            "The invoice date lies before the end of the declaration period. Correct one of them.",
        )
    },
)
def factuur_na_periode(w: Werkblad) -> Resultaat:
    """The invoice is dated on the last day of the declaration period or later (MZ301)."""
    declaratie = w.als(Declaratie)
    if declaratie.factuurdatum < declaratie.periode.tot_en_met:
        return [breuk("/factuurdatum", "voor_einde")]
    return VOLDAAN


@regel(
    code="GZ-DECLARATIE-004",
    titel=Tekst("Geen datum ligt in de toekomst", "No date lies in the future"),
    soorten=_BERICHTEN,
    versie=2,
    bron=bronnen.EI_FORMAAT,
    velden=("/factuurdatum", "/periode/tot_en_met"),
    peildatum=Peildatum.BEOORDELING,
    aanleiding=Nodig(trekken=(Trek.FACTUUR,)),
    redenen={
        "toekomst": Tekst(
            "Deze datum ligt na de dag van beoordeling. Dien de declaratie later in.",
            "This date lies after the day of judging. Submit the declaration later.",
        ),
        "dag_onbekend": Tekst(
            "De dag van beoordeling is niet gegeven, dus of iets in de toekomst ligt is niet "
            "beoordeeld. Geef beoordelingsdatum in de context.",
            "The day of judging was not given, so whether anything lies in the future was not "
            "judged. Give beoordelingsdatum in the context.",
        ),
    },
    retourcodes=("0021", "9265"),
)
def niet_in_de_toekomst(w: Werkblad) -> Resultaat:
    """Neither the invoice date nor the end of the period lies after the day of judging."""
    factuurdatum, vandaag = w.document.factuurdatum, w.context.beoordelingsdatum
    if vandaag is None:
        return [onbeoordeeld("/factuurdatum", "dag_onbekend")]
    datums: list[tuple[str, date]] = [("/factuurdatum", factuurdatum)]
    if w.soort == "declaratie" and factuurdatum >= w.document.periode.tot_en_met:
        # Otherwise GZ-DECLARATIE-003 already refuses the period.
        datums.append(("/periode/tot_en_met", w.document.periode.tot_en_met))
    meldingen = [
        breuk(pad, "toekomst", verificatie=_grond(w)) for pad, datum in datums if datum > vandaag
    ]
    return uitslag(meldingen, True)


@regel(
    code="GZ-DECLARATIE-005",
    titel=Tekst(
        "Een referentienummer is uniek bij de zorgaanbieder",
        "A reference is unique for the provider",
    ),
    soorten=(*_BERICHTEN, "dossier"),
    versie=3,
    bron=bronnen.EI_FORMAAT,
    velden=("/declaratieregels/*/referentienummer",),
    nodig=Nodig(leden=("/declaratieregels",)),
    aanleiding=Nodig(trekken=(Trek.VELDEN, Trek.REFERENTIES)),
    redenen={
        "niet_uniek": Tekst(
            "Dit referentienummer staat al bij een eerdere declaratieregel van dezelfde "
            "zorgaanbieder. Geef elke declaratieregel een eigen nummer.",
            "This reference is already on an earlier line of the same provider. Give every line "
            "its own.",
        )
    },
)
def referentienummer_uniek(w: Werkblad) -> Resultaat:
    """No two lines of one provider, or of the VSV, share a reference.

    A dossier shows what happened over time: a debit that was taken back as a whole can be declared
    anew under its own reference.
    """
    declaratieregels, dossier = w.document.declaratieregels, w.dossier is not None
    if len({d.referentienummer for d in declaratieregels}) == len(declaratieregels):
        return uitslag([], not dossier or bool(declaratieregels))
    # The lines of a vsv_declaratie are all of the VSV that sends it.
    van_vsv = w.soort == "vsv_declaratie"
    sleutels = [
        (None if van_vsv else declaratieregel.zorgaanbieder_agb, declaratieregel.referentienummer)
        for declaratieregel in declaratieregels
    ]
    meldingen: list[Melding] = []
    teruggenomen = dossier and any(geval.credits for geval in w.zorggevallen)
    vervallen = (
        {post.nummer for post in w.posten if post.debet and not post.telt} if teruggenomen else ()
    )
    gezien: set[tuple[str | None, str]] = set()
    for i, sleutel in enumerate(sleutels):
        if i in vervallen:
            continue
        if sleutel in gezien:
            meldingen.append(breuk(f"/declaratieregels/{i}/referentienummer", "niet_uniek"))
        gezien.add(sleutel)
    return uitslag(meldingen, van_toepassing=True)


@regel(
    code="GZ-DECLARATIE-006",
    titel=Tekst(
        "Een debet en de identieke credit staan niet in hetzelfde bericht",
        "A debit and its identical credit are not in one message",
    ),
    soorten=("declaratie",),
    versie=2,
    bron=bronnen.COD954,
    velden=(
        "/declaratieregels/*/gerelateerd_referentienummer",
        "/declaratieregels/*/referentienummer",
    ),
    nodig=Nodig(credit=True),
    redenen={
        "debet_in_zelfde_bericht": Tekst(
            "Een creditregel corrigeert een debetregel uit hetzelfde bericht. Laat beide weg.",
            "A credit line takes back a debit line of the same message. Leave both out.",
        )
    },
    retourcodes=("8062",),
)
def geen_debet_met_credit(w: Werkblad) -> Resultaat:
    """A credit line does not take back a whole debit line that stands in the same message.

    Both are named: a debit that is taken back is held against no norm on what may be asked, so who
    pays what no finding names must not pay it.
    """
    creditposten = [post for post in w.posten if not post.debet]
    meldingen: list[Melding] = []
    for post in creditposten:
        debet = post.credit_tegen if post.identiek else None
        if debet is not None:
            paden = post.pad("gerelateerd_referentienummer"), debet.pad("referentienummer")
            meldingen += [breuk(pad, "debet_in_zelfde_bericht") for pad in paden]
    return uitslag(meldingen, bool(creditposten))


@regel(
    code="GZ-DECLARATIE-007",
    titel=Tekst(
        "Tarief, berekend bedrag en declaratiebedrag zijn samen nul of samen positief",
        "Tariff, computed amount and declared amount are zero together or positive together",
    ),
    soorten=_BEIDE,
    bron=(bronnen.EI_FORMAAT, GDS),
    velden=("/declaratieregels/*/declaratiebedrag_eurocent",),
    nodig=Nodig(leden=("/declaratieregels",)),
    aanleiding=Nodig(trekken=(Trek.BEDRAGEN,)),
    redenen={
        "niet_samen": Tekst(
            "Tarief, berekend bedrag en declaratiebedrag zijn bij een afgesproken nulbedrag alle "
            "drie nul, en anders alle drie positief. Verbeter de bedragen.",
            "Tariff, computed amount and declared amount are all three zero for an agreed zero "
            "amount, and otherwise all three positive. Correct the amounts.",
        )
    },
    retourcodes=("9278",),
)
def bedragen_samen(w: Werkblad) -> Resultaat:
    """The three amounts of a line are all zero or all positive."""
    meldingen: list[Melding] = []
    for plaats, d in enumerate(w.document.declaratieregels):
        bedragen = (d.tarief_eurocent, d.bedrag_eurocent, d.declaratiebedrag_eurocent)
        if not all(bedragen) and any(bedragen):
            pad = f"/declaratieregels/{plaats}/declaratiebedrag_eurocent"
            meldingen.append(breuk(pad, "niet_samen"))
    return uitslag(meldingen, bool(w.groepen))


@regel(
    code="GZ-DECLARATIE-008",
    titel=Tekst(
        "Het declaratiebedrag is een deel van het berekende bedrag",
        "The declared amount is a part of the computed amount",
    ),
    soorten=_BEIDE,
    bron=bronnen.EI_FORMAAT,
    velden=("/declaratieregels/*/declaratiebedrag_eurocent",),
    nodig=Nodig(leden=("/declaratieregels",)),
    aanleiding=Nodig(trekken=(Trek.BEDRAGEN,)),
    redenen={
        "meer_dan_berekend": Tekst(
            "Het declaratiebedrag is hoger dan het berekende bedrag. Verlaag het.",
            "The declared amount is higher than the computed amount. Lower it.",
        )
    },
)
def declaratiebedrag_is_deel(w: Werkblad) -> Resultaat:
    """No more is declared to this receiver than was computed."""
    meldingen = [
        breuk(f"/declaratieregels/{plaats}/declaratiebedrag_eurocent", "meer_dan_berekend")
        for plaats, d in enumerate(w.document.declaratieregels)
        if d.declaratiebedrag_eurocent > d.bedrag_eurocent
    ]
    return uitslag(meldingen, bool(w.groepen))


@regel(
    code="GZ-DECLARATIE-009",
    titel=Tekst(
        "De verzekeraar is overal in het bericht dezelfde",
        "The insurer is the same throughout the message",
    ),
    soorten=("declaratie",),
    bron=bronnen.EI_FORMAAT,
    velden=("/declaratieregels/*/uzovi_code",),
    aanleiding=Nodig(trekken=(Trek.BERICHT,)),
    redenen={
        "andere_verzekeraar": Tekst(
            "Deze declaratieregel noemt een andere verzekeraar dan het bericht. Declareer hem "
            "apart.",
            "This line names another insurer than the message. Declare it separately.",
        )
    },
    retourcodes=("9269",),
)
def een_verzekeraar(w: Werkblad) -> Resultaat:
    """Every line names the insurer of the message."""
    uzovi_code = w.als(Declaratie).uzovi_code
    meldingen = [
        breuk(post.pad("uzovi_code"), "andere_verzekeraar")
        for post in op_volgorde(g.posten for g in w.groepen if g.uzovi_code != uzovi_code)
    ]
    return uitslag(meldingen, True)


@regel(
    code="GZ-DECLARATIE-012",
    titel=Tekst(
        "Geen prestatie eindigt na de declaratieperiode",
        "No prestatie ends after the declaration period",
    ),
    soorten=("declaratie",),
    bron=bronnen.EI_FORMAAT,
    velden=("/declaratieregels/*/periode/tot_en_met",),
    peildatum=Peildatum.DOCUMENT,
    aanleiding=Nodig(trekken=(Trek.BERICHT,)),
    redenen={
        "na_periode": Tekst(
            "De prestatie eindigt na de laatste dag van de declaratieperiode. Verleng die, of "
            "declareer haar in een latere.",
            "The prestatie ends after the last day of the declaration period. Extend it, or "
            "declare the prestatie in a later one.",
        )
    },
)
def niet_na_periode(w: Werkblad) -> Resultaat:
    """A message is about care up to its last day; care of before is declared late, or corrected.

    What lies after the invoice date too is refused by GZ-DECLARATIE-002.
    """
    einde, factuurdatum = w.document.periode.tot_en_met, w.document.factuurdatum
    meldingen = [
        onbeoordeeld(f"/declaratieregels/{plaats}/periode/tot_en_met", "na_periode", vermoeden=True)
        for plaats, lijn in enumerate(w.document.declaratieregels)
        if einde < lijn.periode.tot_en_met <= factuurdatum
    ]
    return uitslag(meldingen, True)
