"""The procedure of an aanwijzing, and what can rest on it."""

from datetime import date

from geboortezorg.berekening.bekostiging.aanwijzing import (
    VOORHANG_DAGEN,
    eerder_onmogelijk_dan,
    eerste_datum,
    gegeven_op,
    vroegste_besluit,
)
from geboortezorg.berekening.samenwerking import bronnen as vsvbronnen
from geboortezorg.bron import Verificatie
from geboortezorg.model.aanwijzing import Aanwijzing, Procedurestapsoort
from geboortezorg.model.prestatie import Regime
from geboortezorg.model.prestatiebeschrijving import Beschrijvingstatus, Prestatiebeschrijving
from geboortezorg.regels import bronnen
from geboortezorg.regels.ingebed import ook_ingebed
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
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad

_EERSTE_DAG_VSV = vsvbronnen.EERSTE_DAG_AANWIJZING_VSV


@ook_ingebed
@regel(
    code="GZ-AANWIJZING-001",
    titel=Tekst(
        "Een aanwijzing wordt pas na de voorhang vastgesteld",
        "An aanwijzing is adopted only after parliament had its thirty days",
    ),
    soorten=("aanwijzing",),
    bron=(bronnen.wmg("art. 8"), vsvbronnen.AANWIJZING_VSV),
    velden=("/stappen", "/stappen/*/datum", "/looptijd/van", "/regime"),
    peildatum=Peildatum.DOCUMENT,
    versie=5,
    redenen={
        "binnen_voorhang": Tekst(
            "Het besluit valt binnen {dagen} dagen nadat beide Kamers de zakelijke inhoud "
            "ontvingen. Controleer de datums; eerder vaststellen kan niet.",
            "The decision falls within {dagen} days after both chambers received the substance. "
            "Check the dates; an earlier decision is not possible.",
        ),
        "voor_vroegste_datum": Tekst(
            "Het besluit over de bekostiging van VSV's kan niet eerder zijn dan {vroegste}. "
            "Verbeter de dag.",
            "The decision on the funding of a VSV cannot be earlier than {vroegste}. "
            "Correct the day.",
        ),
        "voor_genoemde_datum": Tekst(
            "Het besluit is eerder dan de dag die de brief aan de Kamer noemt. Controleer de "
            "datums.",
            "The decision is earlier than the day that the letter to parliament names. Check the "
            "dates.",
        ),
        "geldt_voor_besluit": Tekst(
            "De aanwijzing geldt al voordat zij is vastgesteld. Verbeter de looptijd of de dag van "
            "het besluit.",
            "The aanwijzing applies before it was adopted. Correct its days, or the day of the "
            "decision.",
        ),
        "regime_onbekend": Tekst(
            "Gaat de aanwijzing over VSV's, dan is dit besluit te vroeg: dat kan niet voor {vroegste}. "
            "Waarover zij gaat, is niet bekend: vul regime in.",
            "If the aanwijzing is about VSVs this decision is too early: it cannot be before "
            "{vroegste}. What it is about is not known: supply regime.",
        ),
        "dertigste_dag": Tekst(
            "Het besluit valt op dag {dagen} na ontvangst. Of die dag al mag, blijkt niet: vul "
            "besluit_niet_eerder_dan in.",
            "The decision falls on day {dagen} after receipt. Whether that day is allowed does not "
            "appear: supply besluit_niet_eerder_dan.",
        ),
        "ontvangst_onbekend": Tekst(
            "Wanneer beide Kamers de zakelijke inhoud ontvingen is niet bekend. Vul die stappen "
            "in.",
            "When both chambers received the substance is not known. Supply those steps.",
        ),
        "staatscourant_voor_besluit": Tekst(
            "De mededeling in de Staatscourant kan niet voor het besluit komen. Controleer de "
            "datums.",
            "The announcement in the Staatscourant cannot precede the decision. Check the dates.",
        ),
        "staatscourant_onbekend": Tekst(
            "Er is een besluit, maar de mededeling in de Staatscourant ontbreekt. Vul die stap in.",
            "There is a decision, but no announcement in the Staatscourant. Supply that step.",
        ),
        "besluit_onbekend": Tekst(
            "Er is een mededeling in de Staatscourant, maar het besluit ontbreekt. Vul die stap "
            "in.",
            "There is an announcement in the Staatscourant, but no decision. Supply that step.",
        ),
    },
)
def voorhang(w: Werkblad) -> Resultaat:
    """The decision waits thirty days after both chambers know; the announcement follows it."""
    aanwijzing = w.als(Aanwijzing)
    besluit = gegeven_op(aanwijzing)
    meldingen: list[Melding] = []
    if besluit is not None:
        melding = _besluit(
            _plaats(aanwijzing, Procedurestapsoort.BESLUIT, besluit), aanwijzing, besluit
        )
        if melding is not None:
            meldingen.append(melding)
        if aanwijzing.looptijd is not None and aanwijzing.looptijd.van < besluit:
            grond = Verificatie.AFGELEID  # an instruction can be meant to reach back
            meldingen.append(breuk("/looptijd/van", "geldt_voor_besluit", verificatie=grond))
    mededeling = eerste_datum(aanwijzing, Procedurestapsoort.STAATSCOURANT)
    if mededeling is None:
        if besluit is not None:
            meldingen.append(onbeoordeeld("/stappen", "staatscourant_onbekend"))
    elif besluit is None:
        meldingen.append(onbeoordeeld("/stappen", "besluit_onbekend"))
    elif mededeling < besluit:
        pad = _plaats(aanwijzing, Procedurestapsoort.STAATSCOURANT, mededeling)
        meldingen.append(breuk(pad, "staatscourant_voor_besluit"))
    return uitslag(meldingen, besluit is not None)


