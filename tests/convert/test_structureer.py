"""The structuring pass: strict, complete in its errors, and silent about what it read."""

import copy
import json
import math
import pickle
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.convert.stukken import DECLARATIEREGEL, DOSSIER
from tests.strategie_vorm import documenten

from geboortezorg.convert import (
    Invoerfout,
    Vormfouten,
    Vormreden,
    destructureer,
    destructureer_document,
    lees_document,
    structureer,
    structureer_document,
)
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.model.declaratie import DebetCredit, Declaratieregel
from geboortezorg.model.dossier import Dossier
from geboortezorg.model.zwangerschap import Kind, Zwangerschap
from geboortezorg.tijd import Periode

KANARIE = "kanarie-9f3a"
FOUT: Any = "2023-05-01"  # a text, where a model declares another type
EEN: Any = 1  # a number, where a model declares a boolean


def fouten(klasse: type[Any], gegeven: Any) -> list[tuple[str, Vormreden]]:
    """Return the pointers and reasons of the errors in a value."""
    with pytest.raises(Vormfouten) as gevonden:
        structureer(klasse, gegeven)
    assert gevonden.value.__context__ is None
    return [(fout.pointer, fout.reden) for fout in gevonden.value.fouten]


def met(**anders: Any) -> dict[str, Any]:
    """Return the line with some members changed; None takes one out."""
    return {
        naam: waarde for naam, waarde in {**DECLARATIEREGEL, **anders}.items() if waarde is not None
    }


def test_bouwt_het_model() -> None:
    """A right line becomes the frozen model, equal to one built by hand."""
    declaratieregel = structureer(Declaratieregel, DECLARATIEREGEL)
    assert declaratieregel == Declaratieregel(
        referentienummer="r-1",
        zorgaanbieder_agb="33001234",
        uzovi_code="3332",
        prestatie="kraamzorg-uur",
        periode=Periode(van=date(2023, 5, 2), tot_en_met=date(2023, 5, 2)),
        aantal=3,
        tarief_eurocent=5933,
        bedrag_eurocent=17799,
        declaratiebedrag_eurocent=17799,
        debet_credit=DebetCredit.DEBET,
    )
    assert type(declaratieregel) is Declaratieregel
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(declaratieregel, "aantal", 4)  # noqa: B010 - a plain assignment does not type-check


