"""Time to judge a dossier, against its number of lines and against the number of rules.

    python benchmarks/lineair.py [--rondes 7]

Prints the time of judging (without reading) relative to the smallest case of each table, in one
process. Linear growth shows as ratios that are no larger than those of lines, or of rules.
"""

import argparse
import statistics
import time
from unittest import mock

import attrs
from gegevens import VOORBEELD

from geboortezorg import Context, load
from geboortezorg.model.dossier import Dossier
from geboortezorg.regels import register
from geboortezorg.validation import beoordeel

CONTEXT = Context()
REGELS = (15, 30, 60, 120, 240, 480)
DELEN = (1, 2, 3, 4)


def met_regels(dossier: Dossier, aantal: int) -> Dossier:
    """Return the dossier with so many lines, each with its own reference."""
    bron = dossier.declaratieregels
    declaratieregels = tuple(
        attrs.evolve(bron[i % len(bron)], referentienummer=f"r-{i}") for i in range(aantal)
    )
    return attrs.evolve(dossier, declaratieregels=declaratieregels)


def duur(dossier: Dossier, herhaling: int) -> float:
    """Return how long judging takes, in seconds of processor time."""
    begin = time.process_time()
    for _ in range(herhaling):
        beoordeel(dossier, CONTEXT)
    return (time.process_time() - begin) / herhaling


def mediaan(dossier: Dossier, rondes: int, herhaling: int) -> float:
    """Return the median over some rounds."""
    return statistics.median(duur(dossier, herhaling) for _ in range(rondes))


def main() -> None:
    """Measure and print two tables in Markdown."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--rondes", type=int, default=7)
    rondes = lezer.parse_args().rondes
    dossier = load(VOORBEELD.read_bytes(), Dossier)
    print("| lines | lines, relative | time, relative |\n| --- | --- | --- |")
    eerste = mediaan(met_regels(dossier, REGELS[0]), rondes, 100)
    for aantal in REGELS:
        tijd = mediaan(met_regels(dossier, aantal), rondes, 20)
        print(f"| {aantal} | {aantal / REGELS[0]:.1f} | {tijd / eerste:.1f} |")
    print("\nA dossier with 60 lines:\n")
    print("| rules | rules, relative | time, relative |\n| --- | --- | --- |")
    zestig = met_regels(dossier, 60)
    regels = register.PER_SOORT["dossier"]
    eerste = 0.0
    for deel in DELEN:
        # Every fourth rule, then every second, and so on: an even mix of cheap and dear ones.
        keuze = tuple(regel for i, regel in enumerate(regels) if i % len(DELEN) < deel)
        with mock.patch("geboortezorg.validation.PER_SOORT", {"dossier": keuze}):
            tijd = mediaan(zestig, rondes, 50)
        eerste = eerste or tijd
        print(f"| {len(keuze)} | {deel / DELEN[0]:.1f} | {tijd / eerste:.1f} |")


if __name__ == "__main__":
    main()
