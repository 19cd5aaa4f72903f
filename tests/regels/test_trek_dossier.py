"""What is plain of a pregnancy and its zorgepisodes: whatever is not, the rules get to see."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.regels.dossierblad import WEG
from tests.regels.dossierblad import met as _met

from geboortezorg.regels import plan
from geboortezorg.regels.dossier import gewoon, zwangerschap
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.regel import NIET_VAN_TOEPASSING, VOLDAAN
from geboortezorg.regels.register import BLIKKEN_PER_SOORT, PER_SOORT
from geboortezorg.regels.werkblad import Werkblad

GOED = json.loads(
    (Path(__file__).parents[2] / "voorbeelden" / "goed" / "thuisbevalling-2023.json").read_bytes()
)
GOED["declaratieregels"] = []

PRAKTIJK = GOED["zorgepisodes"][0]["zorgaanbieder"]
ZIEKENHUIS = {
    "discipline": "gynaecoloog",
    "echelon": "tweede_lijn",
    "partijsoort": "ziekenhuis",
    "agb_code": "06000028",
}

Json = dict[str, Any]


def _episode(nummer: int, aanbieder: Json, van: str, tot: str, *perioden: str) -> Json:
    return {
        "zorgepisode_id": f"ze-{nummer}",
        "zorgaanbieder": aanbieder,
        "looptijd": {"van": van, "tot_en_met": tot},
        "eindverantwoordelijk_in": list(perioden),
    }


def _overname(datum: str, naar: Json, periode: str) -> Json:
    overname = {"datum": datum, "verwijzingsoort": "overname", "naar": naar}
    return overname | {"perinatale_periode": periode}


VERWEZEN: Json = GOED | {
    "zorgepisodes": [
        _episode(1, PRAKTIJK, "2022-10-03", "2023-02-01", "intake", "zwangerschap_vervolg")
        | {"verwijzingen": [_overname("2023-02-01", ZIEKENHUIS, "zwangerschap_vervolg")]},
        _episode(2, ZIEKENHUIS, "2023-02-01", "2023-05-09", "uitdrijving", "eerste_24_uur")
        | {"verwijzingen": [_overname("2023-05-09", PRAKTIJK, "dag_2_tot_en_met_7")]},
        _episode(3, PRAKTIJK, "2023-05-09", "2023-06-19", "dag_2_tot_en_met_7"),
    ]
}
"""A hospital takes over in the pregnancy, and gives the care back after the birth."""

ALLEEN: Json = GOED | {
    "zwangerschap": {"a_terme_datum": "2023-05-10"},
    "kinderen": [],
    "zorgepisodes": [],
}
"""A pregnancy of which nothing else is known."""

MEER = {Trek.MEER_ZORGEPISODES, Trek.OVERNAME, Trek.OVERGENOMEN}

KIND, ZWANGER, EERSTE, TWEEDE, DERDE = (
    "/kinderen/0",
    "/zwangerschap",
    "/zorgepisodes/0",
    "/zorgepisodes/1",
    "/zorgepisodes/2",
)


def _gezien(w: Werkblad) -> set[Trek]:
    """Return what is seen; and what is answered by it is what the rules answer themselves."""
    regels = PER_SOORT["dossier"]
    plan.vergelijk(regels, plan.indeling("dossier", regels).plannen([w])[0], [w])
    return set(gewoon.kijk(w))


@pytest.mark.parametrize(
    "zet",
    [
        {f"{ZWANGER}/pariteit": 2},
        {f"{ZWANGER}/graviditeit": WEG},
        {f"{ZWANGER}/datum_einde": WEG},
        {f"{ZWANGER}/datum_einde": WEG, "/kinderen": []},
        {f"{ZWANGER}/datum_einde": WEG, f"{ZWANGER}/wijze_einde": WEG},
        {f"{ZWANGER}/wijze_einde": "miskraam"},
        {f"{ZWANGER}/aantal_geboren_kinderen": 2},
        {f"{ZWANGER}/a_terme_datum": "2023-09-19", f"{KIND}/geboortegewicht_gram": WEG},
        {f"{ZWANGER}/a_terme_datum": "2023-04-09"},
        {"/kinderen": []},
        {
            "/kinderen": [GOED["kinderen"][0], GOED["kinderen"][0] | {"rangnummer": 2}],
            f"{ZWANGER}/aantal_geboren_kinderen": WEG,
        },
        {f"{KIND}/geboren": False},
        {f"{KIND}/levend_geboren": False},
        {f"{KIND}/levend_geboren": WEG},
        {f"{KIND}/rangnummer": 2},
        {f"{KIND}/geboortedatum": WEG},
        {f"{KIND}/geboortedatum": "2023-05-07"},
        {f"{KIND}/overlijdensdatum": "2023-05-09"},
        {f"{KIND}/perinatale_sterfte": True},
        {f"{KIND}/apgarscore_5_minuten": 0},
        {f"{KIND}/geboortegewicht_gram": 500},
        {f"{KIND}/geboortegewicht_gram": 7900},
    ],
    ids=str,
)
def test_een_zwangerschap_die_niet_gewoon_is(zet: Json) -> None:
    """Each thing alone is enough, and then the rules see all."""
    assert _gezien(_met(GOED, zet)) == set(gewoon.TREKKEN)


@pytest.mark.parametrize(
    "zet",
    [
        {},
        {f"{ZWANGER}/pariteit": WEG},
        {f"{ZWANGER}/a_terme_datum": WEG},
        {f"{ZWANGER}/wijze_einde": WEG},
        {f"{ZWANGER}/aantal_geboren_kinderen": WEG},
        {f"{ZWANGER}/a_terme_datum": "2023-04-10", f"{EERSTE}/looptijd/tot_en_met": "2023-05-25"},
        {f"{KIND}/perinatale_sterfte": WEG},
        {f"{KIND}/apgarscore_5_minuten": WEG},
        {f"{KIND}/geboortegewicht_gram": WEG},
        {"/client": WEG},
        {"/client/geboortedatum": WEG},
        {"/zorgepisodes": []},
        {f"{EERSTE}/zorgaanbieder/echelon": WEG},
        {f"{EERSTE}/verwijzingen": [{"datum": "2023-02-01", "verwijzingsoort": "consult"}]},
    ],
    ids=str,
)
def test_een_zwangerschap_die_gewoon_is(zet: Json) -> None:
    """What can be left out asks for no look, and what is seen is the one empty answer."""
    w = _met(GOED, zet)
    assert _gezien(w) == set()
    assert gewoon.kijk(w) is gewoon.kijk(w)


def test_een_zwangerschap_van_wie_niets_bekend_is() -> None:
    """Without an end or a child there is nothing to see, but for zorgepisodes."""
    assert _gezien(_met(ALLEEN)) == set()
    w = _met(ALLEEN, {"/zorgepisodes": GOED["zorgepisodes"]})
    assert _gezien(w) == set(gewoon.ZORGEPISODES)
    w = _met(ALLEEN, {f"{ZWANGER}/a_terme_datum": WEG, f"{ZWANGER}/graviditeit": 1})
    assert _gezien(w) == {Trek.LEEFTIJD}


@pytest.mark.parametrize(
    ("geboren", "pariteit", "gezien"),
    [
        ("2010-05-08", 0, False),
        ("2010-05-09", 0, True),
        ("1967-05-09", 0, False),
        ("1967-05-08", 0, True),
        ("2023-05-08", 0, True),
        ("1900-01-01", 0, True),
        ("2009-05-09", 1, False),
        ("2010-05-08", 1, True),
    ],
)
def test_leeftijd(geboren: str, pariteit: int, gezien: bool) -> None:
    """Each bound of the age is that of the rule."""
    w = _met(GOED, {"/client/geboortedatum": geboren, f"{ZWANGER}/pariteit": pariteit})
    assert _gezien(w) == ({Trek.LEEFTIJD} if gezien else set())


def test_een_onbekende_geboortedatum_is_er_geen() -> None:
    """Also where the age would be possible; and nobody is born on the day of the birth or later."""
    w = _met(
        ALLEEN, {"/client/geboortedatum": "1900-01-01", f"{ZWANGER}/a_terme_datum": "1930-01-01"}
    )
    assert Trek.LEEFTIJD in _gezien(w)
    grenzen = zwangerschap.Leeftijden(jongste=0, oudste=60, tussentijd=1)
    op = date(2023, 5, 8)
    assert not zwangerschap.leeftijd_past(op, op, None, grenzen)
    assert zwangerschap.leeftijd_past(date(2023, 5, 7), op, None, grenzen)


@pytest.mark.parametrize("tussentijd", [1, 182, 364, 365, 366, 730, 731])
def test_leeftijd_bij_eerste_bevalling(tussentijd: int) -> None:
    """How old she was at the first of her births hangs on the days of each year, leap years too."""
    grenzen = zwangerschap.Leeftijden(jongste=12, oudste=60, tussentijd=tussentijd)
    geboren = date(2004, 2, 28)
    for pariteit in (1, 2, 4, 8):
        for dag in range(date(2016, 2, 27).toordinal(), date(2034, 3, 1).toordinal()):
            op, eerste = date.fromordinal(dag), date.fromordinal(dag - pariteit * tussentijd)
            oud_genoeg = eerste >= date(2016, 2, 28)
            assert zwangerschap.leeftijd_past(geboren, op, pariteit, grenzen) == oud_genoeg, op


@pytest.mark.parametrize(
    "zet",
    [
        {f"{DERDE}/looptijd/tot_en_met": WEG},
        {
            f"{DERDE}/looptijd/tot_en_met": "2023-05-08",
            f"{DERDE}/eindverantwoordelijk_in": [],
        },
        {f"{DERDE}/looptijd/tot_en_met": "2024-05-09"},
        {f"{TWEEDE}/looptijd/van": "2023-01-31"},
        {f"{TWEEDE}/looptijd/van": "2023-02-09"},
        {f"{EERSTE}/looptijd/van": "2022-08-02"},
        {f"{EERSTE}/zorgaanbieder/discipline": WEG},
        {f"{EERSTE}/zorgaanbieder/echelon": "tweede_lijn"},
        {
            f"{TWEEDE}/verwijzingen": [],
            f"{DERDE}/zorgaanbieder": ZIEKENHUIS | {"discipline": "kinderarts"},
        },
        {f"{DERDE}/zorgaanbieder/agb_code": "08009999"},
        {f"{DERDE}/eindverantwoordelijk_in": ["intake"]},
        {f"{TWEEDE}/eindverantwoordelijk_in": ["eerste_24_uur"]},
        {f"{TWEEDE}/verwijzingen/0/datum": WEG},
        {f"{TWEEDE}/verwijzingen/0/datum": "2023-05-10"},
        {f"{TWEEDE}/verwijzingen/0/verwijzingsoort": WEG},
        {f"{TWEEDE}/verwijzingen/0/naar": PRAKTIJK | {"discipline": "kraamverzorgende"}},
        {f"{TWEEDE}/verwijzingen/0/naar": {"discipline": "eerstelijnsverloskundige"}},
        {
            f"{TWEEDE}/verwijzingen/0/naar": {"discipline": "eerstelijnsverloskundige"},
            f"{DERDE}/zorgaanbieder/agb_code": WEG,
        },
        {f"{TWEEDE}/verwijzingen/0/naar/echelon": "derde_lijn"},
        {
            f"{TWEEDE}/verwijzingen/0/naar": ZIEKENHUIS,
            f"{DERDE}/zorgaanbieder": ZIEKENHUIS,
        },
        {f"{TWEEDE}/verwijzingen/0/perinatale_periode": "intake"},
        {f"{TWEEDE}/verwijzingen/0/perinatale_periode": "follow_up_tot_6_weken"},
        {f"{EERSTE}/verwijzingen/0/perinatale_periode": "begin_baring"},
        {f"{EERSTE}/verwijzingen/0/perinatale_periode": "vanaf_37e_week"},
        {f"{EERSTE}/verwijzingen/0/perinatale_periode": "voor_28e_week"},
        {f"{EERSTE}/verwijzingen": VERWEZEN["zorgepisodes"][0]["verwijzingen"] * 2},
        {f"{EERSTE}/verwijzingen/0/datum": "2023-01-24"},
        {f"{EERSTE}/eindverantwoordelijk_in": ["uitdrijving"]},
        {
            f"{TWEEDE}/verwijzingen": [],
            f"{DERDE}/verwijzingen": [_overname("2023-06-19", ZIEKENHUIS, "follow_up_tot_6_weken")],
        },
    ],
    ids=str,
)
def test_zorgepisodes_die_niet_gewoon_zijn(zet: Json) -> None:
    """Each thing alone is enough."""
    assert _gezien(_met(VERWEZEN, zet)) == set(gewoon.ZORGEPISODES)


def test_een_late_zorgepisode() -> None:
    """One that begins longer after the birth than care does, in a phase that is not told."""
    for van, verwacht in (("2023-06-19", MEER), ("2023-06-20", set(gewoon.ZORGEPISODES))):
        zet: Json = {
            f"{TWEEDE}/verwijzingen": [],
            f"{DERDE}/looptijd": {"van": van, "tot_en_met": "2023-07-01"},
            f"{DERDE}/eindverantwoordelijk_in": [],
        }
        assert _gezien(_met(VERWEZEN, zet)) == verwacht


@pytest.mark.parametrize(
    ("zet", "verwacht"),
    [
        ({}, MEER),
        ({f"{TWEEDE}/looptijd/van": "2023-02-08"}, MEER),
        ({f"{EERSTE}/verwijzingen/0/datum": "2023-01-25"}, MEER),
        ({f"{EERSTE}/verwijzingen/0/naar": WEG}, MEER),
        ({f"{EERSTE}/verwijzingen/0/perinatale_periode": WEG}, MEER),
        ({f"{EERSTE}/verwijzingen/0/verwijzingsoort": "consult"}, MEER - {Trek.OVERGENOMEN}),
        (
            {
                f"{EERSTE}/verwijzingen": [],
                f"{TWEEDE}/verwijzingen": [],
            },
            {Trek.MEER_ZORGEPISODES},
        ),
        (
            {
                "/zorgepisodes": [
                    GOED["zorgepisodes"][0]
                    | {"verwijzingen": [_overname("2023-06-19", ZIEKENHUIS, "tijdens_kraambed")]}
                ]
            },
            {Trek.OVERNAME},
        ),
    ],
    ids=[*map(str, range(8))],
)
def test_zorgepisodes_die_gewoon_zijn(zet: Json, verwacht: set[Trek]) -> None:
    """More than one, and takeovers that fit, give occasion to nothing else."""
    assert _gezien(_met(VERWEZEN, zet)) == verwacht


@pytest.mark.parametrize(("dag", "ervoor"), [("2023-05-06", True), ("2023-05-07", False)])
def test_overgenomen_voor_de_geboorte(dag: str, ervoor: bool) -> None:
    """On the day before the birth labour may have begun; earlier another was responsible."""
    zet: Json = {
        f"{EERSTE}/looptijd/tot_en_met": dag,
        f"{EERSTE}/verwijzingen/0/datum": dag,
        f"{TWEEDE}/looptijd/van": dag,
    }
    assert (Trek.OVERGENOMEN in _gezien(_met(VERWEZEN, zet))) == ervoor
    zet[f"{EERSTE}/eindverantwoordelijk_in"] = ["zwangerschap_vervolg", "begin_baring"]
    assert Trek.ZORGEPISODES not in _gezien(_met(VERWEZEN, zet))
    zet[f"{EERSTE}/looptijd/tot_en_met"] = zet[f"{TWEEDE}/looptijd/van"] = "2023-05-07"
    zet[f"{EERSTE}/eindverantwoordelijk_in"] = ["begin_baring", "uitdrijving"]
    assert (Trek.ZORGEPISODES in _gezien(_met(VERWEZEN, zet))) == ervoor


def test_zorg_die_na_een_overname_doorgaat() -> None:
    """Also in the only zorgepisode that is known, of whoever the care went from."""
    overname = _overname("2023-05-01", ZIEKENHUIS, "zwangerschap_vervolg")
    zet: Json = {
        f"{EERSTE}/eindverantwoordelijk_in": ["begin_baring"],
        f"{EERSTE}/verwijzingen": [overname],
    }
    assert _gezien(_met(GOED, zet)) == set(gewoon.ZORGEPISODES)
    zet[f"{EERSTE}/looptijd/tot_en_met"] = "2023-05-08"
    assert _gezien(_met(GOED, zet)) == {Trek.OVERNAME, Trek.OVERGENOMEN}


def test_gewone_dossiers_vragen_weinig_regels() -> None:
    """Of a plain dossier the rules on its facts are answered beforehand."""
    regels = PER_SOORT["dossier"]
    for document in (GOED, VERWEZEN):
        gemaakt = plan.indeling("dossier", regels).plannen([_met(document)])[0]
        codes = {regels[plaats].code for plaats in gemaakt.plaatsen}
        feiten = {r.code for r in regels if set(_trekken(r)) & set(gewoon.TREKKEN)}
        assert not codes & feiten
        assert len(feiten) > 20
        vooraf = {r.code: antwoord for r, antwoord in zip(regels, gemaakt.vooraf, strict=True)}
        assert vooraf["GZ-KIND-002"] is vooraf["GZ-KIND-007"] is NIET_VAN_TOEPASSING
        assert vooraf["GZ-KIND-001"] is vooraf["GZ-ZWANGERSCHAP-005"] is VOLDAAN


def _trekken(regel: Any) -> list[Trek]:
    eisen = [*regel.nodig, *filter(None, [regel.aanleiding])]
    return [trek for nodig in eisen for trek in nodig.trekken]


def test_de_blik_ziet_wat_zij_noemt() -> None:
    """The look that is registered is this one, of dossiers alone."""
    (blik,) = [b for b in BLIKKEN_PER_SOORT["dossier"] if b is gewoon.BLIK]
    assert blik.trekken == gewoon.TREKKEN
    assert set(blik.kijk(_met(VERWEZEN))) == MEER
    assert not any(blik in blikken for s, blikken in BLIKKEN_PER_SOORT.items() if s != "dossier")
