"""Own tables lie over others: they go before them on their days, and every answer says so."""

import json
import pickle
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tabellen.rijen import (
    JAAR,
    SECUNDAIR,
    lijst,
    maak,
    maak_opslag,
    maak_prestatie,
    rij,
    tabel,
)

from geboortezorg.convert import destructureer_document
from geboortezorg.model.context import Toetscontext
from geboortezorg.model.prestatie import Eenheid, Regime
from geboortezorg.model.tarief import Besluitstatus, Opslagsoort, Tariefsoort
from geboortezorg.regels.context import Context
from geboortezorg.tabellen import (
    Belemmering,
    Gevonden,
    Onbekend,
    TabelFout,
    Tabellen,
    Tabelreden,
    read_file,
    shipped,
    with_files,
)
from geboortezorg.tijd import Looptijd

HALF = Looptijd(van=date(2030, 4, 1), tot_en_met=date(2030, 9, 30))
ONDER = maak(
    lijst(maak_prestatie(), maak_prestatie("b", code="7")),
    tabel("t", rij(), opslagen=(maak_opslag(),)),
)
OVER = ONDER.as_base()


def gevonden(tabellen: Tabellen, op: date, prestatie: str = "uur") -> Gevonden:
    """Return the tariff on a day, which must be known."""
    uit = tabellen.lookup(prestatie, op)
    assert isinstance(uit, Gevonden)
    return uit


def test_een_eigen_rij_gaat_voor_op_haar_dagen_en_zegt_wat_zij_vervangt() -> None:
    """Within its days the own amount counts; before and after, what lies underneath."""
    tabellen = OVER.add(tabel("eigen", rij(bedrag=7), looptijd=HALF))
    binnen = gevonden(tabellen, date(2030, 7, 1))
    assert (binnen.tabel, binnen.eigen, binnen.tarief.bedrag_eurocent) == ("eigen", True, 7)
    assert binnen.looptijd == HALF
    assert binnen.vervangt is not None
    assert (binnen.vervangt.tabel, binnen.vervangt.tarief) == ("t", rij())
    assert not binnen.vervangt.eigen
    for dag, looptijd in {
        date(2030, 3, 31): Looptijd(van=JAAR.van, tot_en_met=date(2030, 3, 31)),
        date(2030, 10, 1): Looptijd(van=date(2030, 10, 1), tot_en_met=JAAR.tot_en_met),
    }.items():
        buiten = gevonden(tabellen, dag)
        assert (buiten.tabel, buiten.eigen, buiten.vervangt) == ("t", False, None)
        assert buiten.looptijd == looptijd


def test_zonder_iets_eronder_vervangt_een_rij_niets() -> None:
    """On days on which nothing lies underneath, and without a basis at all."""
    erna = Looptijd(van=date(2030, 12, 1))
    tabellen = OVER.add(tabel("eigen", rij(bedrag=7), looptijd=erna))
    assert gevonden(tabellen, date(2030, 12, 31)).vervangt is not None
    later = gevonden(tabellen, date(2031, 1, 1))
    assert (later.vervangt, later.looptijd) == (None, erna)
    kaal = gevonden(ONDER, JAAR.van)
    assert (kaal.eigen, kaal.vervangt) == (True, None)


def test_een_rij_die_helemaal_vervangen_is_wordt_zo_getoond() -> None:
    """Of a row that is replaced on all its days nothing is left to find."""
    heel = OVER.add(tabel("eigen", rij(bedrag=7)))
    assert [(r.tabel, r.belemmering) for r in heel.tarieven_van("uur")] == [
        ("eigen", None),
        ("t", Belemmering.VERVANGEN),
    ]
    half = OVER.add(tabel("eigen", rij(bedrag=7), looptijd=HALF))
    assert [r.belemmering for r in half.tarieven_van("uur")] == [None, None]


def test_een_opslag_gaat_ook_voor() -> None:
    """A percentage is replaced like an amount."""
    tabellen = OVER.add(
        tabel("eigen", opslagen=(maak_opslag(percentage_basispunten=900),), looptijd=HALF)
    )
    binnen = tabellen.opslag(Opslagsoort.MAX_MAX, Regime.KRAAMZORG, HALF.van)
    buiten = tabellen.opslag(Opslagsoort.MAX_MAX, Regime.KRAAMZORG, JAAR.van)
    assert binnen is not None
    assert buiten is not None
    assert (binnen.opslag.percentage_basispunten, binnen.eigen) == (900, True)
    assert binnen.vervangt is not None
    assert binnen.vervangt.tabel == "t"
    assert (buiten.opslag.percentage_basispunten, buiten.vervangt) == (500, None)
    assert buiten.looptijd.tot_en_met == date(2030, 3, 31)


