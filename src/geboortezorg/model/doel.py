"""What a plan to monitor wants to reach, and by which indicator that shows."""

from datetime import date
from enum import StrEnum
from typing import final

from geboortezorg import veld
from geboortezorg.betekenis import Gebeurd, Nabij
from geboortezorg.bevroren import attrs, bevroren


class Richting(StrEnum):
    """On which side of the target the result must be."""

    MINSTENS = "minstens"
    HOOGSTENS = "hoogstens"


class Doelonderdeel(StrEnum):
    """Which part of a goal was changed."""

    OMSCHRIJVING = "omschrijving"
    STREEFWAARDE = "streefwaarde"
    INDICATOR = "indicator"
    VERVALLEN = "vervallen"
    """The goal was given up."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Streefwaarde:
    """What a goal wants to reach on one indicator, as an exact number."""

    indicator_id: str = attrs.field(metadata=veld.sleutel("Its indicator.", "De indicator ervan."))
    richting: Richting = attrs.field(metadata=veld.gegeven("Side.", "Kant."))
    waarde: int = attrs.field(
        metadata=veld.getal(
            "The target without its decimal mark, in the unit of the indicator.",
            "De streefwaarde zonder komma, in de eenheid van de indicator.",
            -veld.MAX_GETAL,
            eenheid="die van de definitie",
            voorbeelden=(45,),
        )
    )
    decimalen: int = attrs.field(
        default=0,
        metadata=veld.getal("Number of decimals.", "Aantal decimalen.", 0, 6, voorbeelden=(1,)),
    )
    te_bereiken_op: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Day by which to reach it.", "Dag waarop het bereikt moet zijn.", betekenis=(Nabij(),)
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Doelwijziging:
    """One change of a goal; without its date and reason it says too little."""

    onderdeel: Doelonderdeel = attrs.field(
        metadata=veld.gegeven("Part that was changed.", "Onderdeel dat is gewijzigd.")
    )
    gewijzigd_op: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Day of the change.", "Dag van de wijziging.", betekenis=(Gebeurd(),)
        ),
    )
    reden: str | None = attrs.field(
        default=None, metadata=veld.tekst("Why it was changed.", "Waarom het is gewijzigd.")
    )
    vorige_omschrijving: str | None = attrs.field(
        default=None,
        metadata=veld.tekst("The goal as it was before.", "Het doel zoals het daarvoor luidde."),
    )
    vorige_streefwaarde: Streefwaarde | None = attrs.field(
        default=None,
        metadata=veld.gegeven("The target before.", "De streefwaarde daarvoor."),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Doel:
    """One goal of the plan, as it is now, with every change since it was fixed."""

    doel_id: str = attrs.field(metadata=veld.sleutel("Key of the goal.", "Sleutel van het doel."))
    omschrijving: str = attrs.field(metadata=veld.tekst("The goal.", "Het doel."))
    indicator_ids: tuple[str, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Indicators that show whether it is reached.",
            "Indicatoren waaraan is te zien of het is bereikt.",
            100,
            tekens="A-Za-z0-9._-",
        ),
    )
    vastgesteld_op: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Day on which it was fixed.", "Dag waarop het is vastgesteld.", betekenis=(Gebeurd(),)
        ),
    )
    streefwaarde: Streefwaarde | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Its target.",
            "De streefwaarde.",
        ),
    )
    wijzigingen: tuple[Doelwijziging, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Changes since it was fixed, oldest first.",
            "Wijzigingen sinds het is vastgesteld, oudste eerst.",
            100,
            geordend=True,
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Indicator:
    """What is measured, by which definition."""

    indicator_id: str = attrs.field(
        metadata=veld.sleutel("Key of the indicator.", "Sleutel van de indicator.")
    )
    naam: str = attrs.field(metadata=veld.tekst("Name.", "Naam.", 150))
    definitie_id: str = attrs.field(metadata=veld.sleutel("Its definition.", "De definitie ervan."))
    vastgesteld_op: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Day on which it was fixed.", "Dag waarop zij is vastgesteld.", betekenis=(Gebeurd(),)
        ),
    )
