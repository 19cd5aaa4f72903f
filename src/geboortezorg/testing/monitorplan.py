"""Plans to monitor the funding of VSV's: valid ones, and ones with exactly one breach.

A valid plan runs from 2026, measures whole years from 2027, and evaluates after as many years as
it says it needs. All numbers are made up.
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from geboortezorg.bron import Bron, Verificatie
from geboortezorg.model.cijfers import (
    PERINATALE_STERFTE,
    Cijfereenheid,
    Cijferstatus,
    Definitie,
    Sterftegrenzen,
    Tijdvak,
)
from geboortezorg.model.doel import (
    Doel,
    Doelonderdeel,
    Doelwijziging,
    Indicator,
    Richting,
    Streefwaarde,
)
from geboortezorg.model.meting import Meting, Vergelijking
from geboortezorg.model.monitorplan import (
    Clientthema,
    Monitorniveau,
    Monitoronderwerp,
    Monitorplan,
    Ondersteuning,
    Ondersteuningsoort,
    Stap,
    Stapsoort,
)
from geboortezorg.testing import basis
from geboortezorg.tijd import Periode

EIGEN_BRON: Final = Bron(titel="Synthetische registratie", verificatie=Verificatie.OFFICIEEL)

_EERSTE_JAAR: Final = 2027
_OVERLEG: Final = Definitie(
    definitie_id="overleg",
    onderwerp="mdo",
    omschrijving="Samenwerkingsverbanden met overleg in beide domeinen.",
    eenheid=Cijfereenheid.PERCENTAGE,
    tijdvak=Tijdvak.PEILMOMENT,
    telt_personen=False,
    populatie="Alle samenwerkingsverbanden.",
    teller="Samenwerkingsverbanden met beide.",
    noemer="Samenwerkingsverbanden.",
)


def jaar(nummer: int) -> Periode:
    """Return the period of one calendar year."""
    return Periode(van=date(nummer, 1, 1), tot_en_met=date(nummer, 12, 31))


def sterftedefinities() -> st.SearchStrategy[Definitie]:
    """Return complete definitions of perinatal mortality with the bounds that occur in practice."""
    return st.builds(
        lambda weken, dagen: Definitie(
            definitie_id="sterfte",
            onderwerp=PERINATALE_STERFTE,
            omschrijving=f"Doodgeboorte vanaf {weken} weken en sterfte t/m {dagen} dagen.",
            eenheid=Cijfereenheid.PER_DUIZEND,
            tijdvak=Tijdvak.KALENDERJAAR,
            telt_personen=True,
            populatie="Geborenen.",
            teller="Doodgeborenen en overledenen.",
            noemer="Levend- en doodgeborenen.",
            sterftegrenzen=Sterftegrenzen(
                doodgeboorte_zwangerschapsduur_van_dagen=weken * 7,
                neonataal_zwangerschapsduur_van_dagen=weken * 7,
                leeftijd_tot_en_met_dagen=dagen,
            ),
        ),
        st.sampled_from((22, 24, 28)),
        st.sampled_from((7, 28)),
    )


_LAATST: Final = 300
"""At most so many days after a year it was measured: an evaluation takes at least as long."""


@st.composite
def _metingen(draw: st.DrawFn, aantal_jaren: int) -> tuple[Meting, ...]:
    uit = []
    for indicator, noemers, deel, minstens in (
        ("sterfte", (1_000, 170_000), 20, aantal_jaren),  # as often as the evaluation calls for
        ("overleg", (10, 90), 1, 1),
    ):
        for nummer in range(draw(st.integers(minstens, aantal_jaren))):
            noemer = draw(st.integers(*noemers))
            uit.append(
                Meting(
                    meting_id=f"{indicator}-{nummer}",
                    indicator_id=indicator,
                    definitie_id=indicator,
                    periode=jaar(_EERSTE_JAAR + nummer),
                    gemeten_op=basis.dagen_na(
                        date(_EERSTE_JAAR + nummer, 12, 31), draw(st.integers(0, _LAATST))
                    ),
                    teller_aantal=draw(st.integers(10, max(10, noemer // deel))),
                    noemer_aantal=noemer,
                    bron=EIGEN_BRON,
                )
            )
    return tuple(uit)


def _tijdlijn(jaren: int, begin: date, duur: int) -> tuple[Stap, ...]:
    einde = basis.dagen_na(begin, duur)
    return (
        Stap(
            stap_id="kamer",
            stapsoort=Stapsoort.INFORMEREN_KAMER,
            omschrijving="Kamer wordt begin 2027 opnieuw geïnformeerd.",
            periode=Periode(van=date(2027, 1, 1), tot_en_met=date(2027, 3, 31)),
        ),
        Stap(
            stap_id="evaluatie",
            stapsoort=Stapsoort.EVALUATIE,
            omschrijving="Evaluatie.",
            periode=Periode(van=begin, tot_en_met=einde),
            meetperioden_nodig_aantal=jaren,
        ),
        Stap(
            stap_id="keuze",
            stapsoort=Stapsoort.BELEIDSKEUZE,
            omschrijving="Besluit over het vervolg.",
            periode=Periode(van=einde, tot_en_met=basis.dagen_na(einde, 90)),
        ),
    )


@st.composite
def geldige_monitorplannen(draw: st.DrawFn) -> Monitorplan:
    """Return plans that give no finding at all."""
    jaren = draw(st.integers(1, 4))
    vooraf = basis.datums(date(2026, 4, 1), date(2027, 12, 30))
    begin = basis.dagen_na(date(_EERSTE_JAAR + jaren, 1, 1), draw(st.integers(0, 200)))
    duur = draw(st.integers(_LAATST, 500))
    metingen = draw(_metingen(jaren))
    over_sterfte = [m.meting_id for m in metingen if m.indicator_id == "sterfte"]
    wijziging = Doelwijziging(
        onderdeel=draw(st.sampled_from(Doelonderdeel)),
        gewijzigd_op=draw(basis.datums(date(2028, 1, 1), date(2030, 12, 31))),
        reden="Inzicht uit de praktijk.",
    )
    sterfte = Streefwaarde(
        indicator_id="sterfte",
        richting=Richting.HOOGSTENS,
        waarde=45,
        decimalen=1,
        te_bereiken_op=date(2030, 12, 31),
    )
    return Monitorplan(
        monitorplan_id=f"plan-{draw(st.integers(1, 999))}",
        titel="Monitor van de VSV-bekostiging",
        onderwerp=Monitoronderwerp.VSV_BEKOSTIGING,
        niveau=draw(st.sampled_from(Monitorniveau)),
        periode=Periode(van=date(2026, 4, 1), tot_en_met=date(2033, 12, 31)),
        partijen=("instituut", "federatie", "verzekeraars")[: draw(st.integers(2, 3))],
        tijdlijn_vastgesteld_op=draw(vooraf),
        definities=(draw(sterftedefinities()), _OVERLEG),
        doelen=(
            Doel(
                doel_id="minder-sterfte",
                omschrijving="Minder sterfte.",
                indicator_ids=("sterfte",),
                vastgesteld_op=draw(vooraf),
                streefwaarde=draw(st.none() | st.just(sterfte)),
                wijzigingen=draw(st.sampled_from(((), (wijziging,)))),
            ),
            Doel(
                doel_id="overleg",
                omschrijving="Overal overleg.",
                indicator_ids=("overleg",),
                vastgesteld_op=draw(vooraf),
            ),
        ),
        indicatoren=tuple(
            Indicator(indicator_id=naam, naam=naam, definitie_id=naam, vastgesteld_op=draw(vooraf))
            for naam in ("sterfte", "overleg")
        ),
        meetperioden=tuple(jaar(_EERSTE_JAAR + i) for i in range(jaren)),
        metingen=metingen,
        vergelijkingen=tuple(
            Vergelijking(een="sterfte-0", ander=ander) for ander in over_sterfte[1:][-1:]
        ),
        tijdlijn=_tijdlijn(jaren, begin, duur),
        clientthemas=(Clientthema(thema="keuzevrijheid"),),
        ondersteuning=tuple(
            Ondersteuning(ondersteuningsoort=soort, omschrijving="Landelijk team.")
            for soort in Ondersteuningsoort
        ),
    )


Breuk = Callable[[Monitorplan], tuple[Monitorplan, str]]
"""Takes a valid plan; returns it with one breach, and the pointer to it."""


def _deel(plan: Monitorplan, lijst: str, plaats: int, **anders: Any) -> Monitorplan:
    delen = list(getattr(plan, lijst))
    delen[plaats] = attrs.evolve(delen[plaats], **anders)
    gewijzigd: dict[str, Any] = {lijst: tuple(delen)}
    return attrs.evolve(plan, **gewijzigd)


def _wijziging(plan: Monitorplan) -> tuple[Monitorplan, str]:
    leeg = Doelwijziging(
        onderdeel=Doelonderdeel.STREEFWAARDE, gewijzigd_op=plan.doelen[1].vastgesteld_op
    )
    return _deel(plan, "doelen", 1, wijzigingen=(leeg,)), "/doelen/1/wijzigingen/0/reden"


def _grens(plan: Monitorplan) -> tuple[Monitorplan, str]:
    grenzen = plan.definities[0].sterftegrenzen or Sterftegrenzen()
    zonder = attrs.evolve(grenzen, leeftijd_tot_en_met_dagen=None)
    return (
        _deel(plan, "definities", 0, sterftegrenzen=zonder),
        "/definities/0/sterftegrenzen/leeftijd_tot_en_met_dagen",
    )


def _andere_definitie(plan: Monitorplan) -> tuple[Monitorplan, str]:
    ander = attrs.evolve(plan.definities[0], definitie_id="ander", populatie="Iemand anders.")
    uit = attrs.evolve(plan, definities=(*plan.definities, ander), vergelijkingen=())
    return _deel(uit, "metingen", 0, definitie_id="ander"), "/metingen/0/definitie_id"


def _vergelijking(plan: Monitorplan) -> tuple[Monitorplan, str]:
    scheef = Vergelijking(een="sterfte-0", ander="overleg-0")
    plaats = len(plan.vergelijkingen)
    return (
        attrs.evolve(plan, vergelijkingen=(*plan.vergelijkingen, scheef)),
        f"/vergelijkingen/{plaats}",
    )


def _keuze(plan: Monitorplan) -> tuple[Monitorplan, str]:
    vroeg = Periode(van=date(2027, 6, 1), tot_en_met=date(2027, 12, 31))
    return _deel(plan, "tijdlijn", 2, periode=vroeg), "/tijdlijn/2/periode"


def _meer_nodig(plan: Monitorplan) -> tuple[Monitorplan, str]:
    nodig = len(plan.meetperioden) + 1
    return _deel(plan, "tijdlijn", 1, meetperioden_nodig_aantal=nodig), "/tijdlijn/1/periode"


def _geen_kamer(plan: Monitorplan) -> tuple[Monitorplan, str]:
    uit = attrs.evolve(plan, niveau=Monitorniveau.LANDELIJK, tijdlijn=plan.tijdlijn[1:])
    return uit, "/tijdlijn"


def _voor_2027(plan: Monitorplan) -> tuple[Monitorplan, str]:
    vroeg = Periode(van=date(2026, 7, 1), tot_en_met=date(2026, 12, 31))
    ervoor = Periode(van=plan.periode.van, tot_en_met=date(2026, 6, 30))
    meting = attrs.evolve(
        plan.metingen[-1], meting_id="vroeg", periode=ervoor, gemeten_op=vroeg.van
    )
    uit = attrs.evolve(
        plan,
        tijdlijn_vastgesteld_op=ervoor.van,
        meetperioden=(ervoor, *plan.meetperioden),
        metingen=(*plan.metingen, meting),
    )
    uit = _deel(uit, "indicatoren", 1, vastgesteld_op=ervoor.van)
    uit = _deel(uit, "doelen", 1, vastgesteld_op=ervoor.van)
    # A goal of after the evaluation began is not asked to be measured by then.
    uit = _deel(uit, "doelen", 0, vastgesteld_op=vroeg.van)
    uit = _deel(uit, "tijdlijn", 1, periode=vroeg, meetperioden_nodig_aantal=1)
    return uit, "/tijdlijn/1/periode"


def _nog_een_meting(plan: Monitorplan, veld: str, **anders: Any) -> tuple[Monitorplan, str]:
    """Return the plan with the first measurement once more, and the pointer to it."""
    meting = attrs.evolve(plan.metingen[0], meting_id="nog-een", **anders)
    pad = f"/metingen/{len(plan.metingen)}{veld}"
    return attrs.evolve(plan, metingen=(*plan.metingen, meting)), pad


def _nulmeting_achteraf(plan: Monitorplan) -> tuple[Monitorplan, str]:
    return _nog_een_meting(
        plan, "/periode", nulmeting=True, periode=jaar(2032), gemeten_op=date(2033, 6, 1)
    )


def _streef_boven_honderd(plan: Monitorplan) -> tuple[Monitorplan, str]:
    streef = Streefwaarde(
        indicator_id="overleg",
        richting=Richting.MINSTENS,
        waarde=150,
        te_bereiken_op=date(2030, 12, 31),
    )
    return _deel(plan, "doelen", 1, streefwaarde=streef), "/doelen/1/streefwaarde/waarde"


def _half_jaar(plan: Monitorplan) -> tuple[Monitorplan, str]:
    half = Periode(van=date(_EERSTE_JAAR, 1, 1), tot_en_met=date(_EERSTE_JAAR, 6, 30))
    return _deel(plan, "metingen", 0, periode=half), "/metingen/0/periode"


def _met_voorlopig(plan: Monitorplan) -> tuple[Monitorplan, str]:
    uit, _ = _nog_een_meting(
        plan, "", status=Cijferstatus.VOORLOPIG, gemeten_op=date(_EERSTE_JAAR, 12, 31)
    )
    vergelijking = Vergelijking(een="sterfte-0", ander="nog-een")
    pad = f"/vergelijkingen/{len(plan.vergelijkingen)}"
    return attrs.evolve(uit, vergelijkingen=(*plan.vergelijkingen, vergelijking)), pad


def _alle_overleden(plan: Monitorplan) -> tuple[Monitorplan, str]:
    noemer = plan.metingen[0].noemer_aantal
    return _deel(plan, "metingen", 0, teller_aantal=noemer), "/metingen/0/teller_aantal"


def _deel_groter(plan: Monitorplan) -> tuple[Monitorplan, str]:
    uit = _deel(plan, "metingen", 0, teller_aantal=10)
    return _nog_een_meting(uit, "/teller_aantal", groep="deel", teller_aantal=11)


_BREUKEN: Final[Mapping[str, Breuk]] = MappingProxyType(
    {
        "GZ-MONITOR-001": lambda plan: (
            _deel(plan, "indicatoren", 0, vastgesteld_op=date(2034, 1, 1)),
            "/indicatoren/0/vastgesteld_op",
        ),
        "GZ-MONITOR-002": _wijziging,
        "GZ-MONITOR-003": lambda plan: (
            _deel(plan, "doelen", 1, indicator_ids=()),
            "/doelen/1/indicator_ids",
        ),
        "GZ-MONITOR-004": _grens,
        "GZ-MONITOR-005": lambda plan: (_deel(plan, "metingen", 0, bron=None), "/metingen/0/bron"),
        "GZ-MONITOR-006": _andere_definitie,
        "GZ-MONITOR-007": _vergelijking,
        "GZ-MONITOR-008": _meer_nodig,
        "GZ-MONITOR-009": lambda plan: (
            attrs.evolve(plan, tijdlijn=plan.tijdlijn[:2]),
            "/tijdlijn",
        ),
        "GZ-MONITOR-010": _keuze,
        "GZ-MONITOR-011": lambda plan: (attrs.evolve(plan, clientthemas=()), "/clientthemas"),
        "GZ-MONITOR-012": lambda plan: (
            _deel(plan, "metingen", 0, teller_aantal=9),
            "/metingen/0/teller_aantal",
        ),
        "GZ-MONITOR-013": lambda plan: (
            _deel(plan, "tijdlijn", 2, stap_id="kamer"),
            "/tijdlijn/2/stap_id",
        ),
        "GZ-MONITOR-014": lambda plan: (
            _deel(plan, "metingen", 0, noemer_aantal=None),
            "/metingen/0/noemer_aantal",
        ),
        "GZ-MONITOR-015": _geen_kamer,
        "GZ-MONITOR-016": _voor_2027,
        "GZ-MONITOR-017": lambda plan: (
            attrs.evolve(plan, partijen=plan.partijen[:1]),
            "/partijen",
        ),
        "GZ-MONITOR-018": lambda plan: (
            attrs.evolve(plan, ondersteuning=plan.ondersteuning[:1]),
            "/ondersteuning",
        ),
        "GZ-MONITOR-019": lambda plan: _nog_een_meting(plan, ""),
        "GZ-MONITOR-020": _nulmeting_achteraf,
        "GZ-MONITOR-021": _streef_boven_honderd,
        "GZ-MONITOR-022": _deel_groter,
        "GZ-MONITOR-023": _half_jaar,
        "GZ-MONITOR-024": _met_voorlopig,
        "GZ-CIJFER-010": _alle_overleden,
    }
)

PROEFBREUKEN: Final = basis.proefbreuken("monitorplan", geldige_monitorplannen(), _BREUKEN)
"""What this module can break, for :func:`geboortezorg.testing.documents`."""
