"""What rows can be read from, whatever it is: a header, and rows with a number."""

from collections.abc import Collection, Iterator, Sequence
from typing import Protocol, final

from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.convert import Invoerreden
from geboortezorg.lijnen.cellen import Cel


@final
@bevroren
class Onleesbaar:
    """A row that cannot be read, and why."""

    nummer: int
    reden: Invoerreden
    cellen: tuple[Cel, ...] = attrs.field(default=(), repr=False)
    """The cells that were found, by which its document may be known."""


Rij = tuple[int, Sequence[Cel]]
"""The number of a row, and its cells: as many as there are columns."""


class Bron(Protocol):
    """A source of rows."""

    @property
    def kop(self) -> Sequence[str]:
        """The titles of the columns, in order."""

    def rijen(self, nodig: Collection[int]) -> Iterator[Rij | Onleesbaar]:
        """Yield the rows; only the cells at the places `nodig`, from 0, need to be there."""
