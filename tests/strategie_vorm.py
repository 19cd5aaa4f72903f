"""Documents of the right shape, and of almost the right shape, straight from the models.

Works from :mod:`geboortezorg.vorm` only, so it covers every class of every kind of document
without knowing any of them. What comes out is a JSON value: dictionaries, lists, texts, numbers.
It knows nothing of the rules: a text of nine digits is as good a BSN as any.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any, Final

from hypothesis import strategies as st

from geboortezorg import tijd
from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.veld import Veld
from geboortezorg.vorm import Soort, Veldvorm, Vorm, velden

Plek = tuple[str | int, ...]

MAX_ITEMS: Final = 2
"""Most items in a generated list, where the field allows as many."""

MAX_VRIJ: Final = 12
"""Most characters in most generated free texts."""

KORT: Final = 100
"""Most items in a list that counts as short."""

VREEMD: Final[tuple[Any, ...]] = (
    None,
    True,
    False,
    *(0, 1, -1, 10**12, 10**12 + 1, -(10**12) - 1, 2**53, 2**53 + 1, 2**64, 10**30),
    *(0.0, -0.0, 1.0, 5933.0, 1e3, 1e12, 2.0**53, 1e16, 1e300, 59.33, 0.5, 1e-9),
    *("", " ", "1", "true", "null", "D", "kraamzorg", "x" * 501, "\N{BABY BOTTLE}" * 500),
    *("2023-02-29", "2024-02-29", "1900-02-29", "2000-02-29", "2023-04-31", "1899-12-31"),
    *("2100-01-01", "2023-05-01\n", "2023-05-01T00:00", "20230501", "2023-W18-1", "2023-5-01"),
    *("2026-03-01T23:30+01:00", "2026-03-01T23:30Z", "2026-03-01T24:00+01:00"),
    *("\N{ARABIC-INDIC DIGIT TWO}023-05-01", "\N{FULLWIDTH DIGIT ONE}", "\x00", "\x7f", "\x85"),
    *("\N{LINE SEPARATOR}", "\N{ZERO WIDTH SPACE}", "e\N{COMBINING ACUTE ACCENT}"),
    [],
    [None],
    [[]],
    [""],
    {},
    {"soort": "dossier"},
)
"""Values that belong in few places, or in none."""

NAMEN: Final = (
    *("onbekend", "soort", "schema_versie", "Soort", " soort", "soort\n", "", "__proto__"),
    *("constructor", "$schema", "$ref", "x-eigen", "s\N{CYRILLIC SMALL LETTER O}ort", "0"),
)
"""Names of members that an object may not have, apart from the two of a whole document."""


def documenten(soort: str) -> st.SearchStrategy[dict[str, Any]]:
    """Return documents of one kind, each of the right shape."""
    kop = {"soort": soort, "schema_versie": SCHEMA_VERSIE}
    return objecten(DOCUMENTEN[soort]).map(lambda inhoud: {**kop, **inhoud})


_OBJECTEN: Final[dict[type[Any], st.SearchStrategy[dict[str, Any]]]] = {}


def objecten(klasse: type[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return the JSON objects of a model class, each of the right shape."""

    def maak() -> st.SearchStrategy[dict[str, Any]]:
        vormen = velden(klasse)
        return st.fixed_dictionaries(
            {v.naam: waarden(v.vorm, v.veld) for v in vormen if v.verplicht},
            optional={v.naam: waarden(v.vorm, v.veld) for v in vormen if not v.verplicht},
        )

    # Deferred, since a class may hold itself.
    return _OBJECTEN.setdefault(klasse, st.deferred(maak))


def waarden(vorm: Vorm, veld: Veld) -> st.SearchStrategy[Any]:
    """Return the JSON values that a field takes."""
    match vorm.soort:
        case Soort.TEKST:
            return teksten(veld)
        case Soort.GETAL:
            return st.integers(veld.minimum, veld.maximum)
        case Soort.JANEE:
            return st.booleans()
        case Soort.DATUM:
            return st.dates(tijd.EERSTE_DATUM, tijd.LAATSTE_DATUM).map(dt.date.isoformat)
        case Soort.TIJDSTIP:
            return _tijdstippen()
        case Soort.KEUZE:
            return st.sampled_from([lid.value for lid in klasse_van(vorm)])
        case Soort.OBJECT:
            return objecten(klasse_van(vorm))
        case Soort.LIJST:
            grens = min(veld.max_aantal, max(veld.min_aantal, MAX_ITEMS))
            items = waarden(item_van(vorm), veld)
            return st.lists(items, min_size=veld.min_aantal, max_size=grens)


