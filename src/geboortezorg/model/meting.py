"""What was measured of an indicator, and which measurements a plan compares."""

from datetime import date
from fractions import Fraction
from typing import final

from geboortezorg import veld
from geboortezorg.betekenis import Ander, Gebeurd
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.bron import Bron
from geboortezorg.model.cijfers import Cijferstatus
from geboortezorg.tijd import Periode


@final
@bevroren(kw_only=True, weakref_slot=False)
class Meting:
    """One result of one indicator, as whole numbers: never a rounded ratio."""

    meting_id: str = attrs.field(
        metadata=veld.sleutel("Key of the measurement.", "Sleutel van de meting.")
    )
    indicator_id: str = attrs.field(metadata=veld.sleutel("Its indicator.", "De indicator ervan."))
    definitie_id: str = attrs.field(
        metadata=veld.sleutel(
            "Definition by which was really measured.", "Definitie waarmee echt is gemeten."
        )
    )
    periode: Periode = attrs.field(
        metadata=veld.gegeven("Days it is about.", "Dagen waarover zij gaat.")
    )
    gemeten_op: date = attrs.field(
        metadata=veld.gegeven(
            "Day on which the result was determined.",
            "Dag waarop de uitkomst is bepaald.",
            betekenis=(Gebeurd(),),
        )
    )
    teller_aantal: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "Numerator, or the plain count; left out when it is suppressed.",
            "Teller, of het aantal zelf; weggelaten als die is onderdrukt.",
            0,
            eenheid="aantal",
        ),
    )
    noemer_aantal: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "Denominator; left out for a plain count, or when it is suppressed.",
            "Noemer; weggelaten bij een aantal, of als die is onderdrukt.",
            0,
            eenheid="aantal",
        ),
    )
    onderdrukt: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether a number is left out because it is too small to be shown.",
            "Of een aantal is weggelaten omdat het te klein is om te tonen.",
        ),
    )
    nulmeting: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether it shows the state before anything changed.",
            "Of zij de stand laat zien voordat er iets veranderde.",
        ),
    )
    bron: Bron | None = attrs.field(
        default=None, metadata=veld.gegeven("Source of the numbers.", "Bron van de aantallen.")
    )
    gebied: str | None = attrs.field(
        default=None, metadata=veld.tekst("Area it is about.", "Gebied waarover zij gaat.", 100)
    )
    groep: str | None = attrs.field(
        default=None,
        metadata=veld.sleutel(
            "Part of the population, when split up.", "Deel van de populatie, bij een uitsplitsing."
        ),
    )
    status: Cijferstatus | None = attrs.field(
        default=None, metadata=veld.gegeven("How final it is.", "Hoe definitief zij is.")
    )

    @property
    def verhouding(self) -> Fraction | None:
        """Numerator over denominator, exactly; None when that cannot be computed."""
        if self.teller_aantal is None or not self.noemer_aantal:
            return None
        return Fraction(self.teller_aantal, self.noemer_aantal)


@final
@bevroren(kw_only=True, weakref_slot=False)
class Vergelijking:
    """A comparison that the plan makes between two of its measurements."""

    een: str = attrs.field(
        metadata=veld.sleutel("Key of one measurement.", "Sleutel van de ene meting.")
    )
    ander: str = attrs.field(
        metadata=veld.sleutel(
            "Key of the other measurement.",
            "Sleutel van de andere meting.",
            betekenis=(Ander("een", ""),),
        )
    )
    toelichting: str | None = attrs.field(
        default=None, metadata=veld.tekst("What it shows.", "Wat zij laat zien.")
    )
