"""Lines of one woman that differ in no more than their days, their quantity and their amounts."""

from collections.abc import Callable, Collection, Iterable, Iterator, KeysView, Mapping, Sequence
from datetime import date
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Final, final

from geboortezorg.geld import Exact
from geboortezorg.model.declaratie import DebetCredit
from geboortezorg.tabellen import Tariefantwoord
from geboortezorg.zorggeval.bekend import Naam, Soort
from geboortezorg.zorggeval.post import Post

if TYPE_CHECKING:
    from geboortezorg.model.declaratie import Declaratieregel
    from geboortezorg.model.zorgepisode import Zorgepisode
    from geboortezorg.zorggeval.geval import Zorggeval

_DEBET: Final = DebetCredit.DEBET


@final
class Groep:
    """The lines of one woman with one prestatie, of one provider, to one insurer.

    There are few of these, however many lines: what hangs on them alone is asked of a group. What
    its lines say together is noted in one pass; a line becomes a :class:`Post` when that is asked.
    """

    __slots__ = (
        "_posten",
        "_tellend",
        "antwoord",
        "behandelaar",
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
        "plaatsen",
        "prestatie",
        "prestatie_id",
        "soort",
        "startdagen",
        "telt",
        "uzovi_code",
        "zorgaanbieder_agb",
    )

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
    antwoord: Tariefantwoord | None
    """What they say of that tariff."""
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
    behandelaar: bool
    """Whether a line says who gave the care."""
    noemt_start: bool
    """Whether a line names its zorgepisode, or the start of its care."""

    def __init__(
        self, geval: "Zorggeval", plaatsen: list[int], naam: Naam, agb: str, uzovi_code: str
    ) -> None:
        """Take the places of the lines in the document, of which there is one at least.

        And what they have in common: what is known of their prestatie, the provider and the insurer.
        """
        self.geval = geval
        """The other lines of the same woman."""
        self.plaatsen = plaatsen
        """Where the lines stand, credits too, in the order of the document."""
        self.zorgaanbieder_agb = agb
        self.uzovi_code = uzovi_code
        zonder, self.prestatie, self.prestatie_id, self.minuten, self.per_dag = naam
        self._posten: list[Post] | None = None
        self._tellend: list[Post] | None = None
        self.telt = True
        """Whether there is a debit that no credit takes back as a whole."""
        if len(plaatsen) == 1:
            self._een(zonder)
        else:
            self._meer(zonder)

    def _een(self, zonder: Soort) -> None:
        """Note what the only line says: most groups have no more."""
        geval, prestatie = self.geval, self.prestatie
        lijn = geval.lijnen[self.plaatsen[0]]
        self.lijnen: Sequence[Declaratieregel] = (lijn,)
        """The lines, credits too, in that order."""
        periode = lijn.periode
        self.eerste = self.laatste_begin = van = periode.van
        self.laatste = tot_en_met = periode.tot_en_met
        self.op_een_dag = op_een_dag = tot_en_met == van
        self.omgekeerd = not op_een_dag and tot_en_met < van
        self.eigen_dagen = self.eender = True
        eenheid, aantal = lijn.eenheid, lijn.aantal
        self.eigen_eenheid = prestatie is not None and (
            eenheid is None or eenheid is prestatie.eenheid
        )
        self.meer = aantal > 1
        self.laagste = self.hoogste = tarief = lijn.tarief_eurocent
        bedrag = lijn.bedrag_eurocent
        self.klopt = tarief * aantal == bedrag and 0 < lijn.declaratiebedrag_eurocent <= bedrag
        if lijn.debet_credit is not _DEBET:
            geval.credits = True
        start = lijn.startdatum_zorg
        if start is not None:
            geval.starts.add(start)
        self.noemt_start = start is not None or lijn.zorgepisode_id is not None
        geval.bevaldagen.add(lijn.datum_partus)
        self.behandelaar = bool(lijn.behandelaar_agb or lijn.behandelaar_specialisme)
        self.startdagen, soort = None, zonder
        if prestatie is None:
            pass
        elif prestatie.peildatum_start_zorg:
            peil = geval.peil
            start, peildatum = peil.start(lijn, peil.episode(lijn))
            self.startdagen = [start]
            if peildatum is not None:
                soort = self.per_dag[peildatum]
        else:
            soort = self.per_dag[van]
        self.soort, self.antwoord = soort, soort.antwoord

    def _meer(self, zonder: Soort) -> None:
        """Note what two lines or more say together."""
        geval, plaatsen = self.geval, self.plaatsen
        alle, vanaf, tot = geval.lijnen, plaatsen[0], plaatsen[-1] + 1
        self.lijnen = (
            alle[vanaf:tot]
            if tot - vanaf == len(plaatsen)
            else [alle[plaats] for plaats in plaatsen]
        )
        # One pass over the lines, with names of its own: it is run often.
        lijnen, prestatie, per_dag, peil = self.lijnen, self.prestatie, self.per_dag, geval.peil
        eigen_eenheid = prestatie is not None
        eigen = None if prestatie is None else prestatie.eenheid
        eerste_lijn = lijnen[0]
        laagste = hoogste = eerste_lijn.tarief_eurocent
        begin = eerste = eerste_lijn.periode.van
        laatste_begin = laatste = date.min
        op_een_dag = oplopend = klopt = True
        meer = omgekeerd = behandelaar = noemt_start = False
        genoemd, partus = None, eerste_lijn.datum_partus
        geval.bevaldagen.add(partus)
        for lijn in lijnen:
            periode = lijn.periode
            van, tot_en_met = periode.van, periode.tot_en_met
            if van > laatste_begin:
                laatste_begin = van
            elif van < eerste:
                eerste, oplopend = van, False
            else:
                oplopend = False
            if tot_en_met != van:
                op_een_dag = False
                laatste = tot_en_met if tot_en_met > laatste else laatste
                if tot_en_met < van:
                    omgekeerd = True
            eenheid, aantal, tarief = lijn.eenheid, lijn.aantal, lijn.tarief_eurocent
            if eenheid is not None and eenheid is not eigen:
                eigen_eenheid = False
            if aantal > 1:
                meer = True
            if tarief < laagste:
                laagste = tarief
            elif tarief > hoogste:
                hoogste = tarief
            bedrag = lijn.bedrag_eurocent
            if tarief * aantal != bedrag or not 0 < lijn.declaratiebedrag_eurocent <= bedrag:
                klopt = False
            if lijn.debet_credit is not _DEBET:
                geval.credits = True
            start, dag = lijn.startdatum_zorg, lijn.datum_partus
            if start is not None:
                noemt_start = True
                if start != genoemd:
                    geval.starts.add(start)
                    genoemd = start
            if dag is not partus and dag != partus:
                geval.bevaldagen.add(dag)
            if lijn.behandelaar_agb or lijn.behandelaar_specialisme:
                behandelaar = True
            if lijn.zorgepisode_id is not None:
                noemt_start = True
        soort, eender, self.startdagen = zonder, True, None
        if prestatie is not None and prestatie.peildatum_start_zorg:
            self.startdagen = []
            for lijn in lijnen:
                start, peildatum = peil.start(lijn, peil.episode(lijn))
                self.startdagen.append(start)
                hier = zonder if peildatum is None else per_dag[peildatum]
                if lijn is eerste_lijn:
                    soort = hier
                elif hier is not soort:
                    eender = False
        elif prestatie is not None:
            soort = per_dag[begin]
            # What is said on two days is said on those between: each stretch has its own object.
            eender = per_dag[eerste] is per_dag[laatste_begin]
        self.eender = eender
        self.soort, self.antwoord = soort, soort.antwoord
        self.eerste, self.laatste_begin = eerste, laatste_begin
        if omgekeerd:
            laatste = max(self.einde)
        elif laatste < laatste_begin:
            laatste = laatste_begin
        self.laatste = laatste
        self.op_een_dag, self.omgekeerd = op_een_dag, omgekeerd
        self.eigen_dagen = op_een_dag and (oplopend or len({*self.begin}) == len(lijnen))
        self.eigen_eenheid, self.meer, self.klopt = eigen_eenheid, meer, klopt
        self.laagste, self.hoogste = laagste, hoogste
        self.behandelaar, self.noemt_start = behandelaar, noemt_start

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
