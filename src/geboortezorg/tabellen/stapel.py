"""Dated rows in two layers: on the days that an own row has, it goes before those underneath."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from geboortezorg.tabellen.inhoud import laatste_dag
from geboortezorg.tijd import Looptijd

_T = TypeVar("_T")
_NA_ALLE_DAGEN = date.max.toordinal() + 1


class Stuk(NamedTuple, Generic[_T]):
    """A stretch of days with the row that counts on them, and the one that it replaces there.

    Days are proleptic Gregorian ordinals; `tot` is the first day after the stretch.
    """

    van: int
    tot: int
    rij: _T
    vervangt: _T | None = None

    @property
    def looptijd(self) -> Looptijd:
        """The same days as a period; its end is open when no day comes after it."""
        einde = None if self.tot == _NA_ALLE_DAGEN else date.fromordinal(self.tot - 1)
        return Looptijd(van=date.fromordinal(self.van), tot_en_met=einde)


def stapel(
    onder: Iterable[tuple[Looptijd, _T]], boven: Iterable[tuple[Looptijd, _T]]
) -> list[Stuk[_T]]:
    """Return the stretches in order of time; within one layer no two rows share a day."""
    laag_onder, laag_boven = _laag(onder), _laag(boven)
    if laag_onder and laag_boven:
        return list(_leg_over(laag_onder, laag_boven))
    return laag_onder or laag_boven


def _laag(rijen: Iterable[tuple[Looptijd, _T]]) -> list[Stuk[_T]]:
    return [
        Stuk(looptijd.van.toordinal(), laatste_dag(looptijd).toordinal() + 1, rij)
        for looptijd, rij in sorted(rijen, key=lambda deel: deel[0].van)
    ]


def _leg_over(onder: list[Stuk[_T]], boven: list[Stuk[_T]]) -> Iterator[Stuk[_T]]:
    """Sweep over the days on which something begins or ends, once for both layers."""
    i = j = 0
    for van, tot in pairwise(sorted({dag for stuk in (*onder, *boven) for dag in stuk[:2]})):
        while i < len(onder) and onder[i].tot <= van:
            i += 1
        while j < len(boven) and boven[j].tot <= van:
            j += 1
        laagste = onder[i].rij if i < len(onder) and onder[i].van <= van else None
        if j < len(boven) and boven[j].van <= van:
            yield Stuk(van, tot, boven[j].rij, laagste)
        elif laagste is not None:
            yield Stuk(van, tot, laagste)


def doorlopend(stukken: list[Stuk[_T]]) -> Iterator[tuple[Stuk[_T], Looptijd]]:
    """Yield each stretch with all the days around it on which the same row counts."""
    begin = 0
    for nummer, stuk in enumerate(stukken, 1):
        volgt = stukken[nummer] if nummer < len(stukken) else None
        if volgt is None or volgt.van != stuk.tot or volgt.rij is not stuk.rij:
            dagen = Stuk(stukken[begin].van, stuk.tot, stuk.rij).looptijd
            yield from ((deel, dagen) for deel in stukken[begin:nummer])
            begin = nummer
