"""Files with tables beside the tables in use: what they add, replace, or may not."""

import pickle
import re
from datetime import date
from pathlib import Path

import pytest
from tests.tabellen.tabelteksten import CSV, LIJST, TOML, als_json, met_tekstregel, schrijf

from geboortezorg.model.norm import Normtabel
from geboortezorg.regels.context import Context
from geboortezorg.tabellen import (
    Gevonden,
    Onbekend,
    TabelFout,
    Tabellen,
    proeftabellen,
    read_file,
    shipped,
    with_files,
)
from geboortezorg.tabellen.normen import normen


@pytest.mark.parametrize(("naam", "tekst"), [("t.toml", TOML), ("t.json", None), ("t.csv", CSV)])
def test_kraamzorg_2026_erbij_is_een_bestand(tmp_path: Path, naam: str, tekst: str | None) -> None:
    """With one file a year that is unknown becomes known; the shipped years stay as they are."""
    pad = schrijf(tmp_path, naam, als_json() if tekst is None else tekst)
    op = date(2026, 1, 1)
    assert isinstance(proeftabellen().lookup("kraamzorg-uur", op), Onbekend)
    tabellen = with_files(proeftabellen(), pad)
    uit = tabellen.lookup("kraamzorg-uur", op)
    assert isinstance(uit, Gevonden)
    assert uit.tarief.bedrag_eurocent == 9999
    assert isinstance(tabellen.lookup("kraamzorg-inschrijving", date(2026, 6, 30)), Onbekend)
    assert isinstance(tabellen.lookup("kraamzorg-inschrijving", date(2026, 7, 1)), Gevonden)
    dag = date(2023, 6, 1)
    assert tabellen.lookup("kraamzorg-uur", dag) == proeftabellen().lookup("kraamzorg-uur", dag)
    assert isinstance(tabellen.lookup("kraamzorg-uur", date(2025, 12, 31)), Onbekend)


def test_een_eigen_prestatie_met_tarief(tmp_path: Path) -> None:
    """A list and a table over it are added together, in either order."""
    lijst = schrijf(tmp_path, "p.toml", LIJST)
    tarief = schrijf(tmp_path, "t.toml", TOML.replace("kraamzorg-uur", "eigen-prestatie"))
    for paden in ((lijst, tarief), (tarief, lijst)):
        uit = with_files(shipped(), *paden).lookup("eigen-prestatie", date(2026, 1, 1))
        assert isinstance(uit, Gevonden)


def test_een_meegeleverde_tabel_vervangen(tmp_path: Path) -> None:
    """An own table may take the place of a shipped one, by saying so."""
    tekst = TOML.replace("2026-", "2023-").replace(
        'status = "vastgesteld"', 'status = "vastgesteld"\nvervangt = "kraamzorg-2023"'
    )
    uit = with_files(shipped(), schrijf(tmp_path, "t.toml", tekst))
    gevonden = uit.lookup("kraamzorg-uur", date(2023, 6, 1))
    assert isinstance(gevonden, Gevonden)
    assert gevonden.tarief.bedrag_eurocent == 9999
    assert isinstance(uit.lookup("kraamzorg-intake-thuis", date(2023, 6, 1)), Onbekend)


NORM = """\
soort = "normtabel"
schema_versie = "0.1"
naam = "eigen-uitzondering"
titel = "Eigen norm"

[[normen]]
norm_id = "kraamzorg-dag"
omschrijving = "Verzonnen."
bron = { titel = "Verzonnen", verificatie = "officieel" }

[[normen.waarden]]
sleutel = "aannemelijk"
eenheid = "minuut"
waarde = 700
"""


def test_een_eigen_norm_is_een_bestand(tmp_path: Path) -> None:
    """A table of norms comes in by the same verbs, goes before what ships, and is kept."""
    pad = schrijf(tmp_path, "n.toml", NORM)
    assert isinstance(read_file(pad), Normtabel)
    tabellen = with_files(shipped(), pad, schrijf(tmp_path, "t.toml", TOML))
    assert shipped().normen is normen()
    for uit in (
        tabellen,
        with_files(Tabellen(), pad).as_base(),
        with_files(tabellen, schrijf(tmp_path, "p.toml", LIJST)),
        pickle.loads(pickle.dumps(tabellen)),  # noqa: S301 - our own bytes
    ):
        assert Context(tabellen=uit).normen.norm("kraamzorg-dag").waarde("aannemelijk") == 700
    assert normen().norm("kraamzorg-dag").waarde("aannemelijk") != 700


