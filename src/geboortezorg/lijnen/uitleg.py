"""What each key of a koppeling says: for its schema, its template and its page."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from geboortezorg.tekst import Tekst

GEHEEL: Final = Tekst(
    "Welke kolom van een plat bestand welk veld van een document vult.",
    "Which column of a flat file fills which member of a document.",
)

SLEUTEL: Final[Mapping[str, Tekst]] = MappingProxyType(
    {
        "soort": Tekst("Soort document.", "Kind of document."),
        "schema_versie": Tekst(
            "Versie van het schema dat de documenten volgen.",
            "Version of the schema that the documents follow.",
        ),
        "document_soort": Tekst(
            "Wat de rijen van een groep worden.", "What the rows of one group become."
        ),
        "groep": Tekst(
            "Titels van de kolommen die samen zeggen bij welk document een rij hoort.",
            "Titles of the columns that together say to which document a row belongs.",
        ),
        "kolommen": Tekst(
            "Voor elk veld de titel van zijn kolom; een bedrag in euro heeft zijn naam op _euro.",
            "For each member the title of its column; an amount in euros is named with _euro.",
        ),
        "vast": Tekst(
            "Velden die in elk document hetzelfde zijn.",
            "Members that are the same in every document.",
        ),
        "waarden": Tekst(
            "Voor een veld, wat een cel betekent.", "For a member, what a cell means."
        ),
        "datumvormen": Tekst(
            "Voor een datum die anders geschreven is, haar vorm.",
            "For a date that is written in another way, its form.",
        ),
        "sleutels": Tekst(
            "Voor een lijst, de titels van de kolommen waaraan rijen van hetzelfde deel te "
            "herkennen zijn.",
            "For a list, the titles of the columns by which rows are of the same item.",
        ),
        "datumvorm": Tekst("Hoe datums geschreven zijn.", "How dates are written."),
        "decimaalteken": Tekst(
            "Wat de centen scheidt; het andere teken staat dan tussen duizendtallen.",
            "What stands before the cents; the other sign then stands between thousands.",
        ),
        "lijstteken": Tekst(
            "Wat tussen meer waarden in een cel staat.",
            "What stands between several values in one cell.",
        ),
        "gesorteerd": Tekst(
            "Of de rijen van elk document bij elkaar staan, zodat geen rij hoeft te wachten.",
            "Whether the rows of each document stand together, so that no row has to wait.",
        ),
        "scheidingsteken": Tekst("Wat tussen cellen staat.", "What stands between cells."),
        "aanhalingsteken": Tekst("Wat om een cel kan staan.", "What can stand around a cell."),
        "codering": Tekst("De codering van het bestand.", "The encoding of the file."),
        "kopregel": Tekst(
            "De rij met de titels van de kolommen.", "The row with the titles of the columns."
        ),
    }
)
