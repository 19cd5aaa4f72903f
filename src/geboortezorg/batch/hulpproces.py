"""A process that does one kind of work on what it is sent, and sends back what it made of it.

Each has pipes of its own: when it ends halfway an answer (it was stopped, or memory ran out) its
pipe ends too. The processes of `concurrent.futures` share one, which then never ends: whoever waits
for the rest of that answer waits for ever.
"""

import multiprocessing
import os
import pickle
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Final, Generic, TypeVar, final

from geboortezorg import proces
from geboortezorg.batch.kern import Procesfout

A = TypeVar("A")

_RUIMTE: Final = 1 << 20
"""Bytes that a pipe is to hold: what Linux allows to everyone."""


@final
class Hulpproces(Generic[A]):
    """One process, and what it was given and did not answer yet."""

    __slots__ = ("_naar", "_proces", "_terug", "onderweg")

    def __init__(self, werk: Callable[[Any], A]) -> None:
        """Start it; `werk` goes to it once."""
        fork = proces.alleen()
        # A fork of threads can hang, and what it has of others it must not use.
        context: Any = multiprocessing.get_context("fork" if fork else "spawn")
        ontvangt, self._naar = context.Pipe(duplex=False)
        self._terug, zendt = context.Pipe(duplex=False)
        self.onderweg = deque[Future[A]]()
        _verruim(self._naar)
        _verruim(self._terug)
        with ontvangt, zendt:  # the process has its own, and ends them when it ends
            if fork:  # it has the work, and all that was made for it, as they are
                met_werk = (ontvangt, zendt, werk)
                self._proces = context.Process(target=doe_als_fork, args=met_werk, daemon=True)
                with _zonder_sigint():
                    self._proces.start()
                return
            self._proces = context.Process(target=doe, args=(ontvangt, zendt), daemon=True)
            self._proces.start()
        self._zend(werk)  # not as an argument: start() waits for ever when the process has ended

    def geef(self, gegeven: object) -> Future[A]:
        """Send it something, and return what will hold the answer."""
        self._zend(gegeven)
        toekomst: Future[A] = Future()
        self.onderweg.append(toekomst)
        return toekomst

    def _zend(self, gegeven: object) -> None:
        try:
            zend(self._naar, gegeven)
        except OSError:
            raise Procesfout from None

    def _ontvang(self) -> None:
        """Take its next answer; answers come in the order of what it was given."""
        try:
            uitkomst, fout = ontvang(self._terug)
        except (EOFError, OSError):
            raise Procesfout from None
        toekomst = self.onderweg.popleft()
        if fout is None:
            toekomst.set_result(uitkomst)
        else:
            toekomst.set_exception(fout)

    def eindig(self) -> None:
        """Let it end, whatever it was doing."""
        self._naar.close()
        self._terug.close()
        self._proces.join()

    @staticmethod
    def neem_antwoorden(hulp: Iterable["Hulpproces[A]"], wachten: float | None = None) -> None:
        """Take an answer of each that has one, waiting for the first."""
        bezig = [een for een in hulp if een.onderweg]
        klaar = wait([een._terug for een in bezig], wachten)
        for een in bezig:
            if een._terug in klaar:
                een._ontvang()


@contextmanager
def _zonder_sigint() -> Iterator[None]:
    """Let a fork that starts meanwhile not be interrupted before it says that it takes none."""
    eerder = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, eerder)


def _verruim(pijp: Connection) -> None:
    """Let a pipe hold what is on its way, where the system can: who sends does not wait then."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl  # noqa: PLC0415 - not every system has it, nor what is asked of it

        fcntl.fcntl(pijp.fileno(), fcntl.F_SETPIPE_SZ, _RUIMTE)


def zend(naar: Connection, gegeven: object) -> None:
    """Send something; bytes in it that are a `PickleBuffer` follow by themselves."""
    los: list[pickle.PickleBuffer] = []
    naar.send_bytes(pickle.dumps(gegeven, 5, buffer_callback=los.append))
    for een in los:
        naar.send_bytes(een)


def ontvang(van: Connection) -> Any:
    """Return what was sent; it says itself how many bytes follow."""
    return ForkingPickler.loads(van.recv_bytes(), buffers=iter(van.recv_bytes, None))


_EINDE: Final = object()


def doe_als_fork(ontvangt: Connection, zendt: Connection, werk: Callable[[Any], Any]) -> None:
    """In a process that is a fork: let go of what is not its own, and do the work."""
    _laat_los({ontvangt.fileno(), zendt.fileno()})
    doe(ontvangt, zendt, werk)


def _laat_los(houd: Iterable[int]) -> None:
    """Let every other file lead nowhere: its number stays taken, so that nothing else is closed by it.

    An end of a pipe of another process would keep that from ending, and a lock would stay locked.
    """
    nergens = os.open(os.devnull, os.O_RDWR)
    anders = {int(pad.name) for pad in Path("/proc/self/fd").iterdir()} - {0, 1, 2, nergens, *houd}
    for een in anders:
        os.dup2(nergens, een, inheritable=False)
    os.close(nergens)


def doe(ontvangt: Connection, zendt: Connection, werk: Callable[[Any], Any] | None = None) -> None:
    """In the process: do the work on all that comes, while answers are asked.

    The work comes first, when the process does not have it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asked for the work says when it ends
    proces.neem()
    gegeven = SimpleQueue[Any]()
    # Always reading: two who each wait until the other has read would wait for ever.
    threading.Thread(target=_lees, args=(ontvangt, gegeven), daemon=True).start()
    alles = iter(gegeven.get, _EINDE)
    with suppress(OSError, StopIteration):  # the second: nobody was there for any work
        werk = next(alles) if werk is None else werk
        for een in alles:
            zend(zendt, _antwoord(werk, een))
            proces.geladen()


def _lees(ontvangt: Connection, gegeven: "SimpleQueue[Any]") -> None:
    try:
        with suppress(EOFError, OSError):
            while True:
                gegeven.put(ontvang(ontvangt))
    finally:  # also when what came cannot be read here: then the process ends, and that is seen
        gegeven.put(_EINDE)


def _antwoord(werk: Callable[[Any], A], gegeven: Any) -> tuple[A | None, Exception | None]:
    """Return what the work gives, or what it raises with where that was: places, and no values."""
    try:
        return werk(gegeven), None
    except Exception as fout:  # noqa: BLE001 - it is raised where the answer is asked for
        fout.add_note("".join(traceback.format_tb(fout.__traceback__)))
        return None, fout
