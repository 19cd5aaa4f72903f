"""Judging a message: what becomes of each fact, and that nothing wrong is called right."""

from datetime import date
from typing import Any

import attrs
import pytest

from geboortezorg import Context
from geboortezorg.bron import Verificatie
from geboortezorg.ei import (
    Aanvulling,
    Berichtoordeel,
    Indeling,
    Startdatum,
    beoordeel,
    lees,
    vertaal,
    vertaling,
)
from geboortezorg.ei.leden import plaats
from geboortezorg.model.prestatie import Eenheid
from geboortezorg.rapport import Oordeel, Oorzaak

from .berichten import BSN, VERZEKERDE, VK301, als_bytes, met, record
from .wereld import CONTEXT, TABELLEN, declaratieregel, duur, goed


def oordeel_over(records: list[str], context: Context = CONTEXT, **opties: Any) -> Berichtoordeel:
    """Return what is to be said of a message."""
    return beoordeel(lees(als_bytes(records), **opties), context=context)


def redenen(oordeel: Berichtoordeel) -> list[tuple[int, str, str | None]]:
    """Return the faults: record, reason and field."""
    return [(fout.record, fout.reden.value, fout.veld) for fout in oordeel.fouten]


def test_akkoord() -> None:
    """A message without a fault whose declaratie is akkoord is akkoord, and all is allowed."""
    oordeel = oordeel_over(goed(declaratieregel(1), declaratieregel(2)))
    assert (oordeel.oordeel, oordeel.oorzaken) == (Oordeel.AKKOORD, ())
    assert oordeel.verificatie is Verificatie.SECUNDAIR
    assert (redenen(oordeel), list(oordeel.bevindingen())) == ([], [])
    assert oordeel.toe_te_kennen() == {3, 4}


def test_elk_veld_vindt_zijn_lid() -> None:
    """Every fact of a prestatie that a declaratie knows is in it."""
    vol = declaratieregel(
        vorige_zorgverlener="08000002",
        specialisme_vorige_zorgverlener="0801",
        datum_partus="20300106",
        verwijzer="01000003",
        specialisme_verwijzer="0101",
        tijdseenheid="04",
        declaratiebedrag_dc="C",
        berekend_bedrag_dc="C",
        gerelateerd_referentienummer="R-0",
    )
    gelezen = vertaal(lees(als_bytes(goed(vol))), TABELLEN)
    assert gelezen.declaratie is not None
    (een,) = gelezen.declaratie.declaratieregels
    assert (een.bsn, een.uzovi_code, een.prestatie) == (BSN, "0001", "9901")
    assert (een.zorgaanbieder_agb, een.behandelaar_agb) == ("08001234", "08123456")
    assert (een.behandelaar_specialisme, een.verwijzer_specialisme) == ("0800", "0101")
    assert (een.vorige_zorgverlener_agb, een.vorige_zorgverlener_specialisme) == (
        "08000002",
        "0801",
    )
    assert (een.verwijzer_agb, een.datum_partus) == ("01000003", date(2030, 1, 6))
    assert (een.eenheid, een.debet_credit) == (Eenheid.UUR, "C")
    assert een.gerelateerd_referentienummer == "R-0"
    assert (gelezen.declaratie.declarant_agb, gelezen.declaratie.uzovi_code) == ("08001234", "0001")
    assert list(gelezen.per_bsn()) == [BSN]


@pytest.mark.parametrize(
    ("kop", "declarant", "aanbieder"),
    [
        ({}, "08001234", "08001234"),
        ({"betaling_aan": 2}, "08123456", "08001234"),
        ({"betaling_aan": 1, "servicebureau": "98000001"}, "98000001", "08001234"),
        ({"betaling_aan": 1}, "08001234", "08001234"),
        ({"betaling_aan": 4, "instelling": "22000001"}, "22000001", "22000001"),
        ({"betaling_aan": 99, "praktijk": ""}, "08123456", "08123456"),
    ],
)
def test_wie_declareert(kop: dict[str, Any], declarant: str, aanbieder: str) -> None:
    """The declarant is whom is paid; the provider is the organisation, when there is one."""
    gelezen = vertaal(lees(als_bytes(goed(**kop))), TABELLEN).declaratie
    assert gelezen is not None
    assert gelezen.declarant_agb == declarant
    assert gelezen.declaratieregels[0].zorgaanbieder_agb == aanbieder


