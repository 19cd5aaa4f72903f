"""The rules that the pipeline answers: can it be read, has it the right shape, was it judged."""

from typing import TYPE_CHECKING, Final

from geboortezorg.convert import Vormreden
from geboortezorg.convert.invoerfout import TEKSTEN
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import VOLDAAN, Resultaat, Tekst, regel

if TYPE_CHECKING:
    from geboortezorg.regels.werkblad import Werkblad

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
        "De waarde is van een ander type. Verwacht: {verwacht}.",
        "The value is of another type. Expected: {verwacht_en}.",
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
        "De soort document is onbekend, of hier niet gevraagd. Verwacht: {verwacht}.",
        "The kind of document is unknown, or not what is asked for here. Expected: {verwacht_en}.",
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
    redenen={reden.value: tekst for reden, tekst in TEKSTEN.items()},
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


CODES: Final = frozenset({invoer.code, vorm.code, inhoud.code})
"""Rules that every document which reaches the rules satisfies, without their being run."""
