"""The application: every address, what it reads, and what it answers."""

import asyncio
import io
import json
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any, Final, TypeVar

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from geboortezorg import schema
from geboortezorg._versie import SCHEMA_VERSIE, __version__
from geboortezorg.contextlezer import BESTANDEN, FOUT, GeenContext, lees_context
from geboortezorg.convert import (
    Invoerfout,
    destructureer,
    dump,
    ontleed_alles,
)
from geboortezorg.model.prestatie import Prestatie
from geboortezorg.rapport import Rapport
from geboortezorg.regels.context import Context
from geboortezorg.regels.invoer import vorm
from geboortezorg.regels.register import PER_CODE
from geboortezorg.schema import OnbekendSchema
from geboortezorg.tabellen.alsjson import als_json
from geboortezorg.tijd import is_datum
from geboortezorg.validation import onleesbaar, validate
from geboortezorg.web.beschrijving import JSON, NDJSON, SCHEMA, beschrijving
from geboortezorg.web.instellingen import Instellingen
from geboortezorg.web.poort import Poort
from geboortezorg.web.probleem import Probleem

_T = TypeVar("_T")
_TEGELIJK: Final = 4
"""Documents that are judged at the same time; others wait their turn."""

_VORM: Final = frozenset({vorm.invoer.code, vorm.vorm.code})


def toepassing(instellingen: Instellingen | None = None) -> ASGIApp:
    """Return the ASGI application; without settings, with the shipped tables alone."""
    dienst = _Dienst(Instellingen() if instellingen is None else instellingen)
    kern = Starlette(
        routes=[
            Route("/validate", dienst.valideer, methods=["POST"]),
            Route("/validate/ndjson", dienst.valideer_vele, methods=["POST"]),
            Route("/validate/context", dienst.valideer_met_context, methods=["POST"]),
            Route("/tarief/{prestatie}", dienst.tarief, methods=["GET"]),
            Route("/prestaties", dienst.prestaties, methods=["GET"]),
            Route("/regels", dienst.regels, methods=["GET"]),
            Route("/regels/{code}", dienst.regel, methods=["GET"]),
            Route("/schemas", dienst.schemas, methods=["GET"]),
            Route("/schemas/{soort}", dienst.schema, methods=["GET"]),
            Route("/health", dienst.gezond, methods=["GET"]),
            Route("/openapi.json", dienst.openapi, methods=["GET"]),
        ],
        exception_handlers={Probleem: _fout, HTTPException: _fout, Exception: _fout},
    )
    kern.router.redirect_slashes = False
    return Poort(kern, dienst.instellingen.max_seconden)


class _Dienst:
    """The endpoints, with the settings and the threads that they share."""

    def __init__(self, instellingen: Instellingen) -> None:
        self.instellingen = instellingen
        self._werkers = ThreadPoolExecutor(_TEGELIJK, "geboortezorg")
        self._openapi = _json(beschrijving(context_per_verzoek=instellingen.context_per_verzoek))

    async def valideer(self, request: Request) -> Response:
        """Judge one document."""
        _parameters(request)
        data = await self._inhoud(request, JSON)
        return _rapport(await self._apart(lambda: self._oordeel(data)))

    async def valideer_vele(self, request: Request) -> Response:
        """Judge each line as a document, and answer with a line for each."""
        _parameters(request)
        data = await self._inhoud(request, NDJSON)
        if not data.strip():  # no line at all must not look like a batch without a finding
            return _rapport(self._oordeel(data))
        return StreamingResponse(self._rapporten(data), media_type=NDJSON)

    async def valideer_met_context(self, request: Request) -> Response:
        """Judge one document with the context that stands beside it."""
        if not self.instellingen.context_per_verzoek:
            raise Probleem("context_niet_toegestaan")
        _parameters(request)
        data = await self._inhoud(request, JSON)
        return _rapport(await self._apart(lambda: _met_context(data)))

    async def tarief(self, request: Request) -> Response:
        """Say what a prestatie may cost on a day."""
        op = _parameters(request, "op").get("op", "")
        if not is_datum(op):
            raise Probleem("parameters")
        dag = date.fromisoformat(op)
        context = self.instellingen.context
        naam = request.path_params["prestatie"]
        tariefantwoord = context.tabellen.lookup(naam, dag)
        bedoeld = context.tabellen.suggest(naam) if tariefantwoord.prestatie is None else ()
        return _antwoord(als_json(tariefantwoord, dag, context.drempel, bedoeld))

    async def prestaties(self, request: Request) -> Response:
        """List the prestaties, or those that have every word in them."""
        woorden = _parameters(request, "zoek").get("zoek", "").casefold().split()
        alle = self.instellingen.context.tabellen.prestaties
        return _antwoord([destructureer(deel) for deel in alle if _past(deel, woorden)])

    async def regels(self, request: Request) -> Response:
        """Give the catalogue of the rules."""
        _parameters(request)
        return _antwoord(schema.catalogus()["regels"])

    async def regel(self, request: Request) -> Response:
        """Explain one rule."""
        _parameters(request)
        regel = PER_CODE.get(request.path_params["code"].upper())
        if regel is None:
            raise Probleem("onbekende_regel")
        return _antwoord(schema.catalogusregel(regel.code))

    async def schemas(self, request: Request) -> Response:
        """List the published schemas."""
        _parameters(request)
        return _antwoord(schema.index()["schemas"])

    async def schema(self, request: Request) -> Response:
        """Give one schema, to the byte as it was published."""
        _parameters(request)
        try:
            tekst = schema.tekst(request.path_params["soort"])
        except OnbekendSchema:
            tekst = None
        if tekst is None:
            raise Probleem("onbekend_schema")
        return Response(tekst, media_type=SCHEMA)

    async def gezond(self, request: Request) -> Response:
        """Say that the service answers, and what it is."""
        _parameters(request)
        return _antwoord(
            {"status": "ok", "bibliotheek_versie": __version__, "schema_versie": SCHEMA_VERSIE}
        )

    async def openapi(self, request: Request) -> Response:
        """Describe the service."""
        _parameters(request)
        return Response(self._openapi, media_type=JSON)

    def _oordeel(self, data: bytes) -> Rapport:
        return validate(data, context=self.instellingen.context)

    async def _rapporten(self, data: bytes) -> AsyncIterator[bytes]:
        tekstregels = (tekstregel for tekstregel in io.BytesIO(data) if not tekstregel.isspace())

        def volgende() -> bytes | None:
            for tekstregel in tekstregels:
                return dump(self._oordeel(tekstregel.rstrip(b"\r\n"))) + b"\n"
            return None

        while (rapport := await self._apart(volgende)) is not None:
            yield rapport

    async def _apart(self, functie: Callable[[], _T]) -> _T:
        """Run a function beside the loop, which must go on meeting other requests."""
        return await asyncio.get_running_loop().run_in_executor(self._werkers, functie)

    async def _inhoud(self, request: Request, mediatype: str) -> bytes:
        """Return the body, no further read than it may be large."""
        gegeven = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if gegeven != mediatype or "content-encoding" in request.headers:
            raise Probleem("mediatype")
        data = bytearray()
        async for deel in request.stream():
            data += deel
            if len(data) > self.instellingen.max_bytes:
                raise Probleem("te_groot")
        return bytes(data)


