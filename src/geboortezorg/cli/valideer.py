"""``geboortezorg validate``: judge documents and show the reports."""

import sys
from argparse import Namespace
from collections.abc import Iterator

import attrs

from geboortezorg.cli import invoer
from geboortezorg.cli.context import lees_context
from geboortezorg.cli.scherm import Scherm, leesbaar
from geboortezorg.cli.telling import Telling
from geboortezorg.cli.uitvoer import maak_schrijver
from geboortezorg.cli.uitvoer.bestand import stdout_naar
from geboortezorg.cli.voortgang import voortgang
from geboortezorg.convert import Invoerfout, Invoerreden
from geboortezorg.rapport import Rapport
from geboortezorg.regels.context import Context
from geboortezorg.validation import onleesbaar, validate


def voer_uit(argumenten: Namespace, scherm: Scherm) -> int:
    """Judge every document, in order; return the exit code."""
    context = lees_context(argumenten, scherm)
    if argumenten.op is not None:
        context = attrs.evolve(context, beoordelingsdatum=argumenten.op)
    argumenten.tabellen = context.tabellen  # for what is shown beside a report
    telling = Telling()
    with stdout_naar(argumenten.output, argumenten.paden, scherm):
        schrijver = maak_schrijver(argumenten, scherm)
        paden = argumenten.paden if argumenten.koppeling is None else [invoer.STDIN]  # no size
        with voortgang(paden, scherm, tabel=argumenten.format == "tabel") as vooruit:
            for document, rapport in _alle(argumenten, context, scherm):
                telling.tel(rapport)
                schrijver.document(rapport, document)
                if document.pad == invoer.STDIN:
                    sys.stdout.flush()  # who feeds us line by line may wait for the answer
                vooruit(document.omvang)
        schrijver.einde(telling)
    return telling.code(argumenten.vanaf)


def _alle(
    argumenten: Namespace, context: Context, scherm: Scherm
) -> Iterator[tuple[invoer.Invoer, Rapport]]:
    if argumenten.koppeling is not None:
        from geboortezorg.cli import lijnen  # noqa: PLC0415 - sqlite3 and csv cost time

        yield from lijnen.beoordeeld(argumenten, context, scherm)
        return
    for document in invoer.documenten(argumenten.paden, ndjson=argumenten.ndjson):
        yield document, _beoordeel(document, context, scherm)


def _beoordeel(document: invoer.Invoer, context: Context, scherm: Scherm) -> Rapport:
    if isinstance(document.inhoud, bytes):
        return validate(document.inhoud, context=context)
    scherm.meld(f"{leesbaar(document.pad)}: {scherm.tekst(invoer.OORZAKEN[document.inhoud])}")
    return onleesbaar(Invoerfout(Invoerreden.ONLEESBAAR), context=context)
