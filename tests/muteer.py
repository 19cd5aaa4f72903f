"""Break the rules on purpose, one small change at a time, and see whether a test notices.

    python3 dev.py muteer [--aantal N] [--zaad S] [--alles] [--map FOLDER] [--tijd T]
                                   [--opnieuw] [PART OF A PATH ...]

Samples N changes (of a comparison, a bound, an `and`, a condition, a `continue`, an answer) in the
rules, the claim view, the computations and the lookups, runs against each the tests that run the
changed line, and lists the changes that no test noticed and that `tests/gelijkwaardig.toml` does
not explain. A change is only in the memory of the process that runs the tests. Which test runs
which line is measured once; that, and each answer, stands in a folder outside the project, so that
a run that was stopped goes on where it was. Takes an hour or more: name parts of paths to look at
one room, and give a time for a quick look. `--opnieuw` tries again what went unnoticed before.
"""

import argparse
import ast
import copy
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import inf
from pathlib import Path
from typing import NamedTuple, cast

import pytest
from coverage import CoverageData
from tests.mutant import EERST, Lus, op_volgorde

WORTEL = Path(__file__).resolve().parents[1]
BRON = WORTEL / "src" / "geboortezorg"
DOELEN = (
    "regels",
    "zorggeval",
    "berekening",
    *(f"tabellen/{naam}.py" for naam in ("antwoord", "index", "normen", "stapel", "tabellen")),
)
NIET = ("bronnen.py", "__init__.py")
TESTS = (
    "tests/regels",
    "tests/berekening",
    "tests/tabellen",
    "tests/zorggeval",
    "tests/test_scenarios.py",
    "tests/test_verslag.py",
    "tests/test_voorbeelden.py",
)
LAATST = ("tests/metamorf",)
"""The relations, tried last: not measured, for each of them runs nearly every line."""
RELATIE_SECONDEN = 0.1
"""What one of those may be taken to cost."""
ZONDER_TABELLEN = ("regels", "zorggeval", "berekening")
"""What is not yet run when the tests are collected, so that it can change after that."""
DEEL = 100
"""Changes that are tried together."""

_VERGELIJKINGEN: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_TEGENDEEL: dict[type[ast.AST], type[ast.AST]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.And: ast.Or,
    ast.Or: ast.And,
}
_CODE = re.compile("GZ-[A-Z]+-[0-9]{3}")
_UITKOMSTEN = {"VOLDAAN": "NIET_VAN_TOEPASSING", "NIET_VAN_TOEPASSING": "VOLDAAN"}
_KEUZES = ast.If | ast.IfExp | ast.While
_HEEFT_EIGEN = ast.Compare | ast.BoolOp | ast.UnaryOp
"""Conditions that are changed in another way."""


class Mutant(NamedTuple):
    """One change of one module."""

    pad: Path
    nummer: int
    """Which of the changes of the module it is."""
    tekstregel: int
    tekst: str
    """What stands on that line."""
    wat: str

    @property
    def naam(self) -> str:
        """The change, as it is written down."""
        return f"{self.pad.relative_to(WORTEL).as_posix()}:{self.tekstregel}: {self.wat}"

    @property
    def module(self) -> str:
        """The name of the module."""
        return ".".join(self.pad.relative_to(BRON.parent).with_suffix("").parts)


