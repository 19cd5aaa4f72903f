"""Every kind of page: reachable for everyone, not too long, and with its links."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.website.conftest import SITE, WORTEL

from geboortezorg.cli import main
from geboortezorg.regels.register import REGELS

pytestmark = pytest.mark.site

AXE = WORTEL / "tests" / "js" / "node_modules" / "axe-core" / "axe.min.js"
SOORTEN = (
    "index",
    "beleid",
    "proberen",
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
SMAL = 390
PER_TOETS = ("index", "beleid", "proberen", "naslag/regels/thema-tarief", "naslag/tabellen/index")
"""Pages that are walked through by keyboard: with links, choices, tables, pictures, and fields."""

BEREIKBAAR = """() => {
  const alle = 'a[href], button, input, select, textarea, summary, [tabindex]';
  const zichtbaar = (knoop) => knoop.checkVisibility({ visibilityProperty: true }) && knoop.getClientRects().length;
  const vrij = (knoop) => knoop.tabIndex >= 0 && !knoop.disabled && !knoop.closest("[inert]");
  const mee = (knoop) => vrij(knoop) && zichtbaar(knoop);
  globalThis.gz = new Set([...document.querySelectorAll(alle)].filter(mee));
  globalThis.onzichtbaar = new Set();
  document.addEventListener("focusin", ({ target: hier }) => {
    globalThis.gz.delete(hier);
    const stijl = getComputedStyle(hier);
    const kader = stijl.outlineStyle !== "none" && parseFloat(stijl.outlineWidth) > 0;
    if (!kader || stijl.opacity === "0") globalThis.onzichtbaar.add(hier);
  });
  return globalThis.gz.size;
}"""
"""Notes everything on a page that the keyboard must reach, and returns how much that is.

Takes what gets the focus from it, and notes that when one cannot see the focus.
"""

OVER = "() => [gz, onzichtbaar].map((g) => [...g].map((k) => k.outerHTML.slice(0, 120)))"
"""Gives what the keyboard did not reach, and what had the focus without one seeing it."""


FOUTEN = """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations"""
"""Runs every check; of what holds no piece is described or sent."""

MATEN = "() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]"


def _axe(bladzijde: Page) -> list[tuple[str, Any]]:
    gevonden: list[dict[str, Any]] = bladzijde.evaluate(FOUTEN)
    return [
        (fout["id"], [knoop["target"] for knoop in fout["nodes"]][:3])
        for fout in gevonden
        if fout["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("naam", SOORTEN)
def test_toegankelijk(bladzijde: Page, adres: str, naam: str) -> None:
    """No serious or critical fault, wide and light or narrow and dark."""
    bladzijde.add_init_script(path=AXE)  # before the page, which may refuse scripts
    bladzijde.goto(f"{adres}/{naam}.html")
    assert _axe(bladzijde) == []
    bladzijde.set_viewport_size({"width": SMAL, "height": 844})
    bladzijde.emulate_media(color_scheme="dark")
    bladzijde.reload()
    assert _axe(bladzijde) == []
    breed = bladzijde.evaluate("() => document.documentElement.scrollWidth")
    assert breed <= SMAL, "the page itself does not scroll sideways"


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_de_bladzijde_van_een_run(
    bladzijde: Page, capsys: pytest.CaptureFixture[str], taal: str
) -> None:
    """What `validate --format html` writes is as reachable as the site."""
    main(["validate", str(WORTEL / "voorbeelden" / "fout"), "--format", "html", "--taal", taal])
    bladzijde.add_init_script(path=AXE)
    bladzijde.goto("about:blank")
    bladzijde.set_content(capsys.readouterr().out)
    for breedte in (1280, SMAL):
        bladzijde.set_viewport_size({"width": breedte, "height": 900})
        bladzijde.emulate_media(color_scheme="dark" if breedte == SMAL else "light")
        assert _axe(bladzijde) == []
        breed = bladzijde.evaluate("() => document.documentElement.scrollWidth")
        assert breed <= breedte


def test_elke_bladzijde_past(bladeraar: Browser, adres: str) -> None:
    """No page is too high at a width of 1280, and none scrolls sideways on a phone.

    Without its scripts, since there are many: those add a line or two to a few kinds of page.
    """
    mis = {}
    bladzijde = bladeraar.new_page(java_script_enabled=False)
    breedtes = [1280, SMAL]
    for pad in sorted(SITE.rglob("*.html")):
        naam = pad.relative_to(SITE).as_posix()
        if naam.startswith("_"):
            continue  # the code of the library, as it is
        maten = {}
        for nummer, breedte in enumerate(breedtes):
            bladzijde.set_viewport_size({"width": breedte, "height": 844})
            if nummer == 0:
                bladzijde.goto(f"{adres}/{naam}")  # its style too
            maten[breedte] = bladzijde.evaluate(MATEN)
        breedtes.reverse()  # the next page begins as wide as this one ended
        breed, hoog = maten[SMAL][0], maten[1280][1]
        if hoog > HOOG or breed > SMAL:
            mis[naam] = (hoog, breed)
    bladzijde.close()
    assert mis == {}


@pytest.mark.parametrize("breedte", [1280, SMAL])
@pytest.mark.parametrize("naam", PER_TOETS)
def test_met_het_toetsenbord(bladzijde: Page, adres: str, naam: str, breedte: int) -> None:
    """Everything that can be used is reached by the Tab key, and one sees where one is."""
    bladzijde.set_viewport_size({"width": breedte, "height": 900})
    bladzijde.goto(f"{adres}/{naam}.html")
    if naam == "proberen":
        bladzijde.locator("#gz-document").wait_for()
    for _ in range(bladzijde.evaluate(BEREIKBAAR) + 5):
        bladzijde.keyboard.press("Tab")
    gemist, onzichtbaar = bladzijde.evaluate(OVER)
    assert gemist == []
    assert onzichtbaar == []


def test_het_menu_met_het_toetsenbord(bladzijde: Page, adres: str) -> None:
    """On a narrow screen the menu opens by keyboard too."""
    bladzijde.set_viewport_size({"width": SMAL, "height": 844})
    bladzijde.goto(f"{adres}/index.html")
    menu = bladzijde.locator(".sidebar-drawer")
    expect(menu).not_to_be_in_viewport()
    bladzijde.locator("label[for=__navigation]:visible").first.focus()
    bladzijde.keyboard.press("Enter")
    expect(menu).to_be_in_viewport()


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
