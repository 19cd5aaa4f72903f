"""Writing in one walk gives the bytes of the careful way, and leaves it every doubt."""

import datetime as dt
import json
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.convert.stukken import DOSSIER

from geboortezorg import Context, dump, load, validate
from geboortezorg.bron import Verificatie
from geboortezorg.convert import Vormfouten, Vormreden, destructureer_document, schrijven
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.wachtdienst import Tijdruimte, Wachtdienstrooster
from geboortezorg.model.zwangerschap import Kind, Zwangerschap
from geboortezorg.rapport import Oordeel, Rapport, RegelUitkomst, Uitkomst
from geboortezorg.testing import documents, proefcontext
from geboortezorg.testing.documenten import GELDIG, PROEFBREUKEN
from geboortezorg.vorm import velden

CONTEXT = proefcontext()
UITKOMST = RegelUitkomst(
    code="GZ-A-001", versie=1, uitkomst=Uitkomst.VOLDAAN, verificatie=Verificatie.OFFICIEEL
)

MOMENT: Any = dt.datetime(2023, 1, 1, 3, 4, 5, tzinfo=dt.UTC)
VRIJ_ZWANGERSCHAP: Any = Zwangerschap
VRIJ_KIND: Any = Kind
"""Models that take a value of another type than declared."""


def zorgvuldig(model: Any) -> bytes:
    """Return what the careful way writes."""
    inhoud = destructureer_document(model)
    return json.dumps(inhoud, ensure_ascii=False, separators=(",", ":")).encode()


@pytest.mark.parametrize("soort", GELDIG)
@given(data=st.data())
def test_dezelfde_bytes(soort: str, data: st.DataObject) -> None:
    """Every kind of document, and every report on one, is written the same in both ways."""
    document = data.draw(documents(soort))
    assert dump(document) == zorgvuldig(document)
    rapport = validate(document, context=Context())
    assert dump(rapport) == zorgvuldig(rapport)


@given(breuk=st.sampled_from(PROEFBREUKEN), data=st.data())
def test_dezelfde_bytes_met_bevindingen(breuk: Any, data: st.DataObject) -> None:
    """A report with findings too."""
    document, _ = data.draw(breuk.documenten)
    rapport = validate(document, context=CONTEXT)
    assert dump(rapport) == zorgvuldig(rapport)


@pytest.mark.parametrize("klasse", DOCUMENTEN.values())
def test_nooit_leeg(klasse: type[Any]) -> None:
    """Each kind has a member that is always written, after which the head needs its comma."""
    assert any(v.verplicht or v.standaard in (False, 0) for v in velden(klasse))


@pytest.mark.parametrize(
    "anders",
    [
        {"referentie": 3},
        {"kinderen": []},
        {"kinderen": (3,)},
        {"zwangerschap": None},
        {"zwangerschap": VRIJ_ZWANGERSCHAP(datum_einde=MOMENT)},
        {"zwangerschap": VRIJ_ZWANGERSCHAP(datum_einde="2023-01-01")},
        {"zwangerschap": VRIJ_ZWANGERSCHAP(graviditeit=True)},
        {"zwangerschap": VRIJ_ZWANGERSCHAP(wijze_einde="partus")},
        {"kinderen": (VRIJ_KIND(rangnummer=1, geboren=1),)},
        {"kinderen": 3},
    ],
)
def test_ander_type(anders: dict[str, Any]) -> None:
    """A value of another type than declared is reported, and never written."""
    goed: dict[str, Any] = {"referentie": "p", "zwangerschap": Zwangerschap()}
    with pytest.raises(Vormfouten) as gevonden:
        dump(Dossier(**{**goed, **anders}))
    assert {f.pointer.split("/")[1] for f in gevonden.value.fouten} == set(anders)
    assert gevonden.value.__context__ is None


@pytest.mark.parametrize(
    ("begin", "reden"),
    [
        (MOMENT, Vormreden.TIJDSTIP),
        (MOMENT.replace(second=0, tzinfo=None), Vormreden.TIJDSTIP),
        (
            MOMENT.replace(second=0, tzinfo=dt.timezone(dt.timedelta(seconds=30))),
            Vormreden.TIJDSTIP,
        ),
        (MOMENT.date(), Vormreden.TYPE),
    ],
)
def test_geen_heel_tijdstip(begin: Any, reden: Vormreden) -> None:
    """A day, a time without a zone, or seconds that the notation has no place for, are reported."""
    arbeid = (Tijdruimte(begin=begin, einde=MOMENT.replace(second=0)),)
    with pytest.raises(Vormfouten) as gevonden:
        dump(Wachtdienstrooster(referentie="r", wachtdiensten=(), arbeid=arbeid))
    assert [(f.pointer, f.reden) for f in gevonden.value.fouten] == [("/arbeid/0/begin", reden)]


