"""How a message of the EI standards lays its facts out: records with fields at fixed positions.

A layout is data: another message, or another version, is another document of this kind.
"""

from enum import StrEnum
from typing import final

from geboortezorg import veld
from geboortezorg.betekenis import Hooguit, Uniek
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.bron import Bron

_LANGSTE_RECORD = 4000


class EIVeldtype(StrEnum):
    """Which characters a field may hold."""

    NUMERIEK = "N"
    """Digits; without content zeros or spaces."""
    ALFANUMERIEK = "AN"
    """Any printable character; without content spaces."""


class EIInhoud(StrEnum):
    """What a value must be, beside its characters."""

    DATUM = "datum"
    """A calendar date, written as eight digits: year, month, day."""
    BSN = "bsn"
    AGB = "agb"
    UZOVI = "uzovi"
    RESERVE = "reserve"
    """Nothing: spaces only."""


class EIRecordrol(StrEnum):
    """What a record is for; the frame of every message is made of these."""

    VOORLOOP = "voorloop"
    """The first record: who declares what to whom."""
    VERZEKERDE = "verzekerde"
    """A person, ahead of the prestaties for that person."""
    DEBITEUR = "debiteur"
    PRESTATIE = "prestatie"
    """One declaratieregel."""
    COMMENTAAR = "commentaar"
    SLUIT = "sluit"
    """The last record: counts and totals."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class EICode:
    """One code that a field may hold."""

    code: str = attrs.field(metadata=veld.sleutel("The code.", "De code.", voorbeelden=("04",)))
    betekent: str | None = attrs.field(
        default=None,
        metadata=veld.sleutel(
            "What our documents write for it, where they have a word for it.",
            "Wat onze documenten ervoor schrijven, als zij er een woord voor hebben.",
            voorbeelden=("uur",),
        ),
    )
    buiten_oordeel: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether a field with this code says nothing to judge; see that of the field.",
            "Of een veld met deze code niets zegt om te beoordelen; zie dat van het veld.",
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class EIVeld:
    """One field of a record: a name, a place and what may stand there."""

    naam: str = attrs.field(
        metadata=veld.tekst(
            "Name of the field; the names of the reference page have a meaning here.",
            "Naam van het veld; de namen van de naslagbladzijde hebben hier een betekenis.",
            60,
            tekens="a-z0-9_",
            voorbeelden=("begindatum_prestatie",),
        )
    )
    veldtype: EIVeldtype = attrs.field(
        metadata=veld.gegeven("N is digits, AN is text.", "N is cijfers, AN is tekst.")
    )
    begin: int = attrs.field(
        metadata=veld.getal(
            "First position, from 1.",
            "Eerste positie, vanaf 1.",
            1,
            _LANGSTE_RECORD,
            betekenis=(Hooguit("einde"),),
        )
    )
    einde: int = attrs.field(
        metadata=veld.getal(
            "Last position, included.", "Laatste positie, inbegrepen.", 1, _LANGSTE_RECORD
        )
    )
    rubriek: str | None = attrs.field(
        default=None,
        metadata=veld.code(
            "Number of the field in the standard, where a source names it.",
            "Rubrieknummer in de standaard, als een bron dat noemt.",
            "^[0-9]{4}$",
            4,
            voorbeelden=("0412",),
        ),
    )
    verplicht: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether it must be filled; zero is not.", "Of het gevuld moet zijn; nul is dat niet."
        ),
    )
    inhoud: EIInhoud | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "What the value must be, beside its characters.",
            "Wat de waarde moet zijn, naast haar tekens.",
        ),
    )
    codes: tuple[EICode, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Codes that it may hold.",
            "Codes die er mogen staan.",
            1000,
            betekenis=(Uniek("code"),),
        ),
    )
    codes_volledig: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether these are all codes; only then is another one wrong.",
            "Of dit alle codes zijn; alleen dan is een andere fout.",
        ),
    )
    retourcode: str | None = attrs.field(
        default=None,
        metadata=veld.code(
            "Return code (COD954) of a fault in this field, where a source names it.",
            "Retourcode (COD954) van een fout in dit veld, als een bron die noemt.",
            "^[0-9]{4}$",
            4,
            voorbeelden=("8007",),
        ),
    )
    buiten_oordeel: bool = attrs.field(
        default=False,
        metadata=veld.gegeven(
            "Whether it says nothing of care or money that must be judged. Another field that is "
            "filled and that nothing here reads leaves its record unjudged.",
            "Of het niets zegt over zorg of geld dat beoordeeld moet worden. Een ander veld dat "
            "gevuld is en dat hier niets leest, laat zijn record onbeoordeeld.",
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class EIRecord:
    """One kind of record, with its fields in order."""

    kenmerk: str = attrs.field(
        metadata=veld.code(
            "The two digits that each such record begins with.",
            "De twee cijfers waarmee zo'n record begint.",
            "^[0-9]{2}$",
            2,
            voorbeelden=("04",),
        )
    )
    recordrol: EIRecordrol = attrs.field(
        metadata=veld.gegeven("What the record is for.", "Waarvoor het record dient.")
    )
    velden: tuple[EIVeld, ...] = attrs.field(
        metadata=veld.lijst(
            "The fields in the order of their positions, which together fill the record.",
            "De velden in de volgorde van hun posities, die samen het record vullen.",
            1000,
            min_aantal=1,
            geordend=True,
            betekenis=(Uniek("naam"),),
        )
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class EIIndeling:
    """The layout of one message in one version."""

    naam: str = attrs.field(
        metadata=veld.sleutel(
            "Name of the layout.", "Naam van de indeling.", voorbeelden=("vk301-2.2",)
        )
    )
    omschrijving: str = attrs.field(
        metadata=veld.tekst("What the message is for.", "Waarvoor het bericht dient.", 300)
    )
    berichtcode: str = attrs.field(
        metadata=veld.code(
            "Message code (COD002).", "Berichtcode (COD002).", "^[0-9]{3}$", 3, voorbeelden=("141",)
        )
    )
    berichtversie: str = attrs.field(
        metadata=veld.code(
            "Version, as the message writes it.",
            "Versie, zoals het bericht die schrijft.",
            "^[0-9]{2}$",
            2,
            voorbeelden=("02",),
        )
    )
    berichtsubversie: str = attrs.field(
        metadata=veld.code(
            "Subversion, as the message writes it; 00 is none.",
            "Subversie, zoals het bericht die schrijft; 00 is geen.",
            "^[0-9]{2}$",
            2,
            voorbeelden=("02",),
        )
    )
    recordlengte: int = attrs.field(
        metadata=veld.getal(
            "Characters in every record.", "Tekens in elk record.", 20, _LANGSTE_RECORD
        )
    )
    bron: Bron = attrs.field(
        metadata=veld.gegeven(
            "Source of the layout, and how well it was verified.",
            "Bron van de indeling, en hoe goed zij is geverifieerd.",
        )
    )
    records: tuple[EIRecord, ...] = attrs.field(
        metadata=veld.lijst(
            "The kinds of record.",
            "De soorten record.",
            100,
            min_aantal=1,
            betekenis=(Uniek("recordrol"),),
        )
    )
    retour_op: str | None = attrs.field(
        default=None,
        metadata=veld.sleutel(
            "Name of the layout to which this one is the return message.",
            "Naam van de indeling waarop deze het retourbericht is.",
        ),
    )
