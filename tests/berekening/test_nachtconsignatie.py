"""The average with nightly consignatie: against the slow way, and on both sides of each bound."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import orakel_wachtdienst as orakel
from tests.orakel_wachtdienst import bezetting, rooster, wacht

from geboortezorg.berekening.tijdlijn import ETMAAL, UUR, WEEK
from geboortezorg.berekening.wachtdienst.nachtconsignatie import Telling, overschrijdingen
from geboortezorg.model.wachtdienst import Wachtdienst, Wachtdienstrooster

VENSTER = 16 * WEEK
GRENS = {
    "keer": 16,
    "venster": VENSTER,
    "gemiddeld": 40 * UUR,
    "gemiddeld.met-rust": 45 * UUR,
    "rust": 8 * UUR,
    "rustdag": 18 * UUR,
}
MIDDERNACHT = 23 * UUR
"""The begin of the roster is 01.00 winter time, so midnight comes 23 hours later."""


def werkweken(weken: int, minuten: int) -> list[tuple[int, int]]:
    """Return five days of so many minutes of work a week, from 10.00 on."""
    begins = [week * WEEK + dag * ETMAAL + 8 * UUR for week in range(weken) for dag in range(5)]
    return [(begin, begin + minuten) for begin in begins]


def nachten(aantal: int, *oproepen: tuple[int, int | None]) -> list[Wachtdienst]:
    """Return a night of consignatie a week, the last one with calls."""
    begins = [week * WEEK + MIDDERNACHT for week in range(aantal)]
    uit = [wacht(begin, begin + 6 * UUR) for begin in begins[:-1]]
    laatste = ((begins[-1] + b, None if e is None else begins[-1] + e) for b, e in oproepen)
    return [*uit, wacht(begins[-1], begins[-1] + 6 * UUR, *laatste)]


def maxima(uit: Wachtdienstrooster, *, ruim: bool = True) -> list[int]:
    """Return the maximum of each window with too much work."""
    return [v.maximum // UUR for v in overschrijdingen(bezetting(uit), GRENS, ruim=ruim)]


@pytest.mark.parametrize(
    ("aantal", "minuten", "verwacht"),
    [(16, 540, []), (16, 541, [45]), (15, 600, []), (16, 600, [45])],
)
def test_zestien_keer_en_vijfenveertig_uur(aantal: int, minuten: int, verwacht: list[int]) -> None:
    """Sixteen nights, and more than 45 hours a week: both are needed."""
    assert maxima(rooster(nachten(aantal), werkweken(16, minuten))) == verwacht


def test_tot_op_de_minuut() -> None:
    """Exactly 720 hours in 16 weeks are allowed, a minute more is not."""
    arbeid = werkweken(16, 540)
    assert maxima(rooster(nachten(16), arbeid)) == []
    meer = [*arbeid, (arbeid[40][1], arbeid[40][1] + 1)]
    assert maxima(rooster(nachten(16), meer)) == [45]


@pytest.mark.parametrize(
    ("vroegste", "laatste", "verwacht"), [(0, 0, [45]), (-1, 0, []), (0, 1, [])]
)
def test_zestien_weken_tot_op_de_minuut(vroegste: int, laatste: int, verwacht: list[int]) -> None:
    """Sixteen nights count when they lie in 16 weeks as a whole, to the minute."""
    binnen = [week * WEEK + MIDDERNACHT for week in range(1, 15)]
    eerste = wacht(MIDDERNACHT + vroegste, MIDDERNACHT + 60)
    slot = MIDDERNACHT + VENSTER
    zestiende = wacht(slot - 60 * UUR, slot + laatste)
    diensten = [eerste, *(wacht(b, b + 60) for b in binnen), zestiende]
    arbeid = [(begin + 2 * ETMAAL, begin + 2 * ETMAAL + 50 * UUR) for begin in [*binnen]]
    arbeid += [(MIDDERNACHT + 60, MIDDERNACHT + 51 * UUR)]
    arbeid += [(slot - 6 * ETMAAL, slot - 3 * ETMAAL)]
    assert maxima(rooster(diensten, arbeid)) == verwacht


@pytest.mark.parametrize(
    ("rust", "verwacht"),
    [(8 * UUR, []), (8 * UUR - 1, [40])],
)
def test_rust_na_de_laatste_oproep(rust: int, verwacht: list[int]) -> None:
    """Eight hours after the last call at night allow 45 hours; a minute less allows 40."""
    laatste = 15 * WEEK + MIDDERNACHT
    werk = werkweken(16, 490)
    # the shift after that night begins at the given time, and leaves no eight hours of rest
    eigen = (laatste + 4 * UUR + rust, laatste + 24 * UUR - 60)
    arbeid = [deel for deel in werk if not laatste < deel[0] < laatste + ETMAAL] + [eigen]
    # the shifts before and after it leave no eight hours in the day either
    uit = rooster(nachten(16, (3 * UUR, 4 * UUR)), arbeid)
    assert maxima(uit) == verwacht


@pytest.mark.parametrize(
    ("oproep", "verwacht"), [((6 * UUR, 7 * UUR), []), ((6 * UUR - 1, 7 * UUR), [40])]
)
def test_een_oproep_om_zes_uur_is_niet_meer_nachtelijk(
    oproep: tuple[int, int], verwacht: list[int]
) -> None:
    """A call at 06.00 needs no rest after it, one at 05.59 does."""
    laatste = 15 * WEEK + MIDDERNACHT
    diensten = [
        *nachten(15),
        wacht(laatste, laatste + 7 * UUR, *[(laatste + b, laatste + e) for b, e in [oproep]]),
    ]
    arbeid = [deel for deel in werkweken(16, 490) if not laatste < deel[0] < laatste + ETMAAL]
    arbeid += [(laatste + 12 * UUR, laatste + 13 * UUR), (laatste + 20 * UUR, laatste + 21 * UUR)]
    assert maxima(rooster(diensten, arbeid)) == verwacht


@pytest.mark.parametrize(
    ("klaar", "ruim", "verwacht"),
    [
        (10 * UUR, True, []),
        (10 * UUR, False, []),
        (10 * UUR - 60, True, []),
        (10 * UUR - 60, False, [40]),
    ],
)
def test_dienst_sluit_aan(klaar: int, ruim: bool, verwacht: list[int]) -> None:
    """A shift right after the call is followed by eight hours of rest before midnight."""
    laatste = 15 * WEEK + MIDDERNACHT
    diensten = [
        *nachten(15),
        wacht(laatste, laatste + 6 * UUR, (laatste + 5 * UUR, laatste + klaar)),
    ]
    arbeid = [deel for deel in werkweken(16, 490) if not laatste < deel[0] < laatste + ETMAAL]
    arbeid += [(laatste + 10 * UUR, laatste + 16 * UUR)]
    assert maxima(rooster(diensten, arbeid), ruim=ruim) == verwacht


@pytest.mark.parametrize(("ruim", "verwacht"), [(True, []), (False, [40])])
def test_een_oproep_in_de_rust(ruim: bool, verwacht: list[int]) -> None:
    """A call by day interrupts the rest after the night, unless what is open is read in favour."""
    laatste = 15 * WEEK + MIDDERNACHT
    overdag = wacht(laatste + 8 * UUR, laatste + 9 * UUR, (laatste + 8 * UUR, laatste + 9 * UUR))
    arbeid = [deel for deel in werkweken(16, 490) if not laatste < deel[0] < laatste + ETMAAL]
    arbeid += [(laatste + 14 * UUR, laatste + 20 * UUR)]
    uit = rooster([*nachten(16, (3 * UUR, 4 * UUR)), overdag], arbeid)
    assert maxima(uit, ruim=ruim) == verwacht


def test_een_oproep_tijdens_het_werk() -> None:
    """A call that comes while the work of an earlier one goes on is the last of that night."""
    laatste = 15 * WEEK + MIDDERNACHT
    oproepen = [(laatste + UUR, laatste + 3 * UUR), (laatste + 2 * UUR, laatste + 10 * UUR)]
    diensten = [*nachten(15), wacht(laatste, laatste + 10 * UUR, *oproepen)]
    arbeid = [deel for deel in werkweken(16, 490) if not laatste < deel[0] < laatste + ETMAAL]
    arbeid += [(laatste + 17 * UUR, laatste + 18 * UUR)]
    assert maxima(rooster(diensten, arbeid)) == [40]


def test_een_oproep_zonder_werk_vraagt_geen_rust() -> None:
    """A call that led to no work needs no rest after it."""
    uit = rooster(nachten(16, (3 * UUR, None)), werkweken(16, 490))
    assert maxima(uit) == []


def test_elke_nacht_apart() -> None:
    """Three times six nights are three times, or eighteen: only the strict count finds too much."""
    weken = [wacht(b * WEEK, b * WEEK + 6 * ETMAAL) for b in (0, 4, 8)]
    uit = rooster(weken, werkweken(16, 600))
    assert maxima(uit) == []
    assert maxima(uit, ruim=False) == [45]


@pytest.mark.parametrize(("langer", "verwacht"), [(0, [45]), (1, [])])
def test_zo_lang_als_het_venster(langer: int, verwacht: list[int]) -> None:
    """Consignatie that lasts longer than 16 weeks lies in no window as a whole."""
    lang = wacht(0, VENSTER + langer)
    assert maxima(rooster([lang] * 16, werkweken(16, 600))) == verwacht


@st.composite
def roosters(draw: st.DrawFn) -> Wachtdienstrooster:
    """Return rosters in whole hours over 16 to 18 weeks, busy enough to come near the bounds.

    Some begin in summer, and so go through a clock change.
    """
    vanaf = draw(st.sampled_from([0, -8 * WEEK]))
    weken = draw(st.integers(16, 18))
    diensten = []
    for dag in range(weken * 7):
        if draw(st.integers(0, 9)) < 2:
            begin = vanaf + dag * ETMAAL + draw(st.sampled_from([16, 18, 20, 22])) * UUR
            uren = draw(st.sampled_from([6, 10, 14, 60]))
            oproepen = []
            if draw(st.booleans()):
                moment = begin + draw(st.integers(0, uren - 1)) * UUR
                oproepen = [(moment, moment + draw(st.sampled_from([1, 3])) * UUR)]
            diensten.append(wacht(begin, begin + uren * UUR, *oproepen))
    minuten = draw(st.sampled_from([7, 8, 9, 10])) * UUR
    diensten = diensten or [wacht(vanaf, vanaf + UUR)]
    arbeid = [(vanaf + begin, vanaf + einde) for begin, einde in werkweken(weken, minuten)]
    return rooster(diensten, arbeid)


@settings(max_examples=15)
@given(roosters(), st.booleans())
def test_als_het_orakel(uit: Wachtdienstrooster, ruim: bool) -> None:
    """The windows with too much work are among, and near, those of looking at every hour."""
    slecht = orakel.te_veel_per_week(uit, ruim=ruim)
    gevonden = overschrijdingen(bezetting(uit), GRENS, ruim=ruim)
    assert all(slecht[venster.begin] * UUR == venster.maximum for venster in gevonden)
    assert all(
        any(abs(begin - venster.begin) < VENSTER for venster in gevonden) for begin in slecht
    )


def test_langer_dan_een_venster() -> None:
    """A stretch that is longer than a window lies inside none."""
    assert [Telling([(0, 10)], 5).binnen(begin) for begin in range(-6, 12)] == [0] * 18
