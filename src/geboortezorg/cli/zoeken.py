"""What the commands share that search a flat table by words, regime and day."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, Final, TypeVar

from geboortezorg.cli.scherm import Scherm
from geboortezorg.tabulair import Overzicht
from geboortezorg.tekst import Tekst

R = TypeVar("R")

_GEEN: Final = Tekst(
    "Niets gevonden. Zoek met minder woorden; zonder woorden staat alles er.",
    "Nothing found. Search with fewer words; without words everything is listed.",
)


def doorzoek(
    overzicht: Overzicht[R],
    woorden: Iterable[str],
    teksten: Callable[[R], Iterable[str | None]],
    telt: Callable[[R], bool],
) -> list[R]:
    """Return the rows that count and in whose texts every word stands, however it is written."""
    gezocht = [_vlak(woord) for woord in woorden]
    return [
        rij
        for rij in overzicht
        if telt(rij) and _staan_in(gezocht, " ".join(filter(None, teksten(rij))))
    ]


def toon(
    gevonden: Sequence[Any],
    als_json: Callable[[Any], dict[str, Any]],
    kop: Iterable[Tekst],
    cellen: Callable[[Any], Iterable[str]],
    argumenten: Any,
    scherm: Scherm,
) -> int:
    """Show what was found, as the user asked; the exit code is 3 when that is nothing."""
    if argumenten.format == "json":
        scherm.json([als_json(rij) for rij in gevonden])
    elif gevonden:
        scherm.tabel(kop, map(cellen, gevonden))
    else:
        scherm.toon(scherm.tekst(_GEEN))
    return 0 if gevonden else 3


def platte_rij(overzicht: Overzicht[R], rij: R) -> dict[str, Any]:
    """Return a row as a JSON object, an empty cell as null."""
    waarden = {kolom.naam: getattr(rij, kolom.naam) for kolom in overzicht.kolommen}
    return {n: w.isoformat() if isinstance(w, date) else w for n, w in waarden.items()}


def _staan_in(woorden: Iterable[str], tekst: str) -> bool:
    vlak = _vlak(tekst)
    return all(woord in vlak for woord in woorden)


def _vlak(tekst: str) -> str:
    """Return a text without capitals and accents."""
    return "".join(
        teken
        for teken in unicodedata.normalize("NFKD", tekst.casefold())
        if not unicodedata.combining(teken)
    )
