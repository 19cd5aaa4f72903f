"""One cell to the value of one member.

A cell is a text of a CSV file, or a typed value of a table. What cannot be read as what its member
asks becomes :data:`FOUT`; nothing is guessed and nothing rounded.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from geboortezorg import tijd
from geboortezorg.convert import Vormreden
from geboortezorg.lijnen.leden import Lid
from geboortezorg.tabellen.koppeling import DATUMVORMEN, eurocent, schrijf
from geboortezorg.tekst import Tekst
from geboortezorg.vorm import Soort

FOUT: Final = "\x00"
"""Stands for a cell that cannot be read: a text that no member takes."""

Cel = Any
"""What a source gives for a cell."""

Lees = Callable[[Cel], Any]
"""Takes a cell; returns a JSON value, None for an empty cell, or FOUT."""

STANDAARDVORM: Final = "JJJJ-MM-DD"

_MIDDERNACHT: Final = "(?:[ T]00:00(?::00(?:[.]0{1,9})?)?)?"
"""A time that databases and spreadsheets put behind a date; another time makes it no date."""

_LANGSTE: Final = 131_072
"""Longest cell, in characters; longer than any member, and where the CSV reader gives up too."""

_GEHEEL: Final = re.compile("-?[0-9]{1,15}")
_GEEN_TEKST: Final = re.compile("[\x00\ud800-\udfff]").search
_JANEE: Final = {"true": True, "false": False}
_CENT: Final = 100
_CIJFERS: Final = 15
"""Most digits of a number before its point, far beyond any that a document holds."""

_BEDRAG: Final = Tekst(
    "bedrag in euro met ten hoogste twee decimalen, zoals `decimaalteken` van de koppeling zegt",
    "amount in euros with at most two decimals, as `decimaalteken` of the koppeling says",
)
_GETAL: Final = Tekst("geheel getal, zonder scheidingstekens", "whole number without separators")
_JA: Final = Tekst(
    "true of false, of een waarde die de koppeling daarin vertaalt",
    "true or false, or a value that the koppeling translates to one",
)
_TIJD: Final = Tekst(
    "tijdstip met het verschil met UTC: JJJJ-MM-DDTUU:MM+UU:MM",
    "point in time with its offset from UTC: YYYY-MM-DDTHH:MM+HH:MM",
)
_TEKST: Final = Tekst("tekst, geen formule of ander soort waarde", "text, no formula or other kind")


def verwacht(lid: Lid, datumvorm: str) -> tuple[Vormreden, Tekst]:
    """Return what to say of a cell that cannot be read as the member it fills."""
    soort = lid.veldvorm.vorm.soort
    if soort is Soort.DATUM:
        engels = datumvorm.replace("J", "Y")
        return Vormreden.DATUM, Tekst(f"datum {datumvorm}", f"date {engels}")
    if soort is Soort.GETAL:
        return Vormreden.TYPE, _BEDRAG if lid.in_euro else _GETAL
    if soort is Soort.JANEE:
        return Vormreden.TYPE, _JA
    return Vormreden.TYPE, _TIJD if soort is Soort.TIJDSTIP else _TEKST


def lezer(
    lid: Lid,
    waarden: Mapping[str, str],
    *,
    decimaalteken: str | None,
    datumvorm: str,
    lijstteken: str | None,
) -> Lees:
    """Return what reads the cells of one column for one member."""
    soort = lid.veldvorm.vorm.soort

    def vertaal(tekst: str) -> str:
        return waarden.get(tekst, tekst)

    van_tekst: Lees = str
    van_typed: Lees = _niets
    if soort is Soort.DATUM:
        van_tekst, van_typed = _datum(datumvorm), _dag
    elif soort is Soort.GETAL and lid.in_euro:
        van_tekst, van_typed = _euro(decimaalteken), _cent
    elif soort is Soort.GETAL:
        van_tekst, van_typed = _geheel, _getal
    elif soort is Soort.JANEE:
        van_tekst, van_typed = _janee, _bool
    elif soort is Soort.TIJDSTIP:
        van_typed = _moment
    elif soort is Soort.LIJST:
        van_tekst = _delen(lijstteken, vertaal)
    # What a cell means is written as we write it.
    van_eigen = _bestaand if soort is Soort.DATUM else van_tekst

    def lees(cel: Cel) -> Any:
        if type(cel) is not str:
            if soort is Soort.LIJST and isinstance(cel, list | tuple):
                return [vertaal(deel) for deel in map(sleuteltekst, cel)] or None
            cel = eenvoudig(cel)
            if cel == FOUT:
                return cel
            # What the koppeling says of a cell holds however a source writes it.
            teksten = _teksten(cel, datumvorm) if waarden else ()
            bekend = next((tekst for tekst in teksten if tekst in waarden), None)
            if bekend is None and cel is not None:
                waarde = van_typed(cel)
                if waarde is not None:
                    return waarde
            cel = _als_tekst(cel) if bekend is None else bekend
        tekst = cel.strip()
        lees_zo = van_tekst
        if tekst in waarden:
            tekst = waarden[tekst]
            lees_zo = van_eigen
        if not tekst:
            return None
        if tekst[0] == "=" or len(tekst) > _LANGSTE:
            return FOUT
        return lees_zo(tekst)

    return lees


def sleuteltekst(cel: Cel) -> str:
    """Return a cell as the text by which rows are brought together; empty when there is none."""
    if type(cel) is not str:
        cel = eenvoudig(cel)
        if cel is None:
            return ""
        cel = _als_tekst(cel)
    # Bytes that are no text all look the same: by those no two rows belong together.
    return "" if len(cel) > _LANGSTE or _GEEN_TEKST(cel) else cel.strip()


def eenvoudig(cel: Cel) -> Any:
    """Return a typed value as one of Python itself; None for what is empty, FOUT for the rest.

    A number with a part behind the point becomes a Decimal as it is shown, any other an int.
    """
    if cel is None or isinstance(cel, str | bool | int):
        return cel
    if hasattr(cel, "tolist"):  # of numpy
        return eenvoudig(cel.tolist())
    zelf = cel
    try:
        if cel != zelf:  # what is not a number, or not a time, is not itself
            return None
    except (TypeError, ValueError, ArithmeticError):  # what is missing in pandas, for one
        return None if type(cel).__name__ == "NAType" else FOUT
    if isinstance(cel, float | Decimal):
        getal = Decimal(repr(cel)) if isinstance(cel, float) else cel
        if not getal.is_finite() or getal.adjusted() > _CIJFERS:
            return FOUT
        return int(getal) if getal == getal.to_integral_value() else getal
    return cel if isinstance(cel, dt.date) else FOUT


def _teksten(cel: Any, datumvorm: str) -> tuple[str, ...]:
    """Return how a value can stand in a koppeling: as it is shown, and a day in the form of dates."""
    if isinstance(cel, dt.datetime):
        cel = cel.date() if cel.time() == dt.time() and cel.tzinfo is None else cel
    tekst = _als_tekst(cel)
    if not isinstance(cel, dt.date) or isinstance(cel, dt.datetime):
        return (tekst,)
    delen = {"JJJJ": tekst[:4], "MM": tekst[5:7], "DD": tekst[8:]}
    return tekst, re.sub("JJJJ|MM|DD", lambda deel: delen[deel[0]], datumvorm)


def _als_tekst(cel: Any) -> str:
    if cel is None:
        return ""
    if isinstance(cel, str):
        return cel
    if isinstance(cel, bool):
        return "true" if cel else "false"
    return (
        cel.isoformat()
        if isinstance(cel, dt.date)
        else format(cel, "f" if isinstance(cel, Decimal) else "d")
    )


def _niets(_: Any) -> Any:
    """Return None: a value of this kind is read as the text that it is shown as."""


def _dag(cel: Any) -> Any:
    """Return a day as a document has it; a time of a day other than midnight is no day."""
    if not isinstance(cel, dt.date):
        return None
    if isinstance(cel, dt.datetime):
        if cel.time() != dt.time() or cel.tzinfo is not None:
            return FOUT
        cel = cel.date()
    return _bestaand(cel.isoformat())


def _moment(cel: Any) -> Any:
    if not isinstance(cel, dt.datetime):
        return None
    return tijd.tijdstiptekst(cel) or FOUT


def _bool(cel: Any) -> Any:
    return cel if isinstance(cel, bool) else None


def _getal(cel: Any) -> Any:
    if isinstance(cel, bool | Decimal):
        return FOUT
    return cel if isinstance(cel, int) else None


def _cent(cel: Any) -> Any:
    if isinstance(cel, bool):
        return FOUT
    if not isinstance(cel, int | Decimal):
        return None
    cent = cel * _CENT
    return int(cent) if cent == int(cent) else FOUT


def _geheel(tekst: str) -> Any:
    return int(tekst) if _GEHEEL.fullmatch(tekst) else FOUT


def _janee(tekst: str) -> Any:
    return _JANEE.get(tekst, FOUT)


def _euro(decimaalteken: str | None) -> Lees:
    def lees(tekst: str) -> Any:
        try:
            return eurocent(tekst, decimaalteken)
        except ValueError:
            return FOUT

    return lees


def _datum(datumvorm: str) -> Lees:
    past = re.compile(DATUMVORMEN[datumvorm].pattern + _MIDDERNACHT).fullmatch

    def lees(tekst: str) -> Any:
        vondst = past(tekst)
        if vondst is None:
            return FOUT
        return _bestaand(schrijf(vondst))

    return lees


def _bestaand(dag: str) -> Any:
    return dag if tijd.is_datum(dag) else FOUT


def _delen(lijstteken: str | None, vertaal: Callable[[str], str]) -> Lees:
    def lees(tekst: str) -> Any:
        delen = [tekst] if lijstteken is None else tekst.split(lijstteken)
        return [vertaal(deel.strip()) for deel in delen]

    return lees
