"""Care is declared by providers, the work of a VSV by the VSV: the two never mix."""

from typing import Final

from geboortezorg import model
from geboortezorg.berekening.samenwerking import bronnen as vsvbronnen
from geboortezorg.model.partijen import Partijsoort
from geboortezorg.model.prestatie import Regime
from geboortezorg.model.zorgepisode import Zorgepisode
from geboortezorg.nummers import agb
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import (
    Melding,
    Nodig,
    Resultaat,
    Tekst,
    Trek,
    breuk,
    onbeoordeeld,
    regel,
    uitslag,
)
from geboortezorg.regels.werkblad import Werkblad, namen_van
from geboortezorg.zorggeval import Post

ZORGSOORT_VSV: Final = agb.VSV[:2]
"""Network organisations, a VSV among them."""

_VSV: Final = Regime.VSV

_VAN_VSV: Final = namen_van(lambda prestatie: prestatie.regime is _VSV)
_PARTIJ: Final = Partijsoort.VSV


@regel(
    code="GZ-VSV-008",
    versie=2,
    titel=Tekst(
        "Een VSV declareert geen zorg, en een VSV-prestatie hoort bij geen client",
        "A VSV declares no care, and a VSV prestatie belongs to no client",
    ),
    soorten=("dossier", "zorgepisode", "declaratie", "vsv_declaratie"),
    bron=vsvbronnen.ZORG,
    velden=(
        "/declarant_agb",
        "/declaratieregels/*/prestatie",
        "/declaratieregels/*/zorgaanbieder_agb",
        "/declaratieregels/*/zorgepisode_id",
        "/declaratieregels/*/startdatum_zorg",
        "/zorgepisodes/*/zorgaanbieder/partijsoort",
        "/zorgaanbieder/partijsoort",
    ),
    nodig=Nodig(leden=("/declaratieregels", "/zorgepisodes")),
    aanleiding=Nodig(regimes=(_VSV,), trekken=(Trek.ZORGAANBIEDER,)),
    redenen={
        "vsv_prestatie_bij_client": Tekst(
            "Een prestatie van een VSV hoort niet bij een zwangerschap. Declareer haar in een "
            "vsv_declaratie.",
            "A prestatie of a VSV does not belong to a pregnancy. Declare it in a vsv_declaratie.",
        ),
        "noemt_zorg": Tekst(
            "Een prestatie van een VSV hoort niet bij een zorgepisode of bij zorg die start. Laat "
            "dit veld weg.",
            "A prestatie of a VSV belongs to no zorgepisode and to no start of care. Leave this "
            "member out.",
        ),
        "lumpsum_onbekend": Tekst(
            "Een prestatie van een VSV valt onder een lumpsumovereenkomst; een gewone declaratie "
            "noemt die niet. Gebruik een vsv_declaratie.",
            "A prestatie of a VSV falls under a lumpsum agreement, which an ordinary declaratie "
            "does not name. Use a vsv_declaratie.",
        ),
        "zorg_in_vsv_declaratie": Tekst(
            "Dit is zorg, geen prestatie van een VSV. De zorgaanbieder die haar verleende "
            "declareert haar zelf. Haal deze declaratieregel weg.",
            "This is care, not a prestatie of a VSV. The provider who delivered it declares it. "
            "Take this line out.",
        ),
        "prestatie_onbekend": Tekst(
            "De prestatie staat in geen van de tabellen, dus of zij van een VSV is, is niet "
            "beoordeeld. Controleer de code of voeg een prestatielijst toe.",
            "The prestatie is in none of the tables, so whether it is one of a VSV was not judged. "
            "Check the code or add a list of prestaties.",
        ),
        "zorg_door_vsv": Tekst(
            "Een VSV declareert geen zorg. De zorgaanbieder die haar verleende declareert haar "
            "zelf: gebruik die AGB-code, of haal de declaratieregel weg.",
            "A VSV declares no care. The provider who delivered it declares it: use that AGB-code, "
            "or take the line out.",
        ),
        "zorgsoort_vsv": Tekst(
            "De AGB-code begint met {zorgsoort}: een netwerkorganisatie, zoals een VSV. Een VSV "
            "declareert geen zorg; gebruik de AGB-code van de zorgaanbieder.",
            "The AGB-code starts with {zorgsoort}: a network organisation, such as a VSV. A VSV "
            "declares no care; use the AGB-code of the provider.",
        ),
        "vsv_verantwoordelijk": Tekst(
            "Een VSV is nooit zelf verantwoordelijk voor zorg. Noem de zorgaanbieder.",
            "A VSV is never responsible for care itself. Name the provider.",
        ),
    },
)
def geen_zorg_door_vsv(w: Werkblad) -> Resultaat:
    """The parties stay apart: no VSV in a zorgepisode or on care, no client on VSV work."""
    if w.soort == "vsv_declaratie":
        return _vsv_declaratie(w, w.als(model.VSVDeclaratie))
    if w.soort == "zorgepisode":
        van_vsv = w.als(Zorgepisode).zorgaanbieder.partijsoort is _PARTIJ
        return uitslag([_verantwoordelijk("")] if van_vsv else [], van_toepassing=True)
    episodes = () if w.dossier is None else w.dossier.zorgepisodes
    meldingen: list[Melding] = []
    vsvs: set[str | None] = set()
    for i, episode in enumerate(episodes):
        if episode.zorgaanbieder.partijsoort is _PARTIJ:
            meldingen.append(_verantwoordelijk(f"/zorgepisodes/{i}"))
            vsvs.add(episode.zorgaanbieder.agb_code)
    aanbieders = {groep.zorgaanbieder_agb for groep in w.groepen}
    verdacht = {code for code in aanbieders if code[:2] == ZORGSOORT_VSV or code in vsvs}
    if w.over_prestaties(_VAN_VSV) or verdacht:
        for post in w.tellend:
            if post.prestatie is not None and post.prestatie.regime is _VSV:
                meldingen += _vsv_post(post, bij_client=w.dossier is not None)
            elif post.declaratieregel.zorgaanbieder_agb in verdacht:
                meldingen.append(_zorgpost(post, vsvs))
    if not meldingen and _gaat_uit_onder_vsv(w):
        meldingen.append(_zorgsoort("/declarant_agb"))
    return uitslag(meldingen, bool(episodes or w.posten))


