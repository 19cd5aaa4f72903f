"""Dossiers with an agreement of which the payer has a copy: the same one, or another."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

import attrs

from geboortezorg.model.dossier import Dossier
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort
from geboortezorg.testing import basis
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

VAN_BETALER: Final[Mapping[str | None, tuple[Overeenkomst, ...]]] = MappingProxyType(
    {"GZ-TARIEF-005": (_OVEREENKOMST,)}
)
"""What the context of a breach holds as the copy of the payer, by the code of the rule."""


def _andere_inhoud(dossier: Dossier) -> tuple[Dossier, str]:
    hoger = attrs.evolve(_OVEREENKOMST, percentage_basispunten=1000)
    return attrs.evolve(dossier, overeenkomsten=(hoger,)), "/overeenkomsten/0"


PROEFBREUKEN: Final = basis.proefbreuken(
    "dossier", geldige_dossiers(), {"GZ-TARIEF-005": _andere_inhoud}
)
"""What this module can break, for :func:`geboortezorg.testing.documents`."""
