"""Under which agreement a VSV declares: whose it is, and on which days it applies."""

from geboortezorg import model
from geboortezorg.berekening.samenwerking import bronnen as vsvbronnen
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort
from geboortezorg.regels.bekostiging.lumpsum import OVEREENKOMST_ONBEKEND
from geboortezorg.regels.bekostiging.verrekening import (
    met_zelfde_sleutel,
    overeenkomst_van,
    vsvposten,
)
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
from geboortezorg.tekst import kern
from geboortezorg.tijd import Looptijd, Periode, overlappen


@regel(
    code="GZ-BEKOSTIGING-005",
    titel=Tekst(
        "Partijen en dagen zijn die van de overeenkomst",
        "Parties and days are those of the agreement",
    ),
    soorten=("vsv_declaratie",),
    bron=vsvbronnen.LUMPSUM,
    velden=(
        "/overeenkomst_id",
        "/vsv_id",
        "/agb_code",
        "/uzovi_code",
        "/declaratieregels/*/periode",
    ),
    peildatum=Peildatum.LEVERING,
    versie=7,
    redenen={
        "bestaat_niet": Tekst(
            "Er is geen overeenkomst met deze sleutel. Noem de lumpsumovereenkomst met deze "
            "verzekeraar.",
            "There is no agreement with this key. Name the lumpsum agreement with this insurer.",
        ),
        "geen_lumpsum": Tekst(
            "Dit is geen lumpsumovereenkomst. Een VSV declareert onder een lumpsumovereenkomst. "
            "Noem die.",
            "This is not a lumpsum agreement. A VSV declares under a lumpsum agreement. "
            "Name that one.",
        ),
        "ander_vsv": Tekst(
            "De overeenkomst is met een ander VSV gesloten. Noem de eigen overeenkomst.",
            "The agreement is with another VSV. Name the VSV's own agreement.",
        ),
        "andere_schrijfwijze": Tekst(
            "De overeenkomst schrijft vsv_id anders dan deze declaratie, alleen in hoofdletters, spaties "
            "of leestekens. Gebruik in beide dezelfde schrijfwijze.",
            "The agreement writes vsv_id otherwise than this declaratie, in capitals, spaces or "
            "punctuation only. Use the same spelling in both.",
        ),
        "andere_verzekeraar": Tekst(
            "De overeenkomst is met een andere verzekeraar gesloten. Declareer bij die "
            "verzekeraar.",
            "The agreement is with another insurer. Declare to that insurer.",
        ),
        "andere_agb": Tekst(
            "De overeenkomst noemt een andere AGB-code van het VSV dan deze declaratie. Controleer "
            "beide.",
            "The agreement names another AGB-code of the VSV than this declaratie. Check both.",
        ),
        "andere_overeenkomst": Tekst(
            "De betaler kent over deze dagen een andere lumpsumovereenkomst met dit VSV, en deze "
            "niet. Noem die, of laat de betaler deze in de context opnemen.",
            "Over these days the payer knows another lumpsum agreement with this VSV, and not this "
            "one. Name that one, or have the payer put this one in the context.",
        ),
        "nog_een_overeenkomst": Tekst(
            "De betaler kent over deze dagen nog een lumpsumovereenkomst met dit VSV, onder een andere "
            "sleutel: hetzelfde werk kan onder elk zijn gedeclareerd. Laat de betaler in de context de "
            "looptijden op elkaar laten aansluiten, of de overeenkomst weglaten die niet geldt.",
            "Over these days the payer knows one more lumpsum agreement with this VSV, under another "
            "key: the same work can have been declared under each. Have the payer let the terms follow "
            "each other in the context, or leave out the agreement that does not hold.",
        ),
        "sleutel_van_ander": Tekst(
            "De betaler kent deze sleutel van een overeenkomst met andere partijen, over andere dagen "
            "of van een andere soort. Geef deze overeenkomst een eigen sleutel, ook in deze declaratie, "
            "of laat de betaler haar in de context opnemen.",
            "The payer knows this key of an agreement with other parties, over other days or of "
            "another kind. Give this agreement a key of its own, also in this declaratie, or have the "
            "payer put it in the context.",
        ),
        "meer_overeenkomsten": Tekst(
            "Meer overeenkomsten hebben deze sleutel, en deze dagen zijn van een andere dan die van "
            "de eerste declaratieregel. Declareer wat onder elke valt in een eigen document.",
            "More agreements have this key, and these days are of another one than those of the "
            "first line. Declare what falls under each in a document of its own.",
        ),
        "buiten_looptijd": Tekst(
            "De overeenkomst geldt niet op al deze dagen. Declareer alleen dagen waarop zij geldt.",
            "The agreement does not apply on all these days. Declare only days on which it does.",
        ),
        "vsv_onbekend": Tekst(
            "Met welk VSV de overeenkomst is gesloten, staat er niet in. Vul vsv_id in.",
            "With which VSV the agreement is, it does not say. Supply its vsv_id.",
        ),
        "overeenkomst_onbekend": OVEREENKOMST_ONBEKEND,
    },
)
def partijen_en_periode(w: Werkblad) -> Resultaat:
    """The agreement is a lumpsum of this VSV with this insurer, valid on every declared day."""
    document, overeenkomst = w.als(model.VSVDeclaratie), overeenkomst_van(w)
    if overeenkomst is None:
        if w.context.overeenkomsten_volledig:
            return [breuk("/overeenkomst_id", "bestaat_niet")]
        return [onbeoordeeld("/overeenkomst_id", "overeenkomst_onbekend")]
    if overeenkomst.overeenkomstsoort is not Overeenkomstsoort.LUMPSUM:
        return [breuk("/overeenkomst_id", "geen_lumpsum")]
    meldingen: list[Melding] = []
    if overeenkomst.vsv_id is None:
        meldingen.append(onbeoordeeld("/vsv_id", "vsv_onbekend"))
    elif kern(overeenkomst.vsv_id) != kern(document.vsv_id):
        meldingen.append(breuk("/vsv_id", "ander_vsv"))
    elif overeenkomst.vsv_id != document.vsv_id:
        meldingen.append(onbeoordeeld("/vsv_id", "andere_schrijfwijze", vermoeden=True))
    if overeenkomst.uzovi_code != document.uzovi_code:
        meldingen.append(breuk("/uzovi_code", "andere_verzekeraar"))
    if None not in (agbs := {overeenkomst.zorgaanbieder_agb, document.agb_code}) and len(agbs) > 1:
        meldingen.append(onbeoordeeld("/agb_code", "andere_agb", vermoeden=True))
    if (reden := _wat_betaler_kent(w, document, overeenkomst)) is not None:
        meldingen.append(onbeoordeeld("/overeenkomst_id", reden, vermoeden=True))
    andere = met_zelfde_sleutel(w, overeenkomst)
    for post in vsvposten(w):
        periode, pad = post.declaratieregel.periode, post.pad("periode")
        if not post.telt or _omvat(overeenkomst.looptijd, periode):
            continue
        if any(_omvat(ander.looptijd, periode) for ander in andere):
            meldingen.append(onbeoordeeld(pad, "meer_overeenkomsten", vermoeden=True))
        else:
            meldingen.append(breuk(pad, "buiten_looptijd"))
    return uitslag(meldingen, van_toepassing=True)


