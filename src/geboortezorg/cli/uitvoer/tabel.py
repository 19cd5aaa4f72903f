"""Reports as a table for people, and the counts below it."""

import textwrap
from argparse import Namespace
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from geboortezorg.cli.invoer import Invoer
from geboortezorg.cli.scherm import BEDOELD, Deel, Scherm, leesbaar
from geboortezorg.cli.telling import Telling
from geboortezorg.cli.uitvoer.bedoeld import PRESTATIE, bedoeld
from geboortezorg.cli.uitvoer.waar import Plek, toon_plek, waar
from geboortezorg.rapport import Bevinding, Ernst, Oordeel, Rapport
from geboortezorg.tabellen import Tabellen
from geboortezorg.tekst import Tekst

_KLEUR_OORDEEL: Final = {
    Oordeel.AKKOORD: "green",
    Oordeel.AFGEKEURD: "bold red",
    Oordeel.ONVOLLEDIG: "yellow",
}
KLEUR_ERNST: Final = {Ernst.FOUT: "red", Ernst.WAARSCHUWING: "yellow", Ernst.INFO: "cyan"}

_ANDERE: Final = Tekst(" en {aantal} andere", " and {aantal} more")
_HEEL: Final = Tekst("(hele document)", "(whole document)")
_MEER: Final = Tekst("en nog {aantal} plaatsen", "and {aantal} more places")
_TELLING: Final = Tekst(
    "Documenten: {totaal}. akkoord: {akkoord}, afgekeurd: {afgekeurd}, onvolledig: {onvolledig}.",
    "Documents: {totaal}. akkoord: {akkoord}, afgekeurd: {afgekeurd}, onvolledig: {onvolledig}.",
)
_ONLEESBAAR: Final = Tekst(" Onleesbaar: {aantal}.", " Unreadable: {aantal}.")
_SMALST: Final = 10

_vouw = lru_cache(4096)(textwrap.wrap)


class Tabel:
    """For each document of which there is something to say its verdict, and below it the findings.

    One that is akkoord without findings is only counted, unless it is all that was asked about.
    """

    def __init__(self, argumenten: Namespace, scherm: Scherm) -> None:
        self.scherm = scherm
        self.stil: bool = argumenten.quiet
        self.paden: list[str] = argumenten.paden
        self.tabellen: Tabellen = argumenten.tabellen

    def document(self, rapport: Rapport, document: Invoer, /) -> None:
        """Write the verdict and the findings, when there is something to say."""
        zegt_iets = rapport.bevindingen or rapport.oordeel is not Oordeel.AKKOORD
        if zegt_iets or self._is_alles(document):
            for delen in _tekstregels(rapport, document, self.tabellen, self.scherm):
                self.scherm.delen(*delen)

    def einde(self, telling: Telling, /) -> None:
        """Write the counts."""
        if not self.stil:
            self.scherm.delen((toon_telling(telling, self.scherm), ""))

    def _is_alles(self, document: Invoer) -> bool:
        """Say whether a document is the one file that was asked about."""
        return document.tekstregel is None and self.paden == [document.pad] and not self.stil


def _tekstregels(
    rapport: Rapport, document: Invoer, tabellen: Tabellen, scherm: Scherm
) -> Iterator[list[Deel]]:
    pad = leesbaar(document.pad)
    if document.tekstregel is not None:
        pad += f":{document.tekstregel}"
    kop: list[Deel] = [(f"{pad}: ", ""), (rapport.oordeel, _KLEUR_OORDEEL[rapport.oordeel])]
    if rapport.oordeel is Oordeel.ONVOLLEDIG:
        kop.append((f" ({', '.join(rapport.oorzaken)})", ""))
    yield kop
    if not rapport.bevindingen:
        return
    plaatsen = waar(rapport, document)
    namen = bedoeld(rapport, document, tabellen)
    links = max(len(bevinding.ernst) for bevinding in rapport.bevindingen) + 2
    midden = max(len(bevinding.code) for bevinding in rapport.bevindingen)
    inspringing = " " * (links + midden + 3)
    breedte = max(_SMALST, scherm.breedte - len(inspringing) - 1)
    for bevinding in rapport.bevindingen:
        eerste, *verder = _vouw(_plaats(bevinding, document, plaatsen, scherm), breedte)
        yield [
            (f" {f'  {bevinding.ernst}':<{links}} ", KLEUR_ERNST[bevinding.ernst]),
            (f"{bevinding.code:<{midden}} ", ""),
            (eerste, "bold"),
        ]
        for stuk in verder:
            yield [(inspringing, ""), (stuk, "bold")]
        tekst = scherm.tekst(Tekst(bevinding.tekst, bevinding.tekst_en))
        if bevinding.code == PRESTATIE and namen.get(bevinding.pad):
            tekst += " " + scherm.tekst(BEDOELD).format(namen=namen[bevinding.pad])
        for stuk in _vouw(tekst, breedte):
            yield [(inspringing, ""), (stuk, "")]
    if rapport.bevindingen_weggelaten:
        meer = scherm.tekst(_MEER).format(aantal=rapport.bevindingen_weggelaten)
        yield [(inspringing, ""), (meer, "")]


def _plaats(
    bevinding: Bevinding, document: Invoer, plaatsen: Mapping[str, Plek], scherm: Scherm
) -> str:
    """Say where it is: the JSON Pointer and where that stands, or a line and column alone."""
    plaats = plaatsen.get(bevinding.pad)
    if plaats is None or (not bevinding.pad and bevinding.leesplaats is None):
        return bevinding.pad or scherm.tekst(_HEEL)
    # In NDJSON the line of the file stands with the path.
    tekst = toon_plek(plaats, scherm, met_tekstregel=document.tekstregel is None)
    if not bevinding.pad:
        return tekst
    meer = scherm.tekst(_ANDERE).format(aantal=len(bevinding.ook_op)) if bevinding.ook_op else ""
    return f"{bevinding.pad} ({tekst}){meer}"


def toon_telling(telling: Telling, scherm: Scherm) -> str:
    """Return how many documents got which verdict; those that are unreadable are afgekeurd too."""
    aantallen = {oordeel.value: telling.oordelen[oordeel] for oordeel in Oordeel}
    tekst = scherm.tekst(_TELLING).format(totaal=telling.oordelen.total(), **aantallen)
    if telling.onleesbaar:
        tekst += scherm.tekst(_ONLEESBAAR).format(aantal=telling.onleesbaar)
    return tekst


schrijver = Tabel
