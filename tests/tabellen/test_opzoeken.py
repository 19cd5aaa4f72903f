"""Tables in use: what a lookup answers, and which tables do not go together."""

import datetime as dt
import pickle
import re
from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg.bron import Bron, Verificatie
from geboortezorg.model.prestatie import Eenheid, Prestatie, Prestatielijst, Regime
from geboortezorg.model.tarief import (
    Besluitstatus,
    Opslag,
    Opslagsoort,
    Tarief,
    Tariefbeschikking,
    Tariefsoort,
    Tarieftabel,
)
from geboortezorg.tabellen import (
    Belemmering,
    BuitenLooptijd,
    Gevonden,
    Onbekend,
    Onbekendreden,
    Opzoekstatus,
    TabelFout,
    Tabellen,
    Tabelreden,
    index,
)
from geboortezorg.tijd import Looptijd

OFFICIEEL = Bron(titel="Beschikking", verificatie=Verificatie.OFFICIEEL)
SECUNDAIR = Bron(titel="Webpagina", verificatie=Verificatie.SECUNDAIR)
JAAR = Looptijd(van=date(2030, 1, 1), tot_en_met=date(2030, 12, 31))
ERVOOR, ERNA = date(2029, 12, 31), date(2031, 1, 1)


def maak_prestatie(naam: str = "uur", **anders: Any) -> Prestatie:
    """Return a made-up prestatie of the kraamzorg."""
    return attrs.evolve(
        Prestatie(
            prestatie_id=naam,
            regime=Regime.KRAAMZORG,
            omschrijving="Verzonnen",
            omschrijving_en="Made up",
            eenheid=Eenheid.UUR,
        ),
        **anders,
    )


def lijst(*prestaties: Prestatie, naam: str = "lijst", **anders: Any) -> Prestatielijst:
    """Return a list of prestaties."""
    return attrs.evolve(Prestatielijst(naam=naam, bron=OFFICIEEL, prestaties=prestaties), **anders)


def rij(naam: str = "uur", bedrag: int | None = 1000, **anders: Any) -> Tarief:
    """Return a made-up maximum."""
    return attrs.evolve(
        Tarief(
            prestatie_id=naam,
            tariefsoort=Tariefsoort.MAXIMUM,
            eenheid=Eenheid.UUR,
            bedrag_eurocent=bedrag,
        ),
        **anders,
    )


def maak_opslag(**anders: Any) -> Opslag:
    """Return a made-up max-max of five percent."""
    return attrs.evolve(
        Opslag(
            opslagsoort=Opslagsoort.MAX_MAX, regime=Regime.KRAAMZORG, percentage_basispunten=500
        ),
        **anders,
    )


def tabel(
    naam: str,
    *tarieven: Tarief,
    opslagen: tuple[Opslag, ...] = (),
    regime: Regime = Regime.KRAAMZORG,
    **beschikking: Any,
) -> Tarieftabel:
    """Return an adopted table for 2030, unless the decision is described otherwise."""
    return Tarieftabel(
        naam=naam,
        regime=regime,
        tariefbeschikking=attrs.evolve(
            Tariefbeschikking(
                titel="Verzonnen",
                status=Besluitstatus.VASTGESTELD,
                bron=OFFICIEEL,
                looptijd=JAAR,
            ),
            **beschikking,
        ),
        tarieven=tarieven,
        opslagen=opslagen,
    )


def maak(*tabellen: Prestatielijst | Tarieftabel) -> Tabellen:
    """Return tables over one prestatie `uur`, unless a list is given."""
    if not any(isinstance(deel, Prestatielijst) for deel in tabellen):
        tabellen = (lijst(maak_prestatie()), *tabellen)
    return Tabellen().add(*tabellen)


# What a lookup answers.


