"""Valid documents of a VSV give no finding; one injected breach gives exactly its code."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg import Context, Oordeel, Uitkomst, dump, validate
from geboortezorg.testing import bekostiging, uitwisseling, vsv

BEOORDELING = Context.uit_document(bekostiging.CONTEXT)
GELDIGE = {
    "vsv": vsv.geldige_vsvs(),
    "vsv_declaratie": bekostiging.geldige_vsv_declaraties(),
    "prestatiebeschrijving": bekostiging.geldige_prestatiebeschrijvingen(),
    "overeenkomst": bekostiging.geldige_lumpsumovereenkomsten(),
    "aanwijzing": bekostiging.geldige_aanwijzingen(),
    "aansluiting": uitwisseling.geldige_aansluitingen(),
    "bestuurlijke_afspraak": uitwisseling.geldige_bestuurlijke_afspraken(),
}
BREUKEN = [
    *((code, vsv.vsvs_met) for code in vsv.CODES),
    *((code, bekostiging.vsv_declaraties_met) for code in bekostiging.CODES),
    *((code, bekostiging.prestatiebeschrijvingen_met) for code in bekostiging.CODES_BESCHRIJVING),
    *((code, bekostiging.aanwijzingen_met) for code in bekostiging.CODES_AANWIJZING),
    *((code, uitwisseling.aansluitingen_met) for code in uitwisseling.CODES),
    *((code, uitwisseling.bestuurlijke_afspraken_met) for code in uitwisseling.CODES_AFSPRAAK),
]


@pytest.mark.parametrize("soort", GELDIGE)
@given(data=st.data())
def test_geldig(soort: str, data: st.DataObject) -> None:
    """A valid document is akkoord, as a model and as JSON."""
    document = data.draw(GELDIGE[soort])
    rapport = validate(document, context=BEOORDELING)
    assert rapport.bevindingen == ()
    assert rapport.oordeel is Oordeel.AKKOORD
    assert rapport.document_soort == soort
    assert validate(dump(document), context=BEOORDELING) == rapport


@pytest.mark.parametrize(("code", "documenten_met"), BREUKEN, ids=[code for code, _ in BREUKEN])
@given(data=st.data())
def test_een_breuk(code: str, documenten_met: Any, data: st.DataObject) -> None:
    """The report has the one code at the one place, and says nothing else."""
    document, pad = data.draw(documenten_met(code))
    rapport = validate(document, context=BEOORDELING)
    assert [(b.code, b.pad) for b in rapport.bevindingen] == [(code, pad)]
    assert rapport.uitkomst(code) in {Uitkomst.GESCHONDEN, Uitkomst.NIET_BEOORDEELD}
    assert not rapport.akkoord


@pytest.mark.parametrize("documenten_met", list(dict.fromkeys(functie for _, functie in BREUKEN)))
def test_onbekende_code(documenten_met: Any) -> None:
    """A rule of which no breach can be made is refused, and those that can are named."""
    with pytest.raises(ValueError, match=r"wel van: GZ-[A-Z]+-0"):
        documenten_met("GZ-BESTAAT-NIET")
