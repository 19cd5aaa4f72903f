"""Flat tables of plain values: findings, tariffs, rules and figures, for who works with data.

Every function returns an :class:`~geboortezorg.tabulair.overzicht.Overzicht`: typed rows, with columns in a fixed order that each
say what they hold. It gives records, columns, CSV, and with the extra ``data`` an Arrow table,
which pandas, Polars and DuckDB read.
"""

from geboortezorg.tabulair.opzoektabellen import (
    CijferRij,
    PrestatieRij,
    TabelRij,
    TariefRij,
    cijferrijen,
    prestatierijen,
    tabelrijen,
    tariefrijen,
)
from geboortezorg.tabulair.overzicht import Kolom, Overzicht, Waarde
from geboortezorg.tabulair.rapporten import (
    BevindingRij,
    RapportRij,
    bevindingrijen,
    rapportrijen,
)
from geboortezorg.tabulair.regels import RegelRij, regelrijen

__all__ = [
    "BevindingRij",
    "CijferRij",
    "Kolom",
    "Overzicht",
    "PrestatieRij",
    "RapportRij",
    "RegelRij",
    "TabelRij",
    "TariefRij",
    "Waarde",
    "bevindingrijen",
    "cijferrijen",
    "prestatierijen",
    "rapportrijen",
    "regelrijen",
    "tabelrijen",
    "tariefrijen",
]
