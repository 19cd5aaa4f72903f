"""What `validate` costs on one and on two processes, and how much memory it takes.

    python benchmarks/processen.py [--aantal 4000]

A file of made-up dossiers is judged in a process of its own, its answer thrown away. `processor` is the
processor time of all processes together: on a machine with nothing else to do, two processes are
2 x (time of one) / (time of two) times as quick. `wall` says the same when nothing else runs.
"""

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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


def main() -> None:
    """Measure and print a table in Markdown."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--aantal", type=int, default=4000)
    keuze = lezer.parse_args()
    print(f"CPython {platform.python_version()}\n")
    print(
        "| documents | processes | processor s | wall s | MiB |\n| ---: | ---: | ---: | ---: | ---: |"
    )
    with tempfile.TemporaryDirectory() as naam:
        pad = Path(naam) / "jaar.ndjson"
        alle = dossiers(keuze.aantal)
        for aantal in (1, keuze.aantal // 4, keuze.aantal):
            pad.write_bytes(b"\n".join(alle[:aantal]))
            for processen in (1, 2):
                tijd, muur, geheugen = meet(pad, processen)
                print(
                    f"| {aantal} | {processen} | {tijd:.2f} | {muur:.2f} | {geheugen:.0f} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
