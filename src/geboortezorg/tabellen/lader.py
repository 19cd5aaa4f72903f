"""Files with tables, in TOML, JSON or CSV, all with the same checks.

A TOML or JSON file is a document of soort `tarieftabel` or `prestatielijst`, with the members of
its JSON Schema. What a CSV file looks like stands in :mod:`geboortezorg.tabellen.leescsv`.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final, final

import attrs

from geboortezorg import convert
from geboortezorg.convert import Vormfout, Vormfouten, Vormreden
from geboortezorg.model.prestatie import Prestatielijst
from geboortezorg.model.tarief import Tarieftabel
from geboortezorg.tabellen import leescsv, leestoml, pakket
from geboortezorg.tabellen.bestanden import MAX_BYTES, open_bestand, open_genoemde
from geboortezorg.tabellen.fout import Melding, Pad, TabelFout, Tabelreden
from geboortezorg.tabellen.herkomst import Herkomst, op_volgorde, toets_inhoud
from geboortezorg.tabellen.tabellen import Tabellen

_VERSLAG: Final = {
    Vormreden.ONTBREEKT: "een verplicht veld ontbreekt; voeg het toe",
    Vormreden.ONBEKEND_VELD: "hier staat een onbekende sleutel; verbeter of verwijder hem",
}
_ANDERS: Final = "de waarde past hier niet; verbeter haar"
_ZONDER_BRON: Final = "de bron ontbreekt; noem een bron met ten minste titel en verificatie"


@final
@attrs.frozen(kw_only=True)
class Gelezen:
    """A table that was read, with the means to say where something in it stands."""

    tabel: Prestatielijst | Tarieftabel
    herkomst: Herkomst


def read_file(pad: str | os.PathLike[str]) -> Prestatielijst | Tarieftabel:
    """Return the prestatielijst or tarieftabel in a file.

    The end of the file name says what it is: ``.toml``, ``.json`` or ``.csv``. Raises
    :class:`TabelFout` with every reason found, each naming file and line, row or JSON Pointer.
    Whether the prestaties exist and whether rows overlap with another table is only known
    beside other tables: see :func:`with_files`.
    """
    return lees(*open_bestand(pad)).tabel


def with_files(tabellen: Tabellen, *paden: str | os.PathLike[str]) -> Tabellen:
    """Return the tables in use together with those in files.

    Raises :class:`TabelFout` like :func:`read_file`, and also when a file does not go with
    the tables in use or with another file.
    """
    return _samen(tabellen, (), map(open_bestand, paden))


def with_document(
    tabellen: Tabellen,
    modellen: Sequence[Prestatielijst | Tarieftabel],
    map_: Path,
    namen: Sequence[str],
) -> Tabellen:
    """Return the tables in use with those of a document: its models and the files that it names.

    Raises :class:`TabelFout` like :func:`with_files`, and for a file outside the folder.
    """
    return _samen(tabellen, modellen, open_genoemde(map_, namen))


def _samen(
    tabellen: Tabellen,
    modellen: Sequence[Prestatielijst | Tarieftabel],
    bestanden: Iterable[tuple[str, bytes]],
) -> Tabellen:
    gelezen = _lees_alle(bestanden)
    return tabellen.add(
        *modellen,
        *(deel.tabel for deel in gelezen),
        herkomst=[*op_volgorde(modellen), *(deel.herkomst for deel in gelezen)],
    )


def uit_pakket() -> Tabellen:
    """Return the tables that ship with this package, read anew."""
    return _samen(Tabellen(), (), pakket.bestanden())


def lees(bestand: str, data: bytes) -> Gelezen:
    """Return the table in the bytes of a file; `bestand` is its name, without a folder."""
    if len(data) > MAX_BYTES:
        raise _een(bestand, Tabelreden.TE_GROOT, "het bestand is groter dan 2 MiB; splits het")
    lezer = _LEZERS.get(Path(bestand).suffix.lower())
    if lezer is None:
        raise _een(
            bestand,
            Tabelreden.BESTANDSSOORT,
            "de naam van het bestand eindigt niet op .toml, .json of .csv",
        )
    plaatsen: dict[Pad, int] = {}
    herkomst = Herkomst(bestand=bestand, plaatsen=plaatsen, rij=lezer is _csv)
    meldingen: list[Melding] = []
    tabel: Any = None
    try:
        tabel = lezer(data, plaatsen)
    except TabelFout as fout:
        meldingen = [attrs.evolve(melding, bestand=bestand) for melding in fout.meldingen]
    except Vormfouten as fouten:
        meldingen = [_vorm(fout, herkomst) for fout in fouten.fouten]
    if meldingen:
        raise TabelFout(meldingen)
    if not isinstance(tabel, Prestatielijst | Tarieftabel):
        raise _een(
            bestand,
            Tabelreden.SOORT,
            "dit document is geen tabel; zet soort op tarieftabel of prestatielijst",
        )
    toets_inhoud(tabel, herkomst)
    return Gelezen(tabel=tabel, herkomst=herkomst)


def _een(bestand: str, reden: Tabelreden, uitleg: str) -> TabelFout:
    return TabelFout([Melding(reden=reden, uitleg=uitleg, bestand=bestand)])


def _toml(data: bytes, plaatsen: dict[Pad, int]) -> Any:
    gegeven, gevonden = leestoml.lees(data)
    plaatsen.update(gevonden)
    return convert.structureer_document(gegeven)


def _csv(data: bytes, plaatsen: dict[Pad, int]) -> Any:
    gegeven, gevonden = leescsv.lees(data)
    plaatsen.update(gevonden)
    return convert.structureer_document(gegeven)


def _json(data: bytes, _: dict[Pad, int]) -> Any:
    try:
        return convert.lees_document(data)
    except convert.Invoerfout as fout:
        melding = Melding(
            reden=Tabelreden.INHOUD,
            uitleg=f"dit is geen geldige JSON ({fout.reden.value})",
            regel=fout.regel,
        )
    raise TabelFout([melding])


_LEZERS: Final[dict[str, Callable[[bytes, dict[Pad, int]], Any]]] = {
    ".toml": _toml,
    ".json": _json,
    ".csv": _csv,
}


def _vorm(fout: Vormfout, herkomst: Herkomst) -> Melding:
    uitleg = _VERSLAG.get(fout.reden, _ANDERS)
    if fout.reden is Vormreden.ONTBREEKT and fout.pad[-1] == "bron":
        uitleg = _ZONDER_BRON
    uitleg = f"{uitleg} (verwacht: {fout.verwacht.nl})"
    return attrs.evolve(herkomst.melding(Tabelreden.VORM, uitleg, fout.pad), pointer=fout.pointer)


def _lees_alle(bestanden: Iterable[tuple[str, bytes]]) -> list[Gelezen]:
    gelezen: list[Gelezen] = []
    meldingen: list[Melding] = []
    for bestand, data in bestanden:
        try:
            gelezen.append(lees(bestand, data))
        except TabelFout as fout:
            meldingen += fout.meldingen
    if meldingen:
        raise TabelFout(meldingen)
    return gelezen