@pytest.mark.parametrize(
    ("tekst", "plaats"),
    [
        (NORM.replace('"aannemelijk"', '"anders"'), "n.toml, tekstregel 11, /normen/0/waarden: "),
        (NORM.replace('"minuut"', '"uur"'), "n.toml, tekstregel 13, /normen/0/waarden/0/eenheid: "),
        (NORM + NORM[NORM.index("[[normen]]") :], "n.toml, tekstregel 15, /normen/1: "),
    ],
)
def test_een_eigen_norm_geweigerd(tmp_path: Path, tekst: str, plaats: str) -> None:
    """A table of norms that does not fit is refused with the file and the line."""
    with pytest.raises(TabelFout) as fout:
        with_files(shipped(), schrijf(tmp_path, "n.toml", tekst))
    assert str(fout.value).startswith(plaats)


def samen(map_: Path, *teksten: tuple[str, str]) -> list[str]:
    """Return why files are refused beside the shipped tables."""
    paden = [schrijf(map_, naam, tekst) for naam, tekst in teksten]
    with pytest.raises(TabelFout) as gevonden:
        with_files(shipped(), *paden)
    return str(gevonden.value).splitlines()


def test_een_code_van_een_meegeleverde_prestatie(tmp_path: Path) -> None:
    """The message names the line in the file and the shipped list that has the code already."""
    (melding,) = samen(tmp_path, ("eigen.toml", LIJST + 'code = "1101"'))
    assert melding.startswith("eigen.toml, tekstregel 15, /prestaties/0/code: ")
    assert re.search(r"\(zie prestaties-verloskunde /prestaties/[0-9]+\)$", melding)


@pytest.mark.parametrize(
    ("naam", "ander"),
    [("b.toml", "tekstregel 18, /tarieven/0"), ("b.json", "/tarieven/0"), ("b.csv", "rij 2")],
)
def test_overlap_tussen_twee_bestanden(tmp_path: Path, naam: str, ander: str) -> None:
    """Of two own files the later one is refused, and the earlier one is pointed at."""
    andere = TOML.replace("kraamzorg-2026-eigen", "andere").partition(
        '\n[[tarieven]]\nprestatie_id = "kraamzorg-inschrijving"'
    )[0]
    tekst = {
        "b.toml": TOML,
        "b.json": als_json(),
        "b.csv": CSV,
    }[naam]
    (melding,) = samen(tmp_path, (naam, tekst), ("laatste.toml", andere))
    assert melding.startswith("laatste.toml, tekstregel 18, /tarieven/0: ")
    assert melding.endswith(f"(zie {naam}, {ander})")


def test_overlap_met_een_eerder_toegevoegde_tabel(tmp_path: Path) -> None:
    """A file that was added before is still called by its name, and its table is not."""
    tabellen = with_files(shipped(), schrijf(tmp_path, "a.toml", TOML))
    tekst = TOML.replace("kraamzorg-2026-eigen", "andere")
    with pytest.raises(TabelFout) as gevonden:
        with_files(tabellen, schrijf(tmp_path, "b.toml", tekst))
    assert [tekstregel.rpartition(" (")[2] for tekstregel in str(gevonden.value).splitlines()] == [
        "zie a.toml, tekstregel 18, /tarieven/0)",
        "zie a.toml, tekstregel 24, /tarieven/1)",
    ]
    assert "kraamzorg-2026-eigen" not in str(gevonden.value)


@pytest.mark.parametrize(
    ("tekst", "plaats"),
    [
        (TOML.replace("kraamzorg-uur", "kraamzorg-uurtje"), "t.toml, tekstregel 19"),
        (TOML.replace('regime = "kraamzorg"', 'regime = "vsv"'), "t.toml, tekstregel 19"),
        (TOML.replace('eenheid = "uur"', 'eenheid = "dag"'), "t.toml, tekstregel 21"),
        (LIJST + 'code = "1101"', "t.toml, tekstregel 15"),
        (LIJST + 'bestanddelen = [\n  "kraamzorg-uur",\n  "weg",\n]', "t.toml, tekstregel 15"),
        (LIJST + 'variant_van = "weg"', "t.toml, tekstregel 15"),
        (met_tekstregel('vervangt = "weg"', "[tariefbeschikking]"), "t.toml, tekstregel 7"),
    ],
)
def test_past_niet_bij_de_meegeleverde_tabellen(tmp_path: Path, tekst: str, plaats: str) -> None:
    """An unknown prestatie, another regime or unit, a code that is taken: file and line."""
    assert samen(tmp_path, ("t.toml", tekst))[0].startswith(plaats + ",")


def test_meer_bestanden_tegelijk_fout(tmp_path: Path) -> None:
    """Every file that is wrong is named, not only the first."""
    teksten = [("a.toml", "a = "), ("b.toml", TOML), ("c.csv", "x")]
    assert [tekstregel.partition(":")[0] for tekstregel in samen(tmp_path, *teksten)] == [
        "a.toml, tekstregel 1",
        "c.csv, rij 1",
        "c.csv, rij 1",
    ]
