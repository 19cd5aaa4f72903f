"""Rows of tables with typed values: Arrow, Parquet, data frames, the answer to a query, dicts.

The first row is row 1. Arrow is only needed for what is Arrow, Parquet or a data frame.
"""

import contextlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, count, repeat
from pathlib import Path
from typing import Any, Final, final

from geboortezorg.arrow import parquet_is_een_bestand, pyarrow
from geboortezorg.convert import Invoerreden
from geboortezorg.lijnen.bron import Onleesbaar, Rij
from geboortezorg.lijnen.cellen import FOUT
from geboortezorg.lijnen.fout import Gebrek, KoppelingFout
from geboortezorg.lijnen.koppeling import Koppeling
from geboortezorg.tekst import Tekst

_PORTIE: Final = 4096
_DEZE_BRON: Final = Tekst("deze bron", "this source")
_GEEN_ARROW: Final = Tekst(
    "Arrow kan deze kolommen niet lezen; maak van elke kolom een soort cellen, zoals tekst",
    "Arrow cannot read these columns; give each column cells of one kind, such as text",
)
_GEEN_PARQUET: Final = Tekst(
    "dit is geen Parquet-bestand, of meer dan een achter elkaar",
    "this is no Parquet file, or more than one after another",
)


def arrow() -> Any:
    """Return pyarrow, which the extra ``arrow`` installs."""
    return pyarrow(_DEZE_BRON, "arrow")


@final
class ArrowBron:
    """The rows of a table of Arrow, or of anything that gives its columns as Arrow."""

    def __init__(self, lezer: Any) -> None:
        self._lezer = lezer
        self.kop: Sequence[str] = lezer.schema.names

    def rijen(self, nodig: Collection[int]) -> Iterator[Rij | Onleesbaar]:
        """Yield the rows, a portion at a time."""
        return _uit_porties(iter(self._lezer), nodig)


@final
class FrameBron:
    """The rows of a data frame of pandas, cell by cell: also where those of a column differ in type."""

    def __init__(self, frame: Any) -> None:
        self._frame = frame
        self.kop: Sequence[str] = [str(titel) for titel in frame.columns]

    def rijen(self, nodig: Collection[int]) -> Iterator[Rij | Onleesbaar]:
        """Yield the rows."""
        del nodig
        return enumerate(self._frame.itertuples(index=False, name=None), 1)


def uit_kolommen(bron: Any) -> ArrowBron | FrameBron:
    """Return the rows of what gives its columns as Arrow, or of a data frame that cannot.

    Raises KoppelingFout for anything else that cannot, without what Arrow says: that holds a cell.
    """
    lezer = None
    with contextlib.suppress(ValueError, TypeError, OverflowError):
        lezer = arrow().RecordBatchReader.from_stream(bron)
    if lezer is not None:
        return ArrowBron(lezer)
    if hasattr(bron, "itertuples"):
        return FrameBron(bron)
    raise KoppelingFout([Gebrek(pad=(), tekst=_GEEN_ARROW)])


@final
class ParquetBron:
    """The rows of a Parquet file."""

    def __init__(self, pad: Path) -> None:
        arrow()
        from pyarrow import parquet  # noqa: PLC0415 - of an extra

        bestand, heel = None, False
        with contextlib.suppress(ValueError, OverflowError), pad.open("rb") as ruw:
            bestand = parquet.ParquetFile(pad)
            heel = parquet_is_een_bestand(bestand.metadata, ruw)
        if bestand is None or not heel:
            raise KoppelingFout([Gebrek(pad=(), tekst=_GEEN_PARQUET)])
        self._bestand = bestand
        self.kop: Sequence[str] = self._bestand.schema_arrow.names

    def rijen(self, nodig: Collection[int]) -> Iterator[Rij | Onleesbaar]:
        """Yield the rows, a portion at a time."""
        with self._bestand:
            yield from _uit_porties(self._bestand.iter_batches(_PORTIE), nodig)


@final
class CursorBron:
    """The rows of the answer to a query, from what has `description` and `fetchmany`."""

    def __init__(self, cursor: Any) -> None:
        self._cursor = cursor
        self.kop: Sequence[str] = [str(kolom[0]) for kolom in cursor.description]

    def rijen(self, nodig: Collection[int]) -> Iterator[Rij | Onleesbaar]:
        """Yield the rows, a portion at a time."""
        del nodig
        nummers = count(1)
        while portie := self._cursor.fetchmany(_PORTIE):
            for cellen in portie:
                yield next(nummers), cellen


@final
class DictBron:
    """Rows that are each a mapping of the title of a column to its cell."""

    def __init__(self, rijen: Iterable[Any], koppeling: Koppeling) -> None:
        self._rijen = iter(rijen)
        eerste = next(self._rijen, None)
        self._alle = chain([] if eerste is None else [eerste], self._rijen)
        self.kop: Sequence[str] = koppeling.titels
        if isinstance(eerste, Mapping):
            self.kop = [str(titel) for titel in eerste]

    def rijen(self, nodig: Collection[int]) -> Iterator[Rij | Onleesbaar]:
        """Yield the rows; each must have every column that is needed."""
        titels = list(self.kop)
        for nummer, rij in enumerate(self._alle, 1):
            if isinstance(rij, Mapping) and all(titels[plaats] in rij for plaats in nodig):
                yield nummer, [rij.get(titel) for titel in titels]
            else:
                yield Onleesbaar(nummer, Invoerreden.RIJ_CELLEN)


def _uit_porties(porties: Iterator[Any], nodig: Collection[int]) -> Iterator[Rij | Onleesbaar]:
    nummer = 0
    while True:
        try:
            portie = next(porties, None)
        except (OSError, ValueError):  # of pyarrow, on a file that is broken
            yield Onleesbaar(nummer + 1, Invoerreden.ONLEESBAAR)
            return
        if portie is None:
            return
        for begin in range(0, portie.num_rows, _PORTIE):
            deel = portie.slice(begin, _PORTIE)
            kolommen = [
                _cellen(kolom) if plaats in nodig else repeat(None)
                for plaats, kolom in enumerate(deel.columns)
            ]
            for cellen in zip(*kolommen, strict=False):
                nummer += 1
                yield nummer, cellen


def _cellen(kolom: Any) -> list[Any]:
    """Return the cells of a column as values of Python; one that is none is FOUT."""
    try:
        cellen: list[Any] = kolom.to_pylist()
    except (ValueError, OverflowError):  # bytes that are no text, a time outside the calendar
        return [_cel(cel) for cel in kolom]
    return cellen


def _cel(cel: Any) -> Any:
    try:
        return cel.as_py()
    except (ValueError, OverflowError):
        return FOUT
