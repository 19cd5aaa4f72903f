"""The door to Arrow, which an extra installs."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa


__all__ = ["pa", "pyarrow"]


def pyarrow(waarvoor: str, extra: str) -> Any:
    """Return pyarrow; ImportError says what needs it, and which extra installs it."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - of an extra
    except ImportError:
        raise ImportError(
            f"{waarvoor} needs pyarrow: install geboortezorg with the extra {extra}"
        ) from None
    return pa


def __getattr__(naam: str) -> Any:
    """Import pyarrow for those who ask what the types of a function are."""
    if naam != "pa":
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    return pyarrow("this type", "arrow")
