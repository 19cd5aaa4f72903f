"""Tables with typed values: the same documents as from CSV, whatever program holds them."""

import gzip
import io
import sqlite3
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from pyarrow import parquet

from geboortezorg.convert import Invoerreden
from geboortezorg.lijnen import KoppelingFout, Onleesbaar, assemble_rows, leestabel, load_mapping

MAAT = load_mapping(
    {
        "document_soort": "dossier",
        "groep": ["p"],
        "kolommen": {
            "referentie": "p",
            "zwangerschap.a_terme_datum": "atd",
            "eigen_bijdragen": {
                "bijdragesoort": "soort",
                "periode.van": "dag",
                "periode.tot_en_met": "dag",
                "bedrag_euro": "bedrag",
                "medisch": "medisch",
            },
        },
    }
)
CSV = b"""p,atd,soort,dag,bedrag,medisch,over
a,2023-05-01,partus_poliklinisch,2023-05-01,12.50,true,x
b,,partus_poliklinisch,2023-05-02,3.00,,
a,,partus_poliklinisch,2023-05-03,0.05,false,
"""


def documenten(bron: Any) -> list[Any]:
    """Return what the rows of a source make."""
    return [
        (deel.nummer, deel.reden.value) if isinstance(deel, Onleesbaar) else deel.document
        for deel in assemble_rows(bron, MAAT)
    ]


VERWACHT = documenten(io.BytesIO(CSV))


@pytest.fixture(scope="module")
def arrow() -> pa.Table:
    """Return the rows as an Arrow table."""
    with duckdb.connect() as db:
        db.register("csv", pd.read_csv(io.BytesIO(CSV)))
        return db.sql(
            "SELECT p, atd::DATE atd, soort, dag::TIMESTAMP dag, bedrag::DECIMAL(9,2) bedrag, "
            "medisch::BOOLEAN medisch, over FROM csv"
        ).to_arrow_table()


def test_csv(tmp_path: Path) -> None:
    """A file, a compressed file and an open file give the same; an open file stays open."""
    assert [d["referentie"] for d in VERWACHT] == ["a", "b"]
    assert VERWACHT[0]["eigen_bijdragen"][1]["bedrag_eurocent"] == 5
    (tmp_path / "r.csv").write_bytes(CSV)
    (tmp_path / "r.csv.gz").write_bytes(gzip.compress(CSV))
    assert documenten(tmp_path / "r.csv") == VERWACHT
    assert documenten(str(tmp_path / "r.csv.gz")) == VERWACHT
    with io.BytesIO(CSV) as stroom:
        assert documenten(stroom) == VERWACHT
        assert not stroom.closed


def test_arrow_en_parquet(arrow: pa.Table, tmp_path: Path) -> None:
    """Types of Arrow need no form: a date is a date, and a decimal is euros."""
    parquet.write_table(arrow, tmp_path / "r.parquet")
    assert documenten(arrow) == VERWACHT
    assert documenten(arrow.to_reader(1)) == VERWACHT
    assert documenten(tmp_path / "r.parquet") == VERWACHT


def test_dataframes(arrow: pa.Table) -> None:
    """A data frame of pandas or Polars and the answer of DuckDB go the same way."""
    assert documenten(pl.DataFrame(arrow)) == VERWACHT
    assert documenten(arrow.to_pandas()) == VERWACHT
    assert documenten(pd.read_csv(io.BytesIO(CSV))) == VERWACHT
    with duckdb.connect() as db:
        db.register("r", arrow)
        assert documenten(db.sql("SELECT * FROM r")) == VERWACHT
        assert documenten(db.sql("SELECT * FROM r").to_arrow_reader(1)) == VERWACHT
        assert documenten(db.execute("SELECT * FROM r")) == VERWACHT


def test_een_dataframe_met_gemengde_kolommen(arrow: pa.Table) -> None:
    """Cells of several types in a column, as pandas has them of a spreadsheet, are read one by one."""
    frame = arrow.to_pandas().astype(object)
    frame["over"] = ["x", 3, None]
    frame["bedrag"] = [12.5, "3.00", Decimal("0.05")]
    assert documenten(frame) == VERWACHT


