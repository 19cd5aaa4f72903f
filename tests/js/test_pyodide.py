"""The package for JavaScript: packed, installed elsewhere, and judging as this library does."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from geboortezorg import brug
from geboortezorg._versie import SCHEMA_VERSIE, __version__

from .pakket import NODE_MODULES, WORTEL, installeer, kopieer, pak_in, tsc

PAKKET = WORTEL / "javascript"
CONFORMANCE = WORTEL / "schemas" / SCHEMA_VERSIE / "conformance"
PROGRAMMA = Path(__file__).with_name("pyodide.mjs")
VORMEN: Final = ("object", "tekst", "bytes")
WIELEN: Final = {"attrs", "cattrs", "geboortezorg", "python_stdnum", "typing_extensions", "tzdata"}

Vraag = tuple[str, str | None, str]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of what the package is made from: packing writes in it."""
    return kopieer(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def gebruiker(npm: str, node: str, project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a user who installed the package from its tarball."""
    map_ = tmp_path_factory.mktemp("gebruiker")
    pakket = project / PAKKET.name
    pak_in(npm, pakket, map_, {"PYTHON": sys.executable})
    assert not (pakket / "wielen").exists()
    assert not (pakket / "types.d.ts").exists()
    return installeer(npm, map_)


def _antwoorden(node: str, map_: Path, ingang: str, vragen: list[Vraag]) -> list[Any]:
    """Return what the package says of each; the first answer is about itself."""
    invoer = "".join(
        json.dumps({"document": document, "context": context, "als": als}) + "\n"
        for document, context, als in vragen
    )
    pad = map_ / "node_modules" / "geboortezorg" / ingang
    uit = subprocess.run(
        [node, PROGRAMMA, pad], input=invoer, capture_output=True, text=True, check=False, cwd=map_
    )
    assert uit.returncode == 0, uit.stderr[-2000:]
    return [json.loads(rij) for rij in uit.stdout.splitlines()]


def _gevallen() -> Iterator[tuple[str, str | None]]:
    """Yield the document and the context of every conformance case, and the examples."""
    for pad in sorted(CONFORMANCE.glob("*.json")):
        for geval in json.loads(pad.read_bytes()).get("gevallen", ()):
            context = geval.get("context")
            yield json.dumps(geval["document"]), None if context is None else json.dumps(context)
    for pad in sorted((WORTEL / "voorbeelden").rglob("*.json")):
        yield pad.read_text("utf-8"), None


def _verwacht(document: str, context: str | None) -> dict[str, Any]:
    rapport, fout, fout_en = brug.beoordeel(document, context)
    waarom = {} if fout is None else {"fout": fout, "fout_en": fout_en}
    return {**waarom, "rapport": json.loads(rapport)}


def test_elk_rapport_is_gelijk(node: str, gebruiker: Path) -> None:
    """Every conformance case and every example gets the report of CPython, member by member."""
    gevallen = list(_gevallen())
    vragen = [(d, c, VORMEN[nummer % len(VORMEN)]) for nummer, (d, c) in enumerate(gevallen)]
    eigen, *antwoorden = _antwoorden(node, gebruiker, "index.js", vragen)
    assert eigen == {"versie": __version__, "schemaVersie": SCHEMA_VERSIE}
    assert len(antwoorden) == len(vragen) > 2_000
    anders = [
        vraag[:2]
        for vraag, antwoord in zip(gevallen, antwoorden, strict=True)
        if antwoord != _verwacht(*vraag)
    ]
    assert anders == []


def test_in_de_browser(node: str, gebruiker: Path) -> None:
    """The entry for the browser fetches only its own files, tries again, and judges likewise."""
    document = (WORTEL / "voorbeelden" / "goed" / "vsv-2027.json").read_text("utf-8")
    andere = '{"soort": "vsv"}'
    vragen: list[Vraag] = [
        *[(tekst, None, "tekst") for tekst in (document, andere, "{", "")],
        *[(document, context, "tekst") for context in ("{", andere)],
        *[(tekst, None, "object") for tekst in ("null", "1", "[]")],
    ]
    eigen, *antwoorden = _antwoorden(node, gebruiker, "browser.js", vragen)
    assert eigen["versie"] == __version__
    assert antwoorden[:6] == [_verwacht(d, c) for d, c, _ in vragen[:6]]
    assert antwoorden[6:] == [{"anders": "TypeError"}] * 3
    for naam in ("browser.js", "kern.js"):
        ingang = (PAKKET / naam).read_text("utf-8")
        assert set(re.findall('from "(.*?)"', ingang)) <= {"pyodide", "./kern.js"}


def test_inhoud_van_het_pakket(gebruiker: Path) -> None:
    """The package holds the library and its needs as wheels, each with its own licence."""
    map_ = gebruiker / "node_modules" / "geboortezorg"
    assert {pad.stem for pad in (map_ / "wielen").iterdir()} == WIELEN
    kern = (map_ / "kern.js").read_text("utf-8")
    assert set(re.findall(r"\./wielen/(\w+)\.whl", kern)) == WIELEN
    assert (map_ / "LICENSE").read_bytes() == (WORTEL / "LICENSE").read_bytes()
    pakket = json.loads((map_ / "package.json").read_bytes())
    assert pakket["version"] == __version__
    hier = json.loads((NODE_MODULES.parent / "package.json").read_bytes())
    assert pakket["dependencies"] == {"pyodide": hier["devDependencies"]["pyodide"]}


def test_het_voorbeeld_in_readme(node: str, gebruiker: Path) -> None:
    """The example in the README passes `tsc --strict`, and prints what the comment below it says."""
    (blok,) = re.findall(r"```ts\n(.*?)```", (PAKKET / "README.md").read_text("utf-8"), re.DOTALL)
    (gebruiker / "readme.ts").write_text(blok, "utf-8")
    assert tsc(node, gebruiker, "--noEmit", "false") == ""
    uit = subprocess.run(
        [node, "readme.js"], cwd=gebruiker, capture_output=True, text=True, check=True
    )
    (verwacht,) = re.findall("^// (.*)$", blok, re.MULTILINE)
    assert uit.stdout == f"{verwacht}\n"


def test_het_voorbeeld_op_de_bladzijde(node: str, gebruiker: Path) -> None:
    """The example in the documentation prints what the comment below it says."""
    tekst = (WORTEL / "docs" / "how-to" / "andere-talen.md").read_text("utf-8")
    (blok,) = re.findall(r"^:caption: oordeel\.mjs\n\n(.*?)^```$", tekst, re.MULTILINE | re.DOTALL)
    (gebruiker / "oordeel.mjs").write_text(blok, "utf-8")
    uit = subprocess.run(
        [node, "oordeel.mjs"], cwd=gebruiker, capture_output=True, text=True, check=True
    )
    assert f"// {uit.stdout}" in blok


def test_zonder_python(npm: str, project: Path, tmp_path: Path) -> None:
    """Packing without Python fails, and leaves nothing of a package."""
    omgeving = {**os.environ, "PYTHON": str(tmp_path / "geen-python")}
    uit = subprocess.run(
        [npm, "pack", "--pack-destination", tmp_path],
        cwd=project / PAKKET.name,
        env=omgeving,
        capture_output=True,
        check=False,
    )
    assert uit.returncode != 0
    assert not list(tmp_path.glob("*.tgz"))
