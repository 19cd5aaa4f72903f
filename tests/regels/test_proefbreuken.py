"""Valid documents of each kind give no finding; one breach gives its code at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geboortezorg import Context, Ernst, Oordeel, Uitkomst, dump, validate
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.model.declaratie import Declaratie
from geboortezorg.regels.register import PER_CODE, REGELS
from geboortezorg.testing import documents, proefcontext
from geboortezorg.testing.basis import Naast, Proefbreuk
from geboortezorg.testing.documenten import GELDIG, OVER_INVOER, PROEFBREUKEN

CONTEXT = proefcontext()
CONTEXTEN = {breuk.code: proefcontext(breuk.code) for breuk in PROEFBREUKEN}
ZONDER = Context(tabellen=CONTEXT.tabellen)
MET_CONTEXT = {"declaratie", "vsv_declaratie", "igo"}
"""The kinds that cannot be judged whole without a day or the earlier invoice numbers."""


def test_van_elke_soort_en_elke_regel() -> None:
    """Each kind has valid documents, and each rule a breach unless it is about the input."""
    assert list(GELDIG) == list(DOCUMENTEN)
    codes = {breuk.code for breuk in PROEFBREUKEN}
    alle = {regel.code for regel in REGELS}
    assert codes | OVER_INVOER == alle, (
        f"see docs/how-to/add-a-rule.md: {alle - codes - OVER_INVOER}"
    )
    assert not codes & OVER_INVOER
    assert all(breuk.soort in PER_CODE[breuk.code].soorten for breuk in PROEFBREUKEN)


@pytest.mark.parametrize("soort", GELDIG)
@given(data=st.data())
def test_geldig(soort: str, data: st.DataObject) -> None:
    """A valid document is akkoord, as a model and as JSON, and the two reports are equal."""
    document = data.draw(documents(soort))
    rapport = validate(document, context=CONTEXT)
    assert rapport.bevindingen == ()
    assert rapport.oordeel is Oordeel.AKKOORD
    assert rapport.document_soort == soort
    assert validate(dump(document), context=CONTEXT) == rapport
    assert soort in MET_CONTEXT or validate(document, context=ZONDER).akkoord


@given(documents("declaratie"))
def test_zonder_context_onvolledig(declaratie: Declaratie) -> None:
    """Without the day and the earlier numbers the same message is not approved."""
    rapport = validate(declaratie, context=ZONDER)
    assert rapport.oordeel is Oordeel.ONVOLLEDIG
    assert {b.code for b in rapport.bevindingen} == {"GZ-DECLARATIE-004", "GZ-DECLARATIE-010"}


@pytest.mark.parametrize("breuk", PROEFBREUKEN, ids=lambda b: f"{b.code}-{b.soort}-{b.naast.value}")
@given(data=st.data())
def test_een_breuk(breuk: Proefbreuk, data: st.DataObject) -> None:
    """The report has the one code at the one place, and beside it no more than was said."""
    document, pad = data.draw(breuk.documenten)
    rapport = validate(document, context=CONTEXTEN[breuk.code])
    gevonden = [
        (b.code, b.pad)
        for b in rapport.bevindingen
        if breuk.naast is Naast.NIETS or b.ernst is not Ernst.INFO
    ]
    if breuk.naast is Naast.ALLES:
        assert any(pad.startswith(plaats) for plaats in rapport.plaatsen(breuk.code))
    else:
        assert gevonden == [(breuk.code, pad)]
    assert rapport.uitkomst(breuk.code) in {Uitkomst.GESCHONDEN, Uitkomst.NIET_BEOORDEELD}
    if breuk.code.startswith("GZ-KRAAMZORG-"):
        assert rapport.oordeel is Oordeel.AFGEKEURD
    assert not rapport.akkoord or PER_CODE[breuk.code].ernst is Ernst.WAARSCHUWING


@given(documents("igo", code="GZ-IGO-001"))
def test_de_deur(paar: tuple[dict[str, object], str]) -> None:
    """A kind and a code together give that breach in documents of that kind."""
    rapport = validate(paar[0], context=CONTEXT)
    assert (rapport.document_soort, rapport.plaatsen("GZ-IGO-001")) == ("igo", (paar[1],))


@pytest.mark.parametrize(
    ("soort", "code", "bekend"),
    [
        ("bestaat-niet", None, "dossier"),
        (None, "GZ-BESTAAT-NIET", "GZ-TARIEF-001"),
        ("igo", "GZ-TARIEF-001", "GZ-IGO-001"),
    ],
)
def test_wat_niet_kan(soort: str | None, code: str | None, bekend: str) -> None:
    """What cannot be made is refused, and what can is named."""
    with pytest.raises(ValueError, match=bekend):
        documents(soort, code=code)