def test_een_hele_tabel_vervangen() -> None:
    """A decision that replaces the table underneath leaves none of its rows, and shows it."""
    tabellen = OVER.add(tabel("eigen", rij(bedrag=7), looptijd=HALF, vervangt="t"))
    binnen = gevonden(tabellen, HALF.van)
    assert binnen.vervangt is not None
    assert binnen.vervangt.tabel == "t"
    assert isinstance(tabellen.lookup("uur", JAAR.van), Onbekend)
    assert tabellen.opslag(Opslagsoort.MAX_MAX, Regime.KRAAMZORG, HALF.van) is None


@pytest.mark.parametrize("status", [Besluitstatus.INGETROKKEN, Besluitstatus.NOOIT_IN_WERKING])
def test_een_beschikking_die_niet_telt_vervangt_niets(status: Besluitstatus) -> None:
    """An own table that never entered into force, or without dates, hides nothing."""
    zonder = OVER.add(
        tabel("eigen", rij(bedrag=7), status=status, vervangt="t"),
        tabel("los", rij(bedrag=8), looptijd=None, opslagen=(maak_opslag(),)),
    )
    assert gevonden(zonder, HALF.van).tabel == "t"


def test_dezelfde_naam_als_een_tabel_eronder() -> None:
    """A release may ship a table under a name that somebody gave an own one."""
    tabellen = OVER.add(tabel("t", rij(bedrag=7), looptijd=HALF))
    binnen = gevonden(tabellen, HALF.van)
    assert (binnen.tabel, binnen.eigen) == ("t", True)
    assert gevonden(tabellen, JAAR.van).tarief == rij()
    zelf = OVER.add(tabel("t", rij(bedrag=7), looptijd=HALF, vervangt="t"))
    assert isinstance(zelf.lookup("uur", JAAR.van), Onbekend)
    verder = tabellen.add(tabel("u", rij(bedrag=9), vervangt="t"))
    assert gevonden(verder, HALF.van).vervangt == gevonden(tabellen, HALF.van).vervangt
    assert gevonden(verder, HALF.van).tarief.bedrag_eurocent == 9


def test_een_eigen_prestatie_in_plaats_van_die_eronder() -> None:
    """An own row with the same stable name takes its place, code and all.

    Underneath lie fewer lists than tables.
    """
    eigen = lijst(maak_prestatie("b", code="8", eenmalig=True), naam="lijst", bron=SECUNDAIR)
    tabellen = ONDER.add(tabel("u", rij(prestatie_id="b"))).as_base().add(eigen)
    genoemd = tabellen.genoemde_prestatie("b")
    assert genoemd is not None
    assert genoemd.prestatie.eenmalig
    assert (genoemd.tabel, genoemd.eigen, genoemd.bron) == ("lijst", True, SECUNDAIR)
    assert genoemd.vervangt == OVER.genoemde_prestatie("b")
    assert tabellen.prestatie("8") is genoemd.prestatie
    assert tabellen.prestatie("7") is None
    assert [p.prestatie_id for p in tabellen.prestaties] == ["uur", "b"]


@pytest.mark.parametrize(
    ("anders", "reden", "veld"),
    [
        ({"eenheid": Eenheid.DAG}, "eenheid", "eenheid"),
        ({"regime": Regime.VSV}, "ander_regime", "regime"),
        ({"prestatie_id": "c"}, "dubbele_code", "code"),
        ({"prestatie_id": "7"}, "dubbele_prestatie", "prestatie_id"),
    ],
)
def test_een_eigen_prestatie_die_niet_past(anders: dict[str, Any], reden: str, veld: str) -> None:
    """Another unit or regime, or the code of another prestatie: refused, with both places."""
    eigen = lijst(attrs.evolve(maak_prestatie("b", code="7"), **anders), naam="eigen")
    with pytest.raises(TabelFout) as fout:
        OVER.add(eigen)
    melding = fout.value.meldingen[0]
    assert (melding.reden, melding.pointer) == (reden, f"/prestatielijsten/0/prestaties/0/{veld}")
    assert melding.uitleg.nl.endswith("(zie een tabel eronder)")


# Units of time.


@pytest.mark.parametrize(
    ("eenheid", "bedrag", "per_uur"),
    [
        (Eenheid.KWARTIER, 1500, 6000),
        (Eenheid.HALF_UUR, 3000, 6000),
        (Eenheid.MINUUT, 100, 6000),
        (Eenheid.UUR, 6000, 6000),
    ],
)
def test_een_andere_tijdseenheid_wordt_precies_omgerekend(
    eenheid: Eenheid, bedrag: int, per_uur: int
) -> None:
    """An amount for a part of an hour is that for an hour, so many times."""
    uit = gevonden(maak(tabel("t", rij(bedrag=bedrag, eenheid=eenheid))), JAAR.van)
    assert (uit.tarief.bedrag_eurocent, uit.tarief.eenheid) == (per_uur, Eenheid.UUR)


