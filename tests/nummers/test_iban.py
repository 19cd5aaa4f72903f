"""IBAN: mod 97, countries, and the bounds of the shape."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iban as stdnum_iban

from geboortezorg.nummers import NummerFout, Reden, iban


def _met_controle(land: str, rekening: str) -> str:
    """Return the IBAN of an account, with check digits worked out here."""
    rest = int("".join(str(int(teken, 36)) for teken in f"{rekening}{land}00")) % 97
    return f"{land}{98 - rest:02d}{rekening}"


def _reden(tekst: str) -> Reden:
    with pytest.raises(NummerFout) as gevangen:
        iban.validate(tekst)
    return gevangen.value.reden


NEDERLANDS = st.integers(0, 9_999_999_999).map(lambda n: _met_controle("NL", f"TEST{n:010d}"))


@given(NEDERLANDS)
def test_geldig(tekst: str) -> None:
    """A constructed IBAN is valid, displayed in fours, and repaired from that form."""
    assert iban.validate(tekst) == tekst
    assert iban.format(tekst) == stdnum_iban.format(tekst)
    assert iban.compact(iban.format(tekst).lower()) == tekst


@given(NEDERLANDS, st.integers(8, 17), st.integers(1, 9))
def test_een_cijfer_anders(tekst: str, plaats: int, verschil: int) -> None:
    """Changing one digit of the account breaks the check digits."""
    cijfer = (int(tekst[plaats]) + verschil) % 10
    assert _reden(f"{tekst[:plaats]}{cijfer}{tekst[plaats + 1 :]}") is Reden.CONTROLE


@pytest.mark.parametrize(
    ("land", "rekening", "lengte"),
    [("NO", "00001234567", 15), ("LC", "TEST" + "0" * 24, 32), ("RU", "0" * 29, 33)],
)
def test_kortste_en_langste_landen(land: str, rekening: str, lengte: int) -> None:
    """The shortest and the longest layouts that countries use are valid."""
    tekst = _met_controle(land, rekening)
    assert len(tekst) == lengte
    assert iban.is_valid(tekst)


@pytest.mark.parametrize(
    ("land", "rekening"),
    [
        ("XX", "0" * 11),
        ("XX", "0" * 30),
        ("NL", "00000123456789"),
        ("NL", "TEST012345678"),
        ("NL", "TEST01234567890"),
    ],
)
def test_onbekend_land_of_andere_indeling(land: str, rekening: str) -> None:
    """An unknown country, or an account unlike that country's, is refused after mod 97 holds."""
    assert _reden(_met_controle(land, rekening)) is Reden.ONBEKEND


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("NL13TEST012345", Reden.LENGTE),
        ("NL13TEST0123456", Reden.CONTROLE),
        ("XX91" + "0" * 30, Reden.CONTROLE),
        ("XX91" + "0" * 31, Reden.LENGTE),
        ("nl13TEST0123456789", Reden.TEKENS),
        ("NL13 TEST 0123 4567 89", Reden.TEKENS),
        ("N113TEST0123456789", Reden.OPBOUW),
        ("NLA3TEST0123456789", Reden.OPBOUW),
        ("NL14TEST0123456789", Reden.CONTROLE),
    ],
)
def test_redenen(tekst: str, reden: Reden) -> None:
    """Each bound of the shape, on both sides, and the strict form."""
    assert _reden(tekst) is reden


def test_patroon_en_tekens() -> None:
    """The pattern alone lets a final newline through in Python; the characters close that gap."""
    met_regeleinde = "NL13TEST0123456789\n"
    assert re.search(iban.PATROON, met_regeleinde)
    assert re.search(f"[^{iban.TEKENS}]", met_regeleinde)
    assert _reden(met_regeleinde) is Reden.TEKENS
    for lengte in (iban.MIN_LENGTE, iban.MAX_LENGTE):
        assert re.search(iban.PATROON, "NL13" + "A" * (lengte - 4))
    for lengte in (iban.MIN_LENGTE - 1, iban.MAX_LENGTE + 1):
        assert not re.search(iban.PATROON, "NL13" + "A" * (lengte - 4))


def test_geen_lijst_van_banken() -> None:
    """A Belgian IBAN of a bank that python-stdnum does not know is not refused for that."""
    tekst = _met_controle("BE", "999000000074")
    assert not stdnum_iban.is_valid(tekst)
    assert iban.is_valid(tekst)
