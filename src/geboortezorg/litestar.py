"""Documents as bodies and answers of Litestar. Needs the extra ``litestar``.

Litestar fills the classes of this library itself, and then passes over members that it does not
know. With ``Litestar(..., plugins=[Documenten()])`` each handler that takes or returns a document
reads it by our own strict pass, is described by our own JSON Schema, and refuses with our own
findings and without a value.
"""

import json
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any, Final, NoReturn

from litestar.config.app import AppConfig
from litestar.dto import AbstractDTO, DTOConfig
from litestar.exceptions import HTTPException, ImproperlyConfiguredException
from litestar.openapi import OpenAPIConfig
from litestar.openapi.spec import Components, Schema
from litestar.plugins import InitPlugin, SerializationPlugin
from litestar.typing import FieldDefinition

from geboortezorg import schema
from geboortezorg.convert import destructureer, destructureer_document
from geboortezorg.documenten import SOORTEN
from geboortezorg.validation import OngeldigDocument, load

__all__ = ["Documenten"]

_PLAATS: Final = "#/components/schemas/"
_VOORVOEGSEL: Final = "geboortezorg."


class Documenten(InitPlugin, SerializationPlugin):
    """Lets Litestar read, write and describe every class that is a kind of document."""

    def on_app_init(self, app_config: AppConfig) -> AppConfig:
        """Put the schemas of the documents among the components of the description."""
        if app_config.openapi_config is not None:
            app_config.openapi_config.components = _Onderdelen.bij(app_config.openapi_config)
        return app_config

    def supports_type(self, field_definition: FieldDefinition) -> bool:
        """Say whether a type is a kind of document; a type with one inside is refused."""
        if field_definition.annotation in SOORTEN:
            return True
        if any(_van_ons(deel) for deel in _typen(field_definition)):
            raise ImproperlyConfiguredException(
                "a handler takes or returns one whole document: Litestar would read this type "
                "by itself, and pass over what it does not know"
            )
        return False

    def create_dto_for_type(self, field_definition: FieldDefinition) -> type[AbstractDTO[Any]]:
        """Return what reads, writes and describes documents of a class."""
        return _DocumentDTO.__class_getitem__(field_definition.annotation)


class _Gepubliceerd(Schema):
    """A schema that is given as it was published."""

    def __init__(self, inhoud: dict[str, Any]) -> None:
        super().__init__()
        self._inhoud = inhoud

    def to_schema(self) -> dict[str, Any]:
        return self._inhoud


class _Onderdelen(Components):
    """Components that keep ours when Litestar sets those that it found itself."""

    @classmethod
    def bij(cls, config: OpenAPIConfig) -> "_Onderdelen":
        gegeven = config.to_openapi_schema().components
        return cls(**{veld.name: getattr(gegeven, veld.name) for veld in fields(Components)})

    def __setattr__(self, naam: str, waarde: Any) -> None:
        super().__setattr__(naam, {**waarde, **_gepubliceerd()} if naam == "schemas" else waarde)


@cache
def _gepubliceerd() -> dict[str, Schema]:
    """Return the published components, under names that no class of an application has."""
    alle = json.dumps(schema.openapi()["components"]["schemas"])
    eigen = json.loads(alle.replace(_PLAATS, _PLAATS + _VOORVOEGSEL))
    return {_VOORVOEGSEL + naam: _Gepubliceerd(deel) for naam, deel in eigen.items()}


def _typen(veld: FieldDefinition) -> Iterator[FieldDefinition]:
    yield veld
    for deel in veld.inner_types:
        yield from _typen(deel)


def _van_ons(veld: FieldDefinition) -> bool:
    module: str = getattr(veld.annotation, "__module__", "")
    return module.startswith("geboortezorg.")


class _DocumentDTO(AbstractDTO[Any]):
    """Reads the bytes of a body by the strict pass, and writes a model as a document."""

    config = DTOConfig()

    def decode_builtins(self, value: dict[str, Any]) -> Any:
        return self._lees(value)

    def decode_bytes(self, value: bytes) -> Any:
        return self._lees(value)

    def _lees(self, waarde: bytes | dict[str, Any]) -> Any:
        try:
            return load(waarde, self.model_type)
        except OngeldigDocument as fout:
            bevindingen = [destructureer(bevinding) for bevinding in fout.rapport.bevindingen]
        raise HTTPException(
            "The body is not a document of the right kind and shape.",
            status_code=422,
            extra=bevindingen,
        )

    def data_to_encodable_type(self, data: Any) -> dict[str, Any]:
        return destructureer_document(data)

    @classmethod
    def create_for_field_definition(cls, *_: Any, **__: Any) -> None:
        """Make nothing: the library has its own structuring pass."""

    @classmethod
    def create_openapi_schema(cls, *_: Any, **__: Any) -> Schema:
        naam = f"{cls.model_type.__name__}Document"
        return _Gepubliceerd({"$ref": f"{_PLAATS}{_VOORVOEGSEL}{naam}"})

    @classmethod
    def generate_field_definitions(cls, model_type: type[Any]) -> NoReturn:
        raise NotImplementedError

    @classmethod
    def detect_nested_field(cls, field_definition: FieldDefinition) -> NoReturn:
        raise NotImplementedError
