"""A fresh process imports for its first report what that kind of document needs: counted, not timed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from geboortezorg.regels import register

WORTEL = Path(__file__).resolve().parent.parent
GOED = WORTEL / "voorbeelden" / "goed"

EERSTE = """
import sys
from geboortezorg import validate
rapport = validate(open(sys.argv[1], "rb").read())
print(rapport.document_soort, *sys.modules)
"""

GEMAAKT = """
import sys
from geboortezorg import validate
rapport = validate(open(sys.argv[1], "rb").read())
from geboortezorg import bevroren
from geboortezorg.convert import genereer
from geboortezorg.regels import veldsnel
gemaakt = {**genereer._GEMAAKT, **veldsnel._SNEL}
print(rapport.document_soort, len(gemaakt), len(bevroren._WACHT))
"""

OPDRACHT = """
import contextlib, io, sys
from geboortezorg.cli import main
with contextlib.redirect_stdout(io.StringIO()):
    main(["validate", sys.argv[1]])
print("dossier", *sys.modules)
"""

NOOIT = re.compile(
    r"attrs?(\.|$)|inspect|pathlib|urllib|importlib\.util|cattrs|pendulum|jsonschema|referencing|rich|stdnum|hypothesis|pydantic|pyarrow|msgspec|orjson|tomllib"
    r"|geboortezorg\.(testing|cli|web|lijnen|ei|fhir|batch|populatie|tabulair|schema|uitgave|build)"
    r"|geboortezorg\.convert\.(schrijven|omzetter|structuur)"
    r"|geboortezorg\.tabellen\.(lader|leestoml|leescsv|sjabloon|plausibiliteit|proef|uitvoer)"
)
"""What no first report needs, whatever the kind of document."""

PER_SOORT = {
    "thuisbevalling-2023.json": (
        r"model\.(vsv|vsv_declaratie|prestatiebeschrijving|aanwijzing|wachtdienst|monitorplan|doel|meting|ei|context)\b"
    ),
    "wachtdienst.json": r"model\.(vsv|monitorplan|kraamzorg|ei|context)\b",
    "monitorplan.json": r"model\.(vsv|wachtdienst|kraamzorg|ei|context)\b",
}
"""What the first report on these examples does not need of the models."""

MEESTE_REGELS = {"thuisbevalling-2023.json": 20, "wachtdienst.json": 10, "monitorplan.json": 7}
"""How many of the modules with rules for this kind it imports at most: few are run."""

GEDEELD = {"geboortezorg.regels.monitorplan.cijfers"}
"""Modules of rules for other kinds that a rule of the same theme uses."""


IN_OPDRACHT = re.compile(
    r"attrs?(\.|$)|inspect|pathlib|urllib|importlib\.util"
    r"|geboortezorg\.(cli|batch(\.kern)?$|tabellen\.leestoml|convert\.schrijven)"
)
"""What the command needs all the same."""


def _geladen(bestand: str, code: str = EERSTE) -> list[str]:
    """Return the kind of an example, and what a fresh process imported for its first report."""
    opdracht = [sys.executable, "-c", code, str(GOED / bestand)]
    omgeving = {n: waarde for n, waarde in os.environ.items() if not n.startswith("GEBOORTEZORG_")}
    gedaan = subprocess.run(  # noqa: S603 - our own interpreter
        opdracht, check=True, capture_output=True, text=True, env=omgeving
    )
    return gedaan.stdout.split()


@pytest.mark.skipif(not GOED.exists(), reason="needs the examples")
@pytest.mark.parametrize("bestand", PER_SOORT)
def test_alleen_wat_deze_soort_nodig_heeft(bestand: str) -> None:
    """No module of rules for other kinds, no other model and no door is imported."""
    soort, *geladen = _geladen(bestand)
    assert [naam for naam in geladen if NOOIT.match(naam)] == []
    niet = re.compile(rf"geboortezorg\.{PER_SOORT[bestand]}")
    assert [naam for naam in geladen if niet.match(naam)] == []
    anders = _van_andere_soorten(soort)
    assert len(anders) > 20
    assert anders & set(geladen) <= GEDEELD
    eigen = {f"{t.__name__}.{module}" for t in register.THEMAS for module in t.MODULES} - anders
    assert len(eigen & set(geladen)) <= MEESTE_REGELS[bestand]


@pytest.mark.skipif(not GOED.exists(), reason="needs the examples")
@pytest.mark.parametrize("bestand", ["igo-2023.json", "kraamzorg-2025.json", "screening-2020.json"])
def test_zonder_attrs_over_wat_dossiers_hebben(bestand: str) -> None:
    """Nor does any other care in a dossier have attrs imported."""
    assert [naam for naam in _geladen(bestand) if NOOIT.match(naam)] == []


@pytest.mark.skipif(not GOED.exists(), reason="needs the examples")
@pytest.mark.parametrize("bestand", PER_SOORT)
def test_niets_gemaakt_voor_een_document(bestand: str) -> None:
    """No reader is generated, and attrs need not make any of the classes that were imported."""
    _, lezers, klassen_over = _geladen(bestand, GEMAAKT)
    assert lezers == "0"
    assert int(klassen_over) > 65


@pytest.mark.skipif(not GOED.exists(), reason="needs the examples")
def test_een_opdracht_op_een_bestand() -> None:
    """The command line imports no rules for other kinds either, nor what it does not use."""
    soort, *geladen = _geladen("thuisbevalling-2023.json", OPDRACHT)
    over = [naam for naam in geladen if NOOIT.match(naam) and not IN_OPDRACHT.match(naam)]
    assert over == []
    assert {"hashlib", "csv", "sqlite3"} & set(geladen) == set()
    assert _van_andere_soorten(soort) & set(geladen) == set()


def _van_andere_soorten(soort: str) -> set[str]:
    """Return the modules of rules that judge no document of this kind."""
    return {
        f"{thema.__name__}.{module}"
        for thema in register.THEMAS
        for module, soorten in thema.MODULES.items()
        if not {soort, register.ALLE} & set(soorten.split())
    }
