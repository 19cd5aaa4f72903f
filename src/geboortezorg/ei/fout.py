"""What can be wrong with a message: the record, the field, the return code, and never a value."""

from enum import StrEnum
from typing import Final, final

from geboortezorg.bevroren import bevroren
from geboortezorg.tekst import Tekst
from geboortezorg.veld import MAX_LIJST

MAX_RECORDS: Final = 10 * MAX_LIJST
"""Most records of a message that is judged: one of the most prestaties, each with a person, a debtor
and as much comment again, is well below it."""


class EIReden(StrEnum):
    """Which fault it is."""

    LEEG = "leeg"
    CODERING = "codering"
    INDELING = "indeling"
    TEKENS = "tekens"
    REGELEINDE = "regeleinde"
    LENGTE = "lengte"
    RECORDKENMERK = "recordkenmerk"
    TE_VEEL_FOUTEN = "te_veel_fouten"

    GEEN_CIJFERS = "geen_cijfers"
    STUURTEKEN = "stuurteken"
    ONTBREEKT = "ontbreekt"
    RESERVE = "reserve"
    CODE = "code"
    DATUM = "datum"
    BSN = "bsn"
    AGB = "agb"

    VOLGORDE = "volgorde"
    ZONDER_VERZEKERDE = "zonder_verzekerde"
    ZONDER_PRESTATIE = "zonder_prestatie"
    ZONDER_SLUIT = "zonder_sluit"
    VOLGNUMMER = "volgnummer"
    ANDERS_DAN_VERZEKERDE = "anders_dan_verzekerde"
    AANTAL_KLOPT_NIET = "aantal_klopt_niet"
    BEDRAG_KLOPT_NIET = "bedrag_klopt_niet"

    NODIG = "nodig"
    TEKEN_VERSCHILT = "teken_verschilt"
    EENHEID = "eenheid"
    LIJST = "lijst"
    LIJST_ONBEKEND = "lijst_onbekend"
    TE_VEEL_DECLARATIEREGELS = "te_veel_declaratieregels"
    TE_VEEL_RECORDS = "te_veel_records"
    PROEFBERICHT = "proefbericht"
    RETOURBERICHT = "retourbericht"
    BETALING = "betaling"
    ANDERE_AANBIEDER = "andere_aanbieder"
    NIET_GELEZEN = "niet_gelezen"
    TWEE_STARTDATUMS = "twee_startdatums"
    VORM = "vorm"


FRAME: Final = frozenset(
    {
        EIReden.VOLGORDE,
        EIReden.ZONDER_SLUIT,
        EIReden.VOLGNUMMER,
        EIReden.AANTAL_KLOPT_NIET,
        EIReden.BEDRAG_KLOPT_NIET,
        EIReden.RECORDKENMERK,
        EIReden.LENGTE,
        EIReden.TE_VEEL_FOUTEN,
        EIReden.TE_VEEL_DECLARATIEREGELS,
        EIReden.TE_VEEL_RECORDS,
    }
)
"""Faults in the frame: after one of these it is not sure that the whole message was read right."""

ZOALS_VERZONDEN: Final = frozenset(
    {
        EIReden.PROEFBERICHT,
        EIReden.RETOURBERICHT,
        EIReden.BETALING,
        EIReden.ANDERE_AANBIEDER,
        EIReden.NIET_GELEZEN,
    }
)
"""What a sender may mean: nothing is allowed on it, and it is no fault in the form of a message."""

