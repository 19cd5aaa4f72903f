"""Every example on a page of the documentation is run, in the order in which a reader does."""

import contextlib
import doctest
import io
import json
import os
import re
import shlex
import shutil
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

from geboortezorg import cli
from geboortezorg.cli.ontleder import ontleder

WORTEL = Path(__file__).resolve().parent.parent
BLADZIJDEN = sorted(
    pad
    for pad in [*WORTEL.glob("*.md"), *(WORTEL / "docs").rglob("*.md")]
    if not {"naslag", "_build"} & set(pad.parts)
)
WEB = WORTEL / "docs" / "how-to" / "web"
"""Pages that need a framework."""
SPARK = WORTEL / "docs" / "how-to" / "spark.md"
GELIJK = doctest.OutputChecker().check_output


class Blok(NamedTuple):
    """One fenced block of a page."""

    taal: str
    bestand: str | None
    inhoud: str


def blokken(tekst: str) -> Iterator[Blok]:
    """Return the fenced blocks of a page; one with a caption is a file of that name."""
    for vondst in re.finditer(r"^(`{3,})([^\n`]*)\n(.*?)^\1$", tekst, re.MULTILINE | re.DOTALL):
        taal, inhoud = vondst[2].replace("{code-block}", "").strip(), vondst[3]
        opschrift = re.match(r":caption: (\S+)\n\n?", inhoud)
        if opschrift:
            inhoud = inhoud[opschrift.end() :]
        yield Blok(taal, opschrift[1] if opschrift else None, inhoud)


VERZONNEN = {"uur": 6500, "inschrijving": 1600, "thuis": 11_000, "telefonisch": 4600}
"""Made-up amounts, by how the name of a prestatie ends."""


def vul_in(sjabloon: Path) -> None:
    """Fill in a template as a reader would, whatever was filled in already."""
    tekst = sjabloon.read_text("utf-8").replace('verificatie = "?"', 'verificatie = "officieel"')
    tekst = tekst.replace('titel = "?"', 'titel = "Verzonnen bedragen"')
    delen = tekst.split("\n\n")
    for nummer, deel in enumerate(delen):
        naam = re.search('^prestatie_id = "(?:.*-)?(.*)"', deel, re.MULTILINE)
        bedrag = VERZONNEN.get(naam[1], 7600) if naam else 0
        delen[nummer] = re.sub("(?m)^(bedrag_eurocent =).*", rf"\1 {bedrag}", deel)
    sjabloon.write_text("\n\n".join(delen), "utf-8")


@pytest.mark.parametrize("pad", BLADZIJDEN, ids=lambda pad: str(pad.relative_to(WORTEL)))
def test_elke_tabel_is_heel(pad: Path) -> None:
    """Every table begins with its titles: after an empty line its rows would be plain text."""
    zonder_blokken = re.sub(r"(?ms)^(`{3,}).*?^\1$", "", pad.read_text("utf-8"))
    for tabel in re.findall(r"(?m)(?:^\|.*\n)+", zonder_blokken):
        assert re.match(r".*\n\|[ :|-]+\n", tabel), tabel


def test_elke_opdracht_staat_op_haar_bladzijde() -> None:
    """The page on the command line names every command."""
    bladzijde = (WORTEL / "docs/how-to/opdrachtregel.md").read_text("utf-8")
    (keuze,) = (deel for deel in ontleder()._actions if isinstance(deel.choices, dict))
    assert keuze.choices
    genoemd = set(re.findall(r"(?m)^\| `geboortezorg ([a-z]+)", bladzijde))
    assert genoemd == set(keuze.choices)


class Lezer:
    """A reader who tries everything on a page, in one folder and one Python session."""

    def __init__(self) -> None:
        self.module = ModuleType("bladzijde")
        self.uitvoer = ""
        self.code = 0

    def volg(self, blok: Blok) -> None:
        """Do what a block says, and compare what it shows with what happens."""
        if blok.bestand is not None:
            Path(blok.bestand).parent.mkdir(parents=True, exist_ok=True)
            Path(blok.bestand).write_text(blok.inhoud, "utf-8")
        if blok.taal == "python":
            uit = io.StringIO()
            with contextlib.redirect_stdout(uit):
                exec(compile(blok.inhoud, "bladzijde", "exec"), vars(self.module))  # noqa: S102
            self.uitvoer = uit.getvalue()
        elif blok.taal == "text":
            if blok.bestand is None:
                self.vergelijk(blok.inhoud)
        elif blok.taal == "console":
            for deel in re.split(r"^\$ ", blok.inhoud, flags=re.MULTILINE)[1:]:
                opdracht, _, verwacht = deel.partition("\n")
                self.geef(shlex.split(opdracht, comments=True))
                if verwacht.strip():
                    self.vergelijk(verwacht)
        elif blok.taal == "json":
            json.loads(blok.inhoud)
        elif blok.taal == "toml":
            tomllib.loads(blok.inhoud)
        elif blok.taal not in {"diff", "java", "javascript", "yaml"}:  # see tests/js, tests/web
            assert blok.taal.startswith("{"), f"unknown kind of block: {blok.taal}"

    def geef(self, opdracht: list[str]) -> None:
        """Give a command of this package; others are not run here."""
        if opdracht == ["echo", "$?"]:
            self.uitvoer = f"{self.code}\n"
        elif opdracht[:2] == ["geboortezorg", "serve"]:  # run by tests/web
            assert ontleder().parse_args(opdracht[1:])
        elif opdracht[0] == "geboortezorg":
            uit = io.StringIO()
            with contextlib.redirect_stdout(uit), contextlib.redirect_stderr(io.StringIO()):
                self.code = cli.main(opdracht[1:])
            self.uitvoer = uit.getvalue()
            if opdracht[1:3] == ["tabel", "nieuw"]:
                vul_in(Path(opdracht[5]))
            assert self.code in (0, 1, 3, 4), f"wrong usage: {opdracht}"
        else:
            self.uitvoer = ""

    def vergelijk(self, verwacht: str) -> None:
        """Compare output with what the page shows; ``...`` stands for anything."""
        opties = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
        assert GELIJK(verwacht, self.uitvoer, opties), self.uitvoer


@pytest.mark.parametrize(
    "pad",
    [
        pytest.param(
            pad,
            id=str(pad.relative_to(WORTEL)),
            marks=[pytest.mark.web] * (WEB in pad.parents)
            + [
                pytest.mark.spark,
                pytest.mark.filterwarnings("ignore:PySpark does not yet:FutureWarning"),
            ]
            * (pad == SPARK),
        )
        for pad in BLADZIJDEN
    ],
)
def test_voorbeelden_op_de_bladzijde(
    pad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All blocks of a page run, and give the output that the page shows."""
    shutil.copytree(WORTEL / "voorbeelden", tmp_path / "voorbeelden")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    lezer = Lezer()
    monkeypatch.setitem(sys.modules, lezer.module.__name__, lezer.module)
    for blok in blokken(pad.read_text("utf-8")):
        lezer.volg(blok)
    assert os.listdir(tmp_path)  # noqa: PTH208
