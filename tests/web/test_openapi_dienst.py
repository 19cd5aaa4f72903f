"""The description of the service: complete, valid, and kept by the service."""

import json
from typing import Any

import hypothesis
import pytest
import schemathesis
from openapi_spec_validator import validate as valideer_openapi
from schemathesis.checks import negative_data_rejection, positive_data_acceptance
from schemathesis.config import SchemathesisConfig
from starlette.routing import Route
from starlette.testclient import TestClient

from geboortezorg.web import Instellingen, toepassing
from geboortezorg.web.beschrijving import beschrijving
from geboortezorg.web.probleem import TEKSTEN

INSTELLING = SchemathesisConfig.from_dict(
    {
        "phases": {"coverage": {"enabled": False}},
        "checks": {
            "negative_data_rejection": {"expected-statuses": [403, 404, 405, 413, 415, 422]}
        },
    }
)
"""Whoever sends too much is told so before anyone looks at what it is."""

DIENST = schemathesis.openapi.from_asgi(
    "/openapi.json", toepassing(Instellingen(context_per_verzoek=True)), config=INSTELLING
)
MEER_DAN_VORM = {"/validate/context", "/validate/ndjson"}
"""Addresses of which the schema of the body does not say all: tables must hold together, and any
text is a line."""


@schemathesis.serializer("application/x-ndjson")
def ndjson(_: object, tekst: object) -> bytes:
    """Return lines as they are sent."""
    return str(tekst).encode("utf-8", "replace")


@pytest.mark.parametrize("per_verzoek", [True, False])
def test_de_beschrijving(per_verzoek: bool) -> None:
    """It is valid OpenAPI, and describes each address that is there and no other."""
    app: Any = toepassing(Instellingen(context_per_verzoek=per_verzoek))
    inhoud = TestClient(app).get("/openapi.json").json()
    assert inhoud == json.loads(json.dumps(beschrijving(context_per_verzoek=per_verzoek)))
    valideer_openapi(inhoud)
    adressen = {route.path for route in app._toepassing.routes if isinstance(route, Route)}
    assert adressen - inhoud["paths"].keys() == (set() if per_verzoek else {"/validate/context"})
    assert inhoud["paths"].keys() <= adressen


def test_elk_probleem_staat_beschreven() -> None:
    """Each reason not to answer is described with some operation, but for what has none."""
    tekst = json.dumps(beschrijving(context_per_verzoek=True)["paths"])
    for reden in TEKSTEN.keys() - {"methode"}:
        assert f"`{reden}`" in tekst


@DIENST.parametrize()
@hypothesis.settings(
    max_examples=10, deadline=None, suppress_health_check=list(hypothesis.HealthCheck)
)
def test_de_dienst_houdt_zich_eraan(case: schemathesis.Case[Any]) -> None:
    """Whatever a client sends by the description, or beside it, gets an answer that it names."""
    zonder = [negative_data_rejection, positive_data_acceptance]
    case.call_and_validate(excluded_checks=zonder if case.path in MEER_DAN_VORM else [])
