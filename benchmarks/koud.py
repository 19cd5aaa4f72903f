"""How long a fresh process takes until its first report, against importing attrs and cattrs.

    python benchmarks/koud.py [--rondes 9] [--zonder-pyc]

Each variant runs in a process of its own, in turn; a figure is the processor time above that of a
process that does nothing, divided by the same of importing attrs and cattrs; the median of the
rounds. With `--zonder-pyc` nothing compiled is there to be read, nor written: as for a package that
was installed uncompiled, in a place that cannot be written.
"""

import argparse
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile

from gegevens import VOORBEELD

VARIANTEN = {
    "nothing": "",
    "import attrs, cattrs": "import attrs, cattrs",
    "from geboortezorg import validate": "from geboortezorg import validate",
    "the first report": "from geboortezorg import validate; validate(open(sys.argv[1],'rb').read())",
    "geboortezorg validate FILE": (
        "from geboortezorg.cli import main; sys.stdout = open(os.devnull, 'w');"
        "main(['validate', sys.argv[1]])"
    ),
}


def duur(code: str, omgeving: dict[str, str]) -> float:
    """Return the processor time of a process, in seconds."""
    eerder = resource.getrusage(resource.RUSAGE_CHILDREN)
    opdracht = [sys.executable, "-c", f"import os, sys; {code}", str(VOORBEELD)]
    subprocess.run(opdracht, check=True, env=omgeving)
    later = resource.getrusage(resource.RUSAGE_CHILDREN)
    return later.ru_utime + later.ru_stime - eerder.ru_utime - eerder.ru_stime


def main() -> None:
    """Measure and print a table in Markdown."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--rondes", type=int, default=9)
    lezer.add_argument("--zonder-pyc", action="store_true")
    keuze = lezer.parse_args()
    with tempfile.TemporaryDirectory() as map_:
        omgeving = {**os.environ, "PYTHONPYCACHEPREFIX": map_}
        omgeving.pop("PYTHONDONTWRITEBYTECODE", None)
        if keuze.zonder_pyc:
            omgeving["PYTHONDONTWRITEBYTECODE"] = "1"
        gemeten: dict[str, list[float]] = {naam: [] for naam in VARIANTEN}
        for ronde in range(keuze.rondes + 1):
            for naam, code in VARIANTEN.items():
                tijd = duur(code, omgeving)
                if ronde:  # the first one compiles
                    gemeten[naam].append(tijd)
    leeg, vloer = (statistics.median(tijden) for tijden in [*gemeten.values()][:2])
    print(f"CPython {platform.python_version()}, {keuze.rondes} rounds\n")
    print("| variant | times importing attrs and cattrs |\n| --- | --- |")
    for naam, tijden in [*gemeten.items()][1:]:
        print(f"| {naam} | {(statistics.median(tijden) - leeg) / (vloer - leeg):.1f} |")


if __name__ == "__main__":
    main()
