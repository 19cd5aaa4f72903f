"""The documents behind the paths on the command line, one by one.

Every path gives at least one document, and what cannot be read is given as such, so that nothing
is lost on the way. Memory is bounded by one document of the largest size, however long a file is
and whatever it holds once it is decompressed.
"""

import gzip
import io
import os
import re
import stat
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    NamedTuple,
    SupportsIndex,
    TypeAlias,
    cast,
    final,
)

from geboortezorg.arrow import pyarrow
from geboortezorg.bevroren import bevroren
from geboortezorg.cli.stroom import (
    Plek,
    Stroom,
    aantal_tekstregels,
    heel,
    heel_of_stukken,
    stukken,
    tekstregels,
)
from geboortezorg.tekst import Tekst

if TYPE_CHECKING:
    from geboortezorg.lijnen import Beoordeeld
    from geboortezorg.lijnen.oordeel import Rijgroep

STDIN: Final = "-"

_DOCUMENT: Final = re.compile(r"[.](json|ndjson|jsonl)([.](gz|zst))?\Z", re.IGNORECASE)
_PER_TEKSTREGEL: Final = re.compile(r"[.](ndjson|jsonl)([.](gz|zst))?\Z", re.IGNORECASE)
_GZIP: Final = re.compile(r"[.]gz\Z", re.IGNORECASE)
_ZSTD: Final = re.compile(r"[.]zst\Z", re.IGNORECASE)
_TABEL: Final = re.compile(r"[.](parquet|arrow|arrows|feather)\Z", re.IGNORECASE)


class Oorzaak(StrEnum):
    """Why there is nothing to judge."""

    BESTAAT_NIET = "bestaat_niet"
    LEGE_MAP = "lege_map"
    GEEN_TOEGANG = "geen_toegang"
    GEEN_GZIP = "geen_gzip"
    GEEN_TABEL = "geen_tabel"
    GEEN_KOLOM = "geen_kolom"
    LEESFOUT = "leesfout"


OORZAKEN: Final = {
    Oorzaak.BESTAAT_NIET: Tekst("dit bestand bestaat niet", "this file does not exist"),
    Oorzaak.LEGE_MAP: Tekst(
        "in deze map staat geen *.json, *.ndjson of *.jsonl, ook niet met .gz of .zst; noem een "
        "bestand dat anders heet bij zijn naam",
        "this folder has no *.json, *.ndjson or *.jsonl, nor with .gz or .zst; give a file that is "
        "called otherwise by its name",
    ),
    Oorzaak.GEEN_TOEGANG: Tekst("geen toegang tot dit bestand", "no access to this file"),
    Oorzaak.GEEN_GZIP: Tekst("dit is geen heel gzip-bestand", "this is not a whole gzip file"),
    Oorzaak.GEEN_TABEL: Tekst(
        "dit is geen heel Parquet- of Arrow-bestand", "this is not a whole Parquet or Arrow file"
    ),
    Oorzaak.GEEN_KOLOM: Tekst(
        "geef met --kolom de naam van een kolom van dit bestand met in elke cel een document",
        "give with --kolom the name of a column of this file that has a document in each cell",
    ),
    Oorzaak.LEESFOUT: Tekst("dit bestand is niet te lezen", "this file cannot be read"),
}
"""What to say of a file that cannot be read."""


@final
@bevroren
class Invoer:
    """One document, or the fact that there is none to read."""

    pad: str
    """The path as it was given, or a path below the folder that was given."""
    tekstregel: int | None
    """The line in NDJSON or the row of a table, from 1; None when the file is one document."""
    inhoud: bytes | Oorzaak
    omvang: int = 0
    """How many bytes of the file, as it stands on disk, were read for this document."""
    rijen: "Beoordeeld | None" = None
    """Where it came from, when it was made of rows; `tekstregel` is then the first row."""
    groep: "Rijgroep | None" = None
    """The rows that are to make it, before it is judged."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle without names: most of what sending it to a process costs."""
        return type(self), (
            self.pad,
            self.tekstregel,
            self.inhoud,
            self.omvang,
            self.rijen,
            self.groep,
        )


Kenmerk: TypeAlias = tuple[int, ...]
"""By what a file is known again, as long as nobody writes it."""


