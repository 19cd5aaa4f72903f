"""What ``geboortezorg fhir`` accepts."""

import argparse
from collections.abc import Callable

from geboortezorg.cli.tabelopties import Lees, Vul


def fhir(
    deel: argparse.ArgumentParser,
    gemeen: Callable[[], argparse.ArgumentParser],
    context: Vul,
    datum: Lees,
) -> None:
    """Add what ``geboortezorg fhir`` takes."""
    groep = deel.add_subparsers(title="what to do", metavar="WHAT", dest="wat", required=True)
    uitleg = "Read resources of FHIR STU3 (JSON) into dossiers, one a line; one for each pregnancy."
    lees = groep.add_parser(
        "lees", help=uitleg, description=uitleg, parents=[gemeen()], allow_abbrev=False
    )
    lees.add_argument(
        "paden",
        metavar="PATH",
        nargs="+",
        help="a Bundle, a resource or NDJSON; a folder with those; or - for stdin. Together they "
        "are one reading",
    )
    lees.add_argument("--output", metavar="FILE", help="write the dossiers to this file")
    lees.add_argument(
        "--lijst",
        metavar="FILE",
        help="write all that had no place to this file, as NDJSON (default: on stderr, without "
        "that for which a dossier has no member)",
    )
    uitleg = "Write a VSV, an IGO or a declaratie as a Bundle of FHIR R4, one a line."
    schrijf = groep.add_parser(
        "schrijf", help=uitleg, description=uitleg, parents=[gemeen()], allow_abbrev=False
    )
    schrijf.add_argument(
        "paden", metavar="PATH", nargs="+", help="documents, as `geboortezorg validate` takes them"
    )
    schrijf.add_argument("--output", metavar="FILE", help="write the Bundles to this file")
    schrijf.add_argument(
        "--op",
        metavar="DATE",
        type=datum,
        help="the day of judging, as YYYY-MM-DD (default: that of the context, or today)",
    )
    context(schrijf)
