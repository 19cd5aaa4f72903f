"""The quick reading of what fields mean says that all holds only where the other finds nothing.

In the tests every document is read both ways: see ``conftest.py``.
"""

import json
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from datetime import date
from math import inf
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest

from geboortezorg import Context, load, validate
from geboortezorg.betekenis import AGB, Bereik, Gevuld, Strookt
from geboortezorg.bevroren import anders
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.model.zwangerschap import Zwangerschap
from geboortezorg.regels import veldlezer, veldmeer, veldsnel
from geboortezorg.regels.veldlezer import Lezer, lezer
from geboortezorg.regels.veldvondst import Lezing, Toets

VOORBEELD = Path(__file__).parents[2] / "voorbeelden" / "goed" / "thuisbevalling-2023.json"
DOSSIER = json.loads(VOORBEELD.read_bytes())


def test_een_verschil_valt_op(monkeypatch: pytest.MonkeyPatch) -> None:
    """A quick reading that passes what does not hold, or that misses what it met, is noticed."""
    monkeypatch.setattr(veldsnel, "VERGELIJK", True)
    monkeypatch.setattr(veldsnel, "_SNEL", {("dossier", False, None): lambda *_: []})
    with pytest.raises(RuntimeError, match="verschillen"):
        validate(DOSSIER)


@pytest.mark.parametrize("fout", [(), (1, 3)])
def test_zonder_vergelijken(monkeypatch: pytest.MonkeyPatch, fout: Sequence[int]) -> None:
    """Outside the tests a document is read once, also where something does not hold."""
    context, document = Context(), deepcopy(DOSSIER)
    document["referentie"] = "-" if fout else "D-1"
    for nummer in fout:
        document["declaratieregels"][nummer]["periode"]["tot_en_met"] = "2001-01-01"
    vooraf = validate(document, context=context)
    assert ("GZ-DECLARATIE-001" in {b.code for b in vooraf.bevindingen}) == bool(fout)
    monkeypatch.setattr(veldsnel, "VERGELIJK", False)
    monkeypatch.setattr(veldsnel, "_VANAF", 0)
    monkeypatch.setattr(Lezer, "lees", None)
    assert validate(document, context=context) == vooraf


