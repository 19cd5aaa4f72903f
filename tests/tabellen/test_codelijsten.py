"""Return codes are looked up in a dated list, and rules name only codes that are in it."""

import pytest

from geboortezorg.regels.regel import Regel
from geboortezorg.regels.register import REGELS
from geboortezorg.tabellen.codelijsten import codelijst, retourcode


def test_stand_en_bron() -> None:
    """The list says when it stood like this, and each code has its own meaning."""
    lijst = codelijst()
    assert str(lijst.stand) == "2024-07-09"
    codes = [code.code for code in lijst.codes]
    assert len(set(codes)) == len(codes)


def test_retourcode() -> None:
    """A code that was seen has a meaning; another is unknown."""
    gevonden = retourcode("0611")
    assert gevonden is not None
    assert "Tarief" in gevonden.betekenis
    assert retourcode("9999") is None


@pytest.mark.parametrize("naam", ["bestaat", "../kraamzorg-2023", ""])
def test_onbekende_lijst(naam: str) -> None:
    """Only a list that ships can be asked for."""
    with pytest.raises(KeyError):
        codelijst(naam)


@pytest.mark.parametrize("regel", REGELS, ids=lambda regel: str(regel.code))
def test_regels_noemen_bekende_codes(regel: Regel) -> None:
    """Every return code that a rule says it prevents is in the list."""
    for code in regel.retourcodes:
        assert retourcode(code) is not None
