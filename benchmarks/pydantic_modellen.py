"""The peer: pydantic v2 models with the same fields and bounds, derived from the same metadata."""

from operator import getitem
from types import GenericAlias
from typing import Annotated, Any

import pydantic
from pydantic import BaseModel, ConfigDict, Field

from geboortezorg.tijd import Looptijd, Periode
from geboortezorg.veld import Veld
from geboortezorg.vorm import Soort, Veldvorm, Vorm, velden


class Basis(BaseModel):
    """What every peer model has: frozen, closed, and the methods that rules call."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    bevat = Looptijd.bevat
    dagen = Periode.dagen


_MODELLEN: dict[type[Any], type[BaseModel]] = {}


def model(klasse: type[Any], **extra: Any) -> type[BaseModel]:
    """Return the pydantic model with the fields of a model class: frozen and closed."""
    if klasse not in _MODELLEN or extra:
        _MODELLEN[klasse] = pydantic.create_model(
            klasse.__name__,
            __base__=Basis,
            **{veldvorm.naam: _veld(veldvorm) for veldvorm in velden(klasse)},
            **extra,
        )
    return _MODELLEN[klasse]


def _veld(veldvorm: Veldvorm) -> Any:
    soort = _type(veldvorm.vorm, veldvorm.veld)
    if veldvorm.verplicht:
        return (soort, ...)
    return (soort | None if veldvorm.standaard is None else soort, veldvorm.standaard)


def _type(vorm: Vorm, veld: Veld) -> Any:
    if vorm.item is not None:
        items = GenericAlias(tuple, (_type(vorm.item, veld), ...))
        bounds = Field(min_length=veld.min_aantal, max_length=veld.max_aantal)
        return getitem(Annotated, (items, bounds))  # a type made at run time
    if vorm.soort is Soort.OBJECT and vorm.klasse is not None:
        return model(vorm.klasse)
    if vorm.soort is Soort.TEKST:
        tekens = None if veld.tekens is None else f"^[{veld.tekens}]+$"
        return Annotated[
            str,
            Field(
                strict=True,
                min_length=veld.min_lengte,
                max_length=veld.max_lengte,
                pattern=veld.patroon or tekens,
            ),
        ]
    if vorm.soort is Soort.GETAL:
        return Annotated[int, Field(strict=True, ge=veld.minimum, le=veld.maximum)]
    if vorm.soort is Soort.JANEE:
        return Annotated[bool, Field(strict=True)]
    if vorm.klasse is not None:
        return vorm.klasse
    import datetime as dt  # noqa: PLC0415 - only here

    return dt.date if vorm.soort is Soort.DATUM else dt.datetime
