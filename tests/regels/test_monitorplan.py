"""What the cases do not show of the rules on plans to monitor and on figures."""

import itertools
import json
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg import Context, Ernst, Uitkomst, validate
from geboortezorg.bron import Verificatie
from geboortezorg.convert import structureer_document
from geboortezorg.model.meting import Meting
from geboortezorg.model.monitorplan import Monitorplan
from geboortezorg.regels.monitorplan.gemeten import los_van_elkaar
from geboortezorg.regels.register import PER_CODE, REGELS
from geboortezorg.testing.monitorplan import geldige_monitorplannen
from geboortezorg.tijd import Periode

GEVALLEN = Path(__file__).parents[2] / "schemas" / "0.1" / "conformance"
DAG = timedelta(days=1)


def _plan() -> Monitorplan:
    """Return the plan of the first case: one that satisfies every rule."""
    gevallen = json.loads((GEVALLEN / "GZ-MONITOR-001.json").read_bytes())["gevallen"]
    plan: Monitorplan = structureer_document(gevallen[0]["document"])
    return plan


PLAN = _plan()


def _deel(lijst: str, plaats: int, **anders: Any) -> Monitorplan:
    delen = list(getattr(PLAN, lijst))
    delen[plaats] = attrs.evolve(delen[plaats], **anders)
    gewijzigd: dict[str, Any] = {lijst: tuple(delen)}
    return attrs.evolve(PLAN, **gewijzigd)


def _doel_vast(dag: date) -> Monitorplan:
    return _deel("doelen", 0, vastgesteld_op=dag)


def _indicator_vast(dag: date) -> Monitorplan:
    return _deel("indicatoren", 0, vastgesteld_op=dag)


def _tijdlijn_vast(dag: date) -> Monitorplan:
    return attrs.evolve(PLAN, tijdlijn_vastgesteld_op=dag)


@pytest.mark.parametrize("maak", [_doel_vast, _indicator_vast, _tijdlijn_vast])
@pytest.mark.parametrize(
    ("dagen", "uitkomst"),
    [(-1, Uitkomst.VOLDAAN), (0, Uitkomst.NIET_BEOORDEELD), (1, Uitkomst.GESCHONDEN)],
)
def test_dagen_rond_de_eerste_meting(
    maak: Callable[[date], Monitorplan], dagen: int, uitkomst: Uitkomst
) -> None:
    """The day before is in time, the day itself cannot be judged, the day after is too late."""
    eerste = min(meting.gemeten_op for meting in PLAN.metingen)
    rapport = validate(maak(eerste + dagen * DAG))
    code = "GZ-MONITOR-009" if maak is _tijdlijn_vast else "GZ-MONITOR-001"
    assert rapport.uitkomst(code) is uitkomst


def test_nulmeting_na_vaststelling_is_gewoon() -> None:
    """A baseline that comes after the goal was fixed needs no remark."""
    oktober = Periode(van=date(2026, 10, 1), tot_en_met=date(2026, 10, 31))
    plan = _deel("metingen", 2, nulmeting=True, periode=oktober, gemeten_op=date(2026, 11, 15))
    assert validate(plan).akkoord


def test_de_eerste_van_twee_nulmetingen_telt() -> None:
    """A goal fixed between two baselines comes after the first of them."""
    tussen = date(2028, 3, 1)
    laat, vroeg = (
        attrs.evolve(PLAN.metingen[2], meting_id=naam, nulmeting=True, gemeten_op=dag)
        for naam, dag in (("laat", date(2028, 6, 1)), ("vroeg", date(2028, 1, 15)))
    )
    plan = attrs.evolve(
        _deel("indicatoren", 1, vastgesteld_op=tussen),
        metingen=(*PLAN.metingen[:2], laat, vroeg),
        tijdlijn_vastgesteld_op=date(2026, 9, 1),
    )
    assert [(b.pad, b.reden) for b in validate(plan).van("GZ-MONITOR-001")] == [
        ("/indicatoren/1/vastgesteld_op", "nulmeting_eerder")
    ]


