"""A made-up year of which the tables are known, and messages in it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.tabellen.rijen import lijst, maak, maak_prestatie, rij, tabel

from geboortezorg import Context
from geboortezorg.model.prestatie import Eenheid, Regime

from .berichten import bericht

TABELLEN = maak(
    lijst(
        *(
            maak_prestatie(
                naam,
                regime=Regime.VERLOSKUNDE,
                eenheid=eenheid,
                code=code,
                prestatielijst_code=lijstcode,
            )
            for naam, code, lijstcode, eenheid in (
                ("zorg", "9901", "032", Eenheid.CONSULT),
                ("uur", "9902", "032", Eenheid.UUR),
                ("lijstloos", "9903", None, Eenheid.CONSULT),
            )
        )
    ),
    tabel(
        "t",
        rij("zorg", 1000, eenheid=Eenheid.CONSULT),
        rij("uur", 1000),
        rij("lijstloos", 1000, eenheid=Eenheid.CONSULT),
        regime=Regime.VERLOSKUNDE,
    ),
)
CONTEXT = Context(
    tabellen=TABELLEN,
    beoordelingsdatum=date(2030, 3, 1),
    eerdere_factuurnummers_volledig=True,
)
KOP: Mapping[str, Any] = {
    "begindatum_periode": "20300101",
    "einddatum_periode": "20300131",
    "factuurdatum": "20300201",
}
DECLARATIEREGEL: Mapping[str, Any] = {
    "begindatum_prestatie": "20300107",
    "einddatum_prestatie": "20300107",
    "prestatiecode": "9901",
    "tarief": 1000,
    "berekend_bedrag": 1000,
    "declaratiebedrag": 1000,
}


def declaratieregel(nummer: int = 1, **anders: Any) -> dict[str, Any]:
    """Return one prestatie, on a day and with a reference of its own."""
    dag = f"203001{nummer:02}"
    eigen = {
        "begindatum_prestatie": dag,
        "einddatum_prestatie": dag,
        "referentienummer": f"R-{nummer}",
    }
    return {**DECLARATIEREGEL, **eigen, **anders}


def duur(nummer: int = 1) -> dict[str, Any]:
    """Return a prestatie above its maximum."""
    return declaratieregel(nummer, tarief=2000, berekend_bedrag=2000, declaratiebedrag=2000)


def goed(*declaratieregels: Mapping[str, Any], **kop: Any) -> list[str]:
    """Return a message in that year."""
    return bericht(*(declaratieregels or (declaratieregel(),)), **{**KOP, **kop})
