"""Small schemas in the plain part of draft 2020-12, changes to them, and documents that fit."""

import copy
import re
from collections.abc import Iterator
from typing import Any, Final

from hypothesis import strategies as st

Schema = dict[str, Any]

KLASSEN: Final = (
    *("[^a-c]", "[^a-z0-9.-]", "[a]", "[ab]", "[^ab]", r"[\x00-\x1f\x7f]", r"[\x00-\x20\x7f]"),
    *(r"[^\x20-\x7e]", r"[^a\-c]", r"[^a\]c]", "[^abc]", "[a-]", "(?:a|b)", "[^0-9a-c]"),
)
"""What `not` forbids: classes of characters, and one pattern that is none."""

PATRONEN: Final = (("^[0-9]{2}$", 2), ("^[0-9]{3}$", 3), ("^[a-c][0-9]$", 2), ("^(?:ab|c1)$", 2))
TEKENS: Final = "abcz019.-] \x01\x7f\u00e9\N{BABY BOTTLE}"
WAARDEN: Final = ("a", "b", "ab", "01", "012", "a1", "")
NAMEN: Final = ("a", "b", "c", "d/e~f")
TOELICHTING: Final = (
    ("title", "Anders"),
    ("description", "Anders."),
    ("x-persoonsgegeven", True),
    ("x-eenheid", "eurocent"),
    ("default", False),
)


def _begrensd(laag: str, hoog: str, van: int, tot: int) -> st.SearchStrategy[Schema]:
    grenzen = st.tuples(st.integers(van, tot), st.integers(van, tot)).map(sorted)
    return st.builds(
        lambda g, met_laag, met_hoog: {
            **({laag: g[0]} if met_laag else {}),
            **({hoog: g[1]} if met_hoog else {}),
        },
        grenzen,
        st.booleans(),
        st.booleans(),
    )


teksten: Final = st.one_of(
    st.builds(
        lambda grens, verbod: {
            "type": "string",
            **grens,
            **({} if verbod is None else {"not": {"pattern": verbod}}),
        },
        _begrensd("minLength", "maxLength", 0, 4),
        st.none() | st.sampled_from(KLASSEN),
    ),
    st.sampled_from(PATRONEN).map(
        lambda p: {"type": "string", "minLength": p[1], "maxLength": p[1], "pattern": p[0]}
    ),
    st.lists(st.sampled_from(WAARDEN), min_size=1, unique=True).map(
        lambda waarden: {"type": "string", "enum": waarden}
    ),
    st.sampled_from(WAARDEN).map(lambda waarde: {"type": "string", "const": waarde}),
)
bladen: Final = st.one_of(
    teksten,
    _begrensd("minimum", "maximum", -3, 5).map(lambda grens: {"type": "integer", **grens}),
    st.just({"type": "boolean"}),
)


