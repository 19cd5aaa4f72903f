"""``geboortezorg validate`` on many documents: processes, compressed files, and tables."""

import contextlib
import io
import json
import multiprocessing
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import feather, parquet

from geboortezorg import proces
from geboortezorg.batch import Procesfout, pool
from geboortezorg.cli import invoer, main, tabelinvoer
from geboortezorg.cli.invoer import Oorzaak
from geboortezorg.convert import MAX_BYTES

from .conftest import FOUT, GOED, Opdracht

REGELS = [json.dumps(GOED), json.dumps(FOUT), "{", json.dumps(GOED)]
TABEL = pa.table({"nummer": [1, 2, 3, 4], "document": [*REGELS[:3], None]})


def schrijf_tabel(naam: str, tabel: pa.Table = TABEL) -> None:
    """Write a table as its name says."""
    if naam.endswith(".parquet"):
        parquet.write_table(tabel, naam, row_group_size=2)
    elif naam.endswith(".feather"):
        feather.write_feather(tabel, naam)
    else:
        maak = pa.ipc.new_stream if naam.endswith(".arrows") else pa.ipc.new_file
        with pa.OSFile(naam, "wb") as bestand, maak(bestand, tabel.schema) as schrijver:
            schrijver.write_table(tabel, max_chunksize=2)


def zstd(data: bytes) -> bytes:
    """Return a file of zstd."""
    uit = pa.BufferOutputStream()
    with pa.CompressedOutputStream(uit, "zstd") as stroom:
        stroom.write(data)
    inhoud: bytes = uit.getvalue().to_pybytes()
    return inhoud


