"""The forms in which ``validate`` gives its answers: one module for each, imported when asked."""

from argparse import Namespace
from importlib import import_module
from typing import Final, Protocol, runtime_checkable

from geboortezorg.cli.gebruiksfout import Gebruiksfout
from geboortezorg.cli.invoer import Invoer
from geboortezorg.cli.scherm import Scherm
from geboortezorg.cli.telling import Telling
from geboortezorg.rapport import Rapport
from geboortezorg.tekst import Tekst

_MODULES: Final = {
    "tabel": "tabel",
    "json": "tekstregels",
    "ndjson": "tekstregels",
    "bevindingen": "tekstregels",
    "csv": "tekstregels",
    "sarif": "sarif",
    "junit": "junit",
    "github": "github",
    "html": "html",
    "arrow": "kolommen",
    "parquet": "kolommen",
}

_PER_DOCUMENT: Final = frozenset(
    {"json", "ndjson", "bevindingen", "csv", "github", "arrow", "parquet"}
)

_SUMMARY: Final = Tekst(
    "--summary gaat alleen samen met --format tabel of json",
    "--summary only goes with --format tabel or json",
)
_QUIET: Final = Tekst(
    "--quiet gaat alleen samen met --format tabel of ndjson; de andere vormen hebben elk document "
    "nodig, of geven al alleen bevindingen",
    "--quiet only goes with --format tabel or ndjson; the other forms need every document, or give "
    "findings only already",
)


class Schrijver(Protocol):
    """Writes the reports of one run to stdout, in one form."""

    def document(self, rapport: Rapport, document: Invoer, /) -> None:
        """Write the report on one document."""

    def einde(self, telling: Telling, /) -> None:
        """Write what comes after the last document."""


@runtime_checkable
class Bytesschrijver(Schrijver, Protocol):
    """Writes bytes, which another process may have made of the reports."""

    elders: bool
    """Whether it keeps what it makes, to be taken away."""

    def begin(self) -> None:
        """Begin to write."""

    def haal(self) -> bytes:
        """Return what was made, in a form of its own."""

    def neem(self, data: bytes, /) -> None:
        """Write what another process made."""


def maak_schrijver(argumenten: Namespace, scherm: Scherm) -> Schrijver:
    """Return what writes the form that was asked; Gebruiksfout for options that do not fit it."""
    vorm: str = argumenten.format
    for gegeven, vormen, fout in (
        (argumenten.summary, {"tabel", "json"}, _SUMMARY),
        (argumenten.quiet, {"tabel", "ndjson"}, _QUIET),
    ):
        if gegeven and vorm not in vormen:
            raise Gebruiksfout(scherm.tekst(fout))
    naam = "samenvatting" if argumenten.summary else _MODULES[vorm]
    maak = import_module(f"geboortezorg.cli.uitvoer.{naam}").schrijver
    schrijver: Schrijver = maak(argumenten, scherm)
    return schrijver


def per_document(argumenten: Namespace, scherm: Scherm) -> bool:
    """Say whether what is written of a document depends on nothing else, and goes to no terminal."""
    if argumenten.summary or argumenten.format in _PER_DOCUMENT:
        return True
    return argumenten.format == "tabel" and not scherm.met_stijl


def in_kolommen(argumenten: Namespace) -> bool:
    """Say whether what a process judged at once is written at once, and is in memory until then."""
    return _MODULES[argumenten.format] == "kolommen"
