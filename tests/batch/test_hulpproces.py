"""Processes that do work, and end with whoever asked for it."""

import multiprocessing
import multiprocessing.context
import os
import pickle
import signal
import threading
from collections.abc import Iterator
from functools import partial
from multiprocessing.connection import wait
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest

from geboortezorg import proces
from geboortezorg.batch import Procesfout, pool
from geboortezorg.batch.hulpproces import (
    _EINDE,
    Hulpproces,
    _lees,
    _verruim,
    doe,
    doe_als_fork,
    ontvang,
    zend,
)
from geboortezorg.batch.kern import OMVANG
from geboortezorg.cli.invoer import Stuk
from geboortezorg.cli.werkbank import Geschreven

GROOT = 20_000_000
"""Bytes of an answer that is far larger than a pipe."""


@pytest.fixture
def sigint() -> Iterator[None]:
    """Put back what is done on an interrupt: `doe` is meant for a process of its own."""
    eerder = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, eerder)


def test_in_het_proces(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a process does, done here: it answers all it was sent, and says it is ours alone."""
    gedaan: list[object] = []
    monkeypatch.setattr(signal, "signal", lambda soort, _: gedaan.append(soort))
    monkeypatch.setattr(proces, "neem", lambda: gedaan.append("genomen"))
    monkeypatch.setattr(proces, "geladen", lambda: gedaan.append("geladen"))
    ontvangt, naar = multiprocessing.Pipe(duplex=False)
    terug, zendt = multiprocessing.Pipe(duplex=False)
    naar.send(sum)
    naar.send([1, 2])
    naar.send(["a"])
    naar.close()
    doe(ontvangt, zendt)
    assert terug.recv() == (3, None)
    uitkomst, fout = terug.recv()
    assert uitkomst is None
    assert type(fout) is TypeError
    assert "hulpproces.py" in fout.__notes__[0]
    assert gedaan == [signal.SIGINT, "genomen", "geladen", "geladen"]


class Vork:
    """Stands for how a process is started as a fork: it keeps what it would do."""

    def __init__(self) -> None:
        self.doel: Any = None
        self.gegeven: tuple[Any, ...] = ()
        self.masker: set[int] = set()

    Pipe = staticmethod(multiprocessing.Pipe)

    def Process(self, *, target: Any, args: tuple[Any, ...], daemon: bool) -> "Vork":  # noqa: N802
        """Keep what it is to do."""
        self.doel, self.gegeven = target, args
        assert daemon
        return self

    def start(self) -> None:
        """Keep which signals do not come through."""
        self.masker = {*signal.pthread_sigmask(signal.SIG_BLOCK, ())}

    def join(self) -> None:
        """End at once."""


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="no system with forks")
def test_als_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where that is sure to go well a process has its work at once: nothing is sent to it."""
    vork, gevraagd = Vork(), list[str]()

    def context(hoe: str) -> Vork:
        gevraagd.append(hoe)
        return vork

    monkeypatch.setattr(multiprocessing, "get_context", context)
    monkeypatch.setattr(proces, "alleen", lambda: True)
    voor = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    hulp = Hulpproces(len)
    assert gevraagd == ["fork"]
    assert (vork.doel, vork.gegeven[2]) == (doe_als_fork, len)
    assert all(einde.closed for einde in vork.gegeven[:2]), "the fork has them by now"
    assert vork.masker == {*voor, signal.SIGINT}
    assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == voor
    hulp.eindig()


@pytest.mark.usefixtures("sigint")
def test_in_een_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fork lets go of every file but its own, the first three and those it was given."""
    if not Path("/proc/self/fd").is_dir():
        pytest.skip("forks are only made where the system tells of every file")
    omgeleid = dict[int, bool]()

    def dup2(_: int, naar: int, inheritable: bool = True) -> None:
        omgeleid[naar] = inheritable

    monkeypatch.setattr(os, "dup2", dup2)
    ontvangt, naar = multiprocessing.Pipe(duplex=False)
    terug, zendt = multiprocessing.Pipe(duplex=False)
    naar.send([1, 2])
    with Path(os.devnull).open("rb") as ander:
        threading.Timer(1, naar.close).start()
        doe_als_fork(ontvangt, zendt, sum)
        assert terug.recv() == (3, None)
        assert {ander.fileno(), terug.fileno()} <= omgeleid.keys()
    assert not omgeleid.keys() & {0, 1, 2, ontvangt.fileno(), zendt.fileno()}
    assert not any(omgeleid.values())


def test_bytes_gaan_vanzelf() -> None:
    """Bytes that ask for it are no part of the pickle: they arrive as they were, also none."""
    uit, naar = multiprocessing.Pipe(duplex=False)
    stuk = Stuk("a.ndjson", 3, b"{}\n[]", 6)
    geschreven = Geschreven((b"", b"x" * 5000, 0), {"oordelen": [["akkoord", 2]]}, (1, (b"y",)))
    for een in ([stuk, stuk], (geschreven, None), [1]):
        zend(naar, een)
        assert ontvang(uit) == een
    assert geschreven.aantal == 2
    zend(naar, stuk)
    assert b"{}" not in uit.recv_bytes()
    assert uit.recv_bytes() == stuk.inhoud
    zend(naar, geschreven)
    assert b"x" * 9 not in uit.recv_bytes(), "what is little is copied, what is large is not"
    assert uit.recv_bytes() == geschreven.delen[1]


def test_een_pijp_met_ruimte(monkeypatch: pytest.MonkeyPatch) -> None:
    """A portion of the usual size fits in it, so that who sends it need not wait; or it stays as it was."""
    fcntl = pytest.importorskip("fcntl")
    if not hasattr(fcntl, "F_GETPIPE_SZ"):
        pytest.skip("the system does not tell how large a pipe is")
    _, naar = multiprocessing.Pipe(duplex=False)
    _verruim(naar)
    assert fcntl.fcntl(naar.fileno(), fcntl.F_GETPIPE_SZ) > 2 * OMVANG

    def mag_niet(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(fcntl, "fcntl", mag_niet)
    _verruim(naar)


@pytest.mark.usefixtures("sigint")
def test_niemand_voor_het_antwoord() -> None:
    """When nobody is there any more the process ends, without a word."""
    ontvangt, naar = multiprocessing.Pipe(duplex=False)
    terug, zendt = multiprocessing.Pipe(duplex=False)
    naar.send(sum)
    naar.send([1, 2])
    terug.close()
    doe(ontvangt, zendt)


def test_midden_in_een_antwoord() -> None:
    """A process that dies while it sends is seen: nobody waits for the rest."""
    hulp = Hulpproces(bytes)
    toekomst = hulp.geef(GROOT)
    wait([hulp._terug])  # the first of the answer is there, and the pipe is full
    (kind,) = multiprocessing.active_children()
    kind.kill()
    with pytest.raises(Procesfout) as fout:
        Hulpproces.neem_antwoorden([hulp])
    assert fout.value.__suppress_context__
    assert not toekomst.done()
    kind.join()
    with pytest.raises(Procesfout):
        hulp.geef(GROOT)
    hulp.eindig()
    assert multiprocessing.active_children() == []


def test_gestopt_voor_het_begint(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that ends before it has its work, which can be large, is seen too."""
    gestart = multiprocessing.context.SpawnProcess.start

    def start(proces: Any) -> None:
        gestart(proces)
        proces.kill()
        proces.join()

    monkeypatch.setattr(multiprocessing.context.SpawnProcess, "start", start)
    with pytest.raises(Procesfout):
        Hulpproces(partial(max, bytes(GROOT)))


@pytest.mark.usefixtures("sigint")
def test_niemand_voor_het_begint() -> None:
    """When nobody is there any more before there is work, the process ends too."""
    ontvangt, naar = multiprocessing.Pipe(duplex=False)
    _, zendt = multiprocessing.Pipe(duplex=False)
    naar.close()
    doe(ontvangt, zendt)


def test_onleesbaar_is_het_einde() -> None:
    """What cannot be read in the process ends it: it does not wait for the next."""
    ontvangt, naar = multiprocessing.Pipe(duplex=False)
    gegeven = SimpleQueue[Any]()
    naar.send_bytes(b"geen pickle")
    with pytest.raises(pickle.UnpicklingError):
        _lees(ontvangt, gegeven)
    assert gegeven.get(timeout=5) is _EINDE


def test_groot_over_en_weer() -> None:
    """Large work and large answers pass each other, and order is kept."""
    porties = [([bytes([n])], 1) for n in range(8)]
    gedaan = pool.verdeel(porties, bytes.upper, 2, zend=lambda portie: portie[0] * GROOT)
    assert [(portie, antwoord[:1], len(antwoord)) for portie, antwoord in gedaan] == [
        (portie, portie[0].upper(), GROOT) for portie, _ in porties
    ]


def test_wat_het_werk_meldt() -> None:
    """What the work raises is raised where its answer is asked for; then all end."""
    porties: list[tuple[list[Any], int]] = [([1, 2], 0), (["a"], 0)]
    gedaan = pool.verdeel(porties, sum, 2)
    assert next(gedaan) == ([1, 2], 3)
    with pytest.raises(TypeError) as fout:
        next(gedaan)
    assert "hulpproces.py" in fout.value.__notes__[0]
    assert multiprocessing.active_children() == []


def test_niet_meer_processen_dan_nodig() -> None:
    """Of the processes that are allowed only those start that have something to do."""
    gedaan = pool.verdeel([([1], 0)], sum, 8)
    assert next(gedaan) == ([1], 1)
    assert len(multiprocessing.active_children()) == 1
    gedaan.close()
    assert multiprocessing.active_children() == []
