"""A lookup gives what reading all tables through would give, whatever the tables."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tabellen.rijen import lijst, maak, maak_prestatie, rij, tabel

from geboortezorg.model.tarief import (
    Besluitstatus,
    Tarief,
)
from geboortezorg.tabellen import (
    BuitenLooptijd,
    Gevonden,
    Onbekend,
    Onbekendreden,
    TabelFout,
    Tabellen,
    Tabelreden,
)
from geboortezorg.tijd import Looptijd

_EPOCHE = date(2030, 1, 1)


def _dag(nummer: int) -> date:
    return _EPOCHE + timedelta(days=nummer)


@st.composite
def _looptijden(trek: st.DrawFn) -> list[Looptijd]:
    """Draw periods that share no day: every two of a sorted row of days are one period."""
    grenzen = sorted(trek(st.sets(st.integers(0, 40), max_size=8)))
    uit = [
        Looptijd(van=_dag(van), tot_en_met=_dag(tot - 1))
        for van, tot in zip(grenzen[::2], grenzen[1::2], strict=False)
    ]
    if len(grenzen) % 2 and trek(st.booleans()):
        uit.append(Looptijd(van=_dag(grenzen[-1])))
    return uit


@st.composite
def _tabellen(trek: st.DrawFn) -> Tabellen:
    """Draw prestaties and tables that go together."""
    namen = ("a", "b")
    prestaties = [
        maak_prestatie(
            naam,
            code=trek(st.sampled_from([None, f"c{naam}"])),
            van=trek(st.sampled_from([None, _dag(-5), _dag(0)])),
            tot_en_met=trek(st.sampled_from([None, _dag(45), _dag(50)])),
        )
        for naam in namen
    ]
    aantal = trek(st.integers(1, 3))
    statussen = [trek(st.sampled_from(Besluitstatus)) for _ in range(aantal)]
    rijen: list[list[Tarief]] = [[] for _ in range(aantal)]
    for naam in namen:
        for looptijd in trek(_looptijden()):
            nummer = trek(st.integers(0, aantal - 1))
            rijen[nummer].append(rij(naam, trek(st.integers(0, 9)), looptijd=looptijd))
        if trek(st.booleans()):
            rijen[trek(st.integers(0, aantal - 1))].append(rij(naam))
    vervangt = [trek(st.sampled_from([None, "t0"])) if i else None for i in range(aantal)]
    return maak(
        lijst(*prestaties),
        *(
            tabel(f"t{i}", *rijen[i], looptijd=None, status=statussen[i], vervangt=vervangt[i])
            for i in range(aantal)
        ),
    )


def _naief(tabellen: Tabellen, naam: str, op: date) -> tuple[object, ...]:
    """Answer a lookup by reading every row of every table."""
    gezocht = [p for p in tabellen.prestaties if naam in (p.prestatie_id, p.code)]
    if not gezocht:
        return ("onbekend", Onbekendreden.PRESTATIE_ONBEKEND, None, None)
    van, tot_en_met = gezocht[0].van, gezocht[0].tot_en_met
    if van is not None and op < van:
        return ("nog_niet_van_kracht", van)
    if tot_en_met is not None and op > tot_en_met:
        return ("beeindigd", tot_en_met)
    vervangen = {
        t.tariefbeschikking.vervangt
        for t in tabellen.tarieftabellen
        if t.tariefbeschikking.status == "vastgesteld"
    }
    perioden = [
        (tarief.looptijd, tarief.bedrag_eurocent, t.naam)
        for t in tabellen.tarieftabellen
        for tarief in t.tarieven
        if t.tariefbeschikking.status in ("vastgesteld", "concept")
        and t.naam not in vervangen
        and tarief.prestatie_id == gezocht[0].prestatie_id
        and tarief.looptijd is not None
    ]
    for looptijd, bedrag, tabelnaam in perioden:
        if looptijd.bevat(op):
            return ("gevonden", looptijd, bedrag, tabelnaam)
    eerder = [p.tot_en_met for p, _, _ in perioden if p.tot_en_met and p.tot_en_met < op]
    later = [p.van for p, _, _ in perioden if p.van > op]
    return (
        "onbekend",
        Onbekendreden.GEEN_TARIEF_BEKEND,
        max(eerder, default=None),
        min(later, default=None),
    )


def _kern(uit: Gevonden | Onbekend | BuitenLooptijd) -> tuple[object, ...]:
    if isinstance(uit, Gevonden):
        return (uit.status, uit.looptijd, uit.tarief.bedrag_eurocent, uit.tabel)
    if isinstance(uit, BuitenLooptijd):
        return (uit.status, uit.datum)
    return (uit.status, uit.reden, uit.laatst_bekend_tot_en_met, uit.eerstvolgend_van)


@given(_tabellen(), st.sampled_from(["a", "b", "ca", "cb", "x"]))
def test_opzoeken_is_gelijk_aan_alles_doorlezen(tabellen: Tabellen, naam: str) -> None:
    """On every day the index says what a reading of all the rows says."""
    for nummer in range(-7, 53):
        assert _kern(tabellen.lookup(naam, _dag(nummer))) == _naief(tabellen, naam, _dag(nummer))


@given(
    st.lists(
        st.tuples(st.integers(0, 12), st.none() | st.integers(0, 6), st.integers(0, 1)),
        max_size=5,
    )
)
def test_overlap_wordt_precies_dan_geweigerd_als_twee_rijen_een_dag_delen(
    rijen: list[tuple[int, int | None, int]],
) -> None:
    """Rows over two tables are refused when, and only when, some day has two of them."""
    perioden = [
        (Looptijd(van=_dag(van), tot_en_met=None if lengte is None else _dag(van + lengte)), t)
        for van, lengte, t in rijen
    ]
    dubbel = any(
        sum(periode.bevat(_dag(nummer)) for periode, _ in perioden) > 1 for nummer in range(20)
    )
    tabellen = [
        tabel(f"t{i}", *(rij(looptijd=periode) for periode, t in perioden if t == i))
        for i in range(2)
    ]
    if not dubbel:
        maak(*tabellen)
        return
    with pytest.raises(TabelFout) as fout:
        maak(*tabellen)
    assert {melding.reden for melding in fout.value.meldingen} == {Tabelreden.OVERLAP}
