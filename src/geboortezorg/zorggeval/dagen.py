"""How minutes that were declared over days can lie on those days."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from heapq import heappop, heappush
from itertools import pairwise
from typing import Final, final

import attrs

from geboortezorg.geld import Exact
from geboortezorg.tijd import dagen_tussen

ETMAAL_MINUTEN: Final = 1440

_EEN_DAG: Final = timedelta(days=1)


@final
@attrs.define(kw_only=True, weakref_slot=False)
class Dagzorg:
    """Minutes of care somewhere within a number of days, ends included.

    Nobody changes one. It is not frozen because there are many, and that makes each dear to make.
    """

    van: date
    tot_en_met: date
    minuten: Exact


def eerste_die_niet_past(
    zorg: Sequence[Dagzorg], per_dag: int | Mapping[date, Exact] = ETMAAL_MINUTEN
) -> int | None:
    """Return the place of care that cannot lie within its days, or None when all of it can.

    Nobody says how care over several days is spread, so every spread is allowed that leaves at
    most `per_dag` minutes on each day. What must be done first is put on the days first: when
    that fails no spread exists. A reversed period has no days, and holds nothing.

    `per_dag` is the room of every day, or that of the days that have any. The cost follows the
    number of parts and of such days, however long the periods.
    """
    if isinstance(per_dag, int) and _past_zo(zorg, per_dag):
        return None
    grenzen = {dag for deel in zorg for dag in (deel.van, deel.tot_en_met + _EEN_DAG)}
    if not isinstance(per_dag, int):
        grenzen.update(dag + na for dag in per_dag for na in (timedelta(), _EEN_DAG))
    op_begin = sorted(range(len(zorg)), key=lambda plaats: zorg[plaats].van, reverse=True)
    wachtend: list[tuple[date, int]] = []
    over = [deel.minuten for deel in zorg]
    for begin, einde in pairwise(sorted(grenzen)):
        while op_begin and zorg[op_begin[-1]].van <= begin:
            plaats = op_begin.pop()
            heappush(wachtend, (zorg[plaats].tot_en_met, plaats))
        ruimte: Exact
        if isinstance(per_dag, int):
            ruimte = (einde - begin).days * per_dag
        else:
            ruimte = per_dag.get(begin, 0)
        while wachtend and (ruimte or wachtend[0][0] < begin):
            tot_en_met, plaats = wachtend[0]
            if tot_en_met < begin:
                return plaats
            deel = min(ruimte, over[plaats])
            ruimte -= deel
            over[plaats] -= deel
            if over[plaats]:
                break
            heappop(wachtend)
    return next((plaats for plaats, minuten in enumerate(over) if minuten), None)


def _past_zo(zorg: Sequence[Dagzorg], per_dag: int) -> bool:
    """Say whether it is plain that all care fits, as it is most often.

    It does when all care is on one day each and no day has too much; and when all care, spread
    evenly over its own days, would even fit on one day together.
    """
    dagen: dict[date, Exact] = {}
    gelijk: Exact = 0
    elk_een_dag = True
    for deel in zorg:
        minuten, aantal = deel.minuten, dagen_tussen(deel.van, deel.tot_en_met) + 1
        if aantal < 1:
            return False
        if aantal == 1:
            dagen[deel.van] = dagen.get(deel.van, 0) + minuten
        else:
            elk_een_dag = False
            minuten = -(-minuten // aantal)
        gelijk += minuten
    return gelijk <= per_dag or (
        elk_een_dag and all(minuten <= per_dag for minuten in dagen.values())
    )
