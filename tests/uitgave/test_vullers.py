"""What fills objects is written beforehand: it does what attrs would, and the committed file is right."""

import inspect
import runpy
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from types import FunctionType
from typing import Any, get_type_hints

import attrs
import pytest

from geboortezorg import bevroren
from geboortezorg.bron import Verificatie
from geboortezorg.regels.context import Context
from geboortezorg.regels.regel import Regel
from geboortezorg.regels.register import REGELS
from geboortezorg.tabellen import shipped
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


@attrs.frozen(kw_only=True)
class Anders:
    """Fields that ask more than to be filled."""

    keurt: int = attrs.field(validator=attrs.validators.ge(1))
    maakt: int = attrs.field(converter=int)
    zonder_naam: list[int] = attrs.field(factory=lambda: [1])
    zonder_naam_in_de_klasse: int = attrs.field(
        default=attrs.Factory(lambda self: 1 + self.keurt, takes_self=True)
    )


@pytest.mark.parametrize("veld", attrs.fields(Anders), ids=lambda veld: str(veld.name))
def test_wat_attrs_moet_maken(veld: Any) -> None:
    """A class that does more than fill its fields has no place here."""
    with pytest.raises(TypeError, match="Anders"):
        vullers._waarde(Anders, veld)


BIJZONDER: dict[str, Callable[[], dict[str, Any]]] = {
    "Context": lambda: {"beoordelingsdatum": date(2024, 1, 1)},
    "Regel": lambda: {
        str(veld.alias): getattr(REGELS[0], veld.name) for veld in attrs.fields(Regel) if veld.init
    },
    "Tabellen": lambda: {"basis": shipped().basis},
}
"""What is given to classes that look at it."""

ZELFDE = """
import inspect
from importlib import import_module
from attrs import NOTHING
from geboortezorg import bevroren

def vorm(init):
    delen = inspect.signature(init).parameters.values()
    return [(p.name, p.kind, NOTHING if p.default is NotImplemented else p.default) for p in delen]

klassen = {
    naam: getattr(import_module(naam.rpartition(".")[0]), naam.rpartition(".")[2])
    for naam in bevroren.VULLERS
}
geschreven = {naam: bevroren._geschreven(klasse) for naam, klasse in klassen.items()}
for naam, klasse in klassen.items():  # attrs makes a class below another one with that other one
    init = geschreven[naam]
    bevroren._maak_af(klasse)
    assert vorm(init) == vorm(klasse.__init__), naam
    assert init.__annotations__ == klasse.__init__.__annotations__, naam
    assert bevroren._geschreven(klasse) is None
"""


def klasse_van(naam: str) -> Any:
    """Return the class of which this is the whole name."""
    module, _, deel = naam.rpartition(".")
    return getattr(import_module(module), deel)


def test_neemt_wat_attrs_neemt() -> None:
    """What was written takes the same arguments, of the same types and with the same defaults."""
    subprocess.run(  # noqa: S603 - our own interpreter; there the classes are not made yet
        [sys.executable, "-c", ZELFDE], check=True
    )


@pytest.mark.parametrize("naam", VULLERS)
def test_vult_als_attrs(naam: str) -> None:
    """It fills the same fields with the same values, also with those that are not given."""
    klasse = klasse_van(naam)
    bevroren._maak_af(klasse)
    vul: Any = VULLERS[naam]
    ruimte = vars(sys.modules[klasse.__module__])
    init = FunctionType(vul.__code__, ruimte, argdefs=vul.__defaults__)
    # Where attrs is not imported, another thing says that nothing was given.
    init.__kwdefaults__ = {
        naam: NotImplemented if waarde is attrs.NOTHING else waarde
        for naam, waarde in (klasse.__init__.__kwdefaults__ or {}).items()
    }
    moet = {
        p.name: object()
        for p in inspect.signature(klasse).parameters.values()
        if p.default is inspect.Parameter.empty
    }
    alles = {p: object() for p in inspect.signature(klasse).parameters}
    bijzonder = BIJZONDER.get(klasse.__name__)
    for gegeven in (moet, alles) if bijzonder is None else (bijzonder(),):
        een, ander = klasse.__new__(klasse), klasse(**gegeven)
        init(een, **gegeven)
        for veld in attrs.fields(klasse):
            waarde = getattr(een, veld.name)
            if not veld.init and veld.default is attrs.NOTHING:
                assert type(waarde) is type(getattr(ander, veld.name))
            elif type(veld.default) is attrs.Factory:
                assert waarde == getattr(ander, veld.name)
            else:
                assert waarde is getattr(ander, veld.name)


def test_een_eigen_woordenboek_voor_elk() -> None:
    """What an object keeps to itself is not shared with another."""
    een, ander = Context(), Context()
    assert een._gedeeld is not ander._gedeeld


def test_anders() -> None:
    """It does what `attrs.evolve` does: what is not given stays, and what follows is worked out."""
    regel = REGELS[0]
    nieuw = bevroren.anders(regel, nodig=(), versie=regel.versie + 1)
    assert nieuw == attrs.evolve(regel, nodig=(), versie=regel.versie + 1) != regel
    bron = attrs.evolve(regel.bron, verificatie=Verificatie.AFGELEID)
    assert bevroren.anders(regel, bronnen=(bron,)).verificatie is Verificatie.AFGELEID


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
