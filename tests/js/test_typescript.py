"""The TypeScript package: generated, packed, installed elsewhere, and compiled with documents."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from geboortezorg._versie import SCHEMA_VERSIE, __version__
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels.register import REGELS

from .pakket import installeer, pak_in, tsc

HIER = Path(__file__).resolve().parent
WORTEL = HIER.parents[1]
PAKKET = WORTEL / "schemas" / "typescript"

Opdracht = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def gebruiker(npm: str, node: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a user who installed the package from its tarball, and Ajv."""
    schemas = shutil.copytree(WORTEL / "schemas", tmp_path_factory.mktemp("pakket") / "schemas")
    map_ = tmp_path_factory.mktemp("gebruiker")
    pak_in(npm, schemas / "typescript", map_)
    assert not (schemas / "typescript" / "schemas").exists()
    return installeer(npm, map_)


def _documenten() -> Iterator[dict[str, Any]]:
    """Yield every document that has the right shape: the examples and the conformance cases."""
    for pad in sorted((WORTEL / "voorbeelden" / "goed").rglob("*.json")):
        yield json.loads(pad.read_bytes())
    for pad in sorted((WORTEL / "schemas" / "0.1" / "conformance").glob("GZ-*.json")):
        for geval in json.loads(pad.read_bytes())["gevallen"]:
            if "GZ-VORM-001" not in {b["code"] for b in geval["verwacht"]["bevindingen"]}:
                yield geval["document"]
            if "context" in geval:
                yield geval["context"]


def _als_typescript(documenten: list[dict[str, Any]]) -> str:
    regels = ['import type { Documenten } from "geboortezorg-schemas";']
    for nummer, document in enumerate(documenten):
        regels.append(
            f'export const d{nummer}: Documenten["{document["soort"]}"] = {json.dumps(document)};'
        )
    return "\n".join(regels) + "\n"


def test_typen_zijn_bijgewerkt(voer_uit: Opdracht) -> None:
    """The committed types are what the generator makes of the schemas."""
    voer_uit("types.mjs", "--controle")


def test_inhoud_van_het_pakket(gebruiker: Path) -> None:
    """The package holds the schemas as published, the types, the README and the licence."""
    map_ = gebruiker / "node_modules" / "geboortezorg-schemas"
    gevonden = {p.relative_to(map_).as_posix(): p.read_bytes() for p in map_.rglob("*.*")}
    assert gevonden.keys() - {f"schemas/{soort}.schema.json" for soort in DOCUMENTEN} == {
        *("index.js", "index.d.ts", "types.d.ts", "package.json", "README.md"),
        *("schemas/openapi.json", "schemas/regels.json", "schemas/regels.schema.json"),
    }
    assert (map_ / "LICENSE").read_bytes() == (WORTEL / "LICENSE").read_bytes()
    for soort in DOCUMENTEN:
        bron = WORTEL / "schemas" / SCHEMA_VERSIE / f"{soort}.schema.json"
        assert gevonden[f"schemas/{soort}.schema.json"] == bron.read_bytes()
    pakket = json.loads(gevonden["package.json"])
    assert pakket["version"] == __version__
    assert pakket["license"] == "Apache-2.0"
    assert "dependencies" not in pakket


def test_gebruik_zonder_typen(gebruiker: Path, node: str) -> None:
    """The installed package gives each schema by its kind and by its path, and refuses others."""
    programma = """
        import { createRequire } from "node:module";
        import { SCHEMA_VERSIE, SOORTEN, regels, schema } from "geboortezorg-schemas";
        const require = createRequire(import.meta.url);
        const gelijk = SOORTEN.every((soort) => JSON.stringify(schema(soort)) ===
          JSON.stringify(require(`geboortezorg-schemas/schemas/${soort}.schema.json`)));
        let geweigerd = 0;
        for (const soort of ["weg", "../dossier", "constructor"])
          try { schema(soort); } catch (fout) { geweigerd += fout instanceof RangeError; }
        const { openapi } = require("geboortezorg-schemas/openapi.json");
        const catalogus = regels().regels[0].code;
        console.log(JSON.stringify([SCHEMA_VERSIE, SOORTEN, gelijk, geweigerd, openapi, catalogus]));
    """
    (gebruiker / "gebruik.mjs").write_text(programma)
    uit = subprocess.run(
        [node, "gebruik.mjs"], cwd=gebruiker, capture_output=True, text=True, check=True
    )
    eerste = REGELS[0].code
    assert json.loads(uit.stdout) == [SCHEMA_VERSIE, list(DOCUMENTEN), True, 3, "3.1.0", eerste]


def test_de_catalogus_past_op_zijn_type(gebruiker: Path, node: str) -> None:
    """The catalogue of rules has the type that the package gives it, and another one has not."""
    goed = (WORTEL / "schemas" / SCHEMA_VERSIE / "regels.json").read_text("utf-8")
    fout = goed.replace('"peildatum": "geen"', '"peildatum": "nooit"')
    tekst = 'import type { Regelcatalogus } from "geboortezorg-schemas";\n' + "".join(
        f"export const {naam}: Regelcatalogus = {inhoud};\n"
        for naam, inhoud in {"goed": goed, "fout": fout}.items()
    )
    (gebruiker / "catalogus.ts").write_text(tekst, "utf-8")
    uit = tsc(node, gebruiker)
    (gebruiker / "catalogus.ts").unlink()
    regels = [int(n) for n in re.findall(r"^catalogus\.ts\((\d+),", uit, re.MULTILINE)]
    assert regels
    assert min(regels) > goed.count("\n") + 1


def test_elk_goed_document_past_op_zijn_type(gebruiker: Path, node: str) -> None:
    """`tsc --strict` takes every document of the right shape, of every kind that has one."""
    documenten = list(_documenten())
    assert len(documenten) > 500
    (gebruiker / "goed.ts").write_text(_als_typescript(documenten), "utf-8")
    uit = tsc(node, gebruiker)
    (gebruiker / "goed.ts").unlink()
    assert uit == ""


def test_een_fout_document_past_niet(gebruiker: Path, node: str) -> None:
    """A member too many, one too few, another type and another choice are each refused."""
    pad = WORTEL / "voorbeelden" / "goed" / "vsv-2027.json"
    goed = json.loads(pad.read_bytes())
    fout = [
        {**goed, "onbekend": 1},
        {naam: waarde for naam, waarde in goed.items() if naam != "naam"},
        {**goed, "naam": 1},
        {**goed, "schema_versie": "0.2"},
    ]
    (gebruiker / "fout.ts").write_text(_als_typescript([goed, *fout]), "utf-8")
    uit = tsc(node, gebruiker)
    (gebruiker / "fout.ts").unlink()
    assert re.findall(r"^fout\.ts\((\d+),", uit, re.MULTILINE) == ["3", "4", "5", "6"]


def test_het_voorbeeld_in_readme(gebruiker: Path, node: str) -> None:
    """The example in the README compiles, and shows where the document is incomplete."""
    (blok,) = re.findall(r"```ts\n(.*?)```", (PAKKET / "README.md").read_text("utf-8"), re.DOTALL)
    (gebruiker / "readme.ts").write_text(blok, "utf-8")
    assert tsc(node, gebruiker, "--noEmit", "false") == ""
    (gebruiker / "readme.ts").unlink()
    gedraaid = subprocess.run(
        [node, "readme.js"], cwd=gebruiker, capture_output=True, text=True, check=True
    )
    assert gedraaid.stdout == "[ '' ]\n"
