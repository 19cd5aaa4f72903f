"""Over which measurement periods of a plan something was measured, and by when."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import accumulate
from operator import attrgetter
from typing import Final, final

from geboortezorg.model.meting import Meting
from geboortezorg.tijd import Periode

_OP: Final = attrgetter("gemeten_op")


def los_van_elkaar(perioden: Iterable[Periode]) -> list[date]:
    """Return the last days, in order, of the most periods that share no day.

    Those before a day are also the most that end before it.
    """
    eindes: list[date] = []
    recht = (periode for periode in perioden if periode.van <= periode.tot_en_met)
    for periode in sorted(recht, key=lambda periode: periode.tot_en_met):
        if not eindes or periode.van > eindes[-1]:
            eindes.append(periode.tot_en_met)
    return eindes


@final
class Gemeten:
    """What was really measured over the measurement periods of a plan, by any day."""

    __slots__ = ("_bekend", "_meetperioden", "_metingen")

    def __init__(self, meetperioden: Iterable[Periode], metingen: Iterable[Meting]) -> None:
        """Take the periods of the plan, and what was measured."""
        self._meetperioden = meetperioden
        self._metingen = sorted(metingen, key=_OP)
        self._bekend: dict[int, list[date]] = {}

    def tot(self, dag: date) -> Collection[Meting]:
        """Return what was measured on a day or before it."""
        return self._metingen[: self._aantal(dag)]

    def perioden(self, voor: date, tot: date) -> int:
        """Return how many separate periods that end before a day were measured by another day."""
        aantal = self._aantal(tot)
        eindes = self._bekend.get(aantal)
        if eindes is None:
            gemeten = [meting.periode for meting in self._metingen[:aantal]]
            eindes = los_van_elkaar(_geraakt(self._meetperioden, gemeten))
            self._bekend[aantal] = eindes
        return bisect_left(eindes, voor)

    def _aantal(self, dag: date) -> int:
        return bisect_right(self._metingen, dag, key=_OP)


def _geraakt(meetperioden: Iterable[Periode], gemeten: list[Periode]) -> Iterator[Periode]:
    """Yield the measurement periods that share a day with something measured."""
    gemeten.sort(key=lambda periode: periode.van)
    vanaf = [periode.van for periode in gemeten]
    tot = list(accumulate((periode.tot_en_met for periode in gemeten), max))
    for meetperiode in meetperioden:
        begonnen = bisect_right(vanaf, meetperiode.tot_en_met)
        if begonnen and tot[begonnen - 1] >= meetperiode.van:
            yield meetperiode
