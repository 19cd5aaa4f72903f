"""Every target of speed, and whether it is met.

    python benchmarks/rapport.py [--aantal 20000] [--alles] [--tabel FILE]

Documents of six shapes, made of the made-up population: of the mix 2% have a shape error and 6% break
a rule, of the bad set 25% and 75%. A figure is the processor time of a variant divided by that of
`orjson.loads` on the same bytes: see `meten.py`. With --alles also the first report, two processors,
memory, and 170,000 dossiers; without it those targets are listed as not measured.
"""

import argparse
import datetime as dt
import json
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Final

import koud
import processen
from doelen import Alles, Cijfers, Gemeten
from meten import DELEN, duur, meet, vloer
from peers import PEERS, vergelijk
from varianten import EEN, EIGEN, PARSEN, SAMEN, SAMEN_GESCHREVEN
from vormen import VORMEN, als_json, geboorten, groot, verzameling

ZONDER: Final = Path(__file__).with_name("zonder_extras.py")
DECLARATIEREGELS: Final = (250, 500, 1000, 2000)
"""Declaratieregels of a large message; of each as many in all."""
VOORAF: Final = 600
"""Documents of which the whole reports are compared first."""
DOSSIERS: Final = (1_000, 10_000, 170_000)
"""After so many it is said what those since the one before cost."""
PORTIE: Final = 250
RONDES: Final = 7


def meet_sets(aantal: int) -> dict[str, Cijfers]:
    """Measure the mix, the clean and the bad documents, and each shape by itself."""
    deel = aantal // 5
    mix = verzameling(aantal)
    vergelijk(mix[:VOORAF])
    alle = PARSEN | EIGEN | PEERS
    uit: dict[str, Cijfers] = {
        "mix": meet(alle, mix),
        "clean": meet(alle, verzameling(deel, vormfout=0, fout=0)),
        "bad": meet(alle, verzameling(deel, vormfout=25, fout=75)),
    }
    kort = {naam: EIGEN[naam] for naam in (EEN, SAMEN, SAMEN_GESCHREVEN)} | PEERS
    return uit | {vorm: meet(kort, verzameling(deel // 4, vormen=(vorm,))) for vorm in VORMEN}


def meet_declaratieregels() -> dict[int, float]:
    """Measure messages with ever more declaratieregels: what a line costs beside the smallest."""
    doe = EIGEN[SAMEN].doe
    gemeten: dict[int, list[float]] = {aantal: [] for aantal in DECLARATIEREGELS}
    for deel in range(DELEN + 1):
        data = {
            aantal: [
                groot(aantal, deel * 100 + zaad).document
                for zaad in range(DECLARATIEREGELS[-1] // aantal)
            ]
            for aantal in DECLARATIEREGELS
        }
        tijden = {aantal: duur(doe, berichten)[0] for aantal, berichten in data.items()}
        for aantal in DECLARATIEREGELS if deel else ():  # the first only warms up
            gemeten[aantal].append(tijden[aantal] / tijden[DECLARATIEREGELS[0]])
    return {aantal: median(keren) for aantal, keren in gemeten.items()}


def meet_zonder_extras(aantal: int) -> Cijfers:
    """Measure the mix in a process where the library finds no orjson and no msgspec."""
    opdracht = [sys.executable, str(ZONDER), str(aantal)]
    uit: Cijfers = json.loads(subprocess.run(opdracht, check=True, capture_output=True).stdout)
    return uit


def meet_dossiers() -> dict[int, float]:
    """Measure what a dossier costs after ever more of them."""
    van, gehad = geboorten(0), 0
    uit = {}
    for aantal in DOSSIERS:
        gemeten = []
        while gehad < aantal:
            data = [als_json(next(van)) for _ in range(PORTIE)]
            gemeten.append(duur(EIGEN[SAMEN].doe, data)[0] / duur(vloer, data)[0])
            gehad += PORTIE
        uit[aantal] = median(gemeten)
    return uit


def meet_alles() -> Alles:
    """Measure the first report, processes, memory, and a whole year."""
    return Alles(
        koud=koud.verhoudingen(RONDES, zonder_pyc=False),
        ongecompileerd=koud.verhoudingen(RONDES, zonder_pyc=True),
        metingen=[*processen.metingen(processen.AANTAL)],
        dossiers=meet_dossiers(),
    )


def herkomst(argumenten: Sequence[str]) -> str:
    """Return where and with what it was measured."""
    pakketten = ("attrs", "cattrs", "orjson", "msgspec", "pydantic")
    return (
        f"`python benchmarks/rapport.py {' '.join(argumenten)}`, on {dt.datetime.now(dt.UTC):%d %B %Y}: "
        f"{os.cpu_count()} processors ({platform.machine()}), CPython {platform.python_version()}, "
        + ", ".join(f"{naam} {version(naam)}" for naam in pakketten)
        + "."
    )


def main() -> None:
    """Measure, and print the tables or write them to a file."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--aantal", type=int, default=20_000)
    lezer.add_argument("--alles", action="store_true")
    lezer.add_argument("--tabel", type=Path)
    keuze = lezer.parse_args()
    gemeten = Gemeten(
        sets=meet_sets(keuze.aantal),
        zonder_extras=meet_zonder_extras(keuze.aantal),
        declaratieregels=meet_declaratieregels(),
        alles=meet_alles() if keuze.alles else None,
    )
    tekst = "\n\n".join((herkomst(sys.argv[1:]), *gemeten.tabellen())) + "\n"
    if keuze.tabel is None:
        print(tekst)
    else:
        keuze.tabel.write_text(tekst, encoding="utf-8")


if __name__ == "__main__":
    main()
