"""Messages of the EI standards of Vektis: fixed positions, one record a line.

A layout is data. VK301 and VK302 version 2.2 ship; any other is a document of soort `ei_indeling`
that a user supplies, with the same checks. No fault holds a value of the message.
"""

from geboortezorg.ei.aanvulling import (
    Aanvulling,
    Recordaanvulling,
    Startdatum,
    Veldwaarde,
    lees_aanvulling,
)
from geboortezorg.ei.fout import EIFout, EIReden
from geboortezorg.ei.indeling import Indeling, Recordvorm, indelingen, lees_indeling
from geboortezorg.ei.lezer import lees
from geboortezorg.ei.namen import Veldnaam
from geboortezorg.ei.oordeel import Berichtbevinding, Berichtoordeel, beoordeel
from geboortezorg.ei.record import Record
from geboortezorg.ei.retour import GeenRetour, Retour, retour
from geboortezorg.ei.schrijver import Geschreven, aanvulling_van, schrijf
from geboortezorg.ei.stroom import CODERINGEN
from geboortezorg.ei.vertaling import Vertaling, vertaal

__all__ = [
    "CODERINGEN",
    "Aanvulling",
    "Berichtbevinding",
    "Berichtoordeel",
    "EIFout",
    "EIReden",
    "GeenRetour",
    "Geschreven",
    "Indeling",
    "Record",
    "Recordaanvulling",
    "Recordvorm",
    "Retour",
    "Startdatum",
    "Veldnaam",
    "Veldwaarde",
    "Vertaling",
    "aanvulling_van",
    "beoordeel",
    "indelingen",
    "lees",
    "lees_aanvulling",
    "lees_indeling",
    "retour",
    "schrijf",
    "vertaal",
]
