"""A template, written to a file that is not there yet or to stdout."""

from pathlib import Path
from typing import Final

from geboortezorg.cli.gebruiksfout import Gebruiksfout
from geboortezorg.cli.scherm import Scherm, leesbaar
from geboortezorg.tekst import Tekst

_GESCHREVEN: Final = Tekst(
    'geschreven: {pad}. Vul elke "?" in, en geef daarna: geboortezorg {opdracht} controleer {pad}',
    'written: {pad}. Fill in every "?", and then give: geboortezorg {opdracht} controleer {pad}',
)
_BESTAAT: Final = Tekst(
    "{pad}: dit bestand bestaat al; kies een andere naam",
    "{pad}: this file exists already; choose another name",
)
_NIET_GESCHREVEN: Final = Tekst(
    "{pad}: dit bestand is niet te schrijven", "{pad}: this file cannot be written"
)


def schrijf_nieuw(tekst: str, pad: str | None, opdracht: str, scherm: Scherm) -> int:
    """Write a template of a command, and return the exit code; Gebruiksfout when that cannot be."""
    if pad is None:
        scherm.tekstregel(tekst.rstrip("\n"))
        return 0
    toon = leesbaar(pad)
    try:
        with Path(pad).open("x", encoding="utf-8", newline="") as bestand:
            bestand.write(tekst)
    except FileExistsError:
        raise Gebruiksfout(scherm.tekst(_BESTAAT).format(pad=toon)) from None
    except (OSError, ValueError):
        raise Gebruiksfout(scherm.tekst(_NIET_GESCHREVEN).format(pad=toon)) from None
    scherm.meld(scherm.tekst(_GESCHREVEN).format(pad=toon, opdracht=opdracht))
    return 0
