"""The numbers that a finding names are those of the norm, in the unit in which its text says them."""

import json
from pathlib import Path

import pytest

from geboortezorg import validate

MAP = Path(__file__).parents[2] / "schemas" / "0.1" / "conformance"


@pytest.mark.parametrize(
    ("code", "naam", "parameters"),
    [
        ("GZ-KIND-008", "ongeldig-te-vroeg", {"weken": "21"}),
        ("GZ-ZWANGERSCHAP-001", "ongeldig-44-weken-en-1-dag", {"weken": "44"}),
        ("GZ-ZWANGERSCHAP-005", "ongeldig-te-oud", {"jongste": "13", "oudste": "55"}),
        ("GZ-WACHT-028", "ongeldig-veertig", {"weken": "52", "vrij": "13"}),
        ("GZ-WACHT-030", "ongeldig-twaalf-uur-en-een-minuut", {"uren": "12"}),
        ("GZ-WACHT-030", "ongeldig-tien-uur-en-een-minuut", {"uren": "10"}),
    ],
)
def test_parameters(code: str, naam: str, parameters: dict[str, str]) -> None:
    """The finding of a published case has these parameters."""
    gevallen = json.loads((MAP / f"{code}.json").read_bytes())["gevallen"]
    (geval,) = (geval for geval in gevallen if geval["naam"] == naam)
    (bevinding,) = validate(geval["document"]).van(code)
    assert {p.naam: p.waarde for p in bevinding.parameters} == parameters
