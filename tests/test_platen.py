"""The pictures of the site: readable without seeing them, true to the tables, asking for nothing."""

import importlib
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from geboortezorg.berekening.bekostiging.financiering import TIJDVAKKEN
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.model.dossier import Dossier
from geboortezorg.tabellen import Belemmering, shipped
from geboortezorg.tabellen.normen import normen
from geboortezorg.vorm import Soort, velden

WORTEL = Path(__file__).resolve().parent.parent
FIGUUR = re.compile(r"```\{plaat\} (\S+)(?: (\S+))?\n(?::taal: (\S+)\n)?```")
DOSSIER = "fout/thuisbevalling-2023"


@pytest.fixture(scope="module")
def platen() -> Iterator[ModuleType]:
    """Return the package that draws."""
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.syspath_prepend(str(WORTEL / "docs" / "_ext"))
        yield importlib.import_module("platen")


def _alle(platen: ModuleType) -> Iterator[Any]:
    """Draw every picture that a page can show."""
    for naam, teken in platen.PLATEN.items():
        if naam == "tarieven":
            yield from (teken(p.prestatie_id) for p in shipped().prestaties)
        elif naam == "nesting":
            yield from map(teken, DOCUMENTEN)
        elif naam == "dossier":
            yield teken(DOSSIER)
        elif naam in {"bekostiging", "verandering"}:
            yield from (teken(taal=taal) for taal in ("en", "nl"))
        else:
            yield teken()


def test_elke_plaat_is_te_lezen(platen: ModuleType) -> None:
    """It has a name and a description, no id of another, no colour or address of its own."""
    gezien: set[str] = set()
    for plaat in _alle(platen):
        svg = plaat.svg()
        boom = ET.XML(svg)
        assert boom.get("role") == "img"
        ids = {deel.get("id"): deel for deel in boom.iter() if deel.get("id")}
        titel, uitleg = str(boom.get("aria-labelledby")).split()
        assert ids[titel].text == plaat.titel
        assert ids[uitleg].text == plaat.omschrijving
        assert not gezien & set(ids), "an id that another picture on the page could have"
        gezien |= {naam for naam in ids if naam is not None}
        assert not re.search(r"style=|href|http|#[0-9a-f]{3,6}\b|<script", svg)
        assert "\n" not in plaat.html("x"), "an empty line would end it"
        for deel in boom.iter("rect"):
            x, breed = float(deel.get("x") or 0), float(deel.get("width") or 0)
            assert breed > 0
            assert -1 <= x <= x + breed <= plaat.breedte + 1


def test_elke_plaat_heeft_haar_cijfers(platen: ModuleType) -> None:
    """What is drawn stands in a table too; the amounts of a prestatie stand on its page already."""
    for plaat in _alle(platen):
        tabel = plaat.html("The same as a table")
        if plaat.naam.startswith("tarieven-") or not plaat.rijen:
            assert "<details>" not in tabel
            continue
        assert all(len(rij) == len(plaat.koppen) for rij in plaat.rijen)
        assert tabel.count("<tr>") == len(plaat.rijen) + 1


def _rijen(prestatie_id: str) -> list[Any]:
    return [
        rij
        for rij in shipped().tarieven_van(prestatie_id)
        if rij.looptijd is not None
        and rij.tarief.bedrag_eurocent is not None
        and rij.belemmering not in (Belemmering.NIET_VAN_KRACHT, Belemmering.VERVANGEN)
    ]


def test_bedragen(platen: ModuleType) -> None:
    """Every amount is a bar, as high as its share of the highest, filled as it was verified."""
    vullingen = {"officieel": "gz-vol", "bevestigd": "gz-half", "secundair": "gz-streepvak"}
    for p in shipped().prestaties:
        rijen = _rijen(p.prestatie_id)
        boom = ET.XML(platen.PLATEN["tarieven"](p.prestatie_id).svg())
        balken = [
            (deel, titel)
            for deel in boom
            if deel.tag == "rect"
            for titel in deel
            if "not known" not in str(titel.text)
        ]
        assert len(balken) == len(rijen)
        hoogste = max((rij.tarief.bedrag_eurocent for rij in rijen), default=0) or 1
        for rij, (balk, titel) in zip(rijen, balken, strict=True):
            aandeel = 150 * rij.tarief.bedrag_eurocent / hoogste
            assert float(balk.get("height") or 0) == pytest.approx(aandeel, abs=0.1)
            assert f"{rij.looptijd.van} t/m" in str(titel.text)
            verwacht = "gz-open" if rij.belemmering else vullingen.get(rij.verificatie)
            assert balk.get("class") == (verwacht or "gz-streepvak")


