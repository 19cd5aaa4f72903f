"""Spark on two workers gives the rows that one process gives."""

import json
import os
import sys
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from geboortezorg.batch import validate_arrow
from geboortezorg.convert import dump
from geboortezorg.model.context import Toetscontext
from geboortezorg.populatie import populatiecontext, population

pytestmark = [
    pytest.mark.spark,
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
]

AANTAL = int(os.environ.get("GEBOORTEZORG_SPARK", "20000"))
"""How many dossiers; a tenth of them has a fault."""


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """Return a session with two workers on this machine."""
    sql = pytest.importorskip("pyspark.sql")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    sessie = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "1000")
        .getOrCreate()
    )
    yield sessie
    sessie.stop()


def op_volgorde(rijen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows in one order, whatever the order in which workers were ready."""
    return sorted(rijen, key=lambda r: (r["document"], r["bevinding"] or -1, r["plaats"] or -1))


def test_zoals_in_een_proces(spark: Any, tmp_path: Any) -> None:
    """Every verdict and every finding is the same, with the faults that were put in."""
    from geboortezorg.batch.spark import validate

    proeven = [*population(AANTAL, 11, fouten=10)]
    tabel = pa.table(
        {
            "sleutel": [f"{proef.nummer:06d}" for proef in proeven],
            "een document": [json.dumps(proef.document) for proef in proeven],
        }
    )
    pad = str(tmp_path / "dossiers.parquet")
    parquet.write_table(tabel, pad, row_group_size=2000)
    df = spark.read.parquet(pad).repartition(8)
    uit = validate(df, column="een document", key="sleutel", context=populatiecontext())
    gevonden = op_volgorde(uit.toArrow().to_pylist())
    hier = validate_arrow(tabel, "een document", "sleutel", populatiecontext())
    assert gevonden == op_volgorde(pa.Table.from_batches(hier).to_pylist())
    oordelen = {r["document"]: r["akkoord"] for r in gevonden if r["soort_rij"] == "oordeel"}
    assert [oordelen[f"{proef.nummer:06d}"] for proef in proeven] == [
        proef.code is None for proef in proeven
    ]


def test_een_context_als_document(spark: Any) -> None:
    """The context goes along as a document; a number may be the key; an empty cell is refused."""
    from geboortezorg.batch.spark import validate

    rijen = [(1, dump(Toetscontext()).decode()), (2, None), (3, "{")]
    df = spark.createDataFrame(rijen, "nr int, doc string")
    context = {"soort": "context", "schema_versie": "0.1", "beoordelingsdatum": "2024-05-01"}
    uit = validate(df, column="doc", key="nr", context=context)
    oordelen = {
        r.document: (r.oordeel, str(r.beoordelingsdatum))
        for r in uit.collect()
        if r.akkoord is not None
    }
    assert oordelen == {
        "1": ("akkoord", "2024-05-01"),
        "2": ("afgekeurd", "2024-05-01"),
        "3": ("afgekeurd", "2024-05-01"),
    }


@pytest.mark.parametrize("naam", ["a.b", "a`b", "doc"])
def test_elke_naam_van_een_kolom(naam: str, spark: Any) -> None:
    """A column is found by its name, also one that Spark could read as a path."""
    from geboortezorg.batch.spark import validate

    df = spark.createDataFrame([("{",)], "doc string").withColumnRenamed("doc", naam)
    (rij, *_) = validate(df, column=naam, key=naam).collect()
    assert (rij.document, rij.oordeel) == ("{", "afgekeurd")
