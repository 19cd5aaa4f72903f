"""The rules that the pipeline answers: can it be read, has it the right shape, was it judged."""

from typing import TYPE_CHECKING

from geboortezorg.convert import Invoerreden, Vormreden
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import VOLDAAN, Resultaat, Tekst, regel

if TYPE_CHECKING:
    from geboortezorg.regels.werkblad import Werkblad

_INVOER = {
    Invoerreden.LEEG: Tekst(
        "De invoer is leeg. Lever een JSON-document aan.",
        "The input is empty. Supply one JSON document.",
    ),
    Invoerreden.TE_GROOT: Tekst(
        "De invoer is te groot. Lever documenten los aan, of als NDJSON.",
        "The input is too large. Supply documents one by one, or as NDJSON.",
    ),
    Invoerreden.CODERING: Tekst(
        "De invoer is geen UTF-8. Sla het document op als UTF-8.",
        "The input is not UTF-8. Save the document as UTF-8.",
    ),
    Invoerreden.BOM: Tekst(
        "De invoer begint met een byte order mark. Sla het document op zonder BOM.",
        "The input starts with a byte order mark. Save the document without a BOM.",
    ),
    Invoerreden.GEEN_JSON: Tekst(
        "De invoer is geen geldige JSON. Herstel de opmaak op de genoemde plaats.",
        "The input is not valid JSON. Repair the syntax at the place named.",
    ),
    Invoerreden.DUBBEL_VELD: Tekst(
        "Een veld staat twee keer in hetzelfde object. Laat een van beide weg.",
        "A member occurs twice in one object. Leave one of them out.",
    ),
    Invoerreden.GEEN_GETAL: Tekst(
        "NaN en Infinity zijn geen getallen in JSON. Laat het veld weg of vul een getal in.",
        "NaN and Infinity are not numbers in JSON. Leave the member out or give a number.",
    ),
    Invoerreden.GETAL_TE_LANG: Tekst(
        "Een getal heeft te veel cijfers. Vul een getal binnen de grenzen van het schema in.",
        "A number has too many digits. Give a number within the bounds of the schema.",
    ),
    Invoerreden.SURROGAAT: Tekst(
        "Een tekst bevat een half surrogaatpaar. Herstel de codering van die tekst.",
        "A text holds half a surrogate pair. Repair the encoding of that text.",
    ),
    Invoerreden.TE_DIEP: Tekst(
        "De invoer is te diep genest, en een document van deze bibliotheek is dat nooit. Controleer "
        "hoe zij is gemaakt.",
        "The input is nested too deeply, and no document of this library is. Check how it was made.",
    ),
    Invoerreden.ONLEESBAAR: Tekst(
        "De invoer is niet te openen of niet helemaal te lezen. Controleer het bestand.",
        "The input cannot be opened or not be read to its end. Check the file.",
    ),
    Invoerreden.RIJ_CELLEN: Tekst(
        "De rij heeft een ander aantal cellen dan de kop. Zoek naar een scheidingsteken in een cel, "
        "of een rij die is afgebroken.",
        "The row has another number of cells than the header. Look for a separator within a cell, "
        "or a row that was broken off.",
    ),
    Invoerreden.RIJ_CSV: Tekst(
        "De rij is geen geldige CSV. Kijk naar de aanhalingstekens, en naar cellen die te lang zijn.",
        "The row is not valid CSV. Look at the quotes, and at cells that are too long.",
    ),
    Invoerreden.RIJ_GROEP: Tekst(
        "De rij zegt niet bij welk document zij hoort. Vul elke kolom van `groep`.",
        "The row does not say to which document it belongs. Fill every column of `groep`.",
    ),
}

