"""Reference library for the organisation and funding of Dutch maternity care.

Importing this package does no work: every name below is fetched when it is first used.
"""

from typing import TYPE_CHECKING, Final

from geboortezorg import lui
from geboortezorg._versie import SCHEMA_VERSIE, __version__

if TYPE_CHECKING:
    from geboortezorg.convert import converter, dump
    from geboortezorg.rapport import Bevinding, Ernst, Oordeel, Rapport, Uitkomst
    from geboortezorg.regels.context import Context
    from geboortezorg.tabellen import tarief
    from geboortezorg.validation import OngeldigDocument, load, validate

__all__ = [
    "SCHEMA_VERSIE",
    "Bevinding",
    "Context",
    "Ernst",
    "OngeldigDocument",
    "Oordeel",
    "Rapport",
    "Uitkomst",
    "__version__",
    "converter",
    "dump",
    "load",
    "tarief",
    "validate",
]

_WAAR: Final = {
    ".bevinding": "Bevinding Ernst Oordeel Uitkomst",
    ".convert": "converter dump",
    ".rapport": "Rapport",
    ".regels.context": "Context",
    ".tabellen": "tarief",
    ".validation": "OngeldigDocument load validate",
}

__getattr__, __dir__ = lui.namen(__name__, _WAAR)