def _gaat_uit_onder_vsv(w: Werkblad) -> bool:
    """Say whether a network organisation sends a message with care, whoever its lines name."""
    return (
        w.soort == "declaratie"
        and bool(w.tellend)
        and w.als(model.Declaratie).declarant_agb[:2] == ZORGSOORT_VSV
    )


def _verantwoordelijk(pad: str) -> Melding:
    return breuk(f"{pad}/zorgaanbieder/partijsoort", "vsv_verantwoordelijk")


def _vsv_post(post: Post, *, bij_client: bool) -> list[Melding]:
    if bij_client:
        return [breuk(post.pad("prestatie"), "vsv_prestatie_bij_client")]
    namen = {
        "zorgepisode_id": post.declaratieregel.zorgepisode_id,
        "startdatum_zorg": post.declaratieregel.startdatum_zorg,
    }
    noemt = [breuk(post.pad(veld), "noemt_zorg") for veld, waarde in namen.items() if waarde]
    return noemt or [onbeoordeeld(post.pad("prestatie"), "lumpsum_onbekend")]


def _zorgpost(post: Post, vsvs: set[str | None]) -> Melding:
    """Return that a VSV declares care: certain for one that the document itself calls a VSV."""
    pad = post.pad("zorgaanbieder_agb")
    if post.declaratieregel.zorgaanbieder_agb in vsvs:
        return breuk(pad, "zorg_door_vsv")
    return _zorgsoort(pad)


def _zorgsoort(pad: str) -> Melding:
    bron = bronnen.AGB_ZORGSOORTEN
    return breuk(
        pad, "zorgsoort_vsv", verificatie=bron.verificatie, bron=bron, zorgsoort=ZORGSOORT_VSV
    )


def _vsv_declaratie(w: Werkblad, document: "model.VSVDeclaratie") -> Resultaat:
    meldingen: list[Melding] = []
    for i, declaratieregel in enumerate(document.declaratieregels):
        prestatie = w.context.tabellen.prestatie(declaratieregel.prestatie)
        pad = f"/declaratieregels/{i}/prestatie"
        if prestatie is None:
            meldingen.append(onbeoordeeld(pad, "prestatie_onbekend"))
        elif prestatie.regime is not _VSV:
            meldingen.append(breuk(pad, "zorg_in_vsv_declaratie"))
    return uitslag(meldingen, van_toepassing=True)
