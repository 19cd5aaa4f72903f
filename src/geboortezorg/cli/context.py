"""The context of a command: a file that describes it, the settings of a team, and options.

A context file goes before the settings; options go before both, and tables add to them.
"""

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

import attrs

from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.bron import Verificatie
from geboortezorg.cli.gebruiksfout import Gebruiksfout
from geboortezorg.cli.instellingen import zoek_instellingen
from geboortezorg.cli.invoer import OORZAKEN, oorzaak_van
from geboortezorg.cli.scherm import Scherm, leesbaar
from geboortezorg.convert import (
    MAX_BYTES,
    Invoerfout,
    Vormfouten,
    lees_document,
    structureer_document,
)
from geboortezorg.documenten import SOORTEN
from geboortezorg.regels.context import ANDERE_SOORT, Context, ContextFout
from geboortezorg.regels.invoer import vorm
from geboortezorg.regels.regel import Tekst
from geboortezorg.regels.register import PER_CODE
from geboortezorg.tabellen import TabelFout, leestoml
from geboortezorg.tabellen.fout import tekstregel_van
from geboortezorg.tekst import TEKSTREGEL

_T = TypeVar("_T")

_TE_GROOT: Final = Tekst("dit bestand is te groot", "this file is too large")
_KOLOM: Final = Tekst("kolom {}", "column {}")
_MEER: Final = Tekst("en nog {} fouten", "and {} more errors")
_MAX_GETOOND: Final = 20

_SOORT: Final = "context"
_KOP: Final = {"soort": _SOORT, "schema_versie": SCHEMA_VERSIE}


def lees_context(argumenten: Namespace, scherm: Scherm) -> Context:
    """Return the context that the options of a command describe.

    Without any of them it is that of the settings, or else the shipped tables alone. Raises
    Gebruiksfout, naming the file and the place in it, for a file that describes none.
    """
    context = _basis(argumenten, scherm)
    anders: dict[str, Any] = {}
    if argumenten.tabel:
        from geboortezorg.tabellen import with_files  # noqa: PLC0415 - costs time, for this alone

        try:
            anders["tabellen"] = with_files(context.tabellen, *argumenten.tabel)
        except TabelFout as fout:
            raise Gebruiksfout(scherm.tekst(fout.tekst)) from None
    if argumenten.drempel is not None:
        anders["drempel"] = Verificatie(argumenten.drempel)
    return attrs.evolve(context, **anders)


def _basis(argumenten: Namespace, scherm: Scherm) -> Context:
    if argumenten.context is not None:
        return _uit_bestand(argumenten.context, lees_bytes(argumenten.context, scherm), {}, scherm)
    gevonden = None if argumenten.zonder_instellingen else zoek_instellingen(scherm)
    return (
        Context() if gevonden is None else _uit_bestand(gevonden.pad, gevonden.inhoud, _KOP, scherm)
    )


def _uit_bestand(pad: str, data: bytes, kop: Mapping[str, str], scherm: Scherm) -> Context:
    """Return the context in a file; a TOML text may leave out what is in `kop`."""
    plaatsen: Mapping[tuple[str | int, ...], int] = {}
    try:
        if Path(pad).suffix.lower() == ".toml":
            gegeven, plaatsen = leestoml.lees(data)
            document = structureer_document({**kop, **gegeven})
        else:
            document = lees_document(data)
        if SOORTEN[type(document)] == _SOORT:
            return Context.uit_document(document, Path(pad).parent)
        teksten = [_met_plaats(pad, scherm, ANDERE_SOORT)]
    except Invoerfout as fout:
        tekst = vorm.invoer.redenen[fout.reden]
        teksten = [_met_plaats(pad, scherm, tekst, tekstregel=fout.tekstregel, kolom=fout.kolom)]
    except Vormfouten as fouten:
        teksten = _vormfouten(pad, scherm, fouten, plaatsen)
    except ContextFout as fout:
        teksten = _begrensd(
            fout.plekken,
            lambda plek: _met_plaats(
                pad,
                scherm,
                PER_CODE[plek.code].redenen[plek.reden],
                pointer=plek.pad,
                ander=plek.ander,
            ),
            scherm,
        )
    except TabelFout as fout:
        meldingen = [attrs.evolve(m, bestand=m.bestand or leesbaar(pad)) for m in fout.meldingen]
        teksten = [scherm.tekst(TabelFout(meldingen).tekst)]
    raise Gebruiksfout("\n".join(teksten))


def lees_bytes(pad: str, scherm: Scherm) -> bytes:
    """Return the content of a file; Gebruiksfout when it cannot be read or is too large."""
    tekst = _TE_GROOT
    try:
        with Path(pad).open("rb") as bestand:
            data = bestand.read(MAX_BYTES + 1)
        if len(data) <= MAX_BYTES:
            return data
    except (OSError, ValueError) as fout:
        tekst = OORZAKEN[oorzaak_van(fout)]
    raise Gebruiksfout(_met_plaats(pad, scherm, tekst))


def _vormfouten(
    pad: str,
    scherm: Scherm,
    fouten: Vormfouten,
    plaatsen: Mapping[tuple[str | int, ...], int],
) -> list[str]:
    if fouten.soort not in {None, _SOORT}:
        return [_met_plaats(pad, scherm, ANDERE_SOORT)]
    return _begrensd(
        fouten.fouten,
        lambda fout: _met_plaats(
            pad,
            scherm,
            vorm.vorm.redenen[fout.reden],
            tekstregel=tekstregel_van(plaatsen, fout.pad),
            pointer=fout.pointer,
            verwacht=fout.verwacht.nl,
            verwacht_en=fout.verwacht.en,
        ),
        scherm,
    )


def _begrensd(fouten: Sequence[_T], zeg: Callable[[_T], str], scherm: Scherm) -> list[str]:
    """Return what to say of the first mistakes, and how many more there are."""
    teksten = [zeg(fout) for fout in fouten[:_MAX_GETOOND]]
    meer = len(fouten) - _MAX_GETOOND
    return [*teksten, scherm.tekst(_MEER).format(meer)] if meer > 0 else teksten


def _met_plaats(
    pad: str,
    scherm: Scherm,
    tekst: Tekst,
    *,
    tekstregel: int | None = None,
    kolom: int | None = None,
    pointer: str = "",
    **parameters: Any,
) -> str:
    """Return a message with its place: the file, the line in it, and the JSON Pointer."""
    delen = [leesbaar(pad)]
    delen += [scherm.tekst(TEKSTREGEL.met(nummer=tekstregel))] if tekstregel is not None else []
    delen += [scherm.tekst(_KOLOM).format(kolom)] if kolom is not None else []
    delen += [pointer] if pointer else []
    return f"{', '.join(delen)}: {scherm.tekst(tekst).format_map(parameters)}"