@pytest.mark.parametrize(
    ("anders", "pad", "reden"),
    [
        ({"aantal": None}, "/aantal", Vormreden.ONTBREEKT),
        ({"aantal": "3"}, "/aantal", Vormreden.TYPE),
        ({"aantal": True}, "/aantal", Vormreden.TYPE),
        ({"aantal": 3.5}, "/aantal", Vormreden.TYPE),
        ({"aantal": math.nan}, "/aantal", Vormreden.TYPE),
        ({"aantal": math.inf}, "/aantal", Vormreden.GRENS),
        ({"aantal": 1e300}, "/aantal", Vormreden.GRENS),
        ({"aantal": 0}, "/aantal", Vormreden.GRENS),
        ({"aantal": 10_000}, "/aantal", Vormreden.GRENS),
        ({"aantal": [3]}, "/aantal", Vormreden.TYPE),
        ({"uzovi_code": "333"}, "/uzovi_code", Vormreden.LENGTE),
        ({"uzovi_code": "33325"}, "/uzovi_code", Vormreden.LENGTE),
        ({"uzovi_code": "333x"}, "/uzovi_code", Vormreden.PATROON),
        ({"uzovi_code": "333\n"}, "/uzovi_code", Vormreden.PATROON),
        ({"uzovi_code": "３３３２"}, "/uzovi_code", Vormreden.PATROON),
        ({"uzovi_code": 3332}, "/uzovi_code", Vormreden.TYPE),
        ({"uzovi_code": ["3332"]}, "/uzovi_code", Vormreden.TYPE),
        ({"prestatie": "kraamzorg uur"}, "/prestatie", Vormreden.TEKENS),
        ({"prestatie": "uur\n"}, "/prestatie", Vormreden.TEKENS),
        ({"prestatie": ""}, "/prestatie", Vormreden.LENGTE),
        ({"prestatie": "x" * 61}, "/prestatie", Vormreden.LENGTE),
        ({"referentienummer": "a\nb"}, "/referentienummer", Vormreden.TEKENS),
        ({"referentienummer": "a\x7f"}, "/referentienummer", Vormreden.TEKENS),
        ({"referentienummer": "a\ud800"}, "/referentienummer", Vormreden.TEKENS),
        ({"referentienummer": 7}, "/referentienummer", Vormreden.TYPE),
        ({"debet_credit": "X"}, "/debet_credit", Vormreden.KEUZE),
        ({"debet_credit": 1}, "/debet_credit", Vormreden.TYPE),
        ({"debet_credit": {}}, "/debet_credit", Vormreden.TYPE),
        ({"periode": "2023"}, "/periode", Vormreden.TYPE),
        ({"periode": {"van": "2023-05-02"}}, "/periode/tot_en_met", Vormreden.ONTBREEKT),
        ({"startdatum_zorg": "2023-02-29"}, "/startdatum_zorg", Vormreden.DATUM),
        ({"startdatum_zorg": "2023-05-02T00:00"}, "/startdatum_zorg", Vormreden.DATUM),
        ({"startdatum_zorg": 20230502}, "/startdatum_zorg", Vormreden.TYPE),
        ({"grondslag_referentienummers": "r"}, "/grondslag_referentienummers", Vormreden.TYPE),
        ({"grondslag_referentienummers": ("r",)}, "/grondslag_referentienummers", Vormreden.TYPE),
        (
            {"grondslag_referentienummers": ["r", 7]},
            "/grondslag_referentienummers/1",
            Vormreden.TYPE,
        ),
        (
            {"grondslag_referentienummers": ["r"] * 1001},
            "/grondslag_referentienummers",
            Vormreden.AANTAL,
        ),
        ({KANARIE: 1}, "/*", Vormreden.ONBEKEND_VELD),
    ],
)
def test_een_fout(anders: dict[str, Any], pad: str, reden: Vormreden) -> None:
    """One thing wrong gives one error, at its place and for its reason."""
    assert fouten(Declaratieregel, met(**anders)) == [(pad, reden)]


def test_leeg_is_niet_weggelaten() -> None:
    """An optional member is left out, never null."""
    assert fouten(Declaratieregel, {**DECLARATIEREGEL, "eenheid": None}) == [
        ("/eenheid", Vormreden.TYPE)
    ]


@pytest.mark.parametrize(
    "naam", [*DECLARATIEREGEL, "startdatum_zorg", "eenheid", "grondslag_referentienummers"]
)
@pytest.mark.parametrize("waarde", ["", " ", None, "9", 9, [9], {"9": 9}, 1.5, True])
def test_wat_leeg_is_kan_weg(naam: str, waarde: Any) -> None:
    """Of nothing, and of an empty text, it is said to leave it out; of what is wrong it is not."""
    with pytest.raises(Vormfouten) as gevangen:
        structureer(Declaratieregel, {**DECLARATIEREGEL, naam: waarde, "nergens": 1})
    leeg = waarde is None or (isinstance(waarde, str) and not waarde.strip())
    for fout in gevangen.value.fouten:
        if fout.pointer == f"/{naam}":
            weg = "laat een leeg veld weg" in fout.verwacht.nl
            assert weg is ("leave an empty member out" in fout.verwacht.en)
            assert weg is leeg


@pytest.mark.parametrize("tekst", ["3", "3.0", "0.3e1", "30e-1"])
def test_geheel_getal_is_wiskundig(tekst: str) -> None:
    """As in JSON Schema, ``3.0`` is the integer three, and becomes one."""
    declaratieregel = structureer(Declaratieregel, met(aantal=json.loads(tekst)))
    assert declaratieregel.aantal == 3
    assert type(declaratieregel.aantal) is int


