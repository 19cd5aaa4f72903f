"""``geboortezorg genereer``: made-up dossiers as NDJSON, what judges them, and what each breaks."""

import contextlib
import json
import os
import sys
from argparse import Namespace
from pathlib import Path
from typing import Final, TextIO

from geboortezorg.cli.gebruiksfout import Gebruiksfout
from geboortezorg.cli.scherm import Scherm, leesbaar
from geboortezorg.cli.zonderzin import meld_vorm
from geboortezorg.convert import dump
from geboortezorg.populatie import contextdocument, population
from geboortezorg.tekst import Tekst

_KOP: Final = "tekstregel,code\n"
_NIET_TE_SCHRIJVEN: Final = Tekst(
    "{pad}: dit bestand is niet te schrijven; geef een ander",
    "{pad}: this file cannot be written; give another",
)


def voer_uit(argumenten: Namespace, scherm: Scherm) -> int:
    """Write the dossiers, one a line, and the context and answers when they are asked for; 0."""
    meld_vorm(argumenten, scherm)
    with contextlib.ExitStack() as stapel:
        if argumenten.context is not None:
            context = stapel.enter_context(_bestand(argumenten.context, scherm))
            context.write(f"{dump(contextdocument()).decode()}\n")
        uit: TextIO = sys.stdout
        if argumenten.output is not None:
            uit = stapel.enter_context(_bestand(argumenten.output, scherm))
        antwoorden = stapel.enter_context(_bestand(argumenten.antwoorden or os.devnull, scherm))
        antwoorden.write(_KOP)
        for proef in population(argumenten.n, argumenten.seed, fouten=argumenten.fouten):
            document = json.dumps(proef.document, ensure_ascii=False, separators=(",", ":"))
            uit.write(f"{document}\n")
            if proef.code is not None:
                antwoorden.write(f"{proef.nummer + 1},{proef.code}\n")
    return 0


def _bestand(pad: str, scherm: Scherm) -> TextIO:
    try:
        return Path(pad).open("w", encoding="utf-8", newline="")
    except (OSError, ValueError):
        raise Gebruiksfout(scherm.tekst(_NIET_TE_SCHRIJVEN).format(pad=leesbaar(pad))) from None