def teksten(veld: Veld) -> st.SearchStrategy[str]:
    """Return the texts that a field takes, those of the greatest length among them."""
    if veld.patroon is not None:
        kern = veld.patroon.removeprefix("^").removesuffix("$")
        return st.from_regex(kern, fullmatch=True)
    if veld.tekens is None:
        tekens: Any = st.characters(
            min_codepoint=0x20, exclude_categories=["Cs"], exclude_characters="\x7f"
        )
        lang = "\N{BABY BOTTLE}" * veld.max_lengte
    else:
        tekens = [c for c in map(chr, range(128)) if re.fullmatch(f"[{veld.tekens}]", c)]
        lang = tekens[0] * veld.max_lengte
    grens = min(veld.max_lengte, max(veld.min_lengte, MAX_VRIJ))
    kort = st.text(tekens, min_size=veld.min_lengte, max_size=grens)
    return st.one_of(kort, kort, kort, st.just(lang))


def _tijdstippen() -> st.SearchStrategy[str]:
    return st.builds(
        lambda dag, minuut, teken, zone: (
            f"{dag}T{minuut // 60:02}:{minuut % 60:02}{teken}{zone // 60:02}:{zone % 60:02}"
        ),
        st.dates(tijd.EERSTE_DATUM, tijd.LAATSTE_DATUM),
        st.integers(0, 24 * 60 - 1),
        st.sampled_from("+-"),
        st.integers(0, 15 * 60 - 1),
    )


def voorbeeld(klasse: type[Any], *, alles: bool = True) -> dict[str, Any]:
    """Return the same object of a class each time: every member there, one item in a list.

    A member of a class that is being filled already is left out when that is allowed; without
    `alles` every optional member is.
    """
    return _voorbeeld(klasse, alles, ())


def _voorbeeld(klasse: type[Any], alles: bool, boven: tuple[type[Any], ...]) -> dict[str, Any]:
    hier = (*boven, klasse)
    return {
        v.naam: _voorbeeldwaarde(v.vorm, v.veld, alles, hier)
        for v in velden(klasse)
        if v.verplicht or (alles and (v.vorm.item or v.vorm).klasse not in hier)
    }


def voorbeeld_met(klasse: type[Any], plek: Plek) -> dict[str, Any]:
    """Return the smallest object of a class in which there is something at `plek`."""
    uit = voorbeeld(klasse, alles=False)
    (v,) = (v for v in velden(klasse) if v.naam == plek[0])
    if len(plek) == 1:
        uit[v.naam] = _voorbeeldwaarde(v.vorm, v.veld, False, ())
    elif v.vorm.item is None:
        uit[v.naam] = voorbeeld_met(klasse_van(v.vorm), plek[1:])
    else:
        een = voorbeeld_met(klasse_van(v.vorm.item), plek[2:])
        uit[v.naam] = [een] * max(v.veld.min_aantal, 1)
    return uit


def _voorbeeldwaarde(vorm: Vorm, veld: Veld, alles: bool, boven: tuple[type[Any], ...]) -> Any:
    match vorm.soort:
        case Soort.TEKST:
            return _voorbeeldtekst(veld)
        case Soort.GETAL:
            return veld.minimum
        case Soort.JANEE:
            return False
        case Soort.DATUM:
            return "2024-02-29"
        case Soort.TIJDSTIP:
            return "2026-03-01T23:30+01:00"
        case Soort.KEUZE:
            return next(iter(klasse_van(vorm))).value
        case Soort.OBJECT:
            return _voorbeeld(klasse_van(vorm), alles, boven)
        case Soort.LIJST:
            aantal = max(veld.min_aantal, 1)
            return [_voorbeeldwaarde(item_van(vorm), veld, alles, boven) for _ in range(aantal)]


def _voorbeeldtekst(veld: Veld) -> str:
    """Return a text of the shortest length; for a pattern it is built one character at a time."""
    if veld.patroon is not None:
        # Patterns of fixed length are sequences of classes: the first digit or letter that fits.
        uit = ""
        for keuze, aantal in re.findall(r"\[([^]]+)\](?:\{([0-9]+)\})?", veld.patroon):
            uit += keuze[0] * int(aantal or 1)
        return uit
    eerste = "a" if veld.tekens is None else veld.tekens[0]
    return eerste * max(veld.min_lengte, 1)


