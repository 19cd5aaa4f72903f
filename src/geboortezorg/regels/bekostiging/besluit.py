"""A prestatiebeschrijving by itself: how it was made, and the tariff that it names."""

from geboortezorg.berekening.samenwerking import bronnen as vsvbronnen
from geboortezorg.model.prestatie import Regime
from geboortezorg.model.prestatiebeschrijving import (
    Beschrijvingstatus,
    Macrokadersoort,
    Prestatiebeschrijving,
)
from geboortezorg.model.tarief import Tariefsoort
from geboortezorg.regels import bronnen
from geboortezorg.regels.bekostiging.begin import is_vsv
from geboortezorg.regels.bekostiging.tabelrijen import toetsbare_rijen
from geboortezorg.regels.ingebed import ook_ingebed
from geboortezorg.regels.regel import (
    NIET_VAN_TOEPASSING,
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
from geboortezorg.tabellen import Gevonden


@ook_ingebed
@regel(
    code="GZ-BEKOSTIGING-006",
    titel=Tekst(
        "Een VSV-prestatie heeft een vrij tarief en valt onder overig curatief",
        "A VSV prestatie has a free tariff and falls under overig curatief",
    ),
    soorten=("prestatiebeschrijving",),
    bron=(vsvbronnen.MACROKADER, vsvbronnen.VRIJ_TARIEF),
    velden=(
        "/tariefsoort",
        "/macrokader",
        "/macrokader/macrokadersoort",
        "/macrokader/macrobeheersinstrument",
    ),
    versie=2,
    redenen={
        "geen_vrij_tarief": Tekst(
            "Aan de NZa is een vrij tarief gevraagd; deze beschrijving noemt een andere "
            "tariefsoort. Controleer de tariefsoort in het besluit.",
            "The NZa was asked for a free tariff; this description names another kind. Check the "
            "kind of tariff in the decision.",
        ),
        "ander_macrokader": Tekst(
            "De kosten van VSV's vallen onder het macrokader overig curatief. Noem dat macrokader.",
            "The costs of a VSV fall under the macrokader overig curatief. Name that one.",
        ),
        "macrokader_onbekend": Tekst(
            "Onder welk macrokader de kosten vallen, staat er niet. Vul macrokader in.",
            "Under which macrokader the costs fall is not told. Supply macrokader.",
        ),
        "macrobeheersinstrument": Tekst(
            "Voor het macrokader overig curatief geldt geen macrobeheersinstrument. Zet het op "
            "false.",
            "No macrobeheersinstrument applies to the macrokader overig curatief. Set it to false.",
        ),
    },
)
def tariefsoort_en_macrokader(w: Werkblad) -> Resultaat:
    """Kind of tariff and macrokader are those of the letter; overig curatief has no instrument."""
    beschrijving = w.als(Prestatiebeschrijving)
    macrokader, vsv = beschrijving.macrokader, is_vsv(w, beschrijving.prestatie)
    meldingen: list[Melding] = []
    if vsv and beschrijving.tariefsoort is not Tariefsoort.VRIJ:
        bron = vsvbronnen.VRIJ_TARIEF
        meldingen.append(
            breuk("/tariefsoort", "geen_vrij_tarief", verificatie=bron.verificatie, bron=bron)
        )
    if macrokader is None:
        if vsv:
            meldingen.append(onbeoordeeld("/macrokader", "macrokader_onbekend"))
    else:
        grond = vsvbronnen.MACROKADER.verificatie
        if macrokader.macrokadersoort is not Macrokadersoort.OVERIG_CURATIEF:
            if vsv:
                pad = "/macrokader/macrokadersoort"
                meldingen.append(breuk(pad, "ander_macrokader", verificatie=grond))
        elif macrokader.macrobeheersinstrument:
            pad = "/macrokader/macrobeheersinstrument"
            meldingen.append(breuk(pad, "macrobeheersinstrument", verificatie=grond))
    return uitslag(meldingen, vsv or macrokader is not None)


_ONVOLTOOID = frozenset({Beschrijvingstatus.CONCEPT, Beschrijvingstatus.CONSULTATIE})


@ook_ingebed
@regel(
    code="GZ-BEKOSTIGING-010",
    titel=Tekst(
        "De stappen van een prestatiebeschrijving passen bij haar status",
        "The steps of a prestatiebeschrijving fit its status",
    ),
    soorten=("prestatiebeschrijving",),
    bron=vsvbronnen.CONSULTATIE,
    velden=(
        "/status",
        "/prestatie",
        "/looptijd",
        "/looptijd/van",
        "/vastgesteld_op",
        "/ingetrokken_op",
    ),
    peildatum=Peildatum.DOCUMENT,
    versie=2,
    redenen={
        "prestatie_onbekend": Tekst(
            "De prestatie staat in geen van de tabellen, dus wat voor haar geldt is niet "
            "beoordeeld. Controleer de code of voeg een prestatielijst toe.",
            "The prestatie is in none of the tables, so what applies to it was not judged. Check "
            "the code or add a list of prestaties.",
        ),
        "looptijd_onbekend": Tekst(
            "De prestatiebeschrijving is vastgesteld, maar vanaf wanneer zij geldt staat er niet. "
            "Vul looptijd in.",
            "The prestatiebeschrijving is adopted, but from when it applies is not stated. Supply "
            "looptijd.",
        ),
        "voor_einde_consultatie": Tekst(
            "De prestatiebeschrijving is vastgesteld voordat de consultatie voorbij was. "
            "Controleer de datums.",
            "The prestatiebeschrijving was adopted before the consultation was over. Check the "
            "dates.",
        ),
        "niet_vastgesteld": Tekst(
            "Er is een dag van vaststelling, maar volgens de status is de beschrijving niet "
            "vastgesteld. Verbeter een van beide.",
            "There is a day of adoption, but by its status the description is not adopted. Correct "
            "one of them.",
        ),
        "intrekking_onbekend": Tekst(
            "De prestatiebeschrijving is ingetrokken, maar vanaf wanneer staat er niet. Vul "
            "ingetrokken_op in.",
            "The prestatiebeschrijving is withdrawn, but from when is not stated. Supply "
            "ingetrokken_op.",
        ),
        "al_ingetrokken": Tekst(
            "Volgens de status geldt de prestatiebeschrijving, maar zij is op de dag van "
            "beoordeling al ingetrokken. Verbeter de status of de dag.",
            "By its status the prestatiebeschrijving applies, but on the day of judging it has "
            "been withdrawn. Correct the status or the day.",
        ),
        "nog_niet_ingetrokken": Tekst(
            "Volgens de status is de prestatiebeschrijving ingetrokken, maar pas vanaf een dag na "
            "die van beoordeling. Verbeter de status of de dag.",
            "By its status the prestatiebeschrijving is withdrawn, but only from a day after that "
            "of judging. Correct the status or the day.",
        ),
        "terugwerkend": Tekst(
            "De prestatiebeschrijving geldt vanaf een dag voor haar vaststelling. Controleer de "
            "datums.",
            "The prestatiebeschrijving applies from a day before its adoption. Check the dates.",
        ),
    },
)
def stappen_en_status(w: Werkblad) -> Resultaat:
    """What is adopted says when, from when and after which consultation; a concept does not."""
    beschrijving = w.als(Prestatiebeschrijving)
    status, vastgesteld = beschrijving.status, beschrijving.vastgesteld_op
    looptijd, consultatie = beschrijving.looptijd, beschrijving.consultatie
    meldingen: list[Melding] = []
    if w.context.tabellen.prestatie(beschrijving.prestatie) is None:
        meldingen.append(onbeoordeeld("/prestatie", "prestatie_onbekend"))
    if status is Beschrijvingstatus.VASTGESTELD and looptijd is None:
        meldingen.append(onbeoordeeld("/looptijd", "looptijd_onbekend"))
    if status is Beschrijvingstatus.INGETROKKEN and beschrijving.ingetrokken_op is None:
        meldingen.append(onbeoordeeld("/ingetrokken_op", "intrekking_onbekend"))
    vandaag, ingetrokken = w.context.beoordelingsdatum, beschrijving.ingetrokken_op
    if vandaag is not None and ingetrokken is not None:
        if status is Beschrijvingstatus.VASTGESTELD and ingetrokken <= vandaag:
            meldingen.append(onbeoordeeld("/ingetrokken_op", "al_ingetrokken", vermoeden=True))
        if status is Beschrijvingstatus.INGETROKKEN and ingetrokken > vandaag:
            meldingen.append(
                onbeoordeeld("/ingetrokken_op", "nog_niet_ingetrokken", vermoeden=True)
            )
    if vastgesteld is not None:
        if status in _ONVOLTOOID:
            # The document contradicts itself: no source is needed for that.
            grond = bronnen.SCHEMA
            meldingen.append(
                breuk("/status", "niet_vastgesteld", verificatie=grond.verificatie, bron=grond)
            )
        if consultatie is not None and vastgesteld <= consultatie.tot_en_met:
            meldingen.append(breuk("/vastgesteld_op", "voor_einde_consultatie"))
        if looptijd is not None and looptijd.van < vastgesteld:
            meldingen.append(onbeoordeeld("/looptijd/van", "terugwerkend", vermoeden=True))
    return uitslag(meldingen, van_toepassing=True)


@ook_ingebed
@regel(
    code="GZ-BEKOSTIGING-011",
    titel=Tekst(
        "De tariefsoort is die van de tariefbeschikking",
        "The kind of tariff is that of the decision on tariffs",
    ),
    soorten=("prestatiebeschrijving",),
    bron=bronnen.wmg("art. 50 lid 1"),
    velden=("/tariefsoort", "/looptijd"),
    peildatum=Peildatum.DOCUMENT,
    gebruikt_tabellen=True,
    redenen={
        "andere_tariefsoort": Tekst(
            "Volgens de tarieftabel heeft deze prestatie op deze dagen een andere tariefsoort: "
            "{tariefsoort}. Controleer het besluit.",
            "By the table of tariffs this prestatie has another kind of tariff on these days: "
            "{tariefsoort}. Check the decision.",
        ),
        "geen_tarief_bekend": Tekst(
            "Op deze dagen is geen tarief van deze prestatie bekend, dus haar tariefsoort is niet "
            "beoordeeld. Voeg een tarieftabel toe.",
            "No tariff of this prestatie is known on these days, so its kind was not judged. Add a "
            "table of tariffs.",
        ),
    },
)
def tariefsoort_volgens_tabel(w: Werkblad) -> Resultaat:
    """What the tables know of the prestatie on the days of the description has the same kind.

    Of the work of a VSV no decision on tariffs is known: GZ-BEKOSTIGING-006 is about that.
    """
    beschrijving = w.als(Prestatiebeschrijving)
    prestatie = w.context.tabellen.prestatie(beschrijving.prestatie)
    looptijd = beschrijving.looptijd
    if prestatie is None or prestatie.regime is Regime.VSV or looptijd is None:
        return NIET_VAN_TOEPASSING  # GZ-BEKOSTIGING-010 asks for what is missing
    for rij in toetsbare_rijen(w, prestatie, looptijd):
        if rij.tarief.tariefsoort is not beschrijving.tariefsoort:
            return [
                breuk(
                    "/tariefsoort",
                    "andere_tariefsoort",
                    verificatie=rij.verificatie,
                    bron=rij.bron,
                    tariefsoort=rij.tarief.tariefsoort.value,
                )
            ]
    antwoord = w.context.tabellen.lookup(prestatie.prestatie_id, looptijd.van)
    if not isinstance(antwoord, Gevonden) or not antwoord.toetsbaar:
        return [onbeoordeeld("/looptijd", "geen_tarief_bekend")]
    return uitslag([], True, antwoord.verificatie)
