"""The index behind a lookup.

For every prestatie the calendar is cut into the stretches between two changes, and the answer
for each stretch is made beforehand. A lookup finds the stretch; a bounded memo per prestatie
makes the next lookup of the same day a single look in a dictionary. Nothing is made on the way.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Final, Literal, TypeVar, final

import attrs

from geboortezorg.bron import Bron
from geboortezorg.model.prestatie import Prestatie, Prestatielijst, Regime
from geboortezorg.model.tarief import (
    Besluitstatus,
    Opslag,
    Opslagsoort,
    Tarief,
    Tariefbeschikking,
    Tariefsoort,
    Tarieftabel,
)
from geboortezorg.tabellen import samenhang
from geboortezorg.tabellen.inhoud import laatste_dag
from geboortezorg.tabellen.opzoeking import (
    BekendTarief,
    Belemmering,
    BuitenLooptijd,
    Gevonden,
    GevondenOpslag,
    Onbekend,
    Onbekendreden,
    Opzoeking,
    Opzoekstatus,
)
from geboortezorg.tijd import Looptijd

MEMO_GRENS: Final = 2048
"""Days that are remembered per prestatie: over five years of days."""

_EEN_DAG: Final = timedelta(days=1)
_ONVINDBAAR: Final = (Belemmering.VERVANGEN, Belemmering.NIET_VAN_KRACHT)

_T = TypeVar("_T")
_U = TypeVar("_U")


class Dagen(dict[date, Any]):
    """The answer per day, filled on first use from the stretches; bounded."""

    __slots__ = ("antwoorden", "begindagen")

    def __init__(self, stukken: Iterable[tuple[date, Any]]) -> None:
        """Take the stretches in order: first day and answer; the first starts at `date.min`."""
        super().__init__()
        self.begindagen, self.antwoorden = zip(*stukken, strict=True)

    def __missing__(self, dag: date) -> Any:
        antwoord = self.antwoorden[bisect_right(self.begindagen, dag) - 1]
        if len(self) >= MEMO_GRENS:
            self.clear()
        self[dag] = antwoord
        return antwoord


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Index:
    """What can be looked up, by stable name and by public code alike."""

    prestaties: dict[str, tuple[Prestatie, Bron]]
    rijen: dict[str, tuple[BekendTarief, ...]]
    dagen: dict[str, Dagen]
    opslagen: dict[tuple[Opslagsoort, Regime], Dagen]


def bouw(lijsten: Iterable[Prestatielijst], tabellen: Iterable[Tarieftabel]) -> Index:
    """Build the index over tables that were found to agree."""
    tabellen = tuple(tabellen)
    vervangen = samenhang.vervangen_door(tabellen)
    bekend: dict[str, list[BekendTarief]] = {}
    opslagen: dict[tuple[Opslagsoort, Regime], list[tuple[Looptijd, GevondenOpslag]]] = {}
    for tabel in tabellen:
        for tarief in tabel.tarieven:
            bekend.setdefault(tarief.prestatie_id, []).append(_bekend(tarief, tabel, vervangen))
        for opslag in tabel.opslagen if samenhang.telt_mee(tabel, vervangen) else ():
            looptijd = opslag.looptijd or tabel.tariefbeschikking.looptijd
            if looptijd is not None:
                opslagen.setdefault((opslag.opslagsoort, opslag.regime), []).append(
                    (looptijd, _opslag(opslag, tabel, looptijd))
                )
    index = Index(
        prestaties={},
        rijen={},
        dagen={},
        opslagen={
            soort: Dagen(_stukken(sorted(rijen, key=_begin), _geen))
            for soort, rijen in opslagen.items()
        },
    )
    for lijst in lijsten:
        for prestatie in lijst.prestaties:
            bron = prestatie.bron or lijst.bron
            rijen = tuple(sorted(bekend.get(prestatie.prestatie_id, ()), key=_volgorde))
            dagen = Dagen(_van_prestatie(prestatie, bron, rijen))
            for naam in filter(None, (prestatie.prestatie_id, prestatie.code)):
                index.prestaties[naam] = (prestatie, bron)
                index.rijen[naam] = rijen
                index.dagen[naam] = dagen
    return index


def _begin(rij: tuple[Looptijd, object]) -> date:
    return rij[0].van


def _volgorde(rij: BekendTarief) -> tuple[date, str]:
    return (date.max if rij.looptijd is None else rij.looptijd.van, rij.tabel)


def _bekend(tarief: Tarief, tabel: Tarieftabel, vervangen: Mapping[str, str]) -> BekendTarief:
    beschikking = tabel.tariefbeschikking
    looptijd = tarief.looptijd or beschikking.looptijd
    bron = tarief.bron or beschikking.bron
    return BekendTarief(
        tarief=tarief,
        tabel=tabel.naam,
        tariefbeschikking=beschikking,
        bron=bron,
        verificatie=bron.verificatie,
        looptijd=looptijd,
        belemmering=(
            _nooit_gevonden(tabel, looptijd, vervangen) or _concept(beschikking) or _twijfel(tarief)
        ),
    )


def _nooit_gevonden(
    tabel: Tarieftabel, looptijd: Looptijd | None, vervangen: Mapping[str, str]
) -> Belemmering | None:
    if tabel.naam in vervangen:
        return Belemmering.VERVANGEN
    if not samenhang.telt_mee(tabel, vervangen):
        return Belemmering.NIET_VAN_KRACHT
    return Belemmering.ONGEDATEERD if looptijd is None else None


def _concept(beschikking: Tariefbeschikking) -> Belemmering | None:
    return Belemmering.CONCEPT if beschikking.status is Besluitstatus.CONCEPT else None


def _twijfel(tarief: Tarief) -> Belemmering | None:
    if tarief.tariefsoort is Tariefsoort.NIET_VERMELD:
        return Belemmering.TARIEFSOORT_NIET_VERMELD
    return None if tarief.betwist is None else Belemmering.BETWIST


def _opslag(opslag: Opslag, tabel: Tarieftabel, looptijd: Looptijd) -> GevondenOpslag:
    bron = opslag.bron or tabel.tariefbeschikking.bron
    return GevondenOpslag(
        opslag=opslag,
        tabel=tabel.naam,
        tariefbeschikking=tabel.tariefbeschikking,
        bron=bron,
        verificatie=bron.verificatie,
        looptijd=looptijd,
        belemmering=_concept(tabel.tariefbeschikking),
    )


def _gevonden(prestatie: Prestatie, rij: BekendTarief, looptijd: Looptijd) -> Gevonden:
    return Gevonden(
        prestatie=prestatie,
        tarief=rij.tarief,
        tabel=rij.tabel,
        tariefbeschikking=rij.tariefbeschikking,
        bron=rij.bron,
        verificatie=rij.verificatie,
        looptijd=looptijd,
        belemmering=rij.belemmering,
    )


def _stukken(
    rijen: Iterable[tuple[Looptijd, _T]], gat: Callable[[date | None, date | None], _U]
) -> Iterator[tuple[date, _T | _U]]:
    """Cut the calendar into rows and the gaps between them; the rows are in order of time.

    `gat` makes the answer for a gap from the last known day before it and the first after it.
    """
    dag, laatst = date.min, None
    for looptijd, antwoord in rijen:
        if dag < looptijd.van:
            yield dag, gat(laatst, looptijd.van)
        yield looptijd.van, antwoord
        laatst = laatste_dag(looptijd)
        if laatst == date.max:
            return
        dag = laatst + _EEN_DAG
    yield dag, gat(laatst, None)


def _van_prestatie(
    prestatie: Prestatie, bron: Bron, rijen: Iterable[BekendTarief]
) -> list[tuple[date, Opzoeking]]:
    """Cut the calendar for one prestatie: its tariffs, within the days on which it exists."""

    def gat(laatst: date | None, volgend: date | None) -> Opzoeking:
        return Onbekend(
            reden=Onbekendreden.GEEN_TARIEF_BEKEND,
            prestatie=prestatie,
            laatst_bekend_tot_en_met=laatst,
            eerstvolgend_van=volgend,
        )

    def buiten(
        status: Literal[Opzoekstatus.NOG_NIET_VAN_KRACHT, Opzoekstatus.BEEINDIGD], datum: date
    ) -> Opzoeking:
        return BuitenLooptijd(
            status=status,
            prestatie=prestatie,
            datum=datum,
            bron=bron,
            verificatie=bron.verificatie,
        )

    vindbaar = [
        (rij.looptijd, _gevonden(prestatie, rij, rij.looptijd))
        for rij in rijen
        if rij.looptijd is not None and rij.belemmering not in _ONVINDBAAR
    ]
    stukken: list[tuple[date, Opzoeking]] = list(_stukken(vindbaar, gat))
    van, tot_en_met = prestatie.van, prestatie.tot_en_met
    if van is not None:
        eerste = max(i for i, (begin, _) in enumerate(stukken) if begin <= van)
        stukken = [
            (date.min, buiten(Opzoekstatus.NOG_NIET_VAN_KRACHT, van)),
            (van, stukken[eerste][1]),
            *stukken[eerste + 1 :],
        ]
    if tot_en_met is not None and tot_en_met < date.max:
        stukken = [
            *(stuk for stuk in stukken if stuk[0] <= tot_en_met),
            (tot_en_met + _EEN_DAG, buiten(Opzoekstatus.BEEINDIGD, tot_en_met)),
        ]
    return stukken


def _geen(_: date | None, __: date | None) -> None:
    return None