_VORM = {
    Vormreden.ONTBREEKT: Tekst(
        "Een verplicht veld ontbreekt. Vul het in.", "A required member is missing. Supply it."
    ),
    Vormreden.ONBEKEND_VELD: Tekst(
        "Het object heeft een veld dat het schema niet kent: {verwacht}. Verbeter de naam, of laat "
        "het weg.",
        "The object has a member that the schema does not know: {verwacht_en}. Correct the name, or "
        "leave it out.",
    ),
    Vormreden.TYPE: Tekst(
        "De waarde is van een ander type. Verwacht: {verwacht}. Laat een leeg veld weg.",
        "The value is of another type. Expected: {verwacht_en}. Leave an empty member out.",
    ),
    Vormreden.LENGTE: Tekst(
        "De tekst is te kort of te lang. Verwacht: {verwacht}.",
        "The text is too short or too long. Expected: {verwacht_en}.",
    ),
    Vormreden.TEKENS: Tekst(
        "De tekst bevat een teken dat niet mag. Verwacht: {verwacht}.",
        "The text holds a character that is not allowed. Expected: {verwacht_en}.",
    ),
    Vormreden.PATROON: Tekst(
        "De tekst heeft niet de juiste vorm. Verwacht: {verwacht}.",
        "The text does not have the right form. Expected: {verwacht_en}.",
    ),
    Vormreden.KEUZE: Tekst(
        "De waarde staat niet in de lijst. Verwacht: {verwacht}.",
        "The value is not in the list. Expected: {verwacht_en}.",
    ),
    Vormreden.GRENS: Tekst(
        "Het getal ligt buiten de grenzen. Verwacht: {verwacht}.",
        "The number is out of bounds. Expected: {verwacht_en}.",
    ),
    Vormreden.DATUM: Tekst(
        "Dit is geen bestaande datum. Verwacht: {verwacht}.",
        "This is not an existing date. Expected: {verwacht_en}.",
    ),
    Vormreden.TIJDSTIP: Tekst(
        "Dit is geen bestaand tijdstip. Verwacht: {verwacht}.",
        "This is not an existing point in time. Expected: {verwacht_en}.",
    ),
    Vormreden.AANTAL: Tekst(
        "De lijst is te kort of te lang. Verwacht: {verwacht}.",
        "The list is too short or too long. Expected: {verwacht_en}.",
    ),
    Vormreden.SOORT: Tekst(
        "De soort document is onbekend. Verwacht: {verwacht}.",
        "The kind of document is unknown. Expected: {verwacht_en}.",
    ),
    Vormreden.SCHEMA_VERSIE: Tekst(
        "De schemaversie is onbekend. Verwacht: {verwacht}.",
        "The schema version is unknown. Expected: {verwacht_en}.",
    ),
    Vormreden.RIJEN: Tekst(
        "Van deze rijen is geen document te maken. Nodig: {verwacht}.",
        "No document can be made of these rows. Needed: {verwacht_en}.",
    ),
}


@regel(
    code="GZ-INVOER-001",
    titel=Tekst(
        "De invoer is een JSON-document in UTF-8", "The input is one JSON document in UTF-8"
    ),
    soorten=("*",),
    bron=bronnen.JSON,
    velden=("",),
    redenen={reden.value: tekst for reden, tekst in _INVOER.items()},
    retourcodes=("0001",),
)
def invoer(_: "Werkblad") -> Resultaat:
    """Answer `voldaan`: a document that reaches the rules was read."""
    return VOLDAAN


@regel(
    code="GZ-VORM-001",
    titel=Tekst(
        "Het document heeft de vorm van zijn schema", "The document has the shape of its schema"
    ),
    soorten=("*",),
    bron=bronnen.SCHEMA,
    velden=("*",),
    redenen={reden.value: tekst for reden, tekst in _VORM.items()},
)
def vorm(_: "Werkblad") -> Resultaat:
    """Answer `voldaan`: a document that reaches the rules was structured."""
    return VOLDAAN


@regel(
    code="GZ-INVOER-002",
    titel=Tekst(
        "Van het document is iets inhoudelijks te beoordelen",
        "Something of substance can be judged of the document",
    ),
    soorten=("*",),
    versie=2,
    bron=bronnen.SCHEMA,
    velden=("",),
    redenen={
        "niets_beoordeeld": Tekst(
            "Geen enkele inhoudelijke regel was van toepassing, dus dit is geen goedkeuring. Vul "
            "het document aan met wat beoordeeld moet worden.",
            "No rule of substance applied, so this is no approval. Complete the document with what "
            "is to be judged.",
        )
    },
)
def inhoud(_: "Werkblad") -> Resultaat:
    """Answer `voldaan`; the pipeline answers otherwise when no rule of substance judged."""
    return VOLDAAN
