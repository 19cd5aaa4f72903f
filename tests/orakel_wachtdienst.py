"""The bounds for consignatie the slow way: every window, one at a time, straight from the law."""

import datetime as dt
from collections.abc import Iterable, Sequence

from geboortezorg.berekening.tijdlijn import (
    ETMAAL,
    UUR,
    WEEK,
    Spanne,
    dag,
    minuut,
    nacht,
    tijdstip,
    verenig,
)
from geboortezorg.berekening.wachtdienst.consignatie import Bezetter, Bezetting
from geboortezorg.model.wachtdienst import (
    Oproep,
    Tijdruimte,
    Wachtdienst,
    Wachtdienstrooster,
    Wachtdienstsoort,
)

VIER_WEKEN = 4 * WEEK
ZESTIEN_WEKEN = 16 * WEEK
NUL = minuut(dt.datetime(2026, 11, 2, tzinfo=dt.UTC))
"""A Monday in winter time, 20 weeks before and eight days after a clock change."""


OPROEP = {"tussentijd": 30, "minimum": 30}
"""How a call counts, as in art. 5:9 lid 7."""


def bezetting(
    rooster: Wachtdienstrooster,
    soorten: frozenset[Wachtdienstsoort] = frozenset({Wachtdienstsoort.CONSIGNATIE}),
) -> Bezetting:
    """Return the stretches of a roster, with only consignatie as such."""
    return Bezetter(soorten=soorten, oproep=tuple(OPROEP.items()))(rooster)


def om(minuten: int) -> dt.datetime:
    """Return the point in time so many minutes after the begin of the roster."""
    return tijdstip(NUL + minuten)


def ruimte(begin: int, einde: int) -> Tijdruimte:
    """Return a stretch of time, by minutes after the begin of the roster."""
    return Tijdruimte(begin=om(begin), einde=om(einde))


def wacht(
    begin: int,
    einde: int,
    *oproepen: tuple[int, int | None],
    soort: Wachtdienstsoort = Wachtdienstsoort.CONSIGNATIE,
) -> Wachtdienst:
    """Return a wachtdienst; a call is its moment and the end of the work, or None without work."""
    return Wachtdienst(
        wachtdienstsoort=soort,
        begin=om(begin),
        einde=om(einde),
        oproepen=tuple(
            Oproep(tijdstip=om(moment), gewerkt=None if klaar is None else ruimte(moment, klaar))
            for moment, klaar in oproepen
        ),
    )


def rooster(
    diensten: Iterable[Wachtdienst], arbeid: Iterable[tuple[int, int]] = ()
) -> Wachtdienstrooster:
    """Return a roster of which nothing is said to be complete."""
    return Wachtdienstrooster(
        referentie="medewerker-1",
        wachtdiensten=tuple(diensten),
        arbeid=tuple(ruimte(begin, einde) for begin, einde in arbeid),
    )


def blokken(rooster: Wachtdienstrooster) -> list[Spanne]:
    """Return the work that hangs together after calls, by art. 5:9 lid 7 without its minimum."""
    uit: list[Spanne] = []
    for begin, einde in sorted(_oproepen(rooster)):
        if uit and begin - uit[-1][1] < 30:
            uit[-1] = (uit[-1][0], max(uit[-1][1], einde))
        else:
            uit.append((begin, einde))
    return uit


def _oproepen(rooster: Wachtdienstrooster) -> list[Spanne]:
    return [
        (minuut(oproep.tijdstip), minuut(oproep.gewerkt.einde))
        for dienst in rooster.wachtdiensten
        for oproep in dienst.oproepen
        if oproep.gewerkt is not None
    ]


def consignaties(rooster: Wachtdienstrooster) -> list[Spanne]:
    """Return begin and end of each consignatie."""
    return [(minuut(dienst.begin), minuut(dienst.einde)) for dienst in rooster.wachtdiensten]


def arbeid(rooster: Wachtdienstrooster) -> list[Spanne]:
    """Return the work that did not follow from a call."""
    return [(minuut(deel.begin), minuut(deel.einde)) for deel in rooster.arbeid]


def werk(rooster: Wachtdienstrooster) -> list[Spanne]:
    """Return all work, with half an hour as the least after a call."""
    return verenig(
        [*arbeid(rooster), *((b, max(e, b + 30)) for b, e in blokken(rooster))],
    )


def gedekt(spannen: Iterable[Spanne], begin: int, einde: int) -> int:
    """Return how many minutes of a window are covered, by separate stretches."""
    return sum(max(0, min(tot, einde) - max(van, begin)) for van, tot in spannen)


