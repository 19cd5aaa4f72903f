"""What ``geboortezorg koppeling`` accepts, beside what every command does."""

import argparse
from collections.abc import Callable

from geboortezorg.cli.sjabloonopties import bestand, twee


def koppeling(deel: argparse.ArgumentParser, gemeen: Callable[[], argparse.ArgumentParser]) -> None:
    """Add what ``geboortezorg koppeling`` takes."""
    nieuw, controleer = twee(
        deel,
        gemeen,
        nieuw="Write a koppeling to fill in, with every member that a column can fill.",
        controleer="Check a koppeling, by itself and on the rows of a file.",
    )
    bestand(nieuw)
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
