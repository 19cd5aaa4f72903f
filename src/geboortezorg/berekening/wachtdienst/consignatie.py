"""A roster as stretches of time, and the bounds of art. 5:9 lid 3 and 4 of the Arbeidstijdenwet."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Final, final

import attrs

from geboortezorg.berekening.tijdlijn import (
    ETMAAL,
    UUR,
    Meetlat,
    Spanne,
    minuut,
    nachten,
    vensters,
    verenig,
)
from geboortezorg.berekening.wachtdienst.arbeidstijd import (
    Deel,
    Deelsoort,
    delen,
    gewerkte_oproepen,
)
from geboortezorg.model.wachtdienst import (
    Tijdruimte,
    Wachtdienst,
    Wachtdienstrooster,
    Wachtdienstsoort,
)

VOOR_NACHTDIENST: Final = 11 * UUR
NA_NACHTDIENST: Final = 14 * UUR
"""Time without consignatie before and after a night shift (lid 3)."""

MAXIMUM_PER_ETMAAL: Final = 13 * UUR
"""Most work in 24 hours in a row (lid 4)."""

RUST_TUSSEN_DIENSTEN: Final = 8 * UUR
"""Rest that separates one shift from the next (art. 1:7)."""

NACHTARBEID: Final = UUR
"""A shift with more work than this between 00.00 and 06.00 is a night shift (art. 1:7)."""


@final
@attrs.frozen(kw_only=True)
class Bezetting:
    """One roster as stretches of time, in minutes since 1970 (UTC)."""

    consignatie: tuple[tuple[int, int, int], ...]
    """Begin, end and position in the roster of each consignatie, in order."""
    arbeid: list[Spanne]
    """Work that did not follow from a call."""
    oproepen: list[Deel]
    """Working time from calls during consignatie."""
    oproepmomenten: tuple[int, ...]
    """When the calls came that led to work, in order."""
    consignaties: list[Spanne]
    """All time with consignatie."""
    gewerkt: list[Spanne]
    """All time worked, after a call during any kind of wachtdienst and otherwise."""
    geteld: list[Spanne]
    """The same, with what is added to come to half an hour after a call."""
    langste: tuple[int, ...]
    """For each consignatie: the position of the one that lasts longest of those until there."""

    def wachtdienst_voor(self, moment: int) -> int:
        """Return the position of the consignatie that lasts longest of those begun before it."""
        return self.langste[bisect_left(self.consignatie, moment, key=itemgetter(0)) - 1]


def _spanne(van: Tijdruimte | Wachtdienst) -> Spanne:
    return minuut(van.begin), minuut(van.einde)


def bezetting(rooster: Wachtdienstrooster) -> Bezetting:
    """Return the stretches of a roster; what ends before it begins is left out."""
    eigen = [
        (nummer, dienst)
        for nummer, dienst in enumerate(rooster.wachtdiensten)
        if dienst.wachtdienstsoort is Wachtdienstsoort.CONSIGNATIE and dienst.einde > dienst.begin
    ]
    consignatie = sorted((*_spanne(dienst), nummer) for nummer, dienst in eigen)
    arbeid = verenig(map(_spanne, rooster.arbeid))
    oproepen = delen(eigen)
    overig = [
        _spanne(oproep.gewerkt)
        for dienst in rooster.wachtdiensten
        if dienst.wachtdienstsoort is not Wachtdienstsoort.CONSIGNATIE
        for oproep in dienst.oproepen
        if oproep.gewerkt is not None
    ]
    werkelijk = [deel.spanne for deel in oproepen if deel.deelsoort is not Deelsoort.MINIMUM]
    return Bezetting(
        consignatie=tuple(consignatie),
        arbeid=arbeid,
        oproepen=oproepen,
        oproepmomenten=tuple(moment for moment, _, _ in gewerkte_oproepen(eigen)),
        consignaties=verenig((begin, einde) for begin, einde, _ in consignatie),
        gewerkt=verenig([*arbeid, *werkelijk, *overig]),
        geteld=verenig([*arbeid, *(deel.spanne for deel in oproepen), *overig]),
        langste=tuple(_langste(consignatie)),
    )


def _langste(consignatie: Iterable[tuple[int, int, int]]) -> list[int]:
    uit: list[int] = []
    verste = 0
    for _, einde, nummer in consignatie:
        if not uit or einde >= verste:
            verste = einde
            uit.append(nummer)
        else:
            uit.append(uit[-1])
    return uit


def nachtdiensten(arbeid: Sequence[Spanne]) -> list[Spanne]:
    """Return the night shifts: shifts with more than an hour of work between 00.00 and 06.00.

    `arbeid` is the work that did not follow from a call, in separate stretches in order. Work
    with less than eight hours of rest between belongs to one shift.
    """
    diensten: list[list[Spanne]] = []
    for spanne in arbeid:
        if diensten and spanne[0] - diensten[-1][-1][1] < RUST_TUSSEN_DIENSTEN:
            diensten[-1].append(spanne)
        else:
            diensten.append([spanne])
    return [
        (dienst[0][0], dienst[-1][1])
        for dienst in diensten
        if sum(tot - van for spanne in dienst for van, tot in nachten(spanne)) > NACHTARBEID
    ]


def voor_nachtdienst(rooster: Bezetting, diensten: Sequence[Spanne]) -> list[int]:
    """Return the positions of the consignaties within the 11 hours before a night shift."""
    return _raakt(rooster, ((begin - VOOR_NACHTDIENST, begin) for begin, _ in diensten))


def na_nachtdienst(rooster: Bezetting, diensten: Sequence[Spanne]) -> list[int]:
    """Return the positions of the consignaties within the 14 hours after a night shift."""
    return _raakt(rooster, ((einde, einde + NA_NACHTDIENST) for _, einde in diensten))


def _raakt(rooster: Bezetting, verboden: Iterable[Spanne]) -> list[int]:
    meetlat = Meetlat(verenig(verboden))
    return [nummer for begin, einde, nummer in rooster.consignatie if meetlat.raakt(begin, einde)]


def te_veel_arbeid(rooster: Bezetting) -> list[Spanne]:
    """Return the windows of 24 hours that hold consignatie and more than 13 hours of work.

    A window may begin at any whole minute; of windows that overlap one is returned.
    """
    # The work in a window is greatest where it begins with work or ends with work, or at the
    # first and the last begin at which it still holds consignatie.
    begins = {begin for begin, _ in rooster.geteld}
    begins |= {einde - ETMAAL for _, einde in rooster.geteld}
    begins |= {begin - ETMAAL + 1 for begin, _ in rooster.consignaties}
    begins |= {einde - 1 for _, einde in rooster.consignaties}
    meetlat, op_wacht = Meetlat(rooster.geteld), Meetlat(rooster.consignaties)

    def te_veel(begin: int) -> bool:
        einde = begin + ETMAAL
        return op_wacht.raakt(begin, einde) and meetlat.gedekt(begin, einde) > MAXIMUM_PER_ETMAAL

    return [(begin, begin + ETMAAL) for begin in vensters(begins, ETMAAL, te_veel)]
