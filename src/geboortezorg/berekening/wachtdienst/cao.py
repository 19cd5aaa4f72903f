"""Collective agreements whose course is known, and what status one has on a day."""

from datetime import date
from typing import Final

from geboortezorg.model.cao import Cao, Caostap, Caostatus
from geboortezorg.tabellen.normen import GevondenNorm, Normen, normen

_VOLGORDE: Final = (
    Caostatus.ALGEMEEN_VERBINDEND,
    Caostatus.AANGEMELD,
    Caostatus.OVEREENGEKOMEN,
)


def bekende_cao(cao_id: str, alle: Normen | None = None) -> Cao | None:
    """Return a collective agreement as the normtabellen describe it; None when they have none.

    A cao is one normtabel: a norm ``<cao_id>.<status>`` for each status, from its first day on.
    """
    stappen: list[Caostap] = []
    naam = ""
    for status in reversed(_VOLGORDE):
        norm = _norm(cao_id, status, normen() if alle is None else alle)
        if norm is not None:
            naam = naam or norm.norm.omschrijving
            stappen.append(Caostap(status=status, looptijd=norm.looptijd))
    return Cao(cao_id=cao_id, naam=naam, stappen=tuple(stappen)) if stappen else None


def _norm(cao_id: str, status: Caostatus, alle: Normen) -> GevondenNorm | None:
    try:
        return alle.norm(f"{cao_id}.{status}")
    except KeyError:
        return None


def caostatus(cao: Cao, op: date) -> Caostatus | None:
    """Return how far a collective agreement has come on a day; None before its first status."""
    statussen = {stap.status for stap in cao.stappen if stap.looptijd.bevat(op)}
    return next((status for status in _VOLGORDE if status in statussen), None)


def eerste_dag(cao: Cao, status: Caostatus) -> date | None:
    """Return the first day on which it has a status; None when that is not stated."""
    dagen = [stap.looptijd.van for stap in cao.stappen if stap.status is status]
    return min(dagen, default=None)
