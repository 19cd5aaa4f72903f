"""The register of rules: the sum of the themes. A rule exists only when its theme lists it.

A theme says which of its modules judge which kinds of document, so that the rules of a kind are
imported when the first document of that kind is judged.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any, Final, final

from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.lui import Luikaart
from geboortezorg.rapport import kenners
from geboortezorg.regels import (
    bekostiging,
    declaratie,
    dossier,
    invoer,
    kraamzorg,
    monitorplan,
    omtrek,
    samenhang,
    samenwerking,
    tarief,
    trekken,
    wachtdienst,
)
from geboortezorg.regels.regel import Regel

if TYPE_CHECKING:
    from geboortezorg.regels.trekken.blik import Blik

    REGELS: Final[tuple[Regel, ...]] = ()
    """Every rule, in the order in which a report shows them."""

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

_THEMA_PER_NAAM: Final = {thema.__name__.rpartition(".")[2]: thema for thema in THEMAS}

THEMA_PER_VOORVOEGSEL: Final[Mapping[str, str]] = MappingProxyType(
    {
        voorvoegsel: naam
        for naam, thema in _THEMA_PER_NAAM.items()
        for voorvoegsel in thema.VOORVOEGSELS
    }
)
"""Which theme holds the rules whose code begins with a word."""

ALLE: Final = "*"
"""Stands for every kind of document."""


def _uit(thema: ModuleType, soort: str, lijst: str = "REGELS") -> Iterator[Regel]:
    """Yield the rules of a theme that stand in modules which judge a kind of document."""
    for naam in getattr(thema, lijst, ()):
        module, _, functie = naam.partition(".")
        if soort == ALLE or {soort, ALLE} & set(thema.MODULES[module].split()):
            yield getattr(import_module(f"{thema.__name__}.{module}"), functie)


def _regels(soort: str) -> Iterator[Regel]:
    for thema in THEMAS:
        yield from _uit(thema, soort)
    for thema in THEMAS:
        yield from _uit(thema, soort, "SLOT")


def plekken() -> Iterator[str]:
    """Yield where each rule stands, in the order in which a report shows them."""
    for lijst in ("REGELS", "SLOT"):
        for thema in THEMAS:
            yield from (f"{thema.__name__}.{naam}" for naam in getattr(thema, lijst, ()))


def _van_soort(soort: str) -> tuple[Regel, ...]:
    if omtrek.VERGELIJK:
        return tuple(regel for regel in _regels(soort) if regel.reikwijdte.geldt(soort))
    return tuple(omtrek.omtrekken(soort, plekken()))


def _blikken(soort: str) -> tuple["Blik", ...]:
    return tuple(
        getattr(import_module(f"{pakket.__name__}.{module}"), blik)
        for pakket in (trekken, *THEMAS)
        for naam, soorten in getattr(pakket, "BLIKKEN", {}).items()
        if {soort, ALLE} & set(soorten.split())
        for module, _, blik in [naam.partition(".")]
    )


PER_SOORT: Final[Mapping[str, tuple[Regel, ...]]] = Luikaart(DOCUMENTEN, _van_soort)
"""The rules that judge each kind of document; of most the module is imported when it is run."""

BLIKKEN_PER_SOORT: Final[Mapping[str, tuple["Blik", ...]]] = Luikaart(DOCUMENTEN, _blikken)
"""The looks at each kind of document before any rule is run; each sees traits of its own."""


@final
class _PerCode(Mapping[str, Regel]):
    """Finds a rule in its theme, without a look at the others."""

    def __getitem__(self, code: str) -> Regel:
        return _van_thema(THEMA_PER_VOORVOEGSEL["".join(code.split("-")[1:2])])[code]

    def __iter__(self) -> Iterator[str]:
        return (regel.code for regel in _alle())

    def __len__(self) -> int:
        return len(_alle())


@cache
def _van_thema(naam: str) -> Mapping[str, Regel]:
    thema = _THEMA_PER_NAAM[naam]
    return {r.code: r for lijst in ("REGELS", "SLOT") for r in _uit(thema, ALLE, lijst)}


PER_CODE: Final[Mapping[str, Regel]] = _PerCode()
"""Every rule by its code."""

kenners.append(PER_CODE.__contains__)


@cache
def _alle() -> tuple[Regel, ...]:
    return tuple(_regels(ALLE))


def __getattr__(naam: str) -> Any:
    """Fetch all rules for those who ask for them."""
    if naam != "REGELS":
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    return _alle()
