"""`akkoord` never with more asked than an independent accountant finds may be paid."""

import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.metamorf import relaties, soorten
from tests.metamorf.boekhouder import Tabellen, rekening
from tests.metamorf.bron import Document, gevallen

from geboortezorg import Context, dump, validate
from geboortezorg.convert import structureer_document
from geboortezorg.tabellen import as_documents
from geboortezorg.testing import proefcontext
from geboortezorg.testing.declaratie import geldige_declaraties
from geboortezorg.testing.dossier import geldige_dossiers
from geboortezorg.testing.kraamzorg import geldige_kraamzorgdossiers

LEEG: Document = {"soort": "context", "schema_versie": "0.1"}
KEREN = (2, 3, 50)


def te_veel(document: Document, gegeven: Document, context: Context) -> list[tuple[int, Any]]:
    """Return what was asked and what may be paid, for each woman of whom too much was approved."""
    if not validate(document, context=context).akkoord:
        return []
    tabellen = Tabellen(as_documents(context.tabellen).values())
    return [(g, h) for g, h in rekening(document, gegeven, tabellen) if g > h]


@pytest.mark.parametrize(
    ("document", "gegeven"),
    [pytest.param(d, c, id=naam) for naam, d, c in gevallen("dossier", "declaratie")],
)
def test_gevallen(document: Document, gegeven: Document | None) -> None:
    """No published case, and no case of which more is asked, is approved above the account."""
    gegeven = LEEG if gegeven is None else gegeven
    try:
        context = Context.uit_document(structureer_document(gegeven))
    except ValueError:
        return
    assert te_veel(document, gegeven, context) == []
    declaratieregels = document.get("declaratieregels", ())
    if type(declaratieregels) is not list or validate(document, context=context).van("GZ-VORM-001"):
        return
    for plaats in range(min(6, len(declaratieregels))):
        for keer in KEREN:
            for verander in (relaties.duurder, relaties.meer):
                anders = verander(document, plaats, keer)
                if anders is not None:
                    assert te_veel(anders, gegeven, context) == [], (plaats, keer)


@st.composite
def veranderd(draw: st.DrawFn, document: Document) -> Document:
    """Return the document after a few changes to its lines and facts."""
    for _ in range(draw(st.integers(0, 3))):
        declaratieregels = document.get("declaratieregels") or []
        if not declaratieregels:
            return document
        plaats = draw(st.integers(0, len(declaratieregels) - 1))
        keer = draw(st.sampled_from(KEREN))
        stap = draw(st.integers(0, 7))
        anders: Document | None = None
        if stap == 0:
            anders = relaties.duurder(document, plaats, keer)
        elif stap == 1:
            anders = relaties.meer(document, plaats, keer)
        elif stap == 2:
            anders = relaties.met_losse_credit(document, plaats)
        elif stap == 3:
            anders = relaties.met_credit_op_iets_anders(document, plaats)
        elif stap == 4:
            anders = relaties.in_stukken(document, plaats, keer)
        elif stap == 5:
            anders = relaties.in_kwartieren(document, plaats)
        elif stap == 6:
            # The last change: what it leaves may not even be a document.
            feiten = list(relaties.zonder(document))
            return draw(st.sampled_from(feiten))[1]
        else:  # the same line again, on other days, under another reference
            anders = relaties.kopie(document)
            declaratieregel = {
                **declaratieregels[plaats],
                "referentienummer": f"dubbel-{draw(st.integers(0, 99))}",
            }
            if draw(st.booleans()):
                declaratieregel["periode"] = draw(st.sampled_from(declaratieregels))["periode"]
            anders["declaratieregels"].append(declaratieregel)
        document = document if anders is None else anders
    return document


SOORTEN: dict[str, tuple[st.SearchStrategy[Any], Context]] = {
    "dossiers": (geldige_dossiers(), Context()),
    "kraamzorgdossiers": (geldige_kraamzorgdossiers(), proefcontext()),
    "declaraties": (geldige_declaraties(), Context()),
    "integraal": (soorten.integrale_dossiers(), proefcontext()),
    "screening": (soorten.screeningsdossiers(), proefcontext()),
}


@pytest.mark.parametrize("naam", SOORTEN)
@given(data=st.data())
def test_gemaakte_documenten(naam: str, data: st.DataObject) -> None:
    """Nor is a generated document, changed at will."""
    strategie, context = SOORTEN[naam]
    document = json.loads(dump(data.draw(strategie)))
    assert te_veel(document, LEEG, context) == []
    document = data.draw(veranderd(document))
    if validate(document, context=context).van("GZ-VORM-001"):
        return
    assert te_veel(document, LEEG, context) == []


def test_de_boekhouder_rekent() -> None:
    """The accountant does find too much, in an amount that can be checked by hand."""
    declaratieregel = {
        "referentienummer": "r-1",
        "zorgaanbieder_agb": "33001234",
        "uzovi_code": "0001",
        "prestatie": "p",
        "periode": {"van": "2023-05-02", "tot_en_met": "2023-05-02"},
        "aantal": 3,
        "tarief_eurocent": 150,
        "bedrag_eurocent": 450,
        "declaratiebedrag_eurocent": 450,
        "debet_credit": "D",
    }
    tabellen = Tabellen(
        [
            {"prestaties": [{"prestatie_id": "p", "regime": "verloskunde", "eenheid": "stuk"}]},
            {
                "naam": "t",
                "tariefbeschikking": {"status": "vastgesteld", "looptijd": {"van": "2023-01-01"}},
                "tarieven": [
                    {
                        "prestatie_id": "p",
                        "tariefsoort": "maximum",
                        "eenheid": "stuk",
                        "bedrag_eurocent": 100,
                    }
                ],
            },
        ]
    )
    credit = {
        **declaratieregel,
        "referentienummer": "r-2",
        "debet_credit": "C",
        "gerelateerd_referentienummer": "r-1",
        "declaratiebedrag_eurocent": 200,
    }
    heel = {**credit, "declaratiebedrag_eurocent": 450}
    ander = {**heel, "prestatie": "q"}
    for bij, gevraagd, mag in (
        ([], 450, 300),
        ([credit], 250, 300),
        ([heel], 0, 0),
        ([ander], 450, 300),
    ):
        dossier: Document = {"soort": "dossier", "declaratieregels": [declaratieregel, *bij]}
        assert rekening(dossier, {}, tabellen) == [(gevraagd, Fraction(mag))]
