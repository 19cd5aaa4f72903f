"""Rosters of made-up employees with wachtdiensten.

A valid roster is complete over 17 to 20 weeks: work by day from Monday to Thursday, and on
Monday and Wednesday consignatie or bereikbaarheidsdienst in the evening and the night, with some
calls. That stays within every bound, across a clock change too.
"""

import datetime as dt
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from geboortezorg.berekening.tijdlijn import minuut, tijdstip
from geboortezorg.berekening.wachtdienst.arbeidstijd import Deelsoort, arbeidstijd
from geboortezorg.model.cao import Cao, Caobinding, Caostap, Caostatus
from geboortezorg.model.wachtdienst import (
    Afwijking,
    Arbeidsverhouding,
    CollectieveRegeling,
    Leeftijdsgroep,
    Oproep,
    Tijdruimte,
    Tijdsoort,
    Vergoeding,
    Wachtdienst,
    Wachtdienstrooster,
    Wachtdienstsoort,
    Werkzaamheid,
)
from geboortezorg.tijd import Looptijd

CAO: Final = Cao(
    cao_id="cao-eigen",
    naam="Eigen cao",
    stappen=(
        Caostap(status=Caostatus.OVEREENGEKOMEN, looptijd=Looptijd(van=dt.date(2025, 1, 1))),
        Caostap(status=Caostatus.AANGEMELD, looptijd=Looptijd(van=dt.date(2026, 1, 1))),
    ),
)
"""A made-up collective agreement, handed in before every roster begins."""

MAANDAGEN: Final = tuple(dt.date(2026, 4, 6) + dt.timedelta(weeks=week) for week in range(52))
"""Mondays on which a roster begins."""

AVOND: Final = 18
OCHTEND: Final = 8


def moment(dag: dt.date, uur: int, minuten: int = 0) -> dt.datetime:
    """Return a point in time on a day, by the clock in the Netherlands."""
    return tijdstip(minuut(dt.datetime(dag.year, dag.month, dag.day, 12, tzinfo=dt.UTC))).replace(
        hour=uur, minute=minuten
    )


def tijdruimte(dag: dt.date, uur: int, uren: int) -> Tijdruimte:
    """Return so many hours from an hour of a day on."""
    return stuk(dag, uur, uren * 60)


def stuk(dag: dt.date, uur: int, minuten: int) -> Tijdruimte:
    """Return so many minutes from an hour of a day on."""
    return Tijdruimte(begin=moment(dag, uur), einde=later(moment(dag, uur), minuten))


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
        arbeidsverhouding=Arbeidsverhouding.IN_LOONDIENST,
        collectieve_regeling=CollectieveRegeling(),
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
    wie = draw(_wie(uit))
    if wie.get("arbeidsverhouding") is Arbeidsverhouding.ZELFSTANDIG:
        return attrs.evolve(uit, **{**wie, "collectieve_regeling": None})
    return attrs.evolve(uit, **draw(_cao(maandag)), **wie)


def _wie(uit: Wachtdienstrooster) -> st.SearchStrategy[dict[str, Any]]:
    """Return for whom a roster may be, and for whom its wachtdiensten are another kind."""
    bereikbaar = tuple(
        attrs.evolve(dienst, wachtdienstsoort=Wachtdienstsoort.BEREIKBAARHEIDSDIENST)
        for dienst in uit.wachtdiensten
    )
    afspraken = CollectieveRegeling(afwijkingen=(Afwijking.BEREIKBAARHEIDSDIENST,))
    return st.one_of(
        st.just({}),
        st.fixed_dictionaries(
            {
                "arbeidsverhouding": st.sampled_from([None, *Arbeidsverhouding]),
                "werkzaamheid": st.sampled_from([None, *Werkzaamheid]),
                "collectieve_regeling": st.sampled_from([None, afspraken]),
                "pauzes_vermeld": st.just(value=False),
            }
        ),
        st.fixed_dictionaries(
            {
                "wachtdiensten": st.just(bereikbaar),
                "werkzaamheid": st.sampled_from(sorted(set(Werkzaamheid) - {Werkzaamheid.ANDERS})),
                "collectieve_regeling": st.just(afspraken),
            }
        ),
    )


def _cao(maandag: dt.date) -> st.SearchStrategy[dict[str, Any]]:
    """Return what a roster may say of the collective agreement, and of what is paid."""
    verbindend = attrs.evolve(
        CAO,
        stappen=(
            *CAO.stappen,
            Caostap(status=Caostatus.ALGEMEEN_VERBINDEND, looptijd=Looptijd(van=maandag)),
        ),
    )
    vergoedingen = st.tuples(
        st.builds(
            Vergoeding,
            tijdsoort=st.just(Tijdsoort.WACHTTIJD),
            uurbedrag_eurocent=st.integers(0, 999),
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
                "cao": st.just(CAO),
                "caobinding": st.sampled_from([Caobinding.PARTIJ, Caobinding.AFGESPROKEN]),
                "vergoedingen": vergoedingen,
            }
        ),
        st.just({"cao": verbindend, "caobinding": Caobinding.ALGEMEEN_VERBINDEND}),
    )
