"""The schemas of the conformance cases: of their manifest, and of a file of either kind of case."""

from typing import Any, Final

from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.rapport import Ernst, Oordeel, Uitkomst
from geboortezorg.regels.register import THEMA_PER_VOORVOEGSEL
from geboortezorg.schema.register import DIALECT, schema_id

MAP: Final = f"{SCHEMA_VERSIE}/conformance"
MANIFEST: Final = f"{MAP}/manifest.json"
MANIFESTSCHEMA: Final = f"{MAP}/manifest.schema.json"
GEVALLENSCHEMA: Final = f"{MAP}/gevallen.schema.json"
OORDEELSCHEMA: Final = f"{MAP}/oordelen.schema.json"
SOORTEN_GEVAL: Final = ("geldig", "ongeldig", "onbeoordeeld")
"""The first words of a name: what the rule of the file makes of the document, broadly."""

_CODE: Final = {
    "type": "string",
    "maxLength": 60,
    "pattern": "^GZ-[A-Z]{1,40}-[0-9]{3}",
    "not": {"type": "string", "pattern": "[^A-Z0-9-]"},
}
_NAAM: Final = {
    "type": "string",
    "maxLength": 120,
    "pattern": "^(?:geldig|ongeldig|onbeoordeeld)",
    "not": {"type": "string", "pattern": "[^a-z0-9-]"},
}
_NAAM_OORDEEL: Final = {**_NAAM, "pattern": "^(?:eerlijk|onterecht)"}
_TEKST: Final = {
    "type": "string",
    "minLength": 1,
    "maxLength": 500,
    "not": {"type": "string", "pattern": r"[\x00-\x1f\x7f]"},
}
_AANTAL: Final = {"type": "integer", "minimum": 0, "maximum": 1_000_000}
_HASH: Final = {"type": "string", "minLength": 64, "maxLength": 64, "pattern": "^[0-9a-f]{64}$"}
_BESTAND: Final = {
    "pad": {"description": "Path of the file, from the manifest.", **_TEKST},
    "sha256": {"description": "SHA-256 of its bytes.", **_HASH},
}


def _object(
    omschrijving: str, leden: dict[str, Any], optioneel: tuple[str, ...] = ()
) -> dict[str, Any]:
    return {
        "description": omschrijving,
        "type": "object",
        "properties": leden,
        "required": sorted(leden.keys() - set(optioneel)),
        "additionalProperties": False,
    }


