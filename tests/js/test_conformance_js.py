"""The reference runner of the conformance cases: on the shape, and with an engine of rules."""

import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from geboortezorg import Context, validate
from geboortezorg.convert import structureer_document

HIER = Path(__file__).resolve().parent
VERSIE = HIER.parents[1] / "schemas" / "0.1"
CONFORMANCE = VERSIE / "conformance"
MANIFEST = json.loads((CONFORMANCE / "manifest.json").read_bytes())

MOTOR = """
import { readFileSync } from "node:fs";
const antwoorden = JSON.parse(readFileSync(new URL("antwoorden.json", import.meta.url)));
export const codes = CODES;
export const levels = LEVELS;
export const gaps = GAPS;
export async function judge(document, context) {
  return antwoorden[JSON.stringify([document, context ?? null])];
}
"""


def _loop(node: str, *argumenten: str | Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [node, *argumenten], cwd=HIER, capture_output=True, text=True, check=False
    )


@pytest.fixture
def kopie(tmp_path: Path) -> Path:
    """Return a copy of the schemas and the cases, which a test may change."""
    shutil.copytree(VERSIE.parent / "tabellen", tmp_path / "tabellen")
    return Path(shutil.copytree(VERSIE, tmp_path / "0.1"))


@pytest.fixture(scope="module")
def antwoorden() -> dict[str, Any]:
    """Return what this library answers to every case, by its document and context."""
    uit: dict[str, Any] = {}
    for rij in [*MANIFEST["bestanden"], *MANIFEST["oordelen"]]:
        inhoud = json.loads((CONFORMANCE / rij["pad"]).read_bytes())
        for geval in inhoud["gevallen"]:
            context = None
            vraag = [geval["document"], geval.get("context")]
            sleutel = json.dumps(vraag, ensure_ascii=False, separators=(",", ":"))
            try:
                if "context" in geval:
                    context = Context.uit_document(structureer_document(geval["context"]))
            except ValueError:  # a context that is refused itself stands for a refusal
                uit[sleutel] = {"oordeel": "afgekeurd", "uitkomsten": {}, "bevindingen": []}
                continue
            rapport = validate(geval["document"], context=context)
            uit[sleutel] = {
                "oordeel": rapport.oordeel.value,
                "uitkomsten": {u.code: u.uitkomst.value for u in rapport.regels},
                "bevindingen": [
                    {"code": b.code, "pad": pad, "uitkomst": b.uitkomst.value}
                    for b in rapport.bevindingen
                    for pad in b.plaatsen
                ],
            }
    return uit


def _motor(
    map_: Path,
    antwoorden: dict[str, Any],
    codes: Sequence[str] = (),
    niveaus: Sequence[str] = (),
    hiaten: Sequence[str] = (),
) -> Path:
    (map_ / "antwoorden.json").write_text(json.dumps(antwoorden), "utf-8")
    motor = MOTOR.replace("CODES", json.dumps(codes)).replace("LEVELS", json.dumps(niveaus))
    (map_ / "motor.mjs").write_text(motor.replace("GAPS", json.dumps(hiaten)), "utf-8")
    return map_ / "motor.mjs"


def _hiaten() -> list[str]:
    """Return the known gaps of this library as an engine names them."""
    return [
        f"{rij['pad'].removesuffix('.json')} {geval['naam']}"
        for rij in MANIFEST["oordelen"]
        for geval in json.loads((CONFORMANCE / rij["pad"]).read_bytes())["gevallen"]
        if geval["naam"] in MANIFEST["hiaten"]
    ]


def _slot(vormen: int, uitkomsten: int, oordelen: int, fout: int) -> str:
    geteld = f"{vormen} shapes, {uitkomsten} outcomes, {oordelen} verdicts"
    return f"{geteld} compared; {fout} wrong\n"


def test_vorm_van_elk_geval(node: str) -> None:
    """Ajv gives every document of every case the verdict on its shape that the case implies."""
    uit = _loop(node, CONFORMANCE / "runner.mjs")
    assert uit.stderr == ""
    assert uit.stdout == _slot(MANIFEST["aantal_gevallen"], 0, 0, 0)
    assert uit.returncode == 0


