"""Whether the facts of a dossier are plain: seen in one look, before any rule is run.

Plain is one living child of one day, and zorgepisodes that follow each other, each of whoever can
be responsible. It is no norm: what is not plain is judged by the rules. A bound is that of the rule.
"""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Final, final

from geboortezorg.model.dossier import Dossier
from geboortezorg.model.partijen import ECHELONS_DISCIPLINE, Zorgaanbieder
from geboortezorg.model.zorgepisode import BARING, PerinatalePeriode, Zorgepisode
from geboortezorg.model.zwangerschap import Kind, Zwangerschap
from geboortezorg.regels.context import Context
from geboortezorg.regels.dossier import bevoegd, fasen, feiten, geboorte, zwangerschap
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.rollen import ERNAAST
from geboortezorg.regels.trekken.blik import Blik
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tijd import DAGEN_ZWANGERSCHAP, zwangerschapsduur_dagen

ZORGEPISODES: Final = (
    Trek.ZORGEPISODES,
    Trek.MEER_ZORGEPISODES,
    Trek.OVERNAME,
    Trek.OVERGENOMEN,
)
"""All that zorgepisodes can give occasion to."""

_MEER: Final[tuple[tuple[Trek, ...], tuple[Trek, ...]]] = ((), (Trek.MEER_ZORGEPISODES,))
"""What there is to see of one zorgepisode, and of more."""

_MEER_OVERNAME: Final = tuple((*meer, Trek.OVERNAME) for meer in _MEER)
_MEER_OVERGENOMEN: Final = tuple((*meer, Trek.OVERGENOMEN) for meer in _MEER_OVERNAME)

TREKKEN: Final = (Trek.ZWANGERSCHAP, Trek.LEEFTIJD, *ZORGEPISODES)
"""The traits that this look can see."""

_LIJNEN: Final[frozenset[tuple[str | None, str | None]]] = frozenset(
    (discipline, lijn)
    for discipline, lijnen in ECHELONS_DISCIPLINE.items()
    if discipline not in ERNAAST
    for lijn in (None, *lijnen)
)
"""Each discipline that can be responsible for a woman with its lines of care; one may be left out."""


@final
class _Grenzen:
    """Bounds of the rules, of the whole context."""

    __slots__ = (
        "kortste_duur",
        "laatste_begin",
        "langste_duur",
        "langste_zorg",
        "leeftijden",
        "marge",
    )

    def __init__(self, context: Context) -> None:
        norm = context.normen.norm("geboorte-aannemelijk")
        vanaf = context.normen.norm("partus").waarde("vanaf")
        self.kortste_duur = max(0, vanaf, norm.waarde("levend.vanaf"))
        self.langste_duur = norm.waarde("zwangerschap.langste")
        self.langste_zorg = norm.waarde("zorg.langste")
        self.laatste_begin = norm.waarde("zorg.laatste-begin")
        self.marge = norm.waarde("overname.marge")
        self.leeftijden = context.gedeeld(zwangerschap.leeftijden)


def kijk(w: Werkblad) -> Collection[Trek]:
    """Return what is not plain of the pregnancy, the woman and the zorgepisodes of a dossier."""
    dossier: Dossier = w.document
    zwanger, kinderen, episodes = dossier.zwangerschap, dossier.kinderen, dossier.zorgepisodes
    einde, pariteit = zwanger.datum_einde, zwanger.pariteit
    if pariteit is not None and not (zwanger.graviditeit and pariteit < zwanger.graviditeit):
        return TREKKEN
    grenzen = w.context.gedeeld(_Grenzen)
    if einde is None:
        if kinderen or zwanger.wijze_einde is not None:
            return TREKKEN
    elif len(kinderen) != 1 or not _gewone_geboorte(w, zwanger, kinderen[0], einde, grenzen):
        return TREKKEN
    gezien: Sequence[Trek] = ()
    if episodes:
        gezien = ZORGEPISODES
        if einde is not None:
            gezien = _overgang(episodes, zwanger.a_terme_datum, einde.toordinal(), grenzen)
    geboren = None if dossier.client is None else dossier.client.geboortedatum
    if geboren is not None:
        op = einde or zwanger.a_terme_datum
        past = zwangerschap.leeftijd_past
        if op is None or not past(geboren, op, pariteit, grenzen.leeftijden):
            return (Trek.LEEFTIJD, *gezien)
    return gezien


