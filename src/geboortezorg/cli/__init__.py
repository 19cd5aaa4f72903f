"""The command line: ``geboortezorg validate``, ``tarief``, ``tabel``, ``prestaties`` and so on.

Answers go to stdout; errors and progress go to stderr. No output repeats a value of a document
or of an argument, apart from paths. Only :func:`main` is public.
"""

import contextlib
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module
from typing import Final

from geboortezorg import proces, taal
from geboortezorg.cli.gebruiksfout import Gebruiksfout, Misbruik

__all__ = ["main"]

ONDERBROKEN: Final = 130
"""Exit code after Ctrl-C: 128 plus the number of the signal, as shells count."""

LEZER_WEG: Final = 141
"""Exit code when the reader of stdout went away before everything was written."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; nothing a user can do wrong raises.

    0 is yes, 1 is no, 2 is wrong usage or unreadable input, and 3 is that it is not known. What
    that means for a command stands in its ``--help``.
    """
    if argv is None:  # not a program that only gives a command
        proces.neem()
    talen = [taal.uit_omgeving()]
    with contextlib.ExitStack() as stapel:
        try:
            code = _voer_uit(argv, stapel, talen)
            sys.stdout.flush()
        except Gebruiksfout as fout:
            code = _meld(str(fout))
        except BrokenPipeError:
            code = LEZER_WEG
        except KeyboardInterrupt:
            code = ONDERBROKEN
        except OSError as fout:  # stdout on a full disk, or an installation without its files
            from geboortezorg.cli.storing import storing  # noqa: PLC0415 - seldom needed

            code = _meld(storing(fout, talen[-1]))
        _maak_leeg()
        return code


def _voer_uit(argv: Sequence[str] | None, stapel: contextlib.ExitStack, talen: list[str]) -> int:
    """Run what is asked, and add the language that is asked for to `talen`."""
    # Imported here, so that Ctrl-C at the very start is met by :func:`main` too.
    from geboortezorg.cli.ontleder import ontleder  # noqa: PLC0415
    from geboortezorg.cli.ontleder import taal as gekozen  # noqa: PLC0415
    from geboortezorg.cli.scherm import bereid_voor  # noqa: PLC0415

    bereid_voor(stapel)
    try:
        argumenten = ontleder().parse_args(argv)
    except SystemExit:  # --help, --version
        return 0
    except Misbruik as fout:
        from geboortezorg.cli.misbruik import uitleg  # noqa: PLC0415 - seldom needed

        return _meld(*uitleg(fout, sys.argv[1:] if argv is None else argv))
    talen.append(gekozen(argumenten.taal))
    return _opdracht(argumenten, talen[-1])


def _opdracht(argumenten: Namespace, welke: str) -> int:
    """Run the command, whose module is only imported now."""
    from geboortezorg.cli.scherm import Scherm  # noqa: PLC0415 - see above

    scherm = Scherm(welke)
    code: int = import_module(f"geboortezorg.cli.{argumenten.opdracht}").voer_uit(
        argumenten, scherm
    )
    return code


def _meld(tekst: str, opdracht: str = "geboortezorg") -> int:
    with contextlib.suppress(OSError):  # who went away from stderr gets no message
        sys.stderr.write(f"{opdracht}: {tekst}\n")
    return 2


def _maak_leeg() -> None:
    """Drop what stdout does not take, or Python complains of it by itself when it ends."""
    with contextlib.suppress(OSError):  # not every stdout is a file
        try:
            sys.stdout.flush()
        except OSError:
            nergens = os.open(os.devnull, os.O_WRONLY)
            try:
                os.dup2(nergens, sys.stdout.fileno())
            finally:
                os.close(nergens)
