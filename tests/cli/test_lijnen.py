"""``validate --koppeling``: rows of CSV or Parquet, judged in every form of answer."""

import csv
import io
import json
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.lijnen.rijen import als_csv, koppeling, rijen

from geboortezorg.cli import hervatten, lijnen, valideer
from geboortezorg.lijnen import Koppeling, groeperen
from geboortezorg.populatie import population

from .conftest import Opdracht

KOPPELING = """
soort = "koppeling"
schema_versie = "0.1"
document_soort = "dossier"
groep = ["vrouw"]
datumvorm = "DD-MM-JJJJ"

[kolommen]
referentie = "vrouw"
zwangerschap.a_terme_datum = "atd"
kinderen.rangnummer = "kind"

[vast.kinderen]
geboren = false
"""
RIJEN = "vrouw;atd;kind\na;01-05-2023;1\nb;01-05-2023;x\na;;2;3\n"
ARGUMENTEN = ("validate", "r.csv", "--koppeling", "k.toml")


@pytest.fixture(autouse=True)
def bestanden(tmp_path: Path) -> None:
    """Write a koppeling and rows: one that is good, one with a wrong cell, one of a wrong length."""
    (tmp_path / "k.toml").write_text(KOPPELING, "utf-8")
    (tmp_path / "r.csv").write_text(RIJEN, "utf-8")


@pytest.mark.parametrize(
    "argv", [ARGUMENTEN, ("koppeling", "controleer", "k.toml", "--voorbeeld", "r.csv")]
)
def test_schijf_vol(
    argv: tuple[str, ...], opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No room to bring rows together is said, and is no verdict (exit code 2)."""

    def vol(*_: object) -> None:
        raise sqlite3.OperationalError

    monkeypatch.setattr(groeperen, "_bewaar", groeperen._opslag()(vol))
    uit = opdracht(*argv, "--taal", "en")
    assert uit.code == 2
    assert "r.csv: the rows cannot be brought together: the disk" in uit.err


def test_tabel(opdracht: Opdracht) -> None:
    """The table for people names the row and the title of the column; a bad row gives exit code 2."""
    uitkomst = opdracht(*ARGUMENTEN, "--format", "tabel")
    assert uitkomst.code == 2
    assert "r.csv:4: afgekeurd" in uitkomst.out
    assert "/kinderen/0/rangnummer (rij 3, kolom kind)" in uitkomst.out
    assert "Onleesbaar: 1." in uitkomst.out
    engels = opdracht(*ARGUMENTEN, "--taal", "en")
    assert "(row 3, column kind)" in engels.out


def test_json_vormen(opdracht: Opdracht) -> None:
    """The envelope has the rows of the document, and the row and column of each place."""
    omslagen = opdracht(*ARGUMENTEN, "--format", "ndjson", "--compact").rapporten
    assert [omslag["rijen"] for omslag in omslagen] == [[4], [2], [3]]
    assert omslagen[2]["plaatsen"] == {
        "/kinderen/0/rangnummer": {"rij": 3, "kolom": 3, "titel": "kind"}
    }
    assert [r["oordeel"] for r in opdracht(*ARGUMENTEN, "--format", "json").rapporten] == [
        omslag["rapport"]["oordeel"] for omslag in omslagen
    ]
    eerste, *_ = opdracht(*ARGUMENTEN, "--format", "bevindingen").rapporten
    assert (eerste["rij"], eerste["code"]) == (4, "GZ-INVOER-001")


def test_csv(opdracht: Opdracht, tmp_path: Path) -> None:
    """The findings as a flat table have the row, the column and its title; none is a formula."""
    tekst = KOPPELING.replace('"kind"', '"=kind"')
    (tmp_path / "k.toml").write_text(tekst, "utf-8")
    (tmp_path / "r.csv").write_text(RIJEN.replace("kind", "=kind"), "utf-8")
    uitkomst = opdracht(*ARGUMENTEN, "--format", "csv", "--output", "uit.csv")
    assert uitkomst.out == ""
    gevonden = list(csv.DictReader(io.StringIO((tmp_path / "uit.csv").read_text("utf-8"))))
    plaatsen = [(rij["rij"], rij["kolom"], rij["titel"], rij["code"]) for rij in gevonden]
    assert ("3", "3", "'=kind", "GZ-VORM-001") in plaatsen
    assert ("4", "", "", "GZ-INVOER-001") in plaatsen


def test_voor_pijplijnen(opdracht: Opdracht) -> None:
    """A line is the row; a column of cells is no column of characters, so it is left out."""
    sarif = json.loads(opdracht(*ARGUMENTEN, "--format", "sarif").out)
    streken = [
        resultaat["locations"][0]["physicalLocation"]["region"]
        for resultaat in sarif["runs"][0]["results"]
    ]
    assert {"startLine": 3} in streken
    assert "file=r.csv,line=3::" in opdracht(*ARGUMENTEN, "--format", "github").out
    assert "(rij 3, kolom kind)" in opdracht(*ARGUMENTEN, "--format", "junit").out


def test_geen_koppeling(opdracht: Opdracht, tmp_path: Path) -> None:
    """A koppeling that cannot be used is wrong usage, and every message names the file."""
    (tmp_path / "k.toml").write_text(KOPPELING.replace('"kind"', "3"), "utf-8")
    uitkomst = opdracht(*ARGUMENTEN)
    assert uitkomst.code == 2
    assert (
        "k.toml: tekstregel 11, kolommen.kinderen.rangnummer: hier hoort de titel" in uitkomst.err
    )
    assert opdracht(*ARGUMENTEN[:-1], "weg.toml").code == 2


def test_een_bestand_dat_niet_past(
    opdracht: Opdracht, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that lacks a column or is not there is told of, and the others are judged."""
    (tmp_path / "anders.csv").write_text("vrouw;atd\na;b\n", "utf-8")
    uitkomst = opdracht("validate", "anders.csv", "weg.csv", "", *ARGUMENTEN[1:], "--quiet")
    assert uitkomst.code == 2
    assert "anders.csv: kolommen.kinderen.rangnummer: de kop heeft deze kolom" in uitkomst.err
    assert "weg.csv: dit bestand bestaat niet" in uitkomst.err
    assert "r.csv:3: afgekeurd" in uitkomst.out
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "r.parquet").write_bytes(b"")
    uitkomst = opdracht("validate", "r.parquet", *ARGUMENTEN[2:])
    assert (uitkomst.code, "is de extra `arrow` nodig" in uitkomst.err) == (2, True)


