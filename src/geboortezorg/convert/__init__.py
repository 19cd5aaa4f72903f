"""JSON to model and back, strictly.

There is one structuring pass. It takes no value for another (``"7"`` is not a number, ``12.99``
is not twelve), knows every member of every object, and either builds the model or lists every
error with its place.
"""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from geboortezorg import documenten, lui
from geboortezorg._versie import LEESBARE_VERSIES, SCHEMA_VERSIE
from geboortezorg.convert import eenmalig
from geboortezorg.convert.genereer import OBJECT
from geboortezorg.convert.invoer import (
    MAX_DIEPTE,
    als_bytes,
    niet_te_diep,
    ontleed,
    ontleed_alles,
    zonder_dubbele_velden,
)
from geboortezorg.convert.invoerfout import MAX_BYTES, Invoerfout, Invoerreden
from geboortezorg.convert.snel import LEZER, gelijk
from geboortezorg.convert.uitvoer import destructureer
from geboortezorg.convert.vormfout import Vormfout, Vormfouten, Vormreden, enkel
from geboortezorg.convert.waarden import keuze_uit
from geboortezorg.documenten import DOCUMENTEN, SOORTEN
from geboortezorg.tekst import Tekst, TypeFout

if TYPE_CHECKING:
    from geboortezorg.convert.omzetter import converter

__all__ = [
    "MAX_BYTES",
    "Invoerfout",
    "Invoerreden",
    "Vormfout",
    "Vormfouten",
    "Vormreden",
    "als_bytes",
    "converter",
    "destructureer",
    "destructureer_document",
    "dump",
    "lees_document",
    "lees_met_versie",
    "lees_snel",
    "niet_te_diep",
    "ontleed",
    "ontleed_alles",
    "soort_en_versie",
    "structureer",
    "structureer_document",
    "zonder_dubbele_velden",
]

__getattr__, __dir__ = lui.namen(__name__, {".omzetter": "converter"})

_T = TypeVar("_T")
_VERSIES = frozenset(LEESBARE_VERSIES)
_EEN_VOOR_EEN: Final = Tekst(
    "object; van een lijst elk document apart, of een per tekstregel als NDJSON",
    "object; of a list each document by itself, or one a line as NDJSON",
)
_GEEN_DOCUMENT: Final = Tekst(
    "dit model is geen document; geef er een waarvan de klasse in DOCUMENTEN staat",
    "this model is no document; give one of a class that stands in DOCUMENTEN",
)


def structureer(klasse: type[_T], gegeven: object, *, nagezien: bool = False) -> _T:
    """Return the model of `klasse` for a parsed JSON value; Vormfouten lists every error.

    What is `nagezien` has the right shape: it was read before, with every check.
    """
    model: _T = eenmalig.structureer(klasse, gegeven, [0], nagezien=nagezien)
    return model


def soort_en_versie(gegeven: dict[Any, Any]) -> tuple[str | None, str | None]:
    """Return the `soort` and `schema_versie` of a document, each None unless it is a known one."""
    soort, versie = gegeven.get("soort"), gegeven.get("schema_versie")
    return (
        soort if type(soort) is str and soort in DOCUMENTEN else None,
        versie if type(versie) is str and versie in _VERSIES else None,
    )


def structureer_document(
    gegeven: object, telling: list[int] | None = None, *, nagezien: bool = False
) -> Any:
    """Return the model of a whole document, whose `soort` says which class it is.

    Raises Vormfouten. A document of unknown soort has just that error: nothing else can be said
    of it. `telling` is a one-item tally to which the number of members seen is added. For
    `nagezien` see :func:`structureer`.
    """
    telling = [0] if telling is None else telling
    if type(gegeven) is not dict:
        raise enkel(Vormreden.TYPE, _EEN_VOOR_EEN if type(gegeven) is list else OBJECT)
    soort, versie = soort_en_versie(gegeven)
    fouten: list[Vormfout] = []
    if soort is None:
        fouten.append(_kopfout(gegeven, "soort", Vormreden.SOORT, sorted(DOCUMENTEN)))
    if versie is None:
        fouten.append(_kopfout(gegeven, "schema_versie", Vormreden.SCHEMA_VERSIE, sorted(_VERSIES)))
    if soort is None:
        raise Vormfouten(fouten, None, versie)
    inhoud = gegeven.copy()
    for kop in ("soort", "schema_versie"):
        if inhoud.pop(kop, None) is not None:
            telling[0] += 1
    try:
        model = eenmalig.structureer(DOCUMENTEN[soort], inhoud, telling, nagezien=nagezien)
    except Vormfouten as gevonden:
        fouten.extend(gevonden.fouten)
    if fouten:
        raise Vormfouten(fouten, soort, versie)
    return model


