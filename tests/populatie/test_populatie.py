"""The made-up population has the shares of its sources, and is right unless a fault was asked."""

import json
import math
import random
from collections import Counter
from collections.abc import Callable
from fractions import Fraction

import pytest

from geboortezorg import Oordeel, validate
from geboortezorg.populatie import FOUTEN, populatiecontext, population
from geboortezorg.populatie import verdelingen as v
from geboortezorg.populatie.context import JAAR
from geboortezorg.populatie.lot import THUIS, Lot, trek
from geboortezorg.rapport import Ernst

CONTEXT = populatiecontext()
AANTAL = 20_000
LOTEN = [trek(random.Random(nummer)) for nummer in range(AANTAL)]  # noqa: S311


def duurklasse(lot: Lot) -> str:
    """Return the class of the source in which a length of pregnancy falls."""
    for naam in v.verdeling(v.DUUR).gewichten:
        van, tot, *_ = naam.split("-")
        if int(van) * 7 <= lot.duur_dagen and (tot == "weken" or lot.duur_dagen < int(tot) * 7):
            return naam
    raise AssertionError(lot.duur_dagen)


def gelijk(getrokken: Counter[str], delen: dict[str, Fraction]) -> None:
    """Say that each share is the published one, within five standard errors."""
    assert set(getrokken) <= set(delen)
    for naam, deel in delen.items():
        fout = math.sqrt(deel * (1 - deel) / AANTAL)
        assert abs(getrokken[naam] / AANTAL - deel) <= 5 * fout, naam


@pytest.mark.parametrize(
    ("bron", "kenmerk"),
    [
        (v.PROVINCIES, lambda lot: lot.provincie),
        (v.VOLGORDE, lambda lot: lot.volgorde),
        (v.PLAATS, lambda lot: lot.plaats),
        (v.MEERLINGEN, lambda lot: "meervoudig" if lot.kinderen > 1 else "enkelvoudig"),
        (v.DUUR, duurklasse),
    ],
)
def test_aandelen(bron: v.Bron, kenmerk: Callable[[Lot], str]) -> None:
    """What is drawn has the shares that the source publishes."""
    verdeling = v.verdeling(bron)
    delen = {naam: verdeling.deel(naam) for naam in verdeling.gewichten}
    assert sum(delen.values()) == 1
    gelijk(Counter(map(kenmerk, LOTEN)), delen)


def test_aandeel_integraal() -> None:
    """Integral care has the share that it has in the costs."""
    deel = v.aandeel_igo()
    assert 0 < deel < Fraction(1, 10)
    gelijk(Counter(str(lot.igo) for lot in LOTEN), {"True": deel, "False": 1 - deel})


def test_verbanden() -> None:
    """Births lie in the year, and at home none is early."""
    assert {lot.bevaldag.year for lot in LOTEN} == {JAAR}
    assert min(lot.duur_dagen for lot in LOTEN if lot.plaats == THUIS) == 37 * 7
    assert all(lot.zwanger_op(lot.duur_dagen) == lot.bevaldag for lot in LOTEN)
    assert {lot.eerdere for lot in LOTEN} == {0, 1, 2, 3}


def test_goed_tenzij_fout_gevraagd() -> None:
    """Each dossier is akkoord, or has the one fault that the answers name."""
    gezien: Counter[str | None] = Counter()
    for proef in population(1200, seed=5, fouten=40):
        rapport = validate(proef.document, context=CONTEXT)
        codes = {b.code for b in rapport.bevindingen if b.ernst is Ernst.FOUT}
        gezien[proef.code] += 1
        if proef.code is None:
            assert rapport.oordeel is Oordeel.AKKOORD, proef.document["referentie"]
        else:
            assert proef.code in codes
    assert set(gezien) == {None, *(fout.code for fout in FOUTEN)}
    assert 0.55 < gezien[None] / 1200 < 0.65


@pytest.mark.parametrize("fouten", [0, 30])
def test_herhaalbaar(fouten: int) -> None:
    """One seed gives the same bytes, a larger population starts with a smaller, another differs."""

    def schrijf(aantal: int, zaad: int) -> list[str]:
        return [
            json.dumps([proef.document, proef.code])
            for proef in population(aantal, zaad, fouten=fouten)
        ]

    assert schrijf(20, 1) == schrijf(20, 1) == schrijf(30, 1)[:20]
    assert not set(schrijf(20, 1)) & set(schrijf(20, 2))


def test_geen_percentage() -> None:
    """A share is a percentage."""
    with pytest.raises(ValueError, match="percentage"):
        population(1, fouten=101)
