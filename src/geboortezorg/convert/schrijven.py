"""From model to JSON text in one walk, for a model of which every value is what it should be.

Any doubt is left to :func:`geboortezorg.convert.uitvoer.destructureer`, which says what is wrong
and where; both write the same bytes.
"""

import datetime as dt
import json
from collections.abc import Callable
from datetime import date
from json.encoder import encode_basestring as schrijf_tekst
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeVar

from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.convert.uitvoer import destructureer
from geboortezorg.documenten import SOORTEN
from geboortezorg.rapport import Bevinding, RegelUitkomst, Tabelgebruik, gemeen
from geboortezorg.tijd import tijdstiptekst
from geboortezorg.vorm import Soort, Veldvorm, Vorm, velden

Schrijf = Callable[[Any], str]
_T = TypeVar("_T")


class Twijfel(Exception):
    """A value is not of the type that its field declares."""


class _Lid(NamedTuple):
    """One member of an object."""

    kop: str
    lees: Callable[[Any], Any]
    schrijf: Schrijf
    niets: bool
    """Whether it is left out when there is no value."""
    leeg: bool
    """Whether it is left out when it is an empty list."""


def _getal(waarde: Any) -> str:
    if type(waarde) is not int:
        raise Twijfel
    return str(waarde)


def _janee(waarde: Any) -> str:
    if type(waarde) is not bool:
        raise Twijfel
    return "true" if waarde else "false"


def _tekst(waarde: Any) -> str:
    if type(waarde) is not str:
        raise Twijfel
    return schrijf_tekst(waarde)


def _datum(waarde: Any) -> str:
    if type(waarde) is not date:
        raise Twijfel
    return f'"{waarde.isoformat()}"'


def _tijdstip(waarde: Any) -> str:
    tekst = tijdstiptekst(waarde) if type(waarde) is dt.datetime else None
    if tekst is None:
        raise Twijfel
    return f'"{tekst}"'


_EENVOUDIG: Final[dict[Soort, Schrijf]] = {
    Soort.GETAL: _getal,
    Soort.JANEE: _janee,
    Soort.TEKST: _tekst,
    Soort.DATUM: _datum,
    Soort.TIJDSTIP: _tijdstip,
}


def _keuze(klasse: type[Any]) -> Schrijf:
    teksten = {waarde: schrijf_tekst(waarde.value) for waarde in klasse}

    def schrijf(waarde: Any) -> str:
        if type(waarde) is not klasse:
            raise Twijfel
        return teksten[waarde]

    return schrijf


def _lijst(item: Schrijf) -> Schrijf:
    def schrijf(waarde: Any) -> str:
        if type(waarde) is not tuple:
            raise Twijfel
        return f"[{','.join(map(item, waarde))}]"

    return schrijf


_GEDEELD: Final = frozenset({RegelUitkomst, Tabelgebruik})
"""Classes of which one object stands in many reports, as does one list of them."""

_MAX_GEDEELD: Final = 65_536
_MAX_LIJSTEN: Final = 256
_MAX_BEVINDINGEN: Final = 1024
"""A finding is short beside a list or a report, and there are more that documents share."""


def _eenmalig(schrijf: Callable[[Any], _T], grens: int) -> Callable[[Any], _T]:
    """Return what writes an object or a list once, and then knows it again.

    It is kept with its text, so that no other object can get its id.
    """
    geschreven: dict[int, tuple[Any, _T]] = {}

    def gedeeld(waarde: Any) -> _T:
        bekend = geschreven.get(id(waarde))
        if bekend is None:
            if len(geschreven) >= grens:
                geschreven.clear()
            bekend = geschreven[id(waarde)] = (waarde, schrijf(waarde))
        return bekend[1]

    return gedeeld


def _van(vorm: Vorm) -> Schrijf:
    if vorm.item is not None:
        lijst = _lijst(_van(vorm.item))
        return _eenmalig(lijst, _MAX_LIJSTEN) if vorm.item.klasse in _GEDEELD else lijst
    if vorm.klasse is None:
        return _EENVOUDIG[vorm.soort]
    return schrijver(vorm.klasse) if vorm.soort is Soort.OBJECT else _keuze(vorm.klasse)


def _lid(veldvorm: Veldvorm) -> _Lid:
    naam, niets = veldvorm.naam, not veldvorm.verplicht
    leeg = niets and not veldvorm.veld.altijd
    return _Lid(f'"{naam}":', attrgetter(naam), _van(veldvorm.vorm), niets, leeg)


_GEMAAKT: Final[dict[type[Any], Schrijf]] = {}


def schrijver(klasse: type[Any]) -> Schrijf:
    """Return what writes an object of a model class, or raises Twijfel; made once."""
    gemaakt = _GEMAAKT.get(klasse)
    if gemaakt is None:
        gemaakt = _GEMAAKT[klasse] = _object(klasse)
    return gemaakt


def _object(klasse: type[Any]) -> Schrijf:
    leden = tuple(_lid(veldvorm) for veldvorm in velden(klasse))

    def schrijf(model: Any) -> str:
        if type(model) is not klasse:
            raise Twijfel
        uit: list[str] = []
        for kop, lees, schrijf_lid, niets, leeg in leden:
            waarde = lees(model)
            if niets and waarde is None:
                continue
            if leeg and type(waarde) is tuple and not waarde:
                continue
            uit.append(kop + schrijf_lid(waarde))
        return f"{{{','.join(uit)}}}"

    if klasse is not Bevinding:
        return _eenmalig(schrijf, _MAX_GEDEELD) if klasse in _GEDEELD else schrijf
    eens = _eenmalig(schrijf, _MAX_BEVINDINGEN)  # that on one place is shared
    return lambda model: (eens if getattr(model, "ook_op", None) == () else schrijf)(model)


def document(model: Any) -> bytes:
    """Return a document as JSON in UTF-8, as :func:`geboortezorg.convert.dump` says."""
    try:
        leden = schrijver(type(model))(model)
    except Twijfel:
        leden = ""
    # Outside of the except, so that what is wrong is raised alone.
    leden = leden or json.dumps(destructureer(model), ensure_ascii=False, separators=(",", ":"))
    kop = f'"soort":"{SOORTEN[type(model)]}","schema_versie":"{SCHEMA_VERSIE}"'
    return f"{{{kop},{leden[1:]}".encode()


_eens: Final = _eenmalig(document, _MAX_LIJSTEN)


def rapport(model: Any) -> bytes:
    """Return a report as JSON: written once where it can stand for many documents."""
    return _eens(model) if gemeen(model) else document(model)
