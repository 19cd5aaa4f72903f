"""The committed schemas: what the models say, in the plain part of draft 2020-12, and no more."""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator

from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.schema import BASIS, registry
from geboortezorg.schema.register import toelichtingpad

BRONMAP = Path(__file__).resolve().parents[2] / "schemas"
"""The committed files, also when the package under test is an installed wheel."""

PADEN = [f"{SCHEMA_VERSIE}/{soort}.schema.json" for soort in DOCUMENTEN]

TOELICHTING = {"title", "description", "examples", "default"}
TREFWOORDEN = {
    "string": {"minLength", "maxLength", "pattern", "not", "enum", "const"},
    "integer": {"minimum", "maximum"},
    "boolean": set[str](),
    "array": {"minItems", "maxItems", "items"},
    "object": {"properties", "required", "additionalProperties"},
}


def _lees(pad: str) -> Any:
    return json.loads((BRONMAP / pad).read_bytes())


def _plaatsen(schema: Any, plek: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Return every schema within a schema: the root, the definitions, the members, the items."""
    yield plek, schema
    for sleutel in ("$defs", "properties"):
        for naam, deel in schema.get(sleutel, {}).items():
            yield from _plaatsen(deel, f"{plek}/{sleutel}/{naam}")
    if "items" in schema:
        yield from _plaatsen(schema["items"], f"{plek}/items")


@pytest.mark.parametrize("pad", PADEN)
def test_vaste_schrijfwijze(pad: str) -> None:
    """A file is UTF-8 with two spaces of indent and one final newline, on every platform."""
    rauw = (BRONMAP / pad).read_bytes()
    assert rauw == (json.dumps(json.loads(rauw), indent=2, ensure_ascii=False) + "\n").encode()
    assert b"\r" not in rauw


@pytest.mark.parametrize("pad", PADEN)
def test_geldig_volgens_het_metaschema(pad: str) -> None:
    """Every file is a valid schema of draft 2020-12, to two validators."""
    schema = _lees(pad)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    assert jsonschema_rs.meta.is_valid(schema)


@pytest.mark.parametrize("pad", PADEN)
def test_id_is_basis_plus_pad(pad: str) -> None:
    """The `$id` is the base plus the path of the file, and the registry has it."""
    schema = _lees(pad)
    assert schema["$id"] == BASIS + pad
    assert registry()[schema["$id"]].contents == schema


def test_index_noemt_elk_schema() -> None:
    """The index has one row for every schema on disk, with the hash of its bytes."""
    rijen = _lees("index.json")["schemas"]
    op_schijf = {p.relative_to(BRONMAP).as_posix() for p in BRONMAP.glob("*/*.schema.json")}
    assert [rij["pad"] for rij in rijen] == sorted(op_schijf)
    for rij in rijen:
        rauw = (BRONMAP / rij["pad"]).read_bytes()
        assert rij["sha256"] == hashlib.sha256(rauw).hexdigest()
        assert rij["$id"] == json.loads(rauw)["$id"]
        assert rij["pad"] == f"{rij['versie']}/{rij['naam']}.schema.json"
        assert (BRONMAP / rij["toelichting"]).is_file()
        assert rij["status"] in {"concept", "vrijgegeven"}


def test_vrijgegeven_schemas_zijn_onveranderd() -> None:
    """What the index calls released is what the frozen list holds, with the bytes of then."""
    vrijgegeven = {
        rij["pad"]: rij["sha256"]
        for rij in _lees("index.json")["schemas"]
        if rij["status"] == "vrijgegeven"
    }
    alles = _lees("vrijgegeven.json")
    assert vrijgegeven == {p: sha for p, sha in alles.items() if p.endswith(".schema.json")}
    assert alles.keys() == {*vrijgegeven, *map(toelichtingpad, vrijgegeven)}


@pytest.mark.parametrize("pad", PADEN)
def test_kop_van_elk_schema(pad: str) -> None:
    """A schema asks its own `soort` and `schema_versie`, both required."""
    schema = _lees(pad)
    soort = Path(pad).name.removesuffix(".schema.json")
    assert schema["properties"]["soort"]["const"] == soort
    assert schema["properties"]["schema_versie"]["const"] == SCHEMA_VERSIE
    assert {"soort", "schema_versie"} <= set(schema["required"])


@pytest.mark.parametrize("pad", PADEN)
def test_alleen_gewone_trefwoorden(pad: str) -> None:
    """Every place has one type or one local reference, and only keywords that fit it."""
    schema = _lees(pad)
    for plek, deel in _plaatsen(schema):
        sleutels = deel.keys() - TOELICHTING
        if not plek:
            sleutels -= {"$schema", "$id", "$defs"}
        if "$ref" in deel:
            assert sleutels == {"$ref"}, plek
            assert deel["$ref"].removeprefix("#/$defs/") in schema["$defs"], plek
        else:
            assert sleutels - {"type"} <= TREFWOORDEN[deel["type"]], plek


@pytest.mark.parametrize("pad", PADEN)
def test_alles_is_begrensd_en_gesloten(pad: str) -> None:
    """Objects are closed; texts, numbers and lists have bounds; a pattern has a fixed length."""
    for plek, deel in _plaatsen(_lees(pad)):
        match deel.get("type"):
            case "object":
                assert deel["additionalProperties"] is False, plek
                assert set(deel["required"]) <= set(deel["properties"]), plek
                assert deel["required"] == sorted(deel["required"]), plek
            case "array":
                assert deel["maxItems"] <= 10_000, plek
            case "integer":
                assert -(2**53) < deel["minimum"] <= deel["maximum"] < 2**53, plek
            case "string" if "enum" in deel:
                assert len(set(deel["enum"])) == len(deel["enum"]) > 0, plek
            case "string" if "const" not in deel:
                assert deel.get("minLength", 0) <= deel["maxLength"], plek
                assert ("pattern" in deel) is not ("not" in deel), plek


@pytest.mark.parametrize("pad", PADEN)
def test_patronen_die_elke_taal_eender_leest(pad: str) -> None:
    """No shorthand classes and no look-around; a pattern is anchored and of fixed length."""
    for plek, deel in _plaatsen(_lees(pad)):
        if "pattern" in deel:
            patroon = deel["pattern"]
            assert patroon[0] == "^", plek
            assert patroon[-1] == "$", plek
            assert deel["minLength"] == deel["maxLength"], plek
            assert re.search(r"\\|\(\?[^:]|[*+]", re.sub(r"\[[^]]*\]", "[]", patroon)) is None, plek
        if "not" in deel:
            assert deel["not"].keys() == {"type", "pattern"}, plek
            assert deel["not"]["type"] == "string", plek
            verboden = deel["not"]["pattern"]
            assert re.fullmatch(r"\[\^?(?:[A-Za-z0-9._-]|\\x[0-9a-f]{2})+\]", verboden), plek


@pytest.mark.parametrize("pad", PADEN)
def test_elk_lid_is_beschreven(pad: str) -> None:
    """Every object, choice and member is described; a member in two languages, with titles."""
    toelichting = _lees(toelichtingpad(pad))
    assert toelichting["schema"] == _lees(pad)["$id"]
    plaatsen = toelichting["plaatsen"]
    for plek, deel in _plaatsen(_lees(pad)):
        if plek.endswith("/items"):
            continue
        assert deel["description"], plek
        lid = "/properties/" in plek and plek.rsplit("/", 2)[1] == "properties"
        assert ("title" in deel) is not lid, plek
        if lid:
            assert plaatsen[plek]["titel_en"], plek
            assert plaatsen[plek]["titel_nl"], plek
            assert plaatsen[plek]["omschrijving_nl"], plek
    assert plaatsen.keys() <= {plek for plek, _ in _plaatsen(_lees(pad))}


@pytest.mark.parametrize("pad", PADEN)
def test_voorbeelden_passen_zelf(pad: str) -> None:
    """Every example and every default is valid where it stands."""
    schema = _lees(pad)
    gezien = 0
    for plek, deel in _plaatsen(schema):
        keuring = Draft202012Validator({"$defs": schema["$defs"], **deel})
        for waarde in [
            *deel.get("examples", []),
            *([deel["default"]] if "default" in deel else []),
        ]:
            assert keuring.is_valid(waarde), plek
            gezien += 1
    assert gezien
