"""What README.md, CONTRIBUTING.md and CHANGELOG.md promise is so."""

import contextlib
import importlib.util
import io
import re
from pathlib import Path
from types import ModuleType

import pytest

from geboortezorg._versie import __version__
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels.register import REGELS
from geboortezorg.tabellen import shipped

WORTEL = Path(__file__).resolve().parent.parent
README = (WORTEL / "README.md").read_text("utf-8")
CHANGELOG = (WORTEL / "CHANGELOG.md").read_text("utf-8")


@pytest.fixture(scope="module")
def dev() -> ModuleType:
    """Return dev.py as a module."""
    plan = importlib.util.spec_from_file_location("dev", WORTEL / "dev.py")
    assert plan is not None
    assert plan.loader is not None
    module = importlib.util.module_from_spec(plan)
    plan.loader.exec_module(module)
    return module


def test_het_python_voorbeeld_draait_en_is_kort() -> None:
    """The example in README.md runs, shows what it says it shows, and is short."""
    vondst = re.search(r"```python\n(.*?)```\n\n```text\n(.*?)```", README, re.DOTALL)
    assert vondst is not None
    uit = io.StringIO()
    with contextlib.redirect_stdout(uit):
        exec(compile(vondst[1], "README.md", "exec"), {"__name__": "readme"})  # noqa: S102
    assert uit.getvalue() == vondst[2]
    assert len(vondst[1].splitlines()) <= 22


@pytest.mark.parametrize("bestand", ["README.md", "CONTRIBUTING.md", "docs/tutorial.md"])
def test_genoemde_opdrachten_bestaan(dev: ModuleType, bestand: str) -> None:
    """Every ``python3 dev.py`` command that a page names exists."""
    genoemd = set(re.findall(r"python3 dev\.py ([a-z-]+)", (WORTEL / bestand).read_text("utf-8")))
    assert genoemd
    assert genoemd <= set(dev.OPDRACHTEN)


def test_elke_opdracht_wordt_uitgelegd(dev: ModuleType) -> None:
    """The help text of dev.py names every command."""
    genoemd = re.findall(r"dev\.py ([a-z-]+)", dev.__doc__ or "")
    assert list(dict.fromkeys(genoemd)) == list(dev.OPDRACHTEN)


def test_readme_verwijst_naar_wat_er_is() -> None:
    """Every file that README.md links to exists."""
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert "LICENSE" in links
    assert [link for link in links if not (WORTEL / link).exists()] == []


def test_changelog_noemt_elke_regel_en_tabel() -> None:
    """Every rule, table and kind of document stands in CHANGELOG.md, and so does the version."""
    tabellen = shipped()
    namen = [
        *(regel.code for regel in REGELS),
        *(lijst.naam for lijst in tabellen.prestatielijsten),
        *(tabel.naam for tabel in tabellen.tarieftabellen),
        *DOCUMENTEN,
    ]
    assert [naam for naam in namen if f"`{naam}`" not in CHANGELOG] == [], "add to CHANGELOG.md"
    assert __version__ in CHANGELOG


def test_bestanden_noemen_geen_adres_van_een_register() -> None:
    """No file that a reader runs or installs from names the host of a package registry."""
    verdacht = re.compile("py" + r"pi\.|pythonhosted|index-url|find-links|registry\.npm")
    bestanden = [WORTEL / naam for naam in ("dev.py", "pyproject.toml", "README.md")]
    assert [b.name for b in bestanden if verdacht.search(b.read_text("utf-8"))] == []
