"""Tables in use: what a lookup answers, and how they behave as an object."""

import datetime as dt
import pickle
from datetime import date, timedelta
from typing import Any

import pytest
from tests.tabellen.rijen import (
    ERNA,
    ERVOOR,
    JAAR,
    OFFICIEEL,
    SECUNDAIR,
    lijst,
    maak,
    maak_opslag,
    maak_prestatie,
    rij,
    tabel,
)

from geboortezorg.bron import Verificatie
from geboortezorg.model.prestatie import Regime
from geboortezorg.model.tarief import (
    Besluitstatus,
    Opslagsoort,
    Tariefsoort,
)
from geboortezorg.tabellen import (
    Antwoordstatus,
    Belemmering,
    BuitenLooptijd,
    Gevonden,
    Onbekend,
    Onbekendreden,
    Tabellen,
    index,
)
from geboortezorg.tijd import Looptijd

# What a lookup answers.


@pytest.mark.parametrize("dag", [JAAR.van, date(2030, 7, 1), JAAR.tot_en_met])
def test_gevonden_van_de_eerste_tot_en_met_de_laatste_dag(dag: date) -> None:
    """Both ends belong to the period, and the answer carries all there is to say of it."""
    uit = maak(tabel("t", rij())).lookup("uur", dag)
    assert isinstance(uit, Gevonden)
    assert uit.status is Antwoordstatus.GEVONDEN
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
    assert erna.status is Antwoordstatus.ONBEKEND


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
        status=Antwoordstatus.NOG_NIET_VAN_KRACHT,
        prestatie=eigen,
        datum=date(2030, 2, 1),
        bron=SECUNDAIR,
        verificatie=Verificatie.SECUNDAIR,
    )
    erna = tabellen.lookup("uur", date(2030, 11, 1))
    assert isinstance(erna, BuitenLooptijd)
    assert (erna.status, erna.datum) == (Antwoordstatus.BEEINDIGD, date(2030, 10, 31))
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
