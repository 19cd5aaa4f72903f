"""A frozen class is as attrs itself would make it, and made no sooner than it must be."""

import copy
import inspect
import pickle
import weakref
from functools import cached_property
from threading import Thread
from typing import Any

import attrs
import pytest

from geboortezorg import bevroren as module
from geboortezorg.bevroren import bevroren, velden, veranderlijk

Maak = Any


def _veld(maak: Maak) -> Any:
    """Return that with which a class says what it asks of a field: ours, or that of attrs."""
    return module.attrs.field if maak in (bevroren, veranderlijk) else attrs.field


def _klasse(maak: Maak, **opties: Any) -> Any:
    """Return a class made by attrs itself, or by us."""
    veld = _veld(maak)

    class Ding:
        naam: str
        rest: tuple[int, ...] = ()
        geheim: str = veld(default="x", repr=False)
        los: int = veld(default=0, eq=False)
        later: int = veld(init=False, default=1)

    return maak(**opties)(Ding)


@pytest.mark.parametrize("opties", [{}, {"kw_only": True}, {"weakref_slot": False, "slots": True}])
def test_zoals_attrs(opties: dict[str, Any]) -> None:
    """What is equal, and what is shown, is the same as of a class that attrs made."""
    ons, van_attrs = _klasse(bevroren, **opties), _klasse(attrs.frozen, **opties)
    waarden: list[dict[str, Any]] = [
        {"naam": "a"},
        {"naam": "a", "los": 2},
        {"naam": "a", "geheim": "y"},
        {"naam": "b", "rest": (1, 2)},
    ]
    een, ander = [ons(**w) for w in waarden], [van_attrs(**w) for w in waarden]
    assert [repr(x) for x in een] == [repr(x) for x in ander]
    for i, x in enumerate(een):
        assert [x == y for y in een] == [ander[i] == y for y in ander]
        assert [x != y for y in een] == [ander[i] != y for y in ander]
        assert x != ander[i]
        assert x != "iets"
    assert len(set(een)) == len(set(ander)) == 3
    assert hash(een[0]) == hash(een[1]) != hash(een[2])
    assert attrs.evolve(een[0], naam="b", rest=(1, 2)) == een[3]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        een[0].naam = "c"


@pytest.mark.parametrize("opties", [{}, {"order": True}])
@pytest.mark.parametrize(
    ("maak", "zoals"),
    [(bevroren, attrs.frozen), (veranderlijk, attrs.define)],
    ids=["frozen", "define"],
)
def test_attrs_zet_er_niets_anders_op(maak: Maak, zoals: Maak, opties: dict[str, Any]) -> None:
    """Whatever attrs puts on a class is on ours too, also what a later attrs thinks of."""
    ons, van_attrs = _klasse(maak, **opties), _klasse(zoals, **opties)
    # To be unequal follows from being equal, unless a class says otherwise; and that attrs wrote
    # no `__setattr__` of its own is as true where it is not noted.
    assert vars(van_attrs).get("__attrs_own_setattr__", False) is False
    anders = vars(van_attrs).keys() - vars(ons).keys() - {"__attrs_own_setattr__"}
    assert anders == {"__ne__"}


def test_veranderlijk() -> None:
    """A class that is not frozen is as attrs makes it: a field is set anew, and there is no hash."""
    for maak in (veranderlijk, attrs.define):
        klasse = _klasse(maak, kw_only=True, weakref_slot=False)
        ding, ander = klasse(naam="a"), klasse(naam="b")
        assert ding != ander
        ander.naam = "a"
        assert ding == ander
        assert repr(ding).endswith("Ding(naam='a', rest=(), los=0, later=1)")
        with pytest.raises(TypeError):
            hash(ding)
        with pytest.raises(AttributeError):
            ding.anders = 1
        assert ding.__getstate__() == ander.__getstate__()


def test_orde() -> None:
    """Objects of a class with an order have that of their fields, whatever is asked for first."""

    @bevroren(order=True)
    class Maat:
        groot: int

    assert Maat.__lt__(Maat(1), Maat(2))
    assert sorted([Maat(3), Maat(1)]) == [Maat(1), Maat(3)]
    assert not Maat(1) > Maat(1) >= Maat(1)
    assert Maat(1) <= Maat(1)


def test_hash_als_eerste() -> None:
    """An object can be hashed before any was compared."""
    ons = _klasse(bevroren)
    assert {ons("a"): 1}[ons("a")] == 1


def test_zonder_velden() -> None:
    """All objects of a class without fields are equal."""

    @bevroren
    class Leeg:
        pass

    assert Leeg() == Leeg()
    assert hash(Leeg()) == hash(Leeg())
    assert repr(Leeg()) == "Leeg()"


