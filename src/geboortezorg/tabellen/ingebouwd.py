"""The tables that ship with this library."""

from functools import cache

from geboortezorg.tabellen.lader import uit_pakket
from geboortezorg.tabellen.opzoeken import Tabellen


@cache
def ingebouwd() -> Tabellen:
    """Return the tables that ship with this library; read on first use, then kept."""
    return uit_pakket()
