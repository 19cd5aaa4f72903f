"""Many documents, quickly: the building blocks of `strategie_vorm` with a plain seeded generator.

Hypothesis shrinks what it finds, and pays for that with each document. To give the same thousands
of documents to validators in two languages, a seed and a number are enough to find one again. What
comes out is JSON text, since part of what must be agreed on is how a number is written.
"""

import datetime as dt
import json
import random
import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cache
from typing import Any, Final, cast

from tests.strategie_mutatie import met
from tests.strategie_vorm import (
    NAMEN,
    VREEMD,
    Plek,
    randwaarden,
    veldplekken,
    voorbeeld,
    voorbeeld_met,
)

from geboortezorg import tijd
from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.veld import Veld
from geboortezorg.vorm import Soort, Veldvorm, Vorm, velden

LANG: Final = 500
"""Longest list that is made: one item more costs the slowest judge too much."""

_DAGEN: Final = (tijd.LAATSTE_DATUM - tijd.EERSTE_DATUM).days
_TEKENS: Final = "\n\r\x00\x1f\x7f\x85 0Aa-_.\u0661\uff11\u2028\N{BABY BOTTLE}"
_VRIJ: Final = "abcXYZ 0123-./'\"\\<&\u00e9\u0133\u0661\u2028\ufeff\N{BABY BOTTLE}e\u0301"
_ITEM: Final = re.compile(r"\[([^]]+)\](?:\{([0-9]+)\})?|\(\?:([^)]*)\)|([^\[\](){}^$])")
_GETAL: Final = re.compile('"@getal:([-+.0-9eE]+)@"')


class Getal:
    """A number as it is to be written in JSON."""

    def __init__(self, tekst: str) -> None:
        self.tekst = tekst

    def __repr__(self) -> str:
        return self.tekst