def _omvat(looptijd: Looptijd, periode: Periode) -> bool:
    return looptijd.bevat(periode.van) and looptijd.bevat(periode.tot_en_met)


def _wat_betaler_kent(
    w: Werkblad, document: "model.VSVDeclaratie", overeenkomst: Overeenkomst
) -> str | None:
    """Return how what the payer knows speaks against an agreement.

    It has the key of one of the document for something else; or, also beside one of its own, a
    lumpsum of the same VSV, insurer and days under another key.
    """
    van_betaler = w.context.overeenkomsten
    bekend = any(een is overeenkomst for een in van_betaler)
    if not bekend and any(
        een.overeenkomst_id == overeenkomst.overeenkomst_id for een in van_betaler
    ):
        return "sleutel_van_ander"
    eigen = kern(overeenkomst.vsv_id or "")
    agbs = {overeenkomst.zorgaanbieder_agb, document.agb_code} - {None}
    return (
        ("nog_een_overeenkomst" if bekend else "andere_overeenkomst")
        if any(
            ander.overeenkomst_id != overeenkomst.overeenkomst_id
            and (kern(ander.vsv_id or "") == eigen or ander.zorgaanbieder_agb in agbs)
            and ander.overeenkomstsoort is Overeenkomstsoort.LUMPSUM
            and ander.uzovi_code == overeenkomst.uzovi_code
            and overlappen(ander.looptijd, overeenkomst.looptijd)
            for ander in van_betaler
        )
        else None
    )
