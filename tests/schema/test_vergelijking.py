"""Comparing two schemas: what is compatible is so for every document."""

import copy
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from tests.strategie_schema import documenten_bij, gewijzigd, schemas
from tests.strategie_vorm import documenten
from tests.twee_talen import in_eigen_taal

from geboortezorg import schema
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.schema import Richting, vergelijk
from geboortezorg.schema.register import DIALECT
from geboortezorg.tekst import Tekst

_GEWOON = settings().max_examples
GENOEG = min(3 * _GEWOON, max(150, _GEWOON))  # fewer where each test tries a tenth

Schema = dict[str, Any]


def _object(leden: Schema, verplicht: tuple[str, ...] = ()) -> Schema:
    return {
        "type": "object",
        "properties": leden,
        "required": list(verplicht),
        "additionalProperties": False,
    }


def _verschillen(oud: Schema, nieuw: Schema) -> list[tuple[str, str]]:
    """Compare two schemas of one member; check that only these two directions are compatible."""
    uit = vergelijk(_object({"x": oud}), _object({"x": nieuw}))
    richtingen = {verschil.richting for verschil in uit.verschillen}
    assert uit.compatibel is (richtingen <= {Richting.GELIJK, Richting.RUIMER})
    for verschil in uit.verschillen:
        in_eigen_taal(Tekst(verschil.tekst, verschil.tekst_en))
    return [(v.pad.removeprefix("/properties/x"), v.richting) for v in uit.verschillen]


GEHEEL: Schema = {"type": "integer"}
TEKST: Schema = {"type": "string"}
JANEE: Schema = {"type": "boolean"}


@pytest.mark.parametrize(
    ("ruim", "krap", "pad"),
    [
        (GEHEEL, {**GEHEEL, "minimum": 0}, "/minimum"),
        ({**GEHEEL, "minimum": 0}, {**GEHEEL, "minimum": 1}, "/minimum"),
        (GEHEEL, {**GEHEEL, "maximum": 0}, "/maximum"),
        ({**GEHEEL, "maximum": 1}, {**GEHEEL, "maximum": 0}, "/maximum"),
        (TEKST, {**TEKST, "minLength": 1}, "/minLength"),
        ({**TEKST, "maxLength": 2}, {**TEKST, "maxLength": 1}, "/maxLength"),
        (TEKST, {**TEKST, "maxLength": 1}, "/maxLength"),
        (TEKST, {**TEKST, "pattern": "^a$"}, "/pattern"),
        (TEKST, {**TEKST, "enum": ["a"]}, "/enum"),
        (TEKST, {**TEKST, "const": "a"}, "/enum"),
        ({**TEKST, "maxLength": 1}, {**TEKST, "enum": ["a"]}, "/enum"),
        ({**TEKST, "enum": ["a", "b"]}, {**TEKST, "enum": ["b"]}, "/enum"),
        ({**TEKST, "enum": ["a", "b"]}, {**TEKST, "const": "b"}, "/enum"),
        (TEKST, {**TEKST, "not": {"pattern": "[a]"}}, "/not"),
        ({**TEKST, "not": {"pattern": "[^ab]"}}, {**TEKST, "not": {"pattern": "[^a]"}}, "/not"),
        ({**TEKST, "not": {"pattern": "[^a-c-]"}}, {**TEKST, "not": {"pattern": "[^ac-]"}}, "/not"),
        (
            {**TEKST, "not": {"pattern": r"[\x00-\x1f]"}},
            {**TEKST, "not": {"pattern": r"[^ -\x7f]"}},
            "/not",
        ),
        (
            {**TEKST, "not": {"pattern": r"[^\x00-b]"}},
            {**TEKST, "not": {"pattern": "[b-\U0010ffff]"}},
            "/not",
        ),
        (
            {**TEKST, "not": {"pattern": "[^a-\U0010ffff]"}},
            {**TEKST, "not": {"pattern": r"[\x00-b]"}},
            "/not",
        ),
        (
            {**TEKST, "not": {"pattern": r"[^\]\-a]"}},
            {**TEKST, "not": {"pattern": r"[^\-\]]"}},
            "/not",
        ),
        (
            {"type": "array", "items": JANEE, "maxItems": 2},
            {"type": "array", "items": JANEE, "maxItems": 1},
            "/maxItems",
        ),
        (
            {"type": "array", "items": JANEE},
            {"type": "array", "items": JANEE, "minItems": 1},
            "/minItems",
        ),
        (
            {"type": "array", "items": GEHEEL},
            {"type": "array", "items": {**GEHEEL, "minimum": 0}},
            "/items/minimum",
        ),
        (_object({"a": JANEE, "b": JANEE}), _object({"a": JANEE}), "/properties/b"),
        (_object({"a": JANEE}), _object({"a": JANEE}, ("a",)), "/required/a"),
        (_object({"a~/": JANEE}), _object({"a~/": JANEE}, ("a~/",)), "/required/a~0~1"),
    ],
)
def test_ruimer_en_krapper(ruim: Schema, krap: Schema, pad: str) -> None:
    """A bound that tightens is a breach at its place; the other way around it is none."""
    assert _verschillen(ruim, krap) == [(pad, Richting.KRAPPER)]
    assert _verschillen(krap, ruim) == [(pad, Richting.RUIMER)]


