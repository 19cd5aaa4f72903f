"""What ships, asked for by name: the answer, or a failed test."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

from geboortezorg.model.prestatie import Prestatie
from geboortezorg.tabellen import Gevonden, shipped
from geboortezorg.tabellen.cijfers import GevondenCijfer, cijfers

FEITEN = Path(__file__).with_name("tarieven.csv")
"""A copy of the list of facts: one amount a row, with its source and verification."""
VSV = (
    "vsv-samenwerkingsverband-organiseren",
    "vsv-zorg-coordineren",
    "vsv-informatievoorziening-communicatie",
    "vsv-kwaliteitsverbetering",
)
FASEN = ("integraal-prenataal", "integraal-nataal", "integraal-postnataal")


def feiten() -> list[dict[str, str]]:
    """Return the rows of the list of facts."""
    with FEITEN.open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))


def gevonden(naam: str, op: date) -> Gevonden:
    """Return the tariff that is found, or fail."""
    uit = shipped().lookup(naam, op)
    assert isinstance(uit, Gevonden), uit
    return uit


def prestatie(naam: str) -> Prestatie:
    """Return a shipped prestatie."""
    gevonden = shipped().prestatie(naam)
    assert gevonden is not None
    return gevonden


def enig_cijfer(onderwerp: str, **waarop: Any) -> GevondenCijfer:
    """Return the one figure that these facts point to."""
    (gevonden,) = cijfers().lookup(onderwerp, **waarop)
    return gevonden