@pytest.mark.parametrize("dag", [JAAR.van, date(2030, 7, 1), JAAR.tot_en_met])
def test_gevonden_van_de_eerste_tot_en_met_de_laatste_dag(dag: date) -> None:
    """Both ends belong to the period, and the answer carries all there is to say of it."""
    uit = maak(tabel("t", rij())).lookup("uur", dag)
    assert isinstance(uit, Gevonden)
    assert uit.status is Opzoekstatus.GEVONDEN
    assert uit.prestatie.prestatie_id == "uur"
    assert uit.tarief == rij()
    assert (uit.tabel, uit.tariefbeschikking.titel) == ("t", "Verzonnen")
    assert (uit.bron, uit.verificatie, uit.looptijd) == (OFFICIEEL, Verificatie.OFFICIEEL, JAAR)
    assert uit.belemmering is None
    assert uit.toetsbaar


def test_onbekend_aan_beide_kanten() -> None:
    """A day too early or too late gives no amount, only how far the known days are."""
    tabellen = maak(tabel("t", rij()))
    ervoor, erna = tabellen.lookup("uur", ERVOOR), tabellen.lookup("uur", ERNA)
    assert ervoor == Onbekend(
        reden=Onbekendreden.GEEN_TARIEF_BEKEND,
        prestatie=maak_prestatie(),
        eerstvolgend_van=JAAR.van,
    )
    assert erna == Onbekend(
        reden=Onbekendreden.GEEN_TARIEF_BEKEND,
        prestatie=maak_prestatie(),
        laatst_bekend_tot_en_met=JAAR.tot_en_met,
    )
    assert erna.status is Opzoekstatus.ONBEKEND


def test_zonder_enige_rij_is_het_tarief_onbekend() -> None:
    """A prestatie without rows is known, its tariff is not."""
    assert maak().lookup("uur", JAAR.van) == Onbekend(
        reden=Onbekendreden.GEEN_TARIEF_BEKEND, prestatie=maak_prestatie()
    )


def test_eigen_dagen_en_bron_van_een_rij_gaan_voor() -> None:
    """A row's own period and source replace those of the decision."""
    kort = Looptijd(van=date(2030, 3, 1), tot_en_met=date(2030, 3, 31))
    tabellen = maak(tabel("t", rij(looptijd=kort, bron=SECUNDAIR)))
    uit = tabellen.lookup("uur", date(2030, 3, 31))
    assert isinstance(uit, Gevonden)
    assert (uit.bron, uit.verificatie, uit.looptijd) == (SECUNDAIR, Verificatie.SECUNDAIR, kort)
    assert isinstance(tabellen.lookup("uur", date(2030, 4, 1)), Onbekend)


def test_open_einde() -> None:
    """A row without a last day goes on."""
    open_ = Looptijd(van=JAAR.van)
    tabellen = maak(tabel("t", rij(), looptijd=open_, opslagen=(maak_opslag(),)))
    assert isinstance(tabellen.lookup("uur", date.max), Gevonden)
    assert isinstance(tabellen.lookup("uur", ERVOOR), Onbekend)
    assert tabellen.opslag(Opslagsoort.MAX_MAX, Regime.KRAAMZORG, date.max) is not None


def test_aansluitende_rijen() -> None:
    """Of two adjoining rows each has its own days, without a gap between them."""
    tweede = Looptijd(van=ERNA)
    tabellen = maak(tabel("t", rij(bedrag=2, looptijd=tweede), rij(bedrag=1)))
    bedragen = [tabellen.lookup("uur", dag) for dag in (JAAR.van, date(2030, 12, 31), ERNA)]
    assert [b.tarief.bedrag_eurocent for b in bedragen if isinstance(b, Gevonden)] == [1, 1, 2]


