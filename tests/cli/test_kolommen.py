"""``validate --format arrow`` and ``parquet``: a row for each verdict and each place of a finding."""

import contextlib
import io
import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from geboortezorg.batch import arrowschema, validate_arrow
from geboortezorg.cli import main, werkbank
from geboortezorg.cli.invoer import Invoer
from geboortezorg.cli.uitvoer import kolommen
from geboortezorg.populatie import population
from geboortezorg.regels.context import Context

from .conftest import Opdracht

DOCUMENTEN = [*(json.dumps(proef.document) for proef in population(150, 3, fouten=50)), "{"]


def lees(naam: str) -> pa.Table:
    """Return the table in a file, with the metadata of its schema."""
    if naam.endswith("parquet"):
        return parquet.read_table(naam)
    return pa.ipc.open_file(pa.memory_map(naam)).read_all()


def verwacht() -> pa.Table:
    """Return what the library says of the documents."""
    tabel = pa.table(
        {"d": DOCUMENTEN, "n": [f"a.ndjson:{n}" for n in range(1, len(DOCUMENTEN) + 1)]}
    )
    return pa.Table.from_batches(validate_arrow(tabel, "d", "n"), arrowschema())


@pytest.mark.parametrize("vorm", ["arrow", "parquet"])
def test_zoals_de_bibliotheek(
    vorm: str, opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same rows and schema, on one process and on two, and in the same bounded batches."""
    Path("a.ndjson").write_text("\n".join(DOCUMENTEN), "utf-8")
    heel = verwacht()
    assert heel.num_rows > len(DOCUMENTEN)
    for meeste in (4096, 100):
        monkeypatch.setattr(kolommen, "RIJEN", meeste)
        geschreven = list[object]()
        for processen in ("1", "2"):
            argv = ("--format", vorm, "--output", f"uit.{vorm}", "--processen", processen)
            assert opdracht("validate", "a.ndjson", *argv) == (2, "", "")
            gelezen = lees(f"uit.{vorm}")
            assert gelezen.equals(heel, check_metadata=True)
            assert gelezen.schema.metadata == {b"versie": b"1"}
            if vorm == "parquet":
                geschreven.append(Path("uit.parquet").read_bytes())
                continue
            bestand = pa.ipc.open_file("uit.arrow")
            maten = [bestand.get_batch(n).num_rows for n in range(bestand.num_record_batches)]
            assert max(maten) <= meeste
            assert len(maten) > 2 or meeste > heel.num_rows
            geschreven.append(maten)
        assert geschreven[0] == geschreven[1]


def test_wat_een_ander_proces_doet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process gives the rows as bytes, and text for a form of text."""
    monkeypatch.setattr(kolommen, "RIJEN", 100)
    context = Context()
    portie = [Invoer("a.ndjson", n, d.encode()) for n, d in enumerate(DOCUMENTEN, 1)]
    anders = {"summary": False, "overzicht": None, "quiet": False, "compact": True}
    argumenten = Namespace(format="arrow", koppeling=None, tabellen=context.tabellen, **anders)
    werk = werkbank.Schrijfwerk(argumenten, context, "nl", 80)
    for _ in range(2):
        (inhoud,), telling, _ = werk(portie)
        assert pa.ipc.open_stream(inhoud).read_all().equals(verwacht())
        assert telling["onleesbaar"] == 1
    argumenten.format = "csv"
    werk = werkbank.Schrijfwerk(argumenten, context, "nl", 80)
    eerste, tweede = werk(portie[:9]), werk(portie[:9])
    assert eerste == tweede
    (inhoud,) = eerste.heel({})
    assert inhoud.startswith(b"a.ndjson,")
    assert b"\nbestand," not in inhoud, "the head is written once, and not here"
    monkeypatch.setattr(werkbank, "_VOL", 1)
    ander = werk(portie[:9])
    assert len(ander.delen) > 2, "what is large goes in parts"
    assert (b"".join(ander.heel({})), ander.telling) == (inhoud, eerste.telling)


def test_rijen_en_mappen(opdracht: Opdracht) -> None:
    """A document is told by its path, or by its path and its first row."""
    Path("a.json").write_text(DOCUMENTEN[0], "utf-8")
    assert opdracht("validate", "a.json", "--format", "arrow", "--output", "uit").code in (0, 1)
    assert lees("uit")["document"][0].as_py() == "a.json"


def test_een_pijp(opdracht: Opdracht) -> None:
    """Stdout that is no terminal gets the bytes, whether or not it can go back."""
    Path("a.ndjson").write_text("\n".join(DOCUMENTEN), "utf-8")
    opdracht("validate", "a.ndjson", "--format", "parquet", "--output", "uit")
    with io.TextIOWrapper(io.BytesIO(), "utf-8") as uit, contextlib.redirect_stdout(uit):
        assert main(["validate", "a.ndjson", "--format", "parquet"]) == 2
        assert uit.buffer.getvalue() == Path("uit").read_bytes()


class Terminal(io.TextIOWrapper):
    """Stands for a stdout that someone looks at."""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True


def test_zo_niet(opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """No bytes on a terminal or into a text, nothing without pyarrow, and no going on later."""
    Path("a.json").write_text(DOCUMENTEN[0], "utf-8")
    argv = ("validate", "a.json", "--format", "parquet", "--taal")
    with contextlib.redirect_stdout(io.StringIO()) as uit:
        assert main(argv[:-1]) == 2
    assert uit.getvalue() == ""
    with Terminal(io.BytesIO(), "utf-8") as scherm, contextlib.redirect_stdout(scherm):
        assert main([*argv, "nl"]) == 2
        assert main([*argv, "en"]) == 2
    for taal, tekst in (("nl", "gaat alleen samen"), ("en", "only goes with")):
        fout = opdracht(*argv, taal, "--output", "uit", "--hervat")
        assert (fout.code, tekst in fout.err) == (2, True)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for taal, tekst in (("nl", "is de extra"), ("en", "needs the extra")):
        fout = opdracht(*argv, taal, "--output", "uit")
        assert (fout.code, fout.out) == (2, "")
        assert tekst in fout.err
    assert not Path("uit").exists()


def test_de_teksten(opdracht: Opdracht, capsys: Any) -> None:
    """What to do for a stdout that is no place for bytes is said in the language of the user."""
    Path("a.json").write_text(DOCUMENTEN[0], "utf-8")
    for taal, tekst in (("nl", "geef met --output een bestand"), ("en", "give a file with")):
        with contextlib.redirect_stdout(io.StringIO()):
            assert main(["validate", "a.json", "--format", "arrow", "--taal", taal]) == 2
        assert tekst in capsys.readouterr().err