def test_een_motor_die_alles_kent(node: str, tmp_path: Path, antwoorden: dict[str, Any]) -> None:
    """An engine that answers what this library answers is right on every level, its gaps apart."""
    niveaus = [niveau["naam"] for niveau in MANIFEST["niveaus"]]
    motor = _motor(tmp_path, antwoorden, niveaus=niveaus, hiaten=_hiaten())
    uit = _loop(node, CONFORMANCE / "runner.mjs", motor)
    aantal, oordelen = MANIFEST["aantal_gevallen"], sum(r["aantal"] for r in MANIFEST["oordelen"])
    assert (uit.returncode, uit.stderr) == (0, "")
    assert uit.stdout == _slot(aantal, aantal, oordelen, 0)


def test_een_hiaat_dat_er_geen_is(node: str, tmp_path: Path, antwoorden: dict[str, Any]) -> None:
    """A gap that was closed, one that is not listed and one of no case are each named."""
    (naam, *hiaten), code = _hiaten(), "GZ-IGO-001"
    geval = json.loads((CONFORMANCE / f"{code}.json").read_bytes())["gevallen"][0]["naam"]
    motor = _motor(
        *(tmp_path, antwoorden, [code], ["oordeel"]),
        hiaten=[*hiaten, f"{code} {geval}", f"{code} geldig-weg"],
    )
    uit = _loop(node, CONFORMANCE / "runner.mjs", motor)
    dicht, open_, weg = uit.stderr.splitlines()
    assert dicht == f"{code}.json {geval}: a gap no longer"
    assert re.fullmatch(f"{naam.replace(' ', '.json ')}: verdict [a-z]+, not [a-z ]+", open_)
    assert weg == f"{code} geldig-weg: no such case"
    assert uit.returncode == 1


def test_een_motor_met_een_fout(node: str, tmp_path: Path, antwoorden: dict[str, Any]) -> None:
    """An engine that knows one rule is compared on that rule only, and each fault is named."""
    code = "GZ-TARIEF-001"
    anders = json.loads(json.dumps(antwoorden))
    for antwoord in anders.values():
        antwoord["uitkomsten"][code] = "voldaan"
        antwoord["bevindingen"] = [b for b in antwoord["bevindingen"] if b["code"] != code]
    uit = _loop(node, CONFORMANCE / "runner.mjs", _motor(tmp_path, anders, [code]))
    gevallen = json.loads((CONFORMANCE / f"{code}.json").read_bytes())["gevallen"]
    verwacht = []
    for geval in gevallen:
        plek = f"{code}.json {geval['naam']}"
        if geval["verwacht"]["uitkomst"] != "voldaan":
            verwacht.append(f"{plek}: outcome voldaan, not {geval['verwacht']['uitkomst']}")
        nodig = geval["verwacht"]["bevindingen"]
        regels = sorted(f"{b['code']} {b['pad']} {b['uitkomst']}" for b in nodig)
        if regels:
            verwacht.append(f"{plek}: findings none, not {', '.join(regels)}")
    assert uit.stderr.splitlines() == verwacht
    assert uit.stdout == _slot(MANIFEST["aantal_gevallen"], len(gevallen), 0, len(verwacht))
    assert uit.returncode == 1


def test_een_geval_dat_niet_klopt(node: str, kopie: Path) -> None:
    """A case whose document has another shape than it says is named, and so is its file."""
    bestand = kopie / "conformance" / "GZ-TARIEF-001.json"
    inhoud = json.loads(bestand.read_bytes())
    geval = inhoud["gevallen"][0]
    geval["document"]["onbekend"] = 1
    bestand.write_text(json.dumps(inhoud), "utf-8")
    uit = _loop(node, kopie / "conformance" / "runner.mjs")
    assert uit.stderr.splitlines() == [
        "GZ-TARIEF-001.json: sha256",
        f"GZ-TARIEF-001.json {geval['naam']}: shape",
    ]
    assert uit.returncode == 1
