"""Stretches of time in whole minutes, counted in UTC so that the clock change counts for itself.

A :data:`Spanne` is half open: its end is the first minute that no longer belongs to it. Nights
are those of the clock in the Netherlands.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final, final

Spanne = tuple[int, int]
"""Begin and end, in whole minutes since 1970-01-01T00:00 UTC."""

UUR: Final = 60
ETMAAL: Final = 24 * UUR
WEEK: Final = 7 * ETMAAL

EINDE_NACHT: Final = 6
"""The night of the Arbeidstijdenwet lasts from 00.00 until 06.00."""

_BEGIN: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MINUUT: Final = dt.timedelta(minutes=1)


@lru_cache(maxsize=1)
def _zone() -> dt.tzinfo:
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - only rosters need it, and it is slow to import

    return ZoneInfo("Europe/Amsterdam")


def minuut(tijdstip: dt.datetime) -> int:
    """Return the minutes from 1970 until an aware point in time; a part of a minute is dropped."""
    return (tijdstip - _BEGIN) // _MINUUT


def tijdstip(minuten: int) -> dt.datetime:
    """Return the point in time in the Netherlands so many minutes after the begin of 1970."""
    return (_BEGIN + minuten * _MINUUT).astimezone(_zone())


def dag(minuten: int) -> dt.date:
    """Return the calendar day in the Netherlands."""
    return tijdstip(minuten).date()


def minuten_op_de_klok(begin: int, einde: int) -> int:
    """Return the minutes that the clock in the Netherlands has gone on, changes and all."""
    return op_de_klok(einde) - op_de_klok(begin)


def op_de_klok(minuten: int) -> int:
    """Return the minutes that a clock which never changes would be at, when it read the same."""
    return minuut(tijdstip(minuten).replace(tzinfo=dt.UTC))


@lru_cache(maxsize=4096)
def nacht(op: dt.date) -> Spanne:
    """Return the hours from 00.00 until 06.00 of a day: five or seven hours at a clock change."""
    begin = dt.datetime(op.year, op.month, op.day, tzinfo=_zone())
    return minuut(begin), minuut(begin.replace(hour=EINDE_NACHT))


def nachten(spanne: Spanne) -> Iterator[Spanne]:
    """Return the parts of a stretch that lie between 00.00 and 06.00, one for each night."""
    begin, einde = spanne
    op = dag(begin)
    while (uren := nacht(op))[0] < einde:
        if uren[1] > begin:
            yield max(begin, uren[0]), min(einde, uren[1])
        op += dt.timedelta(days=1)


def dagen(begin: int, einde: int) -> Iterator[dt.date]:
    """Return the calendar days that a stretch has a minute in."""
    op = dag(begin)
    while op <= dag(einde - 1):
        yield op
        op += dt.timedelta(days=1)


def raakt_nacht(spanne: Spanne) -> bool:
    """Say whether any minute of a stretch lies between 00.00 and 06.00."""
    return next(nachten(spanne), None) is not None


def verenig(spannen: Iterable[Spanne]) -> list[Spanne]:
    """Return the same time as separate stretches in order; empty and reversed ones are left out."""
    uit: list[Spanne] = []
    for begin, einde in sorted(spannen):
        if einde <= begin:
            continue
        if uit and begin <= uit[-1][1]:
            uit[-1] = (uit[-1][0], max(uit[-1][1], einde))
        else:
            uit.append((begin, einde))
    return uit


def vensters(begins: Iterable[int], duur: int, telt: Callable[[int], bool]) -> list[int]:
    """Return the begins for which `telt` holds, of windows of `duur` minutes that do not overlap.

    `begins` are those at which the answer is at its worst; the end of a window that was returned
    is tried too, since the answer may still hold there.
    """
    rij = sorted(begins)
    uit: list[int] = []
    index = 0
    while index < len(rij):
        begin = rij[index]
        index += 1
        while telt(begin):
            uit.append(begin)
            begin += duur
            index = bisect_left(rij, begin, index)
    return uit


@final
class Meetlat:
    """Separate stretches in order, with quick answers about any window over them."""

    __slots__ = ("_som", "begins", "eindes")

    def __init__(self, spannen: Sequence[Spanne]) -> None:
        self.begins = [begin for begin, _ in spannen]
        self.eindes = [einde for _, einde in spannen]
        self._som = list(accumulate((einde - begin for begin, einde in spannen), initial=0))

    def raakt(self, begin: int, einde: int) -> bool:
        """Say whether any minute of the window is covered."""
        index = bisect_left(self.begins, einde) - 1
        return index >= 0 and self.eindes[index] > begin

    @property
    def totaal(self) -> int:
        """How many minutes are covered."""
        return self._som[-1]

    def gedekt(self, begin: int, einde: int) -> int:
        """Return how many minutes of the window are covered."""
        return self._tot(einde) - self._tot(begin)

    def rust_vanaf(self, moment: int) -> int | None:
        """Return the minutes from a moment until the first covered one; None when none follows."""
        index = bisect_right(self.eindes, moment)
        if index == len(self.begins):
            return None
        return max(0, self.begins[index] - moment)

    def rusten(self, begin: int, einde: int) -> Iterator[int]:
        """Return the lengths of the uncovered stretches within the window, in order."""
        vanaf = begin
        index = bisect_right(self.eindes, begin)
        while index < len(self.begins) and self.begins[index] < einde:
            if self.begins[index] > vanaf:
                yield self.begins[index] - vanaf
            vanaf = self.eindes[index]
            index += 1
        if einde > vanaf:
            yield einde - vanaf

    def langste_rust(self, begin: int, einde: int) -> int:
        """Return the longest uncovered stretch within the window, in minutes."""
        return max(self.rusten(begin, einde), default=0)

    def _tot(self, moment: int) -> int:
        index = bisect_left(self.begins, moment)
        if index == 0:
            return 0
        return self._som[index] - max(0, self.eindes[index - 1] - moment)
