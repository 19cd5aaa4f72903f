"""What no request may do: take too much, too long, or leave a value in an answer or the log."""

import asyncio
import json
import logging
import time
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send
from tests.strategie_vorm import voorbeeld
from tests.test_kanarie import KANARIE, varianten, zonder_kanarie
from tests.web.gevallen import GOED, als_bytes

from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.web import Instellingen, toepassing
from geboortezorg.web.poort import LOGBOEK, Afgebroken, Poort

JSON = {"content-type": "application/json"}
NDJSON = {"content-type": "application/x-ndjson"}


@pytest.fixture
def logboek(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """Return what the service writes, and everything that others write meanwhile."""
    caplog.set_level(logging.DEBUG)
    LOGBOEK.setLevel(logging.INFO)
    yield caplog
    LOGBOEK.setLevel(logging.NOTSET)


def klant(**instellingen: Any) -> TestClient:
    """Return a client of a service with these settings, which sees errors as a client does."""
    return TestClient(toepassing(Instellingen(**instellingen)), raise_server_exceptions=False)


@pytest.mark.parametrize("adres", ["/validate", "/validate/ndjson", "/validate/context"])
def test_te_groot(adres: str) -> None:
    """A body beyond the limit is refused, whatever it says of its length."""
    soort = NDJSON if adres.endswith("ndjson") else JSON
    dienst = klant(max_bytes=100, context_per_verzoek=True)
    assert dienst.post(adres, content=b"[" + b" " * 98 + b"]", headers=soort).status_code != 413

    def stukken() -> Iterator[bytes]:
        yield from [b" " * 60] * 2

    for inhoud in (b" " * 101, stukken()):
        antwoord = dienst.post(adres, content=inhoud, headers=soort)
        assert (antwoord.status_code, antwoord.json()["reden"]) == (413, "te_groot")


@pytest.mark.parametrize(
    "koppen",
    [
        {"content-type": "text/plain"},
        {"content-type": "application/x-ndjson"},
        {"content-type": ""},
        {"content-type": "application/json", "content-encoding": "gzip"},
    ],
)
def test_een_ander_mediatype(koppen: dict[str, str]) -> None:
    """Another type is not guessed at: a page in a browser cannot send this one by itself."""
    antwoord = klant().post("/validate", content=als_bytes(GOED), headers=koppen)
    assert (antwoord.status_code, antwoord.json()["reden"]) == (415, "mediatype")


def test_met_een_tekenset() -> None:
    """A parameter of the type is passed over; the bytes are read as UTF-8 in any case."""
    koppen = {"content-type": "Application/JSON; charset=utf-8"}
    assert klant().post("/validate", content=als_bytes(GOED), headers=koppen).status_code == 200


@pytest.mark.parametrize(
    "grenzen", [{"max_bytes": 0}, {"max_bytes": 2**40}, {"max_seconden": 0}, {"max_seconden": 3601}]
)
def test_grenzen_van_de_grenzen(grenzen: dict[str, Any]) -> None:
    """A service without a limit cannot be made."""
    with pytest.raises(ValueError, match="max_"):
        Instellingen(**grenzen)


def test_context_van_de_dienst() -> None:
    """None stands for the shipped tables, as in `validate`; a document is no context."""
    geen: Any = None
    anders: Any = {"soort": "context", "schema_versie": "0.1"}
    klant_ = TestClient(toepassing(Instellingen(context=geen)))
    assert klant_.get("/tarief/kraamzorg-uur?op=2023-05-01").status_code == 200
    with pytest.raises(TypeError, match="Context"):
        Instellingen(context=anders)


def test_te_lang(monkeypatch: pytest.MonkeyPatch, logboek: pytest.LogCaptureFixture) -> None:
    """Judging that takes too long gets no verdict, and the service goes on."""
    dienst = klant(max_seconden=1)
    monkeypatch.setattr("geboortezorg.web.adressen.validate", lambda *_, **__: time.sleep(1.5))
    antwoord = dienst.post("/validate", content=als_bytes(GOED), headers=JSON)
    assert (antwoord.status_code, antwoord.json()["reden"]) == (503, "tijd_op")
    assert dienst.get("/health").status_code == 200
    assert "POST /validate 503" in logboek.text
    assert "tijd_op" in logboek.text


def test_een_antwoord_dat_niet_af_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that has begun and cannot be finished breaks off, so that no client takes it."""

    def traag(_: object) -> bytes:
        time.sleep(0.4)
        return b"{}"

    monkeypatch.setattr("geboortezorg.web.adressen.dump", traag)
    dienst = TestClient(toepassing(Instellingen(max_seconden=1)))
    with pytest.raises(Afgebroken):
        dienst.post("/validate/ndjson", content=b"{}\n" * 9, headers=NDJSON)


def test_een_verzoek_dat_niet_aankomt() -> None:
    """A body that does not arrive in time is not waited for."""

    async def vraag() -> list[Message]:
        uit: list[Message] = []

        async def receive() -> Message:
            if not uit:
                await asyncio.sleep(5)
            return {"type": "http.request", "body": b"", "more_body": True}

        async def send(bericht: Message) -> None:
            uit.append(bericht)

        scope = {
            "type": "http",
            "method": "POST",
            "path": "/validate",
            "query_string": b"",
            "headers": [(b"content-type", b"application/json")],
        }
        await toepassing(Instellingen(max_seconden=1))(scope, receive, send)
        return uit

    begin, inhoud = asyncio.run(vraag())
    assert begin["status"] == 408
    assert json.loads(inhoud["body"])["reden"] == "traag"


def test_een_fout_in_de_dienst(
    monkeypatch: pytest.MonkeyPatch, logboek: pytest.LogCaptureFixture
) -> None:
    """A fault of our own gives no trace and no value, in the answer nor in the log."""

    def stuk(*_: object, **__: object) -> None:
        raise RuntimeError(KANARIE)

    monkeypatch.setattr("geboortezorg.web.adressen.validate", stuk)
    antwoord = klant().post("/validate", content=als_bytes(GOED), headers=JSON)
    assert (antwoord.status_code, antwoord.json()["reden"]) == (500, "fout")
    zonder_kanarie(antwoord.text)
    zonder_kanarie(logboek.text)
    assert "POST /validate 500" in logboek.text
    assert "RuntimeError" in logboek.text
    dienst = TestClient(toepassing())
    monkeypatch.setattr("geboortezorg.web.adressen.validate", lambda *_, **__: b"geen rapport")
    with pytest.raises(Afgebroken):
        dienst.post("/validate/ndjson", content=b"{}", headers=NDJSON)


def test_geen_waarde_komt_naar_buiten(logboek: pytest.LogCaptureFixture) -> None:
    """A marked value at any place of a request is in no answer and no line of the log."""
    document = {"soort": "dossier", "schema_versie": "0.1", **voorbeeld(DOCUMENTEN["dossier"])}
    vele = [als_bytes(variant) for variant in varianten(document)][::40]
    dienst = klant(context_per_verzoek=True)
    antwoorden = [
        dienst.post("/validate", content=data, headers=JSON)
        for data in [*vele, f'{{"{KANARIE}": "'.encode(), f'"{KANARIE}"'.encode()]
    ]
    antwoorden += [
        dienst.post("/validate/ndjson", content=b"\n".join(vele), headers=NDJSON),
        dienst.post("/validate", content=vele[0], headers={"content-type": KANARIE}),
        dienst.post(f"/{KANARIE}?{KANARIE}={KANARIE}", headers={"x-kop": KANARIE}),
        dienst.get(f"/tarief/{KANARIE}?op={KANARIE}"),
        dienst.get(f"/tarief/{KANARIE}?op=2023-01-01"),
        dienst.get(f"/regels/{KANARIE}"),
        dienst.get(f"/schemas/{KANARIE}"),
        dienst.get(f"/prestaties?zoek={KANARIE}"),
        dienst.get(f"/prestaties?{KANARIE}=1"),
        dienst.request(KANARIE, "/health"),
    ]
    for context in (
        {KANARIE: 1},
        {"tarieftabellen": KANARIE},
        {"eerdere_factuurnummers": [KANARIE]},
    ):
        gegeven = {"soort": "context", "schema_versie": "0.1", **context}
        for omhulsel in ({"context": gegeven, "document": vele[0].decode()}, {KANARIE: gegeven}):
            antwoorden.append(
                dienst.post("/validate/context", content=als_bytes(omhulsel), headers=JSON)
            )
    for antwoord in antwoorden:
        zonder_kanarie(antwoord.text + str(antwoord.headers))
    tekstregels = [
        bericht.getMessage() for bericht in logboek.records if bericht.name == LOGBOEK.name
    ]
    assert len(tekstregels) == len(antwoorden)
    zonder_kanarie("\n".join(tekstregels))


def test_andere_verzoeken_dan_http() -> None:
    """What else a server asks of an application goes past the gate."""
    gezien: list[str] = []

    async def kern(scope: Scope, receive: Receive, send: Send) -> None:
        gezien.append(scope["type"])

    async def niets() -> Message:
        return {}

    async def nergens(_: Message) -> None: ...

    asyncio.run(Poort(kern, 1)({"type": "lifespan"}, niets, nergens))
    assert gezien == ["lifespan"]
