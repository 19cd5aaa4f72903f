"""A year that ships later breaks nothing: made-up tables of many years at once, on a copy.

Every amount in them is one eurocent, on the firmest ground: whatever stands on what happens to
ship is refused by it. Adding a year takes its table, its rows in the list of facts, and its name
in CHANGELOG.md; what follows from these is generated. Run it with ``python3 dev.py latere-jaren``.
"""

import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from geboortezorg.model.prestatie import Prestatie, Regime
from geboortezorg.tabellen import Onbekend, shipped

WORTEL: Final = Path(__file__).resolve().parent.parent
MAPPEN: Final = ("benchmarks", "docs", "gevallen", "schemas", "src", "tests", "voorbeelden")
JAREN: Final = {
    Regime.KRAAMZORG: (2022, 2024, 2025, 2026, 2027),
    Regime.VERLOSKUNDE: (2026, 2027),
    Regime.EIGEN_BIJDRAGE_KRAAMZORG: (2027,),
    Regime.PRENATALE_SCREENING: (2026,),
}
ZONDER_TABELLEN: Final = frozenset(
    {
        *("batch", "convert", "nummers", "js", "schema", "web/test_openapi_dienst.py"),
        *("cli/test_hervatten.py", "cli/test_kolommen.py", "cli/test_veel.py"),
        *("lijnen/test_kanarie_lijnen.py", "test_afscherming.py", "test_bevroren.py"),
        *("test_bewaak.py", "test_bron.py", "test_containerfile.py", "test_dev.py"),
        *("test_geheugen.py", "test_geld.py", "test_huis.py", "test_invoerlast.py"),
        *("test_kanarie.py", "test_kosten.py", "test_kosten_groot.py", "test_koud.py"),
        *("test_lui.py", "test_muteer.py", "test_ontleden.py", "test_proces.py", "test_tijd.py"),
        *("test_toevoegen.py", "test_typehints.py", "test_typen.py", "test_velden.py"),
        *("test_vorm.py", "test_zijbalk.py"),
    }
)
"""Tests that hold whatever the tables say: of shapes and schemas, of what judging costs and keeps, of
how many documents come in and rows go out, of the project's files and programs; they are left out
here."""

EERSTE_HELFT: Final = frozenset({"cli", "metamorf"})
"""What one of two processes runs: it takes about half of the time."""

BEWIJS: Final = "t.proeftabellen() and 'kraamzorg-2026-verzonnen' in t.pakket.namen()"

pytestmark = pytest.mark.latere_jaren


def _onbekende(regime: Regime, jaar: int) -> Iterator[Prestatie]:
    """Yield the prestaties of which no tariff of that year ships."""
    for prestatie in shipped().prestaties:
        uit = [shipped().lookup(prestatie.prestatie_id, date(jaar, m, 1)) for m in range(1, 13)]
        if prestatie.regime is regime and all(isinstance(een, Onbekend) for een in uit):
            yield prestatie


def _voeg_toe(kopie: Path, regime: Regime, jaar: int) -> None:
    """Add a table to the copy as a maintainer would: three files by hand."""
    naam = f"{regime.replace('_', '-')}-{jaar}-verzonnen"
    soort = "eigen_bijdrage" if regime is Regime.EIGEN_BIJDRAGE_KRAAMZORG else "maximum"
    prestaties = list(_onbekende(regime, jaar))
    assert prestaties, "this year ships by now: take another one"
    tabel = f"""\
soort = "tarieftabel"
schema_versie = "0.1"
naam = "{naam}"
regime = "{regime}"

[tariefbeschikking]
titel = "Verzonnen tarieven {jaar}"
status = "vastgesteld"
looptijd = {{ van = {jaar}-01-01, tot_en_met = {jaar}-12-31 }}
opgenomen_op = 2026-11-27

[tariefbeschikking.bron]
titel = "Verzonnen"
url = "https://example.org/"
verificatie = "officieel"
toelichting = "Verzonnen."
"""
    with (kopie / "tests" / "tabellen" / "tarieven.csv").open("a", newline="") as bestand:
        feiten = csv.writer(bestand)
        for prestatie in prestaties:
            tabel += f"""
[[tarieven]]
prestatie_id = "{prestatie.prestatie_id}"
tariefsoort = "{soort}"
eenheid = "{prestatie.eenheid}"
bedrag_eurocent = 1
"""
            feiten.writerow(
                (
                    *(regime.value, "", prestatie.prestatie_id, prestatie.eenheid.value),
                    *(soort.replace("_", " "), "0.01", f"{jaar}-01-01", f"{jaar}-12-31"),
                    *("https://example.org/", "Verzonnen", "officieel"),
                )
            )
    (kopie / "src/geboortezorg/tabellen/data" / f"{naam}.toml").write_text(tabel, "utf-8")
    with (kopie / "CHANGELOG.md").open("a", encoding="utf-8") as bestand:
        bestand.write(f"\n- `{naam}`\n")


