"""The connection of one organisation to the exchange of data in maternity care.

Source: Kamerstuk 32279 nr. 272 (K13, K14).
"""

from enum import StrEnum
from typing import final

from geboortezorg import veld
from geboortezorg.betekenis import Bereik, GeenOverlap, NietNa, Past, Zorgsoort
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.model import _velden
from geboortezorg.model.financiering import VAN_AANSLUITING, Financieringssoort
from geboortezorg.model.partijen import ZORGSOORTEN_AANSLUITING, Partijsoort
from geboortezorg.tijd import Looptijd


class Uitwisselingsstelsel(StrEnum):
    """To what an organisation is connected."""

    BABYCONNECT = "babyconnect"
    """The programme for standardised exchange in nine regions, finished on 31 December 2025."""
    DIG = "dig"
    """Duurzaam Informatiestelsel Geboortezorg: the agreements of all parties in the field."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Aansluitbijdrage:
    """Who carries the cost of a connection, over one period."""

    financieringssoort: Financieringssoort = attrs.field(
        metadata=veld.gegeven("Who pays.", "Wie betaalt.", betekenis=(Past({"": VAN_AANSLUITING}),))
    )
    looptijd: Looptijd = attrs.field(
        metadata=veld.gegeven("Days over which it pays.", "Dagen waarover wordt betaald.")
    )
    bedrag_eurocent: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "Amount over the whole period.",
            "Bedrag over de hele looptijd.",
            0,
            eenheid="eurocent",
            betekenis=(Bereik("bekostiging-aannemelijk", "aansluiting"),),
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Aansluiting:
    """The connection of one organisation, and when it exists."""

    aansluiting_id: str = attrs.field(
        metadata=veld.sleutel("Own key.", "Eigen sleutel.", voorbeelden=("aansluiting-1",))
    )
    uitwisselingsstelsel: Uitwisselingsstelsel = attrs.field(
        metadata=veld.gegeven("To what it is connected.", "Waarop zij is aangesloten.")
    )
    partijsoort: Partijsoort = attrs.field(
        metadata=veld.gegeven("Kind of organisation.", "Soort organisatie.")
    )
    looptijd: Looptijd = attrs.field(
        metadata=veld.gegeven("Days of the connection.", "Dagen van de aansluiting.")
    )
    agb_code: str | None = attrs.field(
        default=None,
        metadata=_velden.agb_code(
            "AGB-code of the organisation.",
            "AGB-code van de aangesloten organisatie.",
            Zorgsoort(rol=(("partijsoort", ZORGSOORTEN_AANSLUITING),)),
        ),
    )
    vsv_id: str | None = attrs.field(
        default=None,
        metadata=veld.sleutel(
            "Own identifier of the VSV through which it is connected.",
            "Eigen identificatie van het VSV waarlangs zij is aangesloten.",
        ),
    )
    bijdragen: tuple[Aansluitbijdrage, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Who carries the cost, per period.",
            "Wie de kosten draagt.",
            100,
            betekenis=(NietNa("looptijd", "looptijd"), GeenOverlap(per=("financieringssoort",))),
        ),
    )
