"""Rosters of made-up employees with wachtdiensten: valid ones, and ones with exactly one breach.

A valid roster is complete over 17 to 20 weeks: work by day from Monday to Thursday, and on
Monday and Wednesday consignatie in the evening and the night, with some calls. That stays within
every bound of the Arbeidstijdenwet for consignatie, across a clock change too.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from geboortezorg.berekening.tijdlijn import minuut, tijdstip
from geboortezorg.berekening.wachtdienst.arbeidstijd import Deelsoort, arbeidstijd
from geboortezorg.berekening.wachtdienst.cao import CAO_KRAAMZORG
from geboortezorg.model.wachtdienst import (
    Caobinding,
    Caostap,
    Caostatus,
    Leeftijdsgroep,
    Oproep,
    Tijdruimte,
    Tijdsoort,
    Vergoeding,
    Wachtdienst,
    Wachtdienstrooster,
    Wachtdienstsoort,
)
from geboortezorg.tijd import Looptijd

MAANDAGEN: Final = tuple(dt.date(2026, 4, 6) + dt.timedelta(weeks=week) for week in range(52))
"""Mondays on which a roster begins: every one comes after the Cao Kraamzorg was handed in."""

AVOND: Final = 18
OCHTEND: Final = 8


def moment(dag: dt.date, uur: int, minuten: int = 0) -> dt.datetime:
    """Return a point in time on a day, by the clock in the Netherlands."""
    return tijdstip(minuut(dt.datetime(dag.year, dag.month, dag.day, 12, tzinfo=dt.UTC))).replace(
        hour=uur, minute=minuten
    )


def tijdruimte(dag: dt.date, uur: int, uren: int) -> Tijdruimte:
    """Return so many hours from an hour of a day on."""
    return Tijdruimte(begin=moment(dag, uur), einde=later(moment(dag, uur), uren * 60))


def later(vanaf: dt.datetime, minuten: int) -> dt.datetime:
    """Return the point in time so many minutes later, a clock change on the way or not."""
    return tijdstip(minuut(vanaf) + minuten)


def consignatie(dag: dt.date, *oproepen: Oproep, dagen: int = 1) -> Wachtdienst:
    """Return consignatie from the evening of a day until the morning, so many days later."""
    return Wachtdienst(
        wachtdienstsoort=Wachtdienstsoort.CONSIGNATIE,
        begin=moment(dag, AVOND),
        einde=moment(dag + dt.timedelta(days=dagen), OCHTEND),
        oproepen=oproepen,
    )


def rooster(
    maandag: dt.date,
    wachtdiensten: tuple[Wachtdienst, ...],
    arbeid: tuple[Tijdruimte, ...] = (),
    *,
    weken: int = 17,
) -> Wachtdienstrooster:
    """Return the complete roster over so many weeks of an employee of 18 or older."""
    einde = maandag + dt.timedelta(weeks=weken)
    return Wachtdienstrooster(
        referentie="medewerker-1",
        wachtdiensten=wachtdiensten,
        arbeid=arbeid,
        volledig_over=Tijdruimte(begin=moment(maandag, 0), einde=moment(einde, 0)),
        leeftijdsgroep=Leeftijdsgroep.VANAF_18,
    )


@st.composite
def _oproepen(draw: st.DrawFn, dag: dt.date) -> tuple[Oproep, ...]:
    """Return calls in one night, together at most three hours of work."""
    uit: list[Oproep] = []
    vanaf = moment(dag, AVOND)
    for _ in range(draw(st.integers(0, 2))):
        vanaf = later(vanaf, draw(st.integers(0, 240)))
        klaar = later(vanaf, draw(st.integers(15, 75)))
        gewerkt = Tijdruimte(begin=later(vanaf, draw(st.integers(0, 14))), einde=klaar)
        uit.append(Oproep(tijdstip=vanaf, gewerkt=gewerkt if draw(st.booleans()) else None))
        vanaf = klaar
    return tuple(uit)


def geboekt(dienst: Wachtdienst) -> Wachtdienst:
    """Return a consignatie with the waiting and working time that follow from its calls."""
    berekening = arbeidstijd(dienst)
    gewerkt = sum(
        int(stap.waarde) for stap in berekening.stappen if stap.code != Deelsoort.MINIMUM.value
    )
    return attrs.evolve(
        dienst,
        wachttijd_minuten=minuut(dienst.einde) - minuut(dienst.begin) - gewerkt,
        arbeidstijd_minuten=sum(int(stap.waarde) for stap in berekening.stappen),
    )


@st.composite
def geldige_wachtdiensten(draw: st.DrawFn) -> Wachtdienstrooster:
    """Return rosters that break no rule and leave nothing to be judged."""
    maandag = draw(st.sampled_from(MAANDAGEN))
    weken = draw(st.integers(17, 20))
    met_opgave = draw(st.booleans())
    diensten: list[Wachtdienst] = []
    arbeid: list[Tijdruimte] = []
    for dag in (maandag + dt.timedelta(days=n) for n in range(weken * 7)):
        if dag.weekday() <= 3:
            arbeid.append(tijdruimte(dag, 9, 8))
        if dag.weekday() in {0, 2} and draw(st.booleans()):
            dienst = consignatie(dag, *draw(_oproepen(dag)))
            diensten.append(geboekt(dienst) if met_opgave else dienst)
    uit = rooster(maandag, tuple(diensten), tuple(arbeid), weken=weken)
    if met_opgave:
        uit = attrs.evolve(
            uit,
            wachttijd_minuten=sum(dienst.wachttijd_minuten or 0 for dienst in diensten),
            arbeidstijd_minuten=sum(dienst.arbeidstijd_minuten or 0 for dienst in diensten),
        )
    return attrs.evolve(uit, **draw(_cao(maandag)))


def _cao(maandag: dt.date) -> st.SearchStrategy[dict[str, Any]]:
    """Return what a roster may say of the collective agreement, and of what is paid."""
    verbindend = attrs.evolve(
        CAO_KRAAMZORG,
        stappen=(
            *CAO_KRAAMZORG.stappen,
            Caostap(status=Caostatus.ALGEMEEN_VERBINDEND, looptijd=Looptijd(van=maandag)),
        ),
    )
    vergoedingen = st.tuples(
        st.builds(
            Vergoeding,
            tijdsoort=st.just(Tijdsoort.WACHTTIJD),
            uurbedrag_eurocent=st.integers(0, 1_000),
        ),
        st.builds(
            Vergoeding,
            tijdsoort=st.just(Tijdsoort.ARBEIDSTIJD),
            uurbedrag_eurocent=st.integers(1_000, 10_000),
        ),
    )
    return st.one_of(
        st.just({}),
        st.fixed_dictionaries(
            {
                "cao": st.just(CAO_KRAAMZORG),
                "caobinding": st.sampled_from([Caobinding.PARTIJ, Caobinding.AFGESPROKEN]),
                "vergoedingen": vergoedingen,
            }
        ),
        st.just({"cao": verbindend, "caobinding": Caobinding.ALGEMEEN_VERBINDEND}),
    )


# --- one breach ------------------------------------------------------------------------------

Geval = tuple[Wachtdienstrooster, str]


def _met(uit: Wachtdienstrooster, plaats: int, dienst: Wachtdienst) -> Wachtdienstrooster:
    diensten = (*uit.wachtdiensten[:plaats], dienst, *uit.wachtdiensten[plaats + 1 :])
    return attrs.evolve(uit, wachtdiensten=diensten)


def _eenvoudig(maandag: dt.date) -> Wachtdienstrooster:
    """Return a valid roster with two consignaties, the first with one call of twenty minutes."""
    gewerkt = Tijdruimte(begin=moment(maandag, 22), einde=later(moment(maandag, 22), 20))
    eerste = consignatie(maandag, Oproep(tijdstip=moment(maandag, 22), gewerkt=gewerkt))
    tweede = consignatie(maandag + dt.timedelta(days=2))
    return rooster(maandag, (geboekt(eerste), geboekt(tweede)))


def _einde(maandag: dt.date, getal: int) -> Geval:
    uit = _eenvoudig(maandag)
    begin = moment(maandag, 12)
    verkeerd = Tijdruimte(begin=begin, einde=later(begin, -getal))
    return attrs.evolve(uit, arbeid=(verkeerd,)), "/arbeid/0/einde"


def _oproep(maandag: dt.date, getal: int) -> Geval:
    uit = _eenvoudig(maandag)
    dienst = uit.wachtdiensten[1]
    verkeerd = Oproep(tijdstip=later(dienst.einde, getal))
    pad = "/wachtdiensten/1/oproepen/0/tijdstip"
    return _met(uit, 1, attrs.evolve(dienst, oproepen=(verkeerd,))), pad


def _arbeidstijd(verschil: int) -> Callable[[dt.date, int], Geval]:
    def geef(maandag: dt.date, getal: int) -> Geval:
        uit = _eenvoudig(maandag)
        dienst = uit.wachtdiensten[0]
        anders = (dienst.arbeidstijd_minuten or 0) + verschil * (1 + getal % 30)
        dienst = attrs.evolve(dienst, arbeidstijd_minuten=anders)
        return _met(uit, 0, dienst), "/wachtdiensten/0/arbeidstijd_minuten"

    return geef


def _totaal(maandag: dt.date, getal: int) -> Geval:
    uit = _eenvoudig(maandag)
    som = sum(dienst.wachttijd_minuten or 0 for dienst in uit.wachtdiensten)
    return attrs.evolve(uit, wachttijd_minuten=som + 1 + getal), "/wachttijd_minuten"


def _leeftijd(maandag: dt.date, _: int) -> Geval:
    groep = Leeftijdsgroep.TOT_18
    return attrs.evolve(_eenvoudig(maandag), leeftijdsgroep=groep), "/leeftijdsgroep"


def _etmalen(maandag: dt.date, getal: int) -> Geval:
    lang = consignatie(maandag + dt.timedelta(weeks=5), dagen=15 + getal % 4)
    return rooster(maandag, (lang,)), "/wachtdiensten/0"


def _dubbele_etmalen(maandag: dt.date, getal: int) -> Geval:
    dagen = (maandag + dt.timedelta(days=n) for n in range(17 * 7))
    arbeid = tuple(tijdruimte(dag, 9, 4 + getal % 4) for dag in dagen)
    dienst = consignatie(maandag + dt.timedelta(weeks=6))
    return rooster(maandag, (dienst,), arbeid), "/wachtdiensten/0"


def _nachtdienst(maandag: dt.date, getal: int) -> Geval:
    """Put a night shift less than 14 hours before an evening of consignatie."""
    dienst = consignatie(maandag + dt.timedelta(weeks=6, days=1))
    nacht = tijdruimte(maandag + dt.timedelta(weeks=6), 22, 7 + getal % 4)
    return rooster(maandag, (dienst,), (nacht,)), "/wachtdiensten/0"


def _dertien_uur(maandag: dt.date, getal: int) -> Geval:
    gewerkt = Tijdruimte(
        begin=moment(maandag, 20), einde=later(moment(maandag, 20), 301 + getal % 120)
    )
    dienst = consignatie(maandag, Oproep(tijdstip=gewerkt.begin, gewerkt=gewerkt))
    return rooster(maandag, (dienst,), (tijdruimte(maandag, 9, 8),)), "/wachtdiensten/0"


def _gemiddelde(maandag: dt.date, getal: int) -> Geval:
    dagen = [maandag + dt.timedelta(days=n) for n in range(16 * 7)]
    arbeid = tuple(tijdruimte(dag, 8, 10) for dag in dagen if dag.weekday() <= 4)
    diensten = tuple(consignatie(dag) for dag in dagen if dag.weekday() == getal % 4)
    return rooster(maandag, diensten, arbeid, weken=16), "/wachtdiensten/15"


def _te_lang(soort: Wachtdienstsoort) -> Callable[[dt.date, int], Geval]:
    def geef(maandag: dt.date, getal: int) -> Geval:
        begin = moment(maandag, 12)
        dienst = Wachtdienst(
            wachtdienstsoort=soort, begin=begin, einde=later(begin, 24 * 60 + 1 + getal)
        )
        return rooster(maandag, (dienst,)), "/wachtdiensten/0/einde"

    return geef


def _cao_niet(maandag: dt.date, getal: int) -> Geval:
    """Let the cao be generally binding only from some day after the first wachtdienst on."""
    vanaf = maandag + dt.timedelta(days=1 + getal)
    stap = Caostap(status=Caostatus.ALGEMEEN_VERBINDEND, looptijd=Looptijd(van=vanaf))
    cao = attrs.evolve(CAO_KRAAMZORG, stappen=(*CAO_KRAAMZORG.stappen, stap))
    binding = Caobinding.ALGEMEEN_VERBINDEND
    return attrs.evolve(_eenvoudig(maandag), cao=cao, caobinding=binding), "/caobinding"


_BREUKEN: Final[Mapping[str, Callable[[dt.date, int], Geval]]] = MappingProxyType(
    {
        "GZ-WACHT-001": _einde,
        "GZ-WACHT-002": _oproep,
        "GZ-WACHT-003": _arbeidstijd(1),
        "GZ-WACHT-004": _arbeidstijd(-1),
        "GZ-WACHT-005": _totaal,
        "GZ-WACHT-006": _leeftijd,
        "GZ-WACHT-007": _etmalen,
        "GZ-WACHT-008": _dubbele_etmalen,
        "GZ-WACHT-009": _nachtdienst,
        "GZ-WACHT-010": _dertien_uur,
        "GZ-WACHT-011": _gemiddelde,
        "GZ-WACHT-012": _te_lang(Wachtdienstsoort.BEREIKBAARHEIDSDIENST),
        "GZ-WACHT-013": _te_lang(Wachtdienstsoort.AANWEZIGHEIDSDIENST),
        "GZ-WACHT-014": _cao_niet,
    }
)

CODES: Final = tuple(_BREUKEN)
"""The rules of which :func:`wachtdiensten_met` can make a breach."""


def wachtdiensten_met(code: str) -> st.SearchStrategy[Geval]:
    """Return rosters with exactly one breach: of the rule `code`, at the returned pointer.

    Raises ValueError for a code that is not in :data:`CODES`.
    """
    if code not in _BREUKEN:
        raise ValueError("geen breuk bekend voor deze regel; kies uit: " + ", ".join(CODES))
    return st.builds(_BREUKEN[code], st.sampled_from(MAANDAGEN), st.integers(0, 200))
