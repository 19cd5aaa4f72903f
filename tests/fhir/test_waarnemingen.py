"""Observations, insurances and keys: what of them has a place in a dossier."""

from typing import Any

import pytest
from tests.fhir import bundels as b
from tests.fhir.bundels import Resource, naar
from tests.fhir.hulp import gemist, lees_met

from geboortezorg.model import Dossier

WAARNEMINGEN: dict[str, tuple[Resource, list[tuple[str, str]]]] = {
    "breuk": (
        b.waarneming("g", b.GRAVIDITEIT, valueQuantity={"value": 1.5}),
        [("Observation.valueQuantity", "vorm")],
    ),
    "hooguit": (
        b.waarneming("g", b.GRAVIDITEIT, valueQuantity={"value": 2, "comparator": "<"}),
        [("Observation.valueQuantity", "vorm")],
    ),
    "andere eenheid": (
        b.waarneming("g", b.GRAVIDITEIT, valueQuantity={"value": 2, "code": "%"}),
        [("Observation.valueQuantity", "vorm")],
    ),
    "geen getal": (
        b.waarneming("g", b.GRAVIDITEIT, valueQuantity={"value": "2"}),
        [("Observation.valueQuantity", "vorm")],
    ),
    "te groot": (
        b.waarneming("g", b.GRAVIDITEIT, valueQuantity={"value": 2000}),
        [("Observation.valueQuantity", "vorm")],
    ),
    "niets": (
        b.waarneming("g", b.GRAVIDITEIT, valueQuantity=3),
        [("Observation.valueQuantity", "vorm")],
    ),
    "voorlopig": (
        b.waarneming("g", b.GRAVIDITEIT, status="preliminary", valueQuantity={"value": 2}),
        [("Observation.status", "status")],
    ),
    "twee dingen tegelijk": (
        b.waarneming("g", (*b.GRAVIDITEIT, *b.PARITEIT), valueQuantity={"value": 2}),
        [("Observation.code", "tegenstrijdig")],
    ),
    "los": (
        b.waarneming("g", b.GRAVIDITEIT, context=None, valueQuantity={"value": 2}),
        [("Observation", "niet_verbonden")],
    ),
    "van een ander": (
        b.waarneming("g", b.GRAVIDITEIT, "k1", valueQuantity={"value": 2}),
        [("Observation.subject", "niet_verbonden")],
    ),
}


@pytest.mark.parametrize("geval", sorted(WAARNEMINGEN))
def test_een_waarneming_zonder_plaats(geval: str) -> None:
    """What was not observed, not of this woman, or not a number gives no graviditeit."""
    resource, lijst = WAARNEMINGEN[geval]
    uitkomst = lees_met(resource)
    assert uitkomst.dossiers[0].zwangerschap.graviditeit is None
    assert gemist(uitkomst) == lijst


@pytest.mark.parametrize(
    "elementen",
    [
        {"context": naar("Encounter", "c")},
        {"context": None, "extension": [{"url": "x", "valueReference": naar("Condition", "zw")}]},
        {"context": None, "partOf": naar("Procedure", "bev")},
        {"subject": None},
        {"valueQuantity": {"value": 3.0}},
    ],
)
def test_een_waarneming_langs_een_omweg(elementen: dict[str, Any]) -> None:
    """An observation in a contact, or about the pregnancy or delivery itself, is of the pregnancy."""
    contact = b.maak("Encounter", "c", episodeOfCare=[naar("EpisodeOfCare", "ep1")])
    basis = {"valueQuantity": {"value": 3}}
    uitkomst = lees_met(contact, b.waarneming("g", b.GRAVIDITEIT, **{**basis, **elementen}))
    assert uitkomst.dossiers[0].zwangerschap.graviditeit == 3
    assert uitkomst.volledig


def test_twee_waarnemingen_die_verschillen() -> None:
    """The same number twice is that number; two different ones are neither."""
    eens = b.waarneming("g2", b.GRAVIDITEIT, valueQuantity={"value": 2})
    assert lees_met(eens).dossiers[0].zwangerschap.graviditeit == 2
    oneens = b.waarneming("g2", b.GRAVIDITEIT, valueQuantity={"value": 3})
    uitkomst = lees_met(oneens)
    assert uitkomst.dossiers[0].zwangerschap.graviditeit is None
    assert gemist(uitkomst) == [("Observation.valueQuantity", "tegenstrijdig")] * 2


@pytest.mark.parametrize("dag", [None, "2026-05-01", "2026", "2026-04-30T23:00:00Z"])
def test_pariteit_na_de_bevalling(dag: str | None) -> None:
    """A parity that may count this birth is not that from before it."""
    na = b.waarneming("p", b.PARITEIT, valueQuantity={"value": 1}, effectiveDateTime=dag)
    uitkomst = lees_met(na)
    assert uitkomst.dossiers[0].zwangerschap.pariteit is None
    assert gemist(uitkomst) == [("Observation.valueQuantity", "andere_betekenis")]
    alles = [deel["id"] for deel in b.heel() if deel["id"][0] in "kbs"]
    uitkomst = lees_met(na, zonder=(*alles, "e"))
    assert uitkomst.dossiers[0].zwangerschap.pariteit == 1
    uitkomst = lees_met(na, b.bevalling(), zonder=(*alles, "e"))
    assert uitkomst.dossiers[0].zwangerschap.pariteit is None


