"""Frozen attrs classes of which the comparing and the showing are made on first use.

For every class attrs compiles code that makes, compares, hashes and shows its objects: that takes
longer than all else when a process starts, and few classes are ever compared or shown there. So
``@bevroren(...)`` is ``@attrs.frozen(...)``, with the same options and the same answers, but those
methods are put on the class when they are first called.
"""

from functools import partial
from typing import TYPE_CHECKING, Any

import attrs

__all__ = ["bevroren"]

if TYPE_CHECKING:
    from attrs import frozen as bevroren
else:

    def bevroren(klasse=None, **opties):
        """Make a class as `attrs.frozen` does."""
        if klasse is None:
            return partial(bevroren, **opties)
        # What a class has by itself attrs leaves alone, also when it was told to make it.
        if opties.get("eq", True) and "__eq__" not in vars(klasse):
            klasse.__eq__, klasse.__hash__ = _gelijk, _hash
        if opties.get("repr", True) and "__repr__" not in vars(klasse):
            klasse.__repr__ = _toon
        return attrs.frozen(klasse, **opties)


def _maak(klasse: type[Any]) -> None:
    """Put on a class what compares and hashes its objects by their fields, in order."""
    namen = [veld.name for veld in attrs.fields(klasse) if veld.eq]
    gelijk = "".join(f" and self.{naam} == ander.{naam}" for naam in namen)
    leden = "".join(f"self.{naam}, " for naam in namen)
    tekst = (
        "def gelijk(self, ander):\n"
        "    if ander.__class__ is not self.__class__:\n"
        "        return NotImplemented\n"
        f"    return True{gelijk}\n"
        f"def hash_(self):\n    return hash((KLASSE, {leden}))\n"
    )
    ruimte: dict[str, Any] = {"KLASSE": klasse}
    code = compile(tekst, f"<bevroren {klasse.__name__}>", "exec")
    exec(code, ruimte)  # noqa: S102 - the text comes from our own classes only
    for naam, functie in (("__eq__", "gelijk"), ("__hash__", "hash_")):
        setattr(klasse, naam, ruimte[functie])


def _gelijk(self: Any, ander: object) -> Any:
    _maak(type(self))
    return self == ander


def _hash(self: Any) -> int:
    _maak(type(self))
    return hash(self)


def _toon(self: Any) -> str:
    """Return the name of the class and its fields, but for those that are not to be shown."""
    velden = (veld for veld in attrs.fields(type(self)) if veld.repr)
    delen = (f"{veld.name}={getattr(self, veld.name, attrs.NOTHING)!r}" for veld in velden)
    return f"{type(self).__qualname__.rpartition('>.')[2]}({', '.join(delen)})"
