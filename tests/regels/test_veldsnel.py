"""The quick reading of what fields mean says that all holds only where the other finds nothing.

In the tests every document is read both ways: see ``conftest.py``.
"""

import json
from collections import Counter
from pathlib import Path

import pytest

from geboortezorg import Context, load, validate
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels import veldsnel
from geboortezorg.regels.veldlezer import lezer
from geboortezorg.regels.veldvondst import Lezing

VOORBEELD = Path(__file__).parents[2] / "voorbeelden" / "goed" / "thuisbevalling-2023.json"
DOSSIER = json.loads(VOORBEELD.read_bytes())


def test_een_verschil_valt_op(monkeypatch: pytest.MonkeyPatch) -> None:
    """A quick reading that passes what does not hold, or that misses what it met, is noticed."""
    monkeypatch.setattr(veldsnel, "_SNEL", {DOCUMENTEN["dossier"]: lambda *_: 0})
    with pytest.raises(RuntimeError, match="verschillen"):
        validate(DOSSIER)


def test_een_keer_is_genoeg() -> None:
    """Of a document that holds together the quick reading says so by itself."""
    assert veldsnel.alles_klopt("dossier", load(DOSSIER), Lezing(None, Context().normen))


def test_zonder_vergelijken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside the tests a document that holds together is read once, with the same report."""
    context = Context()
    vooraf = validate(DOSSIER, context=context)
    monkeypatch.setattr(veldsnel, "VERGELIJK", False)
    monkeypatch.setattr(veldsnel, "_VANAF", 0)
    monkeypatch.setattr(type(lezer(DOCUMENTEN["dossier"])), "lees", None)
    assert validate(DOSSIER, context=context) == vooraf


def test_de_eerste_documenten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is generated for the first documents of a kind: they are read the other way."""
    monkeypatch.setattr(veldsnel, "VERGELIJK", False)
    monkeypatch.setattr(veldsnel, "_VANAF", 1)
    monkeypatch.setattr(veldsnel, "_GELEZEN", Counter())
    lezing, document = Lezing(None, Context().normen), load(DOSSIER)
    assert not veldsnel.alles_klopt("dossier", document, lezing)
    assert not lezing.gezien
    assert veldsnel.alles_klopt("dossier", document, lezing)
