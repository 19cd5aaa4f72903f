"""Dates are strict, periods are inclusive, a pregnancy is a number of days."""

import calendar
import datetime as dt
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg import tijd
from geboortezorg.tijd import Looptijd, Periode

DATUMS = st.dates(tijd.EERSTE_DATUM, tijd.LAATSTE_DATUM)


def test_patroon_kent_elke_dag_van_twee_eeuwen() -> None:
    """The pattern, and the function beside it, take exactly the days that exist from 1900 to 2099."""
    patroon = re.compile(tijd.DATUM_PATROON)
    for jaar in range(1899, 2101):
        for maand in range(14):
            for dag in range(33):
                bestaat = (
                    1900 <= jaar <= 2099
                    and 1 <= maand <= 12
                    and 1 <= dag <= calendar.monthrange(jaar, maand)[1]
                )
                tekst = f"{jaar}-{maand:02d}-{dag:02d}"
                assert (patroon.match(tekst) is not None) is bestaat
                assert tijd.is_datum(tekst) is bestaat


@given(DATUMS)
def test_datum_heen_en_terug(datum: date) -> None:
    """Every date reads back as itself."""
    assert tijd.lees_datum(datum.isoformat()) == datum


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "2026",
        "20260301",
        "2026-3-1",
        "2026-W10-1",
        "2026-02-29",
        "1899-12-31",
        "2100-01-01",
        "2026-03-01\n",
        " 2026-03-01",
        "2026-03-01T00:00",
        "２０２６-03-01",
        "10:00",
        "2026-03-0\ud800",
        "2026-03-0\x00",
        "2026-03-0\u0661",
    ],
)
def test_geen_datum(tekst: str) -> None:
    """Whatever is not exactly YYYY-MM-DD is refused, without repeating it."""
    with pytest.raises(tijd.DatumFout) as fout:
        tijd.lees_datum(tekst)
    assert not tekst or tekst not in str(fout.value)
    assert fout.value.__context__ is None


def test_datum_is_tekst() -> None:
    """A date object is not a text."""
    geen_tekst: Any = date(2026, 3, 1)
    with pytest.raises(tijd.DatumFout):
        tijd.lees_datum(geen_tekst)


@pytest.mark.parametrize(
    ("tekst", "utc"),
    [
        ("2026-03-29T01:59+01:00", dt.datetime(2026, 3, 29, 0, 59, tzinfo=dt.UTC)),
        ("2026-03-29T03:00+02:00", dt.datetime(2026, 3, 29, 1, 0, tzinfo=dt.UTC)),
        ("2024-02-29T23:59+00:00", dt.datetime(2024, 2, 29, 23, 59, tzinfo=dt.UTC)),
    ],
)
def test_tijdstip(tekst: str, utc: dt.datetime) -> None:
    """A point in time carries its offset, and is written back the same way."""
    gelezen = tijd.lees_tijdstip(tekst)
    assert gelezen == utc
    assert tijd.schrijf_tijdstip(gelezen) == tekst


@pytest.mark.parametrize(
    "moment",
    [
        dt.datetime.fromisoformat("2026-03-29T03:00"),
        dt.datetime(2026, 3, 29, 3, 0, 1, tzinfo=dt.UTC),
        dt.datetime(2026, 3, 29, 3, 0, 0, 1, tzinfo=dt.UTC),
        dt.datetime(2026, 3, 29, 3, tzinfo=dt.timezone(dt.timedelta(seconds=1))),
        dt.datetime(2126, 3, 29, 3, tzinfo=dt.UTC),
    ],
)
def test_geen_notatie(moment: dt.datetime) -> None:
    """What the notation has no place for is not written as another moment."""
    assert tijd.tijdstiptekst(moment) is None
    with pytest.raises(tijd.DatumFout, match="tijdzone"):
        tijd.schrijf_tijdstip(moment)


@pytest.mark.parametrize(
    "tekst",
    [
        "2026-03-01T23:30",
        "2026-03-01T24:00+01:00",
        "2026-03-01 23:30+01:00",
        "2026-02-30T10:00+01:00",
        "2026-03-01T23:30+01:00\n",
        "2026-03-01T23:30:00+01:00",
        "2026-03-01T23:30Z",
    ],
)
def test_geen_tijdstip(tekst: str) -> None:
    """A local time, an hour 24, seconds or a Z are refused."""
    with pytest.raises(tijd.DatumFout):
        tijd.lees_tijdstip(tekst)


