"""The documents that the relations are tried on: every published case, and every example."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

WORTEL = Path(__file__).parents[2]
Document = dict[str, Any]
Geval = tuple[str, Document, Document | None]
"""A name, a document, and the context to judge it in."""


MAP = WORTEL / "schemas" / "0.1" / "conformance"


def conformiteit() -> Iterator[dict[str, Any]]:
    """Return the published cases of the rules, on documents, with the code of the rule in each."""
    for pad in sorted(MAP.glob("GZ-*.json")):
        for geval in json.loads(pad.read_bytes())["gevallen"]:
            if isinstance(geval["document"], dict):
                yield {"code": pad.stem, **geval}


def _alle() -> Iterator[Geval]:
    for pad in sorted(MAP.glob("*.json")):
        inhoud = json.loads(pad.read_bytes())
        for geval in inhoud.get("gevallen", ()):
            yield f"{pad.stem}-{geval['naam']}", geval["document"], geval.get("context")
    for pad in sorted((WORTEL / "voorbeelden").glob("*/*.json")):
        yield f"voorbeeld-{pad.parent.name}-{pad.stem}", json.loads(pad.read_bytes()), None


def gevallen(*soorten: str) -> list[Geval]:
    """Return the cases of these kinds of document, each document once."""
    gezien: set[str] = set()
    uit: list[Geval] = []
    for naam, document, context in _alle():
        sleutel = json.dumps([document, context], sort_keys=True)
        if document.get("soort") in soorten and sleutel not in gezien:
            gezien.add(sleutel)
            uit.append((naam, document, context))
    return uit
