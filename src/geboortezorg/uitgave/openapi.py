"""One OpenAPI 3.1 file with every kind of document, for services to refer to.

A document of a kind stands under its class name with ``Document`` behind it, a part of one under
its class name. Where two kinds have parts of one name that differ, the name of the kind comes
before it.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.schema.register import DIALECT, schema_id

PAD: Final = f"{SCHEMA_VERSIE}/openapi.json"

_PLAATS: Final = "#/components/schemas/"
_DEFINITIES: Final = "#/$defs/"
_NIET_HIER: Final = frozenset({"$schema", "$id", "$defs"})


def bouw(schemas: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Return the OpenAPI description for `schemas`, which are given by kind of document."""
    dubbel = _meerduidig(schemas)
    onderdelen: dict[str, Any] = {}
    soorten: dict[str, str] = {}
    for soort, schema in schemas.items():
        naam = soorten[soort] = f"{schema['title']}Document"
        eigen = {deel: f"{schema['title']}{deel}" for deel in schema["$defs"].keys() & dubbel}
        inhoud = {sleutel: deel for sleutel, deel in schema.items() if sleutel not in _NIET_HIER}
        onderdelen[naam] = {
            "$comment": schema_id(f"{SCHEMA_VERSIE}/{soort}.schema.json"),
            **_verwijs(inhoud, eigen),
        }
        for deel, definitie in schema["$defs"].items():
            onderdelen[eigen.get(deel, deel)] = _verwijs(definitie, eigen)
    onderdelen["Document"] = {
        "title": "Document",
        "description": "A document of any kind; `soort` says which.",
        "oneOf": [{"$ref": _PLAATS + naam} for naam in soorten.values()],
        "discriminator": {
            "propertyName": "soort",
            "mapping": {soort: _PLAATS + naam for soort, naam in soorten.items()},
        },
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "geboortezorg",
            "summary": "Documents on the organisation and funding of Dutch maternity care.",
            "description": "Schemas only: refer to `#/components/schemas/...` from a description "
            "of your own service.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
            "version": SCHEMA_VERSIE,
        },
        "jsonSchemaDialect": DIALECT,
        "components": {"schemas": {naam: onderdelen[naam] for naam in sorted(onderdelen)}},
    }


def _meerduidig(schemas: Mapping[str, Mapping[str, Any]]) -> set[str]:
    """Return the names of parts that are not the same everywhere, or that refer to such a part."""
    definities: dict[str, list[Any]] = {}
    for schema in schemas.values():
        for naam, definitie in schema["$defs"].items():
            definities.setdefault(naam, []).append(definitie)
    uit = {naam for naam, alle in definities.items() if any(een != alle[0] for een in alle)}
    groeit = True
    while groeit:
        verder = {naam for naam, alle in definities.items() if uit & set(_verwezen(alle))}
        groeit = not verder <= uit
        uit |= verder
    return uit


def _verwezen(deel: Any) -> Iterator[str]:
    """Yield the names of the parts that a part refers to."""
    for sleutel, waarde in deel.items() if isinstance(deel, dict) else enumerate(deel):
        if sleutel == "$ref":
            yield waarde.removeprefix(_DEFINITIES)
        elif isinstance(waarde, dict | list):
            yield from _verwezen(waarde)


def _verwijs(deel: Any, namen: Mapping[str, str]) -> Any:
    """Return a part of a schema that refers to the components instead of its own definitions."""
    if isinstance(deel, dict):
        return {
            sleutel: _doel(waarde, namen) if sleutel == "$ref" else _verwijs(waarde, namen)
            for sleutel, waarde in deel.items()
        }
    return [_verwijs(item, namen) for item in deel] if isinstance(deel, list) else deel


def _doel(verwijzing: str, namen: Mapping[str, str]) -> str:
    naam = verwijzing.removeprefix(_DEFINITIES)
    return _PLAATS + namen.get(naam, naam)
