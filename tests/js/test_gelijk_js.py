"""Validators in Python, Rust and JavaScript give every document the same yes or no."""

import json
import os
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Final

import jsonschema_rs
import pytest
from tests.strategie_mutatie import met
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

IN_JAVASCRIPT: Final = {"ajv", "ajv met formats", "cfworker", "hyperjump"}
IN_PYTHON: Final = {"geboortezorg", "jsonschema", "jsonschema-rs"}


def past(document: Any) -> bool:
    """Say whether the reading pass takes a document."""
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
                        "geboortezorg": past(document),
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
    """Every document gets one verdict from all seven, and both verdicts occur often."""
    telling: Counter[bool] = Counter()
    bron = Toeval(soort, ZAAD).teksten(AANTAL)
    while teksten := list(islice(bron, PORTIE)):
        for tekst, oordelen in zip(teksten, _oordelen(node, soort, teksten), strict=True):
            assert oordelen.keys() == IN_PYTHON | IN_JAVASCRIPT
            assert len(set(oordelen.values())) == 1, (oordelen, tekst)
            telling[oordelen["ajv"]] += 1
    assert telling.total() == AANTAL
    assert min(telling[True], telling[False]) > AANTAL // 10


def test_elk_schema_past_in_ajv_zoals_het_komt(voer_uit: Callable[..., Any]) -> None:
    """A default Ajv, which is strict, takes every published schema and prints nothing."""
    programma = """
        import { readFileSync } from "node:fs";
        import { Ajv2020 } from "ajv/dist/2020.js";
        for (const pad of process.argv.slice(1))
          new Ajv2020().compile(JSON.parse(readFileSync(pad, "utf8")));
    """
    paden = sorted(SCHEMAS.rglob("*.schema.json"))
    assert {pad.name for pad in paden} > {f"{soort}.schema.json" for soort in DOCUMENTEN}
    uit = voer_uit("--input-type=module", "--eval", programma, *paden)
    assert (uit.stdout, uit.stderr) == ("", "")


GETALLEN: Final = {
    **dict.fromkeys(
        ("5933", "5933.0", "5.933e3", "5.933E+3", "593300e-2", "0", "-0", "-0.0"), True
    ),
    **dict.fromkeys(("0e9", "99999999", "99999999.0", "5933.00000000000000001"), True),
    **dict.fromkeys(("59.33", "5933.0000001", "-1", "1e-9", "100000000", "1e8", "1e300"), False),
    **dict.fromkeys(("9007199254740992", "9007199254740993", "9007199254740993.0"), False),
    **dict.fromkeys(("1" + "0" * 40, '"5933"', "true", "null", "[5933]"), False),
}
"""An amount in eurocents as JSON can write it, and whether it is one."""


def test_getallen_zoals_geschreven(node: str) -> None:
    """An integer is mathematical: however it is written, all seven read the same number."""
    document = met(volledig("declaratie"), ("declaratieregels", 0, "tarief_eurocent"), "HIER")
    tekst = json.dumps(document)
    teksten = [tekst.replace('"HIER"', getal) for getal in GETALLEN]
    for oordelen, goed in zip(
        _oordelen(node, "declaratie", teksten), GETALLEN.values(), strict=True
    ):
        assert oordelen == dict.fromkeys(IN_PYTHON | IN_JAVASCRIPT, goed)


def test_oneindig_past_nergens(node: str) -> None:
    """A number beyond every double is infinite to both parsers, and no amount to any judge.

    jsonschema-rs, which cannot hold it, is not asked.
    """
    document = met(volledig("declaratie"), ("declaratieregels", 0, "tarief_eurocent"), "HIER")
    tekst = json.dumps(document).replace('"HIER"', "1e400")
    assert not past(ontleed(tekst.encode()))
    assert not schema.validator("declaratie").is_valid(ontleed(tekst.encode()))
    uit = subprocess.run(
        [node, "oordeel.mjs", str(SCHEMAS), "declaratie"],
        cwd=HIER,
        input=json.dumps({"soort": "declaratie", "document": tekst}),
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(uit.stdout) == dict.fromkeys(IN_JAVASCRIPT, False)


@pytest.mark.parametrize(
    ("van", "tot"),
    [
        (r'"pattern": "\^\[0-9]\{8}\$"', '"pattern": "^[0-8]{8}$"'),
        (r'"maximum": 99999999\b', '"maximum": 100000000'),
        (r'"additionalProperties": false', '"additionalProperties": true'),
        (r'"not": \{\s*"type": "string",\s*"pattern": "[^"]*"\s*}', '"not": false'),
        (r'"minLength": 1\b', '"minLength": 0'),
    ],
)
def test_een_verschil_wordt_gezien(
    node: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, van: str, tot: str
) -> None:
    """A schema that says something else in one language is found out: this test can fail."""
    tekst = (SCHEMAS / "declaratie.schema.json").read_text("utf-8")
    anders, aantal = re.subn(van, tot, tekst)
    assert aantal
    (tmp_path / "declaratie.schema.json").write_text(anders, "utf-8")
    monkeypatch.setattr(f"{__name__}.SCHEMAS", tmp_path)
    teksten = list(Toeval("declaratie", ZAAD).teksten(1_000))
    # One document a cent above the bound of an amount: a random one seldom is.
    net = met(volledig("declaratie"), ("declaratieregels", 0, "tarief_eurocent"), 100_000_000)
    teksten.append(json.dumps(net))
    eens = [len(set(o.values())) == 1 for o in _oordelen(node, "declaratie", teksten)]
    assert not all(eens)
