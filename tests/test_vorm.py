"""Every model class can be read as a shape, and a mistake in one is noticed."""

import datetime as dt
from fractions import Fraction
from typing import Any

import attrs
import pytest

from geboortezorg import veld
from geboortezorg.documenten import DOCUMENTEN, SOORTEN
from geboortezorg.vorm import Soort, klassen, velden

ALLE = sorted(
    {k for soort in DOCUMENTEN.values() for k in klassen(soort)}, key=lambda k: k.__name__
)


@pytest.mark.parametrize("klasse", ALLE, ids=lambda klasse: str(klasse.__name__))
def test_elke_modelklasse(klasse: type[Any]) -> None:
    """A model class is final, frozen, slotted, described, and hides what is personal."""
    assert klasse.__final__ is True
    assert klasse.__doc__
    assert "__slots__" in vars(klasse)
    assert "__weakref__" not in klasse.__slots__
    per_naam = {attribuut.name: attribuut for attribuut in attrs.fields(klasse)}
    for veldvorm in velden(klasse):
        attribuut = per_naam[veldvorm.naam]
        assert attribuut.kw_only
        assert veldvorm.veld.omschrijving.endswith((".", ")."))
        assert veldvorm.veld.omschrijving_nl.endswith((".", ")."))
        if veldvorm.veld.persoonsgegeven:
            assert attribuut.repr is False
            assert veldvorm.naam not in repr(attribuut.default)
        if not veldvorm.verplicht:
            assert veldvorm.standaard in (None, (), False, True, 0)


def test_bevroren() -> None:
    """No attribute of a model can be set after it was made."""
    for klasse in ALLE:
        leeg = object.__new__(klasse)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(leeg, attrs.fields(klasse)[0].name, None)


def test_elke_soort_heeft_een_eigen_klasse() -> None:
    """The two tables of documents are each other's reverse."""
    assert {SOORTEN[klasse]: klasse for klasse in SOORTEN} == dict(DOCUMENTEN)


def test_onbekende_vorm_wordt_geweigerd() -> None:
    """An annotation that JSON has no shape for is a mistake in the model."""

    @attrs.frozen(kw_only=True)
    class Fout:
        deel: Fraction = attrs.field(metadata=veld.gegeven("Part.", "Deel."))

    with pytest.raises(TypeError, match="geen bekende vorm: Fraction"):
        velden(Fout)


def test_veld_zonder_beschrijving_wordt_geweigerd() -> None:
    """A field without metadata is a mistake in the model."""

    @attrs.frozen(kw_only=True)
    class Fout:
        deel: int

    with pytest.raises(KeyError):
        velden(Fout)


def test_alle_soorten_waarden() -> None:
    """Each annotation leads to its shape, optional or not, in a list or not."""

    @attrs.frozen(kw_only=True)
    class Alles:
        tekst: str = attrs.field(metadata=veld.tekst("A.", "A."))
        tijdstip: dt.datetime | None = attrs.field(default=None, metadata=veld.gegeven("B.", "B."))
        lijst: tuple[str, ...] = attrs.field(default=(), metadata=veld.lijst("C.", "C."))

    tekst, tijdstip, lijst = velden(Alles)
    assert (tekst.vorm.soort, tekst.verplicht) == (Soort.TEKST, True)
    assert (tijdstip.vorm.soort, tijdstip.verplicht) == (Soort.TIJDSTIP, False)
    assert lijst.vorm.item is not None
    assert lijst.vorm.item.soort is Soort.TEKST
    assert velden(Alles) is velden(Alles)
