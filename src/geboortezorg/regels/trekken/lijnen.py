"""What is plain to see of the declaratieregels of a document: one pass over groups and lines."""

import sys
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from itertools import repeat
from typing import TYPE_CHECKING, Final, final

from geboortezorg.geld import Exact
from geboortezorg.model.overeenkomst import Overeenkomstsoort
from geboortezorg.model.partijen import Partijsoort
from geboortezorg.model.prestatie import ONDERZOEKEN, Fase, Prestatie
from geboortezorg.nummers import agb
from geboortezorg.nummers.bsn import elfproef
from geboortezorg.regels.context import Context
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.trekken import dagen
from geboortezorg.regels.trekken.blik import Blik
from geboortezorg.regels.trekken.prestaties import eenmalig, fase, per_stuk
from geboortezorg.regels.trekken.tarieven import GRONDEN, Tariefbeeld, beeld, loopt_door
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tijd import DAGEN_ZWANGERSCHAP, dagen_tussen
from geboortezorg.zorggeval import EERSTE_DAG_START_ZORG, Groep, Soort, Zorggeval

if TYPE_CHECKING:
    from geboortezorg.model.dossier import Dossier

_MAX_MAX: Final = Overeenkomstsoort.MAX_MAX
_VSV: Final = Partijsoort.VSV
_PRENATAAL: Final = Fase.PRENATAAL
_POSTNATAAL: Final = Fase.POSTNATAAL

_NIEMAND: Final = "00"
_BIJZONDER: Final = frozenset({_NIEMAND, agb.VSV[:2]})
"""How AGB-codes begin that are looked at whatever the prestatie expects."""

_NADER: Final = (
    Trek.TARIEF,
    Trek.DAGEN,
    Trek.DUBBEL,
    Trek.AANTAL,
    Trek.FASE,
    Trek.EPISODE,
    Trek.VERZEKERAAR,
    Trek.BSN,
    Trek.REFERENTIES,
)
"""What is not looked at closely where there are credits."""

_ONGEZIEN: Final = (
    Trek.BEDRAGEN,
    Trek.GEEN_TARIEF,
    Trek.VRIJ_TARIEF,
    Trek.ZORGAANBIEDER,
    *_NADER,
)
"""What is not looked at where a prestatie is unknown, or a unit that is not its own."""

_TREKKEN: Final = (Trek.SAMENLOOP, Trek.ZONDER_BSN, *GRONDEN.values(), *_ONGEZIEN)


_Kenmerken = tuple[tuple[str, ...], bool, bool, int, Fase | None, bool, bool, bool, *Tariefbeeld]
"""What a look asks of a prestatie: the zorgsoorten that it expects; whether there is one of it,
whether it is counted by the piece, and on how many lines at most; its only phase; whether it follows
the start of care, whether it is an examination, of a woman who is pregnant, and whether there is
more to ask of the days of each line. And its tariff at a glance.
"""


@final
class _Kader:
    """What a context says, looked up once."""

    __slots__ = ("duur", "langste", "per_soort", "vaakst")

    def __init__(self, context: Context) -> None:
        self.vaakst = context.gedeeld(dagen.vaakst)
        self.duur = context.gedeeld(dagen.zorgduur)
        self.langste = context.gedeeld(dagen.faseduur).langste
        self.per_soort: dict[str, dict[Soort, _Kenmerken]] = {"dossier": {}, "declaratie": {}}
        """By kind of document what is asked of prestaties and their tariffs, as lines have them."""

    def kenmerken(self, prestatie: Prestatie, groep: Groep, soort: str) -> _Kenmerken:
        """Return what is asked of a prestatie in a kind of document, from now on known."""
        vaakst = self.vaakst.get(prestatie.prestatie_id)
        gemaakt = self.per_soort[soort][groep.soort] = (
            prestatie.zorgsoorten,
            eenmalig(prestatie),
            per_stuk(prestatie) or vaakst is not None,
            sys.maxsize if vaakst is None else vaakst,
            fase(prestatie, soort),
            prestatie.peildatum_start_zorg,
            prestatie.eenheid in ONDERZOEKEN,
            prestatie.tot_bevalling
            or bool(prestatie.bestanddelen)
            or dagen.HELE_ZORG.issubset(prestatie.fasen),
            *beeld(groep.antwoord),
        )
        return gemaakt


