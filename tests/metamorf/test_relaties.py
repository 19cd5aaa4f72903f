"""What never helps a claimant: relations between the verdicts on a document and a changed one.

Every published case and every example is tried; `UITZONDERINGEN` lists where a relation does not
hold, and why. A refusal that turns into approval by leaving a fact out, by asking more, or by a
credit about something else is a hole, whatever rule it is in.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from tests.metamorf import wetten
from tests.metamorf.bron import Document, gevallen
from tests.metamorf.wetten import Verandering

from geboortezorg import Context, Oordeel, Rapport, validate
from geboortezorg.convert import structureer_document
from geboortezorg.tabellen import proeftabellen

GEVALLEN = gevallen("dossier", "declaratie")

_GROTERE_GRONDSLAG = "A larger base allows a larger toeslag."
_DEELCREDITS = "Two credits that are too much for a debit fit one of twice its amount."
MEER_UITZONDERINGEN: dict[tuple[str, str], str] = {
    ("GZ-REGEL-003-ongeldig-twee-keer", "duurder"): _DEELCREDITS,
    ("GZ-REGEL-003-ongeldig-twee-keer", "meer"): _DEELCREDITS,
    (
        "oordeel-kraamzorg-declaraties-onterecht-toeslag-op-gecrediteerd",
        "meer",
    ): _GROTERE_GRONDSLAG,
}
"""Cases in which asking more may help, and why."""


@cache
def context_van(naam: str) -> Context | None:
    """Return the context of a case; None when it is refused itself."""
    (document,) = (context for ander, _, context in GEVALLEN if ander == naam)
    if document is None:
        return Context(tabellen=proeftabellen())
    try:
        return Context.uit_document(structureer_document(document), basis=proeftabellen())
    except ValueError:
        return None


@cache
def rapport_van(naam: str) -> Rapport:
    """Return the report on a case."""
    (document,) = (document for ander, document, _ in GEVALLEN if ander == naam)
    return validate(document, context=context_van(naam))


def beoordeelbaar(*, declaratieregels: bool) -> Iterator[Any]:
    """Give every case of the right shape, with lines when asked."""
    for naam, document, _ in GEVALLEN:
        if declaratieregels and not document.get("declaratieregels"):
            continue
        if context_van(naam) is not None and wetten.heeft_vorm(rapport_van(naam)):
            yield pytest.param(naam, document, id=naam)


MET_DECLARATIEREGELS = list(beoordeelbaar(declaratieregels=True))
ALLE = list(beoordeelbaar(declaratieregels=False))


def _oordeel(naam: str) -> tuple[Context, Rapport]:
    context = context_van(naam)
    assert context is not None
    return context, rapport_van(naam)


@pytest.mark.parametrize(("naam", "document"), ALLE)
def test_een_feit_weglaten_helpt_niet(naam: str, document: Document) -> None:
    """Without a fact that no finding is about, a refusal does not become approval."""
    assert list(wetten.weglaten_helpt(document, *_oordeel(naam))) == []


@pytest.mark.parametrize("verander", wetten.MEER)
@pytest.mark.parametrize(("naam", "document"), MET_DECLARATIEREGELS)
def test_meer_vragen_helpt_niet(naam: str, document: Document, verander: Verandering) -> None:
    """What was no approval is none with a higher tariff, a larger quantity or a foreign credit."""
    if (naam, verander.__name__) not in MEER_UITZONDERINGEN:
        assert list(wetten.meer_vragen_helpt(document, *_oordeel(naam), verander)) == []


@pytest.mark.parametrize(("naam", "document"), MET_DECLARATIEREGELS)
def test_een_eigen_overeenkomst_helpt_niet(naam: str, document: Document) -> None:
    """When the context knows every agreement, one that the claimant adds changes nothing."""
    assert list(wetten.eigen_overeenkomst_helpt(document, *_oordeel(naam))) == []


@pytest.mark.parametrize(("naam", "document"), MET_DECLARATIEREGELS)
def test_de_volgorde_maakt_niet_uit(naam: str, document: Document) -> None:
    """The order of the lines changes neither the verdict nor which rules have something to say."""
    assert list(wetten.volgorde_telt(document, *_oordeel(naam))) == []


@pytest.mark.parametrize(("naam", "document"), MET_DECLARATIEREGELS)
def test_uren_zijn_kwartieren(naam: str, document: Document) -> None:
    """The same care in another unit of time gets the same verdict."""
    assert list(wetten.kwartieren_tellen(document, *_oordeel(naam))) == []


@pytest.mark.parametrize(("naam", "document"), MET_DECLARATIEREGELS)
def test_een_declaratieregel_is_zijn_delen(naam: str, document: Document) -> None:
    """A line and the same quantity in two lines are never one refused and the other approved."""
    assert list(wetten.delen_tellen(document, *_oordeel(naam))) == []


@pytest.mark.parametrize(("naam", "document"), MET_DECLARATIEREGELS)
def test_dossier_en_declaratie_stemmen_overeen(naam: str, document: Document) -> None:
    """Lines that are refused in a dossier are not right in a message, nor the reverse."""
    assert list(wetten.soort_telt(document, *_oordeel(naam))) == []


def test_er_wordt_iets_geprobeerd() -> None:
    """The relations are tried on documents of both kinds and of every verdict."""
    gezien = {
        (document["soort"], rapport_van(naam).oordeel)
        for naam, document, _ in GEVALLEN
        if context_van(naam) is not None
    }
    assert {(soort, o) for soort in ("dossier", "declaratie") for o in Oordeel} <= gezien


def test_uitzonderingen_zijn_nodig() -> None:
    """No exception is listed that no case needs."""
    weg, soort = set(), set()
    for geval in ALLE:
        naam, document = geval.values
        weg |= set(wetten.weglaten_helpt(document, *_oordeel(naam), {}))
    for geval in MET_DECLARATIEREGELS:
        naam, document = geval.values
        soort |= set(wetten.soort_telt(document, *_oordeel(naam), {}))
    assert weg == set(wetten.ZONDER_UITZONDERINGEN)
    assert soort == set(wetten.TWEE_SOORTEN_UITZONDERINGEN)
