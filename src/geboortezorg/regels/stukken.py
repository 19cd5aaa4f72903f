"""Things with a looptijd, found by day."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import accumulate
from typing import Generic, Protocol, TypeVar, final

from geboortezorg.tijd import LAATSTE_DATUM, Looptijd


class MetLooptijd(Protocol):
    """What holds during a looptijd."""

    @property
    def looptijd(self) -> Looptijd:
        """When it holds."""


_T = TypeVar("_T", bound=MetLooptijd)


@final
class Stukken(Generic[_T]):
    """Finds what is in force on a day: once for all days on which nothing begins or ends."""

    __slots__ = ("_dingen", "_gevonden", "_grenzen", "_randen")

    def __init__(self, dingen: Iterable[_T]) -> None:
        """Take the things, in the order in which they are given back."""
        self._dingen = tuple(dingen)
        grenzen = set()
        for ding in self._dingen:
            grenzen.add(ding.looptijd.van.toordinal())
            if ding.looptijd.tot_en_met is not None:
                grenzen.add(ding.looptijd.tot_en_met.toordinal() + 1)
        self._grenzen = sorted(grenzen)
        self._gevonden: dict[int, list[_T]] = {}
        self._randen: tuple[list[date], list[date]] | None = None

    def op(self, dag: date) -> list[_T]:
        """Return what is in force on a day: the same list for every such day."""
        stuk = bisect_right(self._grenzen, dag.toordinal())
        gevonden = self._gevonden.get(stuk)
        if gevonden is None:
            nieuw = [ding for ding in self._dingen if ding.looptijd.bevat(dag)]
            # In a thread beside this one the list can be in use already, known by its identity.
            gevonden = self._gevonden.setdefault(stuk, nieuw)
        return gevonden

    def wissels(self, na: date, tot_en_met: date) -> Iterator[date]:
        """Give the days of a period, but its first, on which something begins or just ended."""
        van = bisect_right(self._grenzen, na.toordinal())
        tot = bisect_right(self._grenzen, tot_en_met.toordinal())
        return (date.fromordinal(self._grenzen[plaats]) for plaats in range(van, tot))

    def overlapt(self, looptijd: Looptijd) -> bool:
        """Say whether anything is in force on one of these days."""
        if self._randen is None:
            self._randen = self._begin_en_einde()
        begin, einde = self._randen
        begonnen = bisect_right(begin, _einde(looptijd))
        return begonnen > 0 and einde[begonnen - 1] >= looptijd.van

    def _begin_en_einde(self) -> tuple[list[date], list[date]]:
        """Return the first days in order, and the last day of all that began by then."""
        looptijden = sorted((d.looptijd.van, _einde(d.looptijd)) for d in self._dingen)
        einden = accumulate((einde for _, einde in looptijden), max)
        return [van for van, _ in looptijden], list(einden)


def _einde(looptijd: Looptijd) -> date:
    return looptijd.tot_en_met or LAATSTE_DATUM
