"""What the commands about tables accept, beside what every command does."""

import argparse
import re
from collections.abc import Callable
from datetime import date
from typing import Final

from geboortezorg.cli.sjabloonopties import bestand, twee

Vul = Callable[[argparse.ArgumentParser], None]
Lees = Callable[[str], date]

_REGIMES: Final = (
    *("kraamzorg", "verloskunde", "prenatale_screening", "integrale_geboortezorg", "vsv"),
    *("eigen_bijdrage_kraamzorg", "medisch_specialistische_zorg"),
)
"""As the model has them; written out, because importing it costs what help need not."""


def _jaar(tekst: str) -> int:
    if re.fullmatch("19[0-9]{2}|20[0-9]{2}", tekst) is None:
        raise argparse.ArgumentTypeError("not a year from 1900 to 2099")
    return int(tekst)


def _procent(tekst: str) -> int:
    if re.fullmatch("[0-9]{1,4}", tekst) is None:
        raise argparse.ArgumentTypeError("not a whole percentage")
    return int(tekst)


def tabel(
    deel: argparse.ArgumentParser, gemeen: Callable[[], argparse.ArgumentParser], context: Vul
) -> None:
    """Add what ``geboortezorg tabel`` takes."""
    nieuw, controleer = twee(
        deel,
        gemeen,
        nieuw="Write a table to fill in: every prestatie of a regime in one year.",
        controleer="Check tables, and show each step against the tariff before it.",
    )
    nieuw.add_argument("regime", metavar="REGIME", choices=_REGIMES, help=", ".join(_REGIMES))
    nieuw.add_argument("jaar", metavar="YEAR", type=_jaar, help="calendar year: 2026")
    bestand(nieuw)
    nieuw.add_argument(
        "--formaat",
        choices=("toml", "csv"),
        help="CSV has amounts in euros and opens in a spreadsheet (default: as FILE ends, or toml)",
    )
    context(nieuw)
    controleer.add_argument("bestanden", metavar="FILE", nargs="+", help="TOML, JSON or CSV")
    controleer.add_argument(
        "--grens",
        metavar="PERCENT",
        type=_procent,
        default=25,
        help="mark a step of more than so much for each year between, up or down (default: 25)",
    )
    context(controleer)


def _zoek(deel: argparse.ArgumentParser, context: Vul, datum: Lees, waarin: str, op: str) -> None:
    deel.add_argument(
        "woorden",
        metavar="WORD",
        nargs="*",
        help=f"words that must all stand in {waarin}; capitals make no difference",
    )
    deel.add_argument("--regime", choices=_REGIMES, metavar="REGIME", help=", ".join(_REGIMES))
    deel.add_argument("--op", metavar="DATE", type=datum, help=op)
    context(deel)


def prestaties(deel: argparse.ArgumentParser, context: Vul, datum: Lees) -> None:
    """Add what ``geboortezorg prestaties`` takes."""
    _zoek(
        deel,
        context,
        datum,
        "the name, code or description",
        "only what exists on that day, as YYYY-MM-DD, with its tariff",
    )


def tabellen(deel: argparse.ArgumentParser, context: Vul, datum: Lees) -> None:
    """Add what ``geboortezorg tabellen`` takes."""
    _zoek(
        deel,
        context,
        datum,
        "the name of the table, its source, or a prestatie or norm in it",
        "only tables that apply on that day, as YYYY-MM-DD",
    )
