"""The schema builder: what each kind of field becomes, and what it refuses."""

import datetime as dt
from enum import StrEnum
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator

from geboortezorg import tijd, veld
from geboortezorg.regels.catalogus import Regelcatalogus
from geboortezorg.uitgave import bouwer
from geboortezorg.uitgave.bouwer import OnbekendeVorm, bouw, bouw_alle
from geboortezorg.veld import Veld


class Kleur(StrEnum):
    """A choice."""

    ROOD = "rood"
    BLAUW = "blauw"


@attrs.frozen(kw_only=True)
class Tak:
    """A class that may hold itself.

    Second paragraph,
    over two lines, with ``code``.
    """

    naam: str = attrs.field(metadata=veld.sleutel("Name.", "Naam."))
    takken: tuple["Tak", ...] = attrs.field(default=(), metadata=veld.lijst("Tak.", "Tak.", 3))


@attrs.frozen(kw_only=True)
class Alles:
    """One field of every kind."""

    vrij: str = attrs.field(metadata=veld.tekst("Free text; or none.", "Vrij.", 9, min_lengte=0))
    code: str = attrs.field(
        metadata=veld.code("Code (two digits).", "Code.", "^[0-9]{2}$", 2, bron="Wmg 35")
    )
    moment: dt.datetime = attrs.field(metadata=veld.gegeven("Moment.", "Moment."))
    dag: dt.date = attrs.field(metadata=veld.gegeven("Day.", "Dag.", voorbeelden=("2024-02-29",)))
    codes: tuple[str, ...] = attrs.field(
        metadata=veld.lijst(
            "Codes.",
            "Codes.",
            4,
            min_aantal=1,
            max_lengte=2,
            patroon="^[0-9]{2}$",
            voorbeelden=("01",),
        )
    )
    boom: Tak | None = attrs.field(default=None, metadata=veld.gegeven("Tree.", "Boom."))
    kleur: Kleur = attrs.field(default=Kleur.ROOD, metadata=veld.gegeven("Colour.", "Kleur."))
    aantal: int = attrs.field(
        default=0, metadata=veld.getal("Count.", "Aantal.", -5, 5, eenheid="stuk")
    )
    geheim: bool = attrs.field(
        default=False, metadata=veld.gegeven("Secret.", "Geheim.", persoonsgegeven=True)
    )


@pytest.fixture
def alles() -> dict[str, Any]:
    """Return the schema of the class with everything."""
    return bouw("alles", Alles, "7.8")


def _zonder_tekst(lid: dict[str, Any]) -> dict[str, Any]:
    tekst = {"description", "x-titel-en", "x-titel-nl", "x-omschrijving-nl"}
    return {sleutel: waarde for sleutel, waarde in lid.items() if sleutel not in tekst}


def test_elke_soort_veld(alles: dict[str, Any]) -> None:
    """Every kind of field becomes the keywords that say the same."""
    leden = {naam: _zonder_tekst(lid) for naam, lid in alles["properties"].items()}
    assert leden == {
        "soort": {"type": "string", "const": "alles"},
        "schema_versie": {"type": "string", "const": "7.8"},
        "vrij": {
            "type": "string",
            "maxLength": 9,
            "not": {"type": "string", "pattern": r"[\x00-\x1f\x7f]"},
        },
        "code": {
            "type": "string",
            "minLength": 2,
            "maxLength": 2,
            "pattern": "^[0-9]{2}$",
            "x-bron": "Wmg 35",
        },
        "moment": {
            "type": "string",
            "minLength": 22,
            "maxLength": 22,
            "pattern": tijd.TIJDSTIP_PATROON,
            "examples": ["2026-03-01T23:30+01:00"],
        },
        "dag": {
            "type": "string",
            "format": "date",
            "minLength": 10,
            "maxLength": 10,
            "pattern": tijd.DATUM_PATROON,
            "examples": ["2024-02-29"],
        },
        "codes": {
            "type": "array",
            "minItems": 1,
            "maxItems": 4,
            "items": {
                "type": "string",
                "minLength": 2,
                "maxLength": 2,
                "pattern": "^[0-9]{2}$",
                "examples": ["01"],
            },
        },
        "boom": {"$ref": "#/$defs/Tak"},
        "kleur": {"$ref": "#/$defs/Kleur", "default": "rood"},
        "aantal": {
            "type": "integer",
            "minimum": -5,
            "maximum": 5,
            "default": 0,
            "x-eenheid": "stuk",
        },
        "geheim": {"type": "boolean", "default": False, "x-persoonsgegeven": True},
    }
    assert alles["required"] == [
        *("code", "codes", "dag", "moment", "schema_versie", "soort", "vrij"),
    ]


def test_kop_en_volgorde(alles: dict[str, Any]) -> None:
    """The root names itself; members keep their order and definitions stand by name."""
    assert alles["$id"] == "https://w3id.org/geboortezorg/schemas/7.8/alles.schema.json"
    assert list(alles["properties"])[:4] == ["soort", "schema_versie", "vrij", "code"]
    assert list(alles["$defs"]) == ["Kleur", "Tak"]
    assert alles["$defs"]["Kleur"]["enum"] == ["rood", "blauw"]
    Draft202012Validator.check_schema(alles)


