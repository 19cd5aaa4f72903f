"""Validators in Python, Rust and JavaScript give every document the same yes or no."""

import json
import os
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Final

import jsonschema_rs
import pytest
from tests.strategie_vorm import met
from tests.toeval_vorm import Toeval, volledig

from geboortezorg import schema
from geboortezorg.convert import Vormfouten, ontleed, structureer_document
from geboortezorg.documenten import DOCUMENTEN

HIER = Path(__file__).resolve().parent
SCHEMAS = HIER.parents[1] / "schemas" / "0.1"

AANTAL: Final = 50_000 if os.environ.get("GEBOORTEZORG_PROFIEL") == "groot" else 2_000
"""Documents of each kind, besides the fixed ones."""

PORTIE: Final = 10_000
ZAAD: Final = 1

Oordelen = dict[str, bool]

IN_JAVASCRIPT: Final = {"ajv", "ajv met formats", "hyperjump"}
IN_PYTHON: Final = {"geboortezorg", "jsonschema", "jsonschema-rs"}


def _past(document: Any) -> bool:
    try:
        structureer_document(document)
    except Vormfouten:
        return False
    return True


def _oordelen(node: str, soort: str, teksten: list[str]) -> Iterator[Oordelen]:
    """Yield the verdicts on each text; the validators in Node work while those in Python do."""
    jsonschema = schema.validator(soort).is_valid
    rust = jsonschema_rs.Draft202012Validator(schema.get(soort)).is_valid
    with TemporaryFile("w+") as invoer, TemporaryFile("w+") as uitvoer:
        invoer.writelines(json.dumps({"soort": soort, "document": t}) + "\n" for t in teksten)
        invoer.seek(0)
        opdracht = [node, "oordeel.mjs", str(SCHEMAS), soort]
        with subprocess.Popen(opdracht, cwd=HIER, stdin=invoer, stdout=uitvoer) as proces:
            eigen = []
            for tekst in teksten:
                document = ontleed(tekst.encode())
                eigen.append(
                    {
                        "geboortezorg": _past(document),
                        "jsonschema": jsonschema(document),
                        "jsonschema-rs": rust(document),
                    }
                )
        assert proces.returncode == 0
        uitvoer.seek(0)
        for hier, daar in zip(eigen, uitvoer, strict=True):
            yield {**hier, **json.loads(daar)}


@pytest.mark.parametrize("soort", DOCUMENTEN)
def test_zelfde_oordeel(node: str, soort: str) -> None:
    """Every document gets one verdict from all six, and both verdicts occur often."""
    telling: Counter[bool] = Counter()
    bron = Toeval(soort, ZAAD).teksten(AANTAL)
    while teksten := list(islice(bron, PORTIE)):
        for tekst, oordelen in zip(teksten, _oordelen(node, soort, teksten), strict=True):
            assert oordelen.keys() == IN_PYTHON | IN_JAVASCRIPT
            assert len(set(oordelen.values())) == 1, (oordelen, tekst)
            telling[oordelen["ajv"]] += 1
    assert telling.total() == AANTAL
    assert min(telling[True], telling[False]) > AANTAL // 10


