"""What is written in FHIR R4: who takes part in what, and what was found in a declaratie."""

from datetime import date
from typing import Any

import attrs
import pytest
from tests.fhir.geschreven import CONTEXT, OP, bundels, declaratie, vsv

from geboortezorg import validate
from geboortezorg.fhir import schrijf_declaratie, schrijf_organisatie, weggelaten
from geboortezorg.fhir.schrijven import gegevens
from geboortezorg.model import IGO, Eenheid, Partijsoort
from geboortezorg.rapport import Oordeel
from geboortezorg.regels.context import Context
from geboortezorg.vorm import velden


def van_soort(bundel: dict[str, Any], soort: str) -> list[dict[str, Any]]:
    """Return the resources of one type."""
    resources = [entry["resource"] for entry in bundel["entry"]]
    return [deel for deel in resources if deel["resourceType"] == soort]


def test_elke_verwijzing_staat_in_de_bundel() -> None:
    """Every reference points at an entry, and no two entries have the same name."""

    def verwijzingen(deel: Any) -> set[str]:
        if isinstance(deel, dict):
            eigen = {deel["reference"]} if "reference" in deel else set()
            return eigen.union(*map(verwijzingen, deel.values()))
        return set().union(*map(verwijzingen, deel)) if isinstance(deel, list) else set()

    for bundel in bundels():
        namen = [
            f"{entry['resource']['resourceType']}/{entry['resource']['id']}"
            for entry in bundel["entry"]
        ]
        assert len(set(namen)) == len(namen)
        assert verwijzingen(bundel) <= set(namen)
        basis = gegevens()["eigen"]["basis"]
        assert [entry["fullUrl"] for entry in bundel["entry"]] == [basis + naam for naam in namen]


def test_een_vsv() -> None:
    """A VSV is an Organization of its official type, and each participation has its days."""
    geheel = vsv()
    bundel = schrijf_organisatie(geheel, op=OP)
    eerste, *leden = van_soort(bundel, "Organization")
    assert eerste["type"] == [
        {"coding": [{"system": "http://ei.vektis.nl/codelijsten/COD016-VEKT", "code": "6703"}]}
    ]
    assert eerste["name"] == geheel.naam
    assert len(leden) == len(geheel.deelnemers)
    assert all(lid.get("name") or lid["identifier"] for lid in leden)
    kenmerken = [deel["value"] for lid in leden for deel in lid["identifier"]]
    assert {"08001234", "00015823", "1504", "12345678"} <= set(kenmerken)
    deelnames = van_soort(bundel, "OrganizationAffiliation")
    for deelname, deelnemer in zip(deelnames, geheel.deelnemers, strict=True):
        assert deelname["active"] is deelnemer.looptijd.bevat(OP)
        assert deelname["period"]["start"] == str(deelnemer.looptijd.van)
        assert ("end" in deelname["period"]) is (deelnemer.looptijd.tot_en_met is not None)
        assert deelname["organization"] == {"reference": f"Organization/{eerste['id']}"}


def test_een_igo() -> None:
    """An IGO has the type 5314."""
    bundel = schrijf_organisatie(IGO(igo_id="igo-1", naam="IGO"), op=OP)
    (organisatie,) = van_soort(bundel, "Organization")
    assert organisatie["type"][0]["coding"][0]["code"] == "5314"
    assert organisatie["identifier"] == [
        {"system": "https://w3id.org/geboortezorg/id/igo", "value": "igo-1"}
    ]


def test_elke_partijsoort_heeft_een_code() -> None:
    """Every kind of organisation has its code, every verdict its outcome."""
    assert set(gegevens()["organisatiesoorten"]) == set(Partijsoort)
    assert set(gegevens()["uitkomsten"]) == set(Oordeel)
    goed = [naam for naam, waarde in gegevens()["uitkomsten"].items() if waarde == "complete"]
    assert goed == [Oordeel.AKKOORD]


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_een_declaratie(taal: str) -> None:
    """Each woman has a Claim with her lines, and an answer with one error for each finding."""
    geheel = declaratie()
    rapport = validate(geheel, context=CONTEXT)
    bundel = schrijf_declaratie(geheel, context=CONTEXT, taal=taal)
    claims = van_soort(bundel, "Claim")
    per_vrouw = list(dict.fromkeys(deel.bsn for deel in geheel.declaratieregels))
    assert len(claims) == len(per_vrouw) == len(van_soort(bundel, "Patient"))
    items = [item for claim in claims for item in claim["item"]]
    assert len(items) == len(geheel.declaratieregels)
    (credit,) = [item for item in items if "factor" in item]
    assert credit["factor"] == -1
    assert credit["net"]["value"] < 0
    assert {"value": 65, "currency": "EUR"} in [item["net"] for item in items]
    antwoorden = van_soort(bundel, "ClaimResponse")
    assert rapport.oordeel is Oordeel.AFGEKEURD
    assert {deel["outcome"] for deel in antwoorden} == {"error"}
    assert all("payment" not in deel and "item" not in deel for deel in antwoorden)
    assert {deel["created"] for deel in antwoorden} == {str(OP)}
    teksten = {fout["code"]["text"] for deel in antwoorden for fout in deel["error"]}
    alle = rapport.bevindingen
    assert teksten == {b.tekst_en if taal == "en" else b.tekst for b in alle}
    verwacht, gevonden = set(), set()
    for bevinding in alle:
        for pad in bevinding.plaatsen:
            delen = pad.split("/")
            plaats = int(delen[2]) if delen[1:2] == ["declaratieregels"] and delen[2:] else None
            verwacht.add((bevinding.code, plaats))
    for antwoord, bsn in zip(antwoorden, per_vrouw, strict=True):
        plaatsen = [n for n, deel in enumerate(geheel.declaratieregels) if deel.bsn == bsn]
        fouten = antwoord["error"]
        assert len({repr(fout) for fout in fouten}) == len(fouten)
        for fout in fouten:
            nummer = fout.get("itemSequence")
            code = fout["code"]["coding"][0]["code"]
            gevonden.add((code, None if nummer is None else plaatsen[nummer - 1]))
    assert gevonden == verwacht


