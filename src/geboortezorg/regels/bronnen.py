"""The sources that several rules rest on, each described once."""

from typing import Final

from geboortezorg.berekening.samenwerking import bronnen as vsvbronnen
from geboortezorg.bevroren import anders
from geboortezorg.bron import Bron
from geboortezorg.tabellen.bronnen import bron

kamerbrief: Final = vsvbronnen.kamerbrief
"""Returns the source of one concept (K1 to K25) of the letter of 1 April 2026."""


def wmg(artikel: str) -> Bron:
    """Return the source of an article of the Wet marktordening gezondheidszorg."""
    return anders(bron("wmg"), artikel=artikel)


SCHEMA: Final = bron("schema")

JSON: Final = bron("json")

EI_FORMAAT: Final = bron("ei-formaat")

COD954: Final = bron("cod954")

BSN_VORM: Final = bron("bsn-vorm")

KNOV_PEILDATA: Final = bron("knov-peildata")

NZA_PRENATAAL: Final = bron("nza-prenataal")

BELEIDSREGEL_VERLOSKUNDE_2017: Final = bron("beleidsregel-verloskunde-2017")

KRAAMZORG_2010: Final = bron("kraamzorg-2010")

KRAAMZORG_INSCHRIJVING: Final = bron("kraamzorg-inschrijving")

MAX_MAX_VERLOSKUNDE: Final = bron("max-max-verloskunde")

NZA_REGISTREREN: Final = bron("nza-registreren")

AGB_ZORGSOORTEN: Final = bron("agb-zorgsoorten")

IBAN: Final = bron("iban")

POSTCODE: Final = bron("postcode")

PRESTATIELIJST: Final = bron("prestatielijst")
