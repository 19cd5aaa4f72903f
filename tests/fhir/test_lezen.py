"""Maternity records of FHIR STU3 become dossiers: what is told and nothing else."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from tests.fhir import bundels as b
from tests.fhir.bundels import Resource, begrip, naar
from tests.fhir.hulp import dossier, gemist, lees_met

from geboortezorg import dump, validate
from geboortezorg.fhir import lees
from geboortezorg.rapport import Oordeel


def test_een_heel_dossier() -> None:
    """Everything that a dossier has a place for is there, and the rest is named."""
    uitkomst = lees(b.heel())
    eerste = {
        "partijsoort": "verloskundigenpraktijk",
        "naam": "Praktijk Voorbeeld",
        "agb_code": "08001234",
    }
    tweede = {**eerste, "partijsoort": "ziekenhuis", "agb_code": "06001234"}
    assert dossier(uitkomst) == {
        "soort": "dossier",
        "schema_versie": "0.1",
        "referentie": "zwangerschap-1",
        "zwangerschap": {
            "a_terme_datum": "2026-05-20",
            "datum_einde": "2026-05-01",
            "graviditeit": 2,
            "pariteit": 1,
        },
        "client": {
            "bsn": "999990019",
            "geboortedatum": "1990-02-03",
            "postcode": "1234AB",
            "verzekeringen": [
                {
                    "uzovi_code": "3332",
                    "looptijd": {"van": "2026-01-01", "tot_en_met": "2026-12-31"},
                    "verzekerdennummer": "123456",
                }
            ],
        },
        "kinderen": [
            {"rangnummer": 1, "geboren": True, "geboortedatum": "2026-05-01"},
            {
                "rangnummer": 2,
                "geboren": True,
                "geboortedatum": "2026-05-01",
                "overlijdensdatum": "2026-05-04",
                "perinatale_sterfte": True,
            },
        ],
        "zorgepisodes": [
            {
                "zorgepisode_id": "ep1",
                "zorgaanbieder": eerste,
                "looptijd": {"van": "2025-10-01", "tot_en_met": "2026-03-01"},
                "eindverantwoordelijk_in": ["intake", "zwangerschap_vervolg"],
                "verwijzingen": [
                    {"datum": "2026-03-01", "verwijzingsoort": "overname", "naar": tweede}
                ],
            },
            {
                "zorgepisode_id": "ep2",
                "zorgaanbieder": tweede,
                "looptijd": {"van": "2026-03-01"},
            },
        ],
    }
    assert uitkomst.volledig
    assert [(deel.resource, deel.resourcetype, deel.pad) for deel in uitkomst.zonder_plaats] == [
        (0, "Patient", "Patient.address[0].use"),
        (0, "Patient", "Patient.address[0].city"),
        (7, "Observation", "Observation.effectiveDateTime"),
        (18, "Organization", "Organization.name"),
    ]


VORMEN: dict[str, Callable[[list[Resource]], Any]] = {
    "bundel": b.bundel,
    "tekst": lambda r: json.dumps(b.bundel(r)),
    "bytes": lambda r: json.dumps(r).encode(),
    "ndjson": lambda r: "\n".join(map(json.dumps, r)) + "\n\n",
    "iterator": iter,
    "teksten": lambda r: [json.dumps(deel) for deel in r],
    "bundels": lambda r: [b.bundel(r[:5]), b.bundel(r[5:])],
    "andersom": lambda r: r[::-1],
    "tweemaal": lambda r: [*r, *r],
}


@pytest.mark.parametrize("vorm", sorted(VORMEN))
def test_in_elke_vorm_hetzelfde(vorm: str) -> None:
    """A Bundle, loose resources, NDJSON, another order and copies tell the same."""
    verwacht, gelezen = dossier(lees(b.heel())), lees(VORMEN[vorm](b.heel()))
    uit = dossier(gelezen)
    for lijst in ("zorgepisodes", "kinderen"):
        sleutel = {"zorgepisodes": "zorgepisode_id", "kinderen": "rangnummer"}[lijst]
        uit[lijst].sort(key=lambda deel, sleutel=sleutel: deel[sleutel])
    assert uit == verwacht
    assert gelezen.volledig


@given(b.dossiers())
def test_wat_een_plaats_heeft_krijgt_die(resources: list[Resource]) -> None:
    """Whatever the order, every episode, child, referral and insurance is in the dossier."""
    uitkomst = lees(resources)
    assert gemist(uitkomst) == []
    (een,) = uitkomst.dossiers
    soorten = [deel["resourceType"] for deel in resources]
    assert len(een.zorgepisodes) == soorten.count("EpisodeOfCare")
    assert len(een.kinderen) == soorten.count("Patient") - 1
    assert sum(len(deel.verwijzingen) for deel in een.zorgepisodes) == soorten.count(
        "ReferralRequest"
    )
    assert een.client is not None
    assert len(een.client.verzekeringen) == soorten.count("Coverage")
    assert validate(dump(een)).oordeel in Oordeel


@pytest.mark.parametrize("van", ["2026-03-05", "2026-03-02", "2026-03-01"])
def test_eerste_en_tweede_lijn(van: str) -> None:
    """A gap, adjoining periods and a takeover within a day are read as they are."""
    looptijden = [
        deel.looptijd for deel in lees_met(b.episode("ep2", "tweede", van)).dossiers[0].zorgepisodes
    ]
    assert [str(deel.van) for deel in looptijden] == ["2025-10-01", van]
    assert [str(deel.tot_en_met) for deel in looptijden] == ["2026-03-01", "None"]


EPISODES: dict[str, tuple[Resource, list[tuple[str, str]]]] = {
    "zonder begin": (
        b.episode("ep2", "tweede", None),
        [("EpisodeOfCare.period.start", "ontbreekt")],
    ),
    "zonder periode": (
        {**b.episode("ep2", "tweede", None), "period": "2026"},
        [("EpisodeOfCare.period.start", "ontbreekt")],
    ),
    "voorbij zonder einde": (
        b.episode("ep2", "tweede", "2026-03-01", status="finished"),
        [("EpisodeOfCare.period.end", "ontbreekt")],
    ),
    "half einde": (
        b.episode("ep2", "tweede", "2026-03-01", "2026-05"),
        [("EpisodeOfCare.period.end", "vorm"), ("EpisodeOfCare.period.end", "ontbreekt")],
    ),
    "alleen een plan": (
        b.episode("ep2", "tweede", "2026-03-01", status="planned"),
        [("EpisodeOfCare.status", "status")],
    ),
    "zonder status": (
        b.episode("ep2", "tweede", "2026-03-01", status=None),
        [("EpisodeOfCare", "status")],
    ),
    "niet te begrijpen": (
        b.episode("ep2", "tweede", "2026-03-01", modifierExtension=[{"url": "x"}]),
        [("EpisodeOfCare", "niet_begrepen")],
    ),
    "eigen regels": (
        b.episode("ep2", "tweede", "2026-03-01", implicitRules="x"),
        [("EpisodeOfCare", "niet_begrepen")],
    ),
}


@pytest.mark.parametrize("geval", sorted(EPISODES))
def test_een_episode_die_geen_plaats_heeft(geval: str) -> None:
    """Without a known period there is no episode: an end that was is never left open."""
    resource, verwacht = EPISODES[geval]
    uitkomst = lees_met(resource)
    assert [deel.zorgepisode_id for deel in uitkomst.dossiers[0].zorgepisodes] == ["ep1"]
    assert gemist(uitkomst) == verwacht
    assert not uitkomst.volledig


AANBIEDERS: dict[str, tuple[Any, dict[str, str], list[tuple[str, str]]]] = {
    "niet gezegd": (
        None,
        {},
        [("EpisodeOfCare.managingOrganization", "ontbreekt")],
    ),
    "niet meegeleverd": (
        naar("Organization", "weg"),
        {},
        [("EpisodeOfCare.managingOrganization", "niet_verbonden")],
    ),
    "geen organisatie": (
        naar("Patient", "vrouw"),
        {},
        [("EpisodeOfCare.managingOrganization", "niet_verbonden")],
    ),
    "geen verwijzing": (
        7,
        {},
        [("EpisodeOfCare.managingOrganization", "niet_verbonden")],
    ),
    "op nummer": (
        {"identifier": {"system": "urn:oid:2.16.840.1.113883.2.4.6.1", "value": "06001234"}},
        {"agb_code": "06001234"},
        [],
    ),
    "ingesloten": (
        {"reference": "#o"},
        {"naam": "Praktijk Voorbeeld", "agb_code": "06001234", "partijsoort": "ziekenhuis"},
        [],
    ),
    "met versie": (
        {"reference": "Organization/tweede/_history/3"},
        {"naam": "Praktijk Voorbeeld", "agb_code": "06001234", "partijsoort": "ziekenhuis"},
        [],
    ),
}


@pytest.mark.parametrize("geval", sorted(AANBIEDERS))
def test_wie_verantwoordelijk_is(geval: str) -> None:
    """A responsible organisation is read by any reference; when unknown the episode stays."""
    wie, verwacht, lijst = AANBIEDERS[geval]
    ingesloten = [b.organisatie("o", "06001234", "V5"), b.organisatie("p", "06001235")]
    ander = b.episode("ep2", None, "2026-03-01", managingOrganization=wie)
    if geval == "ingesloten":
        ander["contained"] = [*ingesloten, ingesloten[1], 3]
    uitkomst = lees_met(ander, b.verwijzing(recipient=None))
    assert dossier(uitkomst)["zorgepisodes"][1]["zorgaanbieder"] == verwacht
    assert gemist(uitkomst) == lijst


@pytest.mark.parametrize(
    ("extra", "velden", "lijst"),
    [
        ({"datum": None}, {"verwijzingsoort": "overname"}, []),
        ({"soort": "onbekend"}, {"datum": "2026-03-01"}, [("type", "onbekende_code")]),
        ({"soort": "leeg"}, {"datum": "2026-03-01"}, []),
        (
            {"soort": "beide"},
            {"datum": "2026-03-01"},
            [("type", "tegenstrijdig")],
        ),
        ({"datum": "2026"}, {"verwijzingsoort": "overname"}, [("authoredOn", "vorm")]),
        (
            {"datum": "2026-02-31T10:00:00Z"},
            {"verwijzingsoort": "overname"},
            [("authoredOn", "vorm")],
        ),
        (
            {"datum": "1234-01-01T10:00:00Z"},
            {"verwijzingsoort": "overname"},
            [("authoredOn", "vorm")],
        ),
        ({"datum": 20260301}, {"verwijzingsoort": "overname"}, [("authoredOn", "vorm")]),
    ],
)
def test_een_verwijzing(
    extra: dict[str, Any], velden: dict[str, str], lijst: list[tuple[str, str]]
) -> None:
    """A referral without a day or kind stays one; an unknown code or half a date is named."""
    soorten = {
        "onbekend": begrip((b.SNOMED, "1")),
        "leeg": begrip(("http://hl7.org/fhir/v3/NullFlavor", "NI")),
        "beide": begrip((b.SNOMED, "308292007"), (b.SNOMED, "11429006")),
    }
    resource = b.verwijzing(recipient=None)
    if "datum" in extra:
        resource["authoredOn"] = extra["datum"]
    if "soort" in extra:
        resource["type"] = soorten[extra["soort"]]
    if extra.get("datum", 1) is None:
        del resource["authoredOn"]
    uitkomst = lees_met(resource)
    assert dossier(uitkomst)["zorgepisodes"][0]["verwijzingen"] == [velden]
    assert gemist(uitkomst) == [(f"ReferralRequest.{pad}", reden) for pad, reden in lijst]


@pytest.mark.parametrize(
    ("elementen", "bij", "lijst"),
    [
        ({"requester": {"agent": naar("Organization", "tweede")}, "recipient": None}, 1, []),
        ({"requester": None}, 0, []),
        ({"requester": {"agent": naar("Patient", "vrouw")}}, 0, []),
        (
            {"requester": None, "recipient": [naar("Organization", "eerste")]},
            None,
            [("ReferralRequest", "niet_verbonden")],
        ),
        (
            {"requester": {"agent": naar("Organization", "verzekeraar")}},
            None,
            [("ReferralRequest", "niet_verbonden")],
        ),
        ({"context": naar("EpisodeOfCare", "weg")}, None, [("ReferralRequest", "niet_verbonden")]),
        ({"status": "draft"}, None, [("ReferralRequest.status", "status")]),
        (
            {"recipient": [naar("Organization", "tweede"), naar("Organization", "verzekeraar")]},
            0,
            [
                ("ReferralRequest.recipient[0]", "tegenstrijdig"),
                ("ReferralRequest.recipient[1]", "tegenstrijdig"),
            ],
        ),
    ],
)
def test_van_wie_een_verwijzing_is(
    elementen: dict[str, Any], bij: int | None, lijst: list[tuple[str, str]]
) -> None:
    """A referral stands with the organisation that refers, not with the one that receives."""
    uitkomst = lees_met(b.verwijzing(**elementen))
    aantallen = [len(deel.verwijzingen) for deel in uitkomst.dossiers[0].zorgepisodes]
    assert aantallen == [int(plek == bij) for plek in range(2)]
    assert gemist(uitkomst) == lijst


def test_twee_episodes_van_wie_verwijst() -> None:
    """The record that the referral names decides when the organisation has two."""
    weer = b.episode("ep3", "eerste", "2026-04-01")
    uitkomst = lees_met(weer, b.verwijzing())
    assert [len(deel.verwijzingen) for deel in uitkomst.dossiers[0].zorgepisodes] == [1, 0, 0]
