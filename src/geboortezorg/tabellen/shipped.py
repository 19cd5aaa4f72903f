"""The tables that ship with this library."""

from datetime import date
from functools import cache

from geboortezorg.tabellen.antwoord import Tariefantwoord
from geboortezorg.tabellen.lader import uit_pakket
from geboortezorg.tabellen.tabellen import Tabellen


@cache
def shipped() -> Tabellen:
    """Return the tables that ship with this library; read on first use, then kept.

    Own tables that are added to them lie over them, and go before them.
    """
    return uit_pakket().as_base()


def tarief(prestatie: str, *, op: date, tabellen: Tabellen | None = None) -> Tariefantwoord:
    """Return what the tables say of the tariff of a prestatie on the day `op`.

    `prestatie` is our stable name or the NZa/Vektis code. The answer is found (with source),
    unknown, not yet in force, or ended; it is never the amount of another year. An own row says
    which shipped row it replaces. For care whose tariff follows the start of care, give that day.
    """
    return (shipped() if tabellen is None else tabellen).lookup(prestatie, op)
