"""Made-up messages, written field by field from a layout."""

from collections.abc import Mapping
from typing import Any

from geboortezorg.ei.indeling import Indeling, indelingen
from geboortezorg.model.ei import EIVeldtype

VK301, VK302 = indelingen()

BSN = "999999990"
VERZEKERDE: Mapping[str, Any] = {
    "bsn": BSN, "uzovi": "0001", "geboortedatum": "19900101", "geslacht": 2,
    "naamcode_1": 1, "naam_1": "TEST", "voorletters": "T", "overleden": 2,
}  # fmt: skip
VOORLOOP: Mapping[str, Any] = {
    "berichtcode": 141, "berichtversie": 2, "berichtsubversie": 2, "soort_bericht": "P",
    "uzovi": "0001", "zorgverlener": "08123456", "praktijk": "08001234", "betaling_aan": 3,
    "begindatum_periode": "20130101", "einddatum_periode": "20130131",
    "factuurnummer": "F-1", "factuurdatum": "20130201", "valuta": "EUR",
}  # fmt: skip
PRESTATIE: Mapping[str, Any] = {
    "bsn": BSN, "uzovi": "0001", "doorsturen_toegestaan": 1,
    "begindatum_prestatie": "20130107", "einddatum_prestatie": "20130107",
    "prestatiecodelijst": "032", "prestatiecode": 1101, "behandelaar": "08123456",
    "specialisme_behandelaar": "0800", "aantal": 1, "tarief": 44099, "berekend_bedrag": 44099,
    "berekend_bedrag_dc": "D", "declaratiebedrag": 44099, "declaratiebedrag_dc": "D",
    "referentienummer": "R-1",
}  # fmt: skip


def record(kenmerk: str, indeling: Indeling = VK301, **waarden: Any) -> str:
    """Return one record: digits with zeros before them, text with spaces behind it."""
    delen = []
    for veld in indeling.vormen[kenmerk].velden.values():
        lengte = veld.einde - veld.begin + 1
        tekst = str(waarden.pop(veld.naam, ""))
        if veld.naam == "recordkenmerk":
            tekst = kenmerk
        cijfers = veld.veldtype is EIVeldtype.NUMERIEK
        delen.append(tekst.zfill(lengte) if cijfers else tekst.ljust(lengte))
    assert not waarden
    return "".join(delen)


def bericht(*prestaties: Mapping[str, Any], **voorloop: Any) -> list[str]:
    """Return a message about one woman, as records without line ends."""
    declaratieregels = [{**PRESTATIE, **anders} for anders in prestaties or ({},)]
    totaal = sum(
        (-1 if declaratieregel["declaratiebedrag_dc"] == "C" else 1)
        * int(declaratieregel["declaratiebedrag"])
        for declaratieregel in declaratieregels
    )
    return [
        record("01", **{**VOORLOOP, **voorloop}),
        record("02", volgnummer=1, **VERZEKERDE),
        *(
            record("04", **{**declaratieregel, "volgnummer": i})
            for i, declaratieregel in enumerate(declaratieregels, 2)
        ),
        record(
            "99",
            aantal_verzekerden=1,
            aantal_prestaties=len(declaratieregels),
            aantal_details=1 + len(declaratieregels),
            totaalbedrag=abs(totaal),
            totaalbedrag_dc="C" if totaal < 0 else "D",
        ),
    ]


def als_bytes(records: list[str], einde: str = "\r\n", codering: str = "latin-1") -> bytes:
    """Return the records as a file."""
    return "".join(f"{deel}{einde}" for deel in records).encode(codering)


def met(tekst: str, naam: str, waarde: str, indeling: Indeling = VK301) -> str:
    """Return a record with other characters in one field."""
    plaats = indeling.vormen[tekst[:2]].plaatsen[naam]
    assert len(waarde) == plaats.stop - plaats.start
    return tekst[: plaats.start] + waarde + tekst[plaats.stop :]
