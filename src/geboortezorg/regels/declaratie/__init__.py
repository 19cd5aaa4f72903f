"""A declaration as a message, and its lines beside each other."""

from typing import Final

VOORVOEGSELS: Final = (
    "DECLARATIE",
    "REGEL",
)
"""The words with which the codes of this theme begin, after `GZ-`."""

MODULES: Final = {
    "behandelaar": "dossier declaratie",
    "bericht": "dossier declaratie vsv_declaratie",
    "declaratieregels": "dossier declaratie",
    "episode": "dossier declaratie",
    "factuur": "declaratie vsv_declaratie",
    "fase": "dossier declaratie",
    "persoon": "dossier declaratie",
    "zorgepisode": "dossier",
}
"""Where its rules stand, each module with the kinds of document that these judge."""

BLIKKEN: Final = {"gewoon.BLIK": "declaratie"}
"""Its looks at a document before any rule is run, with the kinds that each sees."""

REGELS: Final = (
    "bericht.periode_niet_omgekeerd",
    "bericht.niet_na_factuurdatum",
    "bericht.factuur_na_periode",
    "bericht.niet_in_de_toekomst",
    "bericht.referentienummer_uniek",
    "bericht.geen_debet_met_credit",
    "bericht.bedragen_samen",
    "bericht.declaratiebedrag_is_deel",
    "bericht.een_verzekeraar",
    "factuur.factuurnummer_uniek",
    "bericht.niet_na_periode",
    "declaratieregels.credit_verwijst",
    "persoon.bsn_aanwezig",
    "declaratieregels.dubbel",
    "declaratieregels.credit_neemt_terug",
    "zorgepisode.past_bij_zorgepisode",
    "episode.dagen_passen",
    "persoon.een_vrouw",
    "declaratieregels.hooguit_een_per_dag",
    "fase.bij_de_fase",
    "behandelaar.een_declarant",
)
"""The rules of this theme, in the order in which a report shows them."""
