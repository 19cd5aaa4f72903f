"""Why a table was refused, where, and what to do about it.

A message names a file, a line or row and a place in our own words. It never repeats a value or
a key from the table.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, Final, final

from geboortezorg.bevroren import bevroren
from geboortezorg.lui import uitdrukking
from geboortezorg.taal import uit_omgeving
from geboortezorg.tekst import TEKSTREGEL, Tekst, TekstFout

Pad = tuple[str | int, ...]
"""A place in a document: names of our own fields and positions in lists."""

_MAX_GETOOND: Final = 20
_RIJ: Final = "^/tarieven/[0-9]+"

_ALS_IS: Final = Tekst("{deel}", "{deel}")
_RIJNUMMER: Final = Tekst("rij {nummer}", "row {nummer}")
_KOLOM: Final = Tekst("kolom {naam}", "column {naam}")
_MET_PLAATS: Final = Tekst("{plaats}: {uitleg}", "{plaats}: {uitleg}")
_MEER: Final = Tekst("en nog {aantal} meldingen", "and {aantal} more messages")


class Tabelreden(StrEnum):
    """Why a table is refused."""

    ONLEESBAAR = "onleesbaar"
    BUITEN_MAP = "buiten_map"
    """A document names a file outside its own folder."""
    TE_GROOT = "te_groot"
    BESTANDSSOORT = "bestandssoort"
    INHOUD = "inhoud"
    """The file is not TOML, JSON or CSV in UTF-8."""
    SOORT = "soort"
    """The document is no table."""
    VORM = "vorm"
    """A missing source, an unknown key, unit or kind, a wrong date: anything about the shape."""
    KOLOM = "kolom"
    OPEN = "open"
    """A ``?`` that a template left open, which nobody filled in."""
    PERIODE = "periode_omgekeerd"
    OVERLAP = "overlap"
    BEDRAG_ONTBREEKT = "bedrag_ontbreekt"
    BEDRAG_BIJ_VRIJ = "bedrag_bij_vrij"
    ZWANGERSCHAPSDUUR = "zwangerschapsduur"
    VERWIJST_NAAR_ZICHZELF = "verwijst_naar_zichzelf"
    ONBEKENDE_PRESTATIE = "onbekende_prestatie"
    ANDER_REGIME = "ander_regime"
    EENHEID = "eenheid"
    """The unit is not that of the prestatie, nor an exact part or multiple of it in time; of a norm:
    not that of the shipped one."""
    WAARDE_ONTBREEKT = "waarde_ontbreekt"
    """An own norm lacks a value that every shipped row of that norm has."""
    BREUK = "breuk"
    """An own norm has a part where every shipped row of that norm has a whole number."""
    BUITEN_PRESTATIE = "buiten_prestatie"
    DUBBELE_DEFINITIE = "dubbele_definitie"
    """One key stands for two definitions of figures."""
    ONBEKENDE_DEFINITIE = "onbekende_definitie"
    """A figure names a definition that is not in its table."""
    DUBBEL_CIJFER = "dubbel_cijfer"
    """The same figure stands there twice."""
    GEEN_KALENDERJAAR = "geen_kalenderjaar"
    """The definition is about calendar years, and the period of the figure is not one."""
    BUITEN_SCHAAL = "buiten_schaal"
    """A part larger than its whole, or a number below zero."""
    DUBBELE_NAAM = "dubbele_naam"
    DUBBELE_PRESTATIE = "dubbele_prestatie"
    DUBBELE_CODE = "dubbele_code"
    VERVANGT = "vervangt"
    ONBEKENDE_TABEL = "onbekende_tabel"
    """No table in use has the name that was asked for."""


@final
@bevroren(kw_only=True)
class Gebrek:
    """One thing wrong in one table, before it is known in which file the table stands."""

    pad: Pad
    reden: Tabelreden
    uitleg: Tekst
    """What is wrong and what to do, in fixed words."""
    ander: tuple[int, Pad] | None = None
    """Position of the other table among those that were judged together, and the place in it."""


@final
@bevroren(kw_only=True)
class Melding:
    """One reason to refuse a table, with its place."""

    reden: Tabelreden
    uitleg: Tekst
    """What is wrong and what to do."""
    bestand: str | None = None
    """Name of the file, without its folder."""
    tekstregel: int | None = None
    """Line of a TOML file, or row of a CSV file (the header is row 1), when known."""
    pointer: str = ""
    """The place in the document, as a JSON Pointer (RFC 6901)."""
    rij: bool = False
    """Whether `tekstregel` is a row of a CSV file."""

    @property
    def plaats(self) -> Tekst:
        """The file, the line or row, and the place in the document or the column."""
        delen = [_ALS_IS.met(deel=self.bestand)] if self.bestand is not None else []
        if self.tekstregel is not None:
            delen.append((_RIJNUMMER if self.rij else TEKSTREGEL).met(nummer=self.tekstregel))
        if self.rij:
            kolom = uitdrukking(_RIJ).sub("", self.pointer).lstrip("/").replace("/", ".")
            delen += [_KOLOM.met(naam=kolom)] if kolom else []
        elif self.pointer:
            delen.append(_ALS_IS.met(deel=self.pointer))
        return Tekst(", ".join(deel.nl for deel in delen), ", ".join(deel.en for deel in delen))

    @property
    def tekst(self) -> Tekst:
        """The place, and what is wrong and what to do, on one line."""
        plaats = self.plaats
        return _MET_PLAATS.met(plaats=plaats, uitleg=self.uitleg) if plaats.nl else self.uitleg

    def __str__(self) -> str:
        """Return the message on one line, in the language of the environment."""
        return self.tekst.in_taal(uit_omgeving())


def als_pointer(pad: Iterable[str | int]) -> str:
    """Return a path as a JSON Pointer; our own names hold no character that needs escaping."""
    return "".join(f"/{segment}" for segment in pad)


def tekstregel_van(plaatsen: Mapping[Pad, int], pad: Pad) -> int | None:
    """Return the line or row of a place, or of the nearest part around it that is known."""
    for lengte in range(len(pad), -1, -1):
        if pad[:lengte] in plaatsen:
            return plaatsen[pad[:lengte]]
    return None


class TabelFout(TekstFout):
    """A table is refused. `meldingen` lists every reason that was found.

    `tekst` says the first of them, one a text line, in both languages.
    """

    def __init__(self, meldingen: Iterable[Melding]) -> None:
        self.meldingen: tuple[Melding, ...] = tuple(meldingen)
        delen = [melding.tekst for melding in self.meldingen[:_MAX_GETOOND]]
        if len(self.meldingen) > _MAX_GETOOND:
            delen.append(_MEER.met(aantal=len(self.meldingen) - _MAX_GETOOND))
        nl, en = (d.nl for d in delen), (d.en for d in delen)
        super().__init__(Tekst("\n".join(nl), "\n".join(en)))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by the messages, so that the exception survives a process boundary."""
        return type(self), (self.meldingen,)
