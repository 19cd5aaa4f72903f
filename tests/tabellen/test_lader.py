"""Files with tables: three formats, the same checks, and each refusal with its place."""

import json
import pickle
import re
from datetime import date
from pathlib import Path

import pytest

from geboortezorg import convert
from geboortezorg.model.prestatie import Prestatielijst
from geboortezorg.model.tarief import Tariefsoort, Tarieftabel
from geboortezorg.tabellen import (
    Gevonden,
    Onbekend,
    TabelFout,
    Tabelreden,
    bestanden,
    lader,
    leescsv,
    leestoml,
    proeftabellen,
    read_file,
    shipped,
    with_files,
)

# All amounts in this module are made up.
TOML = """\
soort = "tarieftabel"
schema_versie = "0.1"
naam = "kraamzorg-2026-eigen"
regime = "kraamzorg"

[tariefbeschikking]
titel = "Verzonnen beschikking voor een test"
nummer = "TB/TEST-1"
status = "vastgesteld"
looptijd = { van = 2026-01-01, tot_en_met = 2026-12-31 }
einde_vermeld = true
opgenomen_op = 2026-11-21

[tariefbeschikking.bron]
titel = "Deze test"
verificatie = "afgeleid"

[[tarieven]]
prestatie_id = "kraamzorg-uur"
tariefsoort = "maximum"
eenheid = "uur"
bedrag_eurocent = 9999

[[tarieven]]
prestatie_id = "kraamzorg-inschrijving"
tariefsoort = "maximum"
eenheid = "stuk"
bedrag_eurocent = 1111

[tarieven.looptijd]
van = 2026-07-01
tot_en_met = 2026-12-31
"""

CSV_KOP = (
    "naam,regime,tariefbeschikking.titel,tariefbeschikking.nummer,tariefbeschikking.status,"
    "tariefbeschikking.looptijd.van,tariefbeschikking.looptijd.tot_en_met,"
    "tariefbeschikking.einde_vermeld,tariefbeschikking.opgenomen_op,"
    "tariefbeschikking.bron.titel,tariefbeschikking.bron.verificatie,"
    "prestatie_id,tariefsoort,eenheid,bedrag_eurocent,looptijd.van,looptijd.tot_en_met"
)
CSV_TABEL = (
    "kraamzorg-2026-eigen,kraamzorg,Verzonnen beschikking voor een test,TB/TEST-1,vastgesteld,"
    "2026-01-01,2026-12-31,true,2026-11-21,Deze test,afgeleid,"
)
CSV = f"""\
{CSV_KOP}
{CSV_TABEL}kraamzorg-uur,maximum,uur,9999,,
{CSV_TABEL}kraamzorg-inschrijving,maximum,stuk,1111,2026-07-01,2026-12-31
"""

LIJST = """\
soort = "prestatielijst"
schema_versie = "0.1"
naam = "eigen-prestaties"

[bron]
titel = "Deze test"
verificatie = "afgeleid"

[[prestaties]]
prestatie_id = "eigen-prestatie"
regime = "kraamzorg"
omschrijving = "Verzonnen"
omschrijving_en = "Made up"
eenheid = "uur"
"""


def schrijf(map_: Path, naam: str, tekst: str | bytes) -> Path:
    """Write a file and return its path."""
    pad = map_ / naam
    pad.write_bytes(tekst if isinstance(tekst, bytes) else tekst.encode())
    return pad


def tabel(toml: str = TOML) -> Tarieftabel:
    """Return the table in a TOML text."""
    uit = lader.lees("x.toml", toml.encode()).tabel
    assert isinstance(uit, Tarieftabel)
    return uit


def als_json(tekst: str = TOML) -> str:
    """Return the table in a TOML text as JSON."""
    return json.dumps(convert.destructureer_document(tabel(tekst)))


def fout(naam: str, tekst: str | bytes) -> TabelFout:
    """Return why the text of a file is refused; nothing hangs behind the exception."""
    data = tekst if isinstance(tekst, bytes) else tekst.encode()
    with pytest.raises(TabelFout) as gevonden:
        lader.lees(naam, data)
    assert gevonden.value.__context__ is None
    assert gevonden.value.__cause__ is None
    return gevonden.value


