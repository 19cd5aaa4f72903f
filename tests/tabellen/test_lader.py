"""Files with tables: three formats of the same table."""

import json
from pathlib import Path

import pytest
from tests.tabellen.tabelteksten import (
    CSV,
    CSV_KOP,
    LIJST,
    TOML,
    als_json,
    fout,
    lees_tabel,
    schrijf,
)

from geboortezorg import convert
from geboortezorg.model.prestatie import Prestatielijst
from geboortezorg.model.tarief import Tariefsoort, Tarieftabel
from geboortezorg.tabellen import (
    lader,
    leescsv,
    read_file,
)


@pytest.mark.parametrize("naam", ["t.toml", "t.json", "t.csv", "T.CSV", "t.punt.toml"])
def test_drie_vormen_van_dezelfde_tabel(tmp_path: Path, naam: str) -> None:
    """TOML, JSON and CSV of one table give the same model."""
    tekst = {"toml": TOML, "json": als_json(), "csv": CSV}[naam.lower().rpartition(".")[2]]
    gelezen = read_file(schrijf(tmp_path, naam, tekst))
    assert gelezen == lees_tabel()
    assert isinstance(gelezen, Tarieftabel)
    assert gelezen.tarieven[1].bedrag_eurocent == 1111


def test_een_prestatielijst(tmp_path: Path) -> None:
    """A list of prestaties is read from TOML and JSON alike."""
    lijst = read_file(schrijf(tmp_path, "p.toml", LIJST))
    assert isinstance(lijst, Prestatielijst)
    document = json.dumps(convert.destructureer_document(lijst))
    assert read_file(schrijf(tmp_path, "p.json", document)) == lijst


@pytest.mark.parametrize(
    "tekst",
    [
        CSV.replace(",", ";"),
        "\ufeff" + CSV,
        CSV.replace("\n", "\r\n"),
        CSV.replace("\n", "\n\n"),
        CSV.replace("\n", "\n" + "," * 16 + "\n"),
        CSV.replace("Deze test", '"Deze test"'),
        CSV.replace("\n", ",,\n"),
        CSV.replace("\n", ", ,\n", 2),
        " \n" + CSV + " , \n",
        CSV.replace(",", " , "),
    ],
)
def test_csv_zoals_rekenbladen_hem_schrijven(tekst: str) -> None:
    """A semicolon, a byte order mark, other line ends and empty rows change nothing."""
    assert lader.lees("t.csv", tekst.encode()).tabel == lees_tabel()


def test_toml_zoals_kladblok_haar_schrijft() -> None:
    """A byte order mark and other line ends change nothing in TOML either, nor the lines in a message."""
    anders = ("\ufeff" + TOML).replace("\n", "\r\n")
    assert lader.lees("t.toml", anders.encode()).tabel == lees_tabel()
    fout_in = anders.replace("kraamzorg-inschrijving", "kraamzorg-uur")
    assert str(fout("eigen.toml", fout_in)).startswith("eigen.toml, tekstregel 24, ")


def test_csv_met_een_regeleinde_in_een_cel_telt_rijen() -> None:
    """A row is counted as a spreadsheet counts it, also after a cell of two lines."""
    tekst = CSV.replace("Deze test", '"Deze\ntest"')
    meldingen = fout("t.csv", tekst).meldingen
    assert [m.tekstregel for m in meldingen] == [2]
    assert [m.pointer for m in meldingen] == ["/tariefbeschikking/bron/titel"]
    kapot = CSV.replace("maximum,stuk", '"maxi\nmum",stuk').replace("maximum,uur", '"m\nx",uur')
    assert [m.tekstregel for m in fout("t.csv", kapot).meldingen] == [2, 3]


def test_csv_kent_elk_veld_van_een_rij_en_een_beschikking() -> None:
    """The columns are the members of the model: none is forgotten, none is invented."""
    van_tabel, van_rij = leescsv.kolommen()
    assert set(CSV_KOP.split(",")) <= {*van_tabel, *van_rij}
    assert "tariefbeschikking.vervangt" in van_tabel
    assert "tariefbeschikking.bron.toelichting" in van_tabel
    assert {"betwist", "bron.url", "looptijd.van", "prestatie_id"} <= set(van_rij)
    assert not set(van_tabel) & set(van_rij)


def test_datum_als_tekst_mag_ook() -> None:
    """A strict date text is as good as a native TOML date."""
    assert lees_tabel(TOML.replace("2026-11-21", '"2026-11-21"')) == lees_tabel()


def test_tariefsoort_vrij_uit_elk_formaat() -> None:
    """A free tariff without an amount is read from all three formats."""
    toml = TOML.replace('"maximum"', '"vrij"', 1).replace("bedrag_eurocent = 9999\n", "")
    csv_ = CSV.replace("maximum,uur,9999", "vrij,uur,")
    for naam, tekst in (("t.toml", toml), ("t.json", als_json(toml)), ("t.csv", csv_)):
        gelezen = lader.lees(naam, tekst.encode()).tabel
        assert isinstance(gelezen, Tarieftabel)
        assert gelezen.tarieven[0].tariefsoort is Tariefsoort.VRIJ
        assert gelezen.tarieven[0].bedrag_eurocent is None
