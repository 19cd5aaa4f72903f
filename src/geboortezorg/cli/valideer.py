"""``geboortezorg validate``: judge documents and show the reports."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

import attrs

from geboortezorg import proces
from geboortezorg.arrow import Extrafout
from geboortezorg.batch.kern import SAMEN, Procesfout, porties
from geboortezorg.cli import invoer, zonderzin
from geboortezorg.cli.context import lees_context
from geboortezorg.cli.gebruiksfout import Gebruiksfout
from geboortezorg.cli.hervatten import naar_uitvoer
from geboortezorg.cli.scherm import Scherm, leesbaar
from geboortezorg.cli.uitvoer import (
    Bytesschrijver,
    Schrijver,
    in_kolommen,
    maak_schrijver,
    overzicht,
    per_document,
)
from geboortezorg.cli.voortgang import voortgang
from geboortezorg.cli.werkbank import Beoordeling, Geschreven, Schrijfwerk, maat, schrijf
from geboortezorg.rapport import Rapport
from geboortezorg.regels.context import Context

if TYPE_CHECKING:
    from geboortezorg.lijnen import Koppeling

_Gedaan = list[tuple[invoer.Invoer, Rapport]] | Geschreven
_Portie = Sequence[invoer.Deel]


def voer_uit(argumenten: Namespace, scherm: Scherm) -> int:
    """Judge every document, in order; return the exit code."""
    context = lees_context(argumenten, scherm)
    if argumenten.op is not None:
        context = attrs.evolve(context, beoordelingsdatum=argumenten.op)
    argumenten.tabellen = context.tabellen  # for what is shown beside a report
    if argumenten.overzicht is not None:
        overzicht.controleer(argumenten.overzicht, argumenten.paden, scherm)
    koppeling = _koppeling(argumenten, scherm)
    zonderzin.meld(argumenten, scherm)
    gegevens = None if koppeling is None else koppeling.als_gegevens()
    with naar_uitvoer(argumenten, context, scherm, gegevens) as stand:
        telling = stand.telling
        schrijver = maak_schrijver(argumenten, scherm)
        if isinstance(schrijver, Bytesschrijver):
            schrijver.begin()
        stand.begin()
        neem = _neem(schrijver)
        eerder: dict[int, list[bytes]] = {}
        paden = argumenten.paden if koppeling is None else [invoer.STDIN]  # no size
        vorm = {"tabel": argumenten.format == "tabel", "tabellen": argumenten.kolom is not None}
        delen = stand.rest(_delen(argumenten, koppeling, scherm))
        with (
            closing(_gedaan(delen, argumenten, context, scherm)) as alle,
            voortgang(paden, scherm, **vorm) as vooruit,
        ):
            for portie, gedaan in alle:
                if isinstance(gedaan, Geschreven):
                    for inhoud in gedaan.heel(eerder):
                        neem(inhoud)
                    telling.herneem(gedaan.telling)
                    aantal = gedaan.aantal
                else:
                    aantal = len(gedaan)
                    for document, rapport in gedaan:
                        schrijf(schrijver, telling, argumenten, document, rapport)
                stand.klaar(portie)
                if invoer.STDIN in argumenten.paden:
                    sys.stdout.flush()  # who feeds us line by line may wait for the answer
                vooruit(sum(deel.omvang for deel in portie), aantal)
                proces.geladen()
        schrijver.einde(telling)
    if argumenten.overzicht is not None:
        overzicht.schrijf(argumenten.overzicht, telling, scherm)
    return telling.code(argumenten.vanaf)


def _neem(schrijver: Schrijver) -> Callable[[bytes], object]:
    """Return what writes what another process made; asked once, for telling which is slow."""
    if isinstance(schrijver, Bytesschrijver):
        return schrijver.neem
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None or os.linesep != "\n":
        return lambda inhoud: sys.stdout.write(inhoud.decode())
    sys.stdout.flush()
    return cast("Callable[[bytes], object]", buffer.write)  # it was made into bytes already


def _koppeling(argumenten: Namespace, scherm: Scherm) -> "Koppeling | None":
    if argumenten.koppeling is None:
        return None
    from geboortezorg.cli import lijnen  # noqa: PLC0415 - sqlite3 and csv cost time

    return lijnen.lees_koppeling(argumenten.koppeling, scherm)


def _delen(
    argumenten: Namespace, koppeling: "Koppeling | None", scherm: Scherm
) -> Iterator[invoer.Deel]:
    if koppeling is not None:
        from geboortezorg.cli import lijnen  # noqa: PLC0415 - see above

        yield from lijnen.documenten(argumenten.paden, koppeling, scherm)
        return
    yield from invoer.delen(argumenten.paden, ndjson=argumenten.ndjson, kolom=argumenten.kolom)


def _gedaan(
    delen: Iterable[invoer.Deel], argumenten: Namespace, context: Context, scherm: Scherm
) -> Generator[tuple[_Portie, _Gedaan], None, None]:
    """Yield the documents a few at a time, with their reports or what was written of them."""
    delen = _gemeld(delen, argumenten, scherm)
    werk = Beoordeling(context)
    try:
        if argumenten.processen == 1:
            # Who feeds us line by line gets each answer before giving the next line.
            samen = 1 if invoer.STDIN in argumenten.paden else SAMEN
            for portie, _ in porties(invoer.los(delen), samen, maat):
                yield portie, werk(portie)
            return
        yield from _verdeeld(delen, werk, argumenten, context, scherm)
    except Procesfout as fout:
        raise Gebruiksfout(scherm.tekst(fout.tekst)) from None
    except Extrafout as fout:
        raise Gebruiksfout(scherm.tekst(fout.tekst)) from None


def _verdeeld(
    delen: Iterable[invoer.Deel],
    beoordeling: Beoordeling,
    argumenten: Namespace,
    context: Context,
    scherm: Scherm,
) -> Generator[tuple[_Portie, _Gedaan], None, None]:
    from geboortezorg.batch.pool import verdeel  # noqa: PLC0415 - costs time, for this alone
    from geboortezorg.cli.bereik import VOL, Leeswerk, op_schijf  # noqa: PLC0415 - the same

    hier: Callable[[_Portie], _Gedaan] = beoordeling
    elders: Callable[[Any], _Gedaan | None] = beoordeling
    zend: Callable[[list[invoer.Deel]], Any] = list
    vol = None
    gewijzigd: set[str] = set()

    def lees_daar(portie: list[invoer.Deel]) -> list[Any]:
        """Let the process read by itself what it can, but no file that changed: one that grows, say."""
        return op_schijf(portie) if gewijzigd.isdisjoint(d.pad for d in portie) else portie

    if per_document(argumenten, scherm):
        hier, anders = (
            Schrijfwerk(argumenten, context, scherm.taal, scherm.breedte) for _ in range(2)
        )
        elders, zend = Leeswerk(anders), lees_daar
        vol = None if in_kolommen(argumenten) else VOL
    porties_ = porties(delen, SAMEN, maat, vol)
    if proces.alleen():  # what is made for the first documents is there in every fork
        for portie, _ in islice(porties_, 1):
            yield portie, hier(portie)
    with closing(verdeel(porties_, elders, argumenten.processen, zend=zend)) as alle:
        for portie, gedaan in alle:
            if gedaan is None:
                gewijzigd.update(deel.pad for deel in portie)
            yield portie, hier(portie) if gedaan is None else gedaan


def _gemeld(
    delen: Iterable[invoer.Deel], argumenten: Namespace, scherm: Scherm
) -> Iterator[invoer.Deel]:
    """Yield the documents; why there is none to read is told on the way."""
    for deel in delen:
        if not isinstance(deel.inhoud, bytes) and argumenten.koppeling is None:
            oorzaak = scherm.tekst(invoer.OORZAKEN[deel.inhoud])
            scherm.meld(f"{leesbaar(deel.pad)}: {oorzaak}")
        yield deel
