"""Sources that no row of a table holds: ``bron("knov-peildata")``.

Of an amount, a norm or a figure the source stands in its own row. What else a rule rests on stands
in ``tabellen/data/bronnen``, once, and is loaded like the tables; a file is called after the theme
whose rules it serves. An entry has the members of every source::

    [knov-peildata]
    titel = "KNOV, peildata"
    verificatie = "officieel"
    url = "..."
"""

from functools import cache
from typing import Final

from geboortezorg.bron import Bron
from geboortezorg.convert import structureer
from geboortezorg.tabellen import pakket
from geboortezorg.tekst import SleutelFout, Tekst

_GEEN_BRON: Final = Tekst(
    "er is geen bron met deze naam; `bronnen()` noemt ze",
    "there is no source with this name; `bronnen()` names them",
)


def bron(bron_id: str) -> Bron:
    """Return a source by its name. Raises KeyError when no file has it."""
    gevonden = bronnen().get(bron_id)
    if gevonden is None:
        raise SleutelFout(_GEEN_BRON)
    return gevonden


@cache
def bronnen() -> dict[str, Bron]:
    """Return every source by its name; read on first use, then kept."""
    alle, nagezien = pakket.gegevens("bronnen")
    return {
        bron_id: structureer(Bron, gegeven, nagezien=nagezien)
        for inhoud in alle.values()
        for bron_id, gegeven in inhoud.items()
    }
