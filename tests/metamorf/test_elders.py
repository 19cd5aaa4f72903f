"""A rule that leaves it to another to say what is missing is never the only one to know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.metamorf import relaties, wetten
from tests.metamorf.bron import Document, gevallen

from geboortezorg import Context, Oordeel, Rapport, validate
from geboortezorg.convert import structureer_document
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.rapport import Uitkomst
from geboortezorg.regels.regel import ELDERS_GEZEGD, Tekst, regel
from geboortezorg.regels.register import PER_SOORT
from geboortezorg.tabellen import proeftabellen

GEVALLEN = gevallen(*DOCUMENTEN)


def niet_gezegd(rapport: Rapport) -> set[str]:
    """Return the rules that could not judge, when no finding says why."""
    if rapport.oordeel is Oordeel.AFGEKEURD or not wetten.heeft_vorm(rapport):
        return set()  # what is wrong is said; with it mended the rest is judged
    if any(bevinding.oorzaak is not None for bevinding in rapport.bevindingen):
        return set()
    return {r.code for r in rapport.regels if r.uitkomst is Uitkomst.NIET_BEOORDEELD}


def _context(document: Document | None) -> Context:
    if document is None:
        return Context(tabellen=proeftabellen())
    return Context.uit_document(structureer_document(document), basis=proeftabellen())


@pytest.mark.parametrize(
    ("document", "context"),
    [pytest.param(d, c, id=n) for n, d, c in GEVALLEN if not n.startswith("GZ-CONTEXT")],
)
def test_van_elk_geval(document: Document, context: Document | None) -> None:
    """No published case is left without a word on what was not judged."""
    try:
        wereld = _context(context)
    except ValueError:
        return
    assert niet_gezegd(validate(document, context=wereld)) == set()


@given(st.data())
def test_zonder_een_feit(data: st.DataObject) -> None:
    """Nor is one from which a fact was taken."""
    _, document, context = data.draw(st.sampled_from(GEVALLEN))
    feiten = list(relaties.zonder(document))
    try:
        wereld = _context(context)
    except ValueError:
        return
    if feiten:
        pad, anders = data.draw(st.sampled_from(feiten))
        assert niet_gezegd(validate(anders, context=wereld)) == set(), pad


def test_niet_gezegd_is_nooit_akkoord(monkeypatch: pytest.MonkeyPatch) -> None:
    """When all rules leave it to another, the document is not approved all the same."""
    naam, document, context = next(g for g in GEVALLEN if g[0].startswith("voorbeeld-goed"))
    assert validate(document, context=_context(context)).akkoord, naam
    soort = document["soort"]
    zwijgt = regel(
        code="GZ-DOSSIER-999",
        titel=Tekst("Proef", "Trial"),
        soorten=(soort,),
        bron=PER_SOORT[soort][0].bron,
        velden=("*",),
        redenen={},
    )(lambda _: ELDERS_GEZEGD)
    regels = {**PER_SOORT, soort: (*PER_SOORT[soort], zwijgt)}
    monkeypatch.setattr("geboortezorg.validation.PER_SOORT", regels)
    rapport = validate(document, context=_context(context))
    assert rapport.oordeel is Oordeel.ONVOLLEDIG
    assert niet_gezegd(rapport) == {"GZ-DOSSIER-999"}
