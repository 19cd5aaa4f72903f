"""The door to Arrow, which an extra installs."""

import io
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import pyarrow as pa


__all__ = ["pa", "parquet_is_een_bestand", "pyarrow"]

_NAAD: Final = b"PAR1PAR1"
"""What stands where one Parquet file was put behind another."""

_STUK: Final = 1 << 20


def pyarrow(waarvoor: str, extra: str) -> Any:
    """Return pyarrow; ImportError says what needs it, and which extra installs it."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - of an extra
    except ImportError:
        raise ImportError(
            f"{waarvoor} needs pyarrow: install geboortezorg with the extra {extra}"
        ) from None
    return pa


def parquet_is_een_bestand(meta: Any, ruw: io.BufferedIOBase) -> bool:
    """Say whether no file stands before the one whose metadata was read.

    Its places are counted from the first byte, so those of a second file point into the first:
    where both are laid out alike, the first is read and the second never.
    """
    eindes = [
        (deel.dictionary_page_offset or deel.data_page_offset) + deel.total_compressed_size
        for groep in map(meta.row_group, range(meta.num_row_groups))
        for deel in map(groep.column, range(groep.num_columns))
    ]
    ruw.seek(max(eindes, default=0))
    rest = b""
    while stuk := ruw.read(_STUK):  # indexes and the footer, unless a whole file lies in between
        rest = rest[1 - len(_NAAD) :] + stuk
        if _NAAD in rest:
            return False
    return True


def __getattr__(naam: str) -> Any:
    """Import pyarrow for those who ask what the types of a function are."""
    if naam != "pa":
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    return pyarrow("this type", "arrow")
