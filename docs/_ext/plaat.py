"""A directive that shows a picture: its name, what it is of, and as an option its language."""

from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from platen import PLATEN
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from geboortezorg.cli.uitvoer import svg, tijdlijn

_HIER = Path(__file__).parent
_CIJFERS = {"en": "The same as a table", "nl": "Hetzelfde als tabel"}


class Plaatje(nodes.General, nodes.Element):
    """A picture in a page; the words in it are not searched, for they stand beside it too."""


def _toon(schrijver: HTML5Translator, knoop: nodes.Element) -> None:
    schrijver.body.append(knoop["html"])
    raise nodes.SkipNode


class Tekening(SphinxDirective):
    """Shows a picture with its data beside it."""

    required_arguments = 1
    optional_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {
        "taal": lambda tekst: directives.choice(tekst, tuple(_CIJFERS))
    }

    def run(self) -> list[nodes.Node]:
        """Return the picture as it is to stand in the page."""
        naam, *van = self.arguments
        taal = self.options.get("taal")
        for pad in (*_HIER.glob("platen/*.py"), Path(svg.__file__), Path(tijdlijn.__file__)):
            self.env.note_dependency(str(pad))
        getekend = PLATEN[naam](*van, **({} if taal is None else {"taal": taal}))
        return [Plaatje(html=getekend.html(_CIJFERS[taal or "en"]))]


def setup(app: Sphinx) -> dict[str, bool]:
    """Let pages show pictures."""
    app.add_node(Plaatje, html=(_toon, None))
    app.add_directive("plaat", Tekening)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
