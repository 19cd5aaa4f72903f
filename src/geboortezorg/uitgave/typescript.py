"""The tariffs as the package for JavaScript has them: every answer, on the stretch of days it holds.

A lookup there only finds the stretch, so that it says what a lookup here says.
"""

from collections.abc import Mapping
from typing import Any, Final

from geboortezorg.bron import Verificatie
from geboortezorg.tabellen import Tabellen, shipped
from geboortezorg.tabellen.alsjson import als_json

PAD: Final = "typescript/tarieven.json"
_VAN_PRESTATIE: Final = ("prestatie_id", "code", "omschrijving", "omschrijving_en", "regime")
_GEDEELD: Final = {"bron": "bronnen", "tariefbeschikking": "tariefbeschikkingen"}


def tarieven(tabellen: Tabellen | None = None) -> dict[str, Any]:
    """Return every prestatie of the tables that ship, or of `tabellen`, with all that is known.

    A source and a decision stand once, and are named by their position.
    """
    bron = shipped() if tabellen is None else tabellen
    delen: dict[str, list[Any]] = {naam: [] for naam in _GEDEELD.values()}
    prestaties = []
    for prestatie in bron.prestaties:
        antwoorden = [
            (vanaf.isoformat(), als_json(antwoord, vanaf, Verificatie.BEVESTIGD))
            for vanaf, antwoord in bron.stretches(prestatie.prestatie_id)
        ]
        eerste = antwoorden[0][1]
        gegevens: dict[str, Any] = {n: eerste[n] for n in _VAN_PRESTATIE if n in eerste}
        gegevens["stukken"] = [{"vanaf": dag, **_stuk(a, delen)} for dag, a in antwoorden]
        prestaties.append(gegevens)
    return {**delen, "prestaties": prestaties}


def _stuk(antwoord: Mapping[str, Any], delen: Mapping[str, list[Any]]) -> dict[str, Any]:
    uit = {k: waarde for k, waarde in antwoord.items() if k not in {"op", *_VAN_PRESTATIE}}
    for naam in _GEDEELD.keys() & uit.keys():
        deel = delen[_GEDEELD[naam]]
        if uit[naam] not in deel:
            deel.append(uit[naam])
        uit[naam] = deel.index(uit[naam])
    return uit
