"""A page on judged documents that holds all it needs: it runs nothing and asks for nothing."""

from collections.abc import Iterable
from html import escape
from typing import Final

from geboortezorg._versie import __version__
from geboortezorg.cli.scherm import Scherm
from geboortezorg.cli.uitvoer.svg import el
from geboortezorg.tekst import Tekst

DOCTYPE: Final = "<!DOCTYPE html>"

_TITEL: Final = Tekst("Beoordeelde documenten", "Judged documents")
_BELEID: Final = "default-src 'none'; style-src 'unsafe-inline'"


def pagina(scherm: Scherm, stijl: str, inleiding: str, delen: Iterable[str]) -> str:
    """Return the page, without its doctype; `inleiding` is plain text, the parts are HTML."""
    titel = scherm.tekst(_TITEL)
    kop = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=_BELEID),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("title", titel),
        el("style", stijl),
    )
    hoofd = el(
        "main",
        el("h1", titel),
        el("p", escape(inleiding)),
        *delen,
        el("footer", f"geboortezorg {__version__}"),
    )
    return el("html", kop, el("body", hoofd), lang=scherm.taal)
