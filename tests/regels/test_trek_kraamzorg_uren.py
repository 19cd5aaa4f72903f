"""Hours of kraamzorg of which one thing is not plain: not all rules on kraamzorg are run."""

from collections.abc import Callable

import pytest
from tests.regels.test_trek_kraamzorg import (
    OMGEKEERD,
    UUR,
    UURPARTUS,
    Json,
    _bericht,
    _dag,
    _dossier,
    _gezien,
    _lijn,
    _toetst,
    _veranderd,
    _zet,
)

from geboortezorg.regels.nodig import Trek


@pytest.mark.parametrize(
    ("verandering", "nummers"),
    [
        (_lijn(UUR, aantal=8), (16,)),
        (_lijn(UUR, periode=_dag("2023-05-09", "2023-05-08")), (6, 19)),
        (_lijn(UUR, periode=_dag("2023-05-09", "2000-01-01")), (6, 19)),
        (_zet("kraamzorgindicaties/0/geindiceerd_minuten", 2399), (18,)),
    ],
)
def test_uren_waarvan_een_ding_niet_gewoon_is(
    verandering: Callable[[Json], None], nummers: tuple[int, ...]
) -> None:
    """Only the rules are run that can say something of it; the others were seen to agree."""
    toetst = {f"GZ-KRAAMZORG-{nummer:03}" for nummer in nummers}
    assert _toetst(_veranderd(_dossier(), verandering)) == toetst


def test_omgekeerde_uren_tellen_mee() -> None:
    """A reversed period holds no day, but its minutes count for the indication."""
    omgekeerd = _lijn(UUR, periode=_dag("2023-05-09", "2023-05-08"))
    precies = _zet("kraamzorgindicaties/0/geindiceerd_minuten", 2399)
    assert _gezien(_veranderd(_dossier(), omgekeerd, precies)) == {*OMGEKEERD, Trek.KRAAMZORGUREN}


def test_partusassistentie_telt_voor_het_pakket() -> None:
    """In a message the hours of partusassistentie count for the largest package."""
    for uur, trekken in ((77, set()), (78, {Trek.KRAAMZORGUREN})):
        bericht = _veranderd(_bericht(), _lijn(UURPARTUS, aantal=3))
        uren = [lijn for lijn in bericht["declaratieregels"] if lijn["prestatie"] == UUR][:8]
        for lijn, aantal in zip(uren, (*[9] * 7, uur - 63), strict=True):
            lijn |= {"aantal": aantal, "periode": _dag("2023-05-08", "2023-05-17")}
        assert _gezien(bericht) == trekken
        assert ("GZ-KRAAMZORG-018" in _toetst(bericht)) is bool(trekken)
