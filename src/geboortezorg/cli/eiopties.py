"""What ``geboortezorg ei`` accepts, beside what every command does."""

import argparse
from collections.abc import Callable
from datetime import date

Vul = Callable[[argparse.ArgumentParser], None]
Lees = Callable[[str], date]

_CODERINGEN = ("ascii", "latin-1", "cp1252", "cp850", "utf-8")
"""As the reader has them; written out, because importing it costs what help need not."""


def ei(
    deel: argparse.ArgumentParser,
    gemeen: Callable[[], argparse.ArgumentParser],
    context: Vul,
    datum: Lees,
) -> None:
    """Add what ``geboortezorg ei`` takes."""
    del context, datum
    groep = deel.add_subparsers(title="what to do", metavar="WHAT", dest="wat", required=True)
    uitleg = "Read a message, and show every fault with its record and field."
    lees = groep.add_parser(
        "lees", help=uitleg, description=uitleg, parents=[gemeen()], allow_abbrev=False
    )
    _bericht(lees)


def _bericht(deel: argparse.ArgumentParser) -> None:
    deel.add_argument(
        "bericht", metavar="FILE", help="the message; its name may end in .gz, and - is stdin"
    )
    deel.add_argument(
        "--indeling",
        metavar="FILE",
        action="append",
        default=[],
        help="a layout of your own, a document of soort ei_indeling in TOML or JSON; goes before "
        "those that ship; can be given more than once",
    )
    deel.add_argument(
        "--codering",
        choices=_CODERINGEN,
        help="encoding of the message (default: ASCII; other characters are a fault)",
    )
