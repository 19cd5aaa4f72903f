"""Stretches of time, nights, and windows over them."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.orakel_wachtdienst import gedekt, raakt

from geboortezorg.berekening.tijdlijn import (
    ETMAAL,
    UUR,
    Meetlat,
    Spanne,
    dag,
    minuut,
    nacht,
    nachten,
    raakt_nacht,
    tijdstip,
    vensters,
    verenig,
)

SPANNEN = st.lists(st.tuples(st.integers(-60, 60), st.integers(-60, 60)), max_size=12)
"""Stretches of time, reversed ones among them."""


def om(tekst: str) -> int:
    """Return the minutes of a point in time."""
    return minuut(dt.datetime.fromisoformat(tekst))


def test_minuut_is_utc() -> None:
    """The same moment is the same minute, whatever its offset; a part of a minute is dropped."""
    assert om("1970-01-01T00:00+00:00") == 0
    assert om("2026-07-01T02:00+02:00") == om("2026-07-01T00:00+00:00")
    assert om("1969-12-31T23:59:30+00:00") == -1


@given(st.integers(om("1938-01-01T00:00+00:00"), om("2099-12-31T00:00+00:00")))
def test_tijdstip_is_het_omgekeerde(minuten: int) -> None:
    """A point in time gives back its minutes, and is by the clock in the Netherlands."""
    terug = tijdstip(minuten)
    assert minuut(terug) == minuten
    assert str(terug.tzinfo) == "Europe/Amsterdam"


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("2026-01-05T22:59+00:00", dt.date(2026, 1, 5)),
        ("2026-01-05T23:00+00:00", dt.date(2026, 1, 6)),
        ("2026-07-05T21:59+00:00", dt.date(2026, 7, 5)),
        ("2026-07-05T22:00+00:00", dt.date(2026, 7, 6)),
    ],
)
def test_dag(tekst: str, verwacht: dt.date) -> None:
    """The day is that of the Netherlands, in winter and in summer."""
    assert dag(om(tekst)) == verwacht


@pytest.mark.parametrize(
    ("op", "uren"),
    [
        (dt.date(2026, 3, 28), 6),
        (dt.date(2026, 3, 29), 5),
        (dt.date(2026, 10, 24), 6),
        (dt.date(2026, 10, 25), 7),
    ],
)
def test_nacht_rond_de_klok(op: dt.date, uren: int) -> None:
    """The night of a clock change has an hour less, or an hour more."""
    begin, einde = nacht(op)
    assert einde - begin == uren * UUR
    assert (tijdstip(begin).hour, tijdstip(einde).hour) == (0, 6)


@pytest.mark.parametrize(
    ("begin", "einde", "verwacht"),
    [
        ("2026-05-04T06:00+02:00", "2026-05-05T00:00+02:00", []),
        ("2026-05-04T05:59+02:00", "2026-05-05T00:00+02:00", [1]),
        ("2026-05-04T06:00+02:00", "2026-05-05T00:01+02:00", [1]),
        ("2026-05-04T22:00+02:00", "2026-05-06T03:00+02:00", [360, 180]),
        ("2026-05-04T01:00+02:00", "2026-05-04T02:00+02:00", [60]),
    ],
)
def test_nachten(begin: str, einde: str, verwacht: list[int]) -> None:
    """The minutes between 00.00 and 06.00, one number for each night; bounds to the minute."""
    spanne = om(begin), om(einde)
    assert [tot - van for van, tot in nachten(spanne)] == verwacht
    assert raakt_nacht(spanne) is bool(verwacht)


@given(SPANNEN)
def test_verenig(spannen: list[Spanne]) -> None:
    """The union has the same minutes, in separate stretches in order."""
    minuten = {m for begin, einde in spannen for m in range(begin, einde)}
    uit = verenig(spannen)
    assert {m for begin, einde in uit for m in range(begin, einde)} == minuten
    assert all(begin < einde for begin, einde in uit)
    assert all(eerder[1] < later[0] for eerder, later in itertools.pairwise(uit))


@given(SPANNEN, st.integers(-70, 70), st.integers(0, 60))
def test_meetlat(spannen: list[Spanne], begin: int, lengte: int) -> None:
    """The answers about a window are those of counting its minutes."""
    los = verenig(spannen)
    meetlat = Meetlat(los)
    einde = begin + lengte
    assert meetlat.gedekt(begin, einde) == gedekt(los, begin, einde)
    if lengte:
        assert meetlat.raakt(begin, einde) is raakt(los, begin, einde)
    vrij = [m for m in range(begin, einde) if not raakt(los, m, m + 1)]
    langste = huidige = 0
    for m in range(begin, einde):
        huidige = huidige + 1 if m in vrij else 0
        langste = max(langste, huidige)
    assert meetlat.langste_rust(begin, einde) == langste
    bezet = [m for m in range(begin, 61) if raakt(los, m, m + 1)]
    assert meetlat.rust_vanaf(begin) == (bezet[0] - begin if bezet else None)


@given(st.sets(st.integers(0, 200)), st.integers(1, 20), st.integers(0, 30))
def test_vensters(slecht: set[int], duur: int, rek: int) -> None:
    """Windows do not overlap, all are bad, and each bad begin is near one that was returned."""
    aaneen = {m for begin in slecht for m in range(begin, begin + rek)}
    kandidaten = {m for m in aaneen if m - 1 not in aaneen}
    gevonden = vensters(kandidaten, duur, lambda begin: begin in aaneen)
    assert set(gevonden) <= aaneen
    assert all(b - a >= duur for a, b in itertools.pairwise(gevonden))
    assert all(any(0 <= m - begin < duur for begin in gevonden) for m in aaneen)


def test_etmaal() -> None:
    """A day is 24 hours of 60 minutes, whatever the clock does."""
    assert ETMAAL == 1440


def test_nachten_achter_elkaar() -> None:
    """A stretch over several days holds the night of each of them."""
    begin, einde = om("2026-01-05T12:00+01:00"), om("2026-01-09T03:00+01:00")
    assert [(einde_ - begin_) // UUR for begin_, einde_ in nachten((begin, einde))] == [6, 6, 6, 3]
