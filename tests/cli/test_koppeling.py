"""``geboortezorg koppeling``: a template from a header, and the check of what was filled in."""

import json
import sys
from pathlib import Path

import pytest

from .conftest import Opdracht
from .test_lijnen import KOPPELING, RIJEN

NIEUW = ("koppeling", "nieuw")
CONTROLEER = ("koppeling", "controleer")


@pytest.fixture(autouse=True)
def bestanden(tmp_path: Path) -> None:
    """Write a koppeling and rows: one that is good, one with a wrong cell, one of a wrong length."""
    (tmp_path / "k.toml").write_text(KOPPELING, "utf-8")
    (tmp_path / "r.csv").write_text(RIJEN, "utf-8")


def test_nieuw(opdracht: Opdracht, tmp_path: Path) -> None:
    """The template goes to a new file, never over another, or to stdout."""
    uitkomst = opdracht(*NIEUW, "n.toml", "--soort", "declaratie")
    assert (uitkomst.code, uitkomst.out) == (0, "")
    assert "daarna: geboortezorg koppeling controleer n.toml" in uitkomst.err
    tekst = (tmp_path / "n.toml").read_text("utf-8")
    assert opdracht(*NIEUW, "--soort", "declaratie").out == tekst
    assert 'document_soort = "declaratie"' in tekst
    assert opdracht(*NIEUW, "n.toml").code == 2
    geweigerd = opdracht(*CONTROLEER, "n.toml")
    assert geweigerd.code == 1
    assert "n.toml, tekstregel 7, groep: dit is nog niet ingevuld" in geweigerd.out


@pytest.mark.parametrize("teken", [";", ",", "\t", "|"])
@pytest.mark.parametrize("codering", ["utf-8", "windows-1252", "utf-16"])
def test_van_een_kop(opdracht: Opdracht, tmp_path: Path, teken: str, codering: str) -> None:
    """How the file is written is found, and its titles are shown or put where they belong."""
    kop = teken.join(["Vrouwé", "Tarief", "Prestatiecode"])
    (tmp_path / "kop.csv").write_bytes(f"{kop}\n".encode(codering))
    uit = opdracht(*NIEUW, "--kolommen", "kop.csv").out
    assert '\n#   "Vrouwé"\n' in uit
    assert '\ndeclaratieregels.tarief_euro = "Tarief"  # ' in uit
    assert f"\nscheidingsteken = {json.dumps(teken)}  # " in uit
    assert f'\ncodering = "{codering}"  # ' in uit


def test_van_een_kolom(opdracht: Opdracht, tmp_path: Path) -> None:
    """Of one column nothing is to be said of how it is written."""
    (tmp_path / "kop.csv").write_text("iban\n", "utf-8")
    uit = opdracht(*NIEUW, "--soort", "declaratie", "--kolommen", "kop.csv").out
    assert "\n# scheidingsteken = " in uit
    assert '\niban = "iban"  # ' in uit