class Stuk(NamedTuple):
    """Lines of a file, each of them a document."""

    pad: str
    nummer: int
    """Of the first line, from 1."""
    inhoud: bytes
    omvang: int
    """As of a document."""
    plek: Plek | None = None
    """Where the same lines stand in the file, if another process can read them there."""
    bestand: Kenmerk | None = None
    """The file in which they stand there."""

    def __reduce_ex__(self, _: SupportsIndex, /) -> tuple[Any, ...]:
        """Let the lines go to a process by themselves, without a copy."""
        from pickle import PickleBuffer  # noqa: PLC0415 - costs time, for this alone

        return type(self), (self.pad, self.nummer, PickleBuffer(self.inhoud), self.omvang)


Deel: TypeAlias = Invoer | Stuk


def is_document(naam: str, *, tabellen: bool = False) -> bool:
    """Say whether a file of this name is read when its folder is given; tables only if asked."""
    return _DOCUMENT.search(naam) is not None or (tabellen and _TABEL.search(naam) is not None)


def is_tabel(bestand: str | Invoer) -> bool:
    """Say whether a file is read as a table, with a document in each cell of a column."""
    return not isinstance(bestand, Invoer) and _TABEL.search(bestand) is not None


def documenten(paden: Iterable[str], *, ndjson: bool, kolom: str | None = None) -> Iterator[Invoer]:
    """Yield what is behind `paden`, in their order; with `ndjson` every line is a document.

    Of a table every cell of the column `kolom` is one.
    """
    return los(delen(paden, ndjson=ndjson, kolom=kolom))


def los(delen: Iterable[Deel]) -> Iterator[Invoer]:
    """Yield each document by itself."""
    for deel in delen:
        if isinstance(deel, Invoer):
            yield deel
            continue
        omvang = deel.omvang
        for nummer, inhoud in tekstregels(deel.nummer, deel.inhoud):
            yield Invoer(deel.pad, nummer, inhoud, omvang)
            omvang = 0


def delen(paden: Iterable[str], *, ndjson: bool, kolom: str | None) -> Iterator[Deel]:
    """Yield the same documents, those that are lines with several at a time."""
    for bestand in bestanden(paden, tabellen=kolom is not None):
        if isinstance(bestand, Invoer):
            yield bestand
        elif is_tabel(bestand):
            from geboortezorg.cli import tabelinvoer  # noqa: PLC0415 - Arrow costs time

            yield from tabelinvoer.documenten(bestand, kolom)
        else:
            yield from _uit_bestand(bestand, ndjson=ndjson)


def bestanden(paden: Iterable[str], *, tabellen: bool = False) -> Iterator[str | Invoer]:
    """Yield the files behind `paden`, and an Invoer for each folder that gives no documents."""
    for pad in paden:
        toestand = None if pad == STDIN else _toestand(pad)
        if toestand is None or not stat.S_ISDIR(toestand.st_mode):
            yield pad
            continue
        leeg = True
        for bestand in _in_map(Path(pad), tabellen=tabellen):
            leeg = False
            yield bestand
        if leeg:
            yield Invoer(pad, None, Oorzaak.LEGE_MAP)


def omvang(paden: Iterable[str], *, tabellen: bool = False) -> int | None:
    """Return how many bytes there are behind `paden`; None when that cannot be known."""
    totaal = 0
    for bestand in bestanden(paden, tabellen=tabellen):
        toestand = None if isinstance(bestand, Invoer) else _toestand(bestand)
        if bestand == STDIN or (toestand is not None and not stat.S_ISREG(toestand.st_mode)):
            return None
        totaal += 0 if toestand is None else toestand.st_size
    return totaal


def _toestand(pad: str) -> os.stat_result | None:
    """Return what is known of a path; None when nothing is: opening it will say why."""
    try:
        return Path(pad).stat() if pad else None
    except (OSError, ValueError):
        return None


