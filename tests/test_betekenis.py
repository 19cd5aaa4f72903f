"""A declaration takes, holds, compares and shows what its class names."""

import copy
import pickle
from typing import Any

import pytest

from geboortezorg.betekenis import AGB, Ander, Bereik, Betekenis, Gebeurd, NietNul, NietVoor, Uniek


def test_delen() -> None:
    """In order or by name, the rest by default; some only by name; of the base class too."""
    een = Uniek("sleutel", per=("soort",))
    assert (een.eigen, een.per, een.vermoeden) == ("sleutel", ("soort",), False)
    assert Uniek().eigen == ""
    assert Ander("a", "b") == Ander(ander="a", eigen="b") == Ander("a", eigen="b")
    assert NietNul(vermoeden=True).vermoeden
    assert Bereik("norm", "sleutel").vermoeden
    assert not Bereik("norm", "sleutel", vermoeden=False).vermoeden


@pytest.mark.parametrize(
    ("plaats", "op_naam"),
    [(("a",), {}), (("a", "b", "c"), {}), (("a", "b"), {"ander": "c"}), ((), {"eigen": "b"})],
)
def test_wat_niet_past(plaats: tuple[str, ...], op_naam: dict[str, str]) -> None:
    """Too few, too many, the same twice, one that is missing."""
    maak: Any = Ander
    with pytest.raises(TypeError):
        maak(*plaats, **op_naam)
    with pytest.raises(TypeError):
        maak("a", "b", onbekend=1)


def test_vergelijken() -> None:
    """Equal when the class and all that it holds are."""
    assert Gebeurd("a") == Gebeurd("a") != Gebeurd("b")
    assert NietVoor("a", "b") != Ander("a", "b")
    assert AGB() != NietNul()
    assert len({Gebeurd("a"), Gebeurd("a"), Gebeurd("b"), AGB(), NietNul()}) == 4


def test_blijft_zoals_het_is() -> None:
    """Nothing changes it, and it survives a process boundary and a copy."""
    een: Betekenis = Ander("a", "b")
    with pytest.raises(AttributeError):
        setattr(een, "vermoeden", True)  # noqa: B010
    assert copy.copy(een) == een == pickle.loads(pickle.dumps(een))  # noqa: S301


def test_tonen() -> None:
    """Everything in its repr; and apart, what is not at its default."""
    een = Uniek("a", vermoeden=True)
    assert repr(een) == "Uniek(vermoeden=True, eigen='a', per=())"
    assert list(een.anders()) == [("vermoeden", True), ("eigen", "a")]
    assert list(AGB().anders()) == []
