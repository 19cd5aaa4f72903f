"""``python3 dev.py bewaak``: two commits compared in one run."""

import importlib
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

WORTEL = Path(__file__).parents[1]
sys.path.append(str(WORTEL / "benchmarks"))
bewaak_: Any = importlib.import_module("bewaak")
GIT = shutil.which("git")
pytestmark = pytest.mark.skipif(GIT is None, reason="needs git")

STUB = "def validate(document, *, context):\n    return sum(range({}))\n"


def git(map_: Path, *argumenten: str) -> None:
    """Give a command of git."""
    wie = ("-c", "user.name=t", "-c", "user.email=t@example.org")
    opdracht = [str(GIT), "-C", str(map_), *wie, *argumenten]
    subprocess.run(opdracht, check=True, capture_output=True)  # noqa: S603


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with commits that cost 1, 1.05, 2 and nothing: the last cannot judge."""
    map_ = tmp_path_factory.mktemp("repo")
    pakket = map_ / "src" / "geboortezorg"
    pakket.mkdir(parents=True)
    git(map_, "init", "-q")
    for naam, kosten in (("een", 20_000), ("nauwelijks", 21_000), ("twee", 40_000), ("stuk", None)):
        tekst = STUB.format(kosten) if kosten else "raise ImportError\n"
        (pakket / "__init__.py").write_text(tekst, "utf-8")
        git(map_, "add", ".")
        git(map_, "commit", "-qm", naam)
        git(map_, "tag", naam)
    (map_ / "d.ndjson").write_text("{}\n" * 50, "utf-8")
    return map_


def bewaak(map_: Path, *argumenten: str) -> int:
    """Compare commits of the repository."""
    return int(
        bewaak_.main([*argumenten, "--documenten", str(map_ / "d.ndjson"), "--rondes", "7"], map_)
    )


def test_te_traag(
    map_: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twice the time is too slow, a little more is not; the other way round it is faster."""
    monkeypatch.setattr("bewaak.RUIS", 9.0)
    assert bewaak(map_, "een", "twee") == 1
    assert f"TOO SLOW: the bound is {bewaak_.GRENS}" in capsys.readouterr().out
    assert bewaak(map_, "twee", "een") == 0
    assert "fast enough" in capsys.readouterr().out


def test_wat_niet_te_zeggen_is(
    map_: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No such commit, one that cannot judge, or nothing to count with: 2, and it is said."""
    assert bewaak(map_, "een", "bestaat-niet") == 2
    assert "no commit here" in capfd.readouterr().err
    assert bewaak(map_, "een", "stuk") == 2
    assert "cannot judge" in capfd.readouterr().err
    monkeypatch.setattr("bewaak.shutil.which", lambda _: None)
    assert bewaak(map_, "een", "twee", "--instructies") == 2
    assert "VALGRIND WAS NOT FOUND" in capfd.readouterr().err


def test_ruis_wordt_geteld(
    map_: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the time of pairs differs too much, instructions are counted in its place."""
    monkeypatch.setattr("bewaak.RUIS", -1.0)
    monkeypatch.setattr(
        "bewaak.instructies", lambda bron, _: 100 if bron.parent.name == "0" else 120
    )
    assert bewaak(map_, "een", "nauwelijks") == 1
    uit = capsys.readouterr().out
    assert "that is noise" in uit
    assert "instructions: 100 and 120: 1.200 times" in uit


def test_callgrind(map_: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What callgrind says is read; the difference of two runs is what judging takes."""
    nep = tmp_path / "valgrind"
    nep.write_text('#!/bin/sh\nfor laatste; do :; done\necho "Collected : ${laatste}000" >&2\n')
    nep.chmod(0o755)
    monkeypatch.setattr("bewaak.shutil.which", lambda _: str(nep))
    assert bewaak_.instructies(map_ / "src", map_ / "d.ndjson") == 40_000
    nep.write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(bewaak_.Bewaakfout, match="did not count"):
        bewaak_.instructies(map_ / "src", map_ / "d.ndjson")


def test_ruis() -> None:
    """One pair that went wrong is no noise; half of them is."""
    assert bewaak_.ruis([1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 9.0]) == 0
    assert bewaak_.ruis([1.0, 1.0, 1.0, 1.5, 1.5, 1.5]) > 0.1