def enige(naam: str, tekst: str | bytes) -> tuple[Tabelreden, str]:
    """Return the reason and the place of the one message."""
    (melding,) = fout(naam, tekst).meldingen
    assert melding.bestand == naam
    return melding.reden, melding.plaats


# The three formats.


@pytest.mark.parametrize("naam", ["t.toml", "t.json", "t.csv", "T.CSV", "t.punt.toml"])
def test_drie_vormen_van_dezelfde_tabel(tmp_path: Path, naam: str) -> None:
    """TOML, JSON and CSV of one table give the same model."""
    tekst = {"toml": TOML, "json": als_json(), "csv": CSV}[naam.lower().rpartition(".")[2]]
    gelezen = read_file(schrijf(tmp_path, naam, tekst))
    assert gelezen == tabel()
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
    ],
)
def test_csv_zoals_rekenbladen_hem_schrijven(tekst: str) -> None:
    """A semicolon, a byte order mark, other line ends and empty rows change nothing."""
    assert lader.lees("t.csv", tekst.encode()).tabel == tabel()


def test_csv_met_een_regeleinde_in_een_cel_telt_rijen() -> None:
    """A row is counted as a spreadsheet counts it, also after a cell of two lines."""
    tekst = CSV.replace("Deze test", '"Deze\ntest"')
    meldingen = fout("t.csv", tekst).meldingen
    assert [m.regel for m in meldingen] == [2]
    assert [m.pointer for m in meldingen] == ["/tariefbeschikking/bron/titel"]
    kapot = CSV.replace("maximum,stuk", '"maxi\nmum",stuk').replace("maximum,uur", '"m\nx",uur')
    assert [m.regel for m in fout("t.csv", kapot).meldingen] == [2, 3]


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
    assert tabel(TOML.replace("2026-11-21", '"2026-11-21"')) == tabel()


# Adding a year takes one file and no code.


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


# Refusals: what, in which file, on which line or row.


def met_regel(regel: str, na: str) -> str:
    """Return the table with one more line after the first line that is `na`."""
    return TOML.replace(na + "\n", f"{na}\n{regel}\n", 1)


@pytest.mark.parametrize(
    ("tekst", "reden", "plaats"),
    [
        # shape
        (TOML.replace('eenheid = "uur"', 'eenheid = "week"'), "vorm", 21),
        (TOML.replace('eenheid = "stuk"', 'eenheid = "week"'), "vorm", 27),
        (TOML.replace('eenheid = "uur"\n', ""), "vorm", 18),
        (TOML.replace("eenheid", "eenheit", 1), "vorm", 18),
        (met_regel("naam = 1", "[tariefbeschikking]"), "vorm", 6),
        (TOML.replace("bedrag_eurocent = 9999", "bedrag_eurocent = 99.99"), "vorm", 22),
        (TOML.replace("bedrag_eurocent = 9999", "bedrag_eurocent = nan"), "vorm", 22),
        (TOML.replace("bedrag_eurocent = 9999", 'bedrag_eurocent = "9999"'), "vorm", 22),
        (TOML.replace("bedrag_eurocent = 9999", "bedrag_eurocent = -1"), "vorm", 22),
        (TOML.replace("2026-11-21", '"21-11-2026"'), "vorm", 12),
        (TOML.replace("van = 2026-07-01", 'van = "2026"'), "vorm", 31),
        (TOML.replace("2026-11-21", "1899-12-31"), "vorm", 12),
        (TOML.replace('soort = "tarieftabel"', 'soort = "tarief"'), "vorm", 1),
        (TOML.replace('schema_versie = "0.1"', 'schema_versie = "9.9"'), "vorm", 2),
        # content
        (TOML.replace("2026-12-31 }", "2025-12-31 }"), "periode", 10),
        (TOML.replace("tot_en_met = 2026-12-31\n", "tot_en_met = 2026-06-30\n"), "periode", 30),
        (TOML.replace("bedrag_eurocent = 9999\n", ""), "bedrag_ontbreekt", 18),
        (TOML.replace('"maximum"', '"vrij"', 1), "bedrag_bij_vrij", 22),
        (TOML.replace("kraamzorg-inschrijving", "kraamzorg-uur"), "overlap", 24),
        # not TOML
        (met_regel("naam = 1", 'naam = "kraamzorg-2026-eigen"'), "inhoud", 4),
        (met_regel("wat = ", 'naam = "kraamzorg-2026-eigen"'), "inhoud", 4),
        (TOML.replace("2026-11-21", "2026-13-21"), "inhoud", 12),
        (TOML.replace("2026-11-21", "2026-11-21T00:00:00"), "inhoud", 12),
        (TOML.replace("2026-07-01", "2026-07-01 00:00:00Z"), "inhoud", 31),
        (TOML.replace("2026-07-01", "00:00:00"), "inhoud", 31),
        (TOML.replace("9999", "9" * 5000), "inhoud", None),
        (TOML + 'x = "open', "inhoud", 33),
        ("x = " + "[" * 5000, "inhoud", None),
        ("a." * 101 + "a = 1", "inhoud", 1),
        ("\n[" + "a." * 6 + "a]", "inhoud", 2),
        ("[a.b.c.d.e.f]\nx = 1\n" + TOML, "vorm", 1),
        ("[[x]]\n" * 20_001, "inhoud", 20_001),
        ("", "vorm", 1),
    ],
)
def test_toml_geweigerd_met_regel(tekst: str, reden: str, plaats: int | None) -> None:
    """Each mistake in TOML is refused for its reason, on its line."""
    melding = fout("eigen.toml", tekst).meldingen[0]
    assert (melding.reden, melding.regel) == (reden, plaats)
    regel = "" if plaats is None else f", regel {plaats}"
    assert str(melding).startswith(f"eigen.toml{regel}")
    assert melding.uitleg


