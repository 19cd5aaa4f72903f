"""``geboortezorg validate``: verdicts, formats, context and exit codes."""

import json
import os
import tracemalloc
from pathlib import Path

import pytest

from geboortezorg import dump, validate
from geboortezorg import schema as schemas

from .conftest import GOED, Opdracht

pytestmark = pytest.mark.usefixtures("bestanden")


@pytest.mark.parametrize(
    ("paden", "code"),
    [
        (["goed"], 0),
        (["goed", "goed"], 0),
        (["goed", "onvolledig"], 3),
        (["onvolledig", "fout", "goed"], 1),
        (["fout", "kapot"], 2),
        (["onvolledig", "kapot", "goed"], 2),
        (["goed", "niets"], 2),
    ],
)
@pytest.mark.parametrize("formaat", ["tabel", "json"])
def test_code(paden: list[str], code: int, formaat: str, opdracht: Opdracht) -> None:
    """Unreadable comes before refused, and refused before not known."""
    uitkomst = opdracht("validate", *(f"{pad}.json" for pad in paden), "--format", formaat)
    assert uitkomst.code == code


def test_json_is_een_rapport_per_tekstregel(opdracht: Opdracht, tmp_path: Path) -> None:
    """Every document gives one line, in order, and that line is its report to the letter."""
    uitkomst = opdracht(
        "validate", "onvolledig.json", "niets.json", "alles.ndjson", "goed.json", "--format", "json"
    )
    tekstregels = uitkomst.out.splitlines()
    assert [json.loads(tekstregel)["oordeel"] for tekstregel in tekstregels] == [
        "onvolledig",
        "afgekeurd",
        "akkoord",
        "afgekeurd",
        "afgekeurd",
        "akkoord",
    ]
    assert tekstregels[0] == dump(validate((tmp_path / "onvolledig.json").read_bytes())).decode()
    validator = schemas.validator("rapport")
    assert all(validator.is_valid(rapport) for rapport in uitkomst.rapporten)
    assert uitkomst.err == "geboortezorg: niets.json: dit bestand bestaat niet\n"
    bevinding = uitkomst.rapporten[1]["bevindingen"][0]
    assert (bevinding["code"], bevinding["reden"]) == ("GZ-INVOER-001", "onleesbaar")


TABEL = """\
soort = "tarieftabel"
schema_versie = "0.1"
naam = "eigen-2031"
regime = "kraamzorg"

[tariefbeschikking]
titel = "Eigen tabel"
status = "vastgesteld"
looptijd = { van = 2031-01-01, tot_en_met = 2031-12-31 }
bron = { titel = "eigen", verificatie = "officieel" }

[[tarieven]]
prestatie_id = "kraamzorg-uur"
tariefsoort = "maximum"
eenheid = "uur"
bedrag_eurocent = 7000
"""


@pytest.fixture
def context(tmp_path: Path) -> Path:
    """Write a context in TOML with a table in a folder beside it, and return its path."""
    (tmp_path / "eigen" / "tabellen").mkdir(parents=True)
    (tmp_path / "eigen" / "tabellen" / "2031.toml").write_text(TABEL, "utf-8")
    pad = tmp_path / "eigen" / "context.toml"
    pad.write_text(
        'soort = "context"\nschema_versie = "0.1"\nbeoordelingsdatum = 2031-05-01\n'
        'tabelbestanden = ["tabellen/2031.toml"]\n',
        "utf-8",
    )
    return pad


def test_context(opdracht: Opdracht, context: Path) -> None:
    """A context gives its day and its tables, whose files stand relative to it."""
    pad = "eigen/context.toml"
    uitkomst = opdracht("validate", "goed.json", "--context", pad, "--format", "json")
    assert uitkomst.code == 0
    assert uitkomst.rapporten[0]["beoordelingsdatum"] == "2031-05-01"
    tarief = ("tarief", "kraamzorg-uur", "--op", "2031-03-01", "--format", "json")
    assert opdracht(*tarief, "--context", pad).rapporten[0]["bedrag_eurocent"] == 7000
    assert opdracht(*tarief).code == 3


