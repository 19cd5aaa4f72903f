"""What documents share of their prestaties and tariffs, and what is not kept of a document."""

from typing import Any

import pytest

from geboortezorg import Context, load
from geboortezorg.model.dossier import Dossier
from geboortezorg.regels import pakket
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import shipped
from geboortezorg.zorggeval import Bekend

UUR = "kraamzorg-uur"
DOSSIER: dict[str, Any] = {
    "soort": "dossier",
    "schema_versie": "0.1",
    "referentie": "pseudoniem",
    "zwangerschap": {},
    "declaratieregels": [
        {
            "referentienummer": "r-1",
            "zorgaanbieder_agb": "33001234",
            "uzovi_code": "0001",
            "prestatie": UUR,
            "periode": {"van": "2023-05-02", "tot_en_met": "2023-05-02"},
            "aantal": 1,
            "tarief_eurocent": 6526,
            "bedrag_eurocent": 6526,
            "declaratiebedrag_eurocent": 6526,
            "debet_credit": "D",
        }
    ],
}


def _blad(context: Context, **leden: Any) -> Werkblad:
    return Werkblad(load(DOSSIER | leden, Dossier), "dossier", context)


def test_gelijke_regels_hebben_hetzelfde_pakket() -> None:
    """Other amounts make no difference; other prestaties do."""
    context, (declaratieregel, *_) = Context(), DOSSIER["declaratieregels"]
    een, ander = (
        _blad(context),
        _blad(context, declaratieregels=[declaratieregel | {"bedrag_eurocent": 1}]),
    )
    assert een.pakket is ander.pakket
    assert een.tabellen is ander.tabellen
    assert _blad(context, declaratieregels=[]).pakket is not een.pakket


def test_wat_niet_telt_staat_in_een_ander_pakket() -> None:
    """A line that a credit takes back brings no prestatie, and its tariff is consulted still."""
    context, (declaratieregel, *_) = Context(), DOSSIER["declaratieregels"]
    credit = declaratieregel | {
        "referentienummer": "terug",
        "debet_credit": "C",
        "gerelateerd_referentienummer": declaratieregel["referentienummer"],
    }
    een, ander = _blad(context), _blad(context, declaratieregels=[declaratieregel, credit])
    assert [p.prestatie_id for p in een.prestaties] == [UUR]
    assert [*ander.prestaties] == []
    assert [*een.tariefantwoorden] == [*ander.tariefantwoorden]
    assert een.tabellen == ander.tabellen


def test_elk_tarief_van_een_groep_doet_mee() -> None:
    """Lines of one group on days with other tariffs have both answers."""
    context, (declaratieregel, *_) = Context(), DOSSIER["declaratieregels"]
    later = {"van": "2027-01-01", "tot_en_met": "2027-01-01"}
    ander = declaratieregel | {
        "referentienummer": "later",
        "periode": later,
        "startdatum_zorg": "2027-01-01",
    }
    een, twee = _blad(context), _blad(context, declaratieregels=[declaratieregel, ander])
    assert len(een.tariefantwoorden) == 1
    assert len(twee.tariefantwoorden) == 2
    assert not twee.groepen[0].eender


def test_pakketten_lopen_niet_vol(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the bound what is kept starts anew."""
    monkeypatch.setattr(pakket, "_MAX_PAKKETTEN", 1)
    context = Context()
    een = _blad(context)
    _blad(context, declaratieregels=[])
    assert _blad(context).pakket is not een.pakket


def test_wat_de_tabellen_niet_kennen_blijft_nergens() -> None:
    """A name that no list has is of the document alone: it is not kept."""
    bekend = Bekend(shipped())
    _, prestatie, naam, *_ = bekend["iets van een document"]
    assert (prestatie, naam) == (None, "iets van een document")
    assert not bekend
    _, prestatie, *_ = bekend[UUR]
    assert prestatie is not None
    assert prestatie.prestatie_id == UUR
    assert [*bekend] == [UUR]
    assert bekend[UUR] is bekend[UUR]