def _veranderingen(boom: ast.Module) -> Iterator[tuple[ast.AST, str, ast.AST]]:
    """Yield each node that can change, what changes, and the node that takes its place."""
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Compare):
            for plaats, vergelijking in enumerate(knoop.ops):
                nieuw = copy.deepcopy(knoop)
                nieuw.ops[plaats] = (anders := _VERGELIJKINGEN[type(vergelijking)])()
                yield knoop, f"{type(vergelijking).__name__} -> {anders.__name__}", nieuw
        elif isinstance(knoop, ast.BoolOp | ast.BinOp) and type(knoop.op) in _TEGENDEEL:
            kopie, ander = copy.deepcopy(knoop), _TEGENDEEL[type(knoop.op)]
            setattr(kopie, "op", ander())  # noqa: B010 - either class has it
            yield knoop, f"{type(knoop.op).__name__} -> {ander.__name__}", kopie
        elif isinstance(knoop, ast.UnaryOp) and isinstance(knoop.op, ast.Not):
            yield knoop, "not weg", knoop.operand
        elif isinstance(knoop, ast.Constant) and type(knoop.value) is int:
            yield knoop, f"{knoop.value} -> {knoop.value + 1}", ast.Constant(knoop.value + 1)
        elif isinstance(knoop, ast.Constant) and type(knoop.value) is bool:
            yield knoop, f"{knoop.value} -> {not knoop.value}", ast.Constant(not knoop.value)
        elif isinstance(knoop, ast.Continue):
            yield knoop, "continue -> break", ast.Break()
        elif isinstance(knoop, ast.Name) and knoop.id in _UITKOMSTEN:
            uitkomst = _UITKOMSTEN[knoop.id]
            yield knoop, f"{knoop.id} -> {uitkomst}", ast.Name(uitkomst, ast.Load())
        if isinstance(knoop, _KEUZES):
            voorwaarden = [knoop.test]
        else:
            voorwaarden = knoop.ifs if isinstance(knoop, ast.comprehension) else []
        for voorwaarde in voorwaarden:
            if not isinstance(voorwaarde, _HEEFT_EIGEN):
                yield voorwaarde, "not erbij", ast.UnaryOp(ast.Not(), copy.deepcopy(voorwaarde))


class _Zet(ast.NodeTransformer):
    def __init__(self, oud: ast.AST, nieuw: ast.AST) -> None:
        self.oud, self.nieuw = oud, nieuw

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self.oud:
            return ast.copy_location(self.nieuw, node)
        return self.generic_visit(node)


def mutanten(pad: Path) -> list[Mutant]:
    """Return every change of one module, outside its decorators."""
    tekst = pad.read_text("utf-8")
    boom, tekstregels = ast.parse(tekst), tekst.splitlines()
    versiering = {
        nummer
        for functie in ast.walk(boom)
        if isinstance(functie, ast.FunctionDef | ast.ClassDef)
        for deel in functie.decorator_list
        for nummer in range(deel.lineno, (deel.end_lineno or deel.lineno) + 1)
    }
    return [
        Mutant(pad, nummer, oud.lineno, tekstregels[oud.lineno - 1].strip(), wat)
        for nummer, (oud, wat, _) in enumerate(_veranderingen(boom))
        if isinstance(oud, ast.expr | ast.stmt) and oud.lineno not in versiering
    ]


def bomen(mutant: Mutant) -> tuple[ast.Module, ast.Module]:
    """Return a module as it is, and changed."""
    tekst = mutant.pad.read_text("utf-8")
    boom = ast.parse(tekst)
    oud, _, nieuw = list(_veranderingen(boom))[mutant.nummer]
    return ast.parse(tekst), ast.fix_missing_locations(
        cast("ast.Module", _Zet(oud, nieuw).visit(boom))
    )


def meet(map_: Path) -> None:
    """Write down which test runs which line, and how long it takes."""
    pakketten = ",".join(f"geboortezorg.{deel}" for deel in (*ZONDER_TABELLEN, "tabellen"))
    (map_ / "coveragerc").write_text(f"[run]\nsource_pkgs = {pakketten}\n", "utf-8")
    opdracht = [sys.executable, "-m", "tests.mutant", "--meet", str(map_), *TESTS]
    omgeving = os.environ | {"COVERAGE_FILE": str(map_ / "dekking"), "CI": "true"}
    subprocess.run(opdracht, cwd=WORTEL, env=omgeving, check=True)  # noqa: S603


