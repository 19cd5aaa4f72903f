"""The built site, served on the loopback address, and a browser that looks at it.

A plain run needs no browser; a run that asks for these tests fails without.
"""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WORTEL = Path(__file__).resolve().parents[2]
SITE = WORTEL / "docs" / "_build" / "html"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """Leave these files alone without what drives the browser, unless they are asked for."""
    if find_spec("playwright") is not None:
        return None
    if config.option.markexpr == "site":
        raise pytest.UsageError("not installed: playwright; run python3 dev.py site")
    return True


class Stil(SimpleHTTPRequestHandler):
    """Serves files and writes nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing of a request."""


@pytest.fixture(scope="session")
def adres() -> Iterator[str]:
    """Return where the site is served, from a path below the root."""
    assert (SITE / "index.html").is_file(), "python3 dev.py site builds it first"
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Stil, directory=str(SITE.parent))) as dienst:
        threading.Thread(target=dienst.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{dienst.server_port}/{SITE.name}"
        dienst.shutdown()


@pytest.fixture(scope="session")
def bladeraar() -> "Iterator[Browser]":
    """Return a headless browser."""
    from playwright.sync_api import sync_playwright

    programma = next(filter(None, map(shutil.which, CHROMIUM)), None)
    assert programma is not None, "Chromium is needed for this"
    with sync_playwright() as toneel:
        weg = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
        yield toneel.chromium.launch(executable_path=programma, args=weg)


@contextmanager
def open_blad(bladeraar: "Browser", adres: str) -> "Iterator[Page]":
    """Give a page of the browser; a request to elsewhere is an error when it closes."""
    elders: list[str] = []
    with bladeraar.new_context(viewport={"width": 1280, "height": 900}) as omgeving:
        blad = omgeving.new_page()
        blad.on(
            "request",
            lambda v: None if v.url.startswith((adres, "data:", "blob:")) else elders.append(v.url),
        )
        yield blad
    assert elders == []


@pytest.fixture
def bladzijde(bladeraar: "Browser", adres: str) -> "Iterator[Page]":
    """Return a new page."""
    with open_blad(bladeraar, adres) as blad:
        yield blad