def test_omschrijvingen(alles: dict[str, Any]) -> None:
    """A title is the first clause; a docstring loses its line ends and keeps its paragraphs."""
    assert alles["properties"]["vrij"]["x-titel-en"] == "Free text"
    assert alles["properties"]["vrij"]["description"] == "Free text; or none."
    assert alles["properties"]["code"]["x-titel-en"] == "Code"
    assert alles["description"] == "One field of every kind."
    assert alles["$defs"]["Tak"]["description"] == (
        "A class that may hold itself.\n\nSecond paragraph, over two lines, with ``code``."
    )


def test_klasse_in_zichzelf(alles: dict[str, Any]) -> None:
    """A class that holds itself refers to itself, and documents of any depth are judged."""
    assert alles["$defs"]["Tak"]["properties"]["takken"]["items"] == {"$ref": "#/$defs/Tak"}
    keuring = Draft202012Validator({"$defs": alles["$defs"], "$ref": "#/$defs/Tak"})
    assert keuring.is_valid({"naam": "a", "takken": [{"naam": "b", "takken": [{"naam": "c"}]}]})
    assert not keuring.is_valid({"naam": "a", "takken": [{"naam": "b", "takken": [{}]}]})


def test_bouw_alle_volgt_de_documenten() -> None:
    """Every kind of document becomes one schema, under the version and the kind."""
    gebouwd = bouw_alle({"tak": Tak, "alles": Alles}, "7.8")
    assert list(gebouwd) == ["7.8/tak.schema.json", "7.8/alles.schema.json"]
    assert gebouwd["7.8/tak.schema.json"] == bouw("tak", Tak, "7.8")


def _met(annotatie: Any, metadata: Any, **extra: Any) -> type[Any]:
    lid = attrs.field(type=annotatie, metadata=metadata, **extra)
    klasse: type[Any] = attrs.make_class("Fout", {"lid": lid}, frozen=True, kw_only=True)
    klasse.__doc__ = "A class with a mistake."
    return klasse


GEGEVEN = veld.gegeven("Wrong.", "Fout.")


@pytest.mark.parametrize(
    ("klasse", "melding"),
    [
        (_met(tuple[tuple[str, ...], ...], GEGEVEN), "Fout.lid: een lijst in een lijst"),
        (
            _met(
                str, {veld.SLEUTEL: Veld(omschrijving="A.", omschrijving_nl="A.", patroon="^a*$")}
            ),
            "Fout.lid: een patroon zonder vaste lengte",
        ),
        (_met(str, GEGEVEN, factory=str), "Fout.lid: de standaard is niet uit te drukken"),
    ],
)
def test_wat_niet_uit_te_drukken_is(klasse: type[Any], melding: str) -> None:
    """A field that no plain schema can express is refused, by its name."""
    with pytest.raises(OnbekendeVorm) as gevonden:
        bouw("fout", klasse)
    assert str(gevonden.value) == melding


def test_klasse_zonder_docstring() -> None:
    """A class must say what it is."""
    klasse = _met(str, GEGEVEN)
    klasse.__doc__ = None
    with pytest.raises(OnbekendeVorm, match="geen docstring"):
        bouw("fout", klasse)


def test_veld_dat_van_het_document_is() -> None:
    """A model has no field of its own called `soort` or `schema_versie`."""
    klasse = attrs.make_class("Fout", {"soort": attrs.field(type=str, metadata=GEGEVEN)})
    klasse.__doc__ = "A class with a mistake."
    with pytest.raises(OnbekendeVorm, match="zijn van het document"):
        bouw("fout", klasse)


def test_twee_klassen_met_een_naam() -> None:
    """Two classes of one name cannot both stand in a schema."""
    andere = attrs.make_class("Tak", {"x": attrs.field(type=str, metadata=GEGEVEN)})
    andere.__doc__ = "Another."
    klasse = attrs.make_class(
        "Fout",
        {
            "een": attrs.field(type=Tak, metadata=GEGEVEN),
            "ander": attrs.field(type=andere, metadata=GEGEVEN),
        },
    )
    klasse.__doc__ = "A class with a mistake."
    with pytest.raises(OnbekendeVorm, match="Tak: twee klassen met deze naam"):
        bouw("fout", klasse)


def test_elke_klasse_heeft_een_nederlandse_omschrijving() -> None:
    """Every object and every choice in a schema says what it is in both languages, and no more."""
    gezien = {
        deel["title"]
        for schema in (*bouwer.bouw_alle().values(), bouw("regels", Regelcatalogus))
        for deel in (schema, *schema["$defs"].values())
        if deel["x-omschrijving-nl"].endswith(".")
    }
    eigen, begrip = bouwer._eigen_nl(), bouwer._begrip_nl()
    assert set(eigen) <= gezien <= {*eigen, *begrip}
    assert not eigen.items() & begrip.items(), "the glossary says these already"
