"""Small documents with a known verdict, and a way to run a command in this process."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from geboortezorg.cli import main
from geboortezorg.cli.instellingen import VARIABELE

GOED = {"soort": "context", "schema_versie": "0.1"}
"""A document that no rule but those on shape judges: akkoord, whatever rules there are."""

FOUT = GOED | {"overeenkomsten_volledig": "ja"}
"""Refused for its shape."""

VOORBEELDEN = Path(__file__).parents[2] / "voorbeelden"
ONVOLLEDIG = VOORBEELDEN / "onvolledig" / "verwijzing-2021-met-verloskunde.json"


class Uitkomst(NamedTuple):
    """What a command gave."""

    code: int
    out: str
    err: str

    @property
    def rapporten(self) -> list[dict[str, Any]]:
        """The JSON value on each line of stdout."""
        return [json.loads(tekstregel) for tekstregel in self.out.splitlines()]


Opdracht = Callable[..., Uitkomst]


@pytest.fixture
def opdracht(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Opdracht:
    """Return a function that runs a command in an empty folder, `stdin` being its input."""
    monkeypatch.chdir(tmp_path)
    for naam in (
        "COLUMNS",
        "FORCE_COLOR",
        "GEBOORTEZORG_TAAL",
        "NO_COLOR",
        "TTY_COMPATIBLE",
        VARIABELE,
    ):
        monkeypatch.delenv(naam, raising=False)

    def geef(*argv: str, stdin: bytes = b"") -> Uitkomst:
        with io.TextIOWrapper(io.BytesIO(stdin)) as invoer, monkeypatch.context() as even:
            even.setattr(sys, "stdin", invoer)
            code = main(argv)
        return Uitkomst(code, *capsys.readouterr())

    return geef


@pytest.fixture
def bestanden(tmp_path: Path) -> None:
    """Write a document for each verdict."""
    for naam, inhoud in {
        "goed.json": json.dumps(GOED),
        "fout.json": json.dumps(FOUT, indent=1),
        "onvolledig.json": ONVOLLEDIG.read_text("utf-8"),
        "kapot.json": '{\n "soort": ',
        "alles.ndjson": f"{json.dumps(GOED)}\n\n{json.dumps(FOUT)}\n{{\n",
    }.items():
        (tmp_path / naam).write_text(inhoud, "utf-8")