def test_de_dagen_van_de_prestatie_gaan_voor_die_van_het_tarief() -> None:
    """Before the first and after the last day of the prestatie there is no tariff to give."""
    eigen = maak_prestatie(van=date(2030, 2, 1), tot_en_met=date(2030, 10, 31), bron=SECUNDAIR)
    tabellen = maak(lijst(eigen), tabel("t", rij()))
    for dag in (date(2030, 2, 1), date(2030, 10, 31)):
        assert isinstance(tabellen.lookup("uur", dag), Gevonden)
    ervoor = tabellen.lookup("uur", date(2030, 1, 31))
    assert ervoor == BuitenLooptijd(
        status=Opzoekstatus.NOG_NIET_VAN_KRACHT,
        prestatie=eigen,
        datum=date(2030, 2, 1),
        bron=SECUNDAIR,
        verificatie=Verificatie.SECUNDAIR,
    )
    erna = tabellen.lookup("uur", date(2030, 11, 1))
    assert isinstance(erna, BuitenLooptijd)
    assert (erna.status, erna.datum) == (Opzoekstatus.BEEINDIGD, date(2030, 10, 31))
    genoemd = tabellen.genoemde_prestatie("uur")
    assert genoemd is not None
    assert (genoemd.bron, genoemd.verificatie) == (SECUNDAIR, Verificatie.SECUNDAIR)


def test_een_prestatie_zonder_laatste_dag_van_de_kalender() -> None:
    """A last day at the very end of the calendar leaves no day after it."""
    tabellen = maak(lijst(maak_prestatie(van=date.min, tot_en_met=date.max)))
    assert isinstance(tabellen.lookup("uur", date.max), Onbekend)
    assert isinstance(tabellen.lookup("uur", date.min), Onbekend)


def test_code_en_vaste_naam_geven_hetzelfde() -> None:
    """A prestatie is found by its stable name and by its public code."""
    tabellen = maak(lijst(maak_prestatie(code="1101")), tabel("t", rij()))
    assert tabellen.prestatie("1101") is tabellen.prestatie("uur")
    assert tabellen.lookup("1101", JAAR.van) is tabellen.lookup("uur", JAAR.van)
    assert tabellen.tarieven_van("1101") == tabellen.tarieven_van("uur")


@pytest.mark.parametrize(
    ("rij_", "beschikking", "belemmering"),
    [
        ({"tariefsoort": Tariefsoort.NIET_VERMELD}, {}, Belemmering.TARIEFSOORT_NIET_VERMELD),
        ({"betwist": "twee bronnen"}, {}, Belemmering.BETWIST),
        ({}, {"status": Besluitstatus.CONCEPT}, Belemmering.CONCEPT),
    ],
)
def test_gevonden_maar_niet_toetsbaar(
    rij_: dict[str, Any], beschikking: dict[str, Any], belemmering: Belemmering
) -> None:
    """A row of unknown kind, a doubtful one and one of a concept are shown, and judge nothing."""
    tabellen = maak(tabel("t", rij(**rij_), opslagen=(maak_opslag(),), **beschikking))
    uit = tabellen.lookup("uur", JAAR.van)
    assert isinstance(uit, Gevonden)
    assert uit.belemmering is belemmering
    assert not uit.toetsbaar
    opslag = tabellen.opslag(Opslagsoort.MAX_MAX, Regime.KRAAMZORG, JAAR.van)
    assert opslag is not None
    assert opslag.toetsbaar == (belemmering is not Belemmering.CONCEPT)


@pytest.mark.parametrize("status", [Besluitstatus.NOOIT_IN_WERKING, Besluitstatus.INGETROKKEN])
def test_wat_niet_van_kracht_is_wordt_nooit_gevonden(status: Besluitstatus) -> None:
    """Neither amount nor surcharge of such a decision is returned; the listing shows the row."""
    tabellen = maak(tabel("t", rij(), opslagen=(maak_opslag(),), status=status))
    assert isinstance(tabellen.lookup("uur", JAAR.van), Onbekend)
    assert tabellen.opslag(Opslagsoort.MAX_MAX, Regime.KRAAMZORG, JAAR.van) is None
    (bekend,) = tabellen.tarieven_van("uur")
    assert bekend.belemmering is Belemmering.NIET_VAN_KRACHT


