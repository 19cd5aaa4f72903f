"""Amounts: within the tariff room, as agreed, and computed right."""

from typing import Final

from geboortezorg.bron import Verificatie, zwakste
from geboortezorg.geld import Percentage
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort
from geboortezorg.model.prestatie import Eenheid, Regime
from geboortezorg.model.tarief import Opslagsoort, Tariefsoort
from geboortezorg.regels import bronnen
from geboortezorg.regels.opslag import HALVE_CENT, TOESLAG, percentage_van, toetsbare_opslag
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
from geboortezorg.tabellen import Gevonden, Onbekend
from geboortezorg.zorggeval import Post

_HOOGSTE_MAX_MAX: Final = Percentage.uit_basispunten(1000)
"""No source names a max-maxtarief higher than ten percent above the maximum."""

_ZONDER_TARIEFRUIMTE: Final = frozenset({Tariefsoort.VRIJ, Tariefsoort.EIGEN_BIJDRAGE})

_MINUTEN: Final = {
    Eenheid.UUR: 60,
    Eenheid.HALF_UUR: 30,
    Eenheid.KWARTIER: 15,
    Eenheid.MINUUT: 1,
}


@regel(
    code="GZ-TARIEF-001",
    titel=Tekst("Het tarief ligt binnen de tariefruimte", "The tariff lies within the tariff room"),
    soorten=("dossier", "declaratie"),
    bron=(bronnen.wmg("art. 35 lid 1 en art. 50"), bronnen.MAX_MAX_VERLOSKUNDE),
    velden=("/declaratieregels/*/tarief_eurocent",),
    peildatum=Peildatum.PRESTATIE,
    gebruikt_tabellen=True,
    retourcodes=("0611",),
    redenen={
        "boven_max_max": Tekst(
            "Het tarief ligt boven het max-maxtarief: {percentage} boven het maximum van "
            "{maximum_eurocent} eurocent. Verlaag het tarief.",
            "The tariff exceeds the max-maxtarief: {percentage} above the maximum of "
            "{maximum_eurocent} eurocents. Lower the tariff.",
        ),
        "boven_afspraak": Tekst(
            "Het tarief ligt verder boven het maximum van {maximum_eurocent} eurocent dan in de "
            "overeenkomst is afgesproken. Gebruik het afgesproken tarief.",
            "The tariff exceeds the maximum of {maximum_eurocent} eurocents by more than the "
            "agreement allows. Use the agreed tariff.",
        ),
        "zonder_overeenkomst": Tekst(
            "Het tarief ligt boven het maximum van {maximum_eurocent} eurocent zonder "
            "max-maxovereenkomst met deze verzekeraar. Verlaag het of sluit een overeenkomst.",
            "The tariff exceeds the maximum of {maximum_eurocent} eurocents without a max-max "
            "agreement with this insurer. Lower it or conclude an agreement.",
        ),
        "niet_schriftelijk": Tekst(
            "Het tarief ligt boven het maximum van {maximum_eurocent} eurocent en de "
            "max-maxovereenkomst is niet schriftelijk. Leg haar schriftelijk vast.",
            "The tariff exceeds the maximum of {maximum_eurocent} eurocents and the max-max "
            "agreement is not in writing. Put it in writing.",
        ),
        "overeenkomst_onbekend": Tekst(
            "Het tarief ligt boven het maximum van {maximum_eurocent} eurocent. Of er een "
            "max-maxovereenkomst is, is niet bekend: geef de overeenkomsten mee.",
            "The tariff exceeds the maximum of {maximum_eurocent} eurocents. Whether there is a "
            "max-max agreement is not known: supply the agreements.",
        ),
        "max_max_onbekend": Tekst(
            "Het tarief ligt boven het maximum van {maximum_eurocent} eurocent. Of een "
            "max-maxtarief op deze datum bestond, is niet bekend.",
            "The tariff exceeds the maximum of {maximum_eurocent} eurocents. Whether a "
            "max-maxtarief existed on this date is not known.",
        ),
        "afronding_onbekend": Tekst(
            "Het tarief ligt minder dan een cent boven het max-maxtarief bij een maximum van "
            "{maximum_eurocent} eurocent; hoe dat wordt afgerond, is niet bekend.",
            "The tariff is less than a cent above the max-maxtarief with a maximum of "
            "{maximum_eurocent} eurocents; how that is rounded is not known.",
        ),
        "wijkt_af_van_vast": Tekst(
            "Het tarief is niet het vaste tarief van {bedrag_eurocent} eurocent. Gebruik dat.",
            "The tariff is not the fixed tariff of {bedrag_eurocent} eurocents. Use that one.",
        ),
        "prestatie_onbekend": Tekst(
            "De prestatie staat in geen van de tabellen, dus het tarief is niet beoordeeld.",
            "The prestatie is in none of the tables, so the tariff was not judged.",
        ),
        "peildatum_onbekend": Tekst(
            "De start van de zorg is niet bekend, dus ook niet welk tarief geldt. Vul "
            "startdatum_zorg in of verwijs naar een zorgepisode.",
            "The start of the care is not known, nor therefore which tariff applies. Supply "
            "startdatum_zorg or refer to a zorgepisode.",
        ),
        "geen_tarief_bekend": Tekst(
            "Op deze datum is geen tarief bekend. Voeg een tarieftabel toe.",
            "No tariff is known on this date. Add a table of tariffs.",
        ),
        "niet_toetsbaar": Tekst(
            "Van het gevonden bedrag van {bedrag_eurocent} eurocent is de soort niet vermeld of "
            "de juistheid betwist; het toetst niet.",
            "The kind of the amount found, {bedrag_eurocent} eurocents, is not stated or the "
            "amount is doubtful; it judges nothing.",
        ),
        "over_tariefgrens": Tekst(
            "De periode loopt over de laatste dag van het tarief ({tot_en_met}) heen. Splits de "
            "regel op die dag.",
            "The period runs past the last day of the tariff ({tot_en_met}). Split the line there.",
        ),
    },
)
def tariefruimte(w: Werkblad) -> Resultaat:
    """A maximum is not exceeded, or only up to the max-maxtarief by written agreement."""
    meldingen: list[Melding] = []
    grond: Verificatie | None = None
    toegepast = False
    for post in w.posten:
        if not post.telt or post.prestatie_id == TOESLAG:
            continue
        opzoeking = post.opzoeking
        if opzoeking is None or isinstance(opzoeking, Onbekend):
            meldingen.append(onbeoordeeld(post.pad("tarief_eurocent"), _waarom_onbekend(post)))
            continue
        if not isinstance(opzoeking, Gevonden):
            continue  # Not in force on this day: GZ-PRESTATIE-001 says so.
        if opzoeking.tarief.tariefsoort in _ZONDER_TARIEFRUIMTE:
            continue
        toegepast = True
        antwoord = _toets(w, post, opzoeking)
        if isinstance(antwoord, Melding):
            meldingen.append(antwoord)
        else:
            grond = antwoord if grond is None else zwakste(grond, antwoord)
    return uitslag(meldingen, toegepast, grond)


