"""One resource of the input, and which parts of it were used."""

from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeAlias, final

from geboortezorg.fhir.koppeling import koppeling
from geboortezorg.fhir.uitkomst import Reden, ZonderPlaats

Plek: TypeAlias = tuple[str | int, ...]
"""The names and positions on the way to a value within a resource."""

_ONBEKEND: Final = "*"
_TECHNISCH: Final = frozenset({"resourceType", "id", "meta", "language", "text"})
"""What a resource says of itself, not of care; `text` repeats the rest for people to read."""

_DEEL: Final = "SUBSETTED"
"""The code of a tag on what was asked for in part, by `_summary` or `_elements`."""

_DIEPTE_BEGRIP: Final = 3
"""How deep a modifierExtension can stand around what is read."""


@final
class Bron:
    """A resource with its place in the input. What is read from it is marked as it is read."""

    def __init__(self, index: int, gegeven: dict[str, Any]) -> None:
        soort = gegeven.get("resourceType")
        self.index = index
        self.gegeven = gegeven
        self.soort = soort if type(soort) is str and soort in koppeling().typen else _ONBEKEND
        self.volledige_url: object = None
        self.omhulsel_begrepen = True
        """Whether nothing around it, in its Bundle, may turn its meaning round."""
        self.meldingen: list[ZonderPlaats] = []
        self.ingesloten: dict[str, Bron] = {}
        """The contained resources by their id."""
        self._plek: Plek = ()
        self._wortel = self
        self._gelezen: set[Plek] = set()

    def sluit_in(self) -> None:
        """Make the contained resources known, as parts of this one; those with a shared id not."""
        dubbel = set()
        for plek, deel in self.delen("contained"):
            naam = deel.get("id") if type(deel) is dict else None
            if type(naam) is str:
                bron = Bron(self.index, deel)
                bron._plek, bron._wortel = plek, self
                if naam in self.ingesloten:
                    dubbel.add(naam)
                self.ingesloten[naam] = bron
        for naam in dubbel:
            del self.ingesloten[naam]

    def delen(self, *namen: str) -> list[tuple[Plek, Any]]:
        """Return every value at the end of a path of elements, with its place."""
        laag: list[tuple[Plek, Any]] = [((), self.gegeven)]
        for naam in namen:
            laag = [
                deel
                for plek, waarde in laag
                if type(waarde) is dict and naam in waarde
                for deel in _stuks((*plek, naam), waarde[naam])
            ]
        return laag

    def tekst(self, *namen: str) -> str:
        """Return the one text at the end of a path; empty when there is none."""
        teksten = [waarde for _, waarde in self.delen(*namen) if type(waarde) is str]
        return teksten[0] if len(teksten) == 1 else ""

    def heeft_profiel(self, naam: str) -> bool:
        """Say whether the resource claims a profile, of whatever version."""
        profiel = koppeling().profielen[naam]
        return any(
            type(waarde) is str and waarde.split("|", 1)[0] == profiel
            for _, waarde in self.delen("meta", "profile")
        )

    def codes(self, *namen: str) -> set[str]:
        """Return the codes of a CodeableConcept, each as ``system|code``."""
        return {code for _, waarde in self.delen(*namen) for code in codes_van(waarde)}

    def deelplekken(self) -> list[Plek]:
        """Return the places of the tags that say that a server sent a part of the resource only."""
        return [
            plek
            for plek, tag in self.delen("meta", "tag")
            if type(tag) is dict and tag.get("code") == _DEEL
        ]

    def begrepen(self) -> bool:
        """Say whether nothing in the resource may turn its meaning round.

        FHIR forbids to use what has a modifierExtension that one does not know; we know none.
        """
        laag: list[Any] = [self.gegeven]
        if "implicitRules" in self.gegeven or not self.omhulsel_begrepen:
            return False
        for _ in range(_DIEPTE_BEGRIP):
            if any(type(deel) is dict and "modifierExtension" in deel for deel in laag):
                return False
            laag = [
                deel
                for geheel in laag
                for naam, waarde in (geheel.items() if type(geheel) is dict else ())
                if naam != "contained"
                for _, deel in _stuks((), waarde)
            ]
        return True

    def merk(self, *plek: str | int) -> None:
        """Note that what stands at a place was used."""
        self._wortel._gelezen.add((*self._plek, *plek))

    def meld(self, plek: Plek, reden: Reden, *, geheel: bool = False) -> None:
        """Note why what stands at a place was not used; with `geheel` that nothing was."""
        wortel = self._wortel
        wortel.meldingen.append(
            ZonderPlaats(
                resource=self.index,
                resourcetype=wortel.soort,
                pad=_als_pad(wortel.soort, (*self._plek, *plek)),
                reden=reden,
            )
        )
        self.merk(*(() if geheel else plek))

    def meld_rest(self) -> None:
        """Note all that nobody used: the highest places below which nothing was."""
        gelezen = self._gelezen
        erboven = {plek[:lengte] for plek in gelezen for lengte in range(len(plek))}
        stapel: list[tuple[Plek, Any]] = [((), self.gegeven)]
        rest = []
        while stapel:
            plek, waarde = stapel.pop()
            if plek in gelezen or (plek and plek[-1] in _TECHNISCH and _is_resource(plek[:-1])):
                continue
            if plek in erboven and type(waarde) in (dict, list):
                paren = waarde.items() if type(waarde) is dict else enumerate(waarde)
                stapel += reversed([((*plek, naam), deel) for naam, deel in paren])
            else:
                rest.append(plek)
        for plek in rest:
            self.meld(plek, Reden.GEEN_PLEK)


def codes_van(begrip: object) -> set[str]:
    """Return the codes of one CodeableConcept, each as ``system|code``."""
    codering = begrip.get("coding") if type(begrip) is dict else None
    return {
        f"{deel['system']}|{deel['code']}"
        for deel in (codering if type(codering) is list else ())
        if type(deel) is dict and type(deel.get("system")) is str and type(deel.get("code")) is str
    }


def _is_resource(plek: Plek) -> bool:
    return plek == () or (len(plek) == 2 and plek[0] == "contained")


def _stuks(plek: Plek, waarde: object) -> Iterable[tuple[Plek, Any]]:
    if type(waarde) is list:
        return [((*plek, nummer), deel) for nummer, deel in enumerate(waarde)]
    return [(plek, waarde)]


def _als_pad(soort: str, plek: Plek) -> str:
    return soort + "".join(_segmenten(plek))


def _segmenten(plek: Plek) -> Iterator[str]:
    bekend = koppeling().elementen
    for segment in plek:
        if type(segment) is int:
            yield f"[{segment}]"
        else:
            naam = str(segment)
            kaal = naam.removeprefix("_")
            if kaal not in bekend:
                yield f".{_ONBEKEND}"
            else:
                yield f".{kaal}" + (".extension" if naam != kaal else "")
