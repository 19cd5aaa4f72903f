"""Structuring without a generated function, for what is read once or a few times.

To write and compile the function of a class takes as long as reading hundreds of its objects. So
the tables that ship, and the first documents of a kind, are read by looking up what each field
takes. Whatever is not as it should be is left to the generated function, which says what is wrong.
"""

from collections import Counter
from functools import partial
from typing import Any, Final

from geboortezorg.convert.genereer import Structureer, lijst, structureerder, van_waarde
from geboortezorg.convert.vormfout import Vormfouten
from geboortezorg.veld import Veld
from geboortezorg.vorm import Soort, Vorm, velden

_VANAF: Final = 24
"""How many documents of a kind come before the function of its class is generated."""

_GELEZEN: Final = Counter[type[Any]]()
_LEDEN: Final[dict[type[Any], list[tuple[str, Structureer, bool, Any]]]] = {}


class _Twijfel(Exception):
    """Something is not as it should be."""


def structureer(klasse: type[Any], gegeven: Any, telling: list[int], *, meer: bool) -> Any:
    """Return the model of a class for a parsed JSON value; Vormfouten lists every error.

    Without `meer` there is no more to come: then it is read in this way however much there was.
    """
    if meer:
        _GELEZEN[klasse] += 1
    if not meer or _GELEZEN[klasse] <= _VANAF:
        geteld = [0]
        try:
            model = _object(klasse, gegeven, geteld)
        except (_Twijfel, Vormfouten):
            pass
        else:
            telling[0] += geteld[0]
            return model
    return structureerder(klasse)(gegeven, telling)


def _object(klasse: type[Any], gegeven: Any, telling: list[int]) -> Any:
    if type(gegeven) is not dict:
        raise _Twijfel
    model, zet = object.__new__(klasse), object.__setattr__
    over = len(gegeven)
    telling[0] += over
    for naam, lees, verplicht, standaard in _leden(klasse):
        if naam in gegeven:
            over -= 1
            zet(model, naam, lees(gegeven[naam], telling))
        elif verplicht:
            raise _Twijfel
        else:
            zet(model, naam, standaard)
    if over:
        raise _Twijfel
    return model


def _leden(klasse: type[Any]) -> list[tuple[str, Structureer, bool, Any]]:
    """Return of each field its name, what reads it, whether it must be there, and its default."""
    leden = _LEDEN.get(klasse)
    if leden is None:
        leden = _LEDEN[klasse] = [
            (v.naam, _lezer(v.vorm, v.veld), v.verplicht, v.standaard) for v in velden(klasse)
        ]
    return leden


def _lezer(vorm: Vorm, veld: Veld) -> Structureer:
    if vorm.item is not None:
        return lijst(_lezer(vorm.item, veld), veld.min_aantal, veld.max_aantal)
    if vorm.soort is Soort.OBJECT and vorm.klasse is not None:
        return partial(_object, vorm.klasse)
    return van_waarde(vorm, veld)
