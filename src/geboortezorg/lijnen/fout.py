"""Why a koppeling, or a file read through one, is refused as a whole, or not read to its end.

A message names a place in the koppeling and a line of its file. It never repeats a value, a key or
the title of a column.
"""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, Final, final

from geboortezorg.bevroren import bevroren
from geboortezorg.tekst import TEKSTREGEL, Tekst, TekstFout, Tweetalig

_MAX_GETOOND: Final = 20
_MEER: Final = Tekst("en nog {} meldingen", "and {} more messages")


@final
@bevroren(kw_only=True)
class Gebrek:
    """One thing that is wrong, and what to do about it."""

    pad: tuple[str, ...]
    """The place in the koppeling: names of its own keys and of members of the document."""
    tekst: Tekst
    tekstregel: int | None = None
    """The line of a TOML text, when known."""

    def toon(self, taal: str) -> str:
        """Return the message on one line, in Dutch or English."""
        nummer = self.tekstregel
        delen = [] if nummer is None else [TEKSTREGEL.in_taal(taal).format(nummer=nummer)]
        delen += [".".join(self.pad)] if self.pad else []
        tekst = self.tekst.in_taal(taal)
        return f"{', '.join(delen)}: {tekst}" if delen else tekst


class KoppelingFout(TekstFout):
    """A koppeling cannot be used, by itself or for this file. `gebreken` lists why."""

    def __init__(self, gebreken: Iterable[Gebrek], *, onleesbaar: bool = False) -> None:
        self.gebreken: tuple[Gebrek, ...] = tuple(gebreken)
        self.onleesbaar = onleesbaar
        """Whether there is no file to be read at all."""
        super().__init__(Tekst("\n".join(self.toon("nl")), "\n".join(self.toon("en"))))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by the messages, so that the exception survives a process boundary."""
        return partial(type(self), onleesbaar=self.onleesbaar), (self.gebreken,)

    def toon(self, taal: str) -> Sequence[str]:
        """Return the messages, each on one line; of very many the first."""
        tonen = [gebrek.toon(taal) for gebrek in self.gebreken[:_MAX_GETOOND]]
        meer = len(self.gebreken) - _MAX_GETOOND
        return [*tonen, _MEER.in_taal(taal).format(meer)] if meer > 0 else tonen


class Opslagfout(Tweetalig, OSError):
    """Rows that are not sorted cannot be brought together: the disk for that is full, or broken."""
