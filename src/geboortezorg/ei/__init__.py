"""Messages of the EI standards of Vektis: fixed positions, one record a line.

A layout is data. VK301 and VK302 version 2.2 ship; any other is a document of soort `ei_indeling`
that a user supplies, with the same checks. No fault holds a value of the message.
"""

from geboortezorg.ei.fout import EIFout, EIReden
from geboortezorg.ei.indeling import Indeling, Recordvorm, indelingen, lees_indeling
from geboortezorg.ei.lezer import lees
from geboortezorg.ei.namen import Veldnaam
from geboortezorg.ei.record import Record
from geboortezorg.ei.stroom import CODERINGEN

__all__ = [
    "CODERINGEN",
    "EIFout",
    "EIReden",
    "Indeling",
    "Record",
    "Recordvorm",
    "Veldnaam",
    "indelingen",
    "lees",
    "lees_indeling",
]
