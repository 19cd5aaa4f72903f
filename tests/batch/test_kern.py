"""Many documents at once give the reports of each by itself."""

import json
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from geboortezorg import batch, dump, load, validate
from geboortezorg.batch import Procesfout, kern, pool, validate_many, validate_pairs
from geboortezorg.populatie import populatiecontext, population
from geboortezorg.rapport import Rapport

CONTEXT = populatiecontext()
DOCUMENTEN = [
    *(json.dumps(proef.document).encode() for proef in population(150, 7, fouten=20)),
    *(
        pad.read_bytes()
        for pad in sorted((Path(__file__).parents[2] / "voorbeelden").glob("*/*.json"))
    ),
    b"{",
    b"",
    b"\xff" * 20,
]
REPORTS = [validate(document, context=CONTEXT) for document in DOCUMENTEN]


@pytest.mark.parametrize("processen", [1, 2])
def test_dezelfde_rapporten(processen: int) -> None:
    """In the same order, unreadable ones too, however many processes there are."""
    rapporten = list(validate_many(iter(DOCUMENTEN), context=CONTEXT, processen=processen))
    assert rapporten == REPORTS
    assert [dump(rapport) for rapport in rapporten] == [dump(rapport) for rapport in REPORTS]


@pytest.mark.parametrize("processen", [1, 2])
def test_wat_geen_bytes_is(processen: int) -> None:
    """Each document keeps its own report, also when it came as text or parsed; or nobody has one."""
    fout = {**json.loads(DOCUMENTEN[0]), "schema_versie": "9"}
    tekst = json.dumps(fout)
    ruw = tekst.encode()
    vormen: list[Any] = [tekst, bytearray(ruw), memoryview(ruw), fout, load(DOCUMENTEN[0])]
    samen = [deel for vorm in vormen for deel in (vorm, DOCUMENTEN[0], DOCUMENTEN[-1])]
    rapporten = list(validate_many(samen, context=CONTEXT, processen=processen))
    assert rapporten == [validate(deel, context=CONTEXT) for deel in samen]
    for geen in (None, 3, [DOCUMENTEN[0]]):
        verkeerd: Any = [geen, DOCUMENTEN[0]]
        with pytest.raises(TypeError):
            next(validate_many(verkeerd, processen=processen))


def test_zonder_context() -> None:
    """Without a context the shipped tables apply, as for one document."""
    assert list(validate_many(DOCUMENTEN[:2])) == [validate(d) for d in DOCUMENTEN[:2]]


def test_leest_niet_alles_vooruit() -> None:
    """Input without end is read as the reports are asked for; who stops halfway leaves nothing."""
    gelezen = 0

    def eindeloos() -> Iterator[bytes]:
        nonlocal gelezen
        while True:
            gelezen += 1
            yield DOCUMENTEN[0]

    rapporten = validate_many(eindeloos(), context=CONTEXT, processen=2)
    for _ in range(100):
        assert next(rapporten) == REPORTS[0]
    assert gelezen < 1000
    rapporten.close()


def test_een_rapport_gaat_mee() -> None:
    """A report in place of a document keeps its place, with its key."""
    paren: list[tuple[str, bytes | Rapport]] = [
        ("a", DOCUMENTEN[0]),
        ("b", REPORTS[5]),
        ("c", DOCUMENTEN[1]),
    ]
    verwacht = [("a", REPORTS[0]), ("b", REPORTS[5]), ("c", REPORTS[1])]
    assert list(validate_pairs(paren, context=CONTEXT)) == verwacht
    assert list(validate_pairs(paren, context=CONTEXT, processen=2)) == verwacht


def test_wie_stopt_beeindigt_het_lezen() -> None:
    """Closing the reports closes what they come from."""
    gesloten = []

    def bron() -> Iterator[bytes]:
        try:
            while True:
                yield DOCUMENTEN[0]
        finally:
            gesloten.append(True)

    rapporten = validate_many(bron(), context=CONTEXT)
    next(rapporten)
    rapporten.close()
    assert gesloten == [True]


