"""Trying a document on the site: the shape at once, the library in the browser, nothing that leaves."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect
from tests.website.conftest import SITE, WORTEL

import geboortezorg

pytestmark = pytest.mark.site

LANG = 240_000
"""Milliseconds in which a busy machine starts Python."""
FOUT = WORTEL / "voorbeelden" / "fout" / "thuisbevalling-2023.json"
PLEKKEN = """async ([adres, tekst]) => {
  const { plekken, tekstregelVan } = await import(adres);
  return [...plekken(tekst)].map(([pad, plek]) => [pad, tekstregelVan(tekst, plek)]);
}"""


@pytest.fixture
def proberen(bladzijde: Page, adres: str) -> Page:
    """Return the page, ready for a document."""
    bladzijde.goto(f"{adres}/proberen.html")
    bladzijde.locator("#gz-document").wait_for()
    return bladzijde


def _beoordeel(bladzijde: Page) -> dict[str, Any]:
    """Judge what stands on the page, and return the whole report that it shows."""
    bladzijde.get_by_role("button", name="Judge").click()
    expect(bladzijde.locator("#gz-stand")).to_have_text("Judged.", timeout=LANG)
    tekst = bladzijde.locator("#gz-rapport pre").text_content()
    rapport: dict[str, Any] = json.loads(tekst or "")
    return rapport


def test_het_rapport_is_dat_van_de_bibliotheek(proberen: Page) -> None:
    """The example that stands there gets the report that Python gives, each finding at its line."""
    vorm = proberen.locator("#gz-vorm")
    expect(vorm).to_have_text("The shape is that of a dossier.")
    gekregen = _beoordeel(proberen)
    rapport = geboortezorg.validate(FOUT.read_bytes())
    assert gekregen == json.loads(geboortezorg.dump(rapport))
    expect(proberen.locator(".gz-bevinding")).to_have_count(len(rapport.bevindingen))
    rij = proberen.locator(".gz-tekst > li", has_text="GZ-TARIEF-001").first
    assert '"tarief_eurocent": 6527' in rij.inner_text()
    tekstregels = FOUT.read_text("utf-8").splitlines()
    waar = next(n for n, t in enumerate(tekstregels, 1) if '"tarief_eurocent": 6527' in t)
    assert rij.get_attribute("value") == str(waar)
    proberen.get_by_label("Language of the findings").select_option("nl")
    expect(proberen.locator("#gz-rapport")).to_contain_text("Verlaag het tarief.")
    rij.get_by_role("link", name="GZ-TARIEF-001").click()
    proberen.wait_for_url("**/naslag/regels/GZ-TARIEF-001.html")


def test_eigen_tabellen(proberen: Page, tmp_path: Path) -> None:
    """A context that is dropped goes along; one that cannot be used is refused with its reason."""
    context = {"soort": "context", "schema_versie": "0.1", "beoordelingsdatum": "2024-01-01"}
    (tmp_path / "context.json").write_text(json.dumps(context), "utf-8")
    proberen.get_by_text("Own tables, agreements").click()
    proberen.get_by_label("Own tables, as JSON").set_input_files(tmp_path / "context.json")
    expect(proberen.locator("#gz-contextfout")).to_have_text("Taken in.")
    assert _beoordeel(proberen)["beoordelingsdatum"] == "2024-01-01"
    proberen.locator("#gz-context").fill('{"soort": "vsv"}')
    proberen.get_by_role("button", name="Judge").click()
    expect(proberen.locator("#gz-contextfout")).to_contain_text("context", timeout=LANG)
    (tmp_path / "context.json").write_text('{"soort": "dossier"}', "utf-8")
    proberen.get_by_label("Own tables, as JSON").set_input_files(tmp_path / "context.json")
    expect(proberen.locator("#gz-contextfout")).to_contain_text("does not go into a context")


def test_de_vorm_terwijl_men_typt(proberen: Page) -> None:
    """What is no JSON, of no kind, or of another shape is said at once, with the line."""
    veld, vorm = proberen.locator("#gz-document"), proberen.locator("#gz-vorm")
    veld.fill('{\n "soort": ')
    expect(vorm).to_contain_text("Not JSON yet")
    veld.fill("{}")
    expect(vorm).to_contain_text("give it a soort")
    veld.fill(
        '{\n "soort": "dossier",\n "schema_versie": "0.1",\n "referentie": 1,\n "kinderen": [{}]\n}'
    )
    expect(vorm).to_contain_text("Not the shape of a dossier")
    fouten = proberen.locator("#gz-vormfouten li")
    expect(fouten.filter(has_text="line 4")).to_have_count(1)
    fouten.filter(has_text="line 4").get_by_role("button").click()
    gekozen = veld.evaluate("v => v.value.slice(v.selectionStart, v.selectionEnd)")
    assert gekozen == ' "referentie": 1,'
    veld.fill("")
    expect(vorm).to_have_text("")


def test_niets_gaat_weg(proberen: Page, adres: str) -> None:
    """The policy of the page refuses a request to elsewhere, from the page and from its worker."""
    beleid = str(proberen.locator("meta[http-equiv]").first.get_attribute("content"))
    assert "default-src 'none'" in beleid
    assert "connect-src 'self'" in beleid
    assert "unsafe-eval'" not in beleid.replace("'wasm-unsafe-eval'", "")
    geweigerd = (
        """() => fetch("https://example.org/", {mode: "no-cors"}).then(() => "weg", () => "nee")"""
    )
    assert proberen.evaluate(geweigerd) == "nee"
    werker = """() => new Promise((klaar) => {
      const code = 'fetch("https://example.org/", {mode: "no-cors"}).then(() => postMessage("weg"), () => postMessage("nee"))';
      new Worker(URL.createObjectURL(new Blob([code], {type: "text/javascript"}))).onmessage = (g) => klaar(g.data);
    })"""
    assert proberen.evaluate(werker) == "nee"
    proberen.evaluate("() => localStorage.removeItem('theme')")
    assert proberen.evaluate("() => localStorage.length + sessionStorage.length") == 0


def test_zonder_de_bibliotheek(bladzijde: Page, adres: str) -> None:
    """Where the library was not put beside the site the page says so, and offers nothing."""

    def weg(route: Route) -> None:
        route.fulfill(status=404)

    bladzijde.route("**/inhoud.json", weg)
    bladzijde.goto(f"{adres}/proberen.html")
    expect(bladzijde.locator("#gz-afwezig")).to_be_visible()
    expect(bladzijde.locator("#gz-proberen")).to_be_hidden()


def test_plekken(proberen: Page, adres: str) -> None:
    """Every value of a text has its line, whatever its names and strings hold."""
    document = {
        "a/b~c": [1, {"d": '} ] , " \\'}, [], {}],
        "e": {"f": None, "g": True, "é": -1.5e3},
        "": "leeg",
    }
    tekst = json.dumps(document, indent=1, ensure_ascii=False)
    gevonden = dict(proberen.evaluate(PLEKKEN, [f"{adres}/_static/plekken.js", tekst]))
    tekstregels = tekst.split("\n")
    assert set(gevonden) == {
        *("", "/a~1b~0c", "/a~1b~0c/0", "/a~1b~0c/1", "/a~1b~0c/1/d", "/a~1b~0c/2", "/a~1b~0c/3"),
        *("/e", "/e/f", "/e/g", "/e/é", "/"),
    }
    assert tekstregels[gevonden["/a~1b~0c/1/d"]].strip().startswith('"d"')
    assert tekstregels[gevonden["/e/é"]].strip() == '"é": -1500.0'
    assert tekstregels[gevonden["/"]].strip() == '"": "leeg"'


def test_de_site_heeft_alles_bij_zich() -> None:
    """What the page runs stands beside it, and its scripts name no other place."""
    map_ = SITE / "_static" / "proberen"
    for pad in (
        *map_.glob("*.js"),
        *(map_ / "vorm").glob("*.js"),
        SITE / "_static" / "proberen.js",
    ):
        tekst = pad.read_text("utf-8")
        assert "eval(" not in tekst
        assert "new Function" not in tekst
    assert 'from "pyodide"' not in (map_ / "kern.js").read_text("utf-8")