def test_zonder_bron() -> None:
    """A missing source is refused by name: of the decision, and a source without verification."""
    zonder = TOML.replace("[tariefbeschikking.bron]", "[tariefbeschikking.looptijd2]")
    meldingen = fout("t.toml", zonder).meldingen
    assert [(m.pointer, m.regel) for m in meldingen] == [
        ("/tariefbeschikking/bron", 6),
        ("/tariefbeschikking/*", 6),
    ]
    assert meldingen[0].uitleg.startswith("de bron ontbreekt; noem een bron")
    halve = TOML.replace('verificatie = "afgeleid"\n', "")
    assert enige("t.toml", halve) == (
        Tabelreden.VORM,
        "t.toml, regel 14, /tariefbeschikking/bron/verificatie",
    )
    lijst = LIJST.replace("[bron]", "[brn]")
    assert "misschien bedoeld: bron" in str(fout("p.toml", lijst))


def test_melding_voluit() -> None:
    """The whole text: file, line, place, what is wrong and what to do."""
    tekst = TOML.replace("kraamzorg-inschrijving", "kraamzorg-uur")
    assert str(fout("eigen.toml", tekst)) == (
        "eigen.toml, regel 24, /tarieven/1: geldt op dezelfde dagen als een eerdere rij van deze "
        "tabel; laat de looptijden op elkaar aansluiten (zie eigen.toml, regel 18, /tarieven/0)"
    )
    tekst = CSV.replace("kraamzorg-inschrijving", "kraamzorg-uur").replace("2026-07-01", "x")
    assert str(fout("eigen.csv", tekst)) == (
        "eigen.csv, rij 3, kolom looptijd.van: de waarde past hier niet; verbeter haar "
        "(verwacht: datum JJJJ-MM-DD (1900 t/m 2099))"
    )


def test_geen_utf8() -> None:
    """Another encoding is refused in every format, without a guess."""
    for naam in ("t.toml", "t.json", "t.csv"):
        tekst = TOML if naam == "t.toml" else CSV
        data = tekst.replace("Deze", "D\u00e9ze").encode("latin-1")
        assert enige(naam, data) == (Tabelreden.INHOUD, naam)


@pytest.mark.parametrize(
    ("tekst", "plaats"),
    [
        ('{"soort": "tarieftabel", "soort": "tarieftabel"}', "t.json"),
        ('{\n"soort": }', "t.json, regel 2"),
        ('{"naam": NaN}', "t.json"),
        ("", "t.json, regel 1"),
        ("[" * 100_000, "t.json"),
    ],
)
def test_json_geweigerd(tekst: str, plaats: str) -> None:
    """A repeated member, no JSON at all, a number that is none: refused."""
    assert enige("t.json", tekst) == (Tabelreden.INHOUD, plaats)