def test_keuze_na_de_eerste_van_twee_evaluaties() -> None:
    """A policy choice may follow an interim evaluation: the final one need not have ended."""
    tussentijds = attrs.evolve(
        PLAN.tijdlijn[1],
        stap_id="tussentijds",
        periode=Periode(van=date(2028, 1, 1), tot_en_met=date(2028, 6, 30)),
        meetperioden_nodig_aantal=1,
    )
    keuze = attrs.evolve(
        PLAN.tijdlijn[2], periode=Periode(van=date(2028, 7, 1), tot_en_met=date(2028, 12, 31))
    )
    plan = attrs.evolve(PLAN, tijdlijn=(*PLAN.tijdlijn[:2], tussentijds, keuze))
    assert validate(plan).akkoord


def test_een_van_twee_kamerbrieven_op_tijd_is_genoeg() -> None:
    """Parliament may be informed once more later in the year."""
    later = attrs.evolve(
        PLAN.tijdlijn[0],
        stap_id="later",
        periode=Periode(van=date(2027, 10, 1), tot_en_met=date(2027, 10, 31)),
    )
    assert validate(attrs.evolve(PLAN, tijdlijn=(later, *PLAN.tijdlijn))).akkoord
    assert validate(attrs.evolve(PLAN, tijdlijn=(*PLAN.tijdlijn, later))).akkoord


@pytest.mark.parametrize(
    ("einde", "uitkomst"),
    [(date(2026, 12, 31), Uitkomst.GESCHONDEN), (date(2027, 1, 1), Uitkomst.VOLDAAN)],
)
def test_evaluatie_rond_de_eerste_dag(einde: date, uitkomst: Uitkomst) -> None:
    """An evaluation that ends on the first day of the funding is not before it."""
    plan = _deel("tijdlijn", 1, periode=Periode(van=date(2026, 12, 1), tot_en_met=einde))
    assert validate(plan).uitkomst("GZ-MONITOR-016") is uitkomst


def test_vergelijking_met_een_onbekende_meting() -> None:
    """What leads nowhere has its own rule; the rule on comparisons then has nothing to say."""
    for anders in ({"een": "weg"}, {"ander": "weg"}):
        rapport = validate(_deel("vergelijkingen", 0, **anders))
        assert [b.code for b in rapport.bevindingen] == ["GZ-MONITOR-013"]
        assert rapport.uitkomst("GZ-MONITOR-007") is Uitkomst.NIET_VAN_TOEPASSING


def test_verwijzingen_zonder_vergelijkingen() -> None:
    """A plan that compares and measures nothing still has keys to judge."""
    plan = attrs.evolve(PLAN, vergelijkingen=(), metingen=())
    assert validate(plan).uitkomst("GZ-MONITOR-013") is Uitkomst.VOLDAAN


def test_zwakke_grond_wijst_niet_af_tenzij_gevraagd() -> None:
    """The number ten is from a secondary source: a warning, unless the caller lowers the bar."""
    plan = _deel("metingen", 0, teller_aantal=9)
    (bevinding,) = validate(plan).bevindingen
    assert (bevinding.ernst, bevinding.uitkomst) == (Ernst.WAARSCHUWING, Uitkomst.NIET_BEOORDEELD)
    streng = Context(drempel=Verificatie.SECUNDAIR)
    (bevinding,) = validate(plan, context=streng).bevindingen
    assert (bevinding.ernst, bevinding.uitkomst) == (Ernst.FOUT, Uitkomst.GESCHONDEN)
    assert [(p.naam, p.waarde) for p in bevinding.parameters] == [("grens", "10")]


