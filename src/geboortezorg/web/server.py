"""Runs the service with uvicorn, so that neither its log nor its answers hold a value."""

import logging
import socket
import sys
from collections.abc import Callable
from typing import Final

import uvicorn
from starlette.types import ASGIApp

from geboortezorg.web.poort import LOGBOEK

_VERBINDINGEN: Final = 128
"""Connections at the same time; more are turned away with status 503."""

_RUST: Final = 5
"""Seconds that an idle connection is kept open."""

_SLUITEN: Final = 10
"""Seconds that running requests get to end when the service is stopped."""


def luister(host: str, poort: int) -> socket.socket:
    """Return a socket that listens there, on a free port for 0. Raises OSError or UnicodeError."""
    familie, _, _, _, plek = socket.getaddrinfo(host, poort, type=socket.SOCK_STREAM)[0]
    return socket.create_server(plek, family=familie)


def adres(luisteraar: socket.socket) -> str:
    """Return where a socket listens, as a URL."""
    host, poort = luisteraar.getsockname()[:2]
    return f"http://[{host}]:{poort}" if ":" in host else f"http://{host}:{poort}"


def draai(toepassing: ASGIApp, luisteraar: socket.socket, begonnen: Callable[[], None]) -> None:
    """Serve until a signal ends it; call `begonnen` once requests and signals are met."""
    _schrijf_logboek()
    _Dienst(_configuratie(toepassing), begonnen).run(sockets=[luisteraar])


class _Dienst(uvicorn.Server):
    """A server that tells when it has begun."""

    def __init__(self, configuratie: uvicorn.Config, begonnen: Callable[[], None]) -> None:
        super().__init__(configuratie)
        self._begonnen = begonnen

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._begonnen()


def _configuratie(toepassing: ASGIApp) -> uvicorn.Config:
    """Return settings under which uvicorn itself writes nothing: it would write paths."""
    return uvicorn.Config(
        toepassing,
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        log_level=logging.CRITICAL + 1,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=_VERBINDINGEN,
        timeout_keep_alive=_RUST,
        timeout_graceful_shutdown=_SLUITEN,
    )


def _schrijf_logboek() -> None:
    """Write one line for each request to stderr."""
    schrijver = logging.StreamHandler(sys.stderr)
    schrijver.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    LOGBOEK.addHandler(schrijver)
    LOGBOEK.setLevel(logging.INFO)
    LOGBOEK.propagate = False
