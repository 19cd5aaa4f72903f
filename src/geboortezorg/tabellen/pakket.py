"""The data files of this package: their names, their bytes and what is in them, also from a wheel.

Every kind of table has a folder of its own under ``data``; tariffs and lists of prestaties stand
in ``data`` itself. A file is called after the table in it.
"""

from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any, Final

from geboortezorg.convert import structureer_document
from geboortezorg.tabellen import leestoml

_DATA: Final = "data"
_EINDE: Final = ".toml"


@cache
def namen(*map_: str) -> tuple[str, ...]:
    """Return the names of the tables in a folder that ships with this package, sorted.

    These are also words that a message may show.
    """
    bestanden = resources.files(__package__).joinpath(_DATA, *map_).iterdir()
    return tuple(
        sorted(
            bestand.name.removesuffix(_EINDE)
            for bestand in bestanden
            if bestand.name.endswith(_EINDE)
        )
    )


def bestanden(*map_: str) -> Iterator[tuple[str, bytes]]:
    """Yield every data file of a folder in the order of its name: the name and its bytes."""
    plek = resources.files(__package__).joinpath(_DATA, *map_)
    for naam in namen(*map_):
        yield naam + _EINDE, plek.joinpath(naam + _EINDE).read_bytes()


def modellen(*map_: str) -> Iterator[Any]:
    """Yield the model in every data file of a folder, in the order of its name."""
    for _, data in bestanden(*map_):
        yield structureer_document(leestoml.lees(data)[0])
