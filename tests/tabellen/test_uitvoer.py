"""Tables as plain JSON values."""

import json

from geboortezorg import convert
from geboortezorg.tabellen import as_documents, pakket, shipped
from geboortezorg.tabellen.shipped import uit_pakket


def test_elke_tabel_als_document_en_terug() -> None:
    """Every shipped table is a JSON document that reads back to the same table."""
    documenten = as_documents(shipped())
    assert list(documenten) == list(pakket.namen())
    tabellen = {tabel.naam: tabel for tabel in shipped().tabellen}
    for naam, document in documenten.items():
        assert list(document)[:3] == ["soort", "schema_versie", "naam"]
        assert convert.lees_document(json.dumps(document)) == tabellen[naam]


def test_de_volgorde_ligt_vast() -> None:
    """Reading the package data anew gives the same text, member for member."""
    assert json.dumps(as_documents(uit_pakket())) == json.dumps(as_documents(shipped()))
