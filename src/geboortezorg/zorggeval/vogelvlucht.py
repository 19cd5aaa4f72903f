"""Lines at a glance: what they say of their days together."""

from datetime import date
from typing import final

from geboortezorg.tijd import dagen_tussen


@final
class Vogelvlucht:
    """The days of some lines. What holds for these holds for each of them."""

    __slots__ = ("eerste", "laatste", "omgekeerd")

    def __init__(self, eerste: date, laatste: date, *, omgekeerd: bool) -> None:
        self.eerste = eerste
        """The earliest first day."""
        self.laatste = laatste
        """The latest last day, or first day of a reversed period."""
        self.omgekeerd = omgekeerd
        """Whether one of them ends before it begins."""

    def binnen(self, dagen: int) -> bool:
        """Say whether no line begins more than so many days after another one."""
        return dagen_tussen(self.eerste, self.laatste) <= dagen and not self.omgekeerd

    def voorbij_op(self, dag: date) -> bool:
        """Say whether no line begins or ends after a day."""
        return self.laatste <= dag
