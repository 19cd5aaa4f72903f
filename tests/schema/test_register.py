"""Getting and running the schemas, from a source tree and as installed."""

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import geboortezorg
from geboortezorg import schema
from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.schema import register
from geboortezorg.schema.toelichting import splits, voeg_samen

PAKKET = Path(geboortezorg.__file__).parent
BRONMAP = Path(__file__).resolve().parents[2] / "schemas"
"""The committed files, also when the package under test is an installed wheel."""


def _draai(code: str, pad: Path) -> str:
    """Run code in a bare interpreter that finds the package at `pad` only."""
    start = f"import sys; sys.path.insert(0, {str(pad)!r})\n"
    uit = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", start + code], capture_output=True, text=True, check=True, cwd=pad
    )
    return uit.stdout.strip()


@pytest.mark.parametrize("soort", DOCUMENTEN)
def test_get_geeft_het_gepubliceerde_schema(soort: str) -> None:
    """The schema is that of the file, with and without naming the version of this release."""
    verwacht = (BRONMAP / SCHEMA_VERSIE / f"{soort}.schema.json").read_text("utf-8")
    assert schema.tekst(soort) == verwacht
    assert schema.get(soort) == schema.get(soort, SCHEMA_VERSIE) == json.loads(verwacht)


def test_get_geeft_elke_keer_een_eigen_exemplaar() -> None:
    """A caller who changes what it got changes nothing for others."""
    schema.get("dossier").clear()
    schema.index().clear()
    assert schema.get("dossier")["title"] == "Dossier"
    assert schema.index()["basis"] == schema.BASIS


@pytest.mark.parametrize(
    ("soort", "versie"),
    [
        ("onbekend-canary", None),
        ("dossier", "9.9"),
        ("../index", None),
        ("dossier", "../0.1"),
        ("", ""),
    ],
)
def test_onbekend_schema(soort: str, versie: str | None) -> None:
    """An unknown kind or version is an error that repeats neither; no path can be slipped in."""
    for functie in (schema.get, schema.tekst, schema.toelichting, schema.validator):
        with pytest.raises(schema.OnbekendSchema) as gevonden:
            functie(soort, versie)
        assert str(gevonden.value).startswith("geen schema van deze soort en versie;")
        assert gevonden.value.args == ()
        assert gevonden.value.__context__ is None


def test_toelichting() -> None:
    """What is said beside validity is by place, and is put back as keywords on request."""
    plaats = "/properties/referentie"
    gezegd = schema.toelichting("dossier")["plaatsen"][plaats]
    assert gezegd["persoonsgegeven"] is True
    assert gezegd["titel_en"] == "Reference of the sender"
    lid = schema.get("dossier", toegelicht=True)["properties"]["referentie"]
    assert lid == {
        **schema.get("dossier")["properties"]["referentie"],
        "x-persoonsgegeven": True,
        "x-titel-en": gezegd["titel_en"],
        "x-titel-nl": gezegd["titel_nl"],
        "x-omschrijving-nl": gezegd["omschrijving_nl"],
    }


def test_splitsen_en_samenvoegen() -> None:
    """What was taken out comes back in its place, names with a slash or a dot of their own too."""
    deel = {"type": "array", "items": {"type": "string", "format": "date"}}
    heel = {"$id": "i", "x-bron": "b", "properties": {"a/b~c": deel, "format": {"x-eenheid": "e"}}}
    kaal, gezegd = splits(heel)
    assert gezegd == {
        "schema": "i",
        "plaatsen": {
            "": {"bron": "b"},
            "/properties/a~1b~0c/items": {"formaat": "date"},
            "/properties/format": {"eenheid": "e"},
        },
    }
    assert "x-bron" in heel  # what was given is left as it was
    assert kaal["properties"]["format"] == {}
    assert voeg_samen(kaal, gezegd) == heel


@pytest.mark.parametrize("plaatsen", [None, [], {"": 1, "/properties/a": {"titel_nl": "T"}}])
def test_samenvoegen_met_wat_niet_past(plaatsen: Any) -> None:
    """What fits nowhere in a schema, or in a toelichting, is left out."""
    vreemd = {"properties": [1], "$defs": {"a": True}, "items": []}
    assert voeg_samen(vreemd, {"plaatsen": plaatsen}) == vreemd