def test_een_ander_woord_voor_een_keer() -> None:
    """Sources call one time a piece, a talk or an examination: the amount is the same."""
    tabellen = maak(
        lijst(maak_prestatie(eenheid=Eenheid.ONDERZOEK)), tabel("t", rij(eenheid=Eenheid.GESPREK))
    )
    assert gevonden(tabellen, JAAR.van).tarief == rij(eenheid=Eenheid.ONDERZOEK)


def test_een_vrij_tarief_in_een_andere_tijdseenheid() -> None:
    """Without an amount there is nothing to compute."""
    vrij = rij(bedrag=None, eenheid=Eenheid.KWARTIER, tariefsoort=Tariefsoort.VRIJ)
    assert gevonden(maak(tabel("t", vrij)), JAAR.van).tarief.eenheid is Eenheid.UUR


@pytest.mark.parametrize(
    ("prestatie", "eenheid", "bedrag"),
    [
        (Eenheid.UUR, Eenheid.DAG, 48000),
        (Eenheid.DAG, Eenheid.UUR, 6000),
        (Eenheid.STUK, Eenheid.DAG, 6000),
        (Eenheid.STUK, Eenheid.UUR, 6000),
        (Eenheid.KWARTIER, Eenheid.UUR, 6001),
    ],
)
def test_een_eenheid_die_niet_past_wordt_geweigerd(
    prestatie: Eenheid, eenheid: Eenheid, bedrag: int
) -> None:
    """What has no length in time, or comes to no whole number of eurocents, is refused."""
    with pytest.raises(TabelFout) as fout:
        maak(
            lijst(maak_prestatie(eenheid=prestatie)),
            tabel("t", rij(bedrag=bedrag, eenheid=eenheid)),
        )
    (melding,) = fout.value.meldingen
    assert melding.reden is Tabelreden.EENHEID
    assert melding.pointer == "/tarieftabellen/0/tarieven/0/eenheid"


# Two own tables, and where they stand.


def test_overlap_tussen_eigen_tabellen_noemt_beide_op_plaats() -> None:
    """Two models in a context are called by their position, without their names."""
    with pytest.raises(TabelFout) as fout:
        OVER.add(tabel("geheim-a", rij()), tabel("geheim-b", rij()))
    (melding,) = fout.value.meldingen
    assert melding.plaats.nl == "/tarieftabellen/1/tarieven/0"
    assert melding.uitleg.nl.endswith("(zie /tarieftabellen/0/tarieven/0)")
    assert "geheim" not in str(fout.value)


def test_overlap_tussen_een_model_en_een_bestand(tmp_path: Path) -> None:
    """A file is called by its name, a model in a context by its position."""
    los = tabel("los", rij("kraamzorg-uur"))
    pad = tmp_path / "b.json"
    pad.write_text(json.dumps(destructureer_document(attrs.evolve(los, naam="b"))), "utf-8")
    context = Toetscontext(tarieftabellen=(los,), tabelbestanden=("b.json",))
    with pytest.raises(TabelFout) as fout:
        Context.uit_document(context, tmp_path)
    (melding,) = fout.value.meldingen
    assert melding.plaats.nl == "b.json, /tarieven/0"
    assert melding.uitleg.nl.endswith("(zie /tarieftabellen/0/tarieven/0)")


def test_eerder_toegevoegde_tabellen_houden_hun_plaats(tmp_path: Path) -> None:
    """What was added in two steps is named as well as what was added in one."""
    pad = tmp_path / "a.json"
    pad.write_text(json.dumps(destructureer_document(tabel("a", rij()))), "utf-8")
    tabellen = with_files(OVER.add(lijst(maak_prestatie("c"), naam="l")), pad)
    with pytest.raises(TabelFout) as fout:
        tabellen.add(tabel("b", rij()))
    (melding,) = fout.value.meldingen
    assert melding.plaats.nl == "/tarieftabellen/1/tarieven/0"
    assert melding.uitleg.nl.endswith("(zie a.json, /tarieven/0)")
    assert read_file(pad) in tabellen.eigen


# What lies underneath.


def test_een_basis_die_zelf_ergens_over_ligt() -> None:
    """There are two layers, no more."""
    with pytest.raises(ValueError, match="geef daarvan de basis"):
        OVER.as_base()


