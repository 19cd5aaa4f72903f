"""A class that asks for more than our own do is made by attrs at once: its answers are those of attrs."""

import abc
from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import Any, ClassVar

import attrs
import pytest

from geboortezorg import bevroren as module

ONS: Any = SimpleNamespace(
    attrs=module.attrs, frozen=module.bevroren, define=module.veranderlijk, evolve=module.anders
)
VAN_ATTRS: Any = SimpleNamespace(
    attrs=attrs, frozen=attrs.frozen, define=attrs.define, evolve=attrs.evolve
)


class Boven:
    """What stands above a class."""

    @property
    def naam(self) -> str:
        """Give a name."""
        return "boven"

    @classmethod
    def soort(cls) -> str:
        """Give a kind."""
        return "soort"


def _klasse(maak: Any, *boven: type[Any], **leden: Any) -> Any:
    return maak(type("Ding", boven, {"__annotations__": {"een": Any}, **leden}))


def _van_de_klasse(m: Any) -> Any:
    namen = {"een": int, "alle": ClassVar[int]}
    ding = _klasse(m.frozen, __annotations__=namen, alle=3)
    return ding.alle, ding.__slots__, ding(1)


def _abstract(m: Any) -> Any:
    @m.frozen
    class Ding(metaclass=abc.ABCMeta):
        een: int

        @abc.abstractmethod
        def doe(self) -> None: ...

    ding: Any = Ding
    return type(ding), ding(1)


def _eigenschap_erboven(m: Any) -> Any:
    @m.frozen
    class Ding(Boven):
        een: int

        @property
        def naam(self) -> str:
            return f"onder {super().naam}"

    ding: Any = Ding
    return ding(1).naam


def _van_klasse_erboven(m: Any) -> Any:
    @m.frozen
    class Ding(Boven):
        een: int

        @classmethod
        def soort(cls) -> str:
            return f"onder {super().soort()}"

    return Ding.soort()


def _niet_negatief(_ding: Any, _veld: Any, waarde: int) -> None:
    if waarde < 0:
        raise ValueError("negatief")


def _niet_oneven(_ding: Any, _veld: Any, waarde: int) -> None:
    if waarde % 2:
        raise ValueError("oneven")


def _gekeurd(m: Any) -> Any:
    @m.frozen
    class Ding:
        een: Any = m.attrs.field(converter=int)
        twee: Any = m.attrs.field(default=2, validator=m.attrs.validators.ge(0))
        vier: Any = m.attrs.field(default=0, validator=[m.attrs.validators.ge(0)])
        drie: list[int] = m.attrs.Factory(list)

        _positief = een.validator(_niet_negatief)
        _even = vier.validator(twee.validator(_niet_oneven))

    ding: Any = Ding
    waarden = ((-1,), (1, 3), (1, -2), (1, 2, 3), (1, 2, -2))
    return ding("1"), [_poging(partial(ding, *w)) for w in waarden]


def _anders_gezet(m: Any) -> Any:
    ding = _klasse(m.define, een=m.attrs.field(converter=int))("1")
    ding.een = "2"
    return ding


def _vergeleken(m: Any) -> Any:
    ding = _klasse(m.frozen, een=m.attrs.field(eq=str.lower))
    return ding("A") == ding("a"), hash(ding("A")) == hash(ding("a"))


def _begin(zelf: Any, een: int) -> None:
    zelf.__attrs_init__(een + 1)


def _gehasht(ding: Any) -> Any:
    return hash(ding(1)) == hash(ding(1)), hash(ding(1)) == 3


def _rond(m: Any) -> Any:
    ding = _klasse(m.frozen)([])
    ding.een.append(ding)
    return ding


GEVALLEN: dict[str, Callable[[Any], Any]] = {
    "abstract": _abstract,
    "anders gezet": _anders_gezet,
    "eigen begin": lambda m: _klasse(m.frozen, __init__=_begin)(1),
    "eigen hash": lambda m: _gehasht(_klasse(m.frozen, __hash__=lambda _: 3)),
    "eigen ongelijk": lambda m: _klasse(m.frozen, __ne__=lambda *_: 5)(1) != 1,
    "eigen zetten": lambda m: _klasse(m.frozen, __setattr__=lambda *_: None),
    "eigenschap erboven": _eigenschap_erboven,
    "fout": lambda m: _klasse(m.frozen, Exception)(1) == _klasse(m.frozen, Exception)(1),
    "gekeurd": _gekeurd,
    "hash onthouden": lambda m: _gehasht(_klasse(m.frozen(cache_hash=True))),
    "onder een bevroren": lambda m: _gehasht(_klasse(m.define, _klasse(m.frozen))),
    "rond": _rond,
    "toont anders": lambda m: _klasse(m.frozen, een=m.attrs.field(repr=lambda _: "*"))(1),
    "van de klasse": _van_de_klasse,
    "van klasse erboven": _van_klasse_erboven,
    "vergeleken": _vergeleken,
    "zetten met haak": lambda m: _klasse(m.define(on_setattr=m.attrs.setters.frozen)),
    "zonder plaatsen": lambda m: vars(_klasse(m.frozen(slots=False))(1)),
}


def _poging(doe: Callable[[], Any]) -> str:
    try:
        return repr(doe())
    except (AttributeError, RecursionError, TypeError, ValueError) as fout:
        return f"{type(fout).__name__}: {fout}"


@pytest.mark.parametrize("naam", GEVALLEN)
def test_zoals_attrs(naam: str) -> None:
    """Whatever a class asks for, it is as attrs makes it, and so is what goes wrong."""
    geval = GEVALLEN[naam]
    assert _poging(lambda: geval(ONS)) == _poging(lambda: geval(VAN_ATTRS))
