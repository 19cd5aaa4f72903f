"""Write every generated file under ``schemas/``, or say which of them are not up to date.

The schemas and their index come first, from :mod:`geboortezorg.schema.schrijver`, which guards
what was released; what is here follows from them, from the rules and from the tables.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.schema import schrijver as schemas
from geboortezorg.schema.bouwer import bouw
from geboortezorg.uitgave import conformance, openapi, tabellen
from geboortezorg.uitgave.conformance_schemas import MAP as GEVALLEN
from geboortezorg.uitgave.gevallen import lees

_EIGEN_MAPPEN: Final = (
    f"{tabellen.MAP}/*",
    f"{GEVALLEN}/GZ-*.json",
    f"{GEVALLEN}/oordeel-*.json",
)
"""Folders in which every file is generated, so that one too many is an error."""


def bestanden() -> dict[str, bytes]:
    """Return every generated file but the schemas and their index, by its path."""
    documenten = {pad: schemas.als_bytes(tabel) for pad, tabel in tabellen.documenten().items()}
    openapi_ = openapi.bouw({soort: bouw(soort, klasse) for soort, klasse in DOCUMENTEN.items()})
    json_ = {**conformance.bestanden(lees(), documenten), openapi.PAD: openapi_}
    return {
        **{pad: schemas.als_bytes(inhoud) for pad, inhoud in json_.items()},
        **documenten,
        **tabellen.csv_bestanden(),
    }


def controleer(map_: Path) -> list[str]:
    """Return what is wrong with the files in `map_`, one line each; empty when all is well."""
    fouten = schemas.controleer(map_)
    verwacht = bestanden()
    for pad, inhoud in verwacht.items():
        if not (map_ / pad).is_file():
            fouten.append(f"{pad}: ontbreekt")
        elif (map_ / pad).read_bytes() != inhoud:
            fouten.append(f"{pad}: is niet bijgewerkt")
    fouten.extend(f"{pad}: hoort nergens bij" for pad in _overtollig(map_, verwacht))
    return sorted(fouten)


def schrijf(map_: Path) -> None:
    """Write every generated file and drop the tables that are no more.

    Raises :class:`geboortezorg.schema.schrijver.VrijgegevenGewijzigd`, and writes nothing, when a
    released schema forbids it; VerdwenenGevallen when a published case would be dropped.
    """
    verwacht = bestanden()
    conformance.bewaak(map_, verwacht)
    schemas.schrijf(map_)
    for pad in _overtollig(map_, verwacht):
        (map_ / pad).unlink()
    for pad, inhoud in verwacht.items():
        (map_ / pad).parent.mkdir(parents=True, exist_ok=True)
        (map_ / pad).write_bytes(inhoud)


def main(argumenten: Sequence[str] | None = None) -> int:
    """Write the files, or compare them with ``--controle``: 0 when they agree, 1 when not."""
    return schemas.main(argumenten, controleer=controleer, schrijf=schrijf)


def _overtollig(map_: Path, verwacht: Mapping[str, bytes]) -> list[str]:
    gevonden = (bestand for patroon in _EIGEN_MAPPEN for bestand in map_.glob(patroon))
    paden = {bestand.relative_to(map_).as_posix() for bestand in gevonden}
    return sorted(paden - verwacht.keys())
