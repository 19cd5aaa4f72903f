"""What is plain to see of the declaratieregels of a document: one pass over groups and lines."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from geboortezorg.geld import Exact
from geboortezorg.model.partijen import Partijsoort
from geboortezorg.model.prestatie import Fase, Prestatie
from geboortezorg.nummers import agb
from geboortezorg.nummers.bsn import elfproef
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.trekken import dagen
from geboortezorg.regels.trekken.blik import Blik
from geboortezorg.regels.trekken.kader import MAX_MAX, Kader, Kenmerken
from geboortezorg.regels.trekken.tarieven import GRONDEN, is_integraal
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tijd import DAGEN_ZWANGERSCHAP, dagen_tussen
from geboortezorg.zorggeval import EERSTE_DAG_START_ZORG, Groep, Soort, Zorggeval

if TYPE_CHECKING:
    from geboortezorg.model.dossier import Dossier
    from geboortezorg.model.zorgepisode import Zorgepisode

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


def _kijk(w: Werkblad) -> Collection[Trek]:
    """See every trait of lines. What is rare is not looked at closely: that is for the rules."""
    dossier = w.dossier
    gezien: list[Trek] = []
    if dossier is not None:
        _zonder_lijnen(dossier, gezien)
    groepen = w.groepen
    if not groepen:
        return gezien or ()
    kader = w.context.gedeeld(Kader)
    tarieven, aantal, los = kader.per_pakket[w.pakket]
    gezien += tarieven
    eigen = dossier is not None and dossier.overeenkomsten
    if (kader.max_max or eigen) and w.overeenkomstenboek.kent(MAX_MAX):
        gezien.append(Trek.TARIEF)
    uniek = aantal == len(groepen)
    los = los and uniek
    for geval in w.zorggevallen if dossier is None else ():
        if not geval.een_vrouw:
            gezien += (Trek.ZONDER_BSN, Trek.BSN)
    for geval in w.zorggevallen:
        groepen = geval.groepen
        if geval.credits:
            gezien += _NADER
            los = False
        if not uniek and len({groep.prestatie_id for groep in groepen}) != len(groepen):
            gezien += (Trek.DUBBEL, Trek.AANTAL)
        elk_een_keer = _geval(w, geval, kader, gezien)
        if elk_een_keer is None:
            if w.samenlopen:
                gezien.append(Trek.SAMENLOOP)
            return [*gezien, *_ONGEZIEN]
        los = los and elk_een_keer
        if dossier is None and not elfproef(groepen[0].lijnen[0].bsn or ""):
            gezien.append(Trek.BSN)
    if not los and w.samenlopen:
        gezien.append(Trek.SAMENLOOP)
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


def _geval(w: Werkblad, geval: Zorggeval, kader: Kader, gezien: list[Trek]) -> bool | None:
    """See what there is of the lines of one woman; say whether all that is once is there once.

    None when no more can be seen closely.
    """
    dossier, vlucht, nazorg = w.dossier, geval.vogelvlucht, kader.nazorg
    bekend, laatste, elk_een_keer = kader.per_soort[w.soort], vlucht.laatste, True
    gestart: list[Groep] = []
    onderzocht: list[Groep] = []
    fasen: list[tuple[Groep, Fase]] = []
    declarant = None if dossier is not None else w.document.declarant_agb[:2]
    agb = begin = ""
    genoemd = geval.peil.gevraagd[1]
    for groep in geval.groepen:
        kenmerken = bekend[groep.soort]
        if kenmerken is None:
            return None
        zorgsoorten, een_keer, stuk, vaakst, laagste, hoogste, loopt_tot_, erbij = kenmerken
        if groep.zorgaanbieder_agb != agb:
            agb = groep.zorgaanbieder_agb
            begin = agb[:2]
            if begin in _BIJZONDER or (declarant is not None and begin != declarant):
                gezien.append(Trek.ZORGAANBIEDER)
        if zorgsoorten and (begin not in zorgsoorten or (genoemd and groep.behandelaar)):
            gezien.append(Trek.ZORGAANBIEDER)
        if not groep.eender:
            laagste, hoogste = _ruimte(groep, bekend)
        elif not groep.op_een_dag and (laatste > loopt_tot_ or groep.omgekeerd):
            hoogste = -1
        meer = groep.meer
        if groep.eigen_eenheid:
            if not groep.klopt:
                gezien.append(Trek.BEDRAGEN)
            if groep.laagste < laagste or groep.hoogste > hoogste:
                gezien.append(Trek.TARIEF)
        else:
            omgerekend = _omgerekend(groep)
            if omgerekend is None:
                return None
            laag, hoog, meer, klopt = omgerekend
            elk_een_keer = False
            if not klopt:
                gezien.append(Trek.BEDRAGEN)
            if laag < laagste or hoog > hoogste:
                gezien.append(Trek.TARIEF)
        if stuk and (meer or len(groep.lijnen) > vaakst):
            gezien.append(Trek.AANTAL)
        if not een_keer:
            if not groep.eigen_dagen:
                gezien.append(Trek.DUBBEL)
        elif meer or len(groep.lijnen) > 1:
            elk_een_keer = False
        if erbij is not None:
            prestatie, eigen_fase, bij_start, onderzoek, duurt = erbij
            if eigen_fase is not None:
                fasen.append((groep, eigen_fase))
            if bij_start:
                gestart.append(groep)
            if onderzoek:
                onderzocht.append(groep)
            if duurt and _duurt_anders(groep, prestatie, kader.kortste):
                gezien.append(Trek.DAGEN)
    if not dagen.rustig(geval, geval.starts, kader.duur):
        gezien.append(Trek.DAGEN)
    bevallen = None
    if dossier is not None:
        _van_dossier(w, dossier, gestart, onderzocht, nazorg, gezien)
        bevallen = w.bevaldagen if fasen else None
    elif partus := [*filter(None, geval.bevaldagen)]:
        bevallen = (partus[0], partus[0]) if len(partus) == 1 else (min(partus), max(partus))
        if laatste > bevallen[0] + nazorg:
            gezien.append(Trek.DAGEN)
    if fasen and geval.een_vrouw:
        if not (dossier is not None or vlucht.binnen(DAGEN_ZWANGERSCHAP)):
            gezien.append(Trek.FASE)
        for groep, eigen_fase in fasen:
            if _buiten(groep, eigen_fase, kader.langste[eigen_fase], bevallen):
                gezien.append(Trek.FASE)
    return elk_een_keer


def _ruimte(groep: Groep, bekend: Mapping[Soort, Kenmerken | None]) -> tuple[int, int]:
    """Return the room for the tariffs of lines of which the tables do not say the same.

    It holds all of these when each is plainly right by what they say of its own day, and none when
    that is not to be seen. Whether integral care has a tariff that bounds it, the rule says.
    """
    gewoon = groep.op_een_dag and groep.startdagen is None and groep.eigen_eenheid
    if gewoon and not is_integraal(groep.prestatie):
        for lijn in groep.lijnen:
            kenmerken = bekend[groep.per_dag[lijn.periode.van]]
            if kenmerken is None or not kenmerken[4] <= lijn.tarief_eurocent <= kenmerken[5]:
                return 0, -1
        return groep.laagste, groep.hoogste
    return 0, -1


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
    lijnen, client, geval = dossier.declaratieregels, dossier.client, w.zorggevallen[0]
    van_client = None if client is None else client.bsn
    for lijn in lijnen if geval.peil.gevraagd[2] else ():
        bsn = lijn.bsn
        if bsn is not None and bsn != van_client:
            gezien.append(Trek.BSN)
    if len({lijn.referentienummer for lijn in lijnen}) != len(lijnen):
        gezien.append(Trek.REFERENTIES)
    verzekeringen = () if client is None else client.verzekeringen
    groepen, vanaf, tot = geval.groepen, date.min, None
    ontvanger: str | None = groepen[0].uzovi_code
    if verzekeringen:
        verzekerd = verzekeringen[0].looptijd
        vanaf, tot = verzekerd.van, verzekerd.tot_en_met
        ontvanger = dagen.steeds_verzekerd(geval, verzekeringen)
    elif gestart:
        gezien.append(Trek.VERZEKERAAR)
    for groep in groepen:
        if groep.uzovi_code != ontvanger:
            gezien.append(Trek.VERZEKERAAR)
    for groep in gestart:
        for start in groep.startdagen or ():
            if (
                start is None
                or start < EERSTE_DAG_START_ZORG
                or start < vanaf
                or (tot is not None and start > tot)
            ):
                gezien.append(Trek.VERZEKERAAR)
    episodes = dossier.zorgepisodes
    if (
        episodes
        and not (len(episodes) == 1 and _in_enige(geval, episodes[0]))
        and (_naast_episode(geval) or (gestart and _was_daar(dossier, gestart)))
    ):
        gezien.append(Trek.EPISODE)
    einde = dossier.zwangerschap.datum_einde
    if einde is not None:
        for groep in onderzocht:
            if groep.laatste > einde or groep.omgekeerd:
                gezien.append(Trek.DAGEN)
        if geval.vogelvlucht.laatste > einde + nazorg:
            gezien.append(Trek.DAGEN)


def _in_enige(geval: Zorggeval, episode: "Zorgepisode") -> bool:
    """Say whether all that names a zorgepisode or a start lies in the only one, from its start on.

    None of the care then began before it.
    """
    looptijd, agb, naam = episode.looptijd, episode.zorgaanbieder.agb_code, episode.zorgepisode_id
    begin, einde, van_haar = looptijd.van, looptijd.tot_en_met or date.max, False
    for groep in geval.groepen:
        if groep.noemt_start and (groep.eerste < begin or groep.laatste > einde or groep.omgekeerd):
            return False
        if groep.zorgaanbieder_agb == agb and not van_haar:
            van_haar = groep.lijnen[0].zorgepisode_id in (None, naam)
    for start in geval.starts:
        if start != begin:
            return False
    return van_haar


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
            begin, einde = looptijd.van, looptijd.tot_en_met or date.max
            van, tot_en_met, start = periode.van, periode.tot_en_met, lijn.startdatum_zorg
            if (
                episode.zorgaanbieder.agb_code is None
                or (start is not None and start != begin)
                or (
                    lijn.zorgepisode_id is not None
                    and not begin <= van <= tot_en_met <= einde  # nor is a reversed period
                )
            ):
                return True
    return not iets


def _was_daar(dossier: "Dossier", gestart: Sequence[Groep]) -> bool:
    """Say whether care that follows its start may have begun earlier, or of whom is not known."""
    episodes, vroegste = dossier.zorgepisodes, date.max
    for episode in episodes:
        if episode.zorgaanbieder.agb_code is None:
            return True
        begin = episode.looptijd.van
        vroegste = begin if begin < vroegste else vroegste
    gezocht: set[tuple[str, date]] = set()
    for groep in gestart:
        for start in groep.startdagen or ():
            if start is not None and start > vroegste:
                gezocht.add((groep.zorgaanbieder_agb, start))
    return bool(gezocht) and dagen.liep_door(episodes, gezocht)


def _duurt_anders(groep: Groep, prestatie: Prestatie, kortste: int) -> bool:
    """Say whether more is to be asked of the days of care that begins and ends."""
    peil, startdagen = groep.geval.peil, groep.startdagen
    for plaats, lijn in enumerate(groep.lijnen):
        periode, start, partus = lijn.periode, lijn.startdatum_zorg, lijn.datum_partus
        van, tot_en_met = periode.van, periode.tot_en_met
        if (
            partus is not None
            and prestatie.tot_bevalling
            and not (start or van) <= partus <= tot_en_met
        ):
            return True
        if start is not None and start < van and peil.episode(lijn) is None:
            return True
        if tot_en_met.toordinal() - van.toordinal() >= kortste:
            continue  # by itself long enough
        if start is not None or van != tot_en_met:
            gevolgd = None if startdagen is None else startdagen[plaats]
            if dagen.te_kort(prestatie, periode, gevolgd, peil.episode(lijn), kortste):
                return True
    return False


def _buiten(groep: Groep, fase_: Fase, langste: int, bevallen: tuple[date, date] | None) -> bool:
    """Say whether care of a phase lasts longer, or does not lie on its own side of the birth."""
    if groep.laatste.toordinal() - groep.eerste.toordinal() >= langste:
        for lijn in groep.lijnen:
            if dagen_tussen(lijn.periode.van, lijn.periode.tot_en_met) >= langste:
                return True
    if bevallen is None:
        return False
    eerste, laatste = bevallen
    if fase_ is _POSTNATAAL:
        return groep.eerste < eerste
    if fase_ is not _PRENATAAL and groep.eerste_einde < eerste:
        return True
    return groep.laatste_begin > laatste or (fase_ is _PRENATAAL and groep.laatste > laatste)


BLIK: Final = Blik(_kijk, _TREKKEN)
