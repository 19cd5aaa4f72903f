"""Without occasion a rule is satisfied: what could make it answer otherwise is seen beforehand."""

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.metamorf.bron import MAP

from geboortezorg import Context, load
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.model.context import Toetscontext
from geboortezorg.model.prestatie import Prestatie, Regime
from geboortezorg.populatie import populatiecontext, population
from geboortezorg.regels import leden, plan
from geboortezorg.regels.catalogus import soorten_van
from geboortezorg.regels.ingebed import ook_ingebed
from geboortezorg.regels.nodig import Nodig, Trek
from geboortezorg.regels.regel import NIET_VAN_TOEPASSING, VOLDAAN, Regel
from geboortezorg.regels.register import BLIKKEN_PER_SOORT, PER_CODE, PER_SOORT, REGELS
from geboortezorg.regels.trekken.prestaties import VAN_PRESTATIE
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import Tabellen

MET = [regel for regel in REGELS if regel.aanleiding is not None]

GOED = Path(__file__).parents[2] / "voorbeelden" / "goed" / "thuisbevalling-2023.json"


def _blad(document: dict[str, Any], context: Context | None = None) -> Werkblad:
    return Werkblad(load(document), document["soort"], context or Context())


def _dossier(naam: str = "", waarde: object = None, **anders: object) -> Werkblad:
    document = json.loads(GOED.read_bytes()) | anders
    if naam:
        document["declaratieregels"][0][naam] = waarde
    return _blad(document)


def _bericht(**anders: object) -> Werkblad:
    lijn = json.loads(GOED.read_bytes())["declaratieregels"][0]
    for naam in ("zorgepisode_id", "bsn"):
        lijn.pop(naam, None)
    document = {
        "soort": "declaratie",
        "schema_versie": "0.1",
        "declarant_agb": lijn["zorgaanbieder_agb"],
        "uzovi_code": lijn["uzovi_code"],
        "factuurnummer": "F-1",
        "factuurdatum": "2024-01-01",
        "periode": {"van": "2022-01-01", "tot_en_met": "2024-01-01"},
        "declaratieregels": [lijn | anders],
    }
    return _blad(document)


def _regel(aanleiding: Nodig, *nodig: Nodig) -> Regel:
    return attrs.evolve(
        PER_CODE["GZ-REGEL-001"], nodig=nodig, aanleiding=aanleiding, toets=lambda _: VOLDAAN
    )


def _plan(w: Werkblad, regel: Regel) -> tuple[tuple[int, ...], object]:
    gemaakt = plan.Indeling(w.soort, (regel,)).plannen([w])[0]
    return gemaakt.plaatsen, gemaakt.vooraf[0]


@pytest.mark.parametrize("regel", MET, ids=lambda regel: regel.code)
def test_aanleiding_bestaat(regel: Regel) -> None:
    """What gives occasion is something, and every member and trait of it exists."""
    aanleiding = regel.aanleiding
    assert aanleiding is not None
    assert aanleiding != Nodig()
    assert set(aanleiding.kenmerken) <= {veld.name for veld in attrs.fields(Prestatie)}
    klassen = [DOCUMENTEN[soort] for soort in soorten_van(regel)]
    for lid in aanleiding.leden:
        assert any(leden.bestaat(klasse, lid) for klasse in klassen), lid


@pytest.mark.parametrize("regel", MET, ids=lambda regel: regel.code)
def test_zonder_aanleiding_is_alles_goed(regel: Regel) -> None:
    """In its own cases a rule that has something to say was given occasion.

    One that needs nothing always applies.
    """
    gehoord = False
    for geval in json.loads((MAP / f"{regel.code}.json").read_bytes())["gevallen"]:
        context = Context()
        if geval.get("context") is not None:
            context = Context.uit_document(load(geval["context"], Toetscontext))
        w = _blad(geval["document"], context)
        gemaakt = plan.Indeling(w.soort, (regel,)).plannen([w])[0]
        antwoord = regel.toets(w)
        assert regel.nodig or antwoord is not NIET_VAN_TOEPASSING
        if not gemaakt.plaatsen:
            assert antwoord is gemaakt.vooraf[0], geval["naam"]
        gehoord = gehoord or isinstance(antwoord, list)
    assert gehoord


