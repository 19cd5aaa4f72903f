"""How calls become working time: from the call on, with the time between, at least half an hour."""

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.orakel_wachtdienst import NUL, OPROEP, blokken, rooster, wacht

from geboortezorg.berekening.tijdlijn import verenig
from geboortezorg.berekening.wachtdienst.arbeidstijd import (
    Deel,
    Deelsoort,
    arbeidstijd,
    delen,
    vergoeding_eurocent,
)
from geboortezorg.bron import Verificatie
from geboortezorg.model.wachtdienst import (
    Tijdsoort,
    Vergoeding,
    Wachtdienst,
    Wachtdienstsoort,
)
from geboortezorg.tabellen.normen import Normen

OPROEPEN = st.lists(
    st.tuples(st.integers(0, 600), st.one_of(st.none(), st.integers(1, 200))), max_size=6
).map(lambda paren: [(moment, duur and moment + duur) for moment, duur in paren])


def stappen(*oproepen: tuple[int, int | None]) -> list[tuple[str, int]]:
    """Return the kinds and lengths of the steps for the calls of one consignatie."""
    berekening = arbeidstijd(wacht(0, 840, *oproepen))
    return [(stap.code, int(stap.waarde)) for stap in berekening.stappen]


@pytest.mark.parametrize(
    ("oproepen", "verwacht"),
    [
        ([], []),
        ([(0, None)], []),
        ([(0, 1)], [("oproep", 1), ("minimum", 29)]),
        ([(0, 29)], [("oproep", 29), ("minimum", 1)]),
        ([(0, 30)], [("oproep", 30)]),
        ([(0, 31)], [("oproep", 31)]),
        ([(0, 10), (10, 40)], [("oproep", 10), ("oproep", 30)]),
        ([(0, 10), (11, 40)], [("oproep", 10), ("tussentijd", 1), ("oproep", 29)]),
        ([(0, 10), (39, 40)], [("oproep", 10), ("tussentijd", 29), ("oproep", 1)]),
        (
            [(0, 10), (40, 50)],
            [("oproep", 10), ("minimum", 20), ("oproep", 10), ("minimum", 20)],
        ),
        ([(0, 5), (8, 12)], [("oproep", 5), ("tussentijd", 3), ("oproep", 4), ("minimum", 18)]),
        ([(0, 60), (10, 40)], [("oproep", 60)]),
        ([(0, 60), (10, 70)], [("oproep", 60), ("oproep", 10)]),
        ([(0, 40), (50, None), (80, 110)], [("oproep", 40), ("oproep", 30)]),
    ],
)
def test_stappen(oproepen: list[tuple[int, int | None]], verwacht: list[tuple[str, int]]) -> None:
    """Each step has its kind and its minutes; the bounds of half an hour lie as the law says."""
    assert stappen(*oproepen) == verwacht


def test_werk_dat_voor_de_oproep_ophield() -> None:
    """Work that was over before its call gives no working time: a rule reports it."""
    dienst = wacht(0, 840, (100, 100))
    assert arbeidstijd(dienst).uitkomst == 0


@given(st.lists(OPROEPEN, max_size=3))
def test_alles_bij_elkaar(diensten: list[list[tuple[int, int | None]]]) -> None:
    """The stretches are the work that hangs together, each at least half an hour, none double."""
    alle = [wacht(0, 840, *oproepen) for oproepen in diensten]
    gevonden = delen(enumerate(alle), OPROEP)
    verwacht = [(begin, max(einde, begin + 30)) for begin, einde in blokken(rooster(alle))]
    assert verenig(deel.spanne for deel in gevonden) == verenig(verwacht)
    assert sum(deel.minuten for deel in gevonden) == sum(e - b for b, e in verwacht)
    assert all(deel.einde <= later.begin for deel, later in itertools.pairwise(gevonden))
    zonder = [deel.spanne for deel in gevonden if deel.deelsoort is not Deelsoort.MINIMUM]
    assert verenig(zonder) == verenig(blokken(rooster(alle)))


def test_over_twee_wachtdiensten() -> None:
    """The time between belongs to the wachtdienst of the work before, the minimum to the first."""
    eerste, tweede = wacht(0, 100, (90, 95)), wacht(100, 200, (105, 110))
    assert delen([(7, eerste), (9, tweede)], OPROEP) == [
        Deel(deelsoort=Deelsoort.OPROEP, begin=NUL + 90, einde=NUL + 95, wachtdienst=7),
        Deel(deelsoort=Deelsoort.TUSSENTIJD, begin=NUL + 95, einde=NUL + 105, wachtdienst=7),
        Deel(deelsoort=Deelsoort.OPROEP, begin=NUL + 105, einde=NUL + 110, wachtdienst=9),
        Deel(deelsoort=Deelsoort.MINIMUM, begin=NUL + 110, einde=NUL + 120, wachtdienst=7),
    ]


@pytest.mark.parametrize(
    ("soort", "oproepen", "grond"),
    [
        (Wachtdienstsoort.CONSIGNATIE, [(0, 5), (8, 12)], Verificatie.OFFICIEEL),
        (Wachtdienstsoort.BEREIKBAARHEIDSDIENST, [(0, 5), (8, 12)], Verificatie.OFFICIEEL),
        (Wachtdienstsoort.CONSIGNATIE, [], None),
    ],
)
def test_grond(
    soort: Wachtdienstsoort, oproepen: list[tuple[int, int]], grond: Verificatie | None
) -> None:
    """Each step has a source and a text, for a bereikbaarheidsdienst too."""
    berekening = arbeidstijd(wacht(0, 840, *oproepen, soort=soort))
    assert berekening.verificatie is grond
    assert berekening.eenheid == "minuut"
    assert berekening.uitkomst == (30 if oproepen else 0)
    assert all(stap.tekst and stap.tekst_en for stap in berekening.stappen)


def test_aanwezigheidsdienst() -> None:
    """How an aanwezigheidsdienst is counted was not seen: no outcome, and it says why."""
    soort = Wachtdienstsoort.AANWEZIGHEIDSDIENST
    berekening = arbeidstijd(wacht(0, 840, (0, 5), soort=soort))
    assert berekening.uitkomst is None
    assert [leemte.code for leemte in berekening.leemten] == ["aanwezigheidsdienst"]
    assert berekening.stappen == ()


def test_voor_de_gelezen_tekst() -> None:
    """On a day without a norm there is no outcome, and it says why."""
    berekening = arbeidstijd(wacht(0, 840, (0, 5)), Normen())
    assert (berekening.uitkomst, berekening.stappen) == (None, ())
    assert [leemte.code for leemte in berekening.leemten] == ["norm_onbekend"]


def test_vergoeding_is_exact() -> None:
    """Twenty minutes at 4.00 an hour are 133 and a third cents: nothing is rounded."""
    vergoeding = Vergoeding(tijdsoort=Tijdsoort.WACHTTIJD, uurbedrag_eurocent=400)
    assert vergoeding_eurocent(20, vergoeding) == Fraction(400, 3)


def test_de_klok_gaat_terug() -> None:
    """A call before and an end after the clock change count the minutes that passed."""
    zondag = -8 * 1440  # 2026-10-25T00:00 UTC is 02:00 summer time
    dienst: Wachtdienst = wacht(zondag - 600, zondag + 600, (zondag, zondag + 90))
    (oproep,) = dienst.oproepen
    assert oproep.gewerkt is not None
    assert (oproep.tijdstip.hour, oproep.gewerkt.einde.hour) == (2, 2)
    assert arbeidstijd(dienst).uitkomst == 90
