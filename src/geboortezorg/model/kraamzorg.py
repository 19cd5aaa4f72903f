"""Kraamzorg: what was indicated, what was delivered, and what the woman paid herself."""

from datetime import date
from enum import StrEnum
from typing import final

from geboortezorg import veld
from geboortezorg.betekenis import Bereik, Gebeurd, Hooguit, NietVoor, Zorgsoort
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.model import _velden
from geboortezorg.tijd import Periode


class Indicatieprotocol(StrEnum):
    """By which protocol the hours were set."""

    LIP = "lip"
    """Landelijk Indicatieprotocol Kraamzorg."""
    KLIM = "klim"
    """Kraamzorg Landelijke Indicatie Methodiek, in pilot since 2022."""


class Indicatiemoment(StrEnum):
    """When the hours were set."""

    INTAKE = "intake"
    """During the pregnancy."""
    START_ZORG = "start_zorg"
    """Right after the birth."""
    DAG_8 = "dag_8"
    """On day 8, for days 9 and 10."""
    HERINDICATIE = "herindicatie"
    """Later, on medical ground, by the verloskundige."""


class Indicatiegrond(StrEnum):
    """Why more or less was indicated than the basic package."""

    MEDISCH = "medisch"
    SOCIAAL = "sociaal"


class Voeding(StrEnum):
    """How the child is fed."""

    BORSTVOEDING = "borstvoeding"
    KUNSTVOEDING = "kunstvoeding"


@final
@bevroren(kw_only=True, weakref_slot=False, repr=False)
class Kraamzorguitzondering:
    """That kraamzorg may go on after day 10, in a very vulnerable situation.

    The motive itself stays in the file of the care providers: only that it was recorded is told.
    """

    tot_en_met: date = attrs.field(
        repr=False,
        metadata=veld.gegeven(
            "Last day of kraamzorg on this ground, included.",
            "Laatste dag kraamzorg op deze grond, inbegrepen.",
            persoonsgegeven=True,
        ),
    )
    gemotiveerd: bool = attrs.field(
        metadata=veld.gegeven(
            "Whether the motive for departing from the protocol was recorded.",
            "Of de motivering om af te wijken van het protocol is vastgelegd.",
        )
    )
    door_verloskundige: bool | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Whether a verloskundige indicated it.", "Of een verloskundige het indiceerde."
        ),
    )
    overlegd: bool | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Whether the kraamzorg organisation and the insurer were consulted.",
            "Of er is overlegd met de kraamzorgorganisatie en de verzekeraar.",
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False, repr=False)
class Kraamzorgindicatie:
    """The hours of kraamzorg that were indicated, in minutes, and the facts they rest on."""

    datum: date = attrs.field(
        metadata=veld.gegeven(
            "Day of the indication.", "Dag van de indicatie.", betekenis=(Gebeurd(),)
        )
    )
    indicatieprotocol: Indicatieprotocol = attrs.field(
        metadata=veld.gegeven("Protocol.", "Indicatieprotocol.")
    )
    geindiceerd_minuten: int = attrs.field(
        metadata=veld.getal(
            "Indicated kraamzorg in all, before hospital days are deducted; partusassistentie not "
            "counted.",
            "Geindiceerde kraamzorg in totaal, voor aftrek van ziekenhuisdagen; partusassistentie "
            "niet meegeteld.",
            0,
            60_000,
            eenheid="minuut",
            voorbeelden=(2940,),
        )
    )
    protocolversie: str | None = attrs.field(
        default=None,
        metadata=veld.sleutel(
            "Version of the protocol.", "Versie van het protocol.", voorbeelden=("3",)
        ),
    )
    indicatiemoment: Indicatiemoment | None = attrs.field(
        default=None,
        metadata=veld.gegeven("When it was indicated.", "Op welk moment is geindiceerd."),
    )
    voeding: Voeding | None = attrs.field(
        default=None, metadata=veld.gegeven("Feeding.", "Voeding.")
    )
    eerste_kind: bool | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Whether the family has its first child.", "Of het gezin zijn eerste kind krijgt."
        ),
    )
    maatwerk_minuten: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "More than the basic package, or less when negative.",
            "Meer dan het basispakket, of minder als het negatief is.",
            -60_000,
            60_000,
            eenheid="minuut",
            voorbeelden=(360,),
        ),
    )
    indicatiegrond: Indicatiegrond | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Ground for more or less than the basic package.",
            "Grond voor meer of minder dan het basispakket.",
        ),
    )
    ziekenhuisdagen: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "Days in hospital after the birth, the day of discharge not counted.",
            "Dagen in het ziekenhuis na de bevalling, de ontslagdag niet meegeteld.",
            0,
            100,
            eenheid="dag",
        ),
    )
    aftrek_minuten: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "What was deducted for hospital days.",
            "Wat voor ziekenhuisdagen in mindering is gebracht.",
            0,
            60_000,
            eenheid="minuut",
            betekenis=(Hooguit("geindiceerd_minuten"),),
        ),
    )
    uitzondering: Kraamzorguitzondering | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Exception that lets the care go on after day 10.",
            "Uitzondering waardoor de zorg na dag 10 doorloopt.",
            betekenis=(NietVoor("datum", "tot_en_met"),),
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False, repr=False)
class GeleverdeKraamzorg:
    """The kraamzorg at home of one day, without partusassistentie."""

    datum: date = attrs.field(
        repr=False,
        metadata=veld.gegeven(
            "Day of the care.", "Dag van de zorg.", persoonsgegeven=True, betekenis=(Gebeurd(),)
        ),
    )
    duur_minuten: int = attrs.field(
        metadata=veld.getal("Duration.", "Duur.", 1, 1440, eenheid="minuut", voorbeelden=(360,))
    )
    zorgaanbieder_agb: str | None = attrs.field(
        default=None,
        metadata=_velden.agb_code(
            "AGB-code of the kraamzorg organisation.",
            "AGB-code van de kraamzorgorganisatie.",
            Zorgsoort(("33", "53")),
        ),
    )
    uitgesteld: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether this is uitgestelde kraamzorg: given later, after a child's stay in hospital.",
            "Of dit uitgestelde kraamzorg is: later gegeven, na ziekenhuisverblijf van een kind.",
        ),
    )
    buiten_indicatie: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether these hours are outside the indication, under another contract: not declared "
            "as kraamzorg, and not taken off the indicated hours.",
            "Of deze uren buiten de indicatie vallen, op een ander contract: niet gedeclareerd als "
            "kraamzorg, en niet van de geindiceerde uren af.",
        ),
    )
    ander_adres: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether it was given at another address than that of the mother: where the child is.",
            "Of de zorg op een ander adres is gegeven dan dat van de moeder: waar het kind is.",
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False, repr=False)
class Partusassistentie:
    """Assistance of a kraamverzorgende during the birth; a product apart from kraamzorg."""

    datum: date = attrs.field(
        repr=False,
        metadata=veld.gegeven(
            "Day of the assistance.",
            "Dag van de assistentie.",
            persoonsgegeven=True,
            betekenis=(Gebeurd(),),
        ),
    )
    duur_minuten: int = attrs.field(
        metadata=veld.getal(
            "Duration.",
            "Duur.",
            1,
            6000,
            eenheid="minuut",
            voorbeelden=(240,),
            betekenis=(Bereik("kraamzorg-partusdag", "duur"),),
        )
    )
    medisch: bool | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Whether the birth was a medical one.", "Of het een medische bevalling was."
        ),
    )
    zorgaanbieder_agb: str | None = attrs.field(
        default=None,
        metadata=_velden.agb_code(
            "AGB-code of the kraamzorg organisation.",
            "AGB-code van de kraamzorgorganisatie.",
            Zorgsoort(("33", "53")),
        ),
    )


