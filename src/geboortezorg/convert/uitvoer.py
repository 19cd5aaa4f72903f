"""From model to JSON value: the reverse of the structuring pass, checked on the way."""

import datetime as dt
from datetime import date
from typing import Any, Final

from geboortezorg.convert.vormfout import Vormfout, Vormfouten, Vormreden
from geboortezorg.tekst import Tekst
from geboortezorg.tijd import schrijf_tijdstip
from geboortezorg.vorm import Soort, Vorm, velden

_HELE_MINUTEN: Final = Tekst("tijdstip in hele minuten", "point in time in whole minutes")
_TYPEN: dict[Soort, type[Any]] = {
    Soort.TEKST: str,
    Soort.GETAL: int,
    Soort.JANEE: bool,
    Soort.DATUM: date,
    Soort.TIJDSTIP: dt.datetime,
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
        if not waarde.second and not waarde.microsecond:
            return schrijf_tijdstip(waarde)
        # The notation has no seconds: to leave them out would change the moment unseen.
        fouten.append(Vormfout(pad, Vormreden.TIJDSTIP, _HELE_MINUTEN))
        return None
    verwacht = Tekst(f"waarde van de soort {vorm.soort.value}", f"value of kind {vorm.soort.value}")
    fouten.append(Vormfout(pad, Vormreden.TYPE, verwacht))
    return None
