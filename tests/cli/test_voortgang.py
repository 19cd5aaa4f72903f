"""``geboortezorg validate``: standard input, and the progress that a person sees."""

import io
import json
import sys

import pytest

from geboortezorg.cli import main

from .conftest import FOUT, GOED, Opdracht

pytestmark = pytest.mark.usefixtures("bestanden")


def test_stdin(opdracht: Opdracht) -> None:
    """A document on stdin is judged; lines are numbered."""
    assert opdracht("validate", "-", stdin=json.dumps(GOED, indent=1).encode()).out.startswith(
        "-: akkoord\n"
    )
    tekstregels = f"{json.dumps(GOED)}\n{json.dumps(FOUT)}\n".encode()
    assert opdracht("validate", "-", stdin=tekstregels).out.startswith("-:2: afgekeurd\n")


def test_stdin_per_tekstregel_beantwoord(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who feeds documents line by line gets each answer before giving the next line."""
    geschreven = io.BytesIO()
    gezien: list[int] = []

    class Vrager(io.BytesIO):
        """A stdin that looks at what was answered so far."""

        def read1(self, _: int | None = -1, /) -> bytes:
            """Note how many answers there are, and give the next document, three in all."""
            gezien.append(geschreven.getvalue().count(b"\n"))
            return json.dumps(GOED).encode() + b"\n" if len(gezien) <= 3 else b""

    with (
        io.TextIOWrapper(geschreven, "utf-8") as stdout,
        io.TextIOWrapper(Vrager()) as stdin,
        monkeypatch.context() as even,
    ):
        even.setattr(sys, "stdout", stdout)
        even.setattr(sys, "stdin", stdin)
        assert main(["validate", "-", "--ndjson", "--format", "json"]) == 0
    assert gezien == [0, 1, 2, 3]


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def op_terminal(
    monkeypatch: pytest.MonkeyPatch, stdout: io.StringIO, stderr: io.StringIO, *argv: str
) -> tuple[str, str]:
    """Return what a command writes to two streams."""
    monkeypatch.setenv("TERM", "xterm")
    with monkeypatch.context() as even:
        even.setattr(sys, "stdout", stdout)
        even.setattr(sys, "stderr", stderr)
        assert main(["validate", *argv]) == 2
    return stdout.getvalue(), stderr.getvalue()


CURSOR = "\x1b[?25l"
"""What hides the cursor: the first thing that a progress bar does."""


def test_voortgang_op_stderr(opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """With stdout elsewhere the bar and the errors are on stderr, and no byte of it on stdout."""
    for formaat in ("json", "tabel"):
        argv = ("goed.json", "niets.json", "alles.ndjson", "--format", formaat)
        out, err = op_terminal(monkeypatch, io.StringIO(), Terminal(), *argv)
        assert CURSOR in err
        assert "\x1b[2K" in err[err.rindex("100%") :]  # and it is wiped out at the end
        assert "geboortezorg: niets.json: dit bestand bestaat niet\n" in err
        assert "\x1b" not in out
        assert out == opdracht("validate", *argv).out


def test_voortgang_en_antwoorden_samen(opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the answers go to the same terminal, the bar is drawn below them there."""
    argv = ("niets.json", "fout.json", "goed.json")
    out, err = op_terminal(monkeypatch, Terminal(), Terminal(), *argv)
    assert err == ""
    assert CURSOR in out
    assert "geboortezorg: niets.json: dit bestand bestaat niet\n" in out
    assert "fout.json: \x1b[1;31mafgekeurd\x1b[0m\n" in out
    assert "goed.json" not in out
    assert "akkoord: 1, afgekeurd: 2" in out


def test_geen_voortgang(opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no bar in a file, nor between lines of JSON on a terminal."""
    stromen = (Terminal(), Terminal())
    out, err = op_terminal(monkeypatch, *stromen, "goed.json", "kapot.json", "--format", "json")
    assert "\x1b" not in out + err
    out, err = op_terminal(monkeypatch, Terminal(), io.StringIO(), "goed.json", "kapot.json")
    assert CURSOR not in out + err
