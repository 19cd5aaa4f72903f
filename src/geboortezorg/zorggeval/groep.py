"""Lines of one woman that differ in no more than their days, their quantity and their amounts."""

from collections.abc import Iterable
from datetime import date
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Final, final

from geboortezorg.model.prestatie import MINUTEN
from geboortezorg.tabellen import Tabellen, Tariefantwoord

if TYPE_CHECKING:
    from geboortezorg.zorggeval.geval import Zorggeval
    from geboortezorg.zorggeval.post import Post


@final
class Groep:
    """The lines of one woman with one prestatie, of one provider, to one insurer.

    There are few of these, however many lines: what hangs on them alone is asked of a group.
    """

    __slots__ = (
        "antwoord",
        "begin",
        "behandelaar",
        "eender",
        "einde",
        "genoemd",
        "geval",
        "minuten",
        "naam",
        "per_dag",
        "posten",
        "prestatie",
        "prestatie_id",
        "tellend",
        "uzovi_code",
        "zorgaanbieder_agb",
    )

    def __init__(
        self,
        geval: "Zorggeval",
        sleutel: tuple[str, str, str],
        tabellen: Tabellen,
    ) -> None:
        """Make an empty group."""
        self.naam, self.zorgaanbieder_agb, self.uzovi_code = sleutel
        """The prestatie as the lines name it; their provider; and their insurer."""
        self.geval = geval
        """The other lines of the same woman."""
        self.genoemd = genoemd = tabellen.genoemde_prestatie(self.naam)
        """The prestatie with its list; None when it is unknown."""
        self.prestatie = prestatie = None if genoemd is None else genoemd.prestatie
        self.prestatie_id = self.naam if prestatie is None else prestatie.prestatie_id
        """The stable name of the prestatie, or what the document says when it is unknown."""
        self.minuten = None if prestatie is None else MINUTEN.get(prestatie.eenheid)
        """How many minutes one of it is; None for a prestatie that is no time."""
        self.posten: list[Post] = []
        """The lines, credits too, in the order of the document."""
        self.tellend = self.posten
        """The debits that no credit takes back as a whole."""
        self.per_dag = tabellen.per_dag(self.prestatie_id)
        """What the tables say of its tariff on a day."""
        self.antwoord: Tariefantwoord | None = None
        """What they say of the tariff of the first line."""
        self.eender = True
        """Whether they say the same of every line."""
        self.begin: list[date] = []
        """The first days of the lines, credits too, in their order."""
        self.einde: list[date] = []
        """Their last days."""
        self.behandelaar = False
        """Whether a line says who gave the care."""


_NUMMER: Final = attrgetter("nummer")


def op_volgorde(lijsten: "Iterable[list[Post]]") -> "list[Post]":
    """Return lines that stand in several lists, in the order of the document."""
    delen = list(lijsten)
    if len(delen) < 2:
        return delen[0] if delen else []
    return sorted(chain.from_iterable(delen), key=_NUMMER)
