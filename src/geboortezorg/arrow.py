"""The door to Arrow, which an extra installs."""

import io
from typing import TYPE_CHECKING, Any, Final

from geboortezorg.tekst import Tekst, Tweetalig

if TYPE_CHECKING:
    import pyarrow as pa


__all__ = ["Extrafout", "arrow_is_een_bestand", "pa", "parquet_is_een_bestand", "pyarrow"]

_STUK: Final = 1 << 20
_NODIG: Final = Tekst(
    "voor {waarvoor} is de extra `{extra}` nodig: pip install 'geboortezorg[{extra}]'",
    "{waarvoor} needs the extra `{extra}`: pip install 'geboortezorg[{extra}]'",
)


class Extrafout(Tweetalig, ImportError):
    """What is asked needs an extra that is not installed; the message says which."""


def pyarrow(waarvoor: str | Tekst, extra: str) -> Any:
    """Return pyarrow; Extrafout says what needs it, and which extra installs it."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - of an extra
    except ImportError:
        raise Extrafout(_NODIG, waarvoor=waarvoor, extra=extra) from None
    return pa


def arrow_is_een_bestand(ruw: io.BufferedIOBase) -> bool:
    """Say whether no file of Arrow stands behind another: as of Parquet, one is never read.

    What is between the marks cannot be read as a stream instead: not every writer makes it one.
    """
    return _zonder_naad(ruw, 0, b"ARROW1ARROW1\0\0")


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
    # Indexes and the footer are left, unless a whole file lies in between.
    return _zonder_naad(ruw, max(eindes, default=0), b"PAR1PAR1")


def _zonder_naad(ruw: io.BufferedIOBase, vanaf: int, naad: bytes) -> bool:
    """Say whether nowhere from a place on one file ends where another begins."""
    ruw.seek(vanaf)
    rest = b""
    while stuk := ruw.read(_STUK):
        rest = rest[1 - len(naad) :] + stuk
        if naad in rest:
            return False
    return True


def __getattr__(naam: str) -> Any:
    """Import pyarrow for those who ask what the types of a function are."""
    if naam != "pa":
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    return pyarrow(Tekst("dit type", "this type"), "arrow")
