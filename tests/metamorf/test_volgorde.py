"""In which order parts stand in a list changes no verdict, in any list of any kind of document."""

import itertools
import json
from collections.abc import Iterator
from typing import Any

import pytest
from tests.metamorf import relaties, wetten
from tests.metamorf.bron import Document, conformiteit, gevallen

from geboortezorg import Context, Rapport, validate, vorm
from geboortezorg.convert import structureer_document
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.tabellen import proeftabellen


def geordend(klasse: type[Any], pad: str) -> Iterator[str]:
    """Give the pointer to each list whose field says that its order counts."""
    for deel in vorm.velden(klasse):
        naar, item = f"{pad}/{deel.naam}", deel.vorm.item
        if deel.veld.geordend:
            yield naar
        lid = item or deel.vorm
        if lid.soort is vorm.Soort.OBJECT and lid.klasse is not None:
            yield from geordend(lid.klasse, naar if item is None else f"{naar}/*")


UITZONDERINGEN = frozenset(
    pad for soort, klasse in DOCUMENTEN.items() for pad in geordend(klasse, soort)
)


def _lijsten(deel: Any, pad: str = "") -> Iterator[tuple[str, list[Any]]]:
    leden = deel.items() if isinstance(deel, dict) else enumerate(deel)
    for naam, lid in leden:
        hier = f"{pad}/{'*' if isinstance(deel, list) else naam}"
        if isinstance(lid, list) and len(lid) > 1 and isinstance(lid[0], dict):
            yield hier, lid
        if isinstance(lid, (dict, list)):
            yield from _lijsten(lid, hier)


def omgekeerd(document: Document) -> Iterator[tuple[str, Document]]:
    """Give the document with each list of several parts in the other order."""
    for plaats, (pad, _) in enumerate(_lijsten(document)):
        anders = relaties.kopie(document)
        _, lijst = list(_lijsten(anders))[plaats]
        lijst.reverse()
        yield f"{document['soort']}{pad}", anders


def test_geordend() -> None:
    """Of few lists the order counts, and their fields say so."""
    assert {
        "dossier/kraamzorgindicaties",
        "ei_indeling/records/*/velden",
        "monitorplan/doelen/*/wijzigingen",
    } == UITZONDERINGEN


def _met_lijsten() -> Iterator[Any]:
    for naam, document, context in gevallen(*DOCUMENTEN):
        if isinstance(document, dict) and any(True for _ in _lijsten(document)):
            yield pytest.param(document, context, id=naam)


@pytest.mark.parametrize(("document", "context"), list(_met_lijsten()))
def test_volgorde(document: Document, context: Document | None) -> None:
    """The verdict and the rules that have something to say stay the same."""
    wereld = _wereld(context)
    heen = validate(document, context=wereld)
    if not wetten.heeft_vorm(heen):
        return
    for pad, anders in omgekeerd(document):
        if pad not in UITZONDERINGEN:
            _zegt_hetzelfde(heen, validate(anders, context=wereld), pad)


def _wereld(context: Document | None) -> Context:
    wereld = Context(tabellen=proeftabellen())
    if context is None:
        return wereld
    try:
        return Context.uit_document(structureer_document(context), basis=proeftabellen())
    except ValueError:
        pytest.skip("the context itself is refused")


def _zegt_hetzelfde(heen: Rapport, terug: Rapport, pad: str) -> None:
    assert terug.oordeel is heen.oordeel, pad
    codes = {b.code for b in terug.bevindingen}, {b.code for b in heen.bevindingen}
    assert codes[0] == codes[1], pad


def _eigen_sleutels(deel: Any, nummer: int) -> Any:
    """Return a part whose keys are its own, so that it can stand beside any other."""
    if isinstance(deel, list):
        return [_eigen_sleutels(lid, nummer) for lid in deel]
    if not isinstance(deel, dict):
        return deel
    return {
        naam: f"{lid[:50]}-{nummer}"
        if naam == "referentienummer" or (naam.endswith("_id") and naam not in _VAN_EEN_LIJST)
        else _eigen_sleutels(lid, nummer)
        for naam, lid in deel.items()
    }


_VAN_EEN_LIJST = {"prestatie_id", "definitie_id"}
"""Keys that a table gives out."""


_GROEPEN = {
    "goed": {"voldaan", "niet_van_toepassing"},
    "onbeoordeeld": {"niet_beoordeeld"},
}


def _delen(alle: list[Document], uitkomsten: set[str]) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the different parts of each list in the cases with such an outcome."""
    uit: dict[tuple[str, str], dict[str, Any]] = {}
    for geval in alle:
        document = geval["document"]
        for lijst in document if geval["verwacht"]["uitkomst"] in uitkomsten else ():
            for deel in document[lijst] if isinstance(document[lijst], list) else ():
                per_tekst = uit.setdefault((document["soort"], lijst), {})
                per_tekst[json.dumps(deel, sort_keys=True)] = deel
    return uit


def _met_meer_ervoor() -> Iterator[Any]:
    """Give each case in which a rule finds something, and parts of its other cases."""
    for code, groep in itertools.groupby(conformiteit(), key=lambda geval: geval["code"]):
        alle = list(groep)
        per_groep = {naam: _delen(alle, uitkomsten) for naam, uitkomsten in _GROEPEN.items()}
        for geval, (naam, delen) in itertools.product(alle, per_groep.items()):
            document = geval["document"]
            soort = document.get("soort")
            lijsten = {b["pad"][1:].split("/")[0] for b in geval["verwacht"]["bevindingen"]}
            for lijst in sorted(lijsten):
                erbij = [*delen.get((soort, lijst), {}).values()]
                if erbij and f"{soort}/{lijst}" not in UITZONDERINGEN and lijst in document:
                    id_ = f"{code}-{geval['naam']}-{lijst}-{naam}"
                    yield pytest.param(document, geval.get("context"), lijst, erbij, id=id_)


@pytest.mark.parametrize(("document", "context", "lijst", "erbij"), list(_met_meer_ervoor()))
def test_wat_ervoor_staat(
    document: Document, context: Document | None, lijst: str, erbij: list[Any]
) -> None:
    """What a rule finds is found after parts in which it finds less, or that it passes over."""
    samen = [*(_eigen_sleutels(deel, nummer) for nummer, deel in enumerate(erbij))]
    samen += document[lijst]
    wereld = _wereld(context)
    heen = validate({**document, lijst: samen}, context=wereld)
    terug = validate({**document, lijst: samen[::-1]}, context=wereld)
    _zegt_hetzelfde(heen, terug, lijst)
