"""Rows in, reports out: each with the rows that it is about."""

import gzip
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final, TypeAlias, final

import attrs

from geboortezorg.bevroren import bevroren
from geboortezorg.convert import Invoerfout
from geboortezorg.convert.plaatsen import Rijplaats
from geboortezorg.lijnen import leestabel
from geboortezorg.lijnen.bron import Bron, Onleesbaar
from geboortezorg.lijnen.groeperen import groepen
from geboortezorg.lijnen.koppeling import Koppeling
from geboortezorg.lijnen.leescsv import CsvBron
from geboortezorg.lijnen.plan import Plan, maak_plan
from geboortezorg.lijnen.samenstelling import Groep, Samengesteld, stel_samen
from geboortezorg.rapport import Rapport
from geboortezorg.regels.context import Context, gekozen
from geboortezorg.tabulair import BevindingRij, Overzicht, bevindingrijen
from geboortezorg.tekst import Tekst, TypeFout
from geboortezorg.validation import onleesbaar, validate_portion

Rijenbron: TypeAlias = Any
"""A path of a CSV or Parquet file, an open CSV file of bytes, an Arrow table, a data frame, the
answer to a query, or mappings of the title of a column to a cell."""

_GEEN_BRON: Final = Tekst(
    "dit is geen bron van rijen; geef een pad, een bestand, een tabel of rijen",
    "this is no source of rows; give a path, a file, a table or rows",
)
_PARQUET: Final = (".parquet", ".pq")
_ARROW: Final = "__arrow_c_stream__"


@final
@bevroren
class Rijgroep:
    """The rows of one document, or one row that cannot be read, before it is judged."""

    plan: Plan = attrs.field(repr=False)
    deel: Groep | Onleesbaar = attrs.field(repr=False)

    @property
    def rijen(self) -> tuple[int, ...]:
        """The numbers of the rows."""
        if isinstance(self.deel, Onleesbaar):
            return (self.deel.nummer,)
        return tuple(nummer for nummer, _ in self.deel.rijen)

    def na(self, gezien: set[bytes]) -> "Rijgroep":
        """Return the group, marked when rows of its document were in `gezien`, which takes it up.

        Who reads several sources as one keeps that set: a document in two of them is in none whole.
        """
        deel = self.deel
        if isinstance(deel, Onleesbaar):
            return self
        verspreid = deel.merk in gezien
        gezien.add(deel.merk)
        return Rijgroep(self.plan, attrs.evolve(deel, verspreid=True)) if verspreid else self

    def stel_samen(self) -> Samengesteld | Onleesbaar:
        """Return the document that the rows make."""
        return self.deel if isinstance(self.deel, Onleesbaar) else stel_samen(self.plan, self.deel)

    def als_bytes(self) -> bytes:
        """Return all that was read, to know it again; nobody reads it back."""
        return repr(attrs.astuple(self.deel, recurse=False)).encode()


@final
@bevroren(kw_only=True)
class Beoordeeld:
    """A document made of rows with its report, or a row that cannot be read with the report on that."""

    rapport: Rapport
    rijen: tuple[int, ...]
    """The numbers of the rows."""
    document: dict[str, Any] | None = attrs.field(repr=False)
    """The document, as parsed JSON; None for a row that cannot be read."""
    _samengesteld: Samengesteld | None = attrs.field(repr=False)

    def waar(self, pointer: str) -> Rijplaats:
        """Return the row and the column that the JSON Pointer of a finding leads back to."""
        if self._samengesteld is None:
            return Rijplaats(self.rijen[0])
        return self._samengesteld.waar(pointer)


def validate_rows(
    bron: Rijenbron, koppeling: Koppeling, *, context: Context | None = None
) -> Iterator[Beoordeeld]:
    """Yield the report on each document that the rows make, and on each row that cannot be read.

    The documents come in the order of their first rows. However many rows there are, no more is
    kept in memory than the rows of one document and a bounded part of the rest. Raises
    KoppelingFout when the source lacks a column of the koppeling, and OSError when it cannot be
    opened, or as Opslagfout when there is no room for rows that are not sorted; whatever is wrong
    with a row or a cell is in the reports.
    """
    context = gekozen(context)
    for rijgroep in read_groups(bron, koppeling):
        yield from judge_groups([rijgroep], context)


