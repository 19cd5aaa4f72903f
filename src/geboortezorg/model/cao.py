"""A collective agreement: how far it has come, and why it binds an employer."""

from enum import StrEnum
from typing import final

from geboortezorg import veld
from geboortezorg.betekenis import GeenOverlap
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.tijd import Looptijd


class Caostatus(StrEnum):
    """How far a collective agreement has come."""

    OVEREENGEKOMEN = "overeengekomen"
    """The parties have agreed, if only their negotiators."""
    AANGEMELD = "aangemeld"
    """Handed in with the request to declare it generally binding."""
    ALGEMEEN_VERBINDEND = "algemeen_verbindend"
    """Declared generally binding: it binds every employer in the sector."""


class Caobinding(StrEnum):
    """Why the collective agreement would bind this employer, as the sender states it."""

    PARTIJ = "partij"
    """The employer is a party to it, or a member of a party."""
    AFGESPROKEN = "afgesproken"
    """Employer and employee agreed that it applies."""
    ALGEMEEN_VERBINDEND = "algemeen_verbindend"
    """As a cao that is generally binding."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Caostap:
    """One status of a collective agreement, and the days on which it has it."""

    status: Caostatus = attrs.field(metadata=veld.gegeven("Status.", "Status."))
    looptijd: Looptijd = attrs.field(
        metadata=veld.gegeven(
            "Days on which it has this status; statuses run side by side.",
            "Dagen waarop hij deze status heeft; statussen lopen naast elkaar.",
        )
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Cao:
    """A collective agreement and how far it has come."""

    cao_id: str = attrs.field(
        metadata=veld.sleutel(
            "Key of the agreement.",
            "Sleutel van de cao.",
            voorbeelden=("cao-kraamzorg-2025-11-17",),
        )
    )
    naam: str = attrs.field(metadata=veld.tekst("Name.", "Naam.", 150))
    stappen: tuple[Caostap, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Statuses, with their days.",
            "Statussen, met dagen.",
            20,
            betekenis=(GeenOverlap(per=("status",)),),
        ),
    )
