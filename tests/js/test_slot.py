"""The packages that these tests use: the same everywhere, from whatever registry is configured."""

import json
import re
from pathlib import Path

HIER = Path(__file__).resolve().parent


def test_geen_adressen() -> None:
    """The lock file says which packages by their hash, and of none where it was found."""
    pakketten = json.loads((HIER / "package-lock.json").read_bytes())["packages"]
    eigen = pakketten.pop("")
    assert eigen["devDependencies"]
    assert pakketten
    for naam, pakket in pakketten.items():
        assert "resolved" not in pakket, naam
        if pakket.get("inBundle"):  # it is inside another package, under the hash of that
            continue
        assert pakket["integrity"].startswith("sha512-"), naam


def test_vaste_versies() -> None:
    """What is asked for is one version of each package."""
    gevraagd = json.loads((HIER / "package.json").read_bytes())["devDependencies"]
    assert all(re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", versie) for versie in gevraagd.values())
