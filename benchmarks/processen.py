"""What `validate` costs on one and on two processes, and how much memory it takes.

    python benchmarks/processen.py [--aantal 40000] [--rondes 5]

A file of made-up dossiers is judged in processes of their own, in the context they are made for, and the
answer thrown away. `processor` is the processor time of all processes together: on a machine with nothing
else to do, two processes are 2 x (time of one) / (time of two) times as quick, and other work on it changes
that less than it changes the time by the clock. Starting is left out by taking the time of a quarter from
that of all. The ways take turns, there and back, so that what changes on the machine meanwhile is shared
alike; each round has its own ratio, and their median counts. `2 apart` is what the machine can give: two
processes at once that share no work, each with half of the documents. Processors that share memory, or are
one core to the host, are each slower when both are busy. By the clock, `wall`, the ratio is told too: it is
what a user sees, and only says something when nothing else runs.
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

AANTAL = 40_000
"""So many that what is measured takes seconds; a national year has four times as many."""
RONDES = 5
EEN, TWEE, APART = "1", "2", "2 apart"
"""The ways: on one process, on two, and as two runs at once."""
WIJZEN = EEN, TWEE, APART

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
    processor: Sequence[float]
    """Seconds in each round."""
    muur: Sequence[float]
    """As those, by the clock."""
    geheugen: float

    @property
    def rij(self) -> Sequence[str]:
        """Return the row of the table."""
        tijden = f"{median(self.processor):.2f}", f"{median(self.muur):.2f}"
        return f"{self.documenten}", self.processen, *tijden, f"{self.geheugen:.0f}"


KOP = ("documents", "processes", "processor s", "wall s", "MiB")


def metingen(aantal: int, rondes: int = RONDES) -> Iterator[Meting]:
    """Yield what 1 document, a quarter of them and all cost, in each way."""
    with tempfile.TemporaryDirectory() as naam:
        contextpad = Path(naam) / "context.json"
        contextpad.write_bytes(dump(contextdocument()))
        alle = dossiers(aantal)
        delen = (1, aantal // 4, aantal)
        hoe: dict[tuple[int, str], tuple[Sequence[Path], str]] = {}
        for deel in delen:
            heel, *helften = (contextpad.with_name(f"{deel}-{n}.ndjson") for n in range(3))
            heel.write_bytes(b"\n".join(alle[:deel]))
            for plaats, helft in enumerate(helften):
                helft.write_bytes(b"\n".join(alle[plaats:deel:2]))
            wijzen = {EEN: ([heel], "1"), TWEE: ([heel], "2"), APART: (helften, "1")}
            hoe |= {(deel, wijze): wat for wijze, wat in wijzen.items()}
        del alle
        gemeten: dict[tuple[int, str], list[tuple[float, float, float]]] = {wat: [] for wat in hoe}
        for ronde in range(rondes):
            for plaats, deel in enumerate(delen):
                for wijze in WIJZEN if (ronde + plaats) % 2 else WIJZEN[::-1]:
                    gemeten[deel, wijze].append(meet(*hoe[deel, wijze]))
        for (deel, wijze), keren in gemeten.items():
            tijd, muur, geheugen = zip(*keren, strict=True)
            yield Meting(deel, wijze, tijd, muur, max(geheugen))


def van_wijze(metingen: Iterable[Meting], wijze: str) -> tuple[Meting, Meting, Meting]:
    """Return the measurements of a way with one document, with a quarter, and with all."""
    een, kwart, alle = (meting for meting in metingen if meting.processen == wijze)
    return een, kwart, alle


def per_ronde(metingen: Sequence[Meting], wijze: str, *, muur: bool = False) -> list[float]:
    """Return how many times as quick a way with two is as one, less starting, in each round.

    By processor time, or by the clock.
    """
    een, twee = (
        [
            a - k
            for a, k in zip(*(m.muur if muur else m.processor for m in (alle, kwart)), strict=True)
        ]
        for _, kwart, alle in (van_wijze(metingen, w) for w in (EEN, wijze))
    )
    keer = 1 if muur else 2
    return [keer * van_een / van_twee for van_een, van_twee in zip(een, twee, strict=True)]


def sneller(metingen: Sequence[Meting], wijze: str) -> float:
    """Return how many times as quick a way with two is as one, by processor time, less starting."""
    return median(per_ronde(metingen, wijze))


def met_starten(metingen: Sequence[Meting], wijze: str) -> float:
    """Return how many times as quick a way with two is by the clock, with starting."""
    een, twee = (van_wijze(metingen, w)[-1].muur for w in (EEN, wijze))
    return median([van_een / van_twee for van_een, van_twee in zip(een, twee, strict=True)])


def main() -> None:
    """Measure and print a table in Markdown."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--aantal", type=int, default=AANTAL)
    lezer.add_argument("--rondes", type=int, default=RONDES)
    keuze = lezer.parse_args()
    print(f"CPython {platform.python_version()}, {keuze.rondes} rounds\n")
    print(f"| {' | '.join(KOP)} |\n|{' ---: |' * len(KOP)}")
    gemeten = [*metingen(keuze.aantal, keuze.rondes)]
    for meting in gemeten:
        print(f"| {' | '.join(meting.rij)} |")
    for wijze, naam in ((TWEE, "two processors beside one"), (APART, "what the machine gives")):
        for muur, hoe in ((False, "processor time"), (True, "the clock")):
            keren = per_ronde(gemeten, wijze, muur=muur)
            lijst = ", ".join(f"{keer:.2f}" for keer in keren)
            print(f"\n{naam}, by {hoe}: {median(keren):.2f} (rounds: {lijst})")
        print(f"\n{naam}, by the clock, with starting: {met_starten(gemeten, wijze):.2f}")


if __name__ == "__main__":
    main()