def test_ongedateerd_wordt_nooit_gevonden() -> None:
    """Without dates an amount or surcharge holds for no day."""
    tabellen = maak(tabel("t", rij(), opslagen=(maak_opslag(),), looptijd=None))
    for dag in (date.min, JAAR.van, date.max):
        assert isinstance(tabellen.lookup("uur", dag), Onbekend)
        assert tabellen.opslag(Opslagsoort.MAX_MAX, Regime.KRAAMZORG, dag) is None
    (bekend,) = tabellen.tarieven_van("uur")
    assert (bekend.belemmering, bekend.looptijd) == (Belemmering.ONGEDATEERD, None)


def test_een_opvolger_vervangt_de_hele_tabel() -> None:
    """A correction replaces a table, also for days and prestaties that it leaves out."""
    basis = maak(
        lijst(maak_prestatie(), maak_prestatie("stuk")),
        tabel("oud", rij(bedrag=1), rij("stuk"), opslagen=(maak_opslag(),)),
    )
    helft = Looptijd(van=date(2030, 7, 1), tot_en_met=date(2030, 12, 31))
    nieuw = basis.add(tabel("nieuw", rij(bedrag=2), looptijd=helft, vervangt="oud"))
    uit = nieuw.lookup("uur", date(2030, 7, 1))
    assert isinstance(uit, Gevonden)
    assert uit.tarief.bedrag_eurocent == 2
    assert isinstance(nieuw.lookup("uur", date(2030, 6, 30)), Onbekend)
    assert isinstance(nieuw.lookup("stuk", date(2030, 7, 1)), Onbekend)
    assert nieuw.opslag(Opslagsoort.MAX_MAX, Regime.KRAAMZORG, JAAR.van) is None
    assert [(r.tabel, r.belemmering) for r in nieuw.tarieven_van("uur")] == [
        ("oud", Belemmering.VERVANGEN),
        ("nieuw", None),
    ]
    assert isinstance(basis.lookup("stuk", JAAR.van), Gevonden)  # the old tables did not change


def test_een_keten_van_opvolgers() -> None:
    """Of three tables that replace each other in turn only the last counts."""
    tabellen = maak(
        tabel("a", rij(bedrag=1)),
        tabel("b", rij(bedrag=2), vervangt="a"),
        tabel("c", rij(bedrag=3), vervangt="b"),
    )
    uit = tabellen.lookup("uur", JAAR.van)
    assert isinstance(uit, Gevonden)
    assert uit.tabel == "c"


def test_wat_niet_is_vastgesteld_vervangt_niets() -> None:
    """A withdrawn successor leaves the older table in use."""
    tabellen = maak(
        tabel("a", rij(bedrag=1)),
        tabel("b", rij(bedrag=2), vervangt="a", status=Besluitstatus.INGETROKKEN),
    )
    uit = tabellen.lookup("uur", JAAR.van)
    assert isinstance(uit, Gevonden)
    assert uit.tabel == "a"


def test_opslag_op_en_om_zijn_grenzen() -> None:
    """A surcharge holds on its first and last day and not around them, with its own source."""
    tabellen = maak(
        tabel("t", opslagen=(maak_opslag(bron=SECUNDAIR),)),
        tabel(
            "u",
            opslagen=(maak_opslag(percentage_basispunten=700, looptijd=Looptijd(van=ERNA)),),
        ),
    )

    def percentage(dag: date) -> int | None:
        uit = tabellen.opslag(Opslagsoort.MAX_MAX, Regime.KRAAMZORG, dag)
        return None if uit is None else uit.opslag.percentage_basispunten

    dagen = (ERVOOR, JAAR.van, date(2030, 12, 31), ERNA)
    assert [percentage(dag) for dag in dagen] == [None, 500, 500, 700]
    uit = tabellen.opslag(Opslagsoort.MAX_MAX, Regime.KRAAMZORG, JAAR.van)
    assert uit is not None
    assert (uit.tabel, uit.bron, uit.looptijd) == ("t", SECUNDAIR, JAAR)
    assert uit.verificatie is Verificatie.SECUNDAIR
    assert tabellen.opslag(Opslagsoort.MAX_MAX, Regime.VERLOSKUNDE, JAAR.van) is None


