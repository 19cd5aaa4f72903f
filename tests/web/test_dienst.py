"""The service: every address, with the same answers as the library gives."""

from datetime import date
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.web.gevallen import GOED, als_bytes, gevallen

from geboortezorg import Context, dump, schema, validate
from geboortezorg.bron import Verificatie
from geboortezorg.convert import destructureer, structureer_document
from geboortezorg.schema import catalogus
from geboortezorg.tabellen import Tabellen, shipped
from geboortezorg.tabellen.alsjson import als_json
from geboortezorg.web import Instellingen, toepassing

JSON = {"content-type": "application/json"}
NDJSON = {"content-type": "application/x-ndjson"}


@pytest.fixture(scope="module")
def klant() -> TestClient:
    """Return a client of a service that has the time."""
    return TestClient(toepassing(Instellingen(max_seconden=3600)))


@pytest.fixture(scope="module")
def ruime_klant() -> TestClient:
    """Return a client of a service that takes a context in a request."""
    return TestClient(toepassing(Instellingen(context_per_verzoek=True)))


def reden(antwoord: Any) -> tuple[int, str]:
    """Return the status and the reason of an answer that is a problem."""
    inhoud = antwoord.json()
    assert antwoord.headers["content-type"] == "application/problem+json"
    assert inhoud["status"] == antwoord.status_code
    assert inhoud["tekst"] != inhoud["tekst_en"]
    return antwoord.status_code, inhoud["reden"]


def test_een_document(klant: TestClient) -> None:
    """The answer is the report, to the byte, and no cache may keep it."""
    antwoord = klant.post("/validate", content=als_bytes(GOED), headers=JSON)
    assert antwoord.status_code == 200
    assert antwoord.content == dump(validate(GOED))
    assert antwoord.headers["content-type"] == "application/json"
    assert antwoord.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{", b'{"a": 1, "a": 2}', b"\xff", b'"x"', als_bytes(GOED | {"x": 1})]
)
def test_geen_document(klant: TestClient, data: bytes) -> None:
    """What never became a document gets 422, with the report that says why."""
    antwoord = klant.post("/validate", content=data, headers=JSON)
    assert antwoord.status_code == 422
    assert antwoord.content == dump(validate(data))


def test_ieder_geval_van_de_conformance(klant: TestClient, ruime_klant: TestClient) -> None:
    """Each conformance case gets the report that `validate` gives, at each address."""
    alle = list(gevallen())
    zonder = [als_bytes(geval["document"]) for geval in alle if "context" not in geval]
    antwoord = klant.post("/validate/ndjson", content=b"\n".join(zonder), headers=NDJSON)
    assert antwoord.content == b"".join(dump(validate(data)) + b"\n" for data in zonder)
    for data in zonder[::25]:
        assert klant.post("/validate", content=data, headers=JSON).content == dump(validate(data))
    for geval in [geval for geval in alle if "context" in geval][::4]:
        omhulsel = {"context": geval["context"], "document": geval["document"]}
        antwoord = ruime_klant.post("/validate/context", content=als_bytes(omhulsel), headers=JSON)
        try:
            context = Context.uit_document(structureer_document(geval["context"]))
        except ValueError:
            assert reden(antwoord)[0] == 422
        else:
            assert antwoord.content == dump(validate(geval["document"], context=context))


def test_vele_documenten(klant: TestClient) -> None:
    """Each line that is not blank gets a line, also one that is no document; ends may differ."""
    goed = als_bytes(GOED)
    antwoord = klant.post(
        "/validate/ndjson", content=goed + b"\r\n\n  \n{\n" + goed, headers=NDJSON
    )
    assert antwoord.status_code == 200
    assert antwoord.headers["content-type"] == "application/x-ndjson"
    assert antwoord.content.split(b"\n") == [
        dump(validate(goed)),
        dump(validate(b"{")),
        dump(validate(goed)),
        b"",
    ]
    for leeg in (b"", b" \r\n\n"):
        antwoord = klant.post("/validate/ndjson", content=leeg, headers=NDJSON)
        assert (antwoord.status_code, antwoord.content) == (422, dump(validate(leeg)))


def test_de_context_van_de_betaler() -> None:
    """The context with which the service was started judges, and no request changes that."""
    context = Context(tabellen=Tabellen(), beoordelingsdatum=date(2023, 1, 1))
    klant = TestClient(toepassing(Instellingen(context=context)))
    antwoord = klant.post("/validate", content=als_bytes(GOED), headers=JSON)
    assert antwoord.content == dump(validate(GOED, context=context)) != dump(validate(GOED))
    omhulsel = als_bytes({"context": {}, "document": GOED})
    antwoord = klant.post("/validate/context", content=omhulsel, headers=JSON)
    assert reden(antwoord) == (403, "context_niet_toegestaan")
    assert klant.get("/prestaties").json() == []
    vraag = klant.get("/tarief/kraamzorg-uur?op=2023-05-01")
    assert vraag.json()["reden"] == "prestatie_onbekend"


CONTEXT = {"soort": "context", "schema_versie": "0.1"}
TABEL = {
    "naam": "eigen",
    "regime": "kraamzorg",
    "tariefbeschikking": {
        "titel": "Eigen besluit",
        "status": "vastgesteld",
        "looptijd": {"van": "2030-01-01"},
        "bron": {"titel": "Eigen besluit", "verificatie": "officieel"},
    },
    "tarieven": [{"prestatie_id": "bestaat-niet", "eenheid": "uur", "bedrag_eurocent": 1}],
}
TEGENSPRAAK = {
    **CONTEXT,
    "overeenkomsten": [
        {
            "overeenkomst_id": "o",
            "overeenkomstsoort": "max_max",
            "uzovi_code": "0001",
            "zorgaanbieder_agb": "33000001",
            "schriftelijk": True,
            "looptijd": {"van": "2024-12-31", "tot_en_met": "2024-01-01"},
        }
    ],
}


