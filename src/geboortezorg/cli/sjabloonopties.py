"""What the commands accept that write something to fill in, and check it."""

import argparse
from collections.abc import Callable


def twee(
    deel: argparse.ArgumentParser,
    gemeen: Callable[[], argparse.ArgumentParser],
    *,
    nieuw: str,
    controleer: str,
) -> tuple[argparse.ArgumentParser, argparse.ArgumentParser]:
    """Return the commands `nieuw` and `controleer`, each with what its help says."""
    groep = deel.add_subparsers(title="what to do", metavar="WHAT", dest="wat", required=True)
    een, ander = (
        groep.add_parser(
            naam, help=uitleg, description=uitleg, parents=[gemeen()], allow_abbrev=False
        )
        for naam, uitleg in (("nieuw", nieuw), ("controleer", controleer))
    )
    return een, ander


def bestand(nieuw: argparse.ArgumentParser) -> None:
    """Add the file that is written."""
    nieuw.add_argument(
        "bestand",
        metavar="FILE",
        nargs="?",
        help="the file to write, which must not exist; stdout without it",
    )