def _in_map(map_: Path, *, tabellen: bool) -> Iterator[str | Invoer]:
    """Yield the documents below a folder, by name; links to other folders are not followed."""
    stapel = [map_]
    while stapel:
        pad = stapel.pop()
        try:
            toestand = pad.stat()
        except PermissionError as fout:  # a folder that may be listed but not entered
            yield Invoer(str(pad), None, oorzaak_van(fout))
            continue
        except (OSError, ValueError):
            toestand = None
        if toestand is not None and stat.S_ISDIR(toestand.st_mode):
            if pad is not map_ and pad.is_symlink():
                continue
            try:
                stapel += sorted(pad.iterdir(), key=lambda deel: deel.name, reverse=True)
            except OSError as fout:
                yield Invoer(str(pad), None, oorzaak_van(fout))
        elif is_document(pad.name, tabellen=tabellen) and (
            toestand is None or stat.S_ISREG(toestand.st_mode)  # a broken link is not passed over
        ):
            yield str(pad)


def oorzaak_van(fout: Exception) -> Oorzaak:
    """Return what an exception from opening or reading a file comes down to."""
    match fout:
        case gzip.BadGzipFile() | EOFError() | zlib.error():
            return Oorzaak.GEEN_GZIP
        case FileNotFoundError() | NotADirectoryError():
            return Oorzaak.BESTAAT_NIET
        case PermissionError():
            return Oorzaak.GEEN_TOEGANG
        case _:
            return Oorzaak.LEESFOUT


def _uit_bestand(pad: str, *, ndjson: bool) -> Iterator[Deel]:
    lezer: Callable[[Stroom], Iterator[tuple[int | None, bytes, Plek | None]]]
    if ndjson or _PER_TEKSTREGEL.search(pad):
        lezer = stukken
    else:
        lezer = heel_of_stukken if pad == STDIN else heel
    nummer: int | None = None
    inhoud = b""
    leeg = True
    gelezen = 0
    try:
        with ExitStack() as stapel:
            ruw, stroom = open_stroom(pad, stapel)
            bestand = kenmerk(ruw) if lezer is stukken and ruw is stroom and pad != STDIN else None
            for nummer, inhoud, plek in lezer(stroom):
                if nummer is not None and inhoud.isspace():
                    continue
                leeg = False
                stand = ruw.tell() if ruw.seekable() else 0
                omvang, gelezen = stand - gelezen, stand
                if nummer is None:
                    yield Invoer(pad, None, inhoud, omvang)
                else:
                    yield Stuk(pad, nummer, inhoud, omvang, plek, bestand)
        if leeg:
            yield Invoer(pad, None, b"")
    except (OSError, EOFError, ValueError, zlib.error) as fout:
        plaats = None if nummer is None else nummer + aantal_tekstregels(inhoud)
        yield Invoer(pad, plaats, oorzaak_van(fout))


def kenmerk(bestand: io.FileIO | io.BufferedIOBase) -> Kenmerk | None:
    """Return by what a file is known again; None when it is no plain file, which is read once."""
    toestand = os.fstat(bestand.fileno())
    if not stat.S_ISREG(toestand.st_mode):
        return None
    # The first time can be set back by who writes, as some copying does; the second cannot.
    tijden = toestand.st_mtime_ns, toestand.st_ctime_ns
    return toestand.st_dev, toestand.st_ino, toestand.st_size, *tijden


def open_stroom(pad: str, stapel: ExitStack) -> tuple[io.BufferedIOBase, Stroom]:
    """Return the bytes of a path as they stand on disk, and as they are without gzip or zstd.

    Raises ImportError for zstd without the extra that reads it.
    """
    ruw = _open(pad, stapel)
    if _ZSTD.search(pad):
        pa = pyarrow("zstd", "arrow")
        uitgepakt = pa.CompressedInputStream(pa.PythonFile(ruw, "r"), "zstd")
        return ruw, stapel.enter_context(io.BufferedReader(uitgepakt))
    if _GZIP.search(pad):
        return ruw, stapel.enter_context(gzip.GzipFile(fileobj=ruw))
    return ruw, ruw


def _open(pad: str, stapel: ExitStack) -> io.BufferedIOBase:
    if pad == STDIN:
        if sys.stdin is None:
            raise OSError
        return cast("io.BufferedIOBase", sys.stdin.buffer)
    if not pad:
        raise FileNotFoundError
    return stapel.enter_context(Path(pad).open("rb"))