class Toeval:
    """Documents of one kind, the same for the same seed."""

    def __init__(self, soort: str, zaad: int) -> None:
        self.soort = soort
        self.r = random.Random(f"{soort}-{zaad}")  # noqa: S311 - not for secrets
        self._kans = 0.5

    def teksten(self, aantal: int) -> Iterator[str]:
        """Yield as many documents as JSON text: valid, at a bound, or changed in some places."""
        for _ in range(aantal):
            yield self.tekst()

    def tekst(self) -> str:
        """Return one document as JSON text."""
        wat = self.r.random()
        document: Any
        if wat < 0.25:
            document = self.document()
        elif wat < 0.5:
            document = self.aan_een_rand()
        else:
            document = self.document()
            for _ in range(self.r.choice((1, 1, 1, 2, 3))):
                document = self.gewijzigd(document)
        ascii_ = self.r.random() < 0.3
        tekst = json.dumps(document, ensure_ascii=ascii_, default=lambda getal: f"@getal:{getal}@")
        return _GETAL.sub(r"\1", tekst)

    def document(self) -> dict[str, Any]:
        """Return a document of the right shape."""
        self._kans = self.r.choice((0.0, 0.2, 0.5, 0.8))
        return {**_kop(self.soort), **self._object(DOCUMENTEN[self.soort], 0)}

    def aan_een_rand(self) -> Any:
        """Return a small document with one field at a bound, or just over it."""
        plek = self.r.choice(_plekken_van(self.soort))[0]
        document = {**_kop(self.soort), **voorbeeld_met(DOCUMENTEN[self.soort], plek)}
        return met(document, plek, self.r.choice(_randen(self.soort)[plek]))

    def gewijzigd(self, document: Any) -> Any:
        """Return the document with one change, most often one that makes its shape wrong."""
        plek = self.r.choice(list(_plekken(document)))
        waarde = _op(document, plek)
        wijziging = self.r.choice(self._wijzigingen(waarde, plek))
        return wijziging(document, plek, waarde)

    def _object(self, klasse: type[Any], diepte: int) -> dict[str, Any]:
        kans = self._kans / (1 + diepte / 2)
        return {
            v.naam: self._waarde(v.vorm, v.veld, diepte)
            for v in velden(klasse)
            if v.verplicht or self.r.random() < kans
        }

    def _waarde(self, vorm: Vorm, veld: Veld, diepte: int) -> Any:
        r = self.r
        match vorm.soort:
            case Soort.TEKST:
                return self._tekst(veld)
            case Soort.GETAL:
                grenzen = (veld.minimum, veld.maximum, r.randint(veld.minimum, veld.maximum))
                getal = r.choice(grenzen)
                return _geschreven(r, getal) if r.random() < 0.2 else getal
            case Soort.JANEE:
                return r.random() < 0.5
            case Soort.DATUM:
                return self._dag()
            case Soort.TIJDSTIP:
                zone = r.randrange(15 * 60)
                return (
                    f"{self._dag()}T{r.randrange(24):02}:{r.randrange(60):02}"
                    f"{r.choice('+-')}{zone // 60:02}:{zone % 60:02}"
                )
            case Soort.KEUZE:
                return r.choice([lid.value for lid in cast("type[StrEnum]", vorm.klasse)])
            case Soort.OBJECT:
                assert vorm.klasse is not None
                return self._object(vorm.klasse, diepte + 1)
            case Soort.LIJST:
                assert vorm.item is not None
                aantal = min(veld.max_aantal, max(veld.min_aantal, r.choice((0, 1, 1, 2))))
                return [self._waarde(vorm.item, veld, diepte) for _ in range(aantal)]

    def _dag(self) -> str:
        dag = tijd.EERSTE_DATUM + dt.timedelta(self.r.randint(0, _DAGEN))
        return (dag.replace(month=2, day=28) if self.r.random() < 0.1 else dag).isoformat()

    def _tekst(self, veld: Veld) -> str:
        if veld.patroon is not None:
            return volgens_patroon(self.r, veld.patroon)
        tekens = _VRIJ if veld.tekens is None else _uit_klasse(veld.tekens)
        hoogste = min(veld.max_lengte, max(veld.min_lengte, 12))
        lengte = (
            veld.max_lengte if self.r.random() < 0.05 else self.r.randint(veld.min_lengte, hoogste)
        )
        return "".join(self.r.choices(tekens, k=lengte))

    def _wijzigingen(self, waarde: Any, plek: Plek) -> list[Callable[[Any, Plek, Any], Any]]:
        uit: list[Callable[[Any, Plek, Any], Any]] = [self._vervang, self._verpak]
        if plek:
            uit += [_laat_weg, self._verplaats]
        if plek and isinstance(plek[-1], str):
            uit.append(self._hernoem)
        if isinstance(waarde, dict):
            uit += [self._voeg_toe] * 2
        if isinstance(waarde, list):
            uit.append(self._herhaal)
        if isinstance(waarde, str):
            uit += [self._verander_tekst] * 3
        if isinstance(waarde, int) and not isinstance(waarde, bool):
            uit += [self._verander_getal] * 4
        return uit

    def _vervang(self, document: Any, plek: Plek, waarde: Any) -> Any:
        return met(document, plek, self.r.choice(VREEMD))

    def _verpak(self, document: Any, plek: Plek, waarde: Any) -> Any:
        return met(document, plek, self.r.choice(([waarde], {"waarde": waarde}, str(waarde))))

    def _verplaats(self, document: Any, plek: Plek, waarde: Any) -> Any:
        """Put a value from elsewhere in the document here."""
        elders = [p for p in _plekken(document) if p != plek[: len(p)]] or [()]
        return met(document, plek, _op(document, self.r.choice(elders)))

    def _hernoem(self, document: Any, plek: Plek, waarde: Any) -> Any:
        naam = str(plek[-1])
        eigen = (naam.upper(), f"{naam} ", f"{naam}\n", naam.replace("_", "-"))
        nieuw = self.r.choice((*eigen, *NAMEN))
        boven = {nieuw if n == naam else n: deel for n, deel in _op(document, plek[:-1]).items()}
        return met(document, plek[:-1], boven)

    def _voeg_toe(self, document: Any, plek: Plek, waarde: Any) -> Any:
        return met(document, plek, {**waarde, self.r.choice(NAMEN): self.r.choice(VREEMD)})

    def _herhaal(self, document: Any, plek: Plek, waarde: Any) -> Any:
        return met(document, plek, (waarde * self.r.choice((0, 2, 9, 10, 101)))[:LANG])

    def _verander_tekst(self, document: Any, plek: Plek, waarde: str) -> Any:
        teken, waar = self.r.choice(_TEKENS), self.r.randint(0, len(waarde))
        anders = (
            waarde[:waar] + teken + waarde[waar:],
            waarde[:waar] + teken + waarde[waar + 1 :],
            waarde[:waar] + waarde[waar + 1 :],
            waarde + "\n",
            waarde.swapcase(),
            waarde + waarde[-1:] * 500,
            re.sub("[0-9]", lambda cijfer: chr(0x0660 + int(cijfer[0])), waarde),
        )
        return met(document, plek, self.r.choice(anders))

    def _verander_getal(self, document: Any, plek: Plek, waarde: int) -> Any:
        anders = (
            *(waarde + 1, waarde - 1, -waarde, waarde * 10, waarde * 10**6, waarde + 10**15),
            *(waarde + 0.5, waarde / 3, str(waarde), waarde + 2**53, waarde + 2**53 + 1, 2**64),
            *(_geschreven(self.r, waarde) for _ in range(6)),
        )
        return met(document, plek, self.r.choice(anders))


