"""CSV to the JSON value of a tarieftabel.

One row is one tarief. A column is called after the member it fills, with a dot before a member
of a member; a cell is trimmed, and an empty one is a member left out:

- of the row: ``prestatie_id``, ``tariefsoort``, ``eenheid``, ``bedrag_eurocent``, ``betwist``,
  ``looptijd.van``, ``looptijd.tot_en_met``, ``bron.titel``, ``bron.verificatie``, ...
- of the table, the same in every row that fills it: ``naam``, ``regime``, ``tariefbeschikking.titel``,
  ``tariefbeschikking.status``, ``tariefbeschikking.bron.titel``,
  ``tariefbeschikking.bron.verificatie``, ``tariefbeschikking.looptijd.van``, ...

An amount in euros stands in ``bedrag_euro`` instead (``63,72`` or ``63.72``). What belongs to the
table may also stand in some rows only. A column whose name starts with ``#`` is for reading.

Amounts are whole eurocents, dates ``JJJJ-MM-DD``, booleans ``true`` or ``false``. The separator
is a comma, or a semicolon when the header has no comma. The text is UTF-8; a byte order mark, as
spreadsheets write it, is allowed. Opslagen and lists of prestaties need TOML or JSON.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Final

from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.model.prestatie import Prestatie
from geboortezorg.model.tarief import Tarief, Tarieftabel
from geboortezorg.tabellen.fout import Melding, Pad, TabelFout, Tabelreden
from geboortezorg.tabellen.koppeling import CODE, EURO, Koppeling, eurocent
from geboortezorg.tabellen.leestoml import GEEN_UTF8
from geboortezorg.tabellen.oningevuld import OPEN
from geboortezorg.tekst import Tekst
from geboortezorg.tijd import is_datum
from geboortezorg.veld import MAX_LIJST
from geboortezorg.vorm import Soort, velden

_GETAL: Final = re.compile("-?[0-9]{1,15}")
_JANEE: Final = {"true": True, "false": False}
_EUROCENT: Final = "bedrag_eurocent"
_LEESKOLOM: Final = "#"
_GEEN_BEDRAG: Final = object()

_GEEN_EURO: Final = Tekst(
    "hier staat geen bedrag in euro met ten hoogste twee decimalen; schrijf 63,72 of 63.72, of zeg "
    "met decimaalteken in een koppeling hoe het er staat",
    "there is no amount in euros with at most two decimals here; write 63,72 or 63.72, or say with "
    "decimaalteken in a mapping how it is written",
)
_GEEN_DATUM: Final = Tekst(
    "hier staat een datum niet zoals datumvorm zegt; verbeter de cel of datumvorm, of zeg in "
    "[csv.waarden] wat de cel betekent",
    "a date is not written here as datumvorm says; correct the cell or datumvorm, or say in "
    "[csv.waarden] what the cell means",
)
_LEEG: Final = Tekst(
    "het bestand is leeg; begin met een rij kolomnamen",
    "the file is empty; begin with a row of column names",
)
_TE_VEEL: Final = Tekst(
    "er zijn meer dan {aantal} rijen; splits het bestand",
    "there are more than {aantal} rows; split the file",
)
_ANDER_AANTAL: Final = Tekst(
    "deze rij heeft een ander aantal cellen dan de kop; maak ze gelijk",
    "this row has another number of cells than the header; make them equal",
)
_GEEN_RIJ: Final = Tekst(
    "er staat geen enkele rij onder de kop; voeg er een toe",
    "there is no row under the header; add one",
)
_HELE_TABEL: Final = Tekst(
    "kolom {naam} is van de hele tabel en moet in elke rij gelijk zijn",
    "column {naam} belongs to the whole table and must be the same in every row",
)
_RIJEN_HOREN: Final = Tekst(
    "onder de kop horen een tot {aantal} rijen; verbeter kopregel of het bestand",
    "one to {aantal} rows belong under the header; correct kopregel or the file",
)
_KOLOM_NIET_EEN_KEER: Final = Tekst(
    "de kolom van {naam} staat niet een keer in de kop; verbeter [csv.kolommen]",
    "the column of {naam} does not stand in the header exactly once; correct [csv.kolommen]",
)
_TE_WEINIG_CELLEN: Final = Tekst(
    "deze rij heeft minder cellen dan de kop; vul haar aan",
    "this row has fewer cells than the header; complete it",
)
_TE_VEEL_CELLEN: Final = Tekst(
    "deze rij heeft meer gevulde cellen dan de kop; zet een cel met het scheidingsteken erin tussen "
    "aanhalingstekens",
    "this row has more filled cells than the header; put quotation marks around a cell that holds "
    "the separator",
)
_GEEN_BEKENDE: Final = Tekst(
    "geen enkele rij noemt een prestatie die bekend is; verbeter de kolom van de prestatie, of "
    "[csv.waarden]",
    "no row names a prestatie that is known; correct the column of the prestatie, or [csv.waarden]",
)
_GEEN_CSV: Final = Tekst(
    "hier is de CSV niet geldig; kijk naar de aanhalingstekens",
    "the CSV is not valid here; look at the quotation marks",
)
_ONBEKENDE_KOLOM: Final = Tekst(
    "kolom {plaats} is geen bekende kolom; gebruik de namen van de velden, zoals prestatie_id",
    "column {plaats} is not a known column; use the names of the members, such as prestatie_id",
)
_KOLOM_TWEEMAAL: Final = Tekst(
    "kolom {plaats} komt al eerder voor, of een die hetzelfde zegt; haal een van beide weg",
    "column {plaats} stands there already, or one that says the same; remove one of the two",
)

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
        raise TabelFout([_melding(_LEEG, 1)])
    if len(rijen) > MAX_LIJST + 1:
        raise TabelFout([_melding(_TE_VEEL.met(aantal=MAX_LIJST), None)])
    rijen = [(nummer, [cel.strip() for cel in cellen]) for nummer, cellen in rijen]
    kop, namen = rijen[0]
    while not namen[-1]:  # a spreadsheet writes a column that was emptied as well
        namen = namen[:-1]
    rijen = [(nummer, _zonder_lege_staart(cellen, len(namen))) for nummer, cellen in rijen]
    van_tabel, van_rij = kolommen()
    meldingen = list(_kopfouten(kop, namen, {*van_tabel, *van_rij, EURO}))
    meldingen += [
        _melding(_ANDER_AANTAL, nummer) for nummer, cellen in rijen[1:] if len(cellen) != len(namen)
    ]
    if len(rijen) == 1:
        meldingen.append(_melding(_GEEN_RIJ, kop))
    if meldingen:
        raise TabelFout(meldingen)
    document: dict[str, Any] = {"soort": "tarieftabel", "schema_versie": SCHEMA_VERSIE}
    plaatsen: dict[Pad, int] = {(): rijen[1][0]}
    tarieven: list[dict[str, Any]] = []
    genoemd = [(nummer, dict(zip(namen, cellen, strict=True))) for nummer, cellen in rijen[1:]]
    van_alle = {
        naam: next((rij[naam] for _, rij in genoemd if rij.get(naam)), "") for naam in van_tabel
    }
    for naam, (pad, soort) in van_tabel.items():
        _zet(document, pad, van_alle[naam], soort)
    for nummer, rij in genoemd:
        anders = [naam for naam in van_tabel if rij.get(naam) not in (None, "", van_alle[naam])]
        meldingen += [
            Melding(
                reden=Tabelreden.KOLOM,
                uitleg=_HELE_TABEL.met(naam=naam),
                tekstregel=nummer,
                rij=True,
            )
            for naam in anders
        ]
        plaatsen["tarieven", len(tarieven)] = nummer
        tarieven.append(_tarief(rij))
        if tarieven[-1].get(_EUROCENT) is _GEEN_BEDRAG:
            meldingen.append(_melding(_GEEN_EURO, nummer))
    if meldingen:
        raise TabelFout(meldingen)
    document["tarieven"] = tarieven
    return document, plaatsen


def _zonder_lege_staart(cellen: list[str], breedte: int) -> list[str]:
    """Return the cells of a row without those behind its columns, when nothing stands in these."""
    return cellen if any(cellen[breedte:]) else cellen[:breedte]


def lees_gekoppeld(
    data: bytes, koppeling: Koppeling, prestatie: Callable[[str], Prestatie | None] | None
) -> tuple[list[dict[str, Any]], dict[Pad, int]]:
    """Return the tarieven in the CSV of somebody else, and the row of each.

    `prestatie` gives what a name or public code stands for, when that is known. Raises :class:`TabelFout`, without a
    file name.
    """
    rijen = _rijen(data, koppeling.scheidingsteken, koppeling.codering, koppeling.kopregel)
    rijen = [(nummer, cellen) for nummer, cellen in rijen if nummer >= koppeling.kopregel]
    if not 1 < len(rijen) <= MAX_LIJST + 1:
        raise TabelFout([_melding(_RIJEN_HOREN.met(aantal=MAX_LIJST), koppeling.kopregel)])
    kop, titels = rijen[0][0], [titel.strip() for titel in rijen[0][1]]
    meldingen = [
        _melding(_KOLOM_NIET_EEN_KEER.met(naam=naam), kop)
        for naam, titel in koppeling.kolommen.items()
        if titels.count(titel) != 1
    ]
    for nummer, cellen in rijen[1:]:
        if len(cellen) < len(titels):
            meldingen.append(_melding(_TE_WEINIG_CELLEN, nummer))
        elif any(map(str.strip, cellen[len(titels) :])):  # 63,72 without quotes is 63 and a rest
            meldingen.append(_melding(_TE_VEEL_CELLEN, nummer))
    if meldingen:
        raise TabelFout(meldingen)
    tarieven: list[dict[str, Any]] = []
    plaatsen: dict[Pad, int] = {}
    datums = [naam for naam, (_, soort) in kolommen()[1].items() if soort is Soort.DATUM]
    for nummer, cellen in rijen[1:]:
        rij = koppeling.cellen(dict(zip(titels, cellen, strict=False)), datums)
        naam = rij.pop(CODE, "") or rij.get("prestatie_id", "")
        gevonden = None if prestatie is None else prestatie(naam)
        if gevonden is None and prestatie is not None and koppeling.alleen_bekend:
            continue
        rij["prestatie_id"] = naam if gevonden is None else gevonden.prestatie_id
        tarief = _tarief(rij, koppeling.decimaalteken)
        if tarief.get(_EUROCENT) is _GEEN_BEDRAG:
            meldingen.append(_melding(_GEEN_EURO, nummer))
        if koppeling.datumvorm and not all(_is_dag(rij.get(naam, "")) for naam in datums):
            meldingen.append(_melding(_GEEN_DATUM, nummer))
        plaatsen["tarieven", len(tarieven)] = nummer
        tarieven.append(tarief)
    if not tarieven:
        meldingen.append(_melding(_GEEN_BEKENDE, kop))
    if meldingen:
        raise TabelFout(meldingen)
    return tarieven, plaatsen


def _is_dag(cel: str) -> bool:
    """Say whether a cell is a date as we write it, or what nobody filled in."""
    return cel in ("", OPEN) or is_datum(cel)


def _tarief(rij: Mapping[str, str], decimaalteken: str | None = None) -> dict[str, Any]:
    """Return the JSON value of one tarief; an amount in euros that is none is marked as such."""
    tarief: dict[str, Any] = {}
    for naam, (pad, soort) in kolommen()[1].items():
        _zet(tarief, pad, rij.get(naam, ""), soort)
    euro = rij.get(EURO, "")
    if euro:
        try:
            tarief[_EUROCENT] = _eurocent(euro, decimaalteken)
        except ValueError:
            tarief[_EUROCENT] = _GEEN_BEDRAG
    return tarief


def _melding(uitleg: Tekst, rij: int | None) -> Melding:
    return Melding(reden=Tabelreden.INHOUD, uitleg=uitleg, tekstregel=rij, rij=True)


def _rijen(
    data: bytes, teken: str | None = None, codering: str = "utf-8", kopregel: int = 1
) -> list[tuple[int, list[str]]]:
    """Return the rows that are not empty, each with its number as a spreadsheet shows it."""
    rijen: list[tuple[int, list[str]]] = []
    fout: Melding | None = None
    nummer = 0
    try:
        tekst = data.decode("utf-8-sig" if codering == "utf-8" else codering)
        kop = "".join(tekst.split("\n", kopregel)[kopregel - 1 : kopregel])
        teken = teken or (";" if ";" in kop and "," not in kop else ",")
        lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=teken, strict=True)
        for nummer, cellen in enumerate(lezer, 1):
            if any(map(str.strip, cellen)):
                rijen.append((nummer, cellen))
    except UnicodeDecodeError:
        fout = _melding(GEEN_UTF8, None)
    except csv.Error:
        fout = _melding(_GEEN_CSV, nummer + 1)
    if fout is not None:
        raise TabelFout([fout])
    return rijen


def _kopfouten(kop: int, namen: list[str], bekend: set[str]) -> Iterator[Melding]:
    gezien: set[str] = set()
    for plaats, naam in enumerate(namen, 1):
        if naam.startswith(_LEESKOLOM):
            continue
        if naam not in bekend:
            uitleg = _ONBEKENDE_KOLOM
        elif naam in gezien or {naam, *gezien} >= {EURO, _EUROCENT}:
            uitleg = _KOLOM_TWEEMAAL
        else:
            gezien.add(naam)
            continue
        yield Melding(
            reden=Tabelreden.KOLOM, uitleg=uitleg.met(plaats=plaats), tekstregel=kop, rij=True
        )


def _zet(doel: dict[str, Any], pad: Pad, cel: str, soort: Soort) -> None:
    """Put the value of a cell at its place; an empty cell is a member left out."""
    if not cel:
        return
    for deel in pad[:-1]:
        doel = doel.setdefault(str(deel), {})
    doel[str(pad[-1])] = _waarde(cel, soort)


def _eurocent(cel: str, decimaalteken: str | None) -> int | str:
    """Return whole eurocents, exactly; what nobody filled in stays open."""
    return cel if cel == OPEN else eurocent(cel, decimaalteken)


def _waarde(cel: str, soort: Soort) -> str | int | bool:
    """Return a number or boolean where one belongs; what is none stays text and is refused."""
    if soort is Soort.GETAL and _GETAL.fullmatch(cel) is not None:
        return int(cel)
    return _JANEE.get(cel, cel) if soort is Soort.JANEE else cel
