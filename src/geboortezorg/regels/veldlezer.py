"""Reads what fields mean, over a whole document: once, and for every general rule at once.

What there is to read of a class is worked out once; only parts of a document that reach a
declaration are looked at.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import cache, partial
from typing import Any, Final, NamedTuple, final

from geboortezorg import vorm
from geboortezorg.betekenis import Betekenis
from geboortezorg.bevroren import anders
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.lui import uitdrukking
from geboortezorg.regels.eigenaren import eigenaar
from geboortezorg.regels.nodig import Nodig
from geboortezorg.regels.veldtoets import maak
from geboortezorg.regels.veldvondst import Lezing, Noot, Toets, Vondst
from geboortezorg.vorm import Soort

_NUMMER: Final = r"/[0-9]+(?![^/])"


class Plek(NamedTuple):
    """A declaration at one place in one kind of document."""

    soort: str
    pad: str
    """JSON Pointer to the object that holds the field, with ``*`` for list positions."""
    klasse: type[Any]
    toets: Toets

    @property
    def patronen(self) -> tuple[str, ...]:
        """Where it can report, as JSON Pointers of the document."""
        return tuple(f"{self.pad}{patroon}" for patroon in self.toets.patronen)


@final
class Lezer:
    """What there is to read of the objects of one class, and of the parts in them."""

    __slots__ = ("delen", "klasse", "toetsen")

    delen: "tuple[tuple[str, bool, Lezer], ...]"

    def __init__(self, klasse: type[Any]) -> None:
        self.klasse = klasse
        self.toetsen = tuple(
            maak(klasse, veldvorm.naam, betekenis)
            for veldvorm in vorm.velden(klasse)
            for betekenis in veldvorm.veld.betekenis
        )
        delen: list[tuple[str, bool, Lezer]] = []
        for veldvorm in vorm.velden(klasse):
            item = veldvorm.vorm.item or veldvorm.vorm
            if item.soort is Soort.OBJECT and item.klasse is not None:
                onder = lezer(item.klasse)
                if onder.toetsen or onder.delen:
                    delen.append((veldvorm.naam, veldvorm.vorm.item is not None, onder))
        self.delen = tuple(delen)

    def lees(
        self, obj: Any, lezing: Lezing, noten: list[Noot], boven: tuple[int, ...] = ()
    ) -> None:
        """Note in order what does not hold in an object that stands at a place."""
        for nummer, toets in enumerate(self.toetsen):
            gevonden = toets.lees(obj, lezing)
            if gevonden:
                noten.append(((*boven, nummer), gevonden))
        for nummer, (naam, lijst, onder) in enumerate(self.delen, len(self.toetsen)):
            deel = getattr(obj, naam)
            delen = deel if lijst else () if deel is None else (deel,)
            for i, een in enumerate(delen):
                onder.lees(een, lezing, noten, (*boven, nummer, i))

    def plek(self, plaats: tuple[int, ...]) -> tuple[str, Toets]:
        """Return the JSON Pointer to an object, and the declaration on it, by the place of a note."""
        pad, van = "", self
        for nummer, i in zip(plaats[:-1:2], plaats[1::2], strict=True):
            naam, lijst, van = van.delen[nummer - len(van.toetsen)]
            pad += f"/{naam}/{i}" if lijst else f"/{naam}"
        return pad, van.toetsen[plaats[-1]]

    def plekken(self, soort: str, pad: str = "") -> Iterator[Plek]:
        """Yield every declaration that a document of a kind can hold below a place."""
        for toets in self.toetsen:
            yield Plek(soort, pad, self.klasse, toets)
        for naam, lijst, onder in self.delen:
            yield from onder.plekken(soort, f"{pad}/{naam}/*" if lijst else f"{pad}/{naam}")


_LEZERS: Final[dict[type[Any], Lezer]] = {}


def lezer(klasse: type[Any]) -> Lezer:
    """Return the reader of a class, made once."""
    lezer_ = _LEZERS.get(klasse)
    if lezer_ is None:
        lezer_ = _LEZERS[klasse] = Lezer(klasse)
    return lezer_


@cache
def plekken_van(soort: str) -> tuple[Plek, ...]:
    """Return every declaration at every place of one kind of document."""
    return tuple(lezer(DOCUMENTEN[soort]).plekken(soort))


def plekken() -> tuple[Plek, ...]:
    """Return every declaration at every place of every kind of document."""
    return tuple(plek for soort in DOCUMENTEN for plek in plekken_van(soort))


@final
class Algemeen:
    """Where the general rule on kinds of declaration judges: wherever a field has one.

    Where a special rule says the same under its own code, the general one does not report.
    """

    def __init__(self, *van: type[Betekenis]) -> None:
        self.van = van
        """The kinds of declaration on which it judges."""

    def _velden(self, soort: str) -> Iterator[str]:
        for plek in plekken_van(soort):
            betekenis = type(plek.toets.betekenis)
            if betekenis in self.van:
                for patroon in plek.patronen:
                    if eigenaar(betekenis, soort, patroon) is None:
                        yield patroon

    def geldt(self, soort: str) -> bool:
        """Say whether it judges documents of a kind."""
        return any(self._velden(soort))

    @property
    def soorten(self) -> tuple[str, ...]:
        """Every kind that it judges."""
        return tuple(filter(self.geldt, DOCUMENTEN))

    @property
    def velden(self) -> tuple[str, ...]:
        """Every place that it may report on, each once."""
        return tuple(dict.fromkeys(pad for soort in DOCUMENTEN for pad in self._velden(soort)))

    def nodig(self, eigen: Iterable[Nodig], _: Collection[str]) -> Iterable[Nodig]:
        """Return what documents must hold."""
        return eigen


def vondsten(soort: str, noten: Iterable[Noot]) -> Iterator[Vondst]:
    """Yield what the general rules have to say of a document; what was held against as a pattern.

    What a special rule says under its own code is left out.
    """
    patroon = partial(uitdrukking(_NUMMER).sub, "/*")
    van = lezer(DOCUMENTEN[soort])
    for plaats, gevonden in noten:
        boven, toets = van.plek(plaats)
        for vondst in gevonden:
            pad = f"{boven}{vondst.pad}"
            if eigenaar(vondst.soort, soort, patroon(pad)) is None:
                yield anders(
                    vondst,
                    pad=pad,
                    ander=patroon(f"{boven}{vondst.ander}") if vondst.ander else "",
                    vermoeden=vondst.vermoeden or toets.betekenis.vermoeden,
                )


def lees(soort: str, document: Any, lezing: Lezing) -> list[Noot]:
    """Return what does not hold in a document, in order."""
    noten: list[Noot] = []
    lezer(DOCUMENTEN[soort]).lees(document, lezing, noten)
    return noten
