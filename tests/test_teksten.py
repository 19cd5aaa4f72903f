"""Every text for users is there in two languages, each wholly its own, with the same parameters."""

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

import geboortezorg
from geboortezorg.regels.register import REGELS
from geboortezorg.tekst import Tekst

from .twee_talen import in_eigen_taal

_MET_EXTRA = ("web", "litestar", "pydantic", "testing", "uitgave", "__main__")


def _modules(pakket: Any = geboortezorg) -> Iterator[Any]:
    for gevonden in pkgutil.iter_modules(pakket.__path__, f"{pakket.__name__}."):
        if gevonden.name.removeprefix("geboortezorg.").split(".")[0] not in _MET_EXTRA:
            module = importlib.import_module(gevonden.name)
            yield module
            if gevonden.ispkg:
                yield from _modules(module)


def _teksten(waarde: Any) -> Iterator[Tekst]:
    if isinstance(waarde, Tekst):
        yield waarde
    elif isinstance(waarde, Mapping):
        for deel in waarde.values():
            yield from _teksten(deel)
    elif isinstance(waarde, tuple | list):
        for deel in waarde:
            yield from _teksten(deel)


ALLE = {
    f"{module.__name__}-{tekst.nl[:30]}": tekst
    for module in _modules()
    for naam, waarde in vars(module).items()
    if not naam.startswith("__")
    for tekst in _teksten(waarde)
}


@pytest.mark.parametrize("tekst", ALLE.values(), ids=ALLE)
def test_elke_tekst_in_twee_talen(tekst: Tekst) -> None:
    """Neither language borrows from the other, and both are filled in with the same."""
    assert tekst.nl
    assert tekst.en
    in_eigen_taal(tekst)
    nl, en = (sorted(re.findall(r"\{([a-z_]*)\}", taal)) for taal in (tekst.nl, tekst.en))
    assert nl == sorted(naam.removesuffix("_en") for naam in en)


def test_er_zijn_veel_teksten() -> None:
    """The search finds those of tables and of the command line, where they stand as constants."""
    waar = {naam.split("-", maxsplit=1)[0] for naam in ALLE}
    assert {
        "geboortezorg.cli.instellingen",
        "geboortezorg.tabellen.leescsv",
        "geboortezorg.tabellen.samenhang",
    } <= waar
    assert len(ALLE) > 200


def test_vul_in() -> None:
    """A part in two languages is filled in with that of the sentence; anything else is the same."""
    zin = Tekst("{wat}: {hoeveel} keer", "{wat}: {hoeveel} times")
    assert zin.met(wat=Tekst("naam", "name"), hoeveel=3) == Tekst("naam: 3 keer", "name: 3 times")


DOEN = {
    "nl": """begin beoordeel bereken beschrijf boek controleer declareer dien doe ga gebruik geef haal
        herstel kies kijk kort laat leg lever maak neem noem nodig nummer onderdruk pas plan reken
        richt rond sla splits stel tel toets toon trek verbeter vergelijk verlaag verleng verschuif
        vervroeg verwacht verwijs voeg vraag vul wacht werk zet zoek""",
    "en": """add adjust apply ask begin check choose compare complete compute copy correct declare
        describe do elaborate expected extend fill fix found give have inform judge leave let list
        look lower make measure move name needed number plan put record refer remove repair round
        save say see set show split state submit supply suppress take use wait work""",
}
"""What a reader can be told to do; `verwacht` and `nodig` say what must stand there."""


@pytest.mark.parametrize("regel", REGELS, ids=lambda regel: regel.code)
def test_elke_reden_zegt_wat_te_doen(regel: Any) -> None:
    """No finding leaves its reader with what is wrong alone."""
    for reden, tekst in regel.redenen.items():
        for taal, werkwoorden in DOEN.items():
            woorden = set(re.findall(r"[a-z]+", tekst.in_taal(taal).lower()))
            assert woorden & set(werkwoorden.split()), (reden, taal)
