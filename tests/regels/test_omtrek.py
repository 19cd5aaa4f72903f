"""What stands for a rule says what the rule says, and a report rests on nothing else."""

import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels import omtrek, register
from geboortezorg.regels.omtrekken import OMTREKKEN
from geboortezorg.regels.regel import Regel

VOORBEELDEN = Path(__file__).parents[2] / "voorbeelden"

RAPPORTEN = """
import json, sys
from geboortezorg import dump, validate
from geboortezorg.regels import register
from geboortezorg.regels.omtrek import Omtrek
uit = [dump(validate(open(pad, "rb").read())).decode() for pad in sys.argv[1:]]
soort = type(register.PER_SOORT["dossier"][0])
print(json.dumps([soort is Omtrek, uit]))
"""


@pytest.mark.parametrize("soort", DOCUMENTEN)
def test_wat_de_regel_zegt(soort: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same rules in the same order, and of each the same facts, of the same kinds of value."""
    monkeypatch.setattr(omtrek, "VERGELIJK", False)
    gemaakt: tuple[Any, ...] = register._van_soort(soort)
    assert {type(regel) for regel in gemaakt} == {omtrek.Omtrek}
    monkeypatch.setattr(omtrek, "VERGELIJK", True)
    regels = register._van_soort(soort)
    assert {type(regel) for regel in regels} == {Regel}
    assert [o.code for o in gemaakt] == [regel.code for regel in regels]
    namen = {*omtrek.Omtrek.__slots__} - {"_nodig", "_waar"}
    for omtrek_, regel in zip(gemaakt, regels, strict=True):
        assert omtrek_.nodig_in((soort,)) == regel.nodig_in((soort,))
        # First those that were written down: any other has the rule fetched.
        for naam in sorted(namen, key=lambda naam: naam in omtrek._LATER):
            een, ander = getattr(omtrek_, naam), getattr(regel, naam)
            assert een is ander or (een == ander and type(een) is type(ander)), naam
        assert (omtrek_.soorten, omtrek_.velden) == (regel.soorten, regel.velden)
        with pytest.raises(AttributeError, match="iets_anders"):
            _ = omtrek_.iets_anders


def test_niets_te_veel() -> None:
    """Nothing stands for a rule that is not in the register, and rules are found where they stand."""
    assert [*OMTREKKEN] == [*register.plekken()]
    for waar, (feiten, _) in OMTREKKEN.items():
        module, _, functie = waar.rpartition(".")
        assert getattr(import_module(module), functie) is register.PER_CODE[feiten[0]]


def test_de_regel_wordt_gehaald_als_er_meer_wordt_gevraagd() -> None:
    """What is asked of it for every document fetches nothing; the rule is fetched once."""
    (waar,) = [w for w, (feiten, _) in OMTREKKEN.items() if feiten[0] == "GZ-KIND-001"]
    (omtrek_,) = omtrek.omtrekken("dossier", [waar])
    for naam in omtrek._LATER:
        with pytest.raises(AttributeError):
            object.__getattribute__(omtrek_, naam)
    assert omtrek_.toets is register.PER_CODE["GZ-KIND-001"].toets
    assert object.__getattribute__(omtrek_, "titel") is register.PER_CODE["GZ-KIND-001"].titel
    assert [*omtrek.omtrekken("vsv", [waar])] == []


@pytest.mark.skipif(not VOORBEELDEN.exists(), reason="needs the examples")
def test_zelfde_rapporten() -> None:
    """A process that takes the rules themselves reports the same, byte for byte."""
    bestanden = sorted(map(str, VOORBEELDEN.rglob("*.json")))
    assert len(bestanden) > 20
    gewoon = {n: waarde for n, waarde in os.environ.items() if not n.startswith("GEBOORTEZORG_")}
    uit = []
    for omgeving in (gewoon, {**gewoon, "GEBOORTEZORG_VERGELIJK": "ja"}):
        gedaan = subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", RAPPORTEN, *bestanden],
            check=True,
            capture_output=True,
            text=True,
            env=omgeving,
        )
        uit.append(json.loads(gedaan.stdout))
    (kort, een), (lang, ander) = uit
    assert (kort, lang) == (True, False)
    assert een == ander
