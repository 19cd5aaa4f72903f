"""Wachtdienst: hours in which an employee can be called, the calls, and the work that followed."""

import datetime as dt
from enum import StrEnum
from typing import final

from geboortezorg import veld
from geboortezorg.betekenis import Eindigt, Gebeurd, GeenOverlap, Nodig, Uniek
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.model.cao import Cao, Caobinding
from geboortezorg.tijd import Looptijd


class Wachtdienstsoort(StrEnum):
    """What kind of wachtdienst it is; other bounds hold for each kind."""

    CONSIGNATIE = "consignatie"
    """Only to be reached, between two shifts or in a break (Arbeidstijdenwet art. 1:7 and 5:9)."""
    BEREIKBAARHEIDSDIENST = "bereikbaarheidsdienst"
    """The form for the care sector, where a collective agreement provides for it."""
    AANWEZIGHEIDSDIENST = "aanwezigheidsdienst"
    """To be present at the place of work, ready to work on call."""


class Leeftijdsgroep(StrEnum):
    """How old the employee was while the wachtdiensten lasted; no date of birth is needed."""

    TOT_18 = "tot_18"
    """Younger than 18 throughout."""
    WORDT_18 = "wordt_18"
    """Turned 18 between the first and the last wachtdienst."""
    VANAF_18 = "vanaf_18"
    """18 or older throughout."""


class Arbeidsverhouding(StrEnum):
    """Whether the law on working hours holds for this person."""

    IN_LOONDIENST = "in_loondienst"
    """Works for an employer, or under the authority of another (Arbeidstijdenwet art. 1:1)."""
    ZELFSTANDIG = "zelfstandig"
    """Works without an employer: the bounds of the Arbeidstijdenwet do not hold (art. 2:7)."""


class Werkzaamheid(StrEnum):
    """What the employee works as; the Arbeidstijdenbesluit has other bounds for some."""

    VERPLEGING_VERZORGING = "verpleging_verzorging"
    """Nursing or care, kraamzorg among it (paragraaf 5.19)."""
    ARTS = "arts"
    """Physician, or one in training (paragraaf 5.20)."""
    MEDISCH_SPECIALIST = "medisch_specialist"
    """Registered as a specialist: chapter 5 of the law does not hold (art. 2.1:2)."""
    VERLOSKUNDIGE_INTRAMURAAL = "verloskundige_intramuraal"
    """Midwife in an institution (paragraaf 5.20)."""
    VERLOSKUNDIGE_EXTRAMURAAL = "verloskundige_extramuraal"
    """Midwife outside an institution (paragraaf 5.21)."""
    VERLOSKUNDIGE_IN_OPLEIDING = "verloskundige_in_opleiding"
    """In training to be a midwife outside an institution (art. 5.21:3)."""
    ANDERS = "anders"
    """Anything else."""


class Afwijking(StrEnum):
    """From which norm the law lets a collective arrangement deviate."""

    PAUZE = "pauze"
    """Shorter breaks (Arbeidstijdenwet art. 5:4 lid 3)."""
    ZONDAGEN = "zondagen"
    """More Sundays with work (art. 5:6 lid 4)."""
    VIER_WEKEN = "vier_weken"
    """Another average than that over four weeks (art. 5:7 lid 4)."""
    REEKS = "reeks"
    """Eight shifts in a row with a night shift among them (art. 5:8 lid 6)."""
    NACHTDIENSTEN = "nachtdiensten"
    """More night shifts (art. 5:8 lid 8)."""
    DAGELIJKSE_RUST = "dagelijkse_rust"
    """A second shorter daily rest in nursing and care (Arbeidstijdenbesluit art. 5.19:2)."""
    ARBEIDSDUUR_ARTSEN = "arbeidsduur_artsen"
    """More hours a week for physicians and intramural midwives (art. 5.20:2)."""
    BEREIKBAARHEIDSDIENST = "bereikbaarheidsdienst"
    """That there is bereikbaarheidsdienst (art. 5.19:3 and 5.20:4, bedongen in art. 5.21)."""


