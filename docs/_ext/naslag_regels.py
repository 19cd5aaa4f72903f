"""The page with every rule, as the published catalogue has it."""

import json
from itertools import groupby
from pathlib import Path
from textwrap import fill

from opmaak import tabel, toon_bron, toon_dagen

from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.convert import structureer
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels.catalogus import Catalogusregel, Regelcatalogus

CATALOGUS = Path(__file__).resolve().parents[2] / "schemas" / SCHEMA_VERSIE / "regels.json"

_REGELS = """\
# Rules

Every rule that judges a document, with its source. A rule never reports on a field that is not
listed with it. Facts needed are optional members for want of which it cannot judge, as its published
cases show them. What the outcomes and the verification mean: [](/uitleg/oordeel.md). Other languages
read the same from `schemas/{versie}/regels.json`.
"""


def regels() -> tuple[Catalogusregel, ...]:
    """Return the rules as they are published."""
    gegeven = json.loads(CATALOGUS.read_bytes())
    return structureer(Regelcatalogus, {"regels": gegeven["regels"]}).regels


def _regel(regel: Catalogusregel) -> str:
    overal = len(regel.soorten) == len(DOCUMENTEN)
    feiten = [
        ("Theme", f"`{regel.thema}`"),
        ("Judges", "every document" if overal else ", ".join(f"`{s}`" for s in regel.soorten)),
        ("Severity", f"`{regel.ernst}`"),
        ("Verification", f"`{regel.verificatie}`"),
        ("Version", regel.versie),
        ("Peildatum", f"`{regel.peildatum}`"),
        ("Norm in force", toon_dagen(regel.geldig) or "no dates stated"),
        ("Uses the tables", "yes" if regel.gebruikt_tabellen else "no"),
        ("May report on", ", ".join(f"`{veld or '/'}`" for veld in regel.velden)),
        ("Vektis return codes", ", ".join(regel.retourcodes) or "none"),
    ]
    redenen = (
        [f"`{r.reden}`", ", ".join(f"`{u}`" for u in r.uitkomsten), r.tekst, r.tekst_en]
        for r in regel.redenen
    )
    nodig = [
        [f"`{f.pad}`", f"`{f.plaats}`", ", ".join(f"`{r}`" for r in f.redenen)]
        for f in regel.feiten
    ]
    return "\n".join(
        [
            f"({regel.code.lower()})=\n\n## {regel.code}: {regel.titel_en}\n\n{regel.titel}\n",
            *(f"- Source: {toon_bron(bron)}" for bron in regel.bronnen),
            "",
            tabel(["About", "This rule"], feiten),
            tabel(["Case", "Outcome", "Nederlands", "English"], redenen),
            *(["Facts needed:\n", tabel(["Fact", "In", "Without it"], nodig)] if nodig else []),
        ]
    )


def regels_bladzijde() -> str:
    """Return the page with every rule of the catalogue."""
    alle = regels()
    rijen = (
        [f"[{r.code}](#{r.code.lower()})", r.titel_en, r.titel, f"`{r.ernst}`", r.verificatie]
        for r in alle
    )
    overzicht = tabel(["Code", "Norm", "Norm (nl)", "Severity", "Verification"], rijen)
    kop = _REGELS.replace("{versie}", SCHEMA_VERSIE)
    return "\n".join([kop, overzicht, *(_regel(regel) for regel in alle)])


def regellijst() -> str:
    """Return every kind of document and every rule by theme, as CHANGELOG.md lists them."""
    soorten = fill(", ".join(f"`{soort}`" for soort in DOCUMENTEN), 118)
    delen = [f"#### Documents\n\n{soorten}\n"]
    for thema, van_thema in groupby(regels(), key=lambda regel: regel.thema):
        delen.append(f"#### Theme `{thema}`\n")
        for r in van_thema:
            versie = f" (version {r.versie})" if r.versie > 1 else ""
            dagen = r.geldig and f" ({r.geldig.van} to {r.geldig.tot_en_met or 'later'})"
            punt = f"- `{r.code}`{versie}: {r.titel_en}{dagen or ''}"
            delen.append(fill(punt, 118, subsequent_indent="  ", break_on_hyphens=False))
        delen.append("")
    return "\n".join(delen).rstrip()