def _kopfout(gegeven: dict[Any, Any], naam: str, reden: Vormreden, bekend: list[str]) -> Vormfout:
    if naam not in gegeven:
        reden = Vormreden.ONTBREEKT
    return Vormfout((naam,), reden, keuze_uit(bekend))


def lees_document(invoer: bytes | bytearray | memoryview | str) -> Any:
    """Return the model of the document in `invoer`; raises Invoerfout or Vormfouten."""
    return lees_met_versie(invoer)[0]


def lees_met_versie(invoer: bytes | bytearray | memoryview | str) -> tuple[Any, str]:
    """Return the model of the document in `invoer` and its `schema_versie`.

    Raises Invoerfout or Vormfouten.
    """
    return _lees(als_bytes(invoer))


def _lees(data: bytes) -> tuple[Any, str]:
    gegeven = ontleed(data)
    telling = [0]
    fouten: Vormfouten | None = None
    model: Any = None
    try:
        model = structureer_document(gegeven, telling)
    except Vormfouten as gevonden:
        fouten = gevonden.with_traceback(None)  # it would keep this frame, and the document with it
    # What is nested opens as often.
    if fouten is not None and data.count(b"[") + data.count(b"{") > MAX_DIEPTE:
        niet_te_diep(gegeven, data)
    # A repeated member makes every other error doubtful, so it is the one that is reported.
    zonder_dubbele_velden(data, telling[0])
    if fouten is not None:
        raise Vormfouten(fouten.fouten, fouten.soort, fouten.schema_versie)
    return model, gegeven["schema_versie"]


def lees_snel(invoer: bytes | bytearray | memoryview | str) -> tuple[Any, str]:
    """Return the document in `invoer` and its `schema_versie`, as quickly as can be.

    As :func:`lees_met_versie`, but for the first of the two: an object that has the attributes of
    the model, and need not be of its class. :func:`geboortezorg.documenten.soort_van` tells its
    kind. Raises RuntimeError when both doors are to be used and they differ.
    """
    data = als_bytes(invoer)
    document: Any = None
    fouten: Vormfouten | None = None
    try:
        document = LEZER.lees(data)
    except Vormfouten as gevonden:
        fouten = gevonden.with_traceback(None)
    if LEZER.beide and not (
        _gelijke_fouten(data, fouten) if document is None else _gelijk_gelezen(data, document)
    ):
        raise RuntimeError("de twee manieren van lezen verschillen voor dit document")
    if fouten is not None:  # another one, or it would keep the frame that keeps it
        raise Vormfouten(fouten.fouten, fouten.soort, fouten.schema_versie)
    return _lees(data) if document is None else (document, document.schema_versie)


def _gelijke_fouten(data: bytes, fouten: Vormfouten | None) -> bool:
    try:
        _lees(data)
    except Vormfouten as gevonden:
        return fouten is None or gevonden.__reduce__() == fouten.__reduce__()
    except Invoerfout:
        pass
    return fouten is None


def _gelijk_gelezen(data: bytes, document: Any) -> bool:
    try:
        model, versie = lees_met_versie(data)
    except (Invoerfout, Vormfouten):
        return False
    return (SOORTEN[type(model)], versie) == (document.soort, document.schema_versie) and gelijk(
        type(model), document, model
    )


def destructureer_document(model: "documenten.Document") -> dict[str, Any]:
    """Return the JSON object of a document, `soort` and `schema_versie` first.

    Raises TypeError when the class of the model is no kind of document by itself, and
    Vormfouten when an attribute holds a value of another type than its field declares.
    """
    soort = _soort_van(model)
    return {"soort": soort, "schema_versie": SCHEMA_VERSIE, **destructureer(model)}


def _soort_van(model: object) -> str:
    soort = SOORTEN.vind(type(model))
    if soort is None:
        raise TypeFout(_GEEN_DOCUMENT)
    return soort


def dump(model: "documenten.Document") -> bytes:
    """Return a document as JSON in UTF-8, its members in the order of the schema.

    Takes any model whose class is a kind of document, a report included. Raises TypeError for
    another class, and Vormfouten when an attribute holds a value of another type than declared.
    """
    document, rapport = _schrijvers()
    return (rapport if _soort_van(model) == "rapport" else document)(model)


@cache
def _schrijvers() -> tuple[Callable[[Any], bytes], Callable[[Any], bytes]]:
    from geboortezorg.convert.schrijven import document, rapport  # noqa: PLC0415 - not to judge

    return document, rapport
