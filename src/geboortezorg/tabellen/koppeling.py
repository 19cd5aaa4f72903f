"""A price list of somebody else, read through a small mapping.

A TOML file of soort `tarieftabel` may have a part ``csv`` in place of `tarieven`. It names a CSV
file in its own folder or below, and says which column holds what:

- ``bestand``; ``kolommen``: the title of the column for each member of a row, with ``bedrag_euro``
  for euros and ``prestatiecode`` for a name or public code of the prestatie;
- ``vast``: members that are the same in every row; ``waarden``: for a member, what a cell means;
- ``decimaalteken``: ``,`` or ``.``, and then the other one stands between thousands;
- ``datumvorm``: how dates are written, such as ``DD-MM-JJJJ``; the day and the month may be one digit;
- ``scheidingsteken``, ``codering`` (``utf-8`` or ``windows-1252``), ``kopregel``: how it is written;
- ``alleen_bekend``: leave rows out whose prestatie is not known, for a list of all of care.

A member with a dot in its name, such as ``looptijd.van``, may be written with or without quotes.
Nothing is guessed and nothing rounded: an amount that is not whole eurocents is refused.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final, final

from geboortezorg.bevroren import bevroren
from geboortezorg.geld import lees_euro
from geboortezorg.tabellen.fout import Gebrek, Pad, Tabelreden
from geboortezorg.tekst import Tekst, TekstFout

DEEL: Final = "csv"
CODE: Final = "prestatiecode"
EURO: Final = "bedrag_euro"

DATUMVORMEN: Final = {
    "JJJJ-MM-DD": re.compile("(?P<jaar>[0-9]{4})-(?P<maand>[0-9]{1,2})-(?P<dag>[0-9]{1,2})"),
    "DD-MM-JJJJ": re.compile("(?P<dag>[0-9]{1,2})-(?P<maand>[0-9]{1,2})-(?P<jaar>[0-9]{4})"),
    "DD/MM/JJJJ": re.compile("(?P<dag>[0-9]{1,2})/(?P<maand>[0-9]{1,2})/(?P<jaar>[0-9]{4})"),
    "JJJJ/MM/DD": re.compile("(?P<jaar>[0-9]{4})/(?P<maand>[0-9]{1,2})/(?P<dag>[0-9]{1,2})"),
    "MM/DD/JJJJ": re.compile("(?P<maand>[0-9]{1,2})/(?P<dag>[0-9]{1,2})/(?P<jaar>[0-9]{4})"),
    "DDMMJJJJ": re.compile("(?P<dag>[0-9]{2})(?P<maand>[0-9]{2})(?P<jaar>[0-9]{4})"),
    "JJJJMMDD": re.compile("(?P<jaar>[0-9]{4})(?P<maand>[0-9]{2})(?P<dag>[0-9]{2})"),
}
KEUZES: Final[Mapping[str, tuple[Any, ...]]] = {
    "decimaalteken": (",", "."),
    "datumvorm": tuple(DATUMVORMEN),
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

_TABEL: Final = Tekst("hier hoort een tabel [{naam}]", "a table [{naam}] belongs here")
_BESTAND: Final = Tekst("noem het CSV-bestand: een tekst", "name the CSV file: a text")
_KOLOMMEN: Final = Tekst(
    "zeg in [csv.kolommen] welke kolom wat is", "say in [csv.kolommen] which column is what"
)
_KIES: Final = Tekst(
    "deze waarde kan niet; kies uit {keuzes}", "this value cannot be; choose from {keuzes}"
)
_KOPREGELS: Final = Tekst("1 tot en met 100", "1 up to and including 100")
_ONBEKEND: Final = Tekst(
    "in [csv] staat een onbekende sleutel; verbeter of verwijder hem",
    "there is an unknown key in [csv]; correct or remove it",
)
_GEEN_EURO: Final = Tekst(
    "geen bedrag in euro met ten hoogste twee decimalen",
    "no amount in euros with at most two decimals",
)
_GEEN_VELD: Final = Tekst(
    "een van de namen is geen veld van een rij; gebruik namen zoals prestatie_id",
    "one of the names is no member of a row; use names such as prestatie_id",
)
_BETEKENIS: Final = Tekst(
    "zet bij elke waarde wat zij betekent, als tekst", "say of each value what it means, as a text"
)
_TEKST: Final = Tekst("hier hoort een tekst", "a text belongs here")


@final
@bevroren(kw_only=True)
class Koppeling:
    """How to read the rows of a CSV file as tarieven."""

    bestand: str
    kolommen: Mapping[str, str]
    vast: Mapping[str, str]
    waarden: Mapping[str, Mapping[str, str]]
    decimaalteken: str | None
    scheidingsteken: str | None
    datumvorm: str | None
    codering: str
    alleen_bekend: bool
    kopregel: int

    def cellen(self, rij: Mapping[str, str], datums: Collection[str]) -> dict[str, str]:
        """Return what a row says, by our own names; a cell is trimmed and then translated.

        Those of `datums` become dates as we write them; what is none stays as it is.
        """
        uit = dict(self.vast)
        for naam, titel in self.kolommen.items():
            cel = rij[titel].strip()
            anders = _datum(cel, self.datumvorm) if naam in datums else cel
            uit[naam] = self.waarden.get(naam, {}).get(cel, anders)
        return uit


def lees(deel: Any, bekend: set[str]) -> Koppeling | list[Gebrek]:
    """Return the mapping in a part ``csv``, or everything that is wrong with it.

    `bekend` holds the names of the members of a row.
    """
    bekend = {*bekend, CODE, EURO}
    gebreken = list(_gebreken(deel, bekend))
    if gebreken:
        return gebreken
    return Koppeling(
        bestand=deel["bestand"],
        kolommen=dict(_vlak(deel["kolommen"], bekend)),
        vast=dict(_vlak(deel.get("vast", {}), bekend)),
        waarden=dict(_vlak(deel.get("waarden", {}), bekend)),
        decimaalteken=deel.get("decimaalteken"),
        scheidingsteken=deel.get("scheidingsteken"),
        datumvorm=deel.get("datumvorm"),
        codering=deel.get("codering", "utf-8"),
        alleen_bekend=deel.get("alleen_bekend", False),
        kopregel=deel.get("kopregel", 1),
    )


def _gebreken(deel: Any, bekend: set[str]) -> Iterator[Gebrek]:
    if not isinstance(deel, dict):
        yield _gebrek((), _TABEL.met(naam=DEEL))
        return
    if not isinstance(deel.get("bestand"), str):
        yield _gebrek(("bestand",), _BESTAND)
    if not deel.get("kolommen"):
        yield _gebrek(("kolommen",), _KOLOMMEN)
    for naam, waarde in deel.items():
        if naam in KEUZES:
            if not any(waarde == keuze and type(waarde) is type(keuze) for keuze in KEUZES[naam]):
                yield _gebrek((naam,), _KIES.met(keuzes=_keuzes(naam)))
        elif naam in _MET_NAMEN:
            yield from _namen(naam, waarde, bekend)
        elif naam != "bestand":
            yield _gebrek((), _ONBEKEND)


def _namen(naam: str, waarde: Any, bekend: set[str]) -> Iterator[Gebrek]:
    if not isinstance(waarde, dict):
        yield _gebrek((naam,), _TABEL.met(naam=f"{DEEL}.{naam}"))
        return
    for lid, inhoud in _vlak(waarde, bekend):
        if lid not in bekend:
            yield _gebrek((naam,), _GEEN_VELD)
        elif naam == "waarden":
            teksten = inhoud.values() if isinstance(inhoud, dict) else [None]
            if not all(isinstance(tekst, str) for tekst in teksten):
                yield _gebrek((naam, lid), _BETEKENIS)
        elif not isinstance(inhoud, str):
            yield _gebrek((naam, lid), _TEKST)


def _vlak(waarde: Mapping[str, Any], bekend: set[str], voor: str = "") -> Iterator[tuple[str, Any]]:
    """Yield what is said of each member: TOML reads a dot without quotes as a table in a table."""
    for deel, inhoud in waarde.items():
        naam = voor + deel
        erin = f"{naam}."
        if isinstance(inhoud, dict) and any(lid.startswith(erin) for lid in bekend):
            yield from _vlak(inhoud, bekend, erin)
        else:
            yield naam, inhoud


def _datum(cel: str, vorm: str | None) -> str:
    """Return a date in a form as we write it; the cell itself when it has another form."""
    vondst = None if vorm is None else DATUMVORMEN[vorm].fullmatch(cel)
    return cel if vondst is None else schrijf(vondst)


def schrijf(vondst: re.Match[str]) -> str:
    """Return the date that was found by one of the forms, as we write it."""
    return "{jaar}-{maand:0>2}-{dag:0>2}".format_map(vondst.groupdict())


def _keuzes(naam: str) -> Tekst:
    if naam == "kopregel":
        return _KOPREGELS
    keuzes = [repr(keuze) if keuze != "\t" else "tab" for keuze in KEUZES[naam]]
    return Tekst(" en ".join(keuzes), " and ".join(keuzes))


def _gebrek(pad: Pad, uitleg: Tekst) -> Gebrek:
    return Gebrek(pad=(DEEL, *pad), reden=Tabelreden.INHOUD, uitleg=uitleg)


def eurocent(cel: str, decimaalteken: str | None) -> int:
    """Return the whole eurocents of ``€ 1.063,7`` and the like; ValueError when there are none.

    Without a `decimaalteken` nothing may stand between thousands: ``63,72``, ``63.72`` or ``63``.
    """
    if decimaalteken is None:
        return lees_euro(cel.removeprefix("€").strip())
    vondst = _BEDRAG[decimaalteken].fullmatch(re.sub(r"^€\s*|\s*€$", "", cel))
    if vondst is None:
        raise TekstFout(_GEEN_EURO)
    heel = re.sub("[.,]", "", vondst[2])
    return int(vondst[1] + heel + (vondst[3] or "").ljust(2, "0"))
