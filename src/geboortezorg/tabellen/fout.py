"""Why a table was refused, where, and what to do about it.

A message names a file, a line or row and a place in our own words. It never repeats a value or
a key from the table.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Final, final

import attrs

Pad = tuple[str | int, ...]
"""A place in a document: names of our own fields and positions in lists."""

_MAX_GETOOND: Final = 20
_RIJ: Final = re.compile("^/tarieven/[0-9]+")


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
    PERIODE = "periode"
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
    DUBBELE_NAAM = "dubbele_naam"
    DUBBELE_PRESTATIE = "dubbele_prestatie"
    DUBBELE_CODE = "dubbele_code"
    VERVANGT = "vervangt"
    ONBEKENDE_TABEL = "onbekende_tabel"
    """No table in use has the name that was asked for."""


@final
@attrs.frozen(kw_only=True)
class Gebrek:
    """One thing wrong in one table, before it is known in which file the table stands."""

    pad: Pad
    reden: Tabelreden
    uitleg: str
    """What is wrong and what to do, in Dutch, in fixed words."""
    ander: tuple[int, Pad] | None = None
    """Position of the other table among those that were judged together, and the place in it."""


@final
@attrs.frozen(kw_only=True)
class Melding:
    """One reason to refuse a table, with its place."""

    reden: Tabelreden
    uitleg: str
    """What is wrong and what to do, in Dutch."""
    bestand: str | None = None
    """Name of the file, without its folder."""
    regel: int | None = None
    """Line of a TOML file, or row of a CSV file (the header is row 1), when known."""
    pointer: str = ""
    """The place in the document, as a JSON Pointer (RFC 6901)."""
    rij: bool = False
    """Whether `regel` is a row of a CSV file."""

    @property
    def plaats(self) -> str:
        """The file, the line or row, and the place in the document or the column."""
        delen = [self.bestand] if self.bestand is not None else []
        if self.regel is not None:
            delen.append(f"{'rij' if self.rij else 'regel'} {self.regel}")
        if self.rij:
            kolom = _RIJ.sub("", self.pointer).lstrip("/").replace("/", ".")
            delen += [f"kolom {kolom}"] if kolom else []
        elif self.pointer:
            delen.append(self.pointer)
        return ", ".join(delen)

    def __str__(self) -> str:
        """Return the message in Dutch, on one line."""
        return f"{self.plaats}: {self.uitleg}" if self.plaats else self.uitleg


def als_pointer(pad: Iterable[str | int]) -> str:
    """Return a path as a JSON Pointer; our own names hold no character that needs escaping."""
    return "".join(f"/{segment}" for segment in pad)


class TabelFout(ValueError):
    """A table is refused. `meldingen` lists every reason that was found."""

    def __init__(self, meldingen: Iterable[Melding]) -> None:
        self.meldingen: tuple[Melding, ...] = tuple(meldingen)
        regels = [str(melding) for melding in self.meldingen[:_MAX_GETOOND]]
        if len(self.meldingen) > _MAX_GETOOND:
            regels.append(f"en nog {len(self.meldingen) - _MAX_GETOOND} meldingen")
        super().__init__("\n".join(regels))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by the messages, so that the exception survives a process boundary."""
        return type(self), (self.meldingen,)
