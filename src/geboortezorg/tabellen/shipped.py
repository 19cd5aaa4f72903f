"""The tables that ship with this library."""

from datetime import date
from functools import cache
from typing import Final

from geboortezorg.convert import structureer_document
from geboortezorg.model.prestatie import Prestatielijst
from geboortezorg.model.tarief import Tarieftabel
from geboortezorg.tabellen import pakket
from geboortezorg.tabellen.antwoord import Tariefantwoord
from geboortezorg.tabellen.herkomst import Herkomst
from geboortezorg.tabellen.tabellen import Tabellen
from geboortezorg.tekst import Tekst, TypeFout
from geboortezorg.tijd import eis_dag

_GEEN_NAAM: Final = Tekst(
    "een prestatie is een tekst; geef haar naam of code als str",
    "a prestatie is a text; give its name or code as str",
)


@cache
def shipped() -> Tabellen:
    """Return the tables that ship with this library; read on first use, then kept.

    Own tables that are added to them lie over them, and go before them.
    """
    return uit_pakket().as_base()


def uit_pakket() -> Tabellen:
    """Return the tables of this package, read anew.

    Those that were read before, when the package was made, had the checks of a file then.
    """
    eerder = pakket.gelezen()
    if eerder is None:
        from geboortezorg.tabellen import lader  # noqa: PLC0415 - seldom needed, slow to import

        return lader.uit_bestanden()
    lijsten: dict[str, Prestatielijst] = {}
    tabellen: dict[str, Tarieftabel] = {}
    for naam, gegeven in eerder.items():
        tabel = structureer_document(gegeven, nagezien=True)
        (lijsten if type(tabel) is Prestatielijst else tabellen)[naam] = tabel
    return Tabellen(
        prestatielijsten=tuple(lijsten.values()),
        tarieftabellen=tuple(tabellen.values()),
        herkomst=tuple(Herkomst(bestand=naam) for naam in (*lijsten, *tabellen)),
        nagezien=True,
    )


def tarief(prestatie: str, *, op: date, tabellen: Tabellen | None = None) -> Tariefantwoord:
    """Return what the tables say of the tariff of a prestatie on the day `op`.

    `prestatie` is our stable name or the NZa/Vektis code. The answer is found (with source),
    unknown, not yet in force, or ended; it is never the amount of another year. An own row says
    which shipped row it replaces. For care whose tariff follows the start of care, give that day.
    Raises TypeError for a `prestatie` that is no text, or an `op` that is no date or has a time.
    """
    if not isinstance(prestatie, str):
        raise TypeFout(_GEEN_NAAM)
    eis_dag(op)
    return (shipped() if tabellen is None else tabellen).lookup(prestatie, op)
