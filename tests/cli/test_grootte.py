"""Files beside the documents are bounded: of one that is too large, only the begin is read."""

import json
import tracemalloc
from pathlib import Path

import pytest

from .conftest import Opdracht

GROOT = 100 * 2**20
CONTEXT = {"soort": "context", "schema_versie": "0.1"}


@pytest.mark.parametrize(
    "naam", ["geboortezorg.toml", "context.toml", "context.json", "tabel.toml"]
)
def test_te_groot(naam: str, opdracht: Opdracht) -> None:
    """It is refused as too large, in the memory that a file of the right size takes."""
    Path("goed.json").write_text(json.dumps(CONTEXT), "utf-8")
    argv = ["validate", "goed.json"]
    if naam == "tabel.toml":
        Path("c.json").write_text(json.dumps({**CONTEXT, "tabelbestanden": [naam]}), "utf-8")
        argv += ["--context", "c.json"]
    elif naam != "geboortezorg.toml":
        argv += ["--context", naam]
    with Path(naam).open("wb") as bestand:
        bestand.truncate(GROOT)
    tracemalloc.start()
    try:
        uitkomst = opdracht(*argv)
        assert tracemalloc.get_traced_memory()[1] < GROOT // 2
    finally:
        tracemalloc.stop()
    assert (uitkomst.code, uitkomst.out) == (2, "")
    assert "groter dan" in uitkomst.err or "te groot" in uitkomst.err