def _met_context(data: bytes) -> Rapport:
    """Judge the document in an envelope by the context in it."""
    try:
        omhulsel = ontleed_alles(data)
    except Invoerfout as fout:
        return onleesbaar(fout, context=Context())
    if type(omhulsel) is not dict or omhulsel.keys() != {"context", "document"}:
        raise Probleem("omhulsel")
    return validate(_als_invoer(omhulsel["document"]), context=_context(omhulsel["context"]))


def _context(gegeven: object) -> Context:
    invoer = _als_invoer(gegeven)
    try:
        return lees_context(invoer)
    except GeenContext as fout:
        reden = "contextbestanden" if fout.tekst is BESTANDEN else "context_ongeldig"
        bevindingen: list[Any] = [
            {
                "reden": melding.reden.value,
                "pad": melding.pointer,
                "tekst": melding.uitleg.nl,
                "tekst_en": melding.uitleg.en,
            }
            for melding in fout.meldingen
        ]
        if fout.tekst is FOUT:  # its own report says what is wrong, and what to do
            bevindingen = [destructureer(deel) for deel in validate(invoer).bevindingen]
    raise Probleem(reden, bevindingen=bevindingen)


def _als_invoer(gegeven: object) -> Any:
    """Return a parsed value as what `validate` takes, whatever its type."""
    return gegeven if type(gegeven) is dict else json.dumps(gegeven)


def _past(prestatie: Prestatie, woorden: list[str]) -> bool:
    delen = (
        prestatie.prestatie_id,
        prestatie.code or "",
        prestatie.regime.value,
        prestatie.omschrijving,
        prestatie.omschrijving_en,
    )
    tekst = " ".join(delen).casefold()
    return all(woord in tekst for woord in woorden)


def _parameters(request: Request, *bekend: str) -> dict[str, str]:
    """Return the query parameters; a problem when one is unknown or stands there twice."""
    gegeven = request.query_params.multi_items()
    uit = dict(gegeven)
    if len(uit) != len(gegeven) or not uit.keys() <= set(bekend):
        raise Probleem("parameters")
    return uit


def _rapport(rapport: Rapport) -> Response:
    """Return the answer with a report: 422 when the document never came to be judged."""
    geweigerd = any(bevinding.code in _VORM for bevinding in rapport.bevindingen)
    return Response(dump(rapport), status_code=422 if geweigerd else 200, media_type=JSON)


def _json(waarde: object) -> bytes:
    return json.dumps(waarde, ensure_ascii=False, separators=(",", ":")).encode()


def _antwoord(waarde: object) -> Response:
    return Response(_json(waarde), media_type=JSON)


async def _fout(_: Request, fout: Exception) -> Response:
    """Answer what was raised: by us, by the framework for what is not there, or by a fault."""
    if isinstance(fout, Probleem):
        return fout.antwoord()
    if isinstance(fout, HTTPException):
        reden = "methode" if fout.status_code == 405 else "onbekend_adres"
        return Probleem(reden).antwoord(fout.headers)
    return Probleem("fout").antwoord()
