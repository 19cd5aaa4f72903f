"""One record of a message, as it was read. It shows no value unless it is asked for one."""

from datetime import date
from typing import final

from geboortezorg.bevroren import bevroren
from geboortezorg.ei.fout import EIFout
from geboortezorg.ei.indeling import Recordvorm, is_leeg, lees_dag
from geboortezorg.model.ei import EIRecordrol


@final
@bevroren(repr=False)
class Record:
    """A record with its faults; `nummer` counts the records of the message from 1."""

    nummer: int
    vorm: Recordvorm | None
    """Its kind; None when the layout has no such kind."""
    tekst: str
    """As it was read, as long as the layout says."""
    fouten: tuple[EIFout, ...] = ()
    """The faults found here, those in the frame among them; one may be about an earlier record."""

    @property
    def rol(self) -> EIRecordrol | None:
        """What the record is for; None when the layout has no such kind."""
        return None if self.vorm is None else self.vorm.rol

    def ruw(self, naam: str) -> str:
        """Return the characters of a field; empty when the layout has no field of that name."""
        plaats = None if self.vorm is None else self.vorm.plaatsen.get(naam)
        return "" if plaats is None else self.tekst[plaats]

    def waarde(self, naam: str) -> str | None:
        """Return the content of a field without the spaces that fill it; None without content."""
        veld = None if self.vorm is None else self.vorm.velden.get(naam)
        if veld is None:
            return None
        ruw = self.ruw(naam)
        return None if is_leeg(ruw, veld) else ruw.rstrip(" ")

    def getal(self, naam: str) -> int | None:
        """Return the number in a field; zero is one. None when it holds no digits."""
        ruw = self.ruw(naam)
        return int(ruw) if ruw.isascii() and ruw.isdigit() else None

    def dag(self, naam: str) -> date | None:
        """Return the date in a field; None without one, and when it is no date."""
        waarde = self.waarde(naam)
        return None if waarde is None else lees_dag(waarde)

    def __repr__(self) -> str:
        """Return the number and the kind of the record, and no more."""
        kenmerk = "?" if self.vorm is None else self.vorm.kenmerk
        return f"Record({self.nummer}, {kenmerk})"
