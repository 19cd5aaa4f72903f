"""Kraamzorg: hours, days, eigen bijdrage, and what is declared once."""

from typing import Final

VOORVOEGSELS: Final = ("KRAAMZORG",)
"""The words with which the codes of this theme begin, after `GZ-`."""

MODULES: Final = {
    "aaneen": "dossier",
    "bevalling": "dossier declaratie",
    "bijdrage": "dossier declaratie",
    "bijdragezorg": "dossier",
    "dagen": "dossier",
    "eenmalig": "dossier declaratie",
    "etmaal": "dossier declaratie",
    "indicatie": "dossier",
    "keten": "dossier declaratie",
    "kraamtijd": "dossier declaratie",
    "toeslag": "dossier declaratie",
    "uren": "dossier",
    "ziekenhuis": "dossier",
}
"""Where its rules stand, each module with the kinds of document that these judge."""

BLIKKEN: Final = {"gewoon.BLIK": "dossier", "gewoon.BLIK_IN_BERICHT": "declaratie"}
"""Its looks at a document before any rule is run, with the kinds that each sees."""

REGELS: Final = (
    "eenmalig.kraamzorg_eenmalig",
    "eenmalig.intake_thuis_of_telefonisch",
    "uren.uren_binnen_grenzen",
    "uren.partus_telt_voor_maximum",
    "dagen.tot_en_met_dag_10",
    "dagen.binnen_zes_weken",
    "uren.uitzondering_onderbouwd",
    "aaneen.aaneengesloten",
    "ziekenhuis.aftrek_klopt",
    "uren.geleverd_binnen_indicatie",
    "bijdrage.bijdrage_van_het_jaar",
    "bijdrage.partus_zonder_bijdrage",
    "bijdrage.een_intake",
    "dagen.uitgesteld_niet_uit_basispakket",
    "toeslag.toeslag_overeengekomen",
    "etmaal.past_in_de_dag",
    "keten.gedeclareerd_is_geleverd",
    "keten.gedeclareerd_binnen_indicatie",
    "keten.indicatie_voor_de_zorg",
    "keten.maatwerk_telt_op",
    "bevalling.hoort_bij_bevalling",
    "bevalling.bij_de_bevalling",
    "bijdragezorg.over_geleverde_zorg",
    "bijdragezorg.bijdrage_afgetrokken",
    "etmaal.een_aanbieder_per_dag",
    "kraamtijd.past_bij_bevaldag",
    "indicatie.indicatie_past",
    "bevalling.op_dagen_naast_elkaar",
    "eenmalig.voor_de_zorg",
)
"""The rules of this theme, in the order in which a report shows them."""
