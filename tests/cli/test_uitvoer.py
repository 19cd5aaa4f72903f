"""The forms of ``validate`` for programs, what they leave out, and the file they can go to."""

import csv
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from geboortezorg import dump, validate
from geboortezorg.cli.ontleder import VORMEN
from geboortezorg.cli.uitvoer import bestand

from .conftest import FOUT, GOED, Opdracht

KANARIE = "Kanarievogel"
VOORBEELDEN = Path(__file__).parents[2] / "voorbeelden"
ONVOLLEDIG = VOORBEELDEN / "onvolledig" / "verwijzing-2021-met-verloskunde.json"
DRIE = GOED | {"overeenkomsten": [0, 0, 0]}
"""One cause in three places."""


@pytest.fixture(autouse=True)
def bestanden(tmp_path: Path) -> None:
    """Write a document for each verdict, and lines of several."""
    for naam, inhoud in {
        "goed.json": json.dumps(GOED),
        "fout.json": json.dumps(FOUT, indent=1),
        "drie.json": json.dumps(DRIE, indent=1),
        "onvolledig.json": ONVOLLEDIG.read_text("utf-8"),
        "kapot.json": '{\n "soort": ',
        "alles.ndjson": f"{json.dumps(GOED)}\n\n{json.dumps(FOUT)}\n{{\n\ufeff{{}}\n",
    }.items():
        (tmp_path / naam).write_text(inhoud, "utf-8")


def test_ndjson(opdracht: Opdracht, tmp_path: Path) -> None:
    """Each report in an envelope: which file, which line of it, and where the findings stand."""
    uitkomst = opdracht("validate", "drie.json", "alles.ndjson", "niets.json", "--format", "ndjson")
    assert uitkomst.code == 2
    drie, goed, fout, kapot, bom, niets = uitkomst.rapporten
    rapport = dump(validate((tmp_path / "drie.json").read_bytes()))
    assert drie == {
        "bestand": "drie.json",
        "plaatsen": {
            f"/overeenkomsten/{nummer}": {"tekstregel": 5 + nummer, "kolom": 3}
            for nummer in range(3)
        },
        "rapport": json.loads(rapport),
    }
    assert goed["rapport"]["oordeel"] == "akkoord"
    assert (goed["bestand"], goed["tekstregel"], goed["plaatsen"]) == ("alles.ndjson", 1, {})
    assert fout["plaatsen"] == {"/overeenkomsten_volledig": {"tekstregel": 3, "kolom": 73}}
    assert kapot["plaatsen"] == {"": {"tekstregel": 4, "kolom": 2}}
    assert bom["plaatsen"] == {"": {"tekstregel": 5, "kolom": 1}}
    assert (niets["bestand"], niets["plaatsen"]) == ("niets.json", {})


def test_ndjson_stil_en_compact(opdracht: Opdracht) -> None:
    """Without documents that have no finding, and without the outcome of each rule."""
    argv = ("validate", "goed.json", "fout.json", "--format", "ndjson", "--quiet", "--compact")
    (omslag,) = opdracht(*argv).rapporten
    assert omslag["bestand"] == "fout.json"
    assert omslag["rapport"]["regels"] == []


def test_ndjson_van_een_vreemde_naam(opdracht: Opdracht, tmp_path: Path) -> None:
    """A name that is no text in UTF-8 is still given so that it can be opened."""
    naam = os.fsdecode(b"\xff\n.json")
    (tmp_path / naam).write_text(json.dumps(GOED), "utf-8")
    (omslag,) = opdracht("validate", naam, "--format", "ndjson").rapporten
    assert omslag["bestand"] == naam
    opdracht("validate", naam, "--format", "ndjson", "--output", "uit")
    assert json.loads((tmp_path / "uit").read_text("utf-8"))["bestand"] == naam


def test_bevindingen(opdracht: Opdracht) -> None:
    """Each finding by itself, with its file and its first place."""
    uitkomst = opdracht(
        "validate", "goed.json", "drie.json", "alles.ndjson", "--format", "bevindingen"
    )
    drie, fout, kapot, _ = uitkomst.rapporten
    assert drie["bestand"] == "drie.json"
    assert (drie["tekstregel"], drie["kolom"], drie["pad"]) == (5, 3, "/overeenkomsten/0")
    assert drie["ook_op"] == ["/overeenkomsten/1", "/overeenkomsten/2"]
    assert (drie["oordeel"], drie["code"]) == ("afgekeurd", "GZ-VORM-001")
    assert (fout["tekstregel"], fout["kolom"]) == (3, 73)
    assert (kapot["tekstregel"], kapot["kolom"], kapot["code"]) == (4, 2, "GZ-INVOER-001")


