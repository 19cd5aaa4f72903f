"""What is made only when it is asked for: names of a package, values of a mapping, functions, expressions."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from importlib import import_module
from sys import modules
from typing import Any, Final, TypeVar, final

K = TypeVar("K")
V = TypeVar("V")


def namen(
    pakket: str, waar: Mapping[str, str]
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return `__getattr__` and `__dir__` of a package that fetches its names on first use.

    `waar` has, by module as seen from the package, the names that are fetched from it.
    """
    module_van: Final = {naam: module for module, delen in waar.items() for naam in delen.split()}

    def haal(naam: str) -> Any:
        if naam not in module_van:
            raise AttributeError(f"module {pakket!r} has no attribute {naam!r}")
        waarde = getattr(import_module(module_van[naam], pakket), naam)
        setattr(modules[pakket], naam, waarde)
        return waarde

    return haal, lambda: sorted({*vars(modules[pakket]), *module_van})


@final
class Luikaart(Mapping[K, V]):
    """A mapping of which the keys are known, and each value is made when it is first read."""

    __slots__ = ("_gemaakt", "_maak", "_sleutels")

    def __init__(self, sleutels: Collection[K], maak: Callable[[K], V]) -> None:
        self._sleutels = sleutels
        self._maak = maak
        self._gemaakt: dict[K, V] = {}

    def __getitem__(self, sleutel: K) -> V:
        try:
            return self._gemaakt[sleutel]
        except KeyError:
            if sleutel not in self._sleutels:
                raise
        return self._gemaakt.setdefault(sleutel, self._maak(sleutel))

    def __contains__(self, sleutel: object) -> bool:
        return sleutel in self._sleutels

    def __iter__(self) -> Iterator[K]:
        return iter(self._sleutels)

    def __len__(self) -> int:
        return len(self._sleutels)


uitdrukking: Final = cache(re.compile)
"""Makes a regular expression when a text is first held against it."""


def later(ruimte: dict[str, Any], naam: str, maak: Callable[[], Callable[..., Any]]) -> None:
    """Give code that runs in a namespace a function that is made when it is first called."""

    def eerst(*gegeven: Any) -> Any:
        functie = ruimte[naam] = maak()
        return functie(*gegeven)

    ruimte[naam] = eerst
