"""A path from an object to values in it: names joined by full stops, through lists by itself."""

from collections import Counter
from collections.abc import Callable
from operator import attrgetter
from typing import Any, Final, final

from geboortezorg.vorm import Soort, Veldvorm, Vorm, velden


class OnbekendVeldpad(TypeError):
    """A declaration names a field that is not there, or that cannot mean this.

    Names the class and the path: a mistake of the library, never of a document.
    """


def voeg(*delen: str) -> str:
    """Return a path of several parts, of which the empty ones do not count."""
    return ".".join(deel for deel in delen if deel)


def veldvorm(klasse: type[Any], naam: str) -> Veldvorm:
    """Return the shape of one field of a class."""
    for vorm in velden(klasse):
        if vorm.naam == naam:
            return vorm
    raise OnbekendVeldpad(f"{klasse.__name__}: geen veld {naam}")


@final
class Veldpad:
    """The values to which a path leads from an object of a class; what is left out is skipped."""

    __slots__ = ("_naam", "_stappen", "altijd", "houder", "vorm")

    def __init__(self, klasse: type[Any], pad: str) -> None:
        self._stappen: tuple[tuple[str, bool], ...] = ()
        self.vorm = Vorm(soort=Soort.OBJECT, klasse=klasse)
        """The shape of each value."""
        self.houder = klasse
        """The class that holds the last field of the path."""
        self.altijd = True
        """Whether nothing on the path can be left out."""
        for naam in pad.split(".") if pad else ():
            if self.vorm.klasse is None or self.vorm.soort is not Soort.OBJECT:
                raise OnbekendVeldpad(f"{klasse.__name__}: {pad}")
            self.houder = self.vorm.klasse
            lid = veldvorm(self.houder, naam)
            self.altijd = self.altijd and lid.verplicht
            vorm = lid.vorm
            self._stappen += ((naam, vorm.item is not None),)
            self.vorm = vorm.item or vorm
        # One field that is no list is by far the most common, and needs no walk.
        self._naam = pad if len(self._stappen) == 1 and not self.meer else None

    @property
    def item(self) -> type[Any]:
        """The class of the objects to which it leads."""
        if self.vorm.klasse is None:
            raise OnbekendVeldpad(f"{self.houder.__name__}: {self.patroon} is geen object")
        return self.vorm.klasse

    @property
    def meer(self) -> bool:
        """Whether the path goes through a list, so that it can lead to several values."""
        return any(lijst for _, lijst in self._stappen)

    @property
    def van_lijst(self) -> bool:
        """Whether it leads to one value of each object of a list."""
        return [lijst for _, lijst in self._stappen] == [True, False]

    @property
    def patroon(self) -> str:
        """The JSON Pointer, with ``*`` for each list position."""
        return "".join(f"/{naam}/*" if lijst else f"/{naam}" for naam, lijst in self._stappen)

    @property
    def lijst(self) -> str:
        """The JSON Pointer to the first list, or to the value when there is none."""
        return self.patroon.partition("/*")[0]

    def waarden(self, houder: Any) -> list[Any]:
        """Return every value, in the order of the document."""
        if self._naam is not None:
            waarde = getattr(houder, self._naam)
            return [] if waarde is None else [waarde]
        uit = [houder]
        for naam, lijst in self._stappen:
            if lijst:
                uit = [deel for boven in uit for deel in getattr(boven, naam)]
            else:
                uit = [deel for boven in uit if (deel := getattr(boven, naam)) is not None]
        return uit

    def plekken(self, houder: Any) -> list[tuple[str, Any]]:
        """Return every value with its JSON Pointer; only for what is to be reported."""
        uit: list[tuple[str, Any]] = [("", houder)]
        for naam, lijst in self._stappen:
            if lijst:
                uit = [
                    (f"{pad}/{naam}/{i}", deel)
                    for pad, boven in uit
                    for i, deel in enumerate(getattr(boven, naam))
                ]
            else:
                uit = [
                    (f"{pad}/{naam}", deel)
                    for pad, boven in uit
                    if (deel := getattr(boven, naam)) is not None
                ]
        return uit


