"""A price list of somebody else: read exactly through a mapping, or refused with its place."""

from datetime import date
from pathlib import Path

import pytest
from tests.twee_talen import in_eigen_taal

from geboortezorg.model.tarief import Tarieftabel
from geboortezorg.tabellen import (
    Gevonden,
    TabelFout,
    Tabelreden,
    lader,
    proeftabellen,
    read_file,
    with_files,
)
from geboortezorg.tabellen.koppeling import eurocent

KOP = """\
soort = "tarieftabel"
schema_versie = "0.1"
naam = "eigen-lijst"
regime = "kraamzorg"

[tariefbeschikking]
titel = "Verzonnen"
status = "vastgesteld"
looptijd = { van = 2095-01-01, tot_en_met = 2095-12-31 }
bron = { titel = "Verzonnen", verificatie = "secundair" }
"""
CSV = """
[csv]
bestand = "l.csv"
decimaalteken = ","
vast = { tariefsoort = "maximum", eenheid = "uur" }
kolommen = { prestatie_id = "Wat", bedrag_euro = "Prijs" }
"""
LIJST = "Wat;Prijs\nkraamzorg-uur;63,72\n"


def schrijf(map_: Path, lijst: str | bytes = LIJST, csv: str = CSV, kop: str = KOP) -> Path:
    """Write a list and its mapping, and return the path of the mapping."""
    inhoud = lijst if isinstance(lijst, bytes) else lijst.encode()
    (map_ / "l.csv").write_bytes(inhoud)
    pad = map_ / "k.toml"
    pad.write_text(kop + csv, "utf-8")
    return pad


def bedragen(pad: Path) -> dict[str, int | None]:
    """Return the amounts of the list, by prestatie, as they count beside the other tables."""
    tabellen = with_files(proeftabellen(), pad)
    (tabel,) = (tabel for tabel in tabellen.tarieftabellen if tabel.naam == "eigen-lijst")
    return {rij.prestatie_id: rij.bedrag_eurocent for rij in tabel.tarieven}


def geweigerd(pad: Path) -> list[str]:
    """Return the messages with which a list is refused."""
    with pytest.raises(TabelFout) as fout:
        with_files(proeftabellen(), pad)
    in_eigen_taal(fout.value.tekst)
    return [str(melding) for melding in fout.value.meldingen]


def test_lijst(tmp_path: Path) -> None:
    """A list counts like any table, and its source is that of the mapping."""
    pad = schrijf(tmp_path)
    uur = with_files(proeftabellen(), pad).lookup("kraamzorg-uur", date(2095, 5, 1))
    assert isinstance(uur, Gevonden)
    assert (uur.tarief.bedrag_eurocent, uur.bron.titel) == (6372, "Verzonnen")
    gelezen = read_file(pad)
    assert isinstance(gelezen, Tarieftabel)
    assert gelezen.tarieven[0].bedrag_eurocent == 6372


@pytest.mark.parametrize(
    ("cel", "teken", "cent"),
    [
        ("63,72", ",", 6372),
        ("€ 1.063,7", ",", 106_370),
        ("€1,063.07", ".", 106_307),
        ("12 €", ".", 1200),
        ("-0,05", ",", -5),
        ("1.234.567", ",", 123_456_700),
        ("1234567,89", ",", 123_456_789),
    ],
)
def test_exact(cel: str, teken: str, cent: int) -> None:
    """An amount is what it says, to the cent."""
    assert eurocent(cel, teken) == cent


@pytest.mark.parametrize(
    ("cel", "teken"),
    [
        ("63,725", ","),
        ("63.72", ","),
        ("1.23,45", ","),
        ("63,", ","),
        ("", ","),
        ("€ € 1", ","),
        ("6e3", "."),
        ("٣", "."),
        ("1 000", ","),
        ("12.34.567", ","),
    ],
)
def test_niets_wordt_geraden(cel: str, teken: str) -> None:
    """What could be another amount, or is not whole cents, is no amount."""
    with pytest.raises(ValueError, match="geen bedrag"):
        eurocent(cel, teken)


