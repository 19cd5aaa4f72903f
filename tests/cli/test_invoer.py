"""What is read behind a path: every document once, in order, in bounded memory."""

import gzip
import io
import json
import os
import pickle
import sys
import tracemalloc
from pathlib import Path
from typing import Any, cast

import pytest

from geboortezorg.cli import stroom
from geboortezorg.cli.invoer import Invoer, Oorzaak, documenten, omvang, oorzaak_van


def lees(*paden: str, ndjson: bool = False) -> list[tuple[str, int | None, bytes | Oorzaak]]:
    """Return path, line and content of every document."""
    return [(d.pad, d.tekstregel, d.inhoud) for d in documenten(paden, ndjson=ndjson)]


def van_stdin(
    monkeypatch: pytest.MonkeyPatch, data: bytes, *, ndjson: bool = False
) -> list[tuple[int | None, bytes | Oorzaak]]:
    """Return line and content of every document on stdin."""
    with io.TextIOWrapper(io.BytesIO(data)) as stdin, monkeypatch.context() as even:
        even.setattr(sys, "stdin", stdin)
        gelezen = lees("-", ndjson=ndjson)
    assert {pad for pad, _, _ in gelezen} == {"-"}
    return [(tekstregel, inhoud) for _, tekstregel, inhoud in gelezen]


@pytest.fixture(autouse=True)
def in_eigen_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run every test in an empty folder."""
    monkeypatch.chdir(tmp_path)


def schrijf(naam: str, data: bytes) -> None:
    """Write a file, compressed when its name says so, and the folders above it."""
    Path(naam).parent.mkdir(parents=True, exist_ok=True)
    Path(naam).write_bytes(gzip.compress(data) if naam.lower().endswith(".gz") else data)


@pytest.mark.parametrize("naam", ["a.json", "a.txt", "a", "a.JSON.GZ", "a.gz", "ndjson"])
def test_een_document_per_bestand(naam: str) -> None:
    """A file is one document unless its name says that it holds lines."""
    schrijf(naam, b"{}\n{}\n")
    assert lees(naam) == [(naam, None, b"{}\n{}\n")]


@pytest.mark.parametrize("naam", ["a.ndjson", "a.jsonl", "a.ndjson.gz", "a.JSONL.GZ"])
def test_een_document_per_tekstregel(naam: str) -> None:
    """Lines are documents; empty ones are passed over but counted, and the last may be open."""
    schrijf(naam, b"\n{}\r\n \t\n1\xe2\x80\xa8\n[2]")
    assert lees(naam) == [(naam, 2, b"{}"), (naam, 4, b"1\xe2\x80\xa8"), (naam, 5, b"[2]")]


def test_ndjson_gevraagd() -> None:
    """With ndjson every file holds lines, whatever its name."""
    schrijf("a.json", b"1\n2\n")
    assert lees("a.json", ndjson=True) == [("a.json", 1, b"1"), ("a.json", 2, b"2")]


@pytest.mark.parametrize("naam", ["a.json", "a.ndjson", "a.ndjson.gz"])
def test_leeg_bestand(naam: str) -> None:
    """A file without a document is given as an empty document, not passed over."""
    schrijf(naam, b"")
    assert lees(naam) == [(naam, None, b"")]


def test_map() -> None:
    """A folder is searched by name, deep, for names that are documents and for nothing else."""
    namen = ["m/b.json", "m/a/z.jsonl", "m/a/c/d.NDJSON.gz", "m/.x.json", "m/c.json.gz"]
    for naam in [*namen, "m/a.txt", "m/json", "m/b.json.bak", "m/c.toml"]:
        schrijf(naam, b"1")
    assert lees("m") == [
        ("m/.x.json", None, b"1"),
        ("m/a/c/d.NDJSON.gz", 1, b"1"),
        ("m/a/z.jsonl", 1, b"1"),
        ("m/b.json", None, b"1"),
        ("m/c.json.gz", None, b"1"),
    ]


def test_map_zonder_documenten() -> None:
    """A folder without documents gives one that cannot be read: nothing judged is no approval."""
    Path("m/leeg").mkdir(parents=True)
    assert lees("m") == [("m", None, Oorzaak.LEGE_MAP)]


def test_koppelingen_in_een_map() -> None:
    """A link to a file is read, a broken one is reported, one to a folder is not followed."""
    schrijf("m/a.json", b"1")
    Path("m/b.json").symlink_to("a.json")
    Path("m/c.json").symlink_to("nergens.json")
    Path("m/d.json").symlink_to(".")
    os.mkfifo("m/e.json")
    assert lees("m") == [
        ("m/a.json", None, b"1"),
        ("m/b.json", None, b"1"),
        ("m/c.json", None, Oorzaak.BESTAAT_NIET),
    ]
    Path("n").symlink_to("m")
    assert lees("n")[0] == ("n/a.json", None, b"1")


def test_map_zonder_toegang(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be listed is reported, and the rest is still read."""
    schrijf("m/a/x.json", b"1")
    schrijf("m/b.json", b"2")
    gewoon = Path.iterdir

    def iterdir(self: Path) -> object:
        if self.name == "a":
            raise PermissionError
        return gewoon(self)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    assert lees("m") == [("m/a", None, Oorzaak.GEEN_TOEGANG), ("m/b.json", None, b"2")]


