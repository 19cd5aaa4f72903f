"""When the fast door opens: for a kind that keeps coming, where msgspec is, made by one thread."""

import json
import subprocess
import sys

import pytest
from tests.convert.test_snel import DOSSIER_TEKST, VOORBEELDEN
from tests.toeval_vorm import volledig

from geboortezorg import convert, validate
from geboortezorg.convert import snel, structuur
from geboortezorg.convert.snel import Snellezer


def test_opent_pas_na_een_aantal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few documents do not pay for a door; a kind that keeps coming does."""
    monkeypatch.setattr(snel, "_VANAF", 2)
    lezer, data = Snellezer(""), DOSSIER_TEKST.encode()
    declaratie = json.dumps(volledig("declaratie")).encode()
    assert [lezer.lees(data) is not None for _ in range(4)] == [False, False, True, True]
    assert lezer.lees(declaratie) is None


def test_zonder_msgspec(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where msgspec is not installed, or does not load, the first door reads everything."""
    monkeypatch.setitem(sys.modules, "msgspec", None)
    monkeypatch.delitem(sys.modules, "geboortezorg.convert.structuur")
    monkeypatch.delattr(convert, "structuur")
    lezer = Snellezer("beide")
    assert lezer.lees(DOSSIER_TEKST.encode()) is None
    assert not lezer.open


VERBORGEN = """
import sys
sys.modules["msgspec"] = None
from geboortezorg import validate
data = sys.stdin.buffer.read()
print({str(validate(data).oordeel) for _ in range(40)}, "geboortezorg.convert.structuur" in sys.modules)
"""


def test_proces_zonder_msgspec() -> None:
    """The package works in a process that has no msgspec at all."""
    data = VOORBEELDEN[0].read_bytes()
    uit = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", VERBORGEN], input=data, capture_output=True, check=True
    )
    assert uit.stdout.decode().split() == [f"{ {str(validate(data).oordeel)} }", "False"]


def test_een_draad_maakt_een_deur(monkeypatch: pytest.MonkeyPatch) -> None:
    """While one thread makes a door no other makes one: msgspec would use what is half made."""
    lezer, data, echt = Snellezer("beide"), DOSSIER_TEKST.encode(), structuur.Deur
    declaratie = json.dumps(volledig("declaratie")).encode()
    assert lezer.lees(data) is not None
    ondertussen: list[bool] = []

    def maak(soort: str) -> structuur.Deur:
        ondertussen.extend(lezer.lees(tekst) is not None for tekst in (data, declaratie))
        return echt(soort)

    monkeypatch.setattr(structuur, "Deur", maak)
    assert lezer.lees(declaratie) is not None
    assert ondertussen == [True, False]
