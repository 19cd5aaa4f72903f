"""Checks of single values: each returns the value for the model or raises Vormfouten.

Values that recur (dates, codes) go through a bounded memo: a hit costs one dictionary look-up
and shares the object. Values of personal fields never do.
"""

import datetime as dt
import math
import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any, Final

from geboortezorg import tijd
from geboortezorg.convert.vormfout import Vormreden, een
from geboortezorg.veld import Veld

Controle = Callable[[Any], Any]

_MEMO_GRENS: Final = 65_536
_STUURTEKENS: Final = re.compile("[\x00-\x1f\x7f\ud800-\udfff]").search


class Memo(dict[Any, Any]):
    """A bounded cache of checked values; a bad value raises and is never kept."""

    __slots__ = ("controle",)

    def __init__(self, controle: Controle) -> None:
        super().__init__()
        self.controle = controle

    def __missing__(self, sleutel: Any) -> Any:
        waarde = self.controle(sleutel)
        if len(self) >= _MEMO_GRENS:
            self.clear()
        self[sleutel] = waarde
        return waarde


class Keuzes(dict[Any, Any]):
    """The members of one choice by their JSON value; anything else raises."""

    __slots__ = ("verwacht",)

    def __init__(self, klasse: type[StrEnum]) -> None:
        super().__init__({lid.value: lid for lid in klasse})
        self.verwacht = "een van: " + ", ".join(lid.value for lid in klasse)

    def __missing__(self, sleutel: Any) -> Any:
        if type(sleutel) is not str:
            raise een(Vormreden.TYPE, self.verwacht)
        raise een(Vormreden.KEUZE, self.verwacht)


def tekst(veld: Veld) -> Controle:
    """Return the check for a text, or an item of a list of texts."""
    kort, lang = veld.min_lengte, veld.max_lengte
    verwacht = f"tekst van {kort} t/m {lang} tekens"
    if veld.patroon is not None:
        past = re.compile(veld.patroon).fullmatch
        verwacht = f"tekst volgens patroon {veld.patroon}"

        def controle_patroon(waarde: Any) -> Any:
            if type(waarde) is not str:
                raise een(Vormreden.TYPE, verwacht)
            if not kort <= len(waarde) <= lang:
                raise een(Vormreden.LENGTE, verwacht)
            if past(waarde) is None:
                raise een(Vormreden.PATROON, verwacht)
            return waarde

        return controle_patroon
    verboden = _STUURTEKENS
    if veld.tekens is not None:
        verboden = re.compile(f"[^{veld.tekens}]").search
        verwacht += f" uit [{veld.tekens}]"

    def controle_tekst(waarde: Any) -> Any:
        if type(waarde) is not str:
            raise een(Vormreden.TYPE, verwacht)
        if not kort <= len(waarde) <= lang:
            raise een(Vormreden.LENGTE, verwacht)
        if verboden(waarde) is not None:
            raise een(Vormreden.TEKENS, verwacht)
        return waarde

    return controle_tekst


def getal(minimum: int, maximum: int) -> Controle:
    """Return the check for a whole number; ``5933.0`` is the whole number 5933."""
    verwacht = f"geheel getal van {minimum} t/m {maximum}"

    def controle(waarde: Any) -> Any:
        if type(waarde) is not int:
            waarde = _geheel(waarde, verwacht)
        if not minimum <= waarde <= maximum:
            raise een(Vormreden.GRENS, verwacht)
        return waarde

    return controle


def _geheel(waarde: Any, verwacht: str) -> int:
    if type(waarde) is not float or math.isnan(waarde):
        raise een(Vormreden.TYPE, verwacht)
    if math.isinf(waarde):
        raise een(Vormreden.GRENS, verwacht)
    if not waarde.is_integer():
        raise een(Vormreden.TYPE, verwacht)
    return int(waarde)


def janee(waarde: Any) -> bool:
    """Return the boolean; nothing else counts as one."""
    if waarde is True or waarde is False:
        return waarde is True
    raise een(Vormreden.TYPE, "true of false")


def _datum(waarde: Any) -> date:
    if type(waarde) is not str:
        raise een(Vormreden.TYPE, "datum JJJJ-MM-DD (1900 t/m 2099)")
    if not tijd.is_datum(waarde):
        raise een(Vormreden.DATUM, "datum JJJJ-MM-DD (1900 t/m 2099)")
    return date.fromisoformat(waarde)


def tijdstip(waarde: Any) -> dt.datetime:
    """Return the point in time."""
    if type(waarde) is not str:
        raise een(Vormreden.TYPE, "tijdstip JJJJ-MM-DDTUU:MM+UU:MM")
    if not tijd.is_tijdstip(waarde):
        raise een(Vormreden.TIJDSTIP, "tijdstip JJJJ-MM-DDTUU:MM+UU:MM")
    return dt.datetime.fromisoformat(waarde)


DATUMS: Final = Memo(_datum)
"""Every date that was read, shared; there are about 73,000 of them at most."""