Kenmerk = Callable[[Any], Any]
"""Reads one thing of an object."""


def kenmerk(klasse: type[Any], pad: str) -> Kenmerk:
    """Return what reads a path of an object that does not go through a list; None when left out."""
    if not pad:
        return lambda waarde: waarde
    if Veldpad(klasse, pad).meer:
        raise OnbekendVeldpad(f"{klasse.__name__}: {pad} gaat door een lijst")
    namen: Final = pad.split(".")
    if len(namen) == 1:
        return attrgetter(pad)

    def lees(waarde: Any) -> Any:
        for naam in namen:
            waarde = None if waarde is None else getattr(waarde, naam)
        return waarde

    return lees


def kenmerken(klasse: type[Any], *paden: str) -> Kenmerk:
    """Return what reads several paths of an object, as one value to compare by."""
    delen = [kenmerk(klasse, pad) for pad in paden]
    if len(delen) == 1:
        return delen[0]
    if "." not in "".join(paden) and all(paden):
        return attrgetter(*paden)
    return lambda waarde: tuple(deel(waarde) for deel in delen)


def inhoud(vorm: Vorm, waarde: Any, behalve: str = "") -> Any:
    """Return what is equal for two values of a shape exactly when both say the same.

    The field `behalve` of the object itself does not count. A list says the same in another
    order, unless its field says that the order counts.
    """
    if vorm.klasse is None or vorm.soort is not Soort.OBJECT or waarde is None:
        return waarde
    delen: list[Any] = []
    for deel in velden(vorm.klasse):
        if deel.naam == behalve:
            continue
        lid, item = getattr(waarde, deel.naam), deel.vorm.item
        if item is None:
            delen.append(inhoud(deel.vorm, lid))
            continue
        leden = tuple(inhoud(item, een) for een in lid)
        delen.append(leden if deel.veld.geordend else frozenset(Counter(leden).items()))
    return tuple(delen)


_GRENZEN: Final = (("van", "tot_en_met"), ("begin", "einde"))


@final
class Tijdvak:
    """How the first and the last moment of a value of one shape are read."""

    __slots__ = ("begin", "begin_naam", "dagen", "einde", "einde_naam", "laatste_dag")

    def __init__(self, plek: str, vorm: Vorm) -> None:
        self.begin: Kenmerk = lambda waarde: waarde
        self.einde: Kenmerk = self.begin
        self.begin_naam = self.einde_naam = ""
        """What to add to a JSON Pointer to a value for the one that its bound stands at."""
        self.laatste_dag = "v"
        """An expression for the last of its days, or the first when it goes on, of a value ``v``."""
        self.dagen = vorm.soort is Soort.DATUM
        """Whether it is about days, of which both ends belong to it."""
        if vorm.soort in {Soort.DATUM, Soort.TIJDSTIP}:
            return
        if vorm.klasse is None or vorm.soort is not Soort.OBJECT:
            raise OnbekendVeldpad(f"{plek}: geen dag en geen tijdvak")
        namen = {v.naam: v.verplicht for v in velden(vorm.klasse)}
        for begin, einde in _GRENZEN:
            if {begin, einde} <= namen.keys():
                self.begin, self.einde = attrgetter(begin), attrgetter(einde)
                self.begin_naam, self.einde_naam = f"/{begin}", f"/{einde}"
                self.laatste_dag = f"v.{einde}" if namen[einde] else f"(v.{einde} or v.{begin})"
                self.dagen = veldvorm(vorm.klasse, begin).vorm.soort is Soort.DATUM
                return
        raise OnbekendVeldpad(f"{plek}: geen dag en geen tijdvak")

    def omgekeerd(self, waarde: Any) -> bool:
        """Say whether it ends before it begins: another rule says so."""
        einde = self.einde(waarde)
        return einde is not None and einde < self.begin(waarde)
