"""Which members the documents of one kind usually hold: learned from those that come.

A document has as many colons as members, so one in which as many usual members were counted holds
no others: nobody needs to ask for these. Only names of members are kept, nothing of what they hold.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, final

from geboortezorg.vorm import Soort, velden

GEWOON: Final = "gewone_leden"
"""The attribute of a document that holds none but usual members, where that was seen."""

_VANAF: Final = 512
"""How many documents come before the first from which is learned: to use it must be made first."""
_PROEF: Final = 64
"""From how many documents in a row is learned."""
_GEWOON: Final = 3
"""In how many of these a member must be."""
_GOED: Final = 56
"""How many of these must hold none but usual members."""
_MISSERS: Final = 256
"""After how many documents with others is learned anew."""


def gewone_leden(document: Any) -> frozenset[str] | None:
    """Return beside which members, as JSON Pointers, a document has none but required ones.

    None when that is not known. It need not have all of them.
    """
    leden: frozenset[str] | None = getattr(document, GEWOON, None)
    return leden


@final
class Gewoonte:
    """Learns what is usual, and after how long to look again."""

    __slots__ = ("_geduld", "_klasse", "_missers", "_proef", "_wacht")

    def __init__(self, klasse: type[Any]) -> None:
        self._klasse = klasse
        self._geduld = self._wacht = _VANAF
        self._proef: list[frozenset[str]] = []
        self._missers = 0

    def leer(self, document: Any, data: bytes, telling: int) -> frozenset[str] | None:
        """Learn from a document that has so many members; return which are usual once it is known.

        One with colons in its texts is never a usual one.
        """
        self._wacht -= 1
        if self._wacht >= 0:
            return None
        zuiver = data.count(b":") == telling
        leden = frozenset(_aanwezig(self._klasse, document, "")) if zuiver else _ONGEWOON
        self._proef.append(leden)
        if len(self._proef) < _PROEF:
            return None
        proef, self._proef = self._proef, []
        self._geduld *= 2
        self._wacht, self._missers = self._geduld, 0
        keren = Counter(lid for leden in proef for lid in leden)
        gewoon = frozenset(lid for lid, aantal in keren.items() if aantal >= _GEWOON) - _ONGEWOON
        return gewoon if sum(map(gewoon.issuperset, proef)) >= _GOED else None

    def mist(self) -> bool:
        """Say whether so many documents held others that is to be learned anew."""
        self._missers += 1
        return self._missers >= _MISSERS


_ONGEWOON: Final = frozenset({""})


def _aanwezig(klasse: type[Any], obj: Any, pad: str) -> Iterator[str]:
    """Yield which members that may be left out an object has, and its parts."""
    for veldvorm in velden(klasse):
        waarde, lid = getattr(obj, veldvorm.naam), f"{pad}/{veldvorm.naam}"
        if waarde is None or waarde == ():
            continue
        if not veldvorm.verplicht:
            yield lid
        lijst = veldvorm.vorm.item is not None
        vorm = veldvorm.vorm.item or veldvorm.vorm
        if vorm.soort is Soort.OBJECT and vorm.klasse is not None:
            for deel in waarde if lijst else (waarde,):
                yield from _aanwezig(vorm.klasse, deel, f"{lid}/*" if lijst else lid)
