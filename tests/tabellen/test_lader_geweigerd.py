"""Files with tables that are refused: what, in which file, on which line or row."""

import json
import pickle
from pathlib import Path

import pytest
from tests.tabellen.tabelteksten import (
    CSV,
    CSV_KOP,
    CSV_TABEL,
    LIJST,
    TOML,
    als_json,
    enige,
    fout,
    lees_tabel,
    met_tekstregel,
    schrijf,
)

from geboortezorg.tabellen import (
    TabelFout,
    Tabelreden,
    bestanden,
    leestoml,
    read_file,
    shipped,
    with_files,
)
from geboortezorg.tabellen.fout import tekstregel_van


@pytest.mark.parametrize(
    ("tekst", "reden", "plaats"),
    [
        # shape
        (TOML.replace('eenheid = "uur"', 'eenheid = "week"'), "vorm", 21),
        (TOML.replace('eenheid = "stuk"', 'eenheid = "week"'), "vorm", 27),
        (TOML.replace('eenheid = "uur"\n', ""), "vorm", 18),
        (TOML.replace("eenheid", "eenheit", 1), "vorm", 18),
        (met_tekstregel("naam = 1", "[tariefbeschikking]"), "vorm", 6),
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
        (TOML.replace("2026-12-31 }", "2025-12-31 }"), "periode_omgekeerd", 10),
        (
            TOML.replace("tot_en_met = 2026-12-31\n", "tot_en_met = 2026-06-30\n"),
            "periode_omgekeerd",
            30,
        ),
        (TOML.replace("bedrag_eurocent = 9999\n", ""), "bedrag_ontbreekt", 18),
        (TOML.replace('"maximum"', '"vrij"', 1), "bedrag_bij_vrij", 22),
        (TOML.replace("kraamzorg-inschrijving", "kraamzorg-uur"), "overlap", 24),
        # not TOML
        (met_tekstregel("naam = 1", 'naam = "kraamzorg-2026-eigen"'), "inhoud", 4),
        (met_tekstregel("wat = ", 'naam = "kraamzorg-2026-eigen"'), "inhoud", 4),
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
def test_toml_geweigerd_met_tekstregel(tekst: str, reden: str, plaats: int | None) -> None:
    """Each mistake in TOML is refused for its reason, on its line."""
    melding = fout("eigen.toml", tekst).meldingen[0]
    assert (melding.reden, melding.tekstregel) == (reden, plaats)
    tekstregel = "" if plaats is None else f", tekstregel {plaats}"
    assert str(melding).startswith(f"eigen.toml{tekstregel}")
    assert melding.uitleg


def test_zonder_bron() -> None:
    """A missing source is refused by name: of the decision, and a source without verification."""
    zonder = TOML.replace("[tariefbeschikking.bron]", "[tariefbeschikking.looptijd2]")
    meldingen = fout("t.toml", zonder).meldingen
    assert [(m.pointer, m.tekstregel) for m in meldingen] == [
        ("/tariefbeschikking/bron", 6),
        ("/tariefbeschikking/*", 6),
    ]
    assert meldingen[0].uitleg.nl.startswith("de bron ontbreekt; noem een bron")
    halve = TOML.replace('verificatie = "afgeleid"\n', "")
    assert enige("t.toml", halve) == (
        Tabelreden.VORM,
        "t.toml, tekstregel 14, /tariefbeschikking/bron/verificatie",
    )
    lijst = LIJST.replace("[bron]", "[brn]")
    assert "misschien bedoeld: bron" in str(fout("p.toml", lijst))


def test_melding_voluit() -> None:
    """The whole text: file, line, place, what is wrong and what to do."""
    tekst = TOML.replace("kraamzorg-inschrijving", "kraamzorg-uur")
    assert str(fout("eigen.toml", tekst)) == (
        "eigen.toml, tekstregel 24, /tarieven/1: geldt op dezelfde dagen als een eerdere rij van deze "
        "tabel; laat de looptijden op elkaar aansluiten (zie eigen.toml, tekstregel 18, /tarieven/0)"
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
        plaats = f"{naam}, tekstregel 2" if naam == "t.json" else naam
        assert enige(naam, data) == (Tabelreden.INHOUD, plaats)


@pytest.mark.parametrize(
    ("tekst", "plaats"),
    [
        ('{"soort": "tarieftabel", "soort": "tarieftabel"}', "t.json, tekstregel 1"),
        ('{\n"soort": }', "t.json, tekstregel 2"),
        ('{"naam": NaN}', "t.json, tekstregel 1"),
        ("", "t.json, tekstregel 1"),
        ("[" * 100_000, "t.json, tekstregel 1"),
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
        (CSV.replace("2026-07-01", "2027-07-01"), "periode_omgekeerd", "rij 3, kolom looptijd"),
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
    assert (len(meldingen), meldingen[-1].tekstregel) == (10_000, 10_001)


def test_te_groot(tmp_path: Path) -> None:
    """A file of exactly the bound is read, one byte more is refused before it is parsed."""
    for naam, tekst, grens in (
        ("t.toml", TOML, leestoml.MAX_BYTES),
        ("t.json", als_json(), bestanden.MAX_BYTES),
    ):
        vulling = "\n" * (grens - len(tekst))
        assert read_file(schrijf(tmp_path, naam, tekst + vulling)) == lees_tabel()
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


def test_tekstregels_van_een_toml_tekst() -> None:
    """Headers, nested headers and keys are found; what looks like one inside a text is not."""
    tekst = (
        "a = 1\n[b . c]\nd.e = \"\"\"\nf = 2\n[[g]]\n\"\"\"\n[[h]]\ni = '''x'''\n"
        "[h.j]\n[[h.k]]\n[[h]]\n[[h.k]]\n[[h.k]]\nl = 3\n# m = 4\n"
    )
    assert leestoml.tekstregels(tekst) == {
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
    assert tekstregel_van({}, ("a",)) is None
