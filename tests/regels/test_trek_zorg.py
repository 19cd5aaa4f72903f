"""What is plain of complete care and of its parts: whatever is not, the rules get to see."""

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.regels.dossierblad import WEG
from tests.regels.dossierblad import met as _met

from geboortezorg import Context, load
from geboortezorg.model.dossier import Dossier
from geboortezorg.regels import plan
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.regel import NIET_VAN_TOEPASSING, VOLDAAN
from geboortezorg.regels.register import BLIKKEN_PER_SOORT, PER_CODE, PER_SOORT
from geboortezorg.regels.tarief import gewoon
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import Tabellen

Json = dict[str, Any]

GOED = json.loads(
    (Path(__file__).parents[2] / "voorbeelden" / "goed" / "thuisbevalling-2023.json").read_bytes()
)
AGB = GOED["zorgepisodes"][0]["zorgaanbieder"]["agb_code"]
LIJN, LOOPTIJD = "/declaratieregels/0", "/zorgepisodes/0/looptijd"
BUITENLAND = [GOED["kinderen"][0] | {"werkelijke_plaats_baring": "buitenland"}]


def _lijn(prestatie: str, van: str, tot: str, **anders: object) -> Json:
    return {
        "referentienummer": "L-1",
        "zorgaanbieder_agb": AGB,
        "uzovi_code": "0001",
        "prestatie": prestatie,
        "periode": {"van": van, "tot_en_met": tot},
        "aantal": 1,
        "tarief_eurocent": 1,
        "bedrag_eurocent": 1,
        "declaratiebedrag_eurocent": 1,
        "debet_credit": "D",
        **anders,
    }


VOLLEDIG: Json = GOED | {
    "declaratieregels": [_lijn("verloskunde-volledig", "2022-10-03", "2023-06-19")]
}
POSTNATAAL: Json = GOED | {
    "declaratieregels": [_lijn("verloskunde-volledig-postnataal", "2023-05-08", "2023-06-19")]
}
NATAAL: Json = GOED | {"declaratieregels": [_lijn("integraal-nataal", "2023-05-08", "2023-05-08")]}
EERDER = [GOED["zorgepisodes"][0] | {"looptijd": {"van": "2022-10-03", "tot_en_met": "2023-01-02"}}]
GYNAECOLOOG = {"discipline": "gynaecoloog", "agb_code": "06000001"}
VERWEZEN = {"verwijzingsoort": "overname", "naar": GYNAECOLOOG}
NAAR = "/zorgepisodes/0/verwijzingen"
DEEL: Json = GOED | {
    "zorgepisodes": [EERDER[0] | {"verwijzingen": [VERWEZEN]}],
    "declaratieregels": [_lijn("verloskunde-prenataal-15-29-weken", "2022-10-03", "2023-01-02")],
}
OVERNAME = "verloskunde-prenataal-2e-15-29-weken"


def _naam(deel: Json) -> str:
    """Return what to call a document, or what stands otherwise in it."""
    return deel["declaratieregels"][0]["prestatie"] if "soort" in deel else str([*deel])


def _gezien(w: Werkblad) -> set[Trek]:
    """Return what is seen; and what is answered by it is what the rules answer themselves."""
    regels = PER_SOORT["dossier"]
    plan.vergelijk(regels, plan.indeling("dossier", regels).plan(w), [w])
    return set(gewoon.kijk(w))


@pytest.mark.parametrize("document", [VOLLEDIG, POSTNATAAL, NATAAL], ids=_naam)
@pytest.mark.parametrize(
    "zet",
    [
        {"/zwangerschap/wijze_einde": "miskraam"},
        {"/zwangerschap/wijze_einde": WEG},
        {"/zwangerschap/datum_einde": WEG},
        {"/zwangerschap/datum_einde": WEG, "/kinderen": []},
        {"/zorgepisodes": []},
        {f"{LIJN}/zorgaanbieder_agb": "08000001"},
        {"/zorgepisodes/0/eindverantwoordelijk_in": ["eerste_24_uur"]},
    ],
    ids=str,
)
def test_volledige_zorg_die_niet_gewoon_is(document: Json, zet: Json) -> None:
    """Each thing alone is enough, whatever part of the care it is."""
    assert _gezien(_met(document, zet)) == {Trek.VOLLEDIGE_ZORG}


