"""Rosters of made-up employees with exactly one breach."""

import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import attrs
from hypothesis import strategies as st

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
from geboortezorg.testing import basis
from geboortezorg.testing.wachtdienst import (
    CAO,
    MAANDAGEN,
    consignatie,
    geboekt,
    later,
    moment,
    rooster,
    stuk,
    tijdruimte,
)
from geboortezorg.tijd import Looptijd

Geval = tuple[Wachtdienstrooster, str]

Breuk = Callable[[dt.date, int], Geval]


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


def _arbeidstijd(verschil: int) -> Breuk:
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
    """Let every day but Sunday be one of work: a rest of 36 hours a week, and none of 48."""
    dagen = [maandag + dt.timedelta(days=n) for n in range(17 * 7)]
    arbeid = tuple(tijdruimte(dag, 9, 4 + getal % 4) for dag in dagen if dag.weekday() <= 5)
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
    arbeid = tuple(stuk(dag, 8, 541 + getal % 30) for dag in dagen if dag.weekday() <= 4)
    diensten = tuple(consignatie(dag) for dag in dagen if dag.weekday() == getal % 4)
    return rooster(maandag, diensten, arbeid, weken=16), "/wachtdiensten/15"


def _te_lang(soort: Wachtdienstsoort) -> Breuk:
    def geef(maandag: dt.date, getal: int) -> Geval:
        begin = moment(maandag, 12)
        dienst = Wachtdienst(
            wachtdienstsoort=soort, begin=begin, einde=later(begin, 24 * 60 + 1 + getal)
        )
        return _bereikbaar(maandag, dienst), "/wachtdiensten/0/einde"

    return geef


def _bereikbaar(maandag: dt.date, *diensten: Wachtdienst) -> Wachtdienstrooster:
    """Return a roster in nursing and care, where bereikbaarheidsdienst was agreed on."""
    return attrs.evolve(
        rooster(maandag, diensten),
        werkzaamheid=Werkzaamheid.VERPLEGING_VERZORGING,
        collectieve_regeling=CollectieveRegeling(afwijkingen=(Afwijking.BEREIKBAARHEIDSDIENST,)),
    )


def _cao_niet(maandag: dt.date, getal: int) -> Geval:
    """Let the cao be generally binding only from some day after the first wachtdienst on."""
    vanaf = maandag + dt.timedelta(days=1 + getal)
    stap = Caostap(status=Caostatus.ALGEMEEN_VERBINDEND, looptijd=Looptijd(van=vanaf))
    cao = attrs.evolve(CAO, stappen=(*CAO.stappen, stap))
    binding = Caobinding.ALGEMEEN_VERBINDEND
    return attrs.evolve(_eenvoudig(maandag), cao=cao, caobinding=binding), "/caobinding"


def _tegelijk(maandag: dt.date, getal: int) -> Geval:
    uit = _eenvoudig(maandag)
    eerste = uit.wachtdiensten[1]
    dienst = Wachtdienst(
        wachtdienstsoort=eerste.wachtdienstsoort,
        begin=later(eerste.begin, 1 + getal),
        einde=eerste.einde,
    )
    return attrs.evolve(uit, wachtdiensten=(*uit.wachtdiensten, dienst)), "/wachtdiensten/2"


def _tijdens_arbeid(maandag: dt.date, getal: int) -> Geval:
    arbeid = (stuk(maandag, 12, 361 + getal % 60),)
    return attrs.evolve(_eenvoudig(maandag), arbeid=arbeid), "/wachtdiensten/0"


def _dagen(weken: int, per_week: int, minuten: int) -> Breuk:
    """Return a breach by as much work on so many days of each week, whatever the clock does."""

    def geef(maandag: dt.date, getal: int) -> Geval:
        dagen = [maandag + dt.timedelta(days=n) for n in range(weken * 7)]
        arbeid = tuple(
            stuk(dag, 6, minuten + getal % 40) for dag in dagen if dag.weekday() < per_week
        )
        return rooster(maandag, (), arbeid), f"/arbeid/{len(arbeid) - 1}"

    return geef


def _reeks(*uren: tuple[int, int, int], pad: str) -> Breuk:
    """Return a breach by shifts: the day from the Monday on, its hour, and how many minutes."""

    def geef(maandag: dt.date, getal: int) -> Geval:
        arbeid = tuple(
            stuk(maandag + dt.timedelta(days=dag), uur, minuten + getal % 30)
            for dag, uur, minuten in uren
        )
        return rooster(maandag, (), arbeid), pad

    return geef


def _zonder_vrije_dag(maandag: dt.date, getal: int) -> Geval:
    dagen = (maandag + dt.timedelta(days=n) for n in range(21))
    arbeid = tuple(tijdruimte(dag, 9, 4 + getal % 3) for dag in dagen)
    return rooster(maandag, (), arbeid), "/arbeid/0"


