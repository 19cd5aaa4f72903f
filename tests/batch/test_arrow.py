"""Rows of Arrow say what the reports say, whatever the column is made of."""

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from geboortezorg import batch, validate
from geboortezorg.batch import Kolomfout, arrowschema, validate_arrow
from geboortezorg.populatie import populatiecontext, population
from geboortezorg.tabulair import BevindingRij, RapportRij, bevindingrijen, rapportrijen

CONTEXT = populatiecontext()
DOCUMENTEN = [
    *(json.dumps(proef.document) for proef in population(60, 7, fouten=30)),
    "{",
    '{"soort": "dossier", "schema_versie": "0.1"}',
]
SLEUTELS = [f"d{nummer}" for nummer in range(len(DOCUMENTEN))]
TABEL = pa.table({"sleutel": SLEUTELS, "document": DOCUMENTEN})


def rijen(batches: Iterable[Any]) -> list[dict[str, Any]]:
    """Return the rows of batches, each of which has the schema."""
    uit: list[dict[str, Any]] = []
    for deel in batches:
        assert deel.schema.equals(arrowschema(), check_metadata=True)
        uit += deel.to_pylist()
    return uit


VERWACHT = rijen(validate_arrow(TABEL, "document", "sleutel", CONTEXT))


def test_zoals_elk_rapport() -> None:
    """Each document has its row with the verdict, and after that every place of every finding."""
    over = iter(VERWACHT)
    for sleutel, document in zip(SLEUTELS, DOCUMENTEN, strict=True):
        rapport = validate(document, context=CONTEXT)
        (oordeel,) = rapportrijen({sleutel: rapport}).records()
        bevindingen = bevindingrijen({sleutel: rapport}).records()
        for soort_rij, delen in [("oordeel", oordeel), *(("bevinding", b) for b in bevindingen)]:
            rij = next(over)
            verwacht = delen | {"soort_rij": soort_rij}
            assert rij == {naam: verwacht.get(naam) for naam in rij}
    assert next(over, None) is None
    assert {rij["oordeel"] for rij in VERWACHT} >= {"akkoord", "afgekeurd"}


def test_niets_blijft_achter() -> None:
    """The schema has every column of both kinds of row, but those on rows of files."""
    namen = {veld.name for veld in arrowschema()}
    velden = {*RapportRij.__annotations__, *BevindingRij.__annotations__}
    assert namen == (velden - {"rij", "kolomnummer", "kolomtitel"}) | {"soort_rij"}


def test_het_schema_is_vast() -> None:
    """Another column or type needs another version: who stored rows must be able to tell."""
    assert arrowschema().metadata == {b"versie": b"1"}
    assert [f"{veld.name}: {veld.type}" for veld in arrowschema()] == [
        *("document: string", "soort_rij: string", "oordeel: string"),
        *("akkoord: bool", "twijfel: bool", "onbekend: bool"),
        *("document_soort: string", "document_versie: string", "beoordelingsdatum: date32[day]"),
        *("bibliotheek_versie: string", "bevindingen: int64"),
        *("bevindingen_weggelaten: int64", "regels_voldaan: int64"),
        *("regels_geschonden: int64", "regels_niet_beoordeeld: int64"),
        *("bevinding: int64", "plaats: int64", "code: string", "reden: string"),
        *("uitkomst: string", "ernst: string", "oorzaak: string", "pad: string"),
        *("tekst: string", "tekst_en: string", "parameters: string", "retourcodes: string"),
        *("verificatie: string", "bron_titel: string", "bron_nummer: string"),
        *("bron_artikel: string", "bron_url: string"),
    ]
    assert [veld.name for veld in arrowschema() if not veld.nullable] == ["soort_rij", "oordeel"]


SOORTEN = [
    *(pa.string(), pa.large_string(), pa.string_view()),
    *(pa.binary(), pa.large_binary(), pa.binary_view()),
    pa.dictionary(pa.int32(), pa.string()),
    pa.json_(),
]


