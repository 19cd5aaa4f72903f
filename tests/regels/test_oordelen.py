"""The conformance cases of a whole verdict, and the gaps that are known."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.regels.test_gevallen import WERELD

from geboortezorg import Context, validate
from geboortezorg.convert import structureer_document

MAP = Path(__file__).parents[2] / "schemas" / "0.1" / "conformance"
MANIFEST = json.loads((MAP / "manifest.json").read_bytes())
GEVALLEN: list[dict[str, Any]] = [
    geval
    for rij in MANIFEST["oordelen"]
    for geval in json.loads((MAP / rij["pad"]).read_bytes())["gevallen"]
]


def _oordeel(geval: dict[str, Any]) -> str:
    if "context" not in geval:
        return validate(geval["document"], context=Context(tabellen=WERELD)).oordeel.value
    try:
        context = Context.uit_document(structureer_document(geval["context"]), basis=WERELD)
    except ValueError:  # who refuses what a document is judged by, refuses the document
        return "afgekeurd"
    return validate(geval["document"], context=context).oordeel.value


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: str(geval["naam"]))
def test_oordeel(geval: dict[str, Any]) -> None:
    """The verdict is one of those that are right, unless the case is listed as a known gap."""
    goed = _oordeel(geval) in geval["verwacht"]["oordeel_in"]
    if geval["naam"] in MANIFEST["hiaten"]:
        assert not goed, "a gap no longer: run python3 dev.py bijwerken"
    else:
        assert goed


def test_namen() -> None:
    """A name says whether the document is honest, occurs once, and every gap is a case."""
    namen = [geval["naam"] for geval in GEVALLEN]
    assert len(set(namen)) == len(namen)
    assert set(MANIFEST["hiaten"]) <= set(namen)
    for geval in GEVALLEN:
        eerlijk = "akkoord" in geval["verwacht"]["oordeel_in"]
        assert geval["naam"].startswith("eerlijk-" if eerlijk else "onterecht-")
        assert geval["toelichting"].endswith(".")
