"""Who declares: the AGB-code beside the prestatie."""

from geboortezorg.model.prestatie import Regime
from geboortezorg.nummers import agb
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import Melding, Resultaat, Tekst, breuk, regel, uitslag
from geboortezorg.regels.werkblad import Werkblad


@regel(
    code="GZ-PRESTATIE-003",
    versie=2,
    titel=Tekst(
        "De AGB-zorgsoort van de declarant past bij de prestatie",
        "The AGB zorgsoort of the declarant fits the prestatie",
    ),
    soorten=("dossier", "declaratie"),
    bron=bronnen.AGB_ZORGSOORTEN,
    velden=("/declaratieregels/*/zorgaanbieder_agb",),
    redenen={
        "zorgsoort": Tekst(
            "Deze prestatie wordt verwacht van een AGB-code die begint met {zorgsoorten}. "
            "Controleer de AGB-code en de prestatie.",
            "This prestatie is expected from an AGB-code that starts with {zorgsoorten}. Check the "
            "AGB-code and the prestatie.",
        ),
        "geen_zorgaanbieder": Tekst(
            "Deze AGB-code is van niemand: zij bestaat uit nullen. Vul de AGB-code in.",
            "This AGB-code is nobody's: it consists of zeros. Supply the AGB-code.",
        ),
    },
)
def zorgsoort_prestatie(w: Werkblad) -> Resultaat:
    """The first two digits of the AGB-code are among those expected for the prestatie."""
    meldingen: list[Melding] = []
    toegepast = False
    for post in w.posten:
        prestatie = post.prestatie
        if post.telt and not post.declaratieregel.zorgaanbieder_agb.strip("0"):
            meldingen.append(breuk(post.pad("zorgaanbieder_agb"), "geen_zorgaanbieder"))
            continue
        if not post.telt or prestatie is None or not prestatie.zorgsoorten:
            continue
        toegepast = True
        zorgsoort = post.declaratieregel.zorgaanbieder_agb[:2]
        if zorgsoort == agb.VSV[:2] and prestatie.regime is not Regime.VSV:
            continue  # care declared by a network organisation: GZ-VSV-008
        if zorgsoort not in prestatie.zorgsoorten:
            pad, zorgsoorten = post.pad("zorgaanbieder_agb"), ", ".join(prestatie.zorgsoorten)
            meldingen.append(breuk(pad, "zorgsoort", zorgsoorten=zorgsoorten))
    return uitslag(meldingen, toegepast)