def test_alles_wat_van_een_prestatie_bekend_is_in_volgorde() -> None:
    """The listing: oldest first, undated rows last, each with why it does not judge."""
    tabellen = maak(
        tabel("z", rij(bedrag=3), looptijd=None),
        tabel("y", rij(bedrag=2), looptijd=Looptijd(van=ERNA)),
        tabel("x", rij(bedrag=1)),
    )
    assert [r.tabel for r in tabellen.tarieven_van("uur")] == ["x", "y", "z"]
    assert tabellen.tarieven_van("onbekend") == ()


# How it behaves as an object.


def test_een_tweede_keer_is_hetzelfde_object() -> None:
    """All days of one stretch share one answer; nothing is made for a lookup."""
    tabellen = maak(tabel("t", rij()))
    assert tabellen.lookup("uur", JAAR.van) is tabellen.lookup("uur", date(2030, 12, 31))
    assert tabellen.lookup("uur", ERVOOR) is tabellen.lookup("uur", date.min)
    assert tabellen.lookup("a", JAAR.van) is tabellen.lookup("b", ERNA)


def test_het_geheugen_van_een_prestatie_is_begrensd() -> None:
    """However many days are asked, only so many are kept, and the answers stay right."""
    tabellen = maak(tabel("t", rij()))
    for i in range(index.MEMO_GRENS + 10):
        uit = tabellen.lookup("uur", JAAR.van + timedelta(days=i))
        assert isinstance(uit, Gevonden) == (i < 365)
    assert len(tabellen._dagen["uur"]) == 10


def test_een_tijdstip_is_geen_dag() -> None:
    """A datetime raises: which day it is depends on a time zone."""
    tabellen = maak(tabel("t", rij()))
    tabellen.lookup("uur", JAAR.van)
    with pytest.raises(TypeError):
        tabellen.lookup("uur", dt.datetime(2030, 1, 1, tzinfo=dt.UTC))


def test_pickle_en_repr() -> None:
    """Tables survive a process boundary, and their repr does not print them."""
    tabellen = maak(tabel("t", rij()))
    terug = pickle.loads(pickle.dumps(tabellen))  # noqa: S301 - our own bytes
    assert terug.tabellen == tabellen.tabellen
    assert terug.lookup("uur", JAAR.van) == tabellen.lookup("uur", JAAR.van)
    assert repr(terug) == "Tabellen(1 prestatielijsten, 1 tarieftabellen)"


def test_alleen_tabellen_kunnen_erbij() -> None:
    """Another model is refused rather than left out without a word."""
    anders: Any = OFFICIEEL
    with pytest.raises(TypeError):
        Tabellen().add(anders)


def test_volledige_regimes() -> None:
    """A list says itself of which regime it is complete."""
    tabellen = maak(
        lijst(maak_prestatie(), volledig_regime=Regime.KRAAMZORG),
        lijst(maak_prestatie("b"), naam="b"),
    )
    assert tabellen.volledige_regimes == {Regime.KRAAMZORG}
    assert [p.prestatie_id for p in tabellen.prestaties] == ["uur", "b"]


# Against a naive reading of the same tables.

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


# Which tables do not go together.


def _geweigerd(*tabellen: Prestatielijst | Tarieftabel) -> list[tuple[Tabelreden, str]]:
    with pytest.raises(TabelFout) as fout:
        maak(*tabellen)
    plek = re.compile(r"^/(prestatielijsten|tarieftabellen)/[0-9]+")
    assert all(plek.match(melding.pointer) for melding in fout.value.meldingen)
    return [(melding.reden, plek.sub("", melding.pointer)) for melding in fout.value.meldingen]


