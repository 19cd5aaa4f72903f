"""A theme is a package: its prefix leads to it, and the register is the sum of the themes."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

import pytest

from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels import register, samenhang, trekken
from geboortezorg.regels.regel import Regel
from geboortezorg.regels.trekken.blik import Blik

GEEN_THEMA = {"trekken"}
"""What a document shows at a glance, which rules of all themes ask."""
MAPPEN = {pad.parent.name for pad in Path(register.__file__).parent.glob("*/__init__.py")}


def test_elke_map_is_een_thema() -> None:
    """Every folder of rules is in the register, once."""
    namen = [thema.__name__.rpartition(".")[2] for thema in register.THEMAS]
    assert sorted(namen) == sorted(MAPPEN - GEEN_THEMA)


def test_geen_voorvoegsel_in_twee_themas() -> None:
    """A prefix leads to one theme."""
    alle = [woord for thema in register.THEMAS for woord in thema.VOORVOEGSELS]
    assert len(alle) == len(set(alle)) == len(register.THEMA_PER_VOORVOEGSEL)


@pytest.mark.parametrize("regel", register.REGELS, ids=lambda regel: str(regel.code))
def test_code_leidt_naar_thema(regel: Regel) -> None:
    """The prefix of a code names the package in which the rule stands."""
    thema = register.THEMA_PER_VOORVOEGSEL[regel.code.split("-")[1]]
    assert regel.toets.__module__.split(".")[2] == thema


def _geschreven(thema: ModuleType) -> Iterator[tuple[str, Regel]]:
    """Yield every rule that is written down in a theme, with the module in which it stands."""
    for module in iter_modules(thema.__path__):
        for waarde in vars(import_module(f"{thema.__name__}.{module.name}")).values():
            if isinstance(waarde, Regel) and waarde.toets.__module__.endswith(f".{module.name}"):
                yield module.name, waarde


@pytest.mark.parametrize("thema", register.THEMAS, ids=lambda thema: str(thema.__name__))
def test_elke_functie_is_vermeld(thema: ModuleType) -> None:
    """No rule that is written down is left out of its theme, and none stands in it twice."""
    namen = (*thema.REGELS, *getattr(thema, "SLOT", ()))
    geschreven = {f"{module}.{regel.toets.__name__}" for module, regel in _geschreven(thema)}
    assert sorted(namen) == sorted(geschreven)


@pytest.mark.parametrize("thema", register.THEMAS, ids=lambda thema: str(thema.__name__))
def test_modules_noemen_hun_soorten(thema: ModuleType) -> None:
    """Of each module the theme says which kinds of document its rules judge: no fewer, no more."""
    per_module: dict[str, set[str]] = {}
    for module, regel in _geschreven(thema):
        soorten = filter(regel.reikwijdte.geldt, DOCUMENTEN)
        per_module.setdefault(module, set()).update(soorten)
    overal = {register.ALLE: set(DOCUMENTEN)}
    genoemd = {m: overal.get(waar, set(waar.split())) for m, waar in thema.MODULES.items()}
    if thema is samenhang:  # its rules follow what fields say, so any of them may judge any kind
        assert set(genoemd) == set(per_module)
    else:
        assert genoemd == per_module


@pytest.mark.parametrize("pakket", [trekken, *register.THEMAS], ids=lambda p: str(p.__name__))
def test_elke_blik_is_vermeld(pakket: ModuleType) -> None:
    """No look that is written down is left out of its package."""
    geschreven = {
        f"{module.name}.{naam}"
        for module in iter_modules(pakket.__path__)
        for naam, waarde in vars(import_module(f"{pakket.__name__}.{module.name}")).items()
        if isinstance(waarde, Blik)
    }
    assert geschreven == getattr(pakket, "BLIKKEN", {}).keys()


@pytest.mark.parametrize("soort", DOCUMENTEN)
def test_per_soort_in_de_volgorde_van_het_register(soort: str) -> None:
    """The rules of a kind are those of the register that judge it, in the same order."""
    verwacht = [regel.code for regel in register.REGELS if {soort, "*"} & set(regel.soorten)]
    assert [regel.code for regel in register.PER_SOORT[soort]] == verwacht


def test_alles_van_het_register() -> None:
    """All rules are there for those who ask for them, and nothing else is."""
    assert list(register.PER_CODE.values()) == list(register.REGELS)
    assert len(register.PER_CODE) == len(register.REGELS)
    for vreemd in ("", "GZ", "GZ-DOSSIER-999", "GZ-NIETS-001", "zomaar"):
        assert vreemd not in register.PER_CODE
    with pytest.raises(AttributeError, match="iets_anders"):
        _ = register.iets_anders
