"""Classes of attrs, frozen or not, that attrs makes when they are first used.

For every class attrs works out its fields, makes a second class with slots, and compiles code that
makes, compares, hashes and shows its objects: that takes longer than all else when a process
starts, and most classes have no object there. So ``@bevroren(...)`` is ``@attrs.frozen(...)``, with
the same options and the same answers, but it only makes the class with slots. What attrs makes is
put on it when an object is made in the ordinary way, or when its fields are asked for; what compares
and hashes, when that is first done. ``@veranderlijk(...)`` is the same for ``@attrs.define(...)``.

What fills the objects of a class that a first report makes was written beforehand (`vullers.py`): there
attrs makes nothing until its fields are asked for.
"""

from collections.abc import Sequence
from functools import cache, cached_property, partial
from sys import modules
from types import FunctionType
from typing import TYPE_CHECKING, Any, Final, TypeVar, final

import attrs

from geboortezorg.vullers import VULLERS

__all__ = ["anders", "bevroren", "velden", "veranderlijk"]

T = TypeVar("T")

if TYPE_CHECKING:
    from attrs import define as veranderlijk
    from attrs import frozen as bevroren
else:

    def bevroren(klasse=None, **opties):
        """Make a class as `attrs.frozen` does."""
        return veranderlijk(klasse, frozen=True, on_setattr=None, **opties)

    def veranderlijk(klasse=None, **opties):
        """Make a class as `attrs.define` does, without what that does when a field is set anew."""
        if klasse is None:
            return partial(veranderlijk, **opties)
        # What a class has by itself attrs leaves alone, also when it was told to make it.
        if opties.get("eq", True) and "__eq__" not in vars(klasse):
            klasse.__eq__ = _gelijk
            klasse.__hash__ = _hash if opties.get("frozen") else None
        if opties.get("repr", True) and "__repr__" not in vars(klasse):
            klasse.__repr__ = _toon
        if any(map(_hoort_bij_de_klasse, vars(klasse).values())):
            return attrs.define(klasse, **opties)  # these attrs changes too
        return _met_plaatsen(klasse, opties)


def _hoort_bij_de_klasse(lid: object) -> bool:
    """Say whether a member is bound to the class as it was written: `super()` looks there."""
    code = getattr(lid, "__code__", None)
    return isinstance(lid, cached_property) or "__class__" in getattr(code, "co_freevars", ())


@final
class _Later:
    """Stands on a class for what attrs makes, until somebody asks for it."""

    __slots__ = ("naam",)

    def __init__(self, naam: str) -> None:
        self.naam = naam

    def __get__(self, obj: Any, soort: type[Any]) -> Any:
        van = obj if isinstance(obj, type) else soort
        klasse = _houder(van, self.naam, self)
        if vars(klasse).get(self.naam) is self and (
            self.naam != "__init__" or obj is None or van is obj or not _vul(klasse)
        ):
            _maak_af(klasse)
        # From that class on: a class below it may have one of its own, which asked for this one.
        for deel in van.__mro__[van.__mro__.index(klasse) :]:
            if self.naam in vars(deel):
                lid = vars(deel)[self.naam]
                return lid.__get__(obj, soort) if hasattr(lid, "__get__") else lid
        raise AttributeError(self.naam)


def _houder(van: type[Any], naam: str, later: object) -> type[Any]:
    """Return the class on which something stands that is made later, or just was by another thread."""
    eigen = [klasse for klasse in van.__mro__ if "__attrs_attrs__" in vars(klasse)]
    return next((klasse for klasse in eigen if vars(klasse).get(naam) is later), eigen[0])


_LATER: Final = {
    naam: _Later(naam)
    for naam in (
        "__attrs_attrs__",
        "__attrs_props__",
        "__getstate__",
        "__init__",
        "__match_args__",
        "__replace__",
        "__setstate__",
    )
}

_ORDE: Final = {naam: _Later(naam) for naam in ("__ge__", "__gt__", "__le__", "__lt__")}
"""What is there too when objects have an order."""

_WACHT: Final[dict[type[Any], tuple[type[Any], dict[str, Any]]]] = {}
"""The classes that attrs has not made yet: each as it was written, and its options."""


@attrs.frozen
class _Leeg:
    pass


_VAST: Final = {"__setattr__": _Leeg.__setattr__, "__delattr__": _Leeg.__delattr__}


def _met_plaatsen(klasse: type[Any], opties: dict[str, Any]) -> type[Any]:
    """Return a class with a slot for each field, which attrs makes later."""
    namen = klasse.__annotations__
    onder = klasse.__mro__[1:]
    plaatsen = [v for v in namen if not any(v in getattr(k, "__slots__", ()) for k in onder)]
    if opties.get("weakref_slot", True) and not any("__weakref__" in vars(k) for k in onder):
        plaatsen.append("__weakref__")
    weg = {*namen, "__dict__", "__weakref__"}
    inhoud = {naam: lid for naam, lid in vars(klasse).items() if naam not in weg}
    vast = _VAST if opties.get("frozen") else {}
    eigen = {"__slots__": tuple(plaatsen), "__qualname__": klasse.__qualname__}
    later = _LATER | _ORDE if opties.get("order") else _LATER
    uit: type[Any] = type(klasse.__name__, klasse.__bases__, {**later, **inhoud, **vast, **eigen})
    _WACHT[uit] = klasse, opties
    return uit


