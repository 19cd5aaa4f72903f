"""Wachtdiensten around the change of the clock: by the clock and by hours that pass."""

import datetime as dt

import attrs
import pytest
from tests.regels.test_wachtdienst import redenen

from geboortezorg import validate
from geboortezorg.model.wachtdienst import (
    Afwijking,
    CollectieveRegeling,
    Wachtdienst,
    Wachtdienstsoort,
    Werkzaamheid,
)
from geboortezorg.testing.wachtdienst import consignatie, later, moment, rooster, tijdruimte


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


@pytest.mark.parametrize("maandag", [dt.date(2026, 3, 16), dt.date(2026, 10, 5)])
@pytest.mark.parametrize(("uren", "twijfel"), [(0, True), (1, True), (24, False)])
def test_wat_de_twijfel_wegneemt(maandag: dt.date, uren: int, twijfel: bool) -> None:
    """A free period more ends the doubt, as its text says; an hour less of the duty named may not."""
    diensten = [
        attrs.evolve(
            consignatie(maandag),
            begin=moment(maandag + dt.timedelta(weeks=week), 8),
            einde=moment(maandag + dt.timedelta(weeks=week + 1), 8),
        )
        for week in range(0, 16, 2)
    ]
    genoemd = [
        int(bevinding.pad.rpartition("/")[2])
        for bevinding in validate(rooster(maandag, tuple(diensten))).van("GZ-WACHT-007")
        if bevinding.reden == "te_weinig_vrij_klok"
    ]
    for nummer in genoemd:
        dienst = diensten[nummer]
        diensten[nummer] = attrs.evolve(dienst, einde=later(dienst.einde, -60 * uren))
    reden = redenen(validate(rooster(maandag, tuple(diensten))), "GZ-WACHT-007")
    assert genoemd
    assert ("te_weinig_vrij_klok" in reden) is twijfel


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


@pytest.mark.parametrize("maandag", [dt.date(2026, 2, 2), dt.date(2026, 8, 31)])
@pytest.mark.parametrize("per_week", [2, 3])
def test_twee_per_week(maandag: dt.date, per_week: int) -> None:
    """Two a week are 32 in 16 weeks of the calendar, also when the clock goes forward in these."""
    dagen = [
        maandag + dt.timedelta(weeks=week, days=2 * n)
        for week in range(17)
        for n in range(per_week)
    ]
    soort = Wachtdienstsoort.BEREIKBAARHEIDSDIENST
    diensten = tuple(
        Wachtdienst(wachtdienstsoort=soort, begin=(b := moment(dag, 0)), einde=later(b, 30))
        for dag in dagen
    )
    uit = attrs.evolve(
        rooster(maandag, diensten),
        werkzaamheid=Werkzaamheid.VERPLEGING_VERZORGING,
        collectieve_regeling=CollectieveRegeling(afwijkingen=(Afwijking.BEREIKBAARHEIDSDIENST,)),
    )
    assert bool(redenen(validate(uit), "GZ-WACHT-029")) is (per_week == 3)
