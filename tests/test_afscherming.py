"""The page on which documents are tried has a policy that lets nothing out."""

import importlib
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

pytest.importorskip("sphinx")

WORTEL = Path(__file__).resolve().parent.parent
HTML = '<html><head><script>een()</script><script src="x.js"></script></head><body></body></html>'


@pytest.fixture
def afscherming(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the extension."""
    monkeypatch.syspath_prepend(str(WORTEL / "docs" / "_ext"))
    return importlib.import_module("afscherming")


def test_beleid(afscherming: ModuleType) -> None:
    """Nothing from elsewhere, and of the scripts in the page those only that stand there."""
    beleid = afscherming.beleid(HTML)
    assert "default-src 'none'" in beleid
    assert "connect-src 'self'" in beleid
    hash_ = b64encode(sha256(b"een()").digest()).decode()
    assert f"script-src 'self' 'wasm-unsafe-eval' 'sha256-{hash_}';" in beleid
    assert "'unsafe-eval'" not in beleid
    assert "http" not in beleid.replace("http-equiv", "")


def test_na_afloop(afscherming: ModuleType, tmp_path: Path) -> None:
    """The page gets its policy first in its head, once; not after a build that failed."""
    bladzijde = tmp_path / "proberen.html"
    app = SimpleNamespace(outdir=str(tmp_path))
    afscherming._na_afloop(app, None)
    assert not bladzijde.exists()
    bladzijde.write_text(HTML, "utf-8")
    afscherming._na_afloop(app, ValueError())
    assert bladzijde.read_text("utf-8") == HTML
    for _ in range(2):
        afscherming._na_afloop(app, None)
        tekst = bladzijde.read_text("utf-8")
        assert tekst.count("Content-Security-Policy") == 1
        assert tekst.startswith("<html><head><meta http-equiv=")