@pytest.mark.parametrize(
    ("document", "zet"),
    [
        (VOLLEDIG, {f"{LIJN}/vorige_zorgverlener_agb": "08000001"}),
        (VOLLEDIG, {f"{LIJN}/periode/tot_en_met": "2023-04-30"}),
        (VOLLEDIG, {"/zwangerschap/a_terme_datum": WEG}),
        (VOLLEDIG, {"/zwangerschap/a_terme_datum": "2022-10-10"}),
        (VOLLEDIG, {f"{LOOPTIJD}/tot_en_met": "2023-05-07"}),
        (VOLLEDIG, {"/zorgepisodes/0/verwijzingen": [{"verwijzingsoort": "overname"}]}),
        (VOLLEDIG, {"/zorgepisodes": [*GOED["zorgepisodes"], *EERDER]}),
        (NATAAL, {"/kinderen": BUITENLAND}),
        (NATAAL, {f"{LIJN}/prestatie": "poliklinische-bevalling-zonder-indicatie-met-partus"}),
    ],
    ids=_naam,
)
def test_volledige_zorg_tot_de_bevalling(document: Json, zet: Json) -> None:
    """Of care until the birth more is asked, and of care at it."""
    assert _gezien(_met(document, zet)) == {Trek.VOLLEDIGE_ZORG}


@pytest.mark.parametrize(
    ("document", "zet"),
    [
        (VOLLEDIG, {}),
        (VOLLEDIG, {f"{LIJN}/periode/tot_en_met": "2023-05-01"}),
        (VOLLEDIG, {f"{LOOPTIJD}/tot_en_met": "2023-05-08"}),
        (VOLLEDIG, {f"{LOOPTIJD}/tot_en_met": WEG}),
        (VOLLEDIG, {"/kinderen": []}),
        (POSTNATAAL, {}),
        (POSTNATAAL, {f"{LIJN}/vorige_zorgverlener_agb": "08000001"}),
        (POSTNATAAL, {f"{LOOPTIJD}/tot_en_met": "2023-05-07"}),
        (POSTNATAAL, {"/zorgepisodes/0/verwijzingen": [{"verwijzingsoort": "overname"}]}),
        (POSTNATAAL, {"/zwangerschap/a_terme_datum": WEG, "/kinderen": BUITENLAND}),
        (NATAAL, {}),
        (NATAAL, {f"{LIJN}/prestatie": "kraamzorg-inschrijving"}),
    ],
    ids=_naam,
)
def test_volledige_zorg_die_gewoon_is(document: Json, zet: Json) -> None:
    """Of care after the birth alone less is asked; of other care nothing."""
    w = _met(document, zet)
    assert _gezien(w) == set()
    assert gewoon.kijk(w) is gewoon.kijk(w)


@pytest.mark.parametrize(
    ("zet", "gezien"),
    [
        ({}, False),
        ({NAAR: [{"verwijzingsoort": "overname"}]}, False),
        ({NAAR: []}, True),
        ({NAAR: [{"verwijzingsoort": "overname", "naar": {"discipline": "huisarts"}}]}, True),
        ({f"{LIJN}/prestatie": "verloskunde-prenataal-1e-15-29-weken"}, True),
        ({"/zorgepisodes": []}, True),
        ({f"{LOOPTIJD}/tot_en_met": "2023-05-07"}, False),
        ({f"{LOOPTIJD}/tot_en_met": "2023-05-08"}, True),
        (
            {
                f"{LOOPTIJD}/tot_en_met": "2023-05-08",
                "/zwangerschap/datum_einde": WEG,
                "/kinderen": [],
            },
            False,
        ),
        ({f"{LIJN}/prestatie": OVERNAME}, True),
    ],
    ids=str,
)
def test_een_deel(zet: Json, gezien: bool) -> None:
    """A part is plain when it was referred before the birth; where two midwives share, none is."""
    assert OVERNAME in {p.prestatie_id for p in Context().tabellen.prestaties if p.overname}
    w = _met(DEEL, zet)
    assert _gezien(w) == {Trek.DEEL, *([Trek.DEEL_TOT_BEVALLING] if gezien else [])}