def _plaats(aanwijzing: Aanwijzing, soort: Procedurestapsoort, datum: date) -> str:
    """Return the pointer to the date of the first step of a kind on a day."""
    stappen = [(stap.procedurestapsoort, stap.datum) for stap in aanwijzing.stappen]
    return f"/stappen/{stappen.index((soort, datum))}/datum"


def _besluit(pad: str, aanwijzing: Aanwijzing, besluit: date) -> Melding | None:
    """Return what is wrong with the day of a decision, the strongest ground first."""
    grens = eerder_onmogelijk_dan(aanwijzing)
    if grens is not None and besluit < grens:
        return breuk(pad, "binnen_voorhang", dagen=VOORHANG_DAGEN)
    if aanwijzing.regime is Regime.VSV and besluit < _EERSTE_DAG_VSV:
        bron = vsvbronnen.AANWIJZING_VSV
        return breuk(pad, "voor_vroegste_datum", bron=bron, vroegste=_EERSTE_DAG_VSV)
    genoemd = aanwijzing.besluit_niet_eerder_dan
    if genoemd is not None and besluit < genoemd:
        # The letter is not the law: the day that it names may have been counted with room.
        return breuk(pad, "voor_genoemde_datum", verificatie=Verificatie.AFGELEID)
    if grens is None:
        return onbeoordeeld("/stappen", "ontvangst_onbekend")
    vroegste = vroegste_besluit(aanwijzing)
    if vroegste is not None and besluit < vroegste:
        return onbeoordeeld(pad, "dertigste_dag", vermoeden=True, dagen=VOORHANG_DAGEN)
    if genoemd is None and aanwijzing.regime is None and besluit < _EERSTE_DAG_VSV:
        return onbeoordeeld("/regime", "regime_onbekend", vroegste=_EERSTE_DAG_VSV)
    return None


