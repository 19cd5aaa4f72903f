"""Compare the speed of two commits in one run; 1 when the second is more than 15% slower.

    python3 dev.py bewaak [BASE [NEW]] [--instructies] [--rondes 15] [--aantal 100]

BASE is HEAD~1 and NEW is HEAD when left out. Both judge the same made-up documents of six shapes, in turn,
each in a process that stays: a pair of rounds gives one ratio for each shape, and the median of its ratios
counts. Where these differ too much to tell, or with --instructies, the instructions of the processor are
counted by callgrind (Debian: valgrind), which other work on the machine does not change. It is 1 when any
shape is too slow, and 2 when neither can tell.
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
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Final

from bewaak_proces import MERK

WORTEL: Final = Path(__file__).resolve().parents[1]
PROCES: Final = Path(__file__).with_name("bewaak_proces.py")
GRENS: Final = 1.15
RUIS: Final = 0.10
"""How far the middle half of the ratios may lie apart before time is called noise."""

_TOTAAL: Final = re.compile("^totals: ([0-9]+)", re.MULTILINE)


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


def verhoudingen(
    bronnen: Sequence[Path], context: Path, bestanden: Sequence[Path], rondes: int
) -> list[list[float]]:
    """Return the time of the second beside that of the first, by file and pair of rounds."""
    processen = [
        subprocess.Popen(
            _opdracht(context, bestanden),
            env=_omgeving(bron),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for bron in bronnen
    ]
    uit: list[list[float]] = [[] for _ in bestanden]
    try:
        for ronde in range(rondes + 1):
            for plaats, gevonden in enumerate(uit):
                tijden = {}
                for nummer in (0, 1) if ronde % 2 else (1, 0):  # in turn, so that neither is first
                    tijden[nummer] = _ronde(processen[nummer], plaats)
                if ronde:  # the first only warms up
                    gevonden.append(tijden[1] / tijden[0])
        return uit
    finally:
        for proces in processen:
            proces.kill()
            proces.communicate()


def _opdracht(context: Path, bestanden: Sequence[Path], *opties: str) -> list[str]:
    return [sys.executable, str(PROCES), *opties, str(context), *map(str, bestanden)]


def _ronde(proces: "subprocess.Popen[str]", plaats: int) -> float:
    assert proces.stdin is not None
    assert proces.stdout is not None
    try:
        proces.stdin.write(f"{plaats}\n")
        proces.stdin.flush()
        return float(proces.stdout.readline())
    except (BrokenPipeError, ValueError):
        raise Bewaakfout("a commit cannot judge the documents: see its error above") from None


def ruis(gevonden: Sequence[float]) -> float:
    """Return how far the middle half of the ratios lie apart."""
    laag, _, hoog = statistics.quantiles(gevonden, n=4)
    return hoog - laag


def instructies(bron: Path, context: Path, bestanden: Sequence[Path]) -> list[int]:
    """Return how many instructions judging takes for each file, starting not included."""
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        raise Bewaakfout("VALGRIND WAS NOT FOUND, SO NOTHING WAS COUNTED: install valgrind")
    with tempfile.TemporaryDirectory() as naam:
        opdracht = [
            *(valgrind, "--tool=callgrind", f"--dump-before={MERK}"),
            f"--callgrind-out-file={naam}/deel",
            *_opdracht(context, bestanden, "--tel"),
        ]
        klaar = subprocess.run(
            opdracht, env=_omgeving(bron), capture_output=True, text=True, check=False
        )
        # Of each file a part is what went before, and one is what counts.
        delen = [Path(naam) / f"deel.{2 * plaats}" for plaats, _ in enumerate(bestanden, 1)]
        gevonden = [_TOTAAL.search(deel.read_text()) for deel in delen if deel.is_file()]
    aantallen = [int(vondst[1]) for vondst in gevonden if vondst is not None]
    if klaar.returncode or len(aantallen) != len(bestanden):
        raise Bewaakfout("callgrind did not count; this is its error:\n" + klaar.stderr[-2000:])
    return aantallen


def vergelijk(
    bronnen: Sequence[Path], context: Path, vormen: Mapping[str, Path], *, rondes: int, tel: bool
) -> dict[str, float]:
    """Return how many times the first the second costs by shape, and print how that was told."""
    uit: dict[str, float] = {}
    if not tel:
        alle = verhoudingen(bronnen, context, [*vormen.values()], rondes)
        for vorm, gevonden in zip(vormen, alle, strict=True):
            midden, breedte = statistics.median(gevonden), ruis(gevonden)
            over = "" if breedte <= RUIS else ": noise, so instructions are counted"
            print(f"{vorm}: {midden:.3f} times the time; middle half {breedte:.3f} wide{over}")
            if not over:
                uit[vorm] = midden
    te_tellen = {vorm: pad for vorm, pad in vormen.items() if vorm not in uit}
    if te_tellen:
        aantallen = [instructies(bron, context, [*te_tellen.values()]) for bron in bronnen]
        for vorm, eerste, tweede in zip(te_tellen, *aantallen, strict=True):
            uit[vorm] = tweede / eerste
            print(f"{vorm}: {uit[vorm]:.3f} times the instructions: {eerste:,} and {tweede:,}")
    return uit


def schrijf_documenten(map_: Path, aantal: int) -> tuple[Path, dict[str, Path]]:
    """Write the context, and so many documents of each shape, one a line."""
    import vormen  # noqa: PLC0415 - of this tree, and slow to import

    from geboortezorg import dump  # noqa: PLC0415 - see above

    context = map_ / "context.json"
    context.write_bytes(dump(vormen.contextdocument()))
    paden = {vorm: map_ / f"{vorm}.ndjson" for vorm in vormen.VORMEN}
    for vorm, pad in paden.items():
        proeven = vormen.verzameling(aantal, vormen=(vorm,))
        pad.write_bytes(b"\n".join(proef.document for proef in proeven))
    return context, paden


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
            aantal = keuze.aantal if keuze.documenten is None else 0
            context, vormen = schrijf_documenten(map_, aantal)
            if keuze.documenten is not None:
                vormen = {keuze.documenten.name: keuze.documenten}
            kosten = vergelijk(bronnen, context, vormen, rondes=keuze.rondes, tel=keuze.instructies)
        except Bewaakfout as fout:
            print(f"bewaak: {fout}", file=sys.stderr)
            return 2
    te_traag = [vorm for vorm, verhouding in kosten.items() if verhouding > GRENS]
    print(
        f"{'TOO SLOW: ' + ', '.join(te_traag) if te_traag else 'fast enough'}; the bound is {GRENS}"
    )
    return int(bool(te_traag))


if __name__ == "__main__":
    sys.exit(main())
