"""A roster as stretches of time, and the bounds of art. 5:9 lid 3 and 4 of the Arbeidstijdenwet."""

from bisect import bisect_left
from collections.abc import Iterable
from operator import itemgetter
from typing import final

from geboortezorg.berekening.tijdlijn import (
    Meetlat,
    Spanne,
    minuut,
    vensters,
    verenig,
)
from geboortezorg.berekening.wachtdienst.arbeidstijd import (
    Deel,
    Deelsoort,
    delen,
    gewerkte_oproepen,
)
from geboortezorg.berekening.wachtdienst.normen import Grenzen
from geboortezorg.bevroren import bevroren
from geboortezorg.model.wachtdienst import (
    Tijdruimte,
    Wachtdienst,
    Wachtdienstrooster,
    Wachtdienstsoort,
)


@final
@bevroren(kw_only=True)
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


@final
@bevroren(kw_only=True)
class Bezetter:
    """Makes the stretches of a roster; equal ones make the same."""

    soorten: frozenset[Wachtdienstsoort]
    """The kinds of wachtdienst that count as consignatie."""
    oproep: tuple[tuple[str, int], ...]
    """The bounds for work after a call."""

    def __call__(self, rooster: Wachtdienstrooster) -> Bezetting:
        """Return the stretches of a roster; what ends before it begins is left out."""
        eigen = [
            (nummer, dienst)
            for nummer, dienst in enumerate(rooster.wachtdiensten)
            if dienst.wachtdienstsoort in self.soorten and dienst.einde > dienst.begin
        ]
        consignatie = sorted((*_spanne(dienst), nummer) for nummer, dienst in eigen)
        arbeid = verenig(map(_spanne, rooster.arbeid))
        oproepen = delen(eigen, dict(self.oproep))
        overig = [
            _spanne(oproep.gewerkt)
            for dienst in rooster.wachtdiensten
            if dienst.wachtdienstsoort not in self.soorten
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


def voor_nachtdienst(
    rooster: Bezetting, nachtdiensten: Iterable[Spanne], grens: Grenzen
) -> list[int]:
    """Return the positions of the consignaties within the hours before a night shift."""
    return _raakt(rooster, ((begin - grens["voor"], begin) for begin, _ in nachtdiensten))


def na_nachtdienst(
    rooster: Bezetting, nachtdiensten: Iterable[Spanne], grens: Grenzen
) -> list[int]:
    """Return the positions of the consignaties within the hours after a night shift."""
    return _raakt(rooster, ((einde, einde + grens["na"]) for _, einde in nachtdiensten))


def _raakt(rooster: Bezetting, verboden: Iterable[Spanne]) -> list[int]:
    meetlat = Meetlat(verenig(verboden))
    return [nummer for begin, einde, nummer in rooster.consignatie if meetlat.raakt(begin, einde)]


def te_veel_arbeid(rooster: Bezetting, grens: Grenzen) -> list[Spanne]:
    """Return the windows that hold consignatie and too much work.

    A window may begin at any whole minute; of windows that overlap one is returned.
    """
    duur, maximum = grens["venster"], grens["maximum"]
    # The work in a window is greatest where it begins with work, or at the first and the last
    # begin at which it still holds consignatie: from where it ends with work it loses none
    # before it comes to one of those.
    begins = {begin for begin, _ in rooster.geteld}
    begins |= {begin - duur + 1 for begin, _ in rooster.consignaties}
    begins |= {einde - 1 for _, einde in rooster.consignaties}
    meetlat, op_wacht = Meetlat(rooster.geteld), Meetlat(rooster.consignaties)

    def te_veel(begin: int) -> bool:
        einde = begin + duur
        return op_wacht.raakt(begin, einde) and meetlat.gedekt(begin, einde) > maximum

    return [(begin, begin + duur) for begin in vensters(begins, duur, te_veel)]
