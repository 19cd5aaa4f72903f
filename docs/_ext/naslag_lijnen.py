"""The page with what a column of a flat file can fill, made from the models."""

from opmaak import tabel

from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.lijnen.leden import SOORTEN, Lid, leden, lijsten
from geboortezorg.lijnen.nakijken import KEUZES
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


def lijnen_bladzijde() -> str:
    """Return the page: for each kind of document its members, and what cannot be made of rows."""
    delen = [_KOP]
    for soort in SOORTEN:
        rijen = [
            [
                f"`{lid.naam}`",
                _cel(lid),
                "yes" if lid.in_lijst else "",
                lid.veldvorm.veld.omschrijving,
            ]
            for lid in leden(soort).values()
        ]
        delen += [
            f"## {soort}\n",
            tabel(["member", "cell", "more than one", "what it is"], rijen),
        ]
        samen = [f"`{naam}`" for naam in lijsten(soort) if naam != "declaratieregels"]
        if samen:
            delen.append(f"`sleutels` can bring rows together in {', '.join(samen)}.\n")
    anders = ", ".join(f"`{soort}`" for soort in DOCUMENTEN if soort not in SOORTEN)
    delen += [
        "## What is not made of rows\n",
        _NIET.format(anders),
        "## What can be chosen\n",
        tabel(
            ["key", "values"],
            [[f"`{naam}`", _keuzes(naam, keuzes)] for naam, keuzes in KEUZES.items()],
        ),
    ]
    return "\n".join(delen) + "\n"


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
