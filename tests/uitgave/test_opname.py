"""Recording what rules say of the cases: only where the author and the library agree."""

import runpy
import sys
from pathlib import Path

import pytest

from geboortezorg.uitgave.gevallen import lees
from geboortezorg.uitgave.opname import main

BRON = """\
[documenten.dossier]
soort = "dossier"
zwangerschap = {}
referentie = "pseudoniem-1"

[contexten.laag]
drempel = "afgeleid"

[GZ-VORM-001.geldig-dossier]
toelichting = "A dossier with nothing in it."
als = "dossier"
context = "laag"
verwacht = "voldaan"

[GZ-VORM-001.ongeldig-lid]
toelichting = "An unknown member."
als = "dossier"
zet = { "/onbekend" = 1 }
verwacht = "geschonden: onbekend_veld"
"""
REGEL = 'bevindingen = ["geschonden fout onbekend_veld /*"]\n'


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """Return a folder with one file of two cases, of which nothing is recorded."""
    bestand = tmp_path / "gevallen" / "invoer.toml"
    bestand.parent.mkdir()
    bestand.write_text(BRON, "utf-8")
    return bestand.parent


def test_opnemen(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the rule says is written beside what the author says, and shown; once is enough."""
    assert main([], map_) == 0
    assert (map_ / "invoer.toml").read_text("utf-8") == BRON + REGEL
    uit = capsys.readouterr().out
    assert "+++ gevallen/invoer.toml" in uit
    assert f"+{REGEL}" in uit
    assert uit.endswith("2 cases judged, 1 files written\n")
    assert main(["GZ-VORM-001"], map_) == 0
    assert capsys.readouterr().out == "2 cases judged, 0 files written\n"
    assert main(["GZ-KIND-001"], map_) == 0
    assert capsys.readouterr().out == "0 cases judged, 0 files written\n"


def test_opnieuw(map_: Path) -> None:
    """What was recorded is replaced, also when it is on more lines or in the middle of a file."""
    veel = "".join(f'zet."{deel}/onbekend" = 1\n' for deel in ("/zwangerschap", "", "/client"))
    eerste = BRON.replace('zet = { "/onbekend" = 1 }\n', 'zet."/client" = {}\n' + veel)
    bron = eerste + 'bevindingen = [\n  "a b c /d",\n]\n\n[documenten.ander]\nsoort = "igo"\n'
    (map_ / "invoer.toml").write_text(bron, "utf-8")
    assert main([], map_) == 0
    tekstregels = "".join(
        f'  "geschonden fout onbekend_veld {pad}/*",\n' for pad in ("/zwangerschap", "/client", "")
    )
    assert (map_ / "invoer.toml").read_text("utf-8") == (
        f'{eerste}bevindingen = [\n{tekstregels}]\n\n[documenten.ander]\nsoort = "igo"\n'
    )


@pytest.mark.parametrize(
    ("verwacht", "zegt"),
    [
        ("voldaan", "geschonden: onbekend_veld"),
        ("geschonden: te_lang", "geschonden: onbekend_veld"),
        ("niet_beoordeeld: onbekend_veld", "geschonden: onbekend_veld"),
    ],
)
def test_oneens(map_: Path, capsys: pytest.CaptureFixture[str], verwacht: str, zegt: str) -> None:
    """A case on which the author and the library differ is refused and left as it is."""
    bron = BRON.replace("geschonden: onbekend_veld", verwacht)
    (map_ / "invoer.toml").write_text(bron, "utf-8")
    assert main([], map_) == 1
    assert (map_ / "invoer.toml").read_text("utf-8") == bron
    assert capsys.readouterr().err == (
        f"GZ-VORM-001.ongeldig-lid: the case says {verwacht!r}, the library {zegt!r}\n"
    )


ONDEUGDELIJK = """
[contexten.dubbel]
tarieftabellen = [
  { naam = "a", regime = "kraamzorg", tariefbeschikking = { titel = "A" } },
]
"""
OORDEEL = """\
[oordeel.onterecht-lid]
toelichting = "An unknown member."
als = "dossier"
zet = { "/onbekend" = 1 }
oordeel_in = ["afgekeurd"]
HIAAT
[oordeel.onterecht-context]
toelichting = "A context that is refused."
als = "dossier"
context = "dubbel"
oordeel_in = ["afgekeurd"]
hiaat = true
"""


def test_hiaten(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A gap that is closed is dropped; a verdict that is wrong and no known gap is refused."""
    bestand = map_ / "oordeel" / "dossier.toml"
    bestand.parent.mkdir()
    zonder = ONDEUGDELIJK + OORDEEL.replace("hiaat = true\n", "")
    bestand.write_text(ONDEUGDELIJK + OORDEEL.replace("HIAAT", "hiaat = true\n"), "utf-8")
    assert main(["--hiaten"], map_) == 0
    assert bestand.read_text("utf-8") == zonder.replace("HIAAT", "")
    assert (map_ / "invoer.toml").read_text("utf-8") == BRON
    bestand.write_text(zonder.replace("HIAAT", "").replace("afgekeurd", "akkoord"), "utf-8")
    capsys.readouterr()
    assert main(["oordeel"], map_) == 1
    assert capsys.readouterr().err == (
        "oordeel.onterecht-lid: the case says 'akkoord', the library 'afgekeurd'\n"
        "oordeel.onterecht-context: the case says 'akkoord', the library None\n"
    )
    bestand.write_text(
        bestand.read_text("utf-8").replace("akkoord", "afgekeurd", 1) + "hiaat = true\n"
    )
    (map_ / "invoer.toml").write_text(BRON.replace('"laag"\nverw', '"dubbel"\nverw'), "utf-8")
    assert main([], map_) == 1
    assert "GZ-VORM-001.geldig-dossier: its context is refused" in capsys.readouterr().err


def test_alles_is_opgenomen() -> None:
    """Of every case in the project, what is recorded is what the library says."""
    from geboortezorg.uitgave.opname import neem_op

    assert neem_op(lees()) == ({}, [])


def test_als_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """`python -m geboortezorg.uitgave.opname CODE` judges the cases of one rule."""
    monkeypatch.setattr(sys, "argv", ["opname", "GZ-VORM-001"])
    monkeypatch.delitem(sys.modules, "geboortezorg.uitgave.opname")
    with pytest.raises(SystemExit) as gevonden:
        runpy.run_module("geboortezorg.uitgave.opname", run_name="__main__")
    assert gevonden.value.code == 0
