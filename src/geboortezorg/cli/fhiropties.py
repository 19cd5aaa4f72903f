"""What ``geboortezorg fhir`` accepts."""

import argparse
from collections.abc import Callable


def fhir(deel: argparse.ArgumentParser, gemeen: Callable[[], argparse.ArgumentParser]) -> None:
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
