"""What is plain of a message beside its lines: whatever is not, the rules get to see."""

from datetime import date
from typing import Any

import pytest
from tests.regels.test_trek_kraamzorg import _bericht

from geboortezorg import Context, load
from geboortezorg.regels import plan
from geboortezorg.regels.declaratie import gewoon
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.register import PER_SOORT
from geboortezorg.regels.werkblad import Werkblad

Json = dict[str, Any]

DAG = date(2024, 1, 1)
BEKEND: Json = {
    "beoordelingsdatum": DAG,
    "eerdere_factuurnummers": frozenset({"F-0"}),
    "eerdere_factuurnummers_volledig": True,
}
RICHT = {
    *(f"GZ-DECLARATIE-{nummer:03}" for nummer in (2, 3, 4, 9, 10, 11, 12)),
}


def _kijk(bericht: Json, context: Context) -> tuple[set[Trek], set[str]]:
    """Return what is seen, and which rules are run after all were seen to answer the same."""
    w = Werkblad(load(bericht), "declaratie", context)
    regels = PER_SOORT["declaratie"]
    gemaakt = plan.indeling("declaratie", regels).plannen([w])[0]
    plan.vergelijk(regels, gemaakt, [w])
    gerund = {regels[plaats].code for plaats in gemaakt.plaatsen}
    return set(gewoon.BLIK.kijk(w)), RICHT & gerund


def _anders(bericht: Json, **lijn: object) -> Json:
    """Return it with another last line."""
    lijnen = bericht["declaratieregels"]
    return bericht | {"declaratieregels": [*lijnen[:-1], lijnen[-1] | lijn]}


def _tot(dag: str) -> Json:
    return {"van": "2023-05-08", "tot_en_met": dag}


def test_een_gewoon_bericht() -> None:
    """Of a plain message nothing is seen, and none of these rules is run."""
    assert _kijk(_bericht(), Context(**BEKEND)) == (set(), set())


@pytest.mark.parametrize(
    ("zet", "lijn", "gezien"),
    [
        ({"periode": {"van": "2022-01-01", "tot_en_met": "2023-05-20"}}, {}, set()),
        ({"factuurdatum": "2023-12-31"}, {}, {Trek.BERICHT}),
        (
            {"periode": {"van": "2022-01-01", "tot_en_met": "2023-12-31"}},
            {"periode": _tot("2023-12-31")},
            set(),
        ),
        (
            {"periode": {"van": "2022-01-01", "tot_en_met": "2023-12-31"}},
            {"periode": _tot("2024-01-01")},
            {Trek.BERICHT},
        ),
        ({}, {"periode": _tot("2023-05-07")}, set()),
        ({}, {"periode": {"van": "2024-01-02", "tot_en_met": "2023-05-07"}}, {Trek.BERICHT}),
        ({}, {"uzovi_code": "0002"}, {Trek.BERICHT}),
        ({"factuurdatum": "2024-01-02"}, {}, {Trek.FACTUUR}),
        (
            {"periode": {"van": "2022-01-01", "tot_en_met": "2024-01-02"}},
            {},
            {Trek.BERICHT, Trek.FACTUUR},
        ),
        ({"factuurnummer": "F-0"}, {}, {Trek.FACTUUR}),
    ],
)
def test_een_bericht_dat_niet_gewoon_is(zet: Json, lijn: Json, gezien: set[Trek]) -> None:
    """Each thing alone is enough, and one day less is plain."""
    bericht = _anders(_bericht() | zet, **lijn)
    assert _kijk(bericht, Context(**BEKEND))[0] == gezien


@pytest.mark.parametrize(
    "zonder", [{"beoordelingsdatum": None}, {"eerdere_factuurnummers_volledig": False}], ids=str
)
def test_wat_de_context_niet_zegt(zonder: Json) -> None:
    """Without the day of judging or all earlier numbers the invoice is for the rules."""
    gezien, gerund = _kijk(_bericht(), Context(**BEKEND | zonder))
    assert gezien == {Trek.FACTUUR}
    assert gerund == {"GZ-DECLARATIE-004", "GZ-DECLARATIE-010"}


def test_een_regel_zonder_bsn() -> None:
    """Of whom a line is, is asked only where that is not known."""
    bericht = _bericht()
    del bericht["declaratieregels"][0]["bsn"]
    assert _kijk(bericht, Context(**BEKEND)) == (set(), {"GZ-DECLARATIE-011"})