def judge_groups(rijgroepen: Sequence[Rijgroep], context: Context) -> list[Beoordeeld]:
    """Return what :func:`validate_rows` gives for a few groups, which are judged together."""
    delen = [(groep, groep.stel_samen()) for groep in rijgroepen]
    heel = [d for _, d in delen if isinstance(d, Samengesteld) and not d.fouten]
    rapporten = iter(validate_portion([deel.document for deel in heel], context))
    return [
        Beoordeeld(
            rapport=rapport_op_rij(deel, context),
            rijen=groep.rijen,
            document=None,
            samengesteld=None,
        )
        if isinstance(deel, Onleesbaar)
        else Beoordeeld(
            rapport=deel.oordeel(context) if deel.fouten else next(rapporten),
            rijen=groep.rijen,
            document=deel.document,
            samengesteld=deel,
        )
        for groep, deel in delen
    ]


def rapport_op_rij(rij: Onleesbaar, context: Context) -> Rapport:
    """Return the report on a row that cannot be read."""
    return onleesbaar(Invoerfout(rij.reden, rij.nummer), context=context)


def row_findings(beoordeeld: Beoordeeld | Iterable[Beoordeeld]) -> Overzicht[BevindingRij]:
    """Return every place of every finding as a flat table, with its row and column.

    `document` is the first row of the document. For very many, ask a table for each in turn.
    """
    alle = (beoordeeld,) if isinstance(beoordeeld, Beoordeeld) else beoordeeld
    op_rij = {str(deel.rijen[0]): deel for deel in alle}
    return bevindingrijen(
        {sleutel: deel.rapport for sleutel, deel in op_rij.items()},
        lambda sleutel, pointer: op_rij[sleutel].waar(pointer),
    )


def assemble_rows(bron: Rijenbron, koppeling: Koppeling) -> Iterator[Samengesteld | Onleesbaar]:
    """Yield what :func:`validate_rows` judges, without judging it."""
    for rijgroep in read_groups(bron, koppeling):
        yield rijgroep.stel_samen()


def read_groups(bron: Rijenbron, koppeling: Koppeling) -> Iterator[Rijgroep]:
    """Yield the rows of each document as they were read, and every row that cannot be read."""
    with ExitStack() as stapel:
        open_ = _open(bron, koppeling, stapel)
        plan = maak_plan(koppeling, open_.kop)
        for deel in groepen(plan, open_):
            yield Rijgroep(plan, deel)


def column_titles(bron: Rijenbron, koppeling: Koppeling) -> tuple[str, ...]:
    """Return the titles of the columns of a source, of which the koppeling only says how it is written."""
    with ExitStack() as stapel:
        return tuple(_open(bron, koppeling, stapel).kop)


def _open(bron: Rijenbron, koppeling: Koppeling, stapel: ExitStack) -> Bron:
    if isinstance(bron, str | os.PathLike):
        pad = Path(bron)
        if pad.suffix.lower() in _PARQUET:
            return leestabel.ParquetBron(pad)
        bron = stapel.enter_context(pad.open("rb"))
        if pad.suffix.lower() == ".gz":
            bron = stapel.enter_context(gzip.GzipFile(fileobj=bron))
    if hasattr(bron, "read"):
        csv = CsvBron(bron, koppeling)
        stapel.callback(csv.laat_los)
        return csv
    if hasattr(bron, _ARROW):
        return leestabel.uit_kolommen(bron)
    if hasattr(bron, "fetchmany"):
        return leestabel.CursorBron(bron)
    if isinstance(bron, Iterable):
        return leestabel.DictBron(bron, koppeling)
    raise TypeFout(_GEEN_BRON)