def _met(omschrijving: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": omschrijving, **schema}


def _keuze(omschrijving: str, waarden: list[str]) -> dict[str, Any]:
    return {"description": omschrijving, "type": "string", "enum": waarden}


def _lijst(omschrijving: str, items: dict[str, Any], minimum: int = 0) -> dict[str, Any]:
    grenzen = {"minItems": minimum} if minimum else {}
    lijst = {"description": omschrijving, "type": "array", **grenzen}
    return {**lijst, "maxItems": 10_000, "items": items}


def _kop(pad: str, titel: str) -> dict[str, Any]:
    return {"$schema": DIALECT, "$id": schema_id(pad), "title": titel}


def manifestschema() -> dict[str, Any]:
    """Return the schema of the manifest."""
    themas = dict.fromkeys(THEMA_PER_VOORVOEGSEL.values())
    niveaus = ["vorm", "tabellen", *(f"regels-{thema}" for thema in themas), "oordeel"]
    niveau = _object(
        "Something on which another implementation can claim to agree.",
        {
            "naam": _keuze("Name of the level.", niveaus),
            "codes": _lijst(
                "The rules of whose every case the answers must agree.", _met("A code.", _CODE)
            ),
        },
    )
    rij = _object(
        "One file with the cases of one rule.",
        {
            **_BESTAND,
            "code": _met("Code of the rule.", _CODE),
            "versie": {
                "description": "Version of the rule that the cases are of.",
                "type": "integer",
                "minimum": 1,
                "maximum": 1000,
            },
            "aantallen": _object(
                "How many cases there are, by the first word of their name.",
                {soort: _met(f"Named `{soort}-`.", _AANTAL) for soort in SOORTEN_GEVAL},
            ),
            "soorten": _lijst(
                "Kinds of document that occur in it.", _keuze("A kind.", sorted(DOCUMENTEN))
            ),
        },
    )
    oordelen = _object(
        "One file with cases of a whole verdict.",
        {**_BESTAND, "aantal": _met("How many cases it has.", _AANTAL)},
    )
    manifest = _object(
        "Every file with conformance cases of one version of the schemas.",
        {
            "schema_versie": {
                "description": "Version of the schemas and of the documents in the cases.",
                "type": "string",
                "const": SCHEMA_VERSIE,
            },
            "schema_gevallen": {
                "description": "`$id` of the schema that every file of `bestanden` follows.",
                "type": "string",
                "const": schema_id(GEVALLENSCHEMA),
            },
            "schema_oordelen": {
                "description": "`$id` of the schema that every file of `oordelen` follows.",
                "type": "string",
                "const": schema_id(OORDEELSCHEMA),
            },
            "aantal_bestanden": _met("How many files there are.", _AANTAL),
            "aantal_gevallen": _met("How many cases of a rule there are in all.", _AANTAL),
            "zonder_gevallen": _lijst(
                "Rules that no document can satisfy or break: they are about the input itself.",
                _met("Code of a rule.", _CODE),
            ),
            "niveaus": _lijst("What can be claimed, from little to all.", niveau, 4),
            "tabellen": _lijst(
                "The published tables that the cases stand on: judge by these and no others.",
                _object("One table.", _BESTAND),
            ),
            "bestanden": _lijst("The files with the cases of a rule, by name.", rij, 1),
            "oordelen": _lijst("The files with cases of a whole verdict.", oordelen),
            "hiaten": _lijst(
                "Cases of a whole verdict to which the library itself gives another answer yet.",
                _met("Name of the case.", _NAAM_OORDEEL),
            ),
        },
    )
    return {**_kop(MANIFESTSCHEMA, "Conformance manifest"), **manifest}


def _geval(naam: dict[str, Any], verwacht: dict[str, Any]) -> dict[str, Any]:
    return _object(
        "One document with what must be said of it.",
        {
            "naam": _met("Name, unique within the file.", naam),
            "toelichting": _met("What the case is about, in one sentence.", _TEKST),
            "document": {
                "description": "The document to judge, also one of the wrong shape.",
                "type": "object",
            },
            "context": {
                "description": "What to judge it by, a document of the kind `context`; without "
                "it, only the tables that the manifest names.",
                "type": "object",
            },
            "verwacht": _object("What must come out.", verwacht),
        },
        ("context",),
    )


def gevallenschema() -> dict[str, Any]:
    """Return the schema of a file with the cases of one rule."""
    uitkomsten = [uitkomst.value for uitkomst in Uitkomst]
    bevinding = _object(
        "One finding; texts and parameters are left out, since they are not compared.",
        {
            "code": _met("Code of the rule that reports it.", _CODE),
            "pad": {
                "description": "JSON Pointer to the place; an unknown member is `*` in it.",
                "type": "string",
                "maxLength": 500,
                "not": {"type": "string", "pattern": r"[\x00-\x1f\x7f]"},
            },
            "uitkomst": _keuze("What the rule says of this place.", uitkomsten),
            "ernst": _keuze("Severity.", [ernst.value for ernst in Ernst]),
            "reden": _met("Which of the cases of the rule this is.", _TEKST),
        },
    )
    geval = _geval(
        _NAAM,
        {
            "uitkomst": _keuze("Outcome of the rule of this file.", uitkomsten),
            "bevindingen": _lijst("Every finding of the rule of this file, in order.", bevinding),
        },
    )
    gevallen = _object(
        "The conformance cases of one rule.",
        {"code": _met("Code of the rule.", _CODE), "gevallen": _lijst("The cases.", geval, 4)},
    )
    return {**_kop(GEVALLENSCHEMA, "Conformance cases"), **gevallen}


def oordeelschema() -> dict[str, Any]:
    """Return the schema of a file with cases of a whole verdict."""
    oordelen = _keuze("A verdict.", [oordeel.value for oordeel in Oordeel])
    verwacht = {"oordeel_in": _lijst("The verdicts that are right.", oordelen, 1)}
    gevallen = _object(
        "Conformance cases of a whole verdict.",
        {"gevallen": _lijst("The cases.", _geval(_NAAM_OORDEEL, verwacht), 1)},
    )
    return {**_kop(OORDEELSCHEMA, "Conformance cases of a verdict"), **gevallen}
