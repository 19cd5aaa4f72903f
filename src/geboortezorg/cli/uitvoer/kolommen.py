"""A row for each verdict and each place of a finding, in columns: a file of Arrow or Parquet.

The rows are those of :func:`geboortezorg.batch.validate_arrow`, under the same versioned schema. They
are written some thousands at a time, so memory does not grow with the file.
"""

import io
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from typing import Any, Final

from geboortezorg.arrow import Extrafout, pyarrow
from geboortezorg.batch.arrow import RIJEN, arrowschema, rijen_van
from geboortezorg.cli.gebruiksfout import Gebruiksfout
from geboortezorg.cli.invoer import Invoer
from geboortezorg.cli.scherm import Scherm, leesbaar
from geboortezorg.cli.telling import Telling
from geboortezorg.rapport import Rapport
from geboortezorg.tekst import Tekst

_WAARVOOR: Final = Tekst("--format arrow of parquet", "--format arrow or parquet")
_GEEN_BESTAND: Final = Tekst(
    "--format arrow en parquet geven bytes, geen tekst; geef met --output een bestand, of stuur "
    "stdout naar een ander programma",
    "--format arrow and parquet give bytes, no text; give a file with --output, or send stdout to "
    "another program",
)


class Kolommen:
    """Writes the rows, or with `elders` keeps them for who writes them."""

    elders = False

    def __init__(self, argumenten: Namespace, scherm: Scherm) -> None:
        try:
            self._pa = pyarrow(_WAARVOOR, "arrow")
        except Extrafout as fout:
            raise Gebruiksfout(scherm.tekst(fout.tekst)) from None
        self._parquet: bool = argumenten.format == "parquet"
        self._geen_bestand = scherm.tekst(_GEEN_BESTAND)
        self._schema = arrowschema()
        self._rijen: list[dict[str, Any]] = []
        self._batches: list[Any] = []
        self._schrijver: Any = None

    def begin(self) -> None:
        """Open the file; Gebruiksfout when stdout is no place for bytes."""
        buffer = getattr(sys.stdout, "buffer", None)
        if buffer is None or sys.stdout.isatty():
            raise Gebruiksfout(self._geen_bestand)
        if self._parquet:
            from pyarrow import parquet  # noqa: PLC0415 - of an extra

            self._schrijver = parquet.ParquetWriter(buffer, self._schema)
        else:
            self._schrijver = self._pa.ipc.new_file(buffer, self._schema)

    def document(self, rapport: Rapport, document: Invoer, /) -> None:
        """Add the row of the verdict, and those of the findings."""
        sleutel = leesbaar(document.pad)
        if document.tekstregel is not None:
            sleutel += f":{document.tekstregel}"
        for rij in rijen_van(sleutel, rapport):
            self._rijen.append(rij)
            if len(self._rijen) >= RIJEN:
                self._sluit_af()

    def _sluit_af(self) -> None:
        """Make columns of the rows so far."""
        self._voeg_toe(self._pa.RecordBatch.from_pylist(self._rijen, self._schema))
        self._rijen = []

    def _voeg_toe(self, batch: Any) -> None:
        self._batches.append(batch)
        rijen = sum(len(deel) for deel in self._batches)
        if not self.elders and rijen >= RIJEN:
            self._schrijf(rijen - rijen % RIJEN)

    def _schrijf(self, aantal: int) -> None:
        """Write so many rows, in batches that do not depend on who judged the documents."""
        tabel = self._pa.Table.from_batches(self._batches, self._schema).combine_chunks()
        for batch in tabel.slice(0, aantal).to_batches(max_chunksize=RIJEN):
            self._schrijver.write_batch(batch)
        self._batches = tabel.slice(aantal).to_batches()

    def haal(self) -> bytes:
        """Return what was kept, for :meth:`neem` in another process."""
        self._sluit_af()
        uit = io.BytesIO()
        with self._pa.ipc.new_stream(uit, self._schema) as stroom:
            for batch in self._batches:
                stroom.write_batch(batch)
        self._batches = []
        return uit.getvalue()

    def neem(self, data: bytes) -> None:
        """Add what was kept in another process."""
        for batch in self._gelezen(data):
            self._voeg_toe(batch)

    def _gelezen(self, data: bytes) -> Iterator[Any]:
        with closing(self._pa.ipc.open_stream(data)) as stroom:
            yield from stroom

    def einde(self, _: Telling, /) -> None:
        """Write the rest, and what makes it a whole file."""
        self._sluit_af()
        self._schrijf(RIJEN)
        self._schrijver.close()


schrijver = Kolommen
