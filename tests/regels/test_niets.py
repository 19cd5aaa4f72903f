"""About nothing a rule has nothing to say: it does not apply, and it is not met either."""

from typing import Any

import pytest
from tests.strategie_vorm import voorbeeld

from geboortezorg import Context, validate
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.rapport import Uitkomst
from geboortezorg.tabellen import proeftabellen
from geboortezorg.vorm import velden

OVER_DE_INVOER = ("GZ-INVOER-", "GZ-VORM-")
ALTIJD = {
    "aansluiting": {"GZ-SAMENHANG-003"},
    "igo": {"GZ-SAMENHANG-009"},
    "monitorplan": {"GZ-MONITOR-010"},
    "overeenkomst": {"GZ-DOSSIER-001"},
    "vsv": {"GZ-SAMENHANG-009"},
    "zorgepisode": {"GZ-DOSSIER-001", "GZ-DOSSIER-008", "GZ-VSV-008"},
}
"""Rules that read what every document of a kind has."""
VAN_ELKE_REGEL = {
    *(f"GZ-DECLARATIE-00{nummer}" for nummer in (1, 5, 7, 8)),
    *("GZ-REGEL-002", "GZ-REGEL-005", "GZ-TARIEF-004", "GZ-VSV-008"),
    *("GZ-SAMENHANG-003", "GZ-SAMENHANG-007", "GZ-SAMENHANG-013"),
}
"""Rules that read any line, whatever it is for."""


def leeg(klasse: type[Any]) -> dict[str, Any]:
    """Return an object with what it must have, and with empty lists."""
    vol = voorbeeld(klasse)
    uit: dict[str, Any] = {}
    for veld in velden(klasse):
        if veld.verplicht:
            deel = veld.vorm.klasse if isinstance(vol[veld.naam], dict) else None
            uit[veld.naam] = vol[veld.naam] if deel is None else leeg(deel)
            if veld.vorm.item is not None:
                uit[veld.naam] = []
    return uit


def voldaan(document: dict[str, Any]) -> set[str] | None:
    """Return the rules that say that a document meets them; None when it has not its shape."""
    rapport = validate(document, context=Context(tabellen=proeftabellen()))
    if rapport.van("GZ-VORM-001"):
        return None
    return {
        regel.code
        for regel in rapport.regels
        if regel.uitkomst is Uitkomst.VOLDAAN and not regel.code.startswith(OVER_DE_INVOER)
    }


@pytest.mark.parametrize("soort", sorted(set(DOCUMENTEN) - {"context", "rapport"}))
def test_een_leeg_document(soort: str) -> None:
    """A document without any optional part meets no rule by having nothing."""
    gevonden = voldaan({"soort": soort, "schema_versie": "0.1", **leeg(DOCUMENTEN[soort])})
    assert gevonden is None or gevonden == ALTIJD.get(soort, set())


def test_een_regel_van_iets_anders() -> None:
    """One line of a prestatie of no rule in particular meets only the rules on any line."""
    declaratieregel = {
        "referentienummer": "a",
        "zorgaanbieder_agb": "08001234",
        "uzovi_code": "0001",
        "prestatie": "bestaat-niet",
        "periode": {"van": "2023-05-02", "tot_en_met": "2023-05-02"},
        "aantal": 1,
        "tarief_eurocent": 100,
        "bedrag_eurocent": 100,
        "declaratiebedrag_eurocent": 100,
        "debet_credit": "D",
    }
    dossier = {"soort": "dossier", "schema_versie": "0.1", "referentie": "p", "zwangerschap": {}}
    assert voldaan({**dossier, "declaratieregels": [declaratieregel]}) == VAN_ELKE_REGEL
