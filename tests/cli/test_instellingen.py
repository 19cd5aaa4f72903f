"""Own tables, the bar and the day on the command line, and the settings of a team."""

import json
import os
from pathlib import Path

import pytest

from geboortezorg.cli import instellingen

from .conftest import GOED, Opdracht

TABEL = """
soort = "tarieftabel"
schema_versie = "0.1"
naam = "eigen-{naam}"
regime = "kraamzorg"

[tariefbeschikking]
titel = "Verzonnen bedragen"
status = "vastgesteld"
looptijd = {{ van = {jaar}-01-01, tot_en_met = {jaar}-12-31 }}
bron = {{ titel = "Verzonnen", verificatie = "secundair" }}

[[tarieven]]
prestatie_id = "kraamzorg-uur"
tariefsoort = "maximum"
eenheid = "uur"
bedrag_eurocent = {bedrag}
"""
TARIEF = ("tarief", "kraamzorg-uur", "--format", "json", "--op")


@pytest.fixture(autouse=True)
def map_(tmp_path: Path) -> Path:
    """Write two tables and a document in a folder, which has a folder below it."""
    (tmp_path / "goed.json").write_text(json.dumps(GOED), "utf-8")
    (tmp_path / "a.toml").write_text(TABEL.format(naam="a", jaar=2031, bedrag=7000), "utf-8")
    (tmp_path / "b.toml").write_text(TABEL.format(naam="b", jaar=2032, bedrag=7100), "utf-8")
    (tmp_path / "onder" / "dieper").mkdir(parents=True)
    return tmp_path


def test_tabellen_zonder_context(opdracht: Opdracht) -> None:
    """Each ``--tabel`` adds a file, for ``tarief`` and for ``validate``."""
    tabellen = ("--tabel", "a.toml", "--tabel", "b.toml")
    bedragen = [
        opdracht(*TARIEF, op, *tabellen).rapporten[0]["bedrag_eurocent"]
        for op in ("2031-05-01", "2032-05-01")
    ]
    assert bedragen == [7000, 7100]
    assert opdracht("validate", "goed.json", *tabellen).code == 0


def test_tabel_bij_een_context(opdracht: Opdracht, map_: Path) -> None:
    """A table comes beside those of the context; one that is wrong is wrong usage."""
    (map_ / "c.json").write_text(json.dumps(GOED | {"tabelbestanden": ["a.toml"]}), "utf-8")
    beide = ("--context", "c.json", "--tabel", "b.toml")
    assert opdracht(*TARIEF, "2031-05-01", *beide).code == 0
    assert opdracht(*TARIEF, "2032-05-01", *beide).code == 0
    dubbel = opdracht(*TARIEF, "2031-05-01", "--context", "c.json", "--tabel", "a.toml")
    assert dubbel.code == 2
    assert dubbel.err.startswith("geboortezorg: a.toml, tekstregel 4, /naam: ")


def test_drempel_en_dag(opdracht: Opdracht) -> None:
    """The options say what a context would: the bar for refusing, and the day of judging."""
    vraag = (*TARIEF, "2031-05-01", "--tabel", "a.toml")
    assert opdracht(*vraag).rapporten[0]["wijst_af"] is False
    assert opdracht(*vraag, "--drempel", "secundair").rapporten[0]["wijst_af"] is True
    rapport = opdracht("validate", "goed.json", "--op", "2031-05-01", "--format", "json")
    assert rapport.rapporten[0]["beoordelingsdatum"] == "2031-05-01"
    assert opdracht("validate", "goed.json", "--drempel", "vermoed").code == 2


def test_wijst_af_in_woorden(opdracht: Opdracht) -> None:
    """The table says it too; a free tariff bounds nothing, and has no such line."""
    vraag = ("tarief", "kraamzorg-uur", "--op", "2031-05-01", "--tabel", "a.toml", "--taal", "en")
    assert "no rule refuses on this ground (bar: bevestigd)" in opdracht(*vraag).out
    laag = opdracht(*vraag, "--drempel", "afgeleid").out
    assert "a rule may refuse on this ground (bar: afgeleid)" in laag
    vrij = opdracht("tarief", "igo-prenataal", "--op", "2023-05-01", "--format", "json")
    assert "wijst_af" not in vrij.out


def instel(map_: Path, tekst: str = 'tabelbestanden = ["a.toml"]\ndrempel = "afgeleid"') -> Path:
    """Write settings in a folder."""
    pad = map_ / instellingen.BESTANDSNAAM
    pad.write_text(tekst, "utf-8")
    return pad


