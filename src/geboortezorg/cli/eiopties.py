"""What ``geboortezorg ei`` accepts, beside what every command does."""

import argparse
import re
from collections.abc import Callable
from datetime import date

Vul = Callable[[argparse.ArgumentParser], None]
Lees = Callable[[str], date]

_CODERINGEN = ("ascii", "latin-1", "cp1252", "cp850", "utf-8")
"""As the reader has them; written out, because importing it costs what help need not."""

_AANVULLING = (
    "what the message holds and a declaratie does not, in JSON: who is paid, the persons, and the "
    "start of the care"
)


def ei(
    deel: argparse.ArgumentParser,
    gemeen: Callable[[], argparse.ArgumentParser],
    context: Vul,
    datum: Lees,
) -> None:
    """Add what ``geboortezorg ei`` takes."""
    groep = deel.add_subparsers(title="what to do", metavar="WHAT", dest="wat", required=True)
    lees, valideer, retour, schrijf = (
        groep.add_parser(
            naam, help=uitleg, description=uitleg, parents=[gemeen()], allow_abbrev=False
        )
        for naam, uitleg in (
            ("lees", "Read a message, and show every fault with its record and field."),
            ("valideer", "Judge the declaratie in a message, with findings at record and field."),
            ("retour", "Judge a message, and write the return message to it."),
            ("schrijf", "Write the message of a declaratie."),
        )
    )
    for opdracht in (lees, valideer, retour):
        opdracht.add_argument(
            "bericht", metavar="FILE", help="the message; its name may end in .gz, and - is stdin"
        )
    for opdracht in (valideer, retour):
        opdracht.add_argument(
            "--op",
            metavar="DATE",
            type=datum,
            help="the day of judging, as YYYY-MM-DD (default: that of the context)",
        )
        opdracht.add_argument("--aanvulling", metavar="FILE", help=_AANVULLING)
    valideer.add_argument(
        "--declaratie", metavar="FILE", help="write the declaratie to this file, as JSON"
    )
    valideer.add_argument(
        "--rest",
        metavar="FILE",
        help="write to this file what the message holds beside it, as --aanvulling takes it",
    )
    retour.add_argument(
        "--output", metavar="FILE", required=True, help="write the return message to this file"
    )
    retour.add_argument(
        "--referentie",
        metavar="TEXT",
        type=_hooguit(24),
        default="",
        help="reference of the insurer",
    )
    retour.add_argument(
        "--zonder-opmerking",
        metavar="CODE",
        type=_retourcode,
        help="return code of a record without a remark, four digits: no source that was seen says "
        "which (default: leave the field empty)",
    )
    schrijf.add_argument("declaratie", metavar="FILE", help="a document of soort declaratie")
    schrijf.add_argument(
        "--output", metavar="FILE", required=True, help="write the message to this file"
    )
    schrijf.add_argument("--aanvulling", metavar="FILE", help=_AANVULLING)
    schrijf.add_argument(
        "--standaard",
        metavar="NAME",
        default="vk301-2.2",
        help="name of the layout to write by (default: vk301-2.2)",
    )
    for opdracht in (lees, valideer, retour, schrijf):
        _indeling(opdracht)
    for opdracht in (valideer, retour, schrijf):
        context(opdracht)


def _hooguit(lengte: int) -> Callable[[str], str]:
    def lees(tekst: str) -> str:
        if len(tekst) > lengte or not tekst.isascii() or not tekst.isprintable():
            raise argparse.ArgumentTypeError(f"not at most {lengte} printable ASCII characters")
        return tekst

    return lees


def _retourcode(tekst: str) -> str:
    if re.fullmatch("[0-9]{4}", tekst) is None:
        raise argparse.ArgumentTypeError("not four digits")
    return tekst


def _indeling(deel: argparse.ArgumentParser) -> None:
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
