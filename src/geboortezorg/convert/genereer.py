"""One generated structuring function per model class.

The function is written as text from the shape of the class and compiled once. In one pass it
either builds the object or has every shape error with its place: since Python 3.11 a ``try``
that does not raise costs nothing, so each field has its own.

A frozen class pays for every field in ``__init__``. The generated function therefore fills an
ordinary object with the same slots, and makes it the frozen class in one assignment.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import Any, Final

from geboortezorg.convert import waarden
from geboortezorg.convert.vormfout import (
    ONBEKEND_SEGMENT,
    Vormfout,
    Vormfouten,
    Vormreden,
    enkel,
    mis,
    onder,
)
from geboortezorg.lui import later
from geboortezorg.tekst import Tekst
from geboortezorg.veld import Veld
from geboortezorg.vorm import Soort, Veldvorm, Vorm, velden

Structureer = Callable[[Any, list[int]], Any]
"""Takes a parsed JSON value and a one-item tally of the object members seen; returns the model."""

OBJECT: Final = Tekst("object", "object")
_VERPLICHT: Final = Tekst("verplicht veld", "required member")
_MAX_ONBEKEND: Final = 20
_MAX_SLEUTEL: Final = 60
_BITS: Final = 63
_LIJKT: Final = 0.75
"""From which part on that two names have in common, of both together, one may be meant for the other."""
_MIN_DEEL: Final = 3
"""From how many letters on a key may be part of the name that is meant."""


def noteer(fouten: list[Vormfout] | None, naam: str, fout: Exception) -> list[Vormfout]:
    """Add what went wrong in one field to the errors so far."""
    if fouten is None:
        fouten = []
    if isinstance(fout, Vormfouten):
        fouten.extend(onder(fout, naam))
    else:
        fouten.append(Vormfout((naam,), Vormreden.ONTBREEKT, _VERPLICHT))
    return fouten


def onbekende_velden(
    fouten: list[Vormfout] | None, gegeven: dict[Any, Any], namen: frozenset[str]
) -> list[Vormfout] | None:
    """Add one error when an object has members that its class does not know.

    A close match among the known names is suggested; the unknown key itself is never shown.
    """
    vreemd = [sleutel for sleutel in gegeven if sleutel not in namen]
    if not vreemd:
        return fouten
    bedoeld: set[str] = set()
    for sleutel in vreemd[:_MAX_ONBEKEND]:
        if type(sleutel) is str and len(sleutel) <= _MAX_SLEUTEL:
            klein = sleutel.lower()
            dichtbij: list[str] = []
            if mogelijk := _kan_lijken(klein, namen):
                import difflib  # noqa: PLC0415 - seldom needed, and slow to import

                dichtbij = difflib.get_close_matches(klein, mogelijk, n=1, cutoff=_LIJKT)
            bedoeld.update(dichtbij or _deelt(klein, namen.difference(gegeven)))
    namen_ = ", ".join(sorted(bedoeld))
    verwacht = Tekst(
        f"alleen bekende velden ({len(vreemd)} onbekend)"
        + (f"; misschien bedoeld: {namen_}" if bedoeld else ""),
        f"known members only ({len(vreemd)} unknown)"
        + (f"; perhaps meant: {namen_}" if bedoeld else ""),
    )
    fout = Vormfout((ONBEKEND_SEGMENT,), Vormreden.ONBEKEND_VELD, verwacht)
    return [fout] if fouten is None else [*fouten, fout]


def _kan_lijken(sleutel: str, namen: frozenset[str]) -> list[str]:
    """Return the names that have enough letters in common with a key to be compared, which is slow.

    A letter that only one of the two has is one that they have not in common.
    """
    lengte, letters = len(sleutel), _letters(sleutel)
    anders = ~letters
    return [
        naam
        for naam, lang, erin in _per_naam(namen)
        if lang - (erin & anders).bit_count() >= (gemeen := _LIJKT * (lengte + lang) / 2)
        and lengte - (letters & ~erin).bit_count() >= gemeen
    ]


@cache
def _per_naam(namen: frozenset[str]) -> list[tuple[str, int, int]]:
    return [(naam, len(naam), _letters(naam)) for naam in sorted(namen)]


def _letters(tekst: str) -> int:
    """Return which letters are in a text, as bits; some share one."""
    uit = 0
    for letter in tekst:
        uit |= 1 << (ord(letter) & _BITS)
    return uit


def _deelt(sleutel: str, namen: Iterable[str]) -> list[str]:
    """Return the one name that a key is part of, or the reverse; none when there are more."""
    kern = sleutel.replace("_", "")
    if len(kern) < _MIN_DEEL:
        return []
    uit = [n for n in namen if kern in (plat := n.replace("_", "")) or plat in kern]
    return uit if len(uit) == 1 else []


def lijst(
    structureer: Structureer, minimum: int, maximum: int
) -> Callable[[Any, list[int]], tuple[Any, ...]]:
    """Return the structuring function of a list of which each item is structured."""
    verwacht = Tekst(f"lijst van {minimum} t/m {maximum}", f"list of {minimum} to {maximum}")

    def structureer_lijst(gegeven: Any, telling: list[int]) -> tuple[Any, ...]:
        if type(gegeven) is not list:
            raise mis(Vormreden.TYPE, verwacht, gegeven)
        if not minimum <= len(gegeven) <= maximum:
            raise enkel(Vormreden.AANTAL, verwacht)
        uit: list[Any] = []
        fouten: list[Vormfout] = []
        for plaats, deel in enumerate(gegeven):
            try:
                uit.append(structureer(deel, telling))
            except Vormfouten as fout:
                fouten.extend(onder(fout, plaats))
        if fouten:
            raise Vormfouten(fouten)
        return tuple(uit)

    return structureer_lijst


def _tweeling(klasse: type[Any]) -> type[Any]:
    """Return a plain class with the same slots, whose instances can become `klasse`."""
    namen = tuple(veldvorm.naam for veldvorm in velden(klasse))
    tweeling = type(f"_{klasse.__name__}", (), {"__slots__": namen})
    tweeling().__class__ = klasse  # TypeError here, once, when the layouts differ.
    return tweeling


def _controle(vorm: Vorm, veld: Veld) -> waarden.Controle:
    """Return the check of a single value, through a memo when it recurs and is not personal."""
    if vorm.soort is Soort.TEKST:
        controle = waarden.tekst(veld)
        vrij = veld.patroon is None and veld.tekens is None
        if vrij or veld.persoonsgegeven:
            return controle
        return waarden.Memo(controle).__getitem__
    if vorm.soort is Soort.GETAL:
        return waarden.getal(veld.minimum, veld.maximum)
    if vorm.soort is Soort.DATUM:
        return waarden.DATUMS.__getitem__
    if vorm.soort is Soort.TIJDSTIP:
        return waarden.tijdstip
    if vorm.soort is Soort.KEUZE and vorm.klasse is not None:
        return waarden.Keuzes(vorm.klasse).__getitem__
    return waarden.janee


def van_waarde(vorm: Vorm, veld: Veld) -> Structureer:
    """Return the structuring function of a single value."""
    controle = _controle(vorm, veld)
    if isinstance(getattr(controle, "__self__", None), dict):
        # See _toekenning: only a str is looked for in a memo.
        return lambda waarde, _: controle(
            waarde if type(waarde) is str or waarde is None else False
        )
    return lambda waarde, _: controle(waarde)


def _lijst_van(vorm: Vorm, veld: Veld) -> Structureer:
    if vorm.soort is Soort.OBJECT and vorm.klasse is not None:
        return lijst(structureerder(vorm.klasse), veld.min_aantal, veld.max_aantal)
    return lijst(van_waarde(vorm, veld), veld.min_aantal, veld.max_aantal)


def _toekenning(nummer: int, veldvorm: Veldvorm, ruimte: dict[str, Any]) -> list[str]:
    """Return the lines that check the value ``x`` and put it on the object ``o``."""
    naam, veld, vorm = veldvorm.naam, veldvorm.veld, veldvorm.vorm
    doel, hulp = f"o.{naam}", f"c{nummer}"
    if vorm.soort is Soort.OBJECT and vorm.klasse is not None:
        later(ruimte, hulp, partial(structureerder, vorm.klasse))
        return [f"{doel} = {hulp}(x, t)"]
    if vorm.soort is Soort.LIJST and vorm.item is not None:
        later(ruimte, hulp, partial(_lijst_van, vorm.item, veld))
        return [f"{doel} = {hulp}(x, t)"]
    controle = _controle(vorm, veld)
    ruimte[hulp] = controle
    if vorm.soort is Soort.GETAL:
        # The common case in line: an int within bounds needs no call.
        grens = f"type(x) is int and {veld.minimum} <= x <= {veld.maximum}"
        return [f"{doel} = x if {grens} else {hulp}(x)"]
    if vorm.soort is Soort.TEKST and veld.patroon is None and veld.tekens is None:
        lengte = f"{veld.min_lengte} <= len(x) <= {veld.max_lengte}"
        gewoon = f"type(x) is str and {lengte} and x.isprintable()"
        return [f"{doel} = x if {gewoon} else {hulp}(x)"]
    memo = getattr(controle, "__self__", None)
    if isinstance(memo, dict):
        # What equals a str is found in a memo only when that str was seen before, and what has no
        # hash never is. No field here takes False, so that stands for all that is no str nor None.
        ruimte[hulp] = memo
        return [f"{doel} = {hulp}[x if type(x) is str or x is None else False]"]
    return [f"{doel} = {hulp}(x)"]


def _veldregels(nummer: int, veldvorm: Veldvorm, ruimte: dict[str, Any]) -> list[str]:
    naam = veldvorm.naam
    toekenning = _toekenning(nummer, veldvorm, ruimte)
    vang = ["except FOUT as f:", f"    e = noteer(e, {naam!r}, f)"]
    if veldvorm.verplicht:
        return ["try:", f"    x = d[{naam!r}]", *(f"    {r}" for r in toekenning), *vang]
    return [
        f"if {naam!r} in d:",
        "    n += 1",
        "    try:",
        f"        x = d[{naam!r}]",
        *(f"        {coderegel}" for coderegel in toekenning),
        *(f"    {coderegel}" for coderegel in vang),
    ]


def _standaarden(optioneel: Iterable[Veldvorm]) -> Iterator[str]:
    """Yield the lines that give optional fields their defaults: those with the same one together."""
    doelen: dict[str, list[str]] = {}
    for veldvorm in optioneel:
        doelen.setdefault(repr(veldvorm.standaard), []).append(f"o.{veldvorm.naam}")
    for standaard, namen in doelen.items():
        yield f"{' = '.join(namen)} = {standaard}"


_GEMAAKT: Final[dict[type[Any], Structureer]] = {}


def structureerder(klasse: type[Any]) -> Structureer:
    """Return the structuring function of a model class, generated on first use.

    Those of its parts are generated when a document first has such a part.
    """
    gemaakt = _GEMAAKT.get(klasse)
    if gemaakt is None:
        gemaakt = _GEMAAKT[klasse] = _genereer(klasse)
    return gemaakt


def _genereer(klasse: type[Any]) -> Structureer:
    vormen = velden(klasse)
    ruimte: dict[str, Any] = {
        "T": _tweeling(klasse),
        "C": klasse,
        "FOUT": (KeyError, Vormfouten),
        "NAMEN": frozenset(veldvorm.naam for veldvorm in vormen),
        "Vormfouten": Vormfouten,
        "geen_object": partial(mis, Vormreden.TYPE, OBJECT),
        "noteer": noteer,
        "onbekende_velden": onbekende_velden,
    }
    coderegels = [
        "if type(d) is not dict:",
        "    raise geen_object(d)",
        "o = T()",
        "e = None",
        f"n = {sum(veldvorm.verplicht for veldvorm in vormen)}",
    ]
    genummerd = list(enumerate(vormen))
    for nummer, veldvorm in genummerd:
        if veldvorm.verplicht:
            coderegels += _veldregels(nummer, veldvorm, ruimte)
    optioneel = [(nummer, veldvorm) for nummer, veldvorm in genummerd if not veldvorm.verplicht]
    if optioneel:
        coderegels += _standaarden(veldvorm for _, veldvorm in optioneel)
        # All required members are there and there are no more: nothing to look for.
        coderegels.append("if e is not None or len(d) != n:")
        for nummer, veldvorm in optioneel:
            coderegels += [
                f"    {coderegel}" for coderegel in _veldregels(nummer, veldvorm, ruimte)
            ]
    coderegels += [
        "t[0] += len(d)",
        "if e is not None or len(d) != n:",
        "    e = onbekende_velden(e, d, NAMEN)",
        "    raise Vormfouten(e)",
        "o.__class__ = C",
        "return o",
    ]
    tekst = "def structureer(d, t):\n" + "".join(f"    {coderegel}\n" for coderegel in coderegels)
    code = compile(tekst, f"<structureer {klasse.__name__}>", "exec")
    exec(code, ruimte)  # noqa: S102 - the text comes from our own model classes only
    functie: Structureer = ruimte["structureer"]
    return functie
