"""The fast door reads a document as the first door does, or leaves it to that one.

In the tree every document that comes as bytes is read both ways: see ``conftest.py``.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.convert.stukken import DECLARATIEREGEL, DOSSIER
from tests.convert.test_invoer import GEWEIGERD
from tests.strategie_mutatie import mutaties
from tests.strategie_vorm import documenten
from tests.test_invoerlast import VIJANDIG
from tests.toeval_vorm import Toeval, volledig

from geboortezorg import convert, load
from geboortezorg.convert import (
    Invoerfout,
    Vormfouten,
    lees_met_versie,
    lees_snel,
    snel,
    structuur,
)
from geboortezorg.convert.snel import Snellezer, gelijk
from geboortezorg.convert.waarden import Memo
from geboortezorg.documenten import DOCUMENTEN, SOORTEN, soort_van
from geboortezorg.tijd import Periode
from geboortezorg.vorm import Soort, klassen, velden

BEIDE = Snellezer("beide")
DICHT = Snellezer("0")
VOORBEELDEN = sorted((Path(__file__).parents[2] / "voorbeelden").glob("*/*.json"))
DOSSIER_TEKST = json.dumps(DOSSIER)


@pytest.fixture(scope="module", autouse=True)
def beide_deuren() -> Iterator[None]:
    """Have every document read both ways here, also where the suite runs as a user does."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(snel.LEZER, "beide", True)
        yield


def door(data: bytes) -> bool:
    """Read a document through both doors, see that they agree, and say whether both took it."""
    try:
        document = BEIDE.lees(data)
    except Vormfouten:
        return False
    if document is None:
        return False
    model, versie = lees_met_versie(data)  # what the fast door takes the first one never refuses
    assert gelijk(type(model), document, model)
    assert (SOORTEN[type(model)], versie) == (soort_van(document), document.schema_versie)
    return True


def geweigerd(data: bytes) -> bool:
    """Say whether a document is refused, for the same errors when msgspec looks at its parts."""
    assert snel.LEZER.beide  # so that it raises RuntimeError where they differ
    try:
        lees_snel(data)
    except (Invoerfout, Vormfouten):
        return True
    return False


@pytest.mark.parametrize("soort", DOCUMENTEN)
def test_elke_soort_heeft_een_deur(soort: str) -> None:
    """A document with every member passes, whatever stands in it and in whatever order."""
    document = volledig(soort)
    assert door(json.dumps(document).encode())
    assert door(json.dumps(document, indent=1, ensure_ascii=False).encode())
    assert door(json.dumps(dict(reversed(document.items()))).encode())


