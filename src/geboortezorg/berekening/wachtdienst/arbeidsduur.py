"""Windows of whole weeks with too much work.

The law says "per week" and "every 16 weeks in a row", and does not say on which day a week begins.
Weeks from Monday to Sunday are read into it by everybody; a window that begins at another moment
is found too, and told apart.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from geboortezorg.berekening.tijdlijn import WEEK, Spanne, dag, nacht, vensters


def te_drukke_weken(
    gewerkt: Sequence[Spanne], duur: int, telt: Callable[[int, int], bool], *ook: Iterable[int]
) -> tuple[list[int], bool]:
    """Return where windows end for which `telt` holds, and whether they are calendar weeks.

    Of windows that overlap one is returned. Windows that begin on another moment than a Monday
    are only looked for when no calendar weeks were found; `ook` are begins to try besides.
    """
    uit: list[int] = []
    for begin, einde in _kalenderweken(gewerkt, duur // WEEK):
        if (not uit or begin >= uit[-1]) and telt(begin, einde):
            uit.append(einde)
    if uit:
        return uit, True
    begins = {begin for begin, _ in gewerkt}
    begins |= {einde - duur for _, einde in gewerkt}
    begins = begins.union(*ook)
    gevonden = vensters(begins, duur, lambda begin: telt(begin, begin + duur))
    return [begin + duur for begin in gevonden], False


def _kalenderweken(gewerkt: Iterable[Spanne], weken: int) -> list[Spanne]:
    """Return the windows of so many calendar weeks that begin in a week with work, in order."""
    maandagen: set[dt.date] = set()
    for begin, einde in gewerkt:
        eerste = _maandag(dag(begin))
        maandagen |= {eerste, _maandag(dag(einde - 1))}
        if einde - begin > WEEK:
            maandagen.add(eerste + dt.timedelta(weeks=1))
    return [
        (nacht(maandag)[0], nacht(maandag + dt.timedelta(weeks=weken))[0])
        for maandag in sorted(maandagen)
    ]


def _maandag(op: dt.date) -> dt.date:
    return op - dt.timedelta(days=op.weekday())
