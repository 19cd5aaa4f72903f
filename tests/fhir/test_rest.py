"""What had no place is named by its place, and nothing of the input comes out otherwise."""

import copy
import json
from collections.abc import Callable
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fhir import bundels as b
from tests.fhir.bundels import Resource, naar
from tests.groei import kosten
from tests.test_kanarie import KANARIE, alles_van, plekken, varianten, zonder_kanarie

from geboortezorg import dump, validate
from geboortezorg.convert import Invoerfout
from geboortezorg.fhir import TEKSTEN, Leesuitkomst, Reden, lees
from geboortezorg.fhir.koppeling import koppeling
from geboortezorg.fhir.waarden import _ROLLEN, LEZERS
from geboortezorg.model.partijen import Partijsoort
from geboortezorg.model.zorgepisode import PerinatalePeriode, Verwijzingsoort
from geboortezorg.vorm import velden


def paden(uitkomst: Leesuitkomst) -> list[str]:
    """Return the places of all that had none."""
    return [deel.pad for deel in uitkomst.zonder_plaats]


def test_hele_resources() -> None:
    """A resource that fills nothing is one line, of its type; what is none is named so."""
    invoer: list[Any] = [
        b.maak("Immunization", "i", status="completed"),
        b.maak("EpisodeOfCare", "kind", status="active"),
        b.waarneming("w", ((b.LOINC, "85354-9"),), valueQuantity={"value": 120}),
        b.maak("Condition", "c", code={"text": "x"}),
        b.maak("Procedure", "p", status="completed"),
        {"resourceType": KANARIE},
        {"resourceType": 3},
        ["geen resource"],
        None,
        3,
    ]
    uitkomst = lees(invoer)
    assert uitkomst.dossiers == ()
    assert [(deel.pad, deel.reden) for deel in uitkomst.zonder_plaats] == [
        *(
            (soort, Reden.GEEN_PLEK)
            for soort in ("Immunization", "EpisodeOfCare", "Observation", "Condition", "Procedure")
        ),
        *[("*", Reden.GEEN_RESOURCE)] * 5,
    ]
    getal: Any = 3
    assert lees(getal).zonder_plaats[0].reden is Reden.GEEN_RESOURCE


def test_namen_van_de_plek() -> None:
    """Known elements have their name, others none; what stands beside a value is its extension."""
    vrouw = b.vrouw(
        _birthDate={"extension": []}, Kanarie7Q=1, contact=[{"name": {"text": "x"}}], text={}
    )
    ingesloten = {**b.organisatie("x", "08001234"), "telecom": [{"value": "x"}]}
    episode = b.episode("ep1", None, "2025-10-01", contained=[ingesloten])
    episode["managingOrganization"] = {"reference": "#x", "display": "x"}
    uitkomst = lees([vrouw, b.zwangerschap(), episode])
    assert paden(uitkomst) == [
        "Patient.birthDate.extension",
        "Patient.*",
        "Patient.contact",
        "EpisodeOfCare.contained[0].telecom",
    ]


def test_lijst_van_een_waarde_die_geen_lijst_is() -> None:
    """A text where parts were expected is one line."""
    uitkomst = lees([b.vrouw(), b.zwangerschap(), b.episode("ep1", None, None, period="Kanarie7Q")])
    assert "EpisodeOfCare.period.start" in paden(uitkomst)


def test_bundels_zonder_inhoud() -> None:
    """A Bundle without entries gives nothing, one with strange entries names them."""
    assert lees({"resourceType": "Bundle"}) == Leesuitkomst(dossiers=())
    vreemd = lees(
        {"resourceType": "Bundle", "entry": [3, {}, {"fullUrl": 3, "resource": b.vrouw()}]}
    )
    assert paden(vreemd) == ["*", "*", "Patient"]
    (los,) = lees({"resourceType": "Bundle", "entry": {"resource": b.vrouw()}}).zonder_plaats
    assert (los.resource, los.pad) == (0, "Patient")


