"""Options that change nothing for what was given, or that it lacks: told of, not passed over."""

import re
from argparse import Namespace
from collections.abc import Iterator
from typing import Final

from geboortezorg.cli import invoer
from geboortezorg.cli.scherm import Scherm, leesbaar
from geboortezorg.tekst import Tekst

_RIJEN: Final = re.compile(r"[.](csv|tsv)([.](gz|zst))?\Z", re.IGNORECASE)
_KOPPELING: Final = Tekst(
    "{optie} doet niets naast --koppeling, die zegt wat elk bestand is; laat de optie weg",
    "{optie} does nothing beside --koppeling, which says what each file is; leave the option out",
)
_KOLOM: Final = Tekst(
    "--kolom doet niets: geen van de bestanden is van Parquet of Arrow, naar zijn naam; laat de "
    "optie weg, of geef een bestand dat eindigt op .parquet, .arrow, .arrows of .feather",
    "--kolom does nothing: none of the files is of Parquet or Arrow, by its name; leave the option "
    "out, or give a file that ends in .parquet, .arrow, .arrows or .feather",
)
_NDJSON: Final = Tekst(
    "--ndjson doet niets: elk bestand is van Parquet of Arrow, naar zijn naam; laat de optie weg",
    "--ndjson does nothing: every file is of Parquet or Arrow, by its name; leave the option out",
)
_CSV: Final = Tekst(
    "{optie}: rijen van CSV worden alleen met --koppeling gelezen; `geboortezorg koppeling nieuw "
    "--kolommen` maakt er een van de kop",
    "{optie}: rows of CSV are only read with --koppeling; `geboortezorg koppeling nieuw --kolommen` "
    "makes one of the header",
)
_COMPACT: Final = Tekst(
    "--compact doet alleen iets met --format json of ndjson, en zonder --summary; laat de optie weg",
    "--compact only does something with --format json or ndjson, and without --summary; leave the "
    "option out",
)
_QUIET: Final = Tekst(
    "--quiet doet niets naast --summary; laat een van beide weg",
    "--quiet does nothing beside --summary; leave one of the two out",
)
_VORM: Final = Tekst(
    "--format json doet niets: wat deze opdracht schrijft heeft maar een vorm; laat de optie weg",
    "--format json does nothing: what this command writes has one form only; leave the option out",
)
_ANTWOORDEN: Final = Tekst(
    "--antwoorden schrijft alleen een kop: geen dossier heeft een fout; geef ook --fouten, of laat "
    "de optie weg",
    "--antwoorden writes a header only: no dossier has a fault; give --fouten too, or leave the "
    "option out",
)


def meld_vorm(argumenten: Namespace, scherm: Scherm) -> None:
    """Tell of a form that was asked of a command that has no other, or of answers without faults."""
    if argumenten.format == "json":
        scherm.meld(scherm.tekst(_VORM))
    if getattr(argumenten, "antwoorden", None) is not None and not argumenten.fouten:
        scherm.meld(scherm.tekst(_ANTWOORDEN))


def meld(argumenten: Namespace, scherm: Scherm) -> None:
    """Tell of each option of ``validate`` that does nothing or lacks here; the run goes on."""
    for tekst, optie in _opties(argumenten):
        scherm.meld(scherm.tekst(tekst).format(optie=optie))


def _opties(argumenten: Namespace) -> Iterator[tuple[Tekst, str]]:
    summary = argumenten.summary
    if argumenten.compact and (summary or argumenten.format not in {"json", "ndjson"}):
        yield _COMPACT, ""
    if argumenten.quiet and summary:
        yield _QUIET, ""
    lezen = {"--kolom": argumenten.kolom is not None, "--ndjson": argumenten.ndjson}
    gegeven = [optie for optie, erbij in lezen.items() if erbij]
    if argumenten.koppeling is not None:
        yield from ((_KOPPELING, optie) for optie in gegeven)
    elif gegeven:
        tabellen = {*map(invoer.is_tabel, invoer.bestanden(argumenten.paden, tabellen=True))}
        if lezen["--kolom"] and True not in tabellen:
            yield _KOLOM, ""
        if lezen["--ndjson"] and tabellen == {True}:
            yield _NDJSON, ""
    if argumenten.koppeling is None:
        yield from ((_CSV, leesbaar(pad)) for pad in argumenten.paden if _RIJEN.search(pad))
