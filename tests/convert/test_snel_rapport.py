"""Rules say the same of a document that was read through the fast door, to the byte."""

import json
from collections.abc import Iterator
from typing import Any

import attrs
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.convert.test_snel import BEIDE, DICHT, DOSSIER_TEKST, door
from tests.metamorf.bron import gevallen

from geboortezorg import Context, convert, dump, validate
from geboortezorg.batch import validate_many
from geboortezorg.convert import structureer_document, structuur
from geboortezorg.convert.snel import Snellezer
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.populatie import populatiecontext, population
from geboortezorg.testing import documents, proefcontext
from geboortezorg.testing.documenten import GELDIG, PROEFBREUKEN
from geboortezorg.tijd import Periode


def rapporten(
    data: bytes, context: Context, monkeypatch: pytest.MonkeyPatch, snelle: Snellezer = BEIDE
) -> list[bytes]:
    """Return the bytes of the report of a document that was read through each of the doors."""
    uit = []
    for lezer in (DICHT, snelle):
        monkeypatch.setattr(convert, "LEZER", lezer)
        uit.append(dump(validate(data, context=context)))
    return uit


def _strategieen() -> Iterator[Any]:
    for soort in GELDIG:
        yield pytest.param(soort, None, id=soort)
    for code in sorted({breuk.code for breuk in PROEFBREUKEN}):
        yield pytest.param(None, code, id=code)


@pytest.mark.parametrize(("soort", "code"), [*_strategieen()])
@settings(
    max_examples=max(3, settings().max_examples // 10), suppress_health_check=list(HealthCheck)
)
@given(data=st.data())
def test_strategieen(soort: str | None, code: str | None, data: st.DataObject) -> None:
    """Of every kind and with every breach: the same report, to the byte."""
    if code is None:
        document, context = data.draw(documents(soort)), proefcontext()
    else:
        (document, _), context = data.draw(documents(code=code)), proefcontext(code)
    with pytest.MonkeyPatch.context() as monkeypatch:
        een, ander = rapporten(dump(document), context, monkeypatch)
    assert een == ander


@pytest.fixture
def _streng(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a Struct raise when it is compared with a model: they are never equal."""

    def gelijk_aan(een: Any, ander: Any) -> bool:
        assert type(een) is type(ander) or not attrs.has(type(ander)), type(ander)
        return type(een) is type(ander) and _inhoud(een) == _inhoud(ander)

    def maak(naam: str, leden: Any, *, namespace: dict[str, Any], **anders: Any) -> Any:
        namespace |= {"__eq__": gelijk_aan, "__hash__": lambda een: hash(_inhoud(een))}
        return defstruct(naam, leden, namespace=namespace, **anders)

    defstruct = msgspec.defstruct
    monkeypatch.setattr(msgspec, "defstruct", maak)
    monkeypatch.setattr(structuur, "_STRUCTUREN", {})


def _inhoud(struct: Any) -> tuple[Any, ...]:
    return tuple(getattr(struct, naam) for naam in struct.__struct_fields__)


@pytest.mark.usefixtures("_streng")
def test_streng() -> None:
    """The fixture does what it says."""
    document = Snellezer("beide").lees(DOSSIER_TEKST.encode())
    assert document is not None
    periode = document.declaratieregels[0].periode
    assert periode == periode.__copy__()
    assert periode != 1
    with pytest.raises(AssertionError):
        assert periode == Periode(van=periode.van, tot_en_met=periode.tot_en_met)


@pytest.mark.usefixtures("_streng")
def test_gevallen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every published case and every example: the same report, to the byte."""
    lezer = Snellezer("beide")
    contexten: dict[str, Context] = {}
    snel_ = 0
    alle = gevallen(*DOCUMENTEN)
    for naam, document, gegeven in alle:
        sleutel = json.dumps(gegeven)
        if sleutel not in contexten:
            contexten[sleutel] = _context(gegeven)
        data = json.dumps(document).encode()
        een, ander = rapporten(data, contexten[sleutel], monkeypatch, lezer)
        assert een == ander, naam
        snel_ += door(data)
    assert snel_ > 0.9 * len(alle)


def _context(gegeven: dict[str, Any] | None) -> Context:
    try:
        return Context() if gegeven is None else Context.uit_document(structureer_document(gegeven))
    except ValueError:  # a context that is refused: here any other will do
        return Context()


def test_bevolking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A population with breaches: many at once give the reports of each by itself."""
    context = populatiecontext()
    data = [json.dumps(proef.document).encode() for proef in population(60, 5, fouten=30)]
    uit: list[list[bytes]] = []
    for lezer in (DICHT, BEIDE):
        monkeypatch.setattr(convert, "LEZER", lezer)
        uit.append([dump(rapport) for rapport in validate_many(data, context=context)])
    assert uit[0] == uit[1]
    assert all(map(door, data))
