"""What is counted over all documents, and the exit code that follows from it."""

from collections import Counter
from typing import Final

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

    def tel(self, rapport: Rapport) -> "Telling":
        """Add a report, and return the same counts."""
        self.oordelen[rapport.oordeel] += 1
        self.oorzaken.update(rapport.oorzaken)
        gevonden = Counter((b.ernst, b.code) for b in rapport.bevindingen)
        self.onleesbaar += any(code == vorm.invoer.code for _, code in gevonden)
        self.bevindingen.update(gevonden)
        self.documenten.update(gevonden.keys())
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
