"""From model to JSON value: the reverse of the structuring pass, checked on the way."""

import datetime as dt
from datetime import date
from typing import Any, Final

from geboortezorg.convert.vormfout import Vormfout, Vormfouten, Vormreden
from geboortezorg.tekst import Tekst
from geboortezorg.tijd import NIET_TE_SCHRIJVEN, tijdstiptekst
from geboortezorg.vorm import Soort, Vorm, velden

_TYPEN: Final[dict[Soort, type[Any]]] = {
    Soort.TEKST: str,
    Soort.GETAL: int,
    Soort.JANEE: bool,
    Soort.DATUM: date,
    Soort.TIJDSTIP: dt.datetime,
}
_VERWACHT: Final = {
    Soort.TEKST: Tekst("tekst (str)", "text (str)"),
    Soort.GETAL: Tekst("geheel getal (int)", "whole number (int)"),
    Soort.JANEE: Tekst("ja of nee (bool)", "yes or no (bool)"),
    Soort.DATUM: Tekst("datum zonder tijd (date)", "date without a time (date)"),
    Soort.TIJDSTIP: Tekst("tijdstip (datetime)", "point in time (datetime)"),
    Soort.KEUZE: Tekst("waarde van {klasse}", "value of {klasse}"),
    Soort.OBJECT: Tekst("object van {klasse}", "object of {klasse}"),
    Soort.LIJST: Tekst("lijst (tuple)", "list (tuple)"),
}


def destructureer(model: object) -> dict[str, Any]:
    """Return the JSON object of a model.

    Optional members without a value are left out, but for the lists that are always written.
    Raises Vormfouten when an attribute holds a value of another type than its field declares,
    which only happens to a model that was built by hand.
    """
    fouten: list[Vormfout] = []
    uit = _object(model, (), fouten)
    if fouten:
        raise Vormfouten(fouten)
    return uit


def _object(model: object, pad: tuple[str | int, ...], fouten: list[Vormfout]) -> dict[str, Any]:
    uit: dict[str, Any] = {}
    for veldvorm in velden(type(model)):
        waarde = getattr(model, veldvorm.naam)
        if not veldvorm.verplicht and (
            waarde is None or (type(waarde) is tuple and not waarde and not veldvorm.veld.altijd)
        ):
            continue
        uit[veldvorm.naam] = _waarde(veldvorm.vorm, waarde, (*pad, veldvorm.naam), fouten)
    return uit


def _waarde(vorm: Vorm, waarde: Any, pad: tuple[str | int, ...], fouten: list[Vormfout]) -> Any:
    if vorm.item is not None:
        if type(waarde) is tuple:
            return [_waarde(vorm.item, deel, (*pad, i), fouten) for i, deel in enumerate(waarde)]
    elif vorm.klasse is not None:
        if type(waarde) is vorm.klasse:
            return _object(waarde, pad, fouten) if vorm.soort is Soort.OBJECT else waarde.value
    elif type(waarde) is _TYPEN[vorm.soort]:
        if vorm.soort is Soort.DATUM:
            return waarde.isoformat()
        if vorm.soort is not Soort.TIJDSTIP:
            return waarde
        tekst = tijdstiptekst(waarde)
        if tekst is None:
            fouten.append(Vormfout(pad, Vormreden.TIJDSTIP, NIET_TE_SCHRIJVEN))
        return tekst
    verwacht = _VERWACHT[vorm.soort]
    if vorm.klasse is not None:
        verwacht = verwacht.met(klasse=vorm.klasse.__name__)
    fouten.append(Vormfout(pad, Vormreden.TYPE, verwacht))
    return None