def test_waarden_codes_en_weglaten(tmp_path: Path) -> None:
    """Cells are translated, a code stands for its prestatie, and unknown rows can be left out."""
    csv = """
[csv]
bestand = "l.csv"
scheidingsteken = "\\t"
codering = "windows-1252"
kopregel = 3
alleen_bekend = true
vast = { tariefsoort = "maximum", eenheid = "stuk" }
kolommen = { prestatiecode = "Code", bedrag_euro = "Prijs", "looptijd.van" = "Vanaf" }

[csv.waarden.prestatiecode]
"Aanmelding één" = "kraamzorg-inschrijving"

[csv.waarden."looptijd.van"]
"zomer" = "2095-07-01"
"""
    lijst = (
        "Lijst\n\nCode\tPrijs\tVanaf\tNoot\nAanmelding één\t€ 15,00\tzomer\tx\n"
        "W99\t1,00\t\t\n1101\t2,00\t\t\n"
    )
    pad = schrijf(tmp_path, lijst.encode("cp1252"), csv)
    with pytest.raises(TabelFout) as fout:  # 1101 is of another regime
        with_files(proeftabellen(), pad)
    (melding,) = fout.value.meldingen
    assert (melding.bestand, melding.tekstregel, melding.rij) == ("l.csv", 6, True)
    assert melding.reden is Tabelreden.ANDER_REGIME
    zonder = lijst.replace("1101\t2,00\t\t\n", "")
    assert bedragen(schrijf(tmp_path, zonder.encode("cp1252"), csv)) == {
        "kraamzorg-inschrijving": 1500
    }
    gelezen = read_file(pad)  # which knows no other tables, and leaves nothing out
    assert isinstance(gelezen, Tarieftabel)
    assert [rij.prestatie_id for rij in gelezen.tarieven][1:] == ["W99"]


def test_zonder_decimaalteken_en_in_centen(tmp_path: Path) -> None:
    """Without a decimal sign only a plain amount is one; whole eurocents can be mapped too."""
    kaal = CSV.replace('decimaalteken = ","\n', "")
    assert bedragen(schrijf(tmp_path, csv=kaal)) == {"kraamzorg-uur": 6372}
    assert (
        "l.csv, rij 2: hier staat geen bedrag"
        in geweigerd(schrijf(tmp_path, LIJST.replace("63,72", '"1.063,72"'), kaal))[0]
    )
    cent = CSV.replace("bedrag_euro ", "bedrag_eurocent ")
    assert bedragen(schrijf(tmp_path, LIJST.replace(",", ""), cent)) == {"kraamzorg-uur": 6372}


def test_een_scheidingsteken_achter_elke_rij(tmp_path: Path) -> None:
    """Some programs end a row with a separator, and nothing stands behind it."""
    lijst = LIJST.replace("72\n", "72; ;\n")
    assert bedragen(schrijf(tmp_path, lijst)) == {"kraamzorg-uur": 6372}


@pytest.mark.parametrize(
    ("lijst", "melding"),
    [
        ("Wat;Prijs\n", "l.csv, rij 1: onder de kop horen"),
        ("Wat;Geheim\nx;1\n", "l.csv, rij 1: de kolom van bedrag_euro staat niet een keer"),
        ("Wat;Prijs;Wat\nx;1;y\n", "l.csv, rij 1: de kolom van prestatie_id staat niet een keer"),
        ("Wat;Prijs\ngeheim\n", "l.csv, rij 2: deze rij heeft minder cellen"),
        ("Wat,Prijs\nkraamzorg-uur,63,72\n", "l.csv, rij 2: deze rij heeft meer gevulde cellen"),
        ("Wat;Prijs\nkraamzorg-uur;geheim\n", "l.csv, rij 2: hier staat geen bedrag"),
        ("Wat;Prijs\nkraamzorg-uur;?\n", "l.csv, rij 2, kolom bedrag_eurocent: dit is nog niet"),
        ("Wat;Prijs\nkraamzorg-uur;\n", "l.csv, rij 2: deze tariefsoort vraagt een bedrag"),
        ("Wat;Prijs\ngeheim;1\n", "l.csv, rij 2, kolom prestatie_id: "),
        (b"Wat;Prijs\n\xff;1\n", "l.csv: de tekst is geen UTF-8"),
        (b"x" * (2 * 1024 * 1024 + 1), "l.csv: het bestand is groter dan 2 MiB"),
    ],
)
def test_fout_in_de_lijst(lijst: str | bytes, melding: str, tmp_path: Path) -> None:
    """What is wrong in the list is told with its row, and without its content."""
    fouten = geweigerd(schrijf(tmp_path, lijst))
    assert any(fout.startswith(melding) for fout in fouten), fouten
    assert not any("geheim" in fout.lower() for fout in fouten)


