"""Forms of one text line for each report or finding: JSON, NDJSON with the file, and CSV."""

import csv
import sys
from argparse import Namespace
from typing import Any, Final

from geboortezorg.cli.invoer import STDIN, Invoer
from geboortezorg.cli.scherm import Scherm, als_json
from geboortezorg.cli.telling import Telling
from geboortezorg.cli.uitvoer.waar import als_leden, waar
from geboortezorg.convert import destructureer, dump
from geboortezorg.rapport import Rapport
from geboortezorg.tekst import Tekst

_VAN_RIJ: Final = (
    *("oordeel", "document_soort", "code", "reden", "uitkomst", "ernst", "oorzaak", "pad"),
    *("tekst", "verificatie", "bron_titel", "bron_url"),
)
_KOLOMMEN: Final = ("bestand", "tekstregel", "kolom", *_VAN_RIJ)
_MET_RIJEN: Final = ("bestand", "rij", "kolom", "titel", *_VAN_RIJ)
"""The columns with `--koppeling`: the row and column of the source, and the title of that."""

_FORMULE: Final = ("=", "+", "-", "@")
"""How a cell begins that a spreadsheet would compute."""


class Tekstregels:
    """The base of all: nothing comes after the last document."""

    def __init__(self, argumenten: Namespace, scherm: Scherm) -> None:
        self.scherm = scherm
        self.compact: bool = argumenten.compact
        self.stil: bool = argumenten.quiet

    def einde(self, _: Telling, /) -> None:
        """Write nothing more."""

    def rapport(self, rapport: Rapport) -> bytes:
        """Return a report as JSON, whole or compact."""
        return dump(rapport.compact() if self.compact else rapport)


class Rapporten(Tekstregels):
    """The report on each document, and nothing that says which document that is."""

    def document(self, rapport: Rapport, _: Invoer, /) -> None:
        """Write the report."""
        self.scherm.tekstregel_met(self.rapport(rapport))


class Omslagen(Tekstregels):
    """The report on each document in an envelope: the file, and where the findings are in it."""

    def document(self, rapport: Rapport, document: Invoer, /) -> None:
        """Write the envelope; with `--quiet` only when there are findings."""
        if self.stil and not rapport.bevindingen:
            return
        omslag = _kop(document) | {
            "plaatsen": {
                pad: als_leden(plaats) for pad, plaats in waar(rapport, document, alle=True).items()
            }
        }
        begin = f'{als_json(omslag)[:-1]},"rapport":'
        self.scherm.tekstregel_met(self.rapport(rapport), begin, "}")


class Bevindingen(Tekstregels):
    """Each finding, with its file and where it is in that."""

    def document(self, rapport: Rapport, document: Invoer, /) -> None:
        """Write the findings, one a text line."""
        plaatsen = waar(rapport, document)
        for bevinding in rapport.bevindingen:
            self.scherm.json(
                _kop(document)
                | als_leden(plaatsen.get(bevinding.pad))
                | {"oordeel": rapport.oordeel.value}
                | destructureer(bevinding)
            )


class Rijen(Tekstregels):
    """Each place of each finding as a row of CSV, for a spreadsheet or a table of data."""

    def __init__(self, argumenten: Namespace, scherm: Scherm) -> None:
        from geboortezorg.tabulair import bevindingrijen  # noqa: PLC0415 - slow, and for this alone

        super().__init__(argumenten, scherm)
        self.rijen = bevindingrijen
        self.met_rijen = argumenten.koppeling is not None
        kolommen = _MET_RIJEN if self.met_rijen else _KOLOMMEN
        self.csv = csv.DictWriter(sys.stdout, kolommen, lineterminator="\n")
        self.csv.writeheader()

    def document(self, rapport: Rapport, document: Invoer, /) -> None:
        """Write the rows."""
        plaatsen = waar(rapport, document, alle=True)
        tekstregel = {} if self.met_rijen else {"tekstregel": document.tekstregel}
        for rij in self.rijen(rapport):
            plek = als_leden(plaatsen.get(rij.pad))
            if "titel" in plek:
                plek["titel"] = _cel(plek["titel"])
            self.csv.writerow(
                {naam: getattr(rij, naam) for naam in _VAN_RIJ}
                | {"bestand": _cel(document.pad)}
                | tekstregel
                | plek
                | {
                    "tekst": self.scherm.tekst(Tekst(rij.tekst, rij.tekst_en)),
                    "bron_titel": _cel(rij.bron_titel),
                }
            )


def _cel(tekst: str) -> str:
    """Return a text that no spreadsheet computes: one that begins as a formula gets a quote."""
    return f"'{tekst}" if tekst.startswith(_FORMULE) and tekst != STDIN else tekst


def _kop(document: Invoer) -> dict[str, Any]:
    kop: dict[str, Any] = {"bestand": document.pad}
    if document.rijen is not None:
        return kop | {"rijen": document.rijen.rijen}
    return kop if document.tekstregel is None else kop | {"tekstregel": document.tekstregel}


_VORMEN: Final[dict[str, type[Rapporten | Omslagen | Bevindingen | Rijen]]] = {
    "json": Rapporten,
    "ndjson": Omslagen,
    "bevindingen": Bevindingen,
    "csv": Rijen,
}


def schrijver(argumenten: Namespace, scherm: Scherm) -> Rapporten | Omslagen | Bevindingen | Rijen:
    """Return what writes the form that was asked."""
    return _VORMEN[argumenten.format](argumenten, scherm)
