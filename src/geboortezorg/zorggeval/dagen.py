"""How minutes that were declared over days can lie on those days."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from heapq import heappop, heappush
from itertools import pairwise
from typing import Final, NamedTuple, final

from geboortezorg.bevroren import veranderlijk
from geboortezorg.geld import Exact
from geboortezorg.tijd import dagen_tussen

ETMAAL_MINUTEN: Final = 1440

_LEDEN: Final = ("van", "tot_en_met", "minuten")

_EEN_DAG: Final = timedelta(days=1)


@veranderlijk(kw_only=True, weakref_slot=False)
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
    if isinstance(per_dag, int):
        eerste, laatste, minuten = ([getattr(deel, naam) for deel in zorg] for naam in _LEDEN)
        if _elk_een_dag(eerste, laatste):
            te_veel = [(dag, n) for n, dag in enumerate(eerste) if minuten[n] > per_dag]
            return min(te_veel)[1] if te_veel else None
        alles = beeld(eerste, laatste, minuten)
        if alles is not None and alles.drukste <= per_dag:
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


def _elk_een_dag(eerste: Sequence[date], laatste: Sequence[date]) -> bool:
    """Say whether each part, by its first and its last day, has a day of its own."""
    return eerste == laatste and len(set(eerste)) == len(eerste)


@final
class Beeld(NamedTuple):
    """Care over days at a glance."""

    eerste: date
    laatste: date
    minuten: Exact
    drukste: Exact
    """What the fullest day needs to hold at most, with the care over several days well spread."""


def beeld(
    eerste: Sequence[date], laatste: Sequence[date], minuten: Sequence[Exact]
) -> Beeld | None:
    """Return care at a glance, of the first days, the last days and the minutes of its parts.

    None without any care, or with a reversed period. The fullest day of the care that is on one
    day each is taken to get all the rest as well, spread evenly over its own days: some spread
    gives no day more than that. Whether a fuller day can do with less, only
    :func:`eerste_die_niet_past` knows.
    """
    if eerste and _elk_een_dag(eerste, laatste):
        return Beeld(min(eerste), max(eerste), sum(minuten), max(minuten))
    op_een_dag: dict[date, Exact] = {}
    dagen: list[date] = []
    verspreid: Exact = 0
    omgekeerd = False
    for van, tot_en_met, deel in zip(eerste, laatste, minuten, strict=True):
        if van == tot_en_met:
            op_een_dag[van] = op_een_dag.get(van, 0) + deel
        elif van > tot_en_met:
            omgekeerd = True
        else:
            dagen += (van, tot_en_met)
            verspreid += -(-deel // (dagen_tussen(van, tot_en_met) + 1))
    dagen += op_een_dag
    if omgekeerd or not dagen:
        return None
    drukste = verspreid + max(op_een_dag.values(), default=0)
    return Beeld(min(dagen), max(dagen), sum(minuten), drukste)