def test_periode_is_inclusief() -> None:
    """Both ends belong to a period; one day is one day."""
    periode = Periode(van=date(2026, 1, 1), tot_en_met=date(2026, 12, 31))
    assert periode.dagen == 365
    assert periode.bevat(date(2026, 1, 1))
    assert periode.bevat(date(2026, 12, 31))
    assert not periode.bevat(date(2025, 12, 31))
    assert not periode.bevat(date(2027, 1, 1))
    assert Periode(van=date(2026, 1, 2), tot_en_met=date(2026, 1, 1)).dagen == 0


def test_looptijd_met_open_einde() -> None:
    """An open period goes on; a closed one does not."""
    open_ = Looptijd(van=date(2026, 1, 1))
    assert open_.bevat(date(2099, 12, 31))
    assert not open_.bevat(date(2025, 12, 31))
    dicht = Looptijd(van=date(2026, 1, 1), tot_en_met=date(2026, 1, 31))
    assert dicht.bevat(date(2026, 1, 31))
    assert not dicht.bevat(date(2026, 2, 1))


@given(DATUMS, st.integers(0, 40), DATUMS, st.integers(0, 40))
def test_overlap_is_een_gedeelde_dag(a: date, n: int, b: date, m: int) -> None:
    """Two periods overlap exactly when some day lies in both."""
    een = Periode(van=a, tot_en_met=min(tijd.LAATSTE_DATUM, a + dt.timedelta(n)))
    twee = Periode(van=b, tot_en_met=min(tijd.LAATSTE_DATUM, b + dt.timedelta(m)))
    dagen = {een.van + dt.timedelta(i) for i in range(een.dagen)}
    gedeeld = any(twee.bevat(dag) for dag in dagen)
    assert tijd.overlappen(een, twee) is gedeeld
    assert tijd.overlappen(twee, een) is gedeeld


def test_overlap_met_open_einde() -> None:
    """An open end overlaps with everything later."""
    open_ = Looptijd(van=date(2026, 1, 1))
    assert tijd.overlappen(open_, Looptijd(van=date(2030, 1, 1)))
    voor = Periode(van=date(2025, 1, 1), tot_en_met=date(2025, 12, 31))
    assert not tijd.overlappen(open_, voor)
    assert not tijd.overlappen(voor, open_)


@given(DATUMS, DATUMS)
def test_dag_na_zoveel_dagen(van: date, tot: date) -> None:
    """The day that is so many days later, or earlier, as these are counted."""
    assert tijd.dag_na(van, tijd.dagen_tussen(van, tot)) == tot


def test_zwangerschapsduur() -> None:
    """The à terme date is day 280; the notation is weeks+days."""
    a_terme = date(2026, 5, 1)
    assert tijd.zwangerschapsduur_dagen(a_terme, a_terme) == 280
    assert tijd.zwangerschapsduur_dagen(a_terme, date(2026, 4, 30)) == 279
    assert tijd.toon_zwangerschapsduur(280) == "40+0"
    assert tijd.toon_zwangerschapsduur(0) == "0+0"
    assert tijd.toon_zwangerschapsduur(270) == "38+4"
    with pytest.raises(ValueError, match="niet negatief"):
        tijd.toon_zwangerschapsduur(-1)


def test_vandaag_is_een_gewone_datum() -> None:
    """Today is a plain date, close to that of UTC."""
    vandaag = tijd.vandaag()
    assert type(vandaag) is date
    assert abs((vandaag - dt.datetime.now(dt.UTC).date()).days) <= 1


@pytest.mark.parametrize(
    ("tijdstip", "dag"),
    [
        ("2023-02-01T23:30:00Z", "2023-02-02"),
        ("2023-02-01T23:30:00-12:00", "2023-02-02"),
        ("2023-02-01T25:30:00Z", None),
        ("2023-W05-3T12:00:00Z", None),
    ],
)
def test_datum_in_nederland(tijdstip: str, dag: str | None) -> None:
    """A point in time lies on a day of the Netherlands; what is no point in time on none."""
    assert tijd.datum_in_nederland(tijdstip) == dag
