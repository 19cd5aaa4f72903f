"""Makes a link of every name that has a page: a code, soort, class, prestatie or table."""

import re
from typing import Any

from docutils import nodes
from plaatsen import plaatsen
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

_CODE = re.compile(r"\bGZ-[A-Z]+-[0-9]{3}\b")
_NIET_IN = (nodes.reference, nodes.title, nodes.literal_block, nodes.raw, nodes.comment, nodes.term)


class Verwijzing(SphinxPostTransform):
    """Links names in literals, and codes of rules in running text."""

    default_priority = 900

    def run(self, **_: Any) -> None:
        """Replace each name by a link, but in a heading, a link or a block of code."""
        for letterlijk in list(self.document.findall(nodes.literal)):
            doel = self._doel(letterlijk.astext())
            if doel is not None and not _binnen(letterlijk):
                letterlijk.replace_self(nodes.reference("", "", letterlijk.deepcopy(), refuri=doel))
        for tekst in list(self.document.findall(nodes.Text)):
            if not _binnen(tekst) and not isinstance(tekst.parent, nodes.literal):
                self._codes(tekst)

    def _codes(self, tekst: nodes.Text) -> None:
        delen: list[nodes.Node] = []
        begin = 0
        for gevonden in _CODE.finditer(tekst.astext()):
            doel = self._doel(gevonden[0])
            if doel is not None:
                delen.append(nodes.Text(tekst.astext()[begin : gevonden.start()]))
                delen.append(nodes.reference("", gevonden[0], refuri=doel))
                begin = gevonden.end()
        if delen:
            tekst.parent.replace(tekst, [*delen, nodes.Text(tekst.astext()[begin:])])

    def _doel(self, naam: str) -> str | None:
        """Return the relative address of the page of a name; None without one, and on that page."""
        plek = plaatsen().get(naam)
        if plek is None:
            return None
        bladzijde, hekje, anker = plek.partition("#")
        hier = self.env.docname
        if bladzijde == hier:
            return f"#{anker}" if anker else None
        return self.app.builder.get_relative_uri(hier, bladzijde) + hekje + anker


def _binnen(knoop: nodes.Node) -> bool:
    """Return whether a link here would stand in another, in a heading or in code."""
    while (ouder := knoop.parent) is not None:
        if isinstance(ouder, _NIET_IN):
            return True
        knoop = ouder
    return False


def setup(app: Sphinx) -> dict[str, bool]:
    """Let every page be looked at."""
    app.add_post_transform(Verwijzing)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
