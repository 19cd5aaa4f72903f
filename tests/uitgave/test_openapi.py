"""The OpenAPI file: valid, complete, and saying what the schemas say."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator, validate
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012
from tests.toeval_vorm import Toeval

from geboortezorg import schema
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.uitgave import openapi

BRONMAP = Path(__file__).resolve().parents[2] / "schemas"
BLADZIJDE = BRONMAP.parent / "docs" / "how-to" / "verzoek.md"
INHOUD: dict[str, Any] = json.loads((BRONMAP / openapi.PAD).read_bytes())
ONDERDELEN: dict[str, Any] = INHOUD["components"]["schemas"]


def _keuring(naam: str) -> Draft202012Validator:
    adres = "urn:test:openapi"
    bron = Resource.from_contents(INHOUD, default_specification=DRAFT202012)
    return Draft202012Validator(
        {"$ref": f"{adres}#/components/schemas/{naam}"},
        registry=Registry().with_resource(adres, bron),
    )


def test_geldig() -> None:
    """The file is a valid OpenAPI 3.1 description, to a validator that does refuse others."""
    validate(INHOUD, cls=OpenAPIV31SpecValidator)
    fouten: list[dict[str, Any]] = [
        {"info": {}},
        {"paths": []},
        {"components": {"schemas": {"geen naam": {}}}},
        {"components": {"schemas": {"A": 1}}},
    ]
    for fout in fouten:
        assert not OpenAPIV31SpecValidator({**INHOUD, **fout}).is_valid()


def test_elke_soort_staat_erin() -> None:
    """Every kind of document is a component, and the discriminator finds it."""
    plaatsen = ONDERDELEN["Document"]["discriminator"]["mapping"]
    assert list(plaatsen) == list(DOCUMENTEN)
    for soort, plaats in plaatsen.items():
        component = ONDERDELEN[plaats.removeprefix("#/components/schemas/")]
        assert component["properties"]["soort"]["const"] == soort
        assert component["$comment"] == schema.get(soort)["$id"]


@pytest.mark.parametrize("soort", DOCUMENTEN)
def test_zelfde_oordeel_als_het_schema(soort: str) -> None:
    """A component gives each document the verdict of the schema it was made from."""
    eigen = schema.validator(soort)
    component = _keuring(f"{DOCUMENTEN[soort].__name__}Document")
    elk = _keuring("Document")
    gezien = set()
    for tekst in Toeval(soort, 2).teksten(60):
        document = json.loads(tekst)
        oordeel = eigen.is_valid(document)
        assert component.is_valid(document) is oordeel
        if oordeel:
            assert elk.is_valid(document)
        gezien.add(oordeel)
    assert gezien == {True, False}


def test_het_voorbeeld_in_de_documentatie() -> None:
    """The description on the page is valid, and what it refers to is there."""
    tekst = BLADZIJDE.read_text("utf-8")
    (blok,) = re.findall(r"^:caption: service.json\n\n(.*?)^```$", tekst, re.MULTILINE | re.DOTALL)
    validate(
        json.loads(blok),
        base_uri=(BRONMAP / openapi.PAD).with_name("service.json").as_uri(),
        cls=OpenAPIV31SpecValidator,
    )
    for verwijzing in re.findall(r'"openapi.json#/components/schemas/(\w+)"', blok):
        assert verwijzing in ONDERDELEN
    assert "openapi.json#" in blok


def test_onderdelen_met_een_naam_maar_verschillend() -> None:
    """Parts of one name that differ get the name of their kind, as do parts that refer to them."""

    def van(titel: str, lengte: int) -> dict[str, Any]:
        return {
            "$schema": "S",
            "$id": "I",
            "title": titel,
            "properties": {"a": {"$ref": "#/$defs/A"}, "c": {"items": {"$ref": "#/$defs/C"}}},
            "$defs": {
                "A": {"properties": {"b": {"$ref": "#/$defs/B"}}},
                "B": {"maxLength": lengte},
                "C": {"enum": ["c"]},
            },
        }

    uit = openapi.bouw({"een": van("Een", 1), "twee": van("Twee", 2)})["components"]["schemas"]
    assert list(uit) == [
        *("C", "Document", "EenA", "EenB", "EenDocument", "TweeA", "TweeB", "TweeDocument"),
    ]
    assert uit["EenDocument"]["properties"]["a"] == {"$ref": "#/components/schemas/EenA"}
    assert uit["TweeA"]["properties"]["b"] == {"$ref": "#/components/schemas/TweeB"}
    assert uit["TweeDocument"]["properties"]["c"]["items"] == {"$ref": "#/components/schemas/C"}
    assert uit["TweeB"] == {"maxLength": 2}
    assert uit["C"] == {"enum": ["c"]}


def test_namen_die_een_generator_laat_staan() -> None:
    """No class is called after a member of its own, and a choice that is no name is given one."""
    benoemd = []
    for naam, deel in ONDERDELEN.items():
        assert naam.lower() not in deel.get("properties", {}), naam
        namen = deel.get("x-enum-varnames", deel.get("enum", []))
        assert len(namen) == len(set(namen)) == len(deel.get("enum", []))
        assert all(keuze.isidentifier() and keuze.isascii() for keuze in namen), naam
        benoemd += [naam] if "x-enum-varnames" in deel else []
    assert "Verwijsperiode" in benoemd
