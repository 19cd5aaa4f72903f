"""How the structuring pass stands beside the classes: one for each, kept small, and strict."""

import datetime as dt
import json
from datetime import date
from typing import Any

import attrs
import pytest
from tests.convert.stukken import DECLARATIEREGEL, DOSSIER

import geboortezorg
from geboortezorg import veld
from geboortezorg.convert import (
    Vormfouten,
    Vormreden,
    converter,
    destructureer,
)
from geboortezorg.convert.genereer import structureerder
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.model.declaratie import DebetCredit, Declaratieregel
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.partijen import Discipline, Zorgaanbieder
from geboortezorg.model.wachtdienst import Tijdruimte
from geboortezorg.model.zorgepisode import PerinatalePeriode, Zorgepisode
from geboortezorg.model.zwangerschap import Zwangerschap
from geboortezorg.tijd import Looptijd
from geboortezorg.vorm import klassen, velden


def test_cattrs() -> None:
    """A cattrs converter gives the same models and the same errors."""
    cattr = converter()
    episode = Zorgepisode(
        zorgepisode_id="ze-1",
        zorgaanbieder=Zorgaanbieder(discipline=Discipline.GYNAECOLOOG),
        looptijd=Looptijd(van=date(2023, 1, 1)),
        eindverantwoordelijk_in=(PerinatalePeriode.INTAKE,),
    )
    gegeven = cattr.unstructure(episode)
    assert gegeven == destructureer(episode)
    assert cattr.structure(gegeven, Zorgepisode) == episode
    assert cattr.structure([gegeven], tuple[Zorgepisode, ...]) == (episode,)
    with pytest.raises(Vormfouten):
        cattr.structure({**gegeven, "looptijd": "7"}, Zorgepisode)


def test_elke_klasse_heeft_een_tweeling() -> None:
    """The generated pass exists for every class: each can be made from a twin with equal slots."""
    for soort in DOCUMENTEN.values():
        for klasse in klassen(soort):
            assert callable(structureerder(klasse))


def test_zonder_tweeling_geen_pass() -> None:
    """A class whose instances are laid out differently is refused when its pass is made."""

    @attrs.frozen(kw_only=True, slots=False)
    class MetDict:
        naam: str = attrs.field(metadata=veld.tekst("Name.", "Naam."))

    with pytest.raises(TypeError):
        structureerder(MetDict)


def test_memo_loopt_niet_vol(monkeypatch: pytest.MonkeyPatch) -> None:
    """A memo starts anew at its bound, and still gives the same answers."""
    from geboortezorg.convert import waarden

    monkeypatch.setattr(waarden, "_MEMO_GRENS", 2)
    memo = waarden.Memo(str.upper)
    assert [memo[letter] for letter in "abcab"] == ["A", "B", "C", "A", "B"]
    assert len(memo) <= 2


def test_oudere_minor(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document of an older minor version is read, and the report says which version it was."""
    oud = {**DOSSIER, "schema_versie": "0.0"}
    assert [b.reden for b in geboortezorg.validate(oud).bevindingen] == ["schema_versie"]
    monkeypatch.setattr("geboortezorg.convert._VERSIES", frozenset({"0.0", "0.1"}))
    for invoer in (oud, json.dumps(oud)):
        rapport = geboortezorg.validate(invoer)
        assert rapport.document_versie == "0.0"
        assert rapport.bevindingen == ()
    assert geboortezorg.load(oud) == geboortezorg.load(DOSSIER)


class Tekst(str):
    """A text of another class, as numpy and some parsers give them."""

    __slots__ = ()


@pytest.mark.parametrize(
    ("anders", "pad"),
    [
        ({"soort": Tekst("dossier")}, "/soort"),
        ({"schema_versie": Tekst("0.1")}, "/schema_versie"),
        (
            {"declaratieregels": [{**DECLARATIEREGEL, "zorgaanbieder_agb": Tekst("33001234")}]},
            "/declaratieregels/0/zorgaanbieder_agb",
        ),
        (
            {"declaratieregels": [{**DECLARATIEREGEL, "debet_credit": DebetCredit.DEBET}]},
            "/declaratieregels/0/debet_credit",
        ),
        (
            {"zorgepisodes": [{"eindverantwoordelijk_in": [PerinatalePeriode.INTAKE]}]},
            "/zorgepisodes/0/eindverantwoordelijk_in/0",
        ),
    ],
)
def test_ondersoort_van_tekst(anders: dict[str, Any], pad: str) -> None:
    """A subclass of str is no JSON text, whatever was read before; the report can be written."""
    geboortezorg.load({**DOSSIER, "declaratieregels": [DECLARATIEREGEL]})
    rapport = geboortezorg.validate({**DOSSIER, **anders})
    assert pad in {bevinding.pad for bevinding in rapport.bevindingen}
    assert geboortezorg.load(geboortezorg.dump(rapport)) == rapport


@pytest.mark.parametrize(
    "anders",
    [
        {"soort": "dossjee"},
        {
            "declaratieregels": [
                DECLARATIEREGEL | {f"{veldvorm.naam}x": 1 for veldvorm in velden(Declaratieregel)}
            ]
        },
        {"declaratieregels": [{}] * 200},
    ],
)
def test_rapport_is_een_document(anders: dict[str, Any]) -> None:
    """However much a shape error has to list, the report fits its own schema."""
    rapport = geboortezorg.validate({**DOSSIER, **anders})
    assert rapport.bevindingen
    assert geboortezorg.load(geboortezorg.dump(rapport)) == rapport


@pytest.mark.parametrize("deel", [{"seconds": 1}, {"microseconds": 1}])
def test_tijdstip_in_hele_minuten(deel: dict[str, int]) -> None:
    """A model built by hand with seconds in a point in time is refused, not cut off."""
    begin = dt.datetime(2026, 3, 1, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    goed = Tijdruimte(begin=begin, einde=begin + dt.timedelta(minutes=1))
    assert destructureer(goed)["begin"] == "2026-03-01T23:30+01:00"
    with pytest.raises(Vormfouten) as gevonden:
        destructureer(attrs.evolve(goed, begin=begin + dt.timedelta(**deel)))
    assert [(f.pointer, f.reden) for f in gevonden.value.fouten] == [("/begin", Vormreden.TIJDSTIP)]


def test_vreemde_gelijkheid() -> None:
    """A value in a model built by hand is never asked whether it equals anything."""

    class Boos:
        def __eq__(self, ander: object) -> bool:
            raise RuntimeError

        __hash__ = object.__hash__

    boos: Any = Boos()
    with pytest.raises(Vormfouten):
        destructureer(Dossier(referentie="p", zwangerschap=Zwangerschap(), kinderen=boos))
