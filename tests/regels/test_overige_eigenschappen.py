"""Valid smaller documents give no finding; one injected breach gives exactly its code."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg import Context, Oordeel, dump, validate
from geboortezorg.testing import overige

BEOORDELING = Context.uit_document(overige.CONTEXT)


@pytest.mark.parametrize(
    "strategie",
    [
        overige.geldige_overeenkomsten,
        overige.geldige_zorgepisodes,
        overige.geldige_igos,
        overige.geldige_prestatielijsten,
        overige.geldige_tarieftabellen,
        overige.geldige_codelijsten,
        overige.geldige_normtabellen,
        overige.geldige_contexten,
        overige.geldige_rapporten,
    ],
)
@given(data=st.data())
def test_geldig(strategie: Callable[[], st.SearchStrategy[Any]], data: st.DataObject) -> None:
    """A valid document is akkoord, as a model and as JSON."""
    document = data.draw(strategie())
    rapport = validate(document, context=BEOORDELING)
    assert rapport.bevindingen == ()
    assert rapport.oordeel is Oordeel.AKKOORD
    assert validate(dump(document), context=BEOORDELING) == rapport


@pytest.mark.parametrize("code", overige.CODES)
@given(data=st.data())
def test_een_breuk(code: str, data: st.DataObject) -> None:
    """The report has the one code at the one place, and says nothing else."""
    document, pad = data.draw(overige.overige_met(code))
    rapport = validate(document, context=BEOORDELING)
    assert [(b.code, b.pad) for b in rapport.bevindingen] == [(code, pad)]


def test_onbekende_code() -> None:
    """A rule of which no breach can be made is named as such."""
    with pytest.raises(ValueError, match="GZ-IGO-001"):
        overige.overige_met("GZ-BESTAAT-NIET")