def _zonder_pauze(maandag: dt.date, getal: int) -> Geval:
    uit = rooster(maandag, (), (stuk(maandag, 9, 331 + getal),))
    return attrs.evolve(uit, pauzes_vermeld=True), "/arbeid/0"


def _nachten(maandag: dt.date, getal: int) -> Geval:
    dagen = [maandag + dt.timedelta(days=n) for n in range(12 * 7 + 1)]
    arbeid = tuple(stuk(dag, 23, 390 + getal % 30) for dag in dagen if dag.weekday() < 3)
    return rooster(maandag, (), arbeid), "/arbeid/36"


def _zondagen(maandag: dt.date, getal: int) -> Geval:
    zondagen = (maandag + dt.timedelta(days=6, weeks=week) for week in range(40))
    arbeid = tuple(tijdruimte(dag, 9, 1 + getal % 8) for dag in zondagen)
    return rooster(maandag, (), arbeid, weken=52), "/arbeid/39"


def _vaak_bereikbaar(maandag: dt.date, getal: int) -> Geval:
    begins = (later(moment(maandag + dt.timedelta(days=n), 20), getal % 60) for n in (0, 2, 4, 6))
    diensten = (
        Wachtdienst(
            wachtdienstsoort=Wachtdienstsoort.BEREIKBAARHEIDSDIENST,
            begin=begin,
            einde=later(begin, 600),
        )
        for begin in begins
    )
    return _bereikbaar(maandag, *diensten), "/wachtdiensten/3"


def _cao_werkdag(_: dt.date, getal: int) -> Geval:
    """Let wachtdienst and care fill a day on which the Cao Kraamzorg is known to have a bound."""
    maandag = dt.date(2026, 1, 5) + dt.timedelta(weeks=getal % 10)
    uit = rooster(maandag, (consignatie(maandag),), (tijdruimte(maandag, 9, 8),))
    cao = Cao(cao_id="cao-kraamzorg-2025-11-17", naam="Cao Kraamzorg")
    return attrs.evolve(uit, cao=cao, caobinding=Caobinding.PARTIJ), "/arbeid/0"


def _zelfstandig(maandag: dt.date, _: int) -> Geval:
    uit = attrs.evolve(_eenvoudig(maandag), arbeidsverhouding=Arbeidsverhouding.ZELFSTANDIG)
    return attrs.evolve(uit, cao=CAO, caobinding=Caobinding.PARTIJ), "/caobinding"


def _wachttijd_duur(maandag: dt.date, getal: int) -> Geval:
    """Pay waiting and work the same."""
    gelijk = tuple(Vergoeding(tijdsoort=soort, uurbedrag_eurocent=getal) for soort in Tijdsoort)
    return attrs.evolve(
        _eenvoudig(maandag), vergoedingen=gelijk
    ), "/vergoedingen/0/uurbedrag_eurocent"


_BREUKEN: Final[Mapping[str, Breuk]] = MappingProxyType(
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
        "GZ-WACHT-015": _tegelijk,
        "GZ-WACHT-016": _tijdens_arbeid,
        "GZ-WACHT-017": _dagen(1, 1, 721),
        "GZ-WACHT-018": _dagen(1, 6, 601),
        "GZ-WACHT-019": _dagen(4, 5, 661),
        "GZ-WACHT-020": _dagen(16, 5, 577),
        "GZ-WACHT-021": _reeks(
            (0, 12, 600), (1, 7, 600), (2, 12, 600), (3, 7, 600), pad="/arbeid/2"
        ),
        "GZ-WACHT-022": _zonder_vrije_dag,
        "GZ-WACHT-023": _zonder_pauze,
        "GZ-WACHT-024": _reeks((0, 20, 601), (1, 18, 240), pad="/arbeid/0"),
        "GZ-WACHT-025": _reeks((0, 23, 480), (1, 20, 480), (2, 17, 240), pad="/arbeid/1"),
        "GZ-WACHT-026": _reeks(
            (0, 23, 420), (1, 23, 420), (2, 23, 420), (4, 9, 240), pad="/arbeid/2"
        ),
        "GZ-WACHT-027": _nachten,
        "GZ-WACHT-028": _zondagen,
        "GZ-WACHT-029": _vaak_bereikbaar,
        "GZ-WACHT-030": _cao_werkdag,
        "GZ-WACHT-031": _zelfstandig,
        "GZ-WACHT-032": _wachttijd_duur,
    }
)

PROEFBREUKEN: Final = tuple(
    basis.Proefbreuk(
        code, "wachtdienst", st.builds(breuk, st.sampled_from(MAANDAGEN), st.integers(0, 200))
    )
    for code, breuk in _BREUKEN.items()
)
"""What this module can break, for :func:`geboortezorg.testing.documents`."""