def randwaarden(veldvorm: Veldvorm) -> Iterator[Any]:
    """Return values at and just over every bound of a field, the right and the wrong ones.

    Not at the greatest length of a long list of objects: that costs a judge too much.
    """
    vorm, veld = veldvorm.vorm, veldvorm.veld
    goed = _voorbeeldwaarde(vorm, veld, True, ())
    yield from (goed, None)
    if vorm.soort is Soort.LIJST:
        item = item_van(vorm)
        for aantal in (0, veld.min_aantal - 1, veld.min_aantal, veld.min_aantal + 1):
            yield goed[:1] * max(aantal, 0)
        if item.soort is not Soort.OBJECT or veld.max_aantal <= KORT:
            yield from (goed[:1] * veld.max_aantal, goed[:1] * (veld.max_aantal + 1))
        yield from ([waarde] for waarde in _enkele_randen(item, veld, goed[0]))
        yield goed[0]
    else:
        yield from _enkele_randen(vorm, veld, goed)
        yield [goed]


def _enkele_randen(vorm: Vorm, veld: Veld, goed: Any) -> Iterator[Any]:
    match vorm.soort:
        case Soort.GETAL:
            for grens in (veld.minimum, veld.maximum):
                yield from (
                    grens - 1,
                    grens,
                    grens + 1,
                    float(grens),
                    grens + 0.5,
                    float(grens - 1),
                )
            yield from (str(veld.minimum), True)
        case Soort.JANEE:
            yield from (True, False, 0, 1, "true", "")
        case Soort.OBJECT:
            yield from ({}, [], "", 0, {**goed, "onbekend": 1})
        case _:
            yield from _tekstranden(vorm, veld, goed)


def _tekstranden(vorm: Vorm, veld: Veld, goed: str) -> Iterator[Any]:
    yield from (
        "",
        f"{goed}\n",
        f"\n{goed}",
        f" {goed}",
        f"{goed}\x00",
        goed[:-1],
        f"{goed}{goed[-1:]}",
    )
    yield from (
        goed.upper(),
        goed.lower(),
        re.sub("[0-9]", "\N{ARABIC-INDIC DIGIT ONE}", goed, count=1),
    )
    yield from (
        re.sub("[0-9]", "\N{FULLWIDTH DIGIT ONE}", goed),
        0,
        1.0,
        True,
        [goed],
        {goed: goed},
    )
    if vorm.soort is Soort.TEKST and veld.patroon is None:
        teken = goed[0]
        for lengte in (veld.min_lengte - 1, veld.min_lengte, veld.max_lengte, veld.max_lengte + 1):
            yield teken * max(lengte, 0)
        yield "\N{BABY BOTTLE}" * veld.max_lengte
        for code in (
            0x1F,
            0x20,
            0x2C,
            0x2D,
            0x2E,
            0x2F,
            0x5F,
            0x7E,
            0x7F,
            0x80,
            0x9F,
            0xA0,
            0x2028,
        ):
            yield (
                teken * veld.min_lengte + chr(code) if veld.min_lengte < veld.max_lengte else teken
            )
    if vorm.soort in {Soort.DATUM, Soort.TIJDSTIP}:
        staart = goed[10:]
        for dag in ("1899-12-31", "1900-01-01", "1900-02-29", "2000-02-29", "2023-02-29"):
            yield dag + staart
        for dag in ("202\u0663-05-15", "2023-0\uff15-15", "2023-05-1\u0665"):
            yield dag + staart
        for dag in ("2099-12-31", "2100-01-01", "2023-13-01", "2023-00-01", "2023-04-31"):
            yield dag + staart


def veldplekken(soort: str) -> Iterator[tuple[Plek, Veldvorm]]:
    """Return every field of every class in a kind of document, once, with a place for it."""
    gezien: set[type[Any]] = set()
    wachtrij: list[tuple[Plek, type[Any]]] = [((), DOCUMENTEN[soort])]
    while wachtrij:
        boven, klasse = wachtrij.pop(0)
        if klasse in gezien:
            continue
        gezien.add(klasse)
        for v in velden(klasse):
            plek = (*boven, v.naam)
            yield plek, v
            if (v.vorm.item or v.vorm).soort is Soort.OBJECT:
                dieper = plek if v.vorm.item is None else (*plek, 0)
                wachtrij.append((dieper, klasse_van(v.vorm.item or v.vorm)))


def klasse_van(vorm: Vorm) -> Any:
    """Return the class of a shape that has one."""
    assert vorm.klasse is not None
    return vorm.klasse


def item_van(vorm: Vorm) -> Vorm:
    """Return the shape of the items of a list."""
    assert vorm.item is not None
    return vorm.item
