"""The shape of a model class, read once from its attrs fields, annotations and metadata.

Both the structuring pass and the JSON Schema builder work from this description, so that they
cannot disagree about what a field is.
"""

import datetime as dt
import types
import typing
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, Final, final

from geboortezorg import veld
from geboortezorg.bevroren import Plek, bevroren
from geboortezorg.bevroren import velden as velden_van
from geboortezorg.veld import Veld


class Soort(StrEnum):
    """What kind of value a field holds."""

    TEKST = "tekst"
    GETAL = "getal"
    JANEE = "janee"
    DATUM = "datum"
    TIJDSTIP = "tijdstip"
    KEUZE = "keuze"
    OBJECT = "object"
    LIJST = "lijst"


@final
@bevroren(kw_only=True)
class Vorm:
    """The shape of one value: what it is, and of which class or items."""

    soort: Soort
    klasse: type[Any] | None = None
    """The model class of an object, or the StrEnum of a choice."""
    item: "Vorm | None" = None
    """The shape of the items of a list."""


@final
@bevroren(kw_only=True)
class Veldvorm:
    """The shape of one field of a model class."""

    naam: str
    vorm: Vorm
    veld: Veld
    verplicht: bool
    standaard: Any
    """The default of an optional field: None, an empty tuple, False or zero."""


_EENVOUDIG: dict[Any, Soort] = {
    str: Soort.TEKST,
    int: Soort.GETAL,
    bool: Soort.JANEE,
    date: Soort.DATUM,
    dt.datetime: Soort.TIJDSTIP,
}


def _vorm(annotatie: Any) -> Vorm:
    if isinstance(annotatie, types.UnionType):
        (annotatie,) = (deel for deel in typing.get_args(annotatie) if deel is not type(None))
    if typing.get_origin(annotatie) is tuple:
        return Vorm(soort=Soort.LIJST, item=_vorm(typing.get_args(annotatie)[0]))
    soort = _EENVOUDIG.get(annotatie)
    if soort is not None:
        return Vorm(soort=soort)
    if issubclass(annotatie, StrEnum):
        return Vorm(soort=Soort.KEUZE, klasse=annotatie)
    if "__attrs_attrs__" not in vars(annotatie):  # to ask attrs would have it make the class
        raise TypeError(f"geen bekende vorm: {annotatie.__name__}")
    return Vorm(soort=Soort.OBJECT, klasse=annotatie)


_GELEZEN: Final[dict[type[Any], tuple[Veldvorm, ...]]] = {}


def velden(klasse: type[Any]) -> tuple[Veldvorm, ...]:
    """Return the shapes of the fields of a model class, in the order of declaration.

    Raises TypeError for an annotation that has no shape in JSON, and KeyError for a field
    without metadata: both are mistakes in a model, found by the tests.
    """
    gelezen = _GELEZEN.get(klasse)
    if gelezen is None:
        gelezen = _GELEZEN[klasse] = _lees(klasse)
    return gelezen


def _lees(klasse: type[Any]) -> tuple[Veldvorm, ...]:
    plekken = velden_van(klasse)
    try:
        return _velden(plekken, {plek.naam: plek.soort for plek in plekken})
    except TypeError:  # the name of a class that is not there yet, or a mistake
        return _velden(plekken, typing.get_type_hints(klasse))


def _velden(plekken: Sequence[Plek], soorten: dict[str, Any]) -> tuple[Veldvorm, ...]:
    return tuple(
        Veldvorm(
            naam=plek.naam,
            vorm=_vorm(soorten[plek.naam]),
            veld=veld.van(plek),
            verplicht=plek.verplicht,
            standaard=plek.standaard,
        )
        for plek in plekken
    )


def klassen(klasse: type[Any]) -> tuple[type[Any], ...]:
    """Return the class and every model class that its fields reach, each once, depth first."""
    gezien: dict[type[Any], None] = {}
    _verzamel(klasse, gezien)
    return tuple(gezien)


def _verzamel(klasse: type[Any], gezien: dict[type[Any], None]) -> None:
    if klasse in gezien:
        return
    gezien[klasse] = None
    for onder in _onderliggend(klasse):
        _verzamel(onder, gezien)


def _onderliggend(klasse: type[Any]) -> Iterator[type[Any]]:
    for veldvorm in velden(klasse):
        vorm = veldvorm.vorm.item or veldvorm.vorm
        if vorm.soort is Soort.OBJECT and vorm.klasse is not None:
            yield vorm.klasse
