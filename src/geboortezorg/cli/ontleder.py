"""What the command line accepts."""

import argparse
import os
import re
import sys
from datetime import date
from functools import partial
from typing import Any, Final, NoReturn

from geboortezorg._versie import SCHEMA_VERSIE, __version__
from geboortezorg.cli import (
    eiopties,
    fhiropties,
    koppelingopties,
    tabelopties,
    valideeropties,
)
from geboortezorg.cli.gebruiksfout import Gebruiksfout, Misbruik
from geboortezorg.cli.uitgangen import UITGANGEN
from geboortezorg.cli.valideeropties import geheel
from geboortezorg.taal import TALEN
from geboortezorg.taal import VARIABELE as TAALVARIABELE

_PIJPLIJN: Final = ("sarif", "junit", "github")
_KOLOMMEN: Final = ("arrow", "parquet")
VORMEN: Final = ("tabel", "json", "ndjson", "bevindingen", "csv", *_PIJPLIJN, "html", *_KOLOMMEN)
_VORMEN: Final = {
    "valideer": "; ndjson has each report with its file and places, bevindingen and csv have the "
    "findings only; sarif, junit and github are for what runs pipelines; html is one page for people; arrow "
    "and parquet are files with a row for each verdict and each finding (extra arrow)"
}

_IN_DELEN: Final = frozenset({"tabel", "koppeling", "ei", "fhir"})
"""Commands that consist of commands."""

_SCHALEN: Final = ("bash", "fish", "zsh")
_BESTANDEN: Final = {
    "bash": "_shtab_compgen_files",
    "fish": "(__fish_complete_path (commandline -ct))",
    "zsh": "_files",
}
"""How each shell completes the name of a file: ``shtab.FILE``, without importing it."""


class _Ontleder(argparse.ArgumentParser):
    def add_argument(self, *namen: Any, **instellingen: Any) -> argparse.Action:
        """Add an argument; a shell completes the name of a file where one is asked."""
        argument = super().add_argument(*namen, **instellingen)
        if argument.metavar in {"FILE", "PATH"}:
            vars(argument)["complete"] = _BESTANDEN
        return argument

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong: the language in which to say it stands in the arguments too."""
        raise Misbruik(self, message)


class _Aanvulling(argparse.Action):
    """Print what a shell needs to complete commands, options and files."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> NoReturn:
        del namespace, option_string
        try:
            import shtab  # noqa: PLC0415 - of an extra
        except ImportError:
            parser.error("--print-completion needs the extra `completion`")
        sys.stdout.write(f"{shtab.complete(parser, str(values))}\n")
        parser.exit()


def taal(gekozen: str | None) -> str:
    """Return the language of the texts: as was asked, or as the environment says, or Dutch."""
    uit_omgeving = os.environ.get(TAALVARIABELE) or TALEN[0]
    if gekozen is None and uit_omgeving not in TALEN:
        talen = ", ".join(TALEN)  # in both languages, as none was chosen
        raise Gebruiksfout(f"{TAALVARIABELE}: kies uit {talen} / choose from {talen}")
    return gekozen or uit_omgeving


def _datum(tekst: str) -> date:
    from geboortezorg.tijd import is_datum  # noqa: PLC0415 - costs attrs

    if not is_datum(tekst):
        raise argparse.ArgumentTypeError("not a date written as YYYY-MM-DD (1900 to 2099)")
    return date.fromisoformat(tekst)


def _poort(tekst: str) -> int:
    if not re.fullmatch("[0-9]{1,5}", tekst) or int(tekst) > 65_535:
        raise argparse.ArgumentTypeError("not a port from 0 to 65535")
    return int(tekst)


def _gemeen(vormen: str = "") -> _Ontleder:
    """Return the options that every command has; `vormen` tells of more forms than two."""
    gemeen = _Ontleder(add_help=False, allow_abbrev=False)
    gemeen.add_argument(
        "--format",
        choices=VORMEN if vormen else VORMEN[:2],
        default="tabel",
        help=f"a table for people (default), or JSON for programs{vormen}",
    )
    gemeen.add_argument(
        "--taal",
        choices=TALEN,
        help=f"language of the texts (default: what {TAALVARIABELE} says, or nl)",
    )
    return gemeen


