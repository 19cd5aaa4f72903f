"""An honest document is never refused, nor what an honest claimant makes of it; and it is paid."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.metamorf import wetten
from tests.metamorf.bron import Document
from tests.metamorf.eerlijk import STAPPEN, Stap, eerlijk_veranderd
from tests.metamorf.test_boekhouder import LEEG, SOORTEN, te_veel, veranderd
from tests.metamorf.test_relaties import GEVALLEN, MET_DECLARATIEREGELS, context_van, rapport_van

from geboortezorg import Context, Oordeel, dump, validate
from geboortezorg.model.prestatie import Regime
from geboortezorg.tabellen import proeftabellen
from geboortezorg.testing import proefcontext

GEGEVEN = {naam: gegeven or LEEG for naam, _, gegeven in GEVALLEN}
EERLIJK = [
    geval
    for geval in MET_DECLARATIEREGELS
    if rapport_van(naam := str(geval.values[0])).akkoord
    or (
        rapport_van(naam).oordeel is Oordeel.ONVOLLEDIG
        and {"geldig", "eerlijk"} & {*naam.split("-")}
    )
]
"""Published cases to which nobody objects."""


def _context(naam: str) -> Context:
    context = context_van(naam)
    assert context is not None
    return context


@pytest.mark.parametrize("stap", STAPPEN)
@pytest.mark.parametrize(("naam", "document"), EERLIJK)
def test_gevallen(naam: str, document: Document, stap: Stap) -> None:
    """No step of an honest claimant gets a case refused, or approved above the account."""
    context = _context(naam)
    for plaats in range(min(wetten.MAX_DECLARATIEREGELS, len(document["declaratieregels"]))):
        anders = stap(document, plaats)
        if anders is not None:
            assert validate(anders, context=context).oordeel is not Oordeel.AFGEKEURD, plaats
            assert te_veel(anders, GEGEVEN[naam], context) == [], plaats


def test_van_elke_soort() -> None:
    """There are honest claims of every regime that a woman has claims in, and every shape."""
    tabellen, gezien = proeftabellen(), set()
    for geval in EERLIJK:
        document: Any = geval.values[1]
        gezien |= {
            name for name in ("eigen_bijdragen", "screeningscontracten") if document.get(name)
        }
        gezien |= {"tweeling" for _ in document.get("kinderen", ())[1:]}
        gezien |= {"verwijzing" for e in document.get("zorgepisodes", ()) if e.get("verwijzingen")}
        for declaratieregel in document["declaratieregels"]:
            prestatie = tabellen.prestatie(declaratieregel["prestatie"])
            gezien |= {prestatie.regime if prestatie else "", declaratieregel["debet_credit"]}
            gezien |= {"toeslag" for _ in declaratieregel.get("grondslag_referentienummers", ())}
            gezien |= {
                "week"
                for _ in [0]
                if declaratieregel["periode"]["van"] < declaratieregel["periode"]["tot_en_met"]
            }
    assert gezien >= {
        Regime.VERLOSKUNDE,
        Regime.KRAAMZORG,
        Regime.INTEGRALE_GEBOORTEZORG,
        Regime.PRENATALE_SCREENING,
        *("C", "D", "eigen_bijdragen", "screeningscontracten", "tweeling", "verwijzing"),
        *("toeslag", "week"),
    }


@pytest.mark.parametrize("naam", SOORTEN)
@given(data=st.data())
def test_gemaakte_documenten(naam: str, data: st.DataObject) -> None:
    """Nor does any step get a generated document refused."""
    document = json.loads(dump(data.draw(SOORTEN[naam][0])))
    assert validate(document, context=proefcontext()).akkoord
    if document.get("declaratieregels"):
        document = data.draw(eerlijk_veranderd(document))
    assert validate(document, context=proefcontext()).oordeel is not Oordeel.AFGEKEURD
    assert te_veel(document, LEEG, proefcontext()) == []


@given(data=st.data())
def test_eerlijke_gevallen(data: st.DataObject) -> None:
    """Nor do several steps after each other get a published case refused."""
    naam, document = data.draw(st.sampled_from([geval.values for geval in EERLIJK]))
    anders = data.draw(eerlijk_veranderd(document))
    assert validate(anders, context=_context(str(naam))).oordeel is not Oordeel.AFGEKEURD


TWEE_SOORTEN = {
    **wetten.TWEE_SOORTEN_UITZONDERINGEN,
    "GZ-REGEL-008": "In a dossier GZ-IGO-007 holds integrale prestaties against the birth.",
}


@pytest.mark.parametrize("naam", SOORTEN)
@given(data=st.data())
def test_wetten_van_gemaakte_documenten(naam: str, data: st.DataObject) -> None:
    """What holds between verdicts holds of generated documents too, right and wrong ones."""
    strategie, context = SOORTEN[naam]
    document = data.draw(veranderd(json.loads(dump(data.draw(strategie)))))
    rapport = validate(document, context=context)
    if not wetten.heeft_vorm(rapport) or not document.get("declaratieregels"):
        return
    assert list(wetten.volgorde_telt(document, context, rapport)) == []
    assert list(wetten.kwartieren_tellen(document, context, rapport)) == []
    assert list(wetten.delen_tellen(document, context, rapport)) == []
    assert list(wetten.eigen_overeenkomst_helpt(document, context, rapport)) == []
    assert list(wetten.soort_telt(document, context, rapport, TWEE_SOORTEN)) == []
    for verander in wetten.MEER:
        assert list(wetten.meer_vragen_helpt(document, context, rapport, verander)) == []
