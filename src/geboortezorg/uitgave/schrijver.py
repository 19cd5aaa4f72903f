"""Write every generated file under ``schemas/``, or say which of them are not up to date.

The schemas follow from the models, and released ones are guarded; the rest follows from the
models, the rules, the tables and ``gevallen/``.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.convert import destructureer
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.regels.catalogus import Regelcatalogus, catalogusregel
from geboortezorg.regels.register import REGELS
from geboortezorg.schema.register import BRONMAP
from geboortezorg.uitgave import (
    conformance,
    feiten,
    koppeling,
    openapi,
    schemas,
    tabellen,
    typescript,
)
from geboortezorg.uitgave.bouwer import bouw, bouw_alle
from geboortezorg.uitgave.gevallen import Geval, lees
from geboortezorg.uitgave.schemas import VrijgegevenGewijzigd, als_bytes

CATALOGUS: Final = "regels"
"""The catalogue of rules: published with a schema, but not a kind of document to be judged."""

_EIGEN: Final = (f"{SCHEMA_VERSIE}/**/*.json", f"{tabellen.MAP}/*")
"""Files that are all generated, so that one too many is an error."""


def bestanden(
    map_: Path, eigen_schemas: Mapping[str, Mapping[str, Any]] | None = None
) -> dict[str, bytes]:
    """Return every generated file by its path in `map_`, which is read for released schemas.

    `eigen_schemas` stand in for those of the models.
    """
    if eigen_schemas is None:
        eigen_schemas = {
            **bouw_alle(),
            f"{SCHEMA_VERSIE}/{CATALOGUS}.schema.json": bouw(CATALOGUS, Regelcatalogus),
            koppeling.PAD: koppeling.bouw(),
        }
    return {**schemas.bestanden(map_, eigen_schemas), **_per_uitgave()}


@cache
def _per_uitgave() -> dict[str, bytes]:
    documenten = {pad: als_bytes(tabel) for pad, tabel in tabellen.documenten().items()}
    openapi_ = openapi.bouw({soort: bouw(soort, klasse) for soort, klasse in DOCUMENTEN.items()})
    kop = {"soort": CATALOGUS, "schema_versie": SCHEMA_VERSIE}
    gevallen = lees()
    json_ = {
        **conformance.bestanden(gevallen, documenten),
        openapi.PAD: openapi_,
        typescript.PAD: typescript.tarieven(),
        f"{SCHEMA_VERSIE}/{CATALOGUS}.json": {**kop, **destructureer(_catalogus(gevallen))},
    }
    return {
        **{pad: als_bytes(inhoud) for pad, inhoud in json_.items()},
        **documenten,
        **tabellen.csv_bestanden(),
    }


def _catalogus(gevallen: Sequence[Geval]) -> Regelcatalogus:
    nodig, uitkomsten = feiten.feiten(gevallen), feiten.uitkomsten(gevallen)
    return Regelcatalogus(
        regels=tuple(catalogusregel(r, nodig.get(r.code, ()), uitkomsten) for r in REGELS)
    )


def controleer(
    map_: Path, eigen_schemas: Mapping[str, Mapping[str, Any]] | None = None
) -> list[str]:
    """Return what is wrong with the files in `map_`, one line each; empty when all is well."""
    verwacht = bestanden(map_, eigen_schemas)
    fouten = schemas.beloften(map_, verwacht)
    for pad, inhoud in verwacht.items():
        if not (map_ / pad).is_file():
            fouten.append(f"{pad}: missing")
        elif (map_ / pad).read_bytes() != inhoud:
            fouten.append(f"{pad}: not up to date")
    fouten.extend(f"{pad}: belongs nowhere" for pad in _overtollig(map_, verwacht))
    return sorted(fouten)


def schrijf(map_: Path, eigen_schemas: Mapping[str, Mapping[str, Any]] | None = None) -> list[str]:
    """Write the generated files that differ, drop those that are no more, and say which.

    Raises VrijgegevenGewijzigd, and writes nothing, when a released schema forbids it;
    VerdwenenGevallen when a published case would be dropped.
    """
    verwacht = bestanden(map_, eigen_schemas)
    fouten = schemas.beloften(map_, verwacht)
    if fouten:
        raise VrijgegevenGewijzigd("; ".join(fouten))
    conformance.bewaak(map_, verwacht)
    if not (map_ / schemas.VRIJGEGEVEN).exists():  # never written over
        verwacht[schemas.VRIJGEGEVEN] = als_bytes({})
    gedaan = []
    for pad in _overtollig(map_, verwacht):
        (map_ / pad).unlink()
        gedaan.append(f"dropped {pad}")
    for pad, inhoud in verwacht.items():
        bestand = map_ / pad
        if not bestand.is_file() or bestand.read_bytes() != inhoud:
            bestand.parent.mkdir(parents=True, exist_ok=True)
            bestand.write_bytes(inhoud)
            gedaan.append(f"wrote {pad}")
    return gedaan


def main(argumenten: Sequence[str] | None = None) -> int:
    """Write the files, or compare them with ``--controle``: 0 when they agree, 1 when not."""
    parser = argparse.ArgumentParser(
        prog="python -m geboortezorg.uitgave",
        description="Write what is published under `schemas`, and say what changed.",
    )
    parser.add_argument("--controle", action="store_true", help="compare only, write nothing")
    parser.add_argument("--map", type=Path, default=BRONMAP, help="the folder `schemas`")
    keuze = parser.parse_args(argumenten)
    if keuze.controle:
        fouten = controleer(keuze.map)
        sys.stderr.writelines(f"{fout}\n" for fout in fouten)
        return 1 if fouten else 0
    try:
        gedaan = schrijf(keuze.map)
    except (VrijgegevenGewijzigd, conformance.VerdwenenGevallen) as fout:
        sys.stderr.write(f"{fout}\n")
        return 1
    sys.stdout.writelines(
        f"{tekstregel}\n" for tekstregel in gedaan or ["schemas: nothing changed"]
    )
    return 0


def _overtollig(map_: Path, verwacht: Mapping[str, bytes]) -> list[str]:
    gevonden = (bestand for patroon in _EIGEN for bestand in map_.glob(patroon))
    paden = {bestand.relative_to(map_).as_posix() for bestand in gevonden}
    return sorted(paden - verwacht.keys())
