"""The sources that no row of a table holds."""

import ast
from pathlib import Path

import pytest

import geboortezorg
from geboortezorg.bron import Verificatie
from geboortezorg.tabellen import pakket
from geboortezorg.tabellen.bronnen import bron, bronnen

PAKKET = Path(geboortezorg.__file__).parent


def test_een_bron() -> None:
    """A source is found by its name, with all that is known of it; another name is an error."""
    assert bron("knov-peildata").verificatie is Verificatie.OFFICIEEL
    with pytest.raises(KeyError):
        bron("bestaat-niet")


def test_elke_bron_staat_eenmaal() -> None:
    """No two files have a source of one name, and every source is used by somebody."""
    koppen = [
        tekstregel.strip("[]")
        for _, data in pakket.bestanden("bronnen")
        for tekstregel in data.decode().split("\n")
        if tekstregel.startswith("[")
    ]
    assert sorted(koppen) == sorted(bronnen())
    code = "".join(pad.read_text("utf-8") for pad in PAKKET.rglob("*.py"))
    assert [naam for naam in koppen if f'bron("{naam}")' not in code] == []


def test_geen_bron_staat_in_de_code() -> None:
    """Rules and computations ask for a source by its name; they describe none."""
    for map_ in ("regels", "berekening", "zorggeval"):
        for pad in (PAKKET / map_).rglob("*.py"):
            for knoop in ast.walk(ast.parse(pad.read_text("utf-8"))):
                beschrijft = isinstance(knoop, ast.Call) and ast.unparse(knoop.func) == "Bron"
                assert not beschrijft, f"{pad.name}: put this source in tabellen/data/bronnen"
