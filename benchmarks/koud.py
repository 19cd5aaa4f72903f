"""How long a fresh process takes until its first report, against importing attrs and cattrs.

Each variant runs in a process of its own, in turn; a figure is the processor time above that of a
process that does nothing, divided by the same of importing attrs and cattrs; the median of the
rounds. With `zonder_pyc` nothing compiled is there to be read, nor written: as for a package that
was installed uncompiled, in a place that cannot be written.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile

from gegevens import VOORBEELD

EERSTE = "the first report"
VARIANTEN = {
    "nothing": "",
    "import attrs, cattrs": "import attrs, cattrs",
    "from geboortezorg import validate": "from geboortezorg import validate",
    EERSTE: "from geboortezorg import validate; validate(open(sys.argv[1],'rb').read())",
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


def verhoudingen(rondes: int, *, zonder_pyc: bool) -> dict[str, float]:
    """Return each variant as a multiple of importing attrs and cattrs."""
    with tempfile.TemporaryDirectory() as map_:
        omgeving = {**os.environ, "PYTHONPYCACHEPREFIX": map_}
        omgeving.pop("PYTHONDONTWRITEBYTECODE", None)
        if zonder_pyc:
            omgeving["PYTHONDONTWRITEBYTECODE"] = "1"
        gemeten: dict[str, list[float]] = {naam: [] for naam in VARIANTEN}
        for ronde in range(rondes + 1):
            for naam, code in VARIANTEN.items():
                tijd = duur(code, omgeving)
                if ronde:  # the first one compiles
                    gemeten[naam].append(tijd)
    leeg, vloer, *_ = (statistics.median(tijden) for tijden in gemeten.values())
    return {
        naam: (statistics.median(tijden) - leeg) / (vloer - leeg)
        for naam, tijden in [*gemeten.items()][1:]
    }
