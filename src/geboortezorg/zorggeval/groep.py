"""Lines of one woman that differ in no more than their days, their quantity and their amounts."""

from collections.abc import Callable, Collection, Iterable, Iterator, KeysView, Mapping, Sequence
from datetime import date
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Final, final

from geboortezorg.geld import Exact
from geboortezorg.model.prestatie import Prestatie
from geboortezorg.tabellen import Tariefantwoord
from geboortezorg.zorggeval.bekend import Soort
from geboortezorg.zorggeval.post import Post

if TYPE_CHECKING:
    from geboortezorg.model.declaratie import Declaratieregel
    from geboortezorg.model.zorgepisode import Zorgepisode
    from geboortezorg.zorggeval.geval import Zorggeval


@final
class Groep:
    """The lines of one woman with one prestatie, of one provider, to one insurer.

    There are few of these, however many lines: what hangs on them alone is asked of a group. What
    its lines say together is noted in one pass; a line becomes a :class:`Post` when that is asked.
    """

    __slots__ = (
        "_plaatsen",
        "_posten",
        "_tellend",
        "eender",
        "eerste",
        "eigen_dagen",
        "eigen_eenheid",
        "geval",
        "hoogste",
        "klopt",
        "laagste",
        "laatste",
        "laatste_begin",
        "lijnen",
        "meer",
        "minuten",
        "noemt_start",
        "omgekeerd",
        "op_een_dag",
        "per_dag",
        "prestatie",
        "prestatie_id",
        "soort",
        "startdagen",
        "telt",
        "uzovi_code",
        "zorgaanbieder_agb",
    )

    geval: "Zorggeval"
    """The other lines of the same woman."""
    lijnen: "Sequence[Declaratieregel]"
    """The lines, of which there is one at least, credits too, in the order of the document."""
    _plaatsen: int | Sequence[int]
    zorgaanbieder_agb: str
    uzovi_code: str
    prestatie: Prestatie | None
    prestatie_id: str
    """The stable name of the prestatie, or what the document says when it is unknown."""
    minuten: int | None
    """How many minutes one of it is, if it is time."""
    per_dag: Mapping[date, Soort]
    """What the tables say of its tariff on a day."""
    telt: bool
    """Whether there is a debit that no credit takes back as a whole."""
    _posten: list[Post] | None
    _tellend: list[Post] | None
    eerste: date
    """The first day of all lines, credits too."""
    laatste_begin: date
    """The last of their first days."""
    laatste: date
    """The last of their last days."""
    op_een_dag: bool
    """Whether each is of one day."""
    eigen_dagen: bool
    """Whether there is one line, or each is of a day of its own: none is there twice then."""
    omgekeerd: bool
    """Whether one ends before it begins."""
    soort: Soort
    """What the tables say of the name, and of the tariff of the first line."""
    eender: bool
    """Whether they say the same of every line."""
    startdagen: list[date | None] | None
    """The start of care that each line follows; None where that does not decide."""
    eigen_eenheid: bool
    """Whether each line counts in the unit of the prestatie."""
    meer: bool
    """Whether there is more than one of it on a line, by its own unit."""
    laagste: int
    """The lowest tariff of a line, by its own unit."""
    hoogste: int
    """The highest one."""
    klopt: bool
    """Whether each amount is the tariff times the quantity, and something of it is asked."""
    noemt_start: bool
    """Whether a line names its zorgepisode, or the start of its care."""

    def _zoek(
        self, lijn: "Declaratieregel", episode: "Zorgepisode | None"
    ) -> tuple[date | None, date | None, Tariefantwoord | None]:
        """Return the start of care that a line follows, the day that decides, and the tariff then."""
        if self.prestatie is None:
            return None, None, None
        if not self.prestatie.peildatum_start_zorg:
            return None, lijn.periode.van, self.per_dag[lijn.periode.van].antwoord
        start, peildatum = self.geval.peil.start(lijn, episode)
        return start, peildatum, None if peildatum is None else self.per_dag[peildatum].antwoord

    @property
    def plaatsen(self) -> Sequence[int]:
        """Where the lines stand, credits too, in the order of the document."""
        vanaf = self._plaatsen
        return range(vanaf, vanaf + len(self.lijnen)) if isinstance(vanaf, int) else vanaf

    @property
    def behandelaar(self) -> str | None:
        """Who gave the care, or of which kind, as a line says; None where none does."""
        for lijn in self.lijnen:
            wie = lijn.behandelaar_agb or lijn.behandelaar_specialisme
            if wie:
                return wie
        return None

    @property
    def antwoord(self) -> Tariefantwoord | None:
        """What the tables say of the tariff of the first line."""
        return self.soort.antwoord

    @property
    def begin(self) -> list[date]:
        """The first days of the lines, credits too, in their order."""
        return [lijn.periode.van for lijn in self.lijnen]

    @property
    def einde(self) -> list[date]:
        """Their last days."""
        return [lijn.periode.tot_en_met for lijn in self.lijnen]

    @property
    def tariefdagen(self) -> list[date]:
        """The day that decides the tariff of each line, or else its first day."""
        return self.begin if self.startdagen is None else [post.tariefdag for post in self.posten]

    @property
    def eerste_einde(self) -> date:
        """The first of their last days."""
        return self.eerste if self.op_een_dag else min(self.einde)

    @property
    def posten(self) -> list[Post]:
        """The lines with their look-ups, credits too, in the order of the document."""
        if self._posten is None:
            self._posten, geval = [], self.geval
            geval.met_posten, peil = True, geval.peil
            for plaats, lijn in zip(self.plaatsen, self.lijnen, strict=True):
                episode = peil.episode(lijn)
                self._posten.append(Post(plaats, lijn, self, episode, *self._zoek(lijn, episode)))
        return self._posten

    def sommige(self, kies: "Callable[[Declaratieregel], bool]") -> list[Post]:
        """Return the lines that are chosen as posts, credits too: the others are left lines."""
        if self._posten is not None:
            return [post for post in self._posten if kies(post.declaratieregel)]
        uit: list[Post] = []
        for plaats, lijn in zip(self.plaatsen, self.lijnen, strict=True):
            if kies(lijn):
                episode = self.geval.peil.episode(lijn)
                uit.append(Post(plaats, lijn, self, episode, *self._zoek(lijn, episode)))
        return uit

    @property
    def tellend(self) -> list[Post]:
        """The debits that no credit takes back as a whole."""
        return self.posten if self._tellend is None else self._tellend

    @property
    def tellende_lijnen(self) -> "Sequence[Declaratieregel]":
        """The same debits, not made to be more than lines."""
        if self._tellend is None:
            return self.lijnen
        return [post.declaratieregel for post in self._tellend]

    @property
    def enkel(self) -> bool:
        """Whether but one line counts, of no more than one."""
        if self._tellend is None and self.eigen_eenheid:
            return len(self.lijnen) == 1 and not self.meer
        tellend = self.tellend
        return len(tellend) == 1 and (tellend[0].aantal is None or tellend[0].aantal <= 1)

    @property
    def in_minuten(self) -> list[Exact | None]:
        """What each line that counts is in minutes; None of one that is no time."""
        minuten = self.minuten
        if self._tellend is None and self.eigen_eenheid and minuten is not None:
            return [lijn.aantal * minuten for lijn in self.lijnen]
        return [post.minuten for post in self.tellend]

    def verreken(self) -> None:
        """Leave out what credits took back, once each line knows what they did to it."""
        self._tellend = [post for post in self.posten if post.telt]
        self.telt = bool(self._tellend)

    @property
    def antwoorden(self) -> Collection[Tariefantwoord | None]:
        """What the tables say of the tariff of the lines, each answer once."""
        if self.eender:
            return (self.antwoord,)
        return {id(post.tariefantwoord): post.tariefantwoord for post in self.posten}.values()

    def laat_los(self) -> None:
        """Break the ring of lines and the group that they stand in."""
        del self.geval, self._posten, self._tellend


