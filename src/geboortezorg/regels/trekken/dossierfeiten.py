"""What is plain to see of the pregnancy, the woman and the zorgepisodes of a dossier."""

from collections.abc import Callable, Collection
from functools import cache
from importlib import import_module
from typing import Final

from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.trekken.blik import Blik
from geboortezorg.regels.werkblad import Werkblad


@cache
def _gewoon() -> Callable[[Werkblad], Collection[Trek]]:
    """Return the look itself, which is imported with the rules on a dossier."""
    kijk: Callable[[Werkblad], Collection[Trek]]
    kijk = import_module("geboortezorg.regels.dossier.gewoon").kijk
    return kijk


def _kijk(w: Werkblad) -> Collection[Trek]:
    return _gewoon()(w)


BLIK: Final = Blik(
    _kijk,
    (
        Trek.ZWANGERSCHAP,
        Trek.LEEFTIJD,
        Trek.ZORGEPISODES,
        Trek.MEER_ZORGEPISODES,
        Trek.OVERNAME,
        Trek.OVERGENOMEN,
    ),
    frozenset({"dossier"}),
)
