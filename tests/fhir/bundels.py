"""Made-up resources of FHIR STU3, in the way of the profiles of the perinatal standard."""

from typing import Any

from hypothesis import strategies as st

Resource = dict[str, Any]

SNOMED = "http://snomed.info/sct"
LOINC = "http://loinc.org"
PERIODE = "urn:oid:2.16.840.1.113883.2.4.3.22.1.2.20"
ORGANISATIESOORT = "http://nictiz.nl/fhir/NamingSystem/organization-type"
STELSEL = "http://fhir.nl/fhir/NamingSystem/"
PROFIEL = "http://nictiz.nl/fhir/StructureDefinition/"


def begrip(*codes: tuple[str, str]) -> Resource:
    """Return a CodeableConcept."""
    return {"coding": [{"system": stelsel, "code": code} for stelsel, code in codes]}


def naar(soort: str, nummer: str) -> Resource:
    """Return a Reference."""
    return {"reference": f"{soort}/{nummer}"}


def maak(soort: str, nummer: str, profiel: str = "", **elementen: Any) -> Resource:
    """Return a resource; an element that is None is left out, a last ``_`` of a name as well."""
    meta = {"meta": {"profile": [f"{PROFIEL}{profiel}"]}} if profiel else {}
    inhoud = {naam.rstrip("_"): waarde for naam, waarde in elementen.items() if waarde is not None}
    return {"resourceType": soort, "id": nummer, **meta, **inhoud}


def nummer(stelsel: str, waarde: str) -> list[Resource]:
    """Return the identifiers of a resource: one."""
    return [{"system": STELSEL + stelsel, "value": waarde}]


def vrouw(nummer_: str = "vrouw", **elementen: Any) -> Resource:
    """Return the woman."""
    return maak("Patient", nummer_, "bc-Woman", birthDate="1990-02-03", **elementen)


def kind(nummer_: str, rang: int | None, **elementen: Any) -> Resource:
    """Return a child."""
    geboren = {"birthDate": "2026-05-01", **elementen}
    return maak("Patient", nummer_, "bc-Child", multipleBirthInteger=rang, **geboren)


def organisatie(nummer_: str, agb: str, soort: str = "G3") -> Resource:
    """Return an organisation."""
    return maak(
        "Organization",
        nummer_,
        identifier=nummer("agb-z", agb),
        type=[begrip((ORGANISATIESOORT, soort))],
        name="Praktijk Voorbeeld",
    )


def episode(
    nummer_: str, bij: str | None, van: str | None, tot: str | None = None, **elementen: Any
) -> Resource:
    """Return the maternal record of one organisation."""
    periode = {"start": van, "end": tot}
    basis = {
        "status": "active" if tot is None else "finished",
        "type": [begrip((SNOMED, "364320009"))],
        "diagnosis": [{"condition": naar("Condition", "zw")}],
        "patient": naar("Patient", "vrouw"),
        "managingOrganization": None if bij is None else naar("Organization", bij),
        "period": {naam: dag for naam, dag in periode.items() if dag is not None},
    }
    return maak("EpisodeOfCare", nummer_, "bc-MaternalRecord", **{**basis, **elementen})


def zwangerschap(nummer_: str = "zw", **elementen: Any) -> Resource:
    """Return the pregnancy."""
    basis = {"clinicalStatus": "active", "code": begrip((SNOMED, "118185001"))}
    wie = {"subject": naar("Patient", "vrouw")}
    return maak("Condition", nummer_, "zib-Pregnancy", **{**basis, **wie, **elementen})


def waarneming(
    nummer_: str, codes: tuple[tuple[str, str], ...], over: str = "vrouw", **elementen: Any
) -> Resource:
    """Return an observation in the first record."""
    basis = {
        "status": "final",
        "code": begrip(*codes),
        "subject": naar("Patient", over),
        "context": naar("EpisodeOfCare", "ep1"),
    }
    return maak("Observation", nummer_, **{**basis, **elementen})


GRAVIDITEIT = ((SNOMED, "161732006"), (LOINC, "11996-6"))
PARITEIT = ((SNOMED, "364325004"), (LOINC, "11977-6"))
A_TERME = ((SNOMED, "147781000146105"),)
EINDE = ((SNOMED, "118951000146109"),)
STERFTE = ((SNOMED, "276507005"),)


def bevalling(nummer_: str = "bev", **elementen: Any) -> Resource:
    """Return a delivery."""
    basis = {
        "status": "completed",
        "code": begrip((SNOMED, "236973005")),
        "subject": naar("Patient", "vrouw"),
        "context": naar("EpisodeOfCare", "ep1"),
    }
    return maak("Procedure", nummer_, "bc-DeliveryProcedure", **{**basis, **elementen})


def geboorte(nummer_: str, van: str, **elementen: Any) -> Resource:
    """Return a birth, which is a part of the delivery."""
    basis = {
        "status": "completed",
        "code": begrip((SNOMED, "3950001")),
        "subject": naar("Patient", van),
        "partOf": [naar("Procedure", "bev")],
    }
    return maak("Procedure", nummer_, "bc-Birth", **{**basis, **elementen})