def test_een_deel_van_wat_eronder_ligt() -> None:
    """With names only those tables lie underneath; own tables stay; without names, none."""
    tabellen = OVER.add(lijst(maak_prestatie("c"), naam="l"), tabel("u", rij("c")))
    deel = tabellen.select("lijst")
    assert [t.naam for t in deel.tabellen] == ["lijst", "l", "u"]
    assert isinstance(deel.lookup("uur", JAAR.van), Onbekend)
    assert gevonden(deel, JAAR.van, "c").tabel == "u"
    assert [t.naam for t in tabellen.select().tabellen] == ["l", "u"]
    assert ONDER.select().tabellen == ONDER.tabellen


@pytest.mark.parametrize(
    ("namen", "reden"), [(("lijst", "x"), "onbekende_tabel"), (("t",), "onbekende_prestatie")]
)
def test_een_deel_dat_er_niet_is_of_niet_klopt(namen: tuple[str, ...], reden: str) -> None:
    """A name that nothing has, or a table without its list of prestaties."""
    with pytest.raises(TabelFout) as fout:
        OVER.select(*namen)
    assert fout.value.meldingen[0].reden == reden


def test_basistabellen_in_een_context() -> None:
    """A context document says what its tables lie over: all that ships, some of it, or nothing."""
    alles = Context.uit_document(Toetscontext())
    geen = Context.uit_document(Toetscontext(zonder_basistabellen=True))
    een = Context.uit_document(Toetscontext(basistabellen=("prestaties-kraamzorg",)))
    assert alles.tabellen is shipped()
    assert geen.tabellen.tabellen == ()
    assert [t.naam for t in een.tabellen.tabellen] == ["prestaties-kraamzorg"]
    anders = Context.uit_document(Toetscontext(basistabellen=("t", "lijst")), basis=OVER)
    assert anders.tabellen.tabellen == ONDER.tabellen
    with pytest.raises(TabelFout) as fout:
        Context.uit_document(Toetscontext(basistabellen=("t", "kanarie")), basis=OVER)
    assert fout.value.meldingen[0].pointer == "/basistabellen/1"
    assert "kanarie" not in str(fout.value)
    with pytest.raises(TabelFout, match="haal een van beide weg"):
        Context.uit_document(
            Toetscontext(basistabellen=("t",), zonder_basistabellen=True), basis=OVER
        )


def test_pickle_houdt_de_lagen() -> None:
    """The layers survive a process boundary."""
    tabellen = OVER.add(tabel("eigen", rij(bedrag=7), looptijd=HALF))
    terug = pickle.loads(pickle.dumps(tabellen))  # noqa: S301 - our own bytes
    assert terug.lookup("uur", HALF.van) == tabellen.lookup("uur", HALF.van)
    assert (len(terug.eigen), len(terug.tabellen)) == (1, 3)


# Against a naive reading of both layers.


def _laag(namen: str, grenzen: list[int]) -> list[tuple[Looptijd, str]]:
    """Return rows over every two of a sorted row of days."""
    begin = date(2030, 1, 1)
    return [
        (Looptijd(van=begin + timedelta(days=a), tot_en_met=begin + timedelta(days=b - 1)), f"{n}")
        for n, (a, b) in zip(namen, zip(grenzen[::2], grenzen[1::2], strict=False), strict=False)
    ]


@given(st.sets(st.integers(0, 30), max_size=8), st.sets(st.integers(0, 30), max_size=8))
def test_twee_lagen_zijn_gelijk_aan_per_dag_kijken(onder: set[int], boven: set[int]) -> None:
    """On every day the own row counts when there is one, else the one underneath."""
    lagen = [_laag("abcd", sorted(onder)), _laag("efgh", sorted(boven))]
    tabellen = [
        tabel(naam, rij(bedrag=ord(naam), looptijd=looptijd))
        for laag in lagen
        for looptijd, naam in laag
    ]
    eerste = len(lagen[0])
    samen = maak(*tabellen[:eerste]).as_base().add(*tabellen[eerste:])
    for nummer in range(-1, 32):
        dag = date(2030, 1, 1) + timedelta(days=nummer)
        laagste, hoogste = (
            next((naam for looptijd, naam in laag if looptijd.bevat(dag)), None) for laag in lagen
        )
        uit = samen.lookup("uur", dag)
        if laagste is None and hoogste is None:
            assert isinstance(uit, Onbekend)
            continue
        assert isinstance(uit, Gevonden)
        assert uit.tabel == (hoogste or laagste)
        assert uit.eigen is (hoogste is not None)
        vervangen = None if uit.vervangt is None else uit.vervangt.tabel
        assert vervangen == (laagste if hoogste else None)
        assert uit.looptijd.bevat(dag)
        einde = uit.looptijd.tot_en_met
        assert einde is not None
        for rand in (uit.looptijd.van, einde):
            op_rand = samen.lookup("uur", rand)
            assert isinstance(op_rand, Gevonden)
            assert op_rand.tabel == uit.tabel
