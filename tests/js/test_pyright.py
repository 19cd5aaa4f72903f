"""Pyright, which runs on Node, agrees with the types and with every example in Python."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.test_typen import voorbeelden_in

HIER = Path(__file__).resolve().parent


def _pyright(node: str, map_: Path) -> tuple[int, list[str]]:
    """Return how many files were checked, and what is wrong in them."""
    pyright = HIER / "node_modules" / "pyright" / "index.js"
    uit = subprocess.run(
        [node, pyright, "--outputjson", "--pythonpath", sys.executable, "--project", map_],
        capture_output=True,
        text=True,
        check=False,
    )
    antwoord = json.loads(uit.stdout)
    fouten = [f"{Path(d['file']).name}: {d['message']}" for d in antwoord["generalDiagnostics"]]
    return antwoord["summary"]["filesAnalyzed"], fouten


def test_elk_voorbeeld_is_getypeerd(node: str, tmp_path: Path) -> None:
    """Every example in Python of README.md and the documentation passes pyright."""
    aantal = len(voorbeelden_in(tmp_path))
    (tmp_path / "pyrightconfig.json").write_text('{"typeCheckingMode": "standard"}', "utf-8")
    assert _pyright(node, tmp_path) == (aantal, [])


def test_wat_een_aanroep_geeft(node: str, tmp_path: Path) -> None:
    """Pyright narrows what `load`, a lookup and the strategies give to the same types as mypy."""
    for naam in ("test_typen.py", "test_bladzijden.py"):
        shutil.copy(HIER.parent / naam, tmp_path)
    (tmp_path / "pyrightconfig.json").write_text('{"typeCheckingMode": "standard"}', "utf-8")
    assert _pyright(node, tmp_path) == (2, [])
