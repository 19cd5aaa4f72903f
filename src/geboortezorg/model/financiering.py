"""Who pays what a VSV does, and the connection to data exchange, over which period.

Source: Kamerstuk 32279 nr. 272 (K6, K7, K13, K14, K24). Which payer belongs to which period is
a rule, not a constraint of the shape.
"""

from enum import StrEnum
from typing import Final, final

from geboortezorg import veld
from geboortezorg.betekenis import Bereik, Nodig, Past, Uniek
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.model import _velden
from geboortezorg.tijd import Looptijd


class Financieringssoort(StrEnum):
    """Kind of payer."""

    ZONMW = "zonmw"
    """Subsidy for introducing the basiskader, in 2025 and 2026."""
    STRUCTUREEL = "structureel"
    """Purchase by health insurers, from 1 January 2027."""
    IZA = "iza"
    """Transformation funds of the Integraal Zorgakkoord."""
    EIGEN = "eigen"
    """Own means of the VSV or its participants."""
    PROGRAMMA_BABYCONNECT = "programma_babyconnect"
    """The subsidised programme for data exchange, until 31 December 2025."""
    OVERGANGSSTEUN_DIG = "overgangssteun_dig"
    """Transition support for the Duurzaam Informatiestelsel Geboortezorg, in 2026."""
    VELD = "veld"
    """The field itself, which carries the exchange of data from 1 January 2027."""


VAN_UITWISSELING: Final = (
    Financieringssoort.PROGRAMMA_BABYCONNECT,
    Financieringssoort.OVERGANGSSTEUN_DIG,
    Financieringssoort.VELD,
)
"""Payers of the exchange of data, not of the basiskader (K13, K14)."""

VAN_AANSLUITING: Final = tuple(
    soort for soort in Financieringssoort if soort is not Financieringssoort.ZONMW
)
"""Payers of a connection: the subsidy of ZonMw is for introducing the basiskader (K6, K14)."""

VAN_BASISKADER: Final = tuple(
    soort for soort in Financieringssoort if soort not in VAN_UITWISSELING
)
"""Payers of activities of the basiskader."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Financieringsbron:
    """One payer of activities of a VSV, over one period."""

    financieringsbron_id: str = attrs.field(
        metadata=veld.sleutel("Own key.", "Eigen sleutel.", voorbeelden=("bron-1",))
    )
    financieringssoort: Financieringssoort = attrs.field(
        metadata=veld.gegeven("Kind of payer.", "Soort financier.")
    )
    looptijd: Looptijd = attrs.field(
        metadata=veld.gegeven("Days over which it pays.", "Dagen waarover zij betaalt.")
    )
    activiteiten: tuple[str, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Keys of the activities of the basiskader that it pays.",
            "Sleutels van de activiteiten van het basiskader die zij betaalt.",
            1000,
            tekens="A-Za-z0-9._-",
            betekenis=(
                Nodig("financieringssoort", VAN_BASISKADER),
                Past(dict.fromkeys(VAN_UITWISSELING, ()), bij="financieringssoort"),
                Uniek(vermoeden=True),
            ),
        ),
    )
    bedrag_eurocent: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "Amount over the whole period.",
            "Bedrag over de hele looptijd.",
            0,
            eenheid="eurocent",
            betekenis=(Bereik("bekostiging-aannemelijk", "bedrag"),),
        ),
    )
    doel: str | None = attrs.field(
        default=None, metadata=veld.tekst("What it is meant for.", "Waarvoor het bestemd is.", 300)
    )
    uzovi_code: str | None = attrs.field(
        default=None,
        metadata=_velden.uzovi_code(
            Past(
                {
                    soort: ()
                    for soort in Financieringssoort
                    if soort is not Financieringssoort.STRUCTUREEL
                },
                bij="financieringssoort",
            )
        ),
    )
