"""What a schema says beside validity, in a file of its own: Dutch texts, units, personal data.

A strict validator refuses keywords that it does not know, so a published schema has none. Here
they are taken out and put back: by place, as a JSON Pointer into the schema.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

TREFWOORDEN: Final = {
    "format": "formaat",
    "x-titel-en": "titel_en",
    "x-titel-nl": "titel_nl",
    "x-omschrijving-nl": "omschrijving_nl",
    "x-eenheid": "eenheid",
    "x-persoonsgegeven": "persoonsgegeven",
    "x-bron": "bron",
    "x-enum-varnames": "namen",
}
"""The keywords that are taken out, and the member of a toelichting that each becomes."""


def splits(schema: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a schema as it is published, and its toelichting."""
    kaal = _kopie(schema)
    plaatsen = {}
    for pad, deel in _delen(kaal):
        gevonden = {naam: deel.pop(k) for k, naam in TREFWOORDEN.items() if k in deel}
        if gevonden:
            plaatsen[pad] = gevonden
    return kaal, {"schema": schema["$id"], "plaatsen": plaatsen}


def voeg_samen(schema: Mapping[str, Any], toelichting: Mapping[str, Any]) -> dict[str, Any]:
    """Return a schema with its toelichting as keywords; what fits nowhere is left out."""
    uit: dict[str, Any] = _kopie(schema)
    plaatsen = toelichting.get("plaatsen")
    if isinstance(plaatsen, dict):
        for pad, deel in _delen(uit):
            gevonden = plaatsen.get(pad)
            if isinstance(gevonden, dict):
                deel.update({k: gevonden[n] for k, n in TREFWOORDEN.items() if n in gevonden})
    return uit


def _kopie(deel: Any) -> Any:
    """Return a copy in which every object is one of its own."""
    if isinstance(deel, Mapping):
        return {sleutel: _kopie(waarde) for sleutel, waarde in deel.items()}
    return [_kopie(waarde) for waarde in deel] if isinstance(deel, list) else deel


def _delen(deel: Any, pad: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every place of a schema that can be explained, by its JSON Pointer."""
    if not isinstance(deel, dict):
        return
    yield pad, deel
    for sleutel in ("properties", "$defs"):
        leden = deel.get(sleutel)
        for naam, lid in leden.items() if isinstance(leden, dict) else ():
            yield from _delen(lid, f"{pad}/{sleutel}/{segment(naam)}")
    yield from _delen(deel.get("items"), f"{pad}/items")


def segment(naam: str) -> str:
    """Return a name as a segment of a JSON Pointer."""
    return naam.replace("~", "~0").replace("/", "~1")