def test_wat_er_verwacht_was() -> None:
    """The error says in both languages which type belongs there, in the words of Python too."""
    fout_getal: Any = 59.33
    fout_keuze: Any = "D"
    fout_object: Any = {"van": "2023-01-01"}
    fout_lijst: Any = []
    anders = {
        "tarief_eurocent": fout_getal,
        "debet_credit": fout_keuze,
        "periode": fout_object,
        "prestatie": 7,
        "startdatum_zorg": MOMENT,
    }
    goed = load(DOSSIER, Dossier)
    declaratieregels = (attrs.evolve(goed.declaratieregels[0], **anders),)
    with pytest.raises(Vormfouten) as gevonden:
        dump(attrs.evolve(goed, kinderen=fout_lijst, declaratieregels=declaratieregels))
    assert {
        (f.pointer.split("/")[-1], f.verwacht.nl, f.verwacht.en) for f in gevonden.value.fouten
    } == {
        ("kinderen", "lijst (tuple)", "list (tuple)"),
        ("tarief_eurocent", "geheel getal (int)", "whole number (int)"),
        ("debet_credit", "waarde van DebetCredit", "value of DebetCredit"),
        ("periode", "object van Periode", "object of Periode"),
        ("prestatie", "tekst (str)", "text (str)"),
        ("startdatum_zorg", "datum zonder tijd (date)", "date without a time (date)"),
    }


def test_eenmalig_tot_een_grens() -> None:
    """What is written once is known again, until there is too much of it."""
    geschreven: list[object] = []

    def schrijf(waarde: object) -> str:
        geschreven.append(waarde)
        return str(waarde)

    eenmalig = schrijven._eenmalig(schrijf, 2)
    a, b, c = (1,), (2,), (3,)
    assert [eenmalig(waarde) for waarde in (a, a, b, a, c, c, a)] == [
        *map(str, (a, a, b, a, c, c, a))
    ]
    assert geschreven == [a, b, c, a]


def test_gedeelde_uitkomsten() -> None:
    """Outcomes that reports have in common are never mistaken for others."""
    for versie in (1, 2, 1, 3, 2):
        uitkomsten = (attrs.evolve(UITKOMST, versie=versie), UITKOMST, UITKOMST)
        rapport = Rapport(oordeel=Oordeel.AKKOORD, bibliotheek_versie="1", regels=uitkomsten)
        assert dump(rapport) == zorgvuldig(rapport)


def test_een_rapport_voor_veel_documenten_wordt_eens_geschreven() -> None:
    """What is remembered of it is its own, also when an earlier one is gone."""
    zonder = Rapport(oordeel=Oordeel.AKKOORD, bibliotheek_versie="1", regels=(UITKOMST,))
    for nummer in range(2 * schrijven._MAX_LIJSTEN):
        anders = attrs.evolve(zonder, bibliotheek_versie=str(nummer))
        assert dump(anders) == zorgvuldig(anders) == dump(anders)
    assert dump(attrs.evolve(zonder)) == dump(zonder) == dump(zonder)
    geen_lijst: Any = []
    with pytest.raises(Vormfouten):
        dump(attrs.evolve(zonder, bevindingen=geen_lijst))


def test_een_bevinding_op_een_plaats_wordt_eens_geschreven() -> None:
    """What is remembered of it is its own, also when an earlier one is gone; of more it is not."""
    (een,) = validate({"soort": "dossier", "schema_versie": "0.1"}, context=CONTEXT).bevindingen[:1]
    vaste = Rapport(oordeel=Oordeel.AFGEKEURD, bibliotheek_versie="1")
    for nummer in range(schrijven._MAX_BEVINDINGEN + 2):
        ander = attrs.evolve(een, pad=f"/a/{nummer}", ook_op=("/b",) * (nummer % 2))
        rapport = attrs.evolve(vaste, bevindingen=(ander, een))
        assert dump(rapport) == zorgvuldig(rapport) == dump(attrs.evolve(rapport))
    geen_bevinding: Any = object()
    with pytest.raises(Vormfouten):
        dump(attrs.evolve(vaste, bevindingen=(geen_bevinding,)))
