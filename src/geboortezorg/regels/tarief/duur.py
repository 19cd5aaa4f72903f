"""How long a pregnancy had lasted on the days of care, as far as a dossier or its lines tell."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date
from operator import attrgetter
from typing import Final, NamedTuple, final

from geboortezorg.model.dossier import Dossier
from geboortezorg.model.prestatie import Prestatie, op_een_dag
from geboortezorg.model.zorgepisode import Zorgepisode
from geboortezorg.model.zwangerschap import WijzeEinde
from geboortezorg.regels.context import Context
from geboortezorg.regels.tarief.opvolging import einde
from geboortezorg.tijd import dagen_tussen, zwangerschapsduur_dagen
from geboortezorg.zorggeval import Groep, Post

GRENZEN: Final = "geboorte-aannemelijk"
"""The norm on how long a pregnancy can last."""

_BEGIN: Final = attrgetter("looptijd.van")


class Grenzen(NamedTuple):
    """Bounds on the length of a pregnancy, of the whole context."""

    langste: int
    marge: int
    levend: int
    """From which length a child can live: a partus before that is rare."""


def grenzen(context: Context) -> Grenzen:
    """Return the bounds that a context gives."""
    norm = context.normen.norm(GRENZEN)
    return Grenzen(
        norm.waarde("zwangerschap.langste"),
        norm.waarde("overname.marge"),
        norm.waarde("levend.vanaf"),
    )


@final
class Duur:
    """How long a pregnancy had lasted on a day, as far as a dossier or its lines tell."""

    __slots__ = (
        "_beurten",
        "_dossier",
        "_einde",
        "_grenzen",
        "_partus",
        "_start",
        "a_terme",
        "bekend",
    )

    def __init__(
        self,
        starts: Iterable[date | None],
        partus: Iterable[date | None],
        bekend: Grenzen,
        dossier: Dossier | None,
    ) -> None:
        """Take the starts of care and the days of birth that its lines tell."""
        zwangerschap = None if dossier is None else dossier.zwangerschap
        self._grenzen, self._dossier = bekend, dossier
        self._beurten: dict[str | None, list[Zorgepisode]] | None = None
        self.a_terme = None if zwangerschap is None else zwangerschap.a_terme_datum
        geeindigd = None if zwangerschap is None else zwangerschap.datum_einde
        self._einde = geeindigd or date.max
        self._start = self._partus = None
        if self.a_terme is None:  # that says it all
            self._start = min(filter(None, starts), default=None)
            self._partus = min(filter(None, (geeindigd, *partus)), default=None)
        self.bekend = not (self.a_terme is None and self._start is None and self._partus is None)
        """Whether anything tells the length, other than how long the care itself lasts."""

    def van_groep(self, groep: Groep, *, op_begin: bool) -> tuple[int, int]:
        """Return the shortest that it can have lasted at the last line, and the longest at the first.

        Of a message, which tells no a terme date: at their beginning, or else at their end.
        """
        eerste, laatste = groep.eerste, groep.laatste_begin
        if not op_begin:
            eerste, laatste = groep.eerste_einde, groep.laatste
        kortste = dagen_tussen(self._start or groep.eerste, laatste)
        # A line after the partus says nothing of one before it.
        voor_partus = max(eerste, min(laatste, self._partus or laatste))
        return max(kortste, self._bij_partus(voor_partus)), self._hooguit(eerste)

    def van(self, post: Post, prestatie: Prestatie) -> tuple[int, int, int]:
        """Return the shortest and the longest that the pregnancy can have lasted at the care.

        And the shortest by a birth that followed, if the child could live.
        """
        periode = post.declaratieregel.periode
        dag = periode.van
        if prestatie.overname:
            dag = post.startdatum or periode.van
        elif not op_een_dag(prestatie):
            # Care goes on after the pregnancy, and makes it no longer.
            dag = min(periode.tot_en_met, self._einde, self._einde_zorg(post))
        if self.a_terme is not None:
            dagen = zwangerschapsduur_dagen(self.a_terme, dag)
            return dagen, dagen, dagen
        kortste = dagen_tussen(self._start or periode.van, dag)
        return kortste, self._hooguit(dag), self._bij_partus(dag)

    def _hooguit(self, dag: date) -> int:
        voor_partus = 0 if self._partus is None else max(0, dagen_tussen(dag, self._partus))
        return self._grenzen.langste - voor_partus

    def _bij_partus(self, dag: date) -> int:
        """Return how long it had lasted at least when a partus was to follow: 0 where none was."""
        dossier = self._dossier
        if (
            self._partus is None
            or dag > self._partus
            or (dossier is not None and dossier.zwangerschap.wijze_einde is not WijzeEinde.PARTUS)
        ):
            return 0
        return self._grenzen.levend - dagen_tussen(dag, self._partus)

    def _einde_zorg(self, post: Post) -> date:
        """Return the last day of the zorgepisode of a line, or of the latest one that it goes into.

        What began when the pregnancy was over is other care.
        """
        if post.episode is not None:
            return einde(post.episode)
        periode = post.declaratieregel.periode
        beurten = self._van_aanbieder(post.declaratieregel.zorgaanbieder_agb)
        plaats = min(
            bisect_right(beurten, max(periode.van, periode.tot_en_met), key=_BEGIN),
            bisect_left(beurten, self._einde, key=_BEGIN),
        )
        return einde(beurten[plaats - 1]) if plaats else date.max

    def _van_aanbieder(self, agb: str) -> list[Zorgepisode]:
        """Return the zorgepisodes of a provider, in the order in which they began."""
        if self._beurten is None:
            self._beurten = {}
            episodes = () if self._dossier is None else self._dossier.zorgepisodes
            for episode in sorted(episodes, key=_BEGIN):
                self._beurten.setdefault(episode.zorgaanbieder.agb_code, []).append(episode)
        return self._beurten.get(agb, [])


def eerst_over(episodes: Iterable[Zorgepisode]) -> date:
    """Return the last day of the zorgepisode that was over first; the last of all without any."""
    over = date.max
    for episode in episodes:
        tot_en_met = episode.looptijd.tot_en_met
        if tot_en_met is not None and tot_en_met < over:
            over = tot_en_met
    return over


def zorg_tot(groep: Groep, einde: date, over: date) -> tuple[date, date]:
    """Return the first and the last day on which the care of lines can have ended.

    That of the pregnancy ends with it, on `einde`; what of it was `over` sooner may have been all.
    """
    eerste, laatste = groep.eerste_einde, groep.laatste
    eerste = over if over < eerste else eerste
    if laatste > einde:
        return (einde if einde < eerste else eerste), einde
    return eerste, laatste
