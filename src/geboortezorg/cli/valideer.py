"""``geboortezorg validate``: judge documents and show the reports."""

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import attrs

from geboortezorg.cli import invoer
from geboortezorg.cli.context import lees_context
from geboortezorg.cli.rapporten import toon_rapport, toon_telling
from geboortezorg.cli.scherm import Scherm, console, leesbaar
from geboortezorg.convert import Invoerfout, Invoerreden, dump
from geboortezorg.rapport import Oordeel, Oorzaak, Rapport
from geboortezorg.regels.context import Context
from geboortezorg.regels.invoer import vorm
from geboortezorg.validation import onleesbaar, validate

ONLEESBAAR: Final = "onleesbaar"
"""What is counted beside the verdicts: input that never became a document."""

BEVINDINGEN: Final = "bevindingen"
"""What is counted beside them for `--streng`: findings of any kind."""

Voortgang = Callable[[int], None]
"""Takes how many bytes were read since the last call."""


def voer_uit(argumenten: Namespace, scherm: Scherm) -> int:
    """Judge every document, in order; return the exit code."""
    context = lees_context(argumenten, scherm)
    if argumenten.op is not None:
        context = attrs.evolve(context, beoordelingsdatum=argumenten.op)
    telling: Counter[str] = Counter()
    with _voortgang(argumenten, scherm) as vooruit:
        for document in invoer.documenten(argumenten.paden, ndjson=argumenten.ndjson):
            rapport = _beoordeel(document, context, scherm)
            telling[rapport.oordeel] += 1
            telling[ONLEESBAAR] += _is_onleesbaar(rapport)
            telling.update(rapport.oorzaken)
            telling[BEVINDINGEN] += len(rapport.bevindingen)
            if argumenten.format == "json":
                getoond = rapport.compact() if argumenten.compact else rapport
                scherm.regel(dump(getoond).decode())
            else:
                toon_rapport(rapport, document, scherm)
            if document.pad == invoer.STDIN:
                sys.stdout.flush()  # who feeds us line by line may wait for the answer
            vooruit(document.omvang)
    if argumenten.format != "json":
        toon_telling(telling, telling[ONLEESBAAR], scherm)
    return _code(telling, streng=argumenten.streng)


def _beoordeel(document: invoer.Invoer, context: Context, scherm: Scherm) -> Rapport:
    if isinstance(document.inhoud, bytes):
        return validate(document.inhoud, context=context)
    scherm.meld(f"{leesbaar(document.pad)}: {scherm.tekst(invoer.OORZAKEN[document.inhoud])}")
    return onleesbaar(Invoerfout(Invoerreden.ONLEESBAAR), context=context)


def _is_onleesbaar(rapport: Rapport) -> bool:
    return any(bevinding.code == vorm.invoer.code for bevinding in rapport.bevindingen)


def _code(telling: Counter[str], *, streng: bool) -> int:
    if telling[ONLEESBAAR]:
        return 2
    if telling[Oordeel.AFGEKEURD] or (streng and telling[BEVINDINGEN]):
        return 1
    if not telling[Oordeel.ONVOLLEDIG]:
        return 0
    return 4 if telling[Oorzaak.TWIJFEL] else 3


@contextmanager
def _voortgang(argumenten: Namespace, scherm: Scherm) -> Iterator[Voortgang]:
    """Show a progress bar while there is someone to see it.

    When the answers go to the same terminal as the bar, they are drawn above it; JSON on a
    terminal gets no bar, because nothing else may appear there.
    """
    ook_stdout = sys.stdout.isatty()
    if not sys.stderr.isatty() or (ook_stdout and argumenten.format == "json"):
        yield lambda _: None
        return
    from rich.progress import (  # noqa: PLC0415 - costs 40 ms
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    scherm.balk = scherm.console if ook_stdout else console(sys.stderr)
    with Progress(
        TextColumn("{task.fields[aantal]}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
        console=scherm.balk,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    ) as balk:
        taak = balk.add_task("", total=invoer.omvang(argumenten.paden), aantal=0)
        aantal = 0

        def vooruit(bytes_: int) -> None:
            nonlocal aantal
            aantal += 1
            balk.update(taak, advance=bytes_, aantal=aantal)

        yield vooruit
    scherm.balk = None
