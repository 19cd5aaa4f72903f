"""A plan to monitor: goals, indicators, measurements and a timeline, all agreed beforehand."""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import final

import attrs

from geboortezorg import veld
from geboortezorg.betekenis import Gebeurd, Gevuld, Uniek, Verwijst
from geboortezorg.bron import Bron
from geboortezorg.model.cijfers import Cijferstatus, Definitie
from geboortezorg.tijd import Periode


class Monitoronderwerp(StrEnum):
    """What is monitored."""

    VSV_BEKOSTIGING = "vsv_bekostiging"
    """The structural funding of VSV's, from 2027."""
    EERSTE_1000_DAGEN = "eerste_1000_dagen"
    """The first 1,000 days of a child."""
    ANDERS = "anders"


class Monitorniveau(StrEnum):
    """For which area the plan is."""

    LANDELIJK = "landelijk"
    REGIONAAL = "regionaal"


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


class Stapsoort(StrEnum):
    """What happens in a step of the timeline."""

    MONITORING = "monitoring"
    EVALUATIE = "evaluatie"
    BELEIDSKEUZE = "beleidskeuze"
    INFORMEREN_KAMER = "informeren_kamer"
    """The minister informs parliament."""
    ANDERS = "anders"


class Ondersteuningsoort(StrEnum):
    """What is supported besides the funding."""

    ORGANISATORISCH = "organisatorisch"
    INHOUDELIJK = "inhoudelijk"


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
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
        metadata=veld.gegeven("Day by which to reach it.", "Dag waarop het bereikt moet zijn."),
    )


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
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
@attrs.frozen(kw_only=True, weakref_slot=False)
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
        ),
    )


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
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


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
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
@attrs.frozen(kw_only=True, weakref_slot=False)
class Vergelijking:
    """A comparison that the plan makes between two of its measurements."""

    een: str = attrs.field(
        metadata=veld.sleutel("Key of one measurement.", "Sleutel van de ene meting.")
    )
    ander: str = attrs.field(
        metadata=veld.sleutel("Key of the other measurement.", "Sleutel van de andere meting.")
    )
    toelichting: str | None = attrs.field(
        default=None, metadata=veld.tekst("What it shows.", "Wat zij laat zien.")
    )


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Stap:
    """One step of the timeline."""

    stap_id: str = attrs.field(metadata=veld.sleutel("Key of the step.", "Sleutel van de stap."))
    stapsoort: Stapsoort = attrs.field(metadata=veld.gegeven("Kind.", "Soort."))
    omschrijving: str = attrs.field(
        metadata=veld.tekst(
            "What happens.",
            "Wat er gebeurt.",
            voorbeelden=("Kamer wordt begin 2027 opnieuw geïnformeerd",),
        )
    )
    periode: Periode | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Days within which it happens; left out when not planned yet.",
            "Dagen waarbinnen het gebeurt; weggelaten als het nog niet is gepland.",
        ),
    )
    meetperioden_nodig_aantal: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "For an evaluation: how many measurement periods must have ended before it. The plan "
            "decides; no source gives a number.",
            "Bij een evaluatie: hoeveel meetperioden ervoor moeten zijn afgelopen. Het plan "
            "bepaalt dat; geen bron noemt een aantal.",
            1,
            1000,
            eenheid="aantal",
            voorbeelden=(3,),
        ),
    )


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Clientthema:
    """A theme that clients find important, which the evaluation looks at."""

    thema: str = attrs.field(
        metadata=veld.tekst("The theme.", "Het thema.", 150, voorbeelden=("keuzevrijheid",))
    )
    omschrijving: str | None = attrs.field(
        default=None, metadata=veld.tekst("What it is about.", "Waar het over gaat.")
    )
    werkwijze: str | None = attrs.field(
        default=None,
        metadata=veld.tekst(
            "How the view of clients is gathered, without data on persons.",
            "Hoe het cliëntperspectief wordt opgehaald, zonder gegevens van personen.",
        ),
    )


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Ondersteuning:
    """Support besides the funding."""

    ondersteuningsoort: Ondersteuningsoort = attrs.field(metadata=veld.gegeven("Kind.", "Soort."))
    omschrijving: str = attrs.field(metadata=veld.tekst("What it is.", "Wat het is."))


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Monitorplan:
    """What is monitored, against which goals, when, and what was measured so far."""

    monitorplan_id: str = attrs.field(
        metadata=veld.sleutel("Key of the plan.", "Sleutel van het plan.")
    )
    titel: str = attrs.field(metadata=veld.tekst("Title.", "Titel.", 300))
    onderwerp: Monitoronderwerp = attrs.field(
        metadata=veld.gegeven("What is monitored.", "Wat wordt gemonitord.")
    )
    niveau: Monitorniveau = attrs.field(
        metadata=veld.gegeven("For which area.", "Voor welk gebied.")
    )
    periode: Periode = attrs.field(
        metadata=veld.gegeven("Days that the plan covers.", "Dagen die het plan omvat.")
    )
    partijen: tuple[str, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Organisations that fixed goals and indicators together.",
            "Organisaties die doelen en indicatoren samen hebben vastgesteld.",
            1000,
            max_lengte=150,
            betekenis=(Gevuld(), Uniek(vermoeden=True)),
        ),
    )
    tijdlijn_vastgesteld_op: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Day on which the timeline was fixed.",
            "Dag waarop de tijdlijn is vastgesteld.",
            betekenis=(Gebeurd(),),
        ),
    )
    vsv_id: str | None = attrs.field(
        default=None,
        metadata=veld.sleutel("VSV whose plan it is.", "VSV waarvan het plan is."),
    )
    definities: tuple[Definitie, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Definitions of indicators and measurements.",
            "Definities van indicatoren en metingen.",
            1000,
            betekenis=(Uniek("definitie_id"),),
        ),
    )
    doelen: tuple[Doel, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "The goals.",
            "De doelen.",
            1000,
            betekenis=(
                Uniek("doel_id"),
                Verwijst("indicatoren.indicator_id", "indicator_ids"),
            ),
        ),
    )
    indicatoren: tuple[Indicator, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "The indicators.",
            "De indicatoren.",
            1000,
            betekenis=(
                Uniek("indicator_id"),
                Verwijst("definities.definitie_id", "definitie_id"),
            ),
        ),
    )
    meetperioden: tuple[Periode, ...] = attrs.field(
        default=(),
        metadata=veld.lijst("Planned measurement periods.", "Geplande meetperioden.", 1000),
    )
    metingen: tuple[Meting, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "The measurements.",
            "De metingen.",
            betekenis=(
                Uniek("meting_id"),
                Verwijst("indicatoren.indicator_id", "indicator_id"),
                Verwijst("definities.definitie_id", "definitie_id"),
            ),
        ),
    )
    vergelijkingen: tuple[Vergelijking, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "The comparisons.",
            "De vergelijkingen.",
            betekenis=(
                Verwijst("metingen.meting_id", "een"),
                Verwijst("metingen.meting_id", "ander"),
            ),
        ),
    )
    tijdlijn: tuple[Stap, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "The timeline.",
            "De tijdlijn.",
            1000,
            betekenis=(Uniek("stap_id"),),
        ),
    )
    clientthemas: tuple[Clientthema, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Themes of clients.",
            "Thema's van cliënten.",
            1000,
            betekenis=(Uniek("thema", vermoeden=True),),
        ),
    )
    ondersteuning: tuple[Ondersteuning, ...] = attrs.field(
        default=(),
        metadata=veld.lijst("Support besides the funding.", "Ondersteuning.", 100),
    )
