"""``validate --overzicht``: the outcome of a run as one page that can be passed on."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from geboortezorg.cli.telling import Telling
from geboortezorg.cli.uitvoer import overzicht
from geboortezorg.populatie import population

from .conftest import Opdracht


class Lezer(HTMLParser):
    """Checks that what is opened is closed, and keeps the cells and the rectangles."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.namen: set[str] = set()
        self.cellen: list[str] = []
        self.breedtes: list[float] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        self.open.append(tag)
        self.namen.add(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep how wide a bar is."""
        if tag == "rect":
            self.breedtes.append(float(dict(attrs)["width"] or 0))

    def handle_endtag(self, tag: str) -> None:
        """Close the last element."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep what stands in a cell with a count."""
        if self.open and self.open[-1] == "td":
            self.cellen.append(data)


def schrijf(aantal: int = 60) -> None:
    """Write dossiers, of which half have a fault, and a line that is none."""
    regels = [json.dumps(proef.document) for proef in population(aantal, 3, fouten=50)]
    Path("a.ndjson").write_text("\n".join([*regels, '{"Kanarie7Q']), "utf-8")


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_de_bladzijde(taal: str, opdracht: Opdracht) -> None:
    """It is whole, asks for nothing, and has rounded counts and no name of a document."""
    schrijf()
    uit = opdracht("validate", "a.ndjson", "--quiet", "--taal", taal, "--overzicht", "o.html")
    assert "Documenten" not in uit.out
    pagina = Path("o.html").read_text("utf-8")
    lezer = Lezer()
    lezer.feed(pagina.removeprefix("<!DOCTYPE html>"))
    assert lezer.open == []
    assert {"svg", "table", "h1"} <= lezer.namen
    assert not {"script", "img", "link", "a"} & lezer.namen
    assert "default-src 'none'" in pagina.replace("&#x27;", "'")
    for geheim in ("Kanarie7Q", "a.ndjson", "999", "groningen-"):
        assert geheim not in pagina
    getallen = [cel for cel in lezer.cellen if re.fullmatch("[0-9]+", cel)]
    assert getallen
    assert all(int(getal) % 5 == 0 for getal in getallen)
    assert max(lezer.breedtes) <= 400
    assert ("Maand" in pagina) is (taal == "nl")
    assert "08 verloskundigen" in pagina
    assert "GZ-INVOER-001" in pagina


def test_beside_een_ander_antwoord(opdracht: Opdracht) -> None:
    """The reports come out as they would without the page, and the exit code too."""
    schrijf(8)
    zonder = opdracht("validate", "a.ndjson", "--format", "json")
    assert opdracht("validate", "a.ndjson", "--format", "json", "--overzicht", "o.html") == zonder


@pytest.mark.parametrize("pad", ["niets/o.html", "a.ndjson", "."])
def test_niet_te_schrijven(pad: str, opdracht: Opdracht) -> None:
    """A file that cannot be written, or is judged, is refused; the latter stays as it is."""
    schrijf(2)
    uit = opdracht("validate", "a.ndjson", "--overzicht", pad)
    assert uit.code == 2
    assert uit.err.startswith(f"geboortezorg: {pad}: ")
    assert Path("a.ndjson").read_text("utf-8").startswith("{")


def test_zonder_documenten(opdracht: Opdracht) -> None:
    """Nothing counted is a page too."""
    from geboortezorg.cli.scherm import Scherm

    overzicht.schrijf("o.html", Telling(), Scherm("nl"))
    assert '<td class="getal">0</td>' in Path("o.html").read_text("utf-8")


def test_afronden() -> None:
    """Small counts are not told, and no count exactly."""
    aantallen = (0, 1, 4, 5, 7, 8, 12, 13, 163_999)
    assert [overzicht.toon(n) for n in aantallen] == [
        *("0", "<5", "<5", "5", "5", "10", "10", "15", "164000")
    ]
