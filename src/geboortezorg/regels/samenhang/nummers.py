"""AGB-codes wherever they stand: that they can exist, and are of a kind that fits."""

from typing import Final

from geboortezorg.betekenis import AGB, Zorgsoort
from geboortezorg.regels import bronnen, veldlezer
from geboortezorg.regels.regel import Resultaat, Tekst, regel
from geboortezorg.regels.samenhang.lezen import toets
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.bronnen import bron

AGB_BEREIK: Final = bron("samenhang-agb-bereik")


@regel(
    code="GZ-SAMENHANG-007",
    titel=Tekst("Een AGB-code kan bestaan", "An AGB-code can exist"),
    reikwijdte=veldlezer.Algemeen(AGB),
    bron=AGB_BEREIK,
    redenen={
        "agb_bestaat_niet": Tekst(
            "Deze AGB-code kan niet bestaan: de zorgsoort of het nummer is nul. Neem de code over "
            "uit het AGB-register.",
            "This AGB-code cannot exist: its zorgsoort or its number is zero. Copy the code from "
            "the AGB register.",
        )
    },
)
def agb_bestaat(w: Werkblad) -> Resultaat:
    """Neither the zorgsoort nor the number of an AGB-code is all zeros."""
    return toets(w, AGB)


@regel(
    code="GZ-PARTIJ-001",
    titel=Tekst(
        "De AGB-zorgsoort past bij de rol van de zorgaanbieder",
        "The AGB zorgsoort fits the role of the provider",
    ),
    versie=4,
    reikwijdte=veldlezer.Algemeen(Zorgsoort),
    bron=bronnen.AGB_ZORGSOORTEN,
    redenen={
        "zorgsoort": Tekst(
            "Bij deze rol of dit specialisme wordt een AGB-code verwacht die begint met "
            "{zorgsoorten}. Controleer de AGB-code en wat ernaast staat.",
            "For this role or specialism an AGB-code is expected that starts with {zorgsoorten}. "
            "Check the AGB-code and what stands beside it.",
        )
    },
)
def zorgsoort_past(w: Werkblad) -> Resultaat:
    """The AGB-code of an organisation is of a kind expected for its discipline or kind."""
    return toets(w, Zorgsoort)
