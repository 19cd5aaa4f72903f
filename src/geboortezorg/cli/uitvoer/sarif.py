"""SARIF 2.1.0, the form of code scanners, written while the documents are judged.

A log begins with its results and ends with the rules that they are about, so that nothing has to
be kept in memory but which rules those are.
"""

import os
from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from geboortezorg._versie import __version__
from geboortezorg.cli.invoer import STDIN, Invoer
from geboortezorg.cli.scherm import Scherm, als_json
from geboortezorg.cli.telling import Telling
from geboortezorg.cli.uitvoer.waar import Plek, regio, waar
from geboortezorg.rapport import Bevinding, Ernst, Rapport
from geboortezorg.regels.register import PER_CODE
from geboortezorg.tekst import Tekst

_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_NIVEAU: Final = {Ernst.FOUT: "error", Ernst.WAARSCHUWING: "warning", Ernst.INFO: "note"}
_VERWANT: Final = 100
"""Most other places of a finding that are written out."""


class Logboek:
    """A log with one run: every finding is a result."""

    def __init__(self, argumenten: Namespace, scherm: Scherm) -> None:
        self.scherm = scherm
        self.vanaf: str | None = argumenten.vanaf
        self.regels: dict[str, int] = {}
        """The rules so far, with their places in the list of rules."""
        self.scheiding = ""
        begin = als_json({"$schema": _SCHEMA, "version": "2.1.0"})[:-1]
        self.scherm.tekstregel(f'{begin},"runs":[{{"results":[')

    def document(self, rapport: Rapport, document: Invoer, /) -> None:
        """Write the results of one document."""
        plaatsen = waar(rapport, document, alle=True)
        for bevinding in rapport.bevindingen:
            resultaat = self._resultaat(bevinding, document, plaatsen)
            self.scherm.tekstregel(f"{self.scheiding}{als_json(resultaat)}")
            self.scheiding = ","

    def _resultaat(
        self, bevinding: Bevinding, document: Invoer, plaatsen: Mapping[str, Plek]
    ) -> dict[str, Any]:
        eerste, *verwant = (
            _locatie(document, pad, plaatsen.get(pad)) for pad in bevinding.plaatsen[: _VERWANT + 1]
        )
        resultaat = {
            "ruleId": bevinding.code,
            "ruleIndex": self.regels.setdefault(bevinding.code, len(self.regels)),
            "level": _NIVEAU[bevinding.ernst],
            "message": {"text": self.scherm.tekst(Tekst(bevinding.tekst, bevinding.tekst_en))},
            "locations": [eerste],
            "properties": {"uitkomst": bevinding.uitkomst.value, "reden": bevinding.reden},
        }
        return resultaat | ({"relatedLocations": verwant} if verwant else {})

    def einde(self, telling: Telling, /) -> None:
        """Write the rules and how it ended."""
        bestuurder = {
            "name": "geboortezorg",
            "version": __version__,
            "semanticVersion": __version__,
            "language": self.scherm.taal,
            "rules": list(self._regels()),
        }
        rest = {
            "tool": {"driver": bestuurder},
            "language": self.scherm.taal,
            "columnKind": "unicodeCodePoints",
            "invocations": [
                {
                    "executionSuccessful": not telling.onleesbaar,
                    "exitCode": telling.code(self.vanaf),
                }
            ],
        }
        self.scherm.tekstregel(f"],{als_json(rest)[1:]}]}}")

    def _regels(self) -> Iterator[dict[str, Any]]:
        for code in self.regels:
            regel = PER_CODE[code]
            titel = {"text": self.scherm.tekst(regel.titel)}
            uit: dict[str, Any] = {"id": code, "shortDescription": titel}
            uit["defaultConfiguration"] = {"level": _NIVEAU[regel.ernst]}
            if regel.bron.url is not None:
                uit["helpUri"] = regel.bron.url
            yield uit


def _locatie(document: Invoer, pad: str, plaats: Plek | None) -> dict[str, Any]:
    """Return a place: the member by its pointer, and unless it came from stdin the file."""
    locatie: dict[str, Any] = {"logicalLocations": [{"fullyQualifiedName": pad or "/"}]}
    if document.pad == STDIN:
        return locatie
    fysiek: dict[str, Any] = {"artifactLocation": {"uri": _uri(Path(document.pad))}}
    if plaats is not None:
        tekstregel, kolom = regio(plaats)
        fysiek["region"] = {"startLine": tekstregel} | (
            {} if kolom is None else {"startColumn": kolom}
        )
    return locatie | {"physicalLocation": fysiek}


def _uri(pad: Path) -> str:
    """Return a relative path as a relative URI: what reads the log knows from where."""
    return pad.as_uri() if pad.is_absolute() else quote(os.fsencode(pad.as_posix()))


schrijver = Logboek
