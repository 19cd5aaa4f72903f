"""What a type checker knows: the class that `load` gives, the answer of a lookup, the examples.

The functions with ``assert_type`` hold by being checked: by mypy with everything else, by pyright
in tests/js.
"""

import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, assert_type, get_args

import pytest
from hypothesis import strategies as st

import geboortezorg
from geboortezorg import OngeldigDocument, Rapport, model
from geboortezorg.documenten import DOCUMENTEN, Document
from geboortezorg.model import Dossier, Toetscontext
from geboortezorg.tabellen import Antwoordstatus, BuitenLooptijd, Gevonden, Onbekend
from geboortezorg.tabellen.normen import GeenNorm, GevondenNorm, normen
from geboortezorg.testing import documents
from geboortezorg.vorm import Soort, Vorm, klassen, velden

from .test_bladzijden import BLADZIJDEN, WEB, WORTEL, blokken

CONTEXT: Mapping[str, Any] = MappingProxyType({"soort": "context", "schema_versie": "0.1"})
DAG = date(2023, 5, 1)


def voorbeelden_in(map_: Path, *, web: bool = False) -> list[Path]:
    """Write the examples in Python of each page to a file of its own, as a reader would.

    The pages that need a framework, or all others; Django and Dask have no types of their own.
    """
    uit = []
    for pad in BLADZIJDEN:
        if (WEB in pad.parents) is not web or pad.stem in {"django", "spark"}:
            continue
        code = [blok.inhoud for blok in blokken(pad.read_text("utf-8")) if blok.taal == "python"]
        if code:
            naam = "_".join(pad.relative_to(WORTEL).with_suffix("").parts).replace("-", "_")
            uit.append(map_ / f"{naam}.py")
            uit[-1].write_text("\n".join(code), "utf-8")
    return uit


def test_elk_voorbeeld_is_getypeerd(tmp_path: Path) -> None:
    """Every example in Python of README.md and the documentation passes mypy, strictly."""
    bestanden = voorbeelden_in(tmp_path)
    assert {"README.py", "docs_tutorial.py"} <= {pad.name for pad in bestanden}
    _is_getypeerd(bestanden, tmp_path)


@pytest.mark.web
def test_elk_voorbeeld_met_een_raamwerk_is_getypeerd(tmp_path: Path) -> None:
    """So do those on the pages that need a framework."""
    bestanden = voorbeelden_in(tmp_path, web=True)
    assert "docs_how_to_web_fastapi.py" in {pad.name for pad in bestanden}
    _is_getypeerd(bestanden, tmp_path)


def _is_getypeerd(bestanden: list[Path], map_: Path) -> None:
    uit = subprocess.run(  # noqa: S603
        [
            *(sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary"),
            "--disable-error-code=import-untyped",  # pyarrow has no types
            *("--follow-imports=silent", "--cache-dir=cache", *(pad.name for pad in bestanden)),
        ],
        cwd=map_,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (uit.returncode, uit.stdout, uit.stderr) == (0, "", "")


def _keuzes(vorm: Vorm) -> set[type[Any]]:
    if vorm.item is not None:
        return _keuzes(vorm.item)
    return {vorm.klasse} if vorm.soort is Soort.KEUZE and vorm.klasse is not None else set()


def test_elk_woord_van_het_model_is_te_importeren() -> None:
    """Every class that a document holds, and every choice in it, comes from one place.

    What a report holds is no noun of the field, and comes from the package itself.
    """
    nodig: set[type[Any]] = set()
    for document in set(DOCUMENTEN.values()) - {Rapport}:
        for klasse in klassen(document):
            nodig |= {klasse, *(k for v in velden(klasse) for k in _keuzes(v.vorm))}
    namen = {klasse.__name__ for klasse in nodig}
    assert namen - set(model.__all__) == set(), "import them in geboortezorg/model/__init__.py"
    assert sorted(set(model.__all__)) == sorted(model.__all__)
    for naam in model.__all__:
        assert getattr(model, naam).__name__ == naam


def test_document_is_elke_soort() -> None:
    """The union that `load` gives holds every kind of document, in the same order."""
    assert get_args(Document) == tuple(DOCUMENTEN.values())


def test_load_met_een_klasse() -> None:
    """With a class the model is of that class, and a type checker knows it."""
    context = geboortezorg.load(dict(CONTEXT), Toetscontext)
    assert_type(context, Toetscontext)
    assert type(context) is Toetscontext
    zomaar = geboortezorg.load(dict(CONTEXT))
    assert_type(zomaar, Document)
    assert geboortezorg.load(context, Toetscontext) == zomaar == context


def test_load_van_een_andere_soort() -> None:
    """A document of another kind is refused, with what was expected and at the place of it."""
    with pytest.raises(OngeldigDocument) as fout:
        geboortezorg.load(dict(CONTEXT), Dossier)
    (bevinding,) = fout.value.rapport.bevindingen
    assert (bevinding.code, bevinding.pad, bevinding.reden) == ("GZ-VORM-001", "/soort", "soort")
    assert "dossier" in bevinding.tekst
    assert "dossier" in bevinding.tekst_en
    assert fout.value.rapport.document_soort == "context"


def test_load_met_wat_geen_document_is() -> None:
    """A class that is no kind of document is a mistake in the program."""
    geen: Any = model.Kind
    with pytest.raises(TypeError, match="geen soort document"):
        geboortezorg.load(dict(CONTEXT), geen)


def test_tariefantwoord_wordt_smaller() -> None:
    """The status of an answer, or its class, tells a type checker which answer it is."""
    gevonden = geboortezorg.tarief("kraamzorg-uur", op=DAG)
    assert_type(gevonden, Gevonden | Onbekend | BuitenLooptijd)
    if gevonden.status is Antwoordstatus.GEVONDEN:
        assert_type(gevonden, Gevonden)
    elif gevonden.status is Antwoordstatus.ONBEKEND:
        assert_type(gevonden, Onbekend)
    else:
        assert_type(gevonden, BuitenLooptijd)
    assert isinstance(gevonden, Gevonden)
    norm = normen().lookup("kraamzorg-lip", date(2025, 3, 1))
    if norm.status is Antwoordstatus.GEVONDEN:
        assert_type(norm, GevondenNorm)
    else:
        assert_type(norm, GeenNorm)
    assert isinstance(norm, GevondenNorm)


def test_strategie_wordt_smaller() -> None:
    """With a code the strategy gives pairs, without one documents."""
    assert_type(documents("vsv"), st.SearchStrategy[Any])
    assert_type(documents(code="GZ-VSV-001"), st.SearchStrategy[tuple[Any, str]])
