"""What Spark does with one worker and with two, and what of that is not judging.

    python benchmarks/spark.py [--aantal 20000]

Needs the group `spark` and Java 17 (`python3 dev.py spark` installs what it can). Made-up dossiers in a
file of Parquet are judged by `geboortezorg.batch.spark`, and counted by verdict. Each way runs four times
in a session of its own; the first only warms up, and the quickest of the others counts. `passed on` gives
the dossiers to the workers and counts them, so that is reading and transport alone. `here` is
`validate_arrow` in one process. Seconds are by the clock, so other work on the machine counts too; the
microseconds are of the processor, of Java and of all workers together, as Linux counts them.
"""

import argparse
import contextlib
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
from gegevens import dossiers
from pyarrow import parquet

from geboortezorg.batch import validate_arrow
from geboortezorg.populatie import populatiecontext

WIJZEN = ("here", "local[1]", "local[2]", "local[1], passed on", "local[2], passed on")


def hier(pad: Path) -> int:
    """Judge in this process, and return how many dossiers were."""
    tabel = parquet.ParquetFile(pad).iter_batches(1000)
    aantal = 0
    for batch in validate_arrow(tabel, "dossier", "nummer", populatiecontext()):
        aantal += batch.column("soort_rij").to_pylist().count("oordeel")
    return aantal


def _doorgeven(batches: Iterator[Any]) -> Iterator[Any]:
    for batch in batches:
        yield pa.RecordBatch.from_pydict({"n": [batch.num_rows]})


def op_spark(sessie: Any, pad: Path, *, oordeel: bool) -> int:
    """Judge or pass on by Spark, and return how many dossiers there were."""
    from geboortezorg.batch import spark  # noqa: PLC0415 - of a group

    df = sessie.read.parquet(str(pad)).repartition(8)
    if oordeel:
        rijen = spark.validate(df, column="dossier", key="nummer", context=populatiecontext())
        per_oordeel = rijen.where("soort_rij = 'oordeel'").groupBy("oordeel").count().collect()
        return sum(rij["count"] for rij in per_oordeel)
    return sum(rij["n"] for rij in df.mapInArrow(_doorgeven, "n bigint").collect())


def processortijd() -> float:
    """Return the seconds of the processor that this process and all below it took."""
    ouders: dict[int, tuple[int, int]] = {}
    for pad in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it may have ended
            delen = pad.read_text().rpartition(")")[2].split()
            ouders[int(pad.parent.name)] = int(delen[1]), sum(map(int, delen[11:15]))
    onder = {os.getpid()}
    while erbij := {pid for pid, (ouder, _) in ouders.items() if ouder in onder} - onder:
        onder |= erbij
    return sum(ouders[pid][1] for pid in onder) / os.sysconf("SC_CLK_TCK")


def meet(wijze: str, pad: Path) -> tuple[float, float, int]:
    """Return the least seconds, those of the processor, and how many dossiers there were."""
    meester, _, anders = wijze.partition(", ")
    sessie: Any = None
    if meester != "here":
        from pyspark.sql import SparkSession  # noqa: PLC0415 - of a group

        os.environ["PYSPARK_PYTHON"] = sys.executable
        bouw = SparkSession.builder.master(meester).config("spark.ui.enabled", "false")
        bouw = bouw.config("spark.driver.bindAddress", "127.0.0.1")
        bouw = bouw.config("spark.driver.host", "127.0.0.1")
        sessie = bouw.config("spark.sql.execution.arrow.maxRecordsPerBatch", "1000").getOrCreate()
    gemeten = []
    aantal = 0
    for _ in range(4):
        begin, processor = time.perf_counter(), processortijd()
        aantal = hier(pad) if sessie is None else op_spark(sessie, pad, oordeel=not anders)
        gemeten.append((time.perf_counter() - begin, processortijd() - processor))
    tijd, processor = map(min, zip(*gemeten[1:], strict=True))
    return tijd, processor, aantal


def main() -> None:
    """Measure each way in a process of its own, and print a table in Markdown."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--aantal", type=int, default=20_000)
    lezer.add_argument("--wijze", choices=WIJZEN, help=argparse.SUPPRESS)
    lezer.add_argument("--bestand", type=Path, help=argparse.SUPPRESS)
    keuze = lezer.parse_args()
    if keuze.wijze is not None:
        print(json.dumps(meet(keuze.wijze, keuze.bestand)))
        return
    print(f"CPython {platform.python_version()}, {keuze.aantal} dossiers\n")
    print("| way | seconds | dossiers a second | us of the processor a dossier |")
    print("| --- | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as naam:
        pad = Path(naam) / "dossiers.parquet"
        alle = [document.decode() for document in dossiers(keuze.aantal)]
        tabel = pa.table({"nummer": range(len(alle)), "dossier": alle})
        parquet.write_table(tabel, pad, row_group_size=2000)
        for wijze in WIJZEN:
            opdracht = [sys.executable, __file__, "--wijze", wijze, "--bestand", str(pad)]
            uit = subprocess.run(opdracht, capture_output=True, text=True, check=True).stdout
            tijd, processor, aantal = json.loads(uit.splitlines()[-1])
            assert aantal == keuze.aantal, "every dossier has a verdict"
            kost = f"{processor / aantal * 1e6:.0f}"
            print(f"| {wijze} | {tijd:.1f} | {aantal / tijd:,.0f} | {kost} |", flush=True)


if __name__ == "__main__":
    main()
