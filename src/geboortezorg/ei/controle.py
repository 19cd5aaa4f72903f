"""The frame of a message: order, sequence numbers, and the counts and totals of its last record."""

from collections import Counter
from collections.abc import Iterator
from typing import Final, final

from geboortezorg.ei.fout import EIFout, EIReden
from geboortezorg.ei.indeling import Indeling, Recordvorm
from geboortezorg.ei.namen import RETOURCODES, Veldnaam
from geboortezorg.ei.record import Record
from geboortezorg.model.declaratie import DebetCredit
from geboortezorg.model.ei import EIRecordrol

AFGEKEURD: Final = "0001"
"""Return code of a message that was refused as a whole: its return has no details."""

AANTALLEN: Final = {
    Veldnaam.AANTAL_VERZEKERDEN: EIRecordrol.VERZEKERDE,
    Veldnaam.AANTAL_DEBITEUREN: EIRecordrol.DEBITEUR,
    Veldnaam.AANTAL_PRESTATIES: EIRecordrol.PRESTATIE,
    Veldnaam.AANTAL_COMMENTAREN: EIRecordrol.COMMENTAAR,
}
"""The counts of the last record, and what they count."""

TOTALEN: Final = (
    (
        (Veldnaam.TOTAALBEDRAG, Veldnaam.TOTAALBEDRAG_DC),
        (Veldnaam.DECLARATIEBEDRAG, Veldnaam.DECLARATIEBEDRAG_DC),
    ),
    (
        (Veldnaam.TOEGEKEND_TOTAALBEDRAG, Veldnaam.TOEGEKEND_TOTAALBEDRAG_DC),
        (Veldnaam.TOEGEKEND_BEDRAG, Veldnaam.TOEGEKEND_BEDRAG_DC),
    ),
)
"""The totals of the last record, and what they are the sum of: each an amount and its sign."""

GELIJK: Final = (Veldnaam.BSN, Veldnaam.UZOVI, Veldnaam.VERZEKERDENNUMMER)
"""The fields of a person that each of her prestaties repeats."""


def bedrag(record: Record, velden: tuple[Veldnaam, Veldnaam]) -> int | None:
    """Return an amount with its sign; None when one of the two cannot be read.

    Without a sign zero is zero.
    """
    getal, teken = record.getal(velden[0]), record.waarde(velden[1])
    if getal is None or (teken not in tuple(DebetCredit) and getal != 0):
        return None
    return -getal if teken == DebetCredit.CREDIT else getal


@final
class Controle:
    """What was seen of a message so far."""

    def __init__(self, indeling: Indeling) -> None:
        self.aantallen: Counter[EIRecordrol] = Counter()
        self._indeling = indeling
        self._vorige: EIRecordrol | None = None
        self._verzekerde: Record | None = None
        self._zonder_prestatie: int | None = None
        self._volgnummer = 0
        self._sommen: list[int | None] = [0] * len(TOTALEN)
        self._zonder_details = False

    def zie(self, record: Record) -> Iterator[EIFout]:
        """Yield what is wrong with a record at this place in the message."""
        rol, vorm = record.rol, record.vorm
        if rol is None or vorm is None:
            return
        nummer = record.nummer
        buiten = self._vorige is EIRecordrol.SLUIT
        if buiten or (rol is EIRecordrol.VOORLOOP) is not (nummer == 1):
            yield vorm.fout(nummer, EIReden.VOLGORDE, Veldnaam.RECORDKENMERK)
        if buiten:
            return
        self._vorige = rol
        self.aantallen[rol] += 1
        match rol:
            case EIRecordrol.VOORLOOP:
                self._zonder_details = any(record.waarde(n) == AFGEKEURD for n in RETOURCODES)
            case EIRecordrol.VERZEKERDE:
                yield from self._zonder()
                self._verzekerde, self._zonder_prestatie = record, nummer
            case EIRecordrol.PRESTATIE:
                yield from self._prestatie(record, vorm)
            case EIRecordrol.SLUIT:
                yield from self._zonder()
                yield from self._sluit(record)
        if rol not in {EIRecordrol.VOORLOOP, EIRecordrol.SLUIT}:
            yield from self._nummering(record, vorm)

    def einde(self, nummer: int) -> Iterator[EIFout]:
        """Yield what is wrong when nothing follows; `nummer` is that of the next record."""
        if self._vorige is not EIRecordrol.SLUIT:
            yield from self._zonder()
            yield EIFout(record=nummer, reden=EIReden.ZONDER_SLUIT)

    def _zonder(self) -> Iterator[EIFout]:
        if self._zonder_prestatie is not None:
            yield EIFout(record=self._zonder_prestatie, reden=EIReden.ZONDER_PRESTATIE)
        self._zonder_prestatie = None

    def _prestatie(self, record: Record, vorm: Recordvorm) -> Iterator[EIFout]:
        self._zonder_prestatie = None
        for i, (_, velden) in enumerate(TOTALEN):
            som, deel = self._sommen[i], bedrag(record, velden)
            self._sommen[i] = None if som is None or deel is None else som + deel
        verzekerde = self._verzekerde
        if verzekerde is None:
            if EIRecordrol.VERZEKERDE in self._indeling.per_rol:
                yield EIFout(record=record.nummer, reden=EIReden.ZONDER_VERZEKERDE)
            return
        for naam in GELIJK:
            if naam in vorm.velden and record.waarde(naam) != verzekerde.waarde(naam):
                yield vorm.fout(record.nummer, EIReden.ANDERS_DAN_VERZEKERDE, naam)

    def _nummering(self, record: Record, vorm: Recordvorm) -> Iterator[EIFout]:
        commentaar = record.rol is EIRecordrol.COMMENTAAR
        verwacht = self._volgnummer + (0 if commentaar else 1)
        gevonden = record.getal(Veldnaam.VOLGNUMMER)
        if gevonden != verwacht:
            yield vorm.fout(record.nummer, EIReden.VOLGNUMMER, Veldnaam.VOLGNUMMER)
        if not commentaar:  # the next one is counted from what stands here, so one gap is one fault
            self._volgnummer = verwacht if gevonden is None else gevonden

    def _sluit(self, record: Record) -> Iterator[EIFout]:
        vorm = self._indeling.per_rol[EIRecordrol.SLUIT]
        geteld = {naam: self.aantallen[rol] for naam, rol in AANTALLEN.items()}
        alle = sum(geteld.values())
        # Whether a comment is a detail was not seen; either count is right.
        mag = {naam: {aantal} for naam, aantal in geteld.items()}
        mag[Veldnaam.AANTAL_DETAILS] = {alle, alle - geteld[Veldnaam.AANTAL_COMMENTAREN]}
        for naam, aantallen in mag.items():
            if naam in vorm.velden and record.getal(naam) not in aantallen:
                yield vorm.fout(record.nummer, EIReden.AANTAL_KLOPT_NIET, naam)
        for (velden, _), som in zip(TOTALEN, self._sommen, strict=True):
            # What was declared in details that a refusal leaves out cannot be added up.
            overslaan = self._zonder_details and velden[0] is Veldnaam.TOTAALBEDRAG
            if velden[0] in vorm.velden and not overslaan and bedrag(record, velden) != som:
                yield vorm.fout(record.nummer, EIReden.BEDRAG_KLOPT_NIET, velden[0])