VAN_NA_TOT = Looptijd(van=date(2030, 2, 1), tot_en_met=date(2030, 1, 31))


@pytest.mark.parametrize(
    ("tabellen", "meldingen"),
    [
        ([tabel("t", looptijd=VAN_NA_TOT)], [("periode", "/tariefbeschikking/looptijd")]),
        ([tabel("t", rij(looptijd=VAN_NA_TOT))], [("periode", "/tarieven/0/looptijd")]),
        (
            [tabel("t", opslagen=(maak_opslag(looptijd=VAN_NA_TOT),))],
            [("periode", "/opslagen/0/looptijd")],
        ),
        ([tabel("t", rij(bedrag=None))], [("bedrag_ontbreekt", "/tarieven/0")]),
        (
            [tabel("t", rij(tariefsoort=Tariefsoort.VRIJ))],
            [("bedrag_bij_vrij", "/tarieven/0/bedrag_eurocent")],
        ),
        ([tabel("t", rij(), rij(bedrag=1))], [("overlap", "/tarieven/1")]),
        ([tabel("t", rij()), tabel("u", rij())], [("overlap", "/tarieven/0")]),
        ([tabel("t", opslagen=(maak_opslag(), maak_opslag()))], [("overlap", "/opslagen/1")]),
        (
            [tabel("t", opslagen=(maak_opslag(),)), tabel("u", opslagen=(maak_opslag(),))],
            [("overlap", "/opslagen/0")],
        ),
        ([tabel("t"), tabel("t")], [("dubbele_naam", "/naam")]),
        ([tabel("lijst")], [("dubbele_naam", "/naam")]),
        ([tabel("t", rij("x"))], [("onbekende_prestatie", "/tarieven/0/prestatie_id")]),
        (
            [tabel("t", rij(), regime=Regime.VERLOSKUNDE)],
            [("ander_regime", "/tarieven/0/prestatie_id")],
        ),
        ([tabel("t", vervangt="x")], [("vervangt", "/tariefbeschikking/vervangt")]),
        ([tabel("t", vervangt="t")], [("vervangt", "/tariefbeschikking/vervangt")]),
        (
            [tabel("a", vervangt="b"), tabel("b", vervangt="a"), tabel("c", vervangt="a")],
            [("vervangt", "/tariefbeschikking/vervangt")] * 2,
        ),
        (
            [tabel("a", regime=Regime.VSV), tabel("b", vervangt="a")],
            [("vervangt", "/tariefbeschikking/vervangt")],
        ),
        (
            [lijst(maak_prestatie(van=ERNA, tot_en_met=JAAR.van))],
            [("periode", "/prestaties/0/tot_en_met")],
        ),
        (
            [
                lijst(
                    maak_prestatie(
                        zwangerschapsduur_van_dagen=2, zwangerschapsduur_tot_en_met_dagen=1
                    )
                )
            ],
            [("zwangerschapsduur", "/prestaties/0/zwangerschapsduur_tot_en_met_dagen")],
        ),
        (
            [lijst(maak_prestatie(bestanddelen=("uur",)))],
            [("verwijst_naar_zichzelf", "/prestaties/0/bestanddelen")],
        ),
        (
            [lijst(maak_prestatie(sluit_uit=("uur",)))],
            [("verwijst_naar_zichzelf", "/prestaties/0/sluit_uit")],
        ),
        (
            [lijst(maak_prestatie(bestanddelen=("x",), sluit_uit=("y",)))],
            [
                ("onbekende_prestatie", "/prestaties/0/bestanddelen/0"),
                ("onbekende_prestatie", "/prestaties/0/sluit_uit/0"),
            ],
        ),
        (
            [lijst(maak_prestatie(variant_van="x"))],
            [("onbekende_prestatie", "/prestaties/0/variant_van")],
        ),
        (
            [lijst(maak_prestatie()), lijst(maak_prestatie(), naam="b")],
            [("dubbele_prestatie", "/prestaties/0/prestatie_id")],
        ),
        (
            [lijst(maak_prestatie(code="1"), maak_prestatie("b", code="1"))],
            [("dubbele_code", "/prestaties/1/code")],
        ),
        (
            [lijst(maak_prestatie(code="b"), maak_prestatie("b"))],
            [("dubbele_prestatie", "/prestaties/1/prestatie_id")],
        ),
        (
            [lijst(maak_prestatie(van=ERNA)), tabel("t", rij(), opslagen=(maak_opslag(),))],
            [("buiten_prestatie", "/tarieven/0")],
        ),
        (
            [lijst(maak_prestatie(tot_en_met=ERVOOR)), tabel("t", rij())],
            [("buiten_prestatie", "/tarieven/0")],
        ),
    ],
)
def test_geweigerd(
    tabellen: list[Prestatielijst | Tarieftabel], meldingen: list[tuple[str, str]]
) -> None:
    """Each mistake is refused, with exactly its reason at its place."""
    assert _geweigerd(*tabellen) == meldingen


