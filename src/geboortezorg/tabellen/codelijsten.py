"""The lists of codes that ship with this library: what a return code of an insurer means."""

from functools import cache
from typing import Final

from geboortezorg.model.codelijst import Codebetekenis, Codelijst
from geboortezorg.tabellen import pakket
from geboortezorg.tekst import SleutelFout, Tekst

_GEEN_LIJST: Final = Tekst(
    "er is geen codelijst met deze naam; laat de naam weg voor die van de retourcodes",
    "there is no list of codes with this name; leave the name out for that of the return codes",
)


@cache
def codelijst(naam: str = "cod954") -> Codelijst:
    """Return a list of codes by its name. Raises KeyError when no such list ships."""
    for lijst in pakket.modellen("codelijsten"):
        if lijst.naam == naam:
            gevonden: Codelijst = lijst
            return gevonden
    raise SleutelFout(_GEEN_LIJST)


def retourcode(code: str) -> Codebetekenis | None:
    """Return the meaning of a Vektis return code (COD954); None when it was not seen."""
    for kandidaat in codelijst().codes:
        if kandidaat.code == code:
            return kandidaat
    return None