@pytest.mark.parametrize("soort", DOCUMENTEN)
def test_telt_elk_lid(soort: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The members are counted exactly, so that no document is read once more to be certain."""
    geteld: list[tuple[bytes, int]] = []
    monkeypatch.setattr(structuur, "zonder_dubbele_velden", lambda *paar: geteld.append(paar))
    assert Snellezer("beide").lees(json.dumps(volledig(soort)).encode()) is not None
    ((data, telling),) = geteld
    assert telling == data.count(b'": ')


@pytest.mark.parametrize("soort", DOCUMENTEN)
def test_vorm(soort: str) -> None:
    """Documents of any shape, at a bound, over it and with other changes, in any way of writing.

    Of those that the first door takes most go through the fast one: it is no closed door. Whole
    numbers that are written as ``1e3`` are among what it leaves alone.
    """
    goed = snel_ = 0
    for tekst in Toeval(soort, 3).teksten(300):
        data = tekst.encode()
        snel_ += door(data)
        goed += not geweigerd(data)
    assert snel_ > 0.5 * goed > 0


@pytest.mark.parametrize("soort", DOCUMENTEN)
@settings(suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_mutaties(soort: str, data: st.DataObject) -> None:
    """A document of the right shape passes; a changed one only where the first door takes it."""
    document = data.draw(documenten(soort))
    assert door(json.dumps(document, ensure_ascii=False).encode())
    anders = json.dumps(data.draw(mutaties(document))).encode()
    assert not (door(anders) and geweigerd(anders))


@settings(max_examples=200)
@given(data=st.data())
def test_tekst(data: st.DataObject) -> None:
    """A member that is written twice, a piece that is gone, another character: never passed."""
    tekst = json.dumps(volledig(data.draw(st.sampled_from(list(DOCUMENTEN)))))
    leden = [lid.span() for lid in re.finditer(r'"[a-z_]+": (?:"[^"]*"|[0-9]+|true|false)', tekst)]
    begin, einde = data.draw(st.sampled_from(leden))
    lid = tekst[begin:einde]
    naam, _, waarde = lid.partition(": ")
    for anders in (
        f"{lid}, {lid}",
        f"{naam} :{waarde}",
        f"{lid}, {naam}\n: null",
        f'{lid}, {naam[:-1]}:": 1',
        f'{naam}: "\\u00e9\\": \\u0041"',
        f"{naam}: null",
        f"{naam}: []",
        f"{naam}: 1e0",
        lid.replace("e", "\\u0065"),
        data.draw(st.text(max_size=3)),
    ):
        door(f"{tekst[:begin]}{anders}{tekst[einde:]}".encode("utf-8", "surrogatepass"))


def test_dubbel_veld() -> None:
    """A member that occurs twice is found, also where texts have colons in them."""
    regel = json.dumps({**DECLARATIEREGEL, "referentienummer": "r:1"})
    for anders in (regel, regel.replace('"aantal"', '"aantal": 3, "aantal"')):
        data = json.dumps(DOSSIER).replace(json.dumps(DECLARATIEREGEL), anders).encode()
        assert door(data) is (anders is regel)
        assert geweigerd(data) is not (anders is regel)


@pytest.mark.parametrize("data", [*GEWEIGERD, *(tekst for tekst, _ in VIJANDIG.values())])
def test_vijandig(data: bytes) -> None:
    """What cannot be read, or not for its size or depth, is for the first door."""
    assert not door(data)
    midden = DOSSIER_TEKST.replace('"pseudoniem"', '"pseudoniem", "x": %s')
    assert not door(midden.encode().replace(b"%s", data))
    assert not door(DOSSIER_TEKST.encode() + data.strip(b" \n\t") + b"x")


@pytest.mark.parametrize("teken", [*map(chr, range(33)), "\x7f", "\x85", "\u2028", "\ufeff"])
def test_tekens(teken: str) -> None:
    """A character that is no character of a text is refused, written out or not."""
    for tekst in (
        json.dumps(f"p{teken}"),
        json.dumps(f"p{teken}", ensure_ascii=False),
        f'"p{teken}"',
    ):
        data = DOSSIER_TEKST.replace('"pseudoniem"', tekst).encode()
        assert door(data) is not geweigerd(data)


@pytest.mark.parametrize("dag", ["1899-12-31", "2100-01-01", "0001-01-01", "9999-12-31"])
def test_dagen(dag: str) -> None:
    """A day beyond those that a document can have is refused, as is one written otherwise."""
    assert door(DOSSIER_TEKST.encode())
    for anders in (dag, "20230501", "2023-W18-1", "2023-05-01T00:00", "2023-05-01 ", "2023-5-01"):
        assert not door(DOSSIER_TEKST.replace("2023-05-01", anders).encode())


@pytest.mark.parametrize(
    ("van", "tot_en_met", "goed"),
    [
        ("1900-01-01", "2099-12-31", True),
        ("2023-05-02", "2023-05-01", True),
        ("1899-12-31", "2023-05-01", False),
        ("2023-05-01", "1899-12-31", False),
        ("2100-01-01", "2023-05-01", False),
        ("2023-05-01", "2100-01-01", False),
    ],
)
def test_dagen_van_een_periode(van: str, tot_en_met: str, goed: bool) -> None:
    """Of two days each is within bounds, in whatever order they stand."""
    regel = {**DECLARATIEREGEL, "periode": {"van": van, "tot_en_met": tot_en_met}}
    data = json.dumps({**DOSSIER, "declaratieregels": [regel]}).encode()
    assert door(data) is goed is not geweigerd(data)


def test_uitdrukkelijk_leeg(monkeypatch: pytest.MonkeyPatch) -> None:
    """Members that state their default are counted, and those left out are as the model has them."""
    geteld: list[tuple[bytes, int]] = []
    monkeypatch.setattr(structuur, "zonder_dubbele_velden", lambda *paar: geteld.append(paar))
    gegeven = {**DOSSIER, "kinderen": [], "declaratieregels": [{**DECLARATIEREGEL}]}
    kraamzorg = {"datum": "2023-05-02", "duur_minuten": 60, "uitgesteld": False}
    gegeven["geleverde_kraamzorg"] = [kraamzorg]
    document = Snellezer("beide").lees(json.dumps(gegeven).encode())
    assert document is not None
    assert [telling for _, telling in geteld] == [data.count(b'": ') for data, _ in geteld]
    assert document.kinderen == document.overeenkomsten == ()
    assert document.geleverde_kraamzorg[0].uitgesteld is False
    assert document.geleverde_kraamzorg[0].buiten_indicatie is False
    assert document.client is None


def test_waar_de_soort_staat() -> None:
    """The kind is found wherever it stands; without a known one the first door reads."""
    rest = {naam: waarde for naam, waarde in DOSSIER.items() if naam != "soort"}
    achteraan = json.dumps({**rest, "soort": "dossier"}).encode()
    lezer = Snellezer("beide")
    assert lezer.lees(achteraan) is not None
    assert lezer.lees(achteraan) is not None
    for anders in ("dossjee", 1, None):
        assert lezer.lees(json.dumps({**rest, "soort": anders}).encode()) is None
        assert lezer.lees(json.dumps({"soort": anders, **rest}).encode()) is None
    assert lezer.lees(json.dumps({"soort": "declaratie", **rest}).encode()) is None
    assert lezer.lees(json.dumps({**DOSSIER, "schema_versie": "9.9"}).encode()) is None
    assert lezer.lees(b"{" * 100_000) is None


def test_een_verschil_valt_op(monkeypatch: pytest.MonkeyPatch) -> None:
    """With both doors open, one that takes what the other refuses or reads otherwise is noticed."""
    monkeypatch.setattr(convert, "LEZER", BEIDE)
    assert soort_van(lees_snel(DOSSIER_TEKST)[0]) == "dossier"
    ander = BEIDE.lees(DOSSIER_TEKST.encode())
    monkeypatch.setattr(Snellezer, "lees", lambda *_: ander)
    for anders in ('"2023-05-03"', '"pseudo"', "7"):
        data = re.sub('"(2023-05-02|pseudoniem)"', anders, DOSSIER_TEKST)
        with pytest.raises(RuntimeError, match="verschillen"):
            lees_snel(data)


def test_in_twijfel_en_toch_goed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the door leaves although it is right becomes the whole model, of one class throughout."""
    monkeypatch.setattr(convert, "LEZER", BEIDE)
    data = DOSSIER_TEKST.replace('"aantal": 3', '"aantal": 3.0').encode()
    assert not door(data)
    assert lees_snel(data) == lees_met_versie(data)
    assert type(lees_snel(data)[0]) is DOCUMENTEN["dossier"]


def test_gelijk_ziet_elk_veld() -> None:
    """A value of another type, a list of another length and what is left out are not the same."""
    model = load(DOSSIER)
    verschillen: list[dict[str, Any]] = [
        {"referentie": "p2"},
        {"declaratieregels": []},
        {"declaratieregels": [{**DECLARATIEREGEL, "aantal": 4}]},
        {"client": {"bsn": "999990019"}},
    ]
    for anders in verschillen:
        ander = load({**DOSSIER, **anders})
        assert not gelijk(type(model), model, ander)
        assert not gelijk(type(model), ander, model)
    een: Any = load(DOSSIER, DOCUMENTEN["dossier"]).declaratieregels[0]
    zelfde = attrs.evolve(een, debet_credit=een.debet_credit.value)
    assert zelfde == een
    assert not gelijk(type(een), een, zelfde)


def test_leest_als_het_model() -> None:
    """A Struct has the properties and methods of its model, and shows nothing of what it holds."""
    document = BEIDE.lees(json.dumps({**DOSSIER, "referentie": "kanarie"}).encode())
    assert document is not None
    periode = document.declaratieregels[0].periode
    model = Periode(van=periode.van, tot_en_met=periode.tot_en_met)
    assert periode.dagen == model.dagen == 1
    assert periode.bevat(model.van)
    assert periode == document.declaratieregels[0].periode
    assert hash(periode) == hash(document.declaratieregels[0].periode)
    assert "kanarie" not in f"{document!r}{[*document.__rich_repr__()]}"
    for klasse in {klasse for soort in DOCUMENTEN.values() for klasse in klassen(soort)}:
        assert {veldvorm.naam for veldvorm in velden(klasse)} == set(
            structuur._structuur(klasse).__struct_fields__
        )


def test_onthoudt_geen_persoon() -> None:
    """No memo of the door holds a value of a personal field."""
    gezien: set[str] = set()
    for soort, klasse in DOCUMENTEN.items():
        document = volledig(soort)
        _zet_kanaries(klasse, document, gezien)
        assert door(json.dumps(document).encode())
    memos = [
        waarde
        for deur in BEIDE._deuren.values()
        for waarde in deur._tel.__globals__.values()
        if isinstance(waarde, Memo)
    ]
    assert len(gezien) > 3
    assert memos
    assert not any(gezien & set(memo) for memo in memos)


KANARIES = ("8642KN", "8642", "864286428", "86428642864")


def _zet_kanaries(klasse: type[Any], gegeven: dict[str, Any], gezien: set[str]) -> None:
    """Put a text of its own in every personal field, and note it."""
    for v in velden(klasse):
        if v.vorm.soort is Soort.TEKST and v.veld.persoonsgegeven and v.naam in gegeven:
            patroon = v.veld.patroon or f"[{v.veld.tekens or 'A-Z0-9'}]+"
            kanarie = next(
                tekst
                for tekst in ("KANARIE86428642", "KANARIE8642", *KANARIES)
                if re.fullmatch(patroon, tekst) and len(tekst) <= v.veld.max_lengte
            )
            gegeven[v.naam] = kanarie
            gezien.add(kanarie)
        item = v.vorm.item or v.vorm
        if item.klasse is not None and item.soort is Soort.OBJECT:
            deel = gegeven.get(v.naam, [])
            for een in deel if isinstance(deel, list) else [deel]:
                _zet_kanaries(item.klasse, een, gezien)
