"""The tables of a document, whatever class it has and whatever lies underneath."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import attrs
import pytest

from geboortezorg.bron import Bron, Verificatie
from geboortezorg.model.context import Toetscontext
from geboortezorg.model.norm import Norm, Normeenheid, Normtabel, Normwaarde
from geboortezorg.model.prestatie import Eenheid, Prestatie, Prestatielijst, Regime
from geboortezorg.model.tarief import (
    Besluitstatus,
    Tarief,
    Tariefbeschikking,
    Tariefsoort,
    Tarieftabel,
)
from geboortezorg.regels.context import Context
from geboortezorg.regels.regel import NIET_VAN_TOEPASSING, VOLDAAN
from geboortezorg.regels.samenhang.tabel import te_gebruiken
from geboortezorg.regels.samenhang.tabelwaarden import aannemelijk_naast_bekend
from geboortezorg.regels.werkblad import Werkblad
from geboortezorg.tabellen import Tabellen
from geboortezorg.tijd import Looptijd

BRON = Bron(titel="Verzonnen", verificatie=Verificatie.OFFICIEEL)
JAAR = Looptijd(van=date(2030, 1, 1), tot_en_met=date(2030, 12, 31))
OMGEKEERD = Looptijd(van=date(2030, 2, 1), tot_en_met=date(2030, 1, 1))
LIJST = Prestatielijst(
    naam="lijst",
    bron=BRON,
    prestaties=(
        Prestatie(
            prestatie_id="uur",
            regime=Regime.KRAAMZORG,
            omschrijving="Uur",
            omschrijving_en="Hour",
            eenheid=Eenheid.UUR,
        ),
    ),
)
UUR = Tarief(
    prestatie_id="uur", tariefsoort=Tariefsoort.MAXIMUM, eenheid=Eenheid.UUR, bedrag_eurocent=100
)
TABEL = Tarieftabel(
    naam="tabel",
    regime=Regime.KRAAMZORG,
    tariefbeschikking=Tariefbeschikking(
        titel="Verzonnen", status=Besluitstatus.VASTGESTELD, bron=BRON, looptijd=JAAR
    ),
    tarieven=(UUR,),
)
BEKEND = Context(tabellen=Tabellen(prestatielijsten=(LIJST,), tarieftabellen=(TABEL,)))
"""Tables that lie over no others."""


def _anders(deel: Any) -> Any:
    """Return an object of no model class with the same attributes."""
    if isinstance(deel, tuple):
        return tuple(map(_anders, deel))
    if not attrs.has(type(deel)):
        return deel
    return SimpleNamespace(
        **{v.name: _anders(getattr(deel, v.name)) for v in attrs.fields(type(deel))}
    )


@pytest.mark.parametrize("vorm", [lambda deel: deel, _anders], ids=["model", "anders"])
def test_van_elke_klasse(vorm: Any) -> None:
    """A document of another class with the same attributes gets the same answers."""
    duur = attrs.evolve(TABEL, naam="duur", tarieven=(attrs.evolve(UUR, bedrag_eurocent=9000),))
    w = Werkblad(vorm(duur), "tarieftabel", BEKEND)
    assert te_gebruiken.toets(w) == VOLDAAN
    resultaat = aannemelijk_naast_bekend.toets(w)
    assert isinstance(resultaat, list)
    (melding,) = resultaat
    assert (melding.pad, melding.reden) == ("/tarieven/0/bedrag_eurocent", "ander_bedrag")


def test_een_context_ligt_over_wat_er_is() -> None:
    """The tables of a context find the prestaties of those that lie over nothing."""
    w = Werkblad(Toetscontext(tarieftabellen=(TABEL,)), "context", BEKEND)
    assert te_gebruiken.toets(w) == VOLDAAN
    assert aannemelijk_naast_bekend.toets(w) == VOLDAAN


def test_omgekeerd_zegt_een_ander() -> None:
    """A reversed period, of a row or of a norm, is for GZ-SAMENHANG-003."""
    tabel = attrs.evolve(TABEL, tarieven=(attrs.evolve(UUR, looptijd=OMGEKEERD),))
    norm = Norm(
        norm_id="norm",
        omschrijving="Norm.",
        bron=BRON,
        van=OMGEKEERD.van,
        tot_en_met=OMGEKEERD.tot_en_met,
        waarden=(Normwaarde(sleutel="a", eenheid=Normeenheid.DAG, waarde=1),),
    )
    normtabel = Normtabel(naam="normen", titel="Normen", normen=(norm,))
    for soort, document in (("tarieftabel", tabel), ("normtabel", normtabel)):
        assert te_gebruiken.toets(Werkblad(document, soort, BEKEND)) == VOLDAAN


def test_wat_niet_is_uit_te_drukken() -> None:
    """An amount for another unit than that of the prestatie is held against none."""
    dag = attrs.evolve(TABEL, tarieven=(attrs.evolve(UUR, eenheid=Eenheid.DAG),))
    assert aannemelijk_naast_bekend.toets(Werkblad(dag, "tarieftabel", BEKEND)) == VOLDAAN


def test_zonder_tabellen() -> None:
    """A context without tables meets no rule on them."""
    w = Werkblad(Toetscontext(), "context", BEKEND)
    assert te_gebruiken.toets(w) == NIET_VAN_TOEPASSING
