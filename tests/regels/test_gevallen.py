"""The conformance cases: for every rule, documents with what that rule must say of them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from geboortezorg import Context, dump, load, validate
from geboortezorg.convert import structureer_document
from geboortezorg.regels.register import PER_CODE, REGELS
from geboortezorg.tabellen import shipped

MAP = Path(__file__).parents[2] / "schemas" / "0.1" / "conformance"
BESTANDEN = sorted(MAP.glob("GZ-*.json"))
MANIFEST = json.loads((MAP / "manifest.json").read_bytes())
WERELD = shipped().select(
    *(
        naam
        for rij in MANIFEST["tabellen"]
        if not (naam := Path(rij["pad"]).stem).startswith("norm-")
    )
)
"""The tables that the manifest names, as another implementation reads it, and no others."""


def _lees(bestand: Path) -> dict[str, Any]:
    inhoud: dict[str, Any] = json.loads(bestand.read_bytes())
    return inhoud


ALLE = [(bestand.stem, geval) for bestand in BESTANDEN for geval in _lees(bestand)["gevallen"]]
"""Every case, with the code of its rule."""
GEVALLEN = [pytest.param(code, geval, id=f"{code}-{geval['naam']}") for code, geval in ALLE]


def _gesorteerd(bevindingen: list[dict[str, str]]) -> list[list[str]]:
    return sorted(sorted(bevinding.values()) for bevinding in bevindingen)


def _past(patroon: str, pad: str) -> bool:
    """Say whether a pointer is one that the rule says it may report on."""
    if patroon == "*":
        return True
    return re.fullmatch(re.escape(patroon).replace(r"\*", "[0-9*]+"), pad) is not None


@pytest.mark.parametrize(("code", "geval"), GEVALLEN)
def test_geval(code: str, geval: dict[str, Any]) -> None:
    """The rule gives exactly the findings of the case, and its outcome."""
    context = Context(tabellen=WERELD)
    if "context" in geval:
        context = Context.uit_document(structureer_document(geval["context"]), basis=WERELD)
    rapport = validate(geval["document"], context=context)
    gevonden = [
        {
            "code": bevinding.code,
            "pad": plaats,
            "uitkomst": bevinding.uitkomst.value,
            "ernst": bevinding.ernst.value,
            "reden": bevinding.reden,
        }
        for bevinding in rapport.van(code)
        for plaats in bevinding.plaatsen
    ]
    assert _gesorteerd(gevonden) == _gesorteerd(geval["verwacht"]["bevindingen"])
    assert load(dump(rapport)) == rapport
    assert rapport.uitkomst(code) == geval["verwacht"]["uitkomst"]
    for bevinding in rapport.bevindingen:
        regel = PER_CODE[bevinding.code]
        for plaats in bevinding.plaatsen:
            assert any(_past(patroon, plaats) for patroon in regel.velden)
        assert re.search(r"\{[a-z_]+\}", bevinding.tekst + bevinding.tekst_en) is None


@pytest.mark.parametrize("bestand", BESTANDEN, ids=lambda bestand: str(bestand.stem))
def test_bestand(bestand: Path) -> None:
    """Each file is of one existing rule, with two valid and two invalid cases, named once."""
    inhoud = _lees(bestand)
    assert inhoud["code"] == bestand.stem
    assert inhoud["code"] in PER_CODE
    namen = [geval["naam"] for geval in inhoud["gevallen"]]
    assert len(set(namen)) == len(namen)
    assert sum(naam.startswith("geldig-") for naam in namen) >= 2
    assert sum(naam.startswith("ongeldig-") for naam in namen) >= 2
    assert all(geval["toelichting"].endswith(".") for geval in inhoud["gevallen"])
    for geval in inhoud["gevallen"]:
        if geval["naam"].startswith("geldig-"):
            assert geval["verwacht"]["uitkomst"] in {"voldaan", "niet_van_toepassing"}
        else:
            assert geval["verwacht"]["uitkomst"] in {"geschonden", "niet_beoordeeld"}


def test_elke_regel_heeft_gevallen() -> None:
    """No rule is without cases; whether input can be read at all is no matter of documents."""
    assert {bestand.stem for bestand in BESTANDEN} == {
        regel.code for regel in REGELS if regel.code != "GZ-INVOER-001"
    }


def test_elke_reden_komt_voor() -> None:
    """Every case that a rule can report is reported by at least one of the cases."""
    gezien = {
        (bevinding["code"], bevinding["reden"])
        for bestand in BESTANDEN
        for geval in _lees(bestand)["gevallen"]
        for bevinding in geval["verwacht"]["bevindingen"]
    }
    alle = {
        (regel.code, reden)
        for regel in REGELS
        if regel.code != "GZ-INVOER-001"
        for reden in regel.redenen
    }
    alle.remove(("GZ-VORM-001", "rijen"))  # is said of rows, before there is a document
    assert alle - gezien == set()
