"""``validate --koppeling``: files of rows, made into documents and judged."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from geboortezorg.cli.gebruiksfout import Gebruiksfout
from geboortezorg.cli.invoer import OORZAKEN, STDIN, Invoer, oorzaak_van
from geboortezorg.cli.scherm import Scherm, leesbaar
from geboortezorg.convert import Invoerfout, Invoerreden
from geboortezorg.lijnen import Koppeling, KoppelingFout, load_mapping, validate_rows
from geboortezorg.rapport import Rapport
from geboortezorg.regels.context import Context
from geboortezorg.validation import onleesbaar


def lees_koppeling(pad: str, scherm: Scherm) -> Koppeling:
    """Return the koppeling in a file; Gebruiksfout, with every message, when it cannot be used."""
    try:
        return load_mapping(pad)
    except KoppelingFout as fout:
        tekstregels = [f"{leesbaar(pad)}: {tekst}" for tekst in fout.toon(scherm.taal)]
    raise Gebruiksfout("\n".join(tekstregels))


def beoordeeld(
    argumenten: Namespace, context: Context, scherm: Scherm
) -> Iterator[tuple[Invoer, Rapport]]:
    """Yield each document that the rows of the files make, and its report.

    A file that cannot be read as the koppeling says is told of, and the others are judged.
    """
    koppeling = lees_koppeling(argumenten.koppeling, scherm)
    for pad in argumenten.paden:
        tonen: list[str] = []
        try:
            for deel in validate_rows(_bron(pad), koppeling, context=context):
                yield Invoer(pad, deel.rijen[0], b"", rijen=deel), deel.rapport
        except KoppelingFout as fout:
            tonen = list(fout.toon(scherm.taal))
        except (OSError, ValueError) as fout:
            tonen = [scherm.tekst(OORZAKEN[oorzaak_van(fout)])]
        except ImportError as fout:
            raise Gebruiksfout(str(fout)) from None
        for tekst in tonen:
            scherm.meld(f"{leesbaar(pad)}: {tekst}")
        if tonen:
            fout_ = Invoerfout(Invoerreden.ONLEESBAAR)
            yield Invoer(pad, None, b""), onleesbaar(fout_, context=context)


def _bron(pad: str) -> Any:
    if pad != STDIN:
        if not pad:
            raise FileNotFoundError
        return pad
    if sys.stdin is None:
        raise OSError("stdin")
    return sys.stdin.buffer
