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