DATUMS = CSV.replace("[csv]", '[csv]\ndatumvorm = "DD-MM-JJJJ"').replace(
    'bedrag_euro = "Prijs"',
    'bedrag_euro = "Prijs", looptijd.van = "Van", looptijd.tot_en_met = "T/m"',
)
EINDE = '\n[csv.waarden.looptijd.tot_en_met]\n"31-12-9999" = "2095-12-31"\n"open" = ""\n'


@pytest.mark.parametrize(
    ("vorm", "van", "einde", "laatste"),
    [
        ("DD-MM-JJJJ", "01-07-2095", "31-12-2095", date(2095, 12, 31)),
        ("DD-MM-JJJJ", "1-7-2095", "31-12-9999", date(2095, 12, 31)),
        ("DD-MM-JJJJ", "1-7-2095", "open", None),
        ("DD-MM-JJJJ", "1-7-2095", "", None),
        ("DD/MM/JJJJ", "1/07/2095", "30/9/2095", date(2095, 9, 30)),
        ("JJJJ-MM-DD", "2095-7-1", "2095-09-30", date(2095, 9, 30)),
        ("JJJJMMDD", "20950701", "20950930", date(2095, 9, 30)),
    ],
)
def test_datums(vorm: str, van: str, einde: str, laatste: date | None, tmp_path: Path) -> None:
    """A row has days of its own, read as the mapping says and never otherwise."""
    csv = DATUMS.replace("DD-MM-JJJJ", vorm) + EINDE
    gelezen = read_file(schrijf(tmp_path, f"Wat;Prijs;Van;T/m\nx;1;{van};{einde}\n", csv))
    assert isinstance(gelezen, Tarieftabel)
    looptijd = gelezen.tarieven[0].looptijd
    assert looptijd is not None
    assert (looptijd.van, looptijd.tot_en_met) == (date(2095, 7, 1), laatste)


@pytest.mark.parametrize(
    ("van", "melding"),
    [
        ("07/01/2095", "l.csv, rij 2: hier staat een datum niet zoals datumvorm zegt"),
        ("31-02-2095", "l.csv, rij 2: hier staat een datum niet zoals datumvorm zegt"),
        ("geheim", "l.csv, rij 2: hier staat een datum niet zoals datumvorm zegt"),
        ("?", "l.csv, rij 2, kolom looptijd.van: dit is nog niet ingevuld"),
    ],
)
def test_geen_datum(van: str, melding: str, tmp_path: Path) -> None:
    """A date in another form could be another day: it is refused, and not repeated."""
    (fout,) = geweigerd(schrijf(tmp_path, f"Wat;Prijs;Van;T/m\nx;1;{van};\n", DATUMS))
    assert fout.startswith(melding)
    assert "geheim" not in fout


def test_een_voettekst_is_geen_datum(tmp_path: Path) -> None:
    """A row that is left out may hold anything."""
    csv = DATUMS.replace("[csv]", "[csv]\nalleen_bekend = true")
    lijst = "Wat;Prijs;Van;T/m\nkraamzorg-uur;1;1-7-2095;\nNoot;zie;onder;aan\n"
    assert bedragen(schrijf(tmp_path, lijst, csv)) == {"kraamzorg-uur": 100}


