"""How long `geboortezorg validate` takes in each form of answer, beside JSON.

    python benchmarks/uitvoer.py [--aantal 1000] [--rondes 5]

The file has dossiers that are akkoord and dossiers that are refused. All forms run in one process
over the same file, taking turns; a figure is the shortest time of a form beside the shortest of JSON:
what else the machine does only adds to a time.
"""

import argparse
import io
import json
import platform
import sys
import tempfile
import time
from contextlib import redirect_stdout
from pathlib import Path
from unittest.mock import patch

from geboortezorg.cli import main
from geboortezorg.populatie import populatiecontext, population

VORMEN = ("json", "tabel", "ndjson", "bevindingen", "csv", "sarif", "junit", "github")


def tijd(vorm: str, bestand: Path) -> float:
    """Judge the file in one form, and return the processor time."""
    uit = io.StringIO()
    begin = time.process_time()
    with redirect_stdout(uit):
        code = main(["validate", str(bestand), "--format", vorm])
    duur = time.process_time() - begin
    if code != 1:
        sys.exit(f"unexpected exit code {code}")
    return duur


def meet() -> None:
    """Measure and print a table in Markdown."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--aantal", type=int, default=300)
    lezer.add_argument("--rondes", type=int, default=5)
    keuze = lezer.parse_args()
    with tempfile.TemporaryDirectory() as naam:
        bestand = Path(naam) / "d.ndjson"
        with bestand.open("w", encoding="utf-8") as geopend:
            for proef in population(keuze.aantal, 1, fouten=50):
                geopend.write(f"{json.dumps(proef.document)}\n")
        with patch("geboortezorg.cli.valideer.lees_context", return_value=populatiecontext()):
            rondes = [{vorm: tijd(vorm, bestand) for vorm in VORMEN} for _ in range(keuze.rondes)]
    print(f"{platform.python_version()}, {keuze.aantal} dossiers, {keuze.rondes} turns\n")

    def kortste(vorm: str) -> float:
        return min(ronde[vorm] for ronde in rondes)

    print("| form | beside JSON |\n| --- | ---: |")
    for vorm in VORMEN:
        print(f"| {vorm} | {kortste(vorm) / kortste('json'):.2f} x |")


if __name__ == "__main__":
    meet()
