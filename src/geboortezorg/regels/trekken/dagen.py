"""What lines at a glance say of the days of the care; with the norms that this hangs on."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple, final

from geboortezorg.model.prestatie import Fase, Prestatie
from geboortezorg.model.zorgepisode import Zorgepisode
from geboortezorg.model.zwangerschap import Verzekering, Zwangerschap
from geboortezorg.regels.context import Context
from geboortezorg.tabellen.normen import GevondenNorm
from geboortezorg.tijd import DAGEN_ZWANGERSCHAP, Periode, dagen_tussen, zwangerschapsduur_dagen
from geboortezorg.zorggeval import Zorggeval

if TYPE_CHECKING:
    from geboortezorg.model.declaratie import Declaratieregel

GRENZEN: Final = "geboorte-aannemelijk"
"""The norm on how long care lasts, and how long after a birth it can begin."""

GEHEEL: Final = "geheel-aannemelijk"
"""The norm on how long care of every phase lasts at least."""

FASE: Final = "fase-aannemelijk"
"""The norm on how long care of a phase lasts, and how far from the birth it lies."""

ONDERZOEK: Final = "onderzoek-aannemelijk"
"""The norm on how often something is done in one pregnancy."""

HELE_ZORG: Final = frozenset(Fase)

_WEINIG: Final = 2
"""Starts of care for each of which a look at all zorgepisodes costs least."""


@final
class Zorgduur(NamedTuple):
    """The norms on how long care lasts."""

    norm: GevondenNorm
    hele_zorg: timedelta
    """How long a pregnancy with aftercare lasts."""
    kortste: int
    """How many days care of every phase lasts at least."""
    nazorg: timedelta
    """How long after a birth care begins at the latest."""
    zwanger: timedelta
    """How long a pregnancy lasts at most."""


def zorgduur(context: Context) -> Zorgduur:
    """Return the norms of a context on how long care lasts."""
    norm, kortste = context.normen.norm(GRENZEN), context.normen.norm(GEHEEL).waarde("kortste")
    hele_zorg = timedelta(days=norm.waarde("declaratie.langste-zorg"))
    nazorg = timedelta(days=norm.waarde("declaratie.laatste-begin"))
    zwanger = timedelta(days=norm.waarde("zwangerschap.langste"))
    return Zorgduur(norm, hele_zorg, kortste, nazorg, zwanger)


@final
class Faseduur(NamedTuple):
    """The norm on care of a phase, and what it says."""

    norm: GevondenNorm
    langste: Mapping[Fase, int]
    """For how many days care of a phase lasts at most."""
    speling: timedelta
    """How far from the birth it can lie."""


def faseduur(context: Context) -> Faseduur:
    """Return the norm of a context on care of a phase."""
    norm = context.normen.norm(FASE)
    langste = {fase: norm.waarde(f"{fase.value}.langste") for fase in Fase}
    return Faseduur(norm, langste, timedelta(days=norm.waarde("bevalling.speling")))


def vaakst(context: Context) -> dict[str, int]:
    """Return how often prestaties are done in one pregnancy at most, by their stable names."""
    norm = context.normen.norm(ONDERZOEK)
    return {naam: int(norm.deel(naam)) for naam in norm.sleutels()}


@final
class Startgrenzen(NamedTuple):
    """Norms on when care of a whole pregnancy begins."""

    laatste: int
    """After how many days hardly all care before the birth can begin."""
    langste: int
    """How many days a pregnancy lasts at most."""
    kort_ervoor: int
    """Within how many days of a birth care begins too late, however long the pregnancy lasted."""
    zonder_bevaldag: int
    """Within how many days care of every phase may have begun so late, if no birth is named."""


def startgrenzen(context: Context) -> Startgrenzen:
    """Return the norms of a context on when care of a whole pregnancy begins."""
    norm, langste = context.normen.norm(GEHEEL), context.normen.norm(GRENZEN)
    return Startgrenzen(
        laatste=norm.waarde("laatste-start"),
        langste=langste.waarde("zwangerschap.langste"),
        kort_ervoor=norm.waarde("start.ervoor"),
        zonder_bevaldag=norm.waarde("kortste.zonder-bevaldag"),
    )


BEGON_LAAT: Final = "begon_laat"


def laat(zwangerschap: Zwangerschap, start: date, grenzen: Startgrenzen) -> str | None:
    """Return why all care before a birth may not have begun early enough."""
    a_terme, einde = zwangerschap.a_terme_datum, zwangerschap.datum_einde
    if a_terme is not None:
        return BEGON_LAAT if zwangerschapsduur_dagen(a_terme, start) > grenzen.laatste else None
    if einde is not None and grenzen.langste - dagen_tussen(start, einde) > grenzen.laatste:
        return "a_terme_onbekend"
    return None


def kort_ervoor(lijn: "Declaratieregel", partus: date | None, grenzen: Startgrenzen) -> bool:
    """Say whether the care of a line began too shortly before a birth.

    By births that are not premature: whoever had another shows that in a dossier.
    """
    start = lijn.startdatum_zorg
    if start is None or partus is None:
        return False
    return 0 <= dagen_tussen(start, partus) < grenzen.kort_ervoor


def ook_zonder_bevaldag(prestatie: Prestatie, grenzen: Startgrenzen) -> int:
    """Return within how many days care until a birth may have begun too late, if none is named."""
    heel = HELE_ZORG.issubset(prestatie.fasen)
    return grenzen.zonder_bevaldag if heel else grenzen.kort_ervoor


def kort(lijn: "Declaratieregel", dagen: int) -> bool:
    """Say whether the care of a line lasted fewer days, from the start that it names."""
    start = lijn.startdatum_zorg
    return start is not None and 0 <= dagen_tussen(start, lijn.periode.tot_en_met) < dagen


def rustig(geval: Zorggeval, starts: Collection[date], duur: Zorgduur) -> bool:
    """Say whether all lines together last no longer than a pregnancy does, from one start on.

    Then only what hangs on the prestatie of a line can be wrong with its days. `starts` are those
    that the lines name; of a message one lies no longer before a birth than a pregnancy lasts.
    """
    if not geval.groepen:
        return True
    vlucht, dossier = geval.vogelvlucht, geval.dossier
    eerste = begin = vlucht.eerste
    for start in starts:
        eerste = start if start < eerste else eerste
    if eerste < vlucht.laatste - duur.hele_zorg:
        return False
    if dossier is None:
        if starts:
            for dag in geval.bevaldagen:
                if dag is not None and dag - eerste > duur.zwanger:
                    return False
        return len(starts) < 2
    a_terme = dossier.zwangerschap.a_terme_datum
    return a_terme is None or a_terme.toordinal() - begin.toordinal() <= DAGEN_ZWANGERSCHAP


def ook_later(geval: Zorggeval, nazorg: timedelta) -> bool:
    """Say whether care may begin long after the pregnancy: a line by itself is then looked at.

    Of a message the first birth that its lines name is looked at.
    """
    if geval.dossier is None:
        einde = min([dag for dag in geval.bevaldagen if dag is not None], default=None)
    else:
        einde = geval.dossier.zwangerschap.datum_einde
    if einde is None or not geval.groepen:
        return False
    return not geval.vogelvlucht.voorbij_op(einde + nazorg)


def te_kort(
    prestatie: Prestatie | None,
    periode: Periode,
    start: date | None,
    episode: Zorgepisode | None,
    dagen: int,
) -> bool:
    """Say whether care of every phase, or the zorgepisode that it is of, is over too soon.

    `start` is the start of care that its line follows.
    """
    eerste, laatste = periode.van, periode.tot_en_met
    if start is not None and start < eerste:
        eerste = start
    if episode is not None:
        einde = episode.looptijd.tot_en_met or date.max
        laatste = einde if einde > laatste else laatste
    if prestatie is None or not 0 <= dagen_tussen(eerste, laatste) < dagen - 1:
        return False
    return HELE_ZORG.issubset(prestatie.fasen)


def steeds_verzekerd(geval: Zorggeval, verzekeringen: Sequence[Verzekering]) -> str | None:
    """Return the insurer of the only insurance, when that holds on all days of all lines."""
    if len(verzekeringen) != 1:
        return None
    (verzekering,), vlucht = verzekeringen, geval.vogelvlucht
    looptijd = verzekering.looptijd
    einde = looptijd.tot_en_met
    if vlucht.eerste < looptijd.van or (einde is not None and vlucht.laatste > einde):
        return None
    return verzekering.uzovi_code


def liep_door(episodes: Sequence[Zorgepisode], starts: Collection[tuple[str, date]]) -> bool:
    """Say whether an earlier zorgepisode runs on to the start of care at its provider, or past it."""
    if len(starts) <= _WEINIG:
        for episode in episodes:
            agb, looptijd = episode.zorgaanbieder.agb_code, episode.looptijd
            for van_wie, start in starts:
                if van_wie == agb and looptijd.van < start:
                    einde = looptijd.tot_en_met
                    if einde is None or dagen_tussen(einde, start) <= 1:
                        return True
        return False
    per_aanbieder = _zorgdagen(episodes)
    for van_wie, start in starts:
        eerdere = per_aanbieder.get(van_wie, ())
        plaats = bisect_left(eerdere, (start,))
        if plaats > 0 and dagen_tussen(eerdere[plaats - 1][1], start) <= 1:
            return True
    return False


def _zorgdagen(episodes: Iterable[Zorgepisode]) -> dict[str | None, list[tuple[date, date]]]:
    """Return of each provider the first days of its zorgepisodes, and until when it had care then."""
    uit: dict[str | None, list[tuple[date, date]]] = {}
    for episode in sorted(episodes, key=lambda episode: episode.looptijd.van):
        dagen_ = uit.setdefault(episode.zorgaanbieder.agb_code, [])
        einde = episode.looptijd.tot_en_met or date.max
        dagen_.append((episode.looptijd.van, max(einde, dagen_[-1][1]) if dagen_ else einde))
    return uit