def test_zonder_verzekeraar_of_aanbieder() -> None:
    """The insurer of the lines is that of the message; a message of nobody cannot be judged."""
    gelezen = vertaal(lees(als_bytes(goed(uzovi="0000"))), TABELLEN).declaratie
    assert gelezen is not None
    assert gelezen.uzovi_code == "0001"
    niemand = oordeel_over(goed(zorgverlener="", praktijk=""))
    assert (niemand.oordeel, niemand.rapport) == (Oordeel.ONVOLLEDIG, None)
    assert (1, "nodig", "praktijk") in redenen(niemand)
    assert niemand.toe_te_kennen() == frozenset()
    assert niemand.vertaling.per_bsn() == {}


def test_een_bevinding_staat_bij_record_en_rubriek() -> None:
    """What a rule says stands where the fact stands, and refuses only that line."""
    oordeel = oordeel_over(goed(declaratieregel(1), duur(2)))
    assert oordeel.oordeel is Oordeel.AFGEKEURD
    (een,) = oordeel.bevindingen()
    assert (een.record, een.rubriek, een.veld, een.bevinding.code) == (
        4,
        "0423",
        "tarief",
        "GZ-TARIEF-001",
    )
    assert oordeel.toe_te_kennen() == {3}


@pytest.mark.parametrize(
    ("anders", "reden", "veld", "oorzaak"),
    [
        ({"tijdseenheid": "21"}, "eenheid", "tijdseenheid", Oorzaak.ONBEKEND),
        ({"prestatiecodelijst": "011"}, "lijst", "prestatiecodelijst", Oorzaak.TWIJFEL),
        ({"prestatiecodelijst": ""}, "nodig", "prestatiecodelijst", Oorzaak.ONBEKEND),
        ({"prestatiecode": "9903"}, "lijst_onbekend", "prestatiecodelijst", Oorzaak.ONBEKEND),
        ({"prestatiecode": ""}, "nodig", "prestatiecode", Oorzaak.ONBEKEND),
        ({"aantal": 0}, "vorm", "aantal", Oorzaak.ONBEKEND),
        ({"berekend_bedrag_dc": "C"}, "teken_verschilt", "declaratiebedrag_dc", Oorzaak.TWIJFEL),
        ({"einddatum_prestatie": ""}, "nodig", "einddatum_prestatie", Oorzaak.ONBEKEND),
        ({"referentienummer": ""}, "nodig", "referentienummer", Oorzaak.ONBEKEND),
        ({"einddatum_prestatie": "20300230"}, "datum", "einddatum_prestatie", Oorzaak.TWIJFEL),
        ({"behandelaar": "08000000"}, "agb", "behandelaar", Oorzaak.TWIJFEL),
    ],
)
def test_een_declaratieregel_die_niet_te_vertalen_is(
    anders: dict[str, Any], reden: str, veld: str, oorzaak: Oorzaak
) -> None:
    """One line that cannot be judged is named, never akkoord, and hides no other."""
    oordeel = oordeel_over(goed(declaratieregel(1), declaratieregel(2, **anders)))
    assert (4, reden, veld) in redenen(oordeel)
    assert len([naam for _, _, naam in redenen(oordeel) if naam == veld]) == 1
    assert oordeel.oordeel is not Oordeel.AKKOORD
    assert oorzaak in oordeel.oorzaken or oordeel.oordeel is Oordeel.AFGEKEURD
    assert oordeel.toe_te_kennen() == {3}


