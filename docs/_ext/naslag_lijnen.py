"""The page with what a column of a flat file can fill, made from the models."""

from collections.abc import Callable
from functools import partial

from opmaak import tabel

from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.lijnen.leden import SOORTEN, Lid, leden, lijsten
from geboortezorg.lijnen.nakijken import KEUZES
from geboortezorg.lijnen.uitleg import SLEUTEL
from geboortezorg.vorm import Soort

_KOP = """\
# What a column can fill

Every member of a document that a column of a flat file can fill through a koppeling, and what its
cells hold. How this works: [](/how-to/lijnen.md).
"""

_NIET = """\
`soort` and `schema_versie` are filled in. No document of another kind is made of rows: {}.
"""

_CELLEN = {
    Soort.TEKST: "text",
    Soort.GETAL: "whole number",
    Soort.JANEE: "`true` or `false`",
    Soort.DATUM: "day, in the form of `datumvorm`",
    Soort.TIJDSTIP: "point in time with its offset from UTC",
    Soort.KEUZE: "one of the values of the member",
    Soort.LIJST: "several values, with `lijstteken` between them",
}


def _soort(soort: str) -> str:
    """Return the page of one kind of document: its members."""
    rijen = [
        [
            f"`{lid.naam}`",
            _cel(lid),
            "yes" if lid.in_lijst else "",
            lid.veldvorm.veld.omschrijving,
        ]
        for lid in leden(soort).values()
    ]
    delen = [
        f"---\norphan: true\n---\n\n# What a column can fill in a {soort}\n",
        "[What a column can fill](lijnen.md)\n",
        tabel(["member", "cell", "more than one", "what it is"], rijen),
    ]
    samen = [f"`{naam}`" for naam in lijsten(soort) if naam != "declaratieregels"]
    if samen:
        delen.append(f"`sleutels` can bring rows together in {', '.join(samen)}.\n")
    return "\n".join(delen) + "\n"


def lijnen_bladzijde() -> str:
    """Return the page that leads to that of each kind, and says what cannot be made of rows."""
    anders = ", ".join(f"`{soort}`" for soort in DOCUMENTEN if soort not in SOORTEN)
    delen = [
        _KOP,
        *(f"- [{soort}](lijnen-{soort}.md)" for soort in SOORTEN),
        "\n## What is not made of rows\n",
        _NIET.format(anders),
        "## What can be chosen\n",
        tabel(
            ["key", "values", "what it says"],
            [[f"`{n}`", _keuzes(n, keuzes), SLEUTEL[n].en] for n, keuzes in KEUZES.items()],
        ),
    ]
    return "\n".join(delen) + "\n"


def lijnenbladzijden() -> dict[str, Callable[[], str]]:
    """Return every page about flat lines, by its place."""
    return {
        "lijnen.md": lijnen_bladzijde,
        **{f"lijnen-{soort}.md": partial(_soort, soort) for soort in SOORTEN},
    }


def _cel(lid: Lid) -> str:
    if lid.in_euro:
        return "amount in euros, as `decimaalteken` says"
    tekst = _CELLEN[lid.veldvorm.vorm.soort]
    return tekst if lid.veldvorm.veld.eenheid is None else f"{tekst}, {lid.veldvorm.veld.eenheid}"


def _keuzes(naam: str, keuzes: tuple[object, ...]) -> str:
    if naam == "kopregel":
        return f"{keuzes[0]} to {keuzes[-1]}"
    namen: dict[object, str] = {"\t": "tab", " ": "space", True: "`true`", False: "`false`"}
    return ", ".join(namen.get(keuze, f"`{keuze}`") for keuze in keuzes)
