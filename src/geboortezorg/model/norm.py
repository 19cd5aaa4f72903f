"""Norms of law and of protocols, as dated data: a bound, a number of hours, a first day.

Amounts of money that are declared stand in a tarieftabel; figures that were counted stand in a
cijfertabel. What is left of the law that has a number or a day in it stands here.
"""

from datetime import date
from enum import StrEnum
from typing import final

from geboortezorg import veld
from geboortezorg.betekenis import Eindigt, Uniek
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.bron import Bron


class Normeenheid(StrEnum):
    """What one unit of a value is."""

    MINUUT = "minuut"
    UUR = "uur"
    DAG = "dag"
    WEEK = "week"
    MAAND = "maand"
    JAAR = "jaar"
    AANTAL = "aantal"
    EUROCENT = "eurocent"
    BASISPUNT = "basispunt"
    GRAM = "gram"
    DEEL = "deel"
    """A part of a whole: `waarde` divided by `noemer`."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Normwaarde:
    """One number of a norm, with its unit."""

    sleutel: str = attrs.field(
        metadata=veld.sleutel(
            "Key of the value, unique within the norm.",
            "Sleutel van de waarde, uniek binnen de norm.",
            voorbeelden=("maximum", "basis.moeder"),
        )
    )
    eenheid: Normeenheid = attrs.field(metadata=veld.gegeven("Unit.", "Eenheid."))
    waarde: int = attrs.field(
        metadata=veld.getal(
            "The value, in its unit.", "De waarde, in haar eenheid.", -veld.MAX_GETAL
        )
    )
    noemer: int = attrs.field(
        default=1,
        metadata=veld.getal(
            "What the value is divided by: 1 and 8 make an eighth.",
            "Waardoor de waarde wordt gedeeld: 1 en 8 is een achtste.",
            1,
            1_000_000,
        ),
    )
    facultatief: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether another table may have this norm without this value.",
            "Of een andere tabel deze norm zonder deze waarde mag hebben.",
        ),
    )
    toelichting: str | None = attrs.field(
        default=None, metadata=veld.tekst("What it means.", "Wat zij betekent.")
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Norm:
    """A norm on the days on which it holds. The same norm of a later day is another row."""

    norm_id: str = attrs.field(
        metadata=veld.sleutel(
            "Stable name of the norm.", "Vaste naam van de norm.", voorbeelden=("kraamzorg-lip",)
        )
    )
    omschrijving: str = attrs.field(
        metadata=veld.tekst("What it prescribes.", "Wat zij voorschrijft.")
    )
    bron: Bron = attrs.field(metadata=veld.gegeven("Source.", "Bron."))
    van: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "First day; left out when no source states it: it then holds on every earlier day.",
            "Eerste dag; weggelaten als geen bron die noemt: zij geldt dan op elke eerdere dag.",
        ),
    )
    tot_en_met: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Last day, included; left out while no source states it: it then holds until the "
            "same norm has a later first day.",
            "Laatste dag, inbegrepen; weggelaten zolang geen bron die noemt: zij geldt dan tot "
            "dezelfde norm een latere eerste dag heeft.",
            betekenis=(Eindigt("van"),),
        ),
    )
    versie: str | None = attrs.field(
        default=None,
        metadata=veld.sleutel(
            "Version of the protocol or agreement that the norm stands in.",
            "Versie van het protocol of de afspraak waarin de norm staat.",
            voorbeelden=("3",),
        ),
    )
    waarden: tuple[Normwaarde, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "The numbers of the norm.",
            "De getallen van de norm.",
            200,
            betekenis=(Uniek("sleutel"),),
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Normtabel:
    """Norms that were taken up together."""

    naam: str = attrs.field(
        metadata=veld.sleutel(
            "Name of the table.", "Naam van de tabel.", voorbeelden=("norm-kraamzorg-lip-3",)
        )
    )
    titel: str = attrs.field(metadata=veld.tekst("What it is about.", "Waarover zij gaat.", 300))
    normen: tuple[Norm, ...] = attrs.field(
        metadata=veld.lijst("The norms.", "De normen.", 1000, min_aantal=1)
    )
    opgenomen_op: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven("Day on which it was taken up.", "Dag waarop zij is opgenomen."),
    )
