"""The pictures of the site, drawn from the package itself each time that the site is built."""

from collections.abc import Callable, Mapping
from typing import Final

from geboortezorg.cli.uitvoer.svg import Plaat
from platen.model import dossiermodel, nesting
from platen.stroom import verandering, weg
from platen.tarieven import dekking, tarieven
from platen.tijd import bekostiging, dossier

PLATEN: Final[Mapping[str, Callable[..., Plaat]]] = {
    "bekostiging": bekostiging,
    "dekking": dekking,
    "dossier": dossier,
    "dossiermodel": dossiermodel,
    "nesting": nesting,
    "tarieven": tarieven,
    "verandering": verandering,
    "weg": weg,
}
"""What draws each picture, by the name that a page gives it."""