def _heeft(trek: Trek, w: Werkblad) -> bool:
    """Return whether the look that can see a trait sees it."""
    (blik,) = [blik for blik in BLIKKEN_PER_SOORT[w.soort] if trek in blik.trekken]
    assert set(blik.kijk(w)) <= set(blik.trekken)
    return trek in blik.kijk(w)


def test_meeste_documenten_zonder_aanleiding() -> None:
    """In a made-up dossier of one child without faults no rule is run, nor those on the input.

    A rule of which the occasion cannot be seen in a kind of document is run in every one of these.
    """
    regels, context = PER_SOORT["dossier"], populatiecontext()
    van_een = [p.document for p in population(40, 3, fouten=0) if len(p.document["kinderen"]) == 1]
    assert len(van_een) > 30
    for document in van_een:
        w = Werkblad(load(document), "dossier", context)
        gemaakt = plan.indeling("dossier", regels).plannen([w])[0]
        assert not [regels[plaats].code for plaats in gemaakt.plaatsen]
        assert gemaakt.vooraf[[r.code for r in regels].index("GZ-TARIEF-004")] is VOLDAAN


def test_wat_er_zonder_aanleiding_wordt_geantwoord() -> None:
    """Satisfied with what it needs, not applicable without; with occasion it is run anyhow."""
    kind, bijdrage = Nodig(leden=("/kinderen",)), Nodig(leden=("/eigen_bijdragen",))
    w = _dossier()
    assert _plan(w, _regel(bijdrage, kind)) == ((), VOLDAAN)
    assert _plan(w, _regel(bijdrage, bijdrage)) == ((), NIET_VAN_TOEPASSING)
    assert _plan(w, _regel(kind, bijdrage))[0] == (0,)
    assert _plan(w, _regel(kind, kind))[0] == (0,)


def test_wat_een_soort_niet_kan_bevatten_laat_geen_regel_weg() -> None:
    """Of a kind of which a trait cannot be seen, nothing is answered beforehand."""
    w = _blad(json.loads((MAP / "GZ-VSV-001.json").read_bytes())["gevallen"][0]["document"])
    assert w.soort == "vsv"
    for aanleiding in (
        Nodig(trekken=(Trek.BEDRAGEN,)),
        Nodig(trekken=(Trek.VELDEN, Trek.BEDRAGEN)),
        Nodig(leden=("/kinderen",)),
        Nodig(regimes=(Regime.VSV,), credit=True),
    ):
        assert _plan(w, _regel(aanleiding))[0] == (0,)
    assert _plan(w, _regel(Nodig(trekken=(Trek.VELDEN,)))) == ((), VOLDAAN)


def test_een_deel_kan_aanleiding_geven() -> None:
    """A rule that judges parts of a document too is always run: what it asks can stand in one."""
    assert ook_ingebed(_regel(Nodig(trekken=(Trek.VELDEN,)))).aanleiding is None


def test_regimes_waarvan_een_kenmerk_niet_telt() -> None:
    """A trait of a prestatie of such a regime brings nothing."""
    alle = Nodig(kenmerken=("zorgsoorten",))
    w = _dossier(declaratieregels=[])
    zonder = attrs.evolve(alle, behalve_regimes=tuple(Regime))
    for nodig, van, verwacht in (
        (alle, w, ((), NIET_VAN_TOEPASSING)),
        (alle, _dossier(), ((), VOLDAAN)),
        (zonder, _dossier(), ((), NIET_VAN_TOEPASSING)),
    ):
        assert _plan(van, _regel(Nodig(leden=("/eigen_bijdragen",)), nodig)) == verwacht


