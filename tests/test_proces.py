"""The collector of a process that is ours leaves alone what stays; that of others is not touched."""

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from geboortezorg import cli, proces


@pytest.fixture(autouse=True)
def gedaan(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what was asked of the collector, which does nothing."""
    uit: list[str] = []
    monkeypatch.setattr(proces, "_GENOMEN", [])
    monkeypatch.setattr(gc, "collect", lambda: uit.append("collect"))
    monkeypatch.setattr(gc, "freeze", lambda: uit.append("freeze"))
    return uit


def test_alleen_van_ons(gedaan: list[str]) -> None:
    """Nothing in the process of another; once in ours, when all is there."""
    proces.geladen()
    assert gedaan == []
    proces.neem()
    proces.neem()
    for _ in range(3):
        proces.geladen()
        proces.neem()
    assert gedaan == ["collect", "freeze"]


def test_wie_de_opdracht_geeft(
    gedaan: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that gives a command keeps its collector; the script itself takes it."""
    pad = tmp_path / "a.json"
    pad.write_text('{"soort": "context", "schema_versie": "0.1"}', "utf-8")
    opdracht = ["validate", str(pad)]
    assert cli.main(opdracht) == 0
    assert gedaan == []
    monkeypatch.setattr(sys, "argv", ["geboortezorg", *opdracht])
    assert cli.main() == 0
    assert gedaan == ["collect", "freeze"]


def test_de_bibliotheek() -> None:
    """Whoever imports the library and judges keeps the collector as it was."""
    code = (
        "import gc; hoe = lambda: (gc.get_threshold(), gc.get_freeze_count(), gc.isenabled()); "
        "voor = hoe(); from geboortezorg.batch import validate_many; "
        "list(validate_many([b'{}'] * 200)); assert hoe() == voor"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603


def test_alleen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Only where this process is ours and Linux tells that it has one thread a fork is sure."""
    monkeypatch.setattr(proces, "_DRADEN", tmp_path)
    monkeypatch.setattr(sys, "platform", "linux")
    (tmp_path / "1").mkdir()
    monkeypatch.setattr(proces, "_GENOMEN", [])
    assert not proces.alleen(), "it is the process of another"
    monkeypatch.setattr(proces, "_GENOMEN", [True, False])
    assert proces.alleen()
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not proces.alleen()
    monkeypatch.setattr(sys, "platform", "linux")
    (tmp_path / "2").mkdir()
    assert not proces.alleen(), "there is another thread"
    monkeypatch.setattr(proces, "_DRADEN", tmp_path / "niets")
    assert not proces.alleen()
