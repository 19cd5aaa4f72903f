"""The Containerfile: read, not built, since a build needs a tool that is not everywhere."""

import json
import re
from pathlib import Path

import pytest

from geboortezorg.cli.ontleder import ontleder

WORTEL = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.skipif(not (WORTEL / "src").exists(), reason="needs the source")


def opdrachten() -> list[tuple[str, str]]:
    """Return the instructions with what follows them, comments and line breaks left out."""
    tekst = re.sub(r"^#.*\n", "", (WORTEL / "Containerfile").read_text("utf-8"), flags=re.MULTILINE)
    tekst = tekst.replace("\\\n", " ")
    return [
        (deel[0], " ".join(deel[1:]))
        for tekstregel in tekst.splitlines()
        if (deel := tekstregel.split()) and deel[0].isupper()
    ]


def test_het_beeld_draait_zonder_rechten() -> None:
    """The last stage has a user by number that is not root, and adds nothing that runs as root."""
    alle = opdrachten()
    namen = [naam for naam, _ in alle]
    laatste = alle[len(namen) - 1 - namen[::-1].index("FROM") :]
    per_naam = dict(laatste)
    assert re.fullmatch("[1-9][0-9]*:[1-9][0-9]*", per_naam["USER"])
    assert not {"RUN", "ADD", "VOLUME", "SHELL"} & per_naam.keys()
    assert per_naam["COPY"].startswith("--from=bouw /dienst ")
    assert "PYTHONDONTWRITEBYTECODE=1" in per_naam["ENV"]
    assert all(":" in waarde for naam, waarde in alle if naam == "FROM")


def test_wat_het_beeld_begint() -> None:
    """It starts the service by itself, without a shell, with options that the command has."""
    per_naam = dict(opdrachten())
    programma, *opties = json.loads(per_naam["ENTRYPOINT"])
    assert programma == "/dienst/bin/geboortezorg"
    argumenten = ontleder().parse_args([*opties, "--context", "x", "--max-bytes", "1"])
    assert argumenten.opdracht == "serveer"
    assert argumenten.host != "127.0.0.1"
    assert str(argumenten.port) == per_naam["EXPOSE"]
    assert f":{argumenten.port}/health" in per_naam["HEALTHCHECK"]
    assert '".[web,fast]"' in per_naam["RUN"]


def test_wat_de_bouw_meekrijgt() -> None:
    """Everything that the wheel is made from is sent along, and nothing else."""
    tekstregels = (WORTEL / ".containerignore").read_text("utf-8").split()
    assert tekstregels[0] == "*"
    namen = {tekstregel.removeprefix("!") for tekstregel in tekstregels[1:]}
    assert {"pyproject.toml", "README.md", "LICENSE", "NOTICE", "src", "schemas"} == namen
    assert all((WORTEL / naam).exists() for naam in namen)
