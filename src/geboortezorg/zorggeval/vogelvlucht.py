"""Lines at a glance: what they say of their days together."""

from collections.abc import Sequence
from datetime import date
from operator import gt
from typing import NamedTuple, final

from geboortezorg.tijd import dagen_tussen


@final
class Vogelvlucht(NamedTuple):
    """The days of some lines. What holds for these holds for each of them."""

    eerste: date
    """The earliest first day."""
    laatste: date
    """The latest last day."""
    op_een_dag: bool
    """Whether each is of one day."""
    omgekeerd: bool
    """Whether one of them ends before it begins."""

    def binnen(self, dagen: int) -> bool:
        """Say whether no line begins more than so many days after another one."""
        return dagen_tussen(self.eerste, self.laatste) <= dagen and not self.omgekeerd

    def voorbij_op(self, dag: date) -> bool:
        """Say whether no line begins or ends after a day."""
        return self.laatste <= dag and not self.omgekeerd


def vogelvlucht(begin: Sequence[date], einde: Sequence[date]) -> Vogelvlucht:
    """Return lines at a glance by their first and their last days, in the same order."""
    op_een_dag = begin == einde
    omgekeerd = not op_een_dag and any(map(gt, begin, einde))
    return Vogelvlucht(min(begin), max(einde), op_een_dag, omgekeerd)
