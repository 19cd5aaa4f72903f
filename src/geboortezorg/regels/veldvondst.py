"""What reading a declaration on a field gives, and what is known while it is read."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final, final

from geboortezorg.betekenis import Betekenis
from geboortezorg.bevroren import bevroren
from geboortezorg.bron import Bron
from geboortezorg.tabellen.normen import Normen, normen


@final
@bevroren(kw_only=True)
class Vondst:
    """A declaration that does not hold at one place."""

    soort: type[Betekenis]
    pad: str
    reden: str
    ander: str = ""
    """JSON Pointer to what it was held against, when that is another place."""
    vermoeden: bool = False
    """Whether it only raises suspicion."""
    onbekend: bool = False
    """Whether something is missing, rather than wrong."""
    parameters: tuple[tuple[str, str], ...] = ()
    bron: Bron | None = None
    """The source, when it is another than that of the rule, such as that of a norm."""


GEEN: Final[tuple[Vondst, ...]] = ()


@final
class Lezing:
    """The reading of one document: what is known beside it, and which declarations it meets."""

    __slots__ = ("bits", "gezien", "normen", "vandaag")

    def __init__(self, vandaag: date | None, alle_normen: Normen | None = None) -> None:
        self.vandaag = vandaag
        self.normen = normen() if alle_normen is None else alle_normen
        self.gezien: set[type[Betekenis]] = set()
        self.bits = 0
        """The same, for the quick reading."""


Noot = tuple[tuple[int, ...], Sequence[Vondst]]
"""What does not hold of one declaration, and where it stands: numbers of the steps to it.

Of each part on the way its number after the declarations of its class, and its place in the list;
last that of the declaration. In order of these steps an object comes before its parts.
"""


Lees = Callable[[Any, Lezing], Sequence[Vondst]]


@final
@bevroren(kw_only=True)
class Toets:
    """A declaration made ready to be read from the object that holds its field."""

    betekenis: Betekenis
    veld: str
    """Name of the field on which it was declared."""
    patronen: tuple[str, ...]
    """JSON Pointers, from the object on, where it can report."""
    lees: Lees
    ook_leeg: bool = False
    """Whether it is read also when its field is left out, or an empty list."""
    met_dag: bool = False
    """Whether it is read only when the day of judging is known."""
    snel: str | None = None
    """For the quick reading: an expression that is true only where it is met, and holds.

    In it ``o`` is the object; ``v`` the value of the field, which is filled in unless `ook_leeg`;
    ``vandaag`` the day of judging, ``l`` the reading, ``w`` is free to use, and
    ``{bij}`` is the member of that name.
    """
    niet: str | None = None
    """An expression like it that is true only where it is not met, read first."""
    bij: Any = None
    hangt_aan: tuple[str, ...] = ()
    """Expressions on which alone `snel` hangs, the first not None where it is true: what held once,
    holds again."""
    vooraf: str = ""
    """An expression for ``{w}``, worked out first: then `snel` is asked of each item ``{x}`` of ``v``."""
    telt: bool = True
    """Whether meeting it means that its rule applies to the document."""
