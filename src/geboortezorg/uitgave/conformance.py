"""The conformance cases as files of one rule each, their manifest, and the schemas of both."""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.rapport import Ernst, Uitkomst
from geboortezorg.regels.register import PER_CODE, REGELS
from geboortezorg.schema.register import DIALECT, schema_id
from geboortezorg.schema.schrijver import als_bytes
from geboortezorg.uitgave.gevallen import Geval

MAP: Final = f"{SCHEMA_VERSIE}/conformance"
MANIFEST: Final = f"{MAP}/manifest.json"
MANIFESTSCHEMA: Final = f"{MAP}/manifest.schema.json"
GEVALLENSCHEMA: Final = f"{MAP}/gevallen.schema.json"
SOORTEN_GEVAL: Final = ("geldig", "ongeldig", "onbeoordeeld")
"""The first words of a name: what the rule of the file makes of the document, broadly."""

_CODE: Final = {
    "type": "string",
    "maxLength": 60,
    "pattern": "^GZ-[A-Z]{1,40}-[0-9]{3}",
    "not": {"pattern": "[^A-Z0-9-]"},
}
_NAAM: Final = {
    "type": "string",
    "maxLength": 120,
    "pattern": "^(?:geldig|ongeldig|onbeoordeeld)",
    "not": {"pattern": "[^a-z0-9-]"},
}
_TEKST: Final = {
    "type": "string",
    "minLength": 1,
    "maxLength": 500,
    "not": {"pattern": r"[\x00-\x1f\x7f]"},
}
_AANTAL: Final = {"type": "integer", "minimum": 0, "maximum": 1_000_000}
_HASH: Final = {"type": "string", "minLength": 64, "maxLength": 64, "pattern": "^[0-9a-f]{64}$"}


_PUBLICATIE: Final = re.compile(rb'"naam": "((?:geldig|ongeldig|onbeoordeeld)-[a-z0-9-]+)"')


class VerdwenenGevallen(RuntimeError):
    """Cases that were published are not in ``gevallen/``; names their files."""


def bestanden(gevallen: Sequence[Geval]) -> dict[str, Any]:
    """Return every file with cases by its path, their manifest, and the schemas of both."""
    per_regel: dict[str, list[Any]] = {}
    for geval in gevallen:
        per_regel.setdefault(geval.code, []).append(geval.gepubliceerd())
    uit: dict[str, Any] = {
        f"{MAP}/{code}.json": {"code": code, "gevallen": per_regel[code]}
        for code in sorted(per_regel)
    }
    return {
        **uit,
        MANIFEST: _manifest(list(uit.values())),
        MANIFESTSCHEMA: _manifestschema(),
        GEVALLENSCHEMA: _gevallenschema(),
    }


def bewaak(map_: Path, verwacht: Mapping[str, bytes]) -> None:
    """Raise VerdwenenGevallen when writing would drop a case from the folder ``schemas``.

    A case that must go is dropped by removing its file first, so that none is lost unseen.
    """
    weg = [
        bestand.name
        for bestand in sorted((map_ / MAP).glob("GZ-*.json"))
        if set(_PUBLICATIE.findall(bestand.read_bytes()))
        - set(_PUBLICATIE.findall(verwacht.get(f"{MAP}/{bestand.name}", b"")))
    ]
    if weg:
        raise VerdwenenGevallen(
            f"{', '.join(weg)}: has cases that gevallen/ has not; "
            "write them there, or remove the file to drop them"
        )


def _manifest(inhoud: Sequence[Any]) -> dict[str, Any]:
    rijen = [_rij(deel) for deel in inhoud]
    return {
        "schema_versie": SCHEMA_VERSIE,
        "schema_gevallen": schema_id(GEVALLENSCHEMA),
        "aantal_bestanden": len(rijen),
        "aantal_gevallen": sum(sum(rij["aantallen"].values()) for rij in rijen),
        "zonder_gevallen": sorted({r.code for r in REGELS} - {rij["code"] for rij in rijen}),
        "bestanden": rijen,
    }


