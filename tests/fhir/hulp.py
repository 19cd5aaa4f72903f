"""What the tests of reading FHIR ask of an outcome."""

import json
from typing import Any

from tests.fhir import bundels as b
from tests.fhir.bundels import Resource

from geboortezorg import dump
from geboortezorg.fhir import Leesuitkomst, Reden, lees


def dossier(uitkomst: Leesuitkomst) -> dict[str, Any]:
    """Return the one dossier that was read, as JSON."""
    (een,) = uitkomst.dossiers
    uit: dict[str, Any] = json.loads(dump(een))
    return uit


def gemist(uitkomst: Leesuitkomst) -> list[tuple[str, str]]:
    """Return what had a place and did not get it."""
    return [
        (deel.pad, deel.reden.value)
        for deel in uitkomst.zonder_plaats
        if deel.reden is not Reden.GEEN_PLEK
    ]


def lees_met(*extra: Resource, zonder: tuple[str, ...] = ()) -> Leesuitkomst:
    """Read the whole record, with some resources in place of those with the same id."""
    namen = {deel.get("id") for deel in extra} | set(zonder)
    return lees([deel for deel in b.heel() if deel["id"] not in namen] + list(extra))
