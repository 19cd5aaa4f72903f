"""The tables that ship with the library, as JSON and CSV for other languages.

The JSON is the content of the TOML, as documents that follow the schemas. The CSV is for reading:
one row for each amount, with what the decision says of it filled in.
"""

from collections.abc import Mapping
from typing import Any, Final

from geboortezorg.convert import destructureer_document
from geboortezorg.tabellen import as_documents, pakket, shipped
from geboortezorg.tabellen.cijfers import cijfers
from geboortezorg.tabellen.codelijsten import codelijst
from geboortezorg.tabellen.normen import normen
from geboortezorg.tabulair import cijferrijen, tariefrijen

MAP: Final = "tabellen"
TARIEVEN: Final = f"{MAP}/tarieven.csv"
CIJFERS: Final = f"{MAP}/cijfers.csv"


def documenten() -> dict[str, dict[str, Any]]:
    """Return every table that ships, as the JSON object of a document, by its path."""
    lijst = codelijst()
    alle: Mapping[str, dict[str, Any]] = {
        **as_documents(shipped()),
        **as_documents(cijfers()),
        **as_documents(normen()),
        **{model.naam: destructureer_document(model) for model in pakket.modellen("indelingen")},
        lijst.naam: destructureer_document(lijst),
    }
    return {f"{MAP}/{naam}.json": alle[naam] for naam in sorted(alle)}


def csv_bestanden() -> dict[str, bytes]:
    """Return the CSV files by their path: UTF-8, commas, a header, lines that end in CR LF."""
    return {
        TARIEVEN: tariefrijen().to_csv().encode("utf-8"),
        CIJFERS: cijferrijen().to_csv().encode("utf-8"),
    }
