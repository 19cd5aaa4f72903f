"""Findings as text and as HTML, for people, in one language: what is in the report, and no more."""

from collections.abc import Iterable, Sequence
from typing import Final

from geboortezorg.tekst import TEKSTPLAATS, Tekst

_GETOOND: Final = 3
"""Places of one finding that are written out."""

_KOPPEN: Final = (
    Tekst("ernst", "severity"),
    Tekst("code", "code"),
    Tekst("plaatsen", "places"),
    Tekst("tekst", "text"),
    Tekst("bron", "source"),
)
_HEEL: Final = Tekst("(hele document)", "(whole document)")
_ANDERE: Final = Tekst(" en {aantal} andere", " and {aantal} more")

Rij = tuple[str, str, str, str, str]
"""Severity, code, places, text and source of one finding."""


def waar(paden: Sequence[str], leesplaats: tuple[int, int] | None, taal: str) -> str:
    """Say where a finding is: its first places, or the place in a text that could not be read."""
    if leesplaats is not None:
        return TEKSTPLAATS.in_taal(taal).format(nummer=leesplaats[0], kolom=leesplaats[1])
    tekst = ", ".join(pad or _HEEL.in_taal(taal) for pad in paden[:_GETOOND])
    meer = len(paden) - _GETOOND
    return tekst + _ANDERE.in_taal(taal).format(aantal=meer) if meer > 0 else tekst


def als_tekst(kop: str, rijen: Iterable[Rij], slot: str) -> str:
    """Return a heading, below it each finding with its places and its text, and a last line."""
    tekstregels = [kop]
    for ernst, code, plaatsen, tekst, _ in rijen:
        tekstregels += [f"  {ernst} {code} {plaatsen}", f"    {tekst}"]
    return "\n".join([*tekstregels, f"  {slot}"] if slot else tekstregels)


def als_html(kop: str, rijen: Iterable[Rij], slot: str, taal: str) -> str:
    """Return the same as a table."""
    from html import escape  # noqa: PLC0415 - seldom needed, and slow to import

    lichaam = "".join(
        "<tr>" + "".join(f"<td>{escape(cel)}</td>" for cel in rij) + "</tr>" for rij in rijen
    )
    koppen = "".join(f"<th>{naam.in_taal(taal)}</th>" for naam in _KOPPEN)
    tabel = f"<table><thead><tr>{koppen}</tr></thead><tbody>{lichaam}</tbody></table>"
    einde = f"<p>{escape(slot)}</p>" if slot else ""
    return f"<p><strong>{escape(kop)}</strong></p>{tabel if lichaam else ''}{einde}"
