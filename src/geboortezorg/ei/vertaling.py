"""From a message to a declaratie, and where each declaratieregel came from."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final, final

import attrs

from geboortezorg.bevroren import bevroren
from geboortezorg.convert import Vormfout, Vormfouten, Vormreden, structureer
from geboortezorg.ei.aanvulling import Aanvulling
from geboortezorg.ei.fout import MAX_RECORDS, EIFout, EIReden
from geboortezorg.ei.indeling import Recordvorm
from geboortezorg.ei.leden import LEDEN, ongelezen, plaats
from geboortezorg.ei.namen import Veldnaam
from geboortezorg.ei.record import Record
from geboortezorg.model.declaratie import Declaratie
from geboortezorg.model.ei import EIInhoud, EIRecordrol, EIVeld
from geboortezorg.tabellen import Tabellen
from geboortezorg.veld import MAX_LIJST

PRODUCTIE: Final = "P"
"""Kind of message (COD856) on which something can be allowed."""

BETAALD: Final = {
    "01": Veldnaam.SERVICEBUREAU,
    "02": Veldnaam.ZORGVERLENER,
    "03": Veldnaam.PRAKTIJK,
    "04": Veldnaam.INSTELLING,
}
"""Which field names whom is paid (COD833)."""

AANBIEDER: Final = (Veldnaam.INSTELLING, Veldnaam.PRAKTIJK, Veldnaam.ZORGVERLENER)
"""The provider is the organisation, when one is named, and else the person."""

_RAND: Final = frozenset({EIRecordrol.VOORLOOP, EIRecordrol.SLUIT})
"""The first and the last record of a message: nothing of another one is judged under this head."""

GETALLEN: Final = (
    Veldnaam.AANTAL,
    Veldnaam.TARIEF,
    Veldnaam.BEREKEND_BEDRAG,
    Veldnaam.DECLARATIEBEDRAG,
)


@final
@bevroren(kw_only=True, repr=False)
class Vertaling:
    """A message as a declaratie, with everything that is wrong with it as a message."""

    declaratie: Declaratie | None
    """None when nothing could be made of it; `fouten` says why."""
    prestatierecords: tuple[int, ...]
    """The number of the record that each declaratieregel came from."""
    records: tuple[Record, ...]
    """Every record of the message that was read."""
    fouten: tuple[EIFout, ...]
    """Every fault, of reading and of translating, by record."""

    @property
    def voorloop(self) -> Record | None:
        """The first record; None when it is no message."""
        eerste = self.records[0]
        return eerste if eerste.vorm is not None else None

    def per_bsn(self) -> Mapping[str, Declaratie]:
        """Return the declaratie of each person apart, in the order of the message."""
        uit: dict[str, Declaratie] = {}
        if self.declaratie is not None:
            alle = self.declaratie.declaratieregels
            for nummer in dict.fromkeys(r.bsn for r in alle if r.bsn is not None):
                eigen = tuple(
                    declaratieregel for declaratieregel in alle if declaratieregel.bsn == nummer
                )
                uit[nummer] = attrs.evolve(self.declaratie, declaratieregels=eigen)
        return uit


def vertaal(
    records: Iterable[Record], tabellen: Tabellen, aanvulling: Aanvulling | None = None
) -> Vertaling:
    """Return the declaratie in the records of a message, as :func:`lees` gives them.

    A prestatie that cannot be made a declaratieregel is left out, with the fault that says why.
    `tabellen` say in which list a prestatie stands; `aanvulling` what no field says. A message of
    more prestaties than a declaratie can hold is not translated, nor one of so many records that
    they would fill the memory. What stands behind the last record, or behind another first one, is
    of no message that has a head: its prestaties are left out, and :func:`lees` says where it is.
    """
    alle: list[Record] = []
    declaratieregels: list[tuple[Record, Recordvorm]] = []
    binnen = True
    for record in records:
        binnen = binnen and (record.rol not in _RAND or not alle)
        alle.append(record)
        if len(alle) > MAX_RECORDS:
            te_veel = EIFout(record=record.nummer, reden=EIReden.TE_VEEL_RECORDS)
            return _vertaling(None, (), alle, {te_veel: None})
        if binnen and record.vorm is not None and record.rol is EIRecordrol.PRESTATIE:
            declaratieregels.append((record, record.vorm))
            if len(declaratieregels) > MAX_LIJST:
                te_veel = EIFout(record=record.nummer, reden=EIReden.TE_VEEL_DECLARATIEREGELS)
                return _vertaling(None, (), alle, {te_veel: None})
    voorloop = alle[0]
    if voorloop.rol is not EIRecordrol.VOORLOOP or voorloop.vorm is None:
        return _vertaling(None, (), alle, {})
    starten: dict[str, set[date]] = {}
    for start in () if aanvulling is None else aanvulling.startdatums:
        starten.setdefault(start.bsn, set()).add(start.datum)
    fouten = dict.fromkeys(_berichtfouten(voorloop, voorloop.vorm))
    if voorloop.vorm.indeling.model.retour_op is None:
        fouten |= dict.fromkeys(_niet_gelezen(alle))
    kop = _kop(voorloop, [record for record, _ in declaratieregels])
    leden: list[tuple[Record, dict[str, Any]]] = []
    for record, vorm in declaratieregels:
        eigen = dict.fromkeys(_prestatiefouten(record, vorm, tabellen))
        fouten |= eigen
        if all(fout.reden is EIReden.LIJST_ONBEKEND for fout in eigen):
            lid = _leden(record, EIRecordrol.PRESTATIE)
            begin = starten.get(lid.get("bsn", ""), set())
            if len(begin) > 1:
                fouten[vorm.fout(record.nummer, EIReden.TWEE_STARTDATUMS, Veldnaam.BSN)] = None
            elif begin:
                lid["startdatum_zorg"] = min(begin).isoformat()
            lid |= {naam: kop[naam] for naam in ("zorgaanbieder_agb",) if naam in kop}
            leden.append((record, lid))
    return _bouw(kop, leden, alle, fouten)


def _bouw(
    kop: dict[str, Any],
    leden: list[tuple[Record, dict[str, Any]]],
    alle: list[Record],
    fouten: dict[EIFout, None],
) -> Vertaling:
    """Build the declaratie; what does not fit is left out, and the rest is tried again."""
    gegeven = {naam: waarde for naam, waarde in kop.items() if naam != "zorgaanbieder_agb"}
    while True:
        try:
            declaratie = structureer(
                Declaratie, gegeven | {"declaratieregels": [lid for _, lid in leden]}
            )
        except Vormfouten as vormfouten:
            weg = _vormfouten(vormfouten.fouten, leden, alle[0], fouten)
            if not weg:
                return _vertaling(None, (), alle, fouten)
            leden = [deel for i, deel in enumerate(leden) if i not in weg]
        else:
            return _vertaling(declaratie, [record.nummer for record, _ in leden], alle, fouten)


def _vormfouten(
    gevonden: Iterable[Vormfout],
    leden: list[tuple[Record, dict[str, Any]]],
    voorloop: Record,
    fouten: dict[EIFout, None],
) -> set[int]:
    """Add what does not fit to the faults, and return which declaratieregels that are."""
    weg: set[int] = set()
    for fout in gevonden:
        nummer, naam = plaats(fout.pointer)
        record = voorloop if nummer is None else leden[nummer][0]
        reden = EIReden.NODIG if fout.reden is Vormreden.ONTBREEKT else EIReden.VORM
        if nummer is not None:
            weg.add(nummer)
        bekend = any(eerder.veld == naam for eerder in record.fouten)
        if record.vorm is not None and naam is not None and not bekend:
            fouten[record.vorm.fout(record.nummer, reden, naam)] = None
    return weg


def _vertaling(
    declaratie: Declaratie | None,
    prestatierecords: Iterable[int],
    alle: list[Record],
    fouten: dict[EIFout, None],
) -> Vertaling:
    gelezen = [fout for record in alle for fout in record.fouten]
    return Vertaling(
        declaratie=declaratie,
        prestatierecords=tuple(prestatierecords),
        records=tuple(alle),
        fouten=tuple(sorted([*gelezen, *fouten], key=lambda fout: fout.record)),
    )


def _kop(voorloop: Record, declaratieregels: Iterable[Record]) -> dict[str, Any]:
    """Return the members of the declaratie itself, and the provider of its lines."""
    kop = _leden(voorloop, EIRecordrol.VOORLOOP)
    partijen = [voorloop.waarde(naam) for naam in AANBIEDER]
    aanbieder = next((agb for agb in partijen if agb is not None), None)
    betaald = BETAALD.get(voorloop.waarde(Veldnaam.BETALING_AAN) or "")
    kop["declarant_agb"] = (betaald and voorloop.waarde(betaald)) or aanbieder
    verzekeraars = {record.waarde(Veldnaam.UZOVI) for record in declaratieregels}
    if "uzovi_code" not in kop and len(verzekeraars) == 1:
        kop["uzovi_code"] = verzekeraars.pop()
    kop["zorgaanbieder_agb"] = aanbieder
    return {naam: waarde for naam, waarde in kop.items() if waarde is not None}


def _leden(record: Record, rol: EIRecordrol) -> dict[str, Any]:
    """Return the members that the fields of a record fill, as JSON values."""
    uit: dict[str, Any] = {}
    for naam, lid in LEDEN[rol].items():
        if naam is Veldnaam.PRESTATIECODELIJST:  # says how the code is meant, and is no code
            continue
        waarde = _json(record, naam)
        geheel, _, deel = lid.partition("/")
        if waarde is not None and deel:
            uit.setdefault(geheel, {})[deel] = waarde
        elif waarde is not None:
            uit[geheel] = waarde
    return uit


def _json(record: Record, naam: Veldnaam) -> Any:
    vorm = record.vorm
    veld = None if vorm is None else vorm.velden.get(naam)
    if veld is None:
        return None
    if naam in GETALLEN:
        return record.getal(naam)
    waarde = record.waarde(naam)
    if waarde is None:
        return None
    if veld.inhoud is EIInhoud.DATUM:
        return f"{waarde[:4]}-{waarde[4:6]}-{waarde[6:]}"
    if naam is Veldnaam.TIJDSEENHEID:
        return next((code.betekent for code in veld.codes if code.code == waarde), None)
    return waarde


def _berichtfouten(voorloop: Record, vorm: Recordvorm) -> Iterator[EIFout]:
    """Yield why a message as a whole is no declaratie on which something can be allowed."""
    if vorm.indeling.model.retour_op is not None:
        yield vorm.fout(1, EIReden.RETOURBERICHT, Veldnaam.BERICHTCODE)
    if voorloop.waarde(Veldnaam.SOORT_BERICHT) not in {None, PRODUCTIE}:
        yield vorm.fout(1, EIReden.PROEFBERICHT, Veldnaam.SOORT_BERICHT)
    betaling = voorloop.waarde(Veldnaam.BETALING_AAN)
    if betaling is not None and voorloop.waarde(BETAALD.get(betaling, "")) is None:
        yield vorm.fout(1, EIReden.BETALING, Veldnaam.BETALING_AAN)
    if voorloop.waarde(Veldnaam.INSTELLING) and voorloop.waarde(Veldnaam.PRAKTIJK):
        yield vorm.fout(1, EIReden.ANDERE_AANBIEDER, Veldnaam.PRAKTIJK)


def _niet_gelezen(records: Iterable[Record]) -> Iterator[EIFout]:
    """Yield the fields that are filled, that may say what must be judged, and that nothing reads."""
    per_vorm: dict[Recordvorm, tuple[EIVeld, ...]] = {}
    for record in records:
        vorm = record.vorm
        if vorm is None:
            continue
        if vorm not in per_vorm:
            per_vorm[vorm] = tuple(ongelezen(vorm))
        for veld in per_vorm[vorm]:
            bekend = any(fout.veld == veld.naam for fout in record.fouten)
            if bekend or record.waarde(veld.naam) is None:
                continue
            ruw = record.ruw(veld.naam)
            if not any(code.code == ruw and code.buiten_oordeel for code in veld.codes):
                yield vorm.fout(record.nummer, EIReden.NIET_GELEZEN, veld.naam)


def _prestatiefouten(record: Record, vorm: Recordvorm, tabellen: Tabellen) -> Iterable[EIFout]:
    """Yield why a prestatie cannot be translated as it stands."""
    tekens = Veldnaam.BEREKEND_BEDRAG_DC, Veldnaam.DECLARATIEBEDRAG_DC
    if len({record.waarde(naam) for naam in tekens if naam in vorm.velden}) > 1:
        yield vorm.fout(record.nummer, EIReden.TEKEN_VERSCHILT, Veldnaam.DECLARATIEBEDRAG_DC)
    if (
        record.waarde(Veldnaam.TIJDSEENHEID) is not None
        and _json(record, Veldnaam.TIJDSEENHEID) is None
    ):
        yield vorm.fout(record.nummer, EIReden.EENHEID, Veldnaam.TIJDSEENHEID)
    code, lijst = record.waarde(Veldnaam.PRESTATIECODE), record.waarde(Veldnaam.PRESTATIECODELIJST)
    for naam, waarde in ((Veldnaam.PRESTATIECODE, code), (Veldnaam.PRESTATIECODELIJST, lijst)):
        if waarde is None:
            yield vorm.fout(record.nummer, EIReden.NODIG, naam)
    prestatie = None if code is None else tabellen.prestatie(code)
    if prestatie is not None and lijst is not None:
        if prestatie.prestatielijst_code is None:
            yield vorm.fout(record.nummer, EIReden.LIJST_ONBEKEND, Veldnaam.PRESTATIECODELIJST)
        elif prestatie.prestatielijst_code != lijst:
            yield vorm.fout(record.nummer, EIReden.LIJST, Veldnaam.PRESTATIECODELIJST)
