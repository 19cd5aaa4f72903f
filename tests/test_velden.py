"""What a class asks of its fields is read as attrs reads it, and handed on to attrs."""

import inspect
import subprocess
import sys
from datetime import date
from typing import Any

import attrs
import pytest

from geboortezorg import bevroren as module
from geboortezorg.bevroren import anders, bevroren, velden
from geboortezorg.tijd import Periode


def _met_alles(maak: Any) -> Any:
    """Return a class below another, with every kind of field that there is."""
    veld: Any = attrs.field if maak is attrs.frozen else module.attrs.field

    class Grond:
        nul: int = 0  # no field: attrs has nothing to do with this class

    @maak
    class Boven(Grond):
        een: int
        _twee: int = veld(default=2)
        drie: int = veld(default=3, kw_only=True)

    @maak(kw_only=True)
    class Midden(Boven):
        een: int = 0

    @maak(kw_only=True)
    class Onder(Midden):
        vier: list[int] = veld(factory=list)
        een: int = veld(default=1, metadata={"van": "onder"})
        vijf: int = veld(alias="cinq")
        zes: Any = veld(init=False)
        zeven: int = veld(eq=False, repr=False)
        maak_zes = zes.default(lambda _: 6)

    return Onder


@pytest.mark.parametrize("al_gemaakt", [False, True])
def test_velden_als_die_van_attrs(al_gemaakt: bool) -> None:
    """A field is read as attrs reads it, in its order, whether attrs has made the class or not."""
    ons, van_attrs = _met_alles(bevroren), _met_alles(attrs.frozen)
    if al_gemaakt:
        attrs.fields(ons)
    plekken = velden(ons)
    assert (ons in module._WACHT) is not al_gemaakt
    per_naam = {plek.naam: plek for plek in plekken}
    assert [*per_naam] == ["_twee", "drie", "vier", "een", "vijf", "zes", "zeven"]
    for veld in attrs.fields(van_attrs):
        plek = per_naam[veld.name]
        assert (plek.soort, plek.alias, plek.metadata) == (veld.type, veld.alias, veld.metadata)
        assert (plek.init, plek.eq, plek.repr) == (veld.init, veld.eq, veld.repr)
        assert plek.verplicht is (veld.default is attrs.NOTHING)
    assert [plek.standaard for plek in plekken][1:4:2] == [3, 1]
    assert velden(ons) is plekken


def test_gevraagd_zoals_attrs_het_kreeg() -> None:
    """What a class asked of its fields attrs is asked when it makes the class."""
    ons, van_attrs = _met_alles(bevroren), _met_alles(attrs.frozen)
    een, ander = (klasse(cinq=5, zeven=7) for klasse in (ons, van_attrs))
    assert repr(een) == repr(ander)
    assert str(inspect.signature(ons)) == str(inspect.signature(van_attrs))
    assert anders(een, een=8, twee=1) == attrs.evolve(een, een=8, twee=1) != een
    for veld, van in zip(attrs.fields(ons), attrs.fields(van_attrs), strict=True):
        assert (veld.name, veld.kw_only, veld.metadata) == (van.name, van.kw_only, van.metadata)


def test_anders_met_een_veld_dat_van_heet() -> None:
    """Whatever a field is called, another value can be given for it."""
    periode = Periode(van=date(2024, 1, 1), tot_en_met=date(2024, 1, 2))
    assert anders(periode, van=date(2023, 1, 1)).van == date(2023, 1, 1)


def test_een_veld_van_attrs_zelf() -> None:
    """A class that asked attrs itself for a field is made by attrs when its fields are asked for."""

    @bevroren
    class Gemengd:
        een: int = attrs.field(default=1)

    assert [(plek.naam, plek.standaard) for plek in velden(Gemengd)] == [("een", 1)]
    assert Gemengd not in module._WACHT


ELKE = """
import pkgutil
from importlib import import_module
import attrs
import geboortezorg
from geboortezorg import bevroren

for deel in "berekening batch convert ei fhir lijnen model nummers regels tabellen zorggeval".split():
    pakket = import_module(f"geboortezorg.{deel}")
    for module in pkgutil.walk_packages(pakket.__path__, f"{pakket.__name__}."):
        if module.name.rpartition(".")[2] not in ("arrow", "spark"):
            import_module(module.name)
klassen = [*bevroren._WACHT]
for klasse in klassen:
    plekken = bevroren.velden(klasse)
    velden = attrs.fields(klasse)
    namen = [(plek.naam, plek.soort, plek.alias, plek.init, plek.eq, plek.repr) for plek in plekken]
    assert namen == [(v.name, v.type, v.alias, v.init, v.eq, v.repr) for v in velden], klasse
    for plek, veld in zip(plekken, velden):
        assert plek.verplicht is (veld.default is attrs.NOTHING), (klasse, plek.naam)
        assert dict(plek.metadata) == dict(veld.metadata), (klasse, plek.naam)
        gemaakt = isinstance(veld.default, attrs.Factory)
        assert plek.verplicht or gemaakt or plek.standaard is veld.default, (klasse, plek.naam)
print(len(klassen))
"""


def test_elke_klasse_van_de_bibliotheek() -> None:
    """Of every class of the library the fields are read as attrs reads them."""
    gedaan = subprocess.run(  # noqa: S603 - our own interpreter; there no class is made yet
        [sys.executable, "-c", ELKE], check=True, capture_output=True, text=True
    )
    assert int(gedaan.stdout) > 150
