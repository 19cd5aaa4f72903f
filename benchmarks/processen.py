"""What `validate` costs on one and on two processes, and how much memory it takes.

A file of made-up dossiers is judged in a process of its own, its answer thrown away. `processor` is the
processor time of all processes together: on a machine with nothing else to do, two processes are
2 x (time of one) / (time of two) times as quick. `wall` says the same when nothing else runs.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from gegevens import dossiers


def meet(pad: Path, processen: int) -> tuple[float, float, float]:
    """Return seconds of processor time, seconds, and MiB of the largest process."""
    voor = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    opdracht = [
        *(sys.executable, "-m", "geboortezorg", "validate", str(pad), "--format", "ndjson"),
        *("--processen", str(processen), "--output", os.devnull),
    ]
    meter = "import resource, subprocess, sys, json; subprocess.run(sys.argv[1:], check=False); "
    meter += "r = resource.getrusage(resource.RUSAGE_CHILDREN); print(r.ru_maxrss)"
    uit = subprocess.run(
        [sys.executable, "-c", meter, *opdracht], capture_output=True, text=True, check=True
    )
    na = resource.getrusage(resource.RUSAGE_CHILDREN)
    tijd = na.ru_utime + na.ru_stime - voor.ru_utime - voor.ru_stime
    return tijd, time.perf_counter() - begin, json.loads(uit.stdout) / 1024


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


def metingen(aantal: int) -> Iterator[Meting]:
    """Yield what 1 document, a quarter of them and all cost, on one and on two processes."""
    with tempfile.TemporaryDirectory() as naam:
        pad = Path(naam) / "jaar.ndjson"
        alle = dossiers(aantal)
        for deel in (1, aantal // 4, aantal):
            pad.write_bytes(b"\n".join(alle[:deel]))
            for processen in (1, 2):
                yield Meting(deel, processen, *meet(pad, processen))
