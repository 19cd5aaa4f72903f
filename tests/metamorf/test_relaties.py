"""What never helps a claimant: relations between the verdicts on a document and a changed one.

Every published case and every example is tried; `UITZONDERINGEN` lists where a relation does not
hold, and why. A refusal that turns into approval by leaving a fact out, by asking more, or by a
credit about something else is a hole, whatever rule it is in.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from tests.metamorf import relaties
from tests.metamorf.bron import Document, gevallen

from geboortezorg import Context, Oordeel, Rapport, validate
from geboortezorg.convert import structureer_document
from geboortezorg.tabellen import proeftabellen

AKKOORD, AFGEKEURD = Oordeel.AKKOORD, Oordeel.AFGEKEURD
GEVALLEN = gevallen("dossier", "declaratie")
MAX_REGELS = 6
"""Lines of one document that are changed."""

_TEGENSPRAAK = "Two facts contradict each other; without one of them nothing does."
_ANDERE_KANT = "The claim is held against this; a document need not hold it."
ZONDER_UITZONDERINGEN: dict[str, str] = {
    "/client": _TEGENSPRAAK,
    "/client/bsn": _TEGENSPRAAK,
    "/client/verzekeringen": _ANDERE_KANT,
    "/declaratieregels": "Without a claim there is nothing to pay.",
    "/geleverde_kraamzorg": _ANDERE_KANT,
    "/kinderen/*/bsn": _TEGENSPRAAK,
    "/kinderen/*/levend_geboren": _TEGENSPRAAK,
    "/kinderen/*/overlijdensdatum": _TEGENSPRAAK,
    "/screeningscontracten/*/looptijd/tot_en_met": "A contract without a last day goes on.",
    "/zorgepisodes/*/verwijzingen/*/naar/discipline": _TEGENSPRAAK,
    "/zwangerschap/a_terme_datum": _TEGENSPRAAK,
    "/zwangerschap/aantal_geboren_kinderen": _TEGENSPRAAK,
    "/zwangerschap/wijze_einde": _TEGENSPRAAK,
}
"""Members whose absence may turn a refusal into approval, with `*` for a position, and why."""

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


def _heeft_vorm(rapport: Rapport) -> bool:
    return rapport.van("GZ-VORM-001") == () and rapport.van("GZ-INVOER-001") == ()


def beoordeelbaar(*, regels: bool) -> Iterator[Any]:
    """Give every case of the right shape, with lines when asked."""
    for naam, document, _ in GEVALLEN:
        if regels and not document.get("declaratieregels"):
            continue
        if context_van(naam) is not None and _heeft_vorm(rapport_van(naam)):
            yield pytest.param(naam, document, id=naam)


MET_REGELS = list(beoordeelbaar(regels=True))
ALLE = list(beoordeelbaar(regels=False))


def _patroon(pad: str) -> str:
    return "/".join("*" if deel.isdigit() else deel for deel in pad.split("/"))


@pytest.mark.parametrize(("naam", "document"), ALLE)
def test_een_feit_weglaten_helpt_niet(naam: str, document: Document) -> None:
    """Without a fact that no finding is about, a refusal does not become approval."""
    rapport = rapport_van(naam)
    if rapport.oordeel is not AFGEKEURD:
        return
    fout = {p for b in rapport.bevindingen if b.ernst == "fout" for p in b.plaatsen}
    for pad, anders in relaties.zonder(document):
        if any(p == pad or p.startswith(f"{pad}/") for p in fout):
            continue  # what is wrong itself may be taken out
        if _patroon(pad) in ZONDER_UITZONDERINGEN:
            continue
        assert not validate(anders, context=context_van(naam)).akkoord, pad


@pytest.mark.parametrize(
    "verander",
    [
        relaties.duurder,
        relaties.meer,
        relaties.met_losse_credit,
        relaties.met_credit_op_iets_anders,
    ],
)
@pytest.mark.parametrize(("naam", "document"), MET_REGELS)
def test_meer_vragen_helpt_niet(
    naam: str, document: Document, verander: Callable[[Document, int], Document | None]
) -> None:
    """What was no approval is none with a higher tariff, a larger quantity or a foreign credit."""
    if rapport_van(naam).akkoord or (naam, verander.__name__) in MEER_UITZONDERINGEN:
        return
    for plaats in range(min(MAX_REGELS, len(document["declaratieregels"]))):
        anders = verander(document, plaats)
        if anders is not None:
            assert not validate(anders, context=context_van(naam)).akkoord, plaats


@pytest.mark.parametrize(("naam", "document"), MET_REGELS)
def test_een_eigen_overeenkomst_helpt_niet(naam: str, document: Document) -> None:
    """When the context knows every agreement, one that the claimant adds changes nothing."""
    context = context_van(naam)
    assert context is not None
    if not context.overeenkomsten_volledig or document["soort"] != "dossier":
        return
    if rapport_van(naam).akkoord:
        return
    for plaats in range(min(MAX_REGELS, len(document["declaratieregels"]))):
        anders = relaties.met_eigen_overeenkomst(document, plaats)
        assert not validate(anders, context=context).akkoord, plaats


@pytest.mark.parametrize(("naam", "document"), MET_REGELS)
def test_de_volgorde_maakt_niet_uit(naam: str, document: Document) -> None:
    """The order of the lines changes neither the verdict nor which rules have something to say."""
    heen = rapport_van(naam)
    terug = validate(relaties.andersom(document), context=context_van(naam))
    assert terug.oordeel is heen.oordeel
    assert {b.code for b in terug.bevindingen} == {b.code for b in heen.bevindingen}


@pytest.mark.parametrize(("naam", "document"), MET_REGELS)
def test_uren_zijn_kwartieren(naam: str, document: Document) -> None:
    """The same care in another unit of time gets the same verdict."""
    for plaats in range(min(MAX_REGELS, len(document["declaratieregels"]))):
        anders = relaties.in_kwartieren(document, plaats)
        if anders is not None:
            oordeel = validate(anders, context=context_van(naam)).oordeel
            assert oordeel is rapport_van(naam).oordeel, plaats


@pytest.mark.parametrize(("naam", "document"), MET_REGELS)
def test_een_regel_is_zijn_delen(naam: str, document: Document) -> None:
    """A line and the same quantity in two lines are never one refused and the other approved."""
    for plaats in range(min(MAX_REGELS, len(document["declaratieregels"]))):
        anders = relaties.in_stukken(document, plaats)
        if anders is not None:
            oordeel = validate(anders, context=context_van(naam)).oordeel
            assert {oordeel, rapport_van(naam).oordeel} != {AKKOORD, AFGEKEURD}, plaats


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
    nodig = set()
    for naam, document, _ in GEVALLEN:
        if context_van(naam) is None or rapport_van(naam).oordeel is not AFGEKEURD:
            continue
        fout = {p for b in rapport_van(naam).bevindingen if b.ernst == "fout" for p in b.plaatsen}
        for pad, anders in relaties.zonder(document):
            if _patroon(pad) not in ZONDER_UITZONDERINGEN or any(
                p == pad or p.startswith(f"{pad}/") for p in fout
            ):
                continue
            if validate(anders, context=context_van(naam)).akkoord:
                nodig.add(_patroon(pad))
    assert nodig == set(ZONDER_UITZONDERINGEN)
