"""``geboortezorg ei``: messages of the EI standards. It shows no value of a message."""

from argparse import Namespace

from geboortezorg.cli import eiberichten, eilezen
from geboortezorg.cli.scherm import Scherm

_OPDRACHTEN = {
    "lees": eilezen.lees,
    "valideer": eiberichten.valideer,
    "retour": eiberichten.retour,
    "schrijf": eiberichten.schrijf,
}


def voer_uit(argumenten: Namespace, scherm: Scherm) -> int:
    """Do what was asked with a message; the exit code is that of the help text."""
    return _OPDRACHTEN[argumenten.wat](argumenten, scherm)
