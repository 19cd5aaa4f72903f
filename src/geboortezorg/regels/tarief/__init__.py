"""What may be declared, by whom, to whom, beside what, and for how much."""

from typing import Final

VOORVOEGSELS: Final = (
    "PRESTATIE",
    "VERZEKERAAR",
    "TARIEF",
    "SAMENLOOP",
    "SCREENING",
)
"""The words with which the codes of this theme begin, after `GZ-`."""

MODULES: Final = {
    "afspraak": "dossier declaratie",
    "bedrag": "dossier declaratie",
    "deel": "dossier declaratie",
    "einde": "dossier declaratie",
    "partij": "dossier declaratie",
    "prestatie": "dossier declaratie",
    "ruimte": "dossier declaratie",
    "samenloop": "dossier declaratie",
    "screening": "dossier declaratie",
    "toeslag": "dossier declaratie",
    "verzekeraar": "dossier",
    "wijk": "dossier declaratie",
}
"""Where its rules stand, each module with the kinds of document that these judge."""

BLIKKEN: Final = {
    "gewoon.BLIK": "dossier",
    "gewoon.BLIK_IN_BERICHT": "declaratie",
    "gewone_lijnen.BLIK_OP_LIJNEN": "dossier declaratie",
}
"""Its looks at a document before any rule is run, with the kinds that each sees."""

REGELS: Final = (
    "prestatie.van_kracht",
    "prestatie.zwangerschapsduur",
    "partij.zorgsoort_prestatie",
    "wijk.woont_in_wijk",
    "verzekeraar.verzekeraar_bij_start",
    "verzekeraar.verzekeraar_bij_levering",
    "ruimte.tariefruimte",
    "afspraak.vrij_tarief",
    "afspraak.overeenkomst_van_betaler",
    "afspraak.module_met_overeenkomst",
    "toeslag.toeslag",
    "bedrag.tarief_maal_aantal",
    "samenloop.volledig_sluit_delen_uit",
    "samenloop.prenataal_sluit_deelprestaties_uit",
    "samenloop.per_zwangerschap_eenmalig",
    "einde.prenataal_bleef_eerste_lijn",
    "samenloop.samen_een_keer",
    "deel.zorg_eindigde",
    "screening.betaald_uit_de_rijksbegroting",
    "screening.contract_regionaal_centrum",
    "screening.groepszorg_eenmaal",
    "screening.opslag_niet_dubbel",
)
"""The rules of this theme, in the order in which a report shows them."""
