"""The index behind a lookup.

Own tables lie over others: an own row goes before a row underneath on the days that it has.

For every prestatie the calendar is cut into the stretches between two changes, and the answer
for each stretch is made when the prestatie is first looked up. A lookup finds the stretch; a bounded
memo per prestatie makes the next lookup of the same day a single look in a dictionary.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property, partial
from typing import Any, Final, Literal, TypeVar, final

from geboortezorg.bevroren import anders, bevroren
from geboortezorg.lui import Luikaart
from geboortezorg.model.prestatie import Prestatielijst, Regime
from geboortezorg.model.tarief import (
    Besluitstatus,
    Opslag,
    Opslagsoort,
    Tarief,
    Tariefsoort,
    Tarieftabel,
)
from geboortezorg.tabellen import samenhang
from geboortezorg.tabellen.antwoord import (
    Antwoordstatus,
    BekendTarief,
    Belemmering,
    BuitenLooptijd,
    GenoemdePrestatie,
    Gevonden,
    GevondenOpslag,
    Onbekend,
    Onbekendreden,
    Tariefantwoord,
)
from geboortezorg.tabellen.eenheden import in_eenheid
from geboortezorg.tabellen.stapel import Stuk, doorlopend, stapel
from geboortezorg.tijd import Looptijd, eis_dag

MEMO_GRENS: Final = 2048
"""Days that are remembered per prestatie: over five years of days."""

_ONVINDBAAR: Final = (Belemmering.VERVANGEN, Belemmering.NIET_VAN_KRACHT)

_T = TypeVar("_T")
_U = TypeVar("_U")


class Dagen(dict[date, Any]):
    """The answer per day, filled on first use from the stretches; bounded."""

    __slots__ = ("_maak", "_stukken")

    def __init__(self, maak: Callable[[], Iterable[tuple[date, Any]]]) -> None:
        """Take what makes the stretches in order: first day and answer, from `date.min` on."""
        super().__init__()
        self._maak = maak
        self._stukken: tuple[Sequence[date], Sequence[Any]] | None = None

    @property
    def stukken(self) -> tuple[Sequence[date], Sequence[Any]]:
        """The first day of each stretch, and its answer: made when a day is first looked up."""
        if self._stukken is None:
            dagen, antwoorden = zip(*self._maak(), strict=True)
            self._stukken = dagen, antwoorden
        return self._stukken

    def anders(self, maak: Callable[[Any], Any]) -> "Dagen":
        """Return as many stretches, each with what is made of its answer."""
        return Dagen(
            lambda: [(dag, maak(antwoord)) for dag, antwoord in zip(*self.stukken, strict=True)]
        )

    def __missing__(self, dag: date) -> Any:
        eis_dag(dag)
        begindagen, antwoorden = self.stukken
        antwoord = antwoorden[bisect_right(begindagen, dag) - 1]
        if len(self) >= MEMO_GRENS:
            self.clear()
        self[dag] = antwoord
        return antwoord


@final
@bevroren(kw_only=True, weakref_slot=False)
class Index:
    """What can be looked up, by stable name and by public code alike."""

    prestaties: dict[str, GenoemdePrestatie]
    rijen: Mapping[str, tuple[BekendTarief, ...]]
    dagen: dict[str, Dagen]
    opslagen: dict[tuple[Opslagsoort, Regime], Dagen]


@final
class _Rijen:
    """The rows of one subject that can count, in their two layers."""

    def __init__(self) -> None:
        self.lagen: tuple[list[tuple[Looptijd, Any]], ...] = ([], [])

    def stukken(self) -> Iterator[tuple[Stuk[Any], Looptijd]]:
        """Yield the stretches on which a row counts, each with all the days of the row there."""
        for stuk, looptijd in doorlopend(stapel(*self.lagen)):
            if stuk.rij.belemmering is not Belemmering.VERVANGEN:
                yield stuk, looptijd


def bouw(
    lijsten: Sequence[Prestatielijst], tabellen: Sequence[Tarieftabel], onder: tuple[int, int]
) -> Index:
    """Build the index over tables that were found to agree.

    `onder` says how many of the lists and of the tables lie underneath the others.
    """
    prestaties = _prestaties(lijsten, onder[0])
    per_naam = {naam: _Prestatie(genoemd) for naam, genoemd in prestaties.items()}
    opslagen: dict[tuple[Opslagsoort, Regime], _Rijen] = {}
    vervangen = samenhang.vervangen_door(tabellen, onder[1])
    for nummer, tabel in enumerate(tabellen):
        eigen = nummer >= onder[1]
        belemmering = _van_tabel(tabel, nummer in vervangen)
        # What a table of the same layer replaces is gone; what an own table replaces is shown.
        telt = samenhang.telt_mee(tabel) and (
            nummer not in vervangen or (vervangen[nummer] >= onder[1] and not eigen)
        )
        for tarief in tabel.tarieven:
            per_naam[tarief.prestatie_id].bij.append((tarief, tabel, belemmering, eigen, telt))
        for opslag in tabel.opslagen if telt else ():
            looptijd = opslag.looptijd or tabel.tariefbeschikking.looptijd
            if looptijd is not None:
                lagen = opslagen.setdefault((opslag.opslagsoort, opslag.regime), _Rijen()).lagen
                lagen[eigen].append(
                    (looptijd, _opslag(opslag, tabel, looptijd, belemmering, eigen))
                )
    per_sleutel: dict[str, _Prestatie] = {}
    for naam, prestatie in per_naam.items():
        for sleutel in filter(None, (naam, prestatie.genoemd.prestatie.code)):
            per_sleutel[sleutel] = prestatie
    return Index(
        prestaties={sleutel: prestatie.genoemd for sleutel, prestatie in per_sleutel.items()},
        rijen=Luikaart(per_sleutel, lambda sleutel: per_sleutel[sleutel].rijen()),
        dagen={sleutel: prestatie.dagen for sleutel, prestatie in per_sleutel.items()},
        opslagen={
            soort: Dagen(partial(_percentages, percentages))
            for soort, percentages in opslagen.items()
        },
    )


@final
class _Prestatie:
    """One prestatie with its tariffs, of which the rows are made when they are asked for."""

    def __init__(self, genoemd: GenoemdePrestatie) -> None:
        self.genoemd = genoemd
        self.bij: list[tuple[Tarief, Tarieftabel, Belemmering | None, bool, bool]] = []
        """Each tariff with its table, what stands in its way, whether it is own, and counts."""
        self.dagen = Dagen(lambda: _van_prestatie(genoemd, self._gemaakt[1]))

    @cached_property
    def _gemaakt(self) -> tuple[list[BekendTarief], list[tuple[Stuk[Any], Looptijd]]]:
        bekend: list[BekendTarief] = []
        tellend = _Rijen()
        for tarief, tabel, belemmering, eigen, telt in self.bij:
            rij = _bekend(tarief, tabel, belemmering, eigen, self.genoemd)
            bekend.append(rij)
            if telt and rij.looptijd is not None:
                tellend.lagen[eigen].append((rij.looptijd, rij))
        return bekend, list(tellend.stukken())

    def rijen(self) -> tuple[BekendTarief, ...]:
        """Return every row, the oldest first."""
        return _met_vervangen(*self._gemaakt)


def _prestaties(lijsten: Sequence[Prestatielijst], onder: int) -> dict[str, GenoemdePrestatie]:
    """Return every prestatie by its stable name; an own row takes the place of one underneath."""
    uit: dict[str, GenoemdePrestatie] = {}
    for nummer, lijst in enumerate(lijsten):
        for prestatie in lijst.prestaties:
            uit[prestatie.prestatie_id] = GenoemdePrestatie(
                prestatie=prestatie,
                tabel=lijst.naam,
                eigen=nummer >= onder,
                bron=prestatie.bron or lijst.bron,
                vervangt=uit.get(prestatie.prestatie_id),
            )
    return uit


def _volgorde(rij: BekendTarief) -> tuple[date, str]:
    return (date.max if rij.looptijd is None else rij.looptijd.van, rij.tabel)


def _van_tabel(tabel: Tarieftabel, vervangen: bool) -> Belemmering | None:
    if vervangen:
        return Belemmering.VERVANGEN
    if not samenhang.telt_mee(tabel):
        return Belemmering.NIET_VAN_KRACHT
    concept = tabel.tariefbeschikking.status is Besluitstatus.CONCEPT
    return Belemmering.CONCEPT if concept else None


def _bekend(
    tarief: Tarief,
    tabel: Tarieftabel,
    belemmering: Belemmering | None,
    eigen: bool,
    genoemd: GenoemdePrestatie,
) -> BekendTarief:
    beschikking = tabel.tariefbeschikking
    looptijd = tarief.looptijd or beschikking.looptijd
    if looptijd is None and belemmering not in _ONVINDBAAR:
        belemmering = Belemmering.ONGEDATEERD
    return BekendTarief(
        tarief=in_eenheid(tarief, genoemd.prestatie.eenheid) or tarief,
        tabel=tabel.naam,
        eigen=eigen,
        tariefbeschikking=beschikking,
        bron=tarief.bron or beschikking.bron,
        looptijd=looptijd,
        belemmering=belemmering or _twijfel(tarief),
    )


def _twijfel(tarief: Tarief) -> Belemmering | None:
    if tarief.tariefsoort is Tariefsoort.NIET_VERMELD:
        return Belemmering.TARIEFSOORT_NIET_VERMELD
    return None if tarief.betwist is None else Belemmering.BETWIST


def _met_vervangen(
    rijen: Iterable[BekendTarief], stukken: Iterable[tuple[Stuk[Any], Looptijd]]
) -> tuple[BekendTarief, ...]:
    """Return the rows in order, those marked that own rows replace on every day they have."""
    gevonden = {id(stuk.rij) for stuk, _ in stukken}
    return tuple(
        anders(rij, belemmering=Belemmering.VERVANGEN)
        if id(rij) not in gevonden and rij.looptijd and rij.belemmering not in _ONVINDBAAR
        else rij
        for rij in sorted(rijen, key=_volgorde)
    )


def _opslag(
    opslag: Opslag,
    tabel: Tarieftabel,
    looptijd: Looptijd,
    belemmering: Belemmering | None,
    eigen: bool,
) -> GevondenOpslag:
    return GevondenOpslag(
        opslag=opslag,
        tabel=tabel.naam,
        eigen=eigen,
        tariefbeschikking=tabel.tariefbeschikking,
        bron=opslag.bron or tabel.tariefbeschikking.bron,
        looptijd=looptijd,
        belemmering=belemmering,
    )


def _percentages(rijen: _Rijen) -> Iterator[tuple[date, GevondenOpslag | None]]:
    return _gevuld(map(_gevonden_opslag, rijen.stukken()), _geen)


def _gevonden_opslag(
    deel: tuple[Stuk[GevondenOpslag], Looptijd],
) -> tuple[Stuk[GevondenOpslag], GevondenOpslag]:
    stuk, looptijd = deel
    return stuk, anders(stuk.rij, looptijd=looptijd, vervangt=stuk.vervangt)


def _gevuld(
    stukken: Iterable[tuple[Stuk[Any], _T]], gat: Callable[[date | None, date | None], _U]
) -> Iterator[tuple[date, _T | _U]]:
    """Yield the first day of every stretch and gap, from the first day of the calendar on.

    `gat` makes the answer for a gap from the last known day before it and the first after it.
    """
    dag, laatst = date.min.toordinal(), None
    for stuk, antwoord in stukken:
        begin = date.fromordinal(stuk.van)
        if dag < stuk.van:
            yield date.fromordinal(dag), gat(laatst, begin)
        yield begin, antwoord
        if stuk.tot > date.max.toordinal():
            return
        dag, laatst = stuk.tot, date.fromordinal(stuk.tot - 1)
    yield date.fromordinal(dag), gat(laatst, None)


def _van_prestatie(
    genoemd: GenoemdePrestatie, delen: Iterable[tuple[Stuk[BekendTarief], Looptijd]]
) -> list[tuple[date, Tariefantwoord]]:
    """Cut the calendar for one prestatie: its tariffs, within the days on which it exists."""
    prestatie = genoemd.prestatie

    def gat(laatst: date | None, volgend: date | None) -> Tariefantwoord:
        return Onbekend(
            reden=Onbekendreden.GEEN_TARIEF_BEKEND,
            prestatie=prestatie,
            laatst_bekend_tot_en_met=laatst,
            eerstvolgend_van=volgend,
        )

    def gevonden(deel: tuple[Stuk[BekendTarief], Looptijd]) -> tuple[Stuk[Any], Tariefantwoord]:
        stuk, looptijd = deel
        rij = stuk.rij
        return stuk, Gevonden(
            prestatie=prestatie,
            tarief=rij.tarief,
            tabel=rij.tabel,
            eigen=rij.eigen,
            tariefbeschikking=rij.tariefbeschikking,
            bron=rij.bron,
            looptijd=looptijd,
            belemmering=rij.belemmering,
            vervangt=stuk.vervangt,
        )

    def buiten(
        status: Literal[Antwoordstatus.NOG_NIET_VAN_KRACHT, Antwoordstatus.BEEINDIGD], datum: date
    ) -> Tariefantwoord:
        return BuitenLooptijd(
            status=status,
            prestatie=prestatie,
            datum=datum,
            bron=genoemd.bron,
            verificatie=genoemd.bron.verificatie,
        )

    stukken: list[tuple[date, Tariefantwoord]] = list(_gevuld(map(gevonden, delen), gat))
    van, tot_en_met = prestatie.van, prestatie.tot_en_met
    if van is not None:
        eerste = max(i for i, (begin, _) in enumerate(stukken) if begin <= van)
        stukken = [
            (date.min, buiten(Antwoordstatus.NOG_NIET_VAN_KRACHT, van)),
            (van, stukken[eerste][1]),
            *stukken[eerste + 1 :],
        ]
    if tot_en_met is not None and tot_en_met < date.max:
        stukken = [
            *(stuk for stuk in stukken if stuk[0] <= tot_en_met),
            (tot_en_met + timedelta(days=1), buiten(Antwoordstatus.BEEINDIGD, tot_en_met)),
        ]
    return stukken


def _geen(_: date | None, __: date | None) -> None:
    return None