def test_json_noemt_de_plaats_als_pointer() -> None:
    """A JSON file has no line for its parts: the JSON Pointer says where."""
    tekst = als_json().replace('"uur"', '"week"')
    assert enige("t.json", tekst) == (Tabelreden.VORM, "t.json, /tarieven/0/eenheid")
    tekst = als_json().replace("9999", "99.5")
    assert enige("t.json", tekst) == (Tabelreden.VORM, "t.json, /tarieven/0/bedrag_eurocent")
    tekst = als_json().replace("2026-07-01", "2027-07-01")
    assert enige("t.json", tekst) == (Tabelreden.PERIODE, "t.json, /tarieven/1/looptijd")


def test_json_van_een_ander_soort() -> None:
    """A valid document that is no table is no table."""
    document = {"soort": "context", "schema_versie": "0.1"}
    assert enige("t.json", json.dumps(document)) == (Tabelreden.SOORT, "t.json")


@pytest.mark.parametrize(
    ("tekst", "reden", "plaats"),
    [
        (CSV.replace(",uur,", ",week,"), "vorm", "rij 2, kolom eenheid"),
        (CSV.replace(",stuk,", ",week,"), "vorm", "rij 3, kolom eenheid"),
        (CSV.replace("1111", "11.11"), "vorm", "rij 3, kolom bedrag_eurocent"),
        (CSV.replace("1111", "1e3"), "vorm", "rij 3, kolom bedrag_eurocent"),
        (CSV.replace("1111", "\u0661"), "vorm", "rij 3, kolom bedrag_eurocent"),
        (CSV.replace("1111", ""), "bedrag_ontbreekt", "rij 3"),
        (CSV.replace("true", "ja"), "vorm", "rij 2, kolom tariefbeschikking.einde_vermeld"),
        (
            CSV.replace(",afgeleid,", ",,"),
            "vorm",
            "rij 2, kolom tariefbeschikking.bron.verificatie",
        ),
        (CSV.replace("2026-07-01", "2027-07-01"), "periode", "rij 3, kolom looptijd"),
        (CSV.replace("kraamzorg-inschrijving", "kraamzorg-uur"), "overlap", "rij 3"),
        (CSV.replace("TB/TEST-1", "TB/TEST-2", 1), "kolom", "rij 3"),
        (CSV.replace("prestatie_id", "prestatie", 1), "kolom", "rij 1"),
        (CSV.replace("looptijd.tot_en_met\n", "looptijd.van\n"), "kolom", "rij 1"),
        (CSV.replace("2026-07-01,2026-12-31", "2026-07-01"), "inhoud", "rij 3"),
        (CSV + "x\n", "inhoud", "rij 4"),
        (CSV + '"open', "inhoud", "rij 4"),
        (CSV.partition("\n")[0], "inhoud", "rij 1"),
        ("", "inhoud", "rij 1"),
        ("\n\n", "inhoud", "rij 1"),
        (CSV_KOP + "\n" + f"{CSV_TABEL}a,b,c,1,,\n" * 10_001, "inhoud", None),
    ],
)
def test_csv_geweigerd_met_rij(tekst: str, reden: str, plaats: str | None) -> None:
    """Each mistake in CSV is refused for its reason, in its row and column."""
    volledig = "t.csv" if plaats is None else f"t.csv, {plaats}"
    assert enige("t.csv", tekst) == (reden, volledig)


def test_csv_met_de_meeste_rijen() -> None:
    """Ten thousand rows are within the bound; each that is wrong is named."""
    tekst = CSV_KOP + "\n" + f"{CSV_TABEL}a,maximum,uur,x,,\n" * 10_000
    meldingen = fout("t.csv", tekst).meldingen
    assert (len(meldingen), meldingen[-1].regel) == (10_000, 10_001)


