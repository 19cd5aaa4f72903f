"""A text in two languages, and errors that say theirs in the language of the environment."""

import copy
import pickle

import pytest

from geboortezorg import OngeldigDocument, validate
from geboortezorg.batch import Kolomfout, Procesfout
from geboortezorg.build import Bouwfout, Bouwreden
from geboortezorg.convert import Invoerfout, Invoerreden, Vormfout, Vormfouten, Vormreden
from geboortezorg.ei import GeenRetour
from geboortezorg.lijnen import Gebrek, KoppelingFout
from geboortezorg.regels.context import ContextFout, Tegenspraak
from geboortezorg.schema import OnbekendSchema
from geboortezorg.taal import VARIABELE
from geboortezorg.tabellen import TabelFout, read_file
from geboortezorg.tabellen.cijfers import NietVergelijkbaar, OnbekendOnderwerp, Vergelijkreden
from geboortezorg.tekst import SleutelFout, Tekst, TekstFout, Tweetalig
from geboortezorg.tijd import DatumFout

TEKST = Tekst("zo niet", "not so")
PLEK = Tegenspraak(pad="/x", code="GZ-X", reden="r")


@pytest.mark.parametrize(
    "fout",
    [
        TekstFout(TEKST),
        GeenRetour(TEKST),
        KoppelingFout([Gebrek(pad=("groep",), tekst=TEKST)], onleesbaar=True),
        Bouwfout(Bouwreden.VORM, verwacht="zo niet", verwacht_en="not so"),
        OnbekendSchema(TEKST),
        OnbekendOnderwerp(TEKST),
        DatumFout(TEKST),
        Tweetalig(Tekst("zo {wat}", "{wat} so"), wat=Tekst("niet", "not")),
    ],
)
def test_in_de_taal_van_de_omgeving(fout: Tweetalig, monkeypatch: pytest.MonkeyPatch) -> None:
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


@pytest.mark.parametrize(
    ("fout", "nl", "en"),
    [
        (Procesfout(), "een proces is", "a process ended"),
        (Kolomfout(), "deze kolom is er niet", "this column is not there"),
        (Invoerfout(Invoerreden.BOM, 1, 2), "regel 1, kolom 2: De invoer b", "line 1, column 2: T"),
        (Invoerfout(Invoerreden.TE_GROOT), "De invoer is te groot", "The input is too large"),
        (
            Vormfouten([Vormfout((), Vormreden.TYPE, TEKST)]),
            f"1 vormfout(en): hele document (verwacht: {TEKST.nl})",
            f"1 error(s) of shape: whole document (expected: {TEKST.en})",
        ),
        (
            Vormfouten([Vormfout(("x", 0), Vormreden.TYPE, TEKST)] * 6),
            "6 vormfout(en): /x/0 (verwacht: ",
            "6 error(s) of shape: /x/0 (expected: ",
        ),
        (NietVergelijkbaar(Vergelijkreden.DEFINITIE, ("a", "b")), "verschillen in: a, b", "differ"),
        (NietVergelijkbaar(Vergelijkreden.PERIODE), "geen periode", "no period"),
        (SleutelFout(Tekst("niets hier", "nothing here")), "niets hier", "nothing here"),
        (
            OngeldigDocument(validate(b"{")),
            "laden: GZ-INVOER-001 tekstregel 1, k",
            "GZ-INVOER-001 line 1",
        ),
        (ContextFout([PLEK] * 22), "zichzelf tegen", "contradicts itself"),
        (ContextFout([PLEK] * 22), "/x: GZ-X r\nen nog 2 plekken", "/x: GZ-X r\nand 2 more places"),
    ],
)
def test_elke_fout_zegt_het_in_beide_talen(
    fout: Tweetalig, nl: str, en: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each has its text in both, shows the one that is asked for, and survives a pickle."""
    for taal, staat_er, niet in (("nl", nl, en), ("en", en, nl)):
        monkeypatch.setenv(VARIABELE, taal)
        assert staat_er in str(fout)
        assert niet not in str(fout)
        assert repr(fout) == f"{type(fout).__name__}({str(fout)!r})"
        ander = pickle.loads(pickle.dumps(fout))  # noqa: S301
        assert (type(ander), str(ander)) == (type(fout), str(fout))
        assert ander.tekst == fout.tekst


def test_waar_het_niet_om_een_waarde_gaat() -> None:
    """They are caught as what they were caught as."""
    assert issubclass(Procesfout, RuntimeError)
    assert not issubclass(Procesfout, ValueError)
    assert issubclass(OnbekendSchema, LookupError)
    assert issubclass(SleutelFout, KeyError)
    assert issubclass(OnbekendOnderwerp, LookupError)
    for klasse in (Kolomfout, Invoerfout, Vormfouten, OngeldigDocument, ContextFout, DatumFout):
        assert issubclass(klasse, ValueError)