def _start(kopie: Path, *opdracht: str) -> subprocess.Popen[str]:
    # The suite itself tries more examples, and reads each document both ways: here they are about
    # tables, which each example and either way of reading looks in.
    hier = {"PYTHONPATH": str(kopie / "src"), "GEBOORTEZORG_PROFIEL": "kort"}
    omgeving = {**os.environ, **hier, "GEBOORTEZORG_FAST": ""}
    return subprocess.Popen(  # noqa: S603 - our own programs
        [sys.executable, *opdracht],
        cwd=kopie,
        env=omgeving,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )


def _slaagt(proces: subprocess.Popen[str]) -> None:
    uit, _ = proces.communicate()
    assert proces.returncode == 0, uit[-20_000:]


def test_tabellen_van_later_breken_niets(tmp_path: Path) -> None:
    """Suite, examples in the docs and conformance cases are green with nine more tables."""
    kopie = tmp_path / "kopie"
    for naam in MAPPEN:
        weg = shutil.ignore_patterns("node_modules", "__pycache__", "_build")
        shutil.copytree(WORTEL / naam, kopie / naam, ignore=weg)
    for bestand in WORTEL.iterdir():
        if bestand.name == ".coverage":
            continue  # tests that run beside this one come and go with it
        if bestand.is_file() and bestand.suffix in {".md", ".toml", ".py", ".yaml", ""}:
            shutil.copy(bestand, kopie)
    for regime, jaren in JAREN.items():
        for jaar in jaren:
            _voeg_toe(kopie, regime, jaar)
    _slaagt(_start(kopie, "-c", f"import geboortezorg.tabellen as t; assert {BEWIJS}"))
    conformance = "schemas/0.1/conformance"
    eerder = {pad.name: pad.read_bytes() for pad in (kopie / conformance).iterdir()}
    _slaagt(_start(kopie, "-m", "geboortezorg.uitgave.gelezen"))
    _slaagt(_start(kopie, "-m", "geboortezorg.uitgave"))
    _slaagt(_start(kopie, "docs/_ext/gemaakt.py"))
    assert {pad.name: pad.read_bytes() for pad in (kopie / conformance).iterdir()} == eerder

    map_ = kopie / "tests"
    delen = [pad for pad in sorted(map_.iterdir()) if pad.name not in ZONDER_TABELLEN]
    delen = [pad for pad in delen if pad.is_dir() or pad.match("test_*.py")]
    zonder = [f"--ignore=tests/{naam}" for naam in sorted(ZONDER_TABELLEN) if "/" in naam]
    merk = (
        "-q",
        "-p",
        "no:cacheprovider",
        "-m",
        "not andere_talen and not latere_jaren and not site and not spark",
    )
    processen = [
        _start(
            kopie,
            *("-m", "pytest", *merk, *zonder),
            *(f"tests/{pad.name}" for pad in delen if (pad.name in EERSTE_HELFT) is eerste),
        )
        for eerste in (True, False)
    ]
    for proces in processen:
        _slaagt(proces)


def test_wat_wegblijft_is_er() -> None:
    """What is left out, or runs apart, stands in this folder."""
    for naam in ZONDER_TABELLEN | EERSTE_HELFT:
        assert (WORTEL / "tests" / naam).exists()
