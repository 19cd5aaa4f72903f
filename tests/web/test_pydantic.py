"""`Document[...]`: a type of pydantic that reads, describes and refuses as this library does."""

import json
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from openapi_spec_validator import validate as valideer_openapi
from pydantic import BaseModel, TypeAdapter, ValidationError
from tests.strategie_vorm import voorbeeld
from tests.test_kanarie import KANARIE, alles_van, varianten, zonder_kanarie
from tests.web.gevallen import GOED, als_bytes, gevallen

from geboortezorg import Rapport, dump, load, schema, validate
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.model import Dossier, Zorgepisode
from geboortezorg.pydantic import Document
from geboortezorg.validation import OngeldigDocument

JSON = {"content-type": "application/json"}
ELK: TypeAdapter[Any] = TypeAdapter(Document[Any])
DOSSIER: TypeAdapter[Dossier] = TypeAdapter(Document[Dossier])
PUBLIEK = schema.openapi()["components"]["schemas"]


def adapter(klasse: Any) -> TypeAdapter[Any]:
    """Return what pydantic makes of documents of a class that is only known when a test runs."""
    van: Any = Document
    return TypeAdapter(van[klasse])


@pytest.fixture(scope="module")
def klant() -> TestClient:
    """Return a client of an application that judges, and one that gives back what it took."""
    app = FastAPI()

    @app.post("/oordeel")
    def oordeel(document: Document[Any]) -> Document[Rapport]:
        return validate(document)

    @app.post("/dossier")
    def dossier(dossier: Document[Dossier]) -> Document[Dossier]:
        return dossier

    return TestClient(app)


def test_ieder_geval_van_de_conformance(klant: TestClient) -> None:
    """Each document gets the report that `validate` gives, or its findings when it is none."""
    for geval in list(gevallen())[::7]:
        data = als_bytes(geval["document"])
        antwoord = klant.post("/oordeel", content=data, headers=JSON)
        rapport = validate(data)
        if antwoord.status_code == 200:
            assert antwoord.content == dump(rapport)
        else:
            assert antwoord.status_code == 422
            gemeld = [
                (melding["ctx"]["code"], melding["ctx"]["pad"])
                for melding in antwoord.json()["detail"]
            ]
            assert gemeld == [(b.code, b.pad) for b in rapport.bevindingen]
            with pytest.raises(OngeldigDocument):
                load(data)


def test_heen_en_terug(klant: TestClient) -> None:
    """A document that is taken and given back is the same, its kind and version included."""
    antwoord = klant.post("/dossier", content=als_bytes(GOED), headers=JSON)
    assert (antwoord.status_code, antwoord.json()) == (200, GOED)
    assert DOSSIER.dump_python(load(GOED, Dossier)) == GOED
    assert json.loads(DOSSIER.dump_json(DOSSIER.validate_json(als_bytes(GOED)))) == GOED


def test_wat_er_in_mag() -> None:
    """A model is taken as it is; bytes are read strictly; a text or another value is no document."""
    model = load(GOED, Dossier)
    assert DOSSIER.validate_python(model) is model
    assert ELK.validate_python(model) == model
    assert DOSSIER.validate_python(als_bytes(GOED)) == model
    for anders in (
        als_bytes(GOED).decode(),
        [GOED],
        None,
        1,
        als_bytes(GOED)[:-1] + b',"soort":"x"}',
    ):
        with pytest.raises(ValidationError):
            DOSSIER.validate_python(anders)


def test_een_andere_soort() -> None:
    """A document of another kind is refused at `soort`, as JSON and as a model."""
    vsv = {"soort": "vsv", "schema_versie": "0.1", **voorbeeld(DOCUMENTEN["vsv"])}
    for gegeven in (vsv, load(vsv)):
        with pytest.raises(ValidationError) as fout:
            DOSSIER.validate_python(gegeven)
        (melding,) = fout.value.errors()
        assert (melding["loc"], melding["ctx"]["reden"]) == (("soort",), "soort")


class Zending(BaseModel):
    """A model of pydantic with documents in it."""

    afzender: str
    dossiers: list[Document[Dossier]]


def test_binnen_een_model_van_pydantic() -> None:
    """Within another model the place of a finding begins at that model."""
    zending = Zending.model_validate({"afzender": "a", "dossiers": [GOED]})
    assert zending.model_dump()["dossiers"] == [GOED]
    slecht = {**GOED, "zwangerschap": {"a_terme_datum": "x"}}
    with pytest.raises(ValidationError) as fout:
        Zending.model_validate({"afzender": "a", "dossiers": [GOED, slecht]})
    (melding,) = fout.value.errors()
    assert melding["loc"] == ("dossiers", 1, "zwangerschap", "a_terme_datum")
    assert melding["type"] == "geboortezorg"
    vorm = Zending.model_json_schema()
    assert vorm["properties"]["dossiers"]["items"]["title"] == "Dossier"
    assert vorm["$defs"]["Zwangerschap"]["title"] == PUBLIEK["Zwangerschap"]["title"]


@pytest.mark.parametrize("klasse", [int, dict, Zending])
def test_geen_soort_document(klasse: type[Any]) -> None:
    """A class that is no kind of document is refused where the type is made."""
    with pytest.raises(TypeError, match="kind of document"):
        adapter(klasse)


def test_geen_waarde_komt_naar_buiten(klant: TestClient) -> None:
    """A marked value at any place of a document is in no answer and in no exception."""
    document = {"soort": "zorgepisode", "schema_versie": "0.1", **voorbeeld(Zorgepisode)}
    for variant in list(varianten(document))[::9]:
        antwoord = klant.post("/oordeel", content=als_bytes(variant), headers=JSON)
        zonder_kanarie(antwoord.text)
        try:
            ELK.validate_python(variant)
        except ValidationError as fout:
            meldingen = [json.dumps(melding) for melding in fout.errors()]
            zonder_kanarie(str(fout) + "".join(meldingen))
    with pytest.raises(ValidationError) as gevangen:
        DOSSIER.validate_python({KANARIE: KANARIE})
    zonder_kanarie(str(gevangen.value))
    assert alles_van(gevangen.value)


def test_de_beschrijving(klant: TestClient) -> None:
    """The description is valid, and its components are those that were published."""
    inhoud = klant.get("/openapi.json").json()
    valideer_openapi(inhoud)
    onderdelen = inhoud["components"]["schemas"]
    eigen = onderdelen.keys() - PUBLIEK.keys()
    assert eigen <= {"HTTPValidationError", "ValidationError"}
    for naam in ("Zwangerschap", "Declaratieregel", "RapportDocument", "DossierDocument"):
        assert onderdelen[naam] == PUBLIEK[naam]


@pytest.mark.parametrize("soort", sorted(DOCUMENTEN))
def test_het_schema_van_een_soort(soort: str) -> None:
    """The schema of a type, read or written, is the published one with its parts beside it."""
    van_soort = adapter(DOCUMENTEN[soort])
    lezen = van_soort.json_schema()
    assert lezen == van_soort.json_schema(mode="serialization")
    tekst = json.dumps(lezen).replace("#/$defs/", "#/components/schemas/")
    delen = json.loads(tekst)
    definities = delen.pop("$defs", {})
    assert delen == PUBLIEK[f"{DOCUMENTEN[soort].__name__}Document"]
    assert definities == {naam: PUBLIEK[naam] for naam in definities}
