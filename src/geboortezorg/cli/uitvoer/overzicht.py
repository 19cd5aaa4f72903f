"""``--overzicht FILE``: what came out over all documents, as one page with charts to pass on.

The page asks for nothing and runs nothing. It names no document and no person; because small counts
can tell of one too, every count on it is rounded.
"""

from collections.abc import Callable, Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Final

from geboortezorg.cli.gebruiksfout import Gebruiksfout
from geboortezorg.cli.scherm import Scherm, leesbaar
from geboortezorg.cli.telling import Telling
from geboortezorg.cli.uitvoer.bestand import doel_van
from geboortezorg.cli.uitvoer.pagina import DOCTYPE, pagina
from geboortezorg.cli.uitvoer.samenvatting import declaranten, per, rijen
from geboortezorg.cli.uitvoer.svg import el
from geboortezorg.rapport import Oordeel
from geboortezorg.regels.register import PER_CODE
from geboortezorg.tekst import Tekst

_STAP: Final = 5
"""What counts are rounded to; a smaller one that is not zero is only said to be smaller."""

_MEESTE: Final = 40
"""Rules that are shown, those in most documents."""

_BREEDTE: Final = 400
_HOOGTE: Final = 14

_AFGEROND: Final = Tekst(
    "Aantallen documenten, afgerond op vijftallen; kleiner dan 5 staat er als <5. Een document telt "
    "bij elke soort declarant erin.",
    "Numbers of documents, rounded to fives; smaller than 5 stands as <5. A document counts for each "
    "kind of declarant in it.",
)
_MAAND: Final = Tekst("Maand", "Month")
_DECLARANT: Final = Tekst("Declarant", "Declarant")
_REGEL: Final = Tekst("Regel", "Rule")
_NORM: Final = Tekst("Norm", "Norm")
_ALLES: Final = Tekst("Alle documenten", "All documents")
_NIET_TE_SCHRIJVEN: Final = Tekst(
    "{pad}: dit bestand is niet te schrijven; geef met --overzicht een ander",
    "{pad}: this file cannot be written; give another with --overzicht",
)
_STIJL: Final = """
:root{color-scheme:light dark;--akkoord:#2f7d4f;--afgekeurd:#a3271b;--onvolledig:#b07b12}
body{max-width:60rem;margin:0 auto;padding:1rem;font:1rem/1.5 system-ui,sans-serif}
div{overflow-x:auto}table{border-collapse:collapse}
th,td{padding:.3rem .7rem;text-align:left;border-bottom:1px solid #8886}
td.getal{text-align:right;font-variant-numeric:tabular-nums}
rect.akkoord{fill:var(--akkoord)}rect.afgekeurd{fill:var(--afgekeurd)}
rect.onvolledig{fill:var(--onvolledig)}
@media(prefers-color-scheme:dark){:root{--akkoord:#6fc08d;--afgekeurd:#ff9c8f;--onvolledig:#f0bb62}}
"""

Aantallen = Mapping[Oordeel, int]


def controleer(pad: str, paden: Iterable[str], scherm: Scherm) -> None:
    """Raise Gebruiksfout for a file that cannot be written, before any document is judged."""
    if not doel_van(pad, paden, scherm).parent.is_dir():
        raise Gebruiksfout(scherm.tekst(_NIET_TE_SCHRIJVEN).format(pad=leesbaar(pad)))


def schrijf(pad: str, telling: Telling, scherm: Scherm) -> None:
    """Write the page; Gebruiksfout when the file cannot be written."""
    zeg = scherm.tekst
    codes = sorted(rijen(telling), key=lambda rij: (-rij[2], rij[1]))[:_MEESTE]
    delen = (
        _blok(zeg(_ALLES), "", {zeg(_ALLES): telling.oordelen}),
        _blok(zeg(_MAAND), zeg(_MAAND), per(telling.maanden)),
        _blok(zeg(_DECLARANT), zeg(_DECLARANT), declaranten(telling)),
        _codes(zeg, [(code, aantal) for _, code, aantal, _ in codes]),
    )
    tekst = pagina(scherm, _STIJL, zeg(_AFGEROND), delen)
    try:
        Path(pad).write_text(f"{DOCTYPE}\n{tekst}\n", "utf-8")
    except (OSError, ValueError):
        raise Gebruiksfout(scherm.tekst(_NIET_TE_SCHRIJVEN).format(pad=leesbaar(pad))) from None


def afgerond(aantal: int) -> int:
    """Return a count to the nearest five; one that is not zero never becomes it."""
    return max(_STAP, round(aantal / _STAP) * _STAP) if aantal >= _STAP else min(aantal, 1)


def toon(aantal: int) -> str:
    """Return a count as it may be told."""
    return str(afgerond(aantal)) if aantal >= _STAP or not aantal else f"<{_STAP}"


def _blok(titel: str, kop: str, alle: Mapping[str, Aantallen]) -> str:
    """Return a table of verdicts by name, with a bar in each row."""
    grootste = max((sum(map(afgerond, a.values())) for a in alle.values()), default=0) or 1
    koppen = (kop, *(oordeel.value for oordeel in Oordeel), "")
    lichaam = (
        _rij(
            naam,
            *(toon(aantallen[oordeel]) for oordeel in Oordeel),
            balk=_balk(titel, naam, aantallen, grootste),
        )
        for naam, aantallen in alle.items()
    )
    return _tabel(titel, koppen, lichaam)


def _balk(titel: str, naam: str, aantallen: Aantallen, grootste: int) -> str:
    x, delen = 0.0, []
    for oordeel, aantal in ((oordeel, aantallen.get(oordeel, 0)) for oordeel in Oordeel):
        breedte = afgerond(aantal) * _BREEDTE / grootste
        delen.append(el("rect", x=x, y=0, width=breedte, height=_HOOGTE, class_=oordeel.value))
        x += breedte
    uitleg = ", ".join(f"{oordeel.value} {toon(aantal)}" for oordeel, aantal in aantallen.items())
    return el(
        "svg",
        el("title", escape(f"{titel}: {naam}: {uitleg}")),
        *delen,
        role="img",
        viewBox=f"0 0 {_BREEDTE} {_HOOGTE}",
        width=_BREEDTE // 2,
        height=_HOOGTE,
    )


def _codes(zeg: Callable[[Tekst], str], codes: list[tuple[str, int]]) -> str:
    """Return a table of the rules, by how many documents have a finding of it."""
    lichaam = (
        _rij(code, toon(aantal), balk=escape(zeg(PER_CODE[code].titel))) for code, aantal in codes
    )
    return _tabel(zeg(_REGEL), (zeg(_REGEL), zeg(_ALLES), zeg(_NORM)), lichaam)


def _rij(naam: str, *aantallen: str, balk: str) -> str:
    cellen = (el("td", escape(aantal), class_="getal") for aantal in aantallen)
    return el("tr", el("th", escape(naam), scope="row"), *cellen, el("td", balk))


def _tabel(titel: str, koppen: Iterable[str], lichaam: Iterable[str]) -> str:
    kop = el("thead", el("tr", *(el("th", escape(naam), scope="col") for naam in koppen)))
    tabel = el("table", kop, el("tbody", *lichaam))
    return el("section", el("h2", escape(titel)), el("div", tabel, tabindex=0))
