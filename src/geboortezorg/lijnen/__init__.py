"""Flat lines: one row a line, made into documents through a koppeling, judged, and led back.

:func:`load_mapping` reads a koppeling, :func:`validate_rows` gives the report on every document
that the rows make. A finding leads back to its row and column.
"""

from geboortezorg.convert.plaatsen import Rijplaats
from geboortezorg.lijnen.bron import Onleesbaar
from geboortezorg.lijnen.fout import Gebrek, KoppelingFout, Opslagfout
from geboortezorg.lijnen.koppeling import Koppeling, load_mapping
from geboortezorg.lijnen.oordeel import (
    Beoordeeld,
    Rijenbron,
    assemble_rows,
    column_titles,
    row_findings,
    validate_rows,
)
from geboortezorg.lijnen.proef import Proef, Proeffout, try_rows
from geboortezorg.lijnen.samenstelling import Samengesteld
from geboortezorg.lijnen.sjabloon import template_mapping

__all__ = [
    "Beoordeeld",
    "Gebrek",
    "Koppeling",
    "KoppelingFout",
    "Onleesbaar",
    "Opslagfout",
    "Proef",
    "Proeffout",
    "Rijenbron",
    "Rijplaats",
    "Samengesteld",
    "assemble_rows",
    "column_titles",
    "load_mapping",
    "row_findings",
    "template_mapping",
    "try_rows",
    "validate_rows",
]
