"""Agreements that change on the days of one line: what fits its first day need not fit all."""

from datetime import date, timedelta
from typing import Any

import pytest

from geboortezorg import load
from geboortezorg.model.context import Toetscontext
from geboortezorg.regels.context import Context
from geboortezorg.regels.overeenkomsten import MEESTE_WISSELS
from geboortezorg.regels.register import PER_CODE
from geboortezorg.regels.werkblad import Werkblad

VAN = date(2026, 3, 2)
UUR, TOESLAG = "kraamzorg-uur", "kraamzorg-toeslag-integrale-geboortezorg"
MAXIMUM = 7000
TABEL = {
    "naam": "eigen-2026",
    "regime": "kraamzorg",
    "tariefbeschikking": {
        "titel": "Made up",
        "status": "vastgesteld",
        "looptijd": {"van": "2026-01-01", "tot_en_met": "2026-12-31"},
        "bron": {"titel": "Made up", "verificatie": "officieel"},
    },
    "tarieven": [
        {
            "prestatie_id": UUR,
            "tariefsoort": "maximum",
            "eenheid": "uur",
            "bedrag_eurocent": MAXIMUM,
        }
    ],
}


def _overeenkomst(soort: str, van: int, tot_en_met: int, **anders: Any) -> dict[str, Any]:
    return {
        "overeenkomst_id": f"{soort}-{van}",
        "overeenkomstsoort": soort,
        "uzovi_code": "0001",
        "zorgaanbieder_agb": "33001234",
        "schriftelijk": True,
        "looptijd": {"van": str(_dag(van)), "tot_en_met": str(_dag(tot_en_met))},
        "percentage_basispunten": 1000,
    } | anders


def _dag(nummer: int) -> date:
    return VAN + timedelta(days=nummer)


def _lijn(nummer: str, prestatie: str, dagen: int, tarief: int, **anders: Any) -> dict[str, Any]:
    return {
        "referentienummer": nummer,
        "zorgaanbieder_agb": "33001234",
        "uzovi_code": "0001",
        "prestatie": prestatie,
        "periode": {"van": str(VAN), "tot_en_met": str(_dag(dagen - 1))},
        "aantal": 1,
        "tarief_eurocent": tarief,
        "bedrag_eurocent": tarief,
        "declaratiebedrag_eurocent": tarief,
        "debet_credit": "D",
    } | anders


def _redenen(
    code: str, lijnen: list[dict[str, Any]], overeenkomsten: list[dict[str, Any]]
) -> list[str]:
    kop = {"schema_versie": "0.1"}
    dossier = load(
        kop
        | {"soort": "dossier", "referentie": "r", "zwangerschap": {}, "declaratieregels": lijnen}
    )
    context = load(
        kop
        | {
            "soort": "context",
            "tarieftabellen": [TABEL],
            "overeenkomsten": overeenkomsten,
            "overeenkomsten_volledig": True,
        }
    )
    assert isinstance(context, Toetscontext)
    uit = PER_CODE[code].toets(Werkblad(dossier, "dossier", Context.uit_document(context)))
    return [melding.reden for melding in uit] if isinstance(uit, list) else []


@pytest.mark.parametrize(
    ("dagen", "past"), [(MEESTE_WISSELS + 1, True), (MEESTE_WISSELS + 2, False)]
)
def test_elke_dag_een_andere(dagen: int, past: bool) -> None:
    """Of more changes than a line has not each is looked at: the line is to be split."""
    afspraken = [
        _overeenkomst(soort, nummer, nummer)
        for soort in ("max_max", "toeslag_integrale_geboortezorg")
        for nummer in range(MEESTE_WISSELS + 3)
    ]
    hoger = _lijn("u", UUR, dagen, MAXIMUM * 11 // 10)
    assert (_redenen("GZ-TARIEF-001", [hoger], afspraken) == []) is past
    lijnen = [
        _lijn("u", UUR, dagen, MAXIMUM),
        _lijn("t", TOESLAG, 1, MAXIMUM // 10, grondslag_referentienummers=["u"]),
    ]
    assert (_redenen("GZ-KRAAMZORG-015", lijnen, afspraken) == []) is past


@pytest.mark.parametrize("tekort", range(1, 5))
def test_een_dag_van_de_lijn(tekort: int) -> None:
    """Whichever day after the first one has no agreement, or one of less, it is seen."""
    hoger = [_lijn("u", UUR, 5, MAXIMUM * 11 // 10)]
    lijnen = [
        _lijn("u", UUR, 5, MAXIMUM),
        _lijn("t", TOESLAG, 1, MAXIMUM // 10, grondslag_referentienummers=["u"]),
    ]

    def afspraken(soort: str) -> list[dict[str, Any]]:
        return [_overeenkomst(soort, 0, tekort - 1), _overeenkomst(soort, tekort + 1, 9)]

    def lager(soort: str) -> list[dict[str, Any]]:
        return [
            _overeenkomst(soort, 0, 9),
            _overeenkomst(soort, tekort, tekort, percentage_basispunten=500),
        ]

    mm, toeslag = "max_max", "toeslag_integrale_geboortezorg"
    assert _redenen("GZ-TARIEF-001", hoger, afspraken(mm)) == ["over_afspraakgrens"]
    assert _redenen("GZ-TARIEF-001", hoger, lager(mm)) == ["over_afspraakgrens"]
    assert _redenen("GZ-TARIEF-001", hoger, [_overeenkomst(mm, 0, 9)]) == []
    zonder = ["zorg_zonder_overeenkomst"]
    assert _redenen("GZ-KRAAMZORG-015", lijnen, afspraken(toeslag)) == zonder
    assert _redenen("GZ-KRAAMZORG-015", lijnen, lager(toeslag)) == ["afspraken_strijdig"]
    assert _redenen("GZ-KRAAMZORG-015", lijnen, [_overeenkomst(toeslag, 0, 9)]) == []
