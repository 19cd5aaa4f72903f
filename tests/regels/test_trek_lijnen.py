"""What lines can have that gives rules occasion to look closer: each way to get it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.regels.test_vogelvlucht import BEVALDAG, MET, bericht, dag, lijnen

from geboortezorg import Context, load, validate
from geboortezorg.bron import Verificatie
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.zwangerschap import WijzeEinde, Zwangerschap
from geboortezorg.populatie import populatiecontext, population
from geboortezorg.rapport import Uitkomst
from geboortezorg.regels import plan
from geboortezorg.regels.nodig import Trek
from geboortezorg.regels.regel import UITSLAGEN
from geboortezorg.regels.register import PER_CODE, PER_SOORT
from geboortezorg.regels.trekken import kader
from geboortezorg.regels.trekken import lijnen as blik
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import Tabellen

GOED = Path(__file__).parents[2] / "voorbeelden" / "goed" / "thuisbevalling-2023.json"
LAATSTE = -1
"""The line of the midwife, for all care; the others are of kraamzorg."""
BSN = "999990019"
GRONDEN = {Trek.GROND_BEVESTIGD, Trek.GROND_SECUNDAIR}
"""What the tariffs of the example rest on."""


def _goed() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(GOED.read_bytes())
    return document


def _echo(van: str = "2023-01-05", **anders: Any) -> dict[str, Any]:
    return {
        "referentienummer": f"E-{van}",
        "zorgaanbieder_agb": "08001234",
        "uzovi_code": "0001",
        "prestatie": "verloskunde-diagnose-echo",
        "periode": {"van": van, "tot_en_met": van},
        "aantal": 1,
        "tarief_eurocent": 100,
        "bedrag_eurocent": 100,
        "declaratiebedrag_eurocent": 100,
        "debet_credit": "D",
    } | anders


def _bericht(**anders: Any) -> dict[str, Any]:
    lijn = {k: v for k, v in _goed()["declaratieregels"][LAATSTE].items() if k != "zorgepisode_id"}
    lijn |= {"startdatum_zorg": "2022-10-03", "bsn": BSN} | anders
    return {
        "soort": "declaratie",
        "schema_versie": "0.1",
        "declarant_agb": lijn["zorgaanbieder_agb"],
        "uzovi_code": "0001",
        "factuurnummer": "F-1",
        "factuurdatum": "2024-01-01",
        "periode": {"van": "2022-01-01", "tot_en_met": "2024-01-01"},
        "declaratieregels": [lijn],
    }


def _zie(document: dict[str, Any], context: Context | None = None) -> set[Trek]:
    w = Werkblad(load(document), document["soort"], context or Context())
    gezien = set(blik.BLIK.kijk(w))
    assert gezien <= set(blik.BLIK.trekken)
    assert len(gezien) == len(gezien & set(blik.BLIK.trekken))
    return gezien - GRONDEN


def _lijn(plaats: int, **anders: Any) -> dict[str, Any]:
    document = _goed()
    document["declaratieregels"][plaats] |= anders
    return document


def _client(**anders: Any) -> dict[str, Any]:
    document = _goed()
    document["client"] |= anders
    document["client"] = {k: v for k, v in document["client"].items() if v is not None}
    return document


def _episode(**anders: Any) -> dict[str, Any]:
    document = _goed()
    document["zorgepisodes"][0] |= anders
    return document


def _met(*erbij: dict[str, Any], document: dict[str, Any] | None = None) -> dict[str, Any]:
    document = document or _goed()
    document["declaratieregels"] = [*document["declaratieregels"], *erbij]
    return document


def _verzekering(uzovi_code: str = "0001", **looptijd: str) -> dict[str, Any]:
    return {"uzovi_code": uzovi_code, "looptijd": {"van": "2020-01-01"} | looptijd}


def _dag(van: str, tot_en_met: str | None = None) -> dict[str, str]:
    return {"van": van, "tot_en_met": tot_en_met or van}


def test_gewone_documenten_hebben_niets() -> None:
    """A dossier, a message, and a dossier without lines."""
    assert _zie(_goed()) == _zie(_bericht()) == _zie(_goed() | {"declaratieregels": []}) == set()
    kaal = Werkblad(load(_bericht()), "declaratie", MET)
    kaal.groepen = []
    assert blik.BLIK.kijk(kaal) == ()


def test_elke_start_van_een_groep_telt() -> None:
    """Of lines that are alike but for the start of their care each start is looked at."""
    document = _client(verzekeringen=[_verzekering(van="2010-01-01")])
    een = document["declaratieregels"][LAATSTE]
    vroeg = een | {
        "referentienummer": "r-vroeg",
        "startdatum_zorg": "2014-12-31",
        "periode": _dag("2014-12-31"),
    }
    del vroeg["zorgepisode_id"]
    assert Trek.VERZEKERAAR not in _zie(document)
    assert Trek.VERZEKERAAR in _zie(_met(vroeg, document=document))


def test_elke_soort_document_heeft_eigen_kenmerken() -> None:
    """What is asked of a prestatie in a dossier is not what is asked of it in a message."""
    context = Context()
    (soort,) = {g.soort for g in Werkblad(load(_bericht()), "declaratie", context).groepen}
    gemaakt = context.gedeeld(kader.Kader)
    _zie(_goed(), context)
    assert soort in gemaakt.per_soort["dossier"]
    assert not gemaakt.per_soort["declaratie"]


VSV = "vsv-zorg-coordineren"
"""Care with a free tariff that is not integral."""
ANDERE = {Trek.BEDRAGEN, Trek.TARIEF, Trek.GEEN_TARIEF, Trek.VRIJ_TARIEF, Trek.ZORGAANBIEDER}
"""Of the prestatie of a line, and what it costs."""
POSTNATAAL = {
    "prestatie": "verloskunde-volledig-postnataal",
    "periode": _dag("2023-05-08", "2023-06-19"),
    "startdatum_zorg": "2023-05-08",
}
KWARTIEREN = {
    "eenheid": "kwartier",
    "aantal": 4,
    "tarief_eurocent": 3000,
    "bedrag_eurocent": 12000,
}
"""An hour of kraamzorg, dear, by the quarter."""
TERUG = {
    "zorgepisode_id": "ze-0",
    "looptijd": {"van": "2022-09-01", "tot_en_met": "2022-10-02"},
}
ELDERS = TERUG | {
    "zorgaanbieder": _goed()["zorgepisodes"][0]["zorgaanbieder"] | {"agb_code": "08000002"}
}
ZONDER_AGB = {
    k: v for k, v in _goed()["zorgepisodes"][0]["zorgaanbieder"].items() if k != "agb_code"
}


@pytest.mark.parametrize(
    ("trek", "document"),
    [
        (Trek.REFERENTIES, _lijn(0, referentienummer="KZ-2")),
        (Trek.BSN, _client(bsn=None)),
        (Trek.BSN, {k: v for k, v in _goed().items() if k != "client"}),
        (Trek.BSN, _client(bsn="999999999")),
        (Trek.BSN, _client(bsn="999990018")),
        (Trek.BSN, _goed() | {"kinderen": [_goed()["kinderen"][0] | {"bsn": "999990018"}]}),
        (Trek.BSN, _lijn(0, bsn=BSN)),
        (Trek.BSN, _bericht(bsn="999990018")),
        (Trek.BSN, _bericht(bsn="999999999")),
        (Trek.ZONDER_BSN, _bericht(bsn="999999999")),
        (Trek.ZORGAANBIEDER, _bericht() | {"declarant_agb": "33001234"}),
        (Trek.TARIEF, _lijn(0, tarief_eurocent=1492)),
        (Trek.TARIEF, _lijn(0, periode=_dag("2022-12-31", "2023-01-01"))),
        (Trek.TARIEF, _lijn(4, periode=_dag("2026-05-08"))),
        (Trek.TARIEF, _lijn(4, periode=_dag("2023-12-31", "2024-01-01"))),
        (Trek.TARIEF, _lijn(4, **KWARTIEREN)),
        (Trek.BEDRAGEN, _lijn(4, **KWARTIEREN, declaratiebedrag_eurocent=0)),
        (Trek.TARIEF, _lijn(LAATSTE, prestatie="integraal-nataal", periode=_dag("2024-05-08"))),
        (Trek.TARIEF, _lijn(LAATSTE, prestatie=VSV, periode=_dag("2030-05-08"))),
        (Trek.VRIJ_TARIEF, _lijn(LAATSTE, prestatie=VSV, periode=_dag("2030-05-08"))),
        (Trek.GEEN_TARIEF, _lijn(4, periode=_dag("1990-05-08"))),
        (Trek.DAGEN, _lijn(0, startdatum_zorg="2015-01-01")),
        (Trek.DAGEN, _lijn(0, periode=_dag("2021-01-05"))),
        (Trek.DAGEN, _lijn(0, periode=_dag("2024-06-05"))),
        (Trek.DAGEN, _lijn(LAATSTE, periode=_dag("2023-06-18", "2023-06-19"))
         | {"zorgepisodes": [_goed()["zorgepisodes"][0]
                             | {"looptijd": _dag("2023-06-18", "2023-06-19")}]}),
        (Trek.DAGEN, _met(_echo("2023-05-09"))),
        (Trek.DAGEN, _met(_echo(periode=_dag("2023-05-09", "2023-05-08")))),
        (Trek.DAGEN, _lijn(LAATSTE, prestatie="verloskunde-prenataal-natale-zorg")),
        (Trek.DAGEN, _bericht(startdatum_zorg="2022-10-02")),
        (Trek.DAGEN, _bericht(startdatum_zorg="2023-06-18", periode=_dag("2023-06-18", "2023-06-19"))),
        (Trek.DUBBEL, _lijn(5, periode=_dag("2023-05-08"))),
        (Trek.DUBBEL, _lijn(5, periode=_dag("2023-05-09", "2023-05-10"))),
        (Trek.DUBBEL, _lijn(5, uzovi_code="0002")),
        (Trek.DUBBEL, _lijn(0, prestatie="onbekend")),
        (Trek.AANTAL, _met(_echo(aantal=2, bedrag_eurocent=200))),
        (Trek.AANTAL, _met(*[_echo(f"2023-01-{d:02}") for d in range(1, 29)])),
        (Trek.AANTAL, _met(_echo(), _echo(uzovi_code="0002"))),
        (Trek.FASE, _lijn(LAATSTE, prestatie="verloskunde-volledig-postnataal")),
        (Trek.FASE, _bericht(**POSTNATAAL, datum_partus="2023-05-09")),
        (Trek.FASE, _bericht(prestatie="integraal-nataal", periode=_dag("2023-05-07"),
                             datum_partus="2023-05-08")),
        (Trek.FASE, _bericht(prestatie="integraal-nataal", periode=_dag("2023-05-09"),
                             datum_partus="2023-05-08")),
        (Trek.FASE, _met(_echo("2022-01-01", bsn=BSN), document=_bericht(**POSTNATAAL))),
        (Trek.EPISODE, _lijn(LAATSTE, zorgepisode_id="ze-1", startdatum_zorg="2022-10-04")),
        (Trek.EPISODE, _lijn(LAATSTE, periode=_dag("2022-10-03", "2023-06-20"))),
        (Trek.EPISODE, _lijn(LAATSTE, periode=_dag("2022-10-02", "2023-06-19"))),
        (Trek.EPISODE, _episode(zorgaanbieder=ZONDER_AGB)),
        (Trek.EPISODE, _goed() | {"zorgepisodes": [_goed()["zorgepisodes"][0] | TERUG,
                                                   _goed()["zorgepisodes"][0]]}),
        (Trek.EPISODE, _goed() | {"declaratieregels": _goed()["declaratieregels"][:LAATSTE]}),
        (Trek.EPISODE, _lijn(LAATSTE, zorgepisode_id="ze-2")),
        (Trek.VERZEKERAAR, _client(verzekeringen=[])),
        (Trek.VERZEKERAAR, _client(verzekeringen=[_verzekering("0002")])),
        (Trek.VERZEKERAAR, _client(verzekeringen=[_verzekering(), _verzekering("0002")])),
        (Trek.VERZEKERAAR, _client(verzekeringen=[_verzekering(tot_en_met="2023-06-18")])),
        (Trek.VERZEKERAAR, _client(verzekeringen=[_verzekering(van="2022-10-04")])),
        (Trek.VERZEKERAAR, _lijn(0, uzovi_code="0002")),
        (Trek.VERZEKERAAR, _episode(looptijd={"van": "2014-12-31"})),
        (Trek.VERZEKERAAR, _episode(looptijd={"van": "2019-12-31"})),
        (Trek.VERZEKERAAR, _lijn(LAATSTE, zorgaanbieder_agb="08000009", zorgepisode_id=None)
         | {"zorgepisodes": []}),
    ],
)  # fmt: skip
def test_een_manier(trek: Trek, document: dict[str, Any]) -> None:
    """One thing that is not plain is enough."""
    for lijn in document["declaratieregels"]:
        if lijn.get("zorgepisode_id", "") is None:
            del lijn["zorgepisode_id"]
    assert trek in _zie(document)


@pytest.mark.parametrize(
    ("lijn", "kort"),
    [
        ({"startdatum_zorg": "2023-05-01", "periode": _dag("2023-05-01", "2023-05-06")}, True),
        ({"startdatum_zorg": "2023-05-01", "periode": _dag("2023-05-01", "2023-05-07")}, False),
        ({"startdatum_zorg": "2023-05-01", "periode": _dag("2023-05-01")}, True),
        ({"startdatum_zorg": None, "periode": _dag("2023-05-01", "2023-05-06")}, True),
        ({"startdatum_zorg": None, "periode": _dag("2023-05-01")}, False),
    ],
)
def test_zorg_van_elke_fase_is_zo_kort_niet(lijn: dict[str, Any], kort: bool) -> None:
    """It lasts a week at least; one day, without a start, can be that of the invoice."""
    document = _bericht(**lijn)
    for declaratieregel in document["declaratieregels"]:
        if declaratieregel["startdatum_zorg"] is None:
            del declaratieregel["startdatum_zorg"]
    assert (Trek.DAGEN in _zie(document)) == kort


@pytest.mark.parametrize(
    "document",
    [
        _met(_echo("2023-05-08")),
        _lijn(0, bsn=_goed()["client"]["bsn"]),
        _goed() | {"zorgepisodes": [ELDERS | {k: v for k, v in _goed()["zorgepisodes"][0].items()
                                              if k not in ELDERS}, _goed()["zorgepisodes"][0]]},
        _goed() | {"zorgepisodes": [_goed()["zorgepisodes"][0] | TERUG
                                    | {"looptijd": _dag("2022-09-01", "2022-09-20")},
                                    _goed()["zorgepisodes"][0]]},
        _lijn(LAATSTE, startdatum_zorg="2022-10-03"),
        _lijn(LAATSTE, prestatie="verloskunde-volledig-postnataal",
              periode=_dag("2023-05-08", "2023-06-19")),
        _bericht(**POSTNATAAL),
        _bericht(**POSTNATAAL, datum_partus="2023-05-08"),
        _bericht(prestatie="integraal-nataal", periode=_dag("2023-05-07", "2023-05-08"),
                 datum_partus="2023-05-08"),
        _bericht(datum_partus="2023-05-08"),
        _met(*_bericht(bsn="999990020", referentienummer="r")["declaratieregels"],
             document=_bericht()),
    ],
)  # fmt: skip
def test_ook_gewoon(document: dict[str, Any]) -> None:
    """Several providers, women, or things that are said twice are as plain."""
    assert _zie(document) <= ANDERE


@pytest.mark.parametrize(
    ("van", "tot_en_met", "gezien"),
    [
        ("2023-06-19", "2001-01-01", set()),
        ("2023-06-20", "2023-05-08", {Trek.VERZEKERAAR}),
        ("2023-12-31", "2023-05-08", {Trek.VERZEKERAAR, Trek.DAGEN}),
    ],
)
def test_omgekeerde_periode(van: str, tot_en_met: str, gezien: set[Trek]) -> None:
    """Its tariff is for the rule; of its days the first is held against what others are held against."""
    document = _lijn(0, periode=_dag(van, tot_en_met))
    document["client"]["verzekeringen"] = [_verzekering(tot_en_met="2023-06-19")]
    assert _zie(document) == {Trek.TARIEF, *gezien}
    validate(document)  # with the rules that are left out beside it


def test_credit_wordt_niet_van_dichtbij_bekeken() -> None:
    """The rules look at all of it themselves."""
    eerste = _goed()["declaratieregels"][0]
    credit = eerste | {
        "referentienummer": "c",
        "debet_credit": "C",
        "gerelateerd_referentienummer": eerste["referentienummer"],
    }
    assert set(blik._NADER) <= _zie(_met(credit))


def test_onbekend_of_andere_eenheid() -> None:
    """Nothing more is seen of lines of which the prestatie or its unit is not known."""
    for document in (_lijn(0, prestatie="onbekend"), _lijn(0, eenheid="uur")):
        assert _zie(document) == set(blik._ONGEZIEN)
    zonder = Context(tabellen=Tabellen())
    assert set(blik._ONGEZIEN) <= _zie(_bericht(), zonder)


def test_afspraak_geeft_aanleiding() -> None:
    """An agreement on a higher tariff, with whomever: what it says is for the rule."""
    afspraak = {
        "overeenkomst_id": "o",
        "overeenkomstsoort": "max_max",
        "uzovi_code": "0001",
        "zorgaanbieder_agb": "33001234",
        "looptijd": {"van": "2023-01-01"},
        "schriftelijk": True,
    }
    assert _zie(_goed() | {"overeenkomsten": [afspraak]}) == {Trek.TARIEF}


@pytest.mark.parametrize(
    ("documenten", "grond"),
    [
        (_goed(), Verificatie.SECUNDAIR),
        (_goed() | {"declaratieregels": _goed()["declaratieregels"][:LAATSTE]},
         Verificatie.BEVESTIGD),
    ],
)  # fmt: skip
def test_voldaan_op_de_zwakste_grond(documenten: dict[str, Any], grond: Verificatie) -> None:
    """The answer beforehand has the ground that the rule itself gives."""
    regel = PER_CODE["GZ-TARIEF-001"]
    w = Werkblad(load(documenten), "dossier", Context())
    gemaakt = plan.Indeling("dossier", (regel,)).plannen([w])[0]
    assert gemaakt.plaatsen == ()
    assert gemaakt.vooraf[0] is UITSLAGEN[Uitkomst.VOLDAAN, grond] is regel.toets(w)


def test_meeste_dossiers_hebben_niets() -> None:
    """Nothing is seen of most made-up dossiers without faults, and none of these rules is run."""
    codes = {"TARIEF-001", "REGEL-002", "REGEL-004", "REGEL-005", "REGEL-007", "REGEL-008"}
    codes |= {"NUMMER-001", "DECLARATIE-005", "VERZEKERAAR-001", "VERZEKERAAR-002"}
    codes |= {"SAMENLOOP-001", "SAMENLOOP-002"}
    regels, context = PER_SOORT["dossier"], populatiecontext()
    dossiers = [load(persoon.document) for persoon in population(40, 3, fouten=0)]
    bladen = [Werkblad(dossier, "dossier", context) for dossier in dossiers]
    gewoon = [w for w in bladen if not blik.BLIK.kijk(w)]
    assert len(gewoon) * 2 > len(bladen)
    for w in gewoon:
        plaatsen = plan.indeling("dossier", regels).plannen([w])[0].plaatsen
        assert {regels[plaats].code[3:] for plaats in plaatsen}.isdisjoint(codes)


@given(lijnen(), st.integers(-2, 60))
def test_bericht_zonder_regels_die_zouden_spreken(declaratieregels: Any, dagen: int) -> None:
    """Of messages: what a plan answers beforehand is what the rules say."""
    document = bericht(declaratieregels, date.fromordinal(BEVALDAG.toordinal() + dagen))
    w = Werkblad(document, "declaratie", MET)
    regels = PER_SOORT["declaratie"]
    plan.vergelijk(regels, plan.indeling("declaratie", regels).plannen([w])[0], [w])


@given(lijnen(), st.sampled_from((None, BEVALDAG)), st.none() | dag(-30, 300))
def test_dossier_zonder_regels_die_zouden_spreken(
    declaratieregels: Any, einde: date | None, a_terme: date | None
) -> None:
    """Of dossiers too."""
    document = Dossier(
        referentie="p",
        zwangerschap=Zwangerschap(
            datum_einde=einde, wijze_einde=WijzeEinde.PARTUS, a_terme_datum=a_terme
        ),
        declaratieregels=declaratieregels,
    )
    w = Werkblad(document, "dossier", MET)
    regels = PER_SOORT["dossier"]
    plan.vergelijk(regels, plan.indeling("dossier", regels).plannen([w])[0], [w])
