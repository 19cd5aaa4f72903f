"""What is plain of integrale lines: whatever is not, the rules get to see."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.regels.dossierblad import WEG
from tests.regels.dossierblad import met as _met

from geboortezorg import Context, load
from geboortezorg.model.context import Toetscontext
from geboortezorg.regels import plan
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.regel import NIET_VAN_TOEPASSING, VOLDAAN
from geboortezorg.regels.register import BLIKKEN_PER_SOORT, PER_CODE, PER_SOORT
from geboortezorg.regels.samenwerking import gewoon
from geboortezorg.regels.tarief.gewone_lijnen import kijk_naar_lijnen
from geboortezorg.regels.werkblad import Werkblad

Json = dict[str, Any]

GOED = json.loads(
    (Path(__file__).parents[2] / "voorbeelden" / "goed" / "thuisbevalling-2023.json").read_bytes()
)


def _lijn(nummer: int, prestatie: str, van: str, tot: str, agb: str = "53000001") -> Json:
    return {
        "referentienummer": f"L-{nummer}",
        "zorgaanbieder_agb": agb,
        "uzovi_code": "0001",
        "prestatie": prestatie,
        "periode": {"van": van, "tot_en_met": tot},
        "aantal": 1,
        "tarief_eurocent": 1,
        "bedrag_eurocent": 1,
        "declaratiebedrag_eurocent": 1,
        "debet_credit": "D",
    }


VOOR = _lijn(1, "integraal-prenataal", "2023-01-02", "2023-05-08")
BIJ = _lijn(2, "integraal-nataal", "2023-05-08", "2023-05-08")
NA = _lijn(3, "integraal-postnataal", "2023-05-08", "2023-06-19")
TWEEDE = _lijn(4, "integraal-postnataal", "2023-05-10", "2023-05-11")
KRAAMZORG = _lijn(4, "kraamzorg-uur", "2023-05-08", "2023-05-08", "33000001")
ECHO = _lijn(4, "seo-eerste", "2023-01-08", "2023-01-08")
ZIEKENHUIS = _lijn(
    4,
    "poliklinische-bevalling-zonder-indicatie-met-partus",
    "2023-05-08",
    "2023-05-08",
    "06000001",
)
BUNDEL: Json = GOED | {"declaratieregels": [VOOR, BIJ, NA]}
PERIODES = [f"/declaratieregels/{plaats}/periode" for plaats in range(3)]


def _gezien(w: Werkblad) -> set[Trek]:
    """Return what is seen; and what is answered by it is what the rules answer themselves."""
    regels = PER_SOORT["dossier"]
    plan.vergelijk(regels, plan.indeling("dossier", regels).plannen([w])[0], [w])
    return set(gewoon.kijk(w))


@pytest.mark.parametrize(
    ("zet", "verwacht"),
    [
        ({}, {Trek.REGULIER}),
        ({f"{PERIODES[0]}/van": "2022-10-03"}, {Trek.REGULIER, Trek.EXPERIMENT}),
        (
            {
                "/declaratieregels": [VOOR],
                PERIODES[0]: {"van": "2022-12-31", "tot_en_met": "2022-12-31"},
            },
            {Trek.EXPERIMENT, Trek.INTEGRALE_FASEN},
        ),
        ({"/declaratieregels": [VOOR], f"{PERIODES[0]}/tot_en_met": "2023-05-01"}, {Trek.REGULIER}),
        ({f"{PERIODES[1]}/van": "2023-05-07"}, {Trek.REGULIER, Trek.INTEGRALE_FASEN}),
        ({f"{PERIODES[2]}/van": "2023-05-15"}, {Trek.REGULIER}),
        ({"/declaratieregels": [NA]}, {Trek.REGULIER}),
        ({"/declaratieregels": [VOOR, BIJ, NA, ECHO]}, {Trek.REGULIER}),
        ({"/declaratieregels": [VOOR, BIJ, NA, KRAAMZORG]}, {Trek.REGULIER, Trek.BUNDEL}),
        ({"/declaratieregels": [VOOR, BIJ, NA, ZIEKENHUIS]}, {Trek.REGULIER, Trek.BUNDEL}),
        ({"/declaratieregels": [KRAAMZORG]}, set()),
        ({"/declaratieregels": []}, set()),
    ],
    ids=lambda deel: str(sorted(deel)),
)
def test_integrale_lijnen(zet: Json, verwacht: set[Trek]) -> None:
    """By the days of the lines, and by what stands beside them."""
    assert _gezien(_met(BUNDEL, zet)) == verwacht


@pytest.mark.parametrize(
    "zet",
    [
        {"/zwangerschap/wijze_einde": "miskraam"},
        {"/zwangerschap/wijze_einde": WEG},
        {"/zwangerschap/datum_einde": WEG},
        {"/kinderen/0/geboortedatum": "2023-05-09"},
        {"/kinderen/0/geboortedatum": "2023-05-07"},
        {"/integraal_traject": {"fysieke_intake": "2022-10-03"}},
        {f"{PERIODES[0]}/tot_en_met": "2023-05-09"},
        {"/declaratieregels": [VOOR], f"{PERIODES[0]}/tot_en_met": "2023-04-30"},
        {"/declaratieregels": [VOOR], f"{PERIODES[0]}/tot_en_met": "2023-05-09"},
        {f"{PERIODES[1]}/tot_en_met": "2023-05-09"},
        {"/declaratieregels": [BIJ], f"{PERIODES[0]}/tot_en_met": "2023-05-07"},
        {"/declaratieregels": [BIJ], f"{PERIODES[0]}/van": "2023-05-09"},
        {"/declaratieregels": [VOOR, BIJ], f"{PERIODES[1]}/van": "2023-05-07"},
        {"/declaratieregels": [NA], f"{PERIODES[0]}/van": "2023-05-07"},
        {f"{PERIODES[2]}/van": "2023-05-16"},
    ],
    ids=str,
)
def test_integrale_fasen_die_niet_gewoon_zijn(zet: Json) -> None:
    """Each thing alone is enough."""
    assert _gezien(_met(BUNDEL, zet)) == {Trek.REGULIER, Trek.INTEGRALE_FASEN}


@pytest.mark.parametrize(
    "per_prestatie",
    [[[]], [["prenataal", "nataal"]], [[], ["prenataal", "nataal"]]],
    ids=str,
)
def test_een_eigen_prestatie_van_niet_een_fase(per_prestatie: list[list[str]]) -> None:
    """What is not of one phase lies in no order: then the rules see all."""
    bron = {"titel": "Verzonnen", "verificatie": "officieel"}
    eigen = [
        {
            "prestatie_id": f"integraal-verzonnen-{nummer}",
            "omschrijving": "Verzonnen",
            "omschrijving_en": "Made up",
            "eenheid": "zwangerschap",
            "regime": "integrale_geboortezorg",
            "fasen": fasen,
        }
        for nummer, fasen in enumerate(per_prestatie)
    ]
    lijst = {"naam": "verzonnen", "bron": bron, "prestaties": eigen}
    gegeven = {"soort": "context", "schema_versie": "0.1", "prestatielijsten": [lijst]}
    context = Context.uit_document(load(gegeven, Toetscontext))
    lijnen = [
        _lijn(nummer, f"integraal-verzonnen-{nummer}", "2023-01-02", "2023-05-08")
        for nummer in range(len(eigen))
    ]
    (blik,) = [b for b in BLIKKEN_PER_SOORT["dossier"] if b is gewoon.BLIK]
    for zet in (lijnen, [*lijnen, VOOR | {"referentienummer": "L-9"}]):
        w = _met(BUNDEL, {"/declaratieregels": zet}, context)
        assert _gezien(w) == {*blik.trekken}
        assert {*blik.kijk(w)} == {*blik.trekken}


def test_wat_er_zonder_aanleiding_wordt_geantwoord() -> None:
    """Which of the two rules on the bundle applies follows from the days."""
    regels = tuple(PER_CODE[f"GZ-IGO-00{nummer}"] for nummer in (5, 6, 7))
    for zet, verwacht in (
        ({}, (NIET_VAN_TOEPASSING, VOLDAAN, VOLDAAN)),
        ({f"{PERIODES[0]}/van": "2022-10-03"}, (VOLDAAN, VOLDAAN, VOLDAAN)),
        ({"/declaratieregels": [KRAAMZORG]}, (NIET_VAN_TOEPASSING,) * 3),
    ):
        gemaakt = plan.Indeling("dossier", regels).plannen([_met(BUNDEL, zet)])[0]
        assert gemaakt.plaatsen == ()
        assert gemaakt.vooraf == verwacht


def test_een_teruggenomen_regel_heeft_geen_dag() -> None:
    """What a credit takes back lies in no year: the rules answer."""
    oud = VOOR | {"periode": {"van": "2022-10-03", "tot_en_met": "2023-01-01"}}
    terug = {"debet_credit": "C", "gerelateerd_referentienummer": oud["referentienummer"]}
    credit, opnieuw = oud | terug | {"referentienummer": "C-1"}, VOOR | {"referentienummer": "L-9"}
    w = _met(BUNDEL, {"/declaratieregels": [oud, BIJ, NA, credit, opnieuw]})
    assert _gezien(w) == {*gewoon.BLIK.trekken}
    assert PER_CODE["GZ-IGO-005"].toets(w) is NIET_VAN_TOEPASSING


def test_teruggenomen_integrale_regels_vragen_geen_afspraak() -> None:
    """Lines that credits take back as a whole have no tariff that someone had to agree on."""
    afspraak = {
        "overeenkomst_id": "integraal",
        "overeenkomstsoort": "integraal",
        "uzovi_code": "0001",
        "looptijd": {"van": "2023-01-01", "tot_en_met": "2023-12-31"},
        "schriftelijk": True,
        "zorgaanbieder_agb": BIJ["zorgaanbieder_agb"],
        "prijsafspraken": [{"prestatie": "integraal-nataal", "tarief_eurocent": 1}],
    }
    eerder = VOOR | {
        "referentienummer": "L-5",
        "periode": {"van": "2022-10-03", "tot_en_met": "2022-12-31"},
    }
    creditregels = [
        regel
        | {
            "referentienummer": f"C-{plaats}",
            "debet_credit": "C",
            "gerelateerd_referentienummer": regel["referentienummer"],
        }
        for plaats, regel in enumerate((VOOR, eerder))
    ]

    def gezien(*regels: Json) -> set[Trek]:
        zet = {"/declaratieregels": [BIJ, *regels], "/overeenkomsten": [afspraak]}
        return set(kijk_naar_lijnen(_met(BUNDEL, zet)))

    assert gezien() == {Trek.INTEGRAAL_TARIEF}
    assert gezien(VOOR, eerder, *creditregels) == gezien()
    assert Trek.AFSPRAAK in gezien(VOOR, eerder)
