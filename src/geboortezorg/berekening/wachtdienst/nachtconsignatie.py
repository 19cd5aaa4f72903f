"""How much may be worked with consignatie at night (Arbeidstijdenwet art. 5:9 lid 5 and 6).

From 16 nightly consignaties in 16 weeks on, the work in those weeks is at most 40 hours a week on
average; or 45, when there were eight hours of rest after the calls in the night.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Final, final

import attrs

from geboortezorg.berekening.tijdlijn import (
    UUR,
    WEEK,
    Meetlat,
    Spanne,
    dag,
    nacht,
    nachten,
    raakt_nacht,
    vensters,
    verenig,
)
from geboortezorg.berekening.wachtdienst.arbeidstijd import Deelsoort
from geboortezorg.berekening.wachtdienst.consignatie import Bezetting

WEKEN: Final = 16
VENSTER: Final = WEKEN * WEEK
"""The window: 16 weeks in a row."""

NACHTELIJKE_CONSIGNATIES: Final = 16
"""From so many in a window on the bounds hold."""

GEMIDDELD: Final = 40
GEMIDDELD_MET_RUST: Final = 45
"""Most hours of work a week on average: in any case, and with the rest of lid 6."""

RUST: Final = 8 * UUR
"""Rest after the last call that came between 00.00 and 06.00."""

RUSTDAG: Final = 18 * UUR
"""The period from 06.00 in which that rest falls when a shift follows right on the call."""


@final
@attrs.frozen(kw_only=True)
class Overschrijding:
    """A window with too much work, in minutes since 1970 (UTC)."""

    begin: int
    einde: int
    maximum_uren: int
    """Most hours a week that are allowed in it, on average."""


@final
class _Telling:
    """How many stretches lie inside a window as a whole, by where the window begins."""

    __slots__ = ("laatste", "vanaf")

    def __init__(self, spannen: Iterable[Spanne]) -> None:
        passend = [spanne for spanne in spannen if spanne[1] - spanne[0] <= VENSTER]
        self.vanaf = sorted(einde - VENSTER for _, einde in passend)
        self.laatste = sorted(begin for begin, _ in passend)

    def binnen(self, begin: int) -> int:
        return bisect_right(self.vanaf, begin) - bisect_left(self.laatste, begin)


def overschrijdingen(rooster: Bezetting, *, ruim: bool) -> list[Overschrijding]:
    """Return the windows with more work than is allowed with that many nightly consignaties.

    `ruim` reads in favour of the roster what the law leaves open: a consignatie counts once,
    however many nights it covers, and only work that did not follow from a call interrupts a
    rest. Without it each night counts, and so does each interruption. A window may begin at any
    whole minute; of windows that overlap one is returned.
    """
    consignaties = _Telling(_nachtelijk(rooster, ruim=ruim))
    zonder_rust = _Telling(_zonder_rust(rooster, ruim=ruim))
    begins = {begin for begin, _ in rooster.geteld}
    begins |= {einde - VENSTER for _, einde in rooster.geteld}
    for telling in (consignaties, zonder_rust):
        begins |= {*telling.vanaf, *telling.laatste}
    meetlat = Meetlat(rooster.geteld)

    def maximum(begin: int) -> int:
        return GEMIDDELD if zonder_rust.binnen(begin) else GEMIDDELD_MET_RUST

    def te_veel(begin: int) -> bool:
        if consignaties.binnen(begin) < NACHTELIJKE_CONSIGNATIES:
            return False
        return meetlat.gedekt(begin, begin + VENSTER) > maximum(begin) * WEKEN * UUR

    return [
        Overschrijding(begin=begin, einde=begin + VENSTER, maximum_uren=maximum(begin))
        for begin in vensters(begins, VENSTER, te_veel)
    ]


def _nachtelijk(rooster: Bezetting, *, ruim: bool) -> list[Spanne]:
    """Return the consignaties that lie in the night at least in part, or each of their nights."""
    if ruim:
        return [
            (begin, einde) for begin, einde, _ in rooster.consignatie if raakt_nacht((begin, einde))
        ]
    return [deel for spanne in rooster.consignaties for deel in nachten(spanne)]


def _zonder_rust(rooster: Bezetting, *, ruim: bool) -> list[Spanne]:
    """Return the last calls of a night after which the rest of lid 6 did not follow."""
    gewerkt = Meetlat(
        verenig(deel.spanne for deel in rooster.oproepen if deel.deelsoort is not Deelsoort.MINIMUM)
    )
    laatste: dict[Spanne, Spanne] = {}
    for moment in rooster.oproepmomenten:
        uren = nacht(dag(moment))
        if moment < uren[1]:
            einde = gewerkt.eindes[bisect_right(gewerkt.begins, moment) - 1]
            laatste[uren] = (moment, einde)
    gewoon = Meetlat(rooster.arbeid)
    alles = gewoon if ruim else Meetlat(rooster.gewerkt)
    return [
        oproep
        for uren, oproep in laatste.items()
        if not _rust(oproep[1], uren[1], gewoon, alles, ruim=ruim)
    ]


def _rust(klaar: int, zes_uur: int, gewoon: Meetlat, alles: Meetlat, *, ruim: bool) -> bool:
    """Say whether eight hours of rest follow on a call, or fall on that day when a shift does."""
    rust = alles.rust_vanaf(klaar)
    if rust is None or rust >= RUST:
        return True
    sluit_aan = ruim or gewoon.rust_vanaf(klaar) == 0
    return sluit_aan and alles.langste_rust(max(zes_uur, klaar), zes_uur + RUSTDAG) >= RUST
