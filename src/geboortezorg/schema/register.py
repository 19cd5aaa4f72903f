"""The published schemas, found offline: in an installed wheel and in a source tree alike.

Every schema is self-contained and ships with the package; nothing here ever asks the network.
"""

import json
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final

from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.schema.toelichting import voeg_samen
from geboortezorg.tekst import SleutelFout, Tekst, Tweetalig

BASIS: Final = "https://w3id.org/geboortezorg/schemas/"
"""The base of every ``$id``. An identifier only: it does not resolve until it is registered."""

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_GEEN_SCHEMA: Final = Tekst(
    "geen schema van deze soort en versie; `index` zegt welke er zijn",
    "no schema of this kind and version; `index` says which there are",
)

_GEEN_REGEL: Final = Tekst(
    "geen regel in de catalogus heeft deze code; `catalogus` noemt ze",
    "no rule in the catalogue has this code; `catalogus` names them",
)

BRONMAP: Final = Path(__file__).resolve().parents[3] / "schemas"
"""Where the schemas stand in a source tree; in an installed wheel there is no such folder."""


class OnbekendSchema(Tweetalig, LookupError):
    """There is no published schema of the asked kind and version.

    The message is fixed: what was asked for may come from a document.
    """


def schema_id(pad: str) -> str:
    """Return the ``$id`` of the schema at `pad`, a path under ``schemas/``."""
    return BASIS + pad


def toelichtingpad(pad: str) -> str:
    """Return the path of what is said of the schema at `pad`."""
    return f"{pad.removesuffix('.schema.json')}.toelichting.json"


def vind(pakket: Traversable, bronmap: Path) -> Traversable:
    """Return the folder with the schemas: inside the package, or else in the source tree.

    Raises FileNotFoundError when neither holds an index: the installation is broken.
    """
    for map_ in (pakket / "bestanden", bronmap):
        if (map_ / "index.json").is_file():
            return map_
    raise FileNotFoundError("de JSON Schemas van geboortezorg zijn niet geinstalleerd")


@cache
def inhoud(pad: str) -> bytes:
    """Return the bytes of a published file, by its path under ``schemas/``."""
    bestand = vind(files("geboortezorg.schema"), BRONMAP)
    for deel in pad.split("/"):
        bestand /= deel
    return bestand.read_bytes()


@cache
def _paden() -> dict[tuple[str, str], str]:
    return {(rij["naam"], rij["versie"]): rij["pad"] for rij in index()["schemas"]}


def pad_van(soort: str, versie: str | None) -> str:
    """Return the path of a schema under ``schemas/``; see :func:`tekst` for what is raised."""
    pad = _paden().get((soort, SCHEMA_VERSIE if versie is None else versie))
    if pad is None:
        raise OnbekendSchema(_GEEN_SCHEMA)
    return pad


def index() -> dict[str, Any]:
    """Return ``index.json``: every schema with its version, ``$id``, path, sha256 and status."""
    uit: dict[str, Any] = json.loads(inhoud("index.json"))
    return uit


def tekst(soort: str, versie: str | None = None) -> str:
    """Return a schema as the text that was published, to the byte.

    Without `versie` it is the version that this release writes, which is not always the newest
    one known elsewhere. Raises :class:`OnbekendSchema` for an unknown kind or version.
    """
    return inhoud(pad_van(soort, versie)).decode("utf-8")


def get(soort: str, versie: str | None = None, *, toegelicht: bool = False) -> dict[str, Any]:
    """Return a schema as a new dictionary, which the caller may change.

    A published schema has no keywords but those of its draft. With `toegelicht` it has what its
    :func:`toelichting` says too, as ``format`` and keywords that begin with ``x-``. See
    :func:`tekst` for `versie` and for what is raised.
    """
    uit: dict[str, Any] = json.loads(inhoud(pad_van(soort, versie)))
    return voeg_samen(uit, toelichting(soort, versie)) if toegelicht else uit


def toelichting(soort: str, versie: str | None = None) -> dict[str, Any]:
    """Return what is said of a schema beside validity, as a new dictionary.

    Under ``plaatsen``, by the JSON Pointer into the schema: the Dutch title and description, the
    unit, the source, the format and whether it is personal data. See :func:`tekst` for `versie`
    and for what is raised.
    """
    uit: dict[str, Any] = json.loads(inhoud(toelichtingpad(pad_van(soort, versie))))
    return uit


def catalogus() -> dict[str, Any]:
    """Return the catalogue of rules as it was published, as a new dictionary."""
    uit: dict[str, Any] = json.loads(inhoud(f"{SCHEMA_VERSIE}/regels.json"))
    return uit


def catalogusregel(code: str) -> dict[str, Any]:
    """Return what the catalogue says of one rule. Raises LookupError when it has no such rule."""
    for regel in catalogus()["regels"]:
        if regel["code"] == code:
            return dict(regel)
    raise SleutelFout(_GEEN_REGEL)


def openapi() -> dict[str, Any]:
    """Return ``openapi.json``: every kind of document as a component of OpenAPI 3.1.

    Of the version that this release writes, as a new dictionary, which the caller may change.
    """
    uit: dict[str, Any] = json.loads(inhoud(f"{SCHEMA_VERSIE}/openapi.json"))
    return uit
