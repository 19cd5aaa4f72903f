"""Monitoring: the plan, its measurements, its timeline, and figures."""

from typing import Final

from geboortezorg.regels.monitorplan import cijfers, meting, plan, tijdlijn
from geboortezorg.regels.regel import Regel

VOORVOEGSELS: Final = (
    "MONITOR",
    "CIJFER",
)
"""The words with which the codes of this theme begin, after `GZ-`."""

REGELS: Final[tuple[Regel, ...]] = (
    plan.vooraf_vastgesteld,
    plan.wijziging_vermeld,
    plan.doel_heeft_indicator,
    meting.exacte_definitie,
    meting.meting_heeft_bron,
    meting.definitie_van_indicator,
    meting.zelfde_definitie,
    tijdlijn.evaluatie_na_metingen,
    tijdlijn.tijdlijn_vooraf,
    tijdlijn.tijdlijn_in_volgorde,
    plan.clientthemas,
    meting.kleine_cellen,
    meting.verwijzingen,
    meting.meting_volledig,
    tijdlijn.kamer_begin_2027,
    tijdlijn.niet_voor_de_bekostiging,
    plan.samen_vastgesteld,
    plan.ondersteuning,
    cijfers.heeft_definitie,
    cijfers.heeft_periode,
    cijfers.definitie_volledig,
    cijfers.niet_dubbel,
    cijfers.geen_kleine_cellen,
)
"""The rules of this theme, in the order in which a report shows them."""
