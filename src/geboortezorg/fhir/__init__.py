"""FHIR: maternity records of STU3 into dossiers, one way."""

from geboortezorg.fhir.lezen import lees, ontleed_resources
from geboortezorg.fhir.teksten import TEKSTEN
from geboortezorg.fhir.uitkomst import Leesuitkomst, Reden, ZonderPlaats

__all__ = ["TEKSTEN", "Leesuitkomst", "Reden", "ZonderPlaats", "lees", "ontleed_resources"]
