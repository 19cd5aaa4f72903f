"""The gate before the application: its time limit, its log, and the last word on any failure."""

import asyncio
import logging
import time
from typing import Final, Self

from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geboortezorg.web.probleem import Probleem

LOGBOEK: Final = logging.getLogger("geboortezorg.web")
"""One line for each request: method, route, status and duration. Never a path or a value."""

_METHODEN: Final = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"})
_KOPPEN: Final = ((b"cache-control", b"no-store"), (b"x-content-type-options", b"nosniff"))


class Afgebroken(Exception):
    """An answer that had begun cannot be finished: the server must break the connection off."""


class Poort:
    """Passes requests on, for as long as they may take, and writes what became of them."""

    def __init__(self, toepassing: ASGIApp, max_seconden: int) -> None:
        self._toepassing = toepassing
        self._max_seconden = max_seconden

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request, or what else a server asks of an application."""
        if scope["type"] != "http":
            await self._toepassing(scope, receive, send)
            return
        begin = time.monotonic()
        with _Verzoek(receive, send) as verzoek:
            async with asyncio.timeout(self._max_seconden):
                await self._toepassing(scope, verzoek.receive, verzoek.send)
        if verzoek.probleem and not verzoek.status:
            await Probleem(verzoek.probleem).antwoord()(scope, receive, verzoek.send)
        LOGBOEK.info(
            "%s %s %d %d ms %s",
            scope["method"] if scope["method"] in _METHODEN else "-",
            _route(scope),
            verzoek.status,
            round(1000 * (time.monotonic() - begin)),
            verzoek.einde,
        )
        if not verzoek.klaar:
            raise Afgebroken


class _Verzoek:
    """What went in and out of one request, and how it ended; no failure goes past it."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive = receive
        self._send = send
        self._ontvangen = False
        self.status = 0
        self.klaar = False
        self.einde = "ok"
        self.probleem: str | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, soort: type[BaseException] | None, *_: object) -> bool:
        """Keep the name of what was raised, and nothing else: its text may come from a document."""
        if soort is None or not issubclass(soort, Exception):
            return False
        self.einde = soort.__name__
        if soort is TimeoutError:
            self.einde = self.probleem = "tijd_op" if self._ontvangen else "traag"
        return True

    async def receive(self) -> Message:
        bericht = await self._receive()
        self._ontvangen = not bericht.get("more_body", False)
        return bericht

    async def send(self, bericht: Message) -> None:
        if bericht["type"] == "http.response.start":
            self.status = bericht["status"]
            bericht = {**bericht, "headers": [*bericht["headers"], *_KOPPEN]}
        elif not bericht.get("more_body", False):
            self.klaar = True
        await self._send(bericht)


def _route(scope: Scope) -> str:
    """Return the address as the application knows it, without what was filled in there."""
    route = scope.get("route")
    return route.path if isinstance(route, Route) else "-"
