"""Files with tables, in TOML, JSON or CSV, all with the same checks.

A TOML or JSON file is a document of soort `tarieftabel`, `prestatielijst`, `normtabel` or `cijfertabel`,
with the members of its JSON Schema; a CSV file is a tarieftabel, and what it looks like stands in
:mod:`geboortezorg.tabellen.leescsv`.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final, final

import attrs

from geboortezorg import convert, model
from geboortezorg.bevroren import bevroren
from geboortezorg.convert import Vormfout, Vormfouten, Vormreden
from geboortezorg.tabellen import koppeling, leescsv, leestoml, oningevuld, pakket
from geboortezorg.tabellen.bestanden import (
    MAX_BYTES,
    Bestand,
    open_bestand,
    open_genoemde,
    open_naast,
)
from geboortezorg.tabellen.cijfers import Cijfers
from geboortezorg.tabellen.fout import Gebrek, Melding, Pad, TabelFout, Tabelreden
from geboortezorg.tabellen.herkomst import EigenTabel, Herkomst, op_volgorde, toets_inhoud
from geboortezorg.tabellen.koppeling import Koppeling
from geboortezorg.tabellen.normen import Normen
from geboortezorg.tabellen.tabellen import Tabellen
from geboortezorg.tekst import Tekst, TypeFout

_VERSLAG: Final = {
    Vormreden.ONTBREEKT: Tekst(
        "een verplicht veld ontbreekt; voeg het toe", "a required member is missing; add it"
    ),
    Vormreden.ONBEKEND_VELD: Tekst(
        "hier staat een onbekende sleutel; verbeter of verwijder hem",
        "there is an unknown key here; correct or remove it",
    ),
}
_ANDERS: Final = Tekst(
    "de waarde past hier niet; verbeter haar", "the value does not fit here; correct it"
)
_MET_VERWACHT: Final = Tekst("{uitleg} (verwacht: {verwacht})", "{uitleg} (expected: {verwacht})")
_TE_GROOT: Final = Tekst(
    "het bestand is groter dan 2 MiB; splits het", "the file is larger than 2 MiB; split it"
)
_ZONDER_BRON: Final = Tekst(
    "de bron ontbreekt; noem een bron met ten minste titel en verificatie",
    "the source is missing; name a source with at least titel and verificatie",
)
_BESTANDSSOORT: Final = Tekst(
    "de naam van het bestand eindigt niet op .toml, .json of .csv; geef een van die drie",
    "the name of the file does not end in .toml, .json or .csv; give one of those three",
)
_GEEN_TABEL: Final = Tekst(
    "dit document is geen tabel; zet soort op tarieftabel, prestatielijst, normtabel of "
    "cijfertabel",
    "this document is no table; set soort to tarieftabel, prestatielijst, normtabel or cijfertabel",
)
_GEEN_TABELLEN: Final = Tekst(
    "het eerste is wat er al is; geef with_files(shipped(), ...)",
    "the first is what there is already; give with_files(shipped(), ...)",
)
_GEEN_OVEREENKOMST: Final = Tekst(
    "dit document is geen overeenkomst; zet soort op overeenkomst, of noem een tabel in "
    "tabelbestanden",
    "this document is no agreement; set soort to overeenkomst, or name a table in tabelbestanden",
)
_TWEEMAAL_TARIEVEN: Final = Tekst(
    "de tarieven staan hier en in een CSV-bestand; haal een van beide weg",
    "the tarieven stand here and in a CSV file; remove one of the two",
)
_GEEN_JSON: Final = Tekst(
    "dit is geen geldige JSON ({reden}); verbeter het bestand",
    "this is not valid JSON ({reden}); mend the file",
)


Noem = Callable[[str], model.Prestatie | None]
"""Says what a name or public code of a prestatie stands for."""


@final
@attrs.define
class _Lezing:
    """A file that is being read: what is needed for it, and what is found on the way."""

    bestand: str
    map_: Path | None
    prestatie: Noem | None
    rij: bool
    plaatsen: dict[Pad, int] = attrs.field(factory=dict)
    rijen_uit: str | None = None

    @property
    def herkomst(self) -> Herkomst:
        return Herkomst(
            bestand=self.bestand, plaatsen=self.plaatsen, rij=self.rij, rijen_uit=self.rijen_uit
        )

    def melding(self, gebrek: Gebrek) -> Melding:
        return self.herkomst.melding(gebrek.reden, gebrek.uitleg, gebrek.pad)


@final
@bevroren(kw_only=True)
class Gelezen:
    """A table that was read, with the means to say where something in it stands."""

    tabel: EigenTabel
    herkomst: Herkomst


def read_file(pad: str | os.PathLike[str]) -> EigenTabel:
    """Return the table in a file: a prestatielijst, tarieftabel, normtabel or cijfertabel.

    The end of the file name says what it is: ``.toml``, ``.json`` or ``.csv``. Raises
    :class:`TabelFout` with every reason found, each naming file and line, row or JSON Pointer.
    Whether the prestaties exist and whether rows overlap with another table is only known
    beside other tables: see :func:`with_files`.
    """
    return lees(*open_bestand(pad)).tabel


def with_files(tabellen: Tabellen, *paden: str | os.PathLike[str]) -> Tabellen:
    """Return the tables in use together with those in files.

    Raises :class:`TabelFout` like :func:`read_file`, and also when a file does not go with
    the tables in use or with another file. Raises TypeError when no tables come first.
    """
    if not isinstance(tabellen, Tabellen):
        raise TypeFout(_GEEN_TABELLEN)
    return _samen(tabellen, (), map(open_bestand, paden))


def with_document(
    tabellen: Tabellen,
    modellen: Sequence[EigenTabel],
    map_: Path,
    namen: Sequence[str],
) -> Tabellen:
    """Return the tables in use with those of a document: its models and the files that it names.

    Raises :class:`TabelFout` like :func:`with_files`, and for a file outside the folder.
    """
    return _samen(tabellen, modellen, open_genoemde(map_, "tabelbestanden", namen))


def overeenkomsten(map_: Path, namen: Sequence[str]) -> tuple[model.Overeenkomst, ...]:
    """Return the agreements in the files that a context in the folder `map_` names.

    Raises :class:`TabelFout` like :func:`with_document`, with every file that is no agreement.
    """
    gelezen: list[model.Overeenkomst] = []
    meldingen: list[Melding] = []
    for bestand, data, _ in open_genoemde(map_, "overeenkomstbestanden", namen):
        try:
            document, _herkomst = lees_model(bestand, data)
            if isinstance(document, model.Overeenkomst):
                gelezen.append(document)
            else:
                meldingen += _een(bestand, Tabelreden.SOORT, _GEEN_OVEREENKOMST).meldingen
        except TabelFout as fout:
            meldingen += fout.meldingen
    if meldingen:
        raise TabelFout(meldingen)
    return tuple(gelezen)


def _samen(
    tabellen: Tabellen,
    modellen: Sequence[EigenTabel],
    bestanden: Iterable[Bestand],
) -> Tabellen:
    gelezen = _lees_alle(bestanden, tabellen.prestatie)
    return tabellen.add(
        *modellen,
        *(deel.tabel for deel in gelezen),
        herkomst=[*op_volgorde(modellen), *(deel.herkomst for deel in gelezen)],
    )


def uit_bestanden() -> Tabellen:
    """Return the tables in the data files of this package, with the checks of a file."""
    return _samen(Tabellen(), (), ((naam, data, None) for naam, data in pakket.bestanden()))


def lees(
    bestand: str, data: bytes, map_: Path | None = None, prestatie: Noem | None = None
) -> Gelezen:
    """Return the table in the bytes of a file; `bestand` is its name, without a folder.

    `map_` is its folder, and `prestatie` says what a name or code stands for: what the price list
    of somebody else needs.
    """
    tabel, herkomst = lees_model(bestand, data, map_, prestatie)
    if isinstance(tabel, model.Normtabel):
        Normen(tabel, herkomst=(herkomst,))
    elif isinstance(tabel, model.Cijfertabel):
        Cijfers(tabel, herkomst=(herkomst,))
    elif isinstance(tabel, model.Prestatielijst | model.Tarieftabel):
        toets_inhoud(tabel, herkomst)
    else:
        raise _een(bestand, Tabelreden.SOORT, _GEEN_TABEL)
    return Gelezen(tabel=tabel, herkomst=herkomst)


def lees_model(
    bestand: str, data: bytes, map_: Path | None = None, prestatie: Noem | None = None
) -> tuple[Any, Herkomst]:
    """Return the document in the bytes of a file, whatever its soort, and where its parts stand."""
    if len(data) > MAX_BYTES:
        raise _een(bestand, Tabelreden.TE_GROOT, _TE_GROOT)
    lezer = _LEZERS.get(Path(bestand).suffix.lower())
    if lezer is None:
        raise _een(bestand, Tabelreden.BESTANDSSOORT, _BESTANDSSOORT)
    lezing = _Lezing(bestand, map_, prestatie, rij=lezer is _csv)
    meldingen: list[Melding] = []
    tabel: Any = None
    try:
        tabel = lezer(data, lezing)
    except TabelFout as fout:
        meldingen = [attrs.evolve(m, bestand=m.bestand or bestand) for m in fout.meldingen]
    except Vormfouten as fouten:
        meldingen = [_vorm(fout, lezing.herkomst) for fout in fouten.fouten]
    if meldingen:
        raise TabelFout(meldingen)
    return tabel, lezing.herkomst


def _een(bestand: str, reden: Tabelreden, uitleg: Tekst) -> TabelFout:
    return TabelFout([Melding(reden=reden, uitleg=uitleg, bestand=bestand)])


def _toml(data: bytes, lezing: _Lezing) -> Any:
    gegeven, gevonden = leestoml.lees(data)
    lezing.plaatsen.update(gevonden)
    if koppeling.DEEL in gegeven:
        gegeven = _gekoppeld(gegeven, lezing)
    return _structureer(gegeven, lezing)


def _gekoppeld(gegeven: dict[str, Any], lezing: _Lezing) -> dict[str, Any]:
    """Return the document with the rows of the CSV file that it names, in place of that name."""
    gelezen = koppeling.lees(gegeven[koppeling.DEEL], set(leescsv.kolommen()[1]))
    if not isinstance(gelezen, Koppeling):
        raise TabelFout(map(lezing.melding, gelezen))
    if "tarieven" in gegeven:
        dubbel = Gebrek(pad=("tarieven",), reden=Tabelreden.INHOUD, uitleg=_TWEEMAAL_TARIEVEN)
        raise TabelFout([lezing.melding(dubbel)])
    plek = (koppeling.DEEL, "bestand")
    naam = ""
    try:
        naam, data = open_naast(lezing.map_, gelezen.bestand, plek)
        if len(data) > MAX_BYTES:
            raise _een(naam, Tabelreden.TE_GROOT, _TE_GROOT)
        tarieven, plaatsen = leescsv.lees_gekoppeld(data, gelezen, lezing.prestatie)
    except TabelFout as fout:
        hier = Gebrek(pad=plek, reden=fout.meldingen[0].reden, uitleg=fout.meldingen[0].uitleg)
        meldingen = [attrs.evolve(melding, bestand=naam) for melding in fout.meldingen]
    else:
        lezing.rijen_uit = naam
        lezing.plaatsen.update(plaatsen)
        rest = {lid: waarde for lid, waarde in gegeven.items() if lid != koppeling.DEEL}
        return rest | {"tarieven": tarieven}
    raise TabelFout(meldingen if naam else [lezing.melding(hier)])


def _csv(data: bytes, lezing: _Lezing) -> Any:
    gegeven, gevonden = leescsv.lees(data)
    lezing.plaatsen.update(gevonden)
    return _structureer(gegeven, lezing)


def _structureer(gegeven: Any, lezing: _Lezing) -> Any:
    """Return the model of a document in which nothing is left open."""
    meldingen = [lezing.melding(gebrek) for gebrek in oningevuld.gebreken(gegeven)]
    if meldingen:
        raise TabelFout(meldingen)
    return convert.structureer_document(gegeven)


def _json(data: bytes, _: _Lezing) -> Any:
    try:
        return convert.lees_document(data)
    except convert.Invoerfout as fout:
        melding = Melding(
            reden=Tabelreden.INHOUD,
            uitleg=_GEEN_JSON.met(reden=fout.reden.value),
            tekstregel=fout.tekstregel,
        )
    raise TabelFout([melding])


_LEZERS: Final[dict[str, Callable[[bytes, _Lezing], Any]]] = {
    ".toml": _toml,
    ".json": _json,
    ".csv": _csv,
}


def _vorm(fout: Vormfout, herkomst: Herkomst) -> Melding:
    uitleg = _VERSLAG.get(fout.reden, _ANDERS)
    if fout.reden is Vormreden.ONTBREEKT and fout.pad[-1] == "bron":
        uitleg = _ZONDER_BRON
    uitleg = _MET_VERWACHT.met(uitleg=uitleg, verwacht=fout.verwacht)
    return attrs.evolve(herkomst.melding(Tabelreden.VORM, uitleg, fout.pad), pointer=fout.pointer)


def _lees_alle(bestanden: Iterable[Bestand], prestatie: Noem) -> list[Gelezen]:
    gelezen: list[Gelezen] = []
    meldingen: list[Melding] = []
    for bestand, data, map_ in bestanden:
        try:
            gelezen.append(lees(bestand, data, map_, prestatie))
        except TabelFout as fout:
            meldingen += fout.meldingen
    if meldingen:
        raise TabelFout(meldingen)
    return gelezen