@pytest.mark.parametrize("pad", ["niets.json", "", "a\0b", "bestand/x.json", "x" * 300])
def test_niet_te_openen(pad: str) -> None:
    """A path that leads nowhere is given as unreadable, and the next path is read."""
    schrijf("bestand", b"0")
    eerste, tweede = lees(pad, "bestand")
    oorzaak = Oorzaak.LEESFOUT if "\0" in pad or len(pad) == 300 else Oorzaak.BESTAAT_NIET
    assert eerste == (pad, None, oorzaak)
    assert tweede == ("bestand", None, b"0")


@pytest.mark.parametrize(
    ("fout", "oorzaak"),
    [
        (PermissionError(), Oorzaak.GEEN_TOEGANG),
        (NotADirectoryError(), Oorzaak.BESTAAT_NIET),
        (gzip.BadGzipFile(), Oorzaak.GEEN_GZIP),
        (OSError(), Oorzaak.LEESFOUT),
    ],
)
def test_oorzaak(fout: Exception, oorzaak: Oorzaak) -> None:
    """Each kind of exception comes down to one cause."""
    assert oorzaak_van(fout) is oorzaak


def test_geen_gzip() -> None:
    """A file that only says that it is compressed is unreadable."""
    Path("a.json.gz").write_bytes(b"{}")
    assert lees("a.json.gz") == [("a.json.gz", None, Oorzaak.GEEN_GZIP)]


def test_afgebroken_gzip() -> None:
    """Whole lines before the break are given; then the break, with the line where it stands."""
    heel = gzip.compress(b"1\n2\n" + os.urandom(300_000).replace(b"\n", b"-"))
    Path("a.ndjson.gz").write_bytes(heel[:-20_000])
    assert lees("a.ndjson.gz") == [
        ("a.ndjson.gz", 1, b"1"),
        ("a.ndjson.gz", 2, b"2"),
        ("a.ndjson.gz", 3, Oorzaak.GEEN_GZIP),
    ]


def test_beschadigde_gzip() -> None:
    """A damaged stream is unreadable, whatever part of the decompressor notices."""
    heel = bytearray(gzip.compress(b"[1, 2, 3]" * 1000))
    heel[12:20] = b"\xff" * 8
    Path("a.gz").write_bytes(heel)
    assert lees("a.gz") == [("a.gz", None, Oorzaak.GEEN_GZIP)]


