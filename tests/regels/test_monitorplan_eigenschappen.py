"""Valid plans and tables of figures give no finding; one breach gives its code at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg import Oordeel, Uitkomst, dump, validate
from geboortezorg.model.cijfers import Cijfertabel
from geboortezorg.model.monitorplan import Monitorplan
from geboortezorg.regels.register import REGELS
from geboortezorg.tabellen.cijfers import Cijfers
from geboortezorg.testing import cijfers, monitorplan


@given(monitorplan.geldige_monitorplannen())
def test_geldig_plan(plan: Monitorplan) -> None:
    """A valid plan is akkoord, as a model and as JSON, and the two reports are equal."""
    rapport = validate(plan)
    assert rapport.bevindingen == ()
    assert rapport.oordeel is Oordeel.AKKOORD
    assert validate(dump(plan)) == rapport


@pytest.mark.parametrize("code", monitorplan.CODES)
@given(data=st.data())
def test_een_breuk_in_een_plan(code: str, data: st.DataObject) -> None:
    """The report has the one code at the one place, and says nothing else."""
    plan, pad = data.draw(monitorplan.monitorplannen_met(code))
    rapport = validate(plan)
    assert [(b.code, b.pad) for b in rapport.bevindingen] == [(code, pad)]
    assert rapport.uitkomst(code) in {Uitkomst.GESCHONDEN, Uitkomst.NIET_BEOORDEELD}


@given(cijfers.geldige_cijfertabellen())
def test_geldige_tabel(tabel: Cijfertabel) -> None:
    """A valid table is akkoord, and can be looked up in."""
    rapport = validate(tabel)
    assert rapport.bevindingen == ()
    assert rapport.oordeel is Oordeel.AKKOORD
    assert validate(dump(tabel)) == rapport
    assert [g.cijfer for g in Cijfers(tabel)] == list(tabel.cijfers)


@pytest.mark.parametrize("code", cijfers.CODES)
@given(data=st.data())
def test_een_breuk_in_een_tabel(code: str, data: st.DataObject) -> None:
    """The report has the one code at the one place, and says nothing else."""
    tabel, pad = data.draw(cijfers.cijfertabellen_met(code))
    rapport = validate(tabel)
    assert [(b.code, b.pad) for b in rapport.bevindingen] == [(code, pad)]
    assert not rapport.akkoord


def test_elke_regel_heeft_een_breuk() -> None:
    """Of every rule on plans and figures a breach can be made."""
    eigen = {r.code for r in REGELS if r.code.startswith(("GZ-MONITOR-", "GZ-CIJFER-"))}
    assert {*monitorplan.CODES, *cijfers.CODES} == eigen


def test_onbekende_code() -> None:
    """A rule of which no breach can be made is named as such."""
    with pytest.raises(ValueError, match="GZ-MONITOR-001"):
        monitorplan.monitorplannen_met("GZ-BESTAAT-NIET")
    with pytest.raises(ValueError, match="GZ-CIJFER-001"):
        cijfers.cijfertabellen_met("GZ-BESTAAT-NIET")
