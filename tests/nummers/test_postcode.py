"""Postcode: every letter pair, the first digit and the strict form."""

import itertools
import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.nl import postcode as stdnum_postcode

from geboortezorg.nummers import NummerFout, Reden, postcode


def test_elk_letterpaar() -> None:
    """Of all 676 letter pairs only SA, SD and SS do not exist."""
    paren = ["".join(paar) for paar in itertools.product(string.ascii_uppercase, repeat=2)]
    geweigerd = [paar for paar in paren if not postcode.is_valid("1234" + paar)]
    assert geweigerd == ["SA", "SD", "SS"]
    assert all(re.fullmatch(postcode.PATROON, "1234" + paar) for paar in paren)
    with pytest.raises(NummerFout) as gevangen:
        postcode.validate("1234SA")
    assert gevangen.value.reden is Reden.ONBEKEND


@given(st.from_regex(r"[1-9][0-9]{3}[A-RT-Z][A-Z]", fullmatch=True))
def test_geldig(tekst: str) -> None:
    """Any other postcode is valid and is displayed as python-stdnum does."""
    assert postcode.validate(tekst) == tekst
    assert postcode.format(tekst) == stdnum_postcode.validate(tekst)


@pytest.mark.parametrize("tekst", ["1000AA", "9999ZZ"])
def test_grenzen(tekst: str) -> None:
    """The lowest and the highest postcode are valid."""
    assert postcode.is_valid(tekst)


@pytest.mark.parametrize("tekst", ["0999AA", "12345A", "A234AB", "AB1234", "1234A1", "123ABC"])
def test_opbouw(tekst: str) -> None:
    """A digit or letter in the wrong place is refused for that reason."""
    with pytest.raises(NummerFout) as gevangen:
        postcode.validate(tekst)
    assert gevangen.value.reden is Reden.OPBOUW
    assert not re.search(postcode.PATROON, tekst)


@pytest.mark.parametrize("tekst", ["1234 AB", "1234ab", "1234Ab", "NL-1234AB", "1234\u00c4B"])
def test_herstelt_niet(tekst: str) -> None:
    """What python-stdnum would repair is refused here."""
    assert not postcode.is_valid(tekst)


def test_herstel_op_verzoek() -> None:
    """The repair takes spaces out and raises ASCII letters only."""
    assert postcode.compact(" 1234 ab ") == "1234AB"
    assert postcode.compact("1234\u00df") == "1234\u00df"
    assert postcode.compact("1234s\u0131") == "1234S\u0131"
    assert postcode.compact("NL-1234 AB") == "NL1234AB"
