"""``geboortezorg validate``: judge documents and show the reports."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import attrs

from geboortezorg.cli import invoer
from geboortezorg.cli.context import lees_context
from geboortezorg.cli.scherm import Scherm, console, leesbaar
from geboortezorg.cli.telling import Telling
from geboortezorg.cli.uitvoer import maak_schrijver
from geboortezorg.cli.uitvoer.bestand import stdout_naar
from geboortezorg.convert import Invoerfout, Invoerreden
from geboortezorg.rapport import Rapport
from geboortezorg.regels.context import Context
from geboortezorg.validation import onleesbaar, validate

Voortgang = Callable[[int], None]
"""Takes how many bytes were read since the last call."""


def voer_uit(argumenten: Namespace, scherm: Scherm) -> int:
    """Judge every document, in order; return the exit code."""
    context = lees_context(argumenten, scherm)
    if argumenten.op is not None:
        context = attrs.evolve(context, beoordelingsdatum=argumenten.op)
    argumenten.tabellen = context.tabellen  # for what is shown beside a report
    telling = Telling()
    with stdout_naar(argumenten.output, argumenten.paden, scherm):
        schrijver = maak_schrijver(argumenten, scherm)
        with _voortgang(argumenten, scherm) as vooruit:
            for document in invoer.documenten(argumenten.paden, ndjson=argumenten.ndjson):
                rapport = _beoordeel(document, context, scherm)
                telling.tel(rapport)
                schrijver.document(rapport, document)
                if document.pad == invoer.STDIN:
                    sys.stdout.flush()  # who feeds us line by line may wait for the answer
                vooruit(document.omvang)
        schrijver.einde(telling)
    return telling.code(argumenten.vanaf)


def _beoordeel(document: invoer.Invoer, context: Context, scherm: Scherm) -> Rapport:
    if isinstance(document.inhoud, bytes):
        return validate(document.inhoud, context=context)
    scherm.meld(f"{leesbaar(document.pad)}: {scherm.tekst(invoer.OORZAKEN[document.inhoud])}")
    return onleesbaar(Invoerfout(Invoerreden.ONLEESBAAR), context=context)


@contextmanager
def _voortgang(argumenten: Namespace, scherm: Scherm) -> Iterator[Voortgang]:
    """Show a progress bar while there is someone to see it.

    When the answers go to the same terminal as the bar, they are drawn above it; any other
    form than a table on a terminal gets no bar, because nothing else may appear there.
    """
    ook_stdout = sys.stdout.isatty()
    if not sys.stderr.isatty() or (ook_stdout and argumenten.format != "tabel"):
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
