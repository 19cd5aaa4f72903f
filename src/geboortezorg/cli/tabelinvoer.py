"""Documents in the cells of a column: of Parquet, and of Arrow as a file or a stream."""

import io
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any, Final

from geboortezorg.arrow import arrow_is_een_bestand, parquet_is_een_bestand, pyarrow
from geboortezorg.batch.arrow import Kolomfout, documenten_van
from geboortezorg.cli.invoer import Invoer, Oorzaak, oorzaak_van, open_stroom
from geboortezorg.tekst import Tekst

_PER_KEER: Final = 64
"""Rows of Parquet that are read at once."""

_BESTAND: Final = b"ARROW1"
"""How a file of Arrow begins; a stream does not."""

_EINDE: Final = b"\xff\xff\xff\xff\x00\x00\x00\x00"
"""How a stream ends that was written to its end."""

_GROOTSTE: Final = 1 << 30
"""Most bytes that a row group may have in the column, once decompressed."""


def documenten(pad: str, kolom: str | None) -> Iterator[Invoer]:
    """Yield each cell of a column, with the number of its row, from 1.

    A cell that is empty is a document that cannot be read. Of a file that cannot be read any
    further, that is said at the row.
    """
    pa = pyarrow(Tekst("Parquet en Arrow", "Parquet and Arrow"), "arrow")
    nummer = 0
    try:
        with ExitStack() as stapel:
            ruw, _ = open_stroom(pad, stapel)
            if kolom is None:
                raise Kolomfout
            per_rij, batches = _batches(pa, pad, ruw, kolom)
            for batch in batches:
                for inhoud in documenten_van(pa, batch, kolom):
                    nummer += 1
                    yield Invoer(pad, nummer, inhoud, per_rij)
        if not nummer:
            yield Invoer(pad, None, b"")
    except (pa.ArrowException, OSError, ValueError, OverflowError) as fout:
        yield Invoer(pad, nummer + 1 if nummer else None, _oorzaak(pa, fout))


def _oorzaak(pa: Any, fout: Exception) -> Oorzaak:
    if isinstance(fout, Kolomfout):
        return Oorzaak.GEEN_KOLOM
    return Oorzaak.GEEN_TABEL if isinstance(fout, pa.ArrowException) else oorzaak_van(fout)


def _batches(pa: Any, pad: str, ruw: Any, kolom: str) -> tuple[int, Iterator[Any]]:
    """Return how many bytes of the file a row takes, 0 when that is not known, and the rows."""
    if pad.lower().endswith(".parquet"):
        return _parquet(pa, ruw, kolom)
    begin = ruw.read(len(_BESTAND))
    ruw.seek(0)
    if begin != _BESTAND:
        return 0, _stroom(pa, ruw, begin)
    if not arrow_is_een_bestand(ruw):
        raise pa.ArrowInvalid
    bestand = pa.ipc.open_file(ruw)
    return 0, map(bestand.get_batch, range(bestand.num_record_batches))


def _stroom(pa: Any, ruw: Any, begin: bytes) -> Iterator[Any]:
    """Yield the batches of a stream; ArrowInvalid when it was cut off after one, or more follows."""
    yield from pa.ipc.open_stream(ruw)
    meer = ruw.read(1)
    einde = _EINDE
    if begin.startswith(_EINDE[:4]):  # each message does, since Arrow 0.15
        ruw.seek(-len(_EINDE), io.SEEK_END)
        einde = ruw.read()
    if meer or einde != _EINDE:
        raise pa.ArrowInvalid


def _parquet(pa: Any, ruw: Any, kolom: str) -> tuple[int, Iterator[Any]]:
    from pyarrow import parquet  # noqa: PLC0415 - of an extra

    meta = parquet.ParquetFile(ruw).metadata
    if not parquet_is_een_bestand(meta, ruw):
        raise pa.ArrowInvalid
    namen = [meta.schema.column(plaats).path for plaats in range(meta.num_columns)]
    if namen.count(kolom) != 1:
        raise Kolomfout
    for groep in range(meta.num_row_groups):
        deel = meta.row_group(groep).column(namen.index(kolom))
        if deel.total_uncompressed_size > _GROOTSTE:
            raise pa.ArrowInvalid
    per_rij = ruw.seek(0, io.SEEK_END) // max(1, meta.num_rows)
    # A text that is repeated is in memory once, however often it is.
    bestand = parquet.ParquetFile(ruw, metadata=meta, read_dictionary=[kolom], pre_buffer=False)
    return per_rij, bestand.iter_batches(_PER_KEER, columns=[kolom])