def _lijsten(items: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    return st.builds(
        lambda grens, item: {"type": "array", **grens, "items": item},
        _begrensd("minItems", "maxItems", 0, 3),
        items,
    )


@st.composite
def _objecten(draw: st.DrawFn, leden: st.SearchStrategy[Schema]) -> Schema:
    namen = draw(st.lists(st.sampled_from(NAMEN), unique=True, max_size=3))
    return {
        "type": "object",
        "properties": {naam: draw(leden) for naam in namen},
        "required": draw(st.lists(st.sampled_from(namen), unique=True)) if namen else [],
        "additionalProperties": False,
    }


@st.composite
def schemas(draw: st.DrawFn) -> Schema:
    """Return schemas of which the parts refer to each other, and one of them to itself."""
    onder = draw(_objecten(bladen))
    naar_onder = st.just({"$ref": "#/$defs/Onder"})
    boven = draw(_objecten(st.one_of(bladen, naar_onder, _lijsten(naar_onder))))
    boven["properties"]["zelf"] = {"$ref": "#/$defs/Boven"}
    delen = st.one_of(bladen, naar_onder, st.just({"$ref": "#/$defs/Boven"}))
    wortel = draw(_objecten(st.one_of(delen, _lijsten(delen), _objecten(delen))))
    # Copied, since the strategies share what they return.
    uit: Schema = copy.deepcopy({**wortel, "$defs": {"Boven": boven, "Onder": onder}})
    return uit


def plaatsen(schema: Schema) -> Iterator[Schema]:
    """Return every schema within a schema."""
    yield schema
    for sleutel in ("$defs", "properties"):
        for deel in schema.get(sleutel, {}).values():
            yield from plaatsen(deel)
    if "items" in schema:
        yield from plaatsen(schema["items"])


@st.composite
def gewijzigd(draw: st.DrawFn, schema: Schema) -> Schema:
    """Return a schema with one to three changes, to be more or less strict, or just other."""
    uit = copy.deepcopy(schema)
    for _ in range(draw(st.sampled_from((1, 1, 2, 3)))):
        deel = draw(st.sampled_from(list(plaatsen(uit))))
        draw(st.sampled_from(_keuzen(deel)))(draw, deel)
    return uit


def _keuzen(deel: Schema) -> list[Any]:
    uit: list[Any] = [_andere_toelichting]
    if any(sleutel in deel for sleutel in _GRENZEN):
        uit += [_schuif, _schuif, _schuif, _laat_grens_weg]
    match deel.get("type"):
        case "object":
            uit += [_lid_erbij, _lid_erbij, _lid_weg, _verplicht, _verplicht, _vervang_lid]
        case "string":
            uit += [_ander_verbod, _ander_verbod, _ander_patroon, _andere_keuze, _ander_format]
        case "array":
            uit.append(_ander_item)
    return uit


_GRENZEN: Final = ("minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems")


def _schuif(draw: st.DrawFn, deel: Schema) -> None:
    sleutel = draw(st.sampled_from([s for s in _GRENZEN if s in deel]))
    deel[sleutel] += draw(st.sampled_from((-1, 1)))
    if sleutel not in {"minimum", "maximum"}:
        deel[sleutel] = max(deel[sleutel], 0)


def _laat_grens_weg(draw: st.DrawFn, deel: Schema) -> None:
    del deel[draw(st.sampled_from([s for s in _GRENZEN if s in deel]))]


def _lid_erbij(draw: st.DrawFn, deel: Schema) -> None:
    deel["properties"][draw(st.sampled_from((*NAMEN, "nieuw")))] = copy.deepcopy(draw(bladen))


def _lid_weg(draw: st.DrawFn, deel: Schema) -> None:
    if deel["properties"]:
        naam = draw(st.sampled_from(list(deel["properties"])))
        del deel["properties"][naam]
        deel["required"] = [n for n in deel["required"] if n != naam]


def _verplicht(draw: st.DrawFn, deel: Schema) -> None:
    if deel["properties"]:
        naam = draw(st.sampled_from(list(deel["properties"])))
        deel["required"] = [*{*deel["required"]} ^ {naam}]


def _vervang_lid(draw: st.DrawFn, deel: Schema) -> None:
    if deel["properties"]:
        naam = draw(st.sampled_from(list(deel["properties"])))
        deel["properties"][naam] = copy.deepcopy(draw(bladen))


def _ander_verbod(draw: st.DrawFn, deel: Schema) -> None:
    deel.pop("not", None)
    verbod = draw(st.none() | st.sampled_from(KLASSEN))
    if verbod is not None:
        deel["not"] = {"pattern": verbod}


def _ander_patroon(draw: st.DrawFn, deel: Schema) -> None:
    deel.pop("pattern", None)
    patroon = draw(st.sampled_from((None, *PATRONEN)))
    if patroon is not None:
        deel["pattern"] = patroon[0]


def _andere_keuze(draw: st.DrawFn, deel: Schema) -> None:
    deel.pop("const", None)
    waarden = set(deel.pop("enum", [])) ^ {draw(st.sampled_from(WAARDEN))}
    if waarden:
        deel["enum"] = sorted(waarden)


def _ander_format(draw: st.DrawFn, deel: Schema) -> None:
    if deel.pop("format", None) is None:
        deel["format"] = "date"


def _ander_item(draw: st.DrawFn, deel: Schema) -> None:
    deel["items"] = copy.deepcopy(draw(bladen))


def _andere_toelichting(draw: st.DrawFn, deel: Schema) -> None:
    sleutel, waarde = draw(st.sampled_from(TOELICHTING))
    if deel.pop(sleutel, None) is None:
        deel[sleutel] = waarde


def documenten_bij(schema: Schema) -> st.SearchStrategy[Any]:
    """Return documents that fit a schema made by :func:`schemas`."""
    return _bij(schema, schema["$defs"])


def _bij(deel: Schema, defs: Schema) -> st.SearchStrategy[Any]:
    if "$ref" in deel:
        doel = defs[deel["$ref"].removeprefix("#/$defs/")]
        return st.deferred(lambda: _bij(doel, defs))
    match deel["type"]:
        case "boolean":
            return st.booleans()
        case "integer":
            laag = deel.get("minimum", deel.get("maximum", 0) - 9)
            return st.integers(laag, deel.get("maximum", laag + 9))
        case "array":
            laag = deel.get("minItems", 0)
            hoog = deel.get("maxItems", laag + 2)
            return st.lists(_bij(deel["items"], defs), min_size=laag, max_size=hoog)
        case "object":
            leden = {naam: _bij(lid, defs) for naam, lid in deel["properties"].items()}
            return st.fixed_dictionaries(
                {naam: leden[naam] for naam in deel["required"]},
                optional={n: lid for n, lid in leden.items() if n not in deel["required"]},
            )
        case _:
            return _tekst_bij(deel)


def _tekst_bij(deel: Schema) -> st.SearchStrategy[str]:
    if "enum" in deel or "const" in deel:
        return st.sampled_from(deel.get("enum") or [deel["const"]])
    if "pattern" in deel:
        return st.from_regex(deel["pattern"][1:-1], fullmatch=True)
    verbod = deel.get("not", {}).get("pattern", "(?!)")
    alfabet = [teken for teken in TEKENS if re.search(verbod, teken) is None]
    laag = deel.get("minLength", 0)
    return st.text(alfabet, min_size=laag, max_size=deel.get("maxLength", laag + 3))
