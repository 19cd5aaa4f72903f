"""Twice the input is at most two and a half times the work, counted, where nothing is wrong."""

import datetime as dt
import importlib
import json
import sys
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.groei import MEER, kosten, te_duur
from tests.metamorf.bron import MAP

from geboortezorg import Context, Oordeel
from geboortezorg.convert import structureer, structureer_document
from geboortezorg.model.context import EerderGedeclareerd
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort, Prijsafspraak
from geboortezorg.model.prestatiebeschrijving import Prestatiebeschrijving
from geboortezorg.tabellen import proeftabellen
from geboortezorg.tijd import Looptijd
from geboortezorg.validation import beoordeel

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))
vormen: Any = importlib.import_module("vormen")

Wereld = tuple[dict[str, Any], Context]
PRAKTIJK, IGO = "08000001", "53000001"
DAGEN = 912
"""From the first to the last day that there are agreements on."""


def bericht(dossiers: list[dict[str, Any]], agb: str, aantal: int) -> dict[str, Any]:
    """Return a message of this provider with so many declaratieregels, no two the same."""
    uit: dict[str, Any] = vormen.bericht(dossiers, 1) | {"declarant_agb": agb}
    uit["declaratieregels"] = [
        declaratieregel | {"zorgaanbieder_agb": agb}
        for declaratieregel in uit["declaratieregels"][:aantal]
    ]
    return uit


def overeenkomst(nummer: int, agb: str, van: int = 0, tot: int = DAGEN, **delen: Any) -> Any:
    """Return an agreement with the insurer of the population, from one day to before another."""
    begin = vormen.EERSTE_DAG
    return Overeenkomst(
        overeenkomst_id=f"o-{nummer}",
        uzovi_code="0001",
        zorgaanbieder_agb=agb,
        schriftelijk=True,
        looptijd=Looptijd(
            van=begin + dt.timedelta(days=van), tot_en_met=begin + dt.timedelta(days=tot - 1)
        ),
        **{"overeenkomstsoort": Overeenkomstsoort.MAX_MAX} | delen,
    )


def declaratieregels(aantal: int) -> Wereld:
    """Ever more declaratieregels."""
    return json.loads(vormen.groot(10 * aantal, 1).document), vormen.context()


