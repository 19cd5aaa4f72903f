"""FHIR: maternity records of STU3 into dossiers, one way; a little of R4 out."""

from geboortezorg.fhir.declaratie import schrijf_declaratie
from geboortezorg.fhir.lezen import lees, ontleed_resources
from geboortezorg.fhir.schrijven import schrijf_organisatie
from geboortezorg.fhir.teksten import TEKSTEN
from geboortezorg.fhir.uitkomst import Leesuitkomst, Reden, ZonderPlaats
from geboortezorg.fhir.weggelaten import weggelaten

__all__ = [
    "TEKSTEN",
    "Leesuitkomst",
    "Reden",
    "ZonderPlaats",
    "lees",
    "ontleed_resources",
    "schrijf_declaratie",
    "schrijf_organisatie",
    "weggelaten",
]
