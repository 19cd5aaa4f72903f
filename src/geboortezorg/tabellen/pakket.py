"""The data files of this package: their names, their bytes and what is in them, also from a wheel.

Every kind of table has a folder of its own under ``data``; tariffs and lists of prestaties stand
in ``data`` itself. A file is called after the table in it.

Reading TOML takes long. What is in the files of a folder therefore stands in one JSON file under
``gelezen`` too, which ``python3 dev.py bijwerken`` makes. It is used only while no file of the
folder was changed after it was made; otherwise, and in a zip, the TOML is read.
"""

import json
import os
from collections.abc import Iterator
from functools import cache
from io import FileIO
from typing import TYPE_CHECKING, Any, Final

from geboortezorg.convert import structureer_document

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

MAPPEN: Final = ("", "bronnen", "cijfers", "codelijsten", "indelingen", "normen")
"""The folders with data: ``data`` itself, and those in it."""

HIER: Final = __file__.rpartition(os.sep)[0]
"""The folder that holds ``data``. What is needed at the start does without pathlib, which takes long."""

_DATA: Final = "data"
_EINDE: Final = ".toml"
_MARGE_NS: Final = 2_000_000_000
"""Two seconds: who unpacks a package writes its files at about the same time, in any order."""


@cache
def namen(*map_: str) -> tuple[str, ...]:
    """Return the names of the tables in a folder that ships with this package, sorted.

    These are also words that a message may show.
    """
    try:
        with os.scandir("/".join((HIER, _DATA, *map_))) as delen:
            gevonden = [deel.name for deel in delen]
    except OSError:  # in a zip
        gevonden = [deel.name for deel in _plek(*map_).iterdir()]
    return tuple(sorted(naam.removesuffix(_EINDE) for naam in gevonden if naam.endswith(_EINDE)))


def bestanden(*map_: str) -> Iterator[tuple[str, bytes]]:
    """Yield every data file of a folder in the order of its name: the name and its bytes."""
    plek = _plek(*map_)
    for naam in namen(*map_):
        yield naam + _EINDE, plek.joinpath(naam + _EINDE).read_bytes()


def _plek(*map_: str) -> "Traversable":
    from pathlib import Path  # noqa: PLC0415 - seldom needed, and slow to import

    plek = Path(HIER, _DATA, *map_)
    if plek.is_dir():
        return plek
    from importlib import resources  # noqa: PLC0415 - only for a zip, and slow to import

    return resources.files(__package__).joinpath(_DATA, *map_)


def gelezen(map_: str = "", hier: str = HIER) -> dict[str, Any] | None:
    """Return the JSON value in every file of a folder, by the name of the file, as read before.

    None when a file came, went or changed since. `hier` is the folder that holds ``data``.
    """
    try:
        with FileIO(gelezenpad(map_, hier)) as bestand:
            tekst, gemaakt = bestand.readall(), os.fstat(bestand.fileno()).st_mtime_ns
        with os.scandir(f"{hier}/{_DATA}/{map_}") as delen:
            nu = {deel.name: deel.stat() for deel in delen if deel.name.endswith(_EINDE)}
        uit: dict[str, dict[str, Any]] = json.loads(tekst)
    except (OSError, ValueError):
        return None
    for naam, stand in nu.items():
        if (
            stand.st_mtime_ns > gemaakt + _MARGE_NS
            or naam not in uit
            or uit[naam]["bytes"] != stand.st_size
        ):
            return None
    return {naam: deel["inhoud"] for naam, deel in uit.items()} if len(uit) == len(nu) else None


def gelezenpad(map_: str, hier: str = HIER) -> str:
    """Return where the JSON of a folder stands."""
    return f"{hier}/gelezen/{map_ or 'tabellen'}.json"


def gegevens(map_: str) -> tuple[dict[str, Any], bool]:
    """Return what is in every data file of a folder, by its name and in the order of that.

    And whether it was read before, with every check.
    """
    eerder = gelezen(map_)
    if eerder is not None:
        return eerder, True
    from geboortezorg.tabellen import leestoml  # noqa: PLC0415 - seldom needed, slow to import

    return {naam: leestoml.lees(data)[0] for naam, data in bestanden(map_)}, False


def modellen(map_: str) -> Iterator[Any]:
    """Yield the model in every data file of a folder, in the order of its name."""
    alle, nagezien = gegevens(map_)
    for gegeven in alle.values():
        yield structureer_document(gegeven, nagezien=nagezien)
