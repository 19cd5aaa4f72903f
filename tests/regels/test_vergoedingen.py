"""What waiting is paid beside work: found by day, and by every pair in this test."""

from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from geboortezorg.model.wachtdienst import Tijdsoort, Vergoeding
from geboortezorg.regels.wachtdienst.cao import _te_hoog
from geboortezorg.tijd import Looptijd, overlappen

BEGIN = date(2026, 4, 1)


@st.composite
def looptijden(draw: st.DrawFn) -> Looptijd:
    """Return some days, with or without a last one."""
    van = BEGIN + timedelta(days=draw(st.integers(0, 12)))
    dagen = draw(st.none() | st.integers(0, 6))
    return Looptijd(van=van, tot_en_met=None if dagen is None else van + timedelta(days=dagen))


VERGOEDINGEN = st.lists(
    st.builds(
        Vergoeding,
        tijdsoort=st.sampled_from(Tijdsoort),
        uurbedrag_eurocent=st.integers(0, 4),
        looptijd=st.none() | looptijden(),
    ),
    max_size=9,
)


def _over(tijdsoort: Tijdsoort, van: int, tot_en_met: int) -> Vergoeding:
    looptijd = Looptijd(
        van=BEGIN + timedelta(days=van), tot_en_met=BEGIN + timedelta(days=tot_en_met)
    )
    return Vergoeding(tijdsoort=tijdsoort, uurbedrag_eurocent=1, looptijd=looptijd)


def _samen(een: Vergoeding, ander: Vergoeding) -> bool:
    if een.looptijd is None or ander.looptijd is None:
        return True
    return overlappen(een.looptijd, ander.looptijd)


@given(VERGOEDINGEN)
@example([_over(Tijdsoort.WACHTTIJD, 0, 1), _over(Tijdsoort.ARBEIDSTIJD, 2, 3)])
def test_elk_paar(vergoedingen: list[Vergoeding]) -> None:
    """Each waiting time is held against all work that is paid on one of its days."""
    paren = [
        (i, wacht.uurbedrag_eurocent >= arbeid.uurbedrag_eurocent)
        for i, wacht in enumerate(vergoedingen)
        if wacht.tijdsoort is Tijdsoort.WACHTTIJD
        for arbeid in vergoedingen
        if arbeid.tijdsoort is Tijdsoort.ARBEIDSTIJD and _samen(wacht, arbeid)
    ]
    assert _te_hoog(vergoedingen) == ({i for i, te_hoog in paren if te_hoog}, bool(paren))
