"""Writes the tree of all pages beside each page from one tree: made anew it is most of a build."""

import re
from typing import Any, Final, cast

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.osutil import relative_uri

_ZOALS_FURO: Final = {
    "collapse": False,
    "titles_only": True,
    "maxdepth": -1,
    "includehidden": True,
}
"""How the theme asks for the tree; another way of asking is answered by Sphinx."""
_NERGENS: Final = "search"
"""A page without a place in the tree, beside the first one."""
_TEKEN: Final = re.compile(r"(<[^>]+>)")
_LINK: Final = re.compile(r'<a class="reference internal" href="([^"#]+)">')


class Boom:
    """The tree as Sphinx writes it for no page in particular, and what is different on each page."""

    def __init__(self, html: str) -> None:
        self._delen = _TEKEN.split(html)
        self._links: list[tuple[int, str]] = []
        self._takken: dict[str, list[int]] = {}
        om: list[int] = []
        for plek, deel in enumerate(self._delen):
            if deel.startswith(("<ul", "<li")):
                om.append(plek)
            elif deel in {"</ul>", "</li>"}:
                om.pop()
            elif link := _LINK.fullmatch(deel):
                self._links.append((plek, link[1]))
                self._takken[link[1]] = [*om, plek]

    def bij(self, adres: str) -> str:
        """Return the tree of the page at an address: its links from there, its branch open."""
        delen = self._delen.copy()
        for plek, doel in self._links:
            delen[plek] = delen[plek].replace(doel, relative_uri(adres, doel) or "#")
        for plek in self._takken.get(adres, ()):
            delen[plek] = _huidig(delen[plek])
        return "".join(delen)


def _huidig(teken: str) -> str:
    """Return the tag of a list, an item or a link, as one on the way to the page itself."""
    if teken.startswith("<ul"):
        return '<ul class="current">'
    if teken.startswith("<li"):
        return teken.replace('">', ' current">')
    return teken.replace('class="', 'class="current ')


class _Zijbalk:
    """Gives each page its tree."""

    def __init__(self) -> None:
        self._boom: Boom | None = None

    def begin(self, _app: Sphinx) -> None:
        """Forget the tree of a build before."""
        self._boom = None

    def geef(
        self, app: Sphinx, naam: str, _sjabloon: str, context: dict[str, Any], *_: object
    ) -> None:
        """Let the page be given the one tree where it asks Sphinx for its own."""
        bouwer, eigen = cast("StandaloneHTMLBuilder", app.builder), context["toctree"]

        def boom(**hoe: Any) -> str:
            if hoe != _ZOALS_FURO:
                return str(eigen(**hoe))
            if self._boom is None:
                self._boom = Boom(bouwer._get_local_toctree(_NERGENS, **hoe))
            return self._boom.bij(bouwer.get_target_uri(naam))

        context["toctree"] = boom


def setup(app: Sphinx) -> dict[str, bool]:
    """Be there before the theme asks."""
    zijbalk = _Zijbalk()
    app.connect("builder-inited", zijbalk.begin)
    app.connect("html-page-context", zijbalk.geef, priority=400)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
