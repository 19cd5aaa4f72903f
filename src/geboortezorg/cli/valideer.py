"""``geboortezorg validate``: judge documents and show the reports."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Final

import attrs

from geboortezorg import proces
from geboortezorg.batch.kern import SAMEN, Procesfout, porties
from geboortezorg.cli import invoer
from geboortezorg.cli.context import lees_context
from geboortezorg.cli.gebruiksfout import Gebruiksfout
from geboortezorg.cli.hervatten import naar_uitvoer
from geboortezorg.cli.scherm import Scherm, leesbaar
from geboortezorg.cli.uitvoer import (
    Bytesschrijver,
    Schrijver,
    maak_schrijver,
    overzicht,
    per_document,
)
from geboortezorg.cli.voortgang import voortgang
from geboortezorg.cli.werkbank import Beoordeling, Geschreven, Schrijfwerk, schrijf
from geboortezorg.rapport import Rapport
from geboortezorg.regels.context import Context

if TYPE_CHECKING:
    from geboortezorg.lijnen import Koppeling

_PER_RIJ: Final = 512
"""Bytes that a row of a document is taken to have."""

_Gedaan = list[tuple[invoer.Invoer, Rapport]] | Geschreven


def voer_uit(argumenten: Namespace, scherm: Scherm) -> int:
    """Judge every document, in order; return the exit code."""
    context = lees_context(argumenten, scherm)
    if argumenten.op is not None:
        context = attrs.evolve(context, beoordelingsdatum=argumenten.op)
    argumenten.tabellen = context.tabellen  # for what is shown beside a report
    if argumenten.overzicht is not None:
        overzicht.controleer(argumenten.overzicht, argumenten.paden, scherm)
    koppeling = _koppeling(argumenten, scherm)
    gegevens = None if koppeling is None else koppeling.als_gegevens()
    with naar_uitvoer(argumenten, context, scherm, gegevens) as stand:
        telling = stand.telling
        schrijver = maak_schrijver(argumenten, scherm)
        if isinstance(schrijver, Bytesschrijver):
            schrijver.begin()
        stand.begin()
        paden = argumenten.paden if koppeling is None else [invoer.STDIN]  # no size
        vorm = {"tabel": argumenten.format == "tabel", "tabellen": argumenten.kolom is not None}
        documenten = stand.rest(_documenten(argumenten, koppeling, scherm))
        with (
            closing(_gedaan(documenten, argumenten, context, scherm)) as alle,
            voortgang(paden, scherm, **vorm) as vooruit,
        ):
            for portie, gedaan in alle:
                if isinstance(gedaan, Geschreven):
                    _neem(schrijver, gedaan.inhoud)
                    telling.herneem(gedaan.telling)
                else:
                    for document, rapport in gedaan:
                        schrijf(schrijver, telling, argumenten, document, rapport)
                stand.klaar(portie)
                if invoer.STDIN in argumenten.paden:
                    sys.stdout.flush()  # who feeds us line by line may wait for the answer
                for document in portie:
                    vooruit(document.omvang)
                proces.geladen()
        schrijver.einde(telling)
    if argumenten.overzicht is not None:
        overzicht.schrijf(argumenten.overzicht, telling, scherm)
    return telling.code(argumenten.vanaf)


def _neem(schrijver: Schrijver, inhoud: bytes) -> None:
    """Write what another process made."""
    buffer = getattr(sys.stdout, "buffer", None)
    if isinstance(schrijver, Bytesschrijver):
        schrijver.neem(inhoud)
    elif buffer is None or os.linesep != "\n":
        sys.stdout.write(inhoud.decode())
    else:  # it was made into bytes already
        sys.stdout.flush()
        buffer.write(inhoud)


def _koppeling(argumenten: Namespace, scherm: Scherm) -> "Koppeling | None":
    if argumenten.koppeling is None:
        return None
    from geboortezorg.cli import lijnen  # noqa: PLC0415 - sqlite3 and csv cost time

    return lijnen.lees_koppeling(argumenten.koppeling, scherm)


def _documenten(
    argumenten: Namespace, koppeling: "Koppeling | None", scherm: Scherm
) -> Iterator[invoer.Invoer]:
    if koppeling is not None:
        from geboortezorg.cli import lijnen  # noqa: PLC0415 - see above

        yield from lijnen.documenten(argumenten.paden, koppeling, scherm)
        return
    yield from invoer.documenten(argumenten.paden, ndjson=argumenten.ndjson, kolom=argumenten.kolom)


def _gedaan(
    documenten: Iterable[invoer.Invoer], argumenten: Namespace, context: Context, scherm: Scherm
) -> Generator[tuple[list[invoer.Invoer], _Gedaan], None, None]:
    """Yield the documents a few at a time, with their reports or what was written of them."""
    # Who feeds us line by line gets each answer before giving the next line.
    samen = 1 if invoer.STDIN in argumenten.paden and argumenten.processen == 1 else SAMEN
    alle = porties(_gemeld(documenten, argumenten, scherm), samen, _maat)
    werk: Callable[[list[invoer.Invoer]], _Gedaan] = Beoordeling(context)
    try:
        if argumenten.processen == 1:
            for portie, _ in alle:
                yield portie, werk(portie)
            return
        from geboortezorg.batch.pool import verdeel  # noqa: PLC0415 - costs time, for this alone

        if per_document(argumenten, scherm):
            werk = Schrijfwerk(argumenten, context, scherm.taal, scherm.breedte)
        with closing(verdeel(alle, werk, argumenten.processen)) as delen:
            yield from delen
    except Procesfout as fout:
        raise Gebruiksfout(scherm.tekst(fout.tekst)) from None
    except ImportError as fout:
        raise Gebruiksfout(str(fout)) from None


def _gemeld(
    documenten: Iterable[invoer.Invoer], argumenten: Namespace, scherm: Scherm
) -> Iterator[invoer.Invoer]:
    """Yield the documents; why there is none to read is told on the way."""
    for document in documenten:
        if not isinstance(document.inhoud, bytes) and argumenten.koppeling is None:
            oorzaak = scherm.tekst(invoer.OORZAKEN[document.inhoud])
            scherm.meld(f"{leesbaar(document.pad)}: {oorzaak}")
        yield document


def _maat(document: invoer.Invoer) -> int:
    if document.groep is not None:
        return _PER_RIJ * len(document.groep.rijen)
    return len(document.inhoud) if isinstance(document.inhoud, bytes) else 0
