"""Bytes to report, against pydantic with the same rules, and against orjson parsing alone.

    python benchmarks/rapport.py [--aantal 20000] [--rondes 5]

All variants run in one process over the same documents, taking turns. A figure is the time of a
variant divided by the time of orjson measured directly before it: ratios repeat, seconds do not.
"""

import argparse
import gc
import json
import platform
import statistics
import time
from collections.abc import Callable
from typing import Any, Literal

import orjson
import pydantic
from gegevens import dossiers
from pydantic_modellen import model

from geboortezorg import dump, validate
from geboortezorg.batch import validate_many
from geboortezorg.convert import Vormfouten, lees_document
from geboortezorg.model.dossier import Dossier
from geboortezorg.populatie import populatiecontext
from geboortezorg.validation import beoordeel

Variant = Callable[[list[bytes]], int]

CONTEXT = populatiecontext()
PYDANTIC = model(Dossier, soort=(Literal["dossier"], ...), schema_versie=(Literal["0.1"], ...))


def orjson_alleen(data: list[bytes]) -> int:
    """Parse only."""
    for tekstregel in data:
        orjson.loads(tekstregel)
    return 0


def json_alleen(data: list[bytes]) -> int:
    """Parse only, with the standard library."""
    for tekstregel in data:
        json.loads(tekstregel)
    return 0


def lezen(data: list[bytes]) -> int:
    """Bytes to models, with every shape error."""
    fout = 0
    for tekstregel in data:
        try:
            lees_document(tekstregel)
        except Vormfouten:
            fout += 1
    return fout


def rapporten(data: list[bytes]) -> int:
    """Bytes to reports."""
    return sum(not validate(tekstregel, context=CONTEXT).akkoord for tekstregel in data)


def samen(data: list[bytes]) -> int:
    """Bytes to reports, several documents at once on one processor."""
    return sum(not rapport.akkoord for rapport in validate_many(data, context=CONTEXT))


def samen_geschreven(data: list[bytes]) -> int:
    """Bytes to the bytes of reports, several documents at once on one processor."""
    return sum(len(dump(rapport)) for rapport in validate_many(data, context=CONTEXT))


def geschreven(data: list[bytes]) -> int:
    """Bytes to the bytes of the report."""
    return sum(len(dump(validate(tekstregel, context=CONTEXT))) for tekstregel in data)


def pydantic_lezen(data: list[bytes]) -> int:
    """Bytes to pydantic models."""
    fout = 0
    for tekstregel in data:
        try:
            PYDANTIC.model_validate_json(tekstregel)
        except pydantic.ValidationError:
            fout += 1
    return fout


def pydantic_rapporten(data: list[bytes]) -> int:
    """Bytes to pydantic models, and the same rules over those."""
    fout = 0
    for tekstregel in data:
        try:
            gelezen: Any = PYDANTIC.model_validate_json(tekstregel)
        except pydantic.ValidationError:
            fout += 1
        else:
            fout += not beoordeel(gelezen, CONTEXT, soort="dossier").akkoord
    return fout


VARIANTEN: dict[str, Variant] = {
    "json.loads": json_alleen,
    "geboortezorg: bytes to model": lezen,
    "pydantic v2: bytes to model": pydantic_lezen,
    "geboortezorg: bytes to report": rapporten,
    "geboortezorg: bytes to report, and that to bytes": geschreven,
    "geboortezorg: bytes to report, validate_many": samen,
    "geboortezorg: bytes to report, and that to bytes, validate_many": samen_geschreven,
    "pydantic v2 + the same rules: bytes to report": pydantic_rapporten,
}


def duur(variant: Variant, data: list[bytes]) -> float:
    """Return how many seconds of processor time a variant takes."""
    gc.collect()
    begin = time.process_time()
    variant(data)
    return time.process_time() - begin


def main() -> None:
    """Measure and print a table in Markdown."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("--aantal", type=int, default=20_000)
    lezer.add_argument("--rondes", type=int, default=5)
    keuze = lezer.parse_args()
    data = dossiers(keuze.aantal)
    if lezen(data) != pydantic_lezen(data) or rapporten(data) != pydantic_rapporten(data):
        raise SystemExit("the two do not give the same verdicts: there is nothing to compare")
    verhoudingen: dict[str, list[float]] = {naam: [] for naam in VARIANTEN}
    for _ in range(keuze.rondes):
        for naam, variant in VARIANTEN.items():
            vloer = duur(orjson_alleen, data)
            verhoudingen[naam].append(duur(variant, data) / vloer)
    grootte = sum(map(len, data)) // len(data)
    print(f"{keuze.aantal} dossiers of {grootte} bytes, {keuze.rondes} rounds, ", end="")
    print(f"CPython {platform.python_version()}, pydantic {pydantic.VERSION}")
    print("\n| variant | times orjson.loads (median) |\n| --- | --- |")
    for naam, gemeten in verhoudingen.items():
        print(f"| {naam} | {statistics.median(gemeten):.1f} |")


if __name__ == "__main__":
    main()
