"""dev.py: one command to set up, test and check."""

import importlib.util
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from geboortezorg.cli import main

WORTEL = Path(__file__).resolve().parent.parent


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return dev.py as a fresh module with its environment in a folder of this test."""
    monkeypatch.setenv("GEBOORTEZORG_VENV", str(tmp_path / "venv"))
    plan = importlib.util.spec_from_file_location("dev", WORTEL / "dev.py")
    assert plan is not None
    assert plan.loader is not None
    module = importlib.util.module_from_spec(plan)
    plan.loader.exec_module(module)
    return module


@pytest.fixture
def gegeven(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Return the list in which every command that would be run is noted."""
    lijst: list[list[str]] = []

    def run(opdracht: list[object], **_: Any) -> SimpleNamespace:
        lijst.append([str(deel) for deel in opdracht])
        return SimpleNamespace(returncode=0)

    def maak(plek: Path, **_: Any) -> None:
        plek.mkdir()
        lijst.append(["venv"])

    monkeypatch.setattr(dev.subprocess, "run", run)
    monkeypatch.setattr(dev.venv, "create", maak)
    return lijst


def test_een_groep_bevat_de_groepen_die_zij_noemt(dev: ModuleType) -> None:
    """The group `dev` holds the requirements of the groups that it includes."""
    alles = set(dev.eisen("dev"))
    assert alles >= set(dev.eisen("test")) | set(dev.eisen("docs")) | set(dev.eisen("lint"))
    assert any(eis.startswith("pytest>=") for eis in alles)


def test_opzetten_gebeurt_eenmaal(dev: ModuleType, gegeven: list[list[str]]) -> None:
    """A second run installs nothing; a group that is not there yet is added to what is there."""
    dev.zet_op()
    assert [opdracht[0] for opdracht in gegeven] == ["venv", str(dev.PYTHON)]
    dev.zet_op()
    assert len(gegeven) == 2
    dev.zet_op("test")
    assert len(gegeven) == 3
    assert set(dev.eisen("test")) < set(gegeven[2])
    dev.zet_op("test")
    dev.zet_op()
    assert len(gegeven) == 3


