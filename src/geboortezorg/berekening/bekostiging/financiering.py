"""Which payer belongs to which period, by the dates of the letter of 1 April 2026."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, final

import attrs

from geboortezorg.berekening.samenwerking import bronnen as vsvbronnen
from geboortezorg.bron import Bron
from geboortezorg.model.financiering import Financieringssoort


@final
@attrs.frozen(kw_only=True)
class Grens:
    """The first or last day of a kind of payer, with its source."""

    datum: date
    bron: Bron


@final
@attrs.frozen(kw_only=True)
class Financieringstijdvak:
    """The days on which a kind of payer pays, as far as a source states them."""

    van: Grens | None = None
    tot_en_met: Grens | None = None
    mogelijk_van: Grens | None = None
    """An earlier first day, which only a weaker source states."""


_DIG: Final = vsvbronnen.DIG

TIJDVAKKEN: Final[Mapping[Financieringssoort, Financieringstijdvak]] = MappingProxyType(
    {
        Financieringssoort.ZONMW: Financieringstijdvak(
            van=Grens(datum=date(2025, 1, 1), bron=vsvbronnen.ZONMW),
            tot_en_met=Grens(datum=date(2026, 12, 31), bron=vsvbronnen.ZONMW),
            mogelijk_van=Grens(datum=date(2024, 1, 1), bron=vsvbronnen.ZONMW_PROGRAMMA),
        ),
        Financieringssoort.STRUCTUREEL: Financieringstijdvak(
            van=Grens(datum=vsvbronnen.EERSTE_DAG_INKOOP, bron=vsvbronnen.INKOOP)
        ),
        Financieringssoort.IZA: Financieringstijdvak(),
        Financieringssoort.EIGEN: Financieringstijdvak(),
        Financieringssoort.PROGRAMMA_BABYCONNECT: Financieringstijdvak(
            tot_en_met=Grens(datum=date(2025, 12, 31), bron=vsvbronnen.BABYCONNECT)
        ),
        Financieringssoort.OVERGANGSSTEUN_DIG: Financieringstijdvak(
            van=Grens(datum=date(2026, 1, 1), bron=_DIG),
            tot_en_met=Grens(datum=date(2026, 12, 31), bron=_DIG),
        ),
        Financieringssoort.VELD: Financieringstijdvak(
            van=Grens(datum=date(2027, 1, 1), bron=vsvbronnen.DIG_VELD)
        ),
    }
)
"""Every kind of payer; one without bounds has none that a source states."""
