"""Lists of codes that others publish, as they stood on a day."""

from datetime import date
from typing import final

from geboortezorg import veld
from geboortezorg.betekenis import Gebeurd, Uniek
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.bron import Bron


@final
@bevroren(kw_only=True, weakref_slot=False)
class Codebetekenis:
    """One code with its meaning, in our own words."""

    code: str = attrs.field(metadata=veld.sleutel("The code.", "De code.", voorbeelden=("0611",)))
    betekenis: str = attrs.field(
        metadata=veld.tekst("Meaning, in Dutch.", "Betekenis, in het Nederlands.", 300)
    )
    betekenis_en: str = attrs.field(
        metadata=veld.tekst("Meaning, in English.", "Betekenis, in het Engels.", 300)
    )
    bron: Bron | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Source of this code, when another than that of the list.",
            "Bron van deze code, als die een andere is dan die van de lijst.",
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Codelijst:
    """The codes of one published list that were seen; the list itself may be longer."""

    naam: str = attrs.field(
        metadata=veld.sleutel("Name of the list.", "Naam van de lijst.", voorbeelden=("cod954",))
    )
    omschrijving: str = attrs.field(
        metadata=veld.tekst("What the list is for.", "Waarvoor de lijst dient.", 300)
    )
    bron: Bron = attrs.field(metadata=veld.gegeven("Source.", "Bron."))
    codes: tuple[Codebetekenis, ...] = attrs.field(
        metadata=veld.lijst(
            "The codes that were seen.",
            "De geziene codes.",
            min_aantal=1,
            betekenis=(Uniek("code"),),
        )
    )
    stand: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Day on which the list stood like this, when the source says so.",
            "Dag waarop de lijst zo luidde, als de bron die noemt.",
            betekenis=(Gebeurd(),),
        ),
    )
