"""What tables say of prestaties, kept by the names that documents give them."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Final, final

from geboortezorg.model.prestatie import MINUTEN, Prestatie
from geboortezorg.tabellen import GenoemdePrestatie, Tabellen, Tariefantwoord


@final
class Soort:
    """A name of a prestatie and what the tables say of its tariff: one object for all such lines."""

    __slots__ = ("antwoord", "genoemd")

    def __init__(
        self, genoemd: GenoemdePrestatie | None, antwoord: Tariefantwoord | None = None
    ) -> None:
        self.genoemd = genoemd
        """The prestatie with its list; None when it is unknown."""
        self.antwoord = antwoord
        """What they say of its tariff; None when that is not asked, or not known of which day."""


Naam = tuple[Soort, Prestatie | None, str, int | None, Mapping[date, Soort]]
"""What the tables say of a name of a prestatie.

Without an answer; the prestatie, or None when it is unknown; its stable name, or what the document
says when it is unknown; how many minutes one of it is, if it is time; and with the answer of a day.
"""

_ONBEKEND: Final = Soort(None)
_GEEN_DAG: Final[Mapping[date, Soort]] = MappingProxyType({})


@final
class Bekend(dict[str, Naam]):
    """What tables say of prestaties by the names in documents: kept of those that they know."""

    def __init__(self, tabellen: Tabellen) -> None:
        super().__init__()
        self._tabellen = tabellen

    def __missing__(self, naam: str) -> Naam:
        genoemd = self._tabellen.genoemde_prestatie(naam)
        if genoemd is None:
            return _ONBEKEND, None, naam, None, _GEEN_DAG
        prestatie = genoemd.prestatie
        per_dag = self._tabellen.per_dag(prestatie, partial(Soort, genoemd))
        minuten = MINUTEN.get(prestatie.eenheid)
        self[naam] = bekend = Soort(genoemd), prestatie, prestatie.prestatie_id, minuten, per_dag
        return bekend
