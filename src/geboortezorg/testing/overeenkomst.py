"""Documents about agreements of which the payer has a copy in the context."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

import attrs

from geboortezorg.model.dossier import Dossier
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort, Termijn
from geboortezorg.model.vsv_declaratie import VSVDeclaratie
from geboortezorg.testing import basis
from geboortezorg.testing.bekostiging import geldige_vsv_declaraties
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

_TERMIJN: Final = 10_000_000

_MONDELING: Final = Overeenkomst(
    overeenkomst_id="lumpsum-mondeling",
    overeenkomstsoort=Overeenkomstsoort.LUMPSUM,
    uzovi_code="0001",
    looptijd=Looptijd(van=date(2027, 1, 1), tot_en_met=date(2027, 12, 31)),
    schriftelijk=False,
    vsv_id="vsv-voorbeeld",
    lumpsum_eurocent=5 * _TERMIJN,
    termijnen=tuple(
        Termijn(
            termijn_id=f"2027-{nummer}",
            declarabel_vanaf=date(2027, 12 if nummer else 2, 1),
            bedrag_eurocent=_TERMIJN,
        )
        for nummer in range(5)
    ),
)

VAN_BETALER: Final[Mapping[str | None, tuple[Overeenkomst, ...]]] = MappingProxyType(
    {"GZ-TARIEF-005": (_OVEREENKOMST,), "GZ-BEKOSTIGING-012": (_MONDELING,)}
)
"""What the context of a breach holds as the copy of the payer, by the code of the rule."""


def _andere_inhoud(dossier: Dossier) -> tuple[Dossier, str]:
    hoger = attrs.evolve(_OVEREENKOMST, percentage_basispunten=1000)
    return attrs.evolve(dossier, overeenkomsten=(hoger,)), "/overeenkomsten/0"


def _mondelinge_lumpsum(declaratie: VSVDeclaratie) -> tuple[VSVDeclaratie, str]:
    uit = attrs.evolve(
        declaratie,
        overeenkomst_id=_MONDELING.overeenkomst_id,
        uzovi_code=_MONDELING.uzovi_code,
        overeenkomsten=(),
        eerder_gedeclareerd_eurocent=_TERMIJN,
    )
    return uit, "/overeenkomst_id"


PROEFBREUKEN: Final = (
    *basis.proefbreuken("dossier", geldige_dossiers(), {"GZ-TARIEF-005": _andere_inhoud}),
    *basis.proefbreuken(
        "vsv_declaratie", geldige_vsv_declaraties(), {"GZ-BEKOSTIGING-012": _mondelinge_lumpsum}
    ),
)
"""What this module can break, for :func:`geboortezorg.testing.documents`."""