@ook_ingebed
@regel(
    code="GZ-AANWIJZING-002",
    titel=Tekst(
        "Een prestatiebeschrijving wordt niet vastgesteld voor de aanwijzing waarop zij steunt",
        "A prestatiebeschrijving is not adopted before the aanwijzing on which it rests",
    ),
    soorten=("prestatiebeschrijving",),
    bron=(bronnen.wmg("art. 59"), vsvbronnen.AANWIJZING_VSV),
    velden=(
        "/vastgesteld_op",
        "/aanwijzing",
        "/aanwijzing/regime",
        "/aanwijzing/stappen",
        "/aanwijzing/looptijd/tot_en_met",
    ),
    peildatum=Peildatum.DOCUMENT,
    versie=4,
    redenen={
        "ander_regime": Tekst(
            "De aanwijzing gaat over een andere soort zorg dan deze prestatie. Noem de aanwijzing "
            "waarop de beschrijving steunt.",
            "The aanwijzing is about another kind of care than this prestatie. Name the aanwijzing "
            "on which the description rests.",
        ),
        "aanwijzing_niet_gegeven": Tekst(
            "De prestatiebeschrijving is vastgesteld terwijl de aanwijzing niet was gegeven. "
            "Controleer de datums.",
            "The prestatiebeschrijving was adopted while the aanwijzing was not given. Check the "
            "dates.",
        ),
        "aanwijzing_afgelopen": Tekst(
            "De aanwijzing gold niet meer toen de prestatiebeschrijving werd vastgesteld. "
            "Controleer de datums.",
            "The aanwijzing no longer applied when the prestatiebeschrijving was adopted. Check "
            "the dates.",
        ),
        "voor_vroegste_datum": Tekst(
            "De aanwijzing over de bekostiging van VSV's kan niet eerder zijn gegeven dan "
            "{vroegste}. Controleer de datum van vaststelling.",
            "The aanwijzing on the funding of a VSV cannot have been given before {vroegste}. "
            "Check the day of adoption.",
        ),
        "aanwijzing_onbekend": Tekst(
            "Op welke aanwijzing de prestatiebeschrijving steunt is niet bekend. Vul haar in.",
            "On which aanwijzing the prestatiebeschrijving rests is not known. Supply it.",
        ),
        "stappen_onbekend": Tekst(
            "Van de aanwijzing staat geen enkele stap vermeld, dus of zij is gegeven is niet "
            "bekend. Vul stappen in.",
            "No step of the aanwijzing is stated, so whether it was given is not known. Supply "
            "stappen.",
        ),
        "vaststelling_onbekend": Tekst(
            "Wanneer de prestatiebeschrijving is vastgesteld, is niet bekend. Vul vastgesteld_op "
            "in.",
            "When the prestatiebeschrijving was adopted is not known. Supply vastgesteld_op.",
        ),
    },
)
def na_aanwijzing(w: Werkblad) -> Resultaat:
    """Of a prestatie of a VSV, or one that names its aanwijzing: adopted on or after its day."""
    beschrijving = w.als(Prestatiebeschrijving)
    aanwijzing, vastgesteld = beschrijving.aanwijzing, beschrijving.vastgesteld_op
    prestatie = w.context.tabellen.prestatie(beschrijving.prestatie)
    vsv = prestatie is not None and prestatie.regime is Regime.VSV
    if aanwijzing is None and not vsv:
        return NIET_VAN_TOEPASSING
    if vastgesteld is None:
        if beschrijving.status is not Beschrijvingstatus.VASTGESTELD:
            return NIET_VAN_TOEPASSING
        return [onbeoordeeld("/vastgesteld_op", "vaststelling_onbekend")]
    if vsv and vastgesteld < _EERSTE_DAG_VSV:
        bron = vsvbronnen.AANWIJZING_VSV
        return [
            breuk("/vastgesteld_op", "voor_vroegste_datum", bron=bron, vroegste=_EERSTE_DAG_VSV)
        ]
    if aanwijzing is None:
        return [onbeoordeeld("/aanwijzing", "aanwijzing_onbekend")]
    if prestatie is not None and aanwijzing.regime not in {None, prestatie.regime}:
        return [breuk("/aanwijzing/regime", "ander_regime")]
    if not aanwijzing.stappen:
        return [onbeoordeeld("/aanwijzing/stappen", "stappen_onbekend")]
    gegeven = gegeven_op(aanwijzing)
    if gegeven is None or gegeven > vastgesteld:
        return [breuk("/vastgesteld_op", "aanwijzing_niet_gegeven")]
    if vsv and gegeven < _EERSTE_DAG_VSV:  # of an aanwijzing that does not say what it is about
        bron = vsvbronnen.AANWIJZING_VSV
        return [breuk("/aanwijzing", "voor_vroegste_datum", bron=bron, vroegste=_EERSTE_DAG_VSV)]
    einde = None if aanwijzing.looptijd is None else aanwijzing.looptijd.tot_en_met
    if einde is not None and einde < vastgesteld:
        pad = "/aanwijzing/looptijd/tot_en_met"
        return [onbeoordeeld(pad, "aanwijzing_afgelopen", vermoeden=True)]
    return VOLDAAN