@pytest.mark.parametrize("waar", ["", "onder/dieper"])
def test_instellingen_van_hier_omhoog(
    waar: str, opdracht: Opdracht, map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings are found from the working folder upward, are told of, and can be left out."""
    pad = instel(map_)
    monkeypatch.chdir(map_ / waar)
    uitkomst = opdracht(*TARIEF, "2031-05-01")
    assert uitkomst.rapporten[0]["bedrag_eurocent"] == 7000
    assert uitkomst.rapporten[0]["wijst_af"] is True
    assert uitkomst.err == f"geboortezorg: instellingen: {pad}\n"
    zonder = opdracht(*TARIEF, "2031-05-01", "--zonder-instellingen")
    assert (zonder.code, zonder.err) == (3, "")


def test_wat_voor_gaat(opdracht: Opdracht, map_: Path) -> None:
    """Options go before the settings, and a context file takes their place."""
    instel(map_)
    bij = opdracht(*TARIEF, "2032-05-01", "--tabel", "b.toml", "--drempel", "officieel")
    assert bij.rapporten[0]["wijst_af"] is False
    assert opdracht(*TARIEF, "2031-05-01", "--tabel", "b.toml").code == 0
    met_context = opdracht(*TARIEF, "2031-05-01", "--context", "goed.json")
    assert (met_context.code, met_context.err) == (3, "")


def test_genoemde_instellingen(
    opdracht: Opdracht, map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A variable names the file, which may have any name; it goes before what is found."""
    instel(map_, "geen toml")
    pad = map_ / "onder" / "team.json"
    pad.write_text(json.dumps(GOED | {"beoordelingsdatum": "2031-05-01"}), "utf-8")
    monkeypatch.setenv(instellingen.VARIABELE, str(pad))
    uitkomst = opdracht("validate", "goed.json", "--taal", "en", "--format", "json")
    assert uitkomst.rapporten[0]["beoordelingsdatum"] == "2031-05-01"
    assert uitkomst.err == f"geboortezorg: settings: {pad}\n"
    monkeypatch.setenv(instellingen.VARIABELE, "")
    assert opdracht("validate", "goed.json").code == 2
    monkeypatch.setenv(instellingen.VARIABELE, "er-niet.toml")
    weg = opdracht("validate", "goed.json")
    assert weg.code == 2
    assert weg.err.startswith("geboortezorg: er-niet.toml: dit bestand bestaat niet (instelling")


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        ("drempel = 1", "geboortezorg.toml, tekstregel 1, /drempel: "),
        ("geheim = 1", "geboortezorg.toml, tekstregel 1, /*: "),
        ('soort = "dossier"', "geboortezorg.toml: dit is een document van een andere soort"),
        ('tabelbestanden = ["../a.toml"]', "/tabelbestanden/0: dit bestand ligt niet in de map"),
        ("# te lang" * 200_000, "geboortezorg.toml: de TOML is groter dan 1 MiB"),
    ],
)
def test_verkeerde_instellingen(inhoud: str, melding: str, opdracht: Opdracht, map_: Path) -> None:
    """Settings that are wrong are wrong usage, with the place; nothing is judged without them."""
    instel(map_, inhoud)
    uitkomst = opdracht("validate", "goed.json")
    assert (uitkomst.code, uitkomst.out) == (2, "")
    assert melding in uitkomst.err
    assert "geheim" not in uitkomst.err


@pytest.mark.parametrize("hoe", ["map", "pijp", "dicht"])
def test_geen_gewoon_bestand(hoe: str, opdracht: Opdracht, map_: Path) -> None:
    """A folder, a pipe or a file without access is not passed over, and not waited for."""
    pad = map_ / instellingen.BESTANDSNAAM
    if hoe == "map":
        pad.mkdir()
    elif hoe == "pijp":
        os.mkfifo(pad)
    else:
        pad.symlink_to(pad)  # goes round, so that no user can open it
    uitkomst = opdracht("validate", "goed.json", "--taal", "en")
    assert uitkomst.code == 2
    verwacht = "this file cannot be read" if hoe == "dicht" else "not a plain file"
    assert verwacht in uitkomst.err
    assert opdracht("validate", "goed.json", "--zonder-instellingen").code == 0


def test_van_een_ander(opdracht: Opdracht, map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings that another user left there are refused, unless they were named."""
    pad = instel(map_)
    monkeypatch.setattr(os, "geteuid", lambda: pad.stat().st_uid + 1)
    monkeypatch.setattr(instellingen, "_BEHEERDER", -1)
    uitkomst = opdracht("validate", "goed.json")
    assert uitkomst.code == 2
    assert "van een andere gebruiker" in uitkomst.err
    monkeypatch.setenv(instellingen.VARIABELE, str(pad))
    assert opdracht("validate", "goed.json").code == 0


def test_in_een_map_van_iedereen(opdracht: Opdracht, map_: Path) -> None:
    """In a folder that everyone may write to, nobody knows who put the tables there."""
    instel(map_)
    map_.chmod(0o777)
    uitkomst = opdracht("validate", "goed.json", "--taal", "en")
    assert uitkomst.code == 2
    assert "everyone may write to its folder" in uitkomst.err


def test_via_een_link(opdracht: Opdracht, map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind a link the tables are those beside the real file, not those beside the link."""
    pad = instel(map_)
    hier = map_ / "onder"
    (hier / pad.name).symlink_to(pad)
    (hier / "a.toml").write_text(TABEL.format(naam="vals", jaar=2031, bedrag=99_999), "utf-8")
    monkeypatch.chdir(hier)
    uitkomst = opdracht(*TARIEF, "2031-05-01")
    assert uitkomst.rapporten[0]["bedrag_eurocent"] == 7000
    assert uitkomst.err == f"geboortezorg: instellingen: {pad}\n"


def test_waar_niets_bekend_is(
    opdracht: Opdracht, map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A system that does not know who owns a file, or a folder that is gone, gives no crash."""
    instel(map_)
    monkeypatch.delattr(os, "geteuid")
    assert opdracht(*TARIEF, "2031-05-01").code == 0

    def weg(_: type[Path]) -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "cwd", classmethod(weg))
    assert opdracht(*TARIEF, "2031-05-01").code == 3
