"""``python3 dev.py bewaak``: two commits compared in one run."""

import importlib
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from geboortezorg import Context, Oordeel, load, validate
from geboortezorg.model.context import Toetscontext

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
    (map_ / "ook.ndjson").write_text("{}\n" * 50, "utf-8")
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
    assert f"TOO SLOW: d.ndjson; the bound is {bewaak_.GRENS}" in capsys.readouterr().out
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
        "bewaak.instructies", lambda bron, *_: [100 if bron.parent.name == "0" else 120]
    )
    assert bewaak(map_, "een", "nauwelijks") == 1
    uit = capsys.readouterr().out
    assert "noise, so instructions are counted" in uit
    assert "1.200 times the instructions: 100 and 120" in uit


def test_een_vorm_is_te_traag(
    map_: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One shape that is too slow is enough, and is named; what is no noise is not counted."""
    vormen = {"a": Path("a"), "b": Path("b"), "c": Path("c")}
    monkeypatch.setattr("bewaak.schrijf_documenten", lambda *_: (Path("context"), vormen))
    monkeypatch.setattr(
        "bewaak.verhoudingen", lambda *_: [[1.1] * 7, [1.0, 1.0, 1.0, 2.0, 2.0, 2.0], [1.0] * 7]
    )
    geteld: list[list[Path]] = []

    def tel(bron: Path, _: Path, bestanden: list[Path]) -> list[int]:
        geteld.append(bestanden)
        return [100 if bron.parent.name == "0" else 116]

    monkeypatch.setattr("bewaak.instructies", tel)
    assert bewaak_.main(["een", "twee"], map_) == 1
    assert "TOO SLOW: b; the bound" in capsys.readouterr().out
    assert geteld == [[Path("b")]] * 2


def test_callgrind(map_: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Of the parts that callgrind tells, those between two marks are what judging takes."""
    nep = tmp_path / "valgrind"
    nep.write_text(
        "#!/bin/sh\nfor deel; do case $deel in --callgrind-out-file=*) uit=${deel#*=};; esac; done\n"
        'for n in 1 2 3 4; do echo "totals: ${n}000" > "$uit.$n"; done\n'
    )
    nep.chmod(0o755)
    monkeypatch.setattr("bewaak.shutil.which", lambda _: str(nep))
    gegeven = (map_ / "src", map_ / "geen", [map_ / "d.ndjson", map_ / "ook.ndjson"])
    assert bewaak_.instructies(*gegeven) == [2000, 4000]
    for stuk in ("exit 1", "exit 0"):
        nep.write_text(f"#!/bin/sh\n{stuk}\n")
        with pytest.raises(bewaak_.Bewaakfout, match="did not count"):
            bewaak_.instructies(*gegeven)


def test_callgrind_zelf(map_: Path) -> None:
    """Where it is installed, twice the work is about twice the instructions, for each file."""
    if shutil.which("valgrind") is None:
        pytest.skip("needs valgrind")
    bestanden = [map_ / "weinig.ndjson", map_ / "ook-weinig.ndjson"]
    for bestand in bestanden:
        bestand.write_text(
            "{}\n" * 3, "utf-8"
        )  # a document here costs fifty times as much as elsewhere
    bronnen = [bewaak_.pak_uit(map_, naam, map_ / f"cg-{naam}") for naam in ("een", "twee")]
    een, twee = (bewaak_.instructies(bron, map_ / "geen", bestanden) for bron in bronnen)
    assert all(1.8 < meer / minder < 2.2 for minder, meer in zip(een, twee, strict=True))


def test_documenten(tmp_path: Path) -> None:
    """There are documents of each shape, and a context in which they can be judged."""
    context, vormen = bewaak_.schrijf_documenten(tmp_path, 5)
    assert len(vormen) == 6
    gelezen = Context.uit_document(load(context.read_bytes(), Toetscontext))
    for pad in vormen.values():
        oordelen = [
            validate(tekstregel, context=gelezen).oordeel
            for tekstregel in pad.read_bytes().splitlines()
        ]
        assert len(oordelen) == 5
        assert set(oordelen) <= {Oordeel.AKKOORD, Oordeel.AFGEKEURD}
        assert Oordeel.AKKOORD in oordelen


def test_ruis() -> None:
    """One pair that went wrong is no noise; half of them is."""
    assert bewaak_.ruis([1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 9.0]) == 0
    assert bewaak_.ruis([1.0, 1.0, 1.0, 1.5, 1.5, 1.5]) > 0.1
