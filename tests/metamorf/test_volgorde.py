"""In which order parts stand in a list changes no verdict, in any list of any kind of document."""

from collections.abc import Iterator
from typing import Any

import pytest
from tests.metamorf import relaties, wetten
from tests.metamorf.bron import Document, gevallen

from geboortezorg import Context, validate, vorm
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
    assert {"dossier/kraamzorgindicaties", "monitorplan/doelen/*/wijzigingen"} == UITZONDERINGEN


def _met_lijsten() -> Iterator[Any]:
    for naam, document, context in gevallen(*DOCUMENTEN):
        if isinstance(document, dict) and any(True for _ in _lijsten(document)):
            yield pytest.param(document, context, id=naam)


@pytest.mark.parametrize(("document", "context"), list(_met_lijsten()))
def test_volgorde(document: Document, context: Document | None) -> None:
    """The verdict and the rules that have something to say stay the same."""
    wereld = Context(tabellen=proeftabellen())
    try:
        if context is not None:
            gelezen = structureer_document(context)
            wereld = Context.uit_document(gelezen, basis=proeftabellen())
    except ValueError:
        return
    heen = validate(document, context=wereld)
    if not wetten.heeft_vorm(heen):
        return
    for pad, anders in omgekeerd(document):
        if pad not in UITZONDERINGEN:
            terug = validate(anders, context=wereld)
            assert terug.oordeel is heen.oordeel, pad
            codes = {b.code for b in terug.bevindingen}, {b.code for b in heen.bevindingen}
            assert codes[0] == codes[1], pad