def test_een_onbekend_bsn() -> None:
    """The dummy is no number of anybody: two lines with it are not said to be of one woman."""
    geheel = declaratie()
    dummy = tuple(attrs.evolve(r, bsn="999999999") for r in geheel.declaratieregels[:2])
    bundel = schrijf_declaratie(attrs.evolve(geheel, declaratieregels=dummy), context=CONTEXT)
    patienten = van_soort(bundel, "Patient")
    assert len(patienten) == len(dummy) == 2
    assert not any("identifier" in patient for patient in patienten)
    assert [len(claim["item"]) for claim in van_soort(bundel, "Claim")] == [1, 1]


def test_een_declaratie_zonder_declaratieregels() -> None:
    """There is always an answer, of which only the whole can be said."""
    (antwoord,) = van_soort(
        schrijf_declaratie(attrs.evolve(declaratie(), declaratieregels=()), context=CONTEXT),
        "ClaimResponse",
    )
    assert not any("itemSequence" in fout for fout in antwoord.get("error", []))


def test_wat_geen_plaats_heeft() -> None:
    """Each member that is filled and not written is named once, and nothing else is."""
    geheel = declaratie()
    assert weggelaten(geheel) == ("declaratieregels.referentienummer", "iban")
    (eerste, *rest) = geheel.declaratieregels
    anders = attrs.evolve(
        eerste,
        zorgaanbieder_agb="08001234",
        uzovi_code="0101",
        bedrag_eurocent=1,
        eenheid=Eenheid.UUR,
        zorgepisode_id="e",
        startdatum_zorg=date(2023, 1, 1),
        datum_partus=date(2023, 1, 1),
        gerelateerd_referentienummer="r",
        grondslag_referentienummers=("r",),
        behandelaar_agb="08001234",
        behandelaar_specialisme="0800",
        verwijzer_agb="08001234",
        verwijzer_specialisme="0800",
        vorige_zorgverlener_agb="08001234",
        vorige_zorgverlener_specialisme="0800",
    )
    geheel = attrs.evolve(geheel, iban=None, declaratieregels=(*rest, anders))
    geschreven = {"bsn", "prestatie", "periode", "aantal", "tarief_eurocent"}
    geschreven |= {"declaratiebedrag_eurocent", "debet_credit"}
    alle = {veld.naam for veld in velden(type(eerste))}
    assert set(weggelaten(geheel)) == {f"declaratieregels.{naam}" for naam in alle - geschreven}
    van_vsv = weggelaten(vsv())
    assert {"regio", "basiskader", "deelnemers.zorgaanbieder.discipline"} <= set(van_vsv)
    assert not {"vsv_id", "naam", "deelnemers", "deelnemers.zorgaanbieder.naam"} & set(van_vsv)
    assert weggelaten(IGO(igo_id="igo-1", naam="IGO", agb_code="53001234")) == ()
    assert weggelaten(IGO(igo_id="i", naam="i", rechtspersoon=True)) == ("rechtspersoon",)


def test_zonder_dag() -> None:
    """An answer has a day, so the context must have one."""
    with pytest.raises(ValueError, match="beoordelingsdatum"):
        schrijf_declaratie(declaratie(), context=Context())


def test_weggelaten_bevindingen(monkeypatch: pytest.MonkeyPatch) -> None:
    """That a report left findings out is said."""
    rapport = attrs.evolve(validate(declaratie(), context=CONTEXT), bevindingen_weggelaten=7)
    monkeypatch.setattr("geboortezorg.fhir.declaratie.validate", lambda *_, **__: rapport)
    bundel = schrijf_declaratie(declaratie(), context=CONTEXT, taal="en")
    for antwoord in van_soort(bundel, "ClaimResponse"):
        assert antwoord["processNote"][0]["text"] == "7 findings are not in this answer"
