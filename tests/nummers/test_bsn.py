"""BSN: the elfproef, its neighbours and the dummy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.nl import bsn as stdnum_bsn

from geboortezorg.nummers import NummerFout, Reden, bsn


def _met_controle(vier: str) -> str:
    """Return the test BSN 9999 with four digits more; those are moved on when no digit fits."""
    while True:
        acht = "9999" + vier
        rest = sum((9 - plaats) * int(cijfer) for plaats, cijfer in enumerate(acht)) % 11
        if rest < 10:
            return f"{acht}{rest}"
        vier = f"{(int(vier) + 1) % 10_000:04d}"


TEST_BSN = st.text(alphabet="0123456789", min_size=4, max_size=4).map(_met_controle)


def _van_niemand(negen: str) -> str:
    """Return nine digits that are no BSN outside the test range, by breaking those that are."""
    if negen.startswith("9999") or not stdnum_bsn.is_valid(negen):
        return negen
    return negen[:8] + str((int(negen[8]) + 1) % 10)


NEGEN = st.text(alphabet="0123456789", min_size=9, max_size=9).map(_van_niemand)


@given(TEST_BSN)
def test_testreeks_is_geldig(nummer: str) -> None:
    """A constructed test BSN is valid in every way."""
    assert bsn.validate(nummer) == nummer
    assert bsn.elfproef(nummer)
    assert bsn.format(nummer) == stdnum_bsn.format(nummer)


@given(TEST_BSN, st.integers(0, 8), st.integers(1, 9))
def test_een_cijfer_anders(nummer: str, plaats: int, verschil: int) -> None:
    """Changing any one digit of a BSN breaks it."""
    cijfer = (int(nummer[plaats]) + verschil) % 10
    anders = f"{nummer[:plaats]}{cijfer}{nummer[plaats + 1 :]}"
    assert not bsn.is_valid(anders)
    assert not bsn.elfproef(anders)


@given(st.one_of(NEGEN, TEST_BSN))
def test_elfproef_als_stdnum(nummer: str) -> None:
    """The fast check and the strict one agree with python-stdnum on any nine digits."""
    assert bsn.elfproef(nummer) is bsn.is_valid(nummer) is stdnum_bsn.is_valid(nummer)


def test_elfproef_hele_testreeks() -> None:
    """The fast check agrees with python-stdnum on a full run of the last four digits."""
    reeks = [f"99999{laatste:04d}" for laatste in range(10_000)]
    uitkomsten = [bsn.elfproef(nummer) for nummer in reeks]
    assert uitkomsten == [stdnum_bsn.is_valid(nummer) for nummer in reeks]
    assert any(uitkomsten)


@given(st.text(max_size=12))
def test_elfproef_op_elke_tekst(tekst: str) -> None:
    """The fast check answers for any text, and says yes to nine digits only."""
    assert bsn.elfproef(tekst) is bsn.is_valid(tekst)


@pytest.mark.parametrize(
    "tekst",
    ["", "99999999", "9999999900", "99999999\u0660", "99999999\u00b2", "9999.99.990", "A" * 9],
)
def test_elfproef_weigert_andere_vorm(tekst: str) -> None:
    """The fast check refuses what is not nine ASCII digits."""
    assert not bsn.elfproef(tekst)


def test_nullen() -> None:
    """Nine zeros satisfy the sum but are not a BSN."""
    with pytest.raises(NummerFout) as gevangen:
        bsn.validate("000000000")
    assert gevangen.value.reden is Reden.BEREIK
    assert not bsn.elfproef("000000000")


def test_dummy() -> None:
    """The dummy of the EI standard has the shape of a BSN and is not one."""
    with pytest.raises(NummerFout) as gevangen:
        bsn.validate(bsn.DUMMY)
    assert gevangen.value.reden is Reden.CONTROLE
    assert bsn.DUMMY == "9" * 9
    assert not bsn.elfproef(bsn.DUMMY)


def test_acht_cijfers_blijven_acht() -> None:
    """Eight digits are never padded to nine, not even on request; python-stdnum would do so."""
    acht = "99999999"
    assert len(stdnum_bsn.compact(acht)) == 9
    assert bsn.compact(acht) == acht
    with pytest.raises(NummerFout) as gevangen:
        bsn.validate(acht)
    assert gevangen.value.reden is Reden.LENGTE
