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
from geboortezorg.tabellen import inhoud, leescsv, leestoml, pakket, samenhang
from geboortezorg.tabellen.fout import Gebrek, Melding, Pad, TabelFout, Tabelreden, als_pointer
from geboortezorg.tabellen.leestoml import regel_van
from geboortezorg.tabellen.opzoeken import Tabellen

MAX_BYTES: Final = 2 * 1024 * 1024
"""Largest file with a table that is read: 2 MiB, some ten thousand rows."""

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
    bestand: str
    plaatsen: dict[Pad, int]
    """Line or row of each part that is known; empty for JSON."""
    rij: bool


def lees_bestand(pad: str | os.PathLike[str]) -> Prestatielijst | Tarieftabel:
    """Return the prestatielijst or tarieftabel in a file.

    The end of the file name says what it is: ``.toml``, ``.json`` or ``.csv``. Raises
    :class:`TabelFout` with every reason found, each naming file and line, row or JSON Pointer.
    Whether the prestaties exist and whether rows overlap with another table is only known
    beside other tables: see :func:`met_bestanden`.
    """
    return lees(*_open(pad)).tabel


def met_bestanden(tabellen: Tabellen, *paden: str | os.PathLike[str]) -> Tabellen:
    """Return the tables in use together with those in files.

    Raises :class:`TabelFout` like :func:`lees_bestand`, and also when a file does not go with
    the tables in use or with another file.
    """
    return _samen(tabellen, [_open(pad) for pad in paden])


def uit_pakket() -> Tabellen:
    """Return the tables that ship with this package, read anew."""
    return _samen(Tabellen(), pakket.bestanden())


def _open(pad: str | os.PathLike[str]) -> tuple[str, bytes]:
    """Return the name of a file, without its folder, and at most one byte more than allowed."""
    plek = Path(pad)
    data: bytes | None = None
    try:
        with plek.open("rb") as stroom:
            data = stroom.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        pass
    if data is None:
        raise TabelFout(
            [
                Melding(
                    reden=Tabelreden.ONLEESBAAR,
                    uitleg="dit bestand is er niet of is niet te lezen",
                    bestand=plek.name,
                )
            ]
        )
    return plek.name, data


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
    rij = lezer is _csv
    plaatsen: dict[Pad, int] = {}
    meldingen: list[Melding] = []
    tabel: Any = None
    try:
        tabel = lezer(data, plaatsen)
    except TabelFout as fout:
        meldingen = [attrs.evolve(melding, bestand=bestand) for melding in fout.meldingen]
    except Vormfouten as fouten:
        meldingen = [_vorm(fout, bestand, plaatsen, rij) for fout in fouten.fouten]
    if meldingen:
        raise TabelFout(meldingen)
    if not isinstance(tabel, Prestatielijst | Tarieftabel):
        raise _een(
            bestand,
            Tabelreden.SOORT,
            "dit document is geen tabel; zet soort op tarieftabel of prestatielijst",
        )
    gelezen = Gelezen(tabel=tabel, bestand=bestand, plaatsen=plaatsen, rij=rij)
    meldingen = [_melding(gelezen, gebrek, [gelezen], [tabel]) for gebrek in inhoud.gebreken(tabel)]
    if meldingen:
        raise TabelFout(meldingen)
    return gelezen


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


def _vorm(fout: Vormfout, bestand: str, plaatsen: dict[Pad, int], rij: bool) -> Melding:
    uitleg = _VERSLAG.get(fout.reden, _ANDERS)
    if fout.reden is Vormreden.ONTBREEKT and fout.pad[-1] == "bron":
        uitleg = _ZONDER_BRON
    return Melding(
        reden=Tabelreden.VORM,
        uitleg=f"{uitleg} (verwacht: {fout.verwacht.nl})",
        bestand=bestand,
        regel=regel_van(plaatsen, fout.pad),
        pointer=fout.pointer,
        rij=rij,
    )


def _samen(tabellen: Tabellen, bestanden: Iterable[tuple[str, bytes]]) -> Tabellen:
    gelezen: list[Gelezen] = []
    meldingen: list[Melding] = []
    for bestand, data in bestanden:
        try:
            gelezen.append(lees(bestand, data))
        except TabelFout as fout:
            meldingen += fout.meldingen
    if meldingen:
        raise TabelFout(meldingen)
    alles = [*tabellen.tabellen, *(deel.tabel for deel in gelezen)]
    herkomst: list[Gelezen | None] = [None] * len(tabellen.tabellen)
    herkomst += gelezen
    for nummer, gebrek in samenhang.gebreken(alles):
        nieuw = herkomst[nummer]
        if nieuw is not None:
            meldingen.append(_melding(nieuw, gebrek, herkomst, alles))
    if meldingen:
        raise TabelFout(meldingen)
    return tabellen.met(*(deel.tabel for deel in gelezen))


def _melding(
    gelezen: Gelezen,
    gebrek: Gebrek,
    herkomst: Sequence[Gelezen | None],
    tabellen: Sequence[samenhang.Tabel],
) -> Melding:
    uitleg = gebrek.uitleg
    if gebrek.ander is not None:
        nummer, pad = gebrek.ander
        uitleg += f" (zie {_ander(herkomst[nummer], tabellen[nummer], pad)})"
    return _plaats(gelezen, gebrek.reden, uitleg, gebrek.pad)


def _plaats(gelezen: Gelezen, reden: Tabelreden, uitleg: str, pad: Pad) -> Melding:
    return Melding(
        reden=reden,
        uitleg=uitleg,
        bestand=gelezen.bestand,
        regel=regel_van(gelezen.plaatsen, pad),
        pointer=als_pointer(pad),
        rij=gelezen.rij,
    )


def _ander(gelezen: Gelezen | None, tabel: samenhang.Tabel, pad: Pad) -> str:
    """Say where the other of two rows stands: in a file, or in a table already in use."""
    if gelezen is not None:
        return _plaats(gelezen, Tabelreden.OVERLAP, "", pad).plaats
    if tabel.naam in pakket.namen():
        return f"{tabel.naam} {als_pointer(pad)}"
    return "een tabel die al in gebruik is"
