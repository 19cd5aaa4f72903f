"""A progress bar, while there is someone to see it."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from geboortezorg.cli import invoer
from geboortezorg.cli.scherm import Scherm, console

Voortgang = Callable[[int, int], None]
"""Takes how many bytes were read since the last call, and how many documents were judged."""


@contextmanager
def voortgang(
    paden: Sequence[str], scherm: Scherm, *, tabel: bool, tabellen: bool = False
) -> Iterator[Voortgang]:
    """Show a progress bar while there is someone to see it: how many, the rate and the time left.

    When the answers go to the same terminal as the bar, they are drawn above it; any other
    form than a table on a terminal gets no bar, because nothing else may appear there.
    """
    ook_stdout = sys.stdout.isatty()
    if not sys.stderr.isatty() or (ook_stdout and not tabel):
        yield lambda _, __: None
        return
    from rich.progress import (  # noqa: PLC0415 - costs 40 ms
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    scherm.balk = scherm.console if ook_stdout else console(sys.stderr)
    with Progress(
        TextColumn("{task.fields[aantal]} {task.fields[tempo]:.0f}/s", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=scherm.balk,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    ) as balk:
        taak = balk.add_task("", total=invoer.omvang(paden, tabellen=tabellen), aantal=0, tempo=0.0)
        aantal = 0

        def vooruit(bytes_: int, erbij: int) -> None:
            nonlocal aantal
            aantal += erbij
            tempo = aantal / max(balk.tasks[taak].elapsed or 0.0, 1.0)
            balk.update(taak, advance=bytes_, aantal=aantal, tempo=tempo)

        yield vooruit
    scherm.balk = None
