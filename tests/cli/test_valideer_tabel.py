"""``geboortezorg validate``: the table for people."""

import json
import re
from pathlib import Path

import attrs
import pytest

from geboortezorg import Oordeel, validate
from geboortezorg.verslag import MAX_PLAATSEN

from .conftest import FOUT, GOED, Opdracht

pytestmark = pytest.mark.usefixtures("bestanden")


def test_tabel(opdracht: Opdracht) -> None:
    """The table shows path and line, verdict, and per finding severity, code, place and text."""
    assert opdracht("validate", "goed.json", "fout.json", "kapot.json", "alles.ndjson").out == (
        "fout.json: afgekeurd\n"
        "   fout GZ-VORM-001 /overeenkomsten_volledig (tekstregel 4, kolom 29)\n"
        "                    De waarde is van een ander type. Verwacht: true of "
        "false.\n"
        "kapot.json: afgekeurd\n"
        "   fout GZ-INVOER-001 tekstregel 2, kolom 11\n"
        "                      De invoer is geen geldige JSON. Herstel de opmaak op de genoemde "
        "plaats.\n"
        "alles.ndjson:3: afgekeurd\n"
        "   fout GZ-VORM-001 /overeenkomsten_volledig (kolom 73)\n"
        "                    De waarde is van een ander type. Verwacht: true of "
        "false.\n"
        "alles.ndjson:4: afgekeurd\n"
        "   fout GZ-INVOER-001 kolom 2\n"
        "                      De invoer is geen geldige JSON. Herstel de opmaak op de genoemde "
        "plaats.\n"
        "Documenten: 6. akkoord: 2, afgekeurd: 4, onvolledig: 0. Onleesbaar: 2.\n"
    )


def test_tabel_zwijgt_over_akkoord(opdracht: Opdracht, tmp_path: Path) -> None:
    """What is akkoord is only counted, unless it is the one file that was asked about."""
    alle = "Documenten: {0}. akkoord: {0}, afgekeurd: 0, onvolledig: 0.\n"
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "a.json").write_text(json.dumps(GOED), "utf-8")
    (tmp_path / "een.ndjson").write_text(json.dumps(GOED), "utf-8")
    assert opdracht("validate", "map/a.json").out == "map/a.json: akkoord\n" + alle.format(1)
    for paden in (["map"], ["een.ndjson"], ["map/a.json", "goed.json"], ["goed.json", "goed.json"]):
        assert opdracht("validate", *paden).out == alle.format(len(paden))


def test_tabel_zegt_wat_er_bij_akkoord_te_zeggen_is(
    opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A finding is shown whatever the verdict, and so is a verdict without findings."""
    (een,) = validate(FOUT).bevindingen
    akkoord = attrs.evolve(validate(GOED), bevindingen=(een,))
    onvolledig = attrs.evolve(validate(GOED), oordeel=Oordeel.ONVOLLEDIG)
    for rapport, begin in ((akkoord, "akkoord\n   fout GZ-"), (onvolledig, "onvolledig ()\n")):
        monkeypatch.setattr(
            "geboortezorg.cli.werkbank.validate_portion", lambda *_, r=rapport: [r] * 2
        )
        for paden in (["goed.json"], ["goed.json", "goed.json"]):
            assert opdracht("validate", *paden, "--quiet").out.startswith(f"goed.json: {begin}")


def test_tabel_in_het_engels(opdracht: Opdracht) -> None:
    """With --taal en every text is English; verdicts and codes stay what they are."""
    uitkomst = opdracht("validate", "niets.json", "goed.json", "--taal", "en")
    assert uitkomst.out == (
        "niets.json: afgekeurd\n"
        "   fout GZ-INVOER-001 (whole document)\n"
        "                      The input cannot be opened or not be read to its end. Check the "
        "file.\n"
        "Documents: 2. akkoord: 1, afgekeurd: 1, onvolledig: 0. Unreadable: 1.\n"
    )
    assert uitkomst.err == "geboortezorg: niets.json: this file does not exist\n"


def test_tabel_van_een_onvolledig_document(opdracht: Opdracht) -> None:
    """What could not be judged is shown as such."""
    uit = opdracht("validate", "onvolledig.json").out
    assert uit.startswith("onvolledig.json: onvolledig (onbekend)\n   ")
    assert "   info GZ-TARIEF-001 " in uit
    assert uit.endswith("\nDocumenten: 1. akkoord: 0, afgekeurd: 0, onvolledig: 1.\n")


def test_te_veel_bevindingen(
    opdracht: Opdracht, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Places beyond the bounds are counted: of one finding, and of the findings."""
    soort = {"soort": "declaratie", "schema_versie": "0.1"}
    declaratieregels: list[object] = [0] * (MAX_PLAATSEN - 1) + [{}]
    (tmp_path / "veel.json").write_text(
        json.dumps(soort | {"declaratieregels": declaratieregels}), "utf-8"
    )
    assert "en nog" not in opdracht("validate", "veel.json").out
    monkeypatch.setattr("geboortezorg.verslag.MAX_BEVINDINGEN", 1)
    monkeypatch.setattr("geboortezorg.verslag.MAX_PLAATSEN", MAX_PLAATSEN - 1000)
    rapport = opdracht("validate", "veel.json", "--format", "json").rapporten[0]
    (bevinding,) = rapport["bevindingen"]
    assert bevinding["code"] == "GZ-VORM-001"
    assert rapport["bevindingen_weggelaten"] > 0
    assert "  en nog " in opdracht("validate", "veel.json").out


def test_markup_in_een_pad(opdracht: Opdracht, tmp_path: Path) -> None:
    """A path is shown as it is: it is no markup, no emoji, and it starts no new line."""
    namen = ["[bold]a.json", ":smiley:.json", "a\nb.json"]
    for naam in namen:
        (tmp_path / naam).write_text(json.dumps(GOED), "utf-8")
    for naam, getoond in zip(namen, (*namen[:2], "a\\nb.json"), strict=True):
        assert opdracht("validate", naam).out.startswith(f"{getoond}: akkoord\n")


@pytest.mark.parametrize("kolommen", ["", "0", "10", "abc", "²", "99999"])
def test_smalle_uitvoer(kolommen: str, opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """However narrow the output is said to be, every word of a finding can be read."""
    monkeypatch.setenv("COLUMNS", kolommen)
    uit = opdracht("validate", "x" * 200, "fout.json").out
    assert "x" * 200 + ": afgekeurd\n" in uit
    assert "GZ-VORM-001 " in uit
    assert re.sub(r"\s", "", uit).count("/overeenkomsten_volledig") == 1


def test_plaatsen_in_de_tabel(opdracht: Opdracht, tmp_path: Path) -> None:
    """One cause in several places is one row, with the first place and how many more."""
    fout = GOED | {"overeenkomsten": [0, 0, 0]}
    (tmp_path / "drie.json").write_text(json.dumps(fout), "utf-8")
    assert (
        " /overeenkomsten/0 (tekstregel 1, kolom 65) en 2 andere\n"
        in opdracht("validate", "drie.json").out
    )
    assert (
        " /overeenkomsten/0 (line 1, column 65) and 2 more\n"
        in opdracht("validate", "drie.json", "--taal", "en").out
    )
