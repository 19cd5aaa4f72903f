"""Steps between successive tariffs against bounds that the caller sets."""

from datetime import date
from pathlib import Path

import attrs
import pytest

from geboortezorg.geld import Percentage
from geboortezorg.model.prestatie import Regime
from geboortezorg.tabellen import (
    Sprong,
    Tabellen,
    ontbrekend,
    proeftabellen,
    sprongen,
    stappen,
    with_files,
)

KOP = """
soort = "tarieftabel"
schema_versie = "0.1"
naam = "eigen-{jaar}"
regime = "kraamzorg"

[tariefbeschikking]
titel = "Verzonnen bedragen voor een test"
status = "{status}"
looptijd = {{ van = {jaar}-01-01, tot_en_met = {jaar}-12-31 }}

[tariefbeschikking.bron]
titel = "Deze test"
verificatie = "afgeleid"
"""
RIJ = """
[[tarieven]]
prestatie_id = "kraamzorg-uur"
tariefsoort = "{soort}"
eenheid = "{eenheid}"
"""


def jaar(
    map_: Path,
    jaar: int,
    bedrag: int | None,
    soort: str = "maximum",
    eenheid: str = "uur",
    status: str = "vastgesteld",
) -> Path:
    """Write a table with one made-up amount for the kraamzorg hour of a year."""
    pad = map_ / f"{jaar}.toml"
    tekst = KOP.format(jaar=jaar, status=status) + RIJ.format(soort=soort, eenheid=eenheid)
    if bedrag is not None:
        tekst += f"bedrag_eurocent = {bedrag}\n"
    pad.write_text(tekst, encoding="utf-8")
    return pad


def vanaf_2025(tabellen: Tabellen, laagst: int, hoogst: int, **anders: bool) -> list[Sprong]:
    """Return the steps to 2025 and later outside bounds in hundredths of a percent."""
    uit = sprongen(
        tabellen,
        minimaal=Percentage.uit_basispunten(laagst),
        maximaal=Percentage.uit_basispunten(hoogst),
        **anders,
    )
    return [
        sprong
        for sprong in uit
        if sprong.prestatie_id == "kraamzorg-uur"
        and sprong.later.looptijd is not None
        and sprong.later.looptijd.van >= date(2025, 1, 1)
    ]


@pytest.mark.parametrize(
    ("bedrag", "buiten"), [(5749, True), (5750, False), (5800, False), (5850, False), (5851, True)]
)
def test_ruim_zestien_procent(tmp_path: Path, bedrag: int, buiten: bool) -> None:
    """Just over sixteen percent is 15 to 17 here: on a bound is within, a cent beyond is not.

    The amounts are made up: those of 2025 and 2026 were not found.
    """
    tabellen = with_files(proeftabellen(), jaar(tmp_path, 2025, 5000), jaar(tmp_path, 2026, bedrag))
    gevonden = vanaf_2025(tabellen, 1500, 1700)
    assert bool(gevonden) is buiten
    for sprong in gevonden:
        assert sprong.verschil is not None
        assert sprong.verschil.bovenop(5000) == bedrag
        assert sprong.aansluitend


def test_tekst_van_een_sprong(tmp_path: Path) -> None:
    """A step says which prestatie, amounts and tables it is about."""
    tabellen = with_files(proeftabellen(), jaar(tmp_path, 2025, 5000), jaar(tmp_path, 2026, 6000))
    (sprong,) = vanaf_2025(tabellen, 0, 1999)
    assert str(sprong) == "kraamzorg-uur: van € 50,00 (eigen-2025) naar € 60,00 (eigen-2026), 20%"


def test_vanaf_nul_is_geen_percentage(tmp_path: Path) -> None:
    """A step from zero is always reported; from zero to zero there is no step."""
    paden = [jaar(tmp_path, j, b) for j, b in ((2025, 0), (2026, 0), (2027, 100))]
    (sprong,) = vanaf_2025(with_files(proeftabellen(), *paden), -10_000, 100_000)
    assert sprong.verschil is None
    assert sprong.later.tabel == "eigen-2027"
    assert str(sprong).endswith("vanaf nul")


