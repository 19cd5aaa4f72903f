"""A dossier on a time line: where each part lies, how it stands, and never a date of it."""

import re
from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import pytest

from geboortezorg.bevinding import Ernst
from geboortezorg.cli.uitvoer.tijdlijn import tijdlijn
from geboortezorg.convert import structureer_document
from geboortezorg.model.dossier import Dossier
from geboortezorg.rapport import Rapport
from geboortezorg.validation import validate

DAG = date(2023, 5, 8)


def _dossier(schuif: int = 0, **delen: Any) -> dict[str, Any]:
    """Return a small dossier, all its days moved by as many."""

    def dag(n: int) -> str:
        return (DAG + timedelta(days=n + schuif)).isoformat()

    return {
        "soort": "dossier",
        "schema_versie": "0.1",
        "referentie": "Kanarie7Q",
        "zwangerschap": {"a_terme_datum": dag(0), "datum_einde": dag(-2), "wijze_einde": "partus"},
        "kinderen": [
            {"rangnummer": 1, "geboren": True, "geboortedatum": dag(-2)},
            {"rangnummer": 2, "geboren": False},
        ],
        "zorgepisodes": [
            {
                "zorgepisode_id": "Kanarie7Q",
                "zorgaanbieder": {"discipline": "kraamverzorgende"},
                "looptijd": {"van": dag(-200)},
            }
        ],
        "geleverde_kraamzorg": [{"datum": dag(n), "duur_minuten": 60} for n in (0, 1)],
        **delen,
    }


def _regel(nummer: int, van: date, tot: date) -> dict[str, Any]:
    return {
        "referentienummer": f"Kanarie7Q-{nummer}",
        "zorgaanbieder_agb": "33001234",
        "uzovi_code": "0001",
        "prestatie": "kraamzorg-uur",
        "periode": {"van": van.isoformat(), "tot_en_met": tot.isoformat()},
        "aantal": 1,
        "tarief_eurocent": 1,
        "bedrag_eurocent": 1,
        "declaratiebedrag_eurocent": 1,
        "debet_credit": "D",
    }


def _model(document: dict[str, Any]) -> Dossier:
    model = structureer_document(document)
    assert isinstance(model, Dossier)
    return model


def _teken(document: dict[str, Any], rapport: Rapport | None = None, taal: str = "nl") -> Any:
    plaat = tijdlijn(_model(document), rapport, taal, "t")
    assert plaat is not None
    return plaat


def test_elk_deel_staat_er() -> None:
    """Each part with days has a bar, in weeks of the pregnancy; a child to be born has none."""
    rijen = _teken(_dossier()).rijen
    assert [(pad, van, tot) for pad, van, tot, _ in rijen] == [
        ("/zwangerschap", "0", "39"),
        ("/kinderen/0", "39", "39"),
        ("/zorgepisodes/0", "11", "..."),
        ("/geleverde_kraamzorg/0", "40", "40"),
        ("/geleverde_kraamzorg/1", "40", "40"),
    ]


def test_geen_dag_en_geen_naam() -> None:
    """The picture is the same when everything happened earlier: no date of it can be read."""
    hier = _teken(_dossier()).html("x")
    assert hier == _teken(_dossier(schuif=-1234)).html("x")
    assert "kanarie" not in hier.lower()
    assert not re.search(r"\b(19|20)[0-9]{2}\b", hier)


def test_zonder_zwangerschap_in_de_tijd() -> None:
    """Without the first day the line begins at the end, or at the first day of all."""
    einde = _dossier(zwangerschap={"datum_einde": DAG.isoformat()})
    assert _teken(einde).rijen[0][:3] == ("/zwangerschap", "0", "0")
    niets = _dossier(zwangerschap={})
    assert _teken(niets).rijen[1][:2] == ("/zorgepisodes/0", "0")
    leeg = _dossier(zwangerschap={}, kinderen=[], zorgepisodes=[], geleverde_kraamzorg=[])
    assert tijdlijn(_model(leeg), None, "nl", "t") is None


def test_ver_weg() -> None:
    """A day that is a mistake does not squeeze the rest, and its week is not told."""
    regels = [
        _regel(0, date(1900, 1, 1), date(1900, 1, 2)),
        _regel(1, DAG, date(2099, 1, 1)),
        _regel(2, DAG, DAG - timedelta(days=20)),
    ]
    plaat = _teken(_dossier(declaratieregels=regels))
    assert plaat.rijen[-3][1:3] == ("< -12", "< -12")
    assert plaat.rijen[-2][1:3] == ("40", "> 78")
    vroeg = _dossier(zwangerschap={"a_terme_datum": "1900-01-01"})
    assert _teken(vroeg).rijen[0][:2] == ("/zwangerschap", "0")
    for deel in ET.XML(plaat.svg()).iter("rect"):
        assert float(deel.get("width") or 0) > 0


@pytest.mark.parametrize("aantal", [3, 40])
def test_niets_verbergt_een_ander(aantal: int) -> None:
    """Lines on the same days have lanes of their own, up to a bound."""
    regels = [_regel(n, DAG, DAG) for n in range(aantal)]
    boom = ET.XML(_teken(_dossier(declaratieregels=regels)).svg())
    banen = {
        deel.get("y")
        for deel in boom
        if deel.tag == "rect" and any("/declaratieregels/" in str(t.text) for t in deel)
    }
    assert len(banen) == min(aantal, 12)


def test_hoe_het_staat() -> None:
    """What breaks a rule is solid, also where a doubt stands beside it; a doubt is hatched."""
    basis = validate(_dossier())
    bron = basis.bevindingen[0]
    fout = attrs.evolve(bron, ernst=Ernst.FOUT, pad="/zorgepisodes/0/looptijd", ook_op=())
    twijfel = attrs.evolve(
        bron, ernst=Ernst.INFO, pad="/zorgepisodes/0", ook_op=("/zwangerschap/datum_einde", "")
    )
    for volgorde in ((fout, twijfel), (twijfel, fout)):
        rapport = attrs.evolve(basis, bevindingen=volgorde)
        stand = {pad: tekst for pad, _, _, tekst in _teken(_dossier(), rapport, "en").rijen}
        assert stand["/zorgepisodes/0"] == "breaks a rule"
        assert stand["/zwangerschap"] == "doubt or unknown"
        assert stand["/kinderen/0"] == "no finding"
        svg = _teken(_dossier(), rapport).svg()
        assert "schendt een regel" in svg
        assert "url(#t-s)" in svg
