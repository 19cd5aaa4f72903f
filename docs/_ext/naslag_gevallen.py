"""Examples for the pages, taken from the published cases."""

import difflib
import json
from functools import cache
from pathlib import Path
from typing import Any

from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.regels.catalogus import Catalogusregel

GEVALLEN = Path(__file__).resolve().parents[2] / "schemas" / SCHEMA_VERSIE / "conformance"
_LANG = 4000
_NABIJ = 0.5
"""Part of a document that must be the same before what differs tells more than the whole."""


@cache
def gevallen(code: str) -> tuple[dict[str, Any], ...]:
    """Return the published cases of a rule."""
    pad = GEVALLEN / f"{code}.json"
    return tuple(json.loads(pad.read_bytes())["gevallen"]) if pad.exists() else ()


def als_json(waarde: Any) -> str:
    """Return a document as it is shown."""
    return json.dumps(waarde, indent=2, ensure_ascii=False)


def _kortste(code: str, *begin: str) -> dict[str, Any] | None:
    """Return the shortest case whose name has the first of these beginnings that any has."""
    for voor in begin:
        passend = [geval for geval in gevallen(code) if geval["naam"].startswith(voor)]
        if passend:
            return min(passend, key=lambda geval: len(als_json(geval["document"])))
    return None


def _velden(geval: dict[str, Any]) -> dict[str, Any]:
    return {
        "naam": geval["naam"],
        "toelichting": geval.get("toelichting", ""),
        "document": als_json(geval["document"]),
        "context": als_json(geval["context"]) if "context" in geval else "",
    }


def falend(regel: Catalogusregel) -> dict[str, Any] | None:
    """Return a case in which the rule finds something, with its findings; None without one."""
    geval = _kortste(regel.code, "ongeldig-", "onbeoordeeld-")
    if geval is None:
        return None
    teksten = {reden.reden: reden.tekst_en for reden in regel.redenen}
    bevindingen = [
        [f"`{b['pad'] or '/'}`", f"`{b['uitkomst']}`", teksten.get(b["reden"], "")]
        for b in geval["verwacht"]["bevindingen"]
        if b["code"] == regel.code
    ]
    return {**_velden(geval), "bevindingen": bevindingen}


def slagend(regel: Catalogusregel, fout: dict[str, Any] | None) -> dict[str, Any] | None:
    """Return the case that is right and most like the one that fails, as what differs in it."""
    goed = [geval for geval in gevallen(regel.code) if geval["naam"].startswith("geldig-")]
    if not goed:
        return None
    if fout is None:
        return {**_velden(min(goed, key=lambda g: len(als_json(g["document"])))), "verschil": ""}
    was = fout["document"].splitlines()

    def gelijkenis(geval: dict[str, Any]) -> float:
        return difflib.SequenceMatcher(None, was, als_json(geval["document"]).splitlines()).ratio()

    velden = _velden(max(goed, key=gelijkenis))
    wordt = velden["document"].splitlines()
    verschil = ""
    if difflib.SequenceMatcher(None, was, wordt).ratio() > _NABIJ:
        delen = list(difflib.unified_diff(was, wordt, lineterm="", n=2))[2:]
        verschil = "\n".join(deel for deel in delen if not deel.startswith("@@"))
    return {**velden, "verschil": verschil}


@cache
def voorbeelden() -> dict[str, dict[str, Any]]:
    """Return a valid case of every kind of document, where there is one."""
    uit: dict[str, dict[str, Any]] = {}
    for pad in sorted(GEVALLEN.glob("GZ-*.json")):
        for geval in gevallen(pad.stem):
            document = geval["document"]
            soort = document.get("soort")
            if not isinstance(soort, str) or not geval["naam"].startswith("geldig-"):
                continue
            # The longest that still fits on a page shows most.
            lengte = len(json.dumps(document))
            if lengte <= _LANG and lengte > len(json.dumps(uit.get(soort, ""))):
                uit[soort] = document
    return uit
