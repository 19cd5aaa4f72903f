"""Valid dossiers give no finding; one injected breach gives exactly its code at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg import Oordeel, Uitkomst, dump, validate
from geboortezorg.model.dossier import Dossier
from geboortezorg.testing.dossier import geldige_dossiers
from geboortezorg.testing.dossierbreuken import CODES, dossiers_met


@given(geldige_dossiers())
def test_geldig(dossier: Dossier) -> None:
    """A valid dossier is akkoord, as a model and as JSON, and the two reports are equal."""
    rapport = validate(dossier)
    assert rapport.bevindingen == ()
    assert rapport.oordeel is Oordeel.AKKOORD
    assert validate(dump(dossier)) == rapport


@pytest.mark.parametrize("code", CODES)
@given(data=st.data())
def test_een_breuk(code: str, data: st.DataObject) -> None:
    """The report has the one code at the one place, and says nothing else."""
    dossier, pad = data.draw(dossiers_met(code))
    rapport = validate(dossier)
    assert [(b.code, b.pad) for b in rapport.bevindingen] == [(code, pad)]
    assert rapport.uitkomst(code) in {Uitkomst.GESCHONDEN, Uitkomst.NIET_BEOORDEELD}
    assert not rapport.akkoord


def test_onbekende_code() -> None:
    """A rule of which no breach can be made is named as such."""
    with pytest.raises(ValueError, match="GZ-TARIEF-001"):
        dossiers_met("GZ-BESTAAT-NIET")