def _gewone_geboorte(
    w: Werkblad, zwanger: Zwangerschap, kind: Kind, einde: date, grenzen: _Grenzen
) -> bool:
    """Say whether an only child was born alive on the last day, and nothing asks for a look."""
    if not (
        kind.geboren
        and kind.levend_geboren
        and kind.rangnummer == 1
        and kind.geboortedatum == einde
        and kind.overlijdensdatum is None
        and not kind.perinatale_sterfte
        and kind.apgarscore_5_minuten != 0
        and (zwanger.wijze_einde is None or zwanger.wijze_einde is feiten.PARTUS)
        and (zwanger.aantal_geboren_kinderen is None or zwanger.aantal_geboren_kinderen == 1)
    ):
        return False
    duur = None
    if zwanger.a_terme_datum is not None:
        duur = zwangerschapsduur_dagen(zwanger.a_terme_datum, einde)
        if not grenzen.kortste_duur <= duur <= grenzen.langste_duur:
            return False
    gewicht = kind.geboortegewicht_gram
    if gewicht is None:
        return True
    laag, hoog = geboorte.gewichten(w.context, duur)
    return laag <= gewicht <= hoog


_Overname = tuple[int, Zorgaanbieder | None]
"""A takeover: the ordinal of its day, and who took over."""

_ANDERS: Final[_Overname] = (0, None)
"""Stands for referrals that are not plain."""


def _overgang(
    episodes: Sequence[Zorgepisode], a_terme: date | None, einde: int, grenzen: _Grenzen
) -> Sequence[Trek]:
    """Return what to see of zorgepisodes: how many when these are plain, and a takeover."""
    vorige = 1 if a_terme is None else a_terme.toordinal() - DAGEN_ZWANGERSCHAP
    langste_zorg, laatste_begin, marge = grenzen.langste_zorg, grenzen.laatste_begin, grenzen.marge
    wacht: _Overname | None = None
    overgenomen: int | None = None
    baring = False
    for episode in episodes:
        looptijd, aanbieder = episode.looptijd, episode.zorgaanbieder
        tot_en_met = looptijd.tot_en_met
        if tot_en_met is None or (aanbieder.discipline, aanbieder.echelon) not in _LIJNEN:
            return ZORGEPISODES
        van, tot = looptijd.van.toordinal(), tot_en_met.toordinal()
        perioden = tuple(episode.eindverantwoordelijk_in)
        if (
            not vorige <= van <= tot
            or van - einde > laatste_begin
            or tot - van > langste_zorg
            or (wacht is not None and not _neemt_over(aanbieder, van, wacht, marge))
        ):
            return ZORGEPISODES
        vroegst, uiterlijk = fasen.venster(perioden)
        if (uiterlijk is not None and van - einde > uiterlijk) or (
            vroegst is not None and tot - einde < vroegst
        ):
            return ZORGEPISODES
        vorige, wacht = tot, None
        baring = baring or not BARING.isdisjoint(perioden)
        if episode.verwijzingen:
            wacht = _overname(episode, perioden, (van, tot), marge, einde)
            if wacht is _ANDERS:
                return ZORGEPISODES
            if wacht is not None and overgenomen is None:
                overgenomen = wacht[0]
    if not baring or (wacht is not None and len(episodes) > 1):
        return ZORGEPISODES
    meer = len(episodes) > 1
    if overgenomen is None:
        return _MEER[meer]
    return _MEER_OVERNAME[meer] if overgenomen >= einde - 1 else _MEER_OVERGENOMEN[meer]


def _bevoegd(aanbieder: Zorgaanbieder) -> bool:
    """Say whether a provider can be responsible for the woman, in the line that is told."""
    return (aanbieder.discipline, aanbieder.echelon) in _LIJNEN


def _neemt_over(aanbieder: Zorgaanbieder, van: int, overname: _Overname, marge: int) -> bool:
    """Say whether the zorgepisode that is next is of who took over, from then on."""
    dag, naar = overname
    return -marge <= van - dag <= marge and (
        naar is None or (naar.agb_code is not None and naar.agb_code == aanbieder.agb_code)
    )


def _overname(
    episode: Zorgepisode,
    perioden: tuple[PerinatalePeriode, ...],
    dagen: tuple[int, int],
    marge: int,
    einde: int,
) -> _Overname | None:
    """Return the takeover of a zorgepisode of some days if it has one; `_ANDERS` if not plain."""
    gevonden: _Overname | None = None
    (van, tot), agb = dagen, episode.zorgaanbieder.agb_code
    for verwijzing in episode.verwijzingen:
        datum, naar, soort = verwijzing.datum, verwijzing.naar, verwijzing.verwijzingsoort
        if datum is None or soort is None:
            return _ANDERS
        dag, periode = datum.toordinal(), verwijzing.perinatale_periode
        if not van <= dag <= tot:
            return _ANDERS
        if naar is not None and not (_bevoegd(naar) and (agb is None or naar.agb_code != agb)):
            return _ANDERS
        if periode is not None and not fasen.past_gewoon(periode, perioden, dag - einde):
            return _ANDERS
        if soort is bevoegd.OVERNAME:
            ervoor = dag < einde - 1 and not bevoegd.GEBOORTE.isdisjoint(perioden)
            if gevonden is not None or ervoor or dag < tot - marge:
                return _ANDERS
            gevonden = dag, naar
    return gevonden


BLIK: Final = Blik(kijk, TREKKEN)
