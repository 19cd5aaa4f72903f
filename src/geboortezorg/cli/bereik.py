"""Lines of a plain file that another process reads by itself, so that they need not be sent."""

import io
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, TypeAlias, final

import attrs

from geboortezorg.cli.invoer import Deel, Invoer, Kenmerk, Stuk, kenmerk
from geboortezorg.cli.werkbank import Geschreven, Schrijfwerk

VOL: Final = 1 << 19
"""Bytes from which a process has enough for once: sending and waiting cost little beside it."""


class Bereik(NamedTuple):
    """Where lines of a file stand."""

    pad: str
    nummer: int
    """Of the first line, from 1."""
    begin: int
    lengte: int
    bestand: Kenmerk


Gegeven: TypeAlias = Deel | Bereik


def op_schijf(delen: Iterable[Deel]) -> list[Gegeven]:
    """Return what is to be sent: where lines stand if that is known, and the rest as it is."""
    uit: list[Gegeven] = []
    for deel in delen:
        if isinstance(deel, Invoer) or deel.plek is None or deel.bestand is None:
            uit.append(deel)
            continue
        vorig = uit[-1] if uit else None
        pad, nummer, (begin, lengte) = deel.pad, deel.nummer, deel.plek
        # Lines in between are empty, and would count in the numbers.
        if isinstance(vorig, Bereik) and (vorig.pad, vorig.begin + vorig.lengte) == (pad, begin):
            uit.pop()
            pad, nummer, begin, lengte = (*vorig[:3], vorig.lengte + lengte)
        uit.append(Bereik(pad, nummer, begin, lengte, deel.bestand))
    return uit


@final
@attrs.define
class Leeswerk:
    """In a process of the pool: reads the lines, and does what is to be done with them."""

    werk: Schrijfwerk
    _pad: str | None = attrs.field(default=None, init=False)
    _bestand: io.FileIO | None = attrs.field(default=None, init=False)
    """The file that was read last, which is most often read on."""

    def __call__(self, delen: Iterable[Gegeven]) -> Geschreven | None:
        """Return the answers; None when a file is no longer what it was for who sent this."""
        try:
            gelezen = [*self._gelezen(delen)]
        except (OSError, ValueError):
            return None
        return self.werk(gelezen)

    def _gelezen(self, delen: Iterable[Gegeven]) -> Iterator[Deel]:
        for deel in delen:
            yield self._lees(deel) if isinstance(deel, Bereik) else deel

    def _lees(self, deel: Bereik) -> Stuk:
        if self._bestand is None or self._pad != deel.pad:
            self.sluit()
            self._bestand = io.FileIO(deel.pad)
            self._pad = deel.pad
        self._bestand.seek(deel.begin)
        inhoud = self._bestand.read(deel.lengte)
        if kenmerk(self._bestand) != deel.bestand or len(inhoud) != deel.lengte:
            self.sluit()
            raise OSError
        return Stuk(deel.pad, deel.nummer, inhoud, 0)

    def sluit(self) -> None:
        """Close the file that is open, if there is one."""
        if self._bestand is not None:
            self._bestand.close()
            self._bestand = None
