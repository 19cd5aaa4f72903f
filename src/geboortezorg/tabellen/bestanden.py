"""The bytes of files with tables: any file that a caller names, or one that a document names.

A caller may read what it likes. What a document names is only read when it is a plain file
inside the folder of that document, and a name in it is never repeated in a message.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final

from geboortezorg.tabellen.fout import Melding, Pad, TabelFout, Tabelreden, als_pointer
from geboortezorg.tekst import Tekst

MAX_BYTES: Final = 2 * 1024 * 1024
"""Largest file with a table that is read: 2 MiB, some ten thousand rows."""

MAX_SAMEN: Final = 8 * 1024 * 1024
"""Most bytes of all files together that one document may name."""

_ONLEESBAAR: Final = Tekst(
    "dit bestand is er niet of is niet te lezen; verbeter de naam of de rechten",
    "this file is not there or cannot be read; mend its name or its permissions",
)
_SAMEN_TE_GROOT: Final = Tekst(
    "de bestanden zijn samen groter dan 8 MiB; geef er minder mee",
    "the files together are larger than 8 MiB; give fewer of them",
)
_GEEN_MAP: Final = Tekst(
    "deze tabel staat in geen map; alleen een bestand kan een ander noemen",
    "this table stands in no folder; only a file can name another file",
)
_BUITEN_MAP: Final = Tekst(
    "dit bestand ligt niet in de map van wat het noemt; zet het erin",
    "this file is not in the folder of what names it; put it there",
)
_NIET_BLOKKEREN: Final = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


Bestand = tuple[str, bytes, Path | None]
"""The name of a file without its folder, its bytes (at most one more than allowed), the folder."""


def open_bestand(pad: str | os.PathLike[str]) -> Bestand:
    """Return any file that a caller names."""
    plek = Path(pad)
    data: bytes | None = None
    try:
        with plek.open("rb") as stroom:
            data = stroom.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        pass
    if data is None:
        raise TabelFout(
            [Melding(reden=Tabelreden.ONLEESBAAR, uitleg=_ONLEESBAAR, bestand=plek.name)]
        )
    return plek.name, data, plek.parent


def open_genoemde(map_: Path, lid: str, namen: Sequence[str]) -> Iterator[Bestand]:
    """Yield each file that a context in the folder `map_` names in its member `lid`.

    Raises TabelFout, with the place of the name in the document, for one that lies outside the
    folder, is no plain file, cannot be read, or makes them too large together.
    """
    samen = 0
    for nummer, naam in enumerate(namen):
        plek: Pad = (lid, nummer)
        data = _binnen(map_, naam, plek)
        samen += len(data)
        if samen > MAX_SAMEN:
            raise _weigering(Tabelreden.TE_GROOT, _SAMEN_TE_GROOT, plek)
        yield Path(naam).name, data, (map_ / naam).parent


def open_naast(map_: Path | None, naam: str, plek: Pad) -> tuple[str, bytes]:
    """Return the name and bytes of a file that a table in the folder `map_` names."""
    if map_ is None:
        raise _weigering(Tabelreden.BUITEN_MAP, _GEEN_MAP, plek)
    return Path(naam).name, _binnen(map_, naam, plek)


def _weigering(reden: Tabelreden, uitleg: Tekst, plek: Pad) -> TabelFout:
    return TabelFout([Melding(reden=reden, uitleg=uitleg, pointer=als_pointer(plek))])


def _binnen(map_: Path, naam: str, plek: Pad) -> bytes:
    data: bytes | None = None
    buiten = any(
        vorm.is_absolute() or vorm.anchor or ".." in vorm.parts
        for vorm in (PurePosixPath(naam), PureWindowsPath(naam))
    )
    try:
        echt = (map_ / naam).resolve()
        buiten = buiten or not naam.isprintable() or not echt.is_relative_to(map_.resolve())
        data = None if buiten else _lees_gewoon(echt)
    except (OSError, ValueError, RuntimeError):  # RuntimeError: links that go round, before 3.13
        pass
    if buiten:
        raise _weigering(Tabelreden.BUITEN_MAP, _BUITEN_MAP, plek)
    if data is None:
        raise _weigering(Tabelreden.ONLEESBAAR, _ONLEESBAAR, plek)
    return data


def _lees_gewoon(pad: Path) -> bytes | None:
    """Return at most one byte more than allowed of a plain file; None for a pipe or a device."""
    greep = os.open(pad, os.O_RDONLY | _NIET_BLOKKEREN)  # opening a pipe would wait for ever
    with os.fdopen(greep, "rb") as stroom:
        gewoon = stat.S_ISREG(os.fstat(greep).st_mode)
        return stroom.read(MAX_BYTES + 1) if gewoon else None
