"""How the house is kept: the bounds that hold for every file, whatever stands in it."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parent.parent
MAX_TEKSTREGELS = 400
STIL = re.compile(r"#\s*(type:\s*ignore|mypy:|pylint|pyright|pragma|nosec|isort:|ruff:|flake8)")
"""Comments that make a checker look away."""

NOQA = re.compile(r"#\s*noqa\b:?\s*(?P<codes>[A-Z0-9, ]*)")
WAAROM = {
    "A001": "`format` of an identifier is called as in python-stdnum",
    "B010": "a test sets on a frozen object what may not be set",
    "B018": "a test asks for an attribute only to see the refusal",
    "BLE001": "what work in another process raises is raised where its answer is asked for",
    "N802": "a property stands for a constant that other modules have",
    "PLC0415": "an import that costs time, made only by those who ask",
    "PLE0704": "an exception is raised again by a helper inside its handler",
    "PTH208": "a test lists a folder as the code under test does",
    "S102": "the text that is run comes from our own classes only",
    "S301": "a test unpickles what it pickled",
    "S311": "chance that needs no secrecy",
    "S603": "a program of our own is run",
    "T201": "a command prints",
    "UP036": "the one file that an old Python may run",
}
"""Why a rule of ruff may be set aside on a line; no other may be."""


def bestanden() -> Iterator[Path]:
    """Yield every file with code of ours."""
    for map_ in ("src", "tests", "docs", "benchmarks"):
        for pad in sorted((WORTEL / map_).rglob("*.py")):
            if not {"node_modules", "_build"} & set(pad.parts):
                yield pad
    yield WORTEL / "dev.py"


def opmerkingen(pad: Path) -> Iterator[str]:
    """Yield every comment of a file."""
    for teken in tokenize.generate_tokens(io.StringIO(pad.read_text("utf-8")).readline):
        if teken.type == tokenize.COMMENT:
            yield teken.string


@pytest.mark.skipif(not (WORTEL / "src").exists(), reason="needs the source")
def test_geen_bestand_is_te_lang() -> None:
    """A file that needs more lines holds two subjects."""
    lang = {
        str(pad.relative_to(WORTEL))
        for pad in bestanden()
        if pad.read_text("utf-8").count("\n") > MAX_TEKSTREGELS
    }
    assert lang == set()


@pytest.mark.skipif(not (WORTEL / "src").exists(), reason="needs the source")
def test_niets_legt_een_controle_het_zwijgen_op() -> None:
    """What a checker says is mended; what ruff may let pass stands in a short list with its reason.

    Nothing in the settings looks away either: no import is left out of the layers.
    """
    fout = []
    for pad in bestanden():
        for opmerking in opmerkingen(pad):
            noqa = NOQA.search(opmerking)
            codes = set(re.findall(r"[A-Z]+[0-9]+", noqa["codes"])) if noqa else set()
            if STIL.search(opmerking) or (noqa and (not codes or codes - set(WAAROM))):
                fout.append(f"{pad.relative_to(WORTEL)}: {opmerking}")
    assert fout == []
    instellingen = (WORTEL / "pyproject.toml").read_text("utf-8")
    assert "ignore_imports" not in instellingen
    assert "ignore_errors" not in instellingen


GEEN_WET = {
    20: "messages that are shown at once",
    24: "hours in a day",
    60: "minutes in an hour",
    365: "days in the shortest year",
    1440: "minutes in a day",
    1970: "where a count of minutes begins",
    1024: "answers that are kept",
    4096: "answers that are kept",
    28: "week in the name of a code of the kernset",
    37: "week in the name of a code of the kernset",
    50: "week after which nobody is pregnant, in the window of such a code",
    42: "six weeks, in the name of a code of the kernset",
    49: "hours in the name of a group of an indicator",
    100: "most items of a published list",
    500: "most characters of a published text",
    1000: "most rules in the catalogue",
}
"""Numbers from 13 on that rules and computations may have in their code: none is of a law."""


@pytest.mark.skipif(not (WORTEL / "src").exists(), reason="needs the source")
@pytest.mark.parametrize("map_", ["regels", "berekening", "zorggeval"])
def test_geen_wet_staat_in_de_code(map_: str) -> None:
    """Dates, amounts and bounds of a law stand in dated tables, with their source.

    What somebody adds here belongs in ``tabellen/data``; a number that is no law is explained.
    """
    fout = []
    for pad in sorted((WORTEL / "src" / "geboortezorg" / map_).rglob("*.py")):
        for knoop in ast.walk(ast.parse(pad.read_text("utf-8"))):
            plek = f"{pad.name}:{getattr(knoop, 'lineno', 0)}"
            delen = knoop.args if isinstance(knoop, ast.Call) else []
            vast = bool(delen) and all(isinstance(deel, ast.Constant) for deel in delen)
            if vast and ast.unparse(knoop).startswith(("date(", "dt.date(")):
                fout.append(f"{plek}: a date")
            getal = knoop.value if isinstance(knoop, ast.Constant) else None
            if type(getal) is int and getal > 12 and getal not in GEEN_WET:
                fout.append(f"{plek}: {getal}")
    assert fout == []


ANDERE_WOORDEN = re.compile(
    r"[Dd]eclaratieregels?|splitlines|readlines?|readline|split\('(\\r)?\\n'\)|Koppelrij"
)
"""What gives lines of a declaratie, of a text or of a mapping, and so no rules."""


def gegeven(boom: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Yield what gets a name, and the code that says what it is."""
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.For | ast.AsyncFor | ast.comprehension):
            yield knoop.target, ast.unparse(knoop.iter)
        elif isinstance(knoop, ast.Assign):
            yield from ((doel, ast.unparse(knoop.value)) for doel in knoop.targets)
        elif isinstance(knoop, ast.AnnAssign):
            yield knoop.target, ast.unparse(knoop.annotation)
        elif isinstance(knoop, ast.arg) and knoop.annotation is not None:
            yield knoop, ast.unparse(knoop.annotation)


def regelnamen(tekst: str) -> Iterator[str]:
    """Yield the names with the word of a rule that stand for something else."""
    for doel, bron in gegeven(ast.parse(tekst)):
        namen = {getattr(k, "id", getattr(k, "arg", "")) for k in ast.walk(doel)}
        for naam in sorted(namen):
            if {"regel", "regels"} & set(naam.lower().split("_")) and ANDERE_WOORDEN.search(bron):
                yield naam


@pytest.mark.parametrize(
    "tekst",
    [
        "for regel in declaratie.declaratieregels: pass",
        "x = [regels for regels in tekst.splitlines()]",
        "regels = pad.read_text().split('\\n')",
        "def f(een_regel: Declaratieregel) -> None: pass",
        "REGELS: tuple[Koppelrij, ...] = ()",
    ],
)
def test_een_regel_die_geen_regel_is_wordt_gezien(tekst: str) -> None:
    """Each way in which a name can say `regel` of something else is seen."""
    assert len(list(regelnamen(tekst))) == 1


@pytest.mark.skipif(not (WORTEL / "src").exists(), reason="needs the source")
def test_een_regel_is_een_regel() -> None:
    """`regel` is a rule: a line of a declaratie is a `declaratieregel`, one of a text a `tekstregel`."""
    fout = {str(p.relative_to(WORTEL)): list(regelnamen(p.read_text("utf-8"))) for p in bestanden()}
    assert {pad: namen for pad, namen in fout.items() if namen} == {}
