"""A document made into rows, and made of those rows again, gets the report of the document."""

import io
import json
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geboortezorg import dump, validate
from geboortezorg.convert import destructureer_document
from geboortezorg.lijnen import Beoordeeld, validate_rows
from geboortezorg.populatie import populatiecontext, population
from geboortezorg.regels.context import Context
from geboortezorg.testing import documents, proefcontext

from .rijen import GROEP, als_csv, koppeling, rijen

MATEN = {soort: koppeling(soort) for soort in GROEP}
POPULATIE = populatiecontext()
PROEF = proefcontext()


def zonder_leegte(waarde: Any) -> Any:
    """Return a JSON value without objects and lists that are empty, and texts trimmed."""
    if isinstance(waarde, dict):
        delen = {naam: zonder_leegte(deel) for naam, deel in waarde.items()}
        return {naam: deel for naam, deel in delen.items() if deel not in ({}, [])}
    if isinstance(waarde, list):
        return [zonder_leegte(deel) for deel in waarde]
    return waarde.strip() if isinstance(waarde, str) else waarde


def beoordeeld(
    documenten: list[dict[str, Any]], context: Context, seed: int | None = None
) -> list[Beoordeeld]:
    """Return what becomes of documents as rows of one CSV file, mixed when there is a seed."""
    maat = MATEN[documenten[0]["soort"]]
    alle = [rij for document in documenten for rij in rijen(document)]
    if seed is not None:
        random.Random(seed).shuffle(alle)  # noqa: S311
    return list(validate_rows(io.BytesIO(als_csv(maat, alle)), maat, context=context))


@pytest.mark.parametrize("gesorteerd", [True, False])
def test_een_populatie(gesorteerd: bool) -> None:
    """A hundred dossiers with faults among them: the same documents and the same reports."""
    alle = [proef.document for proef in population(60, 5, fouten=30)]
    maat = koppeling("dossier", gesorteerd=gesorteerd)
    data = als_csv(maat, [rij for document in alle for rij in rijen(document)])
    uit = list(validate_rows(io.BytesIO(data), maat, context=POPULATIE))
    assert [deel.document for deel in uit] == alle
    for deel, document in zip(uit, alle, strict=True):
        assert dump(deel.rapport) == dump(validate(json.dumps(document), context=POPULATIE))
    assert len({deel.rapport.oordeel for deel in uit}) == 2


@given(st.sampled_from(sorted(GROEP)).flatmap(documents), st.integers(0, 9))
@settings(max_examples=30, deadline=None)
def test_elk_document(model: Any, seed: int) -> None:
    """Any valid document, its rows mixed: the report of validate on the document that comes out."""
    document = destructureer_document(model)
    if not document[GROEP[document["soort"]]].strip():
        return
    (deel,) = beoordeeld([document], PROEF, seed)
    assert deel.document is not None
    assert deel.rapport == validate(deel.document, context=PROEF)
    (deel,) = beoordeeld([document], PROEF)
    assert zonder_leegte(deel.document) == zonder_leegte(document)


@given(st.integers(0, 10**6))
@settings(max_examples=10, deadline=None)
def test_volgorde_van_rijen(seed: int) -> None:
    """However the rows of several dossiers are mixed, each gets the verdict of its own rows."""
    alle = [proef.document for proef in population(6, seed, fouten=50)]
    uit = beoordeeld(alle, POPULATIE, seed)
    oordelen = {deel.document["referentie"]: deel.rapport.oordeel for deel in uit if deel.document}
    verwacht = {d["referentie"]: validate(d, context=POPULATIE).oordeel for d in alle}
    assert oordelen == verwacht


@given(st.integers(0, 10**6), st.data())
@settings(max_examples=20, deadline=None)
def test_elke_bevinding_leidt_terug(seed: int, data: st.DataObject) -> None:
    """Every place of every finding leads to a row of its own document, and to its own column."""
    document = next(population(1, seed)).document
    maat = MATEN["dossier"]
    alle = rijen(document)
    doel = data.draw(st.sampled_from([rij for rij in alle if len(rij) > 1]))
    titel = data.draw(st.sampled_from([t for t in doel if t not in {"referentie"} and t[0] != "#"]))
    doel[titel] = "=fout"
    (deel,) = validate_rows(io.BytesIO(als_csv(maat, alle)), maat, context=POPULATIE)
    gevonden = [
        deel.waar(pad) for b in deel.rapport.bevindingen for pad in b.plaatsen if b.reden != "x"
    ]
    assert {plek.rij for plek in gevonden} <= set(deel.rijen)
    assert titel in {plek.titel for plek in gevonden}
    assert not deel.rapport.akkoord