class Dekking:
    """Which test runs which line of which module."""

    def __init__(self, map_: Path, lus: Lus, hooguit: float) -> None:
        self.hooguit = hooguit
        self.laatst = [item.nodeid for item in lus.items if item.nodeid.startswith(LAATST)]
        self.laatst.sort(key=lambda naam: hashlib.sha256(naam.encode()).digest())  # of every kind
        self.data = CoverageData(str(map_ / "dekking"))
        self.data.read()
        self.duur: dict[str, float] = json.loads((map_ / "duur.json").read_text("utf-8"))
        self.pad: Path | None = None
        self.per_tekstregel: dict[int, list[str]] = {}
        self.eerst: tuple[str, ...] = ()
        """What stands in the names of the tests of this module."""
        self.bij_import = False

    def tests(self, mutant: Mutant) -> Iterator[list[str]]:
        """Yield the cases that run a line, the other tests that do, and the relations over those cases.

        Of a line that runs when its module is imported it is the tests that run the module.
        """
        if mutant.pad != self.pad:
            self.pad = mutant.pad
            self.per_tekstregel = self.data.contexts_by_lineno(str(mutant.pad))
            codes = set(_CODE.findall(mutant.pad.read_text("utf-8")))
            self.eerst = (*codes, f"test_{mutant.pad.stem}.py")
        op_de_tekstregel = self.per_tekstregel.get(mutant.tekstregel, [])
        self.bij_import = "" in op_de_tekstregel
        if self.bij_import:
            op_de_tekstregel = [naam for namen in self.per_tekstregel.values() for naam in namen]
        namen = {naam.partition("|")[0] for naam in op_de_tekstregel} - {""}
        volgorde = op_volgorde(namen, self.duur, self.eerst)
        for gevallen in (True, False):  # each in its own time
            yield self._in_de_tijd(n for n in volgorde if n.startswith(EERST) is gevallen)
        genoemd = {naam.partition("[")[2].removesuffix("]") for naam in namen} - {""}
        erover = [
            relatie
            for relatie in self.laatst
            if "[" not in relatie or any(geval in relatie for geval in genoemd)
        ]
        erover.sort(key=lambda relatie: not any(deel in relatie for deel in self.eerst))
        yield self._in_de_tijd(erover)

    def _in_de_tijd(self, namen: Iterable[str]) -> list[str]:
        uit, bezig = [], 0.0
        for naam in namen:
            bezig += self.duur.get(naam, RELATIE_SECONDEN)
            if bezig > self.hooguit:
                break
            uit.append(naam)
        return uit


def in_nieuw_proces(mutant: Mutant, anders: ast.Module, tests: Sequence[str]) -> str:
    """Return whether a test fails when the changed module is imported in a process of its own."""
    with tempfile.TemporaryDirectory() as map_:
        bestand, opdracht = Path(map_) / "mutant_module.py", Path(map_) / "opdracht.json"
        bestand.write_text(ast.unparse(anders), "utf-8")
        gegeven = {
            "module": mutant.module,
            "bestand": str(bestand),
            "tests": tests,
        }
        opdracht.write_text(json.dumps(gegeven), "utf-8")
        gedaan = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "tests.mutant", str(opdracht)],
            cwd=WORTEL,
            env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            check=False,
        )
    # Without a test to run nothing was noticed.
    rustig = {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}
    return "" if gedaan.returncode in rustig else "(a process of its own)"


def proef(mutant: Mutant, lus: Lus, dekking: Dekking) -> str:
    """Return which test notices a change; empty when none does."""
    oud, nieuw = bomen(mutant)
    gewisseld = lus.wissels(mutant.module, oud, nieuw)
    later = mutant.pad.relative_to(BRON).parts[0] in ZONDER_TABELLEN
    gevallen, anders, relaties = dekking.tests(mutant)
    for tests in (gevallen, anders, relaties) if gewisseld else ():
        if antwoord := lus.faalt(gewisseld, tests):
            return antwoord
    if gewisseld and later and not dekking.bij_import:
        return ""
    return in_nieuw_proces(mutant, nieuw, [*anders, *gevallen])


def verklaard() -> Counter[tuple[str, str, str]]:
    """Return the changes that no test can notice: the path, what stands on the line, the change."""
    inhoud = tomllib.loads((WORTEL / "tests" / "gelijkwaardig.toml").read_text("utf-8"))
    return Counter((g["pad"], g["tekst"], g["wat"]) for g in inhoud["gelijkwaardig"])


def standaardmap() -> Path:
    """Return a folder that belongs to the source and the tests as they are now."""
    vinger = hashlib.sha256()
    for map_ in ("src", "tests", "gevallen", "schemas/0.1"):
        for pad in sorted((WORTEL / map_).rglob("*.*")):
            if pad.is_file() and pad.suffix in {".py", ".toml", ".json"}:
                vinger.update(pad.read_bytes())
    return Path(tempfile.gettempdir()) / f"geboortezorg-muteer-{vinger.hexdigest()[:16]}"


def _lot(zaad: int, mutant: Mutant, keer: int) -> bytes:
    pad = mutant.pad.relative_to(WORTEL).as_posix()
    return hashlib.sha256(f"{zaad} {pad} {mutant.tekst} {mutant.wat} {keer}".encode()).digest()


