"""Every concept of the letter is covered by things that exist."""

import importlib
import pkgutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

import geboortezorg.model
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels.register import PER_CODE, REGELS

DEKKING: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "docs" / "dekking.toml").read_text("utf-8")
)

MODELLEN = {
    naam
    for module in pkgutil.iter_modules(geboortezorg.model.__path__)
    for naam in vars(importlib.import_module(f"geboortezorg.model.{module.name}"))
}


def test_alle_vijfentwintig() -> None:
    """The letter has the concepts K1 to K25."""
    assert list(DEKKING) == [f"K{nummer}" for nummer in range(1, 26)]


@pytest.mark.parametrize("nummer", DEKKING)
def test_wat_genoemd_is_bestaat(nummer: str) -> None:
    """Each row names a kind of document, a model and a rule at least, and all of them exist."""
    rij = DEKKING[nummer]
    assert rij["soorten"]
    assert rij["modellen"]
    assert rij["regels"]
    assert rij["weggelaten"].endswith(".")
    assert set(rij["soorten"]) <= set(DOCUMENTEN)
    assert set(rij["modellen"]) <= MODELLEN
    assert set(rij["regels"]) <= set(PER_CODE)
    for functie in rij.get("functies", []):
        module, _, naam = functie.partition(":")
        assert callable(getattr(importlib.import_module(module), naam))


@pytest.mark.parametrize("regel", REGELS, ids=lambda regel: str(regel.code))
def test_regel_uit_de_brief_staat_in_de_tabel(regel: Any) -> None:
    """A rule whose source is the letter stands in the row of at least one of its concepts."""
    nummers = {
        deel
        for bron in regel.bronnen
        if bron.nummer is not None and "32279" in bron.nummer
        for deel in (bron.artikel or "").replace(",", " ").split()
        if deel in DEKKING
    }
    assert not nummers or any(regel.code in DEKKING[nummer]["regels"] for nummer in nummers)