def _waarom_onbekend(post: Post) -> str:
    if post.prestatie is None:
        return "prestatie_onbekend"
    return "peildatum_onbekend" if post.peildatum is None else "geen_tarief_bekend"


def _toets(w: Werkblad, post: Post, opzoeking: Gevonden) -> Melding | Verificatie:
    """Judge one line against the tariff found for it; return the ground when it is right."""
    tarief = opzoeking.tarief
    bedrag = tarief.bedrag_eurocent
    pad = post.pad("tarief_eurocent")
    if not opzoeking.toetsbaar or bedrag is None:
        return onbeoordeeld(pad, "niet_toetsbaar", bron=opzoeking.bron, bedrag_eurocent=bedrag)
    if post.over_tariefgrens:
        einde = opzoeking.looptijd.tot_en_met
        return onbeoordeeld(pad, "over_tariefgrens", bron=opzoeking.bron, tot_en_met=einde)
    gevraagd = post.declaratieregel.tarief_eurocent
    if tarief.tariefsoort is Tariefsoort.VAST:
        if gevraagd == bedrag:
            return opzoeking.verificatie
        return breuk(
            pad,
            "wijkt_af_van_vast",
            verificatie=opzoeking.verificatie,
            bron=opzoeking.bron,
            bedrag_eurocent=bedrag,
        )
    if gevraagd <= bedrag:
        return opzoeking.verificatie
    return _boven_maximum(w, post, opzoeking, bedrag)