def test_tekst_die_geen_json_is() -> None:
    """No JSON is refused without a word of it; a bad line among good ones is named."""
    for tekst in (KANARIE, f"<Bundle>{KANARIE}</Bundle>", "", f'{{"{KANARIE}":1,"{KANARIE}":2}}'):
        with pytest.raises(Invoerfout) as gevonden:
            lees(tekst)
        zonder_kanarie(alles_van(gevonden.value))
    with pytest.raises(Invoerfout):
        lees(f"{KANARIE}\n{{}}")
    tekstregels = [*map(json.dumps, b.heel()), KANARIE]
    uitkomst = lees("\n".join(tekstregels))
    assert len(uitkomst.dossiers) == 1
    assert uitkomst.zonder_plaats[-1].reden is Reden.GEEN_RESOURCE


def test_een_id_met_twee_inhouden() -> None:
    """Two resources that claim one id are both left out."""
    uitkomst = lees([*b.heel(), b.organisatie("tweede", "06001235")])
    dubbel = [deel.resourcetype for deel in uitkomst.zonder_plaats if deel.reden is Reden.DUBBEL]
    assert dubbel == ["Organization", "Organization"]
    assert uitkomst.dossiers[0].zorgepisodes[1].zorgaanbieder.agb_code is None


def test_andere_server() -> None:
    """A reference to another server is not one to the resource with that name here."""
    elders = b.episode("ep2", None, "2026-03-01")
    for server, gevonden in (
        ("https://voorbeeld.nl/fhir", True),
        ("https://elders.nl/fhir", False),
    ):
        elders["managingOrganization"] = {"reference": f"{server}/Organization/tweede"}
        resources = [deel for deel in b.heel() if deel["id"] != "ep2"]
        (een,) = lees(b.bundel([*resources, elders])).dossiers
        assert (een.zorgepisodes[1].zorgaanbieder.agb_code is not None) is gevonden
        (een,) = lees([*resources, elders]).dossiers
        assert een.zorgepisodes[1].zorgaanbieder.agb_code == "06001234"


# Which pregnancy


def test_twee_zwangerschappen_van_een_vrouw() -> None:
    """Two pregnancies are two dossiers, and each has its own; nothing without a tie goes along."""
    eerder = b.episode(
        "oud",
        "eerste",
        "2020-01-01",
        "2020-09-01",
        diagnosis=[{"condition": naar("Condition", "zw0")}],
    )
    g = b.waarneming(
        "g0", b.GRAVIDITEIT, context=naar("EpisodeOfCare", "oud"), valueQuantity={"value": 1}
    )
    twee = b.waarneming(
        "twee",
        b.GRAVIDITEIT,
        valueQuantity={"value": 1},
        extension=[{"valueReference": naar("Condition", "zw0")}],
    )
    uitkomst = lees([*b.heel(), b.zwangerschap("zw0"), eerder, g, twee])
    assert [deel.zwangerschap.graviditeit for deel in uitkomst.dossiers] == [2, 1]
    assert [deel.referentie for deel in uitkomst.dossiers] == ["zwangerschap-1", "zwangerschap-2"]
    for deel in uitkomst.dossiers:
        assert deel.client is not None
        assert len(deel.client.verzekeringen) == 1
    assert Reden.TEGENSTRIJDIG in {deel.reden for deel in uitkomst.zonder_plaats}


def verschillend(manier: str) -> list[Resource]:
    """Return two records of one woman that are bound in some way."""
    een = b.episode("ep1", "eerste", "2025-10-01", "2026-03-01", diagnosis=None)
    twee = b.episode("ep2", "tweede", "2026-03-02", diagnosis=None)
    basis = [b.vrouw(), b.organisatie("eerste", "08001234"), b.organisatie("tweede", "06001234")]
    kenmerk = {"system": "urn:oid:1.2.3", "value": "7"}
    if manier == "kenmerk":
        for deel in (een, twee):
            deel["extension"] = [
                {"url": f"{b.PROFIEL}bc-episodeofcare-groupIdentifier", "valueIdentifier": kenmerk}
            ]
        return [*basis, een, twee]
    condities = [b.zwangerschap("z1"), b.zwangerschap("z2")]
    for nummer, (episode, conditie) in enumerate(zip((een, twee), condities, strict=True)):
        if manier in {"nummer", "los nummer"}:
            conditie["identifier"] = [kenmerk if manier == "nummer" else {"value": "7"}]
            episode["diagnosis"] = [{"condition": naar("Condition", conditie["id"])}]
        if manier == "context":
            conditie["context"] = naar("EpisodeOfCare", episode["id"])
            conditie["identifier"] = [kenmerk]
        if manier == "twee vrouwen" and nummer:
            episode["patient"] = naar("Patient", "ander")
        if manier in {"een conditie", "twee vrouwen", "niet bevestigd"}:
            episode["diagnosis"] = [{"condition": naar("Condition", "z1")}]
        if manier == "niet bevestigd":
            conditie["verificationStatus"] = "refuted"
    condities = condities[
        : 1 if manier in {"een conditie", "twee vrouwen", "niet bevestigd"} else 2
    ]
    return [*basis, een, twee, *(condities if manier != "niets" else [])]


