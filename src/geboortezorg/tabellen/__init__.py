"""Dated tables: what may be declared, and what it may cost on a day.

``shipped()`` gives the tables of this library; ``with_files(shipped(), "eigen.toml")``
adds your own. ``Tabellen.lookup`` answers with a source, or says that it does not know.
"""

from typing import TYPE_CHECKING, Final

from geboortezorg import lui
from geboortezorg.tabellen.antwoord import (
    Antwoordstatus,
    BekendTarief,
    Belemmering,
    BuitenLooptijd,
    GenoemdePrestatie,
    Gevonden,
    GevondenOpslag,
    Onbekend,
    Onbekendreden,
    Tabelrij,
    Tariefantwoord,
)
from geboortezorg.tabellen.fout import Melding, TabelFout, Tabelreden
from geboortezorg.tabellen.shipped import shipped, tarief
from geboortezorg.tabellen.tabellen import Tabellen

if TYPE_CHECKING:
    from geboortezorg.tabellen.cijfers import Cijfers
    from geboortezorg.tabellen.lader import read_file, with_files
    from geboortezorg.tabellen.plausibiliteit import Sprong, ontbrekend, sprongen, stappen
    from geboortezorg.tabellen.proef import PROEFNORMEN, PROEFTABELLEN, proeftabellen
    from geboortezorg.tabellen.sjabloon import template_csv, template_toml
    from geboortezorg.tabellen.uitvoer import as_documents

__all__ = [
    "PROEFNORMEN",
    "PROEFTABELLEN",
    "Antwoordstatus",
    "BekendTarief",
    "Belemmering",
    "BuitenLooptijd",
    "Cijfers",
    "GenoemdePrestatie",
    "Gevonden",
    "GevondenOpslag",
    "Melding",
    "Onbekend",
    "Onbekendreden",
    "Sprong",
    "TabelFout",
    "Tabellen",
    "Tabelreden",
    "Tabelrij",
    "Tariefantwoord",
    "as_documents",
    "ontbrekend",
    "proeftabellen",
    "read_file",
    "shipped",
    "sprongen",
    "stappen",
    "tarief",
    "template_csv",
    "template_toml",
    "with_files",
]

_WAAR: Final = {
    ".cijfers": "Cijfers",
    ".lader": "read_file with_files",
    ".plausibiliteit": "Sprong ontbrekend sprongen stappen",
    ".proef": "PROEFNORMEN PROEFTABELLEN proeftabellen",
    ".sjabloon": "template_csv template_toml",
    ".uitvoer": "as_documents",
}

__getattr__, __dir__ = lui.namen(__name__, _WAAR)
