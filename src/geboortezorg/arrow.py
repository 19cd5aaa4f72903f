"""The door to Arrow, which an extra installs."""

from typing import Any


def pyarrow(waarvoor: str, extra: str) -> Any:
    """Return pyarrow; ImportError says what needs it, and which extra installs it."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - of an extra
    except ImportError:
        raise ImportError(
            f"{waarvoor} needs pyarrow: install geboortezorg with the extra {extra}"
        ) from None
    return pa
