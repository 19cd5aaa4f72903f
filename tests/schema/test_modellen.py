"""Every model class that a document reaches keeps the rules for model classes."""

import datetime as dt
import types
import typing
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import attrs
import pytest
from tests.strategie_vorm import voorbeeld

from geboortezorg import schema
from geboortezorg.convert import structureer
from geboortezorg.documenten import DOCUMENTEN, SOORTEN
from geboortezorg.vorm import klassen, velden

KLASSEN = list(dict.fromkeys(k for klasse in DOCUMENTEN.values() for k in klassen(klasse)))
VELDEN = [(klasse, veldvorm) for klasse in KLASSEN for veldvorm in velden(klasse)]
GEWOON = {str, int, bool, dt.date, dt.datetime}


def _namen(waarde: Any) -> str:
    return waarde.__name__ if isinstance(waarde, type) else waarde.naam


@pytest.mark.parametrize("klasse", KLASSEN, ids=_namen)
def test_klasse_is_final_frozen_slots_en_beschreven(klasse: type[Any]) -> None:
    """A model class cannot be changed or extended, takes keywords only, and says what it is."""
    model = structureer(klasse, voorbeeld(klasse))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(model, velden(klasse)[0].naam, None)
    assert not hasattr(model, "__dict__")
    assert all(attribuut.kw_only for attribuut in attrs.fields(klasse))
    assert klasse.__final__ is True
    assert klasse.__doc__
    assert klasse.__doc__.splitlines()[0].endswith((".", ":"))


@pytest.mark.parametrize("klasse", KLASSEN, ids=_namen)
def test_elke_annotatie_heeft_een_bekende_vorm(klasse: type[Any]) -> None:
    """A field holds one plain type, a list of one, or either of them or nothing."""
    hints = typing.get_type_hints(klasse)
    for attribuut in attrs.fields(klasse):
        annotatie = hints[attribuut.name]
        optioneel = isinstance(annotatie, types.UnionType)
        if optioneel:
            annotatie, niets = typing.get_args(annotatie)
            assert niets is types.NoneType, attribuut.name
        assert optioneel is (attribuut.default is None), attribuut.name
        if typing.get_origin(annotatie) is tuple:
            annotatie, en_zo_verder = typing.get_args(annotatie)
            assert en_zo_verder is Ellipsis, attribuut.name
            assert attribuut.default in {attrs.NOTHING, ()}, attribuut.name
        assert annotatie in GEWOON or issubclass(annotatie, StrEnum) or attrs.has(annotatie)
        assert attribuut.alias == attribuut.name
        assert attribuut.init


@pytest.mark.parametrize(
    ("klasse", "veldvorm"), VELDEN, ids=[f"{k.__name__}.{v.naam}" for k, v in VELDEN]
)
def test_persoonsgegeven_staat_niet_in_repr(klasse: type[Any], veldvorm: Any) -> None:
    """A field with personal data is out of `repr`; every other field is in it, or none at all."""
    attribuut = attrs.fields_dict(klasse)[veldvorm.naam]
    if "__repr__" in vars(klasse):
        assert attribuut.repr is not veldvorm.veld.persoonsgegeven


OPENBAAR = {
    "Looptijd",
    "Overeenkomst",
    "Periode",
    "Prijsafspraak",
    "Screeningscontract",
    "Termijn",
    "Zorgaanbieder",
}
"""Classes within a dossier that say nothing of a person: who gives care, days, and agreements."""

GESLOTEN = [
    klasse
    for soort in ("dossier", "zorgepisode", "declaratie")
    for klasse in klassen(DOCUMENTEN[soort])
    if klasse.__name__ not in OPENBAAR
]


@pytest.mark.parametrize("klasse", dict.fromkeys(GESLOTEN), ids=_namen)
def test_zorg_aan_een_persoon_staat_niet_in_repr(klasse: type[Any]) -> None:
    """What describes a person, her health or her care shows no value at all, new fields included.

    Agreements may stand in a dossier: those are shown.
    """
    getoond = repr(structureer(klasse, voorbeeld(klasse)))
    for veldvorm in velden(klasse):
        if veldvorm.naam not in {"overeenkomsten", "screeningscontracten"}:
            assert f"{veldvorm.naam}=" not in getoond


@pytest.mark.parametrize("soort", DOCUMENTEN)
def test_persoonsgegeven_staat_in_het_schema(soort: str) -> None:
    """The schema marks exactly the members that the model marks."""
    inhoud = schema.get(soort, toegelicht=True)
    for klasse, vorm in _vormen(soort, inhoud):
        gemerkt = {naam for naam, lid in vorm["properties"].items() if "x-persoonsgegeven" in lid}
        assert gemerkt == {v.naam for v in velden(klasse) if v.veld.persoonsgegeven}
        eenheden = {
            n: lid["x-eenheid"] for n, lid in vorm["properties"].items() if "x-eenheid" in lid
        }
        assert eenheden == {v.naam: v.veld.eenheid for v in velden(klasse) if v.veld.eenheid}


@pytest.mark.parametrize("soort", DOCUMENTEN)
def test_leden_zijn_de_velden(soort: str) -> None:
    """The members of every object are the fields of its class, in their order."""
    for klasse, vorm in _vormen(soort, schema.get(soort)):
        eigen = [naam for naam in vorm["properties"] if naam not in {"soort", "schema_versie"}]
        verplicht = {naam for naam in vorm["required"] if naam not in {"soort", "schema_versie"}}
        assert eigen == [v.naam for v in velden(klasse)]
        assert verplicht == {v.naam for v in velden(klasse) if v.verplicht}


def test_soorten_is_het_omgekeerde_van_documenten() -> None:
    """No class is two kinds of document."""
    assert len(SOORTEN) == len(DOCUMENTEN)
    assert {soort: klasse for klasse, soort in SOORTEN.items()} == dict(DOCUMENTEN)


def _vormen(soort: str, inhoud: dict[str, Any]) -> Iterator[tuple[type[Any], dict[str, Any]]]:
    wortel, *onder = klassen(DOCUMENTEN[soort])
    yield wortel, inhoud
    for klasse in onder:
        yield klasse, inhoud["$defs"][klasse.__name__]
