"""``geboortezorg tabel``: a template, and the check of what was filled in."""

import json
import re
from pathlib import Path
from typing import Any

import attrs
import pytest

from geboortezorg.convert import destructureer, dump
from geboortezorg.tabellen.cijfers import cijfers
from geboortezorg.tabellen.normen import normen

from .conftest import GOED, Opdracht
from .test_tarief import eigen, met_tarief

CONTEXT = ("--context", "vast.json")
NIEUW = ("tabel", "nieuw", *CONTEXT, "kraamzorg")
CONTROLEER = ("tabel", "controleer", *CONTEXT)


@pytest.fixture(autouse=True)
def vast(tmp_path: Path) -> None:
    """Write a context in which what a later release ships changes nothing."""
    namen = ["prestaties-kraamzorg", "kraamzorg-2021", "kraamzorg-2023"]
    namen += ["prestaties-integrale-geboortezorg", "integrale-geboortezorg-2023"]
    (tmp_path / "vast.json").write_text(json.dumps(GOED | {"basistabellen": namen}), "utf-8")


def vul_in(pad: Path, bedragen: dict[str, str], standaard: str = "6000") -> None:
    """Fill in a TOML template with made-up amounts, by prestatie."""
    tekst = pad.read_text("utf-8").replace('titel = "?"', 'titel = "Verzonnen"')
    tekst = tekst.replace('verificatie = "?"', 'verificatie = "officieel"')
    delen = re.split(r"(?=\[\[tarieven\]\])", tekst)
    for nummer, deel in enumerate(delen):
        naam = re.search('prestatie_id = "(.*)"', deel)
        bedrag = bedragen.get(naam[1], standaard) if naam else standaard
        delen[nummer] = re.sub(r'bedrag_eurocent = "\?".*', f"bedrag_eurocent = {bedrag}", deel)
    pad.write_text("".join(delen), "utf-8")


def test_sjabloon_zegt_wat_open_is(opdracht: Opdracht, tmp_path: Path) -> None:
    """A template is refused until it is filled in, with the line of everything that is open."""
    uitkomst = opdracht(*NIEUW, "2098", "t.toml")
    assert (uitkomst.code, uitkomst.out) == (0, "")
    assert "geschreven: t.toml." in uitkomst.err
    open_ = [
        str(nummer)
        for nummer, tekstregel in enumerate((tmp_path / "t.toml").read_text("utf-8").split("\n"), 1)
        if '= "?"' in tekstregel and not tekstregel.startswith("#")
    ]
    geweigerd = opdracht(*CONTROLEER, "t.toml")
    assert geweigerd.code == 1
    slot = geweigerd.out.splitlines()[-1]
    assert re.findall(r"^t.toml, tekstregel (\d+), /", geweigerd.out, re.MULTILINE) == open_
    assert slot == f"Geweigerd: {len(open_)} meldingen. Van deze bestanden wordt niets gebruikt."


def test_ingevuld(opdracht: Opdracht, tmp_path: Path) -> None:
    """What is filled in is right, counts, and shows each step; a large one asks for a look."""
    opdracht(*NIEUW, "2098", "t.toml")
    vul_in(tmp_path / "t.toml", {"kraamzorg-uur": "600000"})
    uitkomst = opdracht(*CONTROLEER, "t.toml", "--taal", "en")
    assert uitkomst.code == 4
    assert "€ 6.000,00" in uitkomst.out
    assert "check this" in uitkomst.out
    assert uitkomst.out.splitlines()[-1] == (
        "The tables are right: 6 tariffs, 1 to look at; 0 norms, 0 figures."
    )
    ruim = opdracht(*CONTROLEER, "t.toml", "--grens", "9999", "--format", "json")
    assert ruim.code == 0
    (antwoord,) = ruim.rapporten
    uur = antwoord["tarieven"][0]
    assert (antwoord["goed"], antwoord["ontbreekt"]) == (True, [])
    assert (uur["prestatie_id"], uur["van"], uur["bedrag_eurocent"]) == (
        "kraamzorg-uur",
        "2098-01-01",
        600_000,
    )
    assert uur["verschil_basispunten"] > 0
    vraag = ("tarief", "kraamzorg-uur", "--op", "2098-05-01", "--tabel", "t.toml")
    assert "€ 6.000,00 per uur" in opdracht(*vraag).out