def _kijk(w: Werkblad) -> Collection[Trek]:
    """See every trait of lines. What is rare is not looked at closely: that is for the rules."""
    dossier = w.dossier
    gezien: list[Trek] = []
    if dossier is not None:
        _zonder_lijnen(dossier, gezien)
    if not w.groepen:
        return gezien or ()
    if w.overeenkomstenboek.kent(_MAX_MAX):
        gezien.append(Trek.TARIEF)
    if w.samenlopen:
        gezien.append(Trek.SAMENLOOP)
    for geval in w.zorggevallen:
        if not geval.een_vrouw:
            gezien += (Trek.ZONDER_BSN, Trek.BSN)
    kader, uniek = w.context.gedeeld(_Kader), len(w.prestaties) == len(w.groepen)
    for geval in w.zorggevallen:
        groepen = geval.groepen
        if geval.credits:
            gezien += _NADER
        if not uniek and len({groep.prestatie_id for groep in groepen}) != len(groepen):
            gezien += (Trek.DUBBEL, Trek.AANTAL)
        if not _geval(w, geval, kader, gezien):
            return [*gezien, *_ONGEZIEN]
        if dossier is None and not elfproef(groepen[0].lijnen[0].bsn or ""):
            gezien.append(Trek.BSN)
    return gezien or ()


def _zonder_lijnen(dossier: "Dossier", gezien: list[Trek]) -> None:
    """See what a dossier has without its lines."""
    bsn = None if dossier.client is None else dossier.client.bsn
    if bsn is None or not elfproef(bsn):
        gezien.append(Trek.BSN)
    for kind in dossier.kinderen:
        if kind.bsn is not None and not elfproef(kind.bsn):
            gezien.append(Trek.BSN)
    for episode in dossier.zorgepisodes:
        if episode.zorgaanbieder.partijsoort is _VSV:
            gezien.append(Trek.ZORGAANBIEDER)


