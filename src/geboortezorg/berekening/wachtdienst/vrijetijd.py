"""Windows of 28 times 24 hours with too few free periods (Arbeidstijdenwet art. 5:9 lid 2).

A window may begin at any whole minute. What lies outside the roster is taken to be free, so a
window that falls short does so whatever else there was. Only the moments are looked at from which
a window would gain or lose a free period: a handful for each stretch between two duties.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from typing import final

from geboortezorg.berekening.tijdlijn import ETMAAL, Meetlat, Spanne, verenig
from geboortezorg.berekening.wachtdienst.normen import Grenzen
from geboortezorg.bevroren import bevroren

Wisseling = tuple[int, int, int]
"""From which begin on a window has so many free periods and so many duties more, or less."""


@final
@bevroren(kw_only=True)
class Tekort:
    """A window with too few free periods, in minutes since 1970 (UTC)."""

    begin: int
    einde: int
    altijd: bool
    """Whether windows fall short here at whatever time of day they begin.

    When not, windows that begin at some other time of day have enough: a free period that the
    edge of a window cuts in two counts for less. Where such a period counts, neither is there one
    that falls short with those.
    """


def tekorten(
    bezet: Sequence[Spanne],
    consignatie: Sequence[Spanne],
    grens: Grenzen,
    *,
    doorgesneden: bool = False,
) -> list[Tekort]:
    """Return the windows with too few separate free periods.

    `grens` has the length of a window and of a free period, and how many there are at least.
    `bezet` is what is not free, in separate stretches in order, `consignatie` included. Only
    windows that hold some consignatie are judged. Of windows that overlap the first is returned.
    With `doorgesneden` a free period that an edge of the window cuts in two may count as whole.
    """
    duur, venster = grens["duur"], grens["venster"]
    if not consignatie or not duur or not venster:  # a bound of no time is none
        return []
    delen = venster // duur, grens["minstens"]
    slecht, heel = (
        list(_slecht(sorted(_wisselingen(bezet, consignatie, duur, venster, rand)), *delen))
        for rand in (0, duur - 1 if doorgesneden else 0)
    )
    zeker = Meetlat(heel)
    uit: list[Tekort] = []
    eerste = 0
    while eerste < len(slecht):
        begin, einde = slecht[eerste]
        vanaf = max(begin, uit[-1].einde) if uit else begin
        if vanaf >= einde:
            eerste += 1
            continue
        tot = vanaf + venster
        volgende = eerste
        stukken: list[Spanne] = []
        while volgende < len(slecht) and slecht[volgende][0] < tot:
            stukken.append((max(vanaf, slecht[volgende][0]), min(tot, slecht[volgende][1])))
            volgende += 1
        altijd = _elke_kloktijd(stukken) and any(zeker.raakt(*stuk) for stuk in stukken)
        uit.append(Tekort(begin=vanaf, einde=tot, altijd=altijd))
        eerste = volgende - 1  # the last of these may go on in the next window
    return uit


def _wisselingen(
    bezet: Sequence[Spanne], consignatie: Sequence[Spanne], duur: int, venster: int, rand: int
) -> Iterator[Wisseling]:
    """Return at which begins a window gains or loses a free period, or some consignatie.

    Of a free period that an edge of the window cuts in two, `rand` may lie outside.
    """
    meest = venster // duur
    for begin, einde in consignatie:
        yield begin - venster + 1, 0, 1
        yield einde, 0, -1
    yield from _verliest(bezet[0][0] + rand, meest, duur)
    yield from _wint(bezet[-1][1] - venster - rand, meest, duur)
    for (_, vanaf), (tot, _) in pairwise(bezet):
        aantal = min(meest, (tot - vanaf) // duur)
        yield from _wint(vanaf - venster - rand, aantal, duur)
        yield from _verliest(tot + rand, aantal, duur)


def _wint(vrij_vanaf: int, aantal: int, duur: int) -> Iterator[Wisseling]:
    """Return when free periods come inside at the end of the window, given its begin then."""
    return ((vrij_vanaf + i * duur, 1, 0) for i in range(1, aantal + 1))


def _verliest(vrij_tot: int, aantal: int, duur: int) -> Iterator[Wisseling]:
    """Return when free periods fall out at the begin of the window."""
    return ((vrij_tot - i * duur + 1, -1, 0) for i in range(1, aantal + 1))


def _slecht(wisselingen: Iterable[Wisseling], vrij: int, minstens: int) -> Iterator[Spanne]:
    """Return the begins of the windows that fall short, as stretches of time in order.

    `vrij` is how many free periods a window has before anything happens.
    """
    consignaties = 0
    vanaf: int | None = None
    for moment, groep in groupby(wisselingen, key=itemgetter(0)):
        for _, erbij, consignatie in groep:
            vrij += erbij
            consignaties += consignatie
        if vrij < minstens and consignaties > 0:
            vanaf = moment if vanaf is None else vanaf
        elif vanaf is not None:
            yield vanaf, moment
            vanaf = None


def _elke_kloktijd(spannen: Iterable[Spanne]) -> bool:
    """Say whether every time of day occurs in the stretches."""
    stukken: list[Spanne] = []
    for begin, einde in spannen:
        if einde - begin >= ETMAAL:
            return True
        kloktijd = begin % ETMAAL
        klaar = kloktijd + einde - begin
        stukken += [(kloktijd, min(klaar, ETMAAL)), (0, klaar - ETMAAL)]
    return verenig(stukken) == [(0, ETMAAL)]
