"""The published catalogue of rules: it follows its schema and is what the command line gives."""

import json
from pathlib import Path
from typing import Any

import pytest

from geboortezorg import schema
from geboortezorg.cli import main
from geboortezorg.regels.register import PER_CODE, REGELS
from geboortezorg.uitgave.conformance import thema_van

PAD = Path(__file__).resolve().parents[2] / "schemas" / "0.1" / "regels.json"
CATALOGUS: dict[str, Any] = json.loads(PAD.read_bytes())


def test_volgt_zijn_schema() -> None:
    """The catalogue follows its schema, which refuses another one."""
    keuring = schema.validator("regels")
    keuring.validate(CATALOGUS)
    for weg in ("titel_en", "bronnen", "velden"):
        anders = json.loads(json.dumps(CATALOGUS))
        del anders["regels"][0][weg]
        assert not keuring.is_valid(anders)


def test_elke_regel(capsys: pytest.CaptureFixture[str]) -> None:
    """Every rule stands in it, in order and with its theme, as the command line gives them."""
    assert [regel["code"] for regel in CATALOGUS["regels"]] == [regel.code for regel in REGELS]
    for regel in CATALOGUS["regels"]:
        assert regel["thema"] == thema_van(regel["code"])
        assert regel["versie"] == PER_CODE[regel["code"]].versie
    assert main(["regels", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == CATALOGUS["regels"]


ZONDER_FEIT = {
    "GZ-INVOER-002": "anything of substance would do",
    "GZ-KRAAMZORG-003": "no norm is known for what the indication names",
    "GZ-KRAAMZORG-004": "a second fact, beside lines that stand in the document",
    "GZ-KRAAMZORG-019": "an earlier part of a list",
    "GZ-NUMMER-001": "a number that stands for an unknown one",
    "GZ-REGEL-001": "a line of another message",
    "GZ-SCREENING-001": "a shorter period",
    "GZ-SCREENING-004": "a line of the examination, declared elsewhere",
    "GZ-TARIEF-004": "how is rounded is not known",
    "GZ-WACHT-003": "no text of the norm was seen",
    "GZ-WACHT-004": "no text of the norm was seen",
    "GZ-WACHT-030": "whether something happens now and then",
    "GZ-ZWANGERSCHAP-005": "a day that stands for an unknown one",
}
"""Rules that can leave something open, though not for want of one member or a table; and why."""


def test_elke_regel_noemt_de_feiten_die_zij_nodig_heeft() -> None:
    """A rule that can leave a case open names a fact for want of which it does, or stands above.

    Each case that it then reports is one of its own, and one that the published cases leave open.
    """
    laat_open = _laat_open()
    for regel in CATALOGUS["regels"]:
        uitkomsten = {r["reden"]: r["uitkomsten"] for r in regel["redenen"]}
        for feit in regel["feiten"]:
            assert all("niet_beoordeeld" in uitkomsten[reden] for reden in feit["redenen"])
        kan_open = regel["code"] in laat_open
        assert (regel["code"] in ZONDER_FEIT) <= kan_open
        assert bool(regel["feiten"]) or not kan_open or regel["code"] in ZONDER_FEIT, regel["code"]


def test_elk_geval_heeft_een_uitkomst() -> None:
    """Of every case that a rule can report it is published whether it breaks or leaves open."""
    zonder = {
        (regel["code"], reden["reden"])
        for regel in CATALOGUS["regels"]
        for reden in regel["redenen"]
        if not reden["uitkomsten"] and regel["code"] != "GZ-INVOER-001"
    }
    # GZ-INVOER-001 is about input, and `rijen` about rows, that no case, a JSON object, can hold.
    assert zonder == {("GZ-VORM-001", "rijen")}


def _laat_open() -> set[str]:
    """Return the codes of the rules that leave something open for want of a fact."""
    return {
        bevinding["code"]
        for pad in PAD.parent.glob("conformance/GZ-*.json")
        for geval in json.loads(pad.read_bytes())["gevallen"]
        for bevinding in geval["verwacht"]["bevindingen"]
        if (bevinding["uitkomst"], bevinding["ernst"]) == ("niet_beoordeeld", "info")
    }
