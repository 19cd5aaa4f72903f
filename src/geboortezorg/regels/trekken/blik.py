"""One look at a document, and the traits that it can see there."""

from collections.abc import Callable, Collection
from typing import Any, NamedTuple, TypeVar

from geboortezorg.model.prestatie import Prestatie
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.werkblad import Werkblad


class Blik(NamedTuple):
    """One look: several traits may be seen in it, so that a document is gone through once."""

    kijk: Callable[[Werkblad], Collection[Trek]]
    """What says of a worksheet which of the traits the document has."""

    trekken: Collection[Trek]
    """The traits that it can see."""

    van: Callable[[Collection[Prestatie]], Any] | None = None
    """What it needs to know of the prestaties of lines: it sees nothing where that makes None."""

    met: Callable[[Any, Werkblad], Collection[Trek]] | None = None
    """What says the same of a worksheet, by what that made of its prestaties."""


_T = TypeVar("_T")


def blik_met(
    van: Callable[[Collection[Prestatie]], _T | None],
    met: Callable[[_T, Werkblad], Collection[Trek]],
    *trekken: Trek,
) -> Blik:
    """Return a look that hangs on the prestaties of lines: what these say is asked of them once."""

    def kijk(w: Werkblad) -> Collection[Trek]:
        gemaakt = w.over_prestaties(van)
        return () if gemaakt is None else met(gemaakt, w)

    return Blik(kijk, trekken, van, met)