def test_te_groot(tmp_path: Path) -> None:
    """A file of exactly the bound is read, one byte more is refused before it is parsed."""
    for naam, tekst, grens in (
        ("t.toml", TOML, leestoml.MAX_BYTES),
        ("t.json", als_json(), bestanden.MAX_BYTES),
    ):
        vulling = "\n" * (grens - len(tekst))
        assert read_file(schrijf(tmp_path, naam, tekst + vulling)) == tabel()
        pad = schrijf(tmp_path, naam, tekst + vulling + "\n")
        with pytest.raises(TabelFout) as gevonden:
            read_file(pad)
        (melding,) = gevonden.value.meldingen
        assert (melding.reden, melding.bestand) == (Tabelreden.TE_GROOT, naam)


@pytest.mark.parametrize("naam", ["t.xlsx", "t", "toml"])
def test_onbekende_bestandssoort(naam: str) -> None:
    """The end of the name says how to read a file; any other end is refused."""
    assert enige(naam, TOML) == (Tabelreden.BESTANDSSOORT, naam)


def test_onleesbaar(tmp_path: Path) -> None:
    """A file that is not there, or a folder: the name without its folder, and no raw error."""
    (tmp_path / "map.toml").mkdir()
    for naam in ("weg.toml", "map.toml", "nul\0.toml"):
        with pytest.raises(TabelFout) as gevonden:
            read_file(tmp_path / naam)
        assert gevonden.value.__context__ is None
        (melding,) = gevonden.value.meldingen
        assert (melding.reden, melding.bestand) == (Tabelreden.ONLEESBAAR, naam)
        assert str(tmp_path) not in str(gevonden.value)


# Refusals beside other tables.


def samen(map_: Path, *teksten: tuple[str, str]) -> list[str]:
    """Return why files are refused beside the shipped tables."""
    paden = [schrijf(map_, naam, tekst) for naam, tekst in teksten]
    with pytest.raises(TabelFout) as gevonden:
        with_files(shipped(), *paden)
    return str(gevonden.value).splitlines()


def test_een_code_van_een_meegeleverde_prestatie(tmp_path: Path) -> None:
    """The message names the line in the file and the shipped list that has the code already."""
    (melding,) = samen(tmp_path, ("eigen.toml", LIJST + 'code = "1101"'))
    assert melding.startswith("eigen.toml, regel 15, /prestaties/0/code: ")
    assert re.search(r"\(zie prestaties-verloskunde /prestaties/[0-9]+\)$", melding)


