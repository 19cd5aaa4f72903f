"""The koppeling: which column of a flat file fills which member of a document.

It is a TOML or JSON file of soort ``koppeling``. Names of members are those of the document; a
member of a member is written below it (``[kolommen.declaratieregels]``) or with a dot. What each
key says stands in :mod:`geboortezorg.lijnen.uitleg`. Without `sleutels` every row that fills a
member of a list is an item of its own, as a declaratieregel always is.

Nothing is guessed and nothing rounded.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, final

import attrs

from geboortezorg.bevroren import bevroren
from geboortezorg.convert import Invoerfout, ontleed_alles
from geboortezorg.lijnen import nakijken
from geboortezorg.lijnen.cellen import STANDAARDVORM
from geboortezorg.lijnen.fout import Gebrek, KoppelingFout
from geboortezorg.lijnen.namen import plat
from geboortezorg.tabellen import TabelFout, leestoml
from geboortezorg.tabellen.fout import tekstregel_van
from geboortezorg.tekst import Tekst

_GEEN_JSON: Final = Tekst(
    "dit is geen JSON in UTF-8 (een naam die twee keer voorkomt is dat ook niet); herstel de opmaak",
    "this is no JSON in UTF-8 (nor is a name that stands there twice); repair the syntax",
)
_ONLEESBAAR: Final = Tekst(
    "dit bestand is er niet of is niet te lezen; verbeter de naam of de rechten",
    "this file is not there or cannot be read; mend its name or its permissions",
)

_LEEG: Final[Mapping[str, Any]] = MappingProxyType({})


@final
@bevroren(kw_only=True)
class Koppeling:
    """How to read the rows of a flat file as documents. Made by :func:`load_mapping`."""

    document_soort: str
    groep: tuple[str, ...]
    kolommen: Mapping[str, str]
    """The title of the column of each member; names have dots."""
    vast: Mapping[str, Any] = attrs.field(default=_LEEG, repr=False)
    waarden: Mapping[str, Mapping[str, str]] = attrs.field(default=_LEEG, repr=False)
    sleutels: Mapping[str, tuple[str, ...]] = _LEEG
    datumvorm: str = STANDAARDVORM
    datumvormen: Mapping[str, str] = _LEEG
    decimaalteken: str | None = None
    lijstteken: str | None = None
    gesorteerd: bool = False
    scheidingsteken: str | None = None
    aanhalingsteken: str = '"'
    codering: str = "utf-8"
    kopregel: int = 1

    @property
    def titels(self) -> tuple[str, ...]:
        """The titles of the columns that are read, each once."""
        uit = [*self.groep, *self.kolommen.values()]
        for titels in self.sleutels.values():
            uit += titels
        return tuple(dict.fromkeys(uit))

    def vorm_van(self, naam: str) -> str:
        """Return the form in which the dates of a member are written."""
        return self.datumvormen.get(naam, self.datumvorm)

    def als_gegevens(self) -> dict[str, Any]:
        """Return the members with their values, in dicts, lists and plain values."""
        return {veld.name: _kaal(getattr(self, veld.name)) for veld in attrs.fields(type(self))}

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by the members: a read-only view of a dict cannot be sent to a process."""
        return _herbouw, (self.als_gegevens(),)


def _kaal(waarde: Any) -> Any:
    if isinstance(waarde, Mapping):
        return {naam: _kaal(deel) for naam, deel in waarde.items()}
    return waarde


def _herbouw(gegevens: dict[str, Any]) -> Koppeling:
    return Koppeling(**gegevens)


def load_mapping(bron: str | os.PathLike[str] | bytes | Mapping[str, Any]) -> Koppeling:
    """Return the koppeling in a TOML or JSON file, in the bytes of one, or in a parsed object.

    A file is TOML when its name ends so; bytes are JSON when they begin with a brace. Raises
    KoppelingFout, which lists everything that is wrong.
    """
    if isinstance(bron, Mapping):
        return _maak(dict(bron), {})
    toml = True
    if isinstance(bron, bytes):
        toml = not bron.lstrip().startswith(b"{")
    else:
        pad = Path(bron)
        toml = pad.suffix.lower() == ".toml"
        bron = _inhoud(pad)
    plaatsen: Mapping[tuple[str | int, ...], int] = {}
    gebreken: list[Gebrek] = []
    gegeven: Any = None
    try:
        if toml:
            gegeven, plaatsen = leestoml.lees(bron)
        else:
            gegeven = ontleed_alles(bron)
    except TabelFout as fout:
        gebreken = [
            Gebrek(pad=(), tekst=melding.uitleg, tekstregel=melding.tekstregel)
            for melding in fout.meldingen
        ]
    except Invoerfout as fout:
        gebreken = [Gebrek(pad=(), tekst=_GEEN_JSON, tekstregel=fout.tekstregel)]
    if gebreken:
        raise KoppelingFout(gebreken)
    return _maak(gegeven, plaatsen)


def _inhoud(pad: Path) -> bytes:
    data = None
    try:
        with pad.open("rb") as bestand:
            data = bestand.read(leestoml.MAX_BYTES + 1)
    except (OSError, ValueError):
        pass
    if data is None:
        raise KoppelingFout([Gebrek(pad=(), tekst=_ONLEESBAAR)], onleesbaar=True)
    return data


def _maak(gegeven: Any, plaatsen: Mapping[tuple[str | int, ...], int]) -> Koppeling:
    gebreken = [
        attrs.evolve(gebrek, tekstregel=tekstregel_van(plaatsen, gebrek.pad))
        for gebrek in nakijken.gebreken(gegeven)
    ]
    if gebreken:
        raise KoppelingFout(gebreken)
    soort = gegeven["document_soort"]
    opties = {naam: waarde for naam, waarde in gegeven.items() if naam in nakijken.KEUZES}
    opties |= {
        naam: MappingProxyType(dict(plat(gegeven.get(naam, {}), naam, soort)))
        for naam in nakijken.MET_NAMEN
    }
    opties["sleutels"] = MappingProxyType(
        {naam: tuple(titels) for naam, titels in opties["sleutels"].items()}
    )
    return Koppeling(document_soort=soort, groep=tuple(gegeven["groep"]), **opties)