def test_van_stdin(opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows come from stdin too."""
    uitkomst = opdracht("validate", "-", *ARGUMENTEN[2:], stdin=RIJEN.encode())
    assert "-:2: " in uitkomst.out
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(OSError, match="stdin"):
        lijnen._bron("-")


def test_wat_bedoeld_kan_zijn(opdracht: Opdracht, tmp_path: Path) -> None:
    """For a prestatie that no list has, the names that look like it are shown, as for JSON."""
    leden = ["referentienummer", "uzovi_code", "aantal", "tarief_eurocent"]
    leden += ["bedrag_eurocent", "declaratiebedrag_eurocent"]
    kolommen = "".join(f'declaratieregels.{lid} = "kind"\n' for lid in leden)
    kolommen += 'declaratieregels.prestatie = "wat"\n'
    kolommen += "".join(
        f'declaratieregels.periode.{lid} = "atd"\n' for lid in ("van", "tot_en_met")
    )
    vast = '\n[vast.declaratieregels]\ndebet_credit = "D"\nzorgaanbieder_agb = "33330001"\n'
    tekst = KOPPELING.replace('kinderen.rangnummer = "kind"\n', kolommen)
    (tmp_path / "k.toml").write_text(tekst.partition("\n[vast")[0] + vast, "utf-8")
    (tmp_path / "r.csv").write_text(
        "vrouw;atd;kind;wat\na;01-05-2023;3311;kraamzorg-uurr\n", "utf-8"
    )
    uit = opdracht("validate", "r.csv", "--koppeling", "k.toml").out
    assert "GZ-PRESTATIE-001 /declaratieregels/0/prestatie (rij 2, kolom wat)" in uit
    assert "Misschien bedoeld: kraamzorg-uur" in " ".join(uit.split())


def test_een_jaar(opdracht: Opdracht, tmp_path: Path) -> None:
    """Dossiers of a population as rows: counted as documents."""
    maat: Koppeling = koppeling("dossier")
    alle = [rij for proef in population(5, 1) for rij in rijen(proef.document)]
    (tmp_path / "r.csv").write_bytes(als_csv(maat, alle))
    tekst = {
        "document_soort": "dossier",
        "groep": maat.groep,
        "kolommen": dict(maat.kolommen),
        "sleutels": dict(maat.sleutels),
        "lijstteken": maat.lijstteken,
    }
    (tmp_path / "k.json").write_text(json.dumps(tekst), "utf-8")
    uitkomst = opdracht(*ARGUMENTEN[:-1], "k.json", "--summary", "--format", "json")
    assert uitkomst.rapporten[0]["documenten"] == 5


def _jaar(tmp_path: Path, aantal: int = 150) -> None:
    """Write the rows of a made-up year, some of which cannot be read, and the koppeling."""
    maat: Koppeling = koppeling("dossier")
    alle = [rij for proef in population(aantal, 1, fouten=20) for rij in rijen(proef.document)]
    delen = als_csv(maat, alle).split(b"\n")
    for plaats in (40, 700):
        delen.insert(plaats, b"te;weinig")
    (tmp_path / "r.csv").write_bytes(b"\n".join(delen))
    tekst = {naam: w for naam, w in maat.als_gegevens().items() if w}
    (tmp_path / "k.json").write_text(json.dumps(tekst), "utf-8")


JAAR = ("validate", "r.csv", "weg.csv", "r.csv", "--koppeling", "k.json")


@pytest.mark.parametrize("vorm", ["tabel", "ndjson", "csv", "junit"])
def test_meer_processen(vorm: str, opdracht: Opdracht, tmp_path: Path) -> None:
    """Rows judged on two processes: the same bytes, in order, each bad row by its number."""
    _jaar(tmp_path)
    argv = (*JAAR, "--format", vorm)
    een = opdracht(*argv)
    assert een == opdracht(*argv, "--processen", "2")
    assert een.code == 2
    assert "weg.csv: dit bestand bestaat niet" in een.err
    if vorm == "ndjson":
        slecht = [
            (omslag["bestand"], omslag["rijen"])
            for omslag in een.rapporten
            if omslag["bestand"] == "r.csv" and "/" not in str(omslag["plaatsen"])
        ]
        assert ("r.csv", [41]) in slecht


def test_hervatten(opdracht: Opdracht, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run over rows that was interrupted goes on, unless its rows or its koppeling changed."""
    _jaar(tmp_path)
    argv = (*JAAR, "--format", "ndjson", "--output")
    heel = opdracht(*argv, "heel")
    monkeypatch.setattr(hervatten, "_SECONDEN", 0)
    gedaan = valideer._gedaan

    def tot(*argumenten: Any) -> Iterator[Any]:
        yield next(gedaan(*argumenten))
        raise KeyboardInterrupt

    with monkeypatch.context() as even:
        even.setattr(valideer, "_gedaan", tot)
        assert opdracht(*argv, "uit", "--hervat").code == 130
    stand = (tmp_path / "uit.stand").read_bytes()
    assert json.loads(stand)["documenten"] > 10
    for naam, van, naar in (("k.json", b'"|"', b'"/"'), ("r.csv", b";", b";9")):
        inhoud = (tmp_path / naam).read_bytes()
        (tmp_path / naam).write_bytes(inhoud.replace(van, naar, 100))
        anders = opdracht(*argv, "uit", "--hervat")
        assert (anders.code, "uit.stand" in anders.err) == (2, True), naam
        (tmp_path / naam).write_bytes(inhoud)
    assert opdracht(*argv, "uit", "--hervat", "--processen", "2").code == heel.code
    assert (tmp_path / "uit").read_bytes() == (tmp_path / "heel").read_bytes()


@pytest.mark.parametrize("gesorteerd", [True, False])
def test_een_document_in_twee_bestanden(
    opdracht: Opdracht, tmp_path: Path, *, gesorteerd: bool
) -> None:
    """Two parts of one document are not judged as two whole ones: the second is refused."""
    rijen_ = "vrouw;atd;kind\n{};01-05-2023;1\n{};01-05-2023;\n"
    (tmp_path / "k.toml").write_text(
        KOPPELING.replace("groep =", f"gesorteerd = {str(gesorteerd).lower()}\ngroep ="), "utf-8"
    )
    (tmp_path / "r.csv").write_text(rijen_.format("a", "b"), "utf-8")
    (tmp_path / "s.csv").write_text(rijen_.format("c", "a") + "d;2;3;4\n", "utf-8")
    uitkomst = opdracht(ARGUMENTEN[0], "s.csv", *ARGUMENTEN[1:], "--format", "bevindingen")
    assert {(b["bestand"], b["rij"]) for b in uitkomst.rapporten if b["reden"] == "rijen"} == {
        ("r.csv", 2),
        *([("s.csv", 3)] if gesorteerd else []),  # beside a row that cannot be read
    }
    apart = [opdracht(*ARGUMENTEN, "--format", "bevindingen"), uitkomst]
    assert not any(b["reden"] == "rijen" for b in apart[0].rapporten)


def test_een_bestand_zonder_rijen(opdracht: Opdracht) -> None:
    """No row at all is no approval: the file is told of, and what another one has is judged."""
    Path("leeg.csv").write_text("Vrouw;Zw\n;\n", "utf-8")
    Path("goed.csv").write_text("Vrouw;Zw\np;1\n", "utf-8")
    Path("leeg.toml").write_text(
        'soort = "koppeling"\nschema_versie = "0.1"\ndocument_soort = "dossier"\n'
        'groep = ["Zw"]\nkolommen.referentie = "Vrouw"\n',
        "utf-8",
    )
    argv = ("--koppeling", "leeg.toml", "--taal", "en", "--format", "ndjson")
    alleen = opdracht("validate", "leeg.csv", *argv)
    assert alleen.code == 2
    assert "leeg.csv: there is no row below the header; " in alleen.err
    assert [rij["rapport"]["oordeel"] for rij in alleen.rapporten] == ["afgekeurd"]
    samen = opdracht("validate", "leeg.csv", "goed.csv", *argv)
    assert (samen.code, len(samen.rapporten)) == (2, 2)
