"""A frozen class compares, hashes and shows its objects as attrs itself would make it."""

from typing import Any

import attrs
import pytest

from geboortezorg.bevroren import bevroren

Maak = Any


def _klasse(maak: Maak, **opties: Any) -> Any:
    """Return a class made by attrs itself, or by us."""

    class Ding:
        naam: str
        rest: tuple[int, ...] = ()
        geheim: str = attrs.field(default="x", repr=False)
        los: int = attrs.field(default=0, eq=False)
        later: int = attrs.field(init=False, default=1)

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
