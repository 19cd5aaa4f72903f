"""Hostile documents end with a bounded report; importing the package does no work."""

import subprocess
import sys

import pytest

from geboortezorg import Oordeel, validate
from geboortezorg.verslag import MAX_BEVINDINGEN

KOP = b'{"soort":"dossier","schema_versie":"0.1","referentie":"p","zwangerschap":{},'
DECLARATIEREGELS = KOP + b'"declaratieregels":['

VIJANDIG = {
    "nesting": (b"[" * 2_000_000, "te_diep"),
    "objecten": (b'{"a":' * 400_000, "te_diep"),
    "cijfers": (b"[" + b"1" * 2_000_000 + b"]", "getal_te_lang"),
    "grote getallen": (b"[" + b",".join([b"9" * 4000] * 400) + b"]", "type"),
    "vreemde velden": (
        KOP + b",".join(b'"%d":1' % i for i in range(100_000)) + b"}",
        "onbekend_veld",
    ),
    "dubbele velden": (KOP + b",".join([b'"a":1'] * 100_000) + b"}", "dubbel_veld"),
    "te veel regels": (DECLARATIEREGELS + b",".join([b"{}"] * 20_000) + b"]}", "aantal"),
    "lege regels": (DECLARATIEREGELS + b",".join([b"{}"] * 10_000) + b"]}", "ontbreekt"),
    "lange tekst": (KOP + b'"x":"' + b"a" * 2_000_000 + b'"}', "onbekend_veld"),
    "witruimte": (b" " * 2_000_000 + b"{}", "ontbreekt"),
}


@pytest.mark.parametrize("naam", VIJANDIG)
def test_vijandig(naam: str) -> None:
    """The report says what is wrong, lists no more than its bound, and counts the rest."""
    data, reden = VIJANDIG[naam]
    rapport = validate(data)
    assert rapport.oordeel is Oordeel.AFGEKEURD
    assert rapport.bevindingen[0].reden == reden
    assert len(rapport.bevindingen) <= MAX_BEVINDINGEN
    assert (rapport.bevindingen_weggelaten > 0) is (naam == "lege regels")


def test_importeren_doet_geen_werk() -> None:
    """Importing the package loads none of its modules with models or tables, nor a dependency."""
    code = (
        "import sys, geboortezorg\n"
        "zwaar = {'attrs', 'attr', 'cattrs', 'pendulum', 'jsonschema', 'rich', 'orjson', 'stdnum'}\n"
        "eigen = {m for m in sys.modules if m.startswith('geboortezorg.')}\n"
        "print(sorted(zwaar & set(sys.modules)), sorted(eigen))"
    )
    uit = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    assert uit.strip() == "[] ['geboortezorg._versie', 'geboortezorg.lui']"


def test_openbare_namen() -> None:
    """Every public name can be fetched, and is listed; another name is refused."""
    import geboortezorg

    for naam in geboortezorg.__all__:
        assert getattr(geboortezorg, naam) is not None
        assert naam in dir(geboortezorg)
    with pytest.raises(AttributeError, match="geen_naam"):
        geboortezorg.geen_naam  # noqa: B018