@pytest.mark.parametrize(
    "vorm",
    [
        *(("tabel",), ("json", "--compact"), ("ndjson",), ("csv",), ("github",), ("bevindingen",)),
        *(("tabel", "--summary"), ("junit",), ("sarif",), ("ndjson", "--quiet", "--taal", "en")),
    ],
)
def test_meer_processen(vorm: tuple[str, ...], opdracht: Opdracht) -> None:
    """The answer is the same, byte for byte, a bad line and a missing file included."""
    Path("a.ndjson").write_text("\n".join(REGELS * 40), "utf-8")
    argv = ("validate", "a.ndjson", "niets.json", "a.ndjson", "--format", *vorm)
    een = opdracht(*argv)
    assert een == opdracht(*argv, "--processen", "2")
    assert een.code == 2
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("vorm", ["ndjson", "sarif"])
def test_het_eerste_hier(vorm: str, opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """What makes forks judges the first documents itself, and when there are no more it makes none."""
    Path("a.ndjson").write_text("\n".join(REGELS), "utf-8")
    argv = ("validate", "a.ndjson", "--format", vorm)
    een = opdracht(*argv)
    monkeypatch.setattr(proces, "alleen", lambda: True)
    monkeypatch.setattr(pool, "Hulpproces", None)
    assert een == opdracht(*argv, "--processen", "2")


GEVORKT = """
import sys
from multiprocessing.context import SpawnProcess
from geboortezorg import proces
from geboortezorg.cli import bereik, main

def geen(_):
    raise SystemExit("not a fork")

SpawnProcess.start = geen
bereik.VOL = 2_000
proces.neem()
if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
"""
"""The command line as a program, which must make forks."""


@pytest.mark.skipif(sys.platform != "linux", reason="forks are made on Linux only")
@pytest.mark.parametrize("extra", [(), ("--hervat",)])
def test_gevorkt(extra: tuple[str, ...], opdracht: Opdracht) -> None:
    """Forks give the same answer, byte for byte, and nothing of it twice."""
    Path("a.ndjson").write_text("\n".join(REGELS * 100), "utf-8")
    Path("gevorkt.py").write_text(GEVORKT, "utf-8")
    argv = ("validate", "a.ndjson", "niets.json", "a.ndjson", "--format", "ndjson", "--output")
    een = opdracht(*argv, "een")
    gevorkt = subprocess.run(  # noqa: S603
        [sys.executable, "gevorkt.py", *argv, "twee", "--processen", "2", *extra],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (gevorkt.returncode, gevorkt.stdout, gevorkt.stderr) == een
    assert Path("twee").read_bytes() == Path("een").read_bytes()


def test_een_proces_stopt(opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """That a process died is said in one line, in the language of the user."""

    def gestopt(*_: Any, **__: Any) -> Any:
        raise Procesfout

    monkeypatch.setattr(pool, "verdeel", gestopt)
    Path("a.ndjson").write_text(REGELS[0], "utf-8")
    uit = opdracht("validate", "a.ndjson", "--processen", "2", "--taal", "en")
    assert uit == (
        2,
        "",
        "geboortezorg: a process ended unexpectedly; try again with fewer processes\n",
    )


@pytest.mark.parametrize("aantal", ["0", "62", "-1", "twee"])
def test_hoeveel_processen(aantal: str, opdracht: Opdracht) -> None:
    """From 1 to what every system can start."""
    assert opdracht("validate", "a.ndjson", "--processen", aantal).code == 2


def test_zstd(opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines in zstd are lines; what is broken is said, and without the extra which it is."""
    data = "\n".join(REGELS).encode()
    Path("a.ndjson").write_bytes(data)
    Path("map").mkdir()
    Path("map/a.ndjson.zst").write_bytes(zstd(data))
    los = opdracht("validate", "a.ndjson", "--format", "json")
    assert opdracht("validate", "map", "--format", "json").out == los.out
    Path("b.jsonl.zst").write_bytes(zstd(data * 50)[:-9])
    assert opdracht("validate", "b.jsonl.zst").err.endswith(
        "b.jsonl.zst: dit bestand is niet te lezen\n"
    )
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    uit = opdracht("validate", "map")
    assert (uit.code, uit.out) == (2, "")
    assert "is de extra `arrow` nodig" in uit.err


def test_zstd_zonder_einde(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A small file that becomes very large is read a block at a time, and no further."""
    monkeypatch.chdir(tmp_path)
    Path("a.ndjson.zst").write_bytes(zstd(b"x" * 200_000_000))
    assert Path("a.ndjson.zst").stat().st_size < 100_000
    (te_lang,) = invoer.documenten(["a.ndjson.zst"], ndjson=False)
    assert isinstance(te_lang.inhoud, bytes)
    assert len(te_lang.inhoud) == MAX_BYTES + 2


@pytest.mark.parametrize("naam", ["t.parquet", "t.arrow", "t.arrows", "t.feather"])
def test_tabellen(naam: str, opdracht: Opdracht) -> None:
    """Each cell of the column is a document, told by its row; an empty one is unreadable."""
    Path("map").mkdir()
    schrijf_tabel(f"map/{naam}")
    uit = opdracht("validate", "map", "--kolom", "document")
    assert [tekst.split(":")[1:] for tekst in uit.out.splitlines() if tekst.startswith("map")] == [
        ["2", " afgekeurd"],
        ["3", " afgekeurd"],
        ["4", " afgekeurd"],
    ]
    assert "Documenten: 4. akkoord: 1," in uit.out
    assert uit.code == 2
    assert "Onleesbaar: 2." in uit.out
    for argv in (("validate", f"map/{naam}"), ("validate", f"map/{naam}", "--kolom", "nummer")):
        uit = opdracht(*argv)
        assert uit.code == 2
        assert uit.err.startswith(f"geboortezorg: map/{naam}: geef met --kolom")


def test_een_map_zonder_kolom(opdracht: Opdracht) -> None:
    """Tables in a folder are only documents when a column is named."""
    schrijf_tabel("t.parquet")
    Path("a.json").write_text(REGELS[0], "utf-8")
    assert opdracht("validate", ".").out.startswith("Documenten: 1. akkoord: 1,")


def test_tabellen_die_niet_kunnen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A table that cannot be read gives one document that cannot; so does one without rows."""
    monkeypatch.chdir(tmp_path)

    def lees(naam: str, kolom: str = "document") -> list[tuple[int | None, object]]:
        return [(d.tekstregel, d.inhoud) for d in tabelinvoer.documenten(naam, kolom)]

    for naam in ("t.parquet", "t.arrow", "t.arrows"):
        schrijf_tabel(naam)
        heel = Path(naam).read_bytes()
        assert lees(naam, "Kanarie7Q") == [(None, Oorzaak.GEEN_KOLOM)]
        for kapot in (heel[:30], b"", b"PAR1 is niets", b"ARROW1"):
            Path(naam).write_bytes(kapot)
            (vondst,) = lees(naam)
            assert vondst in ((None, Oorzaak.GEEN_TABEL), (None, Oorzaak.LEESFOUT)), naam
        schrijf_tabel(naam, TABEL.slice(0, 0))
        assert lees(naam) == [(None, b"")]
        Path(naam).unlink()
        assert lees(naam) == [(None, Oorzaak.BESTAAT_NIET)]
    schrijf_tabel("t.arrows")
    Path("t.arrows").write_bytes(Path("t.arrows").read_bytes()[:-200])
    assert lees("t.arrows")[-1] == (3, Oorzaak.GEEN_TABEL)
    schrijf_tabel("t.arrows")
    heel = Path("t.arrows").read_bytes()
    goed = lees("t.arrows")
    assert len(goed) == 4
    for anders in (
        heel[:-8],
        heel + heel,
        heel + b"x",
    ):  # cut off after a batch; more after its end
        Path("t.arrows").write_bytes(anders)
        assert lees("t.arrows") == [*goed, (5, Oorzaak.GEEN_TABEL)]
    oud = pa.ipc.IpcWriteOptions(use_legacy_format=True)
    with pa.ipc.new_stream("t.arrows", TABEL.schema, options=oud) as schrijver:
        schrijver.write_table(TABEL)
    assert lees("t.arrows") == goed
    with pa.ipc.new_file("t.arrow", TABEL.schema, options=oud) as schrijver:
        schrijver.write_table(TABEL)
    assert lees("t.arrow") == goed
    schrijf_tabel("t.parquet")
    monkeypatch.setattr(tabelinvoer, "_GROOTSTE", 10)
    assert lees("t.parquet") == [(None, Oorzaak.GEEN_TABEL)]


@pytest.mark.parametrize("stuk", [1 << 20, 3])
@pytest.mark.parametrize("achteraan", ["t.parquet", "t.arrow"])
def test_twee_bestanden_achter_elkaar(
    achteraan: str, stuk: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Of two files that are laid out alike the second is not left out in silence."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("geboortezorg.arrow._STUK", stuk)
    for tekst, naam in (("een", "een"), ("twe", "twee")):
        tabel = pa.table({"document": [tekst] * 3})
        if achteraan == "t.parquet":
            parquet.write_table(tabel, naam, compression="none")
        else:
            with pa.ipc.new_file(naam, tabel.schema) as schrijver:
                schrijver.write_table(tabel)
    delen = [Path(naam).read_bytes() for naam in ("een", "twee")]
    assert len(delen[0]) == len(delen[1])
    for inhoud, gelezen in ((delen[0], True), (b"".join(delen), False)):
        Path(achteraan).write_bytes(inhoud)
        vondsten = [d.inhoud for d in tabelinvoer.documenten(achteraan, "document")]
        assert (vondsten == [b"een"] * 3) is gelezen
        assert (Oorzaak.GEEN_TABEL in vondsten) is not gelezen


def test_een_cel_die_zich_herhaalt(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A large text in every row of Parquet is in memory once."""
    monkeypatch.chdir(tmp_path)
    groot = pa.table({"document": pa.array(["x" * 5_000_000] * 200).dictionary_encode()})
    parquet.write_table(groot, "t.parquet")
    voor = pa.total_allocated_bytes()
    aantal = 0
    for document in tabelinvoer.documenten("t.parquet", "document"):
        aantal += 1
        assert document.omvang < 10_000
        assert pa.total_allocated_bytes() - voor < 50_000_000
    assert aantal == 200


def test_naar_een_tekst(opdracht: Opdracht) -> None:
    """A stdout that takes text only gets from two processes what it gets from one."""
    Path("a.ndjson").write_text("\n".join(REGELS * 40), "utf-8")
    argv = ["validate", "a.ndjson", "--format", "json", "--processen"]
    for processen in ("1", "2"):
        with contextlib.redirect_stdout(io.StringIO()) as uit:
            assert main([*argv, processen]) == 2
        assert uit.getvalue() == opdracht(*argv, "1").out


def test_met_kleur(opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """Colours are drawn by who writes, however many processes judge."""
    Path("a.ndjson").write_text("\n".join(REGELS), "utf-8")
    opdracht("validate", "a.ndjson")  # the fixture leaves colours out first
    monkeypatch.setenv("FORCE_COLOR", "1")
    een = opdracht("validate", "a.ndjson")
    assert "\x1b[" in een.out
    assert een == opdracht("validate", "a.ndjson", "--processen", "2")
