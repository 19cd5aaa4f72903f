"""Pieces of JSON of the right shape, to build with and to break."""

from typing import Any

DECLARATIEREGEL: dict[str, Any] = {
    "referentienummer": "r-1",
    "zorgaanbieder_agb": "33001234",
    "uzovi_code": "3332",
    "prestatie": "kraamzorg-uur",
    "periode": {"van": "2023-05-02", "tot_en_met": "2023-05-02"},
    "aantal": 3,
    "tarief_eurocent": 5933,
    "bedrag_eurocent": 17799,
    "declaratiebedrag_eurocent": 17799,
    "debet_credit": "D",
}
DOSSIER: dict[str, Any] = {
    "soort": "dossier",
    "schema_versie": "0.1",
    "referentie": "pseudoniem",
    "zwangerschap": {
        "a_terme_datum": "2023-05-01",
        "datum_einde": "2023-05-01",
        "wijze_einde": "partus",
    },
    "declaratieregels": [DECLARATIEREGEL],
}