class Bijdragesoort(StrEnum):
    """What an eigen bijdrage was charged for."""

    THUIS = "thuis"
    """Kraamzorg at home, per hour."""
    INSTELLING = "instelling"
    """Kraamzorg in an institution without medical need, per person and day."""
    PARTUSASSISTENTIE = "partusassistentie"
    """Hours of partusassistentie."""


class Bijdragevrijstelling(StrEnum):
    """Why the woman pays less than the eigen bijdrage, or nothing."""

    VERZEKERAAR = "verzekeraar"
    """Her insurer takes it over, by a supplementary insurance or an agreement."""
    KWIJTGESCHOLDEN = "kwijtgescholden"
    """It is waived."""


class Bijdrageinning(StrEnum):
    """Who collects an eigen bijdrage."""

    ZORGAANBIEDER = "zorgaanbieder"
    """The provider: it comes off what is declared to the insurer."""
    VERZEKERAAR = "verzekeraar"
    """The insurer, from the woman: the whole amount is declared."""


@final
@bevroren(kw_only=True, weakref_slot=False, repr=False)
class EigenBijdrage:
    """An eigen bijdrage that was charged to the insured woman."""

    bijdragesoort: Bijdragesoort = attrs.field(
        metadata=veld.gegeven("What it was charged for.", "Waarvoor zij in rekening is gebracht.")
    )
    periode: Periode = attrs.field(
        metadata=veld.gegeven("Days of the care.", "Dagen van de zorg.", betekenis=(Gebeurd(),))
    )
    bedrag_eurocent: int = attrs.field(
        metadata=veld.getal(
            "Amount charged.", "In rekening gebracht bedrag.", 0, 99_999_999, eenheid="eurocent"
        )
    )
    duur_minuten: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "Duration of the care at home or the assistance that it is over.",
            "Duur van de zorg thuis of de assistentie waarover zij gaat.",
            0,
            60_000,
            eenheid="minuut",
        ),
    )
    aantal_dagen: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "Days in the institution that it is over.",
            "Dagen in de instelling waarover zij gaat.",
            0,
            100,
            eenheid="dag",
        ),
    )
    aantal_personen: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "Persons in the institution: the mother and each child.",
            "Personen in de instelling: de moeder en elk kind.",
            1,
            10,
            eenheid="persoon",
        ),
    )
    instellingstarief_eurocent: int | None = attrs.field(
        default=None,
        metadata=veld.getal(
            "Tariff of the institution per day.",
            "Tarief van de instelling per dag.",
            0,
            99_999_999,
            eenheid="eurocent",
        ),
    )
    medisch: bool | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Whether the stay was medically necessary or the birth a medical one.",
            "Of het verblijf medisch noodzakelijk of de bevalling een medische was.",
        ),
    )
    vrijstelling: Bijdragevrijstelling | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Why she was charged less than the eigen bijdrage.",
            "Waarom haar minder dan de eigen bijdrage in rekening is gebracht.",
        ),
    )
    inning: Bijdrageinning | None = attrs.field(
        default=None, metadata=veld.gegeven("Who collects it.", "Wie haar int.")
    )