def _geval(w: Werkblad, geval: Zorggeval, kader: _Kader, gezien: list[Trek]) -> bool:
    """See what there is of the lines of one woman; say whether no more can be seen closely."""
    in_dossier, vlucht = w.dossier is not None, geval.vogelvlucht
    bekend, duur, langste = kader.per_soort[w.soort], kader.duur, kader.langste
    gestart: list[Groep] = []
    onderzocht: list[Groep] = []
    fasen: list[tuple[Groep, Fase]] = []
    declarant = None if in_dossier else w.document.declarant_agb[:2]
    agb = begin = ""
    for groep in geval.groepen:
        prestatie = groep.prestatie
        if prestatie is None:
            return False
        (
            zorgsoorten,
            een_keer,
            stuk,
            vaakst,
            eigen_fase,
            bij_start,
            onderzoek,
            duurt,
            gewoon,
            vrij,
            laagste,
            hoogste,
            grond,
        ) = bekend.get(groep.soort) or kader.kenmerken(prestatie, groep, w.soort)
        if groep.zorgaanbieder_agb != agb:
            agb = groep.zorgaanbieder_agb
            begin = agb[:2]
            if begin in _BIJZONDER or (declarant is not None and begin != declarant):
                gezien.append(Trek.ZORGAANBIEDER)
        if zorgsoorten and (groep.behandelaar or begin not in zorgsoorten):
            gezien.append(Trek.ZORGAANBIEDER)
        if not groep.eender:
            hoogste = -1
            andere = [beeld(antwoord) for antwoord in groep.antwoorden]
            gewoon, vrij = all(b[0] for b in andere), any(b[1] for b in andere)
        elif groep.omgekeerd or not (groep.op_een_dag or loopt_door(groep, vlucht)):
            hoogste = -1
        if grond is not None and grond not in gezien:
            gezien.append(grond)
        if not gewoon:
            gezien.append(Trek.GEEN_TARIEF)
        if vrij:
            gezien.append(Trek.VRIJ_TARIEF)
        laag: Exact = groep.laagste
        hoog: Exact = groep.hoogste
        meer, klopt = groep.meer, groep.klopt
        if not groep.eigen_eenheid:
            omgerekend = _omgerekend(groep)
            if omgerekend is None:
                return False
            laag, hoog, meer, klopt = omgerekend
        if not klopt:
            gezien.append(Trek.BEDRAGEN)
        if laag < laagste or hoog > hoogste:
            gezien.append(Trek.TARIEF)
        if stuk and (meer or len(groep.lijnen) > vaakst):
            gezien.append(Trek.AANTAL)
        if not (een_keer or groep.eigen_dagen):
            gezien.append(Trek.DUBBEL)
        if eigen_fase is not None:
            fasen.append((groep, eigen_fase))
        if bij_start:
            gestart.append(groep)
        if onderzoek:
            onderzocht.append(groep)
        if duurt and _duurt_anders(groep, prestatie, duur.kortste):
            gezien.append(Trek.DAGEN)
    if not dagen.rustig(geval, geval.starts, duur.hele_zorg):
        gezien.append(Trek.DAGEN)
    bevallen = None
    if w.dossier is not None:
        _van_dossier(w, w.dossier, gestart, onderzocht, duur.nazorg, gezien)
        bevallen = w.bevaldagen if fasen else None
    elif partus := [dag for dag in geval.bevaldagen if dag is not None]:
        bevallen = min(partus), max(partus)
        if dagen.ook_later(geval, duur.nazorg):
            gezien.append(Trek.DAGEN)
    if fasen and geval.een_vrouw:
        if not (in_dossier or vlucht.binnen(DAGEN_ZWANGERSCHAP)):
            gezien.append(Trek.FASE)
        for groep, eigen_fase in fasen:
            if _buiten(groep, eigen_fase, langste[eigen_fase], bevallen):
                gezien.append(Trek.FASE)
    return True


def _omgerekend(groep: Groep) -> tuple[Exact, Exact, bool, bool] | None:
    """Return the lowest and the highest tariff, whether a quantity is above one, and amounts right.

    By the unit of the prestatie; None when a unit does not fit.
    """
    tarieven: list[Exact] = []
    meer, klopt = False, True
    for post in groep.posten:
        if post.tarief is None or post.aantal is None:
            return None
        tarieven.append(post.tarief)
        meer = meer or post.aantal > 1
        lijn = post.declaratieregel
        klopt = (
            klopt
            and 0 < lijn.declaratiebedrag_eurocent <= lijn.bedrag_eurocent
            and post.tarief * post.aantal == lijn.bedrag_eurocent
        )
    return min(tarieven), max(tarieven), meer, klopt


