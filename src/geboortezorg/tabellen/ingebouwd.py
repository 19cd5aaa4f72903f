"""The tables that ship with this library."""

from functools import cache

from geboortezorg.tabellen.lader import uit_pakket
from geboortezorg.tabellen.tabellen import Tabellen


@cache
def ingebouwd() -> Tabellen:
    """Return the tables that ship with this library; read on first use, then kept.

    Own tables that are added to them lie over them, and go before them.
    """
    return uit_pakket().as_base()
