"""Valid rosters give no finding; one injected breach gives exactly its code at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg import Oordeel, Uitkomst, dump, validate
from geboortezorg.model.wachtdienst import Wachtdienstrooster
from geboortezorg.regels.register import PER_SOORT
from geboortezorg.testing.wachtdienst import geldige_wachtdiensten
from geboortezorg.testing.wachtdienstbreuken import CODES, wachtdiensten_met


@given(geldige_wachtdiensten())
def test_geldig(rooster: Wachtdienstrooster) -> None:
    """A valid roster is akkoord, as a model and as JSON, and the two reports are equal."""
    rapport = validate(rooster)
    assert rapport.bevindingen == ()
    assert rapport.oordeel is Oordeel.AKKOORD
    assert validate(dump(rooster)) == rapport


@pytest.mark.parametrize("code", CODES)
@given(data=st.data())
def test_een_breuk(code: str, data: st.DataObject) -> None:
    """The report has the one code at the one place, and says nothing else."""
    rooster, pad = data.draw(wachtdiensten_met(code))
    rapport = validate(rooster)
    assert [(b.code, b.pad) for b in rapport.bevindingen] == [(code, pad)]
    assert rapport.uitkomst(code) in {Uitkomst.GESCHONDEN, Uitkomst.NIET_BEOORDEELD}
    assert not rapport.akkoord


def test_elke_regel() -> None:
    """There is a breach of every rule for rosters."""
    eigen = {regel.code for regel in PER_SOORT["wachtdienst"] if regel.code.startswith("GZ-WACHT-")}
    assert set(CODES) == eigen


def test_onbekende_code() -> None:
    """A rule of which no breach can be made is named as such."""
    with pytest.raises(ValueError, match="GZ-WACHT-001"):
        wachtdiensten_met("GZ-BESTAAT-NIET")
