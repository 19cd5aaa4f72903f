"""Layouts of messages: held to what whoever reads a message by one holds it to."""

from typing import Final

from geboortezorg.model.ei import EIIndeling
from geboortezorg.regels import bronnen
from geboortezorg.regels.regel import Resultaat, Tekst, breuk, regel, uitslag
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen.indelingcontrole import gebreken

_VELD: Final = "/records/*/velden/*"


@regel(
    code="GZ-INDELING-001",
    versie=3,
    titel=Tekst(
        "Een indeling beschrijft elk record van begin tot einde",
        "A layout describes every record from begin to end",
    ),
    soorten=("ei_indeling",),
    bron=bronnen.SCHEMA,
    velden=(
        "/records",
        "/records/*/velden",
        *(f"{_VELD}/{naam}" for naam in ("begin", "einde", "inhoud", "veldtype", "codes")),
    ),
    redenen={
        "klopt_niet": Tekst(
            "Met deze indeling is geen bericht te lezen. Velden sluiten op elkaar aan, vullen het "
            "record, en hebben de lengte en de soort van hun inhoud, naam en codes; namen en "
            "recordrollen staan er een keer, het recordkenmerk vooraan, en voorloop, prestatie en "
            "sluit zijn er. Verbeter dit.",
            "No message can be read by this layout. Fields follow each other, fill the record, and "
            "have the length and the kind of their content, name and codes; names and recordrollen "
            "stand there once, the recordkenmerk first, and voorloop, prestatie and sluit are "
            "there. Correct this.",
        )
    },
)
def beschrijft_elk_record(w: Werkblad) -> Resultaat:
    """The same checks as those of a layout by which a message is read."""
    meldingen = [
        breuk("".join(f"/{deel}" for deel in pad), "klopt_niet")
        for _, pad in gebreken(w.als(EIIndeling))
    ]
    return uitslag(meldingen, van_toepassing=True)