def _boven_maximum(
    w: Werkblad, post: Post, opzoeking: Gevonden, maximum: int
) -> Melding | Verificatie:
    """Judge a tariff above the maximum: what the max-maxtarief and the agreements allow."""
    pad, regel_ = post.pad("tarief_eurocent"), post.declaratieregel
    op = post.peildatum or regel_.periode.van
    regime = opzoeking.prestatie.regime
    opslag = toetsbare_opslag(w, Opslagsoort.MAX_MAX, regime, op)
    grens = _HOOGSTE_MAX_MAX if opslag is None else percentage_van(opslag)

    def breuk_(reden: str, **parameters: object) -> Melding:
        return breuk(
            pad,
            reden,
            verificatie=opzoeking.verificatie,
            bron=opzoeking.bron,
            maximum_eurocent=maximum,
            **parameters,
        )

    if regel_.tarief_eurocent > grens.bovenop(maximum) + HALVE_CENT:
        return breuk_("boven_max_max", percentage=grens)
    overeenkomsten = w.overeenkomsten(
        Overeenkomstsoort.MAX_MAX, regel_.zorgaanbieder_agb, regel_.uzovi_code, op
    )
    if not overeenkomsten:
        if w.context.overeenkomsten_volledig:
            return breuk_("zonder_overeenkomst")
        return onbeoordeeld(
            pad,
            "overeenkomst_onbekend",
            vermoeden=True,
            bron=opzoeking.bron,
            maximum_eurocent=maximum,
        )
    schriftelijk = [overeenkomst for overeenkomst in overeenkomsten if overeenkomst.schriftelijk]
    if not schriftelijk:
        return breuk_("niet_schriftelijk")
    toegestaan = max(_afgesproken(o, grens) for o in schriftelijk).bovenop(maximum)
    if regel_.tarief_eurocent > toegestaan + HALVE_CENT:
        return breuk_("boven_afspraak")
    if opslag is None:
        return onbeoordeeld(
            pad, "max_max_onbekend", vermoeden=True, bron=opzoeking.bron, maximum_eurocent=maximum
        )
    w.gebruikt(opslag)
    if regel_.tarief_eurocent > toegestaan:
        return onbeoordeeld(pad, "afronding_onbekend", bron=opslag.bron, maximum_eurocent=maximum)
    return zwakste(opzoeking.verificatie, opslag.verificatie)


def _afgesproken(overeenkomst: Overeenkomst, hoogste: Percentage) -> Percentage:
    """Return what an agreement allows on top: the max-max at most, and without a percentage."""
    basispunten = overeenkomst.percentage_basispunten
    if basispunten is None:
        return hoogste
    return min(Percentage.uit_basispunten(basispunten), hoogste)


