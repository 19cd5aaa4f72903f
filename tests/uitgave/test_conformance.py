"""The manifest of the conformance cases, and the schemas that it and the cases follow."""

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from geboortezorg.regels.register import PER_CODE
from geboortezorg.schema import BASIS
from geboortezorg.uitgave import conformance
from geboortezorg.uitgave.conformance_schemas import (
    GEVALLENSCHEMA,
    MANIFEST,
    MANIFESTSCHEMA,
    MAP,
    OORDEELSCHEMA,
)

BRONMAP = Path(__file__).resolve().parents[2] / "schemas"
BESTANDEN = sorted((BRONMAP / MAP).glob("GZ-*.json"))


def _lees(pad: str) -> Any:
    return json.loads((BRONMAP / pad).read_bytes())


@pytest.mark.parametrize("pad", [MANIFESTSCHEMA, GEVALLENSCHEMA, OORDEELSCHEMA])
def test_schemas(pad: str) -> None:
    """All are valid schemas of draft 2020-12, under the `$id` of their place."""
    schema = _lees(pad)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == BASIS + pad


def test_manifest_noemt_elk_bestand() -> None:
    """The manifest follows its schema and lists every file with its hash, version and counts."""
    manifest = _lees(MANIFEST)
    Draft202012Validator(_lees(MANIFESTSCHEMA)).validate(manifest)
    assert [rij["pad"] for rij in manifest["bestanden"]] == [b.name for b in BESTANDEN]
    totaal = 0
    for rij, bestand in zip(manifest["bestanden"], BESTANDEN, strict=True):
        gevallen = json.loads(bestand.read_bytes())["gevallen"]
        assert rij["sha256"] == hashlib.sha256(bestand.read_bytes()).hexdigest()
        assert rij["code"] == bestand.stem
        assert rij["versie"] == PER_CODE[bestand.stem].versie
        assert sum(rij["aantallen"].values()) == len(gevallen)
        assert rij["aantallen"]["geldig"] >= 2
        assert rij["aantallen"]["ongeldig"] >= 2
        assert rij["soorten"]
        totaal += len(gevallen)
    assert manifest["aantal_gevallen"] == totaal
    assert manifest["aantal_bestanden"] == len(BESTANDEN)
    assert manifest["zonder_gevallen"] == ["GZ-INVOER-001"]
    assert manifest["schema_gevallen"] == _lees(GEVALLENSCHEMA)["$id"]


def test_manifest_legt_vast_waar_het_op_rust() -> None:
    """Each table that an answer rests on is pinned by its hash, and each file with verdicts is."""
    manifest = _lees(MANIFEST)
    rijen = [*manifest["oordelen"], *manifest["tabellen"]]
    for rij in rijen:
        inhoud = (BRONMAP / MAP / rij["pad"]).read_bytes()
        assert rij["sha256"] == hashlib.sha256(inhoud).hexdigest()
    for rij in manifest["oordelen"]:
        inhoud = _lees(f"{MAP}/{rij['pad']}")
        Draft202012Validator(_lees(OORDEELSCHEMA)).validate(inhoud)
        assert rij["aantal"] == len(inhoud["gevallen"])
    namen = {Path(rij["pad"]).stem for rij in manifest["tabellen"]}
    assert {"kraamzorg-2023", "prestaties-kraamzorg"} <= namen
    assert "cod954" not in namen


def test_niveaus() -> None:
    """Every rule with cases is in the level of its theme, and in no other."""
    manifest = _lees(MANIFEST)
    niveaus = {niveau["naam"]: niveau["codes"] for niveau in manifest["niveaus"]}
    assert sorted(code for codes in niveaus.values() for code in codes) == [
        rij["code"] for rij in manifest["bestanden"]
    ]
    for naam, codes in niveaus.items():
        assert {f"regels-{conformance.thema_van(code)}" for code in codes} <= {naam}
    assert {"vorm", "tabellen", "oordeel"} < niveaus.keys()


@pytest.mark.parametrize("bestand", BESTANDEN, ids=lambda bestand: str(bestand.stem))
def test_gevallen_volgen_hun_schema(bestand: Path) -> None:
    """Every file with cases follows the schema that the manifest names."""
    Draft202012Validator(_lees(GEVALLENSCHEMA)).validate(json.loads(bestand.read_bytes()))


@pytest.mark.parametrize(
    "wijziging",
    [
        {"naam": "goed-geval"},
        {"naam": "geldig-Geval"},
        {"verwacht": {"uitkomst": "akkoord", "bevindingen": []}},
        {"verwacht": {"uitkomst": "voldaan"}},
        {"verwacht": {"uitkomst": "voldaan", "bevindingen": [{"code": "GZ-X-001"}]}},
        {"document": []},
        {"context": "eigen"},
        {"extra": 1},
    ],
)
def test_het_schema_weigert(wijziging: dict[str, Any]) -> None:
    """A case of another form does not follow the schema."""
    inhoud = json.loads(BESTANDEN[0].read_bytes())
    inhoud["gevallen"][0].update(wijziging)
    assert not Draft202012Validator(_lees(GEVALLENSCHEMA)).is_valid(inhoud)


def _map(tmp_path: Path) -> Path:
    (tmp_path / MAP).mkdir(parents=True)
    return tmp_path


def test_bewaak_een_gepubliceerd_geval(tmp_path: Path) -> None:
    """A published case that is not written any more stops the writing; its file is named."""
    map_ = _map(tmp_path)
    verwacht = {f"{MAP}/{BESTANDEN[0].name}": BESTANDEN[0].read_bytes()}
    shutil.copy(BESTANDEN[0], map_ / MAP)
    conformance.bewaak(map_, verwacht)
    for nieuw in (
        {},
        {pad: inhoud.replace(b"geldig-", b"geldig-x", 1) for pad, inhoud in verwacht.items()},
    ):
        with pytest.raises(conformance.VerdwenenGevallen, match=BESTANDEN[0].name):
            conformance.bewaak(map_, nieuw)
