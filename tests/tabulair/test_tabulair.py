"""Flat tables: the same columns whatever is in them, plain values, and all that was there."""

import csv
import io
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pyarrow as pa
import pytest

from geboortezorg import validate
from geboortezorg.model.norm import Norm, Normtabel
from geboortezorg.rapport import Rapport
from geboortezorg.regels.register import REGELS
from geboortezorg.tabellen import Tabellen, proeftabellen, shipped
from geboortezorg.tabulair import (
    BevindingRij,
    Overzicht,
    bevindingrijen,
    cijferrijen,
    prestatierijen,
    rapportrijen,
    regelrijen,
    tabelrijen,
    tariefrijen,
)

VOORBEELDEN = Path(__file__).parents[2] / "voorbeelden"
ALLE: list[Callable[[], Overzicht[Any]]] = [
    lambda: bevindingrijen(fouten()),
    lambda: rapportrijen(fouten()),
    lambda: tariefrijen(proeftabellen()),
    lambda: prestatierijen(proeftabellen()),
    cijferrijen,
    regelrijen,
    tabelrijen,
    lambda: bevindingrijen([]),
]


def fouten() -> list[Rapport]:
    """Return the reports of the faulty examples."""
    return [validate(pad.read_bytes()) for pad in sorted((VOORBEELDEN / "fout").iterdir())]


@pytest.mark.parametrize("maak", ALLE)
def test_alle_vormen_zeggen_hetzelfde(maak: Callable[[], Overzicht[Any]]) -> None:
    """Records, columns, CSV and Arrow hold the same values in the same order."""
    overzicht = maak()
    namen = [kolom.naam for kolom in overzicht.kolommen]
    assert all(kolom.uitleg.nl and kolom.uitleg.en for kolom in overzicht.kolommen)
    records = overzicht.records()
    assert len(records) == len(overzicht) == len(list(overzicht))
    assert [list(record) for record in records] == [namen] * len(records)
    kolommen = overzicht.columns()
    assert [
        dict(zip(kolommen, rij, strict=True)) for rij in zip(*kolommen.values(), strict=True)
    ] == (records)
    arrow = overzicht.to_arrow()
    assert arrow.to_pylist() == records
    kop, *rijen = csv.reader(io.StringIO(overzicht.to_csv(), newline=""))
    assert kop == namen
    assert len(rijen) == len(records)
    for rij, record in zip(rijen, records, strict=True):
        for cel, waarde in zip(rij, record.values(), strict=True):
            tekst = str(waarde).lower() if isinstance(waarde, bool) else str(waarde)
            assert cel == ("" if waarde is None else tekst)


@pytest.mark.parametrize("maak", ALLE)
def test_soorten_en_lege_cellen(maak: Callable[[], Overzicht[Any]]) -> None:
    """A cell holds what its column says, and is only empty where it says so."""
    soort = {"tekst": str, "getal": int, "janee": bool, "dag": date}
    overzicht = maak()
    for kolom in overzicht.kolommen:
        for waarde in overzicht.columns()[kolom.naam]:
            assert kolom.leeg if waarde is None else type(waarde) is soort[kolom.soort]


def test_arrow_zonder_rijen() -> None:
    """The Arrow schema does not depend on the rows: tables of every day can be put together."""
    leeg, vol = bevindingrijen([]).to_arrow(), bevindingrijen(fouten()).to_arrow()
    assert leeg.schema == vol.schema
    assert pa.concat_tables([leeg, vol]).num_rows == vol.num_rows


def test_zonder_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who lacks the extra is told which one it is."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match="extra `data`"):
        regelrijen().to_arrow()


def test_elke_plaats_van_elke_bevinding() -> None:
    """A finding of several places is as many rows, and nothing that the report says is lost."""
    rapporten = fouten()
    rijen = bevindingrijen(rapporten)
    verwacht = [
        (str(d), nummer, bevinding.code, bevinding.ernst.value, pad)
        for d, rapport in enumerate(rapporten)
        for nummer, bevinding in enumerate(rapport.bevindingen)
        for pad in (bevinding.pad, *bevinding.ook_op)
    ]
    assert [(r.document, r.bevinding, r.code, r.ernst, r.pad) for r in rijen] == verwacht
    assert len(verwacht) > sum(len(rapport.bevindingen) for rapport in rapporten)
    met = next(rij for rij in rijen if rij.parameters != "{}")
    assert all(isinstance(waarde, str) for waarde in json.loads(met.parameters).values())
    assert {rij.oorzaak for rij in rijen} == {None, "twijfel", "onbekend"}


