"""The schema of a koppeling: it takes what the reader takes, and refuses what has another shape."""

from typing import Any

import pytest
from tests.lijnen.test_koppeling import GOED

from geboortezorg.lijnen import KoppelingFout, load_mapping
from geboortezorg.lijnen.leden import SOORTEN, leden, lijsten
from geboortezorg.schema import BASIS, get, validator
from geboortezorg.uitgave.koppeling import PAD, bouw

KEURING = validator("koppeling")


def genest(namen: dict[str, Any]) -> dict[str, Any]:
    """Return names with dots as objects in objects."""
    uit: dict[str, Any] = {}
    for naam, waarde in namen.items():
        *boven, laatste = naam.split(".")
        hier = uit
        for deel in boven:
            hier = hier.setdefault(deel, {})
        hier[laatste] = waarde
    return uit


def test_gepubliceerd() -> None:
    """It has its own place and both languages at every member."""
    assert bouw()["$id"] == BASIS + PAD
    toegelicht = get("koppeling", toegelicht=True)
    assert toegelicht["x-omschrijving-nl"].startswith("Welke kolom")
    lid = toegelicht["$defs"]["KolommenDeclaratieregel"]["properties"]["aantal"]
    assert {"description", "x-titel-nl"} <= lid.keys()


@pytest.mark.parametrize("soort", SOORTEN)
def test_elk_lid(soort: str) -> None:
    """Every member that a column can fill fits, below the one that it is of or with a dot."""
    alle = dict.fromkeys(leden(soort), "Titel")
    sleutels = {naam: ["Nr"] for naam in lijsten(soort) if naam != "declaratieregels"}
    for kolommen in (alle, genest(alle)):
        KEURING.validate(
            {
                "soort": "koppeling",
                "schema_versie": "0.1",
                "document_soort": soort,
                "groep": ["Nr"],
                "kolommen": kolommen,
                "vast": dict.fromkeys(alle, True),
                "waarden": genest({naam: {"+": "D"} for naam in alle}),
                "sleutels": sleutels,
                "kopregel": 3,
                "gesorteerd": True,
            }
        )


@pytest.mark.parametrize(
    "anders",
    [
        {"soort": "dossier"},
        {"document_soort": "vsv"},
        {"groep": []},
        {"groep": [" "]},
        {"kolommen": {}},
        {"kolommen": {"onzin": "a"}},
        {"kolommen": {"iban": ""}},
        {"kolommen": {"iban": 1}},
        {"vast": {"iban": 1.5}},
        {"waarden": {"factuurnummer": {"a": 1}}},
        {"datumvormen": {"iban": "DD-MM-JJJJ"}},
        {"datumvormen": {"factuurdatum": "DD-MM-JJ"}},
        {"sleutels": {"declaratieregels": ["Ref"]}},
        {"kopregel": 0},
        {"gesorteerd": 1},
        {"codering": "ebcdic"},
        {"onzin": 1},
    ],
)
def test_wat_beide_weigeren(anders: dict[str, Any]) -> None:
    """What has another shape is refused by the schema, as it is by the reader."""
    assert KEURING.is_valid(GOED)
    assert not KEURING.is_valid(GOED | anders)
    with pytest.raises(KoppelingFout):
        load_mapping(GOED | anders)