def test_wat_er_zonder_aanleiding_wordt_geantwoord() -> None:
    """Complete care is right, and there is no part; or the other way round."""
    regels = tuple(PER_CODE[code] for code in ("GZ-SAMENLOOP-004", "GZ-SAMENLOOP-006"))
    echo = _lijn("verloskunde-termijnecho", "2022-11-01", "2022-11-01")
    for document, verwacht in (
        (VOLLEDIG, (VOLDAAN, NIET_VAN_TOEPASSING)),
        (DEEL, (NIET_VAN_TOEPASSING, VOLDAAN)),
        (GOED | {"declaratieregels": [echo]}, (NIET_VAN_TOEPASSING, NIET_VAN_TOEPASSING)),
    ):
        gemaakt = plan.Indeling("dossier", regels).plan(_met(document))
        assert gemaakt.plaatsen == ()
        assert gemaakt.vooraf == verwacht


def test_de_blik_ziet_wat_zij_noemt() -> None:
    """The look that is registered is this one."""
    (blik,) = [b for b in BLIKKEN_PER_SOORT["dossier"] if b is gewoon.BLIK]
    for document in (VOLLEDIG, DEEL, GOED):
        w = _met(document, {"/zorgepisodes": GOED["zorgepisodes"]})
        assert set(blik.kijk(w)) == set(gewoon.kijk(w))
        assert set(blik.kijk(w)) <= set(blik.trekken)


CONTRACT: Json = {
    "zorgaanbieder_agb": AGB,
    "regionaal_centrum": "Verzonnen",
    "looptijd": {"van": "2022-01-01", "tot_en_met": "2022-12-31"},
    "kwaliteitsovereenkomst": True,
}
SEO: Json = GOED | {
    "declaratieregels": [_lijn("counseling-prenatale-screening", "2022-11-01", "2022-11-01")],
    "screeningscontracten": [CONTRACT],
}


@pytest.mark.parametrize(
    ("zet", "gezien"),
    [
        ({}, False),
        ({f"{LIJN}/prestatie": "verloskunde-termijnecho", "/screeningscontracten": []}, False),
        ({"/screeningscontracten": []}, True),
        ({"/screeningscontracten/0/zorgaanbieder_agb": "08000001"}, True),
        ({"/screeningscontracten/0/kwaliteitsovereenkomst": False}, True),
        ({"/screeningscontracten/0/looptijd/tot_en_met": "2022-10-31"}, True),
        ({"/screeningscontracten/0/looptijd/tot_en_met": "2022-11-01"}, False),
        ({"/screeningscontracten/0/looptijd/van": "2022-11-02"}, True),
    ],
    ids=str,
)
def test_screening_onder_contract(zet: Json, gezien: bool) -> None:
    """A contract of the dossier itself is plain when it covers the day, where no payer names any."""
    w = _met(SEO, zet)
    _gezien(w)
    assert (Trek.SCREENINGSCONTRACT in gewoon.kijk_naar_lijnen(w)) is gezien


@pytest.mark.parametrize(
    ("anders", "gezien"),
    [
        ({}, False),
        ({"kwaliteitsovereenkomst": False}, True),
        ({"zorgaanbieder_agb": "08000001"}, True),
    ],
    ids=str,
)
def test_screening_onder_contract_van_de_betaler(anders: Json, gezien: bool) -> None:
    """Where the payer names contracts, that of the dossier is not looked at."""
    contract = load(SEO, Dossier).screeningscontracten[0]
    context = Context(screeningscontracten=(attrs.evolve(contract, **anders),))
    w = Werkblad(load(SEO), "dossier", context)
    _gezien(w)
    assert (Trek.SCREENINGSCONTRACT in gewoon.kijk_naar_lijnen(w)) is gezien


def test_een_onbekende_prestatie_met_de_naam_van_een_screening() -> None:
    """What the tables do not know is held against the contracts by its name, too."""
    w = Werkblad(load(SEO | {"screeningscontracten": []}), "dossier", Context(tabellen=Tabellen()))
    assert not w.prestaties
    assert gewoon.kijk_naar_lijnen(w) == [Trek.SCREENINGSCONTRACT]