@pytest.mark.parametrize(
    ("naam", "ander"),
    [("b.toml", "regel 18, /tarieven/0"), ("b.json", "/tarieven/0"), ("b.csv", "rij 2")],
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
    assert melding.startswith("laatste.toml, regel 18, /tarieven/0: ")
    assert melding.endswith(f"(zie {naam}, {ander})")


def test_overlap_met_een_eerder_toegevoegde_tabel(tmp_path: Path) -> None:
    """A file that was added before is still called by its name, and its table is not."""
    tabellen = with_files(shipped(), schrijf(tmp_path, "a.toml", TOML))
    tekst = TOML.replace("kraamzorg-2026-eigen", "andere")
    with pytest.raises(TabelFout) as gevonden:
        with_files(tabellen, schrijf(tmp_path, "b.toml", tekst))
    assert [regel.rpartition(" (")[2] for regel in str(gevonden.value).splitlines()] == [
        "zie a.toml, regel 18, /tarieven/0)",
        "zie a.toml, regel 24, /tarieven/1)",
    ]
    assert "kraamzorg-2026-eigen" not in str(gevonden.value)


@pytest.mark.parametrize(
    ("tekst", "plaats"),
    [
        (TOML.replace("kraamzorg-uur", "kraamzorg-uurtje"), "t.toml, regel 19"),
        (TOML.replace('regime = "kraamzorg"', 'regime = "vsv"'), "t.toml, regel 19"),
        (TOML.replace('eenheid = "uur"', 'eenheid = "dag"'), "t.toml, regel 21"),
        (LIJST + 'code = "1101"', "t.toml, regel 15"),
        (LIJST + 'bestanddelen = [\n  "kraamzorg-uur",\n  "weg",\n]', "t.toml, regel 15"),
        (LIJST + 'variant_van = "weg"', "t.toml, regel 15"),
        (met_regel('vervangt = "weg"', "[tariefbeschikking]"), "t.toml, regel 7"),
    ],
)
def test_past_niet_bij_de_meegeleverde_tabellen(tmp_path: Path, tekst: str, plaats: str) -> None:
    """An unknown prestatie, another regime or unit, a code that is taken: file and line."""
    assert samen(tmp_path, ("t.toml", tekst))[0].startswith(plaats + ",")


def test_meer_bestanden_tegelijk_fout(tmp_path: Path) -> None:
    """Every file that is wrong is named, not only the first."""
    teksten = [("a.toml", "a = "), ("b.toml", TOML), ("c.csv", "x")]
    assert [regel.partition(":")[0] for regel in samen(tmp_path, *teksten)] == [
        "a.toml, regel 1",
        "c.csv, rij 1",
        "c.csv, rij 1",
    ]


@pytest.mark.parametrize("naam", ["t.toml", "t.json", "t.csv"])
def test_geen_woord_uit_het_bestand_in_een_melding(tmp_path: Path, naam: str) -> None:
    """Whatever value or key is replaced by a strange one, no message repeats it."""
    tekst = {"t.toml": TOML, "t.json": als_json(), "t.csv": CSV}[naam]
    woorden = ["kraamzorg-uur", "vastgesteld", "maximum", "9999", "2026-07-01", "eenheid", "naam"]
    geweigerd: list[TabelFout] = []
    for woord in [*woorden, "looptijd", "verificatie", "tariefbeschikking"]:
        for vreemd in ("kanarie", "ka\u0000narie", '"kanarie', "kanarie = 1\n"):
            pad = schrijf(tmp_path, naam, tekst.replace(woord, vreemd))
            try:
                with_files(shipped(), pad)
            except TabelFout as gevonden:
                geweigerd.append(gevonden)
    assert len(geweigerd) >= 36
    for een in geweigerd:
        assert "narie" not in f"{een} {een!r} {een.args} {een.meldingen!r}"
        assert een.__context__ is None


def test_een_fout_kan_naar_een_ander_proces() -> None:
    """The exception survives pickling with all its messages."""
    eerste = fout("t.toml", "a = ")
    tweede = pickle.loads(pickle.dumps(eerste))  # noqa: S301 - our own bytes
    assert (str(tweede), tweede.meldingen) == (str(eerste), eerste.meldingen)


def test_regels_van_een_toml_tekst() -> None:
    """Headers, nested headers and keys are found; what looks like one inside a text is not."""
    tekst = (
        "a = 1\n[b . c]\nd.e = \"\"\"\nf = 2\n[[g]]\n\"\"\"\n[[h]]\ni = '''x'''\n"
        "[h.j]\n[[h.k]]\n[[h]]\n[[h.k]]\n[[h.k]]\nl = 3\n# m = 4\n"
    )
    assert leestoml.regels(tekst) == {
        (): 1,
        ("a",): 1,
        ("b", "c"): 2,
        ("b", "c", "d", "e"): 3,
        ("h",): 7,
        ("h", 0): 7,
        ("h", 0, "i"): 8,
        ("h", 0, "j"): 9,
        ("h", 0, "k"): 10,
        ("h", 0, "k", 0): 10,
        ("h", 1): 11,
        ("h", 1, "k"): 12,
        ("h", 1, "k", 0): 12,
        ("h", 1, "k", 1): 13,
        ("h", 1, "k", 1, "l"): 14,
    }
    assert leestoml.regel_van({}, ("a",)) is None


def test_tariefsoort_vrij_uit_elk_formaat() -> None:
    """A free tariff without an amount is read from all three formats."""
    toml = TOML.replace('"maximum"', '"vrij"', 1).replace("bedrag_eurocent = 9999\n", "")
    csv_ = CSV.replace("maximum,uur,9999", "vrij,uur,")
    for naam, tekst in (("t.toml", toml), ("t.json", als_json(toml)), ("t.csv", csv_)):
        gelezen = lader.lees(naam, tekst.encode()).tabel
        assert isinstance(gelezen, Tarieftabel)
        assert gelezen.tarieven[0].tariefsoort is Tariefsoort.VRIJ
        assert gelezen.tarieven[0].bedrag_eurocent is None