def test_een_kop_die_er_niet_is(
    opdracht: Opdracht, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is not there, is empty, or needs an extra is wrong usage."""
    assert "weg.csv: dit bestand bestaat niet" in opdracht(*NIEUW, "--kolommen", "weg.csv").err
    (tmp_path / "leeg.csv").write_text("", "utf-8")
    uitkomst = opdracht(*NIEUW, "--kolommen", "leeg.csv", "--taal", "en")
    assert uitkomst.code == 2
    assert "leeg.csv: kopregel: there is no header" in uitkomst.err
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "r.parquet").write_bytes(b"PAR1")
    uitkomst = opdracht(*NIEUW, "--kolommen", "r.parquet")
    assert (uitkomst.code, "is de extra `arrow` nodig" in uitkomst.err) == (2, True)


def test_controleer(opdracht: Opdracht, tmp_path: Path) -> None:
    """A right koppeling is right; a wrong one is refused at each line, in both languages."""
    uitkomst = opdracht(*CONTROLEER, "k.toml")
    assert (uitkomst.code, uitkomst.out) == (0, "De koppeling is in orde.\n")
    assert opdracht(*CONTROLEER, "k.toml", "--format", "json").rapporten == [
        {"goed": True, "meldingen": []}
    ]
    (tmp_path / "k.toml").write_text(KOPPELING.replace('"kind"', "3"), "utf-8")
    uitkomst = opdracht(*CONTROLEER, "k.toml", "--voorbeeld", "r.csv", "--taal", "en")
    assert (uitkomst.code, uitkomst.out.splitlines()) == (
        1,
        [
            "k.toml, line 11, kolommen.kinderen.rangnummer: the title of a column belongs here",
            "Refused: 1 messages. Nothing is read with this koppeling.",
        ],
    )
    ((melding,),) = [
        rapport["meldingen"]
        for rapport in opdracht(*CONTROLEER, "k.toml", "--format", "json").rapporten
    ]
    assert (melding["bestand"], melding["tekstregel"]) == ("k.toml", 11)
    assert melding["pad"] == "kolommen.kinderen.rangnummer"
    assert melding["tekst"] != melding["tekst_en"]


def test_op_een_voorbeeld(opdracht: Opdracht, tmp_path: Path) -> None:
    """What of the rows does not fit is said with file, row, column, member and how often."""
    uitkomst = opdracht(*CONTROLEER, "k.toml", "--voorbeeld", "r.csv")
    assert uitkomst.code == 1
    eerste, *_ = uitkomst.out.splitlines()
    assert eerste.startswith("r.csv, rij 4: ")
    assert "r.csv, rij 3, kolom kind: kinderen.rangnummer: " in uitkomst.out
    assert "Van 3 rijen komen 2 documenten; wat niet past: 3." in uitkomst.out
    (rapport,) = opdracht(
        *CONTROLEER, "k.toml", "--voorbeeld", "r.csv", "--format", "json"
    ).rapporten
    assert rapport["goed"]
    assert rapport["voorbeeld"]["fouten"][0]["rij"] == 4
    (tmp_path / "r.csv").write_text("vrouw;atd;kind\na;x;1\nb;y;1\n", "utf-8")
    uit = opdracht(*CONTROLEER, "k.toml", "--voorbeeld", "r.csv", "--taal", "en").out
    assert "r.csv, row 2, column atd: zwangerschap.a_terme_datum: " in uit
    assert "(2 times)" in uit
    (tmp_path / "r.csv").write_text("vrouw;atd;kind\na;01-05-2023;1\n", "utf-8")
    assert opdracht(*CONTROLEER, "k.toml", "--voorbeeld", "r.csv").code == 0


def test_een_kolom_die_niet_gelezen_wordt(opdracht: Opdracht, tmp_path: Path) -> None:
    """A column with the name of a member that nothing fills is told of, and the rest goes on."""
    (tmp_path / "r.csv").write_text("vrouw;atd;kind;pariteit\na;01-05-2023;1;0\n", "utf-8")
    uitkomst = opdracht(*CONTROLEER, "k.toml", "--voorbeeld", "r.csv")
    assert uitkomst.code == 0
    assert uitkomst.out.startswith("r.csv: een kolom heet als zwangerschap.pariteit, en ")
    argv = (*CONTROLEER, "k.toml", "--voorbeeld", "r.csv", "--format", "json")
    (rapport,) = opdracht(*argv).rapporten
    assert rapport["voorbeeld"]["ongelezen"] == ["zwangerschap.pariteit"]
    argv = ("validate", "r.csv", "r.csv", "--koppeling", "k.toml", "--taal", "en")
    fout = opdracht(*argv).err
    assert fout.count("r.csv: a column is called zwangerschap.pariteit, and ") == 2


def test_wat_er_niet_is(opdracht: Opdracht, tmp_path: Path) -> None:
    """A file that cannot be read, or a column that the rows lack, is wrong usage."""
    uitkomst = opdracht(*CONTROLEER, "weg.toml")
    assert (
        uitkomst.code,
        "weg.toml: dit bestand is er niet of is niet te lezen" in uitkomst.err,
    ) == (2, True)
    (tmp_path / "r.csv").write_text("vrouw;atd\na;\n", "utf-8")
    uitkomst = opdracht(*CONTROLEER, "k.toml", "--voorbeeld", "r.csv")
    assert uitkomst.code == 2
    assert "r.csv: kolommen.kinderen.rangnummer: de kop heeft deze kolom" in uitkomst.err


def test_een_kop_in_geen_codering(opdracht: Opdracht, tmp_path: Path) -> None:
    """A title of bytes that are no text in any encoding is counted, and not shown."""
    (tmp_path / "kop.csv").write_bytes(b"a\x81;b\n")
    uit = opdracht(*NIEUW, "--kolommen", "kop.csv").out
    assert "Kolommen zonder bruikbare titel: 1." in uit
    assert '\n#   "b"\n' in uit
