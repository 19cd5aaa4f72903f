"""Options that change nothing for what was given are told of, and the answer stays the same."""

import json
from pathlib import Path

import pytest

from .conftest import GOED, Opdracht
from .test_lijnen import KOPPELING

ALLE = "alle.ndjson"


@pytest.fixture(autouse=True)
def _bestanden(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    for naam in ("goed.json", ALLE, "map/goed.json"):
        (tmp_path / naam).write_text(json.dumps(GOED) + "\n", "utf-8")
    (tmp_path / "leeg.parquet").write_bytes(b"")


@pytest.mark.parametrize(
    ("argv", "begin"),
    [
        (["--kolom", "document", "goed.json"], "--kolom doet niets: geen"),
        (["--kolom", "document", "map"], "--kolom doet niets: geen"),
        (["--kolom", "document", "-"], "--kolom doet niets: geen"),
        (["--compact", "goed.json"], "--compact doet alleen iets met"),
        (["--compact", "--format", "csv", "goed.json"], "--compact doet alleen iets met"),
        (["--compact", "--summary", "--format", "json", ALLE], "--compact doet alleen iets met"),
        (["--quiet", "--summary", ALLE], "--quiet doet niets naast --summary"),
    ],
)
def test_wordt_gezegd(opdracht: Opdracht, argv: list[str], begin: str) -> None:
    """What is ignored is told, in both languages; verdict and output are those without it."""
    invoer = json.dumps(GOED).encode()
    uitkomst = opdracht("validate", *argv, stdin=invoer)
    assert uitkomst.err.startswith(f"geboortezorg: {begin}")
    assert "leave" in opdracht("validate", *argv, "--taal", "en", stdin=invoer).err
    zonder = [deel for deel in argv if deel not in {argv[0], "document"}]
    assert opdracht("validate", *zonder, stdin=invoer) == uitkomst._replace(err="")


@pytest.mark.parametrize("naam", ["r.csv", "R.TSV", "r.csv.gz", "r.json", "csv"])
def test_rijen_zonder_koppeling(naam: str, opdracht: Opdracht, tmp_path: Path) -> None:
    """Who gives rows as if they were documents is told how rows are read; with that, nothing."""
    (tmp_path / naam).write_bytes(b"a;b\n")
    (tmp_path / "k.toml").write_text(KOPPELING, "utf-8")
    is_csv = naam not in {"r.json", "csv"}
    assert ("alleen met --koppeling" in opdracht("validate", naam).err) is is_csv
    assert (
        "only read with --koppeling" in opdracht("validate", naam, "--taal", "en").err
    ) is is_csv
    assert "alleen met" not in opdracht("validate", naam, "--koppeling", "k.toml").err


@pytest.mark.parametrize(
    "argv",
    [
        ["--ndjson", "goed.json"],
        ["--ndjson", "goed.json", "leeg.parquet"],
        ["--kolom", "document", "goed.json", "leeg.parquet"],
        ["--compact", "--format", "json", "goed.json"],
        ["--compact", "--format", "ndjson", ALLE],
        ["--quiet", ALLE],
        ["--summary", ALLE],
    ],
)
def test_wat_zin_heeft(opdracht: Opdracht, argv: list[str]) -> None:
    """An option that does something for one of the files is not told of."""
    assert "doet" not in opdracht("validate", *argv).err


def test_tabellen_zijn_geen_ndjson(opdracht: Opdracht) -> None:
    """Lines are no matter of files that are tables by their name."""
    fout = opdracht("validate", "--ndjson", "--kolom", "d", "leeg.parquet").err
    assert fout.startswith("geboortezorg: --ndjson doet niets: elk bestand is van Parquet")


def test_naast_een_koppeling(opdracht: Opdracht, tmp_path: Path) -> None:
    """A koppeling says what each file is; what else was said of that is told of, by its name."""
    (tmp_path / "k.toml").write_text(KOPPELING, "utf-8")
    (tmp_path / "r.csv").write_text("dossier\n", "utf-8")
    fout = opdracht("validate", "--koppeling", "k.toml", "--kolom", "d", "--ndjson", "r.csv").err
    begin = [tekstregel.split(" doet ")[0] for tekstregel in fout.splitlines()[:2]]
    assert begin == ["geboortezorg: --kolom", "geboortezorg: --ndjson"]


@pytest.mark.parametrize(
    "argv",
    [
        ["genereer", "-n", "1"],
        ["tabel", "nieuw", "kraamzorg", "2026"],
        ["koppeling", "nieuw"],
        ["fhir", "schrijf", "leeg.ndjson"],
        ["fhir", "lees", "leeg.ndjson"],
    ],
)
def test_een_vorm(opdracht: Opdracht, argv: list[str], tmp_path: Path) -> None:
    """A command that writes one form only says so when another one is asked, in both languages."""
    (tmp_path / "leeg.ndjson").write_bytes(b"")
    zonder, met = opdracht(*argv), opdracht(*argv, "--format", "json")
    eerste, *rest = met.err.splitlines()
    assert eerste.startswith("geboortezorg: --format json doet niets: ")
    assert met._replace(err="\n".join(rest)) == zonder._replace(err=zonder.err.rstrip("\n"))
    assert "--format json does nothing" in opdracht(*argv, "--format", "json", "--taal", "en").err


def test_antwoorden_zonder_fouten(opdracht: Opdracht) -> None:
    """Answers of dossiers without faults are a header only, and that is told."""
    argv = ["genereer", "-n", "1", "--antwoorden", "a.csv"]
    begin = "geboortezorg: --antwoorden schrijft alleen een kop"
    assert opdracht(*argv).err.startswith(begin)
    assert "leave" in opdracht(*argv, "--taal", "en").err
    assert opdracht(*argv, "--fouten", "50").err == ""
