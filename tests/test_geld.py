"""Money is exact: whole cents, exact percentages, one rounding."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg import geld
from geboortezorg.geld import Afronding, Percentage


def test_percentage_is_exact() -> None:
    """Ten percent of 5933 cents is 593.3 cents, and not a float."""
    tien = Percentage.uit_basispunten(1000)
    assert tien.van(5933) == Fraction(5933, 10)
    assert tien.bovenop(5933) == Fraction(65263, 10)


@pytest.mark.parametrize(
    ("basispunten", "tekst"), [(1000, "10%"), (1447, "14,47%"), (5, "0,05%"), (0, "0%")]
)
def test_percentage_in_tekst(basispunten: int, tekst: str) -> None:
    """A percentage is written the Dutch way."""
    assert str(Percentage.uit_basispunten(basispunten)) == tekst


@pytest.mark.parametrize(
    ("bedrag", "rekenkundig", "omlaag", "omhoog"),
    [
        (Fraction(5, 2), 3, 2, 3),
        (Fraction(-5, 2), -3, -3, -2),
        (Fraction(249, 100), 2, 2, 3),
        (Fraction(251, 100), 3, 2, 3),
        (7, 7, 7, 7),
    ],
)
def test_afronding(bedrag: Fraction | int, rekenkundig: int, omlaag: int, omhoog: int) -> None:
    """Each direction does what it says, on both sides of half a cent."""
    assert geld.rond_af(bedrag, Afronding.REKENKUNDIG) == rekenkundig
    assert geld.rond_af(bedrag, Afronding.OMLAAG) == omlaag
    assert geld.rond_af(bedrag, Afronding.OMHOOG) == omhoog


@pytest.mark.parametrize("afronding", Afronding)
def test_geen_float(afronding: Afronding) -> None:
    """A float or a text is no amount: it was rounded by nobody's choice."""
    fout: Any
    for fout in (59.33, "5933", None):
        with pytest.raises(TypeError, match="niet exact"):
            geld.rond_af(fout, afronding)
        for toon in (geld.toon_euro, geld.schrijf_euro):
            with pytest.raises(TypeError, match="geheel aantal eurocent"):
                toon(fout)


@given(st.integers(-(10**11), 10**11))
def test_euro_heen_en_terug(bedrag: int) -> None:
    """What is shown, without sign and separators of thousands, reads back as itself."""
    tekst = geld.toon_euro(bedrag).removeprefix("€ ").replace(".", "")
    assert geld.lees_euro(tekst) == bedrag


@pytest.mark.parametrize(
    ("tekst", "bedrag"), [("59,33", 5933), ("59.33", 5933), ("59", 5900), ("-0,01", -1), ("0", 0)]
)
def test_lees_euro(tekst: str, bedrag: int) -> None:
    """A comma or a point, two decimals or none."""
    assert geld.lees_euro(tekst) == bedrag


@pytest.mark.parametrize(
    "tekst", ["", "59,3", "59,333", "1.234,56", "5e2", " 59", "５９", "59,33\n"]
)
def test_geen_euro(tekst: str) -> None:
    """Anything else is refused rather than guessed."""
    with pytest.raises(ValueError, match="geen bedrag"):
        geld.lees_euro(tekst)