def test_een_andere_stand_zet_opnieuw_op(
    dev: ModuleType, gegeven: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a change of pyproject.toml or of the interpreter the environment is made anew."""
    dev.zet_op()
    merk = json.loads(dev.MERKTEKEN.read_text("utf-8"))
    dev.MERKTEKEN.write_text(json.dumps({**merk, "stand": "anders"}), "utf-8")
    monkeypatch.setattr(dev.venv, "create", lambda *_, **__: gegeven.append(["opnieuw"]))
    dev.zet_op()
    assert [opdracht[0] for opdracht in gegeven[2:]] == ["opnieuw", str(dev.PYTHON)]


@pytest.mark.parametrize(
    ("codes", "uitkomst"),
    [((0, 4, 1), 0), ((0, 4, 0), 1), ((1, 4, 1), 1), ((0, 0, 1), 1), ((0, 2, 1), 1)],
)
def test_voorbeelden_slagen_als_elke_map_klopt(
    dev: ModuleType,
    gegeven: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    codes: tuple[int, ...],
    uitkomst: int,
) -> None:
    """Only examples that each give what their folder promises make the command succeed."""
    volgende = iter(codes)
    monkeypatch.setattr(dev, "voer_uit", lambda *_: next(volgende))
    assert dev.main(["voorbeelden"]) == uitkomst


@pytest.mark.parametrize("argumenten", [[], ["onbekend"], ["zet-op", "teveel"]])
def test_verkeerd_gebruik_toont_de_uitleg(
    dev: ModuleType, capsys: pytest.CaptureFixture[str], argumenten: list[str]
) -> None:
    """Wrong usage shows the commands and ends with 2."""
    assert dev.main(argumenten) == 2
    assert "python3 dev.py test" in capsys.readouterr().out


def test_een_mislukte_controle_blijft_niet_onopgemerkt(
    dev: ModuleType,
    gegeven: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Every check runs, also after one that fails, and the failure is named and returned."""
    gedaan: list[str] = []

    def voer_uit(programma: str, *_: str) -> int:
        gedaan.append(programma)
        return int(programma == "mypy")

    monkeypatch.setattr(dev, "voer_uit", voer_uit)
    assert dev.main(["controle"]) == 1
    assert {"ruff", "mypy", "lint-imports", "sphinx-build", "python"} <= set(gedaan)
    assert "Failed: mypy" in capsys.readouterr().out


@pytest.fixture
def zonder_programmas(
    dev: ModuleType,
    gegeven: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Callable[[str], str]:
    """Return what a command says when it finds no program, and does nothing; then it finds all."""

    def zegt(opdracht: str) -> str:
        monkeypatch.setattr(dev.shutil, "which", lambda _: None)
        assert dev.main([opdracht]) == 2
        assert gegeven == []
        monkeypatch.setattr(dev.shutil, "which", lambda naam: f"/opt/{naam}")
        return capsys.readouterr().out

    return zegt


@pytest.mark.parametrize(("ci", "samen"), [("", ["-n", "auto"]), ("true", [])])
def test_test(
    dev: ModuleType,
    gegeven: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    ci: str,
    samen: list[str],
) -> None:
    """Every test runs, once: some without coverage, and the others with, which must be whole."""
    monkeypatch.setenv("CI", ci)
    assert all((WORTEL / plek).exists() for plek in dev.ZONDER_DEKKING)
    assert dev.main(["test"]) == 0
    zonder, met = gegeven[-2][3:], gegeven[-1][3:]
    assert zonder == [*dev.ZONDER_DEKKING, *samen]
    rest = [f"--ignore={plek}" for plek in dev.ZONDER_DEKKING]
    assert met == ["--cov", "-n", "auto", *rest]
    assert dev._pyproject()["tool"]["coverage"]["report"]["fail_under"] == 100
    assert dev._pyproject()["tool"]["coverage"]["run"]["branch"] is True
    assert dev.main(["test", "tests/cli", "-x"]) == 0
    assert gegeven[-1][3:] == ["tests/cli", "-x"]


@pytest.mark.parametrize("codes", [(1, 0), (0, 1), (0, 5)])
def test_test_die_mislukt(
    dev: ModuleType,
    gegeven: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    codes: tuple[int, int],
) -> None:
    """Either run that fails makes the command fail, and the other runs as well."""
    volgende = iter(codes)
    monkeypatch.setattr(dev, "voer_uit", lambda *_: next(volgende))
    assert dev.main(["test"]) == max(codes)
    assert next(volgende, None) is None


def test_compileren_elders(
    dev: ModuleType, gegeven: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is compiled in a folder of its own is compiled when it is used, not when installed."""
    for plek in (None, "/elders"):
        monkeypatch.setattr(dev.sys, "pycache_prefix", plek)
        dev.MERKTEKEN.unlink(missing_ok=True)
        monkeypatch.setattr(dev.venv, "create", lambda *_, **__: dev.OMGEVING.mkdir(exist_ok=True))
        dev.zet_op()
        assert ("--no-compile" in gegeven[-1]) == (plek is not None)


def test_andere_talen(
    dev: ModuleType,
    gegeven: list[list[str]],
    zonder_programmas: Callable[[str], str],
) -> None:
    """Without Node it fails and says so; with Node the locked packages come before the tests."""
    assert "Node 20" in zonder_programmas("andere-talen")
    assert dev.main(["andere-talen"]) == 0
    assert gegeven[-2][:2] == ["/opt/npm", "ci"]
    assert gegeven[-1][1:] == ["-m", "pytest", "-m", "andere_talen", "tests/js"]


def test_web(
    dev: ModuleType,
    gegeven: list[list[str]],
    zonder_programmas: Callable[[str], str],
) -> None:
    """Without Java it fails and says so; with it the frameworks are there before the tests."""
    assert "Java 17" in zonder_programmas("web")
    assert dev.main(["web"]) == 0
    assert any(deel.startswith("fastapi>=") for deel in gegeven[1])
    assert gegeven[-1][3:5] == ["-m", "web"]


def test_spark(
    dev: ModuleType,
    gegeven: list[list[str]],
    zonder_programmas: Callable[[str], str],
) -> None:
    """Without Java it fails and says so; with it Spark is there before the tests."""
    assert "Java 17" in zonder_programmas("spark")
    assert dev.main(["spark"]) == 0
    assert any(deel.startswith("pyspark>=") for deel in gegeven[1])
    assert gegeven[-1][3:5] == ["-m", "spark"]


def test_meet(dev: ModuleType, gegeven: list[list[str]]) -> None:
    """One command measures beside every target, with the peers there."""
    assert dev.main(["meet", "--alles"]) == 0
    assert any(deel.startswith("msgspec>=") for deel in gegeven[1])
    assert gegeven[-1][1:] == ["benchmarks/rapport.py", "--alles"]


def test_bewaak(dev: ModuleType, gegeven: list[list[str]]) -> None:
    """One command compares two commits, and passes on which."""
    assert dev.main(["bewaak", "main", "HEAD"]) == 0
    assert gegeven[-1][1:] == ["benchmarks/bewaak.py", "main", "HEAD"]


def test_site(
    dev: ModuleType,
    gegeven: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    zonder_programmas: Callable[[str], str],
) -> None:
    """Without Chromium it fails and says so; with it the docs are built before the tests."""
    assert "Chromium" in zonder_programmas("site")
    monkeypatch.setattr(dev, "met_npm", lambda **_: None)
    assert dev.main(["site"]) == 2
    assert "Node 20" in capsys.readouterr().out
    monkeypatch.setattr(dev, "met_npm", lambda **_: "node")
    assert dev.main(["site"]) == 0
    assert any(deel.startswith("playwright>=") for deel in gegeven[1])
    assert "sphinx-build" in gegeven[-3][0]
    assert gegeven[-2][1:] == ["docs/_ext/proberen.py"]
    assert gegeven[-1][3:5] == ["-m", "site"]


def test_latere_jaren(dev: ModuleType, gegeven: list[list[str]]) -> None:
    """One command runs the tests with tables of later years."""
    assert dev.main(["latere-jaren"]) == 0
    assert gegeven[-1][3:5] == ["-m", "latere_jaren"]


def test_bijwerken(
    dev: ModuleType,
    gegeven: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One command makes everything, or checks it; without Node it says what it left alone."""
    monkeypatch.setattr(dev, "zet_op", lambda _: None)
    monkeypatch.setattr(dev.shutil, "which", lambda naam: f"/opt/{naam}")
    assert dev.main(["bijwerken"]) == 0
    alles = [" ".join(opdracht[1:]) for opdracht in gegeven]
    alles = [opdracht for opdracht in alles if not opdracht.startswith("ci ")]
    assert alles == [
        "-m geboortezorg.uitgave.omtrekken",
        "-m geboortezorg.uitgave.opname --hiaten",
        "-m geboortezorg.uitgave.vullers",
        "-m geboortezorg.uitgave.gelezen",
        "-m geboortezorg.uitgave",
        "docs/_ext/gemaakt.py",
        "tests/js/types.mjs",
    ]
    gegeven.clear()
    assert dev.main(["opnemen", "GZ-KIND-001"]) == 0
    assert gegeven[0][-1] == "geboortezorg.uitgave.omtrekken"
    assert gegeven[1][1:] == ["-m", "geboortezorg.uitgave.opname", "GZ-KIND-001"]
    assert gegeven[-1][1:] == ["tests/js/types.mjs"]
    gegeven.clear()
    monkeypatch.setattr(dev.shutil, "which", lambda _: None)
    assert dev.main(["bijwerken", "--controle"]) == 0
    assert [opdracht[-1] for opdracht in gegeven] == ["--controle"] * 5
    assert "schemas/typescript WAS NOT LOOKED AT" in capsys.readouterr().out
    assert dev.main(["zet-op", "--controle"]) == 2


def test_opzetten_dat_mislukt_geeft_een_boodschap(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A failing installation ends with 2 and a sentence, not with a traceback."""

    def mislukt(*_: object) -> None:
        raise subprocess.CalledProcessError(3, "pip")

    monkeypatch.setattr(dev, "zet_op", mislukt)
    assert dev.main(["test"]) == 2
    assert "exit code 3" in capsys.readouterr().out


def test_een_oude_python_krijgt_een_boodschap(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Under Python 3.10 the command says what it needs."""
    monkeypatch.setattr(sys, "version_info", (3, 10, 0))
    assert dev.main(["test"]) == 2
    assert "Python 3.11" in capsys.readouterr().out


def test_voorbeelden_geven_hun_code(dev: ModuleType) -> None:
    """Each folder of examples ends the command with the code that the main job expects of it."""
    for naam, (_, verwacht) in dev.VOORBEELDEN.items():
        assert main(["validate", str(dev.WORTEL / "voorbeelden" / naam)]) == verwacht