class Kapot:
    """What says that it gives its columns as Arrow, and does not."""

    def __arrow_c_stream__(self, _: object = None) -> object:
        raise ValueError("Kanarievogel")


def test_wat_arrow_niet_leest() -> None:
    """What Arrow says of it may hold a cell, and is not passed on."""
    with pytest.raises(KoppelingFout) as fout:
        documenten(Kapot())
    assert "Kanarie" not in "".join(map(str, (fout.value.args, fout.value.__cause__)))
    assert fout.value.__context__ is None
    assert "een soort cellen" in str(fout.value)


def test_sql_en_dicts(arrow: pa.Table) -> None:
    """A cursor of any database and mappings need no Arrow."""
    rijen = arrow.to_pylist()
    assert documenten(rijen) == VERWACHT
    assert documenten(iter(rijen)) == VERWACHT
    with sqlite3.connect(":memory:") as db:
        db.execute("CREATE TABLE r (p, atd, soort, dag, bedrag, medisch, over)")
        db.executemany(
            "INSERT INTO r VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                [str(w) if isinstance(w, Decimal) or hasattr(w, "year") else w for w in r.values()]
                for r in rijen
            ],
        )
        vraag = "SELECT p, atd, soort, dag, bedrag, medisch FROM r"
        vraag = vraag.replace(
            "medisch FROM", "iif(medisch, 'true', iif(medisch = 0, 'false', '')) medisch FROM"
        )
        assert documenten(db.execute(vraag)) == VERWACHT
    db.close()


def test_rijen_die_er_geen_zijn() -> None:
    """A row that lacks a column or is no mapping is told by its number; so is a first one."""
    goed = {"p": "a", "atd": "", "soort": "", "dag": "", "bedrag": "", "medisch": ""}
    assert documenten([goed, {"p": "a"}, 3])[:2] == [(2, "rij_cellen"), (3, "rij_cellen")]
    assert documenten([3]) == [(1, "rij_cellen")]
    assert documenten([]) == []
    with pytest.raises(KoppelingFout, match=r"kolommen.*niet precies een keer"):
        documenten([{"p": 1}])
    with pytest.raises(TypeError, match="geen bron"):
        documenten(3)


def test_kapotte_bestanden(arrow: pa.Table, tmp_path: Path) -> None:
    """What is no Parquet is refused; what breaks off is told; one bad cell is one bad cell."""
    (tmp_path / "r.parquet").write_bytes(b"geen parquet")
    with pytest.raises(KoppelingFout, match="geen Parquet"):
        documenten(tmp_path / "r.parquet")
    with pytest.raises(FileNotFoundError):
        documenten(tmp_path / "weg.parquet")
    parquet.write_table(arrow, tmp_path / "r.parquet", compression="none")
    heel = (tmp_path / "r.parquet").read_bytes()
    (tmp_path / "r.parquet").write_bytes(heel + heel)  # the second would not be read
    with pytest.raises(KoppelingFout, match="geen Parquet"):
        documenten(tmp_path / "r.parquet")

    def porties() -> Any:
        yield from arrow.to_batches()
        raise pa.ArrowInvalid

    assert list(leestabel._uit_porties(porties(), {0}))[-1] == Onleesbaar(4, Invoerreden.ONLEESBAAR)
    slecht = arrow.set_column(0, "p", pa.array([b"a", b"\xff", b"b"]).view(pa.string()))
    assert documenten(slecht)[0] == (2, "rij_groep")
    tijden = pa.array([0, 2**62, 0], pa.timestamp("s"))
    een, *_ = assemble_rows(arrow.set_column(1, "atd", tijden), MAAT)
    assert not isinstance(een, Onleesbaar)


def test_dubbele_titels(arrow: pa.Table) -> None:
    """A column that occurs twice is refused when it is needed, and passed over when it is not."""
    assert documenten(arrow.append_column("over", arrow["p"])) == VERWACHT
    with pytest.raises(KoppelingFout, match="groep: de kop heeft deze kolom niet precies een keer"):
        documenten(arrow.append_column("p", arrow["atd"]))


def test_zonder_arrow(monkeypatch: pytest.MonkeyPatch, arrow: pa.Table) -> None:
    """Without pyarrow the message names the extra."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match="extra `arrow`"):
        documenten(arrow)
