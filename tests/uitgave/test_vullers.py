"""What fills objects is written beforehand: it does what attrs would, and the committed file is right."""

import inspect
import runpy
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, get_type_hints

import attrs
import pytest

from geboortezorg import bevroren
from geboortezorg.uitgave import vullers
from geboortezorg.vullers import VULLERS


def test_bijgewerkt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file of this project is up to date; one that is not is named, or made anew."""
    assert vullers.main(["--controle"]) == 0
    pad = tmp_path / "vullers.py"
    assert vullers.main(["--controle"], pad) == 1
    assert not pad.exists()
    assert vullers.main([], pad) == 0
    assert pad.read_bytes() == vullers.PAD.read_bytes()
    assert capsys.readouterr().out == "not up to date: vullers.py\nwrote: vullers.py\n"
    assert vullers.main(["--controle"], pad) == 0


def test_als_opdracht(monkeypatch: pytest.MonkeyPatch) -> None:
    """The module is a command."""
    monkeypatch.setattr(sys, "argv", ["vullers", "--controle"])
    monkeypatch.delitem(sys.modules, "geboortezorg.uitgave.vullers")
    with pytest.raises(SystemExit) as einde:
        runpy.run_module("geboortezorg.uitgave.vullers", run_name="__main__")
    assert einde.value.code == 0


@pytest.mark.parametrize(
    ("module", "naam"),
    [
        ("tabellen.tabellen", "Tabellen"),  # checks itself when it is made
        ("tabellen.herkomst", "Herkomst"),  # a new mapping for each
        ("tabellen.antwoord", "Onbekend"),  # a field that is not given
    ],
)
def test_wat_attrs_moet_maken(module: str, naam: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A class that does more than fill its fields has no place here."""
    monkeypatch.setattr(vullers, "KLASSEN", {module: naam})
    with pytest.raises(TypeError, match=naam):
        vullers.tekst()

    @attrs.frozen
    class Weigert:
        """It refuses some values."""

        aantal: int = attrs.field(validator=attrs.validators.ge(1))

    with pytest.raises(TypeError, match="Weigert"):
        vullers._functie(Weigert, "_weigert")


def _vorm(functie: Any) -> list[tuple[Any, ...]]:
    return [(p.name, p.kind, p.default) for p in inspect.signature(functie).parameters.values()]


@pytest.mark.parametrize("naam", VULLERS)
def test_zoals_attrs(naam: str) -> None:
    """It takes the same arguments, and fills the same fields."""
    module, _, deel = naam.rpartition(".")
    klasse = getattr(import_module(module), deel)
    bevroren._maak_af(klasse)
    vul: Any = VULLERS[naam]
    assert _vorm(vul) == _vorm(klasse.__init__)
    gegeven = {p.name: object() for p in [*inspect.signature(klasse).parameters.values()]}
    een, ander = klasse.__new__(klasse), klasse(**gegeven)
    vul(een, **gegeven)
    for veld in attrs.fields(klasse):
        assert getattr(een, veld.name) is getattr(ander, veld.name)


def _klasse(maak: Any) -> Any:
    class Boven:
        """Its fields are filled first."""

        naam: str

    later = {"_later": None, "__annotations__": {"_later": Path | None}}
    onder = type("Onder", (maak(kw_only=True)(Boven),), {**later, "__module__": __name__})
    return maak(kw_only=True)(onder)


def _vul(self: Any, *, naam: Any, later: Any = None) -> None:
    zet = object.__setattr__.__get__(self)
    zet("naam", naam)
    zet("_later", later)


def test_een_object_maakt_de_klasse_niet(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was written beforehand stands on the class as attrs would put it there."""
    ons, van_attrs = _klasse(bevroren.bevroren), _klasse(attrs.frozen)
    monkeypatch.setitem(VULLERS, f"{ons.__module__}.{ons.__qualname__}", _vul)
    een = ons(naam="a", later=Path("b"))
    assert (een.naam, een._later, ons(naam="a")._later) == ("a", Path("b"), None)
    assert {ons, ons.__bases__[0]} <= bevroren._WACHT.keys()
    assert ons.__init__.__code__ is _vul.__code__
    for klasse in (ons, van_attrs):
        assert get_type_hints(klasse.__init__) == {
            "naam": str,
            "later": Path | None,
            "return": type(None),
        }
        assert klasse.__init__.__qualname__.endswith("Onder.__init__")
        assert str(inspect.signature(klasse)) == str(inspect.signature(van_attrs))
    with pytest.raises(TypeError, match=r"Onder\.__init__\(\)"):
        ons()
    assert attrs.evolve(een, naam="c") == ons(naam="c", later=Path("b"))
    assert ons not in bevroren._WACHT
    assert ons.__init__.__code__ is not _vul.__code__


def test_voor_andere_velden_geschreven(monkeypatch: pytest.MonkeyPatch) -> None:
    """A class that got another field since is made by attrs."""
    ons = _klasse(bevroren.bevroren)

    def vul(self: Any, *, naam: Any) -> None:
        raise AssertionError

    monkeypatch.setitem(VULLERS, f"{ons.__module__}.{ons.__qualname__}", vul)
    assert ons(naam="a")._later is None
    assert ons not in bevroren._WACHT


def test_wie_de_klasse_vraagt_krijgt_wat_attrs_maakt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before there is an object, and also for what `inspect` of a later Python does."""
    for vraag in (inspect.signature, lambda k: vars(k)["__init__"].__get__(k, type(k))):
        ons = _klasse(bevroren.bevroren)
        monkeypatch.setitem(VULLERS, f"{ons.__module__}.{ons.__qualname__}", _vul)
        assert vraag(ons)
        assert ons not in bevroren._WACHT
