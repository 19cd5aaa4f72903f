"""Judging a message: what the rules say of the declaratie in it, back at record and field."""

from collections.abc import Iterator, Sequence
from typing import Final, final

from geboortezorg.bevroren import bevroren
from geboortezorg.bron import Verificatie, minstens
from geboortezorg.ei.aanvulling import Aanvulling
from geboortezorg.ei.fout import FRAME, ZOALS_VERZONDEN, EIFout, EIReden
from geboortezorg.ei.leden import plaats
from geboortezorg.ei.namen import Veldnaam
from geboortezorg.ei.record import Record
from geboortezorg.ei.vertaling import Vertaling, vertaal
from geboortezorg.model.declaratie import DebetCredit
from geboortezorg.model.ei import EIRecordrol
from geboortezorg.rapport import Bevinding, Oordeel, Oorzaak, Rapport, Uitkomst
from geboortezorg.regels.context import Context, gekozen
from geboortezorg.validation import validate

ONBEKEND: Final = frozenset(
    {
        EIReden.NODIG,
        EIReden.VORM,
        EIReden.EENHEID,
        EIReden.LIJST_ONBEKEND,
        EIReden.TE_VEEL_DECLARATIEREGELS,
        EIReden.TE_VEEL_RECORDS,
        EIReden.TWEE_STARTDATUMS,
        *ZOALS_VERZONDEN,
    }
)
"""Faults that leave something unjudged; any other is a breach of the form of a message."""


_TEKENS: Final = (Veldnaam.BEREKEND_BEDRAG_DC, Veldnaam.DECLARATIEBEDRAG_DC)


@final
@bevroren(kw_only=True)
class Berichtbevinding:
    """One place of a finding: the record, and the field when one fills that place."""

    record: int
    veld: str | None
    rubriek: str | None
    pointer: str
    """The place in the declaratie."""
    bevinding: Bevinding


@final
@bevroren(kw_only=True, repr=False)
class Berichtoordeel:
    """What is to be said of a message."""

    oordeel: Oordeel
    oorzaken: tuple[Oorzaak, ...]
    """Why it is `onvolledig`; empty when it is not."""
    verificatie: Verificatie | None
    """How well the layout was verified; None when none was found."""
    vertaling: Vertaling
    rapport: Rapport | None
    """The report on the declaratie; None when the message gave none."""

    @property
    def fouten(self) -> tuple[EIFout, ...]:
        """Every fault of the message as a message."""
        return self.vertaling.fouten

    def bevindingen(self) -> Iterator[Berichtbevinding]:
        """Yield each place of each finding, with its record and field."""
        per_nummer = {record.nummer: record for record in self.vertaling.records}
        for bevinding in () if self.rapport is None else self.rapport.bevindingen:
            for pointer in bevinding.plaatsen:
                declaratieregel, naam = plaats(pointer)
                nummer = (
                    1
                    if declaratieregel is None
                    else self.vertaling.prestatierecords[declaratieregel]
                )
                vorm = per_nummer[nummer].vorm
                veld = None if naam is None or vorm is None else vorm.velden.get(naam)
                yield Berichtbevinding(
                    record=nummer,
                    veld=None if veld is None else veld.naam,
                    rubriek=None if veld is None else veld.rubriek,
                    pointer=pointer,
                    bevinding=bevinding,
                )

    def toe_te_kennen(self) -> frozenset[int]:
        """Return the records that were judged, broke nothing, and so can be allowed.

        Nothing is, while anything about the whole message is wrong or was not judged. A debit and the
        credits that name it are allowed together, or not.
        """
        rapport = self.rapport
        if rapport is None or rapport.samenvatting is None or _heel_bericht(self):
            return frozenset()
        declaratieregels = rapport.samenvatting.declaratieregels
        if declaratieregels is None:
            return frozenset()
        niet = {*declaratieregels.geschonden, *declaratieregels.twijfel, *declaratieregels.onbekend}
        fout = {fout.record for fout in self.fouten}
        fout |= set(_onder(self.vertaling.records, fout))
        goed = (nr for i, nr in enumerate(self.vertaling.prestatierecords) if i not in niet)
        toe = frozenset(nummer for nummer in goed if nummer not in fout)
        return toe.difference(*_half_verrekend(self.vertaling.records, toe))


