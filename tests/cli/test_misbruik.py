"""What wrong usage of the command line is told: in one language, and nothing that was typed."""

import re
import sys

import pytest

from geboortezorg.cli import main
from geboortezorg.cli.gebruiksfout import Misbruik
from geboortezorg.cli.misbruik import uitleg
from geboortezorg.cli.ontleder import ontleder

from .conftest import Opdracht
from .test_main import KANARIE


@pytest.mark.parametrize(
    ("argv", "keuzes"),
    [
        (("validate", "x.json", "--format", "x (choose from a)"), "tabel, json"),
        (("validate", "x.json", "--taal", "fr"), "nl, en"),
        (("verklaar",), "validate, tarief"),
        (("--print-completion", "x"), "bash, fish"),
    ],
)
def test_keuzes_worden_genoemd(argv: tuple[str, ...], keuzes: str, opdracht: Opdracht) -> None:
    """Who chooses what there is not to choose, is told what there is."""
    assert f": geen geldige keuze; kies uit {keuzes}" in opdracht(*argv).err


@pytest.mark.parametrize(
    ("argv", "bedoeld"),
    [
        (("Validat",), "validate"),
        (("tabel", "nieuw", "kraamzorgen", "2098"), "kraamzorg"),
        (("validate", "x.json", "--contxt", "y"), "--context"),
        (("tabel", "controleer", "x", "--greens=4", "--kanarievogel"), "--grens"),
        (("verklaar",), ""),
        (("validate", "x.json", "--kanarievogel", "--op", "2023-01-01"), ""),
        (("regels", "a", "context"), ""),
    ],
)
def test_wat_er_bedoeld_kan_zijn(argv: tuple[str, ...], bedoeld: str, opdracht: Opdracht) -> None:
    """A command, choice or option of ours that looks like what was typed is named, nothing else."""
    err = opdracht(*argv).err
    assert re.findall(r"Misschien bedoeld: ([^.]*)\.", err) == ([bedoeld] if bedoeld else [])


def test_de_taal_van_verkeerd_gebruik(opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """The language is that of the option, although other options are wrong, or of the environment."""
    nl, en = (
        "geef ook op: PRESTATIE, --op. `",
        "the following arguments are required: PRESTATIE, --op",
    )
    assert nl in opdracht("tarief").err
    assert en in opdracht("tarief", "--taal=en").err
    assert en in opdracht("tarief", "--taal", "nl", "--taal", "en").err
    monkeypatch.setenv("GEBOORTEZORG_TAAL", "en")
    assert en in opdracht("tarief").err
    assert "--taal: expected one argument" in opdracht("tarief", "--taal").err
    assert "--taal: invalid choice; choose from nl, en" in opdracht("tarief", "--taal", "fr").err
    assert nl in opdracht("tarief", "--taal", "nl").err


def test_eerst_de_opdracht(opdracht: Opdracht) -> None:
    """Who begins with an option is told the order; who names no such command is not."""
    assert "De opdracht komt eerst" in opdracht("--taal", "nl", "regels").err
    assert "De opdracht komt eerst" not in opdracht("verklaar").err


def test_een_vreemde_melding_van_argparse() -> None:
    """What a later Python says, and this library does not know, is not passed on."""
    fout = Misbruik(ontleder(), f"argument --op: unheard of: {KANARIE}")
    assert uitleg(fout, ["tarief", "--taal", "en", KANARIE]) == (
        "--op: these options or arguments are not right. `geboortezorg --help` explains it.",
        "geboortezorg",
    )


def test_de_argumenten_van_het_proces(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without arguments of its own, main takes the language from those of the process."""
    monkeypatch.setattr(sys, "argv", ["geboortezorg", "tarief", "--taal", "en"])
    assert main() == 2
    assert capsys.readouterr().err.startswith("geboortezorg tarief: the following arguments")
