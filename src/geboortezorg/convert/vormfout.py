"""What can be wrong with the shape of a document, and where.

No error here ever holds a value or a key from the input: a path consists of names of our own
fields and of list positions, and a key that is not a known field is written as ``*``.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Final, final

from geboortezorg.bevroren import bevroren
from geboortezorg.tekst import Tekst, TekstFout

ONBEKEND_SEGMENT: Final = "*"


class Vormreden(StrEnum):
    """Why a value does not have the shape that its field asks."""

    ONTBREEKT = "ontbreekt"
    ONBEKEND_VELD = "onbekend_veld"
    TYPE = "type"
    LENGTE = "lengte"
    TEKENS = "tekens"
    PATROON = "patroon"
    KEUZE = "keuze"
    GRENS = "grens"
    DATUM = "datum"
    TIJDSTIP = "tijdstip"
    AANTAL = "aantal"
    SOORT = "soort"
    SCHEMA_VERSIE = "schema_versie"
    RIJEN = "rijen"
    """Rows of a table do not make up the document: for those who make documents of rows."""


@final
@bevroren
class Vormfout:
    """One shape error: where, why, and what was expected there."""

    pad: tuple[str | int, ...]
    reden: Vormreden
    verwacht: Tekst

    @property
    def pointer(self) -> str:
        """The place as a JSON Pointer (RFC 6901)."""
        return "".join(f"/{segment}" for segment in self.pad)


_VORMFOUTEN: Final = Tekst(
    "het document heeft {aantal} vormfout(en): {wat}",
    "the document has {aantal} error(s) of shape: {wat}",
)
_VORMFOUT: Final = Tekst("{waar} (verwacht: {verwacht})", "{waar} (expected: {verwacht})")
LEEG: Final = Tekst(
    "{verwacht}; laat een leeg veld weg of vul het in",
    "{verwacht}; leave an empty member out or fill it in",
)
"""What is expected, where nothing is stated or a text without a letter."""

_HEEL: Final = Tekst("hele document", "whole document")
_MEESTE: Final = 5
"""Errors that a message shows."""


class Vormfouten(TekstFout):
    """A document, or part of it, does not have the shape of its class.

    `fouten` lists every error; `soort` and `schema_versie` are those of the document, when they
    are known ones. The message says of the first ones where they are and what was expected.
    """

    def __init__(
        self,
        fouten: Iterable[Vormfout],
        soort: str | None = None,
        schema_versie: str | None = None,
    ) -> None:
        self.fouten: tuple[Vormfout, ...] = tuple(fouten)
        self.soort = soort
        self.schema_versie = schema_versie
        Exception.__init__(self)

    @property
    def tekst(self) -> Tekst:
        """What is wrong: said only when it is asked, for most of these are met inside."""
        teksten = [
            _VORMFOUT.met(waar=fout.pointer or _HEEL, verwacht=fout.verwacht)
            for fout in self.fouten[:_MEESTE]
        ]
        meer = ["..."] if len(self.fouten) > _MEESTE else []
        nl = ", ".join([tekst.nl for tekst in teksten] + meer)
        en = ", ".join([tekst.en for tekst in teksten] + meer)
        return _VORMFOUTEN.met(aantal=len(self.fouten), wat=Tekst(nl, en))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by its facts, so that the exception survives a process boundary."""
        return type(self), (self.fouten, self.soort, self.schema_versie)


def enkel(reden: Vormreden, verwacht: Tekst) -> Vormfouten:
    """Return the exception for one error at the place itself."""
    return Vormfouten((Vormfout((), reden, verwacht),))


def mis(reden: Vormreden, verwacht: Tekst, waarde: Any) -> Vormfouten:
    """Return the exception for one value; of an empty one also that it is left out."""
    leeg = waarde is None or (type(waarde) is str and not waarde.strip())
    return enkel(reden, LEEG.met(verwacht=verwacht) if leeg else verwacht)


def onder(fouten: Vormfouten, *pad: str | int) -> list[Vormfout]:
    """Return the errors of a part, with the path of the part in front."""
    return [Vormfout((*pad, *fout.pad), fout.reden, fout.verwacht) for fout in fouten.fouten]
