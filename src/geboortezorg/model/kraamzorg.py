"""How much kraamzorg was indicated."""

from datetime import date
from enum import StrEnum
from typing import final

import attrs

from geboortezorg import veld


class Indicatieprotocol(StrEnum):
    """By which protocol the hours were set."""

    LIP = "lip"
    """Landelijk Indicatieprotocol Kraamzorg."""
    KLIM = "klim"
    """Kraamzorg Landelijke Indicatie Methodiek, in pilot since 2022."""


class Voeding(StrEnum):
    """How the child is fed."""

    BORSTVOEDING = "borstvoeding"
    KUNSTVOEDING = "kunstvoeding"


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Kraamzorgindicatie:
    """The hours of kraamzorg that were indicated, in minutes."""

    datum: date = attrs.field(
        metadata=veld.gegeven("Day of the indication.", "Dag van de indicatie.")
    )
    indicatieprotocol: Indicatieprotocol = attrs.field(
        metadata=veld.gegeven("Protocol.", "Indicatieprotocol.")
    )
    geindiceerd_minuten: int = attrs.field(
        metadata=veld.getal(
            "Indicated kraamzorg, partusassistentie not counted.",
            "Geindiceerde kraamzorg, partusassistentie niet meegeteld.",
            0,
            60_000,
            eenheid="minuut",
            voorbeelden=(2940,),
        )
    )
    protocolversie: str | None = attrs.field(
        default=None,
        metadata=veld.sleutel(
            "Version of the protocol.", "Versie van het protocol.", voorbeelden=("3",)
        ),
    )
    voeding: Voeding | None = attrs.field(
        default=None, metadata=veld.gegeven("Feeding.", "Voeding.")
    )
