"""The collector of a process that is ours alone need not walk what stays there.

A library leaves the collector of its user alone. The command line, the processes that it starts and
the workers of an engine do nothing but judge: they say so with :func:`neem`, and once the first
documents are judged, and with that all is loaded that stays, with :func:`geladen`.
"""

import gc
from typing import Final

_GENOMEN: Final[list[bool]] = []
"""Empty in the process of another; the second is there once all is left to stay."""


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
