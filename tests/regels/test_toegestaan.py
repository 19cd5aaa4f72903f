"""What indications allow, by every subset of them in this test: in the rule in one pass."""

from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from geboortezorg.model.dossier import Dossier
from geboortezorg.model.kraamzorg import GeleverdeKraamzorg, Indicatieprotocol, Kraamzorgindicatie
from geboortezorg.model.zwangerschap import Zwangerschap
from geboortezorg.regels.kraamzorg.toegestaan import Grens, eerste_te_veel, toegestaan
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.testing import proefcontext

BEGIN = date(2025, 1, 1)
CONTEXT = proefcontext()
ACHTSTE = 8

Indicatie = tuple[int, int, int | None, int | None]
"""Its day, what it indicates, what it takes off and the days in hospital."""

INDICATIES = st.lists(
    st.tuples(
        st.integers(0, 6),
        st.sampled_from((0, 80, 160, 2400)),
        st.none() | st.integers(0, 90),
        st.none() | st.integers(0, 3),
    ),
    max_size=6,
)


def _werkblad(indicaties: list[Indicatie], laatste: int | None) -> Werkblad:
    zorg = [] if laatste is None else [GeleverdeKraamzorg(datum=_dag(laatste), duur_minuten=60)]
    dossier = Dossier(
        referentie="d-1",
        zwangerschap=Zwangerschap(),
        geleverde_kraamzorg=tuple(zorg),
        kraamzorgindicaties=tuple(
            Kraamzorgindicatie(
                datum=_dag(dag),
                indicatieprotocol=Indicatieprotocol.LIP,
                geindiceerd_minuten=minuten,
                aftrek_minuten=aftrek,
                ziekenhuisdagen=dagen,
            )
            for dag, minuten, aftrek, dagen in indicaties
        ),
    )
    return Werkblad(dossier, "dossier", CONTEXT)


def _dag(dag: int) -> date:
    return BEGIN + timedelta(days=dag)


def _af(indicatie: Indicatie) -> int | None:
    _, minuten, aftrek, dagen = indicatie
    if aftrek is not None or dagen is None:
        return aftrek
    return min(minuten, minuten // ACHTSTE * dagen)


def _over(indicaties: list[Indicatie], laatste: int | None) -> int:
    """Return what some indications leave, by the latest that care can have followed."""
    genoemd = [(dag, plaats) for plaats, (dag, *_) in enumerate(indicaties)]
    op_tijd = [paar for paar in genoemd if laatste is None or paar[0] <= laatste]
    gekozen = indicaties[max(op_tijd or genoemd)[1]]
    aftrek = _af(gekozen)
    if aftrek is None:
        aftrek = max(_af(een) or 0 for een in indicaties if een[0] <= gekozen[0])
    return gekozen[1] - min(aftrek, gekozen[1]) if _af(gekozen) is None else gekozen[1] - aftrek


@given(INDICATIES, st.none() | st.integers(0, 6))
@example([(1, 80, None, None), (3, 160, None, None)], 0)
@example([(1, 80, 20, None), (1, 160, None, None), (3, 2400, None, 1)], 2)
def test_elke_deelverzameling(indicaties: list[Indicatie], laatste: int | None) -> None:
    """In all the latest holds; before each later day the latest of those before it."""
    verwacht: list[Grens] = []
    if indicaties:
        verwacht = [(date.max, _over(indicaties, laatste))]
        for later in sorted({dag for dag, *_ in indicaties})[1:]:
            eerder = [een for een in indicaties if een[0] < later]
            verwacht.append((_dag(later), _over(eerder, laatste)))
    assert toegestaan(_werkblad(indicaties, laatste)) == verwacht


@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 9)), max_size=8),
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 20)), max_size=4),
)
def test_elke_grens(zorg: list[tuple[int, int]], grenzen: list[tuple[int, int]]) -> None:
    """The first bound that all care before its day passes is named."""
    te_veel = [
        (_dag(op), tot)
        for op, tot in grenzen
        if sum(minuten for dag, minuten in zorg if dag < op) > tot
    ]
    gevonden = eerste_te_veel(
        [(_dag(dag), minuten) for dag, minuten in zorg], [(_dag(op), tot) for op, tot in grenzen]
    )
    assert gevonden == (te_veel[0] if te_veel else None)
