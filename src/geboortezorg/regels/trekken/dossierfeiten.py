"""What is plain to see of the facts of a dossier, and of the care that these must bear out."""

from collections.abc import Callable, Collection
from functools import cache
from importlib import import_module
from typing import Final

from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.trekken.blik import Blik
from geboortezorg.regels.werkblad import Werkblad


@cache
def _gewoon(thema: str) -> Callable[[Werkblad], Collection[Trek]]:
    """Return the look itself, which is imported with the rules of its theme."""
    kijk: Callable[[Werkblad], Collection[Trek]]
    kijk = import_module(f"geboortezorg.regels.{thema}.gewoon").kijk
    return kijk


def _feiten(w: Werkblad) -> Collection[Trek]:
    return _gewoon("dossier")(w)


def _zorg(w: Werkblad) -> Collection[Trek]:
    return _gewoon("tarief")(w)


def _integraal(w: Werkblad) -> Collection[Trek]:
    return _gewoon("samenwerking")(w)


_DOSSIER: Final = frozenset({"dossier"})

BLIKKEN: Final = (
    Blik(
        _feiten,
        (
            Trek.ZWANGERSCHAP,
            Trek.LEEFTIJD,
            Trek.ZORGEPISODES,
            Trek.MEER_ZORGEPISODES,
            Trek.OVERNAME,
            Trek.OVERGENOMEN,
        ),
        _DOSSIER,
    ),
    Blik(_zorg, (Trek.VOLLEDIGE_ZORG, Trek.DEEL, Trek.DEEL_TOT_BEVALLING), _DOSSIER),
    Blik(
        _integraal,
        (Trek.EXPERIMENT, Trek.REGULIER, Trek.BUNDEL, Trek.INTEGRALE_FASEN),
        _DOSSIER,
    ),
)
