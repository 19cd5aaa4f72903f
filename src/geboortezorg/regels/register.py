"""The register of rules: the sum of the themes. A rule exists only when its theme lists it."""

from collections.abc import Mapping
from types import MappingProxyType, ModuleType
from typing import Final

from geboortezorg.documenten import DOCUMENTEN
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

REGELS: Final[tuple[Regel, ...]] = (
    *(regel for thema in THEMAS for regel in thema.REGELS),
    *invoer.SLOT,
)
"""Every rule, in the order in which a report shows them."""

PER_CODE: Final[Mapping[str, Regel]] = MappingProxyType({regel.code: regel for regel in REGELS})

PER_SOORT: Final[Mapping[str, tuple[Regel, ...]]] = MappingProxyType(
    {
        soort: tuple(regel for regel in REGELS if {soort, "*"} & set(regel.soorten))
        for soort in DOCUMENTEN
    }
)
"""The rules that judge each kind of document."""
