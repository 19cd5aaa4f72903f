"""Valid messages give no finding; one injected breach gives exactly its code at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg import Context, Oordeel, dump, validate
from geboortezorg.model.declaratie import Declaratie
from geboortezorg.testing.declaratie import CODES, CONTEXT, declaraties_met, geldige_declaraties

BEOORDELING = Context.uit_document(CONTEXT)


@given(geldige_declaraties())
def test_geldig(declaratie: Declaratie) -> None:
    """A valid message is akkoord in its context."""
    rapport = validate(dump(declaratie), context=BEOORDELING)
    assert rapport.bevindingen == ()
    assert rapport.oordeel is Oordeel.AKKOORD


@given(geldige_declaraties())
def test_zonder_context_onvolledig(declaratie: Declaratie) -> None:
    """Without the day and the earlier numbers the same message is not approved."""
    rapport = validate(declaratie)
    assert rapport.oordeel is Oordeel.ONVOLLEDIG
    assert {b.code for b in rapport.bevindingen} == {"GZ-DECLARATIE-004", "GZ-DECLARATIE-010"}


@pytest.mark.parametrize("code", CODES)
@given(data=st.data())
def test_een_breuk(code: str, data: st.DataObject) -> None:
    """The report has the one code at the one place, and says nothing else."""
    declaratie, pad = data.draw(declaraties_met(code))
    rapport = validate(declaratie, context=BEOORDELING)
    assert [(b.code, b.pad) for b in rapport.bevindingen] == [(code, pad)]


def test_onbekende_code() -> None:
    """A rule of which no breach can be made is named as such."""
    with pytest.raises(ValueError, match="GZ-DECLARATIE-001"):
        declaraties_met("GZ-BESTAAT-NIET")
