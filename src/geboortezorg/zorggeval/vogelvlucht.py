"""Lines at a glance: what they say of their days together."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, final

from geboortezorg.tijd import dagen_tussen

if TYPE_CHECKING:
    from geboortezorg.zorggeval.groep import Groep


@final
class Vogelvlucht:
    """The days of some lines. What holds for these holds for each of them."""

    __slots__ = ("eerste", "laatste", "omgekeerd", "op_een_dag")

    def __init__(self, eerste: date, laatste: date, *, op_een_dag: bool, omgekeerd: bool) -> None:
        self.eerste = eerste
        """The earliest first day."""
        self.laatste = laatste
        """The latest last day, or first day of a reversed period."""
        self.op_een_dag = op_een_dag
        """Whether each is of one day."""
        self.omgekeerd = omgekeerd
        """Whether one of them ends before it begins."""

    def binnen(self, dagen: int) -> bool:
        """Say whether no line begins more than so many days after another one."""
        return dagen_tussen(self.eerste, self.laatste) <= dagen and not self.omgekeerd

    def voorbij_op(self, dag: date) -> bool:
        """Say whether no line begins or ends after a day."""
        return self.laatste <= dag


def vogelvlucht(groepen: "Sequence[Groep]") -> Vogelvlucht:
    """Return the lines of groups at a glance."""
    eerste, laatste, op_een_dag, omgekeerd = date.max, date.min, True, False
    for groep in groepen:
        van, tot_en_met = groep.eerste, groep.laatste
        eerste = van if van < eerste else eerste
        laatste = tot_en_met if tot_en_met > laatste else laatste
        if not groep.op_een_dag:
            op_een_dag = False
            if groep.omgekeerd:
                omgekeerd, laatste = True, max(laatste, groep.laatste_begin)
    return Vogelvlucht(eerste, laatste, op_een_dag=op_een_dag, omgekeerd=omgekeerd)