VERZEKERINGEN: dict[str, tuple[Resource, list[tuple[str, str]]]] = {
    "zonder begin": (
        b.dekking(period=None),
        [("Coverage.period.start", "ontbreekt")],
    ),
    "half einde": (
        b.dekking(period={"start": "2026-01-01", "end": "2026"}),
        [("Coverage.period.end", "vorm"), ("Coverage.period.end", "ontbreekt")],
    ),
    "wie niet": (b.dekking(payor=[naar("Organization", "weg")]), [("Coverage.payor", "ontbreekt")]),
    "geen nummer": (b.dekking(payor=[3]), [("Coverage.payor", "ontbreekt")]),
    "half nummer": (
        b.dekking(payor=[{"identifier": b.nummer("uzovi", "33")[0]}]),
        [("Coverage.payor", "ontbreekt")],
    ),
    "ander stelsel": (
        b.dekking(payor=[{"identifier": b.nummer("agb-z", "08001234")[0]}]),
        [("Coverage.payor", "ontbreekt")],
    ),
    "geen verzekeraar": (
        b.dekking(payor=[naar("Patient", "vrouw")]),
        [("Coverage.payor", "ontbreekt")],
    ),
    "van een ander": (
        b.dekking(beneficiary=naar("Patient", "k1")),
        [("Coverage.beneficiary", "niet_verbonden")],
    ),
    "van niemand": (b.dekking(beneficiary=3), [("Coverage.beneficiary", "niet_verbonden")]),
    "opgezegd": (b.dekking(status="cancelled"), [("Coverage.status", "status")]),
}


@pytest.mark.parametrize("geval", sorted(VERZEKERINGEN))
def test_een_verzekering_zonder_plaats(geval: str) -> None:
    """An insurance is read when its woman, insurer and first day are known."""
    resource, lijst = VERZEKERINGEN[geval]
    uitkomst = lees_met(resource)
    assert uitkomst.dossiers[0].client is not None
    assert uitkomst.dossiers[0].client.verzekeringen == ()
    assert gemist(uitkomst) == lijst


def test_een_verzekeraar_met_alleen_een_nummer() -> None:
    """A reference that has the UZOVI-code itself says who the insurer is."""
    uitkomst = lees_met(b.dekking(payor=[{"identifier": b.nummer("uzovi", "3331")[0]}]))
    client = uitkomst.dossiers[0].client
    assert client is not None
    assert [deel.uzovi_code for deel in client.verzekeringen] == ["3331"]
    assert gemist(uitkomst) == []


def test_dekking_zonder_status() -> None:
    """FHIR does not ask a status of an insurance."""
    client = lees_met(b.dekking(status=None)).dossiers[0].client
    assert client is not None
    assert len(client.verzekeringen) == 1


def test_dezelfde_verzekering_van_twee() -> None:
    """Each organisation has her insurance: that is one, and another one is another."""
    ander = b.dekking("d3", subscriberId="7")
    uitkomst = lees_met(b.dekking(), b.dekking("d2"), ander)
    client = uitkomst.dossiers[0].client
    assert client is not None
    assert [deel.verzekerdennummer for deel in client.verzekeringen] == ["123456", "7"]
    assert gemist(uitkomst) == []


OUD = {"use": "old", "postalCode": "9999 zz"}
NU = {"use": "home", "postalCode": "1234 ab"}


@pytest.mark.parametrize(
    ("adressen", "postcode"), [([OUD], None), ([OUD, NU], "1234AB"), (NU, "1234AB"), (OUD, None)]
)
def test_een_oud_adres(adressen: Any, postcode: str | None) -> None:
    """Where she lived before is not where she lives, and does not contradict it; it is named."""
    uitkomst = lees_met(b.vrouw(address=adressen))
    client = uitkomst.dossiers[0].client
    assert client is not None
    assert client.postcode == postcode
    assert gemist(uitkomst) == []
    assert any(deel.pad.startswith("Patient.address") for deel in uitkomst.zonder_plaats)


def test_wat_te_veel_is() -> None:
    """More than a list of a dossier holds is named, and the rest is read."""
    velen = [b.dekking(f"d{n}", subscriberId=f"{n}") for n in range(50)]
    velen += [b.verwijzing(f"v{n}") for n in range(101)]
    velen += [b.episode(f"e{n}", "eerste", "2026-01-01") for n in range(99)]
    for rang in range(3, 12):
        velen += [b.kind(f"k{rang}", min(rang, 9)), b.geboorte(f"b{rang}", f"k{rang}")]
    uitkomst = lees_met(*velen, zonder=("verw",))
    (een,) = uitkomst.dossiers
    assert een.client is not None
    assert len(een.client.verzekeringen) == 50
    assert (len(een.zorgepisodes), len(een.kinderen)) == (100, 9)
    assert sorted(set(gemist(uitkomst))) == [
        ("Coverage", "vorm"),
        ("EpisodeOfCare", "vorm"),
        ("Patient", "vorm"),
        ("ReferralRequest", "vorm"),
    ]


def test_sleutels_van_episodes() -> None:
    """The id of a resource is the key of its episode when it can be; keys never coincide."""
    zonder_id = b.episode("", "tweede", "2026-03-01")
    del zonder_id["id"]
    uitkomst = lees_met(zonder_id, b.episode("episode 4", "eerste", "2026-01-01"))
    assert [deel.zorgepisode_id for deel in uitkomst.dossiers[0].zorgepisodes] == [
        "ep1",
        "ep2",
        "episode-3",
        "episode-4",
    ]
    assert isinstance(uitkomst.dossiers[0], Dossier)
