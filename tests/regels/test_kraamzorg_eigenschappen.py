"""Valid dossiers with kraamzorg give no finding; one breach gives exactly its code and place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg import Ernst, Oordeel, Uitkomst, dump, validate
from geboortezorg.model.dossier import Dossier
from geboortezorg.testing.kraamzorg import (
    CODES,
    geldige_kraamzorgdossiers,
    kraamzorgcontext,
    kraamzorgdossiers_met,
)

CONTEXT = kraamzorgcontext()


@given(geldige_kraamzorgdossiers())
def test_geldig(dossier: Dossier) -> None:
    """A valid dossier is akkoord, also with the lowest bar, and as JSON."""
    rapport = validate(dossier)
    assert rapport.bevindingen == ()
    assert rapport.oordeel is Oordeel.AKKOORD
    assert validate(dump(dossier)) == rapport
    assert validate(dossier, context=CONTEXT).bevindingen == ()


@pytest.mark.parametrize("code", CODES)
@given(data=st.data())
def test_een_breuk(code: str, data: st.DataObject) -> None:
    """The report has the one code at the one place, refuses on it, and says nothing else."""
    dossier, pad = data.draw(kraamzorgdossiers_met(code))
    rapport = validate(dossier, context=CONTEXT)
    assert [(b.code, b.pad, b.ernst) for b in rapport.bevindingen] == [(code, pad, Ernst.FOUT)]
    assert rapport.uitkomst(code) is Uitkomst.GESCHONDEN
    assert rapport.oordeel is Oordeel.AFGEKEURD


def test_onbekende_code() -> None:
    """A rule of which no breach can be made is named as such."""
    with pytest.raises(ValueError, match="GZ-KRAAMZORG-003"):
        kraamzorgdossiers_met("GZ-BESTAAT-NIET")
