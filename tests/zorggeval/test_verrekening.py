"""Which debits credits take back."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg.zorggeval import Boeking, Creditfout, Verrekend, verreken


def debet(nummer: str = "d", bedrag: int = 100, **anders: Any) -> Boeking:
    """Return a debit of one euro."""
    feiten = {"verwijst": None, "debet": True, "onderwerp": "zorg", "omvang": bedrag, **anders}
    return Boeking(nummer=nummer, bedrag_eurocent=bedrag, **feiten)


def credit(verwijst: str | None = "d", bedrag: int = 100, **anders: Any) -> Boeking:
    """Return a credit of one euro on the debit."""
    return debet("c", bedrag, **{"debet": False, "verwijst": verwijst, **anders})


HEEL = Verrekend(teruggenomen=True)


@pytest.mark.parametrize(
    ("boekingen", "over"),
    [
        ([debet()], [100]),
        ([debet(), credit()], [None]),
        ([credit(), debet()], [None]),  # the order of lines is irrelevant
        ([debet(), credit(bedrag=1)], [99]),
        ([debet(), credit(bedrag=60), credit(bedrag=40)], [None]),
        ([debet(), credit(bedrag=60), credit(bedrag=41)], [40]),
        ([debet(), credit(bedrag=101)], [100]),
        ([debet(), credit(bedrag=101), credit(bedrag=40)], [60]),  # the next one still counts
        ([debet(), credit(onderwerp="andere zorg")], [100]),
        ([debet(), credit(verwijst="x")], [100]),
        ([debet(), credit(verwijst=None)], [100]),
        ([debet(), credit(verwijst="c")], [100]),
        ([debet(), debet(), credit()], [None, 100]),  # a credit serves one debit
        ([debet(), credit(), debet(bedrag=90)], [None, 90]),  # declared again is judged again
        ([debet(), debet(), credit(bedrag=150)], [0, 50]),
        ([debet(), debet(), credit(bedrag=50), credit(bedrag=150)], [None, None]),
        ([debet(bedrag=0), credit(bedrag=0)], [None]),
    ],
)
def test_wat_overblijft(boekingen: list[Boeking], over: list[int | None]) -> None:
    """Only what is wholly taken back is gone; what is left is told."""
    uit = verreken(boekingen)
    debetten = [u for b, u in zip(boekingen, uit, strict=True) if b.debet]
    assert [None if u.teruggenomen else u.netto_eurocent for u in debetten] == over


@pytest.mark.parametrize(
    ("boekingen", "fouten"),
    [
        ([debet(), credit()], [None]),
        ([debet(), credit(bedrag=1)], [None]),
        ([credit(verwijst=None)], [Creditfout.ZONDER_VERWIJZING]),
        ([credit()], [Creditfout.DEBET_ELDERS]),
        ([credit(verwijst="c")], [Creditfout.GEEN_DEBET]),
        ([debet(), credit(onderwerp="x")], [Creditfout.ANDERE_ZORG]),
        ([debet(), credit(), credit()], [None, Creditfout.AL_TERUGGENOMEN]),
        ([debet(), credit(), credit(bedrag=1)], [None, Creditfout.AL_TERUGGENOMEN]),
        (
            [debet(), credit(), credit(bedrag=1), credit(bedrag=1)],
            [None, Creditfout.AL_TERUGGENOMEN, Creditfout.AL_TERUGGENOMEN],
        ),
        ([debet(), credit(bedrag=101)], [Creditfout.MEER_DAN_DEBET]),
        ([debet(), credit(bedrag=99), credit(bedrag=2)], [None, Creditfout.MEER_DAN_DEBET]),
    ],
)
def test_creditfouten(boekingen: list[Boeking], fouten: list[Creditfout | None]) -> None:
    """A credit that takes nothing back, or too much, says why."""
    uit = verreken(boekingen)
    assert [u.fout for b, u in zip(boekingen, uit, strict=True) if not b.debet] == fouten


def test_waar_een_credit_tegen_staat() -> None:
    """An identical credit and one for a part both say which debit they are about."""
    deel, heel = verreken([debet(), credit(bedrag=1)])[1], verreken([debet(), credit()])[1]
    assert (deel.tegen, deel.geheel) == (0, False)
    assert (heel.tegen, heel.geheel) == (0, True)


LIJNEN = st.lists(
    st.builds(
        debet, st.sampled_from("de"), st.integers(1, 3), onderwerp=st.sampled_from(("a", "b"))
    )
    | st.builds(
        credit, st.sampled_from("dec"), st.integers(1, 3), onderwerp=st.sampled_from(("a", "b"))
    ),
    max_size=8,
)


def netto(boekingen: Sequence[Boeking]) -> int:
    """Return what is left of all debits together."""
    return sum(uitkomst.netto_eurocent for uitkomst in verreken(boekingen))


@given(LIJNEN)
def test_nooit_meer_weg_dan_gecrediteerd(boekingen: list[Boeking]) -> None:
    """Credits take away at most their own amount, and never what they are not about."""
    weg = sum(b.bedrag_eurocent for b in boekingen if b.debet) - netto(boekingen)
    assert 0 <= weg <= sum(b.bedrag_eurocent for b in boekingen if not b.debet)


@given(LIJNEN.flatmap(lambda lijnen: st.tuples(st.just(lijnen), st.permutations(lijnen))))
def test_volgorde_maakt_niet_uit(paar: tuple[list[Boeking], list[Boeking]]) -> None:
    """In another order the same lines count, unless credits together exceed the debit."""
    een, ander = paar
    uit = [verreken(lijnen) for lijnen in paar]
    if any(u.fout is Creditfout.MEER_DAN_DEBET for u in uit[0] + uit[1]):
        return
    tellend = [
        sorted(
            (str(b.nummer), str(b.onderwerp), b.bedrag_eurocent)
            for b, u in zip(lijnen, uitkomsten, strict=True)
            if b.debet and not u.teruggenomen
        )
        for lijnen, uitkomsten in zip((een, ander), uit, strict=True)
    ]
    assert tellend[0] == tellend[1]
