"""What is made on first use: names of packages, classes of kinds, values of a mapping."""

from importlib import import_module
from types import ModuleType
from typing import Any, get_args

import pytest

import geboortezorg
from geboortezorg import documenten, model, tabellen, validation
from geboortezorg.documenten import DOCUMENTEN, SOORTEN
from geboortezorg.lui import Luikaart
from geboortezorg.model.dossier import Dossier


@pytest.mark.parametrize("pakket", [geboortezorg, model, tabellen], ids=lambda p: str(p.__name__))
def test_elke_naam_van_een_pakket(pakket: ModuleType) -> None:
    """Every public name can be fetched and is listed; another one is no attribute."""
    for naam in pakket.__all__:
        assert getattr(pakket, naam) is not None
    assert set(pakket.__all__) <= set(dir(pakket))
    with pytest.raises(
        AttributeError, match=f"module '{pakket.__name__}' has no attribute 'niets'"
    ):
        _ = pakket.niets


def test_elke_naam_wordt_gehaald_waar_hij_staat() -> None:
    """No name is fetched that is not public, nor one that is there already."""
    for naam in model.__all__:
        waar = getattr(model, naam).__module__
        assert getattr(import_module(waar), naam) is getattr(model, naam)


def test_luikaart() -> None:
    """A value is made once, when it is read; what has no key is never made."""
    gemaakt: list[str] = []

    def maak(sleutel: str) -> str:
        gemaakt.append(sleutel)
        return sleutel.upper()

    kaart = Luikaart(("a", "b"), maak)
    assert (list(kaart), len(kaart), "a" in kaart, "c" in kaart) == (["a", "b"], 2, True, False)
    assert gemaakt == []
    assert [kaart["b"], kaart["b"], kaart.get("c")] == ["B", "B", None]
    assert gemaakt == ["b"]
    with pytest.raises(KeyError, match="c"):
        kaart["c"]
    assert dict(kaart) == {"a": "A", "b": "B"}


def test_soorten_en_documenten_zijn_elkaars_omgekeerde() -> None:
    """Every class is found by its name, and its name by the class itself, not by one like it."""
    assert {SOORTEN[klasse]: klasse for klasse in SOORTEN} == dict(DOCUMENTEN)
    assert len(SOORTEN) == len(DOCUMENTEN)
    assert SOORTEN[Dossier] == SOORTEN[DOCUMENTEN["dossier"]] == "dossier"
    assert get_args(documenten.Document) == tuple(DOCUMENTEN.values())
    lijkt_erop = type("Dossier", (), {"__module__": Dossier.__module__})
    vreemd: tuple[Any, ...] = (lijkt_erop, str, Any)
    assert not any(klasse in SOORTEN for klasse in vreemd)


@pytest.mark.parametrize("module", [documenten, validation])
def test_een_vereniging_wordt_gemaakt_als_iemand_haar_vraagt(module: ModuleType) -> None:
    """Nothing else is made for who asks for a name that is not there."""
    assert set(get_args(documenten.Document)) < set(get_args(documenten.Invoer))
    with pytest.raises(AttributeError, match="iets_anders"):
        _ = module.iets_anders
