"""The door for other languages: the same report, and a clear word on a context."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from geboortezorg import Context, brug, dump, load, validate
from geboortezorg.model.context import Toetscontext

DOCUMENT = b'{"soort": "vsv", "schema_versie": "0.1", "vsv_id": "v", "naam": "n", "regio": "r"}'

OMGEKEERD = {
    "overeenkomst_id": "o",
    "overeenkomstsoort": "max_max",
    "uzovi_code": "0001",
    "zorgaanbieder_agb": "33000001",
    "schriftelijk": True,
    "looptijd": {"van": "2024-12-31", "tot_en_met": "2024-01-01"},
}


def _context(**leden: Any) -> str:
    return json.dumps({"soort": "context", "schema_versie": "0.1", **leden})


@pytest.mark.parametrize(
    "document", [DOCUMENT, DOCUMENT.decode(), memoryview(DOCUMENT), json.loads(DOCUMENT), b"{"]
)
def test_zelfde_rapport(document: Any) -> None:
    """The report is that of `validate`, to the byte, with and without a context."""
    assert brug.beoordeel(document) == (dump(validate(document)).decode(), None, None)
    context = _context(beoordelingsdatum="2026-01-01")
    verwacht = validate(document, context=Context.uit_document(load(context, Toetscontext)))
    assert brug.beoordeel(document, context) == (dump(verwacht).decode(), None, None)


@pytest.mark.parametrize(
    ("context", "nl", "en"),
    [
        ("{", "het rapport erover zegt waarom", "the report on it says why"),
        (_context(weg=1), "het rapport erover zegt waarom", "the report on it says why"),
        (
            _context(overeenkomsten=[OMGEKEERD]),
            "het rapport erover zegt waarom",
            "the report on it says why",
        ),
        (DOCUMENT, "geef een document van soort context", "give a document of soort context"),
        (_context(tabelbestanden=["a.toml"]), "noemt bestanden", "names files"),
        (_context(basistabellen=["weg"]), "basistabellen", "no table in use has this name"),
    ],
)
def test_een_context_die_niet_te_gebruiken_is(context: Any, nl: str, en: str) -> None:
    """The answer is the report on the context, and why, in two languages."""
    rapport, tekst, tekst_en = brug.beoordeel(DOCUMENT, context)
    assert rapport == dump(validate(context)).decode()
    assert tekst is not None
    assert nl in tekst
    assert tekst_en is not None
    assert en in tekst_en


def test_wat_oordelen_nodig_heeft() -> None:
    """Judging needs attrs, cattrs, python-stdnum and the time zones, and nothing more."""
    voorbeelden = Path(__file__).resolve().parents[1] / "voorbeelden" / "goed"
    code = (
        "import sys\n"
        "for naam in ('pendulum', 'jsonschema', 'referencing', 'rpds', 'rich', 'orjson'):\n"
        "    sys.modules[naam] = None\n"
        "from pathlib import Path\n"
        "from geboortezorg import brug\n"
        "for pad in sorted(Path(sys.argv[1]).rglob('*.json')):\n"
        "    assert brug.beoordeel(pad.read_bytes())[1] is None\n"
        "    print(pad.name)\n"
    )
    uit = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code, voorbeelden], capture_output=True, text=True, check=True
    )
    assert len(uit.stdout.splitlines()) > 5
