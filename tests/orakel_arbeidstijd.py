"""The general bounds on work the slow way: hour by hour, straight from the law.

For rosters in whole hours of employees of 18 and older, without deviations. It shares no code with
the rules but the clock: an hour is the number of hours since 1970 (UTC).
"""

from collections.abc import Callable
from itertools import pairwise

from geboortezorg.berekening.tijdlijn import tijdstip

DAG, WEEK = 24, 168

Oordeel = bool | None
"""Whether a bound is broken; None when the law does not say how it counts."""


def diensten(uren: set[int]) -> list[list[int]]:
    """Return the hours of work by shift: eight hours without work lie between two."""
    uit: list[list[int]] = []
    for uur in sorted(uren):
        if uit and uur - uit[-1][-1] <= 8:
            uit[-1].append(uur)
        else:
            uit.append([uur])
    return uit


def nacht(dienst: list[int]) -> bool:
    """Say whether more than one hour lies between 00.00 and 06.00."""
    return sum(tijdstip(uur * 60).hour < 6 for uur in dienst) > 1


def laat(dienst: list[int]) -> bool:
    """Say whether it is a night shift of which an hour lies after 02.00 at its end."""
    return nacht(dienst) and tijdstip(dienst[-1] * 60).hour >= 2


def langste_vrij(uren: set[int], begin: int, duur: int) -> list[int]:
    """Return the lengths of the free stretches in a window."""
    uit, vrij = [], 0
    for uur in range(begin, begin + duur):
        if uur in uren:
            uit.append(vrij)
            vrij = 0
        else:
            vrij += 1
    return [*uit, vrij]


def weken(uren: set[int], aantal: int, telt: Callable[[set[int]], bool]) -> Oordeel:
    """Say whether some calendar weeks hold too much; None when only other days do."""
    if not uren:
        return False
    per_week: dict[int, set[int]] = {}
    for uur in uren:
        op = tijdstip(uur * 60).date()
        per_week.setdefault((op.toordinal() - 1) // 7, set()).add(uur)
    for week in per_week:
        if telt(set().union(*(per_week.get(week + n, set()) for n in range(aantal)))):
            return True
    randen = {uur + d for uur in uren for d in (0, 1)}
    begins = randen | {uur - aantal * WEEK for uur in randen}
    los = any(telt({u for u in uren if b <= u < b + aantal * WEEK}) for b in begins)
    return None if los else False


def te_vaak(spannen: list[tuple[int, int]], meest: int, duur: int) -> Oordeel:
    """Say whether more than so many lie in a window; None when one lies in it in part."""
    uitkomst: Oordeel = False
    for eerste, _ in spannen:
        if sum(eerste <= b and e <= eerste + duur for b, e in spannen) > meest:
            return True
        if sum(eerste <= b < eerste + duur for b, _ in spannen) > meest:
            uitkomst = None
    return uitkomst


def samen(*oordelen: Oordeel) -> Oordeel:
    """Return the worst."""
    return True if True in oordelen else None if None in oordelen else False


def oordeel(uren: set[int]) -> dict[str, Oordeel]:
    """Return for each rule whether its bound is broken by the hours that were worked."""
    alle = diensten(uren)
    nachten = [dienst for dienst in alle if nacht(dienst)]
    rusten = [(een, ander, ander[0] - een[-1] - 1) for een, ander in pairwise(alle)]
    return {
        "GZ-WACHT-017": any(len(dienst) > 12 for dienst in alle),
        "GZ-WACHT-018": weken(uren, 1, lambda werk: len(werk) > 60),
        "GZ-WACHT-019": weken(uren, 4, lambda werk: len(werk) > 220),
        "GZ-WACHT-020": _zestien_weken(uren, nachten),
        "GZ-WACHT-021": _dagelijks(uren, alle),
        "GZ-WACHT-022": _wekelijks(uren, alle),
        "GZ-WACHT-024": _lange_nacht(nachten, rusten),
        "GZ-WACHT-025": te_vaak(
            [(d[-1] + 1, a[0]) for d, a, r in rusten if laat(d) and len(d) <= 10 and r < 14],
            1,
            WEEK,
        ),
        "GZ-WACHT-026": _reeks(alle),
        "GZ-WACHT-027": te_vaak([(d[0], d[-1] + 1) for d in alle if laat(d)], 36, 16 * WEEK),
    }


def _zestien_weken(uren: set[int], nachten: list[list[int]]) -> Oordeel:
    def met_nachten(werk: set[int]) -> bool:
        return len(werk) > 640 and sum(set(dienst) <= werk for dienst in nachten) >= 16

    ruim = weken(uren, 16, lambda werk: len(werk) > 768)
    return ruim if ruim is not False else weken(uren, 16, met_nachten)


def _dagelijks(uren: set[int], alle: list[list[int]]) -> Oordeel:
    rust = {dienst[0]: max(langste_vrij(uren, dienst[0], DAG)) for dienst in alle}
    kort = [(begin, begin + DAG) for begin, vrij in rust.items() if 8 <= vrij < 11]
    return samen(any(vrij < 8 for vrij in rust.values()), te_vaak(kort, 1, WEEK))


def _wekelijks(uren: set[int], alle: list[list[int]]) -> Oordeel:
    kort = {d[0] for d in alle if max(langste_vrij(uren, d[0], WEEK)) < 36}
    lang = {
        d[0]
        for d in alle
        if sum(vrij for vrij in langste_vrij(uren, d[0], 2 * WEEK) if vrij >= 32) < 72
    }
    return True if kort & lang else None if kort and lang else False


def _lange_nacht(
    nachten: list[list[int]], rusten: list[tuple[list[int], list[int], int]]
) -> Oordeel:
    lang = [(dienst[0], dienst[-1] + 1) for dienst in nachten if len(dienst) > 10]
    te_kort = any(nacht(een) and len(een) > 10 and rust < 12 for een, _, rust in rusten)
    te_lang = any(len(dienst) > 12 for dienst in nachten)
    return samen(te_kort, te_lang, te_vaak(lang, 5, 2 * WEEK), te_vaak(lang, 22, 52 * WEEK))


def _reeks(alle: list[list[int]]) -> Oordeel:
    uitkomst: Oordeel = False
    for plaats, (een, ander) in enumerate(pairwise(alle)):
        rust = ander[0] - een[-1] - 1
        reeks = [een]
        for eerder in reversed(alle[:plaats]):
            if reeks[0][0] - eerder[-1] - 1 >= DAG:
                break
            reeks.insert(0, eerder)
        drie = len(reeks) >= 3 and all(nacht(dienst) for dienst in reeks[-3:])
        doorgaan = nacht(ander) and rust < DAG
        if drie and not doorgaan and rust < 46:
            uitkomst = samen(uitkomst, None if nacht(ander) else True)
        heel = [*reeks, ander] if rust < DAG else reeks
        if len(heel) > 7 and any(nacht(dienst) for dienst in heel):
            return True
    return uitkomst
