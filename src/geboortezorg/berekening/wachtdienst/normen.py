"""The norms for working time and wachtdiensten, as numbers to compute with.

Every bound stands in a normtabel (``norm-arbeidstijdenwet``, ``norm-arbeidstijdenbesluit``, one for
each cao). Times are given in minutes here, counts and ages as they are.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final

from geboortezorg.berekening.tijdlijn import ETMAAL, UUR, WEEK
from geboortezorg.bron import Bron
from geboortezorg.model.norm import Normeenheid
from geboortezorg.tabellen.normen import GevondenNorm, Normen, normen
from geboortezorg.tijd import Looptijd

Grenzen = Mapping[str, int]
"""The values of a norm: times in minutes."""

_MINUTEN: Final = {Normeenheid.UUR: UUR, Normeenheid.DAG: ETMAAL, Normeenheid.WEEK: WEEK}


def grenzen(norm: GevondenNorm) -> dict[str, int]:
    """Return the values of a norm by key."""
    return {
        waarde.sleutel: waarde.waarde * _MINUTEN.get(waarde.eenheid, 1) // waarde.noemer
        for waarde in norm.norm.waarden
    }


def volledige_norm(
    alle: Normen, norm_id: str, op: date, *, vorm: str | None = None
) -> GevondenNorm | None:
    """Return a norm on a day; None when no table has it with every value that it needs.

    Those are the values of the norm as it ships, or of the norm `vorm`.
    """
    norm = alle.lookup(norm_id, op)
    if not isinstance(norm, GevondenNorm):
        return None
    nodig = _sleutels(vorm or norm_id)
    return norm if nodig <= {waarde.sleutel for waarde in norm.norm.waarden} else None


@cache
def _sleutels(norm_id: str) -> frozenset[str]:
    """Return the keys of a norm as it ships; none when it does not."""
    try:
        return frozenset(normen().norm(norm_id).sleutels())
    except KeyError:
        return frozenset()


def bron(norm_id: str) -> Bron:
    """Return the source of a shipped norm, for the metadata of a rule."""
    return normen().norm(norm_id).bron


def looptijd(norm_id: str) -> Looptijd:
    """Return the days of a shipped norm, for the metadata of a rule."""
    return normen().norm(norm_id).looptijd
