"""Collective agreements whose course is known, and what status one has on a day."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from geboortezorg.model.wachtdienst import Cao, Caostap, Caostatus
from geboortezorg.tijd import Looptijd

CAO_KRAAMZORG: Final = Cao(
    cao_id="cao-kraamzorg-2025-11-17",
    naam="Cao Kraamzorg, onderhandelaarsakkoord van 17 november 2025",
    stappen=(
        Caostap(status=Caostatus.OVEREENGEKOMEN, looptijd=Looptijd(van=date(2025, 11, 17))),
        Caostap(status=Caostatus.AANGEMELD, looptijd=Looptijd(van=date(2026, 3, 13))),
    ),
)
"""The Cao Kraamzorg as the letter of 1 April 2026 describes it (K21).

Whether and when it was declared generally binding is not known here. A document that knows it
states the status itself.
"""

CAOS: Final[Mapping[str, Cao]] = MappingProxyType({CAO_KRAAMZORG.cao_id: CAO_KRAAMZORG})
"""Every collective agreement whose course is known, by its key."""

_VOLGORDE: Final = (
    Caostatus.ALGEMEEN_VERBINDEND,
    Caostatus.AANGEMELD,
    Caostatus.OVEREENGEKOMEN,
)


def caostatus(cao: Cao, op: date) -> Caostatus | None:
    """Return how far a collective agreement has come on a day; None before its first status."""
    statussen = {stap.status for stap in cao.stappen if stap.looptijd.bevat(op)}
    return next((status for status in _VOLGORDE if status in statussen), None)


def eerste_dag(cao: Cao, status: Caostatus) -> date | None:
    """Return the first day on which it has a status; None when that is not stated."""
    dagen = [stap.looptijd.van for stap in cao.stappen if stap.status is status]
    return min(dagen, default=None)
