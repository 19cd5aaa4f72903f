"""How much may be worked with consignatie at night (Arbeidstijdenwet art. 5:9 lid 5 and 6).

From so many nightly consignaties in 16 weeks on, the work in those weeks is bounded on average: at
40 hours a week, or at 45 when there were eight hours of rest after the calls in the night.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import final

from geboortezorg.berekening.tijdlijn import (
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
from geboortezorg.berekening.wachtdienst.normen import Grenzen
from geboortezorg.bevroren import bevroren


@final
@bevroren(kw_only=True)
class Overschrijding:
    """A window with too much work, in minutes since 1970 (UTC)."""

    begin: int
    einde: int
    maximum: int
    """Most minutes a week that are allowed in it, on average."""


@final
class Telling:
    """How many stretches lie inside a window as a whole, by where the window begins."""

    __slots__ = ("laatste", "vanaf")

    def __init__(self, spannen: Iterable[Spanne], venster: int) -> None:
        """Take the stretches, and the length of a window."""
        passend = [spanne for spanne in spannen if spanne[1] - spanne[0] <= venster]
        self.vanaf = sorted(einde - venster for _, einde in passend)
        self.laatste = sorted(begin for begin, _ in passend)

    def binnen(self, begin: int) -> int:
        """Return how many lie in the window from `begin` on."""
        return bisect_right(self.vanaf, begin) - bisect_left(self.laatste, begin)


def overschrijdingen(rooster: Bezetting, grens: Grenzen, *, ruim: bool) -> list[Overschrijding]:
    """Return the windows with more work than is allowed with that many nightly consignaties.

    `ruim` reads in favour of the roster what the law leaves open: a consignatie counts once,
    however many nights it covers, and only work that did not follow from a call interrupts a
    rest. Without it each night counts, and so does each interruption. A window may begin at any
    whole minute; of windows that overlap one is returned.
    """
    duur = grens["venster"]
    consignaties = Telling(_nachtelijk(rooster, ruim=ruim), duur)
    zonder_rust = Telling(_zonder_rust(rooster, grens, ruim=ruim), duur)
    begins = {begin for begin, _ in rooster.geteld}
    begins |= {einde - duur for _, einde in rooster.geteld}
    for telling in (consignaties, zonder_rust):
        begins |= {*telling.vanaf, *telling.laatste}
    meetlat = Meetlat(rooster.geteld)

    def maximum(begin: int) -> int:
        return grens["gemiddeld" if zonder_rust.binnen(begin) else "gemiddeld.met-rust"]

    def te_veel(begin: int) -> bool:
        if consignaties.binnen(begin) < grens["keer"]:
            return False
        return meetlat.gedekt(begin, begin + duur) * WEEK > maximum(begin) * duur

    return [
        Overschrijding(begin=begin, einde=begin + duur, maximum=maximum(begin))
        for begin in vensters(begins, duur, te_veel)
    ]


def _nachtelijk(rooster: Bezetting, *, ruim: bool) -> list[Spanne]:
    """Return the consignaties that lie in the night at least in part, or each of their nights."""
    if ruim:
        return [
            (begin, einde) for begin, einde, _ in rooster.consignatie if raakt_nacht((begin, einde))
        ]
    return [deel for spanne in rooster.consignaties for deel in nachten(spanne)]


def _zonder_rust(rooster: Bezetting, grens: Grenzen, *, ruim: bool) -> list[Spanne]:
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
        if not _rust(oproep[1], uren[1], gewoon, alles, grens, ruim=ruim)
    ]


def _rust(
    klaar: int, zes_uur: int, gewoon: Meetlat, alles: Meetlat, grens: Grenzen, *, ruim: bool
) -> bool:
    """Say whether eight hours of rest follow on a call, or fall on that day when a shift does."""
    rust = alles.rust_vanaf(klaar)
    if rust is None or rust >= grens["rust"]:
        return True
    sluit_aan = ruim or gewoon.rust_vanaf(klaar) == 0
    overdag = alles.langste_rust(max(zes_uur, klaar), zes_uur + grens["rustdag"])
    return sluit_aan and overdag >= grens["rust"]
