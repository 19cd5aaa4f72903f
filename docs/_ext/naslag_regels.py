"""The page with every rule of the register."""

from opmaak import tabel, toon_bron, toon_dagen

from geboortezorg.regels.regel import Regel
from geboortezorg.regels.register import REGELS

_REGELS = """\
# Rules

Every rule that judges a document, with its source. A rule never reports on a field that is not
listed with it. What the outcomes and the verification mean: [](/uitleg/oordeel.md).
"""


def _regel(regel: Regel) -> str:
    feiten = [
        ("Judges", ", ".join(f"`{s}`" for s in regel.soorten if s != "*") or "every document"),
        ("Severity", f"`{regel.ernst}`"),
        ("Verification", f"`{regel.verificatie}`"),
        ("Version", regel.versie),
        ("Peildatum", f"`{regel.peildatum}`"),
        ("Norm in force", toon_dagen(regel.geldig) or "no dates stated"),
        ("Uses the tables", "yes" if regel.gebruikt_tabellen else "no"),
        ("May report on", ", ".join(f"`{veld or '/'}`" for veld in regel.velden)),
        ("Vektis return codes", ", ".join(regel.retourcodes) or "none"),
    ]
    redenen = ([f"`{naam}`", t.nl, t.en] for naam, t in regel.redenen.items())
    return "\n".join(
        [
            f"({regel.code.lower()})=\n\n## {regel.code}: {regel.titel.en}\n\n{regel.titel.nl}\n",
            *(f"- Source: {toon_bron(bron)}" for bron in regel.bronnen),
            "",
            tabel(["About", "This rule"], feiten),
            tabel(["Case", "Nederlands", "English"], redenen),
        ]
    )


def regels_bladzijde() -> str:
    """Return the page with every rule of the register."""
    rijen = (
        [f"[{r.code}](#{r.code.lower()})", r.titel.en, r.titel.nl, f"`{r.ernst}`", r.verificatie]
        for r in REGELS
    )
    overzicht = tabel(["Code", "Norm", "Norm (nl)", "Severity", "Verification"], rijen)
    return "\n".join([_REGELS, overzicht, *(_regel(regel) for regel in REGELS)])