def test_fout_bij_de_verzekerde() -> None:
    """A fault of a person stays with her lines; those of another are allowed."""
    tweede = record("02", **{**VERZEKERDE, "volgnummer": 3, "bsn": "999999291"})
    ander = declaratieregel(2, bsn="999999291", volgnummer=4)
    records = goed(declaratieregel(1))
    records = [
        *records[:3],
        tweede,
        record("04", **{**_basis(), **ander}),
        record(
            "99", aantal_verzekerden=2, aantal_prestaties=2, aantal_details=4,
            totaalbedrag=2000, totaalbedrag_dc="D",
        ),
    ]  # fmt: skip
    oordeel = oordeel_over(records)
    assert oordeel.toe_te_kennen() == {3, 5}
    assert list(oordeel.vertaling.per_bsn()) == [BSN, "999999291"]
    records[3] = met(records[3], "geslacht", "7")
    oordeel = oordeel_over(records)
    assert oordeel.oordeel is Oordeel.ONVOLLEDIG
    assert oordeel.toe_te_kennen() == {3}


def _basis() -> dict[str, Any]:
    from .berichten import PRESTATIE

    return dict(PRESTATIE)


@pytest.mark.parametrize(
    ("records", "oorzaak"),
    [
        (goed()[:-1], Oorzaak.TWIJFEL),
        (goed(soort_bericht="T"), Oorzaak.ONBEKEND),
        ([*goed()[:3], met(goed()[3], "totaalbedrag", "0" * 11)], Oorzaak.TWIJFEL),
        (goed(valuta="USD"), Oorzaak.TWIJFEL),
        (goed()[:2], Oorzaak.ONBEKEND),
    ],
)
def test_het_hele_bericht(records: list[str], oorzaak: Oorzaak) -> None:
    """Half a message, a test, a wrong total, another currency: never akkoord, nothing allowed."""
    oordeel = oordeel_over(records)
    assert oordeel.oordeel is Oordeel.ONVOLLEDIG
    assert oorzaak in oordeel.oorzaken
    assert oordeel.toe_te_kennen() == frozenset()


@pytest.mark.parametrize("heel", [True, False])
def test_twee_berichten_achter_elkaar(*, heel: bool) -> None:
    """A prestatie of another message is not judged under this head, which it may well break."""
    een = goed()
    kop = {
        "begindatum_periode": "20300201", "einddatum_periode": "20300228",
        "factuurdatum": "20300301", "factuurnummer": "F-2",
    }  # fmt: skip
    dag = {"begindatum_prestatie": "20300207", "einddatum_prestatie": "20300207"}
    ander = goed(declaratieregel(1, **dag, referentienummer="R-9"), **kop)
    assert {oordeel_over(deel).oordeel for deel in (een, ander)} == {Oordeel.AKKOORD}
    oordeel = oordeel_over([*(een if heel else een[:-1]), *ander])
    assert (oordeel.oordeel, oordeel.oorzaken) == (Oordeel.ONVOLLEDIG, (Oorzaak.TWIJFEL,))
    assert oordeel.vertaling.prestatierecords == (3,)
    assert "volgorde" in {reden for _, reden, _ in redenen(oordeel)}
    assert oordeel.toe_te_kennen() == frozenset()


def test_wat_niet_over_een_declaratieregel_gaat() -> None:
    """While something about the whole message was not judged nothing is allowed."""
    zonder_dag = Context(tabellen=TABELLEN)
    oordeel = oordeel_over(goed(), zonder_dag)
    assert oordeel.oorzaken == (Oorzaak.ONBEKEND,)
    assert {een.record for een in oordeel.bevindingen()} == {1}
    assert oordeel.toe_te_kennen() == frozenset()


