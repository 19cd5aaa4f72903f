"""The plugin for Litestar: reads, describes and refuses as this library does."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from litestar import Litestar, get, post
from litestar.exceptions import ImproperlyConfiguredException
from litestar.handlers import HTTPRouteHandler
from litestar.openapi import OpenAPIConfig
from litestar.openapi.spec import Components, Schema
from litestar.params import JSONBody, URLEncodedBody
from litestar.testing import TestClient
from litestar.typing import FieldDefinition
from openapi_spec_validator import validate as valideer_openapi
from tests.strategie_vorm import voorbeeld
from tests.test_kanarie import KANARIE, varianten, zonder_kanarie
from tests.web.gevallen import GOED, als_bytes, gevallen

from geboortezorg import Rapport, dump, schema, validate
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.litestar import Documenten, _DocumentDTO
from geboortezorg.model import Dossier
from geboortezorg.model.declaratie import Declaratieregel

JSON = {"content-type": "application/json"}
PUBLIEK = schema.openapi()["components"]["schemas"]


def als_body(klasse: Any) -> Any:
    """Return the type of a body of a class that is only known when a test runs."""
    body: Any = JSONBody
    return body[klasse]


def route(soort: str) -> HTTPRouteHandler:
    """Return a handler that judges documents of a kind."""

    async def oordeel(data: Any) -> Rapport:
        return validate(data)

    oordeel.__annotations__["data"] = als_body(DOCUMENTEN[soort])
    return post(f"/{soort}", status_code=200)(oordeel)


@post("/terug", status_code=200)
async def terug(data: JSONBody[Dossier]) -> Dossier:
    """Give back what was taken."""
    return data


@post("/formulier", status_code=200)
async def formulier(data: URLEncodedBody[Dossier]) -> Dossier:
    """Take a form, which is no way to send a document."""
    return data


@get("/eigen")
async def eigen() -> dict[str, int]:
    """Give something that is none of ours."""
    return {"a": 1}


def app(*routes: Any, **instellingen: Any) -> Litestar:
    """Return an application with the plugin."""
    return Litestar(list(routes), plugins=[Documenten()], logging_config=None, **instellingen)


@pytest.fixture(scope="module")
def klant() -> Iterator[TestClient[Litestar]]:
    """Return a client of an application with an address for each kind."""
    with TestClient(app(*(route(soort) for soort in DOCUMENTEN), terug, formulier, eigen)) as klant:
        yield klant


def test_ieder_geval_van_de_conformance(klant: TestClient[Litestar]) -> None:
    """Each document gets the report that `validate` gives, or its findings when it is none."""
    for geval in list(gevallen())[::7]:
        soort = geval["document"].get("soort")
        if soort not in DOCUMENTEN:
            continue
        data = als_bytes(geval["document"])
        antwoord = klant.post(f"/{soort}", content=data, headers=JSON)
        if antwoord.status_code == 200:
            assert antwoord.content == dump(validate(data))
        else:
            assert antwoord.status_code == 422
            gezegd = [(melding["code"], melding["pad"]) for melding in antwoord.json()["extra"]]
            assert gezegd == [(b.code, b.pad) for b in validate(data).bevindingen]


@pytest.mark.parametrize(
    ("data", "reden"),
    [
        (als_bytes({**GOED, "x": 1}), "onbekend_veld"),
        (b'{"soort": "dossier", "soort": "dossier"}', "dubbel_veld"),
        (b"[]", "type"),
        (b"{", "geen_json"),
        (als_bytes({**GOED, "soort": "vsv"}), "ontbreekt"),
    ],
)
def test_wat_geen_document_is(klant: TestClient[Litestar], data: bytes, reden: str) -> None:
    """The body is read as strictly as `validate` reads it: nothing is passed over."""
    antwoord = klant.post("/terug", content=data, headers=JSON)
    assert antwoord.status_code == 422
    assert reden in {melding["reden"] for melding in antwoord.json()["extra"]}


def test_heen_en_terug(klant: TestClient[Litestar]) -> None:
    """A document that is taken and given back is the same, and what is not ours is left alone."""
    assert klant.post("/terug", content=als_bytes(GOED), headers=JSON).json() == GOED
    assert klant.get("/eigen").json() == {"a": 1}
    assert klant.post("/formulier", data={"soort": KANARIE}).status_code == 422


def test_geen_waarde_komt_naar_buiten(klant: TestClient[Litestar]) -> None:
    """A marked value at any place of a document is in no answer."""
    document = {"soort": "dossier", "schema_versie": "0.1", **voorbeeld(Dossier)}
    for variant in list(varianten(document))[::40]:
        antwoord = klant.post("/dossier", content=als_bytes(variant), headers=JSON)
        zonder_kanarie(antwoord.text)


@pytest.mark.parametrize("klasse", [list[Dossier], Declaratieregel, dict[str, Declaratieregel]])
def test_wat_litestar_zelf_zou_lezen(klasse: Any) -> None:
    """A part of a document, or a list of them, is refused when the application is made."""

    async def lezer(data: Any) -> None: ...

    lezer.__annotations__["data"] = als_body(klasse)
    with pytest.raises(ImproperlyConfiguredException, match="one whole document"):
        app(post("/")(lezer))


def test_de_beschrijving(klant: TestClient[Litestar]) -> None:
    """The description is valid, and has the published components under names of their own."""
    inhoud = klant.get("/schema/openapi.json").json()
    valideer_openapi(inhoud)
    tekst = json.dumps(inhoud["components"]["schemas"]).replace("/geboortezorg.", "/")
    eigen = {naam.removeprefix("geboortezorg."): deel for naam, deel in json.loads(tekst).items()}
    assert eigen == PUBLIEK
    verzoek = inhoud["paths"]["/vsv"]["post"]["requestBody"]["content"]["application/json"]
    assert verzoek["schema"]["$ref"].endswith("/geboortezorg.VSVDocument")


def test_eigen_onderdelen_blijven() -> None:
    """Components of the application itself stay; without a description there is nothing to do."""
    onderdelen = Components(examples={}, headers={}, schemas={"x": Schema()})
    for gegeven in (onderdelen, [onderdelen, Components()]):
        config = OpenAPIConfig("t", "1", components=gegeven)
        with TestClient(app(terug, openapi_config=config)) as klant:
            assert "DossierDocument" in klant.get("/schema/openapi.json").text
    with TestClient(app(terug, openapi_config=None)) as klant:
        assert klant.post("/terug", content=als_bytes(GOED), headers=JSON).json() == GOED


def test_de_velden_worden_niet_door_litestar_gelezen() -> None:
    """What Litestar would ask of its own kind of DTO is never asked of this one."""
    with pytest.raises(NotImplementedError):
        _DocumentDTO.generate_field_definitions(Dossier)
    with pytest.raises(NotImplementedError):
        _DocumentDTO.detect_nested_field(FieldDefinition.from_annotation(int))
