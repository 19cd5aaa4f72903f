"""Records of an EI message a second, beside a loop that only slices.

    python benchmarks/ei.py [--records 100000] [--rondes 3]

The loop cuts the fields out of each record and checks nothing: it is what a reader cannot beat.
"""

import argparse
import io
import platform
import statistics
import time
from collections.abc import Callable

from geboortezorg.ei import Indeling, indelingen, lees
from geboortezorg.ei.tekens import Waarde, als_bericht, recordtekst

VK301: Indeling = indelingen()[0]
WIE: dict[str, Waarde] = {"bsn": "999999990", "uzovi": "0001"}


def bericht(aantal: int) -> bytes:
    """Return a message of so many prestaties, made up."""
    kop: dict[str, Waarde] = {
        "berichtcode": 141, "berichtversie": 2, "berichtsubversie": 2, "soort_bericht": "P",
        "uzovi": "0001", "instelling": "08001234", "betaling_aan": 4,
        "begindatum_periode": "20130101", "einddatum_periode": "20130131",
        "factuurnummer": "F-1", "factuurdatum": "20130201", "valuta": "EUR",
    }  # fmt: skip
    vrouw: dict[str, Waarde] = {
        **WIE, "volgnummer": 1, "geboortedatum": "19900101", "geslacht": 2, "naamcode_1": 1,
        "naam_1": "TEST", "voorletters": "T", "overleden": 2,
    }  # fmt: skip
    declaratieregel: dict[str, Waarde] = {
        **WIE, "begindatum_prestatie": "20130107", "einddatum_prestatie": "20130107",
        "prestatiecodelijst": "032", "prestatiecode": 1101, "aantal": 1, "tarief": 44099,
        "berekend_bedrag": 44099, "berekend_bedrag_dc": "D", "declaratiebedrag": 44099,
        "declaratiebedrag_dc": "D",
    }  # fmt: skip
    vormen = VK301.vormen
    records = [recordtekst(vormen["01"], kop), recordtekst(vormen["02"], vrouw)]
    for nummer in range(2, aantal + 2):
        eigen: dict[str, Waarde] = {"volgnummer": nummer, "referentienummer": f"R-{nummer}"}
        records.append(recordtekst(vormen["04"], {**declaratieregel, **eigen}))
    sluit: dict[str, Waarde] = {
        "aantal_verzekerden": 1, "aantal_prestaties": aantal, "aantal_details": aantal + 1,
        "totaalbedrag": 44099 * aantal, "totaalbedrag_dc": "D",
    }  # fmt: skip
    return als_bericht([*records, recordtekst(vormen["99"], sluit)], None)


def snijden(data: bytes) -> int:
    """Cut out every field, and check nothing."""
    plaatsen = {naam: list(vorm.plaatsen.values()) for naam, vorm in VK301.vormen.items()}
    aantal = 0
    for tekstregel in io.BytesIO(data):
        tekst = tekstregel.decode("ascii")
        aantal += bool([tekst[plaats] for plaats in plaatsen[tekst[:2]]])
    return aantal


def lezen(data: bytes) -> int:
    """Read with every check."""
    aantal = 0
    for record in lees(io.BytesIO(data)):
        aantal += not record.fouten
    return aantal


def lezen_en_snijden(data: bytes) -> int:
    """Read with every check, and take every field."""
    aantal = 0
    for record in lees(io.BytesIO(data)):
        plaatsen = () if record.vorm is None else record.vorm.plaatsen.values()
        aantal += bool([record.tekst[plaats] for plaats in plaatsen])
    return aantal


VARIANTEN: dict[str, Callable[[bytes], int]] = {
    "a loop that slices every field": snijden,
    "geboortezorg.ei.lees, every check": lezen,
    "the same, and every field taken": lezen_en_snijden,
}


def main() -> None:
    """Measure and print a table in Markdown."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--records", type=int, default=100_000)
    lezer.add_argument("--rondes", type=int, default=3)
    keuze = lezer.parse_args()
    data = bericht(keuze.records)
    print(f"{platform.python_version()}, {len(data) / 1e6:.0f} MB, {keuze.records} prestaties\n")
    print("| | records a second | beside slicing |\n| --- | ---: | ---: |")
    basis = 0.0
    for naam, variant in VARIANTEN.items():
        tijden = []
        for _ in range(keuze.rondes):
            begin = time.process_time()
            variant(data)
            tijden.append(time.process_time() - begin)
        snelheid = (keuze.records + 3) / statistics.median(tijden)
        basis = basis or snelheid
        print(f"| {naam} | {snelheid:,.0f} | {basis / snelheid:.1f} x |")


if __name__ == "__main__":
    main()