def kies(gekozen: argparse.Namespace) -> list[Mutant]:
    """Return the sample, in parts that are each random, and go module by module."""
    paden = sorted(
        pad
        for doel in DOELEN
        for pad in ([BRON / doel] if doel.endswith(".py") else (BRON / doel).rglob("*.py"))
        if pad.name not in NIET
        and (not gekozen.delen or any(deel in str(pad) for deel in gekozen.delen))
    )
    alle = [mutant for pad in paden for mutant in mutanten(pad)]
    # By what they are and not by their number: a change elsewhere leaves the sample as it was.
    gezien: Counter[bytes] = Counter()
    loten = {}
    for mutant in alle:
        lot = _lot(gekozen.zaad, mutant, 0)
        loten[mutant] = _lot(gekozen.zaad, mutant, gezien[lot])
        gezien[lot] += 1
    alle.sort(key=loten.__getitem__)
    uit = alle if gekozen.alles else alle[: gekozen.aantal]
    print(f"{len(uit)} of {len(alle)} changes", flush=True)  # noqa: T201
    return [
        mutant for deel in range(0, len(uit), DEEL) for mutant in sorted(uit[deel : deel + DEEL])
    ]


def main(argumenten: list[str]) -> int:
    """Try a sample of changes; 0 when at least 97% of them are noticed."""
    ontleder = argparse.ArgumentParser(prog="dev.py muteer")
    ontleder.add_argument("--aantal", type=int, default=600)
    ontleder.add_argument("--zaad", type=int, default=1)
    ontleder.add_argument("--alles", action="store_true")
    ontleder.add_argument("--map", type=Path)
    ontleder.add_argument("--opnieuw", action="store_true", help="try again what went unnoticed")
    ontleder.add_argument("--tijd", type=float, default=inf, help="seconds of tests for one change")
    ontleder.add_argument("delen", nargs="*")
    gekozen = ontleder.parse_args(argumenten)
    map_: Path = gekozen.map or standaardmap()
    map_.mkdir(parents=True, exist_ok=True)
    antwoorden = map_ / "antwoorden.json"
    gegeven: dict[str, str] = {}
    if antwoorden.is_file():
        gegeven = json.loads(antwoorden.read_text("utf-8"))
    if gekozen.opnieuw:
        gegeven = {naam: antwoord for naam, antwoord in gegeven.items() if antwoord}
    if gekozen.opnieuw or not (map_ / "duur.json").is_file():
        meet(map_)
    mutanten_ = kies(gekozen)

    def werk(lus: Lus) -> None:
        dekking = Dekking(map_, lus, gekozen.tijd)
        for nummer, mutant in enumerate(mutanten_, 1):
            sleutel = f"{mutant.naam} #{mutant.nummer}"
            if sleutel in gegeven:
                continue
            gegeven[sleutel] = proef(mutant, lus, dekking)
            antwoorden.write_text(json.dumps(gegeven, indent=0), "utf-8")
            if not gegeven[sleutel]:
                print(f"{mutant.naam}\n    {mutant.tekst}", flush=True)  # noqa: T201
            if nummer % 20 == 0:
                print(f"{nummer} tried", file=sys.stderr, flush=True)  # noqa: T201

    os.environ["CI"] = "true"
    opties = ["-p", "no:terminal", "-p", "no:cacheprovider"]
    if (code := pytest.main([*opties, *TESTS, *LAATST], plugins=[Lus(werk)])) != 0:
        return int(code)
    return verslag(mutanten_, gegeven)


def verslag(mutanten_: list[Mutant], gegeven: dict[str, str]) -> int:
    """Say how many changes were noticed, and which were not and are not explained."""
    bekend = verklaard()
    over = [m for m in mutanten_ if gegeven[f"{m.naam} #{m.nummer}"] == ""]
    onverklaard = []
    for mutant in over:
        sleutel = (mutant.pad.relative_to(WORTEL).as_posix(), mutant.tekst, mutant.wat)
        if bekend[sleutel]:
            bekend[sleutel] -= 1
        else:
            onverklaard.append(mutant)
    for mutant in onverklaard:
        print(f"not noticed: {mutant.naam}\n    {mutant.tekst}")  # noqa: T201
    aantal = len(mutanten_)
    print(  # noqa: T201
        f"{aantal - len(over)} of {aantal} changes were noticed; "
        f"{len(over) - len(onverklaard)} of the others are explained"
    )
    return 0 if len(over) <= aantal * 3 // 100 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