_NUMMER: Final = attrgetter("nummer")


def op_volgorde(lijsten: "Iterable[list[Post]]") -> "list[Post]":
    """Return lines that stand in several lists, in the order of the document."""
    delen = list(lijsten)
    if len(delen) < 2:
        return delen[0] if delen else []
    return sorted(chain.from_iterable(delen), key=_NUMMER)


@final
class PerPrestatie(Mapping[str, list[Post]]):
    """The lines of groups that count, by prestatie: a line is made a post when it is asked for."""

    __slots__ = ("_groepen",)

    def __init__(self, groepen: Iterable[Groep]) -> None:
        self._groepen: dict[str, list[Groep]] = {}
        for groep in groepen:
            if groep.telt:
                self._groepen.setdefault(groep.prestatie_id, []).append(groep)

    def __getitem__(self, prestatie: str) -> list[Post]:
        return op_volgorde([groep.tellend for groep in self._groepen[prestatie]])

    def lijnen(self, prestatie: str) -> "list[Declaratieregel]":
        """Return all its lines, credits too, in the order of the document."""
        groepen = self._groepen[prestatie]
        plaatsen = sorted([plaats for groep in groepen for plaats in groep.plaatsen])
        return [groepen[0].geval.lijnen[plaats] for plaats in plaatsen]

    def __contains__(self, prestatie: object) -> bool:
        return prestatie in self._groepen

    def __iter__(self) -> Iterator[str]:
        return iter(self._groepen)

    def __len__(self) -> int:
        return len(self._groepen)

    def keys(self) -> KeysView[str]:
        """Return the prestaties."""
        return self._groepen.keys()
