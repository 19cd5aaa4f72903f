"""What `validate` costs on one and on two processes, and how much memory it takes.

    python benchmarks/processen.py [--aantal 8000] [--rondes 5]

A file of made-up dossiers is judged in processes of their own, in the context they are made for, and the
answer thrown away. One process and two take turns, and the median of the rounds counts. `processor` is the
processor time of all processes together: on a machine with nothing else to do, two processes are
2 x (time of one) / (time of two) times as quick, and other work on it changes that little. Starting is left
out by taking the time of a quarter from that of all. `wall` says the same when nothing else runs.
"""

import argparse
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from gegevens import dossiers

from geboortezorg import dump
from geboortezorg.populatie import contextdocument

RONDES = 5


def meet(pad: Path, processen: int) -> tuple[float, float, float]:
    """Return seconds of processor time, seconds, and MiB of the largest process."""
    voor = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    opdracht = [
        *(sys.executable, "-m", "geboortezorg", "validate", str(pad), "--format", "ndjson"),
        *("--context", str(pad.with_name("context.json"))),
        *("--processen", str(processen), "--output", os.devnull),
    ]
    meter = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=False); "
    meter += "r = resource.getrusage(resource.RUSAGE_CHILDREN); print(r.ru_maxrss)"
    uit = subprocess.run(
        [sys.executable, "-c", meter, *opdracht], capture_output=True, text=True, check=True
    )
    na = resource.getrusage(resource.RUSAGE_CHILDREN)
    tijd = na.ru_utime + na.ru_stime - voor.ru_utime - voor.ru_stime
    return tijd, time.perf_counter() - begin, int(uit.stdout) / 1024


class Meting(NamedTuple):
    """What some documents cost on some processes."""

    documenten: int
    processen: int
    processor: float
    muur: float
    geheugen: float

    @property
    def rij(self) -> Sequence[str]:
        """Return the row of the table."""
        tijden = f"{self.processor:.2f}", f"{self.muur:.2f}"
        return f"{self.documenten}", f"{self.processen}", *tijden, f"{self.geheugen:.0f}"


KOP = ("documents", "processes", "processor s", "wall s", "MiB")


def metingen(aantal: int, rondes: int = RONDES) -> Iterator[Meting]:
    """Yield what 1 document, a quarter of them and all cost, on one and on two processes."""
    with tempfile.TemporaryDirectory() as naam:
        pad = Path(naam) / "jaar.ndjson"
        pad.with_name("context.json").write_bytes(dump(contextdocument()))
        alle = dossiers(aantal)
        for deel in (1, aantal // 4, aantal):
            pad.write_bytes(b"\n".join(alle[:deel]))
            gemeten = [[meet(pad, processen) for processen in (1, 2)] for _ in range(rondes)]
            for processen, delen in enumerate(zip(*gemeten, strict=True), 1):
                tijd, muur, geheugen = zip(*delen, strict=True)
                yield Meting(deel, processen, median(tijd), median(muur), max(geheugen))


def main() -> None:
    """Measure and print a table in Markdown."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--aantal", type=int, default=8000)
    lezer.add_argument("--rondes", type=int, default=RONDES)
    keuze = lezer.parse_args()
    print(f"CPython {platform.python_version()}, {keuze.rondes} rounds\n")
    print(f"| {' | '.join(KOP)} |\n|{' ---: |' * len(KOP)}")
    gevonden = {}
    for meting in metingen(keuze.aantal, keuze.rondes):
        print(f"| {' | '.join(meting.rij)} |", flush=True)
        gevonden[meting.documenten, meting.processen] = meting.processor
    een, twee = (gevonden[keuze.aantal, n] - gevonden[keuze.aantal // 4, n] for n in (1, 2))
    print(f"\ntwo processors beside one: {2 * een / twee:.2f}")


if __name__ == "__main__":
    main()
