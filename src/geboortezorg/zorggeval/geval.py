"""What was declared for one woman."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Final, final

from geboortezorg.model.declaratie import Declaratieregel
from geboortezorg.nummers import bsn
from geboortezorg.tabellen import Tabellen
from geboortezorg.tabellen.normen import normen
from geboortezorg.zorggeval.post import Post
from geboortezorg.zorggeval.samenhang import Samenloop, samenlopen, zwangerschappen
from geboortezorg.zorggeval.verrekening import verreken

if TYPE_CHECKING:
    from geboortezorg.model.dossier import Dossier
    from geboortezorg.model.zorgepisode import Zorgepisode

_DEBET: Final = attrgetter("debet")

EERSTE_DAG_START_ZORG: Final = normen().norm("peildatum-start-zorg").looptijd.van
"""From this start of care on, tariff and insurer follow the start of care (KNOV, peildata)."""


@final
class Zorggeval:
    """The declaratieregels of one woman, beside the dossier that they stand in, if any."""

    __slots__ = (
        "_per_nummer",
        "_samenlopen",
        "_tellend",
        "_zwangerschappen",
        "dossier",
        "een_vrouw",
        "posten",
    )

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
        self._tellend: list[Post] | None = None
        self._samenlopen: list[Samenloop] | None = None
        self._zwangerschappen: list[list[Post]] | None = None
        self._per_nummer: dict[tuple[str | None, str], Post] | None = None

    @property
    def tellend(self) -> list[Post]:
        """The lines with a known prestatie that no credit takes back as a whole."""
        if self._tellend is None:
            self._tellend = [
                post for post in self.posten if post.telt and post.prestatie is not None
            ]
        return self._tellend

    @property
    def zwangerschappen(self) -> list[list[Post]]:
        """The counting lines by pregnancy, in the order of the document."""
        if self._zwangerschappen is None:
            self._zwangerschappen = zwangerschappen(self)
        return self._zwangerschappen

    @property
    def samenlopen(self) -> list[Samenloop]:
        """The lines that cannot stand beside another one, by the list of prestaties."""
        if self._samenlopen is None:
            self._samenlopen = samenlopen(self)
        return self._samenlopen

    def van(self, prestaties: Iterable[str]) -> list[Post]:
        """Return the counting lines of some prestaties, by their stable names."""
        namen = frozenset(prestaties)
        return [post for post in self.tellend if post.prestatie_id in namen]

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


class _Episodes:
    """The zorgepisodes of a dossier, by key and by provider."""

    __slots__ = ("_per_aanbieder", "_per_sleutel")

    def __init__(self, dossier: "Dossier | None") -> None:
        self._per_sleutel: dict[str, list[Zorgepisode]] = {}
        self._per_aanbieder: dict[str | None, list[Zorgepisode]] = {}
        for episode in () if dossier is None else dossier.zorgepisodes:
            agb = episode.zorgaanbieder.agb_code
            self._per_sleutel.setdefault(episode.zorgepisode_id, []).append(episode)
            self._per_aanbieder.setdefault(agb, []).append(episode)

    def van(self, declaratieregel: Declaratieregel) -> "Zorgepisode | None":
        """Return the zorgepisode that a line names, or else the only one of its provider."""
        sleutel = declaratieregel.zorgepisode_id
        if sleutel is None:
            kandidaten = self._per_aanbieder.get(declaratieregel.zorgaanbieder_agb, ())
        else:
            kandidaten = self._per_sleutel.get(sleutel, ())
        return kandidaten[0] if len(kandidaten) == 1 else None


def zorggevallen(
    declaratieregels: Iterable[Declaratieregel],
    tabellen: Tabellen,
    dossier: "Dossier | None" = None,
) -> list[Zorggeval]:
    """Return the cases behind lines: one for a dossier, else one for each BSN."""
    gevallen: dict[str | None, Zorggeval] = {}
    if dossier is not None:
        gevallen[None] = Zorggeval(een_vrouw=True, dossier=dossier)
    episodes = _Episodes(dossier)
    posten: list[Post] = []
    for nummer, declaratieregel in enumerate(declaratieregels):
        sleutel = None if dossier is not None else declaratieregel.bsn
        if sleutel == bsn.DUMMY:
            sleutel = None
        geval = gevallen.get(sleutel)
        if geval is None:
            geval = gevallen[sleutel] = Zorggeval(een_vrouw=sleutel is not None)
        prestatie = tabellen.prestatie(declaratieregel.prestatie)
        post = Post(nummer, declaratieregel, geval, episodes.van(declaratieregel), prestatie)
        if prestatie is not None:
            if prestatie.peildatum_start_zorg:
                _start(post)
            else:
                post.peildatum = declaratieregel.periode.van
            if post.peildatum is not None:
                post.tariefantwoord = tabellen.lookup(prestatie.prestatie_id, post.peildatum)
        geval.posten.append(post)
        posten.append(post)
    _verreken(posten)
    return list(gevallen.values())


def _verreken(posten: Sequence[Post]) -> None:
    """Set the credits against the debits over all cases: a credit can name another woman's."""
    if all(map(_DEBET, posten)):
        return  # the most common: nothing to set against each other
    for post, uitkomst in zip(posten, verreken([p.boeking() for p in posten]), strict=True):
        post.verreken(uitkomst, None if uitkomst.tegen is None else posten[uitkomst.tegen])


def _start(post: Post) -> None:
    """Fill in the decisive date of care that follows its start; before 2015 it was the birth."""
    # The zorgepisode outranks what the line says of itself.
    episode, dossier = post.episode, post.geval.dossier
    start = post.declaratieregel.startdatum_zorg if episode is None else episode.looptijd.van
    post.startdatum = post.peildatum = start
    if start is not None and start < EERSTE_DAG_START_ZORG:
        post.peildatum = None if dossier is None else dossier.zwangerschap.datum_einde
