"""How a set of documents is measured: in one process, the variants in turn, each beside the floor.

A figure is the processor time of a variant divided by that of `orjson.loads` on the same bytes,
measured right before and right after it; the median over the parts of the set, in each of which the
variants take another turn. Imports nothing of the library.
"""

import gc
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

import orjson

DELEN: Final = 10
"""Parts of a set."""


class Proef(NamedTuple):
    """One document to judge; when nothing is wrong with it, it should be `akkoord`."""

    document: bytes
    fout: str = ""
    """What is wrong with it: its `vorm`, or a `regel` that it breaks."""


class Variant(NamedTuple):
    """A way to go through documents."""

    doe: Callable[[Sequence[bytes]], list[bool]]
    """Takes documents, and tells of each whether all was well."""
    ziet: frozenset[str] = frozenset({"vorm", "regel"})
    """What can be wrong with a document that it tells."""


def meet(varianten: Mapping[str, Variant], proeven: Sequence[Proef]) -> dict[str, float]:
    """Return the figure of each variant; stops when a verdict is not what it should be."""
    uit: dict[str, list[float]] = {naam: [] for naam in varianten}
    namen = [*varianten]
    grootte = -(-len(proeven) // DELEN)
    for begin in range(0, len(proeven), grootte):
        deel = proeven[begin : begin + grootte]
        data = [proef.document for proef in deel]
        gc.collect()
        eerder, _ = duur(vloer, data)
        for naam in namen:
            variant = varianten[naam]
            tijd, gevonden = duur(variant.doe, data)
            if gevonden != [proef.fout not in variant.ziet for proef in deel]:
                raise SystemExit(f"{naam}: not the verdicts that there should be")
            later, _ = duur(vloer, data)
            uit[naam].append(2 * tijd / (eerder + later))
            eerder = later
        namen = [*namen[1:], namen[0]]
    return {naam: statistics.median(gemeten) for naam, gemeten in uit.items()}


def duur(
    doe: Callable[[Sequence[bytes]], list[bool]], data: Sequence[bytes]
) -> tuple[float, list[bool]]:
    """Return how many seconds of processor time it takes, and what it answered."""
    gc.collect(1)  # what the one before left; all that there is would take longer than the work
    begin = time.process_time()
    gevonden = doe(data)
    return time.process_time() - begin, gevonden


def vloer(data: Sequence[bytes]) -> list[bool]:
    """Parse only: what everything is measured by."""
    for document in data:
        orjson.loads(document)
    return []
