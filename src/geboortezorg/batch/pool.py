"""The work of the core spread over processes."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Final, TypeAlias

from geboortezorg.batch.kern import (
    OMVANG,
    SAMEN,
    Gegeven,
    K,
    Procesfout,
    documenten,
    hier,
    porties,
    samengevoegd,
)
from geboortezorg.rapport import Rapport, RegelUitkomst
from geboortezorg.regels.context import Context

_PER_KEER: Final = 64
"""Documents that go to a process at once: enough that sending them costs little."""

_VOORUIT: Final = 3
"""Portions for each process that are read ahead, so that none waits."""

_ONDERWEG: Final = 8 * OMVANG
"""Bytes that may be on their way, so that memory grows no further with large documents."""


_MEESTE: Final = 4096
"""Patterns of outcomes that are sent once; more are sent with each report."""

_Uitkomsten: TypeAlias = tuple[RegelUitkomst, ...]
_Antwoord: TypeAlias = tuple[int, list[_Uitkomsten], list[tuple[int | None, Rapport]]]
"""The process, the patterns that it sends for the first time, and each report with the number of its
pattern in place of that: nearly all that a report has is in it, and few patterns are different."""


def verdeeld(
    paren: Iterable[tuple[K, Gegeven]], context: Context, processen: int
) -> Generator[tuple[K, Rapport], None, None]:
    """Yield the reports, judged by so many processes."""
    pool = ProcessPoolExecutor(
        processen,
        mp_context=multiprocessing.get_context("spawn"),  # a fork of threads can hang
        initializer=_begin_proces,
        initargs=(context,),
    )
    onderweg = deque[tuple[list[tuple[K, Gegeven]], int, Future[_Antwoord]]]()
    gezien: dict[int, list[_Uitkomsten]] = {}
    omvang = 0
    try:
        for portie in porties(paren, _PER_KEER):
            inhoud = documenten(portie)
            maat = sum(map(len, inhoud))
            onderweg.append((portie, maat, pool.submit(_in_proces, inhoud)))
            omvang += maat
            while len(onderweg) > processen * _VOORUIT or omvang > _ONDERWEG:
                klaar, maat, toekomst = onderweg.popleft()
                omvang -= maat
                yield from samengevoegd(klaar, _heel(toekomst.result(), gezien))
        while onderweg:
            klaar, _, toekomst = onderweg.popleft()
            yield from samengevoegd(klaar, _heel(toekomst.result(), gezien))
    except BrokenProcessPool:
        raise Procesfout from None
    finally:  # also when nobody asks for the rest
        pool.shutdown(cancel_futures=True)


_CONTEXTEN: Final[list[Context]] = []
"""In a process of the pool: the one context it judges by."""


_VERZONDEN: Final[dict[int, tuple[int, _Uitkomsten]]] = {}
"""In a process of the pool: outcomes of rules that were sent, by identity, with their number."""


def _begin_proces(context: Context) -> None:
    """Leave Ctrl-C to who asked for the work, and end when that one is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_eindig_met_ouder, daemon=True).start()
    _CONTEXTEN[:] = [context]


def _eindig_met_ouder() -> None:
    ouder = multiprocessing.parent_process()
    if ouder is not None:
        ouder.join()
        os._exit(1)


def _in_proces(portie: list[bytes]) -> _Antwoord:
    (context,) = _CONTEXTEN
    nieuw: list[_Uitkomsten] = []
    uit: list[tuple[int | None, Rapport]] = []
    for _, rapport in hier(((None, document) for document in portie), context, SAMEN):
        bekend = _VERZONDEN.get(id(rapport.regels))
        if bekend is None and len(_VERZONDEN) < _MEESTE:
            bekend = _VERZONDEN[id(rapport.regels)] = (len(_VERZONDEN), rapport.regels)
            nieuw.append(rapport.regels)
        uit.append((None, rapport) if bekend is None else (bekend[0], rapport.compact()))
    return os.getpid(), nieuw, uit


def _heel(antwoord: _Antwoord, gezien: dict[int, list[_Uitkomsten]]) -> list[Rapport]:
    """Return the reports as they were; answers of a process come in the order it gave them."""
    nummer, nieuw, delen = antwoord
    bekend = gezien.setdefault(nummer, [])
    bekend += nieuw
    for plaats, rapport in delen:
        if plaats is not None:
            object.__setattr__(rapport, "regels", bekend[plaats])  # it is here for the first time
    return [rapport for _, rapport in delen]
