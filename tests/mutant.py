"""Plugins for pytest that run tests against changed modules: see ``tests/muteer.py``."""

import ast
import functools
import gc
import importlib.util
import json
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from itertools import zip_longest
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest

EERST = "tests/regels/test_gevallen.py"
"""The published cases: each is quick, and says most."""


HOOGUIT = 60
"""Seconds that one test may take; a change may make it run without end."""
GEHEUGEN = 3 * 1024**3
"""Bytes that the process of one change may take; a change may make it grow without end."""


def begrens() -> None:
    """Let this process not take more memory than it may."""
    resource.setrlimit(resource.RLIMIT_AS, (GEHEUGEN, GEHEUGEN))


class Vinder(MetaPathFinder):
    """Finds one changed module in another file, and leaves all others to the ordinary finders."""

    def __init__(self, naam: str, bestand: str) -> None:
        self.naam, self.bestand = naam, bestand

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return where the changed module stands."""
        if fullname != self.naam:
            return None
        return importlib.util.spec_from_file_location(fullname, self.bestand)


def op_volgorde(
    tests: Iterable[str], duur: dict[str, float], codes: Sequence[str] = ()
) -> list[str]:
    """Return the tests: cases of these rules, other published cases, and then the quick first."""
    return sorted(
        tests,
        key=lambda test: (
            not test.startswith(EERST),
            not any(code in test for code in codes),
            duur.get(test, 0),
        ),
    )


def alleen(items: list[pytest.Item], tests: Sequence[str]) -> list[pytest.Item]:
    """Return the collected items that are asked for, in the order in which they are asked."""
    per_naam = {item.nodeid: item for item in items}
    return [per_naam[test] for test in tests if test in per_naam]


class Keus:
    """Keeps the tests that a file names, in its order."""

    def __init__(self, tests: Sequence[str]) -> None:
        self.tests = tests

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out all other tests."""
        items[:] = alleen(items, self.tests)

    def pytest_runtest_setup(self) -> None:
        """Give each test its time."""
        signal.alarm(HOOGUIT)


_BIBLIOTHEEK = tuple(f"geboortezorg.{deel}" for deel in ("regels", "zorggeval", "berekening"))


def geheugens(*modules: str) -> Iterator[Any]:
    """Yield the functions of some modules that remember what they answered."""
    for ding in gc.get_objects():
        if isinstance(ding, functools._lru_cache_wrapper) and ding.__module__.startswith(modules):
            yield ding