def test_elke_trek_wordt_in_een_blik_gezien() -> None:
    """And of a dossier without faults none is there."""
    per_soort = {
        soort: [trek for blik in blikken for trek in blik.trekken]
        for soort, blikken in BLIKKEN_PER_SOORT.items()
    }
    for gezien in per_soort.values():
        assert len(gezien) == len({*gezien, *VAN_PRESTATIE}) - len(VAN_PRESTATIE)
    assert {*VAN_PRESTATIE}.union(*per_soort.values()) == {*Trek}
    indicatie = {
        "datum": "2023-05-08",
        "indicatieprotocol": "lip",
        "geindiceerd_minuten": 2940,
        "voeding": "borstvoeding",
    }
    dossier = _dossier(
        kraamzorgindicaties=[indicatie | {"voeding": "borstvoeding"}],
        partusassistenties=[{"datum": "2023-05-08", "duur_minuten": 300}],
    )
    assert [trek for trek in per_soort["dossier"] if _heeft(trek, dossier)] == [
        Trek.GROND_BEVESTIGD,
        Trek.GROND_SECUNDAIR,
    ]
    assert _heeft(Trek.ZONDER_BSN, _bericht())


@pytest.mark.parametrize(
    ("trek", "naam", "waarde"),
    [
        (Trek.BEDRAGEN, "bedrag_eurocent", 1),
        (Trek.BEDRAGEN, "declaratiebedrag_eurocent", 0),
        (Trek.BEDRAGEN, "declaratiebedrag_eurocent", 10**6),
        (Trek.BEDRAGEN, "tarief_eurocent", 0),
        (Trek.BEDRAGEN, "aantal", 2),
        (Trek.BEDRAGEN, "eenheid", "dag"),
        (Trek.BEDRAGEN, "prestatie", "onbekend"),
        (Trek.GEEN_TARIEF, "prestatie", "onbekend"),
        (Trek.GEEN_TARIEF, "prestatie", "kraamzorg-eigen-bijdrage"),
        (Trek.GEEN_TARIEF, "periode", {"van": "1990-01-01", "tot_en_met": "1990-01-01"}),
        (Trek.AFSPRAAK, "prestatie", "integraal-nataal"),
        (Trek.ZORGAANBIEDER, "prestatie", "onbekend"),
        (Trek.ZORGAANBIEDER, "zorgaanbieder_agb", "08000001"),
        (Trek.ZORGAANBIEDER, "zorgaanbieder_agb", "67030001"),
        (Trek.ZORGAANBIEDER, "zorgaanbieder_agb", "00000000"),
        (Trek.ZORGAANBIEDER, "behandelaar_agb", "08000001"),
        (Trek.VELDEN, "periode", {"van": "2023-05-09", "tot_en_met": "2023-05-01"}),
        (Trek.VELDEN, "zorgepisode_id", "bestaat-niet"),
    ],
)
def test_een_lijn_met_een_trek(trek: Trek, naam: str, waarde: object) -> None:
    """One line is enough."""
    assert _heeft(trek, _dossier(naam, waarde))


def test_samenloop_en_een_vsv() -> None:
    """What stands beside itself, and a VSV that would be responsible for care."""
    document = json.loads(GOED.read_bytes())
    lijn = document["declaratieregels"][0]
    document["declaratieregels"].append(lijn | {"referentienummer": "nog-een"})
    assert _heeft(Trek.SAMENLOOP, _blad(document))
    episode = json.loads(GOED.read_bytes())["zorgepisodes"][0]
    episode["zorgaanbieder"] |= {"partijsoort": "vsv"}
    assert _heeft(Trek.ZORGAANBIEDER, _dossier(zorgepisodes=[episode]))


def test_niemand_hoort_bij_geen_prestatie() -> None:
    """An AGB-code of zeros is looked at also where an own list expects one that begins so."""
    document = json.loads(GOED.read_bytes())
    document["declaratieregels"] = [
        document["declaratieregels"][0] | {"zorgaanbieder_agb": "00000000"}
    ]
    assert _heeft(Trek.ZORGAANBIEDER, _blad(document))
    assert _heeft(Trek.ZORGAANBIEDER, _blad(document, Context(tabellen=Tabellen())))
