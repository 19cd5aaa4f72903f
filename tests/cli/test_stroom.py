"""Lines are read a piece at a time: what they hold does not follow from how much that is."""

import gzip
import os
from pathlib import Path

import pytest

from geboortezorg.cli import stroom
from geboortezorg.cli.invoer import Oorzaak

from .test_invoer import lees, schrijf, van_stdin


@pytest.fixture(autouse=True)
def in_eigen_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run every test in an empty folder."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("blok", [1, 2, 3, 5, 8, 1000])
def test_per_stuk(blok: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """However much is read at once, the documents and the numbers of their lines are the same."""
    monkeypatch.setattr(stroom, "_BLOK", blok)
    data = b"\n \n{}\r\n\n\n[1234567]\n\x0b\n\n 2 \n" + b"\n" * 9 + b"3\n4\n\n"
    for naam in ("a.ndjson", "a.ndjson.gz"):
        for open_ in (b"", b"5"):
            schrijf(naam, data + open_)
            assert [(nummer, inhoud) for _, nummer, inhoud in lees(naam)] == [
                *((3, b"{}"), (6, b"[1234567]"), (9, b" 2 "), (19, b"3"), (20, b"4")),
                *([(22, open_)] if open_ else []),
            ]
    schrijf("b.ndjson", b"\n \n\r\n")
    assert lees("b.ndjson") == [("b.ndjson", None, b"")]


@pytest.mark.parametrize("blok", [1, 4, 1000])
def test_stdin_per_stuk(blok: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stdin is does not follow from how much of it is read at once."""
    monkeypatch.setattr(stroom, "_BLOK", blok)
    assert van_stdin(monkeypatch, b"\n{}\n\n\n[1\n\n2") == [(2, b"{}"), (5, b"[1"), (7, b"2")]
    assert van_stdin(monkeypatch, b"\n {}\n\n \n\n") == [(None, b" {}")]
    assert van_stdin(monkeypatch, b"\n{\n\n}\n\n") == [(None, b"\n{\n\n}\n\n")]


def test_afgebroken_na_lege_tekstregels() -> None:
    """The break is told at the line where it is, also when empty ones come before that."""
    heel = gzip.compress(b"1\n\n\n" + os.urandom(300_000).replace(b"\n", b"-"))
    Path("a.ndjson.gz").write_bytes(heel[:-20_000])
    assert lees("a.ndjson.gz")[1:] == [("a.ndjson.gz", 4, Oorzaak.GEEN_GZIP)]
