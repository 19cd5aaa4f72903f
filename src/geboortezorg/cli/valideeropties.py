"""The options of ``geboortezorg validate``."""

import argparse
import re
from collections.abc import Callable
from typing import Final

from geboortezorg.cli.tabelopties import Lees, Vul

_GEHEEL: Final = re.compile("[0-9]{1,9}")


def geheel(eerste: int, laatste: int) -> Callable[[str], int]:
    """Return what reads a whole number within bounds."""

    def lees(tekst: str) -> int:
        if not _GEHEEL.fullmatch(tekst) or not eerste <= int(tekst) <= laatste:
            raise argparse.ArgumentTypeError(f"not a whole number from {eerste} to {laatste}")
        return int(tekst)

    return lees


def validate(
    deel: argparse.ArgumentParser,
    *,
    context: Vul,
    drempel: Vul,
    datum: Lees,
) -> None:
    """Add the options of ``geboortezorg validate``."""
    deel.add_argument(
        "paden",
        metavar="PATH",
        nargs="+",
        help="a file; a folder, searched for *.json, *.ndjson, *.jsonl and the .gz or .zst of "
        "those; or - for stdin",
    )
    deel.add_argument(
        "--kolom",
        metavar="NAME",
        help="the column of *.parquet, *.arrow, *.arrows and *.feather that has a document in each "
        "cell; with this, a folder is searched for those too",
    )
    deel.add_argument(
        "--processen",
        metavar="N",
        type=geheel(1, 61),
        default=1,
        help="judge on so many processes (default: 1); the order stays the same",
    )
    deel.add_argument(
        "--koppeling",
        metavar="FILE",
        help="read every file as rows, CSV or Parquet, through this koppeling (TOML or JSON): which "
        "column fills which member of a dossier or declaratie",
    )
    deel.add_argument(
        "--ndjson",
        action="store_true",
        help="read every file as NDJSON, one document a line, whatever its name. Without this, "
        "only *.ndjson and *.jsonl are, and stdin when its first line is a whole JSON value and "
        "more lines follow",
    )
    deel.add_argument(
        "--fail-on",
        choices=("fout", "waarschuwing", "info"),
        dest="vanaf",
        help="for pipelines: end with 1 when any finding is of this severity or worse, and else "
        "with 0",
    )
    deel.add_argument(
        "--streng",
        action="store_const",
        const="info",
        dest="vanaf",
        help="the same as --fail-on info: end with 1 when there is any finding, and else with 0",
    )
    deel.add_argument(
        "--output",
        metavar="FILE",
        help="write the answer to this file, once it is whole, in place of stdout",
    )
    deel.add_argument(
        "--hervat",
        action="store_true",
        help="with --output: keep how far it is, in FILE.deel and FILE.stand beside it, and go on "
        "there after an interruption",
    )
    deel.add_argument(
        "--overzicht",
        metavar="FILE",
        help="also write what came out over all documents to this file, as one page of HTML with "
        "charts and rounded counts",
    )
    deel.add_argument(
        "--quiet",
        action="store_true",
        help="with --format tabel: leave out the counts too, so that nothing is written when there "
        "is nothing to say; with ndjson: leave out documents without findings",
    )
    deel.add_argument(
        "--summary",
        action="store_true",
        help="only what came out over all documents: the counts, each rule with findings, and the "
        "verdicts by kind of declarant and by month",
    )
    deel.add_argument(
        "--compact",
        action="store_true",
        help="with --format json or ndjson: the verdict, the summary and the findings only",
    )
    deel.add_argument(
        "--op",
        metavar="DATE",
        type=datum,
        help="the day of judging, as YYYY-MM-DD (default: that of the context)",
    )
    context(deel)
    drempel(deel)
