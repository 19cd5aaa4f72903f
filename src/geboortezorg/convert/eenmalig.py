"""Structuring without a generated function, for what is read once or a few times.

To write and compile the function of a class takes as long as reading hundreds of its objects. So
the tables that ship, and the first documents of a kind, are read by looking up what each field
takes. Whatever is not as it should be is left to the generated function, which says what is wrong.

The tables that ship were read before, with every check, when they were made: of those the texts and
numbers are taken as they are.
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
_NIETS_TE_DOEN: Final = (Soort.TEKST, Soort.GETAL, Soort.JANEE)
_LEDEN: Final[dict[tuple[type[Any], bool], list[tuple[str, Structureer | None, bool, Any]]]] = {}


class _Twijfel(Exception):
    """Something is not as it should be."""


def structureer(klasse: type[Any], gegeven: Any, telling: list[int], *, nagezien: bool) -> Any:
    """Return the model of a class for a parsed JSON value; Vormfouten lists every error.

    What is `nagezien` has the shape of its class: it was read before, with every check.
    """
    if not nagezien:
        _GELEZEN[klasse] += 1
    if nagezien or _GELEZEN[klasse] <= _VANAF:
        geteld = [0]
        try:
            model = _object(klasse, nagezien, gegeven, geteld)
        except (_Twijfel, Vormfouten):
            pass
        else:
            telling[0] += geteld[0]
            return model
    return structureerder(klasse)(gegeven, telling)


def _object(klasse: type[Any], nagezien: bool, gegeven: Any, telling: list[int]) -> Any:
    if type(gegeven) is not dict:
        raise _Twijfel
    model, zet = object.__new__(klasse), object.__setattr__
    over = len(gegeven)
    telling[0] += over
    for naam, lees, verplicht, standaard in _leden(klasse, nagezien):
        if naam in gegeven:
            over -= 1
            waarde = gegeven[naam]
            zet(model, naam, waarde if lees is None else lees(waarde, telling))
        elif verplicht:
            raise _Twijfel
        else:
            zet(model, naam, standaard)
    if over:
        raise _Twijfel
    return model


def _leden(klasse: type[Any], nagezien: bool) -> list[tuple[str, Structureer | None, bool, Any]]:
    """Return of each field its name, what reads it, whether it must be there, and its default."""
    leden = _LEDEN.get((klasse, nagezien))
    if leden is None:
        leden = _LEDEN[klasse, nagezien] = [
            (v.naam, _lezer(v.vorm, v.veld, nagezien), v.verplicht, v.standaard)
            for v in velden(klasse)
        ]
    return leden


def _lezer(vorm: Vorm, veld: Veld, nagezien: bool) -> Structureer | None:
    if nagezien and vorm.soort in _NIETS_TE_DOEN:
        return None
    if vorm.item is not None:
        item = _lezer(vorm.item, veld, nagezien)
        if item is None:
            return lambda waarde, _: tuple(waarde)
        return lijst(item, veld.min_aantal, veld.max_aantal)
    if vorm.soort is Soort.OBJECT and vorm.klasse is not None:
        return partial(_object, vorm.klasse, nagezien)
    return van_waarde(vorm, veld)