def test_grote_documenten_gaan_met_minder(monkeypatch: pytest.MonkeyPatch) -> None:
    """A portion is full by size too, and what is on its way is bounded by size."""
    monkeypatch.setattr(kern, "OMVANG", 100)
    paren = [(n, b" " * maat) for n, maat in enumerate((60, 60, 10, 100, 10))]
    delen = [([n for n, _ in portie], som) for portie, som in kern.porties(paren, 4, kern.maat)]
    assert delen == [([0, 1], 120), ([2, 3], 110), ([4], 10)]
    assert [len(portie) for portie, _ in kern.porties(paren, 2, lambda _: 0)] == [2, 2, 1]
    monkeypatch.setattr(pool, "_ONDERWEG", 1)
    gelezen = []

    def bron() -> Iterator[bytes]:
        for document in DOCUMENTEN:
            gelezen.append(document)
            yield document

    rapporten = validate_many(bron(), context=CONTEXT, processen=2)
    assert next(rapporten) == REPORTS[0]
    assert len(gelezen) == 1
    rapporten.close()


def test_rapporten_op_reis(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports come back as they were, and what many of them have in common is sent once."""
    werk = pool.Rapporteur(CONTEXT)
    gezien: dict[int, Any] = {}
    for begin, meeste in ((0, 4096), (0, 4096), (3, 4096), (0, 0), (140, 0)):
        monkeypatch.setattr(pool, "_MEESTE", meeste)
        antwoord = pickle.loads(pickle.dumps(werk(DOCUMENTEN[begin : begin + 20])))  # noqa: S301
        assert pool.heel(antwoord, gezien) == REPORTS[begin : begin + 20]
    (patronen,) = gezien.values()
    assert len(patronen) == len(werk.verzonden) < 40


GESTOPT = """
import os, signal
from geboortezorg.batch import validate_many

def bron():
    for nummer in range(10_000):
        yield b"{}"
        if nummer == 500:
            os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    for _ in validate_many(bron(), processen=2):
        pass
"""

ALS_FORK = """
import threading
from geboortezorg import proces
from multiprocessing.context import SpawnProcess

def geen(_):
    raise SystemExit("not a fork")

SpawnProcess.start = geen
proces.neem()
assert proces.alleen()
"""
"""For the top of a script: the process is its own, and forks."""


def test_een_proces_dat_verdwijnt() -> None:
    """When a process dies the work ends, and that is said in one exception."""

    def bron() -> Iterator[bytes]:
        for nummer in range(10_000):
            yield b"{}"
            if nummer == 500:
                for proces in multiprocessing.active_children():
                    proces.kill()

    with pytest.raises(Procesfout, match="onverwacht gestopt") as fout:
        list(validate_many(bron(), processen=2))
    assert fout.value.__suppress_context__
    assert multiprocessing.active_children() == []


VORK = pytest.param(ALS_FORK, marks=pytest.mark.skipif(sys.platform != "linux", reason="no forks"))


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
@pytest.mark.parametrize("begin", ["", VORK])
def test_niets_blijft_achter(begin: str, tmp_path: Path) -> None:
    """When what asked for the work is stopped at once, its processes end."""
    script = tmp_path / "gestopt.py"
    script.write_text(begin + GESTOPT, "utf-8")
    einde = subprocess.run(  # noqa: S603
        [sys.executable, str(script)], capture_output=True, text=True, timeout=120, check=False
    )  # its pipes close when the last process that has them is gone
    assert einde.returncode == -signal.SIGKILL
    assert "Traceback" not in einde.stderr


def test_alleen_wat_er_is() -> None:
    """The package gives no other names than its own."""
    assert batch.validate_arrow.__name__ == "validate_arrow"
    with pytest.raises(AttributeError, match="onbekend"):
        _ = batch.onbekend


def test_minstens_een() -> None:
    """No processes at all is refused at once."""
    with pytest.raises(ValueError, match="minstens 1"):
        validate_many([], processen=0)


def test_geen_documenten() -> None:
    """Nothing in, nothing out."""
    assert list(validate_many([], processen=2)) == []
