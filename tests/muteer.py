"""Break the rules on purpose, one small change at a time, and see whether a test notices.

    python3 dev.py muteer [--aantal N] [--zaad S] [--alles] [PART OF A PATH ...]

Samples N changes (of a comparison, a bound, an `and`, a `not`, a `continue`, an answer) in the
rules, the claim view, the computations and the lookups, runs the tests against each, and lists the
changes that no test noticed. A change is only in the memory of the process that runs the tests.
Takes hours for a whole sample; name parts of paths to look at one room.
"""

import argparse
import ast
import copy
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

WORTEL = Path(__file__).resolve().parents[1]
BRON = WORTEL / "src" / "geboortezorg"
DOELEN = ("regels", "zorggeval", "berekening", "tabellen/opzoeken.py", "tabellen/index.py")
NIET = ("bronnen.py", "__init__.py")
TESTS = (
    ("tests/regels/test_gevallen.py",),
    ("tests/regels", "tests/berekening", "tests/metamorf", "tests/tabellen"),
)
"""What is run against a change, the quick part first."""

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
_UITKOMSTEN = {"VOLDAAN": "NIET_VAN_TOEPASSING", "NIET_VAN_TOEPASSING": "VOLDAAN"}


class Mutant(NamedTuple):
    """One changed module."""

    pad: Path
    tekstregel: int
    wat: str
    tekst: str


def _veranderingen(boom: ast.Module) -> Iterator[tuple[ast.AST, str, ast.AST]]:
    """Yield each node that can change, what changes, and the node that takes its place."""
    for knoop in ast.walk(boom):
        nieuw = copy.deepcopy(knoop)
        if isinstance(knoop, ast.Compare) and isinstance(nieuw, ast.Compare):
            vergelijking = _VERGELIJKINGEN[type(knoop.ops[0])]
            nieuw.ops[0] = vergelijking()
            yield knoop, f"{type(knoop.ops[0]).__name__} -> {vergelijking.__name__}", nieuw
        elif isinstance(knoop, ast.BoolOp | ast.BinOp) and type(knoop.op) in _TEGENDEEL:
            ander = _TEGENDEEL[type(knoop.op)]
            setattr(nieuw, "op", ander())  # noqa: B010 - either class has it
            yield knoop, f"{type(knoop.op).__name__} -> {ander.__name__}", nieuw
        elif isinstance(knoop, ast.UnaryOp) and isinstance(knoop.op, ast.Not):
            yield knoop, "not weg", knoop.operand
        elif isinstance(knoop, ast.Constant) and type(knoop.value) is int:
            yield knoop, f"{knoop.value} -> {knoop.value + 1}", ast.Constant(knoop.value + 1)
        elif isinstance(knoop, ast.Continue):
            yield knoop, "continue -> break", ast.Break()
        elif isinstance(knoop, ast.Name) and knoop.id in _UITKOMSTEN:
            ander_ = _UITKOMSTEN[knoop.id]
            yield knoop, f"{knoop.id} -> {ander_}", ast.Name(ander_, ast.Load())


class _Zet(ast.NodeTransformer):
    def __init__(self, oud: ast.AST, nieuw: ast.AST) -> None:
        self.oud, self.nieuw = oud, nieuw

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self.oud:
            return ast.copy_location(self.nieuw, node)
        return self.generic_visit(node)


def mutanten(pad: Path) -> list[Mutant]:
    """Return every change of one module, outside its decorators and docstrings."""
    tekst = pad.read_text("utf-8")
    aantal = len(list(_veranderingen(ast.parse(tekst))))
    uit = []
    for nummer in range(aantal):
        boom = ast.parse(tekst)
        oud, wat, nieuw = list(_veranderingen(boom))[nummer]
        regel = getattr(oud, "lineno", 0)
        if any(
            d.lineno <= regel <= (d.end_lineno or d.lineno)
            for f in ast.walk(boom)
            if isinstance(f, ast.FunctionDef)
            for d in f.decorator_list
        ):
            continue
        anders = ast.unparse(ast.fix_missing_locations(_Zet(oud, nieuw).visit(boom)))
        uit.append(Mutant(pad, regel, wat, anders))
    return uit


def overleeft(mutant: Mutant) -> bool:
    """Say whether every test passes on a change."""
    module = ".".join(mutant.pad.relative_to(BRON.parent).with_suffix("").parts)
    with tempfile.TemporaryDirectory() as map_:
        bestand = Path(map_) / "mutant.py"
        bestand.write_text(mutant.tekst, "utf-8")
        omgeving = os.environ | {
            "GEBOORTEZORG_MUTANT": f"{module}={bestand}",
            "PYTHONDONTWRITEBYTECODE": "1",
            "CI": "true",
        }
        for tests in TESTS:
            opdracht = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
            gedaan = subprocess.run(  # noqa: S603
                [*opdracht, "-p", "tests.mutant", *tests],
                cwd=WORTEL,
                env=omgeving,
                capture_output=True,
                check=False,
            )
            if gedaan.returncode:
                return False
    return True


def main(argumenten: list[str]) -> int:
    """Try a sample of changes; 0 when at least 97% of them are noticed."""
    ontleder = argparse.ArgumentParser(prog="dev.py muteer")
    ontleder.add_argument("--aantal", type=int, default=600)
    ontleder.add_argument("--zaad", type=int, default=1)
    ontleder.add_argument("--alles", action="store_true")
    ontleder.add_argument("delen", nargs="*")
    gekozen = ontleder.parse_args(argumenten)
    paden = sorted(
        pad
        for doel in DOELEN
        for pad in ([BRON / doel] if doel.endswith(".py") else (BRON / doel).rglob("*.py"))
        if pad.name not in NIET and all(deel in str(pad) for deel in gekozen.delen)
    )
    alle = [mutant for pad in paden for mutant in mutanten(pad)]
    keus = random.Random(gekozen.zaad)  # noqa: S311 - a sample, not a secret
    proef = alle if gekozen.alles else keus.sample(alle, min(gekozen.aantal, len(alle)))
    over = 0
    for nummer, mutant in enumerate(proef, 1):
        if overleeft(mutant):
            over += 1
            plek = f"{mutant.pad.relative_to(WORTEL)}:{mutant.tekstregel}"
            print(f"{plek}: {mutant.wat}", flush=True)  # noqa: T201
        if nummer % 20 == 0:
            print(f"{nummer} tried, {over} not noticed", file=sys.stderr, flush=True)  # noqa: T201
    print(f"{len(proef) - over} of {len(proef)} changes were noticed")  # noqa: T201
    return 0 if over <= len(proef) * 3 // 100 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
