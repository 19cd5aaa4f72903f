"""Lets the page on which documents are tried ask nothing of any other place than its own site."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from sphinx.application import Sphinx

_BLADZIJDE = "proberen.html"
_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


def beleid(html: str) -> str:
    """Return the policy of a page: nothing from elsewhere, no script but those of the site.

    The scripts that stand in the page itself are named by what they are. `blob:` is the worker,
    which has the policy of its page only when the page itself made it.
    """
    eigen = sorted({b64encode(sha256(s.encode()).digest()).decode() for s in _SCRIPT.findall(html)})
    delen = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", "'wasm-unsafe-eval'", *(f"'sha256-{h}'" for h in eigen)]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "form-action": "'self'",
        "base-uri": "'none'",
    }
    return "; ".join(f"{wat} {waar}" for wat, waar in delen.items())


def scherm_af(html: str) -> str:
    """Return a page with its policy as the first thing in its head."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{beleid(html)}">'
    return re.sub(r"<head>", f"<head>{meta}", html, count=1)


def _na_afloop(app: Sphinx, fout: Exception | None) -> None:
    pad = Path(app.outdir) / _BLADZIJDE
    if fout is None and pad.is_file():
        html = pad.read_text("utf-8")
        if "Content-Security-Policy" not in html:
            pad.write_text(scherm_af(html), "utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Let the page be looked at once it is written."""
    app.connect("build-finished", _na_afloop)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
