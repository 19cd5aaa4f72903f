"""Classes of attrs, frozen or not, that attrs makes when they are first used.

For every class attrs works out its fields, makes a second class with slots, and compiles code that
makes, compares, hashes and shows its objects: that takes longer than all else when a process
starts, and most classes have no object there. So ``@bevroren(...)`` is ``@attrs.frozen(...)``, with
the same options and the same answers, but it only makes the class with slots. What attrs makes is
put on it when an object is made in the ordinary way, or when its fields are asked for; what compares
and hashes, when that is first done. ``@veranderlijk(...)`` is the same for ``@attrs.define(...)``.
A class that asks for more than our own classes do attrs makes at once.

What fills the objects of a class that a first report makes was written beforehand (`vullers.py`): there
attrs makes nothing until its fields are asked for.

The import of attrs itself would be a fifth of what a first report costs. So where such a class is written,
`attrs` comes from here: what it asks of ``attrs.field(...)`` is kept until attrs makes the class.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property, partial
from importlib import import_module
from reprlib import recursive_repr
from sys import modules
from threading import RLock
from types import FunctionType
from typing import TYPE_CHECKING, Any, ClassVar, Final, final

from geboortezorg.vullers import VULLERS

__all__ = ["Plek", "anders", "attrs", "bevroren", "velden", "veranderlijk"]


@final
class _Vraag:
    """What a class asks of ``attrs.field``."""

    __slots__ = ("maak", "opties")

    def __init__(self, **opties: Any) -> None:
        self.opties = opties
        self.maak: Callable[[Any], Any] | None = None

    def default(self, maak: Callable[[Any], Any]) -> Callable[[Any], Any]:
        """Have a method of the class make the default."""
        self.maak = maak
        return maak

    def validator(self, keur: Callable[..., Any]) -> Callable[..., Any]:
        """Have a method of the class look at what is given, as `attrs.field` does."""
        eerder = self.opties.get("validator", [])
        self.opties["validator"] = [*(eerder if isinstance(eerder, list) else [eerder]), keur]
        return keur


@final
class _Attrs:
    """What `attrs` is where a class is written: all but its `field` comes from attrs."""

    field = _Vraag

    def __getattr__(self, naam: str) -> Any:
        return getattr(import_module("attrs"), naam)


if TYPE_CHECKING:
    import attrs
    from attrs import define as veranderlijk
    from attrs import evolve as anders
    from attrs import frozen as bevroren
else:
    attrs = _Attrs()

    def anders(van, /, **gegeven):
        """Return what `attrs.evolve` does, without the making of its class by attrs."""
        klasse = type(van)
        eigen = {alias: getattr(van, naam) for naam, alias in _te_geven(klasse)}
        return klasse(**eigen | gegeven)

    def bevroren(klasse=None, **opties):
        """Make a class as `attrs.frozen` does."""
        return veranderlijk(klasse, frozen=True, on_setattr=None, **opties)

    def veranderlijk(klasse=None, **opties):
        """Make a class as `attrs.define` does."""
        if klasse is None:
            return partial(veranderlijk, **opties)
        if _is_meer(klasse, opties):
            return _door_attrs(klasse, opties)
        # What a class has by itself attrs leaves alone, also when it was told to make it.
        if opties.get("eq", True) and "__eq__" not in vars(klasse):
            klasse.__eq__ = _gelijk
            klasse.__hash__ = _hash if opties.get("frozen") else None
        if opties.get("repr", True) and "__repr__" not in vars(klasse):
            klasse.__repr__ = _toon
        return _met_plaatsen(klasse, opties)


_OPTIES: Final = {"eq", "frozen", "kw_only", "on_setattr", "order", "repr", "slots", "weakref_slot"}
_VAN_EEN_VELD: Final = {"alias", "default", "eq", "factory", "init", "kw_only", "metadata", "repr"}
_EIGEN: Final = {"__delattr__", "__init__", "__ne__", "__setattr__"}


def _is_meer(klasse: Any, opties: dict[str, Any]) -> bool:
    """Say whether a class asks for what only attrs does: that has to make it as it was written."""
    leden = vars(klasse)
    return (
        not opties.keys() <= _OPTIES
        or not opties.get("slots", True)
        or opties.get("on_setattr") is not None
        or not (opties.get("frozen") or klasse.__setattr__ is object.__setattr__)
        or type(klasse) is not type
        or issubclass(klasse, BaseException)
        or not _EIGEN.isdisjoint(leden)
        or ("__hash__" in leden and "__eq__" not in leden)
        or any(getattr(s, "__origin__", s) is ClassVar for s in klasse.__annotations__.values())
        or any(map(_is_lid_voor_attrs, leden.values()))
    )


def _is_lid_voor_attrs(lid: object) -> bool:
    """Say whether attrs has to see a member: a field, or what is bound to the class as it was written."""
    if type(lid) is _Vraag:
        werkt = callable(lid.opties.get("eq")) or callable(lid.opties.get("repr"))
        return werkt or not lid.opties.keys() <= _VAN_EEN_VELD
    functie = getattr(lid, "__func__", getattr(lid, "fget", lid))
    code = getattr(functie, "__code__", None)
    return (
        "__class__" in getattr(code, "co_freevars", ())  # `super()` looks there
        or isinstance(lid, cached_property)
        or type(lid).__module__ == "attr._make"
    )


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

_EEN_TEGELIJK: Final = RLock()
"""Attrs changes a class as it was written: no other thread makes it, or reads its fields, meanwhile."""


@final
class _Vast:
    """Stands on a frozen class for that with which attrs refuses a change."""

    __slots__ = ("naam",)

    def __init__(self, naam: str) -> None:
        self.naam = naam

    def __get__(self, obj: Any, soort: type[Any]) -> Any:
        return getattr(_leeg(), self.naam).__get__(obj, soort)


@cache
def _leeg() -> Any:
    return _door_attrs(type("Leeg", (), {}), {"frozen": True, "on_setattr": None})


_VAST: Final = {naam: _Vast(naam) for naam in ("__setattr__", "__delattr__")}


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
    with _EEN_TEGELIJK:
        if klasse not in _WACHT:  # another thread was quicker
            return
        van_attrs = vars(_door_attrs(*_WACHT[klasse]))
        for naam, later in (_LATER | _ORDE).items():
            if naam in van_attrs:
                setattr(klasse, naam, van_attrs[naam])
            elif vars(klasse).get(naam) is later:
                delattr(klasse, naam)
        del _WACHT[klasse]


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
    plekken = velden(klasse)
    code = vul.__code__
    gegeven = {*code.co_varnames} - {"self", "zet"}
    te_geven = {plek.alias: plek.soort for plek in plekken if plek.init}
    gevuld = {plek.naam for plek in plekken if plek.init or not plek.verplicht}
    if not (gevuld <= {*code.co_consts, *code.co_names} and gegeven == te_geven.keys()):
        return None
    # What it names is looked up in the module of the class, and a default `...` in the class.
    init: Any = FunctionType(code, vars(modules[klasse.__module__]), "__init__", vul.__defaults__)
    init.__kwdefaults__ = {
        naam: vars(wacht[0])[naam] if waarde is ... else waarde
        for naam, waarde in (vul.__kwdefaults__ or {}).items()
    }
    init.__annotations__ = te_geven | {"return": None}
    init.__qualname__ = f"{klasse.__qualname__}.__init__"
    return init


def _door_attrs(klasse: type[Any], opties: dict[str, Any]) -> type[Any]:
    """Have attrs make a class as it was written, with the fields that it asked for."""
    van_attrs = import_module("attrs")
    for naam, lid in [*vars(klasse).items()]:
        if type(lid) is _Vraag:
            veld = van_attrs.field(**lid.opties)
            if lid.maak is not None:
                veld.default(lid.maak)
            setattr(klasse, naam, veld)
    uit: type[Any] = van_attrs.define(klasse, **opties)
    return uit


@final
class Plek:
    """What the library itself asks of a field: its name, its type as it was written, and what follows.

    `alias` is the name under which it is given, and `standaard` its default where that is one value.
    """

    __slots__ = (
        "alias",
        "eq",
        "init",
        "metadata",
        "naam",
        "repr",
        "soort",
        "standaard",
        "verplicht",
    )

    def __init__(self, naam: str, soort: Any, gevraagd: _Vraag) -> None:
        opties = gevraagd.opties
        self.naam = naam
        self.soort = soort
        self.alias: str = opties.get("alias") or naam.lstrip("_")
        self.init: bool = opties.get("init", True)
        self.eq: bool = opties.get("eq", True)
        self.repr: bool = opties.get("repr", True)
        self.metadata: Mapping[str, Any] = opties.get("metadata") or {}
        self.standaard = opties.get("default")
        self.verplicht = opties.keys().isdisjoint(("default", "factory")) and not gevraagd.maak


_PLEKKEN: Final[dict[type[Any], Sequence[Plek]]] = {}


def velden(klasse: type[Any]) -> Sequence[Plek]:
    """Return the fields of a class in the order in which `attrs.fields` does, without the making of it."""
    if klasse not in _PLEKKEN:
        with _EEN_TEGELIJK:
            _PLEKKEN[klasse] = _lees(klasse)
    return _PLEKKEN[klasse]


def _lees(klasse: type[Any]) -> Sequence[Plek]:
    wacht = _WACHT.get(klasse)
    if wacht is None:
        return [_plek(veld) for veld in import_module("attrs").fields(klasse)]
    uit: dict[str, Plek] = {}
    for deel in reversed(klasse.__mro__[1:-1]):
        if "__attrs_attrs__" in vars(deel):
            for plek in velden(deel):
                if plek.naam in deel.__annotations__:
                    uit.pop(plek.naam, None)
                    uit[plek.naam] = plek
    leden = vars(wacht[0])
    for naam, soort in klasse.__annotations__.items():
        lid = leden.get(naam, _ZONDER)
        uit.pop(naam, None)
        uit[naam] = Plek(naam, soort, lid if type(lid) is _Vraag else _Vraag(default=lid))
    return [*uit.values()]


_ZONDER: Final = _Vraag()  # a field that only has a type


def _plek(veld: "attrs.Attribute[Any]") -> Plek:
    vraag = _Vraag(
        **{naam: getattr(veld, naam) for naam in ("alias", "init", "eq", "repr", "metadata")}
    )
    if veld.default is not import_module("attrs").NOTHING:
        vraag.opties["default"] = veld.default
    return Plek(veld.name, veld.type, vraag)


@cache
def _te_geven(klasse: type[Any]) -> Sequence[tuple[str, str]]:
    return [(plek.naam, plek.alias) for plek in velden(klasse) if plek.init]


def _maak(klasse: type[Any]) -> None:
    """Put on a class what compares and hashes its objects by their fields, in order."""
    namen = [plek.naam for plek in velden(klasse) if plek.eq]
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


@recursive_repr()
def _toon(self: Any) -> str:
    """Return the name of the class and its fields, but for those that are not to be shown."""
    niets = import_module("attrs").NOTHING
    namen = (plek.naam for plek in velden(type(self)) if plek.repr)
    delen = (f"{naam}={getattr(self, naam, niets)!r}" for naam in namen)
    return f"{type(self).__qualname__.rpartition('>.')[2]}({', '.join(delen)})"
