"""A flat table: typed rows, with columns that are made from the class of the row."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final, Generic, TypeVar, final, get_args, get_type_hints

import attrs

from geboortezorg import arrow
from geboortezorg.bevroren import bevroren
from geboortezorg.tekst import Tekst

Waarde = str | int | bool | date | None
"""What a cell may hold. Codes are texts, amounts are whole eurocents, several codes are one text
with a space between them."""

R = TypeVar("R")

_SOORTEN: Final = {str: "tekst", int: "getal", bool: "janee", date: "dag"}
_TYPEN: Final = {"tekst": "string", "getal": "int64", "janee": "bool", "dag": "date32"}
"""The type of Arrow for what the cells of a column hold."""

_UITLEG: Final = "uitleg"


def kolom(uitleg_en: str, uitleg: str) -> Any:
    """Declare a column of a row class."""
    return attrs.field(metadata={_UITLEG: Tekst(uitleg, uitleg_en)})


@final
@bevroren
class Kolom:
    """One column of a flat table."""

    naam: str
    soort: str
    """What its cells hold: `tekst`, `getal`, `janee` or `dag`."""
    leeg: bool
    """Whether a cell may be empty."""
    uitleg: Tekst


@final
@bevroren
class Overzicht(Generic[R]):
    """Rows of one class, in order. Iterating gives the rows."""

    klasse: type[R]
    rijen: tuple[R, ...]

    def __iter__(self) -> Iterator[R]:
        """Return the rows one by one."""
        return iter(self.rijen)

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.rijen)

    @property
    def kolommen(self) -> tuple[Kolom, ...]:
        """The columns, in order; the same whatever the rows hold, also when there are none."""
        return kolommen(self.klasse)

    def records(self) -> list[dict[str, Waarde]]:
        """Return each row as a dict of plain values."""
        namen = [deel.naam for deel in self.kolommen]
        return [{naam: getattr(rij, naam) for naam in namen} for rij in self.rijen]

    def columns(self) -> dict[str, list[Waarde]]:
        """Return each column as a list of plain values."""
        return {
            deel.naam: [getattr(rij, deel.naam) for rij in self.rijen] for deel in self.kolommen
        }

    def to_csv(self) -> str:
        """Return CSV as RFC 4180 wants it: commas, CR LF, a header, an empty cell for no value."""
        tekst = io.StringIO(newline="")
        schrijver = csv.writer(tekst)
        schrijver.writerow(deel.naam for deel in self.kolommen)
        schrijver.writerows(map(_cel, rij.values()) for rij in self.records())
        return tekst.getvalue()

    def to_arrow(self) -> "arrow.pa.Table":
        """Return an Arrow table, whose schema does not depend on the rows.

        Needs the extra ``data``: ``pip install 'geboortezorg[data]'``.
        """
        pa = arrow.pyarrow("to_arrow", "data")
        return pa.table(self.columns(), schema=arrowschema(pa, self.kolommen))


def overzicht(klasse: type[R], rijen: Iterable[R]) -> Overzicht[R]:
    """Return rows of a class as a flat table."""
    return Overzicht(klasse, tuple(rijen))


def kolommen(klasse: type[Any]) -> tuple[Kolom, ...]:
    """Return the columns that the fields of a row class make."""
    soorten = get_type_hints(klasse)
    uit = []
    for veld in attrs.fields(klasse):
        delen = get_args(soorten[veld.name]) or (soorten[veld.name],)
        (soort,) = (_SOORTEN[deel] for deel in delen if deel is not type(None))
        leeg = type(None) in delen
        uit.append(Kolom(veld.name, soort, leeg, veld.metadata[_UITLEG]))
    return tuple(uit)


def arrowschema(pa: Any, alle: Iterable[Kolom], versie: str | None = None) -> "arrow.pa.Schema":
    """Return the schema of columns, whatever the rows hold, and its version as metadata."""
    velden = [pa.field(k.naam, pa.type_for_alias(_TYPEN[k.soort]), k.leeg) for k in alle]
    return pa.schema(velden, None if versie is None else {"versie": versie})


def _cel(waarde: Waarde) -> str | int | None:
    if isinstance(waarde, bool):
        return "true" if waarde else "false"
    return waarde.isoformat() if isinstance(waarde, date) else waarde
