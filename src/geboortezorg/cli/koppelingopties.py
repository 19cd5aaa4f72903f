"""What ``geboortezorg koppeling`` accepts, beside what every command does."""

import argparse
from collections.abc import Callable


def koppeling(deel: argparse.ArgumentParser, gemeen: Callable[[], argparse.ArgumentParser]) -> None:
    """Add what ``geboortezorg koppeling`` takes."""
    groep = deel.add_subparsers(title="what to do", metavar="WHAT", dest="wat", required=True)
    nieuw, controleer = (
        groep.add_parser(
            naam, help=uitleg, description=uitleg, parents=[gemeen()], allow_abbrev=False
        )
        for naam, uitleg in (
            ("nieuw", "Write a koppeling to fill in, with every member that a column can fill."),
            ("controleer", "Check a koppeling, by itself and on the rows of a file."),
        )
    )
    nieuw.add_argument(
        "bestand",
        metavar="FILE",
        nargs="?",
        help="the file to write, which must not exist; stdout without it",
    )
    nieuw.add_argument(
        "--soort",
        choices=("dossier", "declaratie"),
        default="dossier",
        help="what the rows of one group become (default: dossier)",
    )
    nieuw.add_argument(
        "--kolommen",
        metavar="FILE",
        help="a file of rows, CSV or Parquet: columns that are called like a member are filled in, "
        "and the titles of the others are shown",
    )
    controleer.add_argument("bestand", metavar="FILE", help="the koppeling, in TOML or JSON")
    controleer.add_argument(
        "--voorbeeld",
        metavar="FILE",
        help="a file of rows, CSV or Parquet: say which of its columns and cells do not fit",
    )
