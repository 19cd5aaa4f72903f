"""The fast door learns which members are usual, and reads every other document as well."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from msgspec.structs import force_setattr
from tests.convert.stukken import DECLARATIEREGEL, DOSSIER
from tests.toeval_vorm import volledig

from geboortezorg.convert import Invoerfout, gewoon, lees_met_versie
from geboortezorg.convert.gewoon import GEWOON, Gewoon
from geboortezorg.convert.snel import gelijk
from geboortezorg.convert.structuur import Deur, _teller
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels import leden as ledenlezer
from geboortezorg.regels import veldlezer, veldsnel
from geboortezorg.regels.veldvondst import Lezing

KIND = {"rangnummer": 1, "geboren": True, "geboortedatum": "2023-05-01"}
GEWOON_DOSSIER = {**DOSSIER, "kinderen": [KIND]}
KRAAMZORG = {"datum": "2023-05-02", "duur_minuten": 60}


def leden_van(waarde: dict[str, Any], pad: str = "") -> Iterator[str]:
    """Yield what leads to an object, to its members and to what is in these."""
    yield pad
    for naam, deel in waarde.items():
        if isinstance(deel, dict):
            yield from leden_van(deel, f"{pad}/{naam}")
        elif naam not in {"soort", "schema_versie"}:
            yield f"{pad}/{naam}"
            for item in deel if isinstance(deel, list) else ():
                yield from leden_van(item, f"{pad}/{naam}/*")


GEWONE = frozenset(leden_van(GEWOON_DOSSIER))


def gewone_leden(document: Any) -> frozenset[str] | None:
    """Return which members a document has at most, where that was seen."""
    uit: frozenset[str] | None = getattr(document, GEWOON, None)
    return uit


@pytest.fixture(autouse=True)
def geleerd_na_zes() -> Iterator[None]:
    """Have it learn from four documents, after two."""
    aantallen = {"_VANAF": 2, "_PROEF": 4, "_GEWOON": 2, "_GOED": 3, "_MISSERS": 3}
    with pytest.MonkeyPatch.context() as monkeypatch:
        for naam, aantal in aantallen.items():
            monkeypatch.setattr(gewoon, naam, aantal)
        yield


def lees(deur: Deur, document: Any) -> Any:
    """Read a document, see that it is what the first door makes of it, and return it."""
    data = json.dumps(document).encode()
    gelezen, model = deur.lees(data), lees_met_versie(data)[0]
    assert gelijk(type(model), gelezen, model)
    return gelezen


def geleerd(soort: str = "dossier", document: Any = GEWOON_DOSSIER) -> Deur:
    """Return a door that has learned from documents of one kind."""
    deur = Deur(soort)
    for _ in range(6):
        assert gewone_leden(lees(deur, document)) is None
    return deur


def test_leert_wat_gewone_leden() -> None:
    """A document that holds none but usual members is known to, also one that has fewer."""
    deur = geleerd()
    assert gewone_leden(lees(deur, GEWOON_DOSSIER)) == GEWONE
    assert gewone_leden(lees(deur, DOSSIER)) == GEWONE
    assert gewone_leden(lees_met_versie(json.dumps(DOSSIER).encode())[0]) is None


def test_meestal_is_genoeg() -> None:
    """What one document in four has does not count, and that one is read as well as the others."""
    deur, ander = Deur("dossier"), {**GEWOON_DOSSIER, "geleverde_kraamzorg": [KRAAMZORG]}
    for document in (DOSSIER, DOSSIER, GEWOON_DOSSIER, GEWOON_DOSSIER, GEWOON_DOSSIER, ander):
        lees(deur, document)
    assert gewone_leden(lees(deur, GEWOON_DOSSIER)) == GEWONE
    assert gewone_leden(lees(deur, ander)) is None


def test_te_veel_verschil() -> None:
    """Where too many documents hold others nothing is usual, until they are looked at anew."""
    deur = Deur("dossier")
    ander = {**DOSSIER, "referentie": "a:b"}
    for _ in range(6):
        lees(deur, ander)
    for _ in range(4 + 3):
        assert gewone_leden(lees(deur, GEWOON_DOSSIER)) is None
    assert gewone_leden(lees(deur, GEWOON_DOSSIER)) is None
    assert gewone_leden(lees(deur, GEWOON_DOSSIER)) == GEWONE


def test_leert_opnieuw() -> None:
    """After some documents with others it learns what is usual now, having waited longer."""
    deur = geleerd()
    ander = {**GEWOON_DOSSIER, "geleverde_kraamzorg": [KRAAMZORG]}
    for _ in range(3 + 4 + 3):
        assert gewone_leden(lees(deur, ander)) is None
    ingevuld = {"uitgesteld": False, "buiten_indicatie": False, "ander_adres": False}
    heel = {**ander, "geleverde_kraamzorg": [{**KRAAMZORG, **ingevuld}]}
    assert gewone_leden(lees(deur, ander)) == GEWONE.union(leden_van(heel))


def test_nu_en_dan() -> None:
    """A list that one document in two has is usual; an empty one that is there is not."""
    deur = Deur("dossier")
    for document in (DOSSIER, GEWOON_DOSSIER) * 3:
        lees(deur, document)
    assert gewone_leden(lees(deur, GEWOON_DOSSIER)) == GEWONE
    assert gewone_leden(lees(deur, DOSSIER)) == GEWONE
    assert gewone_leden(lees(deur, {**DOSSIER, "kinderen": []})) is None
    assert gewone_leden(lees(geleerd(), {**DOSSIER, "kinderen": []})) is None


def test_meestal_met_een_deel() -> None:
    """Where a part is left out that most have, its members are not counted either."""
    deur = geleerd(document={**DOSSIER, "integraal_traject": {"fysieke_intake": "2023-01-02"}})
    assert gewone_leden(lees(deur, DOSSIER)) is not None


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        ('"rangnummer": 1', '"rangnummer": 1, "rangnummer": 1'),
        ('"rangnummer": 1', '"rangnummer": 1, "bsn": "999990019", "bsn": "999990019"'),
        ('"geboren": true', '"geboren": true, "levend_geboren": true, "geboren": true'),
    ],
)
def test_dubbel_veld(van: str, naar: str) -> None:
    """A member that is written twice is refused, whether it is a usual one or not."""
    deur, data = geleerd(), json.dumps(GEWOON_DOSSIER)
    with pytest.raises(Invoerfout):
        lees_met_versie(data.replace(van, naar).encode())
    assert deur.lees(data.replace(van, naar).encode()) is None
    assert deur.lees(data.encode()) is not None


def test_controleert_wat_gewone_leden() -> None:
    """What a usual member holds is looked at all the same."""
    deur, data = geleerd(), json.dumps(GEWOON_DOSSIER)
    for van, naar in (("2023-05-01", "2123-05-01"), ("pseudoniem", "pseudo\\u0001niem")):
        assert deur.lees(data.replace(van, naar).encode()) is None


def test_vult_in_wat_is_weggelaten() -> None:
    """What is filled in for members left out is not counted when a document is counted again."""
    document = {**GEWOON_DOSSIER, "geleverde_kraamzorg": [KRAAMZORG]}
    deur = geleerd(document=document)
    data = json.dumps({**document, "kinderen": [{**KIND, "levend_geboren": True}]})
    assert deur.lees(data.encode()) is not None
    driemaal = '"rangnummer": 1, ' * 3
    assert deur.lees(data.replace('"rangnummer"', f'{driemaal}"rangnummer"').encode()) is None
    gelezen = lees(Deur("dossier"), document)
    force_setattr(gelezen.geleverde_kraamzorg[0], "uitgesteld", None)
    leden = GEWONE | {"/geleverde_kraamzorg"}
    _teller(DOCUMENTEN["dossier"], Gewoon(leden, leden))(gelezen)
    assert gelezen.geleverde_kraamzorg[0].uitgesteld is False


@pytest.mark.parametrize("waarde", [1, 0, None, "x", []])
def test_geen_lid_van_een_document(waarde: Any) -> None:
    """No text can say by itself what is usual."""
    assert Deur("dossier").lees(json.dumps({**DOSSIER, GEWOON: waarde}).encode()) is None


@pytest.mark.parametrize("soort", DOCUMENTEN)
def test_elk_lid(soort: str) -> None:
    """A document with every member is read as well when it is a usual one."""
    document = volledig(soort)
    lees(geleerd(soort, document), document)


PATRONEN = {
    "/kinderen": 1,
    "/kinderen/*/geboortedatum": 2,
    "/kinderen/*/bsn": 4,
    "/client/postcode": 8,
    "/zwangerschap/pariteit": 16,
    "/declaratieregels/*/zorgepisode_id": 32,
    "/zwangerschap/datum_einde": 64,
}


def test_leden_van_een_gewoon_document() -> None:
    """Which members it holds is told as of any other: those that are usual may be missing."""
    deur, van = geleerd(), ledenlezer.Leden(DOCUMENTEN["dossier"], PATRONEN)
    for document in (GEWOON_DOSSIER, DOSSIER):
        gelezen, model = lees(deur, document), lees_met_versie(json.dumps(document).encode())[0]
        assert gewone_leden(gelezen) is not None
        assert van[gewone_leden(gelezen)](gelezen) == van[None](model)
    assert van[GEWONE](lees(deur, GEWOON_DOSSIER)) == 1 + 2 + 64
    assert van[GEWONE](lees(deur, DOSSIER)) == 64


def test_velden_van_een_gewoon_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """What fields mean is read as of any other document, where it holds and where it does not."""
    monkeypatch.setattr(veldsnel, "VERGELIJK", False)
    monkeypatch.setattr(veldsnel, "_VANAF", 0)
    deur = geleerd()
    for dag, tot in (("2023-05-01", "2023-05-02"), ("2098-05-01", "2023-05-01")):
        regel = {**DECLARATIEREGEL, "periode": {"van": "2023-05-02", "tot_en_met": tot}}
        document = {**DOSSIER, "kinderen": [{**KIND, "geboortedatum": dag}]}
        gelezen = lees(deur, {**document, "declaratieregels": [regel]})
        for vandaag in (None, date(2024, 1, 1)):
            lezing, ook = (Lezing(vandaag) for _ in range(2))
            noten = veldsnel.lees("dossier", gelezen, lezing)
            assert noten == veldlezer.lees("dossier", gelezen, ook)
            assert veldsnel.gezien(lezing) == veldsnel.gezien(ook)
        assert bool(noten) is (dag > "2024")
    assert any(wat[2] == GEWONE for wat in veldsnel._SNEL)
    force_setattr(gelezen, GEWOON, None)
    assert noten == veldsnel.lees("dossier", gelezen, Lezing(vandaag))
