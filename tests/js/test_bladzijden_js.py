"""The examples in JavaScript on the pages of the documentation do what the pages say."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

HIER = Path(__file__).resolve().parent
WORTEL = HIER.parents[1]
DOCS = WORTEL / "docs" / "how-to"


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """Return the folder of a reader, with the schemas and Ajv in it."""
    for deel in ("0.1", "tabellen"):
        shutil.copytree(WORTEL / "schemas" / deel, tmp_path / "schemas" / deel)
    (tmp_path / "node_modules").symlink_to(HIER / "node_modules")
    for bladzijde in DOCS.glob("*.md"):
        blokken = re.findall(
            r"^```\{code-block\} javascript\n:caption: (\S+)\n\n(.*?)^```$",
            bladzijde.read_text("utf-8"),
            re.MULTILINE | re.DOTALL,
        )
        for naam, inhoud in blokken:
            (tmp_path / naam).write_text(inhoud, "utf-8")
    return tmp_path


@pytest.mark.parametrize("naam", ["controleer.mjs", "met-zod.mjs"])
def test_controleren_met_een_schema(node: str, map_: Path, naam: str) -> None:
    """The examples with Ajv and with zod print what the comment below them says."""
    uit = subprocess.run([node, naam], cwd=map_, capture_output=True, text=True, check=True)
    (verwacht,) = re.findall("^// (.*)$", (map_ / naam).read_text("utf-8"), re.MULTILINE)
    assert uit.stdout == f"{verwacht}\n"


def test_de_bewerking_voor_zod(map_: Path) -> None:
    """What the page does to a schema is what our checks of zod do to it."""
    bewerking = re.compile(r"^function ingevuld.*?^}$", re.MULTILINE | re.DOTALL)
    blad, toets = (
        bewerking.findall(pad.read_text("utf-8"))
        for pad in (map_ / "met-zod.mjs", HIER / "zod.mjs")
    )
    assert blad == toets
    assert len(blad) == 1


def test_een_eigen_motor(node: str, map_: Path) -> None:
    """The example of an engine is run by the runner, which finds where it is wrong."""
    uit = subprocess.run(
        [node, "schemas/0.1/conformance/runner.mjs", "engine.mjs"],
        cwd=map_,
        capture_output=True,
        text=True,
        check=False,
    )
    assert uit.returncode == 1
    fouten = uit.stderr.splitlines()
    anders = "outcome niet_van_toepassing, not geschonden"
    assert f"GZ-TARIEF-001.json ongeldig-boven-max-max: {anders}" in fouten
    codes = {fout.partition(".json ")[0] for fout in fouten}
    assert "GZ-PRESTATIE-001" in codes
    assert not codes & {"GZ-DECLARATIE-001", "oordeel-dossier"}
    assert not any("geldig-max-max:" in fout for fout in fouten)