def test_wat_er_nog_niet_is(opdracht: Opdracht, tmp_path: Path) -> None:
    """Prestaties of the regime without a tariff are named; one that fell costs less than nothing."""
    opdracht(*NIEUW, "2098", "t.toml")
    vul_in(tmp_path / "t.toml", {})
    tekst = (tmp_path / "t.toml").read_text("utf-8")
    weg = re.sub(r"\[\[tarieven\]\]\nprestatie_id = \"kraamzorg-uur\"(\n.+)+", "", tekst)
    (tmp_path / "t.toml").write_text(weg, "utf-8")
    uitkomst = opdracht(*CONTROLEER, "t.toml")
    assert "Nog zonder tarief op 2098-01-01: kraamzorg-uur." in uitkomst.out
    assert re.search(r"-[0-9]+,[0-9]%", uitkomst.out)


def test_een_jaar_dat_bekend_is(opdracht: Opdracht, tmp_path: Path) -> None:
    """What is known of a year is filled in with its source; the own year before it is skipped."""
    assert opdracht(*NIEUW, "2023", "t.toml").code == 0
    tekst = (tmp_path / "t.toml").read_text("utf-8")
    assert "bedrag_eurocent = 5933\n[tarieven.bron]\n" in tekst
    vul_in(tmp_path / "t.toml", {})
    assert opdracht(*CONTROLEER, "t.toml").code == 0
    ook = opdracht(*NIEUW, "2023", "--tabel", "t.toml")
    assert "\nprestatie_id" not in ook.out


def test_csv(opdracht: Opdracht, tmp_path: Path) -> None:
    """A template in CSV has amounts in euros, and opens in a spreadsheet."""
    opdracht(*NIEUW, "2098", "t.csv", "--taal", "en")
    pad = tmp_path / "t.csv"
    tekstregels = pad.read_bytes().decode("utf-8").split("\r\n")
    assert tekstregels[0].startswith(
        "prestatie_id;#code;#omschrijving;tariefsoort;eenheid;bedrag_euro;"
    )
    assert "Kraamzorg (maternity care at home), per hour" in tekstregels[1]
    geweigerd = opdracht(*CONTROLEER, "t.csv")
    assert "t.csv, rij 2, kolom bedrag_eurocent: dit is nog niet ingevuld" in geweigerd.out
    assert "t.csv, rij 2, kolom tariefbeschikking.bron.titel" in geweigerd.out
    vol = [tekstregel for tekstregel in tekstregels if "toeslag" not in tekstregel]
    vol[1:] = [tekstregel.replace(";?;;", ";63,72;;", 1) for tekstregel in vol[1:]]
    tekst = "\r\n".join(vol).replace(";?;?", ";Verzonnen;officieel")
    pad.write_bytes(tekst.encode("utf-8-sig"))
    assert opdracht(*CONTROLEER, "t.csv", "--grens", "100").code == 0
    vraag = ("tarief", "kraamzorg-uur", "--op", "2098-05-01", "--tabel", "t.csv")
    assert "€ 63,72 per uur" in opdracht(*vraag).out
    pad.write_bytes(tekst.replace("63,72", "1.063,72", 1).encode("utf-8"))
    fout = opdracht(*CONTROLEER, "t.csv", "--format", "json")
    assert fout.code == 1
    (melding,) = fout.rapporten[0]["meldingen"]
    assert (melding["bestand"], melding["tekstregel"], melding["reden"]) == ("t.csv", 2, "inhoud")
    assert "1.063" not in fout.out


def test_naar_stdout(opdracht: Opdracht) -> None:
    """Without a file the template goes to stdout, as the option says or as TOML."""
    toml = opdracht(*NIEUW, "2098", "--taal", "en")
    assert toml.out.startswith("# Tariffs kraamzorg 2098. Fill in")
    assert opdracht(*NIEUW, "2098", "--formaat", "csv").out.startswith("prestatie_id;")


@pytest.mark.parametrize(
    ("argv", "melding"),
    [
        (("nieuw", "kraamzorg", "2098", "er-al.toml"), "er-al.toml: dit bestand bestaat al"),
        (("nieuw", "kraamzorg", "2098", "geen/map.toml"), "geen/map.toml: dit bestand is niet te"),
        (("nieuw", "kraamzorg", "1850"), "geen jaar van 1900 tot en met 2099"),
        (("nieuw", "geheim", "2098"), "geen geldige keuze"),
        (("controleer", "niets.toml"), "niets.toml: dit bestand is er niet"),
        (("controleer", "er-al.toml", "--grens", "veel"), "geen heel percentage"),
        ((), "geef ook op: WHAT"),
    ],
)
def test_verkeerd_gebruik(
    argv: tuple[str, ...], melding: str, opdracht: Opdracht, tmp_path: Path
) -> None:
    """What cannot be written or read is wrong usage, and no file is ever overwritten."""
    (tmp_path / "er-al.toml").write_text("van mij", "utf-8")
    uitkomst = opdracht("tabel", *argv)
    assert uitkomst.code == 2
    assert melding in uitkomst.err
    assert "geheim" not in uitkomst.err
    assert (tmp_path / "er-al.toml").read_text("utf-8") == "van mij"


