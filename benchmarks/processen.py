"""What `validate` costs on one and on two processes, and how much memory it takes.

    python benchmarks/processen.py [--aantal 8000] [--rondes 5]

A file of made-up dossiers is judged in processes of their own, in the context they are made for, and the
answer thrown away. The ways take turns, and the median of the rounds counts. `processor` is the
processor time of all processes together: on a machine with nothing else to do, two processes are
2 x (time of one) / (time of two) times as quick, and other work on it changes that little. Starting is left
out by taking the time of a quarter from that of all. `wall` says the same when nothing else runs.
`2 apart` is what the machine can give: two processes at once that share no work, each with half of the
documents. Processors that share memory, or are one core to the host, are each slower when both are busy.
"""

import argparse
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from gegevens import dossiers

from geboortezorg import dump
from geboortezorg.populatie import contextdocument

RONDES = 5
EEN, TWEE, APART = "1", "2", "2 apart"
"""The ways: on one process, on two, and as two runs at once."""

_METER = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=False); "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)


def meet(paden: Sequence[Path], processen: str) -> tuple[float, float, float]:
    """Return seconds of processor time, seconds, and MiB of the largest process, of runs at once."""
    voor = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    lopend = [
        subprocess.Popen(
            [
                *(sys.executable, "-c", _METER),
                *(sys.executable, "-m", "geboortezorg", "validate", str(pad), "--format", "ndjson"),
                *("--context", str(pad.with_name("context.json"))),
                *("--processen", processen, "--output", os.devnull),
            ],
            stdout=subprocess.PIPE,
        )
        for pad in paden
    ]
    geheugen = max(int(een.communicate()[0]) for een in lopend)
    na = resource.getrusage(resource.RUSAGE_CHILDREN)
    tijd = na.ru_utime + na.ru_stime - voor.ru_utime - voor.ru_stime
    return tijd, time.perf_counter() - begin, geheugen / 1024


class Meting(NamedTuple):
    """What some documents cost on some processes."""

    documenten: int
    processen: str
    processor: float
    muur: float
    geheugen: float

    @property
    def rij(self) -> Sequence[str]:
        """Return the row of the table."""
        tijden = f"{self.processor:.2f}", f"{self.muur:.2f}"
        return f"{self.documenten}", self.processen, *tijden, f"{self.geheugen:.0f}"


KOP = ("documents", "processes", "processor s", "wall s", "MiB")


def metingen(aantal: int, rondes: int = RONDES) -> Iterator[Meting]:
    """Yield what 1 document, a quarter of them and all cost, in each way."""
    with tempfile.TemporaryDirectory() as naam:
        heel, *helften = (Path(naam) / f"{deel}.ndjson" for deel in ("heel", "een", "ander"))
        heel.with_name("context.json").write_bytes(dump(contextdocument()))
        wijzen = {EEN: ([heel], "1"), TWEE: ([heel], "2"), APART: (helften, "1")}
        alle = dossiers(aantal)
        for deel in (1, aantal // 4, aantal):
            heel.write_bytes(b"\n".join(alle[:deel]))
            for plaats, helft in enumerate(helften):
                helft.write_bytes(b"\n".join(alle[plaats:deel:2]))
            gemeten = [[meet(*hoe) for hoe in wijzen.values()] for _ in range(rondes)]
            for wijze, delen in zip(wijzen, zip(*gemeten, strict=True), strict=True):
                tijd, muur, geheugen = zip(*delen, strict=True)
                yield Meting(deel, wijze, median(tijd), median(muur), max(geheugen))


def van_wijze(metingen: Iterable[Meting], wijze: str) -> tuple[Meting, Meting, Meting]:
    """Return the measurements of a way with one document, with a quarter, and with all."""
    een, kwart, alle = (meting for meting in metingen if meting.processen == wijze)
    return een, kwart, alle


def sneller(metingen: Sequence[Meting], wijze: str) -> float:
    """Return how many times as quick a way with two is as one, by processor time, less starting.

    On one document the second process is not even started, so that is not what is left out.
    """
    een, twee = (
        alle.processor - kwart.processor
        for _, kwart, alle in (van_wijze(metingen, w) for w in (EEN, wijze))
    )
    return 2 * een / twee


def main() -> None:
    """Measure and print a table in Markdown."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--aantal", type=int, default=8000)
    lezer.add_argument("--rondes", type=int, default=RONDES)
    keuze = lezer.parse_args()
    print(f"CPython {platform.python_version()}, {keuze.rondes} rounds\n")
    print(f"| {' | '.join(KOP)} |\n|{' ---: |' * len(KOP)}")
    gemeten = []
    for meting in metingen(keuze.aantal, keuze.rondes):
        print(f"| {' | '.join(meting.rij)} |", flush=True)
        gemeten.append(meting)
    print(f"\ntwo processors beside one: {sneller(gemeten, TWEE):.2f}")
    print(f"what the machine gives: {sneller(gemeten, APART):.2f}")


if __name__ == "__main__":
    main()
