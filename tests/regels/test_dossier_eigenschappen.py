"""Valid dossiers give no finding; one injected breach gives exactly its code at its place."""

import importlib
import pkgutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

import geboortezorg.testing
from geboortezorg import Context, Ernst, Oordeel, Uitkomst, dump, validate
from geboortezorg.model.dossier import Dossier
from geboortezorg.regels.register import REGELS
from geboortezorg.testing import dossiersamenloop, overeenkomst
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


@pytest.mark.parametrize("code", dossiersamenloop.CODES)
@given(data=st.data())
def test_een_breuk_met_vragen(code: str, data: st.DataObject) -> None:
    """Beside what could not be judged, the report has the one code at the one place."""
    dossier, pad = data.draw(dossiersamenloop.samenloopdossiers_met(code))
    rapport = validate(dossier)
    gevonden = [(b.code, b.pad) for b in rapport.bevindingen if b.ernst is not Ernst.INFO]
    assert gevonden == [(code, pad)]


def test_onbekende_code_van_samenloop() -> None:
    """A rule of which no breach can be made is named as such."""
    with pytest.raises(ValueError, match="GZ-IGO-005"):
        dossiersamenloop.samenloopdossiers_met("GZ-BESTAAT-NIET")


@pytest.mark.parametrize("code", overeenkomst.CODES)
@given(data=st.data())
def test_een_breuk_met_overeenkomst(code: str, data: st.DataObject) -> None:
    """Beside the copy of the payer, the report has the one code at the one place."""
    dossier, pad = data.draw(overeenkomst.overeenkomstdossiers_met(code))
    rapport = validate(dossier, context=Context.uit_document(overeenkomst.CONTEXT))
    assert [(b.code, b.pad) for b in rapport.bevindingen] == [(code, pad)]


def test_onbekende_code_van_overeenkomst() -> None:
    """A rule of which no breach can be made is named as such."""
    with pytest.raises(ValueError, match="GZ-TARIEF-005"):
        overeenkomst.overeenkomstdossiers_met("GZ-BESTAAT-NIET")


def test_van_elke_regel_kan_een_breuk_worden_gemaakt() -> None:
    """For every rule but the two on shape, some strategy injects a breach."""
    codes: set[str] = set()
    for module in pkgutil.iter_modules(geboortezorg.testing.__path__):
        inhoud = vars(importlib.import_module(f"geboortezorg.testing.{module.name}"))
        for naam, waarde in inhoud.items():
            if naam.startswith("CODES"):
                codes |= set(waarde)
    assert {regel.code for regel in REGELS} - codes == {
        "GZ-INVOER-001",
        "GZ-INVOER-002",
        "GZ-VORM-001",
    }
