"""The peers: pydantic v2 models and msgspec Structs, with the fields and bounds of our own models.

Both are derived from the metadata of the models, and written as their users write them: frozen,
closed, strict, with bounds and patterns as constraints, and one union of the kinds of document. The
rules run over their objects as they are. Of a document of the wrong shape pydantic says everything
and msgspec the first thing; neither looks at double members, as ours does.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cache, partial, reduce
from operator import or_
from types import GenericAlias
from typing import Annotated, Any, Final, Literal
from unittest import mock

import msgspec
import pydantic
from meten import Proef, Variant
from varianten import CONTEXT, PYDANTIC, lezen, rapporten

from geboortezorg import dump, validate
from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.batch import validate_many
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.rapport import Rapport
from geboortezorg.regels.plan import Indeling, Plan
from geboortezorg.regels.regel import NIET_VAN_TOEPASSING
from geboortezorg.tijd import Looptijd, Periode
from geboortezorg.validation import beoordeel
from geboortezorg.veld import Veld
from geboortezorg.vorm import Soort, Veldvorm, Vorm, velden

SOORTEN: Final = ("dossier", "declaratie")
_EENVOUDIG: Final = {Soort.JANEE: bool, Soort.DATUM: dt.date, Soort.TIJDSTIP: dt.datetime}


def _van(soort: Any, deel: Any) -> Any:
    """Return a type that is made at run time."""
    return soort[deel]


_VERSIE: Final = _van(Literal, SCHEMA_VERSIE)


class Model(pydantic.BaseModel):
    """What every pydantic model has, and the methods that rules call."""

    model_config = pydantic.ConfigDict(frozen=True, extra="forbid", strict=True)

    bevat = Looptijd.bevat
    dagen = Periode.dagen


class Struct(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every Struct has, and the methods that rules call."""

    bevat = Looptijd.bevat
    dagen = Periode.dagen


@cache
def _model(klasse: Any) -> Any:
    delen: dict[str, Any] = {
        veldvorm.naam: (
            _type(veldvorm, _model, pydantic.Field, "$"),
            ... if veldvorm.verplicht else veldvorm.standaard,
        )
        for veldvorm in velden(klasse)
    }
    return pydantic.create_model(klasse.__name__, __base__=Model, **delen)


@cache
def _struct(klasse: Any) -> Any:
    delen = [
        (
            veldvorm.naam,
            _type(veldvorm, _struct, msgspec.Meta, r"\Z"),
            msgspec.NODEFAULT if veldvorm.verplicht else veldvorm.standaard,
        )
        for veldvorm in velden(klasse)
    ]
    return msgspec.defstruct(klasse.__name__, delen, bases=(Struct,), kw_only=True)


Maak = Callable[[Any], Any]


def _type(veldvorm: Veldvorm, maak: Maak, grens: Callable[..., Any], einde: str) -> Any:
    """Return the type of a field: `grens` makes a constraint, `einde` is the end in a pattern."""
    soort = _waarde(veldvorm.vorm, veldvorm.veld, maak, grens, einde)
    optioneel = not veldvorm.verplicht and veldvorm.standaard is None
    return soort | None if optioneel else soort


def _waarde(vorm: Vorm, veld: Veld, maak: Maak, grens: Callable[..., Any], einde: str) -> Any:
    if vorm.item is not None:
        items = GenericAlias(tuple, (_waarde(vorm.item, veld, maak, grens, einde), ...))
        aantal = grens(min_length=veld.min_aantal, max_length=veld.max_aantal)
        return _van(Annotated, (items, aantal))
    if vorm.soort is Soort.OBJECT and vorm.klasse is not None:
        return maak(vorm.klasse)
    if vorm.soort is Soort.TEKST:
        tekens = None if veld.tekens is None else f"^[{veld.tekens}]+{einde}"
        patroon = veld.patroon or tekens
        lengte = partial(grens, min_length=veld.min_lengte, max_length=veld.max_lengte)
        return _van(Annotated, (str, lengte(pattern=patroon)))
    if vorm.soort is Soort.GETAL:
        return _van(Annotated, (int, grens(ge=veld.minimum, le=veld.maximum)))
    return vorm.klasse or _EENVOUDIG[vorm.soort]