def test_te_groot(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a document that is too large just enough is read to show it."""
    monkeypatch.setattr(stroom, "MAX_BYTES", 10)
    schrijf("a.json", b"1" * 1000)
    assert lees("a.json") == [("a.json", None, b"1" * 11)]


@pytest.mark.parametrize("naam", ["a.ndjson", "a.ndjson.gz"])
@pytest.mark.parametrize("lang", [11, 12, 13, 16, 17, 40])
def test_te_lange_tekstregel(naam: str, lang: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that is too long is cut off, and the next line is the next document."""
    monkeypatch.setattr(stroom, "MAX_BYTES", 10)
    monkeypatch.setattr(stroom, "_LANGSTE_TEKSTREGEL", 12)
    monkeypatch.setattr(stroom, "_BLOK", 4)
    schrijf(naam, b"1" * 10 + b"\r\n" + b"2" * lang + b"\n3\n" + b"4" * lang)
    assert lees(naam) == [
        (naam, 1, b"1" * 10),
        (naam, 2, b"2" * min(lang, 12)),
        (naam, 3, b"3"),
        (naam, 4, b"4" * min(lang, 12)),
    ]


@pytest.mark.parametrize("naam", ["bom.json.gz", "bom.ndjson.gz"])
def test_gzipbom(naam: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading a file that grows a thousandfold takes memory for one document, not for the file."""
    monkeypatch.setattr(stroom, "MAX_BYTES", 1_000_000)
    monkeypatch.setattr(stroom, "_LANGSTE_TEKSTREGEL", 1_000_002)
    with gzip.open(naam, "wb") as bom:
        for _ in range(60):
            bom.write(b"x" * 1_000_000)
    tracemalloc.start()
    try:
        aantal = sum(1 for _ in documenten([naam], ndjson=False))
        piek = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert aantal == 1
    assert piek < 10_000_000


@pytest.mark.parametrize(
    "data",
    [
        b'{"a": 1}',
        b'{"a": 1}\n\n',
        b'{\n"a": 1\n}\n',
        b"\n\n[\n1]",
        b"{x}\n{}\n",
        b"[" * 100_000 + b"\n{}\n",
    ],
)
def test_stdin_een_document(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stdin is one document when its first line is no JSON value, or when nothing follows it."""
    ((tekstregel, inhoud),) = van_stdin(monkeypatch, data)
    assert tekstregel is None
    assert isinstance(inhoud, bytes)
    assert inhoud.rstrip() == data.rstrip()


def test_stdin_tekstregels(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stdin is lines when its first line is a whole JSON value and more follow."""
    assert van_stdin(monkeypatch, b"\n{}\n\n[1\n") == [(2, b"{}"), (4, b"[1")]


def test_stdin_als_ndjson(monkeypatch: pytest.MonkeyPatch) -> None:
    """With ndjson a first line that is no JSON value is a document like any other."""
    assert van_stdin(monkeypatch, b"{\n1\n", ndjson=True) == [(1, b"{"), (2, b"1")]


def test_stdin_leeg(monkeypatch: pytest.MonkeyPatch) -> None:
    """Empty stdin is one empty document."""
    ((tekstregel, inhoud),) = van_stdin(monkeypatch, b"")
    assert tekstregel is None
    assert isinstance(inhoud, bytes)
    assert not inhoud.strip()


def test_stdin_te_groot(monkeypatch: pytest.MonkeyPatch) -> None:
    """A first line that is too long is not tried as JSON, and its document is cut off."""
    monkeypatch.setattr(stroom, "MAX_BYTES", 10)
    monkeypatch.setattr(stroom, "_LANGSTE_TEKSTREGEL", 12)
    monkeypatch.setattr(json, "loads", lambda _: pytest.fail("tried"))
    ((_, inhoud),) = van_stdin(monkeypatch, b"1" * 50)
    assert inhoud == b"1" * 12 + b"\n"


def test_stdin_gesloten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a stdin there is nothing to read, which is said."""
    monkeypatch.setattr(sys, "stdin", None)
    assert lees("-") == [("-", None, Oorzaak.LEESFOUT)]


def test_omvang_loopt_mee() -> None:
    """The bytes of all documents together are the bytes on disk: a bar ends full."""
    schrijf("m/a.json", b"1" * 1000)
    schrijf("m/b.ndjson", b"1\n" * 50_000)
    schrijf("m/c.ndjson.gz", b"1\n" * 50_000)
    Path("m/leeg").mkdir()
    paden = ["m", "m/a.json", "m/leeg", "niets"]
    totaal = sum(Path(f"m/{naam}").stat().st_size for naam in ("a.json", "b.ndjson", "c.ndjson.gz"))
    assert omvang(paden) == totaal + 1000
    assert sum(document.omvang for document in documenten(paden, ndjson=False)) == totaal + 1000


def test_omvang_onbekend() -> None:
    """Of stdin and of a pipe it is not known beforehand how much there is."""
    os.mkfifo("pijp")
    assert omvang(["-"]) is None
    assert omvang(["pijp"]) is None


def test_pijp() -> None:
    """A pipe is read like a file, though nobody can tell how far it is read."""
    lezen, schrijven = os.pipe()
    try:
        os.write(schrijven, b"{}")
        os.close(schrijven)
        assert list(documenten([f"/dev/fd/{lezen}"], ndjson=False)) == [
            Invoer(f"/dev/fd/{lezen}", None, b"{}", 0)
        ]
    finally:
        os.close(lezen)


class Stroom(io.BufferedIOBase):
    """A stream without an end, of one piece again and again, that counts what is read of it."""

    def __init__(self, stuk: bytes) -> None:
        self.stuk = stuk
        self.keren = 0

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, doel: Any) -> int:
        """Fill the buffer with the piece."""
        self.keren += 1
        deel = (self.stuk * (len(doel) // len(self.stuk) + 1))[: len(doel)]
        doel[: len(deel)] = deel
        return len(deel)


@pytest.mark.parametrize("stuk", [b"\n", b"x"])
@pytest.mark.parametrize("ndjson", [False, True])
def test_zonder_einde(stuk: bytes, ndjson: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Input without an end is given up, and said to be unreadable or too large."""
    monkeypatch.setattr(stroom, "_GEEN_EINDE", 300_000)
    monkeypatch.setattr(stroom, "_LANGSTE_TEKSTREGEL", 100_000)
    monkeypatch.setattr(stroom, "MAX_BYTES", 99_998)
    stdin = io.TextIOWrapper(io.BufferedReader(cast("Any", Stroom(stuk))))
    monkeypatch.setattr(sys, "stdin", stdin)
    gelezen = lees("-", ndjson=ndjson)
    assert gelezen[-1][2] is Oorzaak.LEESFOUT
    assert len(gelezen) == 1


def test_lege_tekstregels_kosten_niets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Empty lines are counted a block at a time; the number of the next line is right."""
    leeg = b" \r\n\n" * 500_000
    schrijf("bom.ndjson.gz", leeg + b'{"a": 1}\n\n  {"b": 2}')
    telling = 0
    echt = gzip.GzipFile.readline

    def tel(stroom: gzip.GzipFile, aantal: int | None = -1) -> bytes:
        nonlocal telling
        telling += 1
        return echt(stroom, aantal)

    monkeypatch.setattr(gzip.GzipFile, "readline", tel)
    gelezen = lees("bom.ndjson.gz")
    assert [(tekstregel, inhoud) for _, tekstregel, inhoud in gelezen] == [
        (1_000_001, b'{"a": 1}'),
        (1_000_003, b'  {"b": 2}'),
    ]
    assert telling < 10


def test_map_die_niet_te_betreden_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in a folder that may be listed but not entered is named, not passed over."""
    schrijf("map/onder/a.json", b"{}")
    schrijf("map/b.json", b"{}")
    echt = Path.stat

    def weiger(pad: Path, **rest: Any) -> os.stat_result:
        if pad.name == "onder":
            raise PermissionError
        return echt(pad, **rest)

    monkeypatch.setattr(Path, "stat", weiger)
    assert [(Path(pad).name, inhoud) for pad, _, inhoud in lees("map")] == [
        ("b.json", b"{}"),
        ("onder", Oorzaak.GEEN_TOEGANG),
    ]


def test_naar_een_proces() -> None:
    """What is sent to another process arrives whole, and needs no names for it."""
    document = Invoer("a.ndjson", 3, b"{}", 5)
    verzonden = pickle.dumps(document)
    assert pickle.loads(verzonden) == document  # noqa: S301 - made just here
    assert b"tekstregel" not in verzonden
