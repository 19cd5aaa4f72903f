"""What was declared for one woman."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple, final

from geboortezorg.model.declaratie import Declaratieregel
from geboortezorg.nummers import bsn
from geboortezorg.tabellen import Tabellen
from geboortezorg.tabellen.normen import normen
from geboortezorg.tijd import overlappen
from geboortezorg.zorggeval.groep import Bekend, Groep, op_volgorde
from geboortezorg.zorggeval.post import Post
from geboortezorg.zorggeval.samenhang import zwangerschappen
from geboortezorg.zorggeval.verrekening import verreken
from geboortezorg.zorggeval.vogelvlucht import Vogelvlucht, vogelvlucht

if TYPE_CHECKING:
    from geboortezorg.model.dossier import Dossier
    from geboortezorg.model.zorgepisode import Zorgepisode

EERSTE_DAG_START_ZORG: Final = normen().norm("peildatum-start-zorg").looptijd.van
"""From this start of care on, tariff and insurer follow the start of care (KNOV, peildata)."""


@final
class Zorggeval:
    """The declaratieregels of one woman, beside the dossier that they stand in, if any."""

    __slots__ = (
        "_per_nummer",
        "_tellend",
        "_zwangerschappen",
        "credits",
        "dossier",
        "een_vrouw",
        "groepen",
        "per_sleutel",
        "posten",
        "vogelvlucht",
    )

    vogelvlucht: Vogelvlucht
    """All lines at a glance: only where there are any."""

    def __init__(self, *, een_vrouw: bool, dossier: "Dossier | None" = None) -> None:
        """Make an empty case; :func:`zorggevallen` fills it."""
        self.een_vrouw = een_vrouw
        """Whether all lines are known to be of the same woman.

        Lines of a declaratie without a BSN stand together in a case of which this is untrue: what
        holds for a woman cannot be judged there.
        """
        self.dossier = dossier
        self.posten: list[Post] = []
        """Every line, credits too, in the order of the document."""
        self.per_sleutel: dict[tuple[str, str, str], Groep] = {}
        """The lines by prestatie, provider and insurer."""
        self.groepen: Collection[Groep] = self.per_sleutel.values()
        self.credits = False
        """Whether there are credits in the document."""
        self._tellend: list[Post] | None = None
        self._zwangerschappen: list[list[Post]] | None = None
        self._per_nummer: dict[tuple[str | None, str], Post] | None = None

    @property
    def tellend(self) -> list[Post]:
        """The lines with a known prestatie that no credit takes back as a whole."""
        if self._tellend is None:
            self._tellend = self.posten
            if self.credits or any(groep.prestatie is None for groep in self.groepen):
                self._tellend = [
                    post for post in self.posten if post.telt and post.prestatie is not None
                ]
        return self._tellend

    @property
    def starts(self) -> set[date]:
        """Every start of care that the lines name."""
        genoemd = {post.declaratieregel.startdatum_zorg for post in self.posten}
        return {start for start in genoemd if start is not None}

    @property
    def bevaldagen(self) -> set[date | None]:
        """Every day of birth that the lines name; None when one of them names none."""
        return {post.declaratieregel.datum_partus for post in self.posten}

    @property
    def zwangerschappen(self) -> list[list[Post]]:
        """The counting lines by pregnancy, in the order of the document."""
        if self._zwangerschappen is None:
            self._zwangerschappen = zwangerschappen(self)
        return self._zwangerschappen

    def van(self, prestaties: Iterable[str]) -> list[Post]:
        """Return the counting lines of some prestaties, by their stable names."""
        namen = frozenset(prestaties)
        return op_volgorde(
            groep.tellend
            for groep in self.groepen
            if groep.prestatie is not None and groep.prestatie_id in namen
        )

    def grondslag(self, post: Post) -> list[Post | None]:
        """Return the line behind each reference over which a toeslag is computed, where known.

        A reference is unique for its provider only, so a line of the same provider goes first,
        and a debit that counts before one that was taken back.
        """
        if self._per_nummer is None:
            self._per_nummer = {}
            for ander in sorted(self.posten, key=lambda ander: ander.telt):
                nummer = ander.declaratieregel.referentienummer
                self._per_nummer[None, nummer] = ander
                self._per_nummer[ander.declaratieregel.zorgaanbieder_agb, nummer] = ander
        agb, per_nummer = post.declaratieregel.zorgaanbieder_agb, self._per_nummer
        return [
            per_nummer.get((agb, nummer)) or per_nummer.get((None, nummer))
            for nummer in post.declaratieregel.grondslag_referentienummers
        ]


def _enige(paren: "list[tuple[str | None, Zorgepisode]]") -> "dict[str | None, Zorgepisode]":
    """Return the zorgepisodes by what no other one of them has."""
    uit = dict(paren)
    if len(uit) < len(paren):
        vaker = Counter(naam for naam, _ in paren)
        uit = {naam: episode for naam, episode in paren if vaker[naam] == 1}
    return uit


class Zorggevallen(NamedTuple):
    """The lines of a document."""

    gevallen: list[Zorggeval]
    """By woman: one case for a dossier, else one for each BSN."""
    posten: list[Post]
    """In the order of the document."""


def zorggevallen(
    declaratieregels: Iterable[Declaratieregel],
    tabellen: Tabellen,
    dossier: "Dossier | None" = None,
    bekend: Bekend | None = None,
) -> Zorggevallen:
    """Return the cases behind lines; what is `bekend` of the tables can be kept for the next."""
    if bekend is None:
        bekend = Bekend(tabellen)
    gevallen: dict[str | None, Zorggeval] = {}
    geval: Zorggeval | None = None
    episodes = () if dossier is None else dossier.zorgepisodes
    if episodes:
        per_naam = _enige([(e.zorgepisode_id, e) for e in episodes])
        per_aanbieder = _enige([(e.zorgaanbieder.agb_code, e) for e in episodes])
    if dossier is not None:
        geval = gevallen[None] = Zorggeval(een_vrouw=True, dossier=dossier)
    posten: list[Post] = []
    credits_ = False
    for nummer, declaratieregel in enumerate(declaratieregels):
        if dossier is None:
            vrouw = declaratieregel.bsn
            geval = gevallen.get(vrouw)
        if geval is None:
            geval = _nieuw(gevallen, vrouw)
        agb = declaratieregel.zorgaanbieder_agb
        sleutel = (declaratieregel.prestatie, agb, declaratieregel.uzovi_code)
        groep = geval.per_sleutel.get(sleutel)
        if groep is None:
            groep = geval.per_sleutel[sleutel] = Groep(geval, sleutel, bekend)
        episode = None
        if episodes:  # the one that the line names, or else the only one of its provider
            genoemd = declaratieregel.zorgepisode_id
            episode = per_aanbieder.get(agb) if genoemd is None else per_naam.get(genoemd)
        start = peildatum = antwoord = None
        periode = declaratieregel.periode
        van = periode.van
        if (prestatie := groep.prestatie) is not None:
            peildatum = van
            if prestatie.peildatum_start_zorg:
                start, peildatum = _start(declaratieregel, episode, dossier)
            if peildatum is not None:
                antwoord = groep.per_dag[peildatum]
        post = Post(nummer, declaratieregel, groep, episode, start, peildatum, antwoord)
        if not post.debet:
            credits_ = True
        if antwoord is not groep.antwoord:
            if groep.posten:
                groep.eender = False
            else:
                groep.antwoord = antwoord
        if declaratieregel.behandelaar_agb or declaratieregel.behandelaar_specialisme:
            groep.behandelaar = True
        groep.posten.append(post)
        groep.begin.append(van)
        groep.einde.append(periode.tot_en_met)
        geval.posten.append(post)
        posten.append(post)
    uit = Zorggevallen([*dict.fromkeys(gevallen.values())], posten)
    for geval in uit.gevallen if posten else ():
        begin, einde = list[date](), list[date]()
        for groep in geval.groepen:
            begin += groep.begin
            einde += groep.einde
        geval.vogelvlucht = vogelvlucht(begin, einde)
    if credits_:
        _verreken(uit)
    return uit


def _nieuw(gevallen: dict[str | None, Zorggeval], nummer: str | None) -> Zorggeval:
    """Return the case of a BSN that no earlier line has; the dummy is of nobody knows whom."""
    geval = Zorggeval(een_vrouw=nummer not in {None, bsn.DUMMY})
    if not geval.een_vrouw:
        geval = gevallen.setdefault(None, geval)
    gevallen[nummer] = geval
    return geval


def _verreken(uit: Zorggevallen) -> None:
    """Set the credits against the debits over all cases: a credit can name another woman's."""
    posten = uit.posten
    for post, uitkomst in zip(posten, verreken([p.boeking() for p in posten]), strict=True):
        post.verreken(uitkomst, None if uitkomst.tegen is None else posten[uitkomst.tegen])
    for geval in uit.gevallen:
        geval.credits = True
        for groep in geval.groepen:
            groep.tellend = [post for post in groep.posten if post.telt]


def _start(
    declaratieregel: Declaratieregel, episode: "Zorgepisode | None", dossier: "Dossier | None"
) -> tuple[date | None, date | None]:
    """Return the start of care that it follows, and the decisive date: before 2015 the birth."""
    # The zorgepisode outranks what the line says of itself, unless it is only guessed, and over or
    # not begun on the days of the care: GZ-REGEL-004 then doubts which of the two it is.
    start = declaratieregel.startdatum_zorg
    if episode is not None and (
        start is None
        or declaratieregel.zorgepisode_id is not None
        or overlappen(episode.looptijd, declaratieregel.periode)
    ):
        start = episode.looptijd.van
    if start is not None and start < EERSTE_DAG_START_ZORG:
        return start, None if dossier is None else dossier.zwangerschap.datum_einde
    return start, start
