"""Packing a package with npm, installing it elsewhere, and compiling what uses it."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

WORTEL: Final = Path(__file__).resolve().parents[2]
NODE_MODULES: Final = Path(__file__).resolve().parent / "node_modules"

_TSCONFIG: Final = {
    "compilerOptions": {
        "strict": True,
        "exactOptionalPropertyTypes": True,
        "noUncheckedIndexedAccess": True,
        "noEmit": True,
        "target": "es2022",
        "lib": ["es2022", "dom"],
        "types": [],
        "module": "nodenext",
        "moduleResolution": "nodenext",
    },
    "include": ["*.ts"],
}


def _npm(npm: str, map_: Path, *argumenten: str, omgeving: Mapping[str, str] | None = None) -> None:
    uit = subprocess.run(
        [npm, *argumenten],
        cwd=map_,
        env={**os.environ, **(omgeving or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    assert uit.returncode == 0, uit.stderr


def kopieer(doel: Path) -> Path:
    """Copy what the package with the rules is made from, because packing writes in it."""
    for naam in ("src", "schemas", "javascript"):
        shutil.copytree(WORTEL / naam, doel / naam)
    for naam in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(WORTEL / naam, doel / naam)
    return doel


def pak_in(npm: str, pakket: Path, doel: Path, omgeving: Mapping[str, str] | None = None) -> None:
    """Pack the package in the folder `pakket` as a tarball in `doel`."""
    _npm(npm, pakket, "pack", "--pack-destination", str(doel), omgeving=omgeving)


def installeer(npm: str, map_: Path) -> Path:
    """Install the one tarball in `map_` there, beside Ajv, ready for `tsc`, and return `map_`."""
    (map_ / "package.json").write_text('{"name": "gebruiker", "private": true, "type": "module"}')
    (tarball,) = map_.glob("*.tgz")
    _npm(npm, map_, "install", "--prefer-offline", "--no-audit", "--no-fund", f"./{tarball.name}")
    (map_ / "node_modules" / "ajv").symlink_to(NODE_MODULES / "ajv")
    (map_ / "tsconfig.json").write_text(json.dumps(_TSCONFIG))
    return map_


def tsc(node: str, map_: Path, *argumenten: str) -> str:
    """Return what the compiler of TypeScript says of the files in `map_`; nothing when all is well."""
    uit = subprocess.run(
        [node, NODE_MODULES / "typescript" / "bin" / "tsc", "--project", map_, *argumenten],
        cwd=map_,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (uit.returncode == 0) is (uit.stdout == "")
    return uit.stdout
