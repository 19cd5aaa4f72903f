"""What every document asks of the rules is written beforehand: it is what the rules say themselves."""

import runpy
import sys
from pathlib import Path

import pytest

from geboortezorg.uitgave import omtrekken

MAPPEN = [
    map_ / deel
    for map_ in [Path(__file__).parents[2] / "voorbeelden"]
    for deel in ("goed", "fout")
    if (map_ / deel).is_dir()
]


def test_bijgewerkt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file of this project is up to date; one that is not is named, or made anew."""
    assert omtrekken.main(["--controle"]) == 0
    pad = tmp_path / "omtrekken.py"
    assert omtrekken.main(["--controle"], pad) == 1
    assert omtrekken.main([], pad) == 0
    assert pad.read_bytes() == omtrekken.PAD.read_bytes()
    assert capsys.readouterr().out == "not up to date: omtrekken.py\nwrote: omtrekken.py\n"


def test_als_opdracht(monkeypatch: pytest.MonkeyPatch) -> None:
    """The module is a command."""
    monkeypatch.setattr(sys, "argv", ["omtrekken", "--controle"])
    monkeypatch.delitem(sys.modules, "geboortezorg.uitgave.omtrekken")
    with pytest.raises(SystemExit) as einde:
        runpy.run_module("geboortezorg.uitgave.omtrekken", run_name="__main__")
    assert einde.value.code == 0