def test_csv(opdracht: Opdracht, tmp_path: Path) -> None:
    """Each place of each finding is a row, and no cell is computed by a spreadsheet."""
    (tmp_path / "=1+1.json").write_text(json.dumps(FOUT), "utf-8")
    stdin = json.dumps(FOUT).encode()
    argv = (
        "validate",
        "drie.json",
        "niets.json",
        "=1+1.json",
        "-",
        "--format",
        "csv",
        "--taal",
        "en",
    )
    rijen = list(csv.DictReader(io.StringIO(opdracht(*argv, stdin=stdin).out)))
    assert [(r["bestand"], r["tekstregel"], r["kolom"], r["pad"]) for r in rijen] == [
        ("drie.json", "5", "3", "/overeenkomsten/0"),
        ("drie.json", "6", "3", "/overeenkomsten/1"),
        ("drie.json", "7", "3", "/overeenkomsten/2"),
        ("niets.json", "", "", ""),
        ("'=1+1.json", "1", "73", "/overeenkomsten_volledig"),
        ("-", "1", "73", "/overeenkomsten_volledig"),
    ]
    assert rijen[0]["tekst"].startswith("The value is of another type")
    assert (rijen[0]["document_soort"], rijen[0]["verificatie"]) == ("context", "officieel")


def test_stil(opdracht: Opdracht) -> None:
    """A table without documents that have no finding, and without the counts."""
    assert opdracht("validate", "goed.json", "--quiet").out == ""
    uit = opdracht("validate", "goed.json", "fout.json", "--quiet").out
    assert uit.startswith("fout.json: afgekeurd\n")
    assert "Documenten" not in uit


def test_samenvatting(opdracht: Opdracht) -> None:
    """Only what came out over all documents, the gravest rules in front."""
    paden = ("goed.json", "fout.json", "drie.json", "onvolledig.json", "alles.ndjson")
    tabel = opdracht("validate", *paden, "--summary").out
    assert tabel.splitlines()[1].split()[:4] == ["fout", "GZ-VORM-001", "3", "3"]
    assert tabel.splitlines()[-1].startswith("Documenten: 8. ")
    assert "goed.json" not in tabel
    (alles,) = opdracht("validate", *paden, "--summary", "--format", "json").rapporten
    assert alles["documenten"] == 8
    assert alles["onleesbaar"] == 2
    assert alles["oordelen"] == {"akkoord": 2, "afgekeurd": 5, "onvolledig": 1}
    assert alles["oorzaken"] == {"twijfel": 0, "onbekend": 1}
    assert alles["regels"][1] == {
        "ernst": "fout",
        "code": "GZ-INVOER-001",
        "documenten": 2,
        "bevindingen": 2,
    }
    assert opdracht("validate", "goed.json", "--summary", "--taal", "en").out == (
        "Documents: 1. akkoord: 1, afgekeurd: 0, onvolledig: 0.\n"
    )


@pytest.mark.parametrize(
    ("opties", "codes"),
    [
        ((), [0, 1, 3, 2]),
        (("--fail-on", "fout"), [0, 1, 0, 2]),
        (("--fail-on", "waarschuwing"), [0, 1, 0, 2]),
        (("--fail-on", "info"), [0, 1, 1, 2]),
        (("--streng",), [0, 1, 1, 2]),
    ],
)
@pytest.mark.parametrize("vorm", VORMEN)
def test_vanaf_welke_ernst(
    opties: tuple[str, ...], codes: list[int], vorm: str, opdracht: Opdracht
) -> None:
    """A severity says from where on it is 1; what could not be read stays 2, in every form."""
    for naam, code in zip(("goed", "fout", "onvolledig", "kapot"), codes, strict=True):
        argv = ("--format", vorm, "--output", "uit", *opties)
        assert opdracht("validate", f"{naam}.json", *argv).code == code


def test_waarschuwing_of_erger(opdracht: Opdracht, tmp_path: Path) -> None:
    """A doubt is a warning: it fails from there on, and not when only a breach does."""
    (tmp_path / "wil").mkdir()
    for pad in (VOORBEELDEN / "onvolledig").glob("*.json"):
        gegevens = json.loads(pad.read_bytes())
        if any(b.ernst == "waarschuwing" for b in validate(gegevens).bevindingen):
            (tmp_path / "wil" / pad.name).write_bytes(pad.read_bytes())
    codes = [opdracht("validate", "wil", "--fail-on", e).code for e in ("fout", "waarschuwing")]
    assert codes == [0, 1]


@pytest.mark.parametrize(
    "opties",
    [
        ("--summary", "--format", "csv"),
        ("--quiet", "--format", "json"),
        ("--quiet", "--format", "sarif"),
    ],
)
@pytest.mark.parametrize("taal", ["nl", "en"])
def test_wat_niet_samengaat(opties: tuple[str, ...], taal: str, opdracht: Opdracht) -> None:
    """Options that a form cannot honour are wrong usage, and not passed over."""
    uitkomst = opdracht("validate", "goed.json", *opties, "--taal", taal)
    assert (uitkomst.code, uitkomst.out) == (2, "")
    assert f"geboortezorg: {opties[0]} " in uitkomst.err


