"""The structuring pass and the published schemas give every document the same yes or no."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.strategie_mutatie import met, mutaties
from tests.strategie_vorm import (
    KORT,
    Plek,
    documenten,
    randwaarden,
    veldplekken,
    voorbeeld,
    voorbeeld_met,
)

from geboortezorg import schema
from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.convert import Vormfouten, destructureer_document, structureer_document
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.vorm import Soort

_GEWOON = settings().max_examples
VOORBEELDEN = min(2 * _GEWOON, max(100, _GEWOON))  # fewer where each test tries a tenth
MUTATIES = 4

Keuring = Callable[[Any], bool]


def _convert(document: Any) -> bool:
    try:
        structureer_document(document)
    except Vormfouten:
        return False
    return True


@cache
def _keuringen(soort: str) -> Mapping[str, Keuring]:
    """Every judge of shape: with and without `format`, which may not matter."""
    inhoud = schema.get(soort)
    met_format = Draft202012Validator(inhoud, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return {
        "convert": _convert,
        "jsonschema": schema.validator(soort).is_valid,
        "jsonschema met format": met_format.is_valid,
        "jsonschema-rs": jsonschema_rs.Draft202012Validator(inhoud).is_valid,
        "jsonschema-rs met format": jsonschema_rs.Draft202012Validator(
            inhoud, validate_formats=True
        ).is_valid,
    }


def _oordeel(soort: str, document: Any) -> bool:
    """Return the one verdict that every judge gives; an error names those that differ."""
    oordelen = {naam: keuring(document) for naam, keuring in _keuringen(soort).items()}
    assert len(set(oordelen.values())) == 1, (oordelen, document)
    return oordelen["convert"]


def _voorbeelddocument(soort: str, plek: Plek | None = None) -> dict[str, Any]:
    """Return a document with everything, or else the smallest that has something at `plek`."""
    klasse = DOCUMENTEN[soort]
    inhoud = voorbeeld(klasse) if plek is None else voorbeeld_met(klasse, plek)
    return {"soort": soort, "schema_versie": SCHEMA_VERSIE, **inhoud}


@pytest.mark.parametrize("soort", DOCUMENTEN)
@settings(max_examples=VOORBEELDEN, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_zelfde_oordeel(soort: str, data: st.DataObject) -> None:
    """A document of the right shape passes everywhere; a changed one gets one verdict."""
    document = data.draw(documenten(soort))
    assert _oordeel(soort, document)
    for _ in range(MUTATIES):
        _oordeel(soort, data.draw(mutaties(document)))


@pytest.mark.parametrize("soort", DOCUMENTEN)
@settings(suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_wat_geschreven_wordt_past(soort: str, data: st.DataObject) -> None:
    """What the library writes passes the schema, and reads back as the same model."""
    model = structureer_document(data.draw(documenten(soort)))
    geschreven = destructureer_document(model)
    assert _oordeel(soort, geschreven)
    assert structureer_document(geschreven) == model


@pytest.mark.parametrize("soort", DOCUMENTEN)
def test_elke_grens_van_elk_veld(soort: str) -> None:
    """At, under and over every bound of every field, all judges agree."""
    assert _oordeel(soort, _voorbeelddocument(soort))
    goed = fout = 0
    for plek, veldvorm in veldplekken(soort):
        document = _voorbeelddocument(soort, plek)
        assert _oordeel(soort, document)
        for waarde in randwaarden(veldvorm):
            if _oordeel(soort, met(document, plek, waarde)):
                goed += 1
            else:
                fout += 1
    assert goed
    assert fout


def test_grens_van_lange_lijsten() -> None:
    """The longest list of objects passes and one more does not, to the two judges with the speed."""
    getoetst = 0
    for soort in DOCUMENTEN:
        snel = [_keuringen(soort)[naam] for naam in ("convert", "jsonschema-rs")]
        for plek, klasse, grens in _lange_lijsten(soort):
            document = _voorbeelddocument(soort, plek)
            een = voorbeeld(klasse, alles=False)
            for aantal, goed in ((grens, True), (grens + 1, False)):
                lang = met(document, plek, [een] * aantal)
                assert [keuring(lang) for keuring in snel] == [goed, goed]
            getoetst += 1
    assert getoetst


def _lange_lijsten(soort: str) -> Iterator[tuple[Plek, type[Any], int]]:
    for plek, veldvorm in veldplekken(soort):
        item, grens = veldvorm.vorm.item, veldvorm.veld.max_aantal
        if item is not None and item.soort is Soort.OBJECT and grens > KORT:
            assert item.klasse is not None
            yield plek, item.klasse, grens


@pytest.mark.parametrize("soort", DOCUMENTEN)
def test_elk_veld_weg_of_te_veel(soort: str) -> None:
    """A member may be left out exactly when it is optional, and no other may be added."""
    for plek, veldvorm in veldplekken(soort):
        document = _voorbeelddocument(soort, plek)
        boven: Any = document
        for stap in plek[:-1]:
            boven = boven[stap]
        zonder = {naam: deel for naam, deel in boven.items() if naam != veldvorm.naam}
        assert _oordeel(soort, met(document, plek[:-1], zonder)) is not veldvorm.verplicht
        extra = {**boven, f"{veldvorm.naam}_": boven[veldvorm.naam]}
        assert not _oordeel(soort, met(document, plek[:-1], extra))


@pytest.mark.parametrize("soort", DOCUMENTEN)
@pytest.mark.parametrize("kop", ["soort", "schema_versie"])
@pytest.mark.parametrize("waarde", [None, 0.1, "", "0.1\n", "0.10", "dossiers", ["dossier"], {}])
def test_kop_van_een_document(soort: str, kop: str, waarde: Any) -> None:
    """A document without the right `soort` or `schema_versie` passes nowhere."""
    document = _voorbeelddocument(soort)
    assert not _oordeel(soort, {**document, kop: waarde})
    del document[kop]
    assert not _oordeel(soort, document)


@pytest.mark.parametrize("soort", DOCUMENTEN)
@pytest.mark.parametrize("document", [None, True, 0, 1.5, "dossier", [], [{}], {}])
def test_geen_object(soort: str, document: Any) -> None:
    """What is not an object, or an empty one, passes nowhere."""
    assert not _oordeel(soort, document)


@pytest.mark.parametrize(
    ("getal", "goed"),
    [
        ("5933", True),
        ("5933.0", True),
        ("5.933e3", True),
        ("5.933E+3", True),
        ("593300e-2", True),
        ("0", True),
        ("-0", True),
        ("-0.0", True),
        ("0e9", True),
        ("59.33", False),
        ("5933.0000001", False),
        ("-1", False),
        ("1e-9", False),
        ("99999999", True),
        ("100000000", False),
        ("1e8", False),
        ("9007199254740992", False),
        ("9007199254740993", False),
        ("9007199254740993.0", False),
        ("1e300", False),
        ("1" + "0" * 40, False),
        ('"5933"', False),
        ("true", False),
        ("null", False),
    ],
)
def test_getallen_zoals_geschreven(getal: str, goed: bool) -> None:
    """An integer is mathematical: however it is written, all judges read the same number."""
    document = _voorbeelddocument("declaratie")
    plek = ("declaratieregels", 0, "tarief_eurocent")
    tekst = json.dumps(met(document, plek, "HIER")).replace('"HIER"', getal)
    assert _oordeel("declaratie", json.loads(tekst)) is goed


def test_getal_buiten_elk_bereik() -> None:
    """A number that overflows a double passes nowhere; jsonschema-rs cannot hold it at all."""
    document = _voorbeelddocument("declaratie")
    gevonden = met(document, ("declaratieregels", 0, "aantal"), json.loads("1e400"))
    assert not _convert(gevonden)
    assert not schema.validator("declaratie").is_valid(gevonden)
