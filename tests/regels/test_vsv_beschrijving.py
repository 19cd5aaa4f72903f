"""A line and its prestatiebeschrijving may name the same prestatie differently."""

import attrs
import pytest

from geboortezorg import Context, Uitkomst, validate
from geboortezorg.bron import Bron, Verificatie
from geboortezorg.convert import structureer_document
from geboortezorg.model.prestatie import Eenheid, Prestatie, Prestatielijst, Regime
from geboortezorg.model.vsv_declaratie import VSVDeclaratie
from geboortezorg.tabellen import shipped

LIJST = Prestatielijst(
    naam="eigen-vsv",
    bron=Bron(titel="Eigen lijst", verificatie=Verificatie.OFFICIEEL),
    prestaties=(
        Prestatie(
            prestatie_id="vsv-eigen",
            code="eigen-code",
            regime=Regime.VSV,
            omschrijving="Eigen prestatie",
            omschrijving_en="Own prestatie",
            eenheid=Eenheid.STUK,
        ),
    ),
)
DECLARATIE = {
    "soort": "vsv_declaratie",
    "schema_versie": "0.1",
    "vsv_id": "vsv-voorbeeld",
    "uzovi_code": "0001",
    "overeenkomst_id": "ovk-1",
    "factuurnummer": "f-1",
    "factuurdatum": "2027-07-01",
    "declaratieregels": [
        {
            "referentienummer": "r-1",
            "prestatie": "vsv-eigen",
            "periode": {"van": "2027-01-01", "tot_en_met": "2027-06-30"},
            "bedrag_eurocent": 100,
            "debet_credit": "D",
        }
    ],
    "prestatiebeschrijvingen": [
        {
            "prestatiebeschrijving_id": "pb-1",
            "prestatie": "vsv-eigen",
            "status": "concept",
            "tariefsoort": "vrij",
        }
    ],
}


@pytest.mark.parametrize("in_declaratieregel", ["vsv-eigen", "eigen-code"])
@pytest.mark.parametrize("in_beschrijving", ["vsv-eigen", "eigen-code"])
def test_naam_of_code(in_declaratieregel: str, in_beschrijving: str) -> None:
    """The description is found by the stable name and by the code, in any combination."""
    declaratie: VSVDeclaratie = structureer_document(DECLARATIE)
    declaratieregel = attrs.evolve(declaratie.declaratieregels[0], prestatie=in_declaratieregel)
    beschrijving = attrs.evolve(declaratie.prestatiebeschrijvingen[0], prestatie=in_beschrijving)
    declaratie = attrs.evolve(
        declaratie, declaratieregels=(declaratieregel,), prestatiebeschrijvingen=(beschrijving,)
    )
    rapport = validate(declaratie, context=Context(tabellen=shipped().add(LIJST)))
    assert rapport.uitkomst("GZ-BEKOSTIGING-002") is Uitkomst.GESCHONDEN
    assert [b.reden for b in rapport.van("GZ-BEKOSTIGING-002")] == ["niet_vastgesteld"]
