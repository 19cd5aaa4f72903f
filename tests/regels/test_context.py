"""A context says nothing of its own accord."""

import copy
import pickle
from datetime import date

import attrs
import pytest
from tests.metamorf import bron

from geboortezorg import Context, dump, validate
from geboortezorg.convert import structureer_document
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort
from geboortezorg.regels.context import ContextFout
from geboortezorg.tabellen import proeftabellen
from geboortezorg.tijd import Looptijd

OVEREENKOMST = Overeenkomst(
    overeenkomst_id="o-1",
    overeenkomstsoort=Overeenkomstsoort.MAX_MAX,
    uzovi_code="0001",
    looptijd=Looptijd(van=date(2023, 1, 1), tot_en_met=date(2023, 12, 31)),
    schriftelijk=True,
    zorgaanbieder_agb="33001234",
)
OMGEKEERD = Looptijd(van=date(2023, 12, 31), tot_en_met=date(2023, 1, 1))


def test_niets_is_volledig() -> None:
    """What was not given is not known to be all there is."""
    context = Context()
    assert not context.overeenkomsten_volledig
    assert not context.screeningscontracten_volledig
    assert not context.eerdere_factuurnummers_volledig
    assert context.beoordelingsdatum is None


@pytest.mark.parametrize(
    ("overeenkomsten", "plekken"),
    [
        (
            (OVEREENKOMST, attrs.evolve(OVEREENKOMST, looptijd=OMGEKEERD)),
            {("/overeenkomsten/1/looptijd/tot_en_met", "GZ-SAMENHANG-003")},
        ),
        ((OVEREENKOMST, OVEREENKOMST), {("/overeenkomsten/1/looptijd", "GZ-SAMENHANG-006")}),
        (
            (attrs.evolve(OVEREENKOMST, zorgaanbieder_agb=None),),
            {("/overeenkomsten/0", "GZ-OVEREENKOMST-001")},
        ),
        ((OVEREENKOMST,), set()),
    ],
)
def test_wat_niet_zou_gelden(
    overeenkomsten: tuple[Overeenkomst, ...], plekken: set[tuple[str, str]]
) -> None:
    """A context made in Python is refused too when an agreement in it would silently not apply."""
    gevonden = set()
    try:
        Context(overeenkomsten=overeenkomsten)
    except ContextFout as fout:
        gevonden = {(plek.pad, plek.code) for plek in fout.plekken}
    assert gevonden == plekken
    goed = Context(overeenkomsten=(OVEREENKOMST,))
    if plekken:
        with pytest.raises(ContextFout):
            attrs.evolve(goed, overeenkomsten=overeenkomsten)


def test_eenmaal() -> None:
    """What is made of a context is made once, and says nothing of whether two are equal."""
    gemaakt: list[Context] = []

    def maak(context: Context) -> int:
        gemaakt.append(context)
        return 7

    een = Context(overeenkomsten=(OVEREENKOMST,))
    assert (een.gedeeld(maak), een.gedeeld(maak), gemaakt) == (7, 7, [een])
    assert een == Context(overeenkomsten=(OVEREENKOMST,))
    assert copy.copy(een) == een


def test_eenmaal_voor_alle_threads() -> None:
    """Where a thread beside it made it first, that is what both get."""
    eerder: list[object] = []

    def maak(context: Context) -> object:
        if not eerder:
            eerder.append(None)
            eerder[0] = context.gedeeld(maak)
        return object()

    assert Context().gedeeld(maak) is eerder[0]


def _gevallen_van_de_betaler() -> list[bron.Geval]:
    """Cases in which something of the context itself is refused."""
    return [
        (geval["naam"], geval["document"], geval["context"])
        for geval in bron.conformiteit()
        if geval["code"] == "GZ-BEKOSTIGING-012" and geval.get("context")
    ]


def test_een_gebruikte_context_oordeelt_elders_eender() -> None:
    """A context that goes to another process after use judges there as it did here.

    What was made of it hangs on which objects these are, and there they are others.
    """
    gevallen = _gevallen_van_de_betaler()
    assert gevallen
    for naam, document, gegeven in gevallen:
        assert gegeven is not None
        basis = proeftabellen()
        context = Context.uit_document(structureer_document(gegeven), basis=basis)
        hier = dump(validate(document, context=context))
        elders = pickle.loads(pickle.dumps(context))  # noqa: S301 - our own
        assert dump(validate(document, context=elders)) == hier, naam
