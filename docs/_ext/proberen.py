"""Puts beside the built site what the page "Try it" runs: the library, pyodide, the schemas.

Run as a program after Sphinx; `python3 dev.py site` does so. Needs Node, npm's packages of
`tests/js`, and pip. Everything is copied: the page asks nothing of any other place.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from geboortezorg import schema
from geboortezorg.documenten import DOCUMENTEN

WORTEL: Final = Path(__file__).resolve().parents[2]
DOEL: Final = WORTEL / "docs" / "_build" / "html" / "_static" / "proberen"
PAKKETTEN: Final = WORTEL / "tests" / "js" / "node_modules"
PYODIDE: Final = (
    *("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"),
    *("python_stdlib.zip", "pyodide-lock.json"),
)
_BRON: Final = ("src", "schemas", "javascript")
_BESTANDEN: Final = ("pyproject.toml", "README.md", "LICENSE", "NOTICE")


def wielen(doel: Path) -> None:
    """Build the wheels of the package for JavaScript, in a copy: packing writes in it."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        kopie = Path(tijdelijk)
        for naam in _BRON:
            weg = shutil.ignore_patterns("__pycache__", "wielen", "conformance")
            shutil.copytree(WORTEL / naam, kopie / naam, ignore=weg)
        for naam in _BESTANDEN:
            shutil.copy(WORTEL / naam, kopie / naam)
        node = shutil.which("node") or "node"
        subprocess.run(  # noqa: S603
            [node, "prepack.mjs"],
            cwd=kopie / "javascript",
            env={**os.environ, "PYTHON": sys.executable},
            check=True,
        )
        shutil.copytree(kopie / "javascript" / "wielen", doel)


def voorbeelden() -> dict[str, str]:
    """Return the text of each example, by its name."""
    map_ = WORTEL / "voorbeelden"
    return {
        pad.relative_to(map_).with_suffix("").as_posix(): pad.read_text("utf-8")
        for pad in sorted(map_.rglob("*.json"))
    }


def zet_klaar(doel: Path = DOEL) -> None:
    """Write everything that the page runs into one folder of the built site."""
    shutil.rmtree(doel, ignore_errors=True)
    doel.mkdir(parents=True)
    wielen(doel / "wielen")
    for naam in ("kern.js", "browser.js"):
        tekst = (WORTEL / "javascript" / naam).read_text("utf-8")
        tekst = tekst.replace('from "pyodide"', 'from "./pyodide/pyodide.mjs"')
        (doel / naam).write_text(tekst, "utf-8")
    (doel / "pyodide").mkdir()
    for naam in PYODIDE:
        shutil.copy(PAKKETTEN / "pyodide" / naam, doel / "pyodide" / naam)
    esm = PAKKETTEN / "@cfworker" / "json-schema" / "dist" / "esm"
    (doel / "vorm").mkdir()
    for pad in esm.glob("*.js"):
        tekst = pad.read_text("utf-8").partition("//# sourceMappingURL")[0]
        (doel / "vorm" / pad.name).write_text(tekst, "utf-8")
    (doel / "schemas").mkdir()
    for soort in DOCUMENTEN:
        (doel / "schemas" / f"{soort}.json").write_text(json.dumps(schema.get(soort)), "utf-8")
    inhoud = {"soorten": sorted(DOCUMENTEN), "voorbeelden": voorbeelden()}
    (doel / "inhoud.json").write_text(json.dumps(inhoud, ensure_ascii=False), "utf-8")


if __name__ == "__main__":
    zet_klaar()
    print(f"Ready: {DOEL.relative_to(WORTEL)}")
