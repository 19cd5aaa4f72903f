"""Where one part of a list has errors the fast door finds them, and leaves the rest to the first."""

import json
from typing import Any
from unittest.mock import Mock

import pytest
from tests.convert.stukken import DECLARATIEREGEL, DOSSIER
from tests.convert.test_snel import BEIDE, geweigerd

from geboortezorg import convert
from geboortezorg.convert import Vormfouten, lees_met_versie, lees_snel, snel
from geboortezorg.convert.snel import Snellezer


@pytest.fixture(autouse=True)
def beide_deuren(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every document read both ways here, also where the suite runs as a user does."""
    monkeypatch.setattr(snel.LEZER, "beide", True)


def _fouten(lees: Any, data: bytes) -> list[tuple[str, str]]:
    with pytest.raises(Vormfouten) as gevonden:
        lees(data)
    return [(fout.pointer, fout.reden.value) for fout in gevonden.value.fouten]


ANDER_DEEL = {**DECLARATIEREGEL, "referentienummer": "r-2"}
DRIE = (DECLARATIEREGEL, ANDER_DEEL, {**DECLARATIEREGEL, "referentienummer": "r-3"})


def _met(nummer: int, **anders: Any) -> dict[str, Any]:
    """Return a dossier of three lines, of which one has other members."""
    regels = [{**regel, **anders} if plek == nummer else regel for plek, regel in enumerate(DRIE)]
    return {**DOSSIER, "declaratieregels": regels}


@pytest.mark.parametrize("nummer", range(3))
def test_fouten_in_een_deel(nummer: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one line has errors, only that one is structured, and all its errors are found."""
    gegeven = _met(nummer, aantal="3", x={}, periode={"van": "2023-02-30"})
    data = json.dumps(gegeven).encode()
    fouten = [
        (f"/declaratieregels/{nummer}/{plek}", reden)
        for plek, reden in (
            ("aantal", "type"),
            ("periode/van", "datum"),
            ("periode/tot_en_met", "ontbreekt"),
            ("*", "onbekend_veld"),
        )
    ]
    assert sorted(_fouten(lees_met_versie, data)) == sorted(fouten)
    assert _fouten(BEIDE.lees, data) == _fouten(lees_met_versie, data)
    with pytest.raises(Vormfouten) as gevonden:
        BEIDE.lees(data)
    assert (gevonden.value.soort, gevonden.value.schema_versie) == (
        "dossier",
        DOSSIER["schema_versie"],
    )
    monkeypatch.setattr(snel.LEZER, "beide", False)
    monkeypatch.setattr(convert, "LEZER", BEIDE)
    assert _fouten(lees_snel, data) == _fouten(lees_met_versie, data)


ELDERS = {
    "in_de_client": {**_met(1, aantal="3"), "client": {"bsn": "1"}},
    "in_twee_delen": {
        **DOSSIER,
        "declaratieregels": [{**DECLARATIEREGEL, "aantal": "3"}, ANDER_DEEL, {}],
    },
    "in_een_lijst_van_teksten": {**DOSSIER, "zorgepisodes": [{"eindverantwoordelijk_in": [1]}]},
    "in_het_enige_deel": {**DOSSIER, "declaratieregels": [{**DECLARATIEREGEL, "aantal": "3"}]},
    "in_een_patroon": _met(1, prestatie="?"),
    "in_de_soort": {**_met(1, aantal="3"), "schema_versie": "9.9"},
    "in_geen_deel": _met(1, aantal=3.0),
    "in_veel_lijsten": _met(1, aantal="3", x=[[]] * 201),
    "te_diep": _met(1, aantal="3", x=json.loads("[" * 201 + "]" * 201)),
}


@pytest.mark.parametrize("naam", ELDERS)
def test_fouten_elders(naam: str) -> None:
    """Where more than one line may have errors the first door finds them all."""
    data = json.dumps(ELDERS[naam]).encode()
    assert BEIDE.lees(data) is None
    assert geweigerd(data) is (naam != "in_geen_deel")


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        ('"aantal": "3"', '"aantal": "3", "aantal": "3"'),
        ('"aantal": "3"', '"aantal": "3", "x": "\\ud800"'),
        ('"pseudoniem"', '"pseudoniem", "referentie": "p"'),
        ('"declaratieregels": [', '"declaratieregels": [{"aantal": "3"}], "declaratieregels": ['),
    ],
)
def test_fout_in_een_deel_en_de_tekst(van: str, naar: str) -> None:
    """A member that occurs twice, or half a character, is found beside the error of a line."""
    tekst = json.dumps(_met(1, aantal="3"))
    assert tekst.count(van) == 1
    data = tekst.replace(van, naar).encode()
    assert BEIDE.lees(data) is None
    assert geweigerd(data)


def test_fout_met_plek_in_de_naam() -> None:
    """A member whose name looks like a place leads nowhere: what is found there is right."""
    for naam in (
        "` - at `$.declaratieregels[0]",
        "` - at `$.declaratieregels[7]",
        "` - at `$.x[0]",
    ):
        data = json.dumps({**_met(1), naam: 1}).encode()
        assert BEIDE.lees(data) is None
        assert geweigerd(data)


def test_een_andere_fout_valt_op(monkeypatch: pytest.MonkeyPatch) -> None:
    """With both doors open, an error that only one of them finds is noticed."""
    monkeypatch.setattr(convert, "LEZER", BEIDE)
    data = json.dumps(_met(1, aantal="3")).encode()
    assert _fouten(lees_snel, data) == [("/declaratieregels/1/aantal", "type")]
    with pytest.raises(Vormfouten) as gevonden:
        BEIDE.lees(data)
    monkeypatch.setattr(Snellezer, "lees", Mock(side_effect=gevonden.value))
    for anders in (_met(0, aantal="3"), _met(1)):
        with pytest.raises(RuntimeError, match="verschillen"):
            lees_snel(json.dumps(anders).encode())
    dubbel = data.replace(b'"debet_credit"', b'"aantal": 1, "debet_credit"')
    with pytest.raises(RuntimeError, match="verschillen"):
        lees_snel(dubbel)