def volgens_patroon(r: random.Random, patroon: str) -> str:
    """Return a text that a pattern of fixed length takes: classes, groups and plain characters."""
    uit = ""
    for klasse, aantal, groep, teken in _ITEM.findall(patroon):
        if klasse:
            uit += "".join(r.choices(_uit_klasse(klasse), k=int(aantal or 1)))
        elif groep:
            uit += volgens_patroon(r, r.choice(groep.split("|")))
        else:
            uit += teken
    assert re.fullmatch(patroon, uit), patroon
    return uit


def _geschreven(r: random.Random, getal: int) -> Getal:
    """Return a whole number in one of the ways in which JSON can write it, or just beside it."""
    if getal == 0:
        return Getal(r.choice(("0.0", "-0", "-0.0", "0e9", "0E-9", "0.000", "0.5", "1e-400")))
    anders = [f"{getal}.0", f"{getal}.000", f"{getal}e0", f"{getal}E+0", f"{getal}00e-2"]
    anders += [f"{getal}.5", f"{getal}e-1", f"{getal}e1", f"{getal}e30", f"{getal}.0000001"]
    anders += [f"{getal}" + "0" * 30, f"{getal}." + "0" * 40 + "1"]
    anders += [f"{getal // 10}.{getal % 10}e1"] if getal > 0 else []
    tekst = r.choice(anders)
    return Getal(tekst)


@cache
def _uit_klasse(klasse: str) -> tuple[str, ...]:
    """Return the ASCII characters in a character class."""
    return tuple(c for c in map(chr, range(128)) if re.fullmatch(f"[{klasse}]", c))


def _kop(soort: str) -> dict[str, Any]:
    return {"soort": soort, "schema_versie": SCHEMA_VERSIE}


@cache
def _plekken_van(soort: str) -> list[tuple[Plek, Veldvorm]]:
    return list(veldplekken(soort))


@cache
def _randen(soort: str) -> dict[Plek, list[Any]]:
    return {
        plek: [w for w in randwaarden(v) if not (isinstance(w, list) and len(w) > LANG)]
        for plek, v in _plekken_van(soort)
    }


def volledig(soort: str) -> dict[str, Any]:
    """Return the document of a kind in which every member is there."""
    return {**_kop(soort), **voorbeeld(DOCUMENTEN[soort])}


def _plekken(document: Any, plek: Plek = ()) -> Iterator[Plek]:
    yield plek
    if isinstance(document, dict):
        for naam, deel in document.items():
            yield from _plekken(deel, (*plek, naam))
    elif isinstance(document, list):
        for nummer, deel in enumerate(document):
            yield from _plekken(deel, (*plek, nummer))


def _op(document: Any, plek: Plek) -> Any:
    for stap in plek:
        document = document[stap]
    return document


def _laat_weg(document: Any, plek: Plek, waarde: Any) -> Any:
    boven = _op(document, plek[:-1]).copy()
    del boven[plek[-1]]
    return met(document, plek[:-1], boven)