def _rij(inhoud: Any) -> dict[str, Any]:
    code, gevallen = inhoud["code"], inhoud["gevallen"]
    telling = Counter(geval["naam"].partition("-")[0] for geval in gevallen)
    return {
        "pad": f"{code}.json",
        "sha256": hashlib.sha256(als_bytes(inhoud)).hexdigest(),
        "code": code,
        "versie": PER_CODE[code].versie,
        "aantallen": {soort: telling[soort] for soort in SOORTEN_GEVAL},
        "soorten": sorted(
            {str(geval["document"].get("soort")) for geval in gevallen} & DOCUMENTEN.keys()
        ),
    }


def _object(omschrijving: str, leden: dict[str, Any], optioneel: tuple[str, ...] = ()) -> Any:
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
    return {
        "description": omschrijving,
        "type": "array",
        **grenzen,
        "maxItems": 10_000,
        "items": items,
    }


def _kop(pad: str, titel: str) -> dict[str, Any]:
    return {"$schema": DIALECT, "$id": schema_id(pad), "title": titel}


def _manifestschema() -> dict[str, Any]:
    rij = _object(
        "One file with the cases of one rule.",
        {
            "pad": _met("Name of the file, beside the manifest.", _TEKST),
            "sha256": _met("SHA-256 of its bytes.", _HASH),
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
    manifest = _object(
        "Every file with conformance cases of one version of the schemas.",
        {
            "schema_versie": {
                "description": "Version of the schemas and of the documents in the cases.",
                "type": "string",
                "const": SCHEMA_VERSIE,
            },
            "schema_gevallen": {
                "description": "`$id` of the schema that every listed file follows.",
                "type": "string",
                "const": schema_id(GEVALLENSCHEMA),
            },
            "aantal_bestanden": _met("How many files there are.", _AANTAL),
            "aantal_gevallen": _met("How many cases there are in all of them.", _AANTAL),
            "zonder_gevallen": _lijst(
                "Rules that no document can satisfy or break: they are about the input itself.",
                _met("Code of a rule.", _CODE),
            ),
            "bestanden": _lijst("The files, by name.", rij, 1),
        },
    )
    return {**_kop(MANIFESTSCHEMA, "Conformance manifest"), **manifest}


def _gevallenschema() -> dict[str, Any]:
    uitkomsten = [uitkomst.value for uitkomst in Uitkomst]
    bevinding = _object(
        "One finding; texts and parameters are left out, since they are not compared.",
        {
            "code": _met("Code of the rule that reports it.", _CODE),
            "pad": {
                "description": "JSON Pointer to the place; an unknown member is `*` in it.",
                "type": "string",
                "maxLength": 500,
                "not": {"pattern": r"[\x00-\x1f\x7f]"},
            },
            "uitkomst": _keuze("What the rule says of this place.", uitkomsten),
            "ernst": _keuze("Severity.", [ernst.value for ernst in Ernst]),
            "reden": _met("Which of the cases of the rule this is.", _TEKST),
        },
    )
    geval = _object(
        "One document with what the rule of this file must say of it.",
        {
            "naam": _met("Name, unique within the file.", _NAAM),
            "toelichting": _met("What the case is about, in one sentence.", _TEKST),
            "document": {
                "description": "The document to judge, also one of the wrong shape.",
                "type": "object",
            },
            "context": {
                "description": "What to judge it by, a document of the kind `context`; without "
                "it, only the tables that are published with this version.",
                "type": "object",
            },
            "verwacht": _object(
                "What must come out.",
                {
                    "uitkomst": _keuze("Outcome of the rule of this file.", uitkomsten),
                    "bevindingen": _lijst(
                        "Every finding of the rule of this file, in order.", bevinding
                    ),
                },
            ),
        },
        ("context",),
    )
    gevallen = _object(
        "The conformance cases of one rule.",
        {"code": _met("Code of the rule.", _CODE), "gevallen": _lijst("The cases.", geval, 4)},
    )
    return {**_kop(GEVALLENSCHEMA, "Conformance cases"), **gevallen}
