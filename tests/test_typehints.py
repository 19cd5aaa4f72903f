"""``typing.get_type_hints`` works on what is public, for those who go by types when they run."""

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from inspect import isclass, isfunction, unwrap
from pathlib import Path
from typing import Any, get_type_hints

import pytest

import geboortezorg
from geboortezorg import arrow, batch, build, documenten, populatie, tabellen, testing
from geboortezorg.model import Dossier
from geboortezorg.tabellen.cijfers import Cijfers

API = Path(__file__).parents[1] / "docs" / "api"
_GENOEMD = re.compile(
    r"^\.\. auto(module|class|function|exception):: (geboortezorg[.\w]*)\n( +:no-members:)?", re.M
)
_RAAMWERKEN = {"geboortezorg.litestar", "geboortezorg.pydantic", "geboortezorg.web"}
"""Those have tests of their own, where the frameworks are installed."""


def _namen() -> Iterator[str]:
    """Yield every public name: of the packages that list theirs, and of the documentation."""
    for module in (geboortezorg, batch, build, documenten, populatie, tabellen, testing):
        yield from (f"{module.__name__}.{naam}" for naam in getattr(module, "__all__", ()))
    for pad in sorted(API.glob("*.md")):
        for soort, naam, zonder_leden in _GENOEMD.findall(pad.read_text("utf-8")):
            if any(naam.startswith(raamwerk) for raamwerk in _RAAMWERKEN):
                continue
            if soort != "module":
                yield naam
            elif not zonder_leden:
                module = import_module(naam)
                eigen = [
                    lid
                    for lid, deel in vars(module).items()
                    if not lid.startswith("_") and getattr(deel, "__module__", "") == naam
                ]
                yield from (f"{naam}.{lid}" for lid in getattr(module, "__all__", eigen))


def _delen(iets: Any) -> Iterator[Any]:
    """Yield what has types in a public object: itself, and the methods of a class."""
    if isclass(iets):
        yield iets
        for naam, lid in vars(iets).items():
            functie = getattr(lid, "fget", None) or getattr(lid, "func", None)
            functie = functie or getattr(lid, "__func__", lid)
            if not naam.startswith("_") and isfunction(functie):
                yield functie
    elif callable(iets) and isfunction(unwrap(iets)):
        yield iets


NAMEN = sorted(set(_namen()))


def test_er_zijn_namen() -> None:
    """What everyone uses is among those that are looked at."""
    assert len(NAMEN) > 150
    assert {
        "geboortezorg.validate",
        "geboortezorg.Context",
        "geboortezorg.batch.validate_arrow",
        "geboortezorg.build.dossier",
        "geboortezorg.schema.validator",
        "geboortezorg.lijnen.validate_rows",
    } <= set(NAMEN)


@pytest.mark.parametrize("naam", NAMEN)
def test_elke_publieke_naam(naam: str) -> None:
    """Every public function, class and method has types that can be looked up."""
    module, _, lid = naam.rpartition(".")
    for deel in _delen(getattr(import_module(module), lid)):
        assert get_type_hints(deel) is not None


def test_het_zijn_de_klassen_zelf() -> None:
    """What is found are the classes, not what stands for them."""
    gevonden = get_type_hints(geboortezorg.validate)
    assert gevonden["invoer"] == documenten.Invoer
    assert gevonden["return"] is geboortezorg.Rapport
    assert get_type_hints(geboortezorg.load)["return"] == documenten.Document | documenten.DocumentT
    assert Dossier in get_type_hints(geboortezorg.dump)["model"].__args__
    assert get_type_hints(geboortezorg.Context.__init__)["overeenkomsten_volledig"] is bool
    assert get_type_hints(tabellen.Tabellen.__init__)["cijferbasis"] == Cijfers | None
    schema = get_type_hints(batch.arrowschema)["return"]
    assert schema is arrow.pyarrow("this", "arrow").Schema


def test_niets_wordt_eerder_geimporteerd() -> None:
    """Types that are not asked for cost nothing: no class of a document, and no other package."""
    code = (
        "import sys, geboortezorg\n"
        "geboortezorg.validate, geboortezorg.load, geboortezorg.dump, geboortezorg.Context\n"
        "import geboortezorg.schema\n"
        "print(sorted({'cattrs', 'pyarrow', 'jsonschema', 'referencing', 'geboortezorg.model.dossier',"
        " 'geboortezorg.model.context', 'geboortezorg.model.cijfers'} & set(sys.modules)))"
    )
    uit = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert uit.stdout == "[]\n"


def test_een_naam_die_er_niet_is() -> None:
    """A module that makes types when they are asked for has no other names for that."""
    for module in (arrow, documenten):
        with pytest.raises(AttributeError, match="has no attribute 'niets'"):
            _ = module.niets
