"""The return message: what is allowed of each prestatie, and why the rest is not."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, final

from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.ei.controle import AANTALLEN, AFGEKEURD
from geboortezorg.ei.fout import FRAME
from geboortezorg.ei.indeling import Indeling, Recordvorm, indelingen
from geboortezorg.ei.namen import RETOURCODES, Veldnaam
from geboortezorg.ei.oordeel import ONBEKEND, Berichtbevinding, Berichtoordeel
from geboortezorg.ei.record import Record
from geboortezorg.ei.tekens import Waarde, als_bericht, recordtekst
from geboortezorg.model.declaratie import DebetCredit
from geboortezorg.model.ei import EIRecordrol
from geboortezorg.rapport import Uitkomst
from geboortezorg.tabellen.codelijsten import retourcode
from geboortezorg.tekst import Tekst, TekstFout

NIET_BEOORDEELD_DOOR_ANDER: Final = "8002"
"""Return code of a record that was not judged because one above it was refused."""

_GEEN_RETOUR: Final = Tekst(
    "bij deze indeling is geen indeling van een retourbericht bekend; geef haar mee",
    "no layout of a return message is known for this layout; supply it",
)


class GeenRetour(TekstFout):
    """No return message can be made; `tekst` says why, in both languages."""


@final
@bevroren(kw_only=True)
class Retour:
    """A return message, and what it comes down to."""

    data: bytes = attrs.field(repr=False)
    """The message."""
    technisch: bool
    """Whether it refuses the message as a whole, without details."""
    toegekend_eurocent: int
    """What is allowed, credits taken off."""
    toegekend: int
    """Prestaties that are allowed."""
    afgewezen: int
    """Prestaties that are refused."""
    niet_beoordeeld: int
    """Prestaties of which nothing is allowed because they, or the message, were not judged."""
    zonder_code: int
    """Refused prestaties for which no return code is known."""


def retour(
    oordeel: Berichtoordeel,
    *,
    datum: date,
    referentie: str = "",
    zonder_opmerking: str | None = None,
    eigen: Sequence[Indeling] = (),
    codering: str | None = None,
) -> Retour:
    """Return the return message to a message that was judged.

    Only what was judged and broke nothing is allowed, and as a whole; of the rest nothing is. A
    fault in the frame refuses the message without details. Which code a record without a remark
    gets was not seen: give it as `zonder_opmerking`, or the field stays empty. Raises GeenRetour
    when the message has no first record, or no return layout is known for it.
    """
    voorloop = oordeel.vertaling.voorloop
    indeling = None if voorloop is None else _indeling(voorloop, (*eigen, *indelingen()))
    if voorloop is None or indeling is None:
        raise GeenRetour(_GEEN_RETOUR)
    werk = _Werk(oordeel, indeling, zonder_opmerking)
    kop: dict[str, Waarde] = {
        Veldnaam.BERICHTCODE: indeling.model.berichtcode,
        Veldnaam.BERICHTVERSIE: indeling.model.berichtversie,
        Veldnaam.BERICHTSUBVERSIE: indeling.model.berichtsubversie,
        Veldnaam.DATUM_RETOUR: f"{datum:%Y%m%d}",
        Veldnaam.REFERENTIE_VERZEKERAAR: referentie,
    }
    teksten = [werk.record(voorloop, kop)]
    for record in oordeel.vertaling.records[1:] if not werk.technisch else ():
        if record.rol is EIRecordrol.PRESTATIE:
            teksten.append(werk.prestatie(record))
        elif record.rol is not EIRecordrol.SLUIT:
            teksten.append(werk.record(record, {}))
    teksten.append(werk.sluit())
    return Retour(
        data=als_bericht(teksten, codering),
        technisch=werk.technisch,
        toegekend_eurocent=werk.som,
        toegekend=werk.telling["toegekend"],
        afgewezen=werk.telling["afgewezen"],
        niet_beoordeeld=werk.telling["niet_beoordeeld"],
        zonder_code=werk.telling["zonder_code"],
    )


def _indeling(voorloop: Record, bekend: Iterable[Indeling]) -> Indeling | None:
    naam = None if voorloop.vorm is None else voorloop.vorm.indeling.model.naam
    return next((indeling for indeling in bekend if indeling.model.retour_op == naam), None)


class _Werk:
    """What is being written."""

    def __init__(self, oordeel: Berichtoordeel, indeling: Indeling, goed: str | None) -> None:
        self._indeling, self._goed = indeling, goed
        self._records = oordeel.vertaling.records
        self.technisch = any(fout.reden in FRAME for fout in oordeel.fouten)
        self._codes: dict[int, dict[str, None]] = {}
        self._gebroken: set[int] = set()
        for fout in oordeel.fouten:
            if fout.reden not in ONBEKEND:
                self._gebroken.add(fout.record)
                self._code(1 if self.technisch else fout.record, fout.retourcode)
        for bevinding in oordeel.bevindingen():
            if bevinding.bevinding.uitkomst is Uitkomst.GESCHONDEN:
                self._gebroken.add(bevinding.record)
                self._code(bevinding.record, _past(bevinding, self._vorm(bevinding.record)))
        self._toe = oordeel.toe_te_kennen()
        self._boven = 1 in self._gebroken
        self._aantallen: Counter[EIRecordrol] = Counter()
        self.telling: Counter[str] = Counter()
        self.som = 0

    def _vorm(self, nummer: int) -> Recordvorm | None:
        return self._records[nummer - 1].vorm

    def _code(self, nummer: int, code: str | None) -> None:
        if code is not None and retourcode(code) is not None:
            self._codes.setdefault(nummer, {})[code] = None

    def _codevelden(self, nummer: int, *, extra: str | None = None) -> Iterator[tuple[str, str]]:
        codes = [*([AFGEKEURD] if self.technisch else []), *self._codes.get(nummer, ())]
        codes += [extra] if extra is not None and not codes else []
        return zip(RETOURCODES, codes, strict=False)

    def record(self, record: Record, waarden: dict[str, Waarde]) -> str:
        """Return a record that is no prestatie, as it came, with its return codes."""
        rol = record.rol or EIRecordrol.COMMENTAAR
        if rol is EIRecordrol.VERZEKERDE:
            self._boven = 1 in self._gebroken or record.nummer in self._gebroken
        self._aantallen[rol] += 1
        extra = self._goed if record.nummer not in self._gebroken else None
        return self._tekst(record, waarden | dict(self._codevelden(record.nummer, extra=extra)))

    def prestatie(self, record: Record) -> str:
        """Return a prestatie with what is allowed of it."""
        nummer = record.nummer
        self._aantallen[EIRecordrol.PRESTATIE] += 1
        waarden: dict[str, Waarde] = {
            Veldnaam.BEREKEND_BEDRAG_VERZEKERAAR: 0,
            Veldnaam.BEREKEND_BEDRAG_VERZEKERAAR_DC: DebetCredit.DEBET.value,
            Veldnaam.TOEGEKEND_BEDRAG: 0,
            Veldnaam.TOEGEKEND_BEDRAG_DC: DebetCredit.DEBET.value,
        }
        extra = None
        if nummer in self._toe:
            self.telling["toegekend"] += 1
            teken = record.waarde(Veldnaam.DECLARATIEBEDRAG_DC)
            bedrag = record.getal(Veldnaam.DECLARATIEBEDRAG) or 0
            self.som += -bedrag if teken == DebetCredit.CREDIT else bedrag
            waarden |= {
                Veldnaam.BEREKEND_BEDRAG_VERZEKERAAR: record.getal(Veldnaam.BEREKEND_BEDRAG),
                Veldnaam.BEREKEND_BEDRAG_VERZEKERAAR_DC: teken,
                Veldnaam.TOEGEKEND_BEDRAG: bedrag,
                Veldnaam.TOEGEKEND_BEDRAG_DC: teken,
            }
            extra = self._goed
        elif nummer in self._gebroken or self._boven:
            self.telling["afgewezen"] += 1
            self.telling["zonder_code"] += nummer in self._gebroken and nummer not in self._codes
            extra = NIET_BEOORDEELD_DOOR_ANDER if nummer not in self._gebroken else None
        else:
            self.telling["niet_beoordeeld"] += 1
        return self._tekst(record, waarden | dict(self._codevelden(nummer, extra=extra)))

    def sluit(self) -> str:
        """Return the last record: counts of what is returned, what was sent, what is allowed."""
        vorm = self._indeling.per_rol[EIRecordrol.SLUIT]
        bron = next((r for r in self._records if r.rol is EIRecordrol.SLUIT), None)
        aantallen = {naam.value: self._aantallen[rol] for naam, rol in AANTALLEN.items()}
        waarden: dict[str, Waarde] = {
            **aantallen,
            Veldnaam.AANTAL_DETAILS: sum(aantallen.values()),
            Veldnaam.TOEGEKEND_TOTAALBEDRAG: abs(self.som),
            Veldnaam.TOEGEKEND_TOTAALBEDRAG_DC: _teken(self.som),
        }
        for naam in (Veldnaam.TOTAALBEDRAG, Veldnaam.TOTAALBEDRAG_DC):
            waarden[naam] = None if bron is None else bron.ruw(naam)
        return recordtekst(vorm, waarden)

    def _tekst(self, record: Record, waarden: dict[str, Waarde]) -> str:
        vorm = self._indeling.per_rol[record.rol or EIRecordrol.COMMENTAAR]
        oud = {
            naam: record.ruw(naam)
            for naam in vorm.velden
            if naam not in {Veldnaam.RESERVE, Veldnaam.RECORDKENMERK}
        }
        return recordtekst(vorm, {naam: ruw for naam, ruw in oud.items() if ruw} | waarden)


def _teken(som: int) -> str:
    return (DebetCredit.CREDIT if som < 0 else DebetCredit.DEBET).value


def _past(bevinding: Berichtbevinding, vorm: Recordvorm | None) -> str | None:
    """Return the return code of a finding: that of the field, or one of no other field."""
    codes = bevinding.bevinding.retourcodes
    per_veld = {} if vorm is None else {v.naam: v.retourcode for v in vorm.velden.values()}
    eigen = per_veld.get(bevinding.veld or "")
    if eigen in codes:
        return eigen
    if bevinding.veld is None:
        return next(iter(codes), None)
    return next((code for code in codes if code not in per_veld.values()), None)