def test_context_met_tabellen_erin(opdracht: Opdracht, context: Path) -> None:
    """A context in JSON may hold tables itself, beside the files that it names."""
    bron = {"titel": "eigen", "verificatie": "officieel"}
    document = GOED | {
        "tabelbestanden": ["tabellen/2031.toml"],
        "tarieftabellen": [
            {
                "naam": "eigen-2032",
                "regime": "kraamzorg",
                "tariefbeschikking": {
                    "titel": "Eigen tabel",
                    "status": "vastgesteld",
                    "bron": bron,
                    "looptijd": {"van": "2032-01-01", "tot_en_met": "2032-12-31"},
                },
                "tarieven": [
                    {"prestatie_id": "kraamzorg-uur", "tariefsoort": "vrij", "eenheid": "uur"}
                ],
            }
        ],
    }
    context.with_name("beide.json").write_text(json.dumps(document), "utf-8")
    for jaar in ("2031", "2032"):
        tarief = ("tarief", "kraamzorg-uur", "--op", f"{jaar}-03-01")
        assert opdracht(*tarief, "--context", "eigen/beide.json").code == 0


def _veel_fouten() -> str:
    return json.dumps(GOED | {"tabelbestanden": [0] * 25})


OMGEKEERD = {
    "zorgaanbieder_agb": "08001234",
    "regionaal_centrum": "geheim",
    "looptijd": {"van": "2023-01-02", "tot_en_met": "2023-01-01"},
    "kwaliteitsovereenkomst": True,
}


@pytest.mark.parametrize(
    ("naam", "inhoud", "melding"),
    [
        ("niets.toml", None, "niets.toml: dit bestand bestaat niet"),
        (".", None, ".: dit bestand is niet te lezen"),
        ("a\0b", None, "a\\x00b: dit bestand is niet te lezen"),
        ("c.toml", "x = \n", "c.toml, tekstregel 1: dit is geen geldige TOML"),
        ("c.toml", "x = 2026-01-01T10:00:00", "c.toml, tekstregel 1: hier staat een tijdstip"),
        ("c.json", '{"x":\n', "c.json, tekstregel 2, kolom 1: De invoer is geen geldige JSON."),
        (
            "c.json",
            '{"x": NaN}',
            "c.json, tekstregel 1, kolom 7: NaN en Infinity zijn geen getallen in JSON.",
        ),
        (
            "c.toml",
            'soort = "context"\nschema_versie = "0.1"\ndrempel = "geheim"\n',
            "c.toml, tekstregel 3, /drempel: De waarde staat niet in de lijst. Verwacht: ",
        ),
        (
            "c.json",
            '{"soort": "context", "schema_versie": "0.1", "geheim": 1}',
            "c.json, /*: Het object heeft een veld dat het schema niet kent",
        ),
        ("c.json", _veel_fouten(), "/tabelbestanden/19: De waarde is van een ander type."),
        ("c.json", _veel_fouten(), "\nen nog 5 fouten\n"),
        ("c.json", "{}", "c.json, /soort: Een verplicht veld ontbreekt."),
        ("c.toml", TABEL, "c.toml: dit is een document van een andere soort"),
        ("c.toml", TABEL + "geheim = 1", "c.toml: dit is een document van een andere soort"),
        (
            "c.json",
            json.dumps(GOED | {"tabelbestanden": ["weg/niets.csv"]}),
            "c.json, /tabelbestanden/0: dit bestand is er niet of is niet te lezen",
        ),
        (
            "c.json",
            json.dumps(GOED | {"tabelbestanden": ["../geheim.csv"]}),
            "c.json, /tabelbestanden/0: dit bestand ligt niet in de map van wat het noemt",
        ),
        (
            "c.json",
            json.dumps(GOED | {"tabelbestanden": ["eigen/tabellen/2031.toml"] * 2}),
            "2031.toml, tekstregel 3, /naam: een andere tabel heeft deze naam al",
        ),
        (
            "c.json",
            json.dumps(GOED | {"screeningscontracten": [OMGEKEERD]}),
            "c.json, /screeningscontracten/0/looptijd/tot_en_met: Het einde ligt voor het begin.",
        ),
    ],
)
def test_verkeerde_context(
    naam: str, inhoud: str | None, melding: str, opdracht: Opdracht, context: Path
) -> None:
    """A context that is none is wrong usage; the message names file and place, and no value."""
    if inhoud is not None:
        Path(naam).write_text(inhoud, "utf-8")
    uitkomst = opdracht("validate", "goed.json", "--context", naam)
    assert (uitkomst.code, uitkomst.out) == (2, "")
    assert uitkomst.err.startswith("geboortezorg: ")
    assert melding in uitkomst.err
    assert "geheim" not in uitkomst.err


