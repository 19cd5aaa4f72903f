"""A worksheet of a dossier in which something stands otherwise."""

import json
from typing import Any, Final

from geboortezorg import Context, load
from geboortezorg.regels.werkblad import Werkblad

Json = dict[str, Any]

WEG: Final = "weg"
"""Stands for a member that is left out."""


def met(document: Json, zet: Json | None = None, context: Context | None = None) -> Werkblad:
    """Return a worksheet of a document in which members stand otherwise, or are not there."""
    document, anders = json.loads(json.dumps([document, zet or {}]))  # no two parts are one
    for pad, waarde in anders.items():
        *delen, laatste = pad[1:].split("/")
        deel: Any = document
        for naam in delen:
            deel = deel[int(naam)] if isinstance(deel, list) else deel[naam]
        if waarde == WEG:
            del deel[laatste]
        else:
            deel[int(laatste) if isinstance(deel, list) else laatste] = waarde
    return Werkblad(load(document), "dossier", context or Context())