def test_alle_fouten_in_een_keer() -> None:
    """Errors at every level come together, each with its own place."""
    kapot = {
        "zwangerschap": {"graviditeit": 0, "onbekend": 1},
        "kinderen": [{"rangnummer": 1, "geboren": True}, {"rangnummer": 10, "geboren": "ja"}, 7],
        "declaratieregels": [DECLARATIEREGEL, met(aantal=0, uzovi_code="x")],
    }
    assert fouten(Dossier, kapot) == [
        ("/referentie", Vormreden.ONTBREEKT),
        ("/zwangerschap/graviditeit", Vormreden.GRENS),
        ("/zwangerschap/*", Vormreden.ONBEKEND_VELD),
        ("/kinderen/1/rangnummer", Vormreden.GRENS),
        ("/kinderen/1/geboren", Vormreden.TYPE),
        ("/kinderen/2", Vormreden.TYPE),
        ("/declaratieregels/1/uzovi_code", Vormreden.LENGTE),
        ("/declaratieregels/1/aantal", Vormreden.GRENS),
    ]


def test_bedoeld_veld_wordt_genoemd() -> None:
    """A slip in a member's name gets the known name suggested, and is not itself repeated."""
    with pytest.raises(Vormfouten) as gevonden:
        structureer(Declaratieregel, met(aantal=None, aantl=3, **{KANARIE: 1, "x" * 99: 1}))
    verwacht = gevonden.value.fouten[-1].verwacht.nl
    assert verwacht == "alleen bekende velden (3 onbekend); misschien bedoeld: aantal"


@pytest.mark.parametrize(
    ("sleutel", "bedoeld"),
    [
        ("tarief", "tarief_eurocent"),
        ("uzovi", "uzovi_code"),
        ("TARIEF_EUROCENT", "tarief_eurocent"),
        ("prestatie_van_de_zorg", "prestatie"),
        ("agb", ""),
        ("datum", ""),
        ("ta", ""),
    ],
)
def test_deel_van_een_naam_is_bedoeld(sleutel: str, bedoeld: str) -> None:
    """A part of one name that is missing gets it suggested; of several, or of two letters, none."""
    zonder = {naam: waarde for naam, waarde in DECLARATIEREGEL.items() if naam != bedoeld}
    with pytest.raises(Vormfouten) as gevonden:
        structureer(Declaratieregel, {**zonder, sleutel: 1})
    verwacht = gevonden.value.fouten[-1].verwacht
    assert verwacht.nl.partition("; misschien bedoeld: ")[2] == bedoeld
    assert verwacht.en.partition("; perhaps meant: ")[2] == bedoeld


def test_naam_die_er_al_is_is_niet_bedoeld() -> None:
    """A key is no part of a member that the object has already."""
    with pytest.raises(Vormfouten) as gevonden:
        structureer(Declaratieregel, {**DECLARATIEREGEL, "tarief": 1})
    assert gevonden.value.fouten[-1].verwacht.nl == "alleen bekende velden (1 onbekend)"


def test_sleutel_die_geen_tekst_is() -> None:
    """A dictionary with a key that JSON cannot have is refused like any unknown member."""
    assert fouten(Declaratieregel, {**DECLARATIEREGEL, 7: 1}) == [("/*", Vormreden.ONBEKEND_VELD)]


@pytest.mark.parametrize(
    ("kop", "verwacht"),
    [
        ({"soort": None}, [("/soort", Vormreden.ONTBREEKT)]),
        ({"soort": "dosier"}, [("/soort", Vormreden.SOORT)]),
        ({"soort": ["dossier"]}, [("/soort", Vormreden.SOORT)]),
        ({"schema_versie": None}, [("/schema_versie", Vormreden.ONTBREEKT)]),
        ({"schema_versie": "9.9"}, [("/schema_versie", Vormreden.SCHEMA_VERSIE)]),
        ({"schema_versie": 0.1}, [("/schema_versie", Vormreden.SCHEMA_VERSIE)]),
        (
            {"soort": "x", "schema_versie": "x", "referentie": None},
            [("/soort", Vormreden.SOORT), ("/schema_versie", Vormreden.SCHEMA_VERSIE)],
        ),
        (
            {"schema_versie": "x", "referentie": None},
            [("/schema_versie", Vormreden.SCHEMA_VERSIE), ("/referentie", Vormreden.ONTBREEKT)],
        ),
    ],
)
def test_kop_van_een_document(kop: dict[str, Any], verwacht: list[tuple[str, Vormreden]]) -> None:
    """A document says what it is; with an unknown soort nothing else can be said of it."""
    document = {naam: w for naam, w in {**DOSSIER, **kop}.items() if w is not None}
    with pytest.raises(Vormfouten) as gevonden:
        structureer_document(document)
    assert [(fout.pointer, fout.reden) for fout in gevonden.value.fouten] == verwacht