def verwijzing(nummer_: str = "verw", **elementen: Any) -> Resource:
    """Return a referral from the first record."""
    basis = {
        "status": "completed",
        "intent": "order",
        "type": begrip((SNOMED, "308292007")),
        "subject": naar("Patient", "vrouw"),
        "context": naar("EpisodeOfCare", "ep1"),
        "authoredOn": "2026-03-01",
        "requester": {"agent": naar("Organization", "eerste")},
        "recipient": [naar("Organization", "tweede")],
    }
    return maak("ReferralRequest", nummer_, "bc-ReferralRequest", **{**basis, **elementen})


def dekking(nummer_: str = "dek", **elementen: Any) -> Resource:
    """Return an insurance."""
    basis = {
        "status": "active",
        "beneficiary": naar("Patient", "vrouw"),
        "period": {"start": "2026-01-01", "end": "2026-12-31"},
        "subscriberId": "123456",
        "payor": [naar("Organization", "verzekeraar")],
    }
    return maak("Coverage", nummer_, "zib-Payer", **{**basis, **elementen})


def verzekeraar() -> Resource:
    """Return the insurer."""
    return maak("Organization", "verzekeraar", identifier=nummer("uzovi", "3332"), name="V")


def heel() -> list[Resource]:
    """Return a whole record: two organisations, twins of whom one died, an insurance."""
    return [
        vrouw(
            identifier=nummer("bsn", "999990019"),
            address=[{"use": "home", "postalCode": "1234 ab", "city": "Voorbeeld"}],
        ),
        organisatie("eerste", "08001234"),
        organisatie("tweede", "06001234", "V4"),
        zwangerschap(),
        episode(
            "ep1",
            "eerste",
            "2025-10-01",
            "2026-03-01",
            type=[
                begrip((SNOMED, "364320009")),
                begrip((PERIODE, "1")),
                begrip((PERIODE, "2")),
            ],
        ),
        episode("ep2", "tweede", "2026-03-01"),
        waarneming("g", GRAVIDITEIT, valueQuantity={"value": 2, "unit": "1", "code": "1"}),
        waarneming("p", PARITEIT, valueQuantity={"value": 1}, effectiveDateTime="2025-10-01"),
        waarneming("a", A_TERME, valueDateTime="2026-05-20"),
        waarneming("e", EINDE, valueDateTime="2026-05-01"),
        bevalling(),
        kind("k1", 1, deceasedBoolean=False),
        kind("k2", 2, deceasedDateTime="2026-05-03T23:30:00Z"),
        geboorte("b1", "k1", performedDateTime="2026-05-01T02:15:00+02:00"),
        geboorte("b2", "k2"),
        waarneming("s", STERFTE, "k2", valueBoolean=True),
        verwijzing(),
        dekking(),
        verzekeraar(),
    ]


def bundel(resources: list[Resource]) -> Resource:
    """Return a Bundle as a server gives it after a search."""
    entries = [
        {"fullUrl": f"https://voorbeeld.nl/fhir/{r['resourceType']}/{r['id']}", "resource": r}
        for r in resources
    ]
    return {"resourceType": "Bundle", "type": "searchset", "entry": entries}


_DAGEN = st.dates().map(lambda dag: f"{2020 + dag.year % 8}-{dag.month:02}-{min(dag.day, 28):02}")


@st.composite
def dossiers(draw: st.DrawFn) -> list[Resource]:
    """Draw the resources of one pregnancy of which everything has a place; in any order."""
    aantal = draw(st.integers(1, 4))
    dagen = sorted(draw(_DAGEN) for _ in range(aantal + 1))
    uit = [vrouw(), zwangerschap()]
    for plek in range(aantal):
        bij = f"o{plek}"
        uit.append(organisatie(bij, f"0800123{plek}"))
        uit.append(episode(f"ep{plek + 1}", bij, dagen[plek], dagen[plek + 1]))
    if draw(st.booleans()):
        uit.append(waarneming("a", A_TERME, valueDateTime=dagen[-1]))
    kinderen = draw(st.integers(0, 3))
    if kinderen:
        uit.append(bevalling())
    for rang in range(1, kinderen + 1):
        dood = {"deceasedDateTime": dagen[-1]} if draw(st.booleans()) else {}
        uit.append(kind(f"k{rang}", rang, birthDate=dagen[-1], **dood))
        uit.append(geboorte(f"b{rang}", f"k{rang}"))
    if draw(st.booleans()):
        datum = draw(st.none() | _DAGEN)
        wie = {"agent": naar("Organization", "o0")}
        uit.append(verwijzing(authoredOn=datum, requester=wie, recipient=None))
    if draw(st.booleans()):
        uit += [dekking(), verzekeraar()]
    return draw(st.permutations(uit))
