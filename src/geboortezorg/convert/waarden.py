"""Checks of single values: each returns the value for the model or raises Vormfouten.

Values that recur (dates, codes) go through a bounded memo: a hit costs one dictionary look-up
and shares the object. Values of personal fields never do.
"""

import datetime as dt
import math
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import Any, Final

from geboortezorg import tijd
from geboortezorg.convert.vormfout import Vormreden, mis
from geboortezorg.lui import uitdrukking
from geboortezorg.tekst import Tekst
from geboortezorg.veld import Veld

Controle = Callable[[Any], Any]

_MEMO_GRENS: Final = 65_536
_JANEE: Final = Tekst("true of false", "true or false")
_DAG: Final = Tekst("datum JJJJ-MM-DD (1900 t/m 2099)", "date YYYY-MM-DD (1900 to 2099)")
_TIJDSTIP: Final = Tekst(
    "tijdstip JJJJ-MM-DDTUU:MM+UU:MM, zonder seconden",
    "point in time YYYY-MM-DDTHH:MM+HH:MM, without seconds",
)
_STUURTEKENS: Final = "[\x00-\x1f\x7f\ud800-\udfff]"


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


def keuze_uit(namen: Iterable[str]) -> Tekst:
    """Return what to say when one of a few names was expected."""
    lijst = ", ".join(namen)
    return Tekst(f"een van: {lijst}", f"one of: {lijst}")


class Keuzes(dict[Any, Any]):
    """The members of one choice by their JSON value; anything else raises."""

    __slots__ = ("verwacht",)

    def __init__(self, klasse: type[StrEnum]) -> None:
        super().__init__({lid.value: lid for lid in klasse})
        self.verwacht = keuze_uit(lid.value for lid in klasse)

    def __missing__(self, sleutel: Any) -> Any:
        if type(sleutel) is not str:
            raise mis(Vormreden.TYPE, self.verwacht, sleutel)
        raise mis(Vormreden.KEUZE, self.verwacht, sleutel)


def tekst(veld: Veld) -> Controle:
    """Return the check for a text, or an item of a list of texts."""
    kort, lang = veld.min_lengte, veld.max_lengte
    verwacht = Tekst(f"tekst van {kort} t/m {lang} tekens", f"text of {kort} to {lang} characters")
    if veld.patroon is not None:
        patroon = veld.patroon
        verwacht = Tekst(f"tekst volgens patroon {patroon}", f"text that matches {patroon}")

        def controle_patroon(waarde: Any) -> Any:
            if type(waarde) is not str:
                raise mis(Vormreden.TYPE, verwacht, waarde)
            if not kort <= len(waarde) <= lang:
                raise mis(Vormreden.LENGTE, verwacht, waarde)
            if uitdrukking(patroon).fullmatch(waarde) is None:
                raise mis(Vormreden.PATROON, verwacht, waarde)
            return waarde

        return controle_patroon
    verboden, vrij = _STUURTEKENS, veld.tekens is None
    if veld.tekens is not None:
        verboden = f"[^{veld.tekens}]"
        verwacht = Tekst(
            f"{verwacht.nl} uit [{veld.tekens}]", f"{verwacht.en} from [{veld.tekens}]"
        )

    def controle_tekst(waarde: Any) -> Any:
        if type(waarde) is not str:
            raise mis(Vormreden.TYPE, verwacht, waarde)
        if not kort <= len(waarde) <= lang:
            raise mis(Vormreden.LENGTE, verwacht, waarde)
        if vrij and waarde.isprintable():
            return waarde
        if uitdrukking(verboden).search(waarde) is not None:
            raise mis(Vormreden.TEKENS, verwacht, waarde)
        return waarde

    return controle_tekst


def getal(minimum: int, maximum: int) -> Controle:
    """Return the check for a whole number; ``5933.0`` is the whole number 5933."""
    verwacht = Tekst(
        f"geheel getal van {minimum} t/m {maximum}", f"whole number from {minimum} to {maximum}"
    )

    def controle(waarde: Any) -> Any:
        if type(waarde) is not int:
            waarde = _geheel(waarde, verwacht)
        if not minimum <= waarde <= maximum:
            raise mis(Vormreden.GRENS, verwacht, waarde)
        return waarde

    return controle


def _geheel(waarde: Any, verwacht: Tekst) -> int:
    if type(waarde) is not float or math.isnan(waarde):
        raise mis(Vormreden.TYPE, verwacht, waarde)
    if math.isinf(waarde):
        raise mis(Vormreden.GRENS, verwacht, waarde)
    if not waarde.is_integer():
        raise mis(Vormreden.TYPE, verwacht, waarde)
    return int(waarde)


def janee(waarde: Any) -> bool:
    """Return the boolean; nothing else counts as one."""
    if waarde is True or waarde is False:
        return waarde is True
    raise mis(Vormreden.TYPE, _JANEE, waarde)


def _datum(waarde: Any) -> date:
    if type(waarde) is not str:
        raise mis(Vormreden.TYPE, _DAG, waarde)
    if not tijd.is_datum(waarde):
        raise mis(Vormreden.DATUM, _DAG, waarde)
    return date.fromisoformat(waarde)


def tijdstip(waarde: Any) -> dt.datetime:
    """Return the point in time."""
    if type(waarde) is not str:
        raise mis(Vormreden.TYPE, _TIJDSTIP, waarde)
    if not tijd.is_tijdstip(waarde):
        raise mis(Vormreden.TIJDSTIP, _TIJDSTIP, waarde)
    return dt.datetime.fromisoformat(waarde)


DATUMS: Final = Memo(_datum)
"""Every date that was read, shared; there are about 73,000 of them at most."""
