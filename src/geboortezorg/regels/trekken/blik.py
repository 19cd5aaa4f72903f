"""One look at a document, and the traits that it can see there."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.werkblad import Werkblad


class Blik(NamedTuple):
    """One look: several traits may be seen in it, so that a document is gone through once."""

    kijk: Callable[[Werkblad], Collection[Trek]]
    """What says of a worksheet which of the traits the document has."""

    trekken: Collection[Trek]
    """The traits that it can see."""


def kijkt(trek: Trek, heeft: Callable[[Werkblad], bool]) -> Callable[[Werkblad], Collection[Trek]]:
    """Return a look that sees one trait, from what says whether a document has it."""
    gezien = (trek,)
    return lambda w: gezien if heeft(w) else ()
