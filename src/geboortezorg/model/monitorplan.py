"""A plan to monitor: goals, indicators, measurements and a timeline, all agreed beforehand."""

from datetime import date
from enum import StrEnum
from typing import final

from geboortezorg import veld
from geboortezorg.betekenis import (
    Gebeurd,
    Gevuld,
    Nabij,
    NietNa,
    NietVoor,
    Past,
    Uniek,
    Verwijst,
)
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.model.cijfers import Definitie
from geboortezorg.model.doel import Doel, Indicator
from geboortezorg.model.meting import Meting, Vergelijking
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
@bevroren(kw_only=True, weakref_slot=False)
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
            betekenis=(
                Past(
                    {soort: () for soort in Stapsoort if soort is not Stapsoort.EVALUATIE},
                    bij="stapsoort",
                ),
            ),
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
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
@bevroren(kw_only=True, weakref_slot=False)
class Ondersteuning:
    """Support besides the funding."""

    ondersteuningsoort: Ondersteuningsoort = attrs.field(metadata=veld.gegeven("Kind.", "Soort."))
    omschrijving: str = attrs.field(metadata=veld.tekst("What it is.", "Wat het is."))


@final
@bevroren(kw_only=True, weakref_slot=False)
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
        metadata=veld.gegeven(
            "Days that the plan covers.",
            "Dagen die het plan omvat.",
            betekenis=(Nabij("tot_en_met"),),
        )
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
        metadata=veld.sleutel(
            "VSV whose plan it is.",
            "VSV waarvan het plan is.",
            betekenis=(Past({Monitorniveau.LANDELIJK: ()}, bij="niveau"),),
        ),
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
        metadata=veld.lijst(
            "Planned measurement periods.",
            "Geplande meetperioden.",
            1000,
            betekenis=(NietNa("periode", vermoeden=True),),
        ),
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
                Uniek("een", per=("ander",), vermoeden=True),
            ),
        ),
    )
    tijdlijn: tuple[Stap, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "The timeline.",
            "De tijdlijn.",
            1000,
            betekenis=(
                Uniek("stap_id"),
                NietVoor("periode", "periode", vermoeden=True),
                NietNa("periode", "periode", vermoeden=True),
            ),
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
