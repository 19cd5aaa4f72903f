"""CSV to the JSON value of a tarieftabel.

One row is one tarief. A column is called after the member it fills, with a dot before a member
of a member; an empty cell is a member left out:

- of the row: ``prestatie_id``, ``tariefsoort``, ``eenheid``, ``bedrag_eurocent``, ``betwist``,
  ``looptijd.van``, ``looptijd.tot_en_met``, ``bron.titel``, ``bron.verificatie``, ...
- of the table, the same in every row: ``naam``, ``regime``, ``tariefbeschikking.titel``,
  ``tariefbeschikking.status``, ``tariefbeschikking.bron.titel``,
  ``tariefbeschikking.bron.verificatie``, ``tariefbeschikking.looptijd.van``, ...

Amounts are whole eurocents, dates ``JJJJ-MM-DD``, booleans ``true`` or ``false``. The separator
is a comma, or a semicolon when the header has no comma. The text is UTF-8; a byte order mark, as
spreadsheets write it, is allowed. Opslagen and lists of prestaties need TOML or JSON.
"""

import csv
import io
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.model.tarief import Tarief, Tarieftabel
from geboortezorg.tabellen.fout import Melding, Pad, TabelFout, Tabelreden
from geboortezorg.veld import MAX_LIJST
from geboortezorg.vorm import Soort, velden

_GETAL: Final = re.compile("-?[0-9]{1,15}")
_JANEE: Final = {"true": True, "false": False}

Kolommen = dict[str, tuple[Pad, Soort]]


@cache
def kolommen() -> tuple[Kolommen, Kolommen]:
    """Return the columns of the table and those of a row: the place and kind of each."""
    return dict(_kolommen(Tarieftabel, ())), dict(_kolommen(Tarief, ()))


def _kolommen(klasse: type[Any], pad: Pad) -> Iterator[tuple[str, tuple[Pad, Soort]]]:
    for veldvorm in velden(klasse):
        hier = (*pad, veldvorm.naam)
        if veldvorm.vorm.soort is Soort.OBJECT and veldvorm.vorm.klasse is not None:
            yield from _kolommen(veldvorm.vorm.klasse, hier)
        elif veldvorm.vorm.soort is not Soort.LIJST:
            yield ".".join(map(str, hier)), (hier, veldvorm.vorm.soort)


def lees(data: bytes) -> tuple[Any, dict[Pad, int]]:
    """Return the document in a CSV text and the row of each tarief; the header is row 1.

    Raises :class:`TabelFout`, without a file name.
    """
    rijen = _rijen(data)
    if not rijen:
        raise TabelFout([_melding("het bestand is leeg; begin met een rij kolomnamen", 1)])
    if len(rijen) > MAX_LIJST + 1:
        raise TabelFout([_melding(f"er zijn meer dan {MAX_LIJST} rijen; splits het bestand", None)])
    kop, namen = rijen[0]
    van_tabel, van_rij = kolommen()
    meldingen = list(_kopfouten(kop, namen, {*van_tabel, *van_rij}))
    meldingen += [
        _melding("deze rij heeft een ander aantal cellen dan de kop", nummer)
        for nummer, cellen in rijen[1:]
        if len(cellen) != len(namen)
    ]
    if len(rijen) == 1:
        meldingen.append(_melding("er staat geen enkele rij onder de kop", kop))
    if meldingen:
        raise TabelFout(meldingen)
    document: dict[str, Any] = {"soort": "tarieftabel", "schema_versie": SCHEMA_VERSIE}
    plaatsen: dict[Pad, int] = {(): rijen[1][0]}
    tarieven: list[dict[str, Any]] = []
    eerste = dict(zip(namen, rijen[1][1], strict=True))
    for naam, (pad, soort) in van_tabel.items():
        _zet(document, pad, eerste.get(naam, ""), soort)
    for nummer, cellen in rijen[1:]:
        rij = dict(zip(namen, cellen, strict=True))
        anders = [naam for naam in van_tabel if rij.get(naam) != eerste.get(naam)]
        meldingen += [
            Melding(
                reden=Tabelreden.KOLOM,
                uitleg=f"kolom {naam} is van de hele tabel en moet in elke rij gelijk zijn",
                regel=nummer,
                rij=True,
            )
            for naam in anders
        ]
        plaatsen["tarieven", len(tarieven)] = nummer
        tarief: dict[str, Any] = {}
        for naam, (pad, soort) in van_rij.items():
            _zet(tarief, pad, rij.get(naam, ""), soort)
        tarieven.append(tarief)
    if meldingen:
        raise TabelFout(meldingen)
    document["tarieven"] = tarieven
    return document, plaatsen


def _melding(uitleg: str, rij: int | None) -> Melding:
    return Melding(reden=Tabelreden.INHOUD, uitleg=uitleg, regel=rij, rij=True)


def _rijen(data: bytes) -> list[tuple[int, list[str]]]:
    """Return the rows that are not empty, each with its number as a spreadsheet shows it."""
    rijen: list[tuple[int, list[str]]] = []
    fout: Melding | None = None
    nummer = 0
    try:
        tekst = data.decode("utf-8-sig")
        kop = tekst.partition("\n")[0]
        teken = ";" if ";" in kop and "," not in kop else ","
        lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=teken, strict=True)
        for nummer, cellen in enumerate(lezer, 1):
            if any(cellen):
                rijen.append((nummer, cellen))
    except UnicodeDecodeError:
        fout = _melding("de tekst is geen UTF-8; sla het bestand als UTF-8 op", None)
    except csv.Error:
        fout = _melding("hier is de CSV niet geldig; kijk naar de aanhalingstekens", nummer + 1)
    if fout is not None:
        raise TabelFout([fout])
    return rijen


def _kopfouten(kop: int, namen: list[str], bekend: set[str]) -> Iterator[Melding]:
    gezien: set[str] = set()
    for plaats, naam in enumerate(namen, 1):
        if naam not in bekend:
            uitleg = "is geen bekende kolom; gebruik de namen van de velden, zoals prestatie_id"
        elif naam in gezien:
            uitleg = "komt al eerder voor; haal een van beide weg"
        else:
            gezien.add(naam)
            continue
        yield Melding(
            reden=Tabelreden.KOLOM, uitleg=f"kolom {plaats} {uitleg}", regel=kop, rij=True
        )


def _zet(doel: dict[str, Any], pad: Pad, cel: str, soort: Soort) -> None:
    """Put the value of a cell at its place; an empty cell is a member left out."""
    if not cel:
        return
    for deel in pad[:-1]:
        doel = doel.setdefault(str(deel), {})
    doel[str(pad[-1])] = _waarde(cel, soort)


def _waarde(cel: str, soort: Soort) -> str | int | bool:
    """Return a number or boolean where one belongs; what is none stays text and is refused."""
    if soort is Soort.GETAL and _GETAL.fullmatch(cel) is not None:
        return int(cel)
    return _JANEE.get(cel, cel) if soort is Soort.JANEE else cel
