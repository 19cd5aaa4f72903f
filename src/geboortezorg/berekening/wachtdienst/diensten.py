"""Work as shifts: what lies between two rests of a length that the law says (art. 1:7)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import final

from geboortezorg.berekening.tijdlijn import UUR, Spanne, minuut, nachten, tijdstip, verenig
from geboortezorg.berekening.wachtdienst.normen import Grenzen
from geboortezorg.bevroren import bevroren
from geboortezorg.model.wachtdienst import Wachtdienstrooster


@final
@bevroren(kw_only=True)
class Dienst:
    """One shift of work that did not follow from a call, in minutes since 1970 (UTC)."""

    delen: tuple[Spanne, ...]
    """Its stretches of work, in order and separate."""
    arbeid: int
    """Position in the roster of the last stretch."""
    nachtdienst: bool

    @property
    def begin(self) -> int:
        """When the work begins."""
        return self.delen[0][0]

    @property
    def einde(self) -> int:
        """When the work ends."""
        return self.delen[-1][1]

    @property
    def minuten(self) -> int:
        """How much was worked."""
        return sum(einde - begin for begin, einde in self.delen)

    @property
    def spanne(self) -> Spanne:
        """The shift as one stretch."""
        return self.begin, self.einde


@final
@bevroren(kw_only=True)
class Indeler:
    """Divides the work of a roster into shifts; equal ones divide alike."""

    rust: int
    """Rest that separates a shift from the next."""
    nachtarbeid: int
    """A shift with more work than this between 00.00 and 06.00 is a night shift."""

    @classmethod
    def van(cls, grens: Grenzen) -> "Indeler":
        """Return the division by the norm for what a shift is."""
        return cls(rust=grens["dienst.rust"], nachtarbeid=grens["nachtdienst.arbeid"])

    def __call__(self, rooster: Wachtdienstrooster) -> tuple[Dienst, ...]:
        """Return the shifts in order."""
        plaats = {
            minuut(deel.einde): nummer
            for nummer, deel in enumerate(rooster.arbeid)
            if deel.einde > deel.begin
        }
        arbeid = verenig((minuut(deel.begin), minuut(deel.einde)) for deel in rooster.arbeid)
        return tuple(
            Dienst(
                delen=tuple(groep),
                arbeid=plaats[groep[-1][1]],
                nachtdienst=self._nacht(groep) > self.nachtarbeid,
            )
            for groep in self._groepen(arbeid)
        )

    def _groepen(self, arbeid: Iterable[Spanne]) -> Iterator[list[Spanne]]:
        groep: list[Spanne] = []
        for spanne in arbeid:
            if groep and spanne[0] - groep[-1][1] >= self.rust:
                yield groep
                groep = []
            groep.append(spanne)
        if groep:
            yield groep

    @staticmethod
    def _nacht(groep: Iterable[Spanne]) -> int:
        return sum(tot - van for spanne in groep for van, tot in nachten(spanne))


def rusten(diensten: Sequence[Dienst]) -> Iterator[tuple[Dienst, Dienst, int]]:
    """Return each shift with the next one, and the minutes of rest between them."""
    return ((een, ander, ander.begin - een.einde) for een, ander in pairwise(diensten))


def te_vaak(spannen: Sequence[Spanne], meest: int, venster: int) -> Iterator[tuple[int, bool]]:
    """Return which of the stretches is one too many in some window, by its position.

    The stretches are in order. With it says whether the window holds all of them as a whole;
    otherwise the last runs on after the window, and the law does not say whether it counts.
    """
    for plaats in range(meest, len(spannen)):
        vanaf, (begin, einde) = spannen[plaats - meest][0], spannen[plaats]
        if begin < vanaf + venster:
            yield plaats, einde <= vanaf + venster


def eindigt_na(dienst: Dienst, kloktijd: int) -> bool:
    """Say whether it is a night shift that ends after so many minutes of its last day."""
    laatste = tijdstip(dienst.einde - 1)
    return dienst.nachtdienst and laatste.hour * UUR + laatste.minute >= kloktijd


def reeksen(diensten: Iterable[Dienst], scheiding: int) -> Iterator[list[Dienst]]:
    """Return the shifts in series, divided where so much rest lies between them."""
    reeks: list[Dienst] = []
    for dienst in diensten:
        if reeks and dienst.begin - reeks[-1].einde >= scheiding:
            yield reeks
            reeks = []
        reeks.append(dienst)
    if reeks:
        yield reeks
