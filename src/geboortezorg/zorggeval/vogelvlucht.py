"""Lines at a glance: what they say of their days together."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, final

from geboortezorg.tijd import dagen_tussen
from geboortezorg.zorggeval.post import Post


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


def vogelvlucht(posten: Sequence[Post]) -> Vogelvlucht:
    """Return lines at a glance, of which there is at least one."""
    begin: list[date] = []
    einde: list[date] = []
    op_een_dag, omgekeerd = True, False
    for post in posten:
        periode = post.declaratieregel.periode
        van, tot_en_met = periode.van, periode.tot_en_met
        begin.append(van)
        einde.append(tot_en_met)
        if tot_en_met != van:
            op_een_dag = False
            omgekeerd = omgekeerd or tot_en_met < van
    return Vogelvlucht(min(begin), max(einde), op_een_dag, omgekeerd)
