"""Which members the documents of one kind usually hold: learned from those that come.

A document has as many colons as members, so one in which as many usual members were counted holds
no others: nobody needs to ask for these. Only names of members are kept, nothing of what they hold.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, NamedTuple, final

from geboortezorg.vorm import Soort, velden

GEWOON: Final = "gewone_leden"
"""The attribute of a document that holds none but usual members, where that was seen: what leads
to these, to their parts and to the document, as JSON Pointers with ``*`` for list positions. It
need not have all of them."""

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


class Gewoon(NamedTuple):
    """What documents of one kind usually hold."""

    leden: frozenset[str]
    meestal: frozenset[str]
    """Members that more objects have than have not."""


@final
class Gewoonte:
    """Learns what is usual, and after how long to look again."""

    __slots__ = ("_geduld", "_klasse", "_missers", "_proef", "_wacht")

    def __init__(self, klasse: type[Any]) -> None:
        self._klasse = klasse
        self._geduld = self._wacht = _VANAF
        self._proef: list[Counter[str]] = []
        self._missers = 0

    def leer(self, document: Any, data: bytes, telling: int) -> Gewoon | None:
        """Learn from a document that has so many members; return what is usual once it is known.

        One with colons in its texts is never a usual one.
        """
        self._wacht -= 1
        if self._wacht >= 0:
            return None
        zuiver = data.count(b":") == telling
        keren = Counter(_leden(self._klasse, document, "") if zuiver else ())
        self._proef.append(keren)
        if len(self._proef) < _PROEF:
            return None
        proef, self._proef = self._proef, []
        self._geduld *= 2
        self._wacht, self._missers = self._geduld, 0
        documenten = Counter(lid for keren in proef for lid in keren)
        gewoon = {lid for lid, aantal in documenten.items() if aantal >= _GEWOON}
        if sum(keren.keys() <= gewoon for keren in proef if keren) < _GOED:
            return None
        alle = sum(proef, Counter[str]())
        meestal = {lid for lid in gewoon if 2 * alle[lid] > alle[lid.rpartition("/")[0]]}
        return Gewoon(frozenset(gewoon), frozenset(meestal))

    def mist(self) -> bool:
        """Say whether so many documents held others that is to be learned anew."""
        self._missers += 1
        return self._missers >= _MISSERS


def _leden(klasse: type[Any], obj: Any, pad: str) -> Iterator[str]:
    """Yield an object, each member that it has, and those of its parts, by what leads to them."""
    yield pad
    for veldvorm in velden(klasse):
        waarde, lid = getattr(obj, veldvorm.naam), f"{pad}/{veldvorm.naam}"
        if waarde is None or waarde == ():
            continue
        lijst = veldvorm.vorm.item is not None
        vorm = veldvorm.vorm.item or veldvorm.vorm
        if vorm.soort is not Soort.OBJECT or vorm.klasse is None:
            yield lid
        elif lijst:
            yield lid
            for deel in waarde:
                yield from _leden(vorm.klasse, deel, f"{lid}/*")
        else:
            yield from _leden(vorm.klasse, waarde, lid)
