"""``geboortezorg ei``: faults with their place, exit codes, and no value of a message."""

import gzip
import json
from pathlib import Path

import pytest
from tests.ei.berichten import VK301, als_bytes, bericht, met

from geboortezorg import dump
from geboortezorg.cli import eilezen

from .conftest import Opdracht

GOED = bericht()
FOUT = [*GOED[:2], met(GOED[2], "tarief", "Kanarie7"), GOED[3]]


@pytest.fixture(autouse=True)
def bestanden(tmp_path: Path) -> None:
    """Write a message that is right, one that is not, and one that is none."""
    (tmp_path / "goed.asc").write_bytes(als_bytes(GOED))
    (tmp_path / "goed.asc.gz").write_bytes(gzip.compress(als_bytes(GOED)))
    (tmp_path / "fout.asc").write_bytes(als_bytes(FOUT))
    (tmp_path / "leeg.asc").write_bytes(b"")
    (tmp_path / "kapot.asc.gz").write_bytes(b"geen gzip")


def test_lees(opdracht: Opdracht) -> None:
    """A good message is counted, and the layout names its ground."""
    for pad in ("goed.asc", "goed.asc.gz"):
        uit = opdracht("ei", "lees", pad)
        verwacht = "4 records, 1 prestaties, 0 fouten. Indeling: vk301-2.2 (secundair).\n"
        assert uit == (0, verwacht, "")
    assert opdracht("ei", "lees", "-", stdin=als_bytes(GOED)).code == 0


def test_lees_fouten(opdracht: Opdracht) -> None:
    """A fault names record, field and return code, in both languages, and shows no value."""
    uit = opdracht("ei", "lees", "fout.asc")
    assert uit.code == 1
    assert uit.out.startswith(
        "record 3, rubriek 0423, tarief, retourcode 0611: Dit veld mag alleen cijfers hebben."
    )
    engels = opdracht("ei", "lees", "fout.asc", "--taal", "en")
    assert engels.out.startswith("record 3, field 0423, tarief, return code 0611: This field may")
    als_json = opdracht("ei", "lees", "fout.asc", "--format", "json")
    fout, telling = map(json.loads, als_json.out.splitlines())
    assert (fout["record"], fout["veld"], fout["reden"]) == (3, "tarief", "geen_cijfers")
    assert telling == {
        "indeling": "vk301-2.2",
        "verificatie": "secundair",
        "records": 4,
        "prestaties": 1,
        "fouten": 1,
    }
    for een in (uit, engels, als_json):
        assert "kanarie" not in f"{een}".lower()


def test_wat_niet_te_lezen_is(opdracht: Opdracht) -> None:
    """No message, no file, no gzip: each is said, with exit code 2."""
    leeg = opdracht("ei", "lees", "leeg.asc")
    assert (leeg.code, leeg.out.splitlines()[-1]) == (
        2,
        "0 records, 0 prestaties, 1 fouten. Indeling: niet bekend.",
    )
    leeg = opdracht("ei", "lees", "leeg.asc", "--format", "json")
    assert json.loads(leeg.out.splitlines()[-1])["indeling"] is None
    assert "bestaat niet" in opdracht("ei", "lees", "nee.asc").err
    kapot = opdracht("ei", "lees", "kapot.asc.gz")
    assert (kapot.code, kapot.out) == (2, "")
    assert "geen heel gzip-bestand" in kapot.err


def test_heel_veel_fouten(opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond a bound faults are counted only."""
    monkeypatch.setattr(eilezen, "MAX_GETOOND", 0)
    assert opdracht("ei", "lees", "fout.asc").out.startswith("en nog 1 fouten\n")


def test_een_eigen_indeling(opdracht: Opdracht, tmp_path: Path) -> None:
    """An own layout goes before those that ship; one that is wrong is refused."""
    (tmp_path / "eigen.json").write_bytes(dump(VK301.model).replace(b"secundair", b"officieel"))
    uit = opdracht("ei", "lees", "goed.asc", "--indeling", "eigen.json")
    assert "vk301-2.2 (officieel)" in uit.out
    (tmp_path / "eigen.json").write_bytes(
        dump(VK301.model).replace(b'"recordlengte":310', b'"recordlengte":311')
    )
    uit = opdracht("ei", "lees", "goed.asc", "--indeling", "eigen.json")
    assert (uit.code, uit.out) == (2, "")
    assert "vullen het record niet" in uit.err
