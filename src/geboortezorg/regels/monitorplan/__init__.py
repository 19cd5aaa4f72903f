"""Monitoring: the plan, its measurements, its timeline, and figures."""

from typing import Final

VOORVOEGSELS: Final = (
    "MONITOR",
    "CIJFER",
)
"""The words with which the codes of this theme begin, after `GZ-`."""

MODULES: Final = {
    "cijfers": "cijfertabel",
    "cijferverband": "monitorplan cijfertabel",
    "definitie": "monitorplan",
    "delen": "monitorplan",
    "meting": "monitorplan",
    "plan": "monitorplan",
    "tijdlijn": "monitorplan",
    "uitkomst": "monitorplan",
}
"""Where its rules stand, each module with the kinds of document that these judge."""

REGELS: Final = (
    "plan.vooraf_vastgesteld",
    "plan.wijziging_vermeld",
    "plan.doel_heeft_indicator",
    "definitie.exacte_definitie",
    "meting.meting_heeft_bron",
    "definitie.definitie_van_indicator",
    "definitie.zelfde_definitie",
    "tijdlijn.evaluatie_na_metingen",
    "tijdlijn.tijdlijn_vooraf",
    "tijdlijn.tijdlijn_in_volgorde",
    "plan.clientthemas",
    "meting.kleine_cellen",
    "meting.verwijzingen",
    "meting.meting_volledig",
    "tijdlijn.kamer_begin_2027",
    "tijdlijn.niet_voor_de_bekostiging",
    "plan.samen_vastgesteld",
    "plan.ondersteuning",
    "uitkomst.een_uitslag",
    "uitkomst.nulmeting_vooraf",
    "uitkomst.streefwaarde_haalbaar",
    "delen.delen_passen",
    "meting.periode_past",
    "definitie.eerlijk_vergeleken",
    "cijfers.heeft_definitie",
    "cijfers.heeft_periode",
    "cijfers.definitie_volledig",
    "cijfers.niet_dubbel",
    "cijfers.geen_kleine_cellen",
    "cijfers.past_bij_eenheid",
    "cijfers.definitief_na_periode",
    "cijferverband.deel_van_geheel",
    "cijferverband.teller_is_waarde",
    "cijferverband.aannemelijk",
    "cijferverband.sterfte_past",
)
"""The rules of this theme, in the order in which a report shows them."""
