"""One page per schema: its fields, an example, and the rules that judge such a document."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from naslag_documenten import klasse_link, veldtabel
from opmaak import tabel

from geboortezorg import schema
from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels.register import PER_SOORT
from geboortezorg.vorm import klassen

GEVALLEN = Path(__file__).resolve().parents[2] / "schemas" / SCHEMA_VERSIE / "conformance"
_LANG = 4000


@cache
def _voorbeelden() -> dict[str, dict[str, Any]]:
    """Return a valid case of every kind of document, where there is one."""
    uit: dict[str, dict[str, Any]] = {}
    for bestand in sorted(GEVALLEN.glob("GZ-*.json")):
        for geval in json.loads(bestand.read_bytes())["gevallen"]:
            document = geval["document"]
            soort = document.get("soort")
            if not geval["naam"].startswith("geldig-") or soort not in DOCUMENTEN:
                continue
            # The longest that still fits on a page shows most.
            lengte = len(json.dumps(document))
            if lengte <= _LANG and lengte > len(json.dumps(uit.get(soort, ""))):
                uit[soort] = document
    return uit


def schema_bladzijde(soort: str) -> str:
    """Return the page of one schema."""
    klasse = DOCUMENTEN[soort]
    rij = next(r for r in schema.index()["schemas"] if r["naam"] == soort)
    feiten = [
        ("`$id`", f"`{rij['$id']}`"),
        ("Version", rij["versie"]),
        ("Status", f"`{rij['status']}`"),
        ("File", f"`schemas/{rij['pad']}`"),
        ("sha256", f"`{rij['sha256']}`"),
    ]
    delen = [
        f"# {soort}\n",
        schema.get(soort)["description"] + "\n",
        tabel(["About", "This schema"], feiten),
        "## Fields\n",
        "Beside `soort` and `schema_versie`, which every document has.\n",
        veldtabel(klasse),
        "Its parts: " + ", ".join(klasse_link(deel) for deel in klassen(klasse)[1:]) + ".\n"
        if klassen(klasse)[1:]
        else "",
        "## Rules\n",
        *(f"- [{r.code}](#{r.code.lower()}): {r.titel.en}" for r in PER_SOORT[soort]),
        "",
    ]
    voorbeeld = _voorbeelden().get(soort)
    if voorbeeld is not None:
        tekst = json.dumps(voorbeeld, indent=2, ensure_ascii=False)
        delen.append(f"## Example\n\nMade up.\n\n```json\n{tekst}\n```\n")
    return "\n".join(delen)


def schemas_bladzijde() -> str:
    """Return the overview of the schemas."""
    rijen = (
        [
            f"[{rij['naam']}](schema-{rij['naam']}.md)"
            if rij["naam"] in DOCUMENTEN
            else f"`{rij['naam']}`",
            rij["versie"],
            f"`{rij['status']}`",
            schema.get(rij["naam"])["description"].split("\n")[0],
        ]
        for rij in schema.index()["schemas"]
    )
    return (
        "# Schemas\n\nEvery kind of document has a self-contained JSON Schema (draft 2020-12). How to "
        "use them from [other languages](/how-to/andere-talen.md), and what a "
        "[version](/uitleg/versies.md) promises. An `$id` is an identifier; it does not resolve.\n\n"
        + tabel(["Schema", "Version", "Status", "What it is"], rijen)
        + "\n```{toctree}\n:hidden:\n\n"
        + "\n".join(f"schema-{soort}" for soort in DOCUMENTEN)
        + "\n```\n"
    )
