"""Whoever searches for a code, a name or a word of the field finds its page."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.website.conftest import WORTEL, open_blad

from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels.register import REGELS
from geboortezorg.tabellen import shipped

pytestmark = pytest.mark.site

ZOEK = """(vraag) => {
  const [, ...gelezen] = Search._parseQuery(vraag);
  return Search._performSearch(vraag, ...gelezen).reverse().slice(0, 5).map((uit) => uit[0] + (uit[2] || ""));
}"""
"""Answers a query as the page of the search does, without drawing it."""

WOORDEN = {
    "install": ("tutorial",),
    "FastAPI": ("how-to/web/fastapi",),
    "Litestar": ("how-to/web/litestar",),
    "Django": ("how-to/web/django",),
    "Flask": ("how-to/web/flask",),
    "pandas": ("how-to/data",),
    "Polars": ("how-to/data",),
    "DuckDB": ("how-to/data",),
    "SARIF": ("how-to/pijplijn",),
    "hypothesis": ("how-to/hypothesis",),
    "max-max and lumpsum": ("how-to/overeenkomsten",),
    "migrate": ("how-to/schemaversie",),
    "privacy": ("how-to/privacy", "uitleg/persoonsgegevens"),
    "TypeScript": ("how-to/andere-talen",),
    "Java": ("how-to/andere-talen",),
    "max-max": ("naslag/begrippen/l-p", "how-to/overeenkomsten"),
}
"""Words that no rule or glossary has, and the pages of which one must be among the first three."""


@pytest.fixture(scope="module")
def zoek(bladeraar: Browser, adres: str) -> Iterator[Any]:
    """Return a function that gives the first pages that a query finds; they keep nothing of it."""
    with open_blad(bladeraar, adres) as bladzijde:
        bladzijde.goto(f"{adres}/search.html?q=regel")
        bladzijde.wait_for_selector("#search-results li")
        yield lambda vraag: bladzijde.evaluate(ZOEK, vraag)


def test_codes_en_namen(zoek: Any) -> None:
    """The first hit for a code of a rule, a prestatie or a table is its page."""
    tabellen = shipped()
    verwacht = {
        **{regel.code: f"naslag/regels/{regel.code}" for regel in REGELS},
        **{p.prestatie_id: f"naslag/prestaties/{p.prestatie_id}" for p in tabellen.prestaties},
        **{t.naam: f"naslag/tabellen/{t.naam}" for t in tabellen.tarieftabellen},
    }
    mis = {
        vraag: zoek(vraag)[:2]
        for vraag, doel in verwacht.items()
        if not zoek(vraag)[0].startswith(doel)
    }
    assert mis == {}
    mis = {soort: zoek(soort)[:3] for soort in DOCUMENTEN if not _heeft(zoek, soort)}
    assert mis == {}


def _heeft(zoek: Any, soort: str) -> bool:
    """Return whether the page of a kind of document is among the first three."""
    return any(uit.startswith(f"naslag/soorten/{soort}") for uit in zoek(soort)[:3])


def test_getallen(zoek: Any) -> None:
    """Every code of a prestatie and every return code leads to a page that has it."""
    van_code: dict[str, set[str]] = {}
    for p in shipped().prestaties:
        if p.code is not None:
            van_code.setdefault(p.code, set()).add(f"naslag/prestaties/{p.prestatie_id}")
    for regel in REGELS:
        for code in regel.retourcodes:
            van_code.setdefault(code, set()).add(f"naslag/regels/{regel.code}")
    mis = {
        code: zoek(code)[:3]
        for code, goed in van_code.items()
        if not {uit.partition("#")[0] for uit in zoek(code)[:3]} & goed
    }
    assert mis == {}


def test_begrippen(zoek: Any) -> None:
    """Every term of the glossary is found in Dutch and in English."""
    lijst = tomllib.loads((WORTEL / "docs" / "begrippen.toml").read_text("utf-8"))["begrip"]
    mis = {
        begrip[taal]: zoek(begrip[taal])[:3]
        for begrip in lijst
        for taal in ("nl", "en")
        if not any("begrippen/" in uit or "soorten/" in uit for uit in zoek(begrip[taal])[:3])
    }
    assert mis == {}


@pytest.mark.parametrize("woord", WOORDEN)
def test_woorden(zoek: Any, woord: str) -> None:
    """What a newcomer types leads to the right page."""
    gevonden = {uit.partition("#")[0] for uit in zoek(woord)[:3]}
    assert gevonden & set(WOORDEN[woord]), gevonden


def test_de_bladzijde_zelf(bladzijde: Page, adres: str) -> None:
    """A search that is typed on the front page shows the hit first, and the link works."""
    bladzijde.goto(f"{adres}/index.html")
    veld = bladzijde.locator("input[name=q]").first
    veld.fill("GZ-TARIEF-001")
    veld.press("Enter")
    bladzijde.locator("#search-results li a").first.click()
    bladzijde.wait_for_url("**/GZ-TARIEF-001.html*")
    assert bladzijde.locator("h1").inner_text().startswith("GZ-TARIEF-001")
