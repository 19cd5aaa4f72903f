"""The page that says, for each kind of document, what is not judged and what to supply.

What a report can leave open comes from the rules and from the published cases in which they do;
what no rule looks at stands in ``docs/niet_beoordeeld.toml``, a list for each kind.
"""

import json
import tomllib
from functools import cache
from pathlib import Path

from opmaak import tabel

from geboortezorg import SCHEMA_VERSIE
from geboortezorg.regels.register import PER_SOORT

_DOCS = Path(__file__).resolve().parents[1]
_GEVALLEN = _DOCS.parent / "schemas" / SCHEMA_VERSIE / "conformance"
_KOP = """\
# What is not judged, per kind of document

Two lists for each kind. The first is what no rule looks at: `akkoord` says nothing of it. The second is what a
report leaves open when a fact or a table is missing, or when the ground is too weak: then the verdict is
`onvolledig`, and the finding has this text.
"""


def buiten_beeld() -> dict[str, list[str]]:
    """Return what no rule looks at, for each kind of document."""
    gelezen = tomllib.loads((_DOCS / "niet_beoordeeld.toml").read_text("utf-8"))
    return {soort: list(deel["niet"]) for soort, deel in gelezen.items()}


@cache
def opengelaten() -> frozenset[tuple[str, str, str]]:
    """Return kind, code and reason of everything that a published case leaves open."""
    uit = set()
    for pad in _GEVALLEN.glob("GZ-*.json"):
        for geval in json.loads(pad.read_bytes())["gevallen"]:
            for bevinding in geval["verwacht"]["bevindingen"]:
                if bevinding["uitkomst"] == "niet_beoordeeld":
                    soort = str(geval["document"].get("soort"))
                    uit.add((soort, bevinding["code"], bevinding["reden"]))
    return frozenset(uit)


def niet_beoordeeld_bladzijde() -> str:
    """Return the page, in the order of the documents."""
    open_, buiten = opengelaten(), buiten_beeld()
    delen = [_KOP]
    for soort, regels in PER_SOORT.items():
        delen += [f"## {soort}\n", "Not looked at:\n"]
        delen += [*(f"- {punt}" for punt in buiten[soort]), ""]
        rijen = [
            [f"[{regel.code}](regels.md#{regel.code.lower()})", regel.redenen[reden].en]
            for regel in regels
            for reden in regel.redenen
            if (soort, regel.code, reden) in open_
        ]
        if rijen:
            delen += ["Left open, and what to supply:\n", tabel(["Rule", "Text"], rijen)]
    return "\n".join(delen)
