"""The quick reading of what fields mean says that all holds only where the other finds nothing.

In the tests every document is read both ways: see ``conftest.py``.
"""

import json
from collections import Counter
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from geboortezorg import Context, load, validate
from geboortezorg.betekenis import Strookt
from geboortezorg.bevroren import anders
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels import veldsnel
from geboortezorg.regels.veldlezer import Lezer, lezer
from geboortezorg.regels.veldvondst import Lezing, Toets

VOORBEELD = Path(__file__).parents[2] / "voorbeelden" / "goed" / "thuisbevalling-2023.json"
DOSSIER = json.loads(VOORBEELD.read_bytes())


def test_een_verschil_valt_op(monkeypatch: pytest.MonkeyPatch) -> None:
    """A quick reading that passes what does not hold, or that misses what it met, is noticed."""
    monkeypatch.setattr(veldsnel, "VERGELIJK", True)
    monkeypatch.setattr(veldsnel, "_SNEL", {DOCUMENTEN["dossier"]: lambda *_: 0})
    with pytest.raises(RuntimeError, match="verschillen"):
        validate(DOSSIER)


def test_een_keer_is_genoeg(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a document that holds together the quick reading says so by itself."""
    monkeypatch.setattr(veldsnel, "VERGELIJK", True)
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


def test_alleen_het_deel_met_twijfel(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what does not hold, and what it stands in, is read again."""
    monkeypatch.setattr(veldsnel, "VERGELIJK", False)
    monkeypatch.setattr(veldsnel, "_VANAF", 0)
    gelezen: list[str] = []
    klasse = type(lezer(DOCUMENTEN["dossier"]))
    gewoon = klasse.lees

    def lees(zelf: Lezer, *gegeven: Any) -> Any:
        gelezen.append(zelf.klasse.__name__)
        return gewoon(zelf, *gegeven)

    monkeypatch.setattr(klasse, "lees", lees)
    document = deepcopy(DOSSIER)
    for nummer in (1, 3):
        document["declaratieregels"][nummer]["periode"]["tot_en_met"] = "2001-01-01"
    assert "GZ-DECLARATIE-001" in {b.code for b in validate(document).bevindingen}
    assert gelezen == ["Dossier", *["Declaratieregel", "Periode"] * 2]


def test_onzeker_van_een_lijst(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not certain of the lines is asked of all of them once, however many there are."""
    monkeypatch.setattr(veldsnel, "VERGELIJK", False)
    monkeypatch.setattr(veldsnel, "_VANAF", 0)
    monkeypatch.setattr(veldsnel, "_SNEL", {})
    van = lezer(DOCUMENTEN["dossier"])
    gevraagd: list[type[Any]] = []

    def tel(toets: Toets) -> Toets:
        def lees(obj: Any, lezing: Lezing) -> Any:
            gevraagd.append(type(toets.betekenis))
            return toets.lees(obj, lezing)

        return anders(toets, lees=lees)

    monkeypatch.setattr(van, "toetsen", tuple(map(tel, van.toetsen)))
    document = _naar_een_episode()
    del document["zorgepisodes"][0]["zorgaanbieder"]["agb_code"]
    lezing = Lezing(None, Context().normen)
    assert veldsnel.alles_klopt("dossier", load(document), lezing)
    assert gevraagd == [Strookt]
    assert Strookt in veldsnel.gezien(lezing)


@pytest.mark.parametrize("lid", ["zorgepisode_id", "zorgaanbieder_agb"])
def test_een_van_een_lijst(lid: str) -> None:
    """One line that names what is not there, or whose provider is another, is noticed anywhere."""
    document = _naar_een_episode()
    assert veldsnel.alles_klopt("dossier", load(document), Lezing(None, Context().normen))
    for declaratieregel in document["declaratieregels"]:
        anders_ = {"zorgepisode_id": "elders", "zorgaanbieder_agb": "08999999"}[lid]
        echt, declaratieregel[lid] = declaratieregel[lid], anders_
        assert not veldsnel.alles_klopt("dossier", load(document), Lezing(None, Context().normen))
        declaratieregel[lid] = echt


def test_zelfde_code_in_een_andere_rol() -> None:
    """That a code fits what one provider is says nothing of the next one with the same code."""
    document = _naar_een_episode()
    zorgaanbieder = {**document["zorgepisodes"][0]["zorgaanbieder"], "discipline": "gynaecoloog"}
    del zorgaanbieder["partijsoort"], zorgaanbieder["echelon"]
    ander = {**document["zorgepisodes"][0], "zorgepisode_id": "ander"}
    document["zorgepisodes"] = [document["zorgepisodes"][0], ander]
    assert veldsnel.alles_klopt("dossier", load(document), Lezing(None, Context().normen))
    ander["zorgaanbieder"] = zorgaanbieder
    assert not veldsnel.alles_klopt("dossier", load(document), Lezing(None, Context().normen))


def _naar_een_episode() -> Any:
    """Return a dossier of which all lines name the same zorgepisode."""
    document = deepcopy(DOSSIER)
    episode = document["zorgepisodes"][0]
    for declaratieregel in document["declaratieregels"]:
        declaratieregel["zorgepisode_id"] = episode["zorgepisode_id"]
        declaratieregel["zorgaanbieder_agb"] = episode["zorgaanbieder"]["agb_code"]
    assert len(document["declaratieregels"]) > 1
    return document
