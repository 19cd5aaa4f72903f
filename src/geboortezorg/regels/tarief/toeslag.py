"""The Toeslag integrale geboortezorg, and which percentages the tables allow."""

from datetime import date

from geboortezorg.bron import Verificatie
from geboortezorg.model.prestatie import Regime
from geboortezorg.model.tarief import Opslagsoort
from geboortezorg.regels import bronnen
from geboortezorg.regels.opslag import HALVE_CENT, TOESLAG, percentage_van, toetsbare_opslag
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
from geboortezorg.tabellen import Gevonden
from geboortezorg.zorggeval import Post


@regel(
    code="GZ-TARIEF-003",
    versie=5,
    titel=Tekst(
        "De Toeslag integrale geboortezorg blijft binnen haar percentage van de juiste grondslag",
        "The Toeslag integrale geboortezorg stays within its percentage of the right base",
    ),
    soorten=("dossier", "declaratie"),
    bron=(bronnen.kamerbrief("K19"), bronnen.EI_FORMAAT),
    velden=(
        "/declaratieregels/*/bedrag_eurocent",
        "/declaratieregels/*/grondslag_referentienummers",
        "/declaratieregels/*/grondslag_referentienummers/*",
        "/declaratieregels/*/periode",
    ),
    peildatum=Peildatum.LEVERING,
    gebruikt_tabellen=True,
    nodig=Nodig(prestaties=(TOESLAG,)),
    redenen={
        "boven_percentage": Tekst(
            "De toeslag is meer dan {percentage} van haar grondslag. Verlaag het bedrag.",
            "The toeslag is more than {percentage} of its base. Lower the amount.",
        ),
        "afronding_onbekend": Tekst(
            "De toeslag is minder dan een cent meer dan {percentage} van haar grondslag; hoe dat "
            "wordt afgerond, is niet bekend. Rond naar beneden af.",
            "The toeslag is less than a cent more than {percentage} of its base; how that is "
            "rounded is not known. Round it down.",
        ),
        "grondslag_max_max": Tekst(
            "De toeslag past alleen bij een grondslag boven het maximumtarief. Of zij daarover mag "
            "worden berekend, is niet bekend. Bereken haar over het maximumtarief.",
            "The toeslag fits only a base above the maximum tariff. Whether it may be computed "
            "over that is not known. Compute it over the maximum tariff.",
        ),
        "verkeerde_grondslag": Tekst(
            "De toeslag hoort over kraamzorg van dezelfde zorgaanbieder bij dezelfde verzekeraar, "
            "niet over een andere prestatie of een toeslag. Verwijs naar de juiste "
            "declaratieregels.",
            "The toeslag belongs over kraamzorg of the same provider with the same insurer, not "
            "over another prestatie or a toeslag. Refer to the right lines.",
        ),
        "grondslag_onbekend": Tekst(
            "De declaratieregels waarover de toeslag is berekend zijn niet genoemd of staan niet "
            "in dit document. Vul grondslag_referentienummers in.",
            "The lines over which the toeslag was computed are not named or not in this document. "
            "Supply grondslag_referentienummers.",
        ),
        "grondslag_vaker": Tekst(
            "Over deze declaratieregel is al een andere toeslag berekend. Of samen het percentage "
            "wordt overschreden, is niet beoordeeld: neem de toeslagen samen in een "
            "declaratieregel.",
            "Another toeslag was already computed over this line. Whether together they exceed the "
            "percentage was not judged: put the toeslagen on one line.",
        ),
        "ander_jaar": Tekst(
            "De toeslag is over zorg van een ander jaar dan waarin zij wordt gedeclareerd. Zet de "
            "toeslag op de dagen van de zorg.",
            "The toeslag is over care of another year than the one in which it is declared. Put "
            "the toeslag on the days of the care.",
        ),
        "voor_grondslag": Tekst(
            "De toeslag is gedeclareerd over dagen voor alle zorg waarover zij is berekend. Zet de "
            "toeslag op de dagen van de zorg.",
            "The toeslag is declared over days before all care that it is computed over. Put the "
            "toeslag on the days of the care.",
        ),
        "percentage_onbekend": Tekst(
            "Het percentage van de toeslag is op deze datum niet bekend. "
            "Voeg een tarieftabel toe die het als opslag noemt.",
            "The percentage of the toeslag on this date is not known. "
            "Add a table of tariffs that names it as an opslag.",
        ),
    },
)
def toeslag(w: Werkblad) -> Resultaat:
    """A toeslag stands on a line of its own, at most its percentage of the kraamzorg it is over."""
    meldingen: list[Melding] = []
    toegepast = False
    eerder: set[Post] = set()
    for post in w.posten:
        if not post.telt or post.prestatie_id != TOESLAG:
            continue
        toegepast = True
        melding = _toets_toeslag(w, post, eerder)
        if melding is not None:
            meldingen.append(melding)
        eerder.update(onder for onder in post.geval.grondslag(post) if onder is not None)
    return uitslag(meldingen, toegepast)