@pytest.mark.parametrize(
    ("manier", "aantal"),
    [
        ("kenmerk", 1),
        ("nummer", 1),
        ("context", 1),
        ("een conditie", 1),
        ("los nummer", 2),
        ("twee vrouwen", 2),
        ("niet bevestigd", 2),
        ("niets", 2),
    ],
)
def test_wat_episodes_verbindt(manier: str, aantal: int) -> None:
    """Records are of one pregnancy when they say so, and of the same woman; never otherwise."""
    uitkomst = lees(verschillend(manier))
    assert len(uitkomst.dossiers) == aantal
    assert sum(len(deel.zorgepisodes) for deel in uitkomst.dossiers) == 2


def test_verwijzingen_naar_iets_anders() -> None:
    """A reference to a resource of another type, or an extension of another kind, binds nothing."""
    vreemd = b.episode(
        "ep2",
        "tweede",
        "2026-03-02",
        diagnosis=[{"condition": naar("Patient", "vrouw")}],
        extension=[3, {"url": "x", "valueIdentifier": {"system": "urn:oid:1.2.3", "value": "7"}}],
        patient=naar("Organization", "eerste"),
    )
    conditie = b.zwangerschap("zw", context=naar("Patient", "vrouw"))
    omweg = b.waarneming(
        "g",
        b.GRAVIDITEIT,
        valueQuantity={"value": 2},
        extension=[{"url": "x", "valueReference": naar("Patient", "vrouw")}],
    )
    namen = {"ep2", "zw", "g"}
    basis = [deel for deel in b.heel() if deel["id"] not in namen]
    uitkomst = lees([*basis, vreemd, conditie, omweg])
    assert [len(deel.zorgepisodes) for deel in uitkomst.dossiers] == [1, 1]
    assert uitkomst.dossiers[0].zwangerschap.graviditeit == 2
    assert uitkomst.dossiers[1].client is None
    assert "Observation.extension" in paden(uitkomst)


def test_vrouw_met_bsn_op_twee_plekken() -> None:
    """One woman of two systems is one woman by her BSN; where they differ nothing is taken."""
    bsn = b.nummer("bsn", "999990019")
    ander = {**b.vrouw("ander", identifier=bsn), "birthDate": "1990-02-04"}
    twee = b.episode("ep2", "tweede", "2026-03-02", patient=naar("Patient", "ander"))
    basis = [deel for deel in b.heel() if deel["id"] != "ep2"]
    (een,) = lees([*basis, ander, twee]).dossiers
    assert een.client is not None
    assert (een.client.bsn, een.client.geboortedatum) == ("999990019", None)


def test_zonder_patient() -> None:
    """A record that names no woman stays by itself, and takes nobody's insurance."""
    uitkomst = lees([*b.heel(), b.episode("x", None, "2026-01-01", patient=None)])
    assert [len(deel.zorgepisodes) for deel in uitkomst.dossiers] == [2, 1]
    assert uitkomst.dossiers[1].client is None


# Hostile input


def resources_n(aantal: int) -> list[Resource]:
    """Return many resources that refer to one, and to each other in a circle."""
    rond = [
        b.maak(
            "Procedure",
            f"r{n}",
            status="completed",
            partOf=[naar("Procedure", f"r{n - 1}")],
            code=b.begrip((b.SNOMED, "236973005")),
        )
        for n in range(aantal)
    ]
    zelf = b.maak("Procedure", "z", partOf=[naar("Procedure", "z")], status="completed")
    velen = [
        b.waarneming(f"w{n}", b.GRAVIDITEIT, valueQuantity={"value": 2}) for n in range(aantal)
    ]
    return [*b.heel(), *rond, zelf, *velen]


