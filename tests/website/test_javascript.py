"""The package for JavaScript in a real browser, from its tarball, on a page that may ask nobody else."""

import shutil
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Final

import pytest
from tests.js.pakket import installeer, kopieer, pak_in

from geboortezorg import brug

from .conftest import WORTEL, Stil

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.site

BELEID: Final = (
    "default-src 'none'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'nonce-hier'"
)
BLAD: Final = """<!doctype html><meta charset="utf-8"><title>geboortezorg</title>
<script type="importmap" nonce="hier">
{"imports": {"geboortezorg": "./node_modules/geboortezorg/browser.js",
             "pyodide": "./node_modules/pyodide/pyodide.mjs"}}
</script>
<script type="module" nonce="hier">
import { load } from "geboortezorg";
window.gz = load();
</script>
"""


class _MetBeleid(Stil):
    """Serves files with a policy of what a page may do."""

    def end_headers(self) -> None:
        """Add the policy."""
        self.send_header("Content-Security-Policy", BELEID)
        super().end_headers()


@pytest.fixture(scope="module")
def thuis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return where a page is served that uses the package as it was installed from its tarball."""
    npm = shutil.which("npm")
    assert npm is not None, "npm is needed for this"
    kopie = kopieer(tmp_path_factory.mktemp("project"))
    map_ = tmp_path_factory.mktemp("gebruiker")
    pak_in(npm, kopie / "javascript", map_, {"PYTHON": sys.executable})
    installeer(npm, map_)
    (map_ / "index.html").write_text(BLAD, "utf-8")
    dienst = ThreadingHTTPServer(("127.0.0.1", 0), partial(_MetBeleid, directory=str(map_)))
    with dienst:
        threading.Thread(target=dienst.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{dienst.server_port}"
        dienst.shutdown()


def test_in_een_browser(bladeraar: "Browser", thuis: str) -> None:
    """A good and a bad document get the reports of Python, and no request leaves or is stopped."""
    documenten = {
        naam: (WORTEL / "voorbeelden" / naam).read_text("utf-8")
        for naam in ("goed/vsv-2027.json", "fout/vsv-2027.json")
    }
    elders: list[str] = []
    klachten: list[str] = []
    with bladeraar.new_context() as omgeving:
        blad = omgeving.new_page()
        blad.set_default_timeout(240_000)
        blad.on("request", lambda v: None if v.url.startswith(thuis) else elders.append(v.url))
        blad.on("requestfailed", lambda v: klachten.append(v.url))
        blad.on("pageerror", lambda fout: klachten.append(str(fout)))
        blad.on("console", lambda m: klachten.append(m.text) if m.type == "error" else None)
        blad.goto(f"{thuis}/index.html")
        blad.wait_for_function("window.gz !== undefined")
        for document in documenten.values():
            rapport: Any = blad.evaluate(
                "async (document) => JSON.stringify((await window.gz).validate(document))", document
            )
            assert rapport == brug.beoordeel(document, None)[0]
    assert elders == []
    assert [klacht for klacht in klachten if "favicon" not in klacht] == []
