"""A closed set of shipped tables, for tests and conformance cases.

What a later release ships does not enter it: a year that is unknown in it stays unknown. Change
the list only on purpose, and look at what then changes.
"""

from functools import cache
from typing import Final

import attrs

from geboortezorg.tabellen.normen import Normen, normen
from geboortezorg.tabellen.shipped import shipped
from geboortezorg.tabellen.tabellen import Tabellen

PROEFTABELLEN: Final = (
    "eigen-bijdrage-kraamzorg-2005",
    "eigen-bijdrage-kraamzorg-2011",
    "eigen-bijdrage-kraamzorg-2012",
    "eigen-bijdrage-kraamzorg-2013",
    "eigen-bijdrage-kraamzorg-2014",
    "eigen-bijdrage-kraamzorg-2015",
    "eigen-bijdrage-kraamzorg-2016",
    "eigen-bijdrage-kraamzorg-2017",
    "eigen-bijdrage-kraamzorg-2018",
    "eigen-bijdrage-kraamzorg-2019",
    "eigen-bijdrage-kraamzorg-2020",
    "eigen-bijdrage-kraamzorg-2021",
    "eigen-bijdrage-kraamzorg-2021-cz",
    "eigen-bijdrage-kraamzorg-2022",
    "eigen-bijdrage-kraamzorg-2023",
    "eigen-bijdrage-kraamzorg-2024",
    "eigen-bijdrage-kraamzorg-2025",
    "eigen-bijdrage-kraamzorg-2026",
    "integrale-geboortezorg-2022",
    "integrale-geboortezorg-2023",
    "kraamzorg-2010",
    "kraamzorg-2019",
    "kraamzorg-2020",
    "kraamzorg-2021",
    "kraamzorg-2023",
    "kraamzorg-opslagen-2023",
    "kraamzorg-opslagen-2026",
    "prenatale-screening-2013",
    "prenatale-screening-2015",
    "prenatale-screening-2016",
    "prenatale-screening-2017",
    "prenatale-screening-2018",
    "prenatale-screening-2019",
    "prenatale-screening-2020",
    "prenatale-screening-2021",
    "prenatale-screening-2023",
    "prenatale-screening-2024",
    "prenatale-screening-2025",
    "prenatale-screening-counseling",
    "prenatale-screening-eerste-trimester-seo",
    "prenatale-screening-tweede-trimester-seo",
    "prestaties-eigen-bijdrage-kraamzorg",
    "prestaties-integrale-geboortezorg",
    "prestaties-kraamzorg",
    "prestaties-poliklinische-bevalling",
    "prestaties-prenatale-screening",
    "prestaties-verloskunde",
    "prestaties-vsv",
    "verloskunde-2013",
    "verloskunde-2017",
    "verloskunde-2022",
    "verloskunde-2024",
    "verloskunde-2024-cb-ipg",
    "verloskunde-2025",
    "verloskunde-opslagen-2019",
    "verloskunde-tb-reg-19622-01",
    "vsv-2027",
)
"""The names of those with prestaties and tariffs."""

PROEFNORMEN: Final = (
    "norm-arbeidstijdenbesluit",
    "norm-arbeidstijdenwet",
    "norm-cao-kraamzorg-2025",
    "norm-geboorte",
    "norm-integraal",
    "norm-kraamzorg-aanspraak",
    "norm-kraamzorg-lip-3",
    "norm-tarief",
    "norm-vsv",
)
"""The names of those with norms."""


@cache
def proeftabellen() -> Tabellen:
    """Return the closed set: own tables lie over it as over everything that ships."""
    gesloten = Normen(*(t for t in normen().tabellen if t.naam in PROEFNORMEN))
    return attrs.evolve(shipped().select(*PROEFTABELLEN), normbasis=gesloten)
