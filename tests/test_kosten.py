"""Judging a document costs no more than its size: no rule goes through pairs of its parts."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from tests.groei import LIJSTEN, Document, Pad, groei, kosten, ouders, te_duur
from tests.metamorf.bron import gevallen

from geboortezorg import Context
from geboortezorg.convert import structureer_document
from geboortezorg.tabellen import proeftabellen
from geboortezorg.validation import beoordeel

AANTALLEN = (16, 32, 64)
PER_LIJST = 2
OOK = (
    ("GZ-IGO-007-ongeldig-prenataal-eindigt-ervoor", 0),
    ("GZ-SCREENING-004-geldig-naast-het-lagere", 0),
    ("GZ-REGEL-005-onbeoordeeld-start-van-nazorg-na-bevalling", 1),
)
"""Cases that are grown besides: in these a rule holds two kinds of parts against each other."""
DAG_VAN_OORDEEL = dt.date(2099, 1, 1)

_EPISODES = "A dossier has at most a hundred zorgepisodes."
_BESCHRIJVINGEN = "A declaratie has at most a hundred descriptions; equal periods are judged once."
_OVEREENKOMSTEN = (
    "At most a thousand agreements, and only where all of one pair of parties overlap."
)
_PATROON = "Once for each pattern of answers, and then for each rule; it does not grow."
UITZONDERINGEN: dict[str, str] = {
    "geboortezorg.verslag:_uitkomsten": _PATROON,
    "geboortezorg.verslag:uitkomst": _PATROON,
    "geboortezorg.verslag:Patroon": _PATROON,
    "geboortezorg.regels.dossier.verloop:een_eindverantwoordelijke": _EPISODES,
    "geboortezorg.regels.dossier.verloop:_overlapt": _EPISODES,
    "geboortezorg.regels.dossier.verloop:_volgorde": _EPISODES,
    "geboortezorg.regels.dossier.verloop:_onbekend": _EPISODES,
    "geboortezorg.regels.dossier.overname:": _EPISODES,
    "geboortezorg.regels.dossier.bevoegd:": _EPISODES,
    "geboortezorg.regels.rollen:": _EPISODES,
    "geboortezorg.regels.bekostiging.beschrijving:": _BESCHRIJVINGEN,
    "geboortezorg.regels.stukken:Stukken.op": _OVEREENKOMSTEN,
}
"""How the names begin of functions that do go through pairs, and why that costs little."""
_ALGEMEEN = ("geboortezorg.tijd:", "geboortezorg.regels.regel:")
"""Small functions that a function of that list calls."""


def proeven() -> Iterator[Any]:
    """Give published cases to grow: for each list some in which it holds anything."""
    geteld: dict[tuple[str, Pad], int] = defaultdict(int)
    gezien = set()
    for naam, document, context in gevallen(*LIJSTEN):
        for pad in LIJSTEN[document["soort"]]:
            plek = pad if len(pad) > 1 else ()
            sleutel = document["soort"], pad
            if geteld[sleutel] < PER_LIJST and ouders(document, pad):
                geteld[sleutel] += 1
                if (naam, plek) not in gezien:
                    gezien.add((naam, plek))
                    yield pytest.param(document, context, plek, id="-".join((naam, *plek)))


def gemeten(
    document: Document, context: Document | None, pad: Pad, dagen: int
) -> dict[str, list[int]]:
    """Return what each function costs as a document grows; nothing when it loses its shape.

    All lists at the top of the document and of its context grow together, and the one at `pad`.
    """
    uit: dict[str, list[int]] = defaultdict(list)
    boven = tuple(p for p in LIJSTEN[document["soort"]] if len(p) == 1)
    van_context = tuple(p for p in LIJSTEN["context"] if len(p) == 1 and "tabel" not in p[0])
    gegroeid: list[tuple[Any, Context]] = []
    for aantal in AANTALLEN:
        try:
            wereld = Context(tabellen=proeftabellen(), beoordelingsdatum=DAG_VAN_OORDEEL)
            if context is not None:
                groot = structureer_document(groei(context, van_context, aantal, dagen))
                wereld = Context.uit_document(groot, basis=proeftabellen())
            model = structureer_document(
                groei(document, (*boven, pad) if pad else boven, aantal, dagen)
            )
        except ValueError:
            return {}
        gegroeid.append((model, wereld))
    for model, wereld in (gegroeid[0], gegroeid[-1]):
        beoordeel(model, wereld)  # what is looked up or made for the first time is not counted
    for nummer, (model, wereld) in enumerate(gegroeid):
        for functie, keren in kosten(partial(beoordeel, model, wereld)).items():
            uit[functie] += [*[0] * (nummer - len(uit[functie])), keren]
    return uit


@pytest.mark.parametrize("dagen", [0, 1])
@pytest.mark.parametrize(("document", "context", "pad"), list(proeven()))
def test_geen_paren(
    document: Document,
    context: Document | None,
    pad: Pad,
    dagen: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever lists a document and its context grow in, the cost grows as they do."""
    # What is remembered of tests before this one must not decide what is looked up in it.
    monkeypatch.setattr("geboortezorg.tabellen.normen._MEMO_GRENS", 0)
    gevonden = te_duur(gemeten(document, context, pad, dagen))
    vrij = tuple(UITZONDERINGEN)
    onverklaard = {f: k for f, k in gevonden.items() if not f.startswith(vrij)}
    if len(onverklaard) < len(gevonden):
        onverklaard = {f: k for f, k in onverklaard.items() if not f.startswith(_ALGEMEEN)}
    assert onverklaard == {}


@pytest.mark.parametrize(("naam", "dagen"), OOK)
def test_geen_paren_van_twee_soorten(
    naam: str, dagen: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does a rule hold each part of one kind against each of another."""
    _, document, context = next(geval for geval in gevallen(*LIJSTEN) if geval[0] == naam)
    test_geen_paren(document, context, (), dagen, monkeypatch)


def test_paren_vallen_op() -> None:
    """Going through pairs is seen, and sorting or going through parts is not."""
    assert te_duur({"paren": [16 * 16, 32 * 32, 64 * 64], "delen": [160, 320, 640]}) == {
        "paren": [256, 1024, 4096]
    }
    assert te_duur({"sorteren": [16 * 4, 32 * 5, 64 * 6], "pas later": [900]}) == {}
