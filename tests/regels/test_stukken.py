"""What is in force on a day, found once for all days on which nothing begins or ends."""

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort
from geboortezorg.regels import overeenkomsten
from geboortezorg.regels.stukken import Stukken
from geboortezorg.tabellen import Tabellen
from geboortezorg.tijd import Looptijd, overlappen

BEGIN = date(2023, 1, 1)


@attrs.frozen
class Ding:
    """Something with a looptijd."""

    looptijd: Looptijd


def _dag(nummer: int) -> date:
    return BEGIN + timedelta(days=nummer)


DAGEN = st.integers(0, 12).map(_dag)
LOOPTIJDEN = st.builds(Looptijd, van=DAGEN, tot_en_met=st.none() | DAGEN)
DINGEN = st.lists(st.builds(Ding, LOOPTIJDEN), max_size=6)


@given(DINGEN, st.integers(-1, 14).map(_dag))
def test_op_de_dag(dingen: list[Ding], dag: date) -> None:
    """The same things as when each is asked, in their order; a reversed looptijd holds none."""
    stukken = Stukken(dingen)
    gevonden = stukken.op(dag)
    assert gevonden == [ding for ding in dingen if ding.looptijd.bevat(dag)]
    assert stukken.op(dag) is gevonden


@given(DINGEN, st.booleans())
def test_op_alle_dagen(dingen: list[Ding], achteruit: bool) -> None:
    """What was found for one day is not given back for another on which something changed."""
    stukken = Stukken(dingen)
    for dag in sorted(map(_dag, range(-1, 15)), reverse=achteruit):
        assert stukken.op(dag) == [ding for ding in dingen if ding.looptijd.bevat(dag)]


def test_een_lijst_voor_alle_threads() -> None:
    """Where a thread beside it found them first, that list is given: it is known by its identity."""
    eerder: list[object] = []

    class Intussen:
        """While it is looked at, another thread looks too."""

        bezig = False

        @property
        def looptijd(self) -> Looptijd:
            if self.bezig and not eerder:
                eerder.append(None)
                eerder[0] = stukken.op(BEGIN)
            return Looptijd(van=BEGIN)

    stukken = Stukken([Intussen()])
    Intussen.bezig = True
    assert stukken.op(BEGIN) is eerder[0]


def test_een_zoeker_voor_alle_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """The agreements of the same parties are found by one and the same object."""
    afspraak = Overeenkomst(
        overeenkomst_id="o-1",
        overeenkomstsoort=Overeenkomstsoort.MAX_MAX,
        uzovi_code="0001",
        looptijd=Looptijd(van=BEGIN),
        schriftelijk=True,
        zorgaanbieder_agb="33001234",
    )
    betaler = overeenkomsten.Betaler((afspraak,), Tabellen())
    (sleutel,) = betaler.per_sleutel
    eerder: list[object] = []

    def maak(dingen: list[Overeenkomst]) -> Stukken[Overeenkomst]:
        if not eerder:
            eerder.append(None)
            eerder[0] = betaler.stukken(sleutel)
        return Stukken(dingen)

    monkeypatch.setattr(overeenkomsten, "Stukken", maak)
    assert betaler.stukken(sleutel) is eerder[0]


@given(DINGEN, LOOPTIJDEN)
def test_overlap(dingen: list[Ding], looptijd: Looptijd) -> None:
    """The same answer as when each is asked."""
    verwacht = any(overlappen(ding.looptijd, looptijd) for ding in dingen)
    stukken = Stukken(dingen)
    assert stukken.overlapt(looptijd) is verwacht
    assert stukken.overlapt(looptijd) is verwacht  # asked again, of what was kept


@given(DINGEN, DAGEN, DAGEN)
def test_wissels(dingen: list[Ding], na: date, tot_en_met: date) -> None:
    """Between two of these days, of a period that begins after `na`, the same is in force."""
    stukken = Stukken(dingen)
    wissels = list(stukken.wissels(na, tot_en_met))
    assert all(na < dag <= tot_en_met for dag in wissels)
    dag = na
    while (dag := dag + timedelta(days=1)) <= tot_en_met:
        gelijk = stukken.op(dag) == stukken.op(dag - timedelta(days=1))
        assert gelijk or dag in wissels
