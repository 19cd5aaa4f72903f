"""Rows a second, and the most memory: CSV to documents, and to reports, sorted and mixed.

    python benchmarks/lijnen.py [--rijen 1000000]

A row is a declaratieregel of the made-up population, with the days of its pregnancy. Each variant
runs in a process of its own; the first only reads the rows with the reader of the standard library.
Time is of the processor, so that other work on the machine counts little.
"""

import argparse
import csv
import multiprocessing
import platform
import random
import resource
import tempfile
import time
from pathlib import Path
from typing import Any

from geboortezorg.lijnen import assemble_rows, load_mapping, validate_rows
from geboortezorg.populatie import populatiecontext, population

VARIANTEN = {
    "csv.reader": "gemengd",
    "documents, sorted rows": "gesorteerd",
    "documents, mixed rows": "gemengd",
    "reports, mixed rows": "gemengd",
}
BASIS = 300
"""Dossiers of which the lines are repeated, each time under another reference."""

DAGEN = ("a_terme_datum", "datum_einde")


def regel_van(declaratieregel: dict[str, Any]) -> dict[str, str]:
    """Return the cells of a line, by the name of the member."""
    periode = declaratieregel["periode"]
    return {
        f"declaratieregels.{naam}": str(waarde)
        for naam, waarde in declaratieregel.items()
        if naam not in {"periode", "zorgepisode_id", "grondslag_referentienummers"}
    } | {f"declaratieregels.periode.{naam}": dag for naam, dag in periode.items()}


def schrijf(map_: Path, aantal: int) -> None:
    """Write the rows, sorted and mixed."""
    dossiers = []
    for proef in population(BASIS, 1):
        zwangerschap = proef.document["zwangerschap"]
        dagen = {f"zwangerschap.{naam}": zwangerschap.get(naam, "") for naam in DAGEN}
        dossiers.append([dagen | regel_van(r) for r in proef.document["declaratieregels"]])
    namen = list(dict.fromkeys(naam for rijen in dossiers for rij in rijen for naam in rij))
    kop = ["referentie", *namen]
    rijen: list[list[str]] = []
    nummer = 0
    while len(rijen) < aantal:
        for rij in dossiers[nummer % BASIS]:
            rijen.append([f"p{nummer}", *[rij.get(naam, "") for naam in namen]])
        nummer += 1
    for naam in ("gesorteerd", "gemengd"):
        with (map_ / f"{naam}.csv").open("w", encoding="utf-8", newline="") as bestand:
            csv.writer(bestand).writerows([kop, *rijen])
        random.Random(1).shuffle(rijen)


def koppeling_van(map_: Path) -> dict[str, Any]:
    """Return the koppeling of the rows: each title is the name of a member."""
    with (map_ / "gemengd.csv").open(encoding="utf-8", newline="") as bestand:
        kop = next(csv.reader(bestand))
    return {
        "document_soort": "dossier",
        "groep": ["referentie"],
        "kolommen": {naam: naam for naam in kop},
    }


def meet(variant: str, pad: Path, koppeling: dict[str, Any], uit: Any) -> None:
    """Measure one variant: how many came out, seconds of processor time, MiB at most."""
    begin = time.process_time()
    if variant == "csv.reader":
        with pad.open(encoding="utf-8", newline="") as bestand:
            aantal = sum(1 for _ in csv.reader(bestand))
    else:
        maat = load_mapping(koppeling | {"gesorteerd": pad.stem == "gesorteerd"})
        if variant.startswith("reports"):
            aantal = sum(1 for _ in validate_rows(pad, maat, context=populatiecontext()))
        else:
            aantal = sum(1 for _ in assemble_rows(pad, maat))
    geheugen = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    uit.put((aantal, time.process_time() - begin, geheugen))


def main() -> None:
    """Measure and print a table in Markdown."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--rijen", type=int, default=1_000_000)
    lezer.add_argument("--variant", choices=VARIANTEN, action="append")
    keuze = lezer.parse_args()
    proces = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        schrijver = proces.Process(target=schrijf, args=(map_, keuze.rijen))
        schrijver.start()
        schrijver.join()
        koppeling = koppeling_van(map_)
        print(f"{keuze.rijen} rows, CPython {platform.python_version()}\n")
        print("| variant | rows a second | documents | MiB at most |\n| --- | --- | --- | --- |")
        for variant in keuze.variant or VARIANTEN:
            uit = proces.Queue()
            pad = map_ / f"{VARIANTEN[variant]}.csv"
            deel = proces.Process(target=meet, args=(variant, pad, koppeling, uit))
            deel.start()
            aantal, seconden, geheugen = uit.get()
            deel.join()
            print(f"| {variant} | {keuze.rijen / seconden:,.0f} | {aantal} | {geheugen} |")


if __name__ == "__main__":
    main()