TEKSTEN: Final = {
    EIReden.LEEG: Tekst(
        "Het bestand is leeg. Geef een bericht.", "The file is empty. Give a message."
    ),
    EIReden.CODERING: Tekst(
        "De tekens zijn niet te lezen in deze codering. Lever het bericht aan in ASCII, of noem de "
        "codering.",
        "The characters cannot be read in this encoding. Deliver the message in ASCII, or name the "
        "encoding.",
    ),
    EIReden.INDELING: Tekst(
        "Van deze berichtcode en versie is geen indeling bekend. Geef de indeling mee, of verbeter "
        "het voorlooprecord.",
        "No layout is known for this message code and version. Supply the layout, or correct the "
        "first record.",
    ),
    EIReden.TEKENS: Tekst(
        "Er staan tekens buiten ASCII in. Lever ASCII aan, of noem de codering.",
        "It holds characters outside ASCII. Deliver ASCII, or name the encoding.",
    ),
    EIReden.REGELEINDE: Tekst(
        "Een record eindigt niet op CR LF, of er staat een regeleinde zonder record voor. Laat elk "
        "record op CR LF eindigen. Wat hierna komt is wel gelezen.",
        "A record does not end with CR LF, or a line end has no record before it. End every record "
        "with CR LF. What follows was read all the same.",
    ),
    EIReden.LENGTE: Tekst(
        "Het record heeft een andere lengte dan de indeling. Vul het aan met spaties, of kort het "
        "in.",
        "The record has another length than the layout. Pad it with spaces, or shorten it.",
    ),
    EIReden.RECORDKENMERK: Tekst(
        "Deze soort record kent de indeling niet. Verbeter het recordkenmerk.",
        "The layout has no such kind of record. Correct the record type.",
    ),
    EIReden.TE_VEEL_FOUTEN: Tekst(
        "Te veel records achter elkaar zijn fout; de rest is niet gelezen. Controleer of dit "
        "bestand zo'n bericht is.",
        "Too many records in a row are wrong; the rest was not read. Check whether this file is "
        "such a message.",
    ),
    EIReden.GEEN_CIJFERS: Tekst(
        "Dit veld mag alleen cijfers hebben. Verbeter het.",
        "This field may hold digits only. Correct it.",
    ),
    EIReden.STUURTEKEN: Tekst(
        "Er staat een teken in dat niet af te drukken is. Haal het weg.",
        "It holds a character that cannot be printed. Remove it.",
    ),
    EIReden.ONTBREEKT: Tekst(
        "Dit veld is verplicht en is leeg. Vul het in.",
        "This field is required and empty. Fill it.",
    ),
    EIReden.RESERVE: Tekst(
        "De reserve is niet leeg. Vul haar met spaties.",
        "The reserved field is not empty. Fill it with spaces.",
    ),
    EIReden.CODE: Tekst(
        "Deze code staat niet in de codelijst van het veld. Verbeter haar.",
        "This code is not in the code list of the field. Correct it.",
    ),
    EIReden.DATUM: Tekst(
        "Dit is geen bestaande datum van 1900 tot en met 2099, als JJJJMMDD. Verbeter haar.",
        "This is no existing date from 1900 to 2099, as YYYYMMDD. Correct it.",
    ),
    EIReden.BSN: Tekst(
        "Dit BSN kan niet bestaan. Verbeter het.", "This BSN cannot exist. Correct it."
    ),
    EIReden.AGB: Tekst(
        "Deze AGB-code kan niet bestaan. Verbeter haar.",
        "This AGB-code cannot exist. Correct it.",
    ),
    EIReden.VOLGORDE: Tekst(
        "Dit record staat niet op zijn plaats: eerst een voorlooprecord, dan de details, als "
        "laatste een sluitrecord. Verplaats het, of splits het bestand.",
        "This record is out of place: a first record, then the details, and a closing record last. "
        "Move it, or split the file.",
    ),
    EIReden.ZONDER_VERZEKERDE: Tekst(
        "Voor dit prestatierecord staat geen verzekerdenrecord. Voeg het toe.",
        "No record of an insured person stands before this prestatie. Add it.",
    ),
    EIReden.ZONDER_PRESTATIE: Tekst(
        "Bij dit verzekerdenrecord hoort geen prestatierecord. Voeg het toe, of laat dit weg.",
        "No prestatie belongs to this insured person. Add it, or leave this record out.",
    ),
    EIReden.ZONDER_SLUIT: Tekst(
        "Het sluitrecord ontbreekt: het bericht is niet heel. Lever het opnieuw aan.",
        "The closing record is missing: the message is not whole. Deliver it again.",
    ),
    EIReden.VOLGNUMMER: Tekst(
        "Het volgnummer is niet het eerstvolgende. Nummer de detailrecords vanaf 1; commentaar "
        "heeft het nummer van zijn record.",
        "The sequence number is not the next one. Number the detail records from 1; a comment has "
        "the number of its record.",
    ),
    EIReden.ANDERS_DAN_VERZEKERDE: Tekst(
        "Dit veld is anders dan in het verzekerdenrecord erboven. Maak ze gelijk.",
        "This field differs from the record of the insured person above it. Make them equal.",
    ),
    EIReden.AANTAL_KLOPT_NIET: Tekst(
        "Dit aantal is anders dan het aantal records in het bericht. Lever het bericht opnieuw aan.",
        "This count differs from the number of records in the message. Deliver the message again.",
    ),
    EIReden.BEDRAG_KLOPT_NIET: Tekst(
        "Dit totaal is anders dan de som van de prestatierecords. Verbeter een van beide.",
        "This total differs from the sum of the prestaties. Correct one of them.",
    ),
    EIReden.NODIG: Tekst(
        "Zonder dit veld is de declaratie niet te beoordelen. Vul het in.",
        "Without this field the declaratie cannot be judged. Fill it.",
    ),
    EIReden.TEKEN_VERSCHILT: Tekst(
        "Berekend bedrag en declaratiebedrag zijn niet allebei debet of allebei credit. Maak ze "
        "gelijk.",
        "The computed and the declared amount are not both debit or both credit. Make them equal.",
    ),
    EIReden.EENHEID: Tekst(
        "Deze tijdseenheid kent een declaratie niet, dus dit record is niet beoordeeld. Declareer "
        "in een andere eenheid.",
        "A declaratie has no such unit of time, so this record was not judged. Declare in another "
        "unit.",
    ),
    EIReden.LIJST: Tekst(
        "De prestatiecode staat in een andere prestatielijst. Verbeter de aanduiding of de code.",
        "The code stands in another list of prestaties. Correct the designation or the code.",
    ),
    EIReden.LIJST_ONBEKEND: Tekst(
        "Van deze prestatie is niet bekend in welke prestatielijst zij staat, dus of de aanduiding "
        "klopt is niet beoordeeld. Geef een eigen prestatielijst met prestatielijst_code.",
        "It is not known in which list this prestatie stands, so whether the designation is right "
        "was not judged. Give an own list of prestaties with prestatielijst_code.",
    ),
    EIReden.TE_VEEL_DECLARATIEREGELS: Tekst(
        f"Het bericht heeft meer dan {MAX_LIJST} prestatierecords, meer dan een declaratie kan "
        "hebben, dus het is niet beoordeeld. Splits het in berichten met elk een eigen "
        "factuurnummer, en houd de records van een verzekerde bij elkaar.",
        f"The message has more than {MAX_LIJST} prestaties, more than a declaratie can have, so it "
        "was not judged. Split it into messages with a factuurnummer of their own each, and keep "
        "the records of one insured person together.",
    ),
    EIReden.TE_VEEL_RECORDS: Tekst(
        f"Het bericht heeft meer dan {MAX_RECORDS} records, dus het is niet beoordeeld. Splits het "
        "in berichten met elk een eigen factuurnummer, of laat commentaar weg.",
        f"The message has more than {MAX_RECORDS} records, so it was not judged. Split it into "
        "messages with a factuurnummer of their own each, or leave comments out.",
    ),
    EIReden.PROEFBERICHT: Tekst(
        "Dit is een testbericht: er wordt niets op toegekend. Lever een productiebericht aan.",
        "This is a test message: nothing is allowed on it. Deliver a production message.",
    ),
    EIReden.RETOURBERICHT: Tekst(
        "Dit is een retourbericht: het antwoord van een verzekeraar, en geen declaratie. Lever het "
        "declaratiebericht aan.",
        "This is a return message: the answer of an insurer, and no declaratie. Deliver the message "
        "with the declaratie.",
    ),
    EIReden.BETALING: Tekst(
        "Aan wie betaald wordt staat er niet: de code is die van onbekend, of het veld waar zij naar "
        "wijst is leeg. Vul de AGB-code in, of verbeter de code.",
        "Whom is paid does not stand here: the code is that of unknown, or the field that it points "
        "at is empty. Fill in the AGB-code, or correct the code.",
    ),
    EIReden.ANDERE_AANBIEDER: Tekst(
        "Er staan een instelling en een praktijk, dus van wie de zorg is, is niet bekend. Laat een "
        "van beide leeg.",
        "An organisation and a practice stand here, so whose care it is, is not known. Leave one of "
        "them empty.",
    ),
    EIReden.NIET_GELEZEN: Tekst(
        "Dit veld is gevuld, en wat het zegt kent een declaratie niet, dus dit record is niet "
        "beoordeeld. Laat het leeg als het niets zegt, of geef een indeling mee die van het veld of "
        "van de code zegt dat zij buiten_oordeel is.",
        "This field is filled, and a declaratie does not know what it says, so this record was not "
        "judged. Leave it empty when it says nothing, or supply a layout that says of the field or "
        "of the code that it is buiten_oordeel.",
    ),
    EIReden.TWEE_STARTDATUMS: Tekst(
        "De aanvulling heeft van een persoon in dit bericht twee verschillende startdatums. Laat er "
        "een staan.",
        "The aanvulling has two different starts of the care of one person in this message. Leave "
        "one.",
    ),
    EIReden.VORM: Tekst(
        "Deze waarde past niet in een declaratie, dus dit record is niet beoordeeld. Verbeter haar.",
        "This value does not fit in a declaratie, so this record was not judged. Correct it.",
    ),
}

CODES: Final = {
    EIReden.LENGTE: "0804",
    EIReden.REGELEINDE: "8095",
    EIReden.RECORDKENMERK: "0002",
    EIReden.RESERVE: "0003",
}
"""Return codes (COD954) of faults that belong to no field of their own."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class EIFout:
    """One fault: in which record (from 1), in which field, and why. It holds no value."""

    record: int
    reden: EIReden
    veld: str | None = None
    """Name of the field, from the layout; None when it is about the whole record."""
    rubriek: str | None = None
    """Number of the field in the standard, where it is known."""
    retourcode: str | None = None
    """Return code (COD954), where one is known."""

    @property
    def tekst(self) -> str:
        """What is wrong and what to do, in Dutch."""
        return TEKSTEN[self.reden].nl

    @property
    def tekst_en(self) -> str:
        """What is wrong and what to do, in English."""
        return TEKSTEN[self.reden].en
