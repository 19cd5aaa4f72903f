"""Every kind of page: reachable for everyone, not too long, and with its links."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.website.conftest import SITE, WORTEL

from geboortezorg.regels.register import REGELS

pytestmark = pytest.mark.site

AXE = WORTEL / "tests" / "js" / "node_modules" / "axe-core" / "axe.min.js"
SOORTEN = (
    "index",
    "tutorial",
    "api/index",
    "api/tables",
    "search",
    "uitleg/oordeel",
    "how-to/own-tables",
    "how-to/opdrachtregel",
    "naslag/brief",
    "naslag/betekenis",
    "naslag/regels/index",
    "naslag/regels/thema-tarief",
    "naslag/regels/GZ-TARIEF-001",
    "naslag/prestaties/index",
    "naslag/prestaties/kraamzorg-uur",
    "naslag/soorten/index",
    "naslag/soorten/dossier",
    "naslag/klassen/wachtdienst",
    "naslag/python/dossier",
    "naslag/tabellen/index",
    "naslag/tabellen/kraamzorg-2023",
    "naslag/begrippen/index",
    "naslag/begrippen/a-d",
    "naslag/niet-beoordeeld/dossier",
)
HOOG = 15_000
GROOT = 25
"""Pages, the largest, of which the height is measured."""


def _axe(bladzijde: Page) -> list[tuple[str, Any]]:
    bladzijde.add_script_tag(path=AXE)
    gevonden: dict[str, Any] = bladzijde.evaluate("() => axe.run()")
    return [
        (fout["id"], [knoop["target"] for knoop in fout["nodes"]][:3])
        for fout in gevonden["violations"]
        if fout["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("naam", SOORTEN)
def test_toegankelijk(bladzijde: Page, adres: str, naam: str) -> None:
    """No serious or critical fault, wide and light or narrow and dark."""
    bladzijde.goto(f"{adres}/{naam}.html")
    assert _axe(bladzijde) == []
    bladzijde.set_viewport_size({"width": 390, "height": 844})
    bladzijde.emulate_media(color_scheme="dark")
    bladzijde.reload()
    assert _axe(bladzijde) == []
    breed = bladzijde.evaluate("() => document.documentElement.scrollWidth")
    assert breed <= 390, "the page itself does not scroll sideways"


def test_geen_bladzijde_is_te_hoog(bladzijde: Page, adres: str) -> None:
    """The largest pages fit within the bound at a width of 1280."""
    alle = [pad for pad in SITE.rglob("*.html") if "_modules" not in pad.parts]
    hoog = {}
    for pad in sorted(alle, key=lambda pad: -pad.stat().st_size)[:GROOT]:
        naam = pad.relative_to(SITE).as_posix()
        bladzijde.goto(f"{adres}/{naam}")
        hoog[naam] = bladzijde.evaluate("() => document.documentElement.scrollHeight")
    assert {naam: px for naam, px in hoog.items() if px > HOOG} == {}


def _alleen_een_code(stuk: re.Match[str]) -> str:
    """Return a piece of code when it is the code of a rule and nothing else."""
    tekst = re.sub(r"<[^>]*>", "", stuk[0])
    return tekst if re.fullmatch(r"GZ-[A-Z]+-[0-9]{3}", tekst) else ""


def _zonder_links(pad: Path) -> list[str]:
    """Return the codes of rules on a page that are no link."""
    tekst = pad.read_text("utf-8")
    midden = re.search(r"<article.*?</article>", tekst, re.DOTALL)
    assert midden is not None, pad
    kaal = re.sub(r"<(a|h[1-6]|title|pre|dt)\b.*?</\1>", "", midden[0], flags=re.DOTALL)
    kaal = re.sub(r"<code\b.*?</code>", _alleen_een_code, kaal, flags=re.DOTALL)
    return re.findall(r"GZ-[A-Z]+-[0-9]{3}", re.sub(r"<[^>]*>", "", kaal))


def test_elke_code_is_een_link() -> None:
    """A code of a rule in running text links to the page of the rule, but on that page itself."""
    codes = {regel.code for regel in REGELS}
    mis = {
        pad.name: gevonden
        for pad in SITE.rglob("*.html")
        if "_modules" not in pad.parts
        and pad.stem not in {"search"}
        and (gevonden := sorted({c for c in _zonder_links(pad) if c in codes and c != pad.stem}))
    }
    assert mis == {}


def test_zeven(bladzijde: Page, adres: str) -> None:
    """A theme is narrowed down to a kind of document, and opened up again."""
    bladzijde.goto(f"{adres}/naslag/regels/thema-tarief.html")
    rijen = bladzijde.locator("table tbody tr:visible")
    alle = rijen.count()
    keuze = bladzijde.get_by_label("Judges")
    keuze.select_option("declaratie")
    assert 0 < rijen.count() <= alle
    assert all("declaratie" in rij or "every document" in rij for rij in rijen.all_inner_texts())
    bladzijde.get_by_label("Year").fill("1995")
    keuze.select_option("")
    bladzijde.get_by_label("Year").fill("")
    assert rijen.count() == alle
