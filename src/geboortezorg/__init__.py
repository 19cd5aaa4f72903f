"""Reference library for the organisation and funding of Dutch maternity care.

Importing this package does no work: every name below is fetched when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

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
    "Bevinding": "geboortezorg.bevinding",
    "Context": "geboortezorg.regels.context",
    "Ernst": "geboortezorg.bevinding",
    "OngeldigDocument": "geboortezorg.validation",
    "Oordeel": "geboortezorg.bevinding",
    "Rapport": "geboortezorg.rapport",
    "Uitkomst": "geboortezorg.bevinding",
    "converter": "geboortezorg.convert",
    "dump": "geboortezorg.convert",
    "load": "geboortezorg.validation",
    "tarief": "geboortezorg.tabellen",
    "validate": "geboortezorg.validation",
}


def __getattr__(naam: str) -> Any:
    """Fetch a public name from its module on first use."""
    if naam not in _WAAR:
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    waarde = getattr(import_module(_WAAR[naam]), naam)
    globals()[naam] = waarde
    return waarde


def __dir__() -> list[str]:
    """List the public names, also those not fetched yet."""
    return sorted({*globals(), *__all__})
