"""What may be done in a process that is ours alone.

A library leaves the collector of its user alone, which here need not walk what stays, and makes no
fork of a process of which it does not know what it holds. The command line, the processes that it starts and
the workers of an engine do nothing but judge: they say so with :func:`neem`, and once the first
documents are judged, and with that all is loaded that stays, with :func:`geladen`.
"""

import gc
import sys
from pathlib import Path
from typing import Final

_GENOMEN: Final[list[bool]] = []
"""Empty in the process of another; the second is there once all is left to stay."""

_DRADEN: Final = Path("/proc/self/task")
"""Where Linux has something for each thread of this process."""


def neem() -> None:
    """Say that this process is ours alone."""
    if not _GENOMEN:
        _GENOMEN.append(True)


def geladen() -> None:
    """Leave what there is now to stay: once, and only in a process that is ours."""
    if _GENOMEN == [True]:
        _GENOMEN.append(False)
        gc.collect()  # or what is in a circle now would stay too
        gc.freeze()


def alleen() -> bool:
    """Say whether a fork of this process is sure to do what it does: ours, and of one thread.

    A fork has only the thread that made it, and what another held stays locked for ever. Only Linux
    tells of every thread, those of libraries too.
    """
    if not _GENOMEN or sys.platform != "linux":
        return False
    try:
        return len([*_DRADEN.iterdir()]) == 1
    except OSError:
        return False
