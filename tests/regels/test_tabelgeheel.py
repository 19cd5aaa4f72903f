"""A whole and its phases in an own table: held together by day, and by every day in this test."""

import copy
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.regels.test_gevallen import ALLE

from geboortezorg import validate

CODE = "GZ-TABEL-002"
(EIGEN,) = (
    geval["document"]
    for code, geval in ALLE
    if (code, geval["naam"]) == (CODE, "ongeldig-fasen-een-cent-meer")
)
HEEL = "verloskunde-volledig"
FASEN = [f"{HEEL}-{fase}" for fase in ("prenataal", "nataal", "postnataal")]
BEGIN = date(2027, 1, 1)
DAGEN = 12

Stuk = tuple[int, int, int]
"""The first day of an amount, the day after its last, and the amount."""


@st.composite
def stukken(draw: st.DrawFn) -> list[Stuk]:
    """Return amounts one after the other, with or without days between them, in any order."""
    randen = sorted(draw(st.sets(st.integers(0, DAGEN), max_size=8)))
    paren = zip(randen[::2], randen[1::2], strict=False)
    uit = [(van, tot, draw(st.integers(1, 9))) for van, tot in paren]
    return draw(st.permutations(uit))


@given(stukken(), st.lists(stukken(), min_size=3, max_size=3))
def test_elke_dag(heel: list[Stuk], fasen: list[list[Stuk]]) -> None:
    """A whole is doubted where its phases cost more together on one of its days."""
    rijen: list[dict[str, Any]] = []
    for naam, delen in zip([HEEL, *FASEN], [heel, *fasen], strict=True):
        (een,) = (rij for rij in EIGEN["tarieven"] if rij["prestatie_id"] == naam)
        for van, tot, bedrag in delen:
            dagen = [BEGIN + timedelta(days=dag) for dag in (van, tot - 1)]
            looptijd = {"van": str(dagen[0]), "tot_en_met": str(dagen[1])}
            rijen.append({**een, "bedrag_eurocent": bedrag, "looptijd": looptijd})
    document = {**copy.deepcopy(EIGEN), "tarieven": rijen}
    verwacht = {
        f"/tarieven/{plaats}/bedrag_eurocent"
        for plaats, (van, tot, bedrag) in enumerate(heel)
        for dag in range(van, tot)
        if sum(b for delen in fasen for v, t, b in delen if v <= dag < t) > bedrag
    }
    gevonden = {
        pad
        for bevinding in validate(document).van(CODE)
        if bevinding.reden == "delen_boven_geheel"
        for pad in bevinding.plaatsen
    }
    assert gevonden == verwacht
