"""The answer in a file: whole, or not there at all."""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import Final

from geboortezorg.cli.gebruiksfout import Gebruiksfout
from geboortezorg.cli.invoer import is_document
from geboortezorg.cli.scherm import Scherm, leesbaar
from geboortezorg.tekst import Tekst

_NIET_TE_SCHRIJVEN: Final = Tekst(
    "{pad}: dit bestand is niet te schrijven; geef met --output een ander",
    "{pad}: this file cannot be written; give another with --output",
)
_WORDT_GELEZEN: Final = Tekst(
    "{pad}: dit bestand wordt zelf beoordeeld; geef met --output een ander",
    "{pad}: this file is itself judged; give another with --output",
)


@contextmanager
def stdout_naar(pad: str | None, paden: Iterable[str], scherm: Scherm) -> Iterator[None]:
    """Let what is written to stdout go to a file, which takes its place when all went well.

    Raises Gebruiksfout for a file that cannot be written, or that is one of those to judge.
    """
    if pad is None:
        yield
        return
    doel = doel_van(pad, paden, scherm)
    try:
        # A terminal or a pipe with a name is written as it is.
        los = not doel.exists() or stat.S_ISREG(doel.stat().st_mode)
        doel = doel.resolve() if los else doel
        even = doel.with_name(f".{doel.name}.{os.getpid()}") if los else doel
        stroom = even.open("w", encoding="utf-8", errors="backslashreplace", newline="")
    except (OSError, ValueError):
        raise niet_te_schrijven(pad, scherm) from None
    try:
        with stroom, redirect_stdout(stroom):
            yield
        if los:
            even.replace(doel)
    except BaseException:
        if los:
            even.unlink(missing_ok=True)
        raise


def doel_van(pad: str, paden: Iterable[str], scherm: Scherm) -> Path:
    """Return where a file is to be written; Gebruiksfout when it is one of those to judge."""
    doel = Path(pad).absolute()
    if any(_leest(Path(ander).absolute(), doel) for ander in paden):
        raise Gebruiksfout(scherm.tekst(_WORDT_GELEZEN).format(pad=leesbaar(pad)))
    return doel


def niet_te_schrijven(pad: str, scherm: Scherm) -> Gebruiksfout:
    """Return what to say of a file that cannot be written."""
    return Gebruiksfout(scherm.tekst(_NIET_TE_SCHRIJVEN).format(pad=leesbaar(pad)))


def _leest(ander: Path, doel: Path) -> bool:
    """Say whether a path that is judged leads to the file that is to be written."""
    try:
        if ander.is_dir():
            return is_document(doel.name) and ander.resolve() in doel.resolve().parents
        return doel.exists() and ander.samefile(doel)
    except (OSError, ValueError):
        return False
