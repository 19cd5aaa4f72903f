"""Validators in Java and Perl, and the types of zod, give documents the verdict of this library."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from tests.toeval_vorm import Toeval

from geboortezorg.convert import ontleed
from geboortezorg.documenten import DOCUMENTEN

from .test_gelijk_js import SCHEMAS, ZAAD, past

HIER = Path(__file__).resolve().parent
PER_SOORT: Final = 150
JAR: Final = next((HIER / "node_modules" / "wiremock" / "build").glob("*.jar"), HIER)
"""The jar of WireMock, which holds the validator of networknt."""

OPDRACHTEN: Final = {
    "java": ("java", "-cp", JAR, "Oordeel.java"),
    "perl": ("perl", "oordeel.pl"),
    "zod": ("node", "zod.mjs"),
}


def _is_er(taal: str) -> bool:
    if taal != "perl":
        return shutil.which(OPDRACHTEN[taal][0]) is not None
    toets = ["perl", "-MJSON::Validator", "-e1"]
    return subprocess.run(toets, check=False, capture_output=True).returncode == 0


def _oordelen(taal: str, vragen: list[tuple[str, str]]) -> list[bool]:
    """Return what the validator of a language says of each document; skipped when it is not there.

    On a machine of CI it must be there.
    """
    if not _is_er(taal):
        assert not os.environ.get("CI"), f"{taal} with its validator is not installed"
        pytest.skip(f"{taal} with its validator is not installed")
    uit = subprocess.run(
        [*OPDRACHTEN[taal], SCHEMAS],
        cwd=HIER,
        input="".join(json.dumps({"soort": s, "document": t}) + "\n" for s, t in vragen),
        capture_output=True,
        text=True,
        check=False,
    )
    assert uit.returncode == 0, uit.stderr
    return [{"true": True, "false": False}[rij] for rij in uit.stdout.split()]


@pytest.mark.parametrize("taal", OPDRACHTEN)
def test_zelfde_oordeel(taal: str) -> None:
    """Of documents of every kind, right ones and ones changed on purpose, all get one verdict."""
    vragen = [(s, t) for s in DOCUMENTEN for t in Toeval(s, ZAAD).teksten(PER_SOORT)]
    verwacht = [past(ontleed(tekst.encode())) for _, tekst in vragen]
    assert min(verwacht.count(True), verwacht.count(False)) > len(vragen) // 10
    assert _oordelen(taal, vragen) == verwacht


def _gevallen() -> Iterator[tuple[str, str]]:
    """Yield the kind and the text of every document in the conformance cases."""
    for pad in sorted((SCHEMAS / "conformance").glob("GZ-*.json")):
        for geval in json.loads(pad.read_bytes())["gevallen"]:
            for document in (geval["document"], geval.get("context")):
                if document is not None and document.get("soort") in DOCUMENTEN:
                    yield document["soort"], json.dumps(document)


@pytest.mark.parametrize("taal", OPDRACHTEN)
def test_elk_geval(taal: str) -> None:
    """Every document of the conformance cases gets one verdict, also from what zod is made to say."""
    vragen = list(_gevallen())
    assert len(vragen) > 1_500
    assert _oordelen(taal, vragen) == [past(json.loads(tekst)) for _, tekst in vragen]
