"""The page of a run: it holds all it needs, says what was found where, and no value of a document."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.test_kanarie import KANARIE, zonder_kanarie

from geboortezorg import validate as beoordeel
from geboortezorg.rapport import Rapport
from geboortezorg.validation import validate_portion

from .conftest import FOUT, GOED, VOORBEELDEN, Opdracht

LEEG = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}
DOSSIER = VOORBEELDEN / "fout" / "thuisbevalling-2023.json"


class Lezer(HTMLParser):
    """Reads a page, and holds that every element is closed in its order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.namen: list[str] = []
        self.kenmerken: list[tuple[str, str | None]] = []
        self.tekst: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, and that it is open."""
        self.namen.append(tag)
        self.kenmerken += attrs
        if tag not in LEEG:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that closes itself, as only those of SVG and the empty ones may."""
        assert tag in LEEG or "svg" in self.open, tag
        self.namen.append(tag)
        self.kenmerken += attrs

    def handle_endtag(self, tag: str) -> None:
        """Close the last element that is open."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note a text."""
        if "style" not in self.open:
            self.tekst.append(data)


@pytest.fixture(autouse=True)
def bestanden(tmp_path: Path) -> None:
    """Write a document of each sort."""
    (tmp_path / "dossier.json").write_bytes(DOSSIER.read_bytes())
    (tmp_path / "goed <b>.json").write_text(json.dumps(GOED), "utf-8")
    (tmp_path / "vorm.json").write_text(
        json.dumps({"soort": "dossier", "schema_versie": "0.1"}), "utf-8"
    )
    leeg = {"soort": "dossier", "schema_versie": "0.1", "referentie": "r", "zwangerschap": {}}
    (tmp_path / "leeg.json").write_text(json.dumps(leeg), "utf-8")
    (tmp_path / "regels.ndjson").write_text(f"{json.dumps(GOED)}\n{json.dumps(FOUT)}\n", "utf-8")


def test_een_dossier(opdracht: Opdracht) -> None:
    """It has every finding with its place and source, and the time line."""
    uitkomst = opdracht("validate", "dossier.json", "--format", "html")
    assert uitkomst.code == 1
    lezer = Lezer(uitkomst.out)
    tekst = " ".join(lezer.tekst)
    rapport = beoordeel(DOSSIER.read_bytes())
    for bevinding in rapport.bevindingen:
        assert bevinding.code in lezer.tekst
        assert bevinding.pad in lezer.tekst
        assert bevinding.tekst in lezer.tekst
        assert bevinding.bron.url is None or ("href", bevinding.bron.url) in lezer.kenmerken
    assert "tekstregel 6, kolom" in tekst
    assert "Het dossier in de tijd" in tekst
    assert "Documenten: 1. akkoord: 0, afgekeurd: 1, onvolledig: 0." in tekst
    assert lezer.namen.count("svg") == 1
    assert ("lang", "nl") in lezer.kenmerken


def test_een_run(opdracht: Opdracht) -> None:
    """Every document is in the list with a link to its part, in the language that was asked."""
    paden = ("goed <b>.json", "vorm.json", "leeg.json", "regels.ndjson", "niets.json")
    uitkomst = opdracht("validate", *paden, "--format", "html", "--taal", "en")
    lezer = Lezer(uitkomst.out)
    ankers = [w for k, w in lezer.kenmerken if k == "href" and str(w).startswith("#")]
    ids = {w for k, w in lezer.kenmerken if k == "id"}
    assert len(ankers) == 6
    assert {str(anker).removeprefix("#") for anker in ankers} <= ids
    assert {"goed <b>.json", "regels.ndjson:2", "niets.json"} <= set(lezer.tekst)
    assert "No findings." in lezer.tekst
    assert "svg" not in lezer.namen, "none of these has a day"
    assert not re.search(r"\b(Oordeel|Geen|Bron|voldaan)\b", " ".join(lezer.tekst))


def test_de_bladzijde_haalt_niets(opdracht: Opdracht) -> None:
    """It runs nothing, and names another place only where one may click."""
    uit = opdracht("validate", "dossier.json", "--format", "html").out
    lezer = Lezer(uit)
    assert not {"script", "link", "img", "iframe", "form"} & set(lezer.namen)
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in lezer.kenmerken
    elders = {k for k, w in lezer.kenmerken if w is not None and "://" in w}
    assert elders == {"href"}
    assert "@import" not in uit


def test_meer_plaatsen(opdracht: Opdracht, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One finding in several places says in how many; what was left out is counted."""

    def met_meer(*argumenten: Any, **opties: Any) -> list[Rapport]:
        (rapport,) = beoordeeld(*argumenten, **opties)
        eerste = attrs.evolve(rapport.bevindingen[0], ook_op=("/a", "/b"))
        return [
            attrs.evolve(
                rapport, bevindingen=(eerste,), bevindingen_weggelaten=7, samenvatting=None
            )
        ]

    beoordeeld = validate_portion
    monkeypatch.setattr("geboortezorg.cli.werkbank.validate_portion", met_meer)
    tekst = " ".join(Lezer(opdracht("validate", "dossier.json", "--format", "html").out).tekst)
    assert "en op 2 andere plaatsen" in tekst
    assert "7 plaatsen meer zijn geteld" in tekst
    assert "Regels:" not in tekst, "no rule was run"


def test_geen_waarde(opdracht: Opdracht, tmp_path: Path) -> None:
    """No value of a document stands on the page: no number, no name, no day of it."""
    tekst = DOSSIER.read_text("utf-8")
    document = json.loads(tekst)
    document["referentie"] = KANARIE
    document["client"] |= {"bsn": KANARIE, "verzekeringen": []}
    for declaratieregel in document["declaratieregels"]:
        declaratieregel["referentienummer"] = KANARIE
        declaratieregel["prestatie"] = KANARIE
    for episode in document["zorgepisodes"]:
        episode |= {"zorgepisode_id": KANARIE, "dossiernummer": KANARIE}
    for naam, versie in (("k", document), ("z", document | {"client": {}})):
        (tmp_path / f"{naam}.json").write_text(json.dumps(versie), "utf-8")
        uit = opdracht("validate", f"{naam}.json", "--format", "html").out
        zonder_kanarie(uit)
        for dag in set(re.findall(r"(?:19|20)\d\d-\d\d-\d\d", tekst)):
            assert dag not in uit
    assert "<svg" in uit
