"""Those who work together: VSV, IGO, and the parties of an agreement."""

from typing import Final

from geboortezorg.regels.regel import Regel
from geboortezorg.regels.samenwerking import afspraak, basiskader, igo, igofasen, vsv, vsv_zorg

VOORVOEGSELS: Final = (
    "VSV",
    "IGO",
    "AFSPRAAK",
)
"""The words with which the codes of this theme begin, after `GZ-`."""

REGELS: Final[tuple[Regel, ...]] = (
    igo.is_rechtspersoon,
    igo.agb_van_igo,
    igo.disciplines_vertegenwoordigd,
    igofasen.fasen_in_volgorde,
    igo.bundelbreker,
    igo.geen_dubbele_bekostiging,
    igofasen.regels_volgen_fasen,
    igo.deelnemer_is_geen_igo,
    vsv.disciplines,
    basiskader.volgorde,
    basiskader.mdo,
    basiskader.kerntaken,
    vsv.gereed,
    vsv.coalitiedomeinen,
    vsv.zorgsoort,
    vsv_zorg.geen_zorg_door_vsv,
    afspraak.partijen,
)
"""The rules of this theme, in the order in which a report shows them."""
