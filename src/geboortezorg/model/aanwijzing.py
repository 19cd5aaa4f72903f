"""The procedure of a general instruction of the minister to the NZa (Wmg art. 7 and 8)."""

from datetime import date
from enum import StrEnum
from typing import final

from geboortezorg import veld
from geboortezorg.betekenis import Gebeurd, Uniek
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.model.prestatie import Regime
from geboortezorg.tijd import Looptijd


class Procedurestapsoort(StrEnum):
    """Steps of the procedure."""

    ZAKELIJKE_INHOUD_EERSTE_KAMER = "zakelijke_inhoud_eerste_kamer"
    """The Eerste Kamer received the substance of the intended instruction."""
    ZAKELIJKE_INHOUD_TWEEDE_KAMER = "zakelijke_inhoud_tweede_kamer"
    """The Tweede Kamer received the substance of the intended instruction."""
    BESLUIT = "besluit"
    """The minister adopted the instruction."""
    STAATSCOURANT = "staatscourant"
    """The instruction was announced in the Staatscourant."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Procedurestap:
    """One step that was taken, and when."""

    procedurestapsoort: Procedurestapsoort = attrs.field(
        metadata=veld.gegeven("Which step.", "Welke stap.")
    )
    datum: date = attrs.field(
        metadata=veld.gegeven("Day of the step.", "Dag van de stap.", betekenis=(Gebeurd(),))
    )
    kenmerk: str | None = attrs.field(
        default=None,
        metadata=veld.tekst(
            "Number of the document, as published.",
            "Nummer van het stuk, zoals gepubliceerd.",
            60,
            voorbeelden=("32279-272",),
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Aanwijzing:
    """An instruction of the minister to the NZa, from its announcement on."""

    aanwijzing_id: str = attrs.field(
        metadata=veld.sleutel("Own key.", "Eigen sleutel.", voorbeelden=("aanwijzing-vsv",))
    )
    onderwerp: str = attrs.field(metadata=veld.tekst("What it is about.", "Onderwerp.", 300))
    regime: Regime | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Regime of the prestaties that it is about, when it is one of ours.",
            "Regime van de prestaties waarover zij gaat, als dat er een van hier is.",
        ),
    )
    stappen: tuple[Procedurestap, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "The steps taken.",
            "De gezette stappen.",
            100,
            betekenis=(Uniek("procedurestapsoort", vermoeden=True),),
        ),
    )
    besluit_niet_eerder_dan: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "First possible day of the decision, when the letter to parliament states it.",
            "Eerst mogelijke dag van het besluit, als de brief aan de Kamer die noemt.",
        ),
    )
    looptijd: Looptijd | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Days on which it applies, once decided.", "Dagen waarop zij geldt, na het besluit."
        ),
    )
