"""Plain kraamzorg in a message: of one woman the day of birth or the indication is not told."""

import json

from tests.regels.test_trek_kraamzorg import (
    ASSISTENTIE,
    INTAKE,
    UUR,
    UURPARTUS,
    Json,
    _bericht,
    _dag,
    _gezien,
    _lijn,
    _toetst,
    _veranderd,
    _zonder,
)

from geboortezorg.regels.kraamzorg.gewoon import ALLES
from geboortezorg.regels.nodig import Trek


def _zonder_bevaldag(document: Json) -> None:
    for lijn in document["declaratieregels"]:
        lijn.pop("datum_partus", None)


def test_bericht_zonder_bevaldag() -> None:
    """Without a day of birth plain hours are plain, but other care says nothing of a birth."""
    assert _gezien(_veranderd(_bericht(), _zonder_bevaldag)) == set()
    assert _toetst(_veranderd(_bericht(), _zonder_bevaldag)) == set()
    laat = _veranderd(_bericht(), _zonder_bevaldag, _lijn(UUR, periode=_dag("2023-05-19")))
    assert _gezien(laat) == set(ALLES)
    eerder = _veranderd(_bericht(), _zonder_bevaldag)
    for lijn in eerder["declaratieregels"]:
        lijn["periode"] = json.loads(json.dumps(lijn["periode"]).replace("2023-05", "2023-03"))
    assert _gezien(eerder) == set(ALLES)  # the intake is later
    assert _gezien(_veranderd(eerder, _zonder(INTAKE))) == set()
    bericht = _bericht()
    for lijn in bericht["declaratieregels"]:
        lijn["prestatie"] = "verloskunde-volledig"
    assert _gezien(bericht) == set()
    assert "GZ-KRAAMZORG-026" not in _toetst(bericht)
    assert _gezien(_veranderd(bericht, _zonder_bevaldag)) == {Trek.BEVALDAG}
    assert "GZ-KRAAMZORG-026" in _toetst(bericht)


def test_bericht_boven_het_grootste_pakket() -> None:
    """Of a message the indication is not known: the largest package is the bound."""
    for uur, trekken in ((80, set()), (81, {Trek.KRAAMZORGUREN})):
        bericht = _veranderd(_bericht(), _zonder(UURPARTUS, ASSISTENTIE))
        uren = [lijn for lijn in bericht["declaratieregels"] if lijn["prestatie"] == UUR][:8]
        for lijn in uren:
            lijn["aantal"] = 1
        uren[-1] |= {"periode": _dag("2023-05-08", "2023-05-17"), "aantal": uur - 7}
        assert _gezien(bericht) == trekken
        assert ("GZ-KRAAMZORG-018" in _toetst(bericht)) is bool(trekken)
