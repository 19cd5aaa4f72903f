"""What is read without a generated function is the same, and what is wrong is said the same."""

import json
from collections import Counter
from typing import Any

import pytest
from tests.convert.stukken import DECLARATIEREGEL, DOSSIER
from tests.toeval_vorm import Toeval, volledig

from geboortezorg.convert import Vormfouten, eenmalig, structureer_document
from geboortezorg.convert.genereer import structureerder
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.model.dossier import Dossier

KOP = {"soort", "schema_versie"}
INHOUD = {naam: lid for naam, lid in DOSSIER.items() if naam not in KOP}


def _gelezen(klasse: type[Any], gegeven: Any, *, nagezien: bool | None) -> tuple[Any, Any]:
    """Return the model or the errors, and the tally; for None by the generated function."""
    telling = [0]
    try:
        if nagezien is None:
            return structureerder(klasse)(gegeven, telling), telling
        return eenmalig.structureer(klasse, gegeven, telling, nagezien=nagezien), telling
    except Vormfouten as fouten:
        return [(fout.pad, fout.reden, fout.verwacht) for fout in fouten.fouten], None


@pytest.mark.parametrize("soort", DOCUMENTEN)
def test_hetzelfde(soort: str) -> None:
    """Documents of any shape, at a bound, over it and with other changes, are read alike."""
    klasse, goed = DOCUMENTEN[soort], 0
    for tekst in (json.dumps(volledig(soort)), *Toeval(soort, 5).teksten(150)):
        try:
            gegeven = json.loads(tekst)
        except ValueError:
            continue
        if type(gegeven) is dict:
            gegeven = {naam: lid for naam, lid in gegeven.items() if naam not in KOP}
        verwacht = _gelezen(klasse, gegeven, nagezien=None)
        assert _gelezen(klasse, gegeven, nagezien=False) == verwacht
        if verwacht[1] is not None:
            goed += 1
            for nagezien in (False, True):
                assert eenmalig._object(klasse, nagezien, gegeven, [0]) == verwacht[0]
    assert goed > 10


class Naam(str):
    """A text of another class, as numpy and some parsers give them."""

    __slots__ = ()


@pytest.mark.parametrize("waarde", [Naam(DECLARATIEREGEL["zorgaanbieder_agb"]), [], None, 7])
def test_geen_tekst(waarde: Any) -> None:
    """What equals a value that was read before and is another class, or what has no hash."""
    assert _gelezen(Dossier, INHOUD, nagezien=False)[1] is not None
    gegeven = {**INHOUD, "declaratieregels": [{**DECLARATIEREGEL, "zorgaanbieder_agb": waarde}]}
    fouten = _gelezen(Dossier, gegeven, nagezien=False)
    assert fouten[1] is None
    assert fouten == _gelezen(Dossier, gegeven, nagezien=None)


@pytest.mark.parametrize("anders", [{"zwangerschap": []}, {"onbekend": 1}, {"referentie": None}])
def test_wat_niet_past(anders: dict[str, Any]) -> None:
    """No object, a member that is not known, nothing in place of a text."""
    fouten = _gelezen(Dossier, {**INHOUD, **anders}, nagezien=False)
    assert fouten[1] is None
    assert fouten == _gelezen(Dossier, {**INHOUD, **anders}, nagezien=None)


def test_wanneer_een_functie_wordt_gemaakt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a kind that keeps coming it is, of what is read once it never is."""
    gemaakt: list[type[Any]] = []

    def maak(klasse: type[Any]) -> Any:
        gemaakt.append(klasse)
        return structureerder(klasse)

    monkeypatch.setattr(eenmalig, "structureerder", maak)
    monkeypatch.setattr(eenmalig, "_VANAF", 2)
    monkeypatch.setattr(eenmalig, "_GELEZEN", Counter())
    for _ in range(3):
        structureer_document(DOSSIER, nagezien=True)
    model = [structureer_document(DOSSIER) for _ in range(2)]
    assert gemaakt == []
    model += [structureer_document(DOSSIER) for _ in range(2)]
    assert gemaakt == [Dossier, Dossier]
    assert len(set(map(hash, model))) == 1