def test_bronnen_zijn_de_kamerbrief() -> None:
    """Every rule rests on the letter (officieel), but for suppression and our own structure."""
    eigen = [r for r in REGELS if r.code.startswith(("GZ-MONITOR-", "GZ-CIJFER-"))]
    assert len(eigen) == 35
    zonder_brief = {r.code for r in eigen if r.bron.nummer != "32279-272"}
    assert zonder_brief == {
        *("GZ-MONITOR-012", "GZ-MONITOR-013", "GZ-MONITOR-014"),
        *(f"GZ-MONITOR-{nummer:03d}" for nummer in range(19, 25)),
        *(f"GZ-CIJFER-{nummer:03d}" for nummer in range(4, 12)),
    }
    secundair = {r.code for r in eigen if r.verificatie is Verificatie.SECUNDAIR}
    assert secundair == {"GZ-MONITOR-012", "GZ-CIJFER-005"}
    assert {r.verificatie for r in eigen if r.code not in secundair} == {Verificatie.OFFICIEEL}


@pytest.mark.parametrize("code", ["GZ-MONITOR-015", "GZ-MONITOR-018"])
def test_waarschuwing_keurt_niet_af(code: str) -> None:
    """What the letter advises, or someone else has to do, is a warning."""
    assert PER_CODE[code].ernst is Ernst.WAARSCHUWING
    zonder = attrs.evolve(PLAN, tijdlijn=PLAN.tijdlijn[1:], ondersteuning=())
    rapport = validate(zonder)
    assert rapport.uitkomst(code) is Uitkomst.GESCHONDEN
    assert rapport.akkoord


def test_meldingen_bevatten_niets_uit_het_plan() -> None:
    """A finding repeats no text and no key of the plan."""
    rood = "KANARIE"
    plan = attrs.evolve(
        PLAN,
        doelen=tuple(
            attrs.evolve(doel, doel_id=rood, omschrijving=rood, indicator_ids=(rood,))
            for doel in PLAN.doelen
        ),
        metingen=tuple(attrs.evolve(m, indicator_id=rood, gebied=rood) for m in PLAN.metingen),
        partijen=(rood,),
    )
    rapport = validate(plan)
    assert sum(len(bevinding.plaatsen) for bevinding in rapport.bevindingen) > 5
    assert rood not in repr(rapport)


@pytest.mark.parametrize(
    ("teller", "noemer", "verhouding"),
    [(1, 3, Fraction(1, 3)), (0, 3, Fraction(0)), (None, 3, None), (1, None, None), (1, 0, None)],
)
def test_verhouding(teller: int | None, noemer: int | None, verhouding: Fraction | None) -> None:
    """A ratio is exact, and absent when it cannot be computed."""
    meting: Meting = attrs.evolve(PLAN.metingen[0], teller_aantal=teller, noemer_aantal=noemer)
    assert meting.verhouding == verhouding


_DAGEN = st.integers(0, 12).map(lambda n: date(2027, 1, 1) + n * DAG)
_PERIODEN = st.builds(lambda a, b: Periode(van=a, tot_en_met=b), _DAGEN, _DAGEN)


@given(st.lists(_PERIODEN, max_size=6))
def test_los_van_elkaar(perioden: list[Periode]) -> None:
    """The count is that of the largest choice of periods without a shared day, tried in full."""

    def los(keuze: tuple[Periode, ...]) -> bool:
        return all(
            een.tot_en_met < ander.van or ander.tot_en_met < een.van
            for een, ander in itertools.combinations(keuze, 2)
        )

    recht = [periode for periode in perioden if periode.van <= periode.tot_en_met]
    keuzes = (keuze for n in range(len(recht) + 1) for keuze in itertools.combinations(recht, n))
    assert len(los_van_elkaar(perioden)) == max(len(keuze) for keuze in keuzes if los(keuze))


@given(geldige_monitorplannen(), st.integers(-400, 400))
def test_evaluatie_op_elke_dag(plan: Monitorplan, dagen: int) -> None:
    """An evaluation is too early exactly until the last needed period has ended."""
    laatste = plan.meetperioden[-1].tot_en_met
    begin = laatste + dagen * DAG
    evaluatie = attrs.evolve(
        plan.tijdlijn[1], periode=Periode(van=begin, tot_en_met=begin + 30 * DAG)
    )
    rapport = validate(attrs.evolve(plan, tijdlijn=(plan.tijdlijn[0], evaluatie)))
    assert (rapport.uitkomst("GZ-MONITOR-008") is Uitkomst.VOLDAAN) is (begin > laatste)
