"""Where commands write: answers to stdout, errors to stderr, never a crash over an encoding."""

import contextlib
import io
import json
import os
import re
import sys
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TextIO

from geboortezorg.tekst import Tekst

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_BREEDTE: Final = 100
"""Columns of a table that is not written to a terminal."""

_KOLOMMEN: Final = re.compile("[0-9]{1,4}")
_NAAM: Final = 45
"""Columns that a name may take before it is folded."""

_SMALST: Final = 40
_ALS_TERMINAL: Final = ("FORCE_COLOR", "TTY_COMPATIBLE")
_HOOGTE: Final = 25


def bereid_voor(stapel: contextlib.ExitStack) -> None:
    """Make stdout and stderr take any text, until `stapel` closes.

    They become UTF-8 whatever the locale says; when closed by the caller, they lead nowhere.
    """
    for naam, omgeleid in (
        ("stdout", contextlib.redirect_stdout),
        ("stderr", contextlib.redirect_stderr),
    ):
        stroom = getattr(sys, naam)
        if stroom is None:
            stapel.enter_context(omgeleid(stapel.enter_context(_nergens())))
        elif isinstance(stroom, io.TextIOWrapper):
            stroom.reconfigure(encoding="utf-8", errors="backslashreplace")


def _nergens() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def leesbaar(pad: str) -> str:
    """Return a path for a message or a table: what does not print is written as an escape."""
    tekens = (
        teken if teken.isprintable() else teken.encode("unicode_escape").decode() for teken in pad
    )
    return "".join(tekens) or "''"


BEDOELD: Final = Tekst("Misschien bedoeld: {namen}.", "Perhaps meant: {namen}.")
"""What to say of names of ours that look like what was given."""

Deel = tuple[str, str]
"""A part of a text line, and the style that rich knows by a name; none when empty."""


def als_json(waarde: Any) -> str:
    """Return a JSON value on one text line."""
    return json.dumps(waarde, ensure_ascii=False, separators=(",", ":"))


class Scherm:
    """The output of one command, in one language."""

    def __init__(self, taal: str) -> None:
        self.taal = taal
        self.balk: Console | None = None
        """The console with a progress bar, which must draw what appears beside it."""
        self.gedeeld: Callable[[bytes], bool] | None = None
        """Takes bytes that many lines may have in common, where another process writes them; says
        whether it did."""

    @cached_property
    def console(self) -> "Console":
        """The console on stdout."""
        return console(sys.stdout)

    def tekst(self, tekst: Tekst) -> str:
        """Return a text in the language of the user."""
        return tekst.in_taal(self.taal)

    def toon(self, *delen: "RenderableType", soft_wrap: bool = False) -> None:
        """Write something for people."""
        if self.balk is self.console:
            self.console.print(*delen, soft_wrap=soft_wrap)
            return
        # Not written by rich itself, which fills lines with spaces.
        with self.console.capture() as vangst:
            self.console.print(*delen, soft_wrap=soft_wrap)
        for tekstregel in vangst.get().removesuffix("\n").split("\n"):
            self.tekstregel(tekstregel.rstrip())

    @cached_property
    def breedte(self) -> int:
        """How many columns people see."""
        return max(_SMALST, _maat(sys.stdout)[0])

    @cached_property
    def met_stijl(self) -> bool:
        """Whether rich has to see to it: for a terminal, or what is to be treated as one."""
        return sys.stdout.isatty() or any(os.environ.get(naam) for naam in _ALS_TERMINAL)

    def delen(self, *delen: Deel) -> None:
        """Write one line for people, in parts that each have a style."""
        if self.met_stijl or self.balk is not None:
            from rich.text import Text  # noqa: PLC0415 - rich is only loaded for who sees styles

            self.toon(Text.assemble(*delen), soft_wrap=True)
        else:
            self.tekstregel("".join(tekst for tekst, _ in delen).rstrip())

    def rijen(self, rijen: Iterable[tuple[Tekst, str]]) -> None:
        """Write a list of labelled facts."""
        from rich.table import Table  # noqa: PLC0415 - rich is only loaded for people

        tabel = Table.grid(padding=(0, 2))
        tabel.add_column(no_wrap=True, style="bold")
        tabel.add_column(overflow="fold")
        for label, waarde in rijen:
            tabel.add_row(self.tekst(label), waarde)
        self.toon(tabel)

    def tabel(self, kop: Iterable[Tekst], rijen: Iterable[Iterable[str]]) -> None:
        """Write a table; what does not fit is folded, never cut off, and a name is folded last."""
        from rich.table import Table  # noqa: PLC0415 - see above

        tabel = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
        gevuld = [tuple(rij) for rij in rijen]
        langste = max((len(rij[0]) for rij in gevuld), default=0)
        for nummer, label in enumerate(kop):
            minste = None if nummer else min(langste, _NAAM)
            tabel.add_column(self.tekst(label), overflow="fold", min_width=minste)
        for rij in gevuld:
            tabel.add_row(*rij)
        self.toon(tabel)

    def json(self, waarde: Any) -> None:
        """Write one JSON value on one line."""
        self.tekstregel(als_json(waarde))

    def tekstregel(self, tekst: str) -> None:
        """Write one line as it is."""
        sys.stdout.write(f"{tekst}\n")

    def tekstregel_met(self, inhoud: bytes, begin: str = "", einde: str = "") -> None:
        """Write one line around what is UTF-8 already, and may stand in many lines."""
        if self.gedeeld is None:
            sys.stdout.write(f"{begin}{inhoud.decode()}{einde}\n")
            return
        sys.stdout.write(begin)
        if not self.gedeeld(inhoud):
            sys.stdout.write(inhoud.decode())
        sys.stdout.write(f"{einde}\n")

    def meld(self, tekst: str) -> None:
        """Write an error, for people."""
        if self.balk is not None:
            self.balk.print(f"geboortezorg: {tekst}", soft_wrap=True)
        else:
            sys.stderr.write(f"geboortezorg: {tekst}\n")


def console(stroom: Any) -> "Console":
    """Return a console that takes text literally and is wide enough to read."""
    from rich.console import Console  # noqa: PLC0415 - costs 60 ms

    class _Console(Console):
        def on_broken_pipe(self) -> None:
            """Let the exception through; rich would end the program, with another exit code."""
            raise  # noqa: PLE0704 - called while a BrokenPipeError is handled

    # Given a size, rich does not read COLUMNS itself, and fall over a digit that is none.
    breedte, hoogte = _maat(stroom)
    return _Console(
        file=stroom,
        markup=False,
        highlight=False,
        emoji=False,
        width=max(_SMALST, breedte),
        height=hoogte,
    )


def _maat(stroom: Any) -> tuple[int, int]:
    """Return how many columns and lines to write for: as COLUMNS says, or as the terminal is."""
    breedte, hoogte = _BREEDTE, _HOOGTE
    if stroom.isatty():
        with contextlib.suppress(OSError, ValueError):  # not every terminal has a size
            breedte, hoogte = os.get_terminal_size(stroom.fileno())
    kolommen = os.environ.get("COLUMNS", "")
    return int(kolommen) if _KOLOMMEN.fullmatch(kolommen) else breedte, hoogte