def _toets_toeslag(w: Werkblad, post: Post, eerder: set[Post]) -> Melding | None:
    declaratieregel = post.declaratieregel
    veld = "grondslag_referentienummers"
    grondslag = post.geval.grondslag(post)
    if not grondslag:
        return onbeoordeeld(post.pad(veld), "grondslag_onbekend")
    laag = hoog = 0
    eerste = date.max
    vaker: Melding | None = None
    geteld: set[Post] = set()
    for plaats, onder in enumerate(grondslag):
        pad = post.pad(f"{veld}/{plaats}")
        if onder is None or onder.prestatie is None:
            return onbeoordeeld(pad, "grondslag_onbekend")
        past = (
            onder.telt
            and onder.prestatie.regime is Regime.KRAAMZORG
            and onder.prestatie_id != TOESLAG
            and onder.declaratieregel.zorgaanbieder_agb == declaratieregel.zorgaanbieder_agb
            and onder.declaratieregel.uzovi_code == declaratieregel.uzovi_code
        )
        if not past:
            # The letter names the toeslag; the text on its base was not seen.
            return breuk(pad, "verkeerde_grondslag", verificatie=Verificatie.AFGELEID)
        if onder in eerder:
            vaker = vaker or onbeoordeeld(pad, "grondslag_vaker", vermoeden=True)
        if onder in geteld:  # named twice, but delivered once
            continue
        geteld.add(onder)
        if onder.declaratieregel.periode.van.year != declaratieregel.periode.van.year:
            return onbeoordeeld(post.pad("periode"), "ander_jaar", vermoeden=True)
        eerste = min(eerste, onder.declaratieregel.periode.van)
        # What credits took back of the care is no base any more.
        hoog += onder.over_eurocent
        laag += min(onder.over_eurocent, _tot_maximum(onder))
    if declaratieregel.periode.tot_en_met < eerste:
        return onbeoordeeld(post.pad("periode"), "voor_grondslag", vermoeden=True)
    opslag = toetsbare_opslag(
        w, Opslagsoort.TOESLAG_INTEGRALE_GEBOORTEZORG, Regime.KRAAMZORG, declaratieregel.periode.van
    )
    pad = post.pad("bedrag_eurocent")
    if opslag is None:
        return vaker or onbeoordeeld(pad, "percentage_onbekend")
    w.gebruikt(opslag)
    # What credits took back of the toeslag itself is not paid either.
    percentage, over = percentage_van(opslag), post.over_eurocent
    if over > percentage.van(hoog) + HALVE_CENT:
        return breuk(
            pad,
            "boven_percentage",
            verificatie=opslag.verificatie,
            bron=opslag.bron,
            percentage=percentage,
        )
    if vaker is not None:
        return vaker
    if over > percentage.van(hoog):
        return onbeoordeeld(pad, "afronding_onbekend", bron=opslag.bron, percentage=percentage)
    if over > percentage.van(laag):
        return onbeoordeeld(pad, "grondslag_max_max", vermoeden=True, bron=opslag.bron)
    return None


def _tot_maximum(post: Post) -> int:
    """Return what a line would amount to at the maximum tariff, as far as that is known."""
    antwoord = post.tariefantwoord
    maximum = None
    if isinstance(antwoord, Gevonden) and antwoord.toetsbaar:
        maximum = antwoord.tarief.bedrag_eurocent
    if maximum is None or post.tarief is None or post.tarief <= maximum:
        return post.declaratieregel.bedrag_eurocent
    return int(post.declaratieregel.bedrag_eurocent * maximum // post.tarief)
