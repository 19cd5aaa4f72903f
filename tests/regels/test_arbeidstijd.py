"""The general bounds on work: against the slow way, and where the law leaves room."""

import datetime as dt

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import orakel_arbeidstijd as orakel

from geboortezorg import Context, Uitkomst, validate
from geboortezorg.berekening.tijdlijn import minuut, tijdstip
from geboortezorg.model.cao import Cao, Caobinding
from geboortezorg.model.norm import Norm, Normtabel
from geboortezorg.model.wachtdienst import (
    Afwijking,
    CollectieveRegeling,
    Tijdruimte,
    Wachtdienstrooster,
)
from geboortezorg.tabellen import TabelFout, shipped
from geboortezorg.tabellen.normen import normen
from geboortezorg.testing.wachtdienst import MAANDAGEN, moment, rooster, stuk, tijdruimte

MAANDAG = MAANDAGEN[0]
UITKOMST = {
    True: Uitkomst.GESCHONDEN,
    None: Uitkomst.NIET_BEOORDEELD,
    False: Uitkomst.VOLDAAN,
}


def uit_uren(uren: set[int]) -> Wachtdienstrooster:
    """Return a roster of the hours worked, complete from long before until long after."""
    arbeid = tuple(
        Tijdruimte(begin=tijdstip(uur * 60), einde=tijdstip((uur + 1) * 60)) for uur in uren
    )
    eerste, laatste = min(uren), max(uren)
    volledig = Tijdruimte(
        begin=tijdstip((eerste - 9000) * 60), einde=tijdstip((laatste + 9000) * 60)
    )
    return attrs.evolve(rooster(MAANDAG, (), arbeid), volledig_over=volledig)


@st.composite
def patronen(draw: st.DrawFn) -> set[int]:
    """Return the hours of a pattern of shifts that returns, with some shifts changed.

    Some patterns go through a clock change.
    """
    begin = minuut(moment(draw(st.sampled_from(MAANDAGEN)), 0)) // 60
    diensten = draw(
        st.lists(st.tuples(st.integers(0, 30), st.integers(1, 13)), min_size=1, max_size=9)
    )
    weken = draw(st.sampled_from([1, 2, 5, 17]))
    uren: set[int] = set()
    for week in range(weken):
        uur = begin + week * 168 + draw(st.integers(0, 2)) * (week % 5 == 3)
        for rust, lengte in diensten:
            uur += rust
            uren |= set(range(uur, uur + lengte))
            uur += lengte
    return uren


@settings(max_examples=60)
@given(patronen())
def test_als_het_orakel(uren: set[int]) -> None:
    """Every rule says what looking at every hour says: broken, doubtful, or kept."""
    rapport = validate(uit_uren(uren))
    for code, gebroken in orakel.oordeel(uren).items():
        assert rapport.uitkomst(code) is UITKOMST[gebroken], code


@pytest.mark.parametrize(
    ("nachturen", "per_week", "uitkomst"),
    [
        (6, 3, Uitkomst.VOLDAAN),  # 36 hours in two weeks
        (6, 4, Uitkomst.GESCHONDEN),
        (3, 4, Uitkomst.VOLDAAN),  # 24 hours in two weeks, however many nights
    ],
)
def test_nachtdiensten_met_regeling(nachturen: int, per_week: int, uitkomst: Uitkomst) -> None:
    """By a collective arrangement 140 in 52 weeks, or 38 hours of night in two weeks."""
    nachten = [
        tijdruimte(MAANDAG + dt.timedelta(weeks=week, days=dag), 0, nachturen)
        for week in range(48)
        for dag in range(1, 1 + per_week)
    ]
    uit = attrs.evolve(
        rooster(MAANDAG, (), tuple(nachten), weken=53),
        collectieve_regeling=CollectieveRegeling(afwijkingen=(Afwijking.NACHTDIENSTEN,)),
    )
    assert validate(uit).uitkomst("GZ-WACHT-027") is uitkomst


def test_arbeid_van_weken_achtereen() -> None:
    """A stretch that fills a week in its middle is too much in that week."""
    rapport = validate(rooster(MAANDAG, (), (stuk(MAANDAG + dt.timedelta(days=6), 12, 9 * 1440),)))
    assert [b.reden for b in rapport.van("GZ-WACHT-018")] == ["te_veel"]


def test_een_zondag_telt_een_keer() -> None:
    """Two stretches on one Sunday are one Sunday with work."""
    zondagen = [MAANDAG + dt.timedelta(days=6, weeks=week) for week in range(39)]
    arbeid = tuple(tijdruimte(dag, uur, 1) for dag in zondagen for uur in (9, 12))
    rapport = validate(rooster(MAANDAG, (), arbeid, weken=52))
    assert rapport.uitkomst("GZ-WACHT-028") is Uitkomst.VOLDAAN


def eigen(norm: Norm, *weg: str) -> Context:
    """Return a context with a norm of its own in which some values are missing."""
    waarden = tuple(waarde for waarde in norm.waarden if waarde.sleutel not in weg)
    rij: Norm = attrs.evolve(norm, waarden=waarden)
    return Context(tabellen=shipped().add(Normtabel(naam="eigen", titel="Eigen", normen=(rij,))))


def test_een_eigen_norm_gaat_voor() -> None:
    """A norm of one's own judges, and names what it replaces; without a value it is refused."""
    uit = rooster(MAANDAG, (), (tijdruimte(MAANDAG, 9, 8),))
    norm = normen().norm("atw-dienst").norm
    rapport = validate(uit, context=eigen(norm))
    assert rapport.van("GZ-WACHT-017") == ()
    gebruikt = [(t.naam, t.vervangt) for t in rapport.tabellen if t.eigen]
    assert gebruikt == [("eigen", ("norm-arbeidstijdenwet",))]
    with pytest.raises(TabelFout, match="/normtabellen/0/normen/0/waarden: een waarde"):
        eigen(norm, "maximum")


def test_een_eigen_norm_die_er_nog_niet_was() -> None:
    """A norm of one's own that replaces none names none."""
    cao = Cao(cao_id="cao-eigen", naam="Cao")
    uit = attrs.evolve(
        rooster(MAANDAG, (), (tijdruimte(MAANDAG, 9, 8),)), cao=cao, caobinding=Caobinding.PARTIJ
    )
    norm = attrs.evolve(
        normen().norm("cao-kraamzorg-2025-11-17.werkdag").norm,
        norm_id="cao-eigen.werkdag",
        tot_en_met=None,
    )
    rapport = validate(uit, context=eigen(norm))
    assert rapport.uitkomst("GZ-WACHT-030") is Uitkomst.VOLDAAN
    assert [(t.naam, t.vervangt) for t in rapport.tabellen if t.eigen] == [("eigen", ())]
