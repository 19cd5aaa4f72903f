"""Dated tables: what may be declared, and what it may cost on a day.

``ingebouwd()`` gives the tables of this library; ``met_bestanden(ingebouwd(), "eigen.toml")``
adds your own. ``Tabellen.lookup`` answers with a source, or says that it does not know.
"""

from geboortezorg.tabellen.antwoord import (
    BekendTarief,
    Belemmering,
    BuitenLooptijd,
    GenoemdePrestatie,
    Gevonden,
    GevondenOpslag,
    Onbekend,
    Onbekendreden,
    Opzoeking,
    Opzoekstatus,
    Tabelrij,
)
from geboortezorg.tabellen.fout import Melding, TabelFout, Tabelreden
from geboortezorg.tabellen.ingebouwd import ingebouwd
from geboortezorg.tabellen.lader import lees_bestand, met_bestanden
from geboortezorg.tabellen.plausibiliteit import Sprong, sprongen
from geboortezorg.tabellen.proef import PROEFTABELLEN, proeftabellen
from geboortezorg.tabellen.tabellen import Tabellen
from geboortezorg.tabellen.uitvoer import als_documenten

__all__ = [
    "PROEFTABELLEN",
    "BekendTarief",
    "Belemmering",
    "BuitenLooptijd",
    "GenoemdePrestatie",
    "Gevonden",
    "GevondenOpslag",
    "Melding",
    "Onbekend",
    "Onbekendreden",
    "Opzoeking",
    "Opzoekstatus",
    "Sprong",
    "TabelFout",
    "Tabellen",
    "Tabelreden",
    "Tabelrij",
    "als_documenten",
    "ingebouwd",
    "lees_bestand",
    "met_bestanden",
    "proeftabellen",
    "sprongen",
]
