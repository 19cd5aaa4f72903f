"""The small public functions that belong to no other module: `dump` and `tarief`."""

import json
from datetime import date

from geboortezorg.convert import destructureer_document
from geboortezorg.tabellen import Opzoeking, Tabellen, ingebouwd


def dump(model: object) -> bytes:
    """Return a document as JSON in UTF-8, its members in the order of the schema.

    Takes any model whose class is a kind of document, a report included. Raises TypeError for
    another class, and Vormfouten when an attribute holds a value of another type than declared.
    """
    return json.dumps(
        destructureer_document(model), ensure_ascii=False, separators=(",", ":")
    ).encode()


def tarief(prestatie: str, *, op: date, tabellen: Tabellen | None = None) -> Opzoeking:
    """Return what the tables say of the tariff of a prestatie on the day `op`.

    `prestatie` is our stable name or the NZa/Vektis code. The answer is found (with source),
    unknown, not yet in force, or ended; it is never the amount of another year. For care whose
    tariff follows the start of care, give that day.
    """
    return (ingebouwd() if tabellen is None else tabellen).lookup(prestatie, op)