@pytest.mark.parametrize("lijst", [[], [DOSSIER]])
def test_een_lijst_van_documenten(lijst: list[Any]) -> None:
    """Who hands over many documents as one list is told how they go in."""
    with pytest.raises(Vormfouten) as gevangen:
        structureer_document(lijst)
    (fout,) = gevangen.value.fouten
    assert (fout.pointer, fout.reden) == ("", Vormreden.TYPE)
    assert "NDJSON" in fout.verwacht.nl
    assert "NDJSON" in fout.verwacht.en


@pytest.mark.parametrize("waarde", [None, [], "dossier", 7, [DOSSIER]])
def test_document_is_een_object(waarde: object) -> None:
    """Anything but an object is no document."""
    with pytest.raises(Vormfouten) as gevonden:
        structureer_document(waarde)
    assert [(f.pointer, f.reden) for f in gevonden.value.fouten] == [("", Vormreden.TYPE)]


@given(st.sampled_from(sorted(DOCUMENTEN)).flatmap(documenten))
def test_heen_en_terug(document: dict[str, Any]) -> None:
    """Nothing is lost: a document becomes a model and the same document again."""
    vooraf = copy.deepcopy(document)
    model = structureer_document(document)
    assert document == vooraf
    terug = destructureer_document(model)
    assert structureer_document(terug) == model
    assert lees_document(json.dumps(terug)) == model
    assert lees_document(json.dumps(document)) == model
    assert destructureer_document(lees_document(json.dumps(terug).encode())) == terug


def test_dubbel_veld_gaat_voor() -> None:
    """A repeated member is reported even when the rest is wrong as well."""
    tekst = json.dumps(DOSSIER)
    goed = tekst.replace('"referentie": ', '"referentie": "a", "referentie": ')
    fout = goed.replace('"D"', '"X"')
    for kapot in (goed, fout, fout.replace(", ", ",").replace(": ", ":")):
        with pytest.raises(Invoerfout):
            lees_document(kapot)


@pytest.mark.parametrize(
    ("anders", "pad"),
    [
        ({"zwangerschap": None}, "/zwangerschap"),
        ({"zwangerschap": Zwangerschap(graviditeit=FOUT)}, "/zwangerschap/graviditeit"),
        ({"zwangerschap": Zwangerschap(a_terme_datum=FOUT)}, "/zwangerschap/a_terme_datum"),
        ({"kinderen": [Kind(rangnummer=1, geboren=True)]}, "/kinderen"),
        ({"kinderen": (Kind(rangnummer=1, geboren=EEN),)}, "/kinderen/0/geboren"),
        ({"referentie": 7}, "/referentie"),
    ],
)
def test_met_de_hand_fout_gebouwd(anders: dict[str, Any], pad: str) -> None:
    """A model that holds a value of another type than its field gives an error at its place."""
    goed: dict[str, Any] = {"referentie": "p", "zwangerschap": Zwangerschap()}
    with pytest.raises(Vormfouten) as gevonden:
        destructureer(Dossier(**{**goed, **anders}))
    assert [(f.pointer, f.reden) for f in gevonden.value.fouten] == [(pad, Vormreden.TYPE)]


def test_geen_document() -> None:
    """Only a class with a soort is a document by itself."""
    zwangerschap: Any = Zwangerschap()  # a type checker refuses it too
    with pytest.raises(TypeError, match="geen document"):
        destructureer_document(zwangerschap)


def test_fouten_overleven_een_ander_proces() -> None:
    """The exception can be pickled, with its errors."""
    with pytest.raises(Vormfouten) as gevonden:
        structureer_document({**DOSSIER, "referentie": 1})
    terug = pickle.loads(pickle.dumps(gevonden.value))  # noqa: S301
    assert terug.fouten == gevonden.value.fouten
    assert (terug.soort, terug.schema_versie) == ("dossier", "0.1")
