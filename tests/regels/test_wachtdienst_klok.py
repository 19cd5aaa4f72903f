"""Wachtdiensten around the change of the clock: by the clock and by hours that pass."""

import datetime as dt

import attrs
import pytest

from geboortezorg import Rapport, validate
from geboortezorg.testing.wachtdienst import consignatie, moment, rooster, tijdruimte


def redenen(rapport: Rapport, code: str) -> list[str]:
    """Return the cases that one rule reports."""
    return [bevinding.reden for bevinding in rapport.van(code)]


@pytest.mark.parametrize("maandag", [dt.date(2026, 2, 2), dt.date(2026, 8, 31)])
@pytest.mark.parametrize("later_", range(14))
@pytest.mark.parametrize(("dagen", "zeker"), [(7, False), (8, True)])
def test_week_op_week_af(maandag: dt.date, later_: int, dagen: int, zeker: bool) -> None:
    """Consignatie every other week is not refused where the clock changes; a day more in it is."""
    begins = [maandag + dt.timedelta(days=later_, weeks=week) for week in range(0, 10, 2)]
    uit = rooster(
        maandag,
        tuple(
            attrs.evolve(
                consignatie(begin),
                begin=moment(begin, 0),
                einde=moment(begin + dt.timedelta(days=dagen), 0),
            )
            for begin in begins
        ),
    )
    assert ("te_weinig_vrij" in redenen(validate(uit), "GZ-WACHT-007")) is zeker


@pytest.mark.parametrize(
    ("maandag", "reden"),
    [
        (dt.date(2026, 3, 2), "te_weinig_vrij_klok"),
        (dt.date(2026, 4, 6), "te_weinig_vrij"),
    ],
)
def test_een_weekend_van_zevenenveertig_uur(maandag: dt.date, reden: str) -> None:
    """A weekend in which the clock goes forward is one by the clock; one that lacks an hour is not."""
    dagen = [maandag + dt.timedelta(days=n) for n in range(-4 * 7, 12 * 7)]
    arbeid = [tijdruimte(dag, 0, 1) for dag in dagen if dag.weekday() < 5]
    arbeid += [tijdruimte(dag, 23, 1) for dag in dagen if dag.weekday() == 4]
    vrij = {maandag + dt.timedelta(days=5 + 7 * n) for n in range(-3, 12, 2)}
    arbeid += [tijdruimte(dag, 12, 1) for dag in dagen if dag.weekday() == 5 and dag not in vrij]
    if reden == "te_weinig_vrij":  # an hour on Sunday evening makes 47 hours of the weekend
        arbeid += [tijdruimte(dag + dt.timedelta(days=1), 23, 1) for dag in vrij]
    uit = rooster(maandag - dt.timedelta(weeks=4), (consignatie(maandag + dt.timedelta(weeks=3)),))
    rapport = validate(attrs.evolve(uit, arbeid=tuple(arbeid)))
    assert reden in redenen(rapport, "GZ-WACHT-008")
