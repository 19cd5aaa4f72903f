"""Breaches of what fields mean, made from the declarations themselves: of each, at each place.

A document is filled in from the shape of its class, so it need not make sense to other rules. It
comes in two forms: one in which a declaration holds, and one in which only that is broken.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeVar

import attrs
from hypothesis import strategies as st

from geboortezorg import betekenis as b
from geboortezorg.betekenis import Betekenis
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels.eigenaren import ALGEMEEN, code_van
from geboortezorg.regels.veldlezer import Plek, plekken
from geboortezorg.regels.veldpad import Veldpad, veldvorm
from geboortezorg.tabellen.normen import normen
from geboortezorg.testing import basis
from geboortezorg.tijd import Looptijd, Periode
from geboortezorg.veld import Veld
from geboortezorg.vorm import Soort, Vorm, velden

_T = TypeVar("_T")

_BEGIN: Final = date(2020, 1, 1)
_EINDE: Final = date(2020, 12, 31)


class Breuk(NamedTuple):
    """A document before and after one declaration is broken."""

    goed: Any
    fout: Any
    pad: str
    """JSON Pointer to what was broken."""
    code: str
    """The rule that says so: a general one, or the special rule of this place."""


# --- a filled-in document --------------------------------------------------------------------


def gevuld(klasse: type[_T], nummers: Iterator[int] | None = None) -> _T:
    """Return an object of a model class with every field filled in, and no two keys the same."""
    nummers = iter(range(1, 1_000_000)) if nummers is None else nummers
    return klasse(**{v.naam: _waarde(v.vorm, v.veld, nummers) for v in velden(klasse)})


def _waarde(vorm: Vorm, veld: Veld, nummers: Iterator[int]) -> Any:
    if vorm.item is not None:
        return tuple(_waarde(vorm.item, veld, nummers) for _ in range(min(2, veld.max_aantal)))
    nummer = next(nummers)
    if vorm.klasse is not None:
        leden = list(vorm.klasse) if issubclass(vorm.klasse, StrEnum) else None
        return gevuld(vorm.klasse, nummers) if leden is None else leden[nummer % len(leden)]
    vast: dict[Soort, Any] = {
        Soort.JANEE: True,
        Soort.DATUM: _BEGIN,
        Soort.TIJDSTIP: dt.datetime(2020, 1, 1, 12, tzinfo=dt.UTC),
        Soort.GETAL: veld.minimum + nummer % (veld.maximum - veld.minimum + 1),
    }
    return vast[vorm.soort] if vorm.soort in vast else _tekst(veld, nummer)


def _tekst(veld: Veld, nummer: int) -> str:
    if veld.patroon is None:
        letter = veld.tekens is None or re.fullmatch(f"[{veld.tekens}]", "K") is not None
        return f"{'K' if letter else '1'}{nummer}".ljust(veld.min_lengte, "0")[: veld.max_lengte]
    return str(veld.voorbeelden[0]) if veld.voorbeelden else "1" * veld.max_lengte


# --- one place -------------------------------------------------------------------------------


def _lees(obj: Any, pad: str) -> Any:
    """Return the value to which a path leads, through the first part of each list."""
    for naam in pad.split("."):
        obj = getattr(obj, naam)
        obj = obj[0] if isinstance(obj, tuple) else obj
    return obj


def _zet(obj: Any, pad: str, waarde: Any, *, plaats: int = 0) -> Any:
    """Return the object with another value, in the part `plaats` of the last list on the way."""
    naam, _, rest = pad.partition(".")
    deel = getattr(obj, naam)
    if isinstance(deel, tuple):
        dieper = any(
            isinstance(getattr(deel[0], n, None), tuple) for n in rest.split(".")[:1] if rest
        )
        i = 0 if dieper else plaats
        item = _zet(deel[i], rest, waarde, plaats=plaats) if rest else waarde
        return attrs.evolve(obj, **{naam: (*deel[:i], item, *deel[i + 1 :])})
    if rest:
        waarde = _zet(deel, rest, waarde, plaats=plaats)
    return attrs.evolve(obj, **{naam: waarde})


def _tijd(vorm: Vorm, van: date, tot_en_met: date) -> Any:
    """Return a value of a shape that begins and ends on these days."""
    if vorm.soort is Soort.DATUM:
        return van
    if vorm.soort is Soort.TIJDSTIP:
        return dt.datetime(van.year, van.month, van.day, 12, tzinfo=dt.UTC)
    klasse: Any = vorm.klasse
    if klasse in (Periode, Looptijd):
        return klasse(van=van, tot_en_met=tot_en_met)
    begin = dt.datetime(van.year, van.month, van.day, tzinfo=dt.UTC)
    einde = dt.datetime(tot_en_met.year, tot_en_met.month, tot_en_met.day, 12, tzinfo=dt.UTC)
    return klasse(begin=begin, einde=einde)


Vormen = tuple[Any, Any, int]
"""The object that holds the field, good and broken, and the position of the broken part."""


def _pad(veld: str, eigen: str) -> str:
    return f"{veld}.{eigen}" if eigen else veld


def _uniek(obj: Any, veld: str, d: b.Uniek) -> Vormen:
    pad = _pad(veld, d.eigen)
    if isinstance(_lees(obj, pad), int):  # small numbers may be the same by chance
        obj = _zet(obj, pad, 1 + _lees(obj, pad) % 2, plaats=1)
    elif isinstance(waarde := _lees(obj, pad), dt.datetime):
        obj = _zet(obj, pad, waarde + timedelta(hours=1), plaats=1)
    elif isinstance(waarde, StrEnum):  # and so may one of a few choices
        obj = _zet(obj, pad, next(w for w in type(waarde) if w is not waarde), plaats=1)
    fout = _zet(obj, pad, _lees(obj, pad), plaats=1)
    for naam in d.per:
        naast = f"{pad.rpartition('.')[0]}.{naam}"
        fout = _zet(fout, naast, _lees(obj, naast), plaats=1)
    return obj, fout, 1


def _ander(obj: Any, veld: str, d: b.Ander) -> Vormen:
    pad, waarde = _pad(veld, d.eigen), "53001234"
    goed = _zet(obj, d.ander, waarde)
    return _zet(goed, pad, "08001234"), _zet(goed, pad, waarde), 0


def _eenduidig(obj: Any, veld: str, d: b.Eenduidig) -> Vormen:
    sleutel, pad = f"{veld}.{d.sleutel}", f"{veld}.{d.eigen}"
    fout = _zet(obj, sleutel, _lees(obj, sleutel), plaats=1)
    return _zet(fout, pad, _lees(obj, pad), plaats=1), fout, 1


def _past(obj: Any, veld: str, d: b.Past) -> Vormen:
    pad = _pad(veld, d.eigen)
    bij, mag = next(iter(d.mag.items()))
    if d.bij:
        obj = _zet(obj, d.bij, bij)
    if not mag:  # nothing fits
        leeg = () if isinstance(getattr(obj, veld), tuple) else None
        return attrs.evolve(obj, **{veld: leeg}), obj, 0
    vorm = Veldpad(type(obj), pad).vorm
    ander = next(waarde for waarde in vorm.klasse or () if waarde not in mag)
    return _zet(obj, pad, mag[0]), _zet(obj, pad, ander), 0


def _niet_nul(obj: Any, veld: str, _: b.NietNul) -> Vormen:
    return obj, _zet(obj, veld, "0" * len(_lees(obj, veld))), 0


def _nabij(obj: Any, veld: str, d: b.Nabij) -> Vormen:
    later = date(basis.BEOORDELINGSDATUM.year + d.jaren + 1, 1, 1)
    return obj, _zet(obj, _pad(veld, d.eigen), later), 0


def _duurt(obj: Any, veld: str, d: b.Duurt) -> Vormen:
    later = date(_BEGIN.year + d.hooguit_jaren, 1, 1)
    vorm = Veldpad(type(obj), veld).vorm
    return (
        _zet(obj, veld, _tijd(vorm, _BEGIN, _EINDE)),
        _zet(obj, veld, _tijd(vorm, _BEGIN, later)),
        0,
    )


def _verwijst(obj: Any, veld: str, d: b.Verwijst) -> Vormen:
    pad = _pad(veld, d.eigen)
    return _zet(obj, pad, _lees(obj, d.naar)), _zet(obj, pad, "nergens"), 0


def _strookt(obj: Any, veld: str, d: b.Strookt) -> Vormen:
    pad = _pad(veld, d.eigen)
    goed = _zet(obj, pad, _lees(obj, d.naar))
    hier, daar = (
        f"{boven.rpartition('.')[0]}.{naam}"
        for boven, naam in zip((pad, d.naar), d.gelijk[0], strict=True)
    )
    waarde = _lees(goed, daar)
    return _zet(goed, hier, waarde), _zet(goed, hier, waarde[:-1] + "9"), 0


def _eindigt(obj: Any, veld: str, d: b.Eindigt) -> Vormen:
    begin = getattr(obj, d.begin)
    dag = timedelta(days=1)
    return _zet(obj, veld, begin + dag), _zet(obj, veld, begin - dag), 0


def _gebeurd(obj: Any, veld: str, d: b.Gebeurd) -> Vormen:
    pad = _pad(veld, d.eigen)
    vorm = Veldpad(type(obj), pad).vorm
    morgen = basis.BEOORDELINGSDATUM + timedelta(days=1)
    return (
        _zet(obj, pad, _tijd(vorm, _BEGIN, _BEGIN)),
        _zet(
            obj,
            pad,
            _tijd(vorm, _BEGIN, morgen)
            if vorm.soort is Soort.OBJECT
            else _tijd(vorm, morgen, morgen),
        ),
        0,
    )


def _volgorde(obj: Any, veld: str, d: b.NietVoor | b.NietNa) -> Vormen:
    pad = _pad(veld, d.eigen)
    heel, eigen = Veldpad(type(obj), d.ander).vorm, Veldpad(type(obj), pad).vorm
    goed = _zet(obj, d.ander, _tijd(heel, _BEGIN, _EINDE))
    if isinstance(d, b.NietVoor):
        buiten = _BEGIN - timedelta(days=1)
    else:
        buiten = date(_EINDE.year + 1 + d.jaren, 1, 2)
    return (
        _zet(goed, pad, _tijd(eigen, _BEGIN, _BEGIN)),
        _zet(goed, pad, _tijd(eigen, buiten, buiten)),
        0,
    )


def _geen_overlap(obj: Any, veld: str, d: b.GeenOverlap) -> Vormen:
    pad = _pad(veld, d.eigen)
    vorm = Veldpad(type(obj), pad).vorm
    for waarde in d.waarden[:1]:
        obj = _zet(obj, f"{veld}.{d.per[0]}", waarde)
    for naam in d.per:
        obj = _zet(obj, f"{veld}.{naam}", _lees(obj, f"{veld}.{naam}"), plaats=1)
    obj = _zet(obj, pad, _tijd(vorm, _BEGIN, _EINDE))
    later = _EINDE + timedelta(days=1)
    return (
        _zet(obj, pad, _tijd(vorm, later, later), plaats=1),
        _zet(obj, pad, _tijd(vorm, _EINDE, later), plaats=1),
        1,
    )


def _agb(obj: Any, veld: str, _: b.AGB) -> Vormen:
    return _zet(obj, veld, "08001234"), _zet(obj, veld, "00001234"), 0


def _zorgsoort(obj: Any, veld: str, d: b.Zorgsoort) -> Vormen:
    zorgsoorten = d.zorgsoorten
    for naam, per_waarde in d.rol[:1]:
        rol = next(iter(per_waarde))
        obj, zorgsoorten = _zet(obj, naam, rol), per_waarde[rol]
    return _zet(obj, veld, f"{zorgsoorten[0]}001234"), _zet(obj, veld, "99001234"), 0


def _hooguit(obj: Any, veld: str, d: b.Hooguit) -> Vormen:
    pad = _pad(veld, d.eigen)
    heel = _zet(obj, d.ander, sum(Veldpad(type(obj), pad).waarden(obj)))
    return heel, _zet(heel, pad, _lees(obj, pad) + 1), 0


def _bereik(obj: Any, veld: str, d: b.Bereik) -> Vormen:
    hoogste = normen().norm(d.norm).waarde(f"{d.sleutel}.hoogste")
    return _zet(obj, veld, hoogste), _zet(obj, veld, hoogste + 1), 0


def _gevuld(obj: Any, veld: str, _: b.Gevuld) -> Vormen:
    klasse = Veldpad(type(obj), veld).vorm.klasse
    return obj, _zet(obj, veld, " " if klasse is None else klasse()), 0


def _nodig(obj: Any, veld: str, d: b.Nodig) -> Vormen:
    if d.bij is not None:
        obj = _zet(obj, d.bij, type(getattr(obj, d.bij))(d.waarden[0]))
    vorm = veldvorm(type(obj), veld)
    leeg: Any = () if vorm.vorm.item is not None else None if not vorm.verplicht else " "
    return obj, attrs.evolve(obj, **{veld: leeg}), 0


_BREKERS: Final[Mapping[type[Betekenis], Callable[[Any, str, Any], Vormen]]] = MappingProxyType(
    {
        b.Uniek: _uniek,
        b.Ander: _ander,
        b.Verwijst: _verwijst,
        b.Strookt: _strookt,
        b.Eindigt: _eindigt,
        b.Gebeurd: _gebeurd,
        b.NietVoor: _volgorde,
        b.NietNa: _volgorde,
        b.GeenOverlap: _geen_overlap,
        b.AGB: _agb,
        b.Zorgsoort: _zorgsoort,
        b.Hooguit: _hooguit,
        b.Bereik: _bereik,
        b.Gevuld: _gevuld,
        b.Nodig: _nodig,
        b.Eenduidig: _eenduidig,
        b.Past: _past,
        b.NietNul: _niet_nul,
        b.Nabij: _nabij,
        b.Duurt: _duurt,
    }
)


def breuk_op(plek: Plek) -> Breuk:
    """Return a document in which the declaration at a place holds, and one in which it does not."""
    document = gevuld(DOCUMENTEN[plek.soort])
    weg = plek.pad.replace("/*", "").strip("/").replace("/", ".")
    houder = _lees(document, weg) if weg else document
    toets = plek.toets
    goed, fout, plaats = _BREKERS[type(toets.betekenis)](houder, toets.veld, toets.betekenis)
    delen = f"{plek.pad}{toets.patronen[0]}".rsplit("*", 1)
    achter = plek.patronen[0].count("*") > plek.pad.count("*")
    pad = f"{plaats if achter else 0}".join(delen).replace("*", "0")
    return Breuk(
        _zet(document, weg, goed) if weg else goed,
        _zet(document, weg, fout) if weg else fout,
        pad,
        code_van(type(toets.betekenis), plek.soort, plek.patronen[0]),
    )


def _proefbreuken() -> Iterator[basis.Proefbreuk]:
    """Return one for each general rule and each kind of document that declares its meaning."""
    per: dict[tuple[str, str], list[Plek]] = {}
    for plek in plekken():
        code = code_van(type(plek.toets.betekenis), plek.soort, plek.patronen[0])
        if code in ALGEMEEN.values():
            per.setdefault((code, plek.soort), []).append(plek)
    for (code, soort), gekozen in per.items():
        breuken = st.sampled_from(gekozen).map(breuk_op)
        documenten = breuken.map(lambda breuk: (breuk.fout, breuk.pad))
        yield basis.Proefbreuk(code, soort, documenten, basis.Naast.ALLES)


PROEFBREUKEN: Final = tuple(_proefbreuken())
"""What this module can break, for :func:`geboortezorg.testing.documents`."""
