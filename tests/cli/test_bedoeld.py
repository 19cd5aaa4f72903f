"""A prestatie that no list has: the table of ``validate`` names what looks like it."""

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import VOORBEELDEN, Opdracht


def schrijf(map_: Path, *prestaties: str) -> None:
    """Write an example with these in place of its prestaties."""
    document: dict[str, Any] = json.loads(
        (VOORBEELDEN / "goed" / "thuisbevalling-2023.json").read_bytes()
    )
    eerste = document["declaratieregels"][0]
    document["declaratieregels"] = [
        {**eerste, "referentienummer": str(nummer), "prestatie": prestatie}
        for nummer, prestatie in enumerate(prestaties)
    ]
    (map_ / "d.json").write_text(json.dumps(document), "utf-8")


@pytest.mark.parametrize(
    ("prestaties", "hint"),
    [
        (("kraamzorguur",), "Perhaps meant: kraamzorg-uur."),
        (("janssen", "kraamzorguur"), "Perhaps meant: kraamzorg-uur."),
        (("Volledige_Verloskundige_Zorg",), "Perhaps meant: verloskunde-volledig."),
        (("janssen",), ""),
        (("vsv-coordinator-intramuraal",), ""),
    ],
)
def test_wat_erop_lijkt(
    prestaties: tuple[str, ...], hint: str, opdracht: Opdracht, tmp_path: Path
) -> None:
    """A name of our own is shown and never what stood there; no report has it."""
    schrijf(tmp_path, *prestaties)
    uit = opdracht("validate", "d.json", "--taal", "en").out
    assert "GZ-PRESTATIE-001" in uit
    assert ("Perhaps meant" in uit) is bool(hint)
    assert hint in " ".join(uit.split())
    assert not any(naam in uit for naam in ("janssen", "kraamzorguur"))
    assert "bedoeld" not in opdracht("validate", "d.json", "--format", "json").out
