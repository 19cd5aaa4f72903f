"""Documents as types of pydantic, and so as bodies and answers of FastAPI.

``Document[Dossier]`` is a Dossier to a type checker. To pydantic it is a whole document of that
kind: read by our own strict pass, described by our own JSON Schema, refused with our own findings
and without a value. Needs the extra ``pydantic``.

What pydantic or FastAPI parses by itself has lost what ``geboortezorg.validate`` refuses: of a member
that occurs twice, the first. Give bytes to ``validate_python``, not to ``validate_json``.
"""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Final, Generic, TypeVar, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationError
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

from geboortezorg import schema
from geboortezorg.convert import destructureer_document
from geboortezorg.documenten import SOORTEN
from geboortezorg.rapport import Bevinding
from geboortezorg.validation import OngeldigDocument, load

__all__ = ["Document"]

_T = TypeVar("_T")
_PLAATS: Final = "#/components/schemas/"


if TYPE_CHECKING:
    Document = Annotated[_T, "document"]
else:

    class Document(Generic[_T]):
        """A whole document, ``Document[Dossier]``; of any kind, ``Document[Any]``."""

        @classmethod
        def __get_pydantic_core_schema__(cls, bron: Any, handler: GetCoreSchemaHandler) -> Any:
            """Return how pydantic reads, writes and describes the document."""
            (klasse,) = get_args(bron)
            return handler.generate_schema(Annotated[Any, _Document(klasse)])


class _Onderdeel:
    """A component of the published OpenAPI, which pydantic gathers with those that it refers to."""

    def __init__(self, naam: str, delen: dict[str, Any]) -> None:
        self.naam = naam
        self.inhoud = _componenten()[naam]
        self.delen = delen

    def __get_pydantic_core_schema__(self, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        for naam in _verwezen(self.inhoud):
            if naam not in self.delen:
                deel = handler.generate_schema(Annotated[Any, _Onderdeel(naam, self.delen)])
                self.delen[naam] = {**deel, "ref": f"geboortezorg.{naam}:openapi"}
        return self._kern()

    def _kern(self) -> CoreSchema:
        return core_schema.any_schema()

    def __get_pydantic_json_schema__(
        self, _: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        uit: JsonSchemaValue = self._verwijs(self.inhoud, handler)
        return uit

    def _verwijs(self, deel: Any, handler: GetJsonSchemaHandler) -> Any:
        """Return a part of the schema in which pydantic's own references stand."""
        if isinstance(deel, list):
            return [self._verwijs(item, handler) for item in deel]
        if not isinstance(deel, dict):
            return deel
        return {
            sleutel: self._plaats(_naam(waarde), handler)
            if sleutel == "$ref"
            else self._verwijs(waarde, handler)
            for sleutel, waarde in deel.items()
        }

    def _plaats(self, naam: str, handler: GetJsonSchemaHandler) -> Any:
        """Return where pydantic keeps a part; it only keeps what it meets within another schema."""
        return handler(core_schema.list_schema(self.delen[naam]))["items"]["$ref"]


class _Document(_Onderdeel):
    """The component of a whole document, with how it is read and written."""

    def __init__(self, klasse: Any) -> None:
        if klasse is not Any and klasse not in SOORTEN:
            raise TypeError("Document[...] takes a class of a kind of document, or Any")
        super().__init__("Document" if klasse is Any else f"{klasse.__name__}Document", {})
        self.klasse = klasse

    def _kern(self) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self._lees,
            ref=f"geboortezorg.{self.naam}:document",
            serialization=core_schema.plain_serializer_function_ser_schema(destructureer_document),
        )

    def _lees(self, waarde: Any) -> Any:
        if type(waarde) is self.klasse:
            return waarde
        # A body that was no JSON object can only be wrong: as JSON it is refused with a finding.
        invoer = waarde if isinstance(waarde, bytes | dict) or type(waarde) in SOORTEN else "[]"
        try:
            return load(invoer) if self.klasse is Any else load(invoer, self.klasse)
        except OngeldigDocument as fout:
            fouten = [_fout(bevinding) for bevinding in fout.rapport.bevindingen]
        raise ValidationError.from_exception_data(self.naam, fouten)


def _fout(bevinding: Bevinding) -> InitErrorDetails:
    """Return a finding as an error of pydantic, with nothing in it of the input."""
    feiten = {
        "tekst": bevinding.tekst,
        "tekst_en": bevinding.tekst_en,
        "code": bevinding.code,
        "reden": bevinding.reden,
        "pad": bevinding.pad,
    }
    segmenten = bevinding.pad.split("/")[1:]
    return InitErrorDetails(
        type=PydanticCustomError("geboortezorg", "{tekst_en}", feiten),
        loc=tuple(int(segment) if segment.isdecimal() else segment for segment in segmenten),
        input=None,
    )


@cache
def _componenten() -> dict[str, Any]:
    uit: dict[str, Any] = schema.openapi()["components"]["schemas"]
    return uit


def _naam(verwijzing: str) -> str:
    return verwijzing.removeprefix(_PLAATS)


def _verwezen(deel: Any) -> Iterator[str]:
    """Yield the names of the components that a part refers to."""
    for sleutel, waarde in deel.items() if isinstance(deel, dict) else enumerate(deel):
        if sleutel == "$ref":
            yield _naam(waarde)
        elif isinstance(waarde, dict | list):
            yield from _verwezen(waarde)
