"""The phases of care and of referrals: each on its days, its weeks and beside its neighbours."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg import Context, validate
from geboortezorg.model.zorgepisode import PerinatalePeriode, Verwijsperiode
from geboortezorg.rapport import Uitkomst
from geboortezorg.regels.dossier import fasen as regels
from geboortezorg.tabellen import proeftabellen

GEBOORTE = dt.date(2023, 5, 8)
ZWANGER = dt.date(2022, 8, 3)
"""The first day of the pregnancy by the a terme date."""
FASEN = [periode.value for periode in PerinatalePeriode]
WERELD = Context(tabellen=proeftabellen())
GOED = Uitkomst.VOLDAAN

DAGEN: dict[str, tuple[int | None, int | None]] = {
    "intake": (None, 0),
    "zwangerschap_vervolg": (None, 0),
    "begin_baring": (-7, 0),
    "uitdrijving": (-1, 0),
    "nageboorte": (0, 1),
    "eerste_24_uur": (0, 1),
    "dag_2_tot_en_met_7": (1, 7),
    "follow_up_tot_6_weken": (1, 42),
    "ante_partum": (None, 0),
    "na_eerste_controle": (None, 0),
    "durante_partu": (-7, 1),
    "postpartum": (0, None),
    "direct_postpartum": (0, 1),
    "tijdens_kraambed": (0, 42),
    "2e_week_of_later": (7, None),
}
"""The first and the last day of each phase, from the day of birth; those in weeks apart."""
WEKEN = {
    "voor_28e_week": (0, 195),
    "28e_tot_en_met_36e_week": (196, 258),
    "vanaf_37e_week": (259, 350),
}
"""The first and the last day of the pregnancy."""
NAAST: dict[str, tuple[int, int]] = {
    **{fase: (plaats - 1, plaats + 1) for plaats, fase in enumerate(FASEN)},
    **dict.fromkeys(("ante_partum", "na_eerste_controle", *WEKEN), (0, 2)),
    "durante_partu": (1, 5),
    "postpartum": (3, 7),
    "direct_postpartum": (3, 6),
    "tijdens_kraambed": (4, 7),
    "2e_week_of_later": (6, 7),
}
"""The first and the last phase in which the organisation that refers may be responsible."""


def episode(van: dt.date, tot_en_met: dt.date, *fasen: str) -> dict[str, Any]:
    """Return a zorgepisode over some days, responsible in some phases."""
    return {
        "zorgepisode_id": "ze-1",
        "zorgaanbieder": {"discipline": "eerstelijnsverloskundige", "agb_code": "08001234"},
        "looptijd": {"van": str(van), "tot_en_met": str(tot_en_met)},
        "eindverantwoordelijk_in": [*fasen],
    }


def uitkomst(
    code: str, deel: dict[str, Any], geboorte: dt.date | None = GEBOORTE
) -> Uitkomst | None:
    """Return what a rule says of a dossier with one zorgepisode."""
    zwangerschap = {"a_terme_datum": str(ZWANGER + dt.timedelta(days=280))}
    if geboorte is not None:
        zwangerschap |= {"datum_einde": str(geboorte), "wijze_einde": "partus"}
    document = {
        "soort": "dossier",
        "schema_versie": "0.1",
        "referentie": "p",
        "zwangerschap": zwangerschap,
        "zorgepisodes": [deel],
    }
    return validate(document, context=WERELD).uitkomst(code)


def van_verwijzing(periode: str, datum: dt.date | None, *fasen: str) -> Uitkomst | None:
    """Return what is said of a referral in a phase; before the birth when it is dated so."""
    deel = episode(ZWANGER, GEBOORTE + dt.timedelta(days=80), *fasen)
    verwijzing = {"verwijzingsoort": "consult", "perinatale_periode": periode}
    if datum is not None:
        verwijzing["datum"] = str(datum)
    return uitkomst("GZ-DOSSIER-006", {**deel, "verwijzingen": [verwijzing]})


@pytest.mark.parametrize("fase", FASEN)
def test_dagen_van_een_zorgepisode(fase: str) -> None:
    """A zorgepisode of one day can be any day of its phase, and no day beside it."""
    for grens, erbuiten in zip(DAGEN[fase], (-1, 1), strict=True):
        if grens is not None:
            dag = GEBOORTE + dt.timedelta(days=grens)
            ernaast = dag + dt.timedelta(days=erbuiten)
            assert uitkomst("GZ-DOSSIER-003", episode(dag, dag, fase)) is GOED
            assert uitkomst("GZ-DOSSIER-003", episode(ernaast, ernaast, fase)) is not GOED


@pytest.mark.parametrize("periode", DAGEN)
def test_dagen_van_een_verwijzing(periode: str) -> None:
    """A referral can be dated on any day of its phase, and on no day beside it."""
    for grens, erbuiten in zip(DAGEN[periode], (-1, 1), strict=True):
        if grens is not None:
            dag = GEBOORTE + dt.timedelta(days=grens)
            assert van_verwijzing(periode, dag) is GOED
            assert van_verwijzing(periode, dag + dt.timedelta(days=erbuiten)) is not GOED


@pytest.mark.parametrize("periode", WEKEN)
def test_weken_van_een_verwijzing(periode: str) -> None:
    """A phase in weeks begins and ends on a day of the pregnancy, by the a terme date."""
    for grens, erbuiten in zip(WEKEN[periode], (-1, 1), strict=True):
        for dag, goed in ((grens, True), (grens + erbuiten, False)):
            datum = ZWANGER + dt.timedelta(days=dag)
            deel = episode(datum, datum)
            verwijzing = {
                "verwijzingsoort": "consult",
                "perinatale_periode": periode,
                "datum": str(datum),
            }
            gevonden = uitkomst("GZ-DOSSIER-006", {**deel, "verwijzingen": [verwijzing]}, None)
            assert (gevonden is GOED) is goed


@pytest.mark.parametrize("periode", [periode.value for periode in Verwijsperiode])
def test_wie_verwijst(periode: str) -> None:
    """Who refers is responsible in the phase, or in one that adjoins it."""
    eerste, laatste = NAAST[periode]
    for plaats, fase in enumerate(FASEN):
        gevonden = van_verwijzing(periode, None, fase)
        assert (gevonden is GOED) is (eerste <= plaats <= laatste), fase


@pytest.mark.parametrize(
    ("fasen", "dagen", "goed"),
    [
        (("follow_up_tot_6_weken",), 0, True),
        (("uitdrijving", "dag_2_tot_en_met_7"), 0, False),
        (("uitdrijving", "dag_2_tot_en_met_7"), 1, True),
        (("begin_baring", "follow_up_tot_6_weken"), 0, False),
        (("intake", "zwangerschap_vervolg"), 0, True),
    ],
)
def test_een_zorgepisode_zonder_geboorte(fasen: tuple[str, ...], dagen: int, goed: bool) -> None:
    """By itself a zorgepisode is as long as its phases need, whenever the birth was."""
    deel = episode(GEBOORTE, GEBOORTE + dt.timedelta(days=dagen), *fasen)
    document = {"soort": "zorgepisode", "schema_versie": "0.1", **deel}
    gevonden = validate(document, context=WERELD).uitkomst("GZ-DOSSIER-003")
    assert (gevonden is GOED) is goed


@given(
    st.lists(st.sampled_from(PerinatalePeriode), min_size=1).map(tuple),
    st.integers(-50, 50),
    st.integers(-50, 50),
)
def test_samen_is_elk(fasen: tuple[PerinatalePeriode, ...], na: int, voor: int) -> None:
    """Days fit the window of several phases exactly when they fit that of each."""
    elk = all(regels.past(regels.VENSTERS[fase], na, voor) for fase in fasen)
    assert regels.past(regels.venster(fasen), na, voor) is elk
