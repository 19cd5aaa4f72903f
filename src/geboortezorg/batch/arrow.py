"""Documents from a column of Arrow, and what the rules say of them as rows of Arrow.

No engine is named here: whatever gives batches of Arrow and takes them can use it.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain, count, islice
from typing import Any, Final

from geboortezorg import arrow
from geboortezorg.batch.kern import validate_pairs
from geboortezorg.rapport import Rapport
from geboortezorg.regels.context import Context, gekozen
from geboortezorg.tabulair import BevindingRij, Kolom, RapportRij, rapportrijen
from geboortezorg.tabulair.overzicht import arrowschema as schema_van
from geboortezorg.tabulair.overzicht import kolommen
from geboortezorg.tabulair.rapporten import bevindingrijen_van
from geboortezorg.tekst import Tekst, TekstFout

SCHEMAVERSIE: Final = "1"
"""Version of the schema of the rows: another one when a column is added, goes or changes."""

OORDEEL: Final = "oordeel"
BEVINDING: Final = "bevinding"

RIJEN: Final = 4096
"""Most rows in a batch that is given."""

_TEKSTEN: Final = frozenset(
    f"{maat}{soort}" for soort in ("string", "binary") for maat in ("", "large_")
) | {"string_view", "binary_view"}
"""Types of Arrow that hold texts or bytes."""

_VAN_RIJEN: Final = ("rij", "kolomnummer", "kolomtitel")
"""Columns on rows of files, which documents are not made of here."""


_KOLOM: Final = Tekst(
    "deze kolom is er niet precies een keer, of haar cellen zijn van een soort die niet te lezen "
    "is: een document is tekst of bytes, een sleutel ook een geheel getal",
    "this column is not there exactly once, or its cells are of a type that cannot be read: a "
    "document is text or bytes, a key also a whole number",
)


class Kolomfout(TekstFout):
    """A column cannot be read: it is not there, or there twice, or has cells of another type."""

    def __init__(self) -> None:
        super().__init__(_KOLOM)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle without its text, which is always the same."""
        return type(self), ()


def _alle_kolommen() -> Iterator[Kolom]:
    """Yield the key and what the row is about, then the verdict, then the finding."""
    eerste, *oordeel = kolommen(RapportRij)
    yield Kolom(eerste.naam, eerste.soort, True, eerste.uitleg)
    yield Kolom(
        "soort_rij",
        "tekst",
        False,
        Tekst(
            "`oordeel`: de ene rij die elk document heeft; `bevinding`: een plaats van een bevinding.",
            "`oordeel`: the one row that every document has; `bevinding`: a place of a finding.",
        ),
    )
    al = {eerste.naam, *_VAN_RIJEN}
    for kolom in (*oordeel, *kolommen(BevindingRij)):
        if kolom.naam not in al:
            al.add(kolom.naam)
            yield Kolom(kolom.naam, kolom.soort, kolom.naam != OORDEEL, kolom.uitleg)


KOLOMMEN: Final = tuple(_alle_kolommen())
"""The columns of the rows, in order."""


def arrowschema() -> "arrow.pa.Schema":
    """Return the schema of what :func:`validate_arrow` gives; its metadata has the `versie`."""
    return schema_van(arrow.pyarrow("geboortezorg.batch", "arrow"), KOLOMMEN, SCHEMAVERSIE)


def validate_arrow(
    batches: Any,
    column: str,
    key: str | None = None,
    context: Context | None = None,
    *,
    processen: int = 1,
) -> "Iterator[arrow.pa.RecordBatch]":
    """Yield rows on the documents in `column`, in order, in batches of the one schema.

    `batches` are record batches of Arrow, or what gives a stream of them: a table, a reader, a
    data frame. Every document has a row `oordeel`, and after it a row `bevinding` for each place
    of each finding. `key` is a column of texts or whole numbers that says which document it is;
    without it that is the position, from 0. An empty cell is a document that cannot be read.
    Raises Kolomfout, a ValueError, for a column that cannot be read. `processen` is as for :func:`~geboortezorg.batch.validate_many`.
    """
    pa = arrow.pyarrow("geboortezorg.batch", "arrow")
    context = gekozen(context)
    if hasattr(batches, "__arrow_c_stream__"):
        batches = _lezer(pa, batches)
    paren = _paren(pa, batches, column, key)
    return _batches(pa, validate_pairs(paren, context=context, processen=processen))


def _lezer(pa: Any, stroom: Any) -> Any:
    """Return the batches of a stream; Kolomfout, without the cell that Arrow names, when it has none."""
    lezer = None
    with suppress(ValueError, TypeError, OverflowError):
        lezer = pa.RecordBatchReader.from_stream(stroom)
    if lezer is None:
        raise Kolomfout
    return lezer


def _batches(
    pa: Any, paren: Iterable[tuple[str | None, Rapport]]
) -> "Iterator[arrow.pa.RecordBatch]":
    schema = arrowschema()
    alle = chain.from_iterable(rijen_van(sleutel, rapport) for sleutel, rapport in paren)
    while rijen := list(islice(alle, RIJEN)):
        yield pa.RecordBatch.from_pylist(rijen, schema)


def rijen_van(sleutel: str | None, rapport: Rapport) -> Iterator[dict[str, Any]]:
    """Yield the row of the verdict, and then those of the findings."""
    (oordeel,) = rapportrijen(rapport)
    yield _rij(oordeel, sleutel, OORDEEL)
    for bevinding in bevindingrijen_van("", rapport):
        yield _rij(bevinding, sleutel, BEVINDING)


def _rij(rij: Any, sleutel: str | None, soort_rij: str) -> dict[str, Any]:
    waarden = {kolom.naam: getattr(rij, kolom.naam, None) for kolom in KOLOMMEN}
    return waarden | {"document": sleutel, "soort_rij": soort_rij}


def _paren(
    pa: Any, batches: Iterable[Any], column: str, key: str | None
) -> Iterator[tuple[str | None, bytes]]:
    nummers = count()
    for batch in batches:
        sleutels = None if key is None else _kolom(pa, batch, key, getallen=True)
        for plaats, inhoud in enumerate(documenten_van(pa, batch, column)):
            sleutel = str(next(nummers)) if sleutels is None else _sleutel(sleutels[plaats])
            yield sleutel, inhoud


def documenten_van(pa: Any, batch: Any, column: str) -> Iterator[bytes]:
    """Yield the bytes of each cell of a column; none for an empty cell, whatever they are."""
    for cel in _kolom(pa, batch, column):
        buffer = getattr(cel, "value", cel).as_buffer()  # `value`: that of a dictionary
        yield b"" if buffer is None else buffer.to_pybytes()


def _kolom(pa: Any, batch: Any, naam: str, *, getallen: bool = False) -> Any:
    """Return a column as it is stored; Kolomfout when it cannot serve."""
    if batch.schema.names.count(naam) != 1:
        raise Kolomfout
    kolom = batch.column(naam)
    if isinstance(kolom.type, pa.BaseExtensionType):  # JSON is a text with a name
        kolom = kolom.storage
    soort = kolom.type.value_type if pa.types.is_dictionary(kolom.type) else kolom.type
    if str(soort) in _TEKSTEN or (getallen and pa.types.is_integer(soort)):
        return kolom
    raise Kolomfout


def _sleutel(cel: Any) -> str | None:
    cel = getattr(cel, "value", cel)
    if not cel.is_valid:
        return None
    if hasattr(cel, "as_buffer"):
        tekst: str = cel.as_buffer().to_pybytes().decode("utf-8", "backslashreplace")
        return tekst
    return str(cel.as_py())
