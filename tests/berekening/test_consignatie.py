"""Free days, night shifts and thirteen hours: against the slow way, and on both sides of bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import orakel_wachtdienst as orakel
from tests.orakel_wachtdienst import NUL, bezetting, om, rooster, wacht

from geboortezorg.berekening.tijdlijn import ETMAAL, UUR, Spanne, verenig
from geboortezorg.berekening.wachtdienst import vrijetijd
from geboortezorg.berekening.wachtdienst.consignatie import (
    na_nachtdienst,
    te_veel_arbeid,
    voor_nachtdienst,
)
from geboortezorg.berekening.wachtdienst.diensten import Indeler, eindigt_na, reeksen
from geboortezorg.berekening.wachtdienst.vrijetijd import tekorten
from geboortezorg.model.wachtdienst import Wachtdienstsoort

STAP = 6 * UUR
VENSTER = 28 * ETMAAL
ENKEL = {"minstens": 14, "duur": ETMAAL, "venster": VENSTER}
DUBBEL = {"minstens": 2, "duur": 2 * ETMAAL, "venster": VENSTER}
ROND = {"voor": 11 * UUR, "na": 14 * UUR}
DERTIEN = {"maximum": 13 * UUR, "venster": ETMAAL}
INDELER = Indeler(rust=8 * UUR, nachtarbeid=UUR)


def _spannen(meest: int, lengtes: list[int]) -> st.SearchStrategy[list[Spanne]]:
    """Return stretches over some 60 days, in multiples of six hours."""
    een = st.tuples(st.integers(0, 240), st.sampled_from(lengtes)).map(
        lambda paar: (paar[0] * STAP, (paar[0] + paar[1]) * STAP)
    )
    return st.lists(een, max_size=meest)


@given(
    _spannen(25, [1, 2, 3, 4, 8, 20, 56, 60]).filter(bool),
    _spannen(40, [1, 2]),
    st.booleans(),
)
def test_vrije_tijd_als_het_orakel(
    diensten: list[Spanne], arbeid: list[Spanne], dubbel: bool
) -> None:
    """The windows that fall short are those of looking at every window."""
    op_wacht = verenig(diensten)
    bezet = verenig([*diensten, *arbeid]) if dubbel else op_wacht
    grens = DUBBEL if dubbel else ENKEL
    slecht = orakel.te_weinig_vrij(bezet, op_wacht, grens["duur"], grens["minstens"], STAP)
    vanaf: int | None = None
    verwacht: list[tuple[int, bool]] = []
    for begin, einde in slecht:
        while (eerste := begin if vanaf is None else max(begin, vanaf)) < einde:
            verwacht.append((eerste, orakel.elke_kloktijd(slecht, eerste)))
            vanaf = eerste + VENSTER
    gevonden = tekorten(bezet, op_wacht, grens)
    assert [(tekort.begin, tekort.altijd) for tekort in gevonden] == verwacht
    assert all(tekort.einde - tekort.begin == VENSTER for tekort in gevonden)


@pytest.mark.parametrize(
    ("spannen", "elke"),
    [
        ([(0, ETMAAL)], True),
        ([(0, ETMAAL - 1)], False),
        ([(0, 12 * UUR), (36 * UUR, 48 * UUR)], True),
        ([(0, 12 * UUR), (36 * UUR, 48 * UUR - 1)], False),
        ([(18 * UUR, 30 * UUR), (54 * UUR, 66 * UUR)], True),  # over midnight
        ([(18 * UUR, 30 * UUR), (55 * UUR, 66 * UUR)], False),
    ],
)
def test_elke_kloktijd(spannen: list[Spanne], elke: bool) -> None:
    """Stretches of different days hold every time of day together, or leave a minute out."""
    assert vrijetijd._elke_kloktijd(spannen) is elke


def test_precies_genoeg_rust_scheidt_reeksen() -> None:
    """As much rest as divides series divides them; a minute less does not."""
    for rust, aantal in ((ETMAAL, 2), (ETMAAL - 1, 1)):
        diensten = INDELER(rooster([], [(0, UUR), (UUR + rust, 2 * UUR + rust)]))
        assert len(list(reeksen(diensten, ETMAAL))) == aantal


def test_einde_van_een_nachtdienst() -> None:
    """A night shift ends after two o'clock when the minute from two o'clock on was worked."""
    for einde, erna in ((26 * UUR, True), (25 * UUR + 1, True), (25 * UUR, False)):
        (dienst,) = INDELER(rooster([], [(22 * UUR, einde)]))  # from 23.00
        assert eindigt_na(dienst, 2 * UUR) is erna


def test_een_wachtdienst_zonder_duur() -> None:
    """A wachtdienst that ends when it begins is no stretch of time."""
    leeg = wacht(60, 60)
    assert bezetting(rooster([leeg])) == bezetting(rooster([]))


def test_zonder_consignatie() -> None:
    """Work alone is not judged."""
    assert tekorten([(0, 60 * ETMAAL)], [], DUBBEL) == []


@pytest.mark.parametrize(
    ("minuten", "verwacht"),
    [
        (13 * ETMAAL, []),
        (13 * ETMAAL + 1, []),
        (13 * ETMAAL + 2, [False]),
        (14 * ETMAAL, [False]),
        (14 * ETMAAL + 1, [True]),
        (15 * ETMAAL, [True]),
    ],
)
def test_een_lang_blok(minuten: int, verwacht: list[bool]) -> None:
    """Up to 13 days in a row always leave 14 free days, up to 14 at some times of day."""
    blok = [(0, minuten)]
    gevonden = tekorten(blok, blok, ENKEL)
    assert [tekort.altijd for tekort in gevonden] == verwacht


@pytest.mark.parametrize(
    ("vrij", "doorgesneden", "verwacht"),
    [
        # Free every other weekend, and work on the other days: an edge amid a weekend cuts it in two.
        ((1, 3, 5, 7), False, True),
        ((1, 3, 5, 7), True, False),
        # Free once in four weeks: no edge makes that two.
        ((1, 5), True, True),
        # Free twice, and then long not.
        ((1, 2), True, True),
    ],
)
def test_doorgesneden_vrije_periode(
    vrij: tuple[int, ...], doorgesneden: bool, verwacht: bool
) -> None:
    """What an edge of a window cuts in two may count as whole: only what then falls short is sure."""
    dagen = (n for n in range(9 * 7) if n % 7 < 5 or n // 7 not in vrij)
    bezet = verenig([(n * ETMAAL, n * ETMAAL + 8 * UUR) for n in dagen])
    wacht = [(n * ETMAAL, n * ETMAAL + 8 * UUR) for n in range(7)]
    gevonden = tekorten(bezet, [*wacht, *bezet[-5:]], DUBBEL, doorgesneden=doorgesneden)
    assert gevonden
    assert any(tekort.altijd for tekort in gevonden) is verwacht


def test_eerste_en_laatste_venster_met_consignatie() -> None:
    """Work every day: judged from the first window with a minute of consignatie to the last."""
    werk = [(n * ETMAAL, n * ETMAAL + UUR) for n in range(-40, 40)]
    gevonden = tekorten(verenig([*werk, (300, 360)]), [(300, 360)], DUBBEL)
    assert [tekort.begin for tekort in gevonden] == [301 - VENSTER, 301]
    enkel = tekorten(verenig([*werk, (300, 301)]), [(300, 301)], DUBBEL)
    assert [tekort.begin for tekort in enkel] == [301 - VENSTER]


def test_jaren_achter_elkaar() -> None:
    """Consignatie without end is reported once for every 28 days."""
    blok = [(0, 280 * ETMAAL)]
    gevonden = tekorten(blok, blok, ENKEL)
    begins = [tekort.begin for tekort in gevonden]
    assert begins == [begins[0] + i * VENSTER for i in range(len(begins))]
    assert len(begins) == 10


# --- night shifts ----------------------------------------------------------------------------

MIDDERNACHT = 23 * UUR
"""The begin of the roster is 01.00 winter time, so midnight comes 23 hours later."""


@pytest.mark.parametrize(
    ("arbeid", "verwacht"),
    [
        ([(MIDDERNACHT - 120, MIDDERNACHT + 60)], []),
        ([(MIDDERNACHT - 120, MIDDERNACHT + 61)], [(MIDDERNACHT - 120, MIDDERNACHT + 61)]),
        ([(MIDDERNACHT + 300, MIDDERNACHT + 800)], []),
        ([(MIDDERNACHT + 299, MIDDERNACHT + 800)], [(MIDDERNACHT + 299, MIDDERNACHT + 800)]),
        # two stretches of 31 minutes in the night, with a break: one shift
        (
            [(MIDDERNACHT, MIDDERNACHT + 31), (MIDDERNACHT + 60, MIDDERNACHT + 91)],
            [(MIDDERNACHT, MIDDERNACHT + 91)],
        ),
        # less than eight hours of rest: the evening belongs to the night
        (
            [(MIDDERNACHT - 600, MIDDERNACHT - 479), (MIDDERNACHT, MIDDERNACHT + 61)],
            [(MIDDERNACHT - 600, MIDDERNACHT + 61)],
        ),
        # eight hours of rest: it does not
        (
            [(MIDDERNACHT - 600, MIDDERNACHT - 480), (MIDDERNACHT, MIDDERNACHT + 61)],
            [(MIDDERNACHT, MIDDERNACHT + 61)],
        ),
    ],
)
def test_nachtdiensten(arbeid: list[Spanne], verwacht: list[Spanne]) -> None:
    """More than an hour between 00.00 and 06.00, in a shift between rests of eight hours."""
    gevonden = [d.spanne for d in INDELER(rooster([], arbeid)) if d.nachtdienst]
    assert gevonden == [(NUL + begin, NUL + einde) for begin, einde in verwacht]


@pytest.mark.parametrize(
    ("begin", "einde", "voor", "na"),
    [
        (-700, -660, [], []),
        (-700, -659, [0], []),
        (-2000, 2000, [0], [0]),
        (100, 200, [], []),
        (480 + 840, 2000, [], []),
        (480 + 839, 2000, [], [0]),
        (480, 481, [], [0]),
    ],
)
def test_rond_een_nachtdienst(begin: int, einde: int, voor: list[int], na: list[int]) -> None:
    """Eleven hours before and fourteen after, to the minute; inside the shift nothing is said."""
    nacht = MIDDERNACHT - 60
    uit = rooster([wacht(nacht + begin, nacht + einde)], [(nacht, nacht + 480)])
    bezet, diensten = bezetting(uit), [dienst.spanne for dienst in INDELER(uit)]
    assert voor_nachtdienst(bezet, diensten, ROND) == voor
    assert na_nachtdienst(bezet, diensten, ROND) == na


# --- thirteen hours ----------------------------------------------------------------------------


def _rooster(data: list[tuple[int, int, list[tuple[int, int]]]], arbeid: list[Spanne]) -> None:
    diensten = [
        wacht(b, b + duur, *((b + m, b + m + n) for m, n in oproepen)) for b, duur, oproepen in data
    ]
    uit = rooster(diensten, arbeid)
    alles, op_wacht = orakel.werk(uit), orakel.consignaties(uit)
    eerste, laatste = min(op_wacht)[0] - ETMAAL, max(einde for _, einde in op_wacht)
    slecht = {
        begin
        for begin in range(eerste, laatste + 1)
        if orakel.raakt(op_wacht, begin, begin + ETMAAL)
        and orakel.gedekt(alles, begin, begin + ETMAAL) > 13 * UUR
    }
    gevonden = [begin for begin, _ in te_veel_arbeid(bezetting(uit), DERTIEN)]
    assert set(gevonden) <= slecht
    assert all(any(abs(begin - g) < ETMAAL for g in gevonden) for begin in slecht)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 5000),
            st.integers(60, 900),
            st.lists(st.tuples(st.integers(0, 59), st.integers(1, 500)), max_size=2),
        ),
        min_size=1,
        max_size=3,
    ),
    st.lists(st.tuples(st.integers(0, 5000), st.integers(100, 700)), max_size=5),
)
def test_dertien_uur_als_het_orakel(
    data: list[tuple[int, int, list[tuple[int, int]]]], arbeid: list[Spanne]
) -> None:
    """The windows with too much work are among, and near, those of looking at every minute."""
    _rooster(data, [(begin, begin + duur) for begin, duur in arbeid])


@pytest.mark.parametrize(
    ("arbeid", "aantal"),
    [
        ([(0, 780)], 0),
        ([(0, 781)], 1),
        ([(0, 400), (1059, 1440)], 1),
        ([(0, 400), (1060, 1440)], 0),
        # the last minute of the work before the window does not count
        ([(0, 400), (1060, 1441)], 0),
    ],
)
def test_dertien_uur(arbeid: list[Spanne], aantal: int) -> None:
    """Thirteen hours of work within 24 hours are allowed, a minute more is not."""
    assert len(te_veel_arbeid(bezetting(rooster([wacht(400, 800)], arbeid)), DERTIEN)) == aantal


@pytest.mark.parametrize(("einde", "aantal"), [(0, 0), (1, 1)])
def test_alleen_met_consignatie(einde: int, aantal: int) -> None:
    """Only a window that holds a minute of consignatie counts: here its last minute."""
    uit = rooster([wacht(-600, einde)], [(ETMAAL - 781, ETMAAL)])
    assert len(te_veel_arbeid(bezetting(uit), DERTIEN)) == aantal


@pytest.mark.parametrize(
    ("arbeid", "aantal"),
    [
        # the first window that holds a minute of consignatie holds 13 hours, or a minute more
        ((-1500, 1 - ETMAAL + 780), 0),
        ((-1500, 1 - ETMAAL + 781), 1),
        # and so does the last
        ((59 + ETMAAL - 780, 1600), 0),
        ((59 + ETMAAL - 781, 1600), 1),
    ],
)
def test_eerste_en_laatste_venster(arbeid: Spanne, aantal: int) -> None:
    """Work that lies for the greater part beside the consignatie is seen to the minute."""
    assert len(te_veel_arbeid(bezetting(rooster([wacht(0, 60)], [arbeid])), DERTIEN)) == aantal


# --- what a roster holds -----------------------------------------------------------------------


def test_bezetting_laat_omgekeerde_tijden_weg() -> None:
    """A consignatie that ends before it begins, and such work, are left out."""
    bezet = bezetting(rooster([wacht(100, 0), wacht(0, 100)], [(50, 50), (90, 80)]))
    assert bezet.consignatie == ((NUL, NUL + 100, 1),)
    assert bezet.arbeid == []


def test_bezetting_telt_ander_werk() -> None:
    """Recorded work in another kind of wachtdienst is work; what was waited there is not."""
    ander = wacht(0, 900, (10, 400), (500, None), soort=Wachtdienstsoort.AANWEZIGHEIDSDIENST)
    bezet = bezetting(rooster([ander, wacht(2000, 2100, (2000, 2005))]))
    assert bezet.gewerkt == [(NUL + 10, NUL + 400), (NUL + 2000, NUL + 2005)]
    assert bezet.geteld[-1] == (NUL + 2000, NUL + 2030)
    assert bezet.oproepmomenten == (NUL + 2000,)


def test_wachtdienst_voor() -> None:
    """The consignatie that is named is the one that lasts longest of those begun in time."""
    diensten = [wacht(500, 600), wacht(0, 300), wacht(100, 200)]
    bezet = bezetting(rooster(diensten))
    assert [bezet.wachtdienst_voor(NUL + m) for m in (1, 100, 101, 500, 501)] == [1, 1, 1, 1, 0]
    assert om(0) == diensten[1].begin
