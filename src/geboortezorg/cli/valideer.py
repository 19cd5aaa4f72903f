"""``geboortezorg validate``: judge documents and show the reports."""

import sys
from argparse import Namespace
from collections.abc import Generator
from contextlib import closing
from typing import Final

import attrs

from geboortezorg.batch.kern import SAMEN, Gegeven, Procesfout, validate_pairs
from geboortezorg.cli import invoer
from geboortezorg.cli.context import lees_context
from geboortezorg.cli.gebruiksfout import Gebruiksfout
from geboortezorg.cli.hervatten import Stand, naar_uitvoer
from geboortezorg.cli.kenmerken import kenmerken
from geboortezorg.cli.scherm import Scherm, leesbaar
from geboortezorg.cli.uitvoer import maak_schrijver, overzicht
from geboortezorg.cli.voortgang import voortgang
from geboortezorg.convert import Invoerfout, Invoerreden
from geboortezorg.rapport import Rapport
from geboortezorg.regels.context import Context
from geboortezorg.tekst import Tekst
from geboortezorg.validation import onleesbaar

_KOPPELING: Final = Tekst(
    "--processen gaat niet samen met --koppeling; laat een van beide weg",
    "--processen does not go with --koppeling; leave one of the two out",
)
_PROCES: Final = Tekst(
    "een proces is onverwacht gestopt; probeer het opnieuw met minder processen",
    "a process ended unexpectedly; try again with fewer processes",
)


def voer_uit(argumenten: Namespace, scherm: Scherm) -> int:
    """Judge every document, in order; return the exit code."""
    context = lees_context(argumenten, scherm)
    if argumenten.op is not None:
        context = attrs.evolve(context, beoordelingsdatum=argumenten.op)
    argumenten.tabellen = context.tabellen  # for what is shown beside a report
    if argumenten.overzicht is not None:
        overzicht.controleer(argumenten.overzicht, argumenten.paden, scherm)
    per_kenmerk = argumenten.summary or argumenten.overzicht is not None
    with naar_uitvoer(argumenten, context, scherm) as stand:
        telling = stand.telling
        schrijver = maak_schrijver(argumenten, scherm)
        stand.begin()
        paden = argumenten.paden if argumenten.koppeling is None else [invoer.STDIN]  # no size
        vorm = {"tabel": argumenten.format == "tabel", "tabellen": argumenten.kolom is not None}
        with (
            closing(_alle(argumenten, context, scherm, stand)) as alle,
            voortgang(paden, scherm, **vorm) as vooruit,
        ):
            for document, rapport in alle:
                telling.tel(rapport, kenmerken(document) if per_kenmerk else None)
                schrijver.document(rapport, document)
                stand.klaar(document)
                if document.pad == invoer.STDIN:
                    sys.stdout.flush()  # who feeds us line by line may wait for the answer
                vooruit(document.omvang)
        schrijver.einde(telling)
    if argumenten.overzicht is not None:
        overzicht.schrijf(argumenten.overzicht, telling, scherm)
    return telling.code(argumenten.vanaf)


def _alle(
    argumenten: Namespace, context: Context, scherm: Scherm, stand: Stand
) -> Generator[tuple[invoer.Invoer, Rapport], None, None]:
    if argumenten.koppeling is not None:
        if argumenten.processen > 1:
            raise Gebruiksfout(scherm.tekst(_KOPPELING))
        from geboortezorg.cli import lijnen  # noqa: PLC0415 - sqlite3 and csv cost time

        yield from lijnen.beoordeeld(argumenten, context, scherm)
        return
    documenten = invoer.documenten(
        argumenten.paden, ndjson=argumenten.ndjson, kolom=argumenten.kolom
    )
    paren = ((document, _gegeven(document, context, scherm)) for document in stand.rest(documenten))
    # Who feeds us line by line gets each answer before giving the next line.
    samen = 1 if invoer.STDIN in argumenten.paden else SAMEN
    try:
        yield from validate_pairs(
            paren, context=context, processen=argumenten.processen, samen=samen
        )
    except Procesfout:
        raise Gebruiksfout(scherm.tekst(_PROCES)) from None
    except ImportError as fout:
        raise Gebruiksfout(str(fout)) from None


def _gegeven(document: invoer.Invoer, context: Context, scherm: Scherm) -> Gegeven:
    """Return the bytes of a document, or the report on why there are none, which is told too."""
    if isinstance(document.inhoud, bytes):
        return document.inhoud
    scherm.meld(f"{leesbaar(document.pad)}: {scherm.tekst(invoer.OORZAKEN[document.inhoud])}")
    return onleesbaar(Invoerfout(Invoerreden.ONLEESBAAR), context=context)