def test_een_gat_blijft_een_gat(platen: ModuleType) -> None:
    """A year without an amount is marked as not known, and has no bar over it."""
    svg = platen.PLATEN["tarieven"]("kraamzorg-uur").svg()
    for jaar in (2011, 2015):
        assert f"<title>{jaar}: not known here</title>" in svg
    for jaar in (2010, 2020, 2023):
        assert f"<title>{jaar}: not known here</title>" not in svg


def test_dekking_telt_elke_prestatie_eens(platen: ModuleType) -> None:
    """The parts of a regime and a year add up to its prestaties."""
    plaat = platen.PLATEN["dekking"]()
    for regime, _, *verdeeld in plaat.rijen:
        aantal = sum(p.regime is regime for p in shipped().prestaties)
        assert sum(verdeeld) == aantal
        assert min(verdeeld) >= 0
    assert ("kraamzorg", 2010, 6, 0, 0, 0, 1) in plaat.rijen


def test_nesting_heeft_elk_deel(platen: ModuleType) -> None:
    """Every field of a kind that holds a part is drawn."""
    for soort, klasse in DOCUMENTEN.items():
        delen = [
            veld.naam
            for veld in velden(klasse)
            if (veld.vorm.item or veld.vorm).soort is Soort.OBJECT
        ]
        rijen = platen.PLATEN["nesting"](soort).rijen
        assert [naam for diepte, naam, *_ in rijen if diepte == 1] == delen


def test_model_van_een_dossier(platen: ModuleType) -> None:
    """Every part of a dossier stands in one group."""
    namen = [naam for _, naam, *_ in platen.PLATEN["dossiermodel"]().rijen]
    delen = [v.naam for v in velden(Dossier) if (v.vorm.item or v.vorm).soort is Soort.OBJECT]
    assert sorted(namen) == sorted(delen)


@pytest.mark.parametrize("taal", ["en", "nl"])
def test_bekostiging(platen: ModuleType, taal: str) -> None:
    """Every payer of whom a source states days, with those days; and the day of purchase."""
    plaat = platen.PLATEN["bekostiging"](taal=taal)
    dagen = {
        (
            t.van.datum if t.van else "...",
            t.tot_en_met.datum if t.tot_en_met else "...",
        )
        for t in TIJDVAKKEN.values()
        if t.van or t.tot_en_met
    }
    assert {rij[1:3] for rij in plaat.rijen} == dagen
    inkoop = normen().norm("vsv-inkoop").norm.van
    assert isinstance(inkoop, date)
    assert f">{inkoop}: " in plaat.svg()


def test_talen_verschillen(platen: ModuleType) -> None:
    """A picture for the Dutch pages has no English in it, and the other way round."""
    for naam in ("bekostiging", "verandering"):
        nl, en = (platen.PLATEN[naam](taal=taal).html("") for taal in ("nl", "en"))
        assert not re.search(r"\b(the|before|insurer|who)\b", nl)
        assert not re.search(r"\b(een|voor|zorgverzekeraar|wie)\b", en)


def test_elke_genoemde_plaat_bestaat(platen: ModuleType) -> None:
    """A page that names a picture gets one, and every picture stands on a page."""
    genoemd = set()
    for pad in (WORTEL / "docs").rglob("*.md*"):
        if "_build" not in pad.parts and "naslag" not in pad.parts:
            genoemd |= {naam for naam, _, _ in FIGUUR.findall(pad.read_text("utf-8"))}
    genoemd |= {"tarieven", "nesting"}  # named in templates, with a variable
    assert genoemd == set(platen.PLATEN)