class Tijdsoort(StrEnum):
    """A kind of time that has its own compensation."""

    WACHTTIJD = "wachttijd"
    """Waiting for a call."""
    ARBEIDSTIJD = "arbeidstijd"
    """Working time that follows from a call."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Tijdruimte:
    """A stretch of time between two points in time; `einde` is the minute at which it is over.

    It may be reversed: a wrong document must be representable, so that a rule can report it.
    """

    begin: dt.datetime = attrs.field(
        metadata=veld.gegeven("When it begins.", "Wanneer het begint.")
    )
    einde: dt.datetime = attrs.field(
        metadata=veld.gegeven(
            "When it is over.",
            "Wanneer het voorbij is.",
            betekenis=(Eindigt("begin", strikt=True),),
        )
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Oproep:
    """One call during a wachtdienst."""

    tijdstip: dt.datetime = attrs.field(
        metadata=veld.gegeven(
            "Moment of the call.", "Moment van de oproep.", betekenis=(Gebeurd(),)
        )
    )
    gewerkt: Tijdruimte | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "The work that the call led to; left out when it led to none.",
            "Het werk waartoe de oproep leidde; weggelaten als dat er niet was.",
            betekenis=(Gebeurd(),),
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Wachtdienst:
    """One wachtdienst with its calls, and what was recorded as waiting and as working time."""

    wachtdienstsoort: Wachtdienstsoort = attrs.field(
        metadata=veld.gegeven("Kind.", "Wachtdienstsoort.")
    )
    begin: dt.datetime = attrs.field(
        metadata=veld.gegeven("When it begins.", "Wanneer zij begint.")
    )
    einde: dt.datetime = attrs.field(
        metadata=veld.gegeven(
            "When it is over.",
            "Wanneer zij voorbij is.",
            betekenis=(Eindigt("begin", strikt=True),),
        )
    )
    oproepen: tuple[Oproep, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Calls.", "Oproepen.", 1000, betekenis=(Uniek("tijdstip", vermoeden=True),)
        ),
    )
    wachttijd_minuten: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "Time recorded as waiting.",
            "Tijd die als wachttijd is geboekt.",
            0,
            1_000_000,
            eenheid="minuut",
            voorbeelden=(795,),
        ),
    )
    arbeidstijd_minuten: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "Time recorded as working time because of calls, counted as in art. 5:9 lid 7 of the "
            "Arbeidstijdenwet.",
            "Tijd die door oproepen als arbeidstijd is geboekt, geteld zoals in art. 5:9 lid 7 "
            "van de Arbeidstijdenwet.",
            0,
            1_000_000,
            eenheid="minuut",
            voorbeelden=(45,),
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Vergoeding:
    """What an hour of one kind of time is paid; it stands in the cao, not in the law."""

    tijdsoort: Tijdsoort = attrs.field(metadata=veld.gegeven("Kind of time.", "Tijdsoort."))
    uurbedrag_eurocent: int = attrs.field(
        metadata=veld.getal(
            "Amount for one hour.", "Bedrag voor een uur.", 0, 1_000_000, eenheid="eurocent"
        )
    )
    looptijd: Looptijd | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Days on which it holds; left out when it holds for the whole roster.",
            "Dagen waarop het geldt; weggelaten als het voor het hele rooster geldt.",
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class CollectieveRegeling:
    """What a cao, or what was agreed with the employees' council, deviates from the law in.

    An empty list says that it deviates in nothing, or that there is none.
    """

    afwijkingen: tuple[Afwijking, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "From which norms it deviates, within what the law allows.",
            "Van welke normen zij afwijkt, binnen wat de wet toestaat.",
            20,
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Wachtdienstrooster:
    """The wachtdiensten and the other work of one employee over a number of weeks."""

    referentie: str = attrs.field(
        repr=False,
        metadata=veld.tekst(
            "Reference of the sender for the employee; a pseudonym is enough.",
            "Kenmerk van de afzender voor de werknemer; een pseudoniem is genoeg.",
            60,
            persoonsgegeven=True,
        ),
    )
    wachtdiensten: tuple[Wachtdienst, ...] = attrs.field(
        metadata=veld.lijst("Wachtdiensten, in any order.", "Wachtdiensten, in elke volgorde.")
    )
    arbeid: tuple[Tijdruimte, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Work that did not follow from a call, breaks left out; in any order.",
            "Arbeid die niet uit een oproep voortkwam, zonder pauzes; in elke volgorde.",
        ),
    )
    volledig_over: Tijdruimte | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Time over which the roster is complete: every wachtdienst, every call and all work "
            "of this employee in it is listed, also for another employer.",
            "Tijd waarover het rooster volledig is: alle wachtdiensten, oproepen en arbeid van "
            "deze werknemer daarin staan erin, ook die voor een andere werkgever.",
        ),
    )
    leeftijdsgroep: Leeftijdsgroep | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Whether the employee was 18 or older, without a date of birth.",
            "Of de werknemer 18 jaar of ouder was, zonder geboortedatum.",
        ),
    )
    arbeidsverhouding: Arbeidsverhouding | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Whether there is an employer; the law on working hours holds for employees.",
            "Of er een werkgever is; de Arbeidstijdenwet geldt voor werknemers.",
        ),
    )
    werkzaamheid: Werkzaamheid | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "What the employee works as; needed with a bereikbaarheidsdienst.",
            "Als wat de werknemer werkt; nodig bij een bereikbaarheidsdienst.",
        ),
    )
    collectieve_regeling: CollectieveRegeling | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "What a collective arrangement deviates from the law in; left out when that is not "
            "known.",
            "Waarin een collectieve regeling van de wet afwijkt; weggelaten als dat niet bekend "
            "is.",
        ),
    )
    instemming_zondagen: bool | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Whether the employee consents to work on as many Sundays as a collective arrangement "
            "allows only then.",
            "Of de werknemer instemt met arbeid op zoveel zondagen als een collectieve regeling "
            "alleen dan toestaat.",
        ),
    )
    pauzes_vermeld: bool | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Whether every break was left out of the work, so that it shows how long each was.",
            "Of elke pauze buiten de arbeid is gelaten, zodat blijkt hoe lang die was.",
        ),
    )
    wachttijd_minuten: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "Waiting time recorded over all wachtdiensten.",
            "Wachttijd die over alle wachtdiensten samen is geboekt.",
            0,
            100_000_000,
            eenheid="minuut",
        ),
    )
    arbeidstijd_minuten: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "Working time because of calls, recorded over all wachtdiensten.",
            "Arbeidstijd door oproepen die over alle wachtdiensten samen is geboekt.",
            0,
            100_000_000,
            eenheid="minuut",
        ),
    )
    vergoedingen: tuple[Vergoeding, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Compensation by kind of time.",
            "Vergoeding naar tijdsoort.",
            100,
            betekenis=(
                Uniek("tijdsoort", per=("looptijd",), vermoeden=True),
                GeenOverlap(per=("tijdsoort",), vermoeden=True),
            ),
        ),
    )
    cao: Cao | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "The collective agreement.",
            "De cao.",
            betekenis=(Nodig("caobinding", tuple(Caobinding)),),
        ),
    )
    caobinding: Caobinding | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Why it binds the employer, as the sender states it.",
            "Waarom hij de werkgever bindt, zoals de afzender zegt.",
        ),
    )