@pytest.mark.parametrize(
    ("oud", "nieuw", "pad"),
    [
        (TEKST, GEHEEL, "/type"),
        ({**TEKST, "not": {"pattern": "[^ab]"}}, {**TEKST, "not": {"pattern": "[^bc]"}}, "/not"),
        ({**TEKST, "enum": ["a"]}, {**TEKST, "enum": ["b"]}, "/enum"),
        ({**TEKST, "enum": ["ab"]}, {**TEKST, "maxLength": 1}, "/enum"),
        ({**TEKST, "enum": ["ab"]}, {**TEKST, "not": {"pattern": "[^a]"}}, "/enum"),
    ],
)
def test_anders_is_krapper(oud: Schema, nieuw: Schema, pad: str) -> None:
    """What takes other values than before is a breach in both directions."""
    assert (pad, Richting.KRAPPER) in _verschillen(oud, nieuw)
    assert Richting.RUIMER not in {richting for _, richting in _verschillen(nieuw, oud)}


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        (GEHEEL, {"type": "number"}),
        (TEKST, {**TEKST, "not": {"type": "integer", "pattern": "[a]"}}),
        (GEHEEL, {"type": ["integer", "string"]}),
        (GEHEEL, {}),
        (GEHEEL, True),
        (GEHEEL, {**GEHEEL, "multipleOf": 5}),
        (GEHEEL, {**GEHEEL, "enum": [1]}),
        (GEHEEL, {**GEHEEL, "minLength": 1}),
        (GEHEEL, {"anyOf": [GEHEEL, TEKST]}),
        (GEHEEL, {**GEHEEL, "$id": "https://example.org/x"}),
        (GEHEEL, {"$ref": "#/$defs/Weg"}),
        (GEHEEL, {"$ref": "#"}),
        (GEHEEL, {"$ref": "https://example.org/x"}),
        (GEHEEL, {"$ref": "#/$defs/Weg", "minimum": 1}),
        (TEKST, {**TEKST, "format": "date"}),
        (TEKST, {**TEKST, "not": {"pattern": "a"}}),
        (TEKST, {**TEKST, "not": {"pattern": "[a"}}),
        (TEKST, {**TEKST, "not": {"pattern": r"[\d]"}}),
        (TEKST, {**TEKST, "not": {"pattern": "[c-a]"}}),
        (TEKST, {**TEKST, "not": {"pattern": "[[a]"}}),
        (TEKST, {**TEKST, "not": {"minLength": 3}}),
        (TEKST, {**TEKST, "not": False}),
        (TEKST, {**TEKST, "enum": ["a", 1]}),
        (TEKST, {**TEKST, "not": {"pattern": "[^]"}}),
        (TEKST, {**TEKST, "not": {"pattern": 1}}),
        (TEKST, {**TEKST, "not": {"pattern": "[a]", "minLength": 1}}),
        ({**TEKST, "not": {"enum": ["a"]}}, {**TEKST, "not": {"enum": ["a"]}, "minLength": 1}),
        (TEKST, {**TEKST, "pattern": 1}),
        (TEKST, {**TEKST, "enum": "a"}),
        (TEKST, {**TEKST, "const": 1}),
        (TEKST, {**TEKST, "maxLength": "1"}),
        (TEKST, {**TEKST, "maxLength": 1.5}),
        ({**TEKST, "enum": ["a"]}, {**TEKST, "pattern": r"\p{L}"}),
        ({**TEKST, "enum": ["\u0661"]}, {**TEKST, "pattern": r"^\d$"}),
        ({**TEKST, "enum": ["1\n"]}, {**TEKST, "pattern": "^1$"}),
        (_object({}), {**_object({}), "required": [1]}),
        (_object({}), {**_object({}), "properties": []}),
        (_object({"a": JANEE}), _object({"a": []})),
        ({**TEKST, "pattern": "^a$"}, {**TEKST, "pattern": "^b$"}),
        ({**TEKST, "format": "date"}, {**TEKST, "format": "time"}),
        ({**TEKST, "pattern": "^a$"}, {**TEKST, "pattern": "^a$", "not": {"pattern": "[b]"}}),
        ({"type": "array", "items": JANEE}, {"type": "array"}),
        ({"type": "array", "items": JANEE}, {"type": "array", "items": JANEE, "uniqueItems": True}),
        (_object({}), {"type": "object"}),
        (_object({}), {"type": "object", "properties": {}}),
        (_object({}), {**_object({}), "additionalProperties": True}),
        (_object({}), {**_object({}), "patternProperties": {}}),
    ],
)
def test_onbekend(oud: Schema, nieuw: Schema) -> None:
    """What is not understood is said to be unknown and counts as a breach."""
    assert Richting.ONBEKEND in {richting for _, richting in _verschillen(oud, nieuw)}