def test_over_een_gat_alleen_op_verzoek(tmp_path: Path) -> None:
    """From 2023 to 2025 a year is unknown: left out, unless asked for, and then marked."""
    tabellen = with_files(proeftabellen(), jaar(tmp_path, 2025, 9000))
    assert vanaf_2025(tabellen, 0, 1) == []
    (sprong,) = vanaf_2025(tabellen, 0, 1, ook_met_gat=True)
    assert not sprong.aansluitend
    assert sprong.eerder.tabel == "kraamzorg-2023"


@pytest.mark.parametrize(
    ("bedrag", "soort", "eenheid", "status"),
    [
        (9000, "niet_vermeld", "uur", "vastgesteld"),
        (1250, "maximum", "kwartier", "vastgesteld"),
        (None, "vrij", "uur", "vastgesteld"),
        (9000, "maximum", "uur", "ingetrokken"),
    ],
)
def test_alleen_gelijksoortige_bedragen(
    tmp_path: Path, bedrag: int | None, soort: str, eenheid: str, status: str
) -> None:
    """Another kind, the same amount in another unit, no amount, or a decision that does not count: nothing to compare."""
    tabellen = with_files(
        proeftabellen(),
        jaar(tmp_path, 2025, 5000),
        jaar(tmp_path, 2026, bedrag, soort, eenheid, status),
    )
    assert vanaf_2025(tabellen, 0, 1) == []


def test_meegeleverde_bedragen() -> None:
    """What moves most: the cost study of kraamzorg of 2021, and the first-trimester SEO of 2024."""
    uit = sprongen(
        proeftabellen(),
        minimaal=Percentage.uit_basispunten(-2000),
        maximaal=Percentage.uit_basispunten(2000),
    )
    assert {(s.eerder.tabel, s.later.tabel) for s in uit} == {
        ("kraamzorg-2020", "kraamzorg-2021"),
        ("prenatale-screening-2023", "prenatale-screening-2024"),
    }
    assert [s.prestatie_id for s in uit] == [
        "kraamzorg-inschrijving",
        "kraamzorg-intake-thuis",
        "kraamzorg-intake-telefonisch",
        "kraamzorg-partusassistentie",
        "eerste-trimester-seo",
    ]


def test_stap_over_jaren(tmp_path: Path) -> None:
    """A step knows how many years lie between, at least one."""
    paden = [jaar(tmp_path, 2095, 6000), jaar(tmp_path, 2098, 6600)]
    alle = [
        stap
        for stap in stappen(with_files(proeftabellen(), *paden))
        if stap.later.tabel.startswith("eigen-2")
    ]
    assert [(stap.eerder.tabel, stap.jaren) for stap in alle] == [
        ("kraamzorg-2023", 72),
        ("eigen-2095", 3),
    ]
    (zelfde,) = (
        stap
        for stap in stappen(with_files(proeftabellen(), jaar(tmp_path, 2023, 6000)))
        if stap.later.tabel.startswith("eigen-2")
    )
    assert zelfde.aansluitend is False
    open_eind = attrs.evolve(zelfde, eerder=attrs.evolve(zelfde.eerder, looptijd=None))
    assert open_eind.jaren == 1


def test_ontbrekend() -> None:
    """What a regime lacks on a day is what is known on other days, and exists on this one."""
    namen = {
        p.prestatie_id for p in ontbrekend(proeftabellen(), Regime.KRAAMZORG, date(2098, 1, 1))
    }
    assert "kraamzorg-uur" in namen
    assert "kraamzorg-toeslag-integrale-geboortezorg" not in namen
    assert ontbrekend(proeftabellen(), Regime.KRAAMZORG, date(2023, 1, 1)) == ()
