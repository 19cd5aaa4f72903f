"""The schemas as files, with their index, and what released ones promise.

A schema listed in ``vrijgegeven.json`` (path and sha256) never changes again: what the models
have become then needs a new version, that accepts every document of the released one.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.schema.register import BASIS, DIALECT
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
    """Return the files of the schemas by their path, and an index that covers older ones.

    `map_` is read for the released schemas and for the versions before this one.
    """
    uit = {pad: als_bytes(schema) for pad, schema in schemas.items()}
    uit[INDEX] = als_bytes(_index({**_oudere(map_), **uit}, _vrijgegeven(map_)))
    return uit


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


def beloften(map_: Path, nieuw: Mapping[str, bytes]) -> list[str]:
    """Return how the new files would break what a released schema promised."""
    fouten = []
    for pad, sha256 in _vrijgegeven(map_).items():
        bestand = map_ / pad
        if not bestand.is_file() or _sha256(bestand.read_bytes()) != sha256:
            fouten.append(f"{pad}: released, but changed or gone")
            continue
        if _versie(pad) == SCHEMA_VERSIE:
            if nieuw.get(pad) != bestand.read_bytes():
                fouten.append(f"{pad}: released, but the models have changed")
            continue
        opvolger = nieuw.get(f"{SCHEMA_VERSIE}/{_naam(pad)}{_UITGANG}")
        if opvolger is not None and _major(_versie(pad)) == _major(SCHEMA_VERSIE):
            oud = json.loads(bestand.read_bytes())
            fouten.extend(
                f"{pad}: {verschil.pad} {verschil.tekst} in {SCHEMA_VERSIE}"
                for verschil in vergelijk(oud, json.loads(opvolger), versie_telt=False).breuken
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
