"""The tables as read beforehand: the same as those in the files, and used only while that holds."""

import json
import os
import runpy
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from geboortezorg.convert import Vormfouten
from geboortezorg.tabellen import TabelFout, pakket
from geboortezorg.tabellen.shipped import uit_pakket
from geboortezorg.uitgave import gelezen

DATA = {
    "een.toml": 'naam = "een"\n',
    "twee.toml": 'naam = "twee"\n',
}
INHOUD = {"een.toml": {"naam": "een"}, "twee.toml": {"naam": "twee"}}


def _pad(map_: str, hier: Path) -> Path:
    return Path(pakket.gelezenpad(map_, str(hier)))


@pytest.fixture
def hier(tmp_path: Path) -> Path:
    """A folder with two files, read beforehand."""
    (tmp_path / "data" / "normen").mkdir(parents=True)
    (tmp_path / "gelezen").mkdir()
    for naam, tekst in DATA.items():
        (tmp_path / "data" / "normen" / naam).write_text(tekst)
    eerder = {naam: {"bytes": len(DATA[naam]), "inhoud": deel} for naam, deel in INHOUD.items()}
    _pad("normen", tmp_path).write_text(json.dumps(eerder))
    return tmp_path


def test_wat_ongewijzigd_is_wordt_niet_opnieuw_gelezen(hier: Path) -> None:
    """What was read before is used while every file is as it was."""
    assert pakket.gelezen("normen", str(hier)) == INHOUD
    tegelijk = _pad("normen", hier).stat().st_mtime_ns + 1_000_000_000
    os.utime(hier / "data" / "normen" / "een.toml", ns=(tegelijk, tegelijk))
    assert pakket.gelezen("normen", str(hier)) == INHOUD


def _weg(map_: Path) -> None:
    (map_ / "een.toml").unlink()


def _erbij(map_: Path) -> None:
    (map_ / "drie.toml").write_text("")
    os.utime(map_ / "drie.toml", ns=(0, 0))


def _anders(map_: Path) -> None:
    (map_ / "een.toml").write_text('naam = "drie"\n')
    os.utime(map_ / "een.toml", ns=(0, 0))


def _later(map_: Path) -> None:
    straks = _pad("normen", map_.parents[1]).stat().st_mtime_ns + 3_000_000_000
    (map_ / "een.toml").write_text('naam = "eem"\n')
    os.utime(map_ / "een.toml", ns=(straks, straks))


def _stuk(map_: Path) -> None:
    pad = _pad("normen", map_.parents[1])
    pad.write_text(pad.read_text() * 2)


def _zonder(map_: Path) -> None:
    _pad("normen", map_.parents[1]).unlink()


@pytest.mark.parametrize("verander", [_weg, _erbij, _anders, _later, _stuk, _zonder])
def test_na_een_wijziging_telt_het_niet(hier: Path, verander: Callable[[Path], None]) -> None:
    """A file that came, went, or changed means that all are read again."""
    verander(hier / "data" / "normen")
    assert pakket.gelezen("normen", str(hier)) is None


@pytest.mark.parametrize("map_", pakket.MAPPEN)
def test_opnieuw_lezen_geeft_hetzelfde(map_: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files themselves hold what was read before, member by member, in the same order."""
    Path(pakket.gelezenpad(map_)).touch()  # a checkout may have written the files in another order
    eerder, nagezien = pakket.gegevens(map_)
    assert nagezien
    monkeypatch.setattr(pakket, "gelezen", lambda *_: None)
    nieuw, nagezien = pakket.gegevens(map_)
    assert not nagezien
    assert json.dumps(nieuw) == json.dumps(eerder)


def test_de_tabellen_zijn_dezelfde(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both roads to the tables that ship give the same answers."""
    assert [lijst.naam for lijst in pakket.modellen("codelijsten")] == ["cod954"]
    eerder = uit_pakket()
    monkeypatch.setattr(pakket, "gelezen", lambda *_: None)
    nieuw = uit_pakket()
    assert nieuw.tabellen == eerder.tabellen
    for prestatie in nieuw.prestaties:
        naam = prestatie.prestatie_id
        assert nieuw.stretches(naam) == eerder.stretches(naam)


def test_alles_is_bijgewerkt(capsys: pytest.CaptureFixture[str]) -> None:
    """What is committed follows from the tables."""
    assert gelezen.main(["--controle"]) == 0, capsys.readouterr().out


def test_schrijven(
    hier: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is missing is written, once; after that it is only touched."""
    monkeypatch.setattr(sys, "argv", ["gelezen", "--controle"])
    monkeypatch.delitem(sys.modules, gelezen.__name__)
    with pytest.raises(SystemExit) as einde:
        runpy.run_module(gelezen.__name__, run_name="__main__")
    assert einde.value.code == 0
    shutil.rmtree(hier / "gelezen")
    assert gelezen.main(["--controle"], str(hier)) == 1
    assert "not up to date: tabellen.json" in capsys.readouterr().out
    assert gelezen.main([], str(hier)) == 0
    pad = _pad("", hier)
    os.utime(pad, ns=(0, 0))
    assert gelezen.main(["--controle"], str(hier)) == 0
    assert pad.stat().st_mtime_ns == 0
    capsys.readouterr()
    assert gelezen.main([], str(hier)) == 0
    assert capsys.readouterr().out == ""
    assert pad.stat().st_mtime_ns > 0


@pytest.mark.parametrize(
    ("map_", "tekst", "fout"),
    [
        ("", b'soort = "x"\n', TabelFout),
        ("normen", b'soort = "normtabel"\nschema_versie = "0.1"\n', Vormfouten),
        ("bronnen", b"[een]\ntitel = 1\n", Vormfouten),
    ],
)
def test_wat_een_gebrek_heeft_wordt_niet_geschreven(
    map_: str, tekst: bytes, fout: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is read beforehand had every check of a file."""
    monkeypatch.setattr(pakket, "bestanden", lambda *_: iter([("een.toml", tekst)]))
    with pytest.raises(fout):
        gelezen.inhoud(map_)


def test_tabellen_die_niet_samengaan_worden_niet_geschreven(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A table of which every row stands in another one too is refused when all are read."""
    alle = list(pakket.bestanden())
    dubbel = next((naam, data) for naam, data in alle if naam.startswith("kraamzorg-2"))
    monkeypatch.setattr(
        pakket, "bestanden", lambda *_: iter([*alle, (f"nog-{dubbel[0]}", dubbel[1])])
    )
    with pytest.raises(TabelFout):
        gelezen.inhoud("")


def test_wat_niet_voorgelezen_is_wordt_nagezien(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that changed since are read with every check."""
    monkeypatch.setattr(pakket, "gelezen", lambda *_: None)
    fout = b'soort = "normtabel"\nschema_versie = "0.1"\n'
    monkeypatch.setattr(pakket, "bestanden", lambda *_: iter([("een.toml", fout)]))
    with pytest.raises(Vormfouten):
        list(pakket.modellen("normen"))


def test_buiten_een_map_zijn_de_bestanden_ook_te_vinden(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """In a zip the files are found through the loader of the package."""
    verwacht = list(pakket.bestanden("codelijsten"))
    monkeypatch.setattr(pakket, "HIER", str(tmp_path / "geen map"))
    pakket.namen.cache_clear()
    assert list(pakket.bestanden("codelijsten")) == verwacht