def test_een_rapport_of_met_sleutel() -> None:
    """One report, or reports by a key of the caller, name their document."""
    rapport = validate({"soort": "context", "schema_versie": "0.1", "drempel": 1})
    assert [rij.document for rij in bevindingrijen(rapport)] == ["0"]
    assert [rij.document for rij in bevindingrijen({"a": rapport, "b": rapport})] == ["a", "b"]
    rij: BevindingRij = bevindingrijen(rapport).rijen[0]
    assert (rij.oordeel, rij.document_soort, rij.plaats) == ("afgekeurd", "context", 0)


def test_rapport_zonder_bevindingen() -> None:
    """A document without findings has a row among the reports; without judging it has no counts."""
    goed = validate((VOORBEELDEN / "goed" / "kraamzorg-2025.json").read_bytes())
    fout = validate(b"{")
    twijfel = validate((VOORBEELDEN / "onvolledig" / "kraamzorg-miskraam.json").read_bytes())
    rijen = rapportrijen({"goed": goed, "fout": fout, "twijfel": twijfel}).rijen
    assert [(r.document, r.oordeel, r.akkoord, r.twijfel) for r in rijen] == [
        ("goed", "akkoord", True, False),
        ("fout", "afgekeurd", False, False),
        ("twijfel", "onvolledig", False, True),
    ]
    assert rijen[0].bevindingen == 0
    assert rijen[0].regels_voldaan > 0 == rijen[1].regels_voldaan
    assert (rijen[1].regels_geschonden, rijen[1].regels_niet_beoordeeld) == (1, 0)


def test_regels() -> None:
    """Every rule is there, with its days and sources."""
    rijen = regelrijen()
    assert [rij.code for rij in rijen] == [regel.code for regel in REGELS]
    assert all(rij.titel and rij.titel_en and rij.bronnen for rij in rijen)
    assert any(rij.van for rij in rijen)


def test_prestaties_en_tarieven() -> None:
    """Each prestatie has the days of its tariffs; each amount has its prestatie."""
    prestaties = {rij.prestatie_id: rij for rij in prestatierijen(proeftabellen())}
    uur = prestaties["kraamzorg-uur"]
    assert (uur.tarief_bekend_van, uur.tarief_bekend_tot_en_met) == (
        date(2010, 1, 1),
        date(2023, 12, 31),
    )
    assert prestaties["kraamzorg-toeslag-integrale-geboortezorg"].tarief_bekend_van is None
    tarieven = tariefrijen(proeftabellen())
    assert {rij.prestatie_id for rij in tarieven} <= set(prestaties)
    assert len(tariefrijen()) == sum(len(t.tarieven) for t in shipped().tarieftabellen)
    assert len(prestatierijen()) == len(shipped().prestaties)


def test_tabellen() -> None:
    """Every table in use is there once, of every kind, and an own one says that it is own."""
    alle = tabelrijen(proeftabellen())
    namen = [rij.naam for rij in alle]
    assert namen == sorted(set(namen))
    assert {rij.soort for rij in alle} == {
        "tarieftabel",
        "prestatielijst",
        "normtabel",
        "cijfertabel",
    }
    assert not any(rij.eigen for rij in alle)
    bron = proeftabellen().prestatielijsten[0].bron
    norm = Norm(norm_id="eigen", omschrijving="Eigen", bron=bron)
    eigen = Normtabel(naam="eigen", titel="Eigen", normen=(norm,))
    lijst = attrs.evolve(proeftabellen().prestatielijsten[0], naam="lijst")
    over = Tabellen().as_base().add(lijst, eigen)
    assert [rij.naam for rij in tabelrijen(over) if rij.eigen] == ["eigen", "lijst"]


def test_zonder_einde_en_zonder_rijen() -> None:
    """A table with a row without end has no last day; one without rows no days at all."""
    basis = next(t for t in proeftabellen().tarieftabellen if t.naam == "kraamzorg-2023")
    besluit = basis.tariefbeschikking
    assert besluit.looptijd is not None
    open_ = attrs.evolve(
        basis,
        naam="open",
        tariefbeschikking=attrs.evolve(
            besluit, looptijd=attrs.evolve(besluit.looptijd, tot_en_met=None)
        ),
    )
    leeg = attrs.evolve(basis, naam="leeg", tarieven=())
    lijst = next(t for t in proeftabellen().prestatielijsten if t.naam == "prestaties-kraamzorg")
    rijen = {rij.naam: rij for rij in tabelrijen(Tabellen().add(lijst, open_, leeg))}
    assert (rijen["open"].van, rijen["open"].tot_en_met) == (date(2023, 1, 1), None)
    assert (rijen["leeg"].van, rijen["leeg"].rijen, rijen["leeg"].verificatie) == (
        None,
        0,
        "bevestigd",
    )
