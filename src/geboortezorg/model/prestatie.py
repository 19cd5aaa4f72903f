"""What may be declared: prestaties and the lists they stand in."""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final, final

from geboortezorg import veld
from geboortezorg.betekenis import Eindigt, Hooguit, Uniek
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.bron import Bron
from geboortezorg.model.zwangerschap import PlaatsBaring, WijzeEinde


class Regime(StrEnum):
    """The set of funding rules that a prestatie falls under."""

    KRAAMZORG = "kraamzorg"
    VERLOSKUNDE = "verloskunde"
    PRENATALE_SCREENING = "prenatale_screening"
    INTEGRALE_GEBOORTEZORG = "integrale_geboortezorg"
    VSV = "vsv"
    EIGEN_BIJDRAGE_KRAAMZORG = "eigen_bijdrage_kraamzorg"
    MEDISCH_SPECIALISTISCHE_ZORG = "medisch_specialistische_zorg"


class Eenheid(StrEnum):
    """Unit in which a prestatie is counted and its tariff expressed."""

    UUR = "uur"
    HALF_UUR = "half_uur"
    KWARTIER = "kwartier"
    MINUUT = "minuut"
    DAG = "dag"
    STUK = "stuk"
    ZWANGERSCHAP = "zwangerschap"
    CONSULT = "consult"
    ECHO = "echo"
    ONDERZOEK = "onderzoek"
    TEST = "test"
    GESPREK = "gesprek"


MINUTEN: Final = {
    Eenheid.UUR: 60,
    Eenheid.HALF_UUR: 30,
    Eenheid.KWARTIER: 15,
    Eenheid.MINUUT: 1,
}
"""How many minutes a unit of time holds."""


def verhouding(van: Eenheid, naar: Eenheid) -> Fraction | None:
    """Return how many of the second unit one of the first is; None when neither holds the other.

    Whatever is counted by the piece (an examination, a test, a pregnancy) is counted alike.
    """
    if van is naar:
        return Fraction(1)
    if van in MINUTEN and naar in MINUTEN:
        return Fraction(MINUTEN[van], MINUTEN[naar])
    stuks = {van, naar}.isdisjoint({*MINUTEN, Eenheid.DAG})
    return Fraction(1) if stuks else None


ONDERZOEKEN: Final = frozenset({Eenheid.ECHO, Eenheid.ONDERZOEK, Eenheid.CONSULT})
"""Units of what is an examination, or a talk about one."""


class Telgrens(StrEnum):
    """How often a prestatie can be declared for one pregnancy, by whomever."""

    EEN_PER_VROUW = "een_per_vrouw"
    """Once."""
    EEN_PER_VOLGEND_KIND = "een_per_volgend_kind"
    """Once for every child after the first."""


