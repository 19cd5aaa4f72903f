"""Writing everything under `schemas/`, and finding what is not up to date."""

from fnmatch import fnmatch
from pathlib import Path

import pytest

from geboortezorg.uitgave import openapi
from geboortezorg.uitgave.conformance_schemas import MANIFEST, MAP
from geboortezorg.uitgave.schrijver import bestanden, controleer, main, schrijf
from geboortezorg.uitgave.tabellen import MAP as TABELLEN
from geboortezorg.uitgave.tabellen import TARIEVEN

TYPEN = ("gegevens.js", "types.d.ts")
BRONMAP = Path(__file__).resolve().parents[2] / "schemas"


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """Return a folder in which everything was written."""
    doel = tmp_path / "schemas"
    schrijf(doel)
    return doel


def test_de_bestanden_zijn_bijgewerkt() -> None:
    """The committed files are what the models, rules and tables give, with none too many."""
    assert controleer(BRONMAP) == []


def test_elk_bestand_zegt_dat_het_gemaakt_is() -> None:
    """`.gitattributes` calls every generated file generated, and no file that is written by hand."""
    attributen = [
        rij.split()
        for rij in (BRONMAP.parent / ".gitattributes").read_text("utf-8").splitlines()
        if not rij.startswith("#")
    ]
    gemaakt = {*bestanden(BRONMAP), *(f"typescript/{naam}" for naam in TYPEN)}
    for pad in BRONMAP.rglob("*"):
        if not pad.is_file():
            continue
        naam = pad.relative_to(BRONMAP).as_posix()
        laatste = [r for r in attributen if fnmatch(f"schemas/{naam}", r[0])][-1]
        assert ("linguist-generated" in laatste) is (naam in gemaakt), naam


def test_schrijven(map_: Path) -> None:
    """What is written elsewhere is what is committed, to the byte."""
    assert controleer(map_) == []
    for pad in bestanden(map_):
        assert (map_ / pad).read_bytes() == (BRONMAP / pad).read_bytes()


def test_controle_noemt_elk_verschil(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A changed, a missing and a stray file are each named; writing repairs all three."""
    (map_ / MANIFEST).write_bytes(b"{}")
    (map_ / openapi.PAD).unlink()
    (map_ / TARIEVEN).write_bytes((map_ / TARIEVEN).read_bytes().replace(b"\r\n", b"\n"))
    (map_ / TABELLEN / "weg.json").write_bytes(b"{}")
    assert main(["--controle", "--map", str(map_)]) == 1
    assert capsys.readouterr().err.splitlines() == [
        f"{MANIFEST}: not up to date",
        f"{openapi.PAD}: missing",
        f"{TARIEVEN}: not up to date",
        f"{TABELLEN}/weg.json: belongs nowhere",
    ]
    (map_ / MAP / "GZ-WEG-001.json").write_bytes(b'{"naam": "geldig-weg"}')
    assert main(["--map", str(map_)]) == 1
    assert capsys.readouterr().err.startswith("GZ-WEG-001.json: has cases that gevallen/ has not")
    (map_ / MAP / "GZ-WEG-001.json").unlink()
    assert main(["--map", str(map_)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"dropped {TABELLEN}/weg.json",
        f"wrote {MANIFEST}",
        f"wrote {openapi.PAD}",
        f"wrote {TARIEVEN}",
    ]
    assert main(["--map", str(map_)]) == 0
    assert capsys.readouterr().out == "schemas: nothing changed\n"
    assert main(["--controle", "--map", str(map_)]) == 0
    assert not (map_ / TABELLEN / "weg.json").exists()