def test_wat_een_klasse_zelf_heeft_blijft() -> None:
    """Options and methods of the class itself go before."""

    @bevroren(eq=False, repr=False)
    class Zelf:
        naam: str = "geheim"

    assert Zelf() != Zelf()
    assert len({Zelf(), Zelf()}) == 2
    assert "geheim" not in repr(Zelf())

    @bevroren
    class Eigen:
        naam: str = "geheim"

        def __eq__(self, ander: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 7

        def __repr__(self) -> str:
            return "eigen"

    assert Eigen() == 3
    assert (hash(Eigen()), repr(Eigen())) == (7, "eigen")


def test_een_kind_van_een_klasse() -> None:
    """A class below another compares by its own fields, also when the other was used first."""

    @bevroren
    class Boven:
        een: int = 1

    @bevroren
    class Onder(Boven):
        twee: int = 2

    assert Boven() == Boven()
    assert Onder() != Onder(twee=3)
    assert Onder() != Boven()
    assert repr(Onder()).endswith("Onder(een=1, twee=2)")


def _nog_niet(klasse: type[Any]) -> bool:
    return klasse in module._WACHT


@bevroren(kw_only=True, weakref_slot=False)
class Buiten:
    """A class that can be found by its name."""

    een: int
    twee: tuple[int, ...] = module.attrs.field(default=(), metadata={"zegt": "iets"})
    _drie: list[int] = module.attrs.field(factory=list)


def test_attrs_maakt_een_klasse_als_zij_nodig_is() -> None:
    """To ask for the fields by our door makes nothing; by that of attrs, or an object, it does."""
    ons, van_attrs = _klasse(bevroren), _klasse(attrs.frozen)
    gelezen = [(plek.naam, plek.soort, plek.standaard) for plek in velden(ons)]
    assert gelezen == [
        (veld.name, veld.type, None if veld.default is attrs.NOTHING else veld.default)
        for veld in attrs.fields(van_attrs)
    ]
    assert _nog_niet(ons)
    assert attrs.fields(ons) == attrs.fields(van_attrs)
    assert not _nog_niet(ons)
    ons = _klasse(bevroren)
    assert ons("a").later == 1
    assert not _nog_niet(ons)


@pytest.mark.parametrize(
    "vraag",
    [
        attrs.has,
        attrs.asdict,
        inspect.signature,
        lambda klasse: klasse.__match_args__,
        lambda klasse: klasse.__getstate__,
        lambda klasse: klasse.__setstate__,
        lambda klasse: type(getattr(klasse, "__attrs_props__", None)),
        lambda klasse: getattr(klasse, "__replace__", None) is None,
    ],
)
def test_wat_er_ook_gevraagd_wordt(vraag: Any) -> None:
    """Each thing that attrs puts on a class is there for the first who asks."""
    uit = []
    for maak in (bevroren, attrs.frozen):
        klasse = _klasse(maak)
        if vraag is attrs.asdict:
            klasse = klasse.__new__(klasse)
            for veld in ("naam", "rest", "geheim", "los", "later"):
                object.__setattr__(klasse, veld, 1)
        antwoord = vraag(klasse)
        uit.append(getattr(antwoord, "__qualname__", antwoord))
    assert uit[0] == uit[1]


def test_gebonden_aan_een_klasse() -> None:
    """What `inspect` of a later Python does: the `__init__` of a class bound to that class."""
    for maak in (bevroren, attrs.frozen):
        klasse = _klasse(maak)
        gebonden = vars(klasse)["__init__"].__get__(klasse, type(klasse))
        assert [*inspect.signature(gebonden).parameters] == ["naam", "rest", "geheim", "los"]


def test_zonder_init_gemaakt() -> None:
    """An object that no `__init__` filled compares, hashes, shows, copies, pickles and stays."""
    klasse: Any = Buiten
    een = klasse.__new__(klasse)
    for naam, waarde in {"een": 1, "twee": (2,), "_drie": [3]}.items():
        object.__setattr__(een, naam, waarde)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        een.een = 2
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del een.een
    assert repr(een) == "Buiten(een=1, twee=(2,), _drie=[3])"
    assert een == copy.copy(een) == pickle.loads(pickle.dumps(een))  # noqa: S301
    assert een == klasse(een=1, twee=(2,), drie=[3])
    assert attrs.fields(klasse).twee.metadata["zegt"] == "iets"
    with pytest.raises(TypeError):
        klasse()
    with pytest.raises(TypeError):
        weakref.ref(een)


def test_plaatsen() -> None:
    """The slots are those that attrs would give: also of a class below, which has them once."""
    for maak in (bevroren, attrs.frozen):
        boven = _klasse(maak)
        leden = {"__annotations__": {"naam": str, "meer": int}, "naam": "b", "meer": 3}
        onder: Any = maak(type("Onder", (boven,), leden))
        assert boven.__slots__ == ("naam", "rest", "geheim", "los", "later", "__weakref__")
        assert onder.__slots__ == ("meer",)
        assert onder(naam="a").meer == 3
        assert weakref.ref(een := onder(naam="a"))() is een
        assert not hasattr(een, "__dict__")


def test_twee_tegelijk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A class that another thread is having made is made once more, and that is all."""
    ons = _klasse(bevroren)
    wacht = module._WACHT[ons]
    module._maak_af(ons)
    init = ons.__init__
    module._maak_af(ons)
    assert ons.__init__ is init
    monkeypatch.setitem(module._WACHT, ons, wacht)
    module._maak_af(ons)
    assert ons("a") == ons("a")


def test_een_eigenschap_die_blijft() -> None:
    """A cached property gets a slot from attrs, at once."""

    @bevroren
    class Met:
        een: int

        @cached_property
        def twee(self) -> list[int]:
            return [self.een]

    assert not _nog_niet(Met)
    een = Met(1)
    assert een.twee is een.twee


def test_super_vindt_zijn_klasse() -> None:
    """A method that asks for what is above its class still finds that."""

    class Boven:
        def naam(self) -> str:
            return "boven"

    @bevroren
    class Onder(Boven):
        een: int

        def naam(self) -> str:
            return f"onder {super().naam()}"

    assert not _nog_niet(Onder)
    assert Onder(1).naam() == "onder boven"


def test_wat_attrs_er_later_op_zet_is_er_al() -> None:
    """Another thread was quicker, or the class of the object is one below that of attrs."""
    ons = _klasse(bevroren)
    een = type("Onder", (ons,), {})("a")
    assert een.naam == "a"
    ander = ons("b")
    module._LATER["__init__"].__get__(ander, ons)("c")
    assert ander.naam == "c"


def test_een_klasse_eronder_met_een_eigen_begin() -> None:
    """A class below one without objects asks once for what that one has, and keeps its own."""
    for maak in (bevroren, attrs.frozen):
        leden = {"__annotations__": {"een": int, "twee": int}}
        boven: Any = maak(order=True)(type("Boven", (), leden))
        begonnen: list[int] = []

        def begin(zelf: Any, een: int, begonnen: list[int] = begonnen) -> None:
            begonnen.append(een)
            super(type(zelf), zelf).__init__(een, twee=een + 1)

        eigen = {
            "__init__": begin,
            "__eq__": lambda zelf, ander: not super(type(zelf), zelf).__eq__(ander),
            "__hash__": lambda zelf: super(type(zelf), zelf).__hash__() + 1,
            "__lt__": lambda zelf, ander: not super(type(zelf), zelf).__lt__(ander),
        }
        onder: Any = type("Onder", (boven,), eigen)
        een, zelfde, ander = (onder(waarde) for waarde in (1, 1, 2))
        assert begonnen == [1, 1, 2]
        for _ in range(2):
            assert (een == zelfde, een == ander) == (False, True)
            assert (een < zelfde, een < ander) == (True, False)
            assert hash(een) == hash(zelfde) == boven.__hash__(een) + 1


def test_wat_er_niet_is_is_er_niet() -> None:
    """What attrs puts on a class in a later Python only is asked for in vain in this one."""

    @bevroren
    class Boven:
        een: int

    boven: Any = Boven
    later = module._LATER["__replace__"]
    delattr(boven, "__replace__")
    with pytest.raises(AttributeError):
        later.__get__(None, boven)


def test_geen_ander_leest_een_klasse_die_attrs_maakt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Attrs changes the class as it was written: who asks for its fields meanwhile waits."""
    ons = _klasse(bevroren)
    uit: list[Any] = []
    ander = Thread(target=lambda: uit.append([(p.naam, p.eq, p.init) for p in velden(ons)]))
    door_attrs = module._door_attrs

    def maak(*gegeven: Any) -> Any:
        klasse = door_attrs(*gegeven)
        ander.start()
        ander.join(0.05)
        uit.append(ander.is_alive())
        return klasse

    monkeypatch.setattr(module, "_door_attrs", maak)
    goed = [(veld.name, veld.eq, veld.init) for veld in attrs.fields(ons)]
    ander.join()
    assert uit == [True, goed]