def test_hetzelfde() -> None:
    """A schema differs in nothing from itself, whatever keywords it uses."""
    assert _verschillen({"anyOf": [GEHEEL, TEKST]}, {"anyOf": [GEHEEL, TEKST]}) == []


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        ({**TEKST, "format": "date"}, TEKST),
        ({**TEKST, "not": {"pattern": "[^a-c]"}}, {**TEKST, "not": {"pattern": "[^abc]"}}),
        ({**TEKST, "enum": ["a", "b"]}, {**TEKST, "enum": ["b", "a"]}),
        ({**TEKST, "const": "a"}, {**TEKST, "enum": ["a"]}),
        ({**TEKST, "enum": ["12"]}, {**TEKST, "pattern": "^[0-9]{2}$"}),
        ({**TEKST, "enum": ["a"], "const": "a"}, {**TEKST, "const": "a"}),
        (
            {**TEKST, "not": {"pattern": "[a]"}},
            {**TEKST, "not": {"type": "string", "pattern": "[a]"}},
        ),
        ({**TEKST, "minLength": 0}, TEKST),
        (_object({}), _object({"a": JANEE})),
        (_object({}, ()), {"type": "object", "properties": {}, "additionalProperties": False}),
    ],
)
def test_past_nog(oud: Schema, nieuw: Schema) -> None:
    """These say the same in other words, or more."""
    assert {richting for _, richting in _verschillen(oud, nieuw)} <= {Richting.RUIMER}


@pytest.mark.parametrize(
    ("sleutel", "waarde", "ander", "richting"),
    [
        ("title", "T", "U", Richting.GELIJK),
        ("description", "D", "E", Richting.GELIJK),
        ("examples", [True], [False], Richting.GELIJK),
        ("$comment", "C", "D", Richting.GELIJK),
        ("deprecated", True, False, Richting.GELIJK),
        ("x-omschrijving-nl", "O", "P", Richting.GELIJK),
        ("x-persoonsgegeven", True, False, Richting.GELIJK),
        ("default", False, True, Richting.BETEKENIS),
        ("x-eenheid", "eurocent", "euro", Richting.BETEKENIS),
    ],
)
def test_toelichting_en_betekenis(
    sleutel: str, waarde: Any, ander: Any, richting: Richting
) -> None:
    """A text for readers changes nothing; another unit or default changes the meaning."""
    met = {**JANEE, sleutel: waarde}
    assert _verschillen(JANEE, met) == [(f"/{sleutel}", richting)]
    assert _verschillen(met, JANEE) == [(f"/{sleutel}", richting)]
    assert _verschillen(met, met) == []
    assert _verschillen({**met, sleutel: ander}, met) == [(f"/{sleutel}", richting)]


def test_verwijzing_of_uitgeschreven() -> None:
    """A part says the same in its place and under `$defs`; a difference stands where it is."""
    deel = _object({"n": {**GEHEEL, "maximum": 1}})
    ruimer = _object({"n": {**GEHEEL, "maximum": 2}})
    hier = _object({"a": deel, "b": deel})
    verwijzing = {"$ref": "#/$defs/D", "title": "T"}
    elders = {**_object({"a": verwijzing, "b": verwijzing}), "$defs": {"D": deel}}
    assert vergelijk(hier, elders).compatibel
    assert vergelijk(elders, hier).compatibel
    anders = {**elders, "$defs": {"D": ruimer}}
    gevonden = vergelijk(anders, elders).breuken
    assert [(v.pad, v.richting) for v in gevonden] == [
        ("/$defs/D/properties/n/maximum", Richting.KRAPPER)
    ]


def test_schema_dat_naar_zichzelf_verwijst() -> None:
    """A schema without end is compared in finite time, also when the steps differ."""
    een = {
        "$defs": {"E": _object({"x": {"$ref": "#/$defs/E"}})},
        **_object({"x": {"$ref": "#/$defs/E"}}),
    }
    twee = copy.deepcopy(een)
    twee["$defs"]["E"]["properties"]["x"] = _object({"x": {"$ref": "#/$defs/E"}})
    assert vergelijk(een, twee).compatibel
    assert vergelijk(twee, een).compatibel
    twee["$defs"]["E"]["properties"]["x"]["required"] = ["x"]
    assert not vergelijk(een, twee).compatibel
    assert vergelijk(twee, een).compatibel