@pytest.mark.parametrize(
    ("omhulsel", "verwacht"),
    [
        ([], "omhulsel"),
        ({"document": GOED}, "omhulsel"),
        ({"document": GOED, "context": CONTEXT, "x": 1}, "omhulsel"),
        ({"document": GOED, "context": GOED}, "context_ongeldig"),
        ({"document": GOED, "context": "x"}, "context_ongeldig"),
        ({"document": GOED, "context": {**CONTEXT, "x": 1}}, "context_ongeldig"),
        ({"document": GOED, "context": {**CONTEXT, "tarieftabellen": [TABEL]}}, "context_ongeldig"),
        ({"document": GOED, "context": TEGENSPRAAK}, "context_ongeldig"),
        (
            {"document": GOED, "context": {**CONTEXT, "tabelbestanden": ["x.toml"]}},
            "contextbestanden",
        ),
    ],
)
def test_een_context_die_niet_kan(ruime_klant: TestClient, omhulsel: object, verwacht: str) -> None:
    """A wrong context is no report on the document: nothing was judged, and that is said."""
    antwoord = ruime_klant.post("/validate/context", content=als_bytes(omhulsel), headers=JSON)
    assert reden(antwoord) == (422, verwacht)
    assert "oordeel" not in antwoord.json()


@pytest.mark.parametrize("document", [[], "x", None, {}, GOED | {"x": 1}])
def test_een_omhulsel_met_een_verkeerd_document(ruime_klant: TestClient, document: object) -> None:
    """A wrong document in an envelope gets the report that it gets by itself."""
    antwoord = ruime_klant.post(
        "/validate/context",
        content=als_bytes({"context": CONTEXT, "document": document}),
        headers=JSON,
    )
    assert antwoord.status_code == 422
    assert antwoord.content == dump(validate(als_bytes(document)))


@pytest.mark.parametrize(
    "data", [b"{", b"", b'{"context": {}, "context": {}, "document": {}}', b"[" * 300 + b"]" * 300]
)
def test_een_onleesbaar_omhulsel(ruime_klant: TestClient, data: bytes) -> None:
    """An envelope is read as strictly as a document, and gets the same report."""
    antwoord = ruime_klant.post("/validate/context", content=data, headers=JSON)
    assert antwoord.status_code == 422
    assert antwoord.json()["bevindingen"][0]["code"] == "GZ-INVOER-001"


def test_tarief(klant: TestClient) -> None:
    """The answer is that of `geboortezorg tarief --format json`, also when nothing is known."""
    for naam, dag in (
        ("kraamzorg-uur", "2023-05-01"),
        ("kraamzorg-uur", "2009-05-01"),
        ("kraamzorg-ur", "2023-05-01"),
    ):
        op = date.fromisoformat(dag)
        verwacht = als_json(
            shipped().lookup(naam, op),
            op,
            Verificatie.BEVESTIGD,
            shipped().suggest(naam) if naam == "kraamzorg-ur" else (),
        )
        assert klant.get(f"/tarief/{naam}", params={"op": dag}).json() == verwacht


@pytest.mark.parametrize(
    "vraag",
    [
        "",
        "?op=",
        "?op=2023-02-29",
        "?op=23-01-01",
        "?op=2023-01-01&op=2023-01-01",
        "?op=2023-01-01&x=1",
    ],
)
def test_een_verkeerde_parameter(klant: TestClient, vraag: str) -> None:
    """A parameter that is missing, wrong, repeated or unknown is refused, never passed over."""
    assert reden(klant.get(f"/tarief/kraamzorg-uur{vraag}")) == (422, "parameters")


def test_prestaties(klant: TestClient) -> None:
    """The list holds every prestatie; a search keeps those with every word, in either case."""
    alle = klant.get("/prestaties").json()
    assert alle == [destructureer(prestatie) for prestatie in shipped().prestaties]
    namen = {rij["prestatie_id"] for rij in klant.get("/prestaties?zoek=KRAAMZORG+uur").json()}
    assert "kraamzorg-uur" in namen
    assert len(namen) < len(alle)
    assert klant.get("/prestaties?zoek=bestaat-niet").json() == []


def test_regels_en_schemas(klant: TestClient) -> None:
    """The rules and the schemas are those of the library; another one is not found."""
    regels = klant.get("/regels").json()
    assert regels == catalogus()["regels"]
    assert klant.get(f"/regels/{regels[0]['code'].lower()}").json() == regels[0]
    assert reden(klant.get("/regels/GZ-BESTAAT-001")) == (404, "onbekende_regel")
    assert klant.get("/schemas").json() == schema.index()["schemas"]
    antwoord = klant.get("/schemas/dossier")
    assert antwoord.text == schema.tekst("dossier")
    assert antwoord.headers["content-type"] == "application/schema+json"
    assert reden(klant.get("/schemas/bestaat-niet")) == (404, "onbekend_schema")


def test_gezond(klant: TestClient) -> None:
    """The service says that it answers, and with which version."""
    assert klant.get("/health").json()["status"] == "ok"


def test_wat_er_niet_is(klant: TestClient) -> None:
    """Another address or method is refused in our own form, and leads nowhere else."""
    assert reden(klant.get("/")) == (404, "onbekend_adres")
    assert reden(klant.get("/health/")) == (404, "onbekend_adres")
    antwoord = klant.get("/validate")
    assert reden(antwoord) == (405, "methode")
    assert antwoord.headers["allow"] == "POST"