@pytest.mark.parametrize(
    "tabellen",
    [
        [tabel("t", rij(looptijd=Looptijd(van=JAAR.van, tot_en_met=JAAR.van)))],
        [tabel("t", rij(tariefsoort=Tariefsoort.VRIJ, bedrag=None))],
        [tabel("t", rij(bedrag=0))],
        [tabel("t", rij()), tabel("u", rij(), looptijd=Looptijd(van=ERNA))],
        [tabel("t", rij()), tabel("u", rij(), status=Besluitstatus.NOOIT_IN_WERKING)],
        [tabel("t", rij(), rij(), looptijd=None)],
        [tabel("t", status=Besluitstatus.INGETROKKEN, vervangt="x")],
        [lijst(maak_prestatie(van=JAAR.van, tot_en_met=JAAR.van)), tabel("t", rij())],
        [lijst(maak_prestatie(van=date(2030, 12, 31))), tabel("t", rij())],
        [
            lijst(
                maak_prestatie(zwangerschapsduur_van_dagen=1, zwangerschapsduur_tot_en_met_dagen=1)
            )
        ],
        [
            lijst(maak_prestatie(bestanddelen=("b",), sluit_uit=("b",))),
            lijst(maak_prestatie("b"), naam="b"),
        ],
    ],
)
def test_net_niet_geweigerd(tabellen: list[Prestatielijst | Tarieftabel]) -> None:
    """The other side of each bound is accepted."""
    assert maak(*tabellen).tabellen[-1] == tabellen[-1]


def test_alle_meldingen_samen_en_zonder_woorden_uit_de_tabellen() -> None:
    """Every reason comes at once; a name is shown only when it is one of our own."""
    fout_ = tabel("kanarie-naam", rij("kanarie-prestatie", bedrag=None, looptijd=VAN_NA_TOT))
    with pytest.raises(TabelFout) as fout:
        maak(fout_)
    assert {melding.reden for melding in fout.value.meldingen} == {
        Tabelreden.PERIODE,
        Tabelreden.BEDRAG_ONTBREEKT,
        Tabelreden.ONBEKENDE_PRESTATIE,
    }
    assert "kanarie" not in str(fout.value)
    assert "kanarie" not in repr(fout.value.meldingen)
    assert "/tarieftabellen/0/tarieven/0: " in str(fout.value)
    assert pickle.loads(pickle.dumps(fout.value)).meldingen == fout.value.meldingen  # noqa: S301


def test_een_lange_lijst_meldingen_wordt_afgekort() -> None:
    """The text names the first twenty and counts the rest; the object has them all."""
    with pytest.raises(TabelFout) as fout:
        maak(tabel("t", *(rij("x") for _ in range(25)), looptijd=None))
    assert len(fout.value.meldingen) == 25
    assert len(str(fout.value).splitlines()) == 21
    assert str(fout.value).endswith("en nog 5 meldingen")