@regel(
    code="GZ-TARIEF-002",
    titel=Tekst(
        "Een vrij tarief is het afgesproken tarief", "A free tariff equals the agreed tariff"
    ),
    soorten=("dossier", "declaratie"),
    bron=(bronnen.NZA_REGISTREREN, bronnen.wmg("art. 50 lid 1 onder a")),
    velden=("/declaratieregels/*/tarief_eurocent",),
    peildatum=Peildatum.PRESTATIE,
    gebruikt_tabellen=True,
    retourcodes=("0611",),
    redenen={
        "wijkt_af_van_afspraak": Tekst(
            "Het tarief is niet het tarief dat voor deze prestatie is afgesproken. Gebruik dat.",
            "The tariff is not the one agreed for this prestatie. Use that one.",
        ),
        "zonder_overeenkomst": Tekst(
            "Voor deze prestatie is geen tarief afgesproken met deze verzekeraar. Spreek het af, "
            "of laat de regel weg.",
            "No tariff for this prestatie was agreed with this insurer. Agree on one, or leave the "
            "line out.",
        ),
        "overeenkomst_onbekend": Tekst(
            "Het afgesproken tarief is niet bekend: geef de overeenkomst mee.",
            "The agreed tariff is not known: supply the agreement.",
        ),
    },
)
def vrij_tarief(w: Werkblad) -> Resultaat:
    """An integrale prestatie is declared at the tariff agreed with this insurer."""
    meldingen: list[Melding] = []
    toegepast = False
    for post in w.posten:
        opzoeking = post.opzoeking
        if not post.telt or not isinstance(opzoeking, Gevonden):
            continue
        if opzoeking.tarief.tariefsoort is not Tariefsoort.VRIJ:
            continue
        prestatie = opzoeking.prestatie
        if prestatie.regime is not Regime.INTEGRALE_GEBOORTEZORG:
            continue
        toegepast = True
        regel_, pad = post.declaratieregel, post.pad("tarief_eurocent")
        afgesproken = {
            afspraak.tarief_eurocent
            for overeenkomst in w.overeenkomsten(
                Overeenkomstsoort.INTEGRAAL,
                regel_.zorgaanbieder_agb,
                regel_.uzovi_code,
                post.peildatum or regel_.periode.van,
            )
            for afspraak in overeenkomst.prijsafspraken
            if w.context.tabellen.prestatie(afspraak.prestatie) == prestatie
        }
        if afgesproken and regel_.tarief_eurocent not in afgesproken:
            meldingen.append(breuk(pad, "wijkt_af_van_afspraak"))
        elif not afgesproken and w.context.overeenkomsten_volledig:
            meldingen.append(breuk(pad, "zonder_overeenkomst"))
        elif not afgesproken:
            meldingen.append(onbeoordeeld(pad, "overeenkomst_onbekend"))
    return uitslag(meldingen, toegepast)


@regel(
    code="GZ-TARIEF-004",
    titel=Tekst(
        "Het berekende bedrag is tarief maal aantal", "The computed amount is tariff times quantity"
    ),
    soorten=("dossier", "declaratie"),
    bron=bronnen.EI_FORMAAT,
    velden=("/declaratieregels/*/bedrag_eurocent", "/declaratieregels/*/eenheid"),
    redenen={
        "niet_tarief_maal_aantal": Tekst(
            "Het bedrag is niet tarief maal aantal. Reken het opnieuw uit.",
            "The amount is not tariff times quantity. Compute it again.",
        ),
        "afronding_onbekend": Tekst(
            "Tarief maal aantal geeft geen hele eurocenten; hoe dan moet worden afgerond, is niet "
            "bekend.",
            "Tariff times quantity gives no whole eurocents; how to round then is not known.",
        ),
        "eenheid_past_niet": Tekst(
            "De eenheid van het aantal past niet bij die van de prestatie ({eenheid}). Laat het "
            "veld weg of gebruik een tijdseenheid bij een tijdtarief.",
            "The unit of the quantity does not fit that of the prestatie ({eenheid}). Leave the "
            "member out, or use a unit of time with a tariff by time.",
        ),
    },
)
def tarief_maal_aantal(w: Werkblad) -> Resultaat:
    """The amount is exactly the tariff times the quantity, in the unit of the prestatie."""
    meldingen: list[Melding] = []
    for post in w.posten:
        regel_ = post.declaratieregel
        prestatie = post.prestatie
        teller, noemer = regel_.tarief_eurocent * regel_.aantal, 1
        if (
            regel_.eenheid is not None
            and prestatie is not None
            and regel_.eenheid is not prestatie.eenheid
        ):
            van, naar = _MINUTEN.get(regel_.eenheid), _MINUTEN.get(prestatie.eenheid)
            if van is None or naar is None:
                pad = post.pad("eenheid")
                eenheid = prestatie.eenheid.value
                meldingen.append(
                    onbeoordeeld(pad, "eenheid_past_niet", vermoeden=True, eenheid=eenheid)
                )
                continue
            teller, noemer = teller * van, naar
        # Whole numbers on both sides: the product is exact without a fraction.
        verschil = abs(regel_.bedrag_eurocent * noemer - teller)
        if verschil == 0:
            continue
        pad = post.pad("bedrag_eurocent")
        if verschil < noemer:
            meldingen.append(onbeoordeeld(pad, "afronding_onbekend"))
        else:
            meldingen.append(breuk(pad, "niet_tarief_maal_aantal"))
    return uitslag(meldingen, bool(w.posten))
