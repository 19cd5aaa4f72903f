"""A theme is a package: its prefix leads to it, and the register is the sum of the themes."""

from pathlib import Path

import pytest

from geboortezorg.regels import register
from geboortezorg.regels.regel import Regel

MAPPEN = {pad.parent.name for pad in Path(register.__file__).parent.glob("*/__init__.py")}


def test_elke_map_is_een_thema() -> None:
    """Every folder of rules is in the register, once."""
    namen = [thema.__name__.rpartition(".")[2] for thema in register.THEMAS]
    assert sorted(namen) == sorted(MAPPEN)


def test_geen_voorvoegsel_in_twee_themas() -> None:
    """A prefix leads to one theme."""
    alle = [woord for thema in register.THEMAS for woord in thema.VOORVOEGSELS]
    assert len(alle) == len(set(alle)) == len(register.THEMA_PER_VOORVOEGSEL)


@pytest.mark.parametrize("regel", register.REGELS, ids=lambda regel: str(regel.code))
def test_code_leidt_naar_thema(regel: Regel) -> None:
    """The prefix of a code names the package in which the rule stands."""
    thema = register.THEMA_PER_VOORVOEGSEL[regel.code.split("-")[1]]
    assert regel.toets.__module__.split(".")[2] == thema


def test_elke_functie_is_vermeld() -> None:
    """No rule that is written down is left out of its theme."""
    for thema in register.THEMAS:
        geschreven = {
            waarde.code
            for module in vars(thema).values()
            if getattr(module, "__name__", "").startswith(f"{thema.__name__}.")
            for waarde in vars(module).values()
            if isinstance(waarde, Regel)
        }
        assert geschreven == {regel.code for regel in (*thema.REGELS, *getattr(thema, "SLOT", ()))}
