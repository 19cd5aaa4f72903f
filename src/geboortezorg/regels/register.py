"""The register of rules: the sum of the themes. A rule exists only when its theme lists it.

A theme says which of its modules judge which kinds of document, so that the rules of a kind are
imported when the first document of that kind is judged.
"""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any, Final

from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.lui import Luikaart
from geboortezorg.regels import (
    bekostiging,
    declaratie,
    dossier,
    invoer,
    kraamzorg,
    monitorplan,
    samenhang,
    samenwerking,
    tarief,
    wachtdienst,
)
from geboortezorg.regels.regel import Regel

if TYPE_CHECKING:
    REGELS: Final[tuple[Regel, ...]] = ()
    """Every rule, in the order in which a report shows them."""
    PER_CODE: Final[Mapping[str, Regel]] = {}
    """Every rule by its code."""

THEMAS: Final[tuple[ModuleType, ...]] = (
    invoer,
    samenhang,
    tarief,
    declaratie,
    dossier,
    kraamzorg,
    samenwerking,
    bekostiging,
    monitorplan,
    wachtdienst,
)
"""The themes, in the order in which a report shows their rules."""

THEMA_PER_VOORVOEGSEL: Final[Mapping[str, str]] = MappingProxyType(
    {
        voorvoegsel: thema.__name__.rpartition(".")[2]
        for thema in THEMAS
        for voorvoegsel in thema.VOORVOEGSELS
    }
)
"""Which theme holds the rules whose code begins with a word."""

ALLE: Final = "*"
"""Stands for every kind of document."""


def _uit(thema: ModuleType, namen: Sequence[str], soort: str) -> Iterator[Regel]:
    """Yield the rules of a theme that stand in modules which judge a kind of document."""
    for naam in namen:
        module, _, functie = naam.partition(".")
        if soort == ALLE or {soort, ALLE} & set(thema.MODULES[module].split()):
            yield getattr(import_module(f"{thema.__name__}.{module}"), functie)


def _regels(soort: str) -> Iterator[Regel]:
    for thema in THEMAS:
        yield from _uit(thema, thema.REGELS, soort)
    yield from _uit(invoer, invoer.SLOT, soort)


def _van_soort(soort: str) -> tuple[Regel, ...]:
    return tuple(regel for regel in _regels(soort) if regel.reikwijdte.geldt(soort))


PER_SOORT: Final[Mapping[str, tuple[Regel, ...]]] = Luikaart(DOCUMENTEN, _van_soort)
"""The rules that judge each kind of document."""


def __getattr__(naam: str) -> Any:
    """Fetch all rules for those who ask for them."""
    if naam not in {"REGELS", "PER_CODE"}:
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    alle = tuple(_regels(ALLE))
    per_code = MappingProxyType({regel.code: regel for regel in alle})
    globals().update(REGELS=alle, PER_CODE=per_code)
    return globals()[naam]
