"""The page that says, for each kind of document, what is not judged and what to supply.

What a report can leave open comes from the rules and from the published cases in which they do;
what no rule looks at stands in ``docs/niet_beoordeeld.toml``, a list for each kind.
"""

import tomllib
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from naslag_gevallen import GEVALLEN, gevallen
from sjabloon import vul

from geboortezorg.regels.register import PER_SOORT

_DOCS = Path(__file__).resolve().parents[1]
OP_EEN_BLADZIJDE = 100
"""Rows that a page has at the most."""


@cache
def buiten_beeld() -> dict[str, list[str]]:
    """Return what no rule looks at, for each kind of document."""
    gelezen = tomllib.loads((_DOCS / "niet_beoordeeld.toml").read_text("utf-8"))
    return {soort: list(deel["niet"]) for soort, deel in gelezen.items()}


@cache
def opengelaten() -> frozenset[tuple[str, str, str]]:
    """Return kind, code and reason of everything that a published case leaves open."""
    uit = set()
    for pad in GEVALLEN.glob("GZ-*.json"):
        for geval in gevallen(pad.stem):
            for bevinding in geval["verwacht"]["bevindingen"]:
                if bevinding["uitkomst"] == "niet_beoordeeld":
                    soort = str(geval["document"].get("soort"))
                    uit.add((soort, bevinding["code"], bevinding["reden"]))
    return frozenset(uit)


@cache
def _open(soort: str) -> list[list[str]]:
    return [
        [f"`{regel.code}`", regel.redenen[reden].en]
        for regel in PER_SOORT[soort]
        for reden in regel.redenen
        if (soort, regel.code, reden) in opengelaten()
    ]


def _delen(soort: str) -> int:
    """Return over how many pages a kind of document is spread."""
    return max(1, -(-len(_open(soort)) // OP_EEN_BLADZIJDE))


def _naam(soort: str, deel: int) -> str:
    return f"{soort}-{deel + 1}" if deel else soort


def niet_beoordeeld_bladzijde(soort: str, deel: int) -> str:
    """Return a page of one kind of document; what no rule looks at stands on the first."""
    begin = deel * OP_EEN_BLADZIJDE
    return vul(
        "niet_beoordeeld",
        soort=soort,
        deel=deel + 1,
        buiten=() if deel else buiten_beeld()[soort],
        rijen=_open(soort)[begin : begin + OP_EEN_BLADZIJDE],
        verder=_naam(soort, deel + 1) if deel + 1 < _delen(soort) else "",
    )


def overzicht_bladzijde() -> str:
    """Return the page from which that of every kind is found."""
    rijen = (
        [f"[{soort}]({soort}.md)", len(buiten_beeld()[soort]), len(_open(soort))]
        for soort in PER_SOORT
    )
    return vul("niet_beoordeeld_index", rijen=rijen)


def niet_beoordeeld_bladzijden() -> dict[str, Callable[[], str]]:
    """Return every page about what is not judged, by its place."""
    return {
        "niet-beoordeeld/index.md": overzicht_bladzijde,
        **{
            f"niet-beoordeeld/{_naam(soort, deel)}.md": partial(
                niet_beoordeeld_bladzijde, soort, deel
            )
            for soort in PER_SOORT
            for deel in range(_delen(soort))
        },
    }