@pytest.mark.parametrize("vorm", [v for v in VORMEN if v not in {"arrow", "parquet"}])
def test_naar_een_bestand(vorm: str, opdracht: Opdracht, tmp_path: Path) -> None:
    """What would go to stdout goes to a file, which was not there before and is whole after."""
    argv = ("validate", "goed.json", "fout.json", "--format", vorm)
    verwacht = opdracht(*argv)
    (tmp_path / "uit").write_text("oud")
    assert opdracht(*argv, "--output", "uit") == (verwacht.code, "", "")
    assert (tmp_path / "uit").read_text("utf-8") == verwacht.out
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("paden", "uit"),
    [
        (("goed.json",), "goed.json"),
        (("goed.json",), "./map/../goed.json"),
        ((".",), "nieuw.json"),
        ((".",), "map/nieuw.ndjson.gz"),
        (("goed.json",), "niets/uit"),
        (("goed.json",), "map"),
        (("goed.json",), "a\0b"),
    ],
)
def test_geen_bestand_om_te_schrijven(
    paden: tuple[str, ...], uit: str, opdracht: Opdracht, tmp_path: Path
) -> None:
    """What is judged, or cannot be written, is refused and left as it was."""
    (tmp_path / "map").mkdir()
    voor = sorted(tmp_path.rglob("*"))
    uitkomst = opdracht("validate", *paden, "--output", uit)
    assert (uitkomst.code, uitkomst.out) == (2, "")
    assert "--output" in uitkomst.err
    assert sorted(tmp_path.rglob("*")) == voor
    assert json.loads((tmp_path / "goed.json").read_bytes()) == GOED


def test_naast_een_map(opdracht: Opdracht, tmp_path: Path) -> None:
    """In a folder that is judged the answer may have a name that is not read."""
    assert opdracht("validate", "goed.json", "niets.json", "--output", "uit.txt").code == 2
    assert (tmp_path / "uit.txt").exists()
    assert opdracht("validate", ".", "--output", "uit.sarif", "--format", "sarif").code == 2
    assert (tmp_path / "uit.sarif").exists()


def test_naar_wat_geen_bestand_is(opdracht: Opdracht) -> None:
    """A device or a pipe is written as it is, and stays one."""
    assert opdracht("validate", "goed.json", "--output", os.devnull) == (0, "", "")
    assert Path(os.devnull).is_char_device()
    assert opdracht("validate", "goed.json", "--output", "/dev/full").code == 2


def test_onderweg_mislukt(
    opdracht: Opdracht, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When it fails on the way, the old file is left and no half one."""

    def mislukt(*_: Any, **__: Any) -> Iterator[Any]:
        raise KeyboardInterrupt

    (tmp_path / "uit").write_text("oud")
    monkeypatch.setattr("geboortezorg.cli.invoer.delen", mislukt)
    assert opdracht("validate", "goed.json", "--output", "uit").code == 130
    assert (tmp_path / "uit").read_text() == "oud"
    assert not list(tmp_path.glob(".uit*"))


def test_pad_dat_niet_te_volgen_is(tmp_path: Path) -> None:
    """A path that cannot be looked at is not the file to write."""
    lus = tmp_path / "lus"
    lus.symlink_to(lus)
    assert not bestand._leest(lus / "x", tmp_path / "uit")
    assert not bestand._leest(Path("a\0b"), tmp_path / "goed.json")


@pytest.mark.parametrize("vorm", VORMEN)
def test_geen_waarde_in_de_uitvoer(vorm: str, opdracht: Opdracht, tmp_path: Path) -> None:
    """No form repeats a value or a key of a document, whatever is wrong with it."""
    documenten: list[Any] = [
        GOED | {KANARIE: 1, "overeenkomsten_volledig": KANARIE},
        {"soort": KANARIE, "schema_versie": KANARIE},
        {
            "soort": "dossier",
            "schema_versie": "0.1",
            "referentie": KANARIE,
            "zwangerschap": {},
            "declaratieregels": [{"prestatie": KANARIE, "referentienummer": {KANARIE: KANARIE}}],
        },
        [KANARIE],
    ]
    tekst = "".join(f"{json.dumps(document)}\n" for document in documenten)
    (tmp_path / "k.ndjson").write_text(f'{tekst}{{"{KANARIE}":\n', "utf-8")
    uitkomst = opdracht("validate", "k.ndjson", "--format", vorm, "--output", "uit")
    assert uitkomst.code == 2
    inhoud = (tmp_path / "uit").read_bytes()
    if vorm == "parquet":  # its pages are compressed
        inhoud = str(parquet.read_table(tmp_path / "uit").to_pylist()).encode()
    assert inhoud
    assert KANARIE.encode() not in inhoud + uitkomst.err.encode()
