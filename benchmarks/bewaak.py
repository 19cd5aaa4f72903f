"""Compare the speed of two commits in one run; 1 when the second is more than 15% slower.

    python3 dev.py bewaak [BASE [NEW]] [--instructies] [--rondes 15] [--aantal 100]

BASE is HEAD~1 and NEW is HEAD when left out. Both judge the same made-up dossiers, in turn, each in a
process that stays: a pair of rounds gives one ratio, and the median of the ratios counts. Where the
ratios differ too much to tell, or with --instructies, the instructions of the processor are counted by
callgrind (Debian: valgrind), which other work on the machine does not change. 2 when neither can tell.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Final

WORTEL: Final = Path(__file__).resolve().parents[1]
PROCES: Final = Path(__file__).with_name("bewaak_proces.py")
GRENS: Final = 1.15
RUIS: Final = 0.10
"""How far the middle half of the ratios may lie apart before time is called noise."""

GETELD: Final = (2, 42)
"""Documents of the two runs of which the difference is counted, so that starting is not in it."""


class Bewaakfout(Exception):
    """It cannot be told; the message says why."""


def pak_uit(wortel: Path, commit: str, map_: Path) -> Path:
    """Write the source of a commit to a folder, and return where its packages are."""
    uit = subprocess.run(
        ["git", "-C", str(wortel), "archive", "--format=tar", commit],
        capture_output=True,
        check=False,
    )
    if uit.returncode:
        raise Bewaakfout(f"this is no commit here: {commit}")
    with tarfile.open(fileobj=BytesIO(uit.stdout)) as bestand:
        bestand.extractall(map_, filter="data")
    _schemas(map_)
    return map_ / "src"


def _schemas(map_: Path) -> None:
    """Put the schemas where an installed package has them."""
    doel = map_ / "src" / "geboortezorg" / "schema" / "bestanden"
    if (map_ / "schemas").is_dir() and doel.parent.is_dir() and not doel.exists():
        shutil.copytree(map_ / "schemas", doel)


def _omgeving(bron: Path) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(bron), "PYTHONHASHSEED": "0"}


def verhoudingen(bronnen: Sequence[Path], documenten: Path, rondes: int) -> list[float]:
    """Return the time of the second beside that of the first, for each pair of rounds."""
    processen = [
        subprocess.Popen(
            [sys.executable, str(PROCES), str(documenten)],
            env=_omgeving(bron),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for bron in bronnen
    ]
    try:
        uit = []
        for ronde in range(rondes + 1):
            tijden = {}
            for nummer in (0, 1) if ronde % 2 else (1, 0):  # in turn, so that neither is first
                tijden[nummer] = _ronde(processen[nummer])
            if ronde:  # the first only warms up
                uit.append(tijden[1] / tijden[0])
        return uit
    finally:
        for proces in processen:
            proces.kill()
            proces.communicate()


def _ronde(proces: "subprocess.Popen[str]") -> float:
    assert proces.stdin is not None
    assert proces.stdout is not None
    try:
        proces.stdin.write("\n")
        proces.stdin.flush()
        return float(proces.stdout.readline())
    except (BrokenPipeError, ValueError):
        raise Bewaakfout("a commit cannot judge the documents: see its error above") from None


def ruis(gevonden: Sequence[float]) -> float:
    """Return how far the middle half of the ratios lie apart."""
    laag, _, hoog = statistics.quantiles(gevonden, n=4)
    return hoog - laag


def instructies(bron: Path, documenten: Path) -> int:
    """Return how many instructions judging takes, starting not included."""
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        raise Bewaakfout("VALGRIND WAS NOT FOUND, SO NOTHING WAS COUNTED: install valgrind")
    weinig, veel = (_callgrind(valgrind, bron, documenten, aantal) for aantal in GETELD)
    return veel - weinig


def _callgrind(valgrind: str, bron: Path, documenten: Path, aantal: int) -> int:
    opdracht = [
        *(valgrind, "--tool=callgrind", "--callgrind-out-file=/dev/null"),
        *(sys.executable, str(PROCES), str(documenten), str(aantal)),
    ]
    klaar = subprocess.run(
        opdracht, env=_omgeving(bron), capture_output=True, text=True, check=False
    )
    gevonden = re.search(r"Collected : ([0-9]+)", klaar.stderr)
    if klaar.returncode or gevonden is None:
        raise Bewaakfout("callgrind did not count; this is its error:\n" + klaar.stderr[-2000:])
    return int(gevonden[1])


def vergelijk(bronnen: Sequence[Path], documenten: Path, *, rondes: int, tel: bool) -> float:
    """Return how many times the first the second costs, and print by what that was told."""
    if not tel:
        gevonden = verhoudingen(bronnen, documenten, rondes)
        midden, breedte = statistics.median(gevonden), ruis(gevonden)
        print(f"time: {midden:.3f} times, of {len(gevonden)} pairs; middle half {breedte:.3f} wide")
        if breedte <= RUIS:
            return midden
        print("that is noise: instructions are counted")
    aantallen = [instructies(bron, documenten) for bron in bronnen]
    verhouding = aantallen[1] / aantallen[0]
    print(f"instructions: {aantallen[0]:,} and {aantallen[1]:,}: {verhouding:.3f} times")
    return verhouding


def schrijf_documenten(pad: Path, aantal: int) -> None:
    """Write made-up dossiers, one a line."""
    from gegevens import dossiers  # noqa: PLC0415 - of this tree, and slow to import

    pad.write_bytes(b"\n".join(dossiers(aantal)))


def main(argumenten: Sequence[str] | None = None, wortel: Path = WORTEL) -> int:
    """Compare, and return the exit code."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("basis", nargs="?", default="HEAD~1")
    lezer.add_argument("nieuw", nargs="?", default="HEAD")
    lezer.add_argument("--instructies", action="store_true")
    lezer.add_argument("--rondes", type=int, default=15)
    lezer.add_argument("--aantal", type=int, default=100)
    lezer.add_argument("--documenten", type=Path)
    keuze = lezer.parse_args(argumenten)
    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        try:
            bronnen = [
                pak_uit(wortel, commit, map_ / str(nummer))
                for nummer, commit in enumerate((keuze.basis, keuze.nieuw))
            ]
            documenten = keuze.documenten or map_ / "documenten.ndjson"
            if keuze.documenten is None:
                schrijf_documenten(documenten, keuze.aantal)
            kosten = vergelijk(bronnen, documenten, rondes=keuze.rondes, tel=keuze.instructies)
        except Bewaakfout as fout:
            print(f"bewaak: {fout}", file=sys.stderr)
            return 2
    te_traag = kosten > GRENS
    print(f"{'TOO SLOW' if te_traag else 'fast enough'}: the bound is {GRENS}")
    return int(te_traag)


if __name__ == "__main__":
    sys.exit(main())