def test_vrij_tarief(opdracht: Opdracht, tmp_path: Path) -> None:
    """A free tariff has no amount, so nothing is left to fill in but the source."""
    opdracht("tabel", "nieuw", *CONTEXT, "integrale_geboortezorg", "2098", "t.toml")
    vul_in(tmp_path / "t.toml", {})
    uitkomst = opdracht(*CONTROLEER, "t.toml")
    assert uitkomst.code == 0
    assert " vrij " in uitkomst.out


def test_zonder_bedragen(opdracht: Opdracht, tmp_path: Path) -> None:
    """A list of prestaties, or the first tariff ever of one, has no step to show."""
    lijst = eigen()["prestatielijsten"][0]
    kop = {"schema_versie": "0.1"}
    tabel = met_tarief(eigen(), {"tariefsoort": "vast", "bedrag_eurocent": 1})["tarieftabellen"][0]
    (tmp_path / "l.json").write_text(json.dumps({"soort": "prestatielijst", **kop, **lijst}))
    (tmp_path / "t.json").write_text(json.dumps({"soort": "tarieftabel", **kop, **tabel}))
    uitkomst = opdracht(*CONTROLEER, "l.json")
    assert (uitkomst.code, uitkomst.out) == (
        0,
        "De tabellen zijn in orde: 0 tarieven, 0 om na te kijken; 0 normen, 0 cijfers.\n",
    )
    (antwoord,) = opdracht(*CONTROLEER, "l.json", "t.json", "--format", "json").rapporten
    assert antwoord["tarieven"] == [
        {
            "prestatie_id": "eigen-prestatie",
            "tabel": "eigen-tabel",
            "van": "2030-01-01",
            "bedrag_eurocent": 1,
            "opvallend": False,
        }
    ]
    assert "niet bekend" in opdracht(*CONTROLEER, "l.json", "t.json").out


def test_tussen_wat_bekend_is(opdracht: Opdracht, tmp_path: Path) -> None:
    """The step to a known later amount is shown too, but not one to the row that it replaces."""
    for jaar, namen in (("2022", ["eigen-kraamzorg-2022", "kraamzorg-2023"]), ("2023", [])):
        opdracht(*NIEUW, jaar, f"{jaar}.toml")
        vul_in(tmp_path / f"{jaar}.toml", {})
        uit = opdracht(*CONTROLEER, f"{jaar}.toml", "--grens", "999", "--format", "json")
        tabellen = {rij["tabel"] for rij in uit.rapporten[0]["tarieven"]}
        assert tabellen == set(namen or ["eigen-kraamzorg-2023"])


def test_normen_en_cijfers(opdracht: Opdracht, tmp_path: Path) -> None:
    """Own norms and figures are checked too, and it is said of which table they take the place."""
    norm = normen().norm("atw-pauze")
    namen = {"soort": "normtabel", "schema_versie": "0.1", "naam": "n", "titel": "Verzonnen"}
    rij = destructureer(norm.norm)
    eerder = {"van": "1990-01-01", "tot_en_met": "1990-12-31"}
    los = [rij, rij | {"norm_id": "verzonnen"}, rij | eerder]
    (tmp_path / "n.json").write_text(json.dumps({**namen, "normen": los}))
    tabel = next(tabel for tabel in cijfers().tabellen if tabel.naam == "cijfers-ova")
    (tmp_path / "c.json").write_bytes(dump(attrs.evolve(tabel, naam="c")))
    vraag = (*CONTROLEER, "n.json", "c.json")
    *vervangen, slot = opdracht(*vraag, "--taal", "en").out.splitlines()
    aantal = len(tabel.cijfers)
    assert vervangen == [
        f"c replaces {aantal} rows of cijfers-ova.",
        f"n replaces 1 rows of {norm.tabel}.",
    ]
    assert slot.endswith(f"; 3 norms, {aantal} figures.")
    (antwoord,) = opdracht(*vraag, "--format", "json").rapporten
    assert antwoord["vervangt"][1] == {"tabel": "n", "vervangen_tabel": norm.tabel, "rijen": 1}
    gezocht = opdracht("tabellen", "c", "ova", "--tabel", "c.json", "--format", "json")
    rijen: list[Any] = json.loads(gezocht.out)
    assert [rij["eigen"] for rij in rijen if rij["naam"] == "c"] == [True]