class Duur:
    """Writes how long each test took, and lets none use what another computed.

    A line that fills a memory would else be run by the first test only.
    """

    def __init__(self, uit: Path) -> None:
        self.uit, self.duur = uit, dict[str, float]()
        self.geheugens: list[Any] = []

    def pytest_collection_finish(self) -> None:
        """Find what the library remembers."""
        self.geheugens = list(geheugens(*_BIBLIOTHEEK))

    def pytest_runtest_setup(self) -> None:
        """Forget it."""
        for geheugen in self.geheugens:
            geheugen.cache_clear()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add the time of one part of a test."""
        self.duur[report.nodeid] = self.duur.get(report.nodeid, 0) + report.duration

    def pytest_sessionfinish(self) -> None:
        """Write them."""
        self.uit.write_text(json.dumps(self.duur), "utf-8")


Sleutel = tuple[str, int]
Wissel = Callable[[], object]
"""Puts one function or one value of a module in the place of what is there."""


def _codes(code: CodeType) -> Iterator[tuple[Sleutel, CodeType]]:
    for deel in code.co_consts:
        if isinstance(deel, CodeType):
            yield (deel.co_qualname, deel.co_firstlineno), deel
            yield from _codes(deel)


def _waarden(module: str, oud: ast.Module, nieuw: ast.Module) -> list[Wissel]:
    """Return what gives a changed constant of a module its value, wherever it was imported."""
    zinnen = zip(oud.body, nieuw.body, strict=True)
    (anders,) = (zin for was, zin in zinnen if ast.dump(was) != ast.dump(zin))
    if not (isinstance(anders, ast.AnnAssign) and isinstance(anders.target, ast.Name)):
        return []
    naam = anders.target.id
    eigen = vars(sys.modules[module])
    code = compile(ast.Expression(anders.value or ast.Constant(None)), module, "eval")
    try:
        waarde = FunctionType(code, dict(eigen))()
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return []  # in a process of its own it will fail too
    return [
        functools.partial(vars(ander).__setitem__, naam, waarde)
        for ander in list(sys.modules.values())
        if vars(ander).get(naam, ander) is eigen[naam]
    ]


class Lus:
    """Collects the tests, and then runs `werk` in the place of the tests."""

    def __init__(self, werk: Callable[["Lus"], None]) -> None:
        self.werk = werk
        self.items: list[pytest.Item] = []
        self.sessie: Any = None
        self.functies: dict[str, list[FunctionType]] = {}
        self.geheugens: list[Any] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Take the place of the ordinary loop."""
        self.sessie, self.items = session, list(session.items)
        for ding in gc.get_objects():
            if isinstance(ding, FunctionType):
                # Not `__module__`: a function that wraps another takes that of the other.
                self.functies.setdefault(ding.__globals__.get("__name__", ""), []).append(ding)
        self.geheugens = list(geheugens("tests.", *_BIBLIOTHEEK))
        gc.freeze()
        self.werk(self)
        return True

    def wissels(self, module: str, oud: ast.Module, nieuw: ast.Module) -> list[Wissel]:
        """Return what puts a change of a module in place, in a process that has imported it.

        Empty when it is not sure where the change must go.
        """
        return self._functies(module, oud, nieuw) or _waarden(module, oud, nieuw)

    def _functies(self, module: str, oud: ast.Module, nieuw: ast.Module) -> list[Wissel]:
        oude, nieuwe = (list(_codes(compile(boom, module, "exec"))) for boom in (oud, nieuw))
        anders = {
            sleutel: code
            for (sleutel, code), (_, vroeger) in zip(nieuwe, oude, strict=True)
            if code != vroeger
        }
        namen = [sleutel for sleutel, _ in nieuwe]
        if any(namen.count(sleutel) > 1 for sleutel in anders):
            return []
        return [
            functools.partial(setattr, functie, "__code__", anders[sleutel])
            for functie in self.functies.get(module, ())
            if (sleutel := (functie.__code__.co_qualname, functie.__code__.co_firstlineno))
            in anders
        ]

    def faalt(self, gewisseld: Sequence[Wissel], tests: Sequence[str]) -> str:
        """Return which test fails, in a copy of this process, once a change is in its place.

        Empty when none does; a test that runs or grows without end counts as failed.
        """
        lezen, schrijven = os.pipe()
        kind = os.fork()
        if kind == 0:
            antwoord = "(stopped)"
            try:
                os.close(lezen)
                begrens()
                nergens = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nergens, 1)
                os.dup2(nergens, 2)
                for wissel in gewisseld:
                    wissel()
                for geheugen in self.geheugens:  # what was computed before the change
                    geheugen.cache_clear()
                antwoord = self._eerste(alleen(self.items, tests))
            finally:
                os.write(schrijven, antwoord.encode())
                os._exit(0)
        os.close(schrijven)
        with os.fdopen(lezen, "rb") as pijp:
            antwoord = pijp.read().decode()
        _, status = os.waitpid(kind, 0)
        return "(too long)" if os.WIFSIGNALED(status) else antwoord

    def _eerste(self, gekozen: Sequence[pytest.Item]) -> str:
        """Run tests until one fails, and return which; empty when none does."""
        for item, volgende in zip_longest(gekozen, gekozen[1:]):
            signal.alarm(HOOGUIT)
            item.ihook.pytest_runtest_protocol(item=item, nextitem=volgende)
            if self.sessie.testsfailed:
                return item.nodeid
        return ""


def los(opdracht: Path) -> int:
    """Run the tests that a file names, in a new process, against the module that it names."""
    gegeven = json.loads(opdracht.read_text("utf-8"))
    sys.meta_path.insert(0, Vinder(gegeven["module"], gegeven["bestand"]))
    begrens()
    mappen = sorted({test.partition("::")[0] for test in gegeven["tests"]})
    return int(
        pytest.main(
            ["-x", "-q", "-p", "no:cacheprovider", *mappen], plugins=[Keus(gegeven["tests"])]
        )
    )


def meet(map_: Path, *tests: str) -> int:
    """Write down which test runs which line of the library, and how long each test takes."""
    opties = ["--cov", "--cov-context=test", "--cov-report=", "--cov-fail-under=0"]
    return int(
        pytest.main(
            [
                "-q",
                "-p",
                "no:cacheprovider",
                f"--cov-config={map_ / 'coveragerc'}",
                *opties,
                *tests,
            ],
            plugins=[Duur(map_ / "duur.json")],
        )
    )


if __name__ == "__main__":
    if sys.argv[1] == "--meet":
        sys.exit(meet(Path(sys.argv[2]), *sys.argv[3:]))
    sys.exit(los(Path(sys.argv[1])))
