"""Reading a message, record by record, in constant memory."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import chain
from typing import BinaryIO, Final

from geboortezorg.ei.controle import Controle
from geboortezorg.ei.fout import CODES, EIFout, EIReden
from geboortezorg.ei.indeling import Indeling, indelingen
from geboortezorg.ei.namen import Veldnaam
from geboortezorg.ei.record import Record
from geboortezorg.ei.stroom import (
    CODERINGEN,
    Leesbaar,
    is_anders,
    ontcijfer,
    portie,
    teksten,
    zonder_merk,
)
from geboortezorg.model.ei import EIRecordrol
from geboortezorg.tekst import Tekst, TekstFout, TypeFout

_GEEN_CODERING: Final = Tekst("codering is een van {namen}", "codering is one of {namen}")
_GEEN_BERICHT: Final = Tekst(
    "dit is geen bericht; geef bytes, of een bestand dat binair is geopend",
    "this is no message; give bytes, or a file that was opened as binary",
)

MAX_FOUT_ACHTEREEN: Final = 10_000
"""After so many faulty records in a row the rest is not read: it is no such message."""


def _fout(nummer: int, reden: EIReden) -> EIFout:
    return EIFout(record=nummer, reden=reden, retourcode=CODES.get(reden))


def lees(
    bericht: bytes | Leesbaar | BinaryIO,
    *,
    eigen: Sequence[Indeling] = (),
    codering: str | None = None,
) -> Iterator[Record]:
    """Yield the records of a message, each with its faults; only one is in memory at a time.

    `bericht` is bytes, or a stream of bytes. The layout is found by the message code and version;
    those in `eigen` go before the ones that ship. `codering` is one of `CODERINGEN`; without
    it the message must be ASCII, and other characters are a fault, but are read.

    What is missing at the end is a fault of a last record, of no kind, that is not in the message.
    Nothing in a message raises. Raises ValueError for an unknown `codering`, and TypeError for
    what is neither bytes nor a stream, such as a path.
    """
    if not isinstance(bericht, bytes) and not hasattr(bericht, "read"):
        raise TypeFout(_GEEN_BERICHT)
    if codering is not None and codering not in CODERINGEN:
        raise TekstFout(_GEEN_CODERING, namen=", ".join(CODERINGEN))
    stroom = BytesIO(bericht) if isinstance(bericht, bytes) else bericht
    return _lees(stroom, (*eigen, *indelingen()), codering)


def _lees(
    stroom: Leesbaar | BinaryIO, bekend: Sequence[Indeling], codering: str | None
) -> Iterator[Record]:
    begin, merk = zonder_merk(portie(stroom))
    reden = EIReden.LEEG if not begin else EIReden.CODERING if is_anders(begin) else None
    kop = begin[:4096].decode("latin-1")
    indeling = next((kandidaat for kandidaat in bekend if kandidaat.past(kop)), None)
    if reden is not None or indeling is None:
        yield _zonder_indeling(kop, bekend, reden)
        return
    controle = Controle(indeling)
    vooraf = (_fout(1, EIReden.CODERING),) if merk and codering != "utf-8" else ()
    lengte, nummer, fout_achtereen, gemeld = indeling.model.recordlengte, 0, 0, False
    for data, goed in teksten(begin, stroom, lengte):
        fouten = vooraf
        vooraf = ()
        if not goed and not gemeld:
            gemeld = True
            fouten = (*fouten, _fout(nummer + 1, EIReden.REGELEINDE))
        if not data:
            vooraf = fouten
            continue
        nummer += 1
        record = _record(data, nummer, indeling, codering)
        alle = (*fouten, *record.fouten, *controle.zie(record))
        fout_achtereen = fout_achtereen + 1 if alle else 0
        if fout_achtereen > MAX_FOUT_ACHTEREEN:
            yield Record(nummer, None, "", (_fout(nummer, EIReden.TE_VEEL_FOUTEN),))
            return
        yield Record(nummer, record.vorm, record.tekst, alle) if alle else record
    laatste = (*vooraf, *controle.einde(nummer + 1))
    if laatste:
        yield Record(nummer + 1, None, "", laatste)


def _zonder_indeling(kop: str, bekend: Sequence[Indeling], reden: EIReden | None) -> Record:
    """Return the one record of a message that cannot be read, and why."""
    if reden is not None:
        return Record(1, None, "", (_fout(1, reden),))
    naam, vorm = Veldnaam.RECORDKENMERK, bekend[0].per_rol[EIRecordrol.VOORLOOP]
    for indeling in bekend:
        voorloop = indeling.per_rol[EIRecordrol.VOORLOOP]
        if not kop.startswith(voorloop.kenmerk):
            continue
        if naam is Veldnaam.RECORDKENMERK:
            naam, vorm = Veldnaam.BERICHTCODE, voorloop
        if kop[voorloop.plaatsen[Veldnaam.BERICHTCODE]] == indeling.model.berichtcode:
            naam, vorm = Veldnaam.BERICHTVERSIE, voorloop
    return Record(1, None, "", (vorm.fout(1, EIReden.INDELING, naam),))


def _record(data: bytes, nummer: int, indeling: Indeling, codering: str | None) -> Record:
    lengte = indeling.model.recordlengte
    tekst, gelezen = ontcijfer(data, codering, lengte)
    vorm = indeling.vormen.get(tekst[:2])
    if gelezen and len(tekst) == lengte and vorm is not None and vorm.goed(tekst):
        return Record(nummer, vorm, tekst)
    fouten: list[EIFout] = []
    if not gelezen:
        reden = EIReden.TEKENS if codering is None else EIReden.CODERING
        fouten.append(_fout(nummer, reden))
    if len(tekst) != lengte:
        fouten.append(_fout(nummer, EIReden.LENGTE))
        tekst = tekst[:lengte].ljust(lengte)
    if vorm is None:
        fouten.append(_fout(nummer, EIReden.RECORDKENMERK))
        return Record(nummer, None, tekst, tuple(fouten))
    return Record(nummer, vorm, tekst, tuple(chain(fouten, vorm.fouten(tekst, nummer))))
