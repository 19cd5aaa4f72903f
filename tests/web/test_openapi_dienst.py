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


def instelling(*fasen: str) -> SchemathesisConfig:
    """Return a configuration with some phases only.

    Whoever sends too much is told so before anyone looks at what it is.
    """
    return SchemathesisConfig.from_dict(
        {
            "phases": {
                fase: {"enabled": fase in fasen}
                for fase in ("examples", "coverage", "fuzzing", "stateful")
            },
            "checks": {
                "negative_data_rejection": {"expected-statuses": [403, 404, 405, 413, 415, 422]}
            },
        }
    )


def klein() -> dict[str, Any]:
    """Return the description with small bodies: one kind of document, and a context without lists.

    Coverage makes a request of every keyword of every part of a body, of which the documents have
    tens of thousands: minutes to hours.
    """
    inhoud: dict[str, Any] = json.loads(json.dumps(beschrijving(context_per_verzoek=True)))
    delen = inhoud["components"]["schemas"]
    delen["Document"] = {"$ref": "#/components/schemas/AanwijzingDocument"}
    context = delen["ToetscontextDocument"]
    context["properties"] = {
        naam: lid for naam, lid in context["properties"].items() if "items" not in lid
    }
    return inhoud


APP: Any = toepassing(Instellingen(context_per_verzoek=True))
DIENST = schemathesis.openapi.from_asgi(
    "/openapi.json", APP, config=instelling("examples", "fuzzing", "stateful")
)
DEKKEND = schemathesis.openapi.from_dict(klein(), config=instelling("coverage"))
DEKKEND.app = APP
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
    stuur(case)


@DEKKEND.parametrize()
@hypothesis.settings(
    max_examples=1, deadline=None, suppress_health_check=list(hypothesis.HealthCheck)
)
def test_elke_grens_van_elke_parameter(case: schemathesis.Case[Any]) -> None:
    """Each operation is sent each bound of each parameter and member, and each other method."""
    stuur(case)


def stuur(case: schemathesis.Case[Any]) -> None:
    """Send a request, and check the answer by the description."""
    zonder = [negative_data_rejection, positive_data_acceptance]
    case.call_and_validate(excluded_checks=zonder if case.path in MEER_DAN_VORM else [])
