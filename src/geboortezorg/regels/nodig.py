"""What a document must hold before a rule can apply to it, as data."""

from enum import StrEnum
from typing import final

from geboortezorg import veld
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.model.prestatie import Regime


class Trek(StrEnum):
    """What a document can have that is plain to see without a rule."""

    VELDEN = "velden"
    """One reading of all fields does not show that each means what it should."""
    BEDRAGEN = "bedragen"
    """The amounts of a line are not above zero, its tariff times its quantity, and declared."""
    GEEN_TARIEF = "geen_tarief"
    """The tables tell no tariff of a line, or one of what the insured person pays."""
    VRIJ_TARIEF = "vrij_tarief"
    """The tariff of a line is free, other than of integral care."""
    INTEGRAAL_TARIEF = "integraal_tarief"
    """A line of integral care of which the tariff is free, or not known."""
    AFSPRAAK = "afspraak"
    """The tariff of such a line is not plainly the one that was agreed."""
    INTEGRAAL_BEGRENSD = "integraal_begrensd"
    """A line of integral care with a tariff that is not free."""
    ZORGAANBIEDER = "zorgaanbieder"
    """An AGB-code that its prestatie does not expect, of a VSV or of nobody, or a behandelaar."""
    SAMENLOOP = "samenloop"
    """A line that cannot stand beside another one, by the list of prestaties."""
    ZONDER_BSN = "zonder_bsn"
    """Lines of which it is not known which woman they are about."""
    KRAAMZORG = "kraamzorg"
    """Hours of kraamzorg of a woman that do not plainly lie at one birth, by one organisation."""
    KRAAMZORGDAG = "kraamzorgdag"
    """Hours of kraamzorg that do not plainly fit in their days."""
    OMGEKEERDE_KRAAMZORG = "omgekeerde_kraamzorg"
    """Hours of kraamzorg over a period that ends before it begins."""
    AANMELDING = "aanmelding"
    """Kraamzorg without a registration, with a second intake, or with what excludes it."""
    PARTUSASSISTENTIE = "partusassistentie"
    """Partusassistentie that does not plainly lie at one birth, or was not given."""
    KRAAMZORGINDICATIE = "kraamzorgindicatie"
    """Kraamzorg of which there is not one indication without anything special."""
    KRAAMZORGUREN = "kraamzorguren"
    """More hours of kraamzorg than such an indication, or in a message the largest package, covers."""
    BEVALDAG = "bevaldag"
    """A woman in a message with another day of birth on a line, or none without kraamzorg."""

    BERICHT = "bericht"
    """Lines of a message that end after its period, that after its invoice, or another insurer."""
    FACTUUR = "factuur"
    """An invoice that may be of the future, or whose number may have been used."""

    ZWANGERSCHAP = "zwangerschap"
    """Not one living child, of one day and a possible length, or the other counts do not fit it."""
    LEEFTIJD = "leeftijd"
    """The age of the woman is not known, not possible, or not with so many births."""
    ZORGEPISODES = "zorgepisodes"
    """Zorgepisodes that do not follow each other, around a plain birth, as is expected of them."""
    MEER_ZORGEPISODES = "meer_zorgepisodes"
    """More than one zorgepisode."""
    OVERNAME = "overname"
    """A zorgepisode from which another took the care over."""
    OVERGENOMEN = "overgenomen"
    """The same, on a day before the birth and the day before it."""
    VOLLEDIGE_ZORG = "volledige_zorg"
    """Care that asks for a birth, and not plainly by whoever was responsible for it."""
    LATE_START = "late_start"
    """In a message, care until the birth that was taken over from another, or began just before it."""
    DEEL = "deel"
    """A deelprestatie of the care before the birth, or of whoever took it over."""
    DEEL_TOT_BEVALLING = "deel_tot_bevalling"
    """One of a zorgepisode that had the day of birth, or of whoever took the care over."""
    ZWANGERSCHAPSDUUR = "zwangerschapsduur"
    """Care that is not plainly given at the length of the pregnancy that its prestatie names."""
    SCREENINGSCONTRACT = "screeningscontract"
    """Screening that is not plainly of a provider with a contract and a quality agreement."""
    RIJKSBEGROTING = "rijksbegroting"
    """Screening on a day on which the state budget pays it."""
    EXPERIMENT = "experiment"
    """An integrale prestatie of a day of the experiment."""
    REGULIER = "regulier"
    """An integrale prestatie of a day of regular funding."""
    BUNDEL = "bundel"
    """Beside an integrale prestatie, care that the bundle takes in."""
    INTEGRALE_FASEN = "integrale_fasen"
    """Integrale prestaties that do not plainly follow each other around the birth."""

    ANDERE_ZORG = "andere_zorg"
    """A prestatie other than of integral care."""
    VAKER = "vaker"
    """A prestatie that there can be more of than one for a pregnancy or a child."""
    PER_STUK = "per_stuk"
    """Such a prestatie that is counted by the piece."""
    BIJ_LEVERING = "bij_levering"
    """Care that follows the day of delivery."""
    GEHEEL = "geheel"
    """Care that includes other care, but for complete prenatal care."""
    GEHEEL_PRENATAAL = "geheel_prenataal"
    """Complete prenatal care."""
    VAN_EEN_FASE = "van_een_fase"
    """Care of one phase, where no other rules judge that."""
    TARIEF = "tarief"
    """A tariff that is not plainly within the room, or an agreement on a higher one."""
    GROND_BEVESTIGD = "grond_bevestigd"
    """A tariff of which the ground is that two sources agree."""
    GROND_SECUNDAIR = "grond_secundair"
    """A tariff of which the ground is one source."""
    GROND_AFGELEID = "grond_afgeleid"
    """A tariff that follows from other facts."""
    DAGEN = "dagen"
    """Days of care that do not plainly fit one pregnancy."""
    DUBBEL = "dubbel"
    """A prestatie twice on a day, on more than one day, of two providers, or unknown."""
    AANTAL = "aantal"
    """More than one of what is counted by the piece, or more lines than there are often."""
    FASE = "fase"
    """Care of a phase that does not plainly lie at it."""
    EPISODE = "episode"
    """A line that is not plainly of the zorgepisode of its provider."""
    VERZEKERAAR = "verzekeraar"
    """Not one insurance over all days, with the receiver of every line."""
    BSN = "bsn"
    """No BSN, or one that is not plainly right."""
    REFERENTIES = "referenties"
    """Lines of a dossier with the same reference."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Nodig:
    """Things of which a document must hold one; without any of them a rule does not apply.

    A rule that has several of these needs one thing of each. It is necessary and never enough:
    the rule itself decides. In a kind of document that can hold none of the things it asks nothing.
    """

    leden: tuple[str, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "JSON Pointers to members that are there, and not empty; `*` is any position.",
            "JSON Pointers naar leden die er zijn en niet leeg zijn; `*` is elke positie.",
            20,
        ),
    )
    regimes: tuple[Regime, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Regimes of a prestatie on a declaratieregel that counts.",
            "Regimes van een prestatie op een declaratieregel die telt.",
            20,
        ),
    )
    prestaties: tuple[str, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Stable names of a prestatie on a declaratieregel that counts.",
            "Vaste namen van een prestatie op een declaratieregel die telt.",
            20,
        ),
    )
    kenmerken: tuple[str, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Members of the prestatie on a declaratieregel that counts, which say something there.",
            "Leden van de prestatie op een declaratieregel die telt, die daar iets zeggen.",
            20,
        ),
    )
    behalve_regimes: tuple[Regime, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Regimes of which a prestatie is not looked at for its members.",
            "Regimes waarvan een prestatie niet om haar leden telt.",
            20,
        ),
    )
    trekken: tuple[Trek, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "What is plain to see of the document.", "Wat aan het document is te zien.", 20
        ),
    )
    credit: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether a declaratieregel that is a credit is one of the things.",
            "Of een declaratieregel die een credit is een van de dingen is.",
        ),
    )
