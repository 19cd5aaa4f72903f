"""A look at steps between years, to catch a mistyped amount before it judges anything.

Nothing here refuses a table: a large step may be right. In 2021 kraamzorg amounts moved a lot
after a cost study, and the minister wrote in 2026 that those of 2026 lie just over 16 percent
above those of 2025.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import final

from geboortezorg.bevroren import bevroren
from geboortezorg.geld import Percentage, toon_euro
from geboortezorg.model.prestatie import Prestatie, Regime
from geboortezorg.tabellen.antwoord import BekendTarief, Belemmering, Onbekend
from geboortezorg.tabellen.tabellen import Tabellen
from geboortezorg.tijd import Looptijd

_NOOIT_GEVONDEN = (Belemmering.VERVANGEN, Belemmering.NIET_VAN_KRACHT)
_Stap = tuple[Looptijd, int, BekendTarief]


@final
@bevroren(kw_only=True, weakref_slot=False)
class Sprong:
    """A step of one prestatie, from one known tariff to the next of the same kind."""

    prestatie_id: str
    eerder: BekendTarief
    later: BekendTarief
    verschil: Percentage | None
    """The step over the earlier amount; None when that amount is zero."""
    aansluitend: bool
    """Whether the later tariff starts on the day after the earlier one ends."""

    @property
    def jaren(self) -> int:
        """How many calendar years lie between them, at least one."""
        eerder, later = self.eerder.looptijd, self.later.looptijd
        if eerder is None or eerder.tot_en_met is None or later is None:
            return 1
        return max(1, later.van.year - eerder.tot_en_met.year)

    def __str__(self) -> str:
        """Say in Dutch what the step is and between which tables."""
        verschil = "vanaf nul" if self.verschil is None else str(self.verschil)
        return (
            f"{self.prestatie_id}: van {toon_euro(self.eerder.tarief.bedrag_eurocent or 0)} "
            f"({self.eerder.tabel}) naar {toon_euro(self.later.tarief.bedrag_eurocent or 0)} "
            f"({self.later.tabel}), {verschil}"
        )


def sprongen(
    tabellen: Tabellen, *, minimaal: Percentage, maximaal: Percentage, ook_met_gat: bool = False
) -> tuple[Sprong, ...]:
    """Return every step between two successive tariffs that is below or above the bounds.

    A step on a bound is within it. Only amounts of the same kind are compared. Years
    that do not adjoin are left out unless `ook_met_gat`: over a gap the step is the total one,
    not one per year. In the order of the prestaties, then of time.
    """
    return tuple(
        sprong
        for sprong in stappen(tabellen)
        if (sprong.aansluitend or ook_met_gat)
        and (sprong.verschil is None or not minimaal <= sprong.verschil <= maximaal)
    )


def stappen(tabellen: Tabellen) -> tuple[Sprong, ...]:
    """Return every step between two successive tariffs, whatever its size, in the same order."""
    return tuple(
        sprong
        for prestatie in tabellen.prestaties
        for sprong in _sprongen(prestatie.prestatie_id, tabellen)
    )


def ontbrekend(tabellen: Tabellen, regime: Regime, op: date) -> tuple[Prestatie, ...]:
    """Return the prestaties of a regime that exist on a day but of which no tariff is known then.

    Those of which no tariff was ever seen are left out.
    """
    return tuple(
        prestatie
        for prestatie in tabellen.prestaties
        if prestatie.regime is regime
        and tabellen.tarieven_van(prestatie.prestatie_id)
        and isinstance(tabellen.lookup(prestatie.prestatie_id, op), Onbekend)
    )


def _sprongen(prestatie_id: str, tabellen: Tabellen) -> Iterator[Sprong]:
    rijen: list[_Stap] = [
        (rij.looptijd, rij.tarief.bedrag_eurocent, rij)
        for rij in tabellen.tarieven_van(prestatie_id)
        if rij.looptijd is not None
        and rij.tarief.bedrag_eurocent is not None
        and rij.belemmering not in _NOOIT_GEVONDEN
    ]
    for (looptijd, oud, eerder), (volgende, nieuw, later) in pairwise(rijen):
        gelijk_soort = eerder.tarief.tariefsoort is later.tarief.tariefsoort
        if not gelijk_soort or oud == nieuw == 0:
            continue
        yield Sprong(
            prestatie_id=prestatie_id,
            eerder=eerder,
            later=later,
            verschil=None if oud == 0 else Percentage(Fraction(nieuw - oud, oud)),
            aansluitend=looptijd.tot_en_met == volgende.van - timedelta(days=1),
        )
