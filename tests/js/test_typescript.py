"""The TypeScript package: generated, packed, installed elsewhere, and compiled with documents."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from geboortezorg._versie import SCHEMA_VERSIE, __version__
from geboortezorg.bron import Verificatie
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels.register import REGELS
from geboortezorg.tabellen import shipped
from geboortezorg.tabellen.alsjson import als_json

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
    for naam in ("schemas", "tabellen", "inhoud.js"):
        assert not (schemas / "typescript" / naam).exists()
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
    tekstregels = ['import type { Documenten } from "geboortezorg-schemas";']
    for nummer, document in enumerate(documenten):
        tekstregels.append(
            f'export const d{nummer}: Documenten["{document["soort"]}"] = {json.dumps(document)};'
        )
    return "\n".join(tekstregels) + "\n"


def test_typen_zijn_bijgewerkt(voer_uit: Opdracht) -> None:
    """The committed types are what the generator makes of the schemas."""
    voer_uit("types.mjs", "--controle")


def test_inhoud_van_het_pakket(gebruiker: Path) -> None:
    """The package holds schemas and tables as published, what gives them, README and licence."""
    map_ = gebruiker / "node_modules" / "geboortezorg-schemas"
    gevonden = {p.relative_to(map_).as_posix(): p.read_bytes() for p in map_.rglob("*.*")}
    gepubliceerd = {
        f"{naam}/{pad.name}": pad.read_bytes()
        for naam, map_ in (("schemas", SCHEMA_VERSIE), ("tabellen", "tabellen"))
        for pad in (WORTEL / "schemas" / map_).glob("*.*")
    }
    assert gevonden.keys() - gepubliceerd.keys() == {
        *("index.js", "browser.js", "kern.js", "gegevens.js", "inhoud.js", "tarieven.json"),
        *("index.d.ts", "types.d.ts", "package.json", "README.md"),
    }
    assert {naam: gevonden.get(naam) for naam in gepubliceerd} == gepubliceerd
    assert (map_ / "LICENSE").read_bytes() == (WORTEL / "LICENSE").read_bytes()
    pakket = json.loads(gevonden["package.json"])
    assert pakket["version"] == __version__
    assert pakket["license"] == "Apache-2.0"
    assert "dependencies" not in pakket


def _browser(gebruiker: Path) -> Path:
    return gebruiker / "node_modules" / "geboortezorg-schemas" / "browser.js"


@pytest.mark.parametrize("ingang", ["index.js", "browser.js"])
def test_gebruik_zonder_typen(gebruiker: Path, node: str, ingang: str) -> None:
    """The installed package gives each schema by its kind and by its path, and refuses others."""
    programma = """
        import { createRequire } from "node:module";
        import { SCHEMA_VERSIE, SOORTEN, regels, schema, toelichting } from "INGANG";
        const require = createRequire(import.meta.url);
        const gelijk = SOORTEN.every((soort) => JSON.stringify(schema(soort)) ===
          JSON.stringify(require(`geboortezorg-schemas/schemas/${soort}.schema.json`)));
        let geweigerd = 0;
        schema("dossier").title = toelichting("dossier").schema = regels().regels = "weg";
        const anders = [schema("dossier").title, toelichting("dossier").schema];
        if (anders.includes("weg") || anders[1] !== schema("dossier").$id) throw new Error();
        for (const soort of ["weg", "../dossier", "constructor"])
          try { schema(soort); } catch (fout) { geweigerd += fout instanceof RangeError; }
        const { openapi } = require("geboortezorg-schemas/openapi.json");
        const catalogus = regels().regels[0].code;
        console.log(JSON.stringify([SCHEMA_VERSIE, SOORTEN, gelijk, geweigerd, openapi, catalogus]));
    """
    pad = "geboortezorg-schemas" if ingang == "index.js" else _browser(gebruiker).as_uri()
    (gebruiker / "gebruik.mjs").write_text(programma.replace("INGANG", pad))
    uit = subprocess.run(
        [node, "gebruik.mjs"], cwd=gebruiker, capture_output=True, text=True, check=True
    )
    eerste = REGELS[0].code
    assert json.loads(uit.stdout) == [SCHEMA_VERSIE, list(DOCUMENTEN), True, 3, "3.1.0", eerste]


def test_de_browser_leest_geen_bestand(gebruiker: Path) -> None:
    """What the entry for the browser imports, and what that imports, names no module of Node."""
    gezien, te_lezen = set(), ["browser.js"]
    while te_lezen:
        tekst = (_browser(gebruiker).parent / te_lezen.pop()).read_text("utf-8")
        namen = re.findall(r'(?:from|import) ?\(?"(.*?)"', tekst)
        assert all(naam.startswith("./") for naam in namen)
        te_lezen += [naam for naam in namen if naam not in gezien]
        gezien.update(namen)
    assert gezien == {"./inhoud.js", "./kern.js", "./gegevens.js"}


def test_elk_tarief_als_in_python(gebruiker: Path, node: str) -> None:
    """On the first day of every answer, the day before and some others, the package says the same."""
    vragen = []
    for prestatie in shipped().prestaties:
        dagen = {vanaf for vanaf, _ in shipped().stretches(prestatie.prestatie_id)}
        dagen |= {dag - timedelta(days=1) for dag in dagen if dag > date.min}
        namen = filter(None, (prestatie.prestatie_id, prestatie.code))
        vragen += [(naam, dag) for naam in namen for dag in sorted({*dagen, date.max})]
    vragen += [("onbekend", date(2023, 1, 1)), ("constructor", date(2023, 1, 1))]
    programma = """
        import { readFileSync } from "node:fs";
        import { tarief } from "geboortezorg-schemas";
        tarief("kraamzorg-uur", "2023-05-01").bron.titel = "weg";
        for (const dag of ["2023-02-29", "2023-5-1", "0000-01-01", "2023-05-01T00:00", 20230501, new Date()])
          try { tarief("kraamzorg-uur", dag); throw new Error(); }
          catch (fout) { if (!(fout instanceof RangeError)) throw fout; }
        const vragen = JSON.parse(readFileSync(0));
        console.log(JSON.stringify(vragen.map((vraag) => tarief(...vraag))));
    """
    (gebruiker / "tarieven.mjs").write_text(programma)
    uit = subprocess.run(
        [node, "tarieven.mjs"],
        cwd=gebruiker,
        input=json.dumps([(naam, dag.isoformat()) for naam, dag in vragen]),
        capture_output=True,
        text=True,
        check=True,
    )
    for (naam, dag), antwoord in zip(vragen, json.loads(uit.stdout), strict=True):
        tariefantwoord = shipped().lookup(naam, dag)
        assert antwoord == als_json(tariefantwoord, dag, Verificatie.BEVESTIGD), (naam, dag)


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
    tekstregels = [int(n) for n in re.findall(r"^catalogus\.ts\((\d+),", uit, re.MULTILINE)]
    assert tekstregels
    assert min(tekstregels) > goed.count("\n") + 1


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
    assert gedraaid.stdout == "[ { pad: '', trefwoord: 'required' } ]\n5933 uur bevestigd\n"
