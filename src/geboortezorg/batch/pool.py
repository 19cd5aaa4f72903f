"""The work of the core spread over processes."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Final

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
from geboortezorg.rapport import Rapport
from geboortezorg.regels.context import Context

_PER_KEER: Final = 64
"""Documents that go to a process at once: enough that sending them costs little."""

_VOORUIT: Final = 3
"""Portions for each process that are read ahead, so that none waits."""

_ONDERWEG: Final = 8 * OMVANG
"""Bytes that may be on their way, so that memory grows no further with large documents."""


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
    onderweg = deque[tuple[list[tuple[K, Gegeven]], int, Future[list[Rapport]]]]()
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
                yield from samengevoegd(klaar, toekomst.result())
        while onderweg:
            klaar, _, toekomst = onderweg.popleft()
            yield from samengevoegd(klaar, toekomst.result())
    except BrokenProcessPool:
        raise Procesfout from None
    finally:  # also when nobody asks for the rest
        pool.shutdown(cancel_futures=True)


_CONTEXTEN: Final[list[Context]] = []
"""In a process of the pool: the one context it judges by."""


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


def _in_proces(portie: list[bytes]) -> list[Rapport]:
    (context,) = _CONTEXTEN
    paren = ((None, document) for document in portie)
    return [rapport for _, rapport in hier(paren, context, SAMEN)]
