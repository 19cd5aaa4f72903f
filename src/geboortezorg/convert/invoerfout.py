"""Why an input cannot be read as JSON, and what to do about it."""

from enum import StrEnum
from typing import Any, Final

from geboortezorg.tekst import TEKSTPLAATS, Tekst, TekstFout

MAX_BYTES: Final = 32 * 1024 * 1024
"""Largest document that is read: 32 MiB. Larger sets belong in NDJSON, one document a line."""

_MIB: Final = MAX_BYTES >> 20


class Invoerreden(StrEnum):
    """Why the input could not be read as JSON."""

    LEEG = "leeg"
    TE_GROOT = "te_groot"
    CODERING = "codering"
    BOM = "bom"
    PAD = "pad"
    GEEN_JSON = "geen_json"
    DUBBEL_VELD = "dubbel_veld"
    GEEN_GETAL = "geen_getal"
    GETAL_TE_LANG = "getal_te_lang"
    SURROGAAT = "surrogaat"
    TE_DIEP = "te_diep"
    ONLEESBAAR = "onleesbaar"
    """There are no bytes to read: for those who read files. Never found in the bytes themselves."""
    RIJ_CELLEN = "rij_cellen"
    """A row of a flat file has another number of cells than its header; and so for the next two."""
    RIJ_CSV = "rij_csv"
    RIJ_GROEP = "rij_groep"


TEKSTEN: Final = {
    Invoerreden.LEEG: Tekst(
        "De invoer is leeg. Lever een JSON-document aan.",
        "The input is empty. Supply one JSON document.",
    ),
    Invoerreden.TE_GROOT: Tekst(
        f"De invoer is te groot: een document is hooguit {_MIB} MiB. Lever documenten los aan, of "
        "als NDJSON.",
        f"The input is too large: a document is at most {_MIB} MiB. Supply documents one by one, or "
        "as NDJSON.",
    ),
    Invoerreden.CODERING: Tekst(
        "De invoer is geen UTF-8. Sla het document op als UTF-8.",
        "The input is not UTF-8. Save the document as UTF-8.",
    ),
    Invoerreden.BOM: Tekst(
        "De invoer begint met een byte order mark. Sla het document op zonder BOM.",
        "The input starts with a byte order mark. Save the document without a BOM.",
    ),
    Invoerreden.PAD: Tekst(
        "De invoer is een bestandsnaam, geen document. Lever de inhoud van het bestand aan.",
        "The input is the name of a file, no document. Supply the content of the file.",
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

_PLAATS: Final = Tekst(f"{TEKSTPLAATS.nl}: {{wat}}", f"{TEKSTPLAATS.en}: {{wat}}")


class Invoerfout(TekstFout):
    """The input is not one JSON value in UTF-8. `tekstregel` and `kolom` count from 1 when known."""

    def __init__(self, reden: Invoerreden, tekstregel: int | None = None, kolom: int | None = None):
        self.reden = reden
        self.tekstregel = tekstregel
        self.kolom = kolom
        tekst = TEKSTEN[reden]
        if tekstregel is None or kolom is None:
            super().__init__(tekst)
        else:
            super().__init__(_PLAATS, nummer=tekstregel, kolom=kolom, wat=tekst)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by its three facts, so that it survives a process boundary."""
        return type(self), (self.reden, self.tekstregel, self.kolom)
