"""Dossiers with an agreement of which the payer has a copy: the same one, or another."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

import attrs
from hypothesis import strategies as st

from geboortezorg.model.context import Toetscontext
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort
from geboortezorg.testing.dossier import geldige_dossiers
from geboortezorg.tijd import Looptijd

_OVEREENKOMST: Final = Overeenkomst(
    overeenkomst_id="max-max",
    overeenkomstsoort=Overeenkomstsoort.MAX_MAX,
    uzovi_code="0001",
    looptijd=Looptijd(van=date(2023, 1, 1), tot_en_met=date(2023, 12, 31)),
    schriftelijk=True,
    zorgaanbieder_agb="33000001",
    percentage_basispunten=500,
)

CONTEXT: Final = Toetscontext(overeenkomsten=(_OVEREENKOMST,))
"""The context in which :func:`overeenkomstdossiers_met` gives its breach."""

Breuk = Callable[[Dossier], tuple[Dossier, str]]


def _andere_inhoud(dossier: Dossier) -> tuple[Dossier, str]:
    hoger = attrs.evolve(_OVEREENKOMST, percentage_basispunten=1000)
    return attrs.evolve(dossier, overeenkomsten=(hoger,)), "/overeenkomsten/0"


_BREUKEN: Final[Mapping[str, Breuk]] = MappingProxyType({"GZ-TARIEF-005": _andere_inhoud})

CODES: Final = tuple(_BREUKEN)
"""The rules of which :func:`overeenkomstdossiers_met` can inject a breach."""


def overeenkomstdossiers_met(code: str) -> st.SearchStrategy[tuple[Dossier, str]]:
    """Return dossiers with exactly one breach in CONTEXT, and the pointer to it.

    Raises ValueError for a code that is not in CODES.
    """
    if code not in _BREUKEN:
        raise ValueError(f"kan geen breuk maken van deze regel; wel van: {', '.join(CODES)}")
    return geldige_dossiers().map(_BREUKEN[code])
