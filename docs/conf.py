"""Configuration of the documentation site; the pages made from the package are written first."""

import ast
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

import gemaakt

from geboortezorg._versie import __version__

_MERK = ("color-brand-primary", "color-brand-content", "color-brand-visited")

project = "geboortezorg"
author = "the geboortezorg contributors"
copyright = author
version = release = __version__
language = "en"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.viewcode",
    "sphinx_copybutton",
    "sphinx_design",
    "afscherming",
    "plaat",
    "verwijzen",
    "zijbalk",
]

exclude_patterns = ["_build", "_ext", "_gemeten", "_static", "_templates"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
html_theme = "furo"
html_theme_options = {
    "light_css_variables": dict.fromkeys(_MERK, "#0b5563"),
    "dark_css_variables": dict.fromkeys(_MERK, "#7cc7d4"),
}
html_copy_source = False
html_use_index = False
templates_path = ["_templates"]
html_static_path = ["_static", "../src/geboortezorg/cli/uitvoer/stijl"]
html_css_files = ["plaat.css", "blad.css"]
html_js_files = [("blad.js", {"defer": "defer"})]
html_logo = html_favicon = "_static/beeld.svg"
copybutton_prompt_text = "$ "
html_title = f"geboortezorg {__version__}"

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_use_type_comments = False  # there are none, and looking takes time
autodoc_default_options = {"members": True, "undoc-members": False}
nitpicky = True
nitpick_ignore_regex = [  # classes of others; linking to their sites would need the network
    (
        "py:.*",
        r"(cattrs|collections|datetime|enum|fractions|hypothesis|jsonschema|litestar|os|pathlib|referencing|types)\..*",
    ),
    (
        "py:class",
        r"Draft202012Validator|SchemaRegistry|geboortezorg\.(convert\._T|documenten\.DocumentT|lijnen\.plan\.Plan|regels\.context\._T|tabellen\.tabellen\._T)",
    ),
    (
        "py:class",
        r"pyarrow\.lib\.(RecordBatch|Schema|Table)|geboortezorg\.(batch\.kern\.K|tabulair\.overzicht\.R)",
    ),
]


def _maak(app: Sphinx) -> None:
    """Write the generated pages before Sphinx looks for its sources."""
    gemaakt.schrijf_bladzijden(Path(app.srcdir) / "naslag")


def _spreek(_app: Sphinx, _naam: str, _sjabloon: str, context: dict[str, Any], *_: object) -> None:
    """Tell the browser that a page is in Dutch, where its head says so."""
    context["language"] = (context.get("meta") or {}).get("taal", context.get("language"))


_MET_TYPEN = (
    "convert",
    "validation",
    "brug",
    "contextlezer",
    "regels.context",
    "tabellen.herkomst",
    "tabellen.tabellen",
    "tabellen.lader",
)
"""Modules that import names for types alone, of which the signatures are shown."""


def _noem_typen() -> None:
    """Give those names to the modules themselves, so that a signature leads to its types."""
    for naam in _MET_TYPEN:
        ruimte = vars(import_module(f"geboortezorg.{naam}"))
        for deel in ast.parse(Path(ruimte["__file__"]).read_text("utf-8")).body:
            if isinstance(deel, ast.If) and ast.unparse(deel.test) == "TYPE_CHECKING":
                blok = compile(ast.Module(deel.body, []), naam, "exec")
                exec(blok, ruimte)  # noqa: S102 - imports of our own modules


def setup(app: Sphinx) -> None:
    """Let the generated pages be made at each build."""
    _noem_typen()
    app.connect("html-page-context", _spreek)
    app.connect("builder-inited", _maak)
