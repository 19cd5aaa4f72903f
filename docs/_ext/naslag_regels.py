"""The pages of the rules, as the published catalogue has them: one each, and one for a theme."""

import inspect
import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from textwrap import fill

from naslag_gevallen import falend, slagend
from opmaak import toon_dagen
from sjabloon import vul

from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.convert import structureer
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels.catalogus import Catalogusregel, Regelcatalogus
from geboortezorg.regels.nodig import Nodig
from geboortezorg.regels.register import PER_CODE

WORTEL = Path(__file__).resolve().parents[2]
CATALOGUS = WORTEL / "schemas" / SCHEMA_VERSIE / "regels.json"
_VERWANT = 8
"""Related rules that a page names at the most."""


@cache
def regels() -> tuple[Catalogusregel, ...]:
    """Return the rules as they are published."""
    gegeven = json.loads(CATALOGUS.read_bytes())
    return structureer(Regelcatalogus, {"regels": gegeven["regels"]}).regels


@cache
def per_thema() -> Mapping[str, tuple[Catalogusregel, ...]]:
    """Return the rules of each theme."""
    uit: dict[str, tuple[Catalogusregel, ...]] = {}
    for regel in regels():
        uit[regel.thema] = (*uit.get(regel.thema, ()), regel)
    return uit


def _verwant(regel: Catalogusregel) -> list[Catalogusregel]:
    """Return the rules of the theme that may report on a field of this one, the nearest first."""
    samen = {
        ander.code: len(set(ander.velden) & set(regel.velden)) / len(ander.velden)
        for ander in per_thema()[regel.thema]
        if ander is not regel and set(ander.velden) & set(regel.velden)
    }
    codes = sorted(samen, key=lambda code: (-samen[code], code))[:_VERWANT]
    return [ander for ander in regels() if ander.code in codes]


def _overal(regel: Catalogusregel) -> bool:
    return len(regel.soorten) == len(DOCUMENTEN)


def _broncode(code: str) -> dict[str, object]:
    """Return where the function of a rule stands."""
    toets = inspect.unwrap(PER_CODE[code].toets)
    toets = toets.func if isinstance(toets, partial) else toets
    tekstregels, eerste = inspect.getsourcelines(toets)
    pad = toets.__module__.replace(".", "/")
    return {
        "functie": toets.__qualname__,
        "bestand": f"src/{pad}.py",
        "van": eerste,
        "tot": eerste + len(tekstregels) - 1,
    }


def _nodig(nodig: Nodig) -> Iterator[str]:
    """Yield what is one of the things that a rule needs."""
    andere = "".join(f", of another regime than `{regime}`" for regime in nodig.behalve_regimes)
    soorten = {
        "the member": nodig.leden,
        "a line with a prestatie of the regime": nodig.regimes,
        "a line with the prestatie": nodig.prestaties,
        "a line with a prestatie that states": nodig.kenmerken,
    }
    yield from (f"{naam} `{een}`{andere}" for naam, alle in soorten.items() for een in alle)
    yield from (f"`{trek}`" for trek in nodig.trekken)
    if nodig.credit:
        yield "a line that is a credit"


def regel_bladzijde(regel: Catalogusregel) -> str:
    """Return the page of one rule."""
    fout = falend(regel)
    return vul(
        "regel",
        r=regel,
        overal=_overal(regel),
        redenen=[
            [f"`{r.reden}`", ", ".join(f"`{u}`" for u in r.uitkomsten), r.tekst_en, r.tekst]
            for r in regel.redenen
        ],
        feiten=[
            [f"`{f.pad}`", f"`{f.plaats}`", ", ".join(f"`{r}`" for r in f.redenen)]
            for f in regel.feiten
        ],
        nodig=[["; ".join(_nodig(n))] for n in regel.nodig],
        aanleiding=[] if regel.aanleiding is None else [[d] for d in _nodig(regel.aanleiding)],
        fout=fout,
        goed=slagend(regel, fout),
        verwant=_verwant(regel),
        **_broncode(regel.code),
    )


def thema_bladzijde(thema: str) -> str:
    """Return the page with the rules of a theme."""
    rijen = (
        [
            f"[{r.code}]({r.code}.md)",
            f"{r.titel_en}<br>*{r.titel}*",
            "every document" if _overal(r) else ", ".join(r.soorten),
            toon_dagen(r.geldig),
            r.ernst,
            r.verificatie,
        ]
        for r in per_thema()[thema]
    )
    return vul("thema", thema=thema, rijen=rijen)


def regels_bladzijde() -> str:
    """Return the page from which every rule is found."""
    themas = (
        [
            f"[{thema}](thema-{thema}.md)",
            len(rijen),
            "every document"
            if any(_overal(r) for r in rijen)
            else ", ".join(dict.fromkeys(f"`{s}`" for r in rijen for s in r.soorten)),
        ]
        for thema, rijen in per_thema().items()
    )
    return vul("regels", versie=SCHEMA_VERSIE, themas=themas, per_thema=per_thema())


def regelbladzijden() -> dict[str, Callable[[], str]]:
    """Return every page about rules, by its place."""
    return {
        "regels/index.md": regels_bladzijde,
        **{f"regels/thema-{t}.md": partial(thema_bladzijde, t) for t in per_thema()},
        **{f"regels/{r.code}.md": partial(regel_bladzijde, r) for r in regels()},
    }


def regellijst() -> str:
    """Return every kind of document and every rule by theme, as CHANGELOG.md lists them."""
    soorten = fill(", ".join(f"`{soort}`" for soort in DOCUMENTEN), 118)
    delen = [f"#### Documents\n\n{soorten}\n"]
    for thema, van_thema in per_thema().items():
        delen.append(f"#### Theme `{thema}`\n")
        for r in van_thema:
            versie = f" (version {r.versie})" if r.versie > 1 else ""
            dagen = r.geldig and f" ({r.geldig.van} to {r.geldig.tot_en_met or 'later'})"
            punt = f"- `{r.code}`{versie}: {r.titel_en}{dagen or ''}"
            delen.append(fill(punt, 118, subsequent_indent="  ", break_on_hyphens=False))
        delen.append("")
    return "\n".join(delen).rstrip()
