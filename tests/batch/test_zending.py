"""A context that is sent arrives as it was, and is made once in a process."""

from datetime import date
from typing import Any

import pytest

from geboortezorg import dump, proces, validate
from geboortezorg.batch import zending
from geboortezorg.batch.arrow import KOLOMMEN
from geboortezorg.batch.spark import SCHEMA
from geboortezorg.batch.spark import validate as validate_spark
from geboortezorg.model.context import Toetscontext
from geboortezorg.populatie import populatiecontext, population
from geboortezorg.regels.context import Context

DAG = date(2024, 5, 1)
DOCUMENT = {"soort": "context", "schema_versie": "0.1", "beoordelingsdatum": "2024-05-01"}


@pytest.mark.parametrize(
    "gegeven",
    [
        DOCUMENT,
        dump(Toetscontext(beoordelingsdatum=DAG)),
        dump(Toetscontext(beoordelingsdatum=DAG)).decode(),
        Toetscontext(beoordelingsdatum=DAG),
        Context(beoordelingsdatum=DAG),
    ],
    ids=lambda gegeven: type(gegeven).__name__,
)
def test_elke_vorm(gegeven: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it is given as, the one that arrives judges the same; it is made once."""
    gezonden = zending.zend(gegeven)
    monkeypatch.setattr(zending, "_CONTEXTEN", {})
    context = zending.ontvang(gezonden)
    assert context.beoordelingsdatum == DAG
    assert zending.ontvang(gezonden) is context
    assert gezonden.is_document is not isinstance(gegeven, Context)


def test_zonder_en_met_eigen_tabellen() -> None:
    """Nothing is what ships; own tables go along."""
    assert zending.ontvang(zending.zend(None)).beoordelingsdatum is None
    context = zending.ontvang(zending.zend(populatiecontext()))
    for proef in population(5, 2, fouten=50):
        assert validate(proef.document, context=context) == validate(
            proef.document, context=populatiecontext()
        )


def test_er_blijven_er_niet_te_veel() -> None:
    """A process that sees many contexts keeps the last few."""
    for dag in range(1, 20):
        zending.zend(DOCUMENT | {"beoordelingsdatum": f"2024-05-{dag:02d}"})
    assert len(zending._CONTEXTEN) == zending._BEWAARD


def test_geen_context() -> None:
    """Another document is refused before anything is sent, without a value."""
    with pytest.raises(TypeError, match="document van een andere soort"):
        zending.zend(dump(validate('{"Kanarie7Q": 1}')))


class Frame:
    """Stands for a DataFrame, and does its work here."""

    def select(self, *namen: str) -> "Frame":
        """Note the columns."""
        self.namen = namen
        return self

    def toDF(self, *namen: str) -> "Frame":  # noqa: N802 - as Spark has it
        """Note what they are called from then on."""
        self.eigen = namen
        return self

    def mapInArrow(self, werk: Any, schema: str) -> Any:  # noqa: N802 - as Spark has it
        """Judge one batch."""
        import pyarrow as pa

        assert schema == SCHEMA
        return [*werk(iter(pa.table([["1"], ["{"]], self.eigen).to_batches()))]


def test_wat_spark_krijgt(monkeypatch: pytest.MonkeyPatch) -> None:
    """The columns by their names, whatever is in those, and the schema of the rows."""
    gedaan: list[str] = []
    monkeypatch.setattr(proces, "neem", lambda: gedaan.append("neem"))
    monkeypatch.setattr(proces, "geladen", lambda: gedaan.append("geladen"))
    frame: Any = Frame()
    uit: Any = validate_spark(frame, column="doc", key="a`b")
    (deel,) = uit
    assert frame.namen == ("`a``b`", "`doc`")
    assert deel.to_pylist()[0]["oordeel"] == "afgekeurd"
    assert SCHEMA.count(",") + 1 == len(KOLOMMEN)
    assert "beoordelingsdatum date" in SCHEMA
    assert gedaan == ["neem", "geladen"]
