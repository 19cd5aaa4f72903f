"""The OpenAPI description of the service, over the published one of the documents."""

from typing import Any, Final

from geboortezorg import schema
from geboortezorg._versie import __version__
from geboortezorg.web.probleem import MEDIATYPE, TEKSTEN

JSON: Final = "application/json"
NDJSON: Final = "application/x-ndjson"
SCHEMA: Final = "application/schema+json"

_VRIJ: Final = {"type": "object"}
_LIJST: Final = {"type": "array", "items": _VRIJ}
_RAPPORT: Final = {"$ref": "#/components/schemas/RapportDocument"}
_GEEN_DOCUMENT: Final = "The input never became a document of the right shape; the report says why."


def beschrijving(*, context_per_verzoek: bool) -> dict[str, Any]:
    """Return the description of the service as it was started."""
    uit = schema.openapi()
    uit["info"] |= {
        "title": "geboortezorg serve",
        "summary": "Judges documents on the organisation and funding of Dutch maternity care.",
        "description": "The same reports as the library and the command line give. "
        "Pay only on `oordeel` `akkoord` with status 200, of the `document_soort` that you pay for.",
        "version": __version__,
    }
    uit["paths"] = _paden()
    if context_per_verzoek:
        uit["paths"]["/validate/context"] = {"post": _met_context()}
    uit["components"]["schemas"]["Probleem"] = _probleem()
    return uit


def _paden() -> dict[str, Any]:
    return {
        "/validate": {
            "post": _lezend(
                "valideer", "Judge one document.", JSON, {"$ref": "#/components/schemas/Document"}
            )
        },
        "/validate/ndjson": {"post": _vele()},
        "/tarief/{prestatie}": {
            "get": _gevend(
                "tarief",
                "Say what a prestatie may cost on a day, or why that is not known: see `status`.",
                {"type": "object", "required": ["status", "op"]},
                422,
                parameters=[
                    _in_pad("prestatie", "Stable name or NZa/Vektis code.", "kraamzorg-uur"),
                    {
                        "name": "op",
                        "in": "query",
                        "required": True,
                        "description": "The day, from 1900 to 2099.",
                        "schema": {
                            "type": "string",
                            "format": "date",
                            "pattern": "^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$",
                        },
                        "example": "2023-05-01",
                    },
                ],
            )
        },
        "/prestaties": {
            "get": _gevend(
                "prestaties",
                "List the prestaties, or those that have every word of `zoek` in them.",
                {"type": "array", "items": {"$ref": "#/components/schemas/Prestatie"}},
                422,
                parameters=[
                    {
                        "name": "zoek",
                        "in": "query",
                        "description": "Words, or parts of them.",
                        "schema": {"type": "string"},
                        "example": "kraamzorg uur",
                    }
                ],
            )
        },
        "/regels": {"get": _gevend("regels", "List the rules.", _LIJST, 422)},
        "/regels/{code}": {
            "get": _gevend(
                "regel",
                "Explain one rule.",
                _VRIJ,
                404,
                422,
                parameters=[_in_pad("code", "Code of the rule.", "GZ-TARIEF-001")],
            )
        },
        "/schemas": {"get": _gevend("schemas", "List the JSON Schemas.", _LIJST, 422)},
        "/schemas/{soort}": {
            "get": _gevend(
                "schema",
                "Give the JSON Schema of one kind of document.",
                _VRIJ,
                404,
                422,
                mediatype=SCHEMA,
                parameters=[_in_pad("soort", "Kind of document.", "dossier")],
            )
        },
        "/health": {"get": _gevend("gezond", "Say that the service answers.", _VRIJ, 422)},
        "/openapi.json": {"get": _gevend("openapi", "Describe the service.", _VRIJ, 422)},
    }


def _lezend(naam: str, uitleg: str, mediatype: str, vorm: dict[str, Any]) -> dict[str, Any]:
    """Return an operation that reads a body and answers with a report."""
    return {
        "operationId": naam,
        "summary": uitleg,
        "requestBody": {"required": True, "content": {mediatype: {"schema": vorm}}},
        "responses": {
            "200": {
                "description": "The report. Whatever the verdict: look at `oordeel`.",
                "content": {JSON: {"schema": _RAPPORT}},
            },
            "422": {
                "description": _GEEN_DOCUMENT,
                "content": {JSON: {"schema": _RAPPORT}, **_als_probleem()},
            },
            **_problemen(408, 413, 415, 500, 503),
        },
    }


def _vele() -> dict[str, Any]:
    uit = _lezend(
        "valideer_vele",
        "Judge each line as a document; the answer has one line for each that is not blank, in "
        "their order; without any line it is one report, with status 422. An answer that breaks off is no answer for what is missing.",
        NDJSON,
        {"type": "string"},
    )
    uit["responses"]["200"] = {
        "description": "One report a line, also for a line that is no document.",
        "content": {NDJSON: {"schema": {"type": "string"}}},
    }
    return uit


def _met_context() -> dict[str, Any]:
    uit = _lezend(
        "valideer_met_context",
        "Judge one document with a context in the place of that of the service.",
        JSON,
        {
            "type": "object",
            "required": ["context", "document"],
            "additionalProperties": False,
            "properties": {
                "context": {"$ref": "#/components/schemas/ToetscontextDocument"},
                "document": {"$ref": "#/components/schemas/Document"},
            },
        },
    )
    uit["responses"] |= _problemen(403)
    return uit


def _gevend(
    naam: str,
    uitleg: str,
    vorm: dict[str, Any],
    *problemen: int,
    mediatype: str = JSON,
    parameters: list[dict[str, Any]] | None = None,
) -> dict[str, Any]:
    """Return an operation that reads nothing and answers from what is known."""
    return {
        "operationId": naam,
        "summary": uitleg,
        "parameters": parameters or [],
        "responses": {
            "200": {"description": "The answer.", "content": {mediatype: {"schema": vorm}}},
            **_problemen(*problemen, 500, 503),
        },
    }


def _in_pad(naam: str, uitleg: str, voorbeeld: str) -> dict[str, Any]:
    return {
        "name": naam,
        "in": "path",
        "required": True,
        "description": uitleg,
        "schema": {"type": "string", "minLength": 1},
        "example": voorbeeld,
    }


def _problemen(*statussen: int) -> dict[str, Any]:
    uit = {}
    for status in statussen:
        redenen = sorted(reden for reden, (eigen, _) in TEKSTEN.items() if eigen == status)
        tekst = " or ".join(f"`{reden}`" for reden in redenen)
        uit[str(status)] = {"description": f"No report: {tekst}.", "content": _als_probleem()}
    return uit


def _als_probleem() -> dict[str, Any]:
    return {MEDIATYPE: {"schema": {"$ref": "#/components/schemas/Probleem"}}}


def _probleem() -> dict[str, Any]:
    teksten = {naam: {"type": "string"} for naam in ("type", "title", "reden", "tekst", "tekst_en")}
    return {
        "title": "Probleem",
        "description": "What is wrong with a request (RFC 9457), and what to do.",
        "type": "object",
        "required": ["type", "title", "status", "reden", "tekst", "tekst_en"],
        "properties": {
            **teksten,
            "reden": {"enum": sorted(TEKSTEN)},
            "status": {"type": "integer"},
            "bevindingen": {"type": "array", "items": {"type": "object"}},
        },
    }
