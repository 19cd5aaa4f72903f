"""Nothing of a document is kept once it was judged."""

import gc
import json

from geboortezorg import validate
from geboortezorg.model import Dossier
from geboortezorg.populatie import populatiecontext, population


def test_niets_van_een_document_blijft() -> None:
    """Right or with a fault: memory does not grow, and what is not there cannot leak."""
    context = populatiecontext()
    voor = _dossiers()
    oordelen = {
        validate(json.dumps(proef.document), context=context).oordeel
        for proef in population(60, 7, fouten=50)
    }
    assert oordelen == {"akkoord", "afgekeurd"}
    assert _dossiers() <= voor


def test_een_vormfout_houdt_niets_vast() -> None:
    """A document with a shape error is let go at once: nothing waits for the garbage collector."""
    fout = b'{"soort":"dossier","schema_versie":"0.1","referentie":7}'
    validate(fout)
    gc.collect()
    gc.disable()
    try:
        for _ in range(20):
            validate(fout)
        assert gc.collect() < 20
    finally:
        gc.enable()


def test_een_vormfout_in_een_deel_laat_geen_kringen_achter() -> None:
    """Nor does one that the quick door tells, of one declaratieregel among those that are right."""
    documenten = [proef.document for proef in population(40, 3)]
    fout = [json.dumps(document).replace('"aantal"', '"aantallen"', 1) for document in documenten]
    for document in (*map(json.dumps, documenten), *fout):
        validate(document)
    gc.collect()
    gc.disable()
    try:
        assert {validate(document).oordeel for document in fout} == {"afgekeurd"}
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_een_oordeel_laat_geen_kringen_achter() -> None:
    """What was made of a document goes with it at once: the collector finds nothing to do."""
    context = populatiecontext()
    documenten = [json.dumps(p.document) for p in population(20, 3, fouten=50)]
    for document in documenten:
        validate(document, context=context)
    gc.collect()
    gc.disable()
    try:
        for document in documenten:
            validate(document, context=context)
        assert gc.collect() == 0
    finally:
        gc.enable()


def _dossiers() -> int:
    """Return how many dossiers there are in memory, those of other tests among them."""
    gc.collect()
    return sum(type(deel) is Dossier for deel in gc.get_objects())
