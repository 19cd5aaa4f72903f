"""Workflow commands of GitHub Actions: findings become annotations on the lines of a change."""

from argparse import Namespace
from pathlib import Path
from typing import Final

from geboortezorg.cli.invoer import STDIN, Invoer
from geboortezorg.cli.scherm import Scherm, leesbaar
from geboortezorg.cli.telling import Telling
from geboortezorg.cli.uitvoer.tabel import toon_telling
from geboortezorg.cli.uitvoer.waar import regio, waar
from geboortezorg.rapport import Bevinding, Ernst, Rapport
from geboortezorg.tekst import Tekst

_OPDRACHT: Final = {Ernst.FOUT: "error", Ernst.WAARSCHUWING: "warning", Ernst.INFO: "notice"}
_ANDERE: Final = Tekst(" (en {aantal} andere plaatsen)", " (and {aantal} more places)")


class Annotaties:
    """One annotation for each finding, and the counts as a last line that GitHub only shows."""

    def __init__(self, _: Namespace, scherm: Scherm) -> None:
        self.scherm = scherm

    def document(self, rapport: Rapport, document: Invoer, /) -> None:
        """Write the annotations."""
        plaatsen = waar(rapport, document)
        for bevinding in rapport.bevindingen:
            eigenschappen = {"title": bevinding.code}
            plaats = plaatsen.get(bevinding.pad)
            if document.pad != STDIN:
                eigenschappen["file"] = leesbaar(Path(document.pad).as_posix())
                if plaats is not None:
                    tekstregel, kolom = regio(plaats)
                    eigenschappen["line"] = str(tekstregel)
                    eigenschappen |= {} if kolom is None else {"col": str(kolom)}
            paren = ",".join(f"{naam}={_eigenschap(w)}" for naam, w in eigenschappen.items())
            opdracht = _OPDRACHT[bevinding.ernst]
            self.scherm.tekstregel(f"::{opdracht} {paren}::{_inhoud(self._tekst(bevinding))}")

    def einde(self, telling: Telling, /) -> None:
        """Write the counts."""
        self.scherm.tekstregel(toon_telling(telling, self.scherm))

    def _tekst(self, bevinding: Bevinding) -> str:
        tekst = self.scherm.tekst(Tekst(bevinding.tekst, bevinding.tekst_en))
        meer = self.scherm.tekst(_ANDERE).format(aantal=len(bevinding.ook_op))
        return f"{bevinding.pad or '/'}: {tekst}{meer if bevinding.ook_op else ''}"


def _inhoud(tekst: str) -> str:
    return tekst.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _eigenschap(tekst: str) -> str:
    return _inhoud(tekst).replace(":", "%3A").replace(",", "%2C")


schrijver = Annotaties