class Fase(StrEnum):
    """Phase of care that an integrale prestatie is for (NR/REG-2201)."""

    PRENATAAL = "prenataal"
    """From the physical intake to the start of the active phase of labour."""
    NATAAL = "nataal"
    """From there to two hours after the birth of the placenta."""
    POSTNATAAL = "postnataal"
    """From two hours after the birth of the placenta; its end was not seen."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Prestatie:
    """One thing that can be declared, with what the rules need to know of it.

    `prestatie_id` is this library's own stable name. `code` is filled only where a public NZa or
    Vektis code was seen; many codes were not, and none is invented.
    """

    prestatie_id: str = attrs.field(
        metadata=veld.sleutel(
            "Stable name of this library.",
            "Vaste naam van deze bibliotheek.",
            voorbeelden=("kraamzorg-uur",),
        )
    )
    regime: Regime = attrs.field(metadata=veld.gegeven("Funding regime.", "Bekostigingsregime."))
    omschrijving: str = attrs.field(
        metadata=veld.tekst("Description in Dutch.", "Omschrijving in het Nederlands.", 200)
    )
    omschrijving_en: str = attrs.field(
        metadata=veld.tekst("Description in English.", "Omschrijving in het Engels.", 200)
    )
    eenheid: Eenheid = attrs.field(
        metadata=veld.gegeven("Unit of the tariff.", "Eenheid van het tarief.")
    )
    code: str | None = attrs.field(
        default=None,
        metadata=veld.sleutel(
            "NZa/Vektis code, where one is public.",
            "Code van NZa/Vektis, waar die openbaar is.",
            voorbeelden=("1101",),
        ),
    )
    prestatielijst_code: str | None = attrs.field(
        default=None,
        metadata=veld.code(
            "Designation of the Vektis list (COD367) in which the code stands.",
            "Aanduiding prestatiecodelijst (COD367) waarin de code staat.",
            "^[0-9]{3}$",
            3,
            voorbeelden=("032",),
            bron="https://www.vektis.nl/standaardisatie/codelijsten/COD367-VEKT",
        ),
    )
    van: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "First day on which it can be declared, when a source states it.",
            "Eerste dag waarop hij declarabel is, als een bron die noemt.",
        ),
    )
    tot_en_met: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Last day on which it could be declared, when a source states it.",
            "Laatste dag waarop hij declarabel was, als een bron die noemt.",
            betekenis=(Eindigt("van"),),
        ),
    )
    rijksbegroting_vanaf: date | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "First day from which the state budget pays it, and no insurer.",
            "Eerste dag vanaf wanneer de Rijksbegroting hem betaalt, en geen verzekeraar.",
        ),
    )
    bestanddelen: tuple[str, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Prestaties whose care this one already includes.",
            "Prestaties waarvan deze de zorg al omvat.",
            100,
            tekens="A-Za-z0-9._-",
        ),
    )
    sluit_uit: tuple[str, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Prestaties that cannot be declared beside this one.",
            "Prestaties die niet naast deze declarabel zijn.",
            100,
            tekens="A-Za-z0-9._-",
        ),
    )
    eenmalig: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether one provider can declare it only once for a pregnancy.",
            "Of een zorgaanbieder hem per zwangerschap maar eenmaal kan declareren.",
        ),
    )
    telgrens: Telgrens | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "How often all providers together can declare it for one pregnancy.",
            "Hoe vaak alle zorgaanbieders samen hem per zwangerschap kunnen declareren.",
        ),
    )
    variant_van: str | None = attrs.field(
        default=None,
        metadata=veld.sleutel(
            "The prestatie of which this one is the same care under another name or code.",
            "De prestatie waarvan deze dezelfde zorg is onder een andere naam of code.",
        ),
    )
    keuzegroep: str | None = attrs.field(
        default=None,
        metadata=veld.sleutel(
            "Word that prestaties share of which one provider declares one for a pregnancy.",
            "Woord dat prestaties delen waarvan een zorgaanbieder er per zwangerschap een "
            "declareert.",
            voorbeelden=("verloskunde-prenataal-deel",),
        ),
    )
    wijzen_einde: tuple[WijzeEinde, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "How a pregnancy must have ended for it; any way when left out.",
            "Hoe een zwangerschap moet zijn geeindigd om hem te declareren; elke wijze als het "
            "ontbreekt.",
            9,
        ),
    )
    fasen: tuple[Fase, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Phases of the care that it is about; left out when it can be about any.",
            "Fasen van de zorg waarover hij gaat; weggelaten als dat elke fase kan zijn.",
            3,
        ),
    )
    plaatsen_baring: tuple[PlaatsBaring, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Where a child must be born for it, when it is about the place; anywhere when left out.",
            "Waar een kind moet zijn geboren om hem te declareren, als hij over de plaats gaat; "
            "overal als het ontbreekt.",
            9,
        ),
    )
    zonder_gynaecoloog: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether it is for a birth that no gynaecologist leads.",
            "Of hij voor een bevalling is die geen gynaecoloog begeleidt.",
        ),
    )
    tot_bevalling: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether it is for care that stayed with the provider until the birth.",
            "Of hij voor zorg is die tot de bevalling bij de zorgaanbieder bleef.",
        ),
    )
    overname: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether it is for who takes the care over from another; the length of the pregnancy "
            "is then that at the takeover.",
            "Of hij voor wie de zorg van een ander overneemt is; de zwangerschapsduur is dan die "
            "bij de overname.",
        ),
    )
    overdracht: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether it is for who hands the care over to another in the same line of care.",
            "Of hij voor wie de zorg aan een ander in dezelfde lijn overdraagt is.",
        ),
    )
    peildatum_start_zorg: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether tariff and insurer follow the start of care instead of the day of delivery.",
            "Of tarief en verzekeraar de start van de zorg volgen in plaats van de leverdag.",
        ),
    )
    zwangerschapsduur_van_dagen: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "Shortest pregnancy at which the care ends, or an examination is done.",
            "Kortste zwangerschapsduur waarbij de zorg eindigt, of een onderzoek is gedaan.",
            0,
            400,
            eenheid="dagen",
            betekenis=(Hooguit("zwangerschapsduur_tot_en_met_dagen"),),
        ),
    )
    zwangerschapsduur_tot_en_met_dagen: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "Longest pregnancy at which the care ends or an examination is done, included.",
            "Langste zwangerschapsduur waarbij de zorg eindigt of een onderzoek is gedaan, "
            "inbegrepen.",
            0,
            400,
            eenheid="dagen",
        ),
    )
    zorgsoorten: tuple[str, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "First two digits of the AGB-codes that are expected to declare it.",
            "Eerste twee cijfers van de AGB-codes die hem naar verwachting declareren.",
            99,
            max_lengte=2,
            patroon="^[0-9]{2}$",
        ),
    )
    bron: Bron | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Source of this row, when another than that of the list.",
            "Bron van deze rij, als die een andere is dan die van de lijst.",
        ),
    )


def op_een_dag(prestatie: Prestatie) -> bool:
    """Say whether it is done on a day: an examination, or a procedure of midwifery."""
    return prestatie.eenheid in ONDERZOEKEN or (
        prestatie.regime is Regime.VERLOSKUNDE
        and prestatie.eenheid is Eenheid.STUK
        and not prestatie.peildatum_start_zorg
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Prestatielijst:
    """A named list of prestaties with one source; rows may carry their own."""

    naam: str = attrs.field(
        metadata=veld.sleutel(
            "Name of the list, unique among the tables in use.",
            "Naam van de lijst, uniek onder de gebruikte tabellen.",
            voorbeelden=("kraamzorg",),
        )
    )
    bron: Bron = attrs.field(metadata=veld.gegeven("Source of the list.", "Bron van de lijst."))
    prestaties: tuple[Prestatie, ...] = attrs.field(
        metadata=veld.lijst(
            "The prestaties.", "De prestaties.", min_aantal=1, betekenis=(Uniek("prestatie_id"),)
        )
    )
    volledig_regime: Regime | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "The regime of which this list names every prestatie; left out when it may lack some. "
            "Only a complete list allows the conclusion that a code does not exist.",
            "Het regime waarvan deze lijst elke prestatie noemt; weggelaten als er kunnen "
            "ontbreken. Alleen uit een volledige lijst volgt dat een code niet bestaat.",
        ),
    )
