"""A text in two languages, and errors that say theirs in the language of the environment."""

import copy

import pytest

from geboortezorg.build import Bouwfout, Bouwreden
from geboortezorg.ei import GeenRetour
from geboortezorg.lijnen import Gebrek, KoppelingFout
from geboortezorg.taal import VARIABELE
from geboortezorg.tabellen import TabelFout, read_file
from geboortezorg.tekst import Tekst, TekstFout

TEKST = Tekst("zo niet", "not so")


@pytest.mark.parametrize(
    "fout",
    [
        TekstFout(TEKST),
        GeenRetour(TEKST),
        KoppelingFout([Gebrek(pad=("groep",), tekst=TEKST)], onleesbaar=True),
        Bouwfout(Bouwreden.VORM, verwacht="zo niet", verwacht_en="not so"),
    ],
)
def test_in_de_taal_van_de_omgeving(fout: TekstFout, monkeypatch: pytest.MonkeyPatch) -> None:
    """Dutch, unless the environment asks for English; what it asks for besides is not known."""
    for gevraagd, staat_er in (("nl", "zo niet"), ("en", "not so"), ("de", "zo niet")):
        monkeypatch.setenv(VARIABELE, gevraagd)
        assert staat_er in str(fout)
        assert str(copy.copy(fout)) == str(fout)
    monkeypatch.delenv(VARIABELE, raising=False)
    assert "zo niet" in str(fout)


def test_een_tabel(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refused table, and each message about it."""
    with pytest.raises(TabelFout) as gevangen:
        read_file("weg.toml")
    fout = gevangen.value
    monkeypatch.setenv(VARIABELE, "en")
    assert str(fout) == fout.tekst.en
    assert str(fout.meldingen[0]) == fout.meldingen[0].tekst.en
    monkeypatch.setenv(VARIABELE, "nl")
    assert str(fout) == fout.tekst.nl
    assert str(fout.meldingen[0]) == fout.meldingen[0].tekst.nl