def test_niets_bekends(tmp_path: Path) -> None:
    """A list without any prestatie that is known is no empty table."""
    csv = CSV.replace("[csv]", "[csv]\nalleen_bekend = true")
    (fout,) = geweigerd(schrijf(tmp_path, "Wat;Prijs\nx;1\n", csv))
    assert fout.startswith("l.csv, rij 1: geen enkele rij noemt een prestatie die bekend is; ")


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        ('bestand = "l.csv"', "", "/csv/bestand: noem het CSV-bestand"),
        ('bestand = "l.csv"', "bestand = 1", "/csv/bestand: noem het CSV-bestand"),
        ('bestand = "l.csv"', 'bestand = "../l.csv"', "/csv/bestand: dit bestand ligt niet in"),
        ('bestand = "l.csv"', 'bestand = "weg.csv"', "/csv/bestand: dit bestand is er niet"),
        ("kolommen = {", "kolommen = {}\ngeheim = {", "/csv/kolommen: zeg in"),
        ("kolommen = {", "kolommen = 1\ngeheim = {", "/csv/kolommen: hier hoort een tabel"),
        ("[csv]", '[csv]\ngeheim = "x"', "/csv: in [csv] staat een onbekende sleutel"),
        ('decimaalteken = ","', 'decimaalteken = ";"', "kies uit ',' en '.'"),
        ("[csv]", '[csv]\nscheidingsteken = "x"', "kies uit ',' en ';' en tab en '|'"),
        ("[csv]", "[csv]\nkopregel = 0", "/csv/kopregel: deze waarde kan niet; kies uit 1 tot en"),
        ("[csv]", "[csv]\nkopregel = true", "/csv/kopregel: deze waarde kan niet"),
        ("[csv]", '[csv]\ndatumvorm = "JJ"', "kies uit 'JJJJ-MM-DD' en 'DD-MM-JJJJ' en"),
        ("[csv]", "[csv]\nwaarden.looptijd.van = 1", "/csv/waarden/looptijd.van: zet bij"),
        ("{ tariefsoort", "{ geheim", "/csv/vast: een van de namen is geen veld"),
        ('tariefsoort = "maximum"', "tariefsoort = 1", "/csv/vast/tariefsoort: hier hoort een"),
        ("[csv]", "[csv]\nwaarden = { eenheid = 1 }", "/csv/waarden/eenheid: zet bij elke"),
        ("[csv]", "[csv]\nwaarden = { eenheid = { a = 1 } }", "/csv/waarden/eenheid: zet bij"),
        ("[csv]\n", "[[csv]]\n", "/csv: hier hoort een tabel [csv]"),
    ],
)
def test_fout_in_de_koppeling(oud: str, nieuw: str, melding: str, tmp_path: Path) -> None:
    """What is wrong in the mapping is told with its line, and without a word of it."""
    fouten = geweigerd(schrijf(tmp_path, csv=CSV.replace(oud, nieuw)))
    assert all(fout.startswith("k.toml, tekstregel ") for fout in fouten)
    assert any(melding in fout for fout in fouten), fouten
    assert not any("geheim" in fout for fout in fouten)


def test_ook_rijen_zelf(tmp_path: Path) -> None:
    """Rows in the mapping and rows in a list do not go together."""
    rij = '\n[[tarieven]]\nprestatie_id = "kraamzorg-uur"\ntariefsoort = "vrij"\neenheid = "uur"\n'
    (fout,) = geweigerd(schrijf(tmp_path, csv=CSV + rij))
    assert "de tarieven staan hier en in een CSV-bestand" in fout


def test_zonder_map() -> None:
    """Bytes that stand in no folder can name no file."""
    with pytest.raises(TabelFout, match="staat in geen map"):
        lader.lees("k.toml", (KOP + CSV).encode())


def test_een_ander_gebrek_blijft_bij_de_koppeling(tmp_path: Path) -> None:
    """What is wrong with the head is told of the mapping, not of the list."""
    fouten = geweigerd(schrijf(tmp_path, kop=KOP.replace('regime = "kraamzorg"', "")))
    assert len(fouten) == 1
    assert fouten[0].startswith("k.toml, tekstregel 1, /regime: een verplicht veld ontbreekt")
