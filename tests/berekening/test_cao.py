"""The status of a collective agreement on a day."""

from datetime import date

import pytest

from geboortezorg.berekening.wachtdienst.cao import bekende_cao, caostatus, eerste_dag
from geboortezorg.model.cao import Cao, Caostap, Caostatus
from geboortezorg.tijd import Looptijd


def _kraamzorg() -> Cao:
    cao = bekende_cao("cao-kraamzorg-2025-11-17")
    assert cao is not None
    return cao


CAO_KRAAMZORG = _kraamzorg()


@pytest.mark.parametrize(
    ("op", "status"),
    [
        (date(2025, 11, 16), None),
        (date(2025, 11, 17), Caostatus.OVEREENGEKOMEN),
        (date(2026, 3, 12), Caostatus.OVEREENGEKOMEN),
        (date(2026, 3, 13), Caostatus.AANGEMELD),
        (date(2030, 1, 1), Caostatus.AANGEMELD),
    ],
)
def test_cao_kraamzorg(op: date, status: Caostatus | None) -> None:
    """It was agreed on 17 November 2025 and handed in on 13 March 2026; more is not known."""
    assert caostatus(CAO_KRAAMZORG, op) is status


def test_verbindend_zolang_het_duurt() -> None:
    """A declaration that ends leaves the status that still runs."""
    stap = Caostap(
        status=Caostatus.ALGEMEEN_VERBINDEND,
        looptijd=Looptijd(van=date(2026, 5, 1), tot_en_met=date(2026, 5, 31)),
    )
    cao = Cao(cao_id="cao-eigen", naam="Cao", stappen=(*CAO_KRAAMZORG.stappen, stap))
    assert caostatus(cao, date(2026, 4, 30)) is Caostatus.AANGEMELD
    assert caostatus(cao, date(2026, 5, 1)) is Caostatus.ALGEMEEN_VERBINDEND
    assert caostatus(cao, date(2026, 5, 31)) is Caostatus.ALGEMEEN_VERBINDEND
    assert caostatus(cao, date(2026, 6, 1)) is Caostatus.AANGEMELD


def test_eerste_dag() -> None:
    """The first day of a status, or None when it is not stated."""
    assert eerste_dag(CAO_KRAAMZORG, Caostatus.AANGEMELD) == date(2026, 3, 13)
    assert eerste_dag(CAO_KRAAMZORG, Caostatus.ALGEMEEN_VERBINDEND) is None
    assert CAO_KRAAMZORG.naam.startswith("Cao Kraamzorg")
    assert bekende_cao("cao-eigen") is None