def geschiedenis(aantal: int) -> Wereld:
    """And ever more agreements with others, earlier invoices, and what was declared earlier."""
    document, context = declaratieregels(aantal // 5)
    eerder = partial(EerderGedeclareerd, uzovi_code="0001", bedrag_eurocent=1)
    return document, attrs.evolve(
        context,
        overeenkomsten=tuple(overeenkomst(i, f"08{i + 10:06d}") for i in range(aantal)),
        eerder_gedeclareerd=tuple(eerder(overeenkomst_id=f"o-{i}") for i in range(aantal)),
        eerdere_factuurnummers=frozenset(f"x-{i}" for i in range(aantal)),
    )


def max_max(aantal: int) -> Wereld:
    """And ever more agreements that lift the maximum, one after the other."""
    document = bericht(
        vormen.vrouwen(vormen.eigen_zorg(vormen.geboorten(1)), aantal), PRAKTIJK, aantal
    )
    for declaratieregel in document["declaratieregels"]:
        for naam in ("tarief_eurocent", "bedrag_eurocent", "declaratiebedrag_eurocent"):
            declaratieregel[naam] = declaratieregel[naam] * 105 // 100
    overeenkomsten = tuple(
        overeenkomst(
            i, PRAKTIJK, van, min(van + DAGEN // aantal, DAGEN), percentage_basispunten=1000
        )
        for i, van in enumerate(range(0, DAGEN, DAGEN // aantal))
    )
    return document, attrs.evolve(vormen.context(), overeenkomsten=overeenkomsten)


def prijzen(aantal: int) -> Wereld:
    """And ever more agreed prices, in each of four agreements."""
    igo = filter(vormen.integraal, vormen.geboorten(1))
    document = bericht(vormen.vrouwen(igo, aantal // 3), IGO, aantal)
    gebruikt = {d["prestatie"]: d["tarief_eurocent"] for d in document["declaratieregels"]}
    alle = gebruikt | {f"verzonnen-{nummer}": 1 for nummer in range(aantal)}
    afspraken = tuple(Prijsafspraak(prestatie=p, tarief_eurocent=t) for p, t in alle.items())
    overeenkomsten = tuple(
        overeenkomst(
            i,
            IGO,
            van,
            van + DAGEN // 4,
            overeenkomstsoort=Overeenkomstsoort.INTEGRAAL,
            prijsafspraken=afspraken,
        )
        for i, van in enumerate(range(0, DAGEN, DAGEN // 4))
    )
    return document, attrs.evolve(vormen.context(), overeenkomsten=overeenkomsten)


def termijnen(aantal: int) -> Wereld:
    """Ever more instalments of a lumpsum, each declared, and descriptions in the context."""
    gevallen = json.loads((MAP / "GZ-BEKOSTIGING-002.json").read_bytes())["gevallen"]
    document = next(
        geval["document"] for geval in gevallen if geval["naam"] == "geldig-vastgesteld"
    )
    (lumpsum,), (declaratieregel,) = document["overeenkomsten"], document["declaratieregels"]
    lumpsum["termijnen"] = [
        {"termijn_id": f"t-{i}", "declarabel_vanaf": "2027-07-01", "bedrag_eurocent": 1000}
        for i in range(aantal)
    ]
    lumpsum["lumpsum_eurocent"] = 1000 * aantal
    document["declaratieregels"] = [
        declaratieregel
        | {"referentienummer": f"r-{i}", "termijn_id": f"t-{i}", "bedrag_eurocent": 1000}
        for i in range(aantal)
    ]
    (beschrijving,) = document.pop("prestatiebeschrijvingen")
    dag = dt.date.fromisoformat(beschrijving["looptijd"]["van"])
    looptijden = [Looptijd(van=dag)] + [
        Looptijd(van=dag - dt.timedelta(days=i), tot_en_met=dag - dt.timedelta(days=i))
        for i in range(1, aantal)
    ]
    model = structureer(Prestatiebeschrijving, beschrijving)
    return document, Context(
        tabellen=proeftabellen(),
        prestatiebeschrijvingen=tuple(
            attrs.evolve(model, prestatiebeschrijving_id=f"pb-{i}", looptijd=looptijd)
            for i, looptijd in enumerate(looptijden)
        ),
        beoordelingsdatum=dag + dt.timedelta(days=365),
        eerdere_factuurnummers_volledig=True,
    )


@pytest.mark.parametrize(
    ("wereld", "weinig", "oordeel"),
    [
        pytest.param(declaratieregels, 50, Oordeel.AKKOORD, id="declaratieregels"),
        pytest.param(geschiedenis, 100, Oordeel.AKKOORD, id="geschiedenis"),
        pytest.param(max_max, 57, Oordeel.AKKOORD, id="max-max"),
        pytest.param(prijzen, 75, Oordeel.AKKOORD, id="prijzen"),
        # By itself the description of that case leaves something to ask.
        pytest.param(termijnen, 60, Oordeel.ONVOLLEDIG, id="termijnen"),
    ],
)
def test_twee_keer_zo_veel(wereld: Callable[[int], Wereld], weinig: int, oordeel: Oordeel) -> None:
    """Twice as much of it, and twice again, costs no more than it grows."""
    geteld = []
    for aantal in (weinig, 2 * weinig, 4 * weinig):
        document, context = wereld(aantal)
        model = structureer_document(document)
        assert beoordeel(model, context).oordeel is oordeel  # and what is kept is made
        geteld.append(kosten(partial(beoordeel, model, context)))
    assert te_duur({functie: [keer[functie] for keer in geteld] for functie in geteld[-1]}) == {}
    alles = [keer.total() for keer in geteld]
    assert all(later <= MEER * eerder for eerder, later in pairwise(alles))
