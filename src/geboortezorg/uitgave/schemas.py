"""The schemas as files, with their index, and what released ones promise.

A schema listed in ``vrijgegeven.json`` (path and sha256) never changes again, nor does what is said
of it beside validity, which is listed with it: what the models have become then needs a new
version, that accepts every document of the released one.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from geboortezorg._versie import SCHEMA_VERSIE
from geboortezorg.schema.register import BASIS, DIALECT, toelichtingpad
from geboortezorg.schema.toelichting import splits, voeg_samen
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
    uit, toelichtingen = {}, {}
    for pad, schema in schemas.items():
        kaal, toelichting = splits(schema)
        uit[pad] = als_bytes(kaal)
        toelichtingen[toelichtingpad(pad)] = als_bytes(toelichting)
    index = als_bytes(_index({**_oudere(map_), **uit}, _vrijgegeven(map_)))
    return {**uit, **toelichtingen, INDEX: index}


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
                "toelichting": toelichtingpad(pad),
                "status": "vrijgegeven" if pad in vrijgegeven else "concept",
            }
            for pad in sorted(inhoud, key=lambda pad: (_rang(_versie(pad)), pad))
        ],
    }


def beloften(map_: Path, nieuw: Mapping[str, bytes]) -> list[str]:
    """Return how the new files would break what a released schema promised."""
    fouten = []
    vrijgegeven = _vrijgegeven(map_)
    for pad, sha256 in vrijgegeven.items():
        if pad.endswith(_UITGANG) and toelichtingpad(pad) not in vrijgegeven:
            fouten.append(f"{pad}: released without {toelichtingpad(pad)}")
            continue
        bestand = map_ / pad
        if not bestand.is_file() or _sha256(bestand.read_bytes()) != sha256:
            fouten.append(f"{pad}: released, but changed or gone")
            continue
        if _versie(pad) == SCHEMA_VERSIE:
            if nieuw.get(pad) != bestand.read_bytes():
                fouten.append(f"{pad}: released, but the models have changed")
        elif pad.endswith(_UITGANG) and _major(_versie(pad)) == _major(SCHEMA_VERSIE):
            fouten.extend(_breuken(map_, pad, nieuw))
    return fouten


def _breuken(map_: Path, pad: str, nieuw: Mapping[str, bytes]) -> list[str]:
    """Return how the schema of this version breaks what an older one promised."""
    opvolger = f"{SCHEMA_VERSIE}/{_naam(pad)}{_UITGANG}"
    if opvolger not in nieuw:
        return []
    oud = {deel: (map_ / deel).read_bytes() for deel in (pad, toelichtingpad(pad))}
    verschillen = vergelijk(_toegelicht(oud, pad), _toegelicht(nieuw, opvolger), versie_telt=False)
    return [f"{pad}: {v.pad} {v.tekst} in {SCHEMA_VERSIE}" for v in verschillen.breuken]


def _toegelicht(bestanden: Mapping[str, bytes], pad: str) -> dict[str, Any]:
    return voeg_samen(json.loads(bestanden[pad]), json.loads(bestanden[toelichtingpad(pad)]))


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