def test_validator_wordt_een_keer_gemaakt() -> None:
    """A validator is built once, and judges."""
    assert schema.validator("vsv") is schema.validator("vsv", SCHEMA_VERSIE)
    goed = {
        "soort": "vsv",
        "schema_versie": SCHEMA_VERSIE,
        "vsv_id": "v",
        "naam": "n",
        "regio": "r",
    }
    assert schema.validator("vsv").is_valid(goed)
    assert not schema.validator("vsv").is_valid({**goed, "naam": 1})


def test_registry_voor_een_eigen_schema() -> None:
    """A schema of a user can refer to ours by `$id`, part of one included, without a network."""
    eigen = {
        "type": "object",
        "properties": {
            "vsv": {"$ref": f"{schema.BASIS}{SCHEMA_VERSIE}/vsv.schema.json"},
            "looptijd": {"$ref": f"{schema.BASIS}{SCHEMA_VERSIE}/vsv.schema.json#/$defs/Looptijd"},
        },
    }
    keuring = Draft202012Validator(eigen, registry=schema.registry())
    assert keuring.is_valid({"looptijd": {"van": "2023-01-01"}})
    assert not keuring.is_valid({"looptijd": {"van": "2023-02-29"}})
    assert not keuring.is_valid({"vsv": {}})


def test_registry_kent_elk_schema() -> None:
    """The registry holds every schema of the index under its `$id`."""
    assert set(schema.registry()) == {rij["$id"] for rij in schema.index()["schemas"]}


def test_vind_kiest_het_pakket_boven_de_bron(tmp_path: Path) -> None:
    """The folder in the package comes first, then that of the source tree, then an error."""
    bron = tmp_path / "bron"
    with pytest.raises(FileNotFoundError):
        register.vind(tmp_path, bron)
    bron.mkdir()
    (bron / "index.json").write_text("{}", "utf-8")
    assert register.vind(tmp_path, bron) == bron
    (tmp_path / "bestanden").mkdir()
    (tmp_path / "bestanden" / "index.json").write_text("{}", "utf-8")
    assert register.vind(tmp_path, bron) == tmp_path / "bestanden"


def test_gevonden_waar_het_wiel_ze_legt(tmp_path: Path) -> None:
    """The build puts the schemas inside the package, and there the package finds them."""
    project = tomllib.loads((BRONMAP.parent / "pyproject.toml").read_text("utf-8"))
    wiel: dict[str, Any] = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert "schemas" in wiel["only-include"]
    doel = wiel["sources"]["schemas"]
    negeer = shutil.ignore_patterns("__pycache__", "bestanden")
    shutil.copytree(PAKKET, tmp_path / "geboortezorg", ignore=negeer)
    shutil.copytree(BRONMAP, tmp_path / doel)
    code = (
        "from geboortezorg import schema\n"
        "from geboortezorg.schema import register\n"
        "assert not register.BRONMAP.exists()\n"
        "print(schema.get('dossier')['$id'], len(schema.registry()))"
    )
    uit = _draai(code, tmp_path)
    assert uit == f"{schema.get('dossier')['$id']} {len(schema.registry())}"


def test_importeren_doet_geen_werk() -> None:
    """Importing loads neither jsonschema nor the models, and reads no file."""
    code = (
        "import geboortezorg.schema\n"
        "from geboortezorg.schema import register\n"
        "zwaar = {'jsonschema', 'referencing', 'cattrs', 'geboortezorg.documenten'}\n"
        "print(sorted(zwaar & set(sys.modules)), register.inhoud.cache_info().misses)"
    )
    assert _draai(code, PAKKET.parent) == "[] 0"


def test_openapi_is_wat_is_uitgegeven() -> None:
    """The components for OpenAPI are those of this release, each time as a new dictionary."""
    eerste = schema.openapi()
    uitgegeven = BRONMAP / SCHEMA_VERSIE / "openapi.json"
    assert eerste == json.loads(uitgegeven.read_bytes())
    eerste.clear()
    assert "Document" in schema.openapi()["components"]["schemas"]
