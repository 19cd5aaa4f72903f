"""Documents for the tests of the doors, and what every door must say of them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

MAP: Final = Path(__file__).parents[2] / "schemas" / "0.1" / "conformance"

GOED: Final[dict[str, Any]] = {
    "soort": "dossier",
    "schema_versie": "0.1",
    "referentie": "pseudoniem-1",
    "zwangerschap": {"a_terme_datum": "2023-05-10", "datum_einde": "2023-05-02"},
}
"""A dossier that is akkoord."""


def gevallen() -> Iterator[dict[str, Any]]:
    """Yield every conformance case of a rule."""
    for bestand in sorted(MAP.glob("GZ-*.json")):
        yield from json.loads(bestand.read_bytes())["gevallen"]


def als_bytes(document: object) -> bytes:
    """Return a document as a client would send it."""
    return json.dumps(document, ensure_ascii=False).encode()
