"""Documents in a column of a Spark DataFrame, judged where the data is."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from geboortezorg import proces
from geboortezorg.batch.arrow import KOLOMMEN, validate_arrow
from geboortezorg.batch.zending import Gegeven, ontvang, zend

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

_TYPEN: Final = {"tekst": "string", "getal": "bigint", "janee": "boolean", "dag": "date"}

SCHEMA: Final = ", ".join(f"{kolom.naam} {_TYPEN[kolom.soort]}" for kolom in KOLOMMEN)
"""The columns of what :func:`validate` gives, as Spark writes them."""


def validate(df: "DataFrame", *, column: str, key: str, context: Gegeven = None) -> "DataFrame":
    """Return the rows of :func:`~geboortezorg.batch.validate_arrow` as a DataFrame.

    `column` holds the documents and `key` says which each is: rows of Spark have no order. The
    `context` goes along once, and each worker makes it once. Every worker needs this library with
    the extra ``arrow``.
    """
    zending = zend(context)

    def werk(batches: "Iterator[Any]") -> "Iterator[Any]":
        proces.neem()  # a worker of Spark does nothing else
        for deel in validate_arrow(batches, eigen[-1], eigen[0], ontvang(zending)):
            yield deel
            proces.geladen()

    namen = [f"`{naam.replace('`', '``')}`" for naam in dict.fromkeys((key, column))]
    # mapInArrow looks columns up by their names as if these were paths: a dot is not found.
    eigen = [f"kolom_{nummer}" for nummer, _ in enumerate(namen)]
    return df.select(*namen).toDF(*eigen).mapInArrow(werk, SCHEMA)
