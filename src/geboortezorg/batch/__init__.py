"""Many documents: the same reports as one by one, in the same order, on more processors.

:func:`validate_many` takes bytes, :func:`validate_arrow` takes Arrow and gives rows of Arrow, and
:func:`geboortezorg.batch.spark.validate` runs that on a cluster.
"""

from typing import TYPE_CHECKING, Any

from geboortezorg.batch.kern import Procesfout, validate_many, validate_pairs

if TYPE_CHECKING:
    from geboortezorg.batch.arrow import Kolomfout, arrowschema, validate_arrow

__all__ = [
    "Kolomfout",
    "Procesfout",
    "arrowschema",
    "validate_arrow",
    "validate_many",
    "validate_pairs",
]


def __getattr__(naam: str) -> Any:
    """Import what goes by Arrow only when it is asked for."""
    if naam not in __all__:
        raise AttributeError(naam)
    from geboortezorg.batch import arrow  # noqa: PLC0415 - see above

    return getattr(arrow, naam)
