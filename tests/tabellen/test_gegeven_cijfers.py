"""The national figures that ship: what they are, and that they add up."""

from fractions import Fraction
from typing import Any

import pytest
from tests.tabellen.meegeleverd import enig_cijfer

from geboortezorg import Oordeel, validate
from geboortezorg.bron import Verificatie
from geboortezorg.model.cijfers import (
    STERFTE,
    Cijferstatus,
    Licentie,
)
from geboortezorg.tabellen import pakket
from geboortezorg.tabellen.cijfers import (
    cijfers,
)


def som(onderwerp: str, **waarop: Any) -> int:
    """Return the sum of counts, without a total among them."""
    return sum(
        g.cijfer.waarde
        for g in cijfers().lookup(onderwerp, **waarop)
        if g.cijfer.categorie != "totaal"
    )


def test_elk_bestand_is_een_tabel_met_die_naam() -> None:
    """A file is named after its table, and the order of the tables is that of the names."""
    namen = list(pakket.namen("cijfers"))
    assert namen == [tabel.naam for tabel in cijfers().tabellen]
    assert namen == sorted(namen)
    assert len(namen) == 9


def test_meegeleverde_tabellen_zijn_nooit_afgekeurd() -> None:
    """The rules find nothing wrong; they say only which bounds and periods no source gives."""
    onbekend = {
        tabel.naam: {(b.code, b.reden) for b in validate(tabel).bevindingen}
        for tabel in cijfers().tabellen
        if validate(tabel).oordeel is not Oordeel.AKKOORD
    }
    assert onbekend == {
        "cijfers-perinatale-sterfte": {("GZ-CIJFER-003", "grens_onbekend")},
        "cijfers-zorgaanbieders": {("GZ-CIJFER-002", "periode_ontbreekt")},
    }


def test_licenties() -> None:
    """What is for non-commercial use only does not ship, and CBS is named."""
    for tabel in cijfers().tabellen:
        assert tabel.licentie is not Licentie.NIET_COMMERCIEEL
        assert "vektis" not in repr(tabel).lower()
        assert (tabel.licentie is Licentie.CC_BY) is ("CBS" in tabel.naamsvermelding)
    assert {t.naam for t in cijfers().tabellen if t.licentie is Licentie.CC_BY} == {
        "cijfers-geboorten-cbs",
        "cijfers-sterfte-cbs",
    }


def test_elk_cijfer_heeft_een_bron_met_vindplaats() -> None:
    """Every figure can be looked up by a reader: its source has an address."""
    for gevonden in cijfers():
        assert gevonden.bron.url is not None
        assert gevonden.naamsvermelding.startswith("Bron: ")
        assert gevonden.tabel.startswith("cijfers-")


def test_delen_tellen_op_tot_het_geheel() -> None:
    """Provinces, ranks and kinds of birth add up to what was published for the whole country."""
    land = enig_cijfer(
        "geboorten", definitie_id="levendgeborenen", jaar=2023, gebied="Nederland"
    ).exact
    overal = som("geboorten", definitie_id="levendgeborenen", jaar=2023)
    assert overal - land == land
    assert som("volgorde-kind") == land
    enkel = som("geboorten", definitie_id="geboorten-enkel-meervoudig")
    assert enkel == enig_cijfer("geboorten", definitie_id="geboorten-28w", jaar=2022).exact
    # The source itself is one off; the table says so.
    totaal = enig_cijfer("zwangerschapsduur", categorie="totaal")
    assert som("zwangerschapsduur") == totaal.exact - 1
    assert "167.259" in str(totaal.cijfer.toelichting)


@pytest.mark.parametrize("nummer", [2016, 2017, 2018, 2019, 2020])
def test_plaatsen_tellen_op_tot_honderd(nummer: int) -> None:
    """The five places of birth are the whole, but for the rounding of one decimal each."""
    delen = [
        g.exact
        for g in cijfers().lookup("plaats-bevalling", definitie_id="plaats-bevalling", jaar=nummer)
        if g.cijfer.categorie != "eerste-lijn-totaal"
    ]
    assert len(delen) == 5
    assert abs(sum(delen, Fraction(0)) - 100) <= Fraction(5, 20)


@pytest.mark.parametrize("nummer", [2017, 2018, 2019, 2020])
def test_kosten_tellen_op(nummer: int) -> None:
    """The four kinds of care add up to the total, but for the rounding of one decimal each."""
    per_soort = {g.cijfer.categorie: g.exact for g in cijfers().lookup("kosten", jaar=nummer)}
    totaal = per_soort.pop("totaal")
    assert len(per_soort) == 4
    assert abs(sum(per_soort.values(), Fraction(0)) - totaal) <= Fraction(5, 20)


def test_sterftecijfers_noemen_hun_grenzen() -> None:
    """Every definition on mortality has bounds; only Euro-Peristat leaves its last day unknown."""
    onvolledig = {
        definitie.definitie_id
        for definitie in cijfers().definities
        if definitie.onderwerp in STERFTE
        and any(
            getattr(definitie.sterftegrenzen, naam) is None for naam in STERFTE[definitie.onderwerp]
        )
    }
    assert onvolledig == {"perinatale-sterfte-euro-peristat", "neonatale-sterfte-euro-peristat"}


@pytest.mark.parametrize("weken", [22, 24])
def test_doodgeboorte_en_neonataal_tellen_op_tot_perinataal(weken: int) -> None:
    """Of one year and one bound, the counts of the parts add up to the count of the whole."""
    nummer = {22: 2019, 24: 2021}[weken]
    aantallen = [
        enig_cijfer(onderwerp, definitie_id=f"{onderwerp}-{weken}w{staart}", jaar=nummer).cijfer
        for onderwerp, staart in (
            ("doodgeboorte", ""),
            ("neonatale-sterfte", "-28d"),
            ("perinatale-sterfte", "-28d"),
        )
    ]
    dood, na, samen = (cijfer.teller_aantal or 0 for cijfer in aantallen)
    assert dood + na == samen > 0


def test_ova() -> None:
    """Each index number has its year, its source and whether it is an estimate."""
    gevonden = [
        (g.cijfer.periode.van.year, str(g), g.cijfer.status, g.verificatie)
        for g in cijfers().lookup("ova")
        if g.cijfer.periode is not None
    ]
    definitief, raming = Cijferstatus.DEFINITIEF, Cijferstatus.RAMING
    assert gevonden == [
        (2016, "1,74%", definitief, Verificatie.SECUNDAIR),
        (2017, "1,54%", raming, Verificatie.SECUNDAIR),
        (2020, "2,52%", raming, Verificatie.SECUNDAIR),
        (2020, "3,28%", definitief, Verificatie.SECUNDAIR),
        (2021, "3,24%", raming, Verificatie.SECUNDAIR),
    ]
    assert cijfers().lookup("ova", jaar=2018) == ()