def _onder(records: Sequence[Record], fout: set[int]) -> Iterator[int]:
    """Yield the prestaties below a faulty record of a person."""
    boven = False
    for record in records:
        if record.rol is EIRecordrol.VERZEKERDE:
            boven = record.nummer in fout
        elif boven:
            yield record.nummer


def _half_verrekend(records: Sequence[Record], toe: frozenset[int]) -> Iterator[set[int]]:
    """Yield the prestaties with the credits that name them, where not all of these can be allowed.

    A debit was judged as what its credits leave of it, and these take off what it asks: one of them
    alone would be paid too much, or taken back without having been paid.
    """
    samen: dict[str, set[int]] = {}
    met_credit: set[str] = set()
    for record in records:
        credit = DebetCredit.CREDIT in map(record.waarde, _TEKENS)
        naam = Veldnaam.GERELATEERD_REFERENTIENUMMER if credit else Veldnaam.REFERENTIENUMMER
        nummer = record.waarde(naam)
        if nummer is not None and record.rol is EIRecordrol.PRESTATIE:
            samen.setdefault(nummer, set()).add(record.nummer)
            met_credit |= {nummer} if credit else set()
    for nummer in met_credit:
        if not samen[nummer] <= toe:
            yield samen[nummer]


def _heel_bericht(oordeel: Berichtoordeel) -> bool:
    """Say whether anything about the whole message is wrong, or was not judged."""
    records = oordeel.vertaling.records
    debiteuren = {een.nummer for een in records if een.rol is EIRecordrol.DEBITEUR}
    if any(f.reden in FRAME or f.record == 1 or f.record in debiteuren for f in oordeel.fouten):
        return True
    rapport = oordeel.rapport
    if rapport is None or rapport.bevindingen_weggelaten:
        return True
    elders = {b.code for b in rapport.bevindingen if all(plaats(p)[0] is None for p in b.plaatsen)}
    genoemd = {b.code for b in rapport.bevindingen}
    return bool(elders) or any(
        regel.uitkomst is Uitkomst.NIET_BEOORDEELD and regel.code not in genoemd
        for regel in rapport.regels
    )


def beoordeel(
    records: Iterator[Record],
    *,
    context: Context | None = None,
    aanvulling: Aanvulling | None = None,
) -> Berichtoordeel:
    """Judge a message, as :func:`lees` gives its records.

    The verdict is `akkoord` only when the message has no fault and its declaratie is `akkoord`. A
    fault of form refuses only when the layout was verified as well as the bar of the context asks.
    """
    context = gekozen(context)
    vertaling = vertaal(records, context.tabellen, aanvulling)
    rapport = (
        None if vertaling.declaratie is None else validate(vertaling.declaratie, context=context)
    )
    voorloop = vertaling.voorloop
    verificatie = None
    if voorloop is not None and voorloop.vorm is not None:
        verificatie = voorloop.vorm.indeling.model.bron.verificatie
    breuken = any(fout.reden not in ONBEKEND for fout in vertaling.fouten)
    oorzaken = set() if rapport is None else set(rapport.oorzaken)
    if breuken:
        oorzaken.add(Oorzaak.TWIJFEL)
    if any(fout.reden in ONBEKEND for fout in vertaling.fouten) or rapport is None:
        oorzaken.add(Oorzaak.ONBEKEND)
    sterk = verificatie is not None and minstens(verificatie, context.drempel)
    oordeel = Oordeel.AKKOORD if rapport is None else rapport.oordeel
    if breuken and sterk:
        oordeel = Oordeel.AFGEKEURD
    elif oordeel is Oordeel.AKKOORD and oorzaken:
        oordeel = Oordeel.ONVOLLEDIG
    return Berichtoordeel(
        oordeel=oordeel,
        oorzaken=tuple(o for o in Oorzaak if o in oorzaken and oordeel is Oordeel.ONVOLLEDIG),
        verificatie=verificatie,
        vertaling=vertaling,
        rapport=rapport,
    )
