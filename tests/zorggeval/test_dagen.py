"""Whether minutes declared over days fit on those days."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg.geld import Exact
from geboortezorg.zorggeval import Dagzorg, beeld, eerste_die_niet_past
from geboortezorg.zorggeval import dagen as module

EERSTE = date(2023, 5, 1)


def zorg(van: int, tot_en_met: int, minuten: int) -> Dagzorg:
    """Return care between two days of May 2023, counted from zero."""
    return Dagzorg(
        van=EERSTE + timedelta(days=van),
        tot_en_met=EERSTE + timedelta(days=tot_en_met),
        minuten=Fraction(minuten),
    )


@pytest.mark.parametrize(
    ("delen", "niet"),
    [
        ([], None),
        ([zorg(0, 0, 1440)], None),
        ([zorg(0, 0, 1441)], 0),
        ([zorg(0, 0, 1440), zorg(0, 0, 1)], 1),
        ([zorg(0, 1, 1440), zorg(0, 0, 1440)], None),  # the longer one moves to the second day
        ([zorg(0, 1, 1441), zorg(0, 0, 1440)], 0),
        ([zorg(2, 2, 1441), zorg(0, 0, 1500), zorg(1, 1, 1)], 1),  # the first day, not the first
        ([zorg(0, 9, 14400)], None),
        ([zorg(0, 9, 14401)], 0),
        ([zorg(1, 0, 1)], 0),  # a reversed period has no day
        ([zorg(0, 3, 60), zorg(3, 1, 1)], 1),
        ([zorg(0, 0, 60), zorg(5, 5, 60)], None),  # days between them are empty
    ],
)
def test_past(delen: list[Dagzorg], niet: int | None) -> None:
    """The first care that no spread leaves room for is named."""
    assert eerste_die_niet_past(delen) == niet


def test_grens() -> None:
    """Less than a whole day can be asked for."""
    assert eerste_die_niet_past([zorg(0, 0, 480)], per_dag=480) is None
    assert eerste_die_niet_past([zorg(0, 0, 481)], per_dag=480) == 0


def vensters(delen: Sequence[Dagzorg]) -> Iterator[tuple[date, date]]:
    """Return every stretch of days from the start of some care to the end of some care."""
    dagen = sorted({dag for deel in delen for dag in (deel.van, deel.tot_en_met)})
    yield from combinations(dagen, 2)
    yield from zip(dagen, dagen, strict=True)


@given(
    st.lists(
        st.builds(zorg, st.integers(0, 4), st.integers(5, 9), st.integers(0, 20))
        | st.builds(lambda d, m: zorg(d, d, m), st.integers(0, 9), st.integers(0, 20)),
        max_size=6,
    )
)
def test_als_de_stelling_van_hall(delen: list[Dagzorg]) -> None:
    """A spread exists exactly when no stretch of days holds more care than it has room."""
    past = all(
        sum(deel.minuten for deel in delen if van <= deel.van and deel.tot_en_met <= tot)
        <= 10 * ((tot - van).days + 1)
        for van, tot in vensters(delen)
    )
    assert (eerste_die_niet_past(delen, per_dag=10) is None) is past
    gezien = beeld(*als_beeld(delen))
    assert past or gezien is None or gezien.drukste > 10


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 20)), unique_by=lambda deel: deel[0]))
def test_dagen_van_zichzelf(delen: list[tuple[int, int]]) -> None:
    """Where each part has a day of its own, the part that is named is that of any other care."""
    alle = [zorg(dag, dag, minuten) for dag, minuten in delen]
    ruimte: dict[date, Exact] = {EERSTE + timedelta(days=dag): 10 for dag in range(10)}
    assert eerste_die_niet_past(alle, per_dag=10) == eerste_die_niet_past(alle, per_dag=ruimte)


def als_beeld(delen: list[Dagzorg]) -> tuple[list[date], list[date], list[Exact]]:
    """Return care as it is looked at."""
    return [d.van for d in delen], [d.tot_en_met for d in delen], [d.minuten for d in delen]


@pytest.mark.parametrize(
    ("delen", "drukste"),
    [
        ([zorg(0, 0, 10), zorg(1, 1, 9)], 10),
        ([zorg(0, 0, 4), zorg(0, 0, 5), zorg(5, 6, 3)], 11),
        ([zorg(0, 2, 3), zorg(5, 6, 4)], 3),
    ],
)
def test_drukste(delen: list[Dagzorg], drukste: int) -> None:
    """The fullest day of the care on one day gets all the rest, spread evenly, as well."""
    gezien = beeld(*als_beeld(delen))
    assert gezien is not None
    assert gezien.drukste == drukste
    assert gezien.minuten == sum(deel.minuten for deel in delen)
    assert gezien.eerste == min(deel.van for deel in delen)
    assert gezien.laatste == max(deel.tot_en_met for deel in delen)


@pytest.mark.parametrize("delen", [[], [zorg(1, 0, 1)], [zorg(0, 0, 1), zorg(1, 0, 1)]])
def test_geen_beeld(delen: list[Dagzorg]) -> None:
    """Without care there is nothing to see, and a reversed period has no days."""
    assert beeld(*als_beeld(delen)) is None


@given(
    st.lists(
        st.builds(lambda d, n, m: zorg(d, d + n, m), *([st.integers(0, 5)] * 2), st.integers(0, 9)),
        max_size=5,
    ),
    st.integers(0, 9),
)
def test_wat_ruim_past(delen: list[Dagzorg], weg: int) -> None:
    """What fits by the fullest day has a spread, and so has a part of it."""
    gezien, deel = beeld(*als_beeld(delen)), delen[:weg] + delen[weg + 1 :]
    if gezien is not None and gezien.drukste <= 10:
        with mock.patch.object(module, "beeld", return_value=None):
            assert eerste_die_niet_past(delen, per_dag=10) is None
            assert eerste_die_niet_past(deel, per_dag=10) is None
