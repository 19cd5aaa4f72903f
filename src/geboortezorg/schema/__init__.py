"""The JSON Schemas of the documents: get them, run them, compare two versions of them.

Importing this costs nothing: files are read and jsonschema is imported on first use. The modules
below this one are private.
"""

from typing import TYPE_CHECKING

from geboortezorg import lui
from geboortezorg.schema.register import (
    BASIS,
    OnbekendSchema,
    catalogus,
    catalogusregel,
    get,
    index,
    openapi,
    tekst,
    toelichting,
)
from geboortezorg.schema.vergelijking import Richting, Vergelijking, Verschil, vergelijk

if TYPE_CHECKING:
    from geboortezorg.schema.validatie import registry, validator

__all__ = [
    "BASIS",
    "OnbekendSchema",
    "Richting",
    "Vergelijking",
    "Verschil",
    "catalogus",
    "catalogusregel",
    "get",
    "index",
    "openapi",
    "registry",
    "tekst",
    "toelichting",
    "validator",
    "vergelijk",
]

__getattr__, __dir__ = lui.namen(__name__, {".validatie": "registry validator"})
