"""What is decided before any schema is asked: by the parser, and not the same in each language."""

import json
import math
import re
from pathlib import Path
from typing import Any

import pytest

from geboortezorg.convert import Invoerfout, Vormfouten, lees_document, ontleed
from geboortezorg.convert.invoer import zonder_dubbele_velden

HIER = Path(__file__).resolve().parent
BLADZIJDE = HIER.parent / "docs" / "uitleg" / "versies.md"
GEVALLEN: list[dict[str, Any]] = json.loads((HIER / "ontleden.json").read_bytes())


def als_bytes(geval: dict[str, Any]) -> bytes:
    """Return the bytes of a case."""
    if "diepte" in geval:
        return b"[" * int(geval["diepte"]) + b"]" * int(geval["diepte"])
    if "cijfers" in geval:
        return b"9" * int(geval["cijfers"])
    if "hex" in geval:
        return bytes.fromhex(geval["hex"])
    return str(geval["tekst"]).encode()


def _antwoord(data: bytes) -> str:
    """Say what the library does with the bytes, in the words of the cases."""
    try:
        waarde = ontleed(data)
        if isinstance(waarde, dict):
            zonder_dubbele_velden(data, len(waarde))
    except Invoerfout as fout:
        return fout.reden.value
    if isinstance(waarde, float):
        return "takes it as infinite" if math.isinf(waarde) else f"takes {waarde:.0f}"
    return "takes it exactly" if isinstance(waarde, int) else "takes it"


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: str(geval["naam"]))
def test_wat_python_doet(geval: dict[str, Any]) -> None:
    """The library refuses, or takes, as the case says; the reason is one of its own."""
    assert _antwoord(als_bytes(geval)) == geval["python"]


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: str(geval["naam"]))
def test_geen_document(geval: dict[str, Any]) -> None:
    """None of these is a document, whatever the parser makes of it."""
    with pytest.raises((Invoerfout, Vormfouten)):
        lees_document(als_bytes(geval))


def test_wat_json_van_python_doet() -> None:
    """Python's own `json` takes what the documentation says that it takes."""
    assert json.loads('{"a": 1, "a": 2}') == {"a": 2}
    assert json.loads(r'"\ud800"') == "\ud800"
    assert math.isnan(json.loads("NaN"))


def test_de_bladzijde_noemt_elk_geval() -> None:
    """The table in the documentation is the cases that are tested, row by row."""
    tekst = BLADZIJDE.read_text("utf-8")
    rijen = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \|$", tekst, re.MULTILINE)
    assert [rij for rij in rijen if not set("".join(rij)) <= set("- ")][1:] == [
        (g["naam"], _in_woorden(g["python"]), g["node"]) for g in GEVALLEN
    ]


def _in_woorden(antwoord: str) -> str:
    return antwoord if antwoord.startswith("takes") else f"refuses: `{antwoord}`"
