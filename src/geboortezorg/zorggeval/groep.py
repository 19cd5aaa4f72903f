"""Lines of one woman that differ in no more than their days, their quantity and their amounts."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple, final

from geboortezorg.model.prestatie import MINUTEN, Prestatie
from geboortezorg.tabellen import GenoemdePrestatie, Tabellen, Tariefantwoord

if TYPE_CHECKING:
    from geboortezorg.zorggeval.geval import Zorggeval
    from geboortezorg.zorggeval.post import Post


class Naam(NamedTuple):
    """What the tables say of a name of a prestatie."""

    genoemd: GenoemdePrestatie | None
    """The prestatie with its list; None when it is unknown."""
    prestatie: Prestatie | None
    prestatie_id: str
    """The stable name of the prestatie, or what the document says when it is unknown."""
    minuten: int | None
    """How many minutes one of it is; None for a prestatie that is no time."""
    per_dag: Mapping[date, Tariefantwoord]
    """What they say of its tariff on a day."""


@final
class Bekend(dict[str, Naam]):
    """What tables say of prestaties by the names in documents: kept of those that they know."""

    def __init__(self, tabellen: Tabellen) -> None:
        super().__init__()
        self._tabellen = tabellen

    def __missing__(self, naam: str) -> Naam:
        genoemd = self._tabellen.genoemde_prestatie(naam)
        if genoemd is None:
            return Naam(None, None, naam, None, self._tabellen.per_dag(naam))
        prestatie = genoemd.prestatie
        per_dag = self._tabellen.per_dag(prestatie.prestatie_id)
        self[naam] = bekend = Naam(
            genoemd, prestatie, prestatie.prestatie_id, MINUTEN.get(prestatie.eenheid), per_dag
        )
        return bekend


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

    def __init__(self, geval: "Zorggeval", sleutel: tuple[str, str, str], bekend: "Bekend") -> None:
        """Make an empty group."""
        self.naam, self.zorgaanbieder_agb, self.uzovi_code = sleutel
        """The prestatie as the lines name it; their provider; and their insurer."""
        self.geval = geval
        """The other lines of the same woman."""
        self.genoemd, self.prestatie, self.prestatie_id, self.minuten, self.per_dag = bekend[
            sleutel[0]
        ]
        self.posten: list[Post] = []
        """The lines, credits too, in the order of the document."""
        self.tellend = self.posten
        """The debits that no credit takes back as a whole."""
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

    @property
    def antwoorden(self) -> Collection[Tariefantwoord | None]:
        """What the tables say of the tariff of the lines, each answer once."""
        if self.eender:
            return (self.antwoord,)
        return {id(post.tariefantwoord): post.tariefantwoord for post in self.posten}.values()


_NUMMER: Final = attrgetter("nummer")


def op_volgorde(lijsten: "Iterable[list[Post]]") -> "list[Post]":
    """Return lines that stand in several lists, in the order of the document."""
    delen = list(lijsten)
    if len(delen) < 2:
        return delen[0] if delen else []
    return sorted(chain.from_iterable(delen), key=_NUMMER)