def raakt(spannen: Iterable[Spanne], begin: int, einde: int) -> bool:
    """Say whether any stretch has a minute in a window."""
    return any(van < einde and tot > begin for van, tot in spannen)


def vrije_perioden(bezet: Sequence[Spanne], begin: int, duur: int) -> int:
    """Return how many free periods lie in the 28 times 24 hours from `begin` on."""
    einde = begin + VIER_WEKEN
    aantal, vanaf = 0, begin
    for van, tot in bezet:
        if tot > begin and van < einde:
            aantal += max(0, van - vanaf) // duur
            vanaf = max(vanaf, tot)
    return aantal + max(0, einde - vanaf) // duur


def te_weinig_vrij(
    bezet: Sequence[Spanne], op_wacht: Sequence[Spanne], duur: int, minstens: int, stap: int
) -> list[Spanne]:
    """Return from which begins on windows fall short, when all times are multiples of `stap`."""
    uit: list[Spanne] = []
    eerste = bezet[0][0] - VIER_WEKEN - stap
    for veelvoud in range(eerste - eerste % stap, bezet[-1][1] + stap, stap):
        for begin, tot in ((veelvoud, veelvoud + 1), (veelvoud + 1, veelvoud + stap)):
            if raakt(op_wacht, begin, begin + VIER_WEKEN) and (
                vrije_perioden(bezet, begin, duur) < minstens
            ):
                uit.append((begin, tot))
    return verenig(uit)


def elke_kloktijd(slecht: Iterable[Spanne], vanaf: int) -> bool:
    """Say whether each of the 1440 minutes of a day occurs in the 28 days from `vanaf` on."""
    tot = vanaf + VIER_WEKEN
    minuten = {m % ETMAAL for b, e in slecht for m in range(max(b, vanaf), min(e, tot))}
    return len(minuten) == ETMAAL


def nachten(begin: int, einde: int) -> list[Spanne]:
    """Return the parts of a stretch between 00.00 and 06.00."""
    dagen = range((einde - begin) // ETMAAL + 3)
    uren = [nacht(dag(begin) + dt.timedelta(days=n - 1)) for n in dagen]
    return [(max(b, begin), min(e, einde)) for b, e in uren if b < einde and e > begin]


def zonder_rust(rooster: Wachtdienstrooster, *, ruim: bool) -> list[Spanne]:
    """Return the last calls of a night without the rest of art. 5:9 lid 6, in whole hours."""
    gewoon = arbeid(rooster)
    bezig = gewoon if ruim else [*gewoon, *blokken(rooster)]
    laatste: dict[dt.date, int] = {}
    for moment, _ in sorted(_oproepen(rooster)):
        if tijdstip(moment).hour < 6:
            laatste[dag(moment)] = moment
    uit: list[Spanne] = []
    for op, moment in laatste.items():
        klaar = next(e for b, e in blokken(rooster) if b <= moment < e)
        zes_uur = nacht(op)[1]
        sluit_aan = ruim or any(b <= klaar < e for b, e in gewoon)
        rust_overdag = any(
            not raakt(bezig, van, van + 8 * UUR)
            for van in range(max(zes_uur, klaar), zes_uur + 10 * UUR + 1, UUR)
        )
        if raakt(bezig, klaar, klaar + 8 * UUR) and not (sluit_aan and rust_overdag):
            uit.append((moment, klaar))
    return uit


def te_veel_per_week(rooster: Wachtdienstrooster, *, ruim: bool) -> dict[int, int]:
    """Return the begins, in whole hours, of the 16 weeks with too much work, with the maximum."""
    diensten = consignaties(rooster)
    if ruim:
        nachtelijk = [spanne for spanne in diensten if nachten(*spanne)]
    else:
        nachtelijk = [deel for spanne in verenig(diensten) for deel in nachten(*spanne)]
    rusteloos = zonder_rust(rooster, ruim=ruim)
    alles = werk(rooster)
    uit: dict[int, int] = {}
    if len(nachtelijk) < 16:
        return {}
    eerste = sorted(einde for _, einde in nachtelijk)[15] - ZESTIEN_WEKEN
    for begin in range(eerste - eerste % UUR, sorted(nachtelijk)[-16][0] + 1, UUR):
        einde = begin + ZESTIEN_WEKEN
        if sum(van >= begin and tot <= einde for van, tot in nachtelijk) < 16:
            continue
        maximum = 40 if any(van >= begin and tot <= einde for van, tot in rusteloos) else 45
        if gedekt(alles, begin, einde) > maximum * 16 * UUR:
            uit[begin] = maximum
    return uit
