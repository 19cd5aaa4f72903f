"""The tree of all pages beside each page is the one that Sphinx itself makes there."""

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("sphinx")
pytest.importorskip("furo")

WORTEL = Path(__file__).resolve().parent.parent
INSTELLING = """\
import sys
sys.path.insert(0, {ext!r})
project = "proef"
html_theme = "furo"
html_copy_source = False
extensions = {extensies!r}
"""
BLADZIJDEN = {
    "index": ("eerste", "map/index"),
    "eerste": (),
    "map/index": ("een", "dieper/index"),
    "map/een": (),
    "map/dieper/index": ("twee",),
    "map/dieper/twee": (),
    "map/los": (),
}
"""The pages, each with the pages below it; one stands nowhere."""


def _schrijf(map_: Path) -> None:
    for naam, onder in BLADZIJDEN.items():
        tekst = f"{naam} & co\n{'=' * 40}\n\nEen alinea.\n\nEen deel\n--------\n"
        for nummer, blad in enumerate(onder):
            kop = "   :hidden:\n   :caption: Kop\n" if nummer else "   :hidden:\n"
            tekst += f"\n.. toctree::\n{kop}\n   {blad}\n"
        pad = map_ / f"{naam}.rst"
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(tekst if naam != "map/los" else f":orphan:\n\n{tekst}", "utf-8")


def _bouw(map_: Path, *extensies: str) -> dict[str, str]:
    """Return the text of each page that Sphinx builds."""
    _schrijf(map_ / "bron")
    ext = str(WORTEL / "docs" / "_ext")
    instelling = INSTELLING.format(ext=ext, extensies=[*extensies])
    (map_ / "bron" / "conf.py").write_text(instelling, "utf-8")
    opdracht = [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html"]
    subprocess.run([*opdracht, map_ / "bron", map_ / "uit"], check=True)  # noqa: S603
    return {
        pad.relative_to(map_ / "uit").as_posix(): pad.read_text("utf-8")
        for pad in (map_ / "uit").rglob("*.html")
    }


def test_zoals_sphinx(tmp_path: Path) -> None:
    """Each page is the same to the byte: on its way, deeper, above, beside, and in no tree."""
    zelf = _bouw(tmp_path / "zelf")
    assert {f"{naam}.html" for naam in BLADZIJDEN} | {"search.html"} <= zelf.keys()
    assert 'class="toctree-l2 current has-children"' in zelf["map/dieper/twee.html"]
    assert _bouw(tmp_path / "ons", "zijbalk") == zelf
