"""Children of one pregnancy can be born on different days: a norm leaves the most room."""

import datetime as dt

import attrs
import pytest
from tests.metamorf import relaties
from tests.metamorf.bron import Document
from tests.metamorf.test_relaties import beoordeelbaar, context_van

from geboortezorg import Rapport, validate
from geboortezorg.bron import Verificatie
from geboortezorg.rapport import Uitkomst


def met_een_later_kind(document: Document) -> Document | None:
    """Return the dossier with one child more, born on the day after; None without a birth."""
    zwangerschap = document["zwangerschap"]
    kinderen = document.get("kinderen", [])
    dagen = [kind.get("geboortedatum") for kind in kinderen if kind["geboren"]]
    if zwangerschap.get("wijze_einde", "partus") == "partus":
        dagen.append(zwangerschap.get("datum_einde"))
    bekend = sorted(dag for dag in dagen if dag is not None)
    if not bekend:
        return None
    anders = relaties.kopie(document)
    kind = {"geboren": True, "levend_geboren": True}
    if not kinderen:
        anders["kinderen"] = [{"rangnummer": 1, **kind, "geboortedatum": bekend[-1]}]
    dag = dt.date.fromisoformat(bekend[-1]) + dt.timedelta(days=1)
    rang = len(anders["kinderen"]) + 1
    anders["kinderen"].append({"rangnummer": rang, **kind, "geboortedatum": str(dag)})
    anders["zwangerschap"].pop("datum_einde", None)
    if "aantal_geboren_kinderen" in zwangerschap:
        anders["zwangerschap"]["aantal_geboren_kinderen"] = rang
    return anders


def geschonden(rapport: Rapport) -> set[str]:
    """Return the rules that a document breaks."""
    return {b.code for b in rapport.bevindingen if b.uitkomst is Uitkomst.GESCHONDEN}


MET_EEN_BEVALLING = [
    pytest.param(naam, document, anders, id=naam)
    for naam, document in (geval.values for geval in beoordeelbaar(declaratieregels=False))
    if document["soort"] == "dossier" and (anders := met_een_later_kind(document)) is not None
]


@pytest.mark.parametrize(("naam", "document", "anders"), MET_EEN_BEVALLING)
def test_een_later_kind(naam: str, document: Document, anders: Document) -> None:
    """A second child on the day after takes away no room that the first one gave."""
    context = context_van(naam)
    assert context is not None
    streng = attrs.evolve(context, drempel=Verificatie.AFGELEID)  # on any ground a rule refuses
    eerst = geschonden(validate(document, context=streng))
    binnen_zes_weken = {"GZ-KRAAMZORG-005"} if "GZ-KRAAMZORG-006" in eerst else set()
    assert geschonden(validate(anders, context=streng)) <= eerst | binnen_zes_weken