def test_de_grond_van_de_indeling() -> None:
    """A fault of form refuses only when the layout is as well verified as the bar asks."""
    records = goed(declaratieregel(1), declaratieregel(2, behandelaar="08000000"))
    assert oordeel_over(records).oordeel is Oordeel.AFGEKEURD  # by a rule about AGB-codes
    records = [*goed()[:1], met(goed()[1], "geslacht", "7"), *goed()[2:]]
    assert oordeel_over(records).oordeel is Oordeel.ONVOLLEDIG
    lager = attrs.evolve(CONTEXT, drempel=Verificatie.SECUNDAIR)
    assert oordeel_over(records, lager).oordeel is Oordeel.AFGEKEURD
    bron = attrs.evolve(VK301.model.bron, verificatie=Verificatie.OFFICIEEL)
    eigen = Indeling(attrs.evolve(VK301.model, bron=bron))
    assert oordeel_over(records, eigen=(eigen,)).oordeel is Oordeel.AFGEKEURD


def test_geen_bericht() -> None:
    """What is no message has no ground and no report."""
    oordeel = oordeel_over([])
    assert (oordeel.verificatie, oordeel.rapport) == (None, None)
    assert oordeel.oordeel is Oordeel.ONVOLLEDIG
    assert beoordeel(lees(b"")).vertaling.voorloop is None


def test_te_veel_declaratieregels(monkeypatch: pytest.MonkeyPatch) -> None:
    """A message of more lines than a declaratie holds is not judged in part."""
    monkeypatch.setattr(vertaling, "MAX_LIJST", 1)
    oordeel = oordeel_over(goed(declaratieregel(1), declaratieregel(2)))
    assert (4, "te_veel_declaratieregels", None) in redenen(oordeel)
    assert (oordeel.oordeel, oordeel.rapport) == (Oordeel.ONVOLLEDIG, None)


def test_te_veel_records(monkeypatch: pytest.MonkeyPatch) -> None:
    """A message of so many records that they would fill the memory is not judged, and named so."""
    monkeypatch.setattr(vertaling, "MAX_RECORDS", 3)
    oordeel = oordeel_over(goed(declaratieregel(1), declaratieregel(2)))
    assert (4, "te_veel_records", None) in redenen(oordeel)
    assert len(oordeel.vertaling.records) == 4
    assert (oordeel.oordeel, oordeel.rapport) == (Oordeel.ONVOLLEDIG, None)
    assert oordeel.toe_te_kennen() == frozenset()


def test_de_start_van_de_zorg() -> None:
    """No field says when the care began; the aanvulling does."""
    gelezen = vertaal(
        lees(als_bytes(goed())),
        TABELLEN,
        Aanvulling(startdatums=(Startdatum(bsn=BSN, datum=date(2029, 12, 1)),)),
    ).declaratie
    assert gelezen is not None
    assert gelezen.declaratieregels[0].startdatum_zorg == date(2029, 12, 1)


def test_veel_bevindingen() -> None:
    """When findings were left out of the report it is not known which lines were judged."""
    oordeel = oordeel_over(goed())
    assert oordeel.rapport is not None
    minder = attrs.evolve(oordeel.rapport, bevindingen_weggelaten=1)
    assert attrs.evolve(oordeel, rapport=minder).toe_te_kennen() == frozenset()
    assert oordeel.rapport.samenvatting is not None
    zonder = attrs.evolve(oordeel.rapport.samenvatting, declaratieregels=None)
    for stil in (None, zonder):
        rapport = attrs.evolve(oordeel.rapport, samenvatting=stil)
        assert attrs.evolve(oordeel, rapport=rapport).toe_te_kennen() == frozenset()


@pytest.mark.parametrize(
    ("pointer", "verwacht"),
    [
        ("/factuurnummer", (None, "factuurnummer")),
        ("/iban", (None, None)),
        ("/declaratieregels/3", (3, None)),
        ("/declaratieregels/3/periode", (3, "begindatum_prestatie")),
        ("/declaratieregels/3/periode/tot_en_met", (3, "einddatum_prestatie")),
        ("/declaratieregels/3/startdatum_zorg", (3, None)),
    ],
)
def test_plaats(pointer: str, verwacht: tuple[int | None, str | None]) -> None:
    """A JSON Pointer leads back to a line and a field."""
    assert plaats(pointer) == verwacht
