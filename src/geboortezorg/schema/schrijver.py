"""Write the generated files under ``schemas/``, or say how they differ from the models.

A schema listed in ``vrijgegeven.json`` (path and sha256) never changes again: what the models
have become then needs a new version, that accepts every document of the released one.
"""

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.schema.bouwer import bouw_alle
from geboortezorg.schema.register import BASIS, BRONMAP, DIALECT
from geboortezorg.schema.vergelijking import vergelijk

INDEX: Final = "index.json"
VRIJGEGEVEN: Final = "vrijgegeven.json"
_UITGANG: Final = ".schema.json"
_VERSIE: Final = re.compile("[0-9]{1,3}[.][0-9]{1,3}")


class VrijgegevenGewijzigd(RuntimeError):
    """Writing would change or drop a released schema, or break what its version promised."""


def als_bytes(inhoud: Any) -> bytes:
    """Return the one way in which a generated file is written."""
    return (json.dumps(inhoud, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def bestanden(map_: Path, schemas: Mapping[str, Mapping[str, Any]]) -> dict[str, bytes]:
    """Return every generated file by its path: `schemas`, and an index that covers older ones.

    `map_` is read for the released schemas and for the versions before this one.
    """
    uit = {pad: als_bytes(schema) for pad, schema in schemas.items()}
    uit[INDEX] = als_bytes(_index({**_oudere(map_), **uit}, _vrijgegeven(map_)))
    return uit


def controleer(map_: Path, schemas: Mapping[str, Mapping[str, Any]] | None = None) -> list[str]:
    """Return what is wrong with the files in `map_`, one line each; empty when all is well."""
    schemas = bouw_alle() if schemas is None else schemas
    fouten = _beloften(map_, schemas)
    verwacht = bestanden(map_, schemas)
    for pad, inhoud in verwacht.items():
        if not (map_ / pad).is_file():
            fouten.append(f"{pad}: ontbreekt")
        elif (map_ / pad).read_bytes() != inhoud:
            fouten.append(f"{pad}: verschilt van de modellen")
    fouten.extend(f"{pad}: hoort bij geen model" for pad in _overtollig(map_, verwacht))
    return sorted(fouten)


def schrijf(map_: Path, schemas: Mapping[str, Mapping[str, Any]] | None = None) -> None:
    """Write every generated file and drop those that belong to no model any more.

    Raises :class:`VrijgegevenGewijzigd`, and writes nothing, when a released schema forbids it.
    """
    schemas = bouw_alle() if schemas is None else schemas
    fouten = _beloften(map_, schemas)
    if fouten:
        raise VrijgegevenGewijzigd("; ".join(fouten))
    verwacht = bestanden(map_, schemas)
    for pad in _overtollig(map_, verwacht):
        (map_ / pad).unlink()
    for pad, inhoud in verwacht.items():
        (map_ / pad).parent.mkdir(parents=True, exist_ok=True)
        (map_ / pad).write_bytes(inhoud)
    if not (map_ / VRIJGEGEVEN).exists():
        (map_ / VRIJGEGEVEN).write_bytes(als_bytes({}))


def main(
    argumenten: Sequence[str] | None = None,
    *,
    controleer: Callable[[Path], list[str]] = controleer,
    schrijf: Callable[[Path], None] = schrijf,
) -> int:
    """Write the files, or compare them with ``--controle``: 0 when they agree, 1 when not.

    The functions are given by who publishes more than the schemas.
    """
    parser = argparse.ArgumentParser(
        prog="python -m geboortezorg.schema",
        description="Write the JSON Schemas, and what else follows from the models and tables.",
    )
    parser.add_argument("--controle", action="store_true", help="compare only, write nothing")
    parser.add_argument("--map", type=Path, default=BRONMAP, help="the folder `schemas`")
    keuze = parser.parse_args(argumenten)
    if keuze.controle:
        fouten = controleer(keuze.map)
        sys.stderr.writelines(f"{fout}\n" for fout in fouten)
        return 1 if fouten else 0
    try:
        schrijf(keuze.map)
    except VrijgegevenGewijzigd as fout:
        sys.stderr.write(f"{fout}\n")
        return 1
    return 0


def _vrijgegeven(map_: Path) -> dict[str, str]:
    bestand = map_ / VRIJGEGEVEN
    uit: dict[str, str] = json.loads(bestand.read_bytes()) if bestand.is_file() else {}
    return uit


def _oudere(map_: Path) -> dict[str, bytes]:
    """Return the schemas on disk of other versions than the one this release writes."""
    return {
        f"{deel.name}/{bestand.name}": bestand.read_bytes()
        for deel in map_.glob("*")
        if _VERSIE.fullmatch(deel.name) is not None and deel.name != SCHEMA_VERSIE
        for bestand in deel.glob(f"*{_UITGANG}")
    }


def _overtollig(map_: Path, verwacht: Mapping[str, bytes]) -> list[str]:
    paden = (
        f"{SCHEMA_VERSIE}/{bestand.name}" for bestand in (map_ / SCHEMA_VERSIE).glob(f"*{_UITGANG}")
    )
    return sorted(pad for pad in paden if pad not in verwacht)


def _index(inhoud: Mapping[str, bytes], vrijgegeven: Mapping[str, str]) -> dict[str, Any]:
    return {
        "basis": BASIS,
        "dialect": DIALECT,
        "schemas": [
            {
                "naam": _naam(pad),
                "versie": _versie(pad),
                "$id": json.loads(inhoud[pad])["$id"],
                "pad": pad,
                "sha256": _sha256(inhoud[pad]),
                "status": "vrijgegeven" if pad in vrijgegeven else "concept",
            }
            for pad in sorted(inhoud, key=lambda pad: (_rang(_versie(pad)), pad))
        ],
    }


def _beloften(map_: Path, schemas: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Return how the models would break what a released schema promised."""
    fouten = []
    for pad, sha256 in _vrijgegeven(map_).items():
        bestand = map_ / pad
        if not bestand.is_file() or _sha256(bestand.read_bytes()) != sha256:
            fouten.append(f"{pad}: vrijgegeven, maar gewijzigd of weg")
            continue
        if _versie(pad) == SCHEMA_VERSIE:
            if pad not in schemas or als_bytes(schemas[pad]) != bestand.read_bytes():
                fouten.append(f"{pad}: vrijgegeven, maar de modellen zijn veranderd")
            continue
        opvolger = schemas.get(f"{SCHEMA_VERSIE}/{_naam(pad)}{_UITGANG}")
        if opvolger is not None and _major(_versie(pad)) == _major(SCHEMA_VERSIE):
            oud = json.loads(bestand.read_bytes())
            fouten.extend(
                f"{pad}: {verschil.pad} {verschil.tekst} in {SCHEMA_VERSIE}"
                for verschil in vergelijk(oud, opvolger, versie_telt=False).breuken
            )
    return fouten


def _naam(pad: str) -> str:
    return pad.partition("/")[2].removesuffix(_UITGANG)


def _versie(pad: str) -> str:
    return pad.partition("/")[0]


def _rang(versie: str) -> tuple[int, ...]:
    return tuple(int(deel) for deel in versie.split("."))


def _major(versie: str) -> int:
    return _rang(versie)[0]


def _sha256(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()