def test_te_grote_context(
    opdracht: Opdracht, context: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A context file is read up to the bound that documents have."""
    monkeypatch.setattr("geboortezorg.cli.context.MAX_BYTES", 20)  # TOML has a bound of its own
    uitkomst = opdracht("validate", "goed.json", "--context", str(context), "--taal", "en")
    assert uitkomst.code == 2
    assert uitkomst.err.endswith("context.toml: this file is too large\n")


def test_van_een_te_grote_context_wordt_weinig_gelezen(
    opdracht: Opdracht, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a context without an end no more is read than shows that it is too large."""
    monkeypatch.setattr("geboortezorg.cli.context.MAX_BYTES", 20)
    with (tmp_path / "groot.json").open("wb") as groot:
        groot.truncate(100_000_000)
    tracemalloc.start()
    try:
        assert opdracht("validate", "goed.json", "--context", "groot.json").code == 2
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()


def test_een_map_zonder_toegang(
    opdracht: Opdracht, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that cannot be entered is named, and nothing in it passes for judged."""
    (tmp_path / "map" / "dicht").mkdir(parents=True)
    (tmp_path / "map" / "a.json").write_text(json.dumps(GOED), "utf-8")
    echt = Path.stat

    def weiger(pad: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if pad.name == "dicht":
            raise PermissionError
        return echt(pad, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", weiger)
    uitkomst = opdracht("validate", "map")
    assert uitkomst.code == 2
    assert "map/dicht: afgekeurd" in uitkomst.out


TWIJFEL = {
    "soort": "dossier",
    "schema_versie": "0.1",
    "referentie": "p",
    "zwangerschap": {"a_terme_datum": "2023-05-10", "datum_einde": "2023-05-02"},
    "declaratieregels": [
        {
            "referentienummer": f"r-{nummer}",
            "zorgaanbieder_agb": "08001234",
            "uzovi_code": "0001",
            "prestatie": "bestaat-niet",
            "periode": {"van": "2023-05-02", "tot_en_met": "2023-05-02"},
            "aantal": 1,
            "tarief_eurocent": 100,
            "bedrag_eurocent": 100,
            "declaratiebedrag_eurocent": 100,
            "debet_credit": "D",
        }
        for nummer in range(2)
    ],
}


def test_twijfel_is_iets_anders_dan_onbekend(opdracht: Opdracht, tmp_path: Path) -> None:
    """A suspicion ends with 4, and with --streng any finding ends with 1."""
    (tmp_path / "twijfel.json").write_text(json.dumps(TWIJFEL), "utf-8")
    uitkomst = opdracht("validate", "twijfel.json", "goed.json")
    assert uitkomst.code == 4
    assert uitkomst.out.startswith("twijfel.json: onvolledig (twijfel, onbekend)\n")
    assert opdracht("validate", "onvolledig.json").code == 3
    assert opdracht("validate", "onvolledig.json", "--streng").code == 1
    assert opdracht("validate", "goed.json", "--streng").code == 0


def test_compact(opdracht: Opdracht) -> None:
    """The compact form leaves the outcome of each rule out, and nothing else."""
    (vol,) = opdracht("validate", "fout.json", "--format", "json").rapporten
    (kort,) = opdracht("validate", "fout.json", "--format", "json", "--compact").rapporten
    assert vol["regels"]
    assert kort == vol | {"regels": []}
