"""Those who work together: VSV, IGO, and the parties of an agreement."""

from typing import Final

VOORVOEGSELS: Final = (
    "VSV",
    "IGO",
    "AFSPRAAK",
)
"""The words with which the codes of this theme begin, after `GZ-`."""

MODULES: Final = {
    "afspraak": "bestuurlijke_afspraak",
    "basiskader": "vsv",
    "igo": "dossier declaratie igo",
    "igofasen": "dossier declaratie",
    "vsv": "vsv vsv_declaratie",
    "vsv_zorg": "dossier zorgepisode declaratie vsv_declaratie",
}
"""Where its rules stand, each module with the kinds of document that these judge."""

BLIKKEN: Final = {"gewoon.BLIK": "dossier"}
"""Its looks at a document before any rule is run, with the kinds that each sees."""

REGELS: Final = (
    "igo.is_rechtspersoon",
    "igo.agb_van_igo",
    "igo.disciplines_vertegenwoordigd",
    "igofasen.fasen_in_volgorde",
    "igo.bundelbreker",
    "igo.geen_dubbele_bekostiging",
    "igofasen.regels_volgen_fasen",
    "igo.deelnemer_is_geen_igo",
    "vsv.disciplines",
    "basiskader.volgorde",
    "basiskader.mdo",
    "basiskader.kerntaken",
    "vsv.gereed",
    "vsv.er_nog",
    "vsv.coalitiedomeinen",
    "vsv.zorgsoort",
    "vsv_zorg.geen_zorg_door_vsv",
    "afspraak.partijen",
)
"""The rules of this theme, in the order in which a report shows them."""
