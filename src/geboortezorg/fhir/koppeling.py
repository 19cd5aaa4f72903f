"""How FHIR STU3 fills a dossier: the facts of ``stu3.toml``, as objects."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, final

from geboortezorg.bevroren import bevroren


@final
@bevroren(kw_only=True)
class Koppelrij:
    """One element that fills one member."""

    rol: str
    """The part that the resource plays: ``client``, ``kind``, ``zorgepisode`` and so on."""
    pad: tuple[str, ...]
    """The names of the elements on the way to the value."""
    lid: str
    """The member, with a dot before a member of a member."""
    vorm: str
    """How the value is read; one of :data:`geboortezorg.fhir.waarden.LEZERS`."""
    lijst: str = ""
    """The number system or code list of the value."""
    codes: frozenset[str] = frozenset()
    """For an observation: the codes that tell it, each as ``system|code``."""
    onderdeel: frozenset[str] = frozenset()
    """The same for one component of it."""
    meervoudig: bool = False
    """Whether the member is a list."""


@final
@bevroren(kw_only=True)
class Koppeling:
    """All that ``stu3.toml`` says."""

    bronnen: tuple[str, ...]
    profielen: Mapping[str, str]
    soorten: Mapping[str, str]
    stelsels: Mapping[str, frozenset[str]]
    lijsten: Mapping[str, Mapping[str, str]]
    statussen: Mapping[str, frozenset[str]]
    velden: Mapping[str, tuple[Koppelrij, ...]]
    """The elements by the part that a resource plays."""
    waarnemingen: Mapping[str, tuple[Koppelrij, ...]]
    """The observations by each of their codes."""
    typen: frozenset[str]
    elementen: frozenset[str]


def _koppelrij(rij: dict[str, Any]) -> Koppelrij:
    return Koppelrij(
        rol=rij.get("rol") or rij["over"],
        pad=tuple(rij["pad"].split(".")),
        lid=rij["lid"],
        vorm=rij["vorm"],
        lijst=rij.get("lijst", ""),
        codes=frozenset(rij.get("codes", ())),
        onderdeel=frozenset(rij.get("onderdeel", ())),
        meervoudig=rij.get("meervoudig", False),
    )


@cache
def koppeling() -> Koppeling:
    """Return the mapping, read once."""
    tekst = resources.files(__package__).joinpath("stu3.toml").read_text("utf-8")
    rauw = tomllib.loads(tekst)
    velden: dict[str, tuple[Koppelrij, ...]] = {}
    waarnemingen: dict[str, tuple[Koppelrij, ...]] = {}
    for koppelrij in map(_koppelrij, rauw["velden"]):
        velden[koppelrij.rol] = (*velden.get(koppelrij.rol, ()), koppelrij)
    for koppelrij in map(_koppelrij, rauw["waarnemingen"]):
        for code in koppelrij.codes:
            waarnemingen[code] = (*waarnemingen.get(code, ()), koppelrij)
    return Koppeling(
        bronnen=tuple(rauw["bronnen"]),
        profielen=rauw["profielen"],
        soorten=rauw["soorten"],
        stelsels={naam: frozenset(uris) for naam, uris in rauw["stelsels"].items()},
        lijsten=rauw["lijsten"],
        statussen={naam: frozenset(codes) for naam, codes in rauw["statussen"].items()},
        velden=velden,
        waarnemingen=waarnemingen,
        typen=frozenset(rauw["namen"]["typen"]),
        elementen=frozenset(rauw["namen"]["elementen"]),
    )
