"""The tariff room: a line that lies outside it is found among others that lie within."""

import json
from collections import defaultdict
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg import Context, load
from geboortezorg.geld import Percentage
from geboortezorg.regels.opslag import HALVE_CENT, boven
from geboortezorg.regels.register import PER_CODE
from geboortezorg.regels.tarief import ruimte as tariefruimte
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.zorggeval import Post

GOED = Path(__file__).parents[2] / "voorbeelden" / "goed" / "thuisbevalling-2023.json"


@pytest.mark.parametrize(
    "gebrek",
    [
        {"tarief_eurocent": 10**6},
        {"periode": {"van": "2023-05-08", "tot_en_met": "2001-01-01"}},
        {"eenheid": "dag"},
        {"periode": {"van": "2023-05-08", "tot_en_met": "2026-01-01"}},
    ],
    ids=lambda gebrek: next(iter(gebrek)),
)
def test_alleen_de_lijn_die_erbuiten_valt(
    monkeypatch: pytest.MonkeyPatch, gebrek: dict[str, Any]
) -> None:
    """Of lines of which one is not plain the rule says what it says when it asks of each."""
    regel, gevraagd = PER_CODE["GZ-TARIEF-001"], list[int]()
    toets = tariefruimte._toets

    def volg(w: Werkblad, post: Post, *rest: Any) -> Any:
        gevraagd.append(post.nummer)
        return toets(w, post, *rest)

    monkeypatch.setattr(tariefruimte, "_toets", volg)
    for plaats in range(len(json.loads(GOED.read_bytes())["declaratieregels"])):
        document = json.loads(GOED.read_bytes())
        document["declaratieregels"][plaats] |= gebrek
        uit = [regel.toets(Werkblad(load(document), "dossier", Context()))]
        if "tarief_eurocent" in gebrek:
            assert gevraagd == [plaats]
        gevraagd.clear()
        with monkeypatch.context() as zonder:
            zonder.setattr(tariefruimte, "Ruimten", lambda _: defaultdict(type(None)))
            uit.append(regel.toets(Werkblad(load(document), "dossier", Context())))
        assert len(gevraagd) > 1
        gevraagd.clear()
        assert uit[0] == uit[1]


@given(st.integers(0, 20_000), st.integers(0, 10**9), st.fractions(-2, 2, max_denominator=8))
def test_boven_een_maximum(basispunten: int, maximum: int, verschil: Fraction) -> None:
    """In whole numbers it is decided as with fractions, also right at the bound."""
    erbij = Percentage.uit_basispunten(basispunten)
    grens = erbij.bovenop(maximum) + HALVE_CENT
    for gevraagd in (grens, grens + verschil, int(grens), int(grens) + 1):
        assert boven(gevraagd, maximum, erbij) is (gevraagd > grens)
