"""What is counted over all documents, and the exit code that follows from it."""

from collections import Counter
from typing import Any, Final

from geboortezorg.cli.kenmerken import Kenmerken
from geboortezorg.rapport import Ernst, Oordeel, Oorzaak, Rapport
from geboortezorg.regels.invoer import vorm

_RANG: Final = {ernst: rang for rang, ernst in enumerate(Ernst)}


class Telling:
    """The verdicts and findings so far."""

    def __init__(self) -> None:
        self.oordelen: Counter[Oordeel] = Counter()
        self.oorzaken: Counter[Oorzaak] = Counter()
        """Documents that are `onvolledig` for each cause."""
        self.onleesbaar = 0
        """Documents that could not be read; they are `afgekeurd` too."""
        self.bevindingen: Counter[tuple[Ernst, str]] = Counter()
        """Findings by severity and code."""
        self.documenten: Counter[tuple[Ernst, str]] = Counter()
        """Documents with such a finding."""
        self.declaranten: Counter[tuple[str, Oordeel]] = Counter()
        """Documents by kind of declarant and verdict, when that was asked."""
        self.maanden: Counter[tuple[str, Oordeel]] = Counter()
        """Documents by month and verdict, when that was asked."""

    def tel(self, rapport: Rapport, kenmerken: Kenmerken | None = None) -> "Telling":
        """Add a report, and return the same counts."""
        self.oordelen[rapport.oordeel] += 1
        self.oorzaken.update(rapport.oorzaken)
        gevonden = Counter((b.ernst, b.code) for b in rapport.bevindingen)
        self.onleesbaar += any(code == vorm.invoer.code for _, code in gevonden)
        self.bevindingen.update(gevonden)
        self.documenten.update(gevonden.keys())
        if kenmerken is not None:
            self.declaranten.update((soort, rapport.oordeel) for soort in kenmerken.declaranten)
            self.maanden[kenmerken.maand, rapport.oordeel] += 1
        return self

    def code(self, vanaf: str | None) -> int:
        """Return the exit code; with the name of a severity, 1 is for findings from there on."""
        if self.onleesbaar:
            return 2
        if vanaf is not None:
            grens = _RANG[Ernst(vanaf)]
            return int(any(_RANG[ernst] <= grens for ernst, _ in self.bevindingen))
        if self.oordelen[Oordeel.AFGEKEURD]:
            return 1
        if not self.oordelen[Oordeel.ONVOLLEDIG]:
            return 0
        return 4 if self.oorzaken[Oorzaak.TWIJFEL] else 3

    def bewaar(self) -> dict[str, Any]:
        """Return the counts as JSON, to go on with later or elsewhere."""
        return {
            "onleesbaar": self.onleesbaar,
            "oordelen": [*self.oordelen.items()],
            "oorzaken": [*self.oorzaken.items()],
            **{naam: [[*s, n] for s, n in getattr(self, naam).items()] for naam in _PAREN},
        }

    def herneem(self, bewaard: dict[str, Any]) -> None:
        """Add counts that were kept; ValueError, TypeError or KeyError for anything else."""
        self.oordelen.update({Oordeel(naam): int(n) for naam, n in bewaard["oordelen"]})
        self.oorzaken.update({Oorzaak(naam): int(n) for naam, n in bewaard["oorzaken"]})
        for naam, (eerste, tweede) in _PAREN.items():
            getattr(self, naam).update(
                {(eerste(a), tweede(b)): int(n) for a, b, n in bewaard[naam]}
            )
        self.onleesbaar += int(bewaard["onleesbaar"])


_PAREN: Final[dict[str, tuple[type[str], type[str]]]] = {
    "bevindingen": (Ernst, str),
    "documenten": (Ernst, str),
    "declaranten": (str, Oordeel),
    "maanden": (str, Oordeel),
}
"""The counts by two things, and the type of each of these."""
