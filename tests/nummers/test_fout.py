"""The error of the identifier modules."""

from typing import Any

import pytest

from geboortezorg.nummers import NummerFout, Nummersoort, Reden
from geboortezorg.nummers.fout import TEKSTEN
from geboortezorg.taal import VARIABELE


def test_tekst_per_soort_en_reden() -> None:
    """Every pair has its own text, in both languages; the error holds no argument."""
    paren = [(soort, reden) for soort, redenen in TEKSTEN.items() for reden in redenen]
    fouten = [NummerFout(soort, reden) for soort, reden in paren]
    assert {fout.args for fout in fouten} == {()}
    for fout, (soort, reden) in zip(fouten, paren, strict=True):
        wat = TEKSTEN[soort][reden]
        assert f": {wat.nl}; controleer het nummer" in fout.tekst.nl
        assert f": {wat.en}; check the number" in fout.tekst.en
    assert len({fout.tekst.nl for fout in fouten}) == len(paren)
    assert len({fout.tekst.en for fout in fouten}) == len(paren)
    assert all(isinstance(fout, ValueError) for fout in fouten)


def test_soort_en_reden_zijn_tekst(monkeypatch: pytest.MonkeyPatch) -> None:
    """Kind and reason compare equal to the plain words; the text is in the language asked for."""
    monkeypatch.delenv(VARIABELE, raising=False)
    fout = NummerFout(Nummersoort.BSN, Reden.CONTROLE)
    assert fout.nummersoort == "bsn"
    assert fout.reden == "controle"
    assert str(fout) == "BSN: voldoet niet aan de elfproef; controleer het nummer"
    monkeypatch.setenv(VARIABELE, "en")
    assert str(fout) == "BSN: does not pass the elfproef; check the number"


@pytest.mark.parametrize(
    ("soort", "reden"),
    [
        ("999999999", Reden.TYPE),
        (Nummersoort.BSN, "999999999"),
        ("bsn", "type"),
        (Nummersoort.UZOVI, Reden.CONTROLE),
        ([], {}),
    ],
)
def test_alleen_bekende_paren(soort: Any, reden: Any) -> None:
    """Nothing but a known pair can be put in the error, and the refusal repeats nothing."""
    with pytest.raises(TypeError) as gevangen:
        NummerFout(soort, reden)
    assert "999999999" not in repr(gevangen.value)
    assert gevangen.value.__context__ is None
