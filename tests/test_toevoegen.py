"""The pages that add something work in a clean copy, each with no more files than it may take.

They are followed in one copy: what is generated is then made once, and tested once. Each adds
something of its own, and what one page leaves out is in no other.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.test_bladzijden import blokken

WORTEL = Path(__file__).resolve().parent.parent
NIET = shutil.ignore_patterns(".*", "__pycache__", "node_modules", "_build", "naslag")
HOOGUIT = {"rule": 4, "year": 2, "norm": 2, "field": 2, "kind": 5}
"""How many files each page may ask somebody to touch."""

BEWIJS = [
    *("tests/test_readme.py", "tests/test_naslag.py", "tests/regels/test_proefbreuken.py"),
    *("-k", "naslag or readme or GZ-KIND-900 or vragenlijst or van_elke"),
]
"""The tests that show that what was added is there."""


def pas_toe(tekst: str, verschil: str) -> str:
    """Return a text with a difference: lines that stay, lines that go and lines that come."""
    tekstregels = [
        (tekstregel[:1] or " ", tekstregel[1:]) for tekstregel in verschil.rstrip("\n").split("\n")
    ]
    was, wordt = (
        "".join(f"{tekstregel}\n" for teken, tekstregel in tekstregels if teken in f" {welk}")
        for welk in "-+"
    )
    assert tekst.count(was) == 1, f"the page points at no one place: {was}"
    return tekst.replace(was, wordt)


def volg(bladzijde: Path, map_: Path) -> set[str]:
    """Do what a page says in a copy of the project; return the files that it touches."""
    aangeraakt = set()
    for blok in blokken(bladzijde.read_text("utf-8")):
        if blok.bestand is None:
            continue
        doel = map_ / blok.bestand
        if blok.taal == "diff":
            doel.write_text(pas_toe(doel.read_text("utf-8"), blok.inhoud), "utf-8")
        else:
            assert not doel.exists(), f"a new file that is there: {blok.bestand}"
            doel.write_text(blok.inhoud, "utf-8")
        aangeraakt.add(blok.bestand)
    return aangeraakt


@pytest.mark.skipif(not (WORTEL / ".git").exists(), reason="once, where the project is developed")
def test_bladzijden(tmp_path: Path) -> None:
    """The files that the pages list are enough: what is generated follows, and the tests pass."""
    boom = tmp_path / "boom"
    shutil.copytree(WORTEL, boom, ignore=NIET)
    for wat, hoogstens in HOOGUIT.items():
        aangeraakt = volg(WORTEL / "docs" / "how-to" / f"add-a-{wat}.md", boom)
        assert 0 < len(aangeraakt) <= hoogstens, wat
    # What the first program compiles the next ones read: nothing is written in the copy itself.
    los = {"PYTHONPATH": str(boom / "src"), "PYTHONPYCACHEPREFIX": str(tmp_path / "pyc")}
    omgeving = {**os.environ, **los}
    omgeving.pop("PYTHONDONTWRITEBYTECODE", None)
    opdrachten = [
        ["-m", "geboortezorg.uitgave.omtrekken"],  # as dev.py does first: others judge by it
        ["-m", "geboortezorg.uitgave.opname", "GZ-KIND-900"],
        ["-m", "geboortezorg.uitgave"],
        ["docs/_ext/gemaakt.py"],
        ["-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *BEWIJS],
    ]
    for opdracht in opdrachten:
        klaar = subprocess.run(  # noqa: S603 - our own programs
            [sys.executable, *opdracht],
            cwd=boom,
            env=omgeving,
            capture_output=True,
            text=True,
            check=False,
        )
        assert klaar.returncode == 0, klaar.stdout[-3000:] + klaar.stderr[-3000:]