def test_op_volgorde(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found is told in the order of the fields and of the lists, whatever is read first."""
    document = deepcopy(DOSSIER)
    document["referentie"] = "-"
    document["client"]["geboortedatum"] = "2098-01-01"
    for nummer in (1, 3):
        document["declaratieregels"][nummer]["periode"]["tot_en_met"] = "2001-01-01"
        document["declaratieregels"][nummer]["zorgepisode_id"] = "elders"
    model, lezing = load(document), Lezing(date(2024, 1, 1), Context().normen)
    noten = veldsnel.lees("dossier", model, lezing)
    plekken = [lezer(DOCUMENTEN["dossier"]).plek(plaats)[0] for plaats, _ in noten]
    periodes = [f"/declaratieregels/{nummer}/periode" for nummer in (1, 3)]
    assert plekken == ["", "", "/client", *periodes]
    snel = veldsnel._genereer("dossier", True, None)(model, lezing)
    assert sorted(snel) != snel
    monkeypatch.setattr(veldsnel, "_GELEZEN", Counter())
    monkeypatch.setattr(veldsnel, "_SNEL", {})
    monkeypatch.setattr(veldsnel, "VERGELIJK", False)
    assert veldsnel.lees("dossier", model, lezing) == noten


def test_de_eerste_documenten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is generated for the first documents of a kind: they are read the other way."""
    monkeypatch.setattr(veldsnel, "VERGELIJK", False)
    monkeypatch.setattr(veldsnel, "_VANAF", 1)
    monkeypatch.setattr(veldsnel, "_GELEZEN", Counter())
    monkeypatch.setattr(veldsnel, "_SNEL", {})
    eerst, daarna = Lezing(None, Context().normen), Lezing(None, Context().normen)
    assert not veldsnel.lees("dossier", load(DOSSIER), eerst)
    assert not veldsnel.lees("dossier", load(DOSSIER), daarna)
    assert not eerst.bits
    assert daarna.bits
    assert veldsnel.gezien(eerst) == veldsnel.gezien(daarna)


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
    assert not veldsnel.lees("dossier", load(document), lezing)
    assert gevraagd == [Strookt]
    assert Strookt in veldsnel.gezien(lezing)


@pytest.mark.parametrize("lid", ["zorgepisode_id", "zorgaanbieder_agb"])
def test_een_van_een_lijst(lid: str) -> None:
    """One line that names what is not there, or whose provider is another, is noticed anywhere."""
    document = _naar_een_episode()
    assert not veldsnel.lees("dossier", load(document), Lezing(None, Context().normen))
    for declaratieregel in document["declaratieregels"]:
        anders_ = {"zorgepisode_id": "elders", "zorgaanbieder_agb": "08999999"}[lid]
        echt, declaratieregel[lid] = declaratieregel[lid], anders_
        assert veldsnel.lees("dossier", load(document), Lezing(None, Context().normen))
        declaratieregel[lid] = echt


def test_zelfde_code_in_een_andere_rol() -> None:
    """That a code fits what one provider is says nothing of the next one with the same code."""
    document = _naar_een_episode()
    zorgaanbieder = {**document["zorgepisodes"][0]["zorgaanbieder"], "discipline": "gynaecoloog"}
    del zorgaanbieder["partijsoort"], zorgaanbieder["echelon"]
    ander = {**document["zorgepisodes"][0], "zorgepisode_id": "ander"}
    document["zorgepisodes"] = [document["zorgepisodes"][0], ander]
    assert not veldsnel.lees("dossier", load(document), Lezing(None, Context().normen))
    ander["zorgaanbieder"] = zorgaanbieder
    assert veldsnel.lees("dossier", load(document), Lezing(None, Context().normen))


def test_bekend_aan_zijn_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A provider whose codes were read before is not read again, but for what is personal."""
    monkeypatch.setattr(veldsnel, "_MAX_BEKEND", 1)
    snel: Any = veldsnel._genereer("dossier", False, None)
    bekend = [v for v in snel.__globals__.values() if isinstance(v, veldsnel._Bekend)]
    document = _naar_een_episode()
    zorgaanbieder = document["zorgepisodes"][0]["zorgaanbieder"]
    for code, goed in (("08000001", True), ("08000002", True), ("00000000", False)) * 2:
        zorgaanbieder["agb_code"] = code
        for naam in ("Naam", "-"):
            zorgaanbieder["naam"] = naam
            lezing, ook = (Lezing(None, Context().normen) for _ in range(2))
            noten, model = snel(load(document), lezing), load(document)
            noten.sort(key=itemgetter(0))
            assert noten == veldlezer.lees("dossier", model, ook)
            assert veldsnel.gezien(lezing) == veldsnel.gezien(ook)
            assert (AGB in {v.soort for _, vondsten in noten for v in vondsten}) is not goed
            assert (Gevuld in {v.soort for _, vondsten in noten for v in vondsten}) is (naam == "-")
            assert max(map(len, bekend)) == 1


def _naar_een_episode() -> Any:
    """Return a dossier of which all lines name the same zorgepisode."""
    document = deepcopy(DOSSIER)
    episode = document["zorgepisodes"][0]
    for declaratieregel in document["declaratieregels"]:
        declaratieregel["zorgepisode_id"] = episode["zorgepisode_id"]
        declaratieregel["zorgaanbieder_agb"] = episode["zorgaanbieder"]["agb_code"]
    assert len(document["declaratieregels"]) > 1
    return document


class _Grenzen:
    """Norms that say one thing: between which bounds a number is."""

    def __init__(self, laagste: float, hoogste: float) -> None:
        self.grenzen = laagste, hoogste

    def bereik(self, *_: str) -> tuple[float, float]:
        return self.grenzen


def test_binnen_de_grenzen_van_elke_norm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers are held to the norms of the document, whichever were asked before; few are kept."""
    monkeypatch.setattr(veldmeer, "_MAX_NORMEN", 2)
    (bij,) = (
        toets.bij
        for toets in lezer(Zwangerschap).toetsen
        if isinstance(toets.betekenis, Bereik) and toets.veld == "pariteit"
    )
    grenzen = [(1, 3), (-inf, 3), (1, inf), (0.5, 3.5), (-inf, inf)]
    for normen in [_Grenzen(*paar) for paar in grenzen] * 2:
        laagste, hoogste = normen.grenzen
        for getal in (-(10**12), 0, 1, 3, 4, 10**12):
            assert (getal in bij[normen]) is (laagste <= getal <= hoogste)
        assert len(bij) <= 2
