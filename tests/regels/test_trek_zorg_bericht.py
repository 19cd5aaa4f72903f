"""What is plain of midwifery in a message, and of screening by its day: the rest the rules see."""

from typing import Any

import pytest
from tests.regels.test_trek_kraamzorg import _bericht
from tests.regels.test_trek_zorg import AGB, SEO
from tests.regels.test_trek_zorg import _lijn as _regel

from geboortezorg import Context, load
from geboortezorg.regels import plan
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.register import PER_SOORT
from geboortezorg.regels.tarief import gewone_lijnen, gewoon
from geboortezorg.regels.werkblad import Werkblad

Json = dict[str, Any]

VROUW, ANDERE = {"bsn": "999990019"}, {"bsn": "999990020"}
DEEL = "verloskunde-prenataal-15-29-weken"
TWEEDE = "verloskunde-prenataal-2e-15-29-weken"
DAGEN = ("2022-11-03", "2023-01-02")
BEVALLING = ("verloskunde-volledig-nataal", "2023-05-08", "2023-05-08")
VOORAF = {Trek.DEEL}
ANDERS = {Trek.DEEL, Trek.DEEL_TOT_BEVALLING}


def _toets(document: Json) -> set[str]:
    """Return the rules that are run, after all others were seen to answer what was foreseen."""
    w = Werkblad(load(document), document["soort"], Context())
    regels = PER_SOORT[w.soort]
    gemaakt = plan.indeling(w.soort, regels).plannen([w])[0]
    plan.vergelijk(regels, gemaakt, [w])
    return {regels[plaats].code for plaats in gemaakt.plaatsen}


@pytest.mark.parametrize(
    ("lijnen", "gezien"),
    [
        ([_regel("kraamzorg-uur", *DAGEN, **VROUW)], set()),
        ([_regel("verloskunde-volledig", *DAGEN, **VROUW)], set()),
        ([_regel("verloskunde-volledig", *DAGEN, vorige_zorgverlener_agb=AGB)], set()),
        (
            [_regel("verloskunde-volledig", *DAGEN, vorige_zorgverlener_agb="08000009", **VROUW)],
            {Trek.LATE_START},
        ),
        (
            [
                _regel(
                    "verloskunde-volledig",
                    *DAGEN,
                    startdatum_zorg="2022-11-03",
                    datum_partus="2022-11-16",
                    **VROUW,
                )
            ],
            {Trek.LATE_START},
        ),
        (
            [
                _regel(
                    "verloskunde-volledig",
                    *DAGEN,
                    startdatum_zorg="2022-11-03",
                    datum_partus="2022-11-17",
                    **VROUW,
                )
            ],
            set(),
        ),
        (
            [_regel("verloskunde-volledig-postnataal", *DAGEN, vorige_zorgverlener_agb="08000009")],
            set(),
        ),
        ([_regel(DEEL, *DAGEN, **VROUW)], VOORAF),
        ([_regel(DEEL, *DAGEN)], set()),
        ([_regel(DEEL, *DAGEN, **VROUW), _regel(*BEVALLING, **VROUW)], ANDERS),
        ([_regel(DEEL, *DAGEN, **VROUW), _regel(*BEVALLING, **ANDERE)], VOORAF),
        (
            [
                _regel(DEEL, *DAGEN, **VROUW),
                _regel(*BEVALLING, **VROUW) | {"zorgaanbieder_agb": "08000009"},
            ],
            VOORAF,
        ),
        ([_regel(TWEEDE, *DAGEN, **VROUW)], ANDERS),
        ([_regel(TWEEDE, *DAGEN, **VROUW), _regel(DEEL, *DAGEN, **ANDERE)], ANDERS),
    ],
)
def test_verloskunde_in_een_bericht(lijnen: list[Json], gezien: set[Trek]) -> None:
    """A part beside the birth, a second part, and what came from another are seen; no more."""
    agb = lijnen[0]["zorgaanbieder_agb"]
    genummerd = [lijn | {"referentienummer": f"L-{nr}"} for nr, lijn in enumerate(lijnen)]
    bericht = _bericht() | {"declarant_agb": agb, "declaratieregels": genummerd}
    w = Werkblad(load(bericht), "declaratie", Context())
    assert set(gewoon.kijk_in_bericht(w)) == gezien
    gerund = _toets(bericht)
    assert ("GZ-SAMENLOOP-004" in gerund) is (Trek.LATE_START in gezien)
    assert ("GZ-SAMENLOOP-006" in gerund) is (Trek.DEEL_TOT_BEVALLING in gezien)


def test_een_deel_dat_is_teruggenomen() -> None:
    """A part of which nothing is left is none, also beside one of nobody knows whom."""
    debet = _regel(DEEL, *DAGEN, **VROUW)
    terug = {
        "referentienummer": "L-2",
        "debet_credit": "C",
        "gerelateerd_referentienummer": "L-1",
    }
    bericht = _bericht() | {
        "declarant_agb": debet["zorgaanbieder_agb"],
        "declaratieregels": [debet, debet | terug, _regel(DEEL, *DAGEN, referentienummer="L-3")],
    }
    w = Werkblad(load(bericht), "declaratie", Context())
    assert gewoon.kijk_in_bericht(w) == ()
    assert "GZ-SAMENLOOP-006" not in _toets(bericht)


@pytest.mark.parametrize(
    ("prestatie", "van", "tot", "gezien"),
    [
        ("seo-eerste", "2023-12-31", "2023-12-31", False),
        ("seo-eerste", "2024-01-01", "2024-01-01", True),
        ("seo-eerste", "2023-12-31", "2024-01-01", True),
        ("seo-eerste", "2024-01-02", "2023-12-31", False),
        ("eerste-trimester-seo", "2021-08-31", "2021-08-31", True),
        ("counseling-prenatale-screening", "2024-01-01", "2024-01-01", False),
    ],
)
def test_wat_de_rijksbegroting_betaalt(prestatie: str, van: str, tot: str, gezien: bool) -> None:
    """Screening gives occasion from the day on which no insurer pays it."""
    document = SEO | {"declaratieregels": [_regel(prestatie, van, tot)]}
    w = Werkblad(load(document), "dossier", Context())
    assert (Trek.RIJKSBEGROTING in gewone_lijnen.kijk_naar_lijnen(w)) is gezien
    assert ("GZ-SCREENING-001" in _toets(document)) is gezien