def test_velen_kosten_naar_verhouding() -> None:
    """Four times the resources run no more than some four times the lines; pairs run sixteen."""

    def stappen(aantal: int) -> int:
        invoer = resources_n(aantal)
        return kosten(lambda: len(lees(invoer).dossiers)).total()

    assert len(lees(resources_n(200)).dossiers) == 1
    assert stappen(400) < 5 * stappen(100)


def test_diep() -> None:
    """Nesting beyond all reason is refused, in a text as in objects."""
    diep: Any = 1
    for _ in range(300):
        diep = [diep]
    for invoer in ({**b.vrouw(), "x": diep}, json.dumps({**b.vrouw(), "x": diep})):
        with pytest.raises(Invoerfout):
            lees(invoer)


def verander(resource: Resource, data: st.DataObject) -> None:
    """Put something else, or nothing, at some place of a resource."""
    plek = data.draw(st.sampled_from(sorted(plekken(resource), key=repr)))
    deel: Any = resource
    for segment in plek[:-1]:
        deel = deel[segment]
    anders: st.SearchStrategy[Any] = st.sampled_from(
        [None, 1, 1.5, True, "", "x", KANARIE, [], {}, [[]], [None], {"a": {}}, "2026-01-01"]
    )
    if data.draw(st.booleans()):
        deel[plek[-1]] = data.draw(anders)
    elif isinstance(deel, dict):
        del deel[plek[-1]]


@given(st.data())
@settings(max_examples=150)
def test_veranderde_bundels(data: st.DataObject) -> None:
    """Whatever is changed in a record, it is read, judged, and every line of the list is ours."""
    resources = copy.deepcopy(b.heel())
    for _ in range(data.draw(st.integers(1, 4))):
        verander(data.draw(st.sampled_from(resources)), data)
    uitkomst = lees(b.bundel([{"id": "-", "resourceType": "-", **deel} for deel in resources]))
    for dossier in uitkomst.dossiers:
        validate(dump(dossier))
    zonder_kanarie(repr(uitkomst))
    assert lees(resources).dossiers is not None


def test_elke_plek_van_elke_resource() -> None:
    """A marked value anywhere is in no line of the list, and in no repr."""
    heel = b.heel()
    for nummer, resource in enumerate(heel):
        for variant in varianten(resource):
            zonder_kanarie(repr(lees([*heel[:nummer], variant, *heel[nummer + 1 :]])))


# The mapping itself


@pytest.mark.parametrize(
    ("lijst", "keuzes"),
    [
        ("perinatale_periode", PerinatalePeriode),
        ("verwijzingsoort", Verwijzingsoort),
        ("partijsoort", Partijsoort),
    ],
)
def test_codelijsten_geven_waarden_van_het_model(lijst: str, keuzes: type[StrEnum]) -> None:
    """Every code means a value that the member can have."""
    waarden = set(koppeling().lijsten[lijst].values()) - {""}
    assert waarden <= {str(keuze) for keuze in keuzes}


def test_elke_koppeling_vult_een_veld() -> None:
    """Every row fills a member of its class, in a way that we can read, from a known element."""
    k = koppeling()
    rijen = [*k.velden.values(), *k.waarnemingen.values()]
    for koppelrij in (koppelrij for deel in rijen for koppelrij in deel):
        klasse, basis = _ROLLEN[koppelrij.rol]
        assert koppelrij.lid.split(".")[0] in {veld.naam for veld in velden(klasse)}
        assert set(basis) <= {veld.naam for veld in velden(klasse)}
        assert koppelrij.vorm in LEZERS
        assert set(koppelrij.pad) <= k.elementen
        assert not koppelrij.lijst or koppelrij.lijst in {**k.stelsels, **k.lijsten}


def test_elke_reden_heeft_een_tekst() -> None:
    """Every reason is explained in both languages."""
    assert set(TEKSTEN) == set(Reden)
    teksten: list[Callable[[Any], str]] = [lambda tekst: tekst.nl, lambda tekst: tekst.en]
    for taal in teksten:
        assert len({taal(tekst) for tekst in TEKSTEN.values()}) == len(Reden)
