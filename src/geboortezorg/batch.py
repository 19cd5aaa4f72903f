"""Many documents: the same reports as one by one, in the same order, on more processors."""

import multiprocessing
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import Final

from geboortezorg.rapport import Rapport
from geboortezorg.regels.context import Context
from geboortezorg.validation import validate_portion

_PER_KEER: Final = 64
"""Documents that go to a process at once: enough that sending them costs little."""

_SAMEN: Final = 16
"""Documents that are judged together: more are not quicker, and are in memory at once."""

_VOORUIT: Final = 3
"""Portions for each process that are read ahead, so that none waits; memory grows no further."""


def validate_many(
    documenten: Iterable[bytes], *, context: Context | None = None, processen: int = 1
) -> Generator[Rapport, None, None]:
    """Yield the report of each document, in order.

    With `processen` above 1 that many processes judge them; each starts afresh and takes the
    `context` with it, so a script must start its work under ``if __name__ == "__main__"``. The
    documents are read as the reports are asked for, a few hundred ahead. Raises ValueError when
    `processen` is less than 1.
    """
    if processen < 1:
        raise ValueError("processen is minstens 1")
    context = Context() if context is None else context
    if processen == 1:
        return _beoordeel(documenten, context)
    return _verdeeld(documenten, context, processen)


def _beoordeel(documenten: Iterable[bytes], context: Context) -> Generator[Rapport, None, None]:
    bron = iter(documenten)
    while portie := list(islice(bron, _SAMEN)):
        yield from validate_portion(portie, context)


def _verdeeld(
    documenten: Iterable[bytes], context: Context, processen: int
) -> Generator[Rapport, None, None]:
    pool = ProcessPoolExecutor(
        processen,
        mp_context=multiprocessing.get_context("spawn"),  # a fork of threads can hang
        initializer=_begin,
        initargs=(context,),
    )
    bron, onderweg = iter(documenten), deque[Future[list[Rapport]]]()
    try:
        while portie := list(islice(bron, _PER_KEER)):
            onderweg.append(pool.submit(_in_proces, portie))
            if len(onderweg) > processen * _VOORUIT:
                yield from onderweg.popleft().result()
        while onderweg:
            yield from onderweg.popleft().result()
    finally:  # also when nobody asks for the rest
        pool.shutdown(cancel_futures=True)


_CONTEXTEN: Final[list[Context]] = []
"""In a process of the pool: the one context it judges by."""


def _begin(context: Context) -> None:
    _CONTEXTEN[:] = [context]


def _in_proces(portie: list[bytes]) -> list[Rapport]:
    (context,) = _CONTEXTEN
    return list(_beoordeel(portie, context))
