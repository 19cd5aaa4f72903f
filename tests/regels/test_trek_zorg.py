"""What is plain of complete care and of its parts: whatever is not, the rules get to see."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.regels.dossierblad import WEG
from tests.regels.dossierblad import met as _met

from geboortezorg import Context, load
from geboortezorg.bron import Bron, Verificatie
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.prestatie import Eenheid, Regime
from geboortezorg.model.tarief import (
    Besluitstatus,
    Tarief,
    Tariefbeschikking,
    Tariefsoort,
    Tarieftabel,
)
from geboortezorg.regels import plan
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.regel import NIET_VAN_TOEPASSING, VOLDAAN
from geboortezorg.regels.register import BLIKKEN_PER_SOORT, PER_CODE, PER_SOORT
from geboortezorg.regels.tarief import gewone_lijnen, gewoon
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import Tabellen, shipped
from geboortezorg.tijd import Looptijd

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
ERNAAST = DEEL["zorgepisodes"][0] | {
    "zorgaanbieder": {"discipline": "kinderarts", "agb_code": AGB},
}
VAN_ANDER = EERDER[0] | {
    "zorgepisode_id": "ze-ander",
    "zorgaanbieder": EERDER[0]["zorgaanbieder"] | {"agb_code": "08000999"},
}
"""Who works beside the care has no turn in it, and another has."""


def _naam(deel: Json) -> str:
    """Return what to call a document, or what stands otherwise in it."""
    return deel["declaratieregels"][0]["prestatie"] if "soort" in deel else str([*deel])


def _gezien(w: Werkblad) -> set[Trek]:
    """Return what is seen; and what is answered by it is what the rules answer themselves."""
    regels = PER_SOORT["dossier"]
    plan.vergelijk(regels, plan.indeling("dossier", regels).plannen([w])[0], [w])
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
        ({f"{LIJN}/zorgaanbieder_agb": "08000999"}, True),
        ({"/zorgepisodes": [ERNAAST, VAN_ANDER]}, True),
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
        gemaakt = plan.Indeling("dossier", regels).plannen([_met(document)])[0]
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
    assert (Trek.SCREENINGSCONTRACT in gewone_lijnen.kijk_naar_lijnen(w)) is gezien


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
    assert (Trek.SCREENINGSCONTRACT in gewone_lijnen.kijk_naar_lijnen(w)) is gezien


def test_een_onbekende_prestatie_met_de_naam_van_een_screening() -> None:
    """What the tables do not know is held against the contracts by its name, too."""
    w = Werkblad(load(SEO | {"screeningscontracten": []}), "dossier", Context(tabellen=Tabellen()))
    assert not w.prestaties
    assert gewone_lijnen.kijk_naar_lijnen(w) == (Trek.SCREENINGSCONTRACT,)


AFSPRAAK: Json = {
    "overeenkomst_id": "o-1",
    "overeenkomstsoort": "integraal",
    "uzovi_code": "0001",
    "looptijd": {"van": "2022-01-01", "tot_en_met": "2024-12-31"},
    "schriftelijk": True,
    "zorgaanbieder_agb": AGB,
    "prijsafspraken": [{"prestatie": "integraal-nataal", "tarief_eurocent": 1}],
}
INTEGRAAL = NATAAL | {"overeenkomsten": [AFSPRAAK]}
ANDER: Json = AFSPRAAK | {
    "overeenkomst_id": "o-2",
    "prijsafspraken": [{"prestatie": "integraal-nataal", "tarief_eurocent": 2}],
}
LATER = {"van": "2024-05-08", "tot_en_met": "2024-05-08"}
VRIJ, NIET_AFGESPROKEN = {Trek.INTEGRAAL_TARIEF}, {Trek.INTEGRAAL_TARIEF, Trek.AFSPRAAK}


def _tarief(w: Werkblad) -> tuple[set[Trek], set[str]]:
    """Return what is seen of integral tariffs, and which rules on tariffs are run."""
    _gezien(w)
    regels = PER_SOORT["dossier"]
    gerund = {
        regels[plaats].code for plaats in plan.indeling("dossier", regels).plannen([w])[0].plaatsen
    }
    return set(gewone_lijnen.kijk_naar_lijnen(w)), gerund & {"GZ-TARIEF-001", "GZ-TARIEF-002"}


def _ook(prestatie: str, van: str = "2023-05-08", **anders: object) -> Json:
    """Return another line beside the integral one."""
    lijn = _lijn(prestatie, van, van, referentienummer="L-2", **anders)
    return {"/declaratieregels": [*INTEGRAAL["declaratieregels"], lijn]}


@pytest.mark.parametrize(
    ("zet", "gezien", "gerund"),
    [
        ({}, VRIJ, set()),
        (_ook("integraal-nataal"), VRIJ, set()),
        ({f"{LIJN}/periode/tot_en_met": "2024-05-08"}, VRIJ, set()),  # free on any day
        ({"/overeenkomsten": []}, NIET_AFGESPROKEN, {"GZ-TARIEF-002"}),
        ({"/overeenkomsten": [AFSPRAAK, ANDER]}, NIET_AFGESPROKEN, {"GZ-TARIEF-002"}),
        ({"/overeenkomsten": [ANDER]}, NIET_AFGESPROKEN, {"GZ-TARIEF-002"}),
        ({"/overeenkomsten/0/schriftelijk": False}, NIET_AFGESPROKEN, {"GZ-TARIEF-002"}),
        ({"/overeenkomsten/0/looptijd/van": "2023-05-09"}, NIET_AFGESPROKEN, {"GZ-TARIEF-002"}),
        (_ook("integraal-nataal", tarief_eurocent=2), NIET_AFGESPROKEN, {"GZ-TARIEF-002"}),
        ({f"{LIJN}/periode": LATER}, VRIJ, {"GZ-TARIEF-001"}),  # no tariff known
        (
            _ook("integraal-nataal", "2024-05-08"),
            NIET_AFGESPROKEN | {Trek.INTEGRAAL_BEGRENSD},
            {"GZ-TARIEF-001", "GZ-TARIEF-002"},
        ),
        (_ook("kraamzorg-uur"), VRIJ, set()),
        (_ook("kraamzorg-uur", tarief_eurocent=10**6), VRIJ, {"GZ-TARIEF-001"}),
        (_ook("onbekend"), VRIJ, {"GZ-TARIEF-001", "GZ-TARIEF-002"}),
    ],
)
def test_integrale_zorg_voor_wat_is_afgesproken(
    zet: Json, gezien: set[Trek], gerund: set[str]
) -> None:
    """A free tariff is plain when it is the only one agreed in writing; it bounds nothing."""
    assert _tarief(_met(INTEGRAAL, zet)) == (gezien, gerund)


def test_teruggenomen_integrale_zorg() -> None:
    """What a credit takes back as a whole has no tariff to judge."""
    terug = _ook("integraal-nataal", debet_credit="C", gerelateerd_referentienummer="L-1")
    assert _tarief(_met(INTEGRAAL, terug))[0] == set()


def _eigen(soort: Tariefsoort, bedrag: int | None, grond: Verificatie) -> Context:
    """Return a context with an own table of integral care in 2023."""
    bron = Bron(titel="Verzonnen", verificatie=grond)
    tarief = Tarief(
        prestatie_id="integraal-nataal",
        tariefsoort=soort,
        eenheid=Eenheid.STUK,
        bedrag_eurocent=bedrag,
    )
    beschikking = Tariefbeschikking(
        titel="Verzonnen",
        status=Besluitstatus.VASTGESTELD,
        bron=bron,
        looptijd=Looptijd(van=date(2023, 1, 1), tot_en_met=date(2023, 12, 31)),
    )
    tabel = Tarieftabel(
        naam="verzonnen",
        regime=Regime.INTEGRALE_GEBOORTEZORG,
        tariefbeschikking=beschikking,
        tarieven=(tarief,),
    )
    return Context(tabellen=shipped().add(tabel))


def test_integrale_zorg_met_een_maximum() -> None:
    """By an own table integral care can have a tariff that bounds it, and another line none."""
    context = _eigen(Tariefsoort.MAXIMUM, 1, Verificatie.OFFICIEEL)
    for tarief, gerund in ((1, set()), (2, {"GZ-TARIEF-001"})):
        w = _met(INTEGRAAL, {f"{LIJN}/tarief_eurocent": tarief}, context)
        assert _tarief(w) == ({Trek.INTEGRAAL_BEGRENSD}, gerund)
    w = _met(INTEGRAAL, _ook("integraal-nataal", "2022-05-08"), context)
    assert _tarief(w) == (
        {Trek.INTEGRAAL_BEGRENSD, *NIET_AFGESPROKEN},
        {"GZ-TARIEF-001", "GZ-TARIEF-002"},
    )


def test_integrale_zorg_over_een_grens_van_tarieven() -> None:
    """Where all of it is free no tariff is judged, also when the tables say so of each day anew."""
    w = _met(INTEGRAAL, _ook("integraal-nataal", "2022-05-08"), Context())
    assert [groep.eender for groep in w.groepen] == [False]
    assert _tarief(w)[1] == {"GZ-TARIEF-001", "GZ-TARIEF-002"}


def test_de_grond_van_een_vrij_tarief_telt_niet() -> None:
    """On which ground a tariff is free says nothing of the ground of another one."""
    context = _eigen(Tariefsoort.VRIJ, None, Verificatie.SECUNDAIR)
    w = _met(INTEGRAAL, _ook("kraamzorg-uur"), context)
    assert _tarief(w) == (VRIJ, set())
