"""The percentages that the tables allow on top of a maximum, for rules of every theme."""

from datetime import date
from fractions import Fraction
from functools import cache
from typing import Final

from geboortezorg.geld import Exact, Percentage
from geboortezorg.model.prestatie import Regime
from geboortezorg.model.tarief import Opslagsoort
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import GevondenOpslag

TOESLAG: Final = "kraamzorg-toeslag-integrale-geboortezorg"
"""The prestatie on whose line the Toeslag integrale geboortezorg is declared."""

HALVE_CENT: Final = Fraction(1, 2)
"""How a percentage is rounded is in no source seen: up to half a cent more is not judged."""


def toetsbare_opslag(
    w: Werkblad, opslagsoort: Opslagsoort, regime: Regime, op: date
) -> GevondenOpslag | None:
    """Return the percentage on a day; None when none is known, or it may not judge."""
    opslag = w.context.tabellen.opslag(opslagsoort, regime, op)
    return opslag if opslag is not None and opslag.toetsbaar else None


def boven(gevraagd: Exact, maximum: int, erbij: Percentage) -> bool:
    """Say whether an amount is above a maximum with a percentage, by more than `HALVE_CENT`.

    In whole numbers, with which computing costs least.
    """
    teller, noemer = erbij.deel.as_integer_ratio()
    over, op = HALVE_CENT.as_integer_ratio()
    return op * noemer * gevraagd > op * maximum * (noemer + teller) + over * noemer


def percentage_van(opslag: GevondenOpslag) -> Percentage:
    """Return the highest percentage of an opslag."""
    return _percentage(opslag.opslag.percentage_basispunten)


_percentage: Final = cache(Percentage.uit_basispunten)
"""Of what tables name: few in all."""
