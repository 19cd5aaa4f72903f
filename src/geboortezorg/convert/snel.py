"""The fast door: a document as an object that only reads as its model, or nothing when in doubt.

For those who judge and keep no model. It opens where the extra ``fast`` is installed and a kind
of document keeps coming: to make a door costs more than a few documents gain. The environment
variable ``GEBOORTEZORG_FAST`` closes it (``0``), or has every document read both ways from the
first one on (``beide``, for tests).
"""

import os
import re
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, final

from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.vorm import Soort, Vorm, velden

if TYPE_CHECKING:
    from geboortezorg.convert.structuur import Deur

_VANAF: Final = 32
"""How many documents of a kind come before its door is made."""

_SLOT: Final = Lock()
"""Held by the one thread that makes a door: while a Struct is being made no other may use it."""

_SOORT_VOORAAN: Final = re.compile(
    rb'[ \t\n\r]*\{[ \t\n\r]*"soort"[ \t\n\r]*:[ \t\n\r]*"([a-z_]+)"'
).match


@final
class Snellezer:
    """Opens a door for each kind of document that keeps coming."""

    __slots__ = ("_deuren", "_gezien", "beide", "open")

    def __init__(self, stand: str) -> None:
        self.open = stand != "0"
        self.beide = stand == "beide"
        """Whether the first door reads every document too, to see that they agree."""
        self._deuren: dict[bytes, Deur] = {}
        self._gezien: dict[str, int] = {}

    def lees(self, data: bytes) -> Any | None:
        """Return the document in `data`; None when the first door is to read it. Raises Vormfouten."""
        if not self.open:
            return None
        vooraan = _SOORT_VOORAAN(data)
        deur = None if vooraan is None else self._deuren.get(vooraan[1])
        if deur is None:
            deur = self._maak("" if vooraan is None else vooraan[1].decode(), data)
        return None if deur is None else deur.lees(data)

    def _maak(self, soort: str, data: bytes) -> "Deur | None":
        """Return the door of a kind of document, once enough of them have come."""
        if soort and soort not in DOCUMENTEN:
            return None
        gezien = self._gezien[soort] = self._gezien.get(soort, 0) + 1
        if gezien <= _VANAF and not self.beide:
            return None
        try:
            from geboortezorg.convert import structuur  # noqa: PLC0415 - msgspec need not be there
        except ImportError:
            self.open = False
            return None
        if not soort:
            elders = structuur.soort_van(data)
            if elders is None or elders not in DOCUMENTEN:
                return None
            return self._deuren.get(elders.encode()) or self._maak(elders, data)
        if not _SLOT.acquire(blocking=False):
            return None
        try:
            deur = self._deuren[soort.encode()] = structuur.Deur(soort)
        finally:
            _SLOT.release()
        return deur


LEZER: Final = Snellezer(os.environ.get("GEBOORTEZORG_FAST", ""))


def gelijk(klasse: type[Any], een: Any, ander: Any) -> bool:
    """Say whether two objects with the attributes of a model class hold the same values."""
    return all(
        _gelijk(veldvorm.vorm, getattr(een, veldvorm.naam), getattr(ander, veldvorm.naam))
        for veldvorm in velden(klasse)
    )


def _gelijk(vorm: Vorm, een: Any, ander: Any) -> bool:
    if een is None or ander is None:
        return een is ander
    if vorm.item is not None:
        item = vorm.item
        return len(een) == len(ander) and all(
            _gelijk(item, hier, daar) for hier, daar in zip(een, ander, strict=True)
        )
    if vorm.soort is Soort.OBJECT and vorm.klasse is not None:
        return gelijk(vorm.klasse, een, ander)
    return type(een) is type(ander) and een == ander
