"""The members of a document that a column can fill, made from the model."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Final, final

from geboortezorg.bevroren import bevroren
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.vorm import Soort, Veldvorm, velden

SOORTEN: Final = ("dossier", "declaratie")
"""The kinds of document that can be made of rows."""

EUROCENT: Final = "_eurocent"
EURO: Final = "_euro"


@final
@bevroren(kw_only=True)
class Lid:
    """One member that a column can fill."""

    naam: str
    """The names on the way to it with a dot between them: ``declaratieregels.periode.van``."""
    veldvorm: Veldvorm
    in_lijst: bool
    """Whether there can be several in one document, because it is of an item of a list."""
    in_euro: bool = False
    """Whether this is an amount written in euros, by the other name of the member."""

    @property
    def veldnaam(self) -> str:
        """The name of the member as the document has it."""
        return self.naam.removesuffix(EURO) + EUROCENT if self.in_euro else self.naam


def in_lijst(veldvorm: Veldvorm) -> type[Any] | None:
    """Return the class of the items, when a field is a list of objects."""
    item = veldvorm.vorm.item
    return item.klasse if item is not None and item.soort is Soort.OBJECT else None


def los(veldvorm: Veldvorm) -> type[Any] | None:
    """Return the class of an object, when a field is one."""
    return veldvorm.vorm.klasse if veldvorm.vorm.soort is Soort.OBJECT else None


@cache
def leden(soort: str) -> Mapping[str, Lid]:
    """Return every member of a kind of document that a column can fill, by its name."""
    return MappingProxyType(
        {lid.naam: lid for lid in _leden(DOCUMENTEN[soort], "", in_een_lijst=False)}
    )


@cache
def lijsten(soort: str) -> Mapping[str, type[Any]]:
    """Return every list of objects in a kind of document, with the class of its items."""
    return MappingProxyType(dict(_lijsten(DOCUMENTEN[soort], "")))


def _lijsten(klasse: type[Any], voor: str) -> Iterator[tuple[str, type[Any]]]:
    for veldvorm in velden(klasse):
        lijst = in_lijst(veldvorm)
        if lijst is not None:
            yield f"{voor}{veldvorm.naam}", lijst
        binnen = lijst or los(veldvorm)
        if binnen is not None:
            yield from _lijsten(binnen, f"{voor}{veldvorm.naam}.")


def _leden(klasse: type[Any], voor: str, *, in_een_lijst: bool) -> Iterator[Lid]:
    for veldvorm in velden(klasse):
        naam = f"{voor}{veldvorm.naam}"
        lijst = in_lijst(veldvorm)
        binnen = lijst or los(veldvorm)
        if binnen is not None:
            yield from _leden(binnen, f"{naam}.", in_een_lijst=in_een_lijst or lijst is not None)
            continue
        yield Lid(naam=naam, veldvorm=veldvorm, in_lijst=in_een_lijst)
        if naam.endswith(EUROCENT):
            yield Lid(
                naam=naam.removesuffix(EUROCENT) + EURO,
                veldvorm=veldvorm,
                in_lijst=in_een_lijst,
                in_euro=True,
            )
