"""Which payer belongs to which period, by the dates of the letter of 1 April 2026."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, final

from geboortezorg.bevroren import bevroren
from geboortezorg.bron import Bron
from geboortezorg.model.financiering import Financieringssoort
from geboortezorg.tabellen.normen import normen


@final
@bevroren(kw_only=True)
class Grens:
    """The first or last day of a kind of payer, with its source."""

    datum: date
    bron: Bron


@final
@bevroren(kw_only=True)
class Financieringstijdvak:
    """The days on which a kind of payer pays, as far as a source states them."""

    van: Grens | None = None
    tot_en_met: Grens | None = None
    mogelijk_van: Grens | None = None
    """An earlier first day, which only a weaker source states."""


_ZONDER_DAGEN: Final = frozenset({Financieringssoort.IZA, Financieringssoort.EIGEN})
"""Kinds of payer of which no source states any day."""


def _tijdvak(soort: Financieringssoort) -> Financieringstijdvak:
    """Return the days of a kind of payer, as the norms have them."""
    if soort in _ZONDER_DAGEN:
        return Financieringstijdvak()
    rij = normen().norm(f"financiering-{soort.value}")
    mogelijk = None
    if soort is Financieringssoort.ZONMW:
        mogelijk = normen().norm("financiering-zonmw-programma")
    return Financieringstijdvak(
        van=_grens(rij.norm.van, rij.bron),
        tot_en_met=_grens(rij.norm.tot_en_met, rij.bron),
        mogelijk_van=None if mogelijk is None else _grens(mogelijk.norm.van, mogelijk.bron),
    )


def _grens(datum: date | None, bron: Bron) -> Grens | None:
    return None if datum is None else Grens(datum=datum, bron=bron)


TIJDVAKKEN: Final[Mapping[Financieringssoort, Financieringstijdvak]] = MappingProxyType(
    {soort: _tijdvak(soort) for soort in Financieringssoort}
)
"""Every kind of payer; one without bounds has none that a source states."""
