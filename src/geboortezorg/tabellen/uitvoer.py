"""Tables as plain JSON values, for other languages and for the docs."""

from typing import Any

from geboortezorg.convert import destructureer_document
from geboortezorg.tabellen.cijfers import Cijfers
from geboortezorg.tabellen.normen import Normen
from geboortezorg.tabellen.tabellen import Tabellen


def as_documents(tabellen: Tabellen | Normen | Cijfers) -> dict[str, dict[str, Any]]:
    """Return every table as the JSON object of a document, by name.

    The order is fixed: names sorted, members as the models declare them, rows as in the table.
    The result reads back to the same tables.
    """
    return {
        tabel.naam: destructureer_document(tabel)
        for tabel in sorted(tabellen.tabellen, key=lambda tabel: tabel.naam)
    }