def _klasse(soort: str) -> Any:
    return DOCUMENTEN[soort]


def _lezer_pydantic() -> Callable[[bytes], Any]:
    modellen: Any = [
        pydantic.create_model(
            soort,
            __base__=_model(_klasse(soort)),
            soort=(_van(Literal, soort), ...),
            schema_versie=(_VERSIE, ...),
        )
        for soort in SOORTEN
    ]
    unie = _van(Annotated, (reduce(or_, modellen), pydantic.Field(discriminator="soort")))
    lees: Callable[[bytes], Any] = pydantic.TypeAdapter(unie).validate_json
    return lees


def _lezer_msgspec() -> Callable[[bytes], Any]:
    structs: Any = [
        msgspec.defstruct(
            soort,
            [("schema_versie", _VERSIE)],
            bases=(_struct(_klasse(soort)),),
            kw_only=True,
            tag_field="soort",
            tag=soort,
        )
        for soort in SOORTEN
    ]
    return msgspec.json.Decoder(reduce(or_, structs)).decode


lees_pydantic: Final = _lezer_pydantic()
lees_msgspec: Final = _lezer_msgspec()


def _rapport_pydantic(document: bytes) -> Rapport | None:
    try:
        gelezen = lees_pydantic(document)
    except pydantic.ValidationError:
        return None
    return beoordeel(gelezen, CONTEXT, soort=gelezen.soort)


def _rapport_msgspec(document: bytes) -> Rapport | None:
    try:
        gelezen = lees_msgspec(document)
    except msgspec.ValidationError:
        return None
    return beoordeel(gelezen, CONTEXT, soort=gelezen.__struct_config__.tag)


RAPPORT: Final = {
    "pydantic": _rapport_pydantic,
    "msgspec": _rapport_msgspec,
}
"""Bytes to the report of each peer; None when it does not read the document."""


def _met_plan(peer: str) -> Variant:
    """Return definition B: the rules that can apply, by our plan."""
    return rapporten(partial(map, RAPPORT[peer]))


@cache
def _alles(aantal: int) -> Plan:
    """Return the plan that runs all rules, one for all documents with so many."""
    return Plan(tuple(range(aantal)), (NIET_VAN_TOEPASSING,) * aantal)


def _alle_plannen(indeling: Indeling, werkbladen: Sequence[object]) -> list[Plan]:
    return [_alles(len(indeling.regels))] * len(werkbladen)


def _alle_regels(peer: str) -> Variant:
    """Return definition A: every rule on every document."""

    def doe(data: Sequence[bytes]) -> list[bool]:
        with mock.patch.object(Indeling, "plannen", _alle_plannen):
            return _met_plan(peer).doe(data)

    return Variant(doe)


PEERS: Final = {
    PYDANTIC: lezen(lees_pydantic, pydantic.ValidationError),
    "msgspec: bytes to model": lezen(lees_msgspec, msgspec.ValidationError),
    **{f"{peer} (A): bytes to report": _alle_regels(peer) for peer in RAPPORT},
    **{f"{peer} (B): bytes to report": _met_plan(peer) for peer in RAPPORT},
}


def vergelijk(proeven: Sequence[Proef]) -> None:
    """Stop when the reports are not the same bytes, whichever way they are made."""
    goed_gevormd = [proef.document for proef in proeven if proef.fout != "vorm"]
    tegelijk = validate_many(goed_gevormd, context=CONTEXT)
    for document, rapport in zip(goed_gevormd, tegelijk, strict=True):
        verwacht = dump(validate(document, context=CONTEXT))
        gemaakt = (rapport, *(maak(document) for maak in RAPPORT.values()))
        if any(ander is None or dump(ander) != verwacht for ander in gemaakt):
            raise SystemExit("the reports are not the same: there is nothing to compare")
