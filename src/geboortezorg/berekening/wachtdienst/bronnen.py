"""The sources of the norms for on-call duties, each described once."""

from datetime import date
from typing import Final

from geboortezorg.bron import Bron, Verificatie

TOESTAND: Final = date(2008, 10, 1)
"""Date of the text of the Arbeidstijdenwet that was read; before it no norm is known here."""


def arbeidstijdenwet(artikel: str) -> Bron:
    """Return the source of a part of the Arbeidstijdenwet."""
    return Bron(
        titel="Arbeidstijdenwet",
        verificatie=Verificatie.OFFICIEEL,
        artikel=artikel,
        url="https://wetten.overheid.nl/BWBR0007671",
        toestand=TOESTAND,
        toelichting=(
            "Gelezen in een openbare kopie, die voor dit artikel naar de toestand van 1-10-2008 "
            "verwijst; een latere wijziging is niet gezien. Voor consignatie noemt CNV Vakmensen "
            "later dezelfde getallen: 13 uur, 14 dagen, twee maal twee dagen, 11 en 14 uur."
        ),
    )


BEREIKBAARHEIDSDIENST: Final = Bron(
    titel="CNV Vakmensen, bereikbaarheidsdienst, consignatie en aanwezigheidsdienst",
    verificatie=Verificatie.SECUNDAIR,
    url=(
        "https://www.cnvvakmensen.nl/diensten/kennisbank/arbeidstijdenwet-bereikbaarheidsdienst-"
        "consignatie-en-aanwezigheidsdienst"
    ),
    toelichting=(
        "Hooguit 24 uur, alleen in de zorg en als de cao het regelt; wachttijd is geen arbeidstijd "
        "en een oproep telt als minstens een half uur. De overige grenzen van het "
        "Arbeidstijdenbesluit zijn niet gezien."
    ),
)

BEREIKBAARHEID_TUSSENTIJD: Final = Bron(
    titel=BEREIKBAARHEIDSDIENST.titel,
    verificatie=Verificatie.AFGELEID,
    url=BEREIKBAARHEIDSDIENST.url,
    toelichting="Niet gezien; aangenomen dat de tijd tussen twee oproepen telt als bij consignatie.",
)

AANWEZIGHEIDSDIENST: Final = Bron(
    titel="Arbeidstijdenbesluit",
    verificatie=Verificatie.OFFICIEEL,
    artikel="art. 1:2",
    toestand=date(2005, 6, 22),
    toelichting=(
        "Alleen de begripsbepaling is gezien: hooguit 24 aaneengesloten uren, op de arbeidsplaats. "
        "De overige grenzen zijn niet gezien."
    ),
)