@pytest.mark.parametrize(
    "fout",
    [
        True,
        {"type": "text"},
        {"$ref": "#/$defs/X"},
        {"$ref": 1, "$defs": []},
        {"minimum": "1"},
        {"type": "string", "enum": "a"},
        [],
        None,
    ],
)
def test_geen_geldig_schema(fout: Any) -> None:
    """What is not a schema, or not an object, is compatible with nothing."""
    for oud, nieuw in ((fout, _object({})), (_object({}), fout)):
        (enige,) = vergelijk(oud, nieuw).verschillen
        assert (enige.pad, enige.richting) == ("", Richting.ONBEKEND)


def test_ander_dialect() -> None:
    """Only draft 2020-12 is understood; a schema that names no dialect is taken to be in it."""
    oud = {**_object({}), "$schema": DIALECT, "$id": "https://example.org/een"}
    assert vergelijk(oud, _object({})).verschillen == ()
    ander = {**oud, "$schema": "http://json-schema.org/draft-07/schema#"}
    assert not vergelijk(oud, ander).compatibel
    assert not vergelijk(ander, ander).compatibel


def test_versie_van_het_document() -> None:
    """Another `schema_versie` is a breach, unless it is left out of the comparison."""
    oud = _object({"schema_versie": {**TEKST, "const": "0.1"}, "x": JANEE}, ("schema_versie",))
    nieuw = _object(
        {
            "schema_versie": {**TEKST, "const": "0.2"},
            "x": _object({"schema_versie": {**TEKST, "const": "0.2"}}),
        },
        ("schema_versie",),
    )
    diep = _object({"x": _object({"schema_versie": {**TEKST, "const": "0.1"}})})
    assert {v.pad for v in vergelijk(oud, nieuw).breuken} == {
        "/properties/schema_versie/enum",
        "/properties/x/type",
    }
    assert {v.pad for v in vergelijk(oud, nieuw, versie_telt=False).breuken} == {
        "/properties/x/type"
    }
    assert not vergelijk(diep, nieuw, versie_telt=False).compatibel


@pytest.mark.parametrize("soort", DOCUMENTEN)
def test_gelijk_aan_zichzelf(soort: str) -> None:
    """Our own schemas are within what is understood: compared with themselves, no difference."""
    inhoud = schema.get(soort)
    assert vergelijk(inhoud, schema.get(soort)).verschillen == ()
    assert not vergelijk(inhoud, schema.get("igo" if soort != "igo" else "vsv")).compatibel


@settings(max_examples=GENOEG, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_compatibel_geldt_voor_elk_document(data: st.DataObject) -> None:
    """When a change is called compatible, every document that passed still passes."""
    oud = data.draw(schemas())
    nieuw = data.draw(st.one_of(gewijzigd(oud), gewijzigd(oud), gewijzigd(oud), schemas()))
    uit = vergelijk(oud, nieuw)
    event("compatibel" if uit.compatibel else "niet compatibel")
    was = jsonschema_rs.Draft202012Validator(oud)
    wordt = jsonschema_rs.Draft202012Validator(nieuw)
    for _ in range(3):
        document = data.draw(documenten_bij(oud))
        assert was.is_valid(document)
        if uit.compatibel:
            assert wordt.is_valid(document)


@settings(max_examples=GENOEG, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_eens_met_een_ander(data: st.DataObject) -> None:
    """What an independent prover knows to be incompatible, we never call compatible."""
    oud = data.draw(schemas())
    nieuw = data.draw(gewijzigd(oud))
    draft = jsonschema_rs.Draft202012
    een, ander = (jsonschema_rs.canonicalize(s, draft=draft) for s in (oud, nieuw))
    bewijs = ander.covers(een)
    event(str(bewijs))
    if bewijs == jsonschema_rs.canonical.Containment.NO:
        assert not vergelijk(oud, nieuw).compatibel


@pytest.mark.parametrize("soort", DOCUMENTEN)
@settings(max_examples=GENOEG // 8, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_compatibel_met_een_echt_schema(soort: str, data: st.DataObject) -> None:
    """The same holds for a changed schema of ours and the documents of its kind."""
    oud = schema.get(soort)
    nieuw = data.draw(gewijzigd(oud))
    document = data.draw(documenten(soort))
    if vergelijk(oud, nieuw).compatibel:
        assert jsonschema_rs.Draft202012Validator(nieuw).is_valid(document)
