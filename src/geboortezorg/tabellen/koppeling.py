"""A price list of somebody else, read through a small mapping.

A TOML file of soort `tarieftabel` may have a part ``csv`` in place of `tarieven`. It names a CSV
file in its own folder or below, and says which column holds what:

- ``bestand``; ``kolommen``: the title of the column for each member of a row, with ``bedrag_euro``
  for euros and ``prestatiecode`` for a name or public code of the prestatie;
- ``vast``: members that are the same in every row; ``waarden``: for a member, what a cell means;
- ``decimaalteken``: ``,`` or ``.``, and then the other one stands between thousands;
- ``scheidingsteken``, ``codering`` (``utf-8`` or ``windows-1252``), ``kopregel``: how it is written;
- ``alleen_bekend``: leave rows out whose prestatie is not known, for a list of all of care.

Nothing is guessed and nothing rounded: an amount that is not whole eurocents is refused.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, final

import attrs

from geboortezorg.tabellen.fout import Gebrek, Pad, Tabelreden

DEEL: Final = "csv"
CODE: Final = "prestatiecode"
EURO: Final = "bedrag_euro"

_KEUZES: Final[Mapping[str, tuple[Any, ...]]] = {
    "decimaalteken": (",", "."),
    "scheidingsteken": (",", ";", "\t", "|"),
    "codering": ("utf-8", "windows-1252"),
    "alleen_bekend": (True, False),
    "kopregel": tuple(range(1, 101)),
}
_MET_NAMEN: Final = ("kolommen", "vast", "waarden")
_BEDRAG: Final = {
    teken: re.compile(
        rf"(-?)([0-9]{{1,3}}(?:{re.escape(ander)}[0-9]{{3}})+|[0-9]{{1,12}})"
        rf"(?:{re.escape(teken)}([0-9]{{1,2}}))?"
    )
    for teken, ander in ((",", "."), (".", ","))
}


@final
@attrs.frozen(kw_only=True)
class Koppeling:
    """How to read the rows of a CSV file as tarieven."""

    bestand: str
    kolommen: Mapping[str, str]
    vast: Mapping[str, str]
    waarden: Mapping[str, Mapping[str, str]]
    decimaalteken: str | None
    scheidingsteken: str | None
    codering: str
    alleen_bekend: bool
    kopregel: int

    def cellen(self, rij: Mapping[str, str]) -> dict[str, str]:
        """Return what a row says, by our own names; a cell is trimmed and then translated."""
        uit = dict(self.vast)
        for naam, titel in self.kolommen.items():
            cel = rij[titel].strip()
            uit[naam] = self.waarden.get(naam, {}).get(cel, cel)
        return uit


def lees(deel: Any, bekend: set[str]) -> Koppeling | list[Gebrek]:
    """Return the mapping in a part ``csv``, or everything that is wrong with it.

    `bekend` holds the names of the members of a row.
    """
    gebreken = list(_gebreken(deel, {*bekend, CODE, EURO}))
    if gebreken:
        return gebreken
    return Koppeling(
        bestand=deel["bestand"],
        kolommen=deel["kolommen"],
        vast=deel.get("vast", {}),
        waarden=deel.get("waarden", {}),
        decimaalteken=deel.get("decimaalteken"),
        scheidingsteken=deel.get("scheidingsteken"),
        codering=deel.get("codering", "utf-8"),
        alleen_bekend=deel.get("alleen_bekend", False),
        kopregel=deel.get("kopregel", 1),
    )


def _gebreken(deel: Any, bekend: set[str]) -> Iterator[Gebrek]:
    if not isinstance(deel, dict):
        yield _gebrek((), "hier hoort een tabel [csv]")
        return
    if not isinstance(deel.get("bestand"), str):
        yield _gebrek(("bestand",), "noem het CSV-bestand: een tekst")
    if not deel.get("kolommen"):
        yield _gebrek(("kolommen",), "zeg in [csv.kolommen] welke kolom wat is")
    for naam, waarde in deel.items():
        if naam in _KEUZES:
            if not any(waarde == keuze and type(waarde) is type(keuze) for keuze in _KEUZES[naam]):
                yield _gebrek((naam,), f"deze waarde kan niet; kies uit {_keuzes(naam)}")
        elif naam in _MET_NAMEN:
            yield from _namen(naam, waarde, bekend)
        elif naam != "bestand":
            yield _gebrek((), "in [csv] staat een onbekende sleutel; verbeter of verwijder hem")


def _namen(naam: str, waarde: Any, bekend: set[str]) -> Iterator[Gebrek]:
    if not isinstance(waarde, dict):
        yield _gebrek((naam,), f"hier hoort een tabel [csv.{naam}]")
        return
    for lid, inhoud in waarde.items():
        if lid not in bekend:
            yield _gebrek(
                (naam,),
                "een van de namen is geen veld van een rij; gebruik namen zoals prestatie_id",
            )
        elif naam == "waarden":
            teksten = inhoud.values() if isinstance(inhoud, dict) else [None]
            if not all(isinstance(tekst, str) for tekst in teksten):
                yield _gebrek((naam, lid), "zet bij elke waarde wat zij betekent, als tekst")
        elif not isinstance(inhoud, str):
            yield _gebrek((naam, lid), "hier hoort een tekst")


def _keuzes(naam: str) -> str:
    if naam == "kopregel":
        return "1 tot en met 100"
    return " en ".join(repr(keuze) if keuze != "\t" else "tab" for keuze in _KEUZES[naam])


def _gebrek(pad: Pad, uitleg: str) -> Gebrek:
    return Gebrek(pad=(DEEL, *pad), reden=Tabelreden.INHOUD, uitleg=uitleg)


def eurocent(cel: str, decimaalteken: str) -> int:
    """Return the whole eurocents of ``€ 1.063,7`` and the like; ValueError when there are none."""
    vondst = _BEDRAG[decimaalteken].fullmatch(re.sub(r"^€\s*|\s*€$", "", cel))
    if vondst is None:
        raise ValueError("geen bedrag in euro met ten hoogste twee decimalen")
    heel = re.sub("[.,]", "", vondst[2])
    return int(vondst[1] + heel + (vondst[3] or "").ljust(2, "0"))
