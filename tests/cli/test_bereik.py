"""What another process reads by itself is what would have been sent, or it says that it is not."""

import gzip
import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import pytest

from geboortezorg.cli import bereik, invoer, stroom, werkbank
from geboortezorg.cli.bereik import Bereik, Leeswerk, op_schijf
from geboortezorg.cli.invoer import Deel, Invoer, Stuk
from geboortezorg.regels.context import Context

from .conftest import Opdracht

DATA = b'\n \n{}\r\n\n[1234567]\n{"a":\n\xff\n 2 \n' + b"\n" * 40 + b"33\r\r\n\n4444\n5"


@pytest.fixture(autouse=True)
def in_eigen_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run every test in an empty folder."""
    monkeypatch.chdir(tmp_path)


def delen(*paden: str) -> list[Deel]:
    """Return what is behind paths."""
    return [*invoer.delen(paden, ndjson=False, kolom=None)]


@pytest.fixture
def werk() -> Iterator[Leeswerk]:
    """Return what reads and writes in another process."""
    anders = {"summary": False, "overzicht": None, "quiet": False, "compact": True}
    argumenten = Namespace(format="ndjson", koppeling=None, **anders)
    werk = Leeswerk(werkbank.Schrijfwerk(argumenten, Context(), "nl", 80))
    yield werk
    werk.sluit()


@pytest.mark.parametrize("blok", [1, 2, 3, 5, 8, 13, 1000])
def test_dezelfde_tekstregels(blok: int, werk: Leeswerk, monkeypatch: pytest.MonkeyPatch) -> None:
    """However much is read at once, the same lines are read there, with the same numbers."""
    monkeypatch.setattr(stroom, "_BLOK", blok)
    for naam in ("a.ndjson", "b.jsonl"):
        Path(naam).write_bytes(DATA)
    Path("c.json").write_bytes(b"{}")
    Path("d.ndjson.gz").write_bytes(gzip.compress(b"1\n2\n"))
    gelezen = delen("a.ndjson", "b.jsonl", "c.json", "d.ndjson.gz", "niets.ndjson", "a.ndjson")
    gestuurd = op_schijf(gelezen)
    assert not any(isinstance(een, Stuk) and een.pad != "d.ndjson.gz" for een in gestuurd)
    assert [een for een in gestuurd if isinstance(een, Bereik) and een.pad == "b.jsonl"]
    if blok == 1000:
        assert [type(een) for een in gestuurd] == [Bereik, Bereik, Invoer, Stuk, Invoer, Bereik]
    terug = [(d.pad, d.tekstregel, d.inhoud) for d in invoer.los(werk._gelezen(gestuurd))]
    assert terug == [(d.pad, d.tekstregel, d.inhoud) for d in invoer.los(gelezen)]
    assert len(terug) == 3 * 8 + 1 + 2 + 1
    eerder: dict[int, list[bytes]] = {}
    geschreven = werk(gestuurd)
    assert geschreven is not None
    assert b"".join(geschreven.heel(eerder)).count(b"\n") == len(terug)


def test_een_te_lange_tekstregel(werk: Leeswerk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a line that is longer than the longest document only what was kept of it is sent."""
    monkeypatch.setattr(stroom, "_BLOK", 4)
    monkeypatch.setattr(stroom, "_LANGSTE_TEKSTREGEL", 10)
    Path("a.ndjson").write_bytes(b"123456789\n1234567890123456\n[]\n12345678901234567")
    gestuurd = op_schijf(gelezen := delen("a.ndjson"))
    assert [type(een) for een in gestuurd] == [Bereik, Stuk, Bereik, Stuk]
    terug = [(d.tekstregel, d.inhoud) for d in invoer.los(werk._gelezen(gestuurd))]
    assert terug == [(d.tekstregel, d.inhoud) for d in invoer.los(gelezen)]
    assert terug[1:3] == [(2, b"1234567890"), (3, b"[]")]


@pytest.mark.parametrize("wat", ["weg", "ander", "korter", "map", "later", "stil"])
def test_een_ander_bestand(wat: str, werk: Leeswerk) -> None:
    """A file that changed meanwhile, or is another, is left to who read it first."""
    pad = Path("a.ndjson")
    pad.write_bytes(DATA)
    gestuurd = op_schijf(delen("a.ndjson"))
    assert werk(gestuurd) is not None
    if wat == "later":
        os.utime(pad, ns=(1, 1))
    elif wat == "stil":
        if sys.platform == "win32":
            pytest.skip("there a file is not known to be changed but by a time that can be set")
        eerst = pad.stat()
        while pad.stat().st_ctime_ns == eerst.st_ctime_ns:  # a clock of some milliseconds
            pad.write_bytes(DATA.swapcase())
            os.utime(pad, ns=(eerst.st_atime_ns, eerst.st_mtime_ns))
        assert pad.stat().st_mtime_ns == eerst.st_mtime_ns
    elif wat == "korter":
        os.truncate(pad, 5)
    else:
        werk.sluit()
        pad.unlink()
        if wat == "ander":
            pad.write_bytes(DATA)
            os.utime(pad, ns=(1, 1))
        elif wat == "map":
            pad.mkdir()
    assert werk(gestuurd) is None
    if wat in ("korter", "later", "stil"):
        assert werk(op_schijf(delen("a.ndjson"))) is not None, "what it is now can be read"


def test_wat_geen_gewoon_bestand_is() -> None:
    """What can be read only once is sent."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("needs a pipe with a name")
    os.mkfifo("a.ndjson")
    lezend = os.open("a.ndjson", os.O_RDONLY | os.O_NONBLOCK)
    schrijvend = os.open("a.ndjson", os.O_WRONLY)
    os.write(schrijvend, b"{}\n[]\n")
    uit = invoer.delen(["a.ndjson"], ndjson=False, kolom=None)
    eerste = next(uit)
    assert op_schijf([eerste]) == [eerste]
    for een in (lezend, schrijvend):
        os.close(een)
    assert [*uit] == []


def test_wat_een_ander_proces_niet_leest(
    opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who started the processes judges what they could not read, and the answer is the same."""
    Path("a.ndjson").write_bytes(DATA * 40)
    een = opdracht("validate", "a.ndjson", "--format", "ndjson")

    def niets(delen: list[Deel]) -> list[Bereik]:
        return [deel._replace(pad="weg") for deel in op_schijf(delen) if isinstance(deel, Bereik)]

    monkeypatch.setattr(bereik, "op_schijf", niets)
    assert een == opdracht("validate", "a.ndjson", "--format", "ndjson", "--processen", "2")


def test_wat_daarna_gestuurd_wordt(opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a file that the processes cannot read the rest is sent, so that they still judge it."""
    monkeypatch.setattr(stroom, "_BLOK", 16)
    monkeypatch.setattr(bereik, "VOL", 1)
    Path("a.ndjson").write_bytes(b"[]\n" * 200)
    een = opdracht("validate", "a.ndjson", "--format", "ndjson")
    gevraagd: list[int] = []

    def niets(delen: list[Deel]) -> list[Bereik]:
        gevraagd.append(len(delen))
        return [deel._replace(pad="weg") for deel in op_schijf(delen) if isinstance(deel, Bereik)]

    monkeypatch.setattr(bereik, "op_schijf", niets)
    assert een == opdracht("validate", "a.ndjson", "--format", "ndjson", "--processen", "2")
    assert 0 < len(gevraagd) < 20
