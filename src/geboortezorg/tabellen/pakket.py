"""The data files of this package: their names and their bytes, also from a wheel."""

from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Final

_MAP: Final = "data"
_EINDE: Final = ".toml"


@cache
def namen() -> tuple[str, ...]:
    """Return the names of the tables that ship with this package, sorted.

    A file is called after the table in it, so these are also words that a message may show.
    """
    bestanden = resources.files(__package__).joinpath(_MAP).iterdir()
    return tuple(
        sorted(
            bestand.name.removesuffix(_EINDE)
            for bestand in bestanden
            if bestand.name.endswith(_EINDE)
        )
    )


def bestanden() -> Iterator[tuple[str, bytes]]:
    """Yield every data file in the order of its name: the name of the file and its bytes."""
    map_ = resources.files(__package__).joinpath(_MAP)
    for naam in namen():
        yield naam + _EINDE, map_.joinpath(naam + _EINDE).read_bytes()