def ontleder() -> _Ontleder:
    """Return the parser of the whole command line."""
    hoofd = _Ontleder(
        prog="geboortezorg",
        description="Judge documents of Dutch maternity care, and look up tariffs, rules and "
        "schemas. Works offline.",
        allow_abbrev=False,
    )
    hoofd.add_argument(
        "--version",
        action="version",
        version=f"geboortezorg {__version__} (schema_versie {SCHEMA_VERSIE})",
    )
    hoofd.add_argument(
        "--print-completion",
        metavar="SHELL",
        choices=_SCHALEN,
        action=_Aanvulling,
        help=f"print the completion for a shell and end: {', '.join(_SCHALEN)}",
    )
    groep = hoofd.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for naam, opdracht, uitleg, vul in (
        (
            "validate",
            "valideer",
            "Judge documents.",
            partial(valideeropties.validate, context=_context, drempel=_drempel, datum=_datum),
        ),
        ("tarief", "tarief", "Say what a prestatie may cost on a day.", _tarief),
        (
            "tabel",
            "tabel",
            "Make a table to fill in, or check one.",
            partial(tabelopties.tabel, gemeen=_gemeen, context=_context),
        ),
        (
            "koppeling",
            "koppeling",
            "Make a koppeling for files of rows to fill in, or check one.",
            partial(koppelingopties.koppeling, gemeen=_gemeen),
        ),
        (
            "prestaties",
            "prestaties",
            "Search what can be declared.",
            partial(tabelopties.prestaties, context=_context, datum=_datum),
        ),
        (
            "tabellen",
            "tabellen",
            "Search the tables, with what they know and how well.",
            partial(tabelopties.tabellen, context=_context, datum=_datum),
        ),
        ("regels", "regels", "Show the rules, or explain one.", _regels),
        ("schema", "schema", "Show a JSON Schema, or compare two.", _schema),
        (
            "ei",
            "ei",
            "Read, judge, answer or write a message of the EI standards (VK301).",
            partial(eiopties.ei, gemeen=_gemeen, context=_context, datum=_datum),
        ),
        (
            "fhir",
            "fhir",
            "Read maternity records of FHIR into dossiers, or write FHIR.",
            partial(fhiropties.fhir, gemeen=_gemeen, context=_context, datum=_datum),
        ),
        ("genereer", "genereer", "Make up dossiers in the shape of a year.", _genereer),
        ("serve", "serveer", "Judge documents over HTTP; needs the extra `web`.", _serve),
    ):
        deel = groep.add_parser(
            naam,
            help=uitleg,
            description=uitleg,
            epilog=UITGANGEN[opdracht],
            parents=[] if naam in _IN_DELEN else [_gemeen(_VORMEN.get(opdracht, ""))],
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        deel.set_defaults(opdracht=opdracht)
        vul(deel)
        for delen in (a.choices for a in deel._actions if isinstance(a.choices, dict)):
            for onderdeel in delen.values():
                onderdeel.epilog, onderdeel.formatter_class = deel.epilog, deel.formatter_class
    return hoofd


def _context(deel: argparse.ArgumentParser) -> None:
    deel.set_defaults(drempel=None)
    deel.add_argument(
        "--context",
        metavar="FILE",
        help="a document of soort context, in TOML or JSON: own tables, agreements, day of "
        "judging, bar; goes before the settings",
    )
    deel.add_argument(
        "--tabel",
        metavar="FILE",
        action="append",
        default=[],
        help="a file with own tables, in TOML, JSON or CSV; can be given more than once",
    )
    deel.add_argument(
        "--zonder-instellingen",
        action="store_true",
        help="do not look for geboortezorg.toml, from the working folder upward, nor for the file "
        "that GEBOORTEZORG_INSTELLINGEN names",
    )


def _drempel(deel: argparse.ArgumentParser) -> None:
    deel.add_argument(
        "--drempel",
        choices=("officieel", "bevestigd", "secundair", "afgeleid"),
        help="the weakest ground on which a rule may refuse (default: that of the context, or "
        "bevestigd)",
    )


def _tarief(deel: argparse.ArgumentParser) -> None:
    deel.add_argument(
        "prestatie",
        metavar="PRESTATIE",
        help="stable name or NZa/Vektis code: kraamzorg-uur, 1101",
    )
    deel.add_argument(
        "--op", metavar="DATE", type=_datum, required=True, help="the day, as YYYY-MM-DD"
    )
    _context(deel)
    _drempel(deel)


def _regels(deel: argparse.ArgumentParser) -> None:
    deel.add_argument("code", metavar="CODE", nargs="?", help="code of one rule: GZ-TARIEF-001")


def _schema(deel: argparse.ArgumentParser) -> None:
    deel.add_argument("soort", metavar="SOORT", nargs="?", help="kind of document: dossier")
    deel.add_argument("--versie", metavar="VERSION", help=f"schema version (now {SCHEMA_VERSIE})")
    deel.add_argument(
        "--compare",
        metavar=("A", "B"),
        nargs=2,
        help="compare an old with a new schema: two versions, two files, or two folders. That a "
        "document names its schema_versie is left out of the comparison",
    )


def _genereer(deel: argparse.ArgumentParser) -> None:
    deel.add_argument(
        "-n", metavar="N", type=geheel(1, 10**8), required=True, help="how many dossiers"
    )
    deel.add_argument(
        "--seed",
        metavar="S",
        type=geheel(0, 10**9),
        default=0,
        help="another number gives another population, the same number the same (default: 0)",
    )
    deel.add_argument(
        "--fouten",
        metavar="P",
        type=geheel(0, 100),
        default=0,
        help="the percentage of dossiers with a fault (default: 0)",
    )
    deel.add_argument(
        "--output", metavar="FILE", help="write the dossiers to this file (default: stdout)"
    )
    deel.add_argument(
        "--context",
        metavar="FILE",
        help="write the context in which they are judged to this file, as JSON: made-up amounts and "
        "agreements, for `validate --context`",
    )
    deel.add_argument(
        "--antwoorden",
        metavar="FILE",
        help="write which line breaks which rule to this file, as CSV",
    )


def _serve(deel: argparse.ArgumentParser) -> None:
    deel.add_argument(
        "--host",
        metavar="ADDRESS",
        default="127.0.0.1",
        help="address to listen on (default: 127.0.0.1, this machine only)",
    )
    deel.add_argument(
        "--port",
        metavar="PORT",
        type=_poort,
        default=8000,
        help="port (default: 8000; 0: a free one)",
    )
    deel.add_argument(
        "--context-per-verzoek",
        action="store_true",
        help="allow requests to bring a context of their own, at /validate/context",
    )
    deel.add_argument(
        "--max-bytes",
        metavar="N",
        type=geheel(1, 2**29),
        help="largest body that is read (default: 8388608, which is 8 MiB; at most 536870912)",
    )
    deel.add_argument(
        "--max-seconden",
        metavar="N",
        type=geheel(1, 3600),
        help="longest that a request may take, its arrival included (default: 30; at most 3600)",
    )
    _context(deel)
    _drempel(deel)