@pytest.mark.parametrize("soort", SOORTEN, ids=str)
def test_soorten_tekst(soort: pa.DataType) -> None:
    """A document is a text or bytes, however Arrow keeps them."""
    tabel = pa.table({"sleutel": SLEUTELS, "document": pa.array(DOCUMENTEN).cast(soort)})
    assert rijen(validate_arrow(tabel, "document", "sleutel", CONTEXT)) == VERWACHT


def test_bronnen_en_processen() -> None:
    """Batches, a reader and a data frame give the same, on any number of processes."""

    def batches() -> Iterator[pa.RecordBatch]:
        yield from TABEL.to_batches(max_chunksize=7)

    for bron in (batches(), TABEL.to_reader(5), pl.DataFrame(TABEL), [*batches()]):
        assert rijen(validate_arrow(bron, "document", "sleutel", CONTEXT)) == VERWACHT
    uit = validate_arrow(batches(), "document", "sleutel", CONTEXT, processen=2)
    assert rijen(uit) == VERWACHT


def test_sleutels() -> None:
    """A key is a text or a whole number, or else the position; a missing one stays missing.

    Bytes that are no text are written so that two of them are not the same key.
    """
    bron = {
        "document": ["{", None, "{", "{", "{"],
        "getal": pa.array([7, None, 9, 10, 11], pa.int16()),
        "tekst": pa.array([b"a", b"\xff", None, b"\xfe", "é".encode()]).cast(pa.binary()),
    }
    for sleutel, verwacht in (
        (None, ["0", "1", "2", "3", "4"]),
        ("getal", ["7", None, "9", "10", "11"]),
        ("tekst", ["a", r"\xff", None, r"\xfe", "é"]),
    ):
        delen = pa.table(bron).to_batches(max_chunksize=3)
        uit = [
            r for r in rijen(validate_arrow(delen, "document", sleutel)) if r["akkoord"] is False
        ]
        assert [rij["document"] for rij in uit] == verwacht
        assert {rij["oordeel"] for rij in uit} == {"afgekeurd"}


def test_begrensde_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document with very many findings is spread over batches."""
    from geboortezorg.batch import arrow

    monkeypatch.setattr(arrow, "RIJEN", 10)
    delen = [*validate_arrow(TABEL, "document", "sleutel", CONTEXT)]
    assert {deel.num_rows for deel in delen[:-1]} == {10}
    assert rijen(delen) == VERWACHT


@pytest.mark.parametrize("kolom", ["Kanarie7Q", "getal", "dubbel", "lijst"])
def test_een_kolom_die_niet_kan(kolom: str) -> None:
    """A column that is not there, or not once, or of another type is refused without a value."""
    kolommen = [pa.array([1.5]), pa.array(["{"]), pa.array(["{"]), pa.array([["{"]])]
    deel = pa.RecordBatch.from_arrays(kolommen, ["getal", "dubbel", "dubbel", "lijst"])
    for argumenten in ((kolom, None), ("goed", kolom)):
        goed = deel.append_column("goed", pa.array(["{"]))
        with pytest.raises(Kolomfout, match="deze kolom") as fout:
            next(validate_arrow([goed], *argumenten))
        assert "Kanarie7Q" not in str(fout.value)


def test_een_dataframe_die_arrow_niet_leest() -> None:
    """A column of cells of several types is refused, without the cell that Arrow names."""
    frame = pd.DataFrame({"sleutel": [1, "Kanarievogel"], "document": ["{}", "{}"]})
    with pytest.raises(Kolomfout) as fout:
        rijen(validate_arrow(frame, "document", "sleutel", CONTEXT))
    assert "Kanarie" not in "".join(map(str, (fout.value.args, fout.value.__cause__)))
    assert fout.value.__context__ is None


def test_leeg() -> None:
    """No documents give no rows: there is nothing that could seem approved."""
    assert [*validate_arrow(TABEL.slice(0, 0), "document")] == []
    with pytest.raises(ValueError, match="minstens 1"):
        validate_arrow(TABEL, "document", processen=0)


def test_zonder_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who lacks the extra is told which one it is."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match="extra `arrow`"):
        batch.arrowschema()