def _van_dossier(
    w: Werkblad,
    dossier: "Dossier",
    gestart: Sequence[Groep],
    onderzocht: Sequence[Groep],
    nazorg: timedelta,
    gezien: list[Trek],
) -> None:
    """Hold lines against the other members of a dossier.

    Groups of which more hangs on a day are those that follow the start of care, and examinations.
    """
    lijnen, groepen, client = dossier.declaratieregels, w.groepen, dossier.client
    van_client = None if client is None else client.bsn
    for lijn in lijnen:
        bsn = lijn.bsn
        if bsn is not None and bsn != van_client:
            gezien.append(Trek.BSN)
    if len({lijn.referentienummer for lijn in lijnen}) != len(lijnen):
        gezien.append(Trek.REFERENTIES)
    geval, verzekerd = w.zorggevallen[0], None
    verzekeringen = () if client is None else client.verzekeringen
    ontvanger: str | None = groepen[0].uzovi_code
    if verzekeringen:
        verzekerd = verzekeringen[0].looptijd
        ontvanger = dagen.steeds_verzekerd(w, verzekeringen)
    elif gestart:
        gezien.append(Trek.VERZEKERAAR)
    for groep in groepen:
        if groep.uzovi_code != ontvanger:
            gezien.append(Trek.VERZEKERAAR)
    vroegste = date.max
    daar: dagen.Zorgdagen = {}
    if gestart and dossier.zorgepisodes:
        vroegste = min([episode.looptijd.van for episode in dossier.zorgepisodes])
    for groep in gestart:
        starts = groep.startdagen or ()
        for start in starts if len(starts) < 2 else {*starts}:
            if (
                start is None
                or start < EERSTE_DAG_START_ZORG
                or (verzekerd is not None and not verzekerd.bevat(start))
            ):
                gezien.append(Trek.VERZEKERAAR)
            if start is not None and start > vroegste:
                daar = daar or dagen.zorgdagen(dossier)
                if dagen.was_daar(daar.get(groep.zorgaanbieder_agb, ()), start):
                    gezien.append(Trek.EPISODE)
    if dossier.zorgepisodes and (
        _naast_episode(geval)
        or (gestart and any(e.zorgaanbieder.agb_code is None for e in dossier.zorgepisodes))
    ):
        gezien.append(Trek.EPISODE)
    einde = dossier.zwangerschap.datum_einde
    if einde is not None:
        for groep in onderzocht:
            if groep.laatste_begin > einde:
                gezien.append(Trek.DAGEN)
        if dagen.ook_later(geval, nazorg):
            gezien.append(Trek.DAGEN)


def _naast_episode(geval: Zorggeval) -> bool:
    """Say whether a line may not lie in its zorgepisode, or none has one."""
    peil, iets = geval.peil, False
    for groep in geval.groepen:
        if not groep.noemt_start:  # the lines are alike in this
            iets = iets or peil.van_aanbieder(groep.zorgaanbieder_agb) is not None
            continue
        for lijn in groep.lijnen:
            episode = peil.episode(lijn)
            if episode is None:
                continue
            iets, looptijd, periode = True, episode.looptijd, lijn.periode
            start = lijn.startdatum_zorg
            if (
                episode.zorgaanbieder.agb_code is None
                or (start is not None and start != looptijd.van)
                or (
                    lijn.zorgepisode_id is not None
                    and not (looptijd.bevat(periode.van) and looptijd.bevat(periode.tot_en_met))
                )
            ):
                return True
    return not iets


def _duurt_anders(groep: Groep, prestatie: Prestatie, kortste: int) -> bool:
    """Say whether more is to be asked of the days of care that begins and ends."""
    peil = groep.geval.peil
    for lijn, gevolgd in zip(groep.lijnen, groep.startdagen or repeat(None), strict=False):
        periode, start, partus = lijn.periode, lijn.startdatum_zorg, lijn.datum_partus
        van, tot_en_met = periode.van, periode.tot_en_met
        if (
            partus is not None
            and prestatie.tot_bevalling
            and not (start or van) <= partus <= tot_en_met
        ):
            return True
        episode = peil.episode(lijn)
        if start is not None and start < van and episode is None:
            return True
        lang = start is not None or van != tot_en_met
        if lang and dagen.te_kort(prestatie, periode, gevolgd, episode, kortste):
            return True
    return False


def _buiten(groep: Groep, fase_: Fase, langste: int, bevallen: tuple[date, date] | None) -> bool:
    """Say whether care of a phase lasts longer, or does not lie on its own side of the birth."""
    if dagen_tussen(groep.eerste, groep.laatste) >= langste and any(
        dagen_tussen(lijn.periode.van, lijn.periode.tot_en_met) >= langste for lijn in groep.lijnen
    ):
        return True
    if bevallen is None:
        return False
    eerste, laatste = bevallen
    if fase_ is _POSTNATAAL:
        return groep.eerste < eerste
    if fase_ is not _PRENATAAL and groep.eerste_einde < eerste:
        return True
    return groep.laatste_begin > laatste


BLIK: Final = Blik(_kijk, _TREKKEN)
