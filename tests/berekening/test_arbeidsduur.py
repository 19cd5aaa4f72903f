"""Windows of whole weeks with too much work: calendar weeks first, other windows only without them."""

import datetime as dt

import pytest

from geboortezorg.berekening.tijdlijn import UUR, WEEK, Meetlat, Spanne, nacht
from geboortezorg.berekening.wachtdienst.arbeidsduur import te_drukke_weken

MAANDAG = dt.date(2024, 1, 1)


def werk(*dagen: int) -> list[Spanne]:
    """Return ten hours of work from the beginning of some days, counted from a Monday."""
    begins = [nacht(MAANDAG + dt.timedelta(days=dag))[0] for dag in dagen]
    return [(begin, begin + 10 * UUR) for begin in begins]


def drukke_weken(*dagen: int) -> tuple[list[int], bool]:
    """Return the windows of a week with more than ten hours, as the days on which they end."""
    gewerkt = werk(*dagen)
    meetlat = Meetlat(gewerkt)
    einden, kalender = te_drukke_weken(
        gewerkt, WEEK, lambda begin, einde: meetlat.gedekt(begin, einde) > 10 * UUR
    )
    begin = nacht(MAANDAG)[0]
    return [(einde - begin) // (24 * UUR) for einde in einden], kalender


@pytest.mark.parametrize("dagen", [(0, 6), (2, 6), (1, 3), (0, 1)])
def test_van_maandag_tot_en_met_zondag(dagen: tuple[int, int]) -> None:
    """Work on two days of one week is in the calendar week around it, on whichever days."""
    assert drukke_weken(*dagen) == ([7], True)


def test_over_de_zondag_heen() -> None:
    """Work on a Sunday and the Monday after is in no calendar week, but in a window of seven days."""
    einden, kalender = drukke_weken(6, 7)
    assert not kalender
    assert len(einden) == 1