def _maak_af(klasse: type[Any]) -> None:
    """Put on a class what attrs makes for it."""
    wacht = _WACHT.get(klasse)
    if wacht is None:  # another thread was quicker
        return
    geschreven, opties = wacht
    van_attrs = vars(attrs.define(geschreven, **opties))
    for naam, later in (_LATER | _ORDE).items():
        if naam in van_attrs:
            setattr(klasse, naam, van_attrs[naam])
        elif vars(klasse).get(naam) is later:
            delattr(klasse, naam)
    _WACHT.pop(klasse, None)


def _vul(klasse: type[Any]) -> bool:
    """Put on a class the `__init__` that was written beforehand, if there is one for its fields."""
    init = _geschreven(klasse)
    if init is not None:
        klasse.__init__ = init
    return init is not None


def _geschreven(klasse: type[Any]) -> Any:
    vul = VULLERS.get(f"{klasse.__module__}.{klasse.__qualname__}")
    wacht = _WACHT.get(klasse)
    if vul is None or wacht is None:  # another thread was quicker
        return None
    soorten = {
        naam: soort
        for deel in reversed(klasse.__mro__[:-1])
        for naam, soort in deel.__annotations__.items()
    }
    code = vul.__code__
    gegeven = {*code.co_varnames} - {"self", "zet"}
    per_naam = {naam.lstrip("_"): soort for naam, soort in soorten.items()}
    if not (soorten.keys() <= {*code.co_consts} and gegeven <= per_naam.keys()):
        return None
    # What it names is looked up in the module of the class, and a default `...` in the class.
    init: Any = FunctionType(code, vars(modules[klasse.__module__]), "__init__", vul.__defaults__)
    init.__kwdefaults__ = {
        naam: vars(wacht[0])[naam] if waarde is ... else waarde
        for naam, waarde in (vul.__kwdefaults__ or {}).items()
    }
    init.__annotations__ = {n: s for n, s in per_naam.items() if n in gegeven} | {"return": None}
    init.__qualname__ = f"{klasse.__qualname__}.__init__"
    return init


class _Gezien(Exception):
    """Attrs has worked out the fields of a class."""


def _houd_op(_: type[Any], velden: list[Any]) -> list[Any]:
    raise _Gezien(velden)


def velden(klasse: type[Any]) -> Sequence["attrs.Attribute[Any]"]:
    """Return what `attrs.fields` does, without the making of a class that has no objects yet."""
    wacht = _WACHT.get(klasse)
    if wacht is not None:
        geschreven, opties = wacht
        try:
            attrs.define(geschreven, **opties, field_transformer=_houd_op)
        except _Gezien as gezien:
            uit: list[attrs.Attribute[Any]] = gezien.args[0]
            return uit
    gemaakt: Sequence[attrs.Attribute[Any]] = attrs.fields(klasse)
    return gemaakt


@cache
def _te_geven(klasse: type[Any]) -> Sequence[tuple[str, str]]:
    return [(veld.name, veld.alias or veld.name) for veld in velden(klasse) if veld.init]


def anders(van: T, **gegeven: Any) -> T:
    """Return what `attrs.evolve` does, without the making of its class by attrs."""
    klasse: Any = type(van)
    eigen = {alias: getattr(van, naam) for naam, alias in _te_geven(klasse)}
    uit: T = klasse(**eigen | gegeven)
    return uit


def _maak(klasse: type[Any]) -> None:
    """Put on a class what compares and hashes its objects by their fields, in order."""
    namen = [veld.name for veld in velden(klasse) if veld.eq]
    gelijk = "".join(f" and self.{naam} == ander.{naam}" for naam in namen)
    leden = "".join(f"self.{naam}, " for naam in namen)
    tekst = (
        "def gelijk(self, ander):\n"
        "    if ander.__class__ is not self.__class__:\n"
        "        return NotImplemented\n"
        f"    return True{gelijk}\n"
        f"def hash_(self):\n    return hash((KLASSE, {leden}))\n"
    )
    ruimte: dict[str, Any] = {"KLASSE": klasse}
    code = compile(tekst, f"<bevroren {klasse.__name__}>", "exec")
    exec(code, ruimte)  # noqa: S102 - the text comes from our own classes only
    for naam, functie in (("__eq__", "gelijk"), ("__hash__", "hash_")):
        if getattr(klasse, naam) is not None:
            setattr(klasse, naam, ruimte[functie])


def _gelijk(self: Any, ander: object) -> Any:
    klasse: Any = _houder(type(self), "__eq__", _gelijk)
    _maak(klasse)
    return klasse.__eq__(self, ander)


def _hash(self: Any) -> int:
    klasse: Any = _houder(type(self), "__hash__", _hash)
    _maak(klasse)
    uit: int = klasse.__hash__(self)
    return uit


def _toon(self: Any) -> str:
    """Return the name of the class and its fields, but for those that are not to be shown."""
    getoond = (veld for veld in velden(type(self)) if veld.repr)
    delen = (f"{veld.name}={getattr(self, veld.name, attrs.NOTHING)!r}" for veld in getoond)
    return f"{type(self).__qualname__.rpartition('>.')[2]}({', '.join(delen)})"
